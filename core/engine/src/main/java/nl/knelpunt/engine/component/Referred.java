package nl.knelpunt.engine.component;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Decision;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.Papers;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Handling;
import nl.knelpunt.engine.text.FilledText;
import nl.knelpunt.engine.text.FilledText.Named;
import nl.knelpunt.engine.text.FilledText.State;
import nl.knelpunt.engine.text.Reference;
import nl.knelpunt.engine.text.References;

/**
 * What the references in the texts of one knelpunt stand for, as one person may see it now (LAW: texts name persons only by
 * reference). Every text of a knelpunt is read through this: proposal, minutes, analysis, plan, evaluation, document. A reference
 * to a datum of one of its signals stands for that datum until the designation, and then for the one that came of it.
 */
final class Referred {

    private static final Text A_PERSON = new Text("een betrokkene", "a person concerned");
    private static final Text A_DATUM = new Text("een gegeven", "a datum");
    private static final Text FROZEN = new Text("bevroren gegeven", "frozen datum");
    static final Text DESTROYED = new Text("vernietigd gegeven", "destroyed datum");

    private final Transaction transaction;
    private final Facts facts;
    private final List<UUID> signals;
    private final BiFunction<Facts, Datum, ShownDatum> show;
    private final Map<UUID, Optional<Facts>> looking = new HashMap<>();
    private final Map<Reference, Named> named = new HashMap<>();

    private Referred(Transaction transaction, Facts facts, BiFunction<Facts, Datum, ShownDatum> show) {
        this.transaction = transaction;
        this.facts = facts.asking(new Asked.Nothing()).withFinds(List.of()).withPapers(Papers.NONE);
        this.signals = Stream.concat(
                        facts.knelpunt() == null ? Stream.of() : facts.knelpunt().proposal().signals().stream(),
                        facts.asked() instanceof Asked.Proposing proposing
                                ? proposing.proposal().signals().stream()
                                : Stream.of())
                .distinct()
                .toList();
        this.show = show;
    }

    /** For a reader; what is shown is in the log of the act. */
    static Referred reading(Transaction transaction, Facts facts, Gate.Judge judge) {
        return new Referred(transaction, facts, judge::show);
    }

    /** For a document, which leaves the platform: without what its source keeps inside (H2). */
    static Referred leaving(Transaction transaction, Facts facts, Gate.Judge judge) {
        return new Referred(
                transaction,
                facts,
                (looking, datum) -> Handling.staysInside(datum.source().grading())
                                && !facts.actor().isOf(datum.supplier())
                        ? null
                        : judge.show(looking, datum));
    }

    /** For a writer, who may refer to no more than it may see. */
    static Referred writing(Transaction transaction, Facts facts) {
        return new Referred(transaction, facts, (looking, datum) -> {
            Decision decision = Guard.decide(looking.withData(List.of(datum)));
            return decision.isPermit() || Guard.onlyFreezes(decision, datum)
                    ? new ShownDatum(datum, null, decision.obligations(), null)
                    : null;
        });
    }

    /** @param text null stays null */
    FilledText fill(String text) {
        return text == null ? null : References.in(text).filled(this::named);
    }

    /** What the references of several texts stand for, each once. */
    List<Named> named(List<String> texts) {
        return texts.stream()
                .flatMap(text -> References.in(text).all().stream())
                .distinct()
                .map(this::named)
                .toList();
    }

    /** Whether the writer may see what is referred to, in this knelpunt. */
    boolean isKnown(Reference reference) {
        return switch (reference.to()) {
            case DATUM ->
                transaction.data().find(reference.id()).stream()
                        .filter(d -> isOurs(d.dossier()))
                        .flatMap(d -> here(d.id()).stream())
                        .anyMatch(d -> shown(d) != null);
            case SUBJECT -> about(reference.id()).stream().anyMatch(d -> shown(d) != null);
        };
    }

    /** Names of this knelpunt that the writer may see. Looks at those alone that are wanted. */
    List<Datum> names(Predicate<Datum> wanted) {
        Stream<UUID> dossiers = isOpenToData() ? Stream.of(facts.knelpunt().id()) : signals.stream();
        return dossiers.flatMap(dossier -> Names.CATEGORIES.stream()
                        .flatMap(category -> transaction.data().ofDossier(dossier, category).stream()))
                .filter(Names::isName)
                .filter(wanted)
                .filter(d -> shown(d) != null)
                .toList();
    }

    Named named(Reference reference) {
        return named.computeIfAbsent(reference, this::look);
    }

