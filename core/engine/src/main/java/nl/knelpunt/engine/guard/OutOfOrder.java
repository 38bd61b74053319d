package nl.knelpunt.engine.guard;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.lifecycle.RequestState;
import nl.knelpunt.engine.lifecycle.SignalState;

/** Why an act can't be done as things stand, whatever the law says of it. */
final class OutOfOrder {

    private static final Rule WRONG_STATE = Rules.outOfOrder(
            "Deze stap kan nu niet: de status is '{nu}'. ({stap})",
            "This step can't be taken now: the state is '{nu}'. ({stap})",
            "Dit kan wel bij de status: {wanneer}.",
            "It can be done in the state: {wanneer}.");
    private static final Rule NO_TERM = Rules.outOfOrder(
            "Een casusoverleg heeft geen termijn, dus er valt niets te verlengen.",
            "A case consultation has no term, so there is nothing to prolong.",
            "Evalueer het elk jaar, en sluit het af als het niet meer nodig is.",
            "Evaluate it every year, and close it when it is no longer necessary.");
    private static final Rule NOT_ON_AN_AGENDA = Rules.outOfOrder(
            "Dit staat niet op de agenda van een vergadering of schriftelijke ronde van de stuurgroep.",
            "This does not stand on the agenda of a meeting or a round in writing of the steering group.",
            "Vraag het RIEC-bureau om het op de agenda te zetten.",
            "Ask the RIEC bureau to put it on the agenda.");
    private static final Rule CONCLUDED = Rules.outOfOrder(
            "Dit agendapunt is al afgerond.",
            "This item of the agenda was concluded already.",
            "Zet het opnieuw op de agenda als er opnieuw over moet worden besloten.",
            "Put it on an agenda again if it is to be decided on again.");
    private static final Rule HELD = Rules.outOfOrder(
            "Dit gegeven wordt bewaard om een wettelijk voorschrift of een rechtsvordering (artikel 1.8, zevende lid, Wgs).",
            "This datum is kept because of a legal rule or a legal claim (article 1.8(7) Wgs).",
            "Vraag de casusregisseur of de opschorting kan worden opgeheven.",
            "Ask the case director whether the hold can be lifted.");

    private static final Set<Act> DECIDED_IN_MEETINGS = EnumSet.of(
            Act.VOTE_DESIGNATION, Act.DESIGNATE, Act.VOTE_PROLONGATION, Act.PROLONG, Act.VOTE_CLOSURE, Act.CLOSE);

    private OutOfOrder() {}

    /** With what is out of order after what is broken already. */
    static Broken look(Facts facts, Broken broken) {
        if (isInTheWrongState(facts, broken)) {
            return new Broken(WRONG_STATE, Fault.at("state", () -> states(facts), null), broken);
        }
        if (KnelpuntTests.hasNothingToProlong(facts)) {
            return new Broken(NO_TERM, Fault.at("state", null), broken);
        }
        if (DECIDED_IN_MEETINGS.contains(facts.act())
                && facts.policy().steering().inMeetings()
                && facts.papers().meeting() == null) {
            return new Broken(NOT_ON_AN_AGENDA, Fault.at("meeting", null), broken);
        }
        if (facts.asked() instanceof Asked.OnItem on
                && on.item() != null
                && !on.item().isOpen()) {
            return new Broken(CONCLUDED, Fault.at("state", null), broken);
        }
        return facts.act() == Act.DESTROY_DATUM && isHeld(facts)
                ? new Broken(HELD, Fault.at("state", null), broken)
                : broken;
    }

    private static boolean isHeld(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).marks().hold() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTheWrongState(Facts facts, Broken broken) {
        Act act = facts.act();
        return switch (act.concerns()) {
            case SIGNAL -> !Lifecycle.allows(facts.signal().state(), act);
            case KNELPUNT -> isKnelpuntInTheWrongState(facts, broken);
            case PROVISION -> isKnelpuntInTheWrongState(facts, broken) || isProvisionInTheWrongState(facts);
            case REQUEST -> !Lifecycle.allows(facts.papers().request().state(), act);
            case MEETING -> !Lifecycle.allows(facts.papers().meeting().state(), act);
            case PLATFORM, PARTICIPANT -> false;
        };
    }

    /** Unless a rule of the law says so already (G21, G23). */
    private static boolean isKnelpuntInTheWrongState(Facts facts, Broken broken) {
        return facts.knelpunt() != null
                && !Lifecycle.allows(facts.knelpunt().state(), facts.act())
                && !(broken != null && (broken.holds("G21") || broken.holds("G23")));
    }

    private static boolean isProvisionInTheWrongState(Facts facts) {
        return !Lifecycle.allows(facts.papers().provision().state(), facts.act());
    }

    /** The state now, the step, and the states in which it can be done. */
    private static Map<String, Text> states(Facts facts) {
        Act act = facts.act();
        return switch (act.concerns()) {
            case SIGNAL ->
                states(
                        facts.signal().state().label(),
                        act,
                        Lifecycle.signalStatesFor(act).stream().map(SignalState::label));
            case REQUEST ->
                states(
                        facts.papers().request().state().label(),
                        act,
                        Lifecycle.requestStatesFor(act).stream().map(RequestState::label));
            case MEETING ->
                states(
                        facts.papers().meeting().state().label(),
                        act,
                        Lifecycle.meetingStatesFor(act).stream().map(MeetingState::label));
            default ->
                act.concerns() == Act.Concerns.PROVISION && isProvisionInTheWrongState(facts)
                        ? states(
                                facts.papers().provision().state().label(),
                                act,
                                Lifecycle.provisionStatesFor(act).stream().map(ProvisionState::label))
                        : states(
                                facts.knelpunt().state().label(),
                                act,
                                Lifecycle.knelpuntStatesFor(act).stream().map(KnelpuntState::label));
        };
    }

    private static Map<String, Text> states(Text now, Act act, Stream<Text> possible) {
        Text when = possible.reduce((a, b) -> new Text(a.nl() + ", " + b.nl(), a.en() + ", " + b.en()))
                .orElseThrow();
        return Map.of("nu", now, "stap", act.label(), "wanneer", when);
    }
}
