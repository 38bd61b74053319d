package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;

/** What happened is put here in the transaction of the act, to be told when that is durable. */
final class Outbox {

    private Outbox() {}

    /**
     * @param facts as they were before the change
     * @param object that the act concerned, null for nothing that existed
     */
    static void put(Transaction transaction, Facts facts, UUID object, Done done) {
        // What a message became, who took it in says draft by draft.
        if (facts.act() != Act.DELIVER_MESSAGE) {
            EventType.of(facts.act()).ifPresent(type -> transaction.events().append(event(facts, type, object, done)));
        }
    }

    static void putDraft(Transaction transaction, Facts facts, Signal draft) {
        transaction
                .events()
                .append(new Event(
                        0,
                        Ids.next(),
                        facts.now(),
                        EventType.SIGNAL_DRAFTED,
                        draft.id(),
                        null,
                        List.of(draft.reporter()),
                        null));
    }

    private static Event event(Facts facts, EventType type, UUID object, Done done) {
        if (facts.signal() != null && done.state().equals(Done.DESTROYED)) {
            Signal gone = facts.signal();
            return new Event(
                    0,
                    Ids.next(),
                    facts.now(),
                    EventType.SIGNAL_DESTROYED,
                    gone.id(),
                    null,
                    whoKnew(gone),
                    gone.state());
        }
        return new Event(
                0,
                Ids.next(),
                facts.now(),
                type,
                subject(facts.act(), type, object, done),
                type.reach() == EventType.Reach.DATUM ? done.id() : null,
                concerned(facts, type),
                null);
    }

    /** What was acted on, unless it is about what the act made. */
    private static UUID subject(Act act, EventType type, UUID object, Done done) {
        if (type.sight() == Act.FOLLOW_EVENTS) {
            return null;
        }
        return object == null || type.sight().concerns() != act.concerns() ? done.id() : object;
    }

    private static List<String> concerned(Facts facts, EventType type) {
        return switch (type.reach()) {
            case EVERYBODY, DATUM -> List.of();
            case NAMED ->
                List.of(
                        facts.asked() instanceof Asked.Towards towards
                                ? towards.participant().id()
                                : facts.actor().participant().id());
            case OWN ->
                facts.knelpunt() == null
                        ? List.of(
                                facts.signal() == null
                                        ? facts.actor().participant().id()
                                        : facts.signal().reporter())
                        : facts.data().stream().map(Datum::supplier).distinct().toList();
        };
    }

    /** As the guard would have said it before the signal was gone: the reporter, who recognised it, and who was still asked. */
    private static List<String> whoKnew(Signal signal) {
        boolean stillAsked = signal.state() == SignalState.ASKED || signal.state() == SignalState.RECOGNISED;
        List<String> knew = new ArrayList<>(List.of(signal.reporter()));
        for (Recognition recognition : signal.recognitions()) {
            if (recognition.outcome() == Recognition.Outcome.RECOGNISED
                    || stillAsked && recognition.outcome() == Recognition.Outcome.OPEN) {
                knew.add(recognition.participant());
            }
        }
        return knew;
    }
}
