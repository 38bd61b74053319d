package nl.knelpunt.engine.component;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;

/** A datum of a dossier, alone or with all that it was taken over from and into: one value, in several dossiers. */
final class Copies {

    private Copies() {}

    /** The facts with the datum, without any when this dossier has no such datum. */
    static Facts alone(Transaction transaction, Facts facts, UUID datum) {
        return facts.withData(find(transaction, facts, datum).stream().toList());
    }

    /** The facts with the datum first, then its copies elsewhere, and with the subjects of all. */
    static Facts together(Transaction transaction, Facts facts, UUID datum) {
        Optional<Datum> asked = find(transaction, facts, datum);
        if (asked.isEmpty()) {
            return facts.withData(List.of());
        }
        List<Datum> all = List.copyOf(of(transaction, asked.get()));
        return facts.withData(all)
                .withSubjects(Subjects.of(all.stream()
                        .map(Datum::dossier)
                        .distinct()
                        .flatMap(d -> transaction.data().subjectsOf(d).stream())
                        .toList()));
    }

    private static Optional<Datum> find(Transaction transaction, Facts facts, UUID datum) {
        return facts.knelpunt() == null
                ? Optional.empty()
                : transaction
                        .data()
                        .find(datum)
                        .filter(d -> d.dossier().equals(facts.knelpunt().id()));
    }

    /** The datum first, then its copies in other dossiers. */
    static Collection<Datum> of(Transaction transaction, Datum datum) {
        Map<UUID, Datum> all = new LinkedHashMap<>();
        all.put(datum.id(), datum);
        Deque<UUID> open = new ArrayDeque<>();
        open.add(first(transaction, datum));
        while (!open.isEmpty()) {
            UUID id = open.remove();
            List<Datum> copies = transaction.data().copiesOf(id);
            Stream.concat(transaction.data().find(id).stream(), copies.stream())
                    .forEach(d -> all.putIfAbsent(d.id(), d));
            copies.stream().map(Datum::id).forEach(open::add);
        }
        return all.values();
    }

    /** Where it was first; perhaps not there any more. */
    private static UUID first(Transaction transaction, Datum datum) {
        UUID first = datum.id();
        Optional<Datum> before = Optional.of(datum);
        while (before.isPresent()) {
            UUID from = before.get().marks().reusedFrom();
            first = from == null ? first : from;
            before = from == null ? Optional.empty() : transaction.data().find(from);
        }
        return first;
    }
}
