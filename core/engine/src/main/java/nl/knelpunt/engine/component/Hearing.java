package nl.knelpunt.engine.component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.gate.Gate.Judge;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;

/**
 * Who may hear of an event: whoever the guard lets see, at this moment, what the event is about. What is gone is judged as what
 * was known of it then. For one transaction.
 */
final class Hearing {

    /** The facts of an act on what exists, for the one who hears. */
    interface Look {

        Facts at(Act act, UUID object);
    }

    private final Transaction transaction;
    private final Actor actor;
    private final Look look;
    private final Judge judge;
    private final Map<List<Object>, Facts> looked = new HashMap<>();

    Hearing(Transaction transaction, Actor actor, Look look, Judge judge) {
        this.transaction = transaction;
        this.actor = actor;
        this.look = look;
        this.judge = judge;
    }

    boolean permits(Event event) {
        if (event.type() == null) {
            return false;
        }
        Facts facts = facts(event, sight(event));
        if (!canOpen(facts)) {
            return false;
        }
        return switch (event.type().reach()) {
            case EVERYBODY -> isPermitted(facts);
            case NAMED -> (seesAll(facts) || isConcerned(event)) && isPermitted(facts);
            case OWN -> isConcerned(event) && isPermitted(facts);
            case DATUM ->
                transaction
                        .data()
                        .find(event.datum())
                        .filter(d -> d.dossier().equals(event.subject()))
                        .map(d -> judge.show(facts, d) != null)
                        .orElse(false);
        };
    }

    /** A participant's system sees no signal, but may hear of its participant's own. */
    private Act sight(Event event) {
        Act sight = event.type().sight();
        return sight == Act.SEE_SIGNAL && actor.roles().contains(Role.CONNECTION) ? Act.HEAR_OF_SIGNAL : sight;
    }

    private Facts facts(Event event, Act sight) {
        return event.was() == null
                ? looked.computeIfAbsent(List.of(sight, of(event)), k -> look.at(sight, event.subject()))
                : look.at(sight, null).withSignal(asItWas(event), Subjects.NONE);
    }

    private static Object of(Event event) {
        return event.subject() == null ? "" : event.subject();
    }

    private static Signal asItWas(Event event) {
        List<String> knew = event.participants();
        return new Signal(
                event.subject(),
                knew.get(0),
                event.was(),
                0,
                event.at(),
                event.at(),
                SignalContent.draft(null),
                knew.stream()
                        .skip(1)
                        .map(p -> new Recognition(
                                p, event.at(), Recognition.Outcome.RECOGNISED, null, null, event.at(), null))
                        .toList(),
                null);
    }

    /** What is said of a part of a dossier is told with the dossier, so that only who may open that hears it. */
    private boolean canOpen(Facts facts) {
        return facts.act().concerns() != Act.Concerns.KNELPUNT || isPermitted(facts.as(Act.SEE_KNELPUNT));
    }

    private boolean isPermitted(Facts facts) {
        return Guard.decide(facts).isPermit();
    }

    private boolean isConcerned(Event event) {
        return event.participants().stream().anyMatch(actor::isOf);
    }

    /** As signals are shown: reporter and bureau see what all participants do with one. */
    private boolean seesAll(Facts facts) {
        return actor.isBureau()
                || facts.signal() != null && actor.isOf(facts.signal().reporter());
    }
}
