package nl.knelpunt.engine.component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalOutcome;

/** What becomes of the signals of a proposal, and what of them comes into its dossier. Within the transaction of the act. */
final class Links {

    private Links() {}

    /** The facts with the data of their bundled signals, and whom they are about. */
    static Facts withItsSignals(Transaction transaction, Facts facts) {
        return facts.withKnelpunt(
                        facts.knelpunt(),
                        Subjects.of(facts.bundled().stream()
                                .flatMap(s -> transaction.data().subjectsOf(s.id()).stream())
                                .toList()))
                .withData(facts.bundled().stream()
                        .flatMap(s -> transaction.data().ofDossier(s.id()).stream())
                        .toList());
    }

    /** The activity was decided on: its signals belong to it, and what they say comes in. */
    static void designated(Transaction transaction, Facts facts) {
        linkAll(transaction, facts, SignalOutcome.Kind.KNELPUNT_DESIGNATED);
    }

    /** A signal was linked to the running activity. */
    static void linked(Transaction transaction, Facts facts) {
        linkAll(transaction, facts, SignalOutcome.Kind.LINKED);
    }

    private static void linkAll(Transaction transaction, Facts facts, SignalOutcome.Kind kind) {
        UUID knelpunt = facts.knelpunt().id();
        bringIn(transaction, knelpunt, facts.subjects(), facts.data());
        for (Signal signal : facts.bundled()) {
            transaction.signals().update(signal.linkedTo(knelpunt, facts.now()));
            Outcomes.ofKnelpunt(transaction, facts, signal, kind, knelpunt);
        }
    }

    /** Subjects and data come into the dossier with their origin and dates (G39: reuse restarts nothing). */
    private static void bringIn(Transaction transaction, UUID dossier, Subjects subjects, List<Datum> data) {
        Map<UUID, UUID> ids = new HashMap<>();
        subjects.all().forEach(s -> ids.put(s.id(), Ids.next()));
        for (Subject s : subjects.all()) {
            transaction
                    .data()
                    .insert(new Subject(
                            ids.get(s.id()),
                            dossier,
                            s.kind(),
                            ids.get(s.circleOf()),
                            s.circleReason(),
                            s.pseudonym()));
        }
        for (Datum d : data) {
            transaction.data().insert(d.takenOver(Ids.next(), dossier, ids.get(d.subject()), d.id()));
        }
    }

    /** The proposal was rejected: its signals stay taken up, for the participants to weigh anew or to bundle elsewhere. */
    static void rejected(Transaction transaction, Facts facts) {
        tell(transaction, facts, facts.bundled(), SignalOutcome.Kind.KNELPUNT_REJECTED);
    }

    /** The activity was closed. */
    static void closed(Transaction transaction, Facts facts) {
        UUID knelpunt = facts.knelpunt().id();
        tell(transaction, facts, transaction.signals().linkedTo(knelpunt), SignalOutcome.Kind.KNELPUNT_CLOSED);
    }

    private static void tell(Transaction transaction, Facts facts, List<Signal> signals, SignalOutcome.Kind kind) {
        signals.forEach(s -> Outcomes.ofKnelpunt(
                transaction, facts, s, kind, facts.knelpunt().id()));
    }

    /** Of all signals that the end of an activity destroys: for the log, which has a record for each data subject. */
    static List<Datum> dataThatEndWith(Transaction transaction, UUID knelpunt) {
        return transaction.signals().linkedTo(knelpunt).stream()
                .filter(s -> s.links().size() == 1)
                .flatMap(s -> transaction.data().ofDossier(s.id()).stream())
                .toList();
    }

    /** The dossier is destroyed: its signals go with it, unless they belong to another activity as well (Bgs 1.16(1)). */
    static void destroyed(Transaction transaction, Facts facts, UUID knelpunt) {
        for (Signal signal : transaction.signals().linkedTo(knelpunt)) {
            if (signal.links().size() > 1) {
                transaction.signals().update(signal.unlinkedFrom(knelpunt));
            } else {
                Outcomes.record(
                        transaction, facts, signal, SignalOutcome.Kind.DESTROYED, SignalOutcome.Reason.ACTIVITY_ENDED);
                transaction.signals().destroy(signal.id());
            }
        }
    }
}