    private Named look(Reference reference) {
        return reference.to() == Reference.To.DATUM ? datum(reference) : subject(reference);
    }

    private Named datum(Reference reference) {
        Optional<Datum> found = here(reference.id());
        if (found.isEmpty()) {
            return Named.labelled(reference, State.DESTROYED, DESTROYED);
        }
        Datum datum = found.get();
        return named(reference, shown(datum), datum.category() == DataCategory.IDENTIFICATION ? A_PERSON : A_DATUM);
    }

    private static Named named(Reference reference, ShownDatum shown, Text hidden) {
        if (shown == null) {
            return Named.labelled(reference, State.HIDDEN, hidden);
        }
        String value = shown.datum().content();
        return shown.frozen() != null || value == null
                ? Named.labelled(reference, State.FROZEN, FROZEN)
                : Named.shown(reference, value, shown.datum().destroyBy());
    }

    private Named subject(Reference reference) {
        List<Datum> about = about(reference.id());
        if (about.isEmpty()) {
            return Named.labelled(reference, State.DESTROYED, DESTROYED);
        }
        return about.stream()
                .filter(Names::isName)
                .sorted(Comparator.comparing(Names::rank))
                .map(this::shown)
                .filter(Objects::nonNull)
                .map(shown -> named(reference, shown, A_PERSON))
                .min(Comparator.comparing(Named::state))
                .orElseGet(() -> Named.labelled(reference, State.HIDDEN, A_PERSON));
    }

    /** The datum as this knelpunt has it now. */
    private Optional<Datum> here(UUID id) {
        Optional<Datum> found = transaction.data().find(id).filter(d -> isOurs(d.dossier()));
        UUID knelpunt = facts.knelpunt() == null ? null : facts.knelpunt().id();
        if (knelpunt == null || found.filter(d -> d.dossier().equals(knelpunt)).isPresent()) {
            return found;
        }
        return transaction.data().copiesOf(id).stream()
                .filter(d -> d.dossier().equals(knelpunt))
                .findFirst()
                .or(() -> found);
    }

    /** All about a subject as this knelpunt has it now; nothing when it knows none such. */
    private List<Datum> about(UUID id) {
        return own(id).map(s -> transaction.data().about(s.id())).orElse(List.of());
    }

    private Optional<Subject> own(UUID id) {
        Knelpunt knelpunt = facts.knelpunt();
        Optional<Subjects> ours =
                knelpunt == null ? Optional.empty() : looking(knelpunt.id()).map(Facts::subjects);
        Optional<Subject> direct = ours.map(s -> s.find(id));
        if (direct.isPresent()) {
            return direct;
        }
        Optional<Subject> ofSignal = signals.stream()
                .flatMap(signal -> looking(signal).stream())
                .map(f -> f.subjects().find(id))
                .filter(Objects::nonNull)
                .findFirst();
        return ofSignal.flatMap(s -> ours.stream()
                        .flatMap(all -> all.all().stream())
                        .filter(o -> Objects.equals(o.pseudonym(), s.pseudonym()))
                        .findFirst())
                .or(() -> ofSignal);
    }

    private ShownDatum shown(Datum datum) {
        return looking(datum.dossier()).map(f -> show.apply(f, datum)).orElse(null);
    }

    private boolean isOurs(UUID dossier) {
        return facts.knelpunt() != null && facts.knelpunt().id().equals(dossier) || signals.contains(dossier);
    }

    /** From its designation on a knelpunt has data of its own. */
    private boolean isOpenToData() {
        return facts.knelpunt() != null && !facts.knelpunt().phases().isEmpty();
    }

    /** The facts on which looking at data of a dossier is judged; empty when nobody may. */
    private Optional<Facts> looking(UUID dossier) {
        return looking.computeIfAbsent(dossier, this::load);
    }

    private Optional<Facts> load(UUID dossier) {
        Subjects subjects = Subjects.of(transaction.data().subjectsOf(dossier));
        if (facts.knelpunt() != null && facts.knelpunt().id().equals(dossier)) {
            return Optional.of(facts.as(Act.SEE_DATA).withKnelpunt(facts.knelpunt(), subjects));
        }
        return transaction
                .signals()
                .find(dossier)
                .filter(s -> s.state() != SignalState.DRAFT)
                .map(s -> facts.as(Act.SEE_SIGNAL)
                        .withKnelpunt(null, Subjects.NONE)
                        .withSignal(s, subjects));
    }
}
