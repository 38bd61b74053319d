package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.text.FilledText;
import nl.knelpunt.engine.text.FilledText.Named;
import nl.knelpunt.engine.text.FilledText.State;
import nl.knelpunt.engine.text.Reference;
import nl.knelpunt.engine.text.References;

/** What the references in a text stand for: of one knelpunt, or of a meeting to those of every knelpunt on its agenda. */
final class ReferredTogether {

    private final List<Referred> dossiers;

    private ReferredTogether(List<Referred> dossiers) {
        this.dossiers = dossiers;
    }

    /** For a reader; what is shown is in the log of the act. */
    static ReferredTogether reading(Transaction transaction, Facts facts, Gate.Judge judge) {
        return of(transaction, facts, (t, f) -> Referred.reading(t, f, judge));
    }

    /** For a writer, who may refer to no more than it may see. */
    static ReferredTogether writing(Transaction transaction, Facts facts) {
        return of(transaction, facts, Referred::writing);
    }

    private static ReferredTogether of(
            Transaction transaction, Facts facts, BiFunction<Transaction, Facts, Referred> one) {
        Meeting meeting = facts.papers().meeting();
        if (meeting == null || facts.knelpunt() != null) {
            return new ReferredTogether(List.of(one.apply(transaction, facts)));
        }
        Set<UUID> agenda = new LinkedHashSet<>();
        meeting.items().stream()
                .map(Meeting.Item::knelpunt)
                .filter(Objects::nonNull)
                .forEach(agenda::add);
        if (facts.asked() instanceof Asked.OnAgenda added && added.knelpunt() != null) {
            agenda.add(added.knelpunt());
        }
        List<Referred> dossiers = new ArrayList<>();
        agenda.forEach(id -> transaction
                .knelpunten()
                .find(id)
                .map(k -> one.apply(transaction, facts.withKnelpunt(k, Subjects.NONE)))
                .ifPresent(dossiers::add));
        return new ReferredTogether(dossiers);
    }

    /** @param text null stays null */
    FilledText fill(String text) {
        return text == null ? null : References.in(text).filled(this::named);
    }

    private Named named(Reference reference) {
        return dossiers.stream()
                .map(d -> d.named(reference))
                .filter(n -> n.state() != State.DESTROYED)
                .findFirst()
                .orElseGet(() -> Named.labelled(reference, State.DESTROYED, Referred.DESTROYED));
    }

    boolean isKnown(Reference reference) {
        return dossiers.stream().anyMatch(d -> d.isKnown(reference));
    }

    List<Datum> names(Predicate<Datum> wanted) {
        return dossiers.stream().flatMap(d -> d.names(wanted).stream()).toList();
    }
}
