package nl.knelpunt.engine.component;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalOutcome;

/** What happened is put here in the transaction of the act, to be told when that is durable. */
final class Outbox {

    /** A knelpunt is made of what another dossier says. */
    private static final Set<Act> PROPOSING = EnumSet.of(Act.PROPOSE_FROM_SCAN, Act.CONVERT_CONSULTATION);

    private Outbox() {}

    /**
     * @param facts as they were before the change
     * @param object that the act concerned, null for nothing that existed
     */
    static void put(Transaction transaction, Facts facts, UUID object, Done done) {
        // What a message became, who took it in says draft by draft.
        if (facts.act() != Act.DELIVER_MESSAGE) {
            EventType.of(facts.act())
                    .ifPresent(type ->
                            events(transaction, facts, type, object, done).forEach(transaction.events()::append));
        }
    }

    /** Of the data of the facts, when another act than that of the type changed or destroys them. */
    static void putOf(Transaction transaction, Facts facts, EventType type) {
        events(transaction, facts, type, null, null).forEach(transaction.events()::append);
    }

    private static Stream<Event> events(Transaction transaction, Facts facts, EventType type, UUID object, Done done) {
        if (facts.act() == Act.ACCEPT_CORRECTION) {
            EventType became = facts.papers().correction().destroy()
                    ? EventType.KNELPUNT_DATUM_DESTROYED
                    : EventType.KNELPUNT_DATUM_CHANGED;
            Stream<Event> decided = Stream.of(event(facts, type, object, null, List.of()));
            return Stream.concat(decided, ofData(transaction, facts, became));
        }
        return switch (type) {
            case KNELPUNT_DATUM_CHANGED, KNELPUNT_DATUM_DESTROYED, SIGNAL_DATUM_DESTROYED ->
                ofData(transaction, facts, type);
            default ->
                Stream.of(
                        isGone(transaction, facts, done)
                                ? gone(facts)
                                : event(
                                        facts,
                                        type,
                                        subject(facts.act(), type, object, done),
                                        type.reach() == EventType.Reach.DATUM ? done.id() : null,
                                        concerned(facts, type)));
        };
    }

    private static Stream<Event> ofData(Transaction transaction, Facts facts, EventType type) {
        return switch (type) {
            // Of a datum and its copies, which may be in other dossiers.
            case KNELPUNT_DATUM_CHANGED ->
                facts.data().stream()
                        .map(d -> event(
                                facts,
                                isOfSignal(transaction, d) ? EventType.SIGNAL_DATUM_CHANGED : type,
                                d.dossier(),
                                d.id(),
                                List.of()));
            case KNELPUNT_DATUM_DESTROYED, SIGNAL_DATUM_DESTROYED ->
                facts.data().stream().collect(Collectors.groupingBy(Datum::dossier)).values().stream()
                        .map(gone -> event(
                                facts,
                                isOfSignal(transaction, gone.get(0))
                                        ? EventType.SIGNAL_DATUM_DESTROYED
                                        : EventType.KNELPUNT_DATUM_DESTROYED,
                                gone.get(0).dossier(),
                                null,
                                gone.stream().map(Datum::supplier).distinct().toList()));
            default -> throw new IllegalArgumentException(type.text());
        };
    }

    private static boolean isOfSignal(Transaction transaction, Datum datum) {
        return transaction.signals().find(datum.dossier()).isPresent();
    }

    private static boolean isGone(Transaction transaction, Facts facts, Done done) {
        return facts.signal() != null
                && done.state().equals(Done.DESTROYED)
                && transaction.signals().find(facts.signal().id()).isEmpty();
    }

    private static Event event(Facts facts, EventType type, UUID subject, UUID datum, List<String> concerned) {
        return new Event(0, Ids.next(), facts.now(), type, subject, datum, concerned, null);
    }

    private static Event gone(Facts facts) {
        Signal gone = facts.signal();
        return new Event(
                0, Ids.next(), facts.now(), EventType.SIGNAL_DESTROYED, gone.id(), null, gone.knownTo(), gone.state());
    }

    static void putDraft(Transaction transaction, Facts facts, Signal draft) {
        transaction
                .events()
                .append(event(facts, EventType.SIGNAL_DRAFTED, draft.id(), null, List.of(draft.reporter())));
    }

    /** What was acted on, unless it is about what the act made. */
    private static UUID subject(Act act, EventType type, UUID object, Done done) {
        if (type.sight() == Act.FOLLOW_EVENTS) {
            return null;
        }
        return object == null || PROPOSING.contains(act) || type.sight().concerns() != act.concerns()
                ? done.id()
                : object;
    }

    private static List<String> concerned(Facts facts, EventType type) {
        return switch (type.reach()) {
            case EVERYBODY, DATUM -> List.of();
            case NAMED -> List.of(named(facts));
            case OWN ->
                List.of(
                        facts.signal() == null
                                ? facts.actor().participant().id()
                                : facts.signal().reporter());
        };
    }

    private static String named(Facts facts) {
        if (facts.asked() instanceof Asked.Towards towards) {
            return towards.participant().id();
        }
        return facts.asked() instanceof Asked.Expiring expiring
                ? expiring.participant()
                : facts.actor().participant().id();
    }

    static void putOutcome(Transaction transaction, Facts facts, SignalOutcome outcome) {
        transaction
                .events()
                .append(event(
                        facts, EventType.SIGNAL_OUTCOME_RECORDED, outcome.signal(), null, List.of(outcome.reporter())));
    }
}
