package nl.knelpunt.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.lifecycle.CorrectionState;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
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
    private static final Rule HELD = Rules.outOfOrder(
            "Dit gegeven wordt bewaard om een wettelijk voorschrift of een rechtsvordering (artikel 1.8, zevende lid, Wgs).",
            "This datum is kept because of a legal rule or a legal claim (article 1.8(7) Wgs).",
            "Vraag de casusregisseur of de opschorting kan worden opgeheven.",
            "Ask the case director whether the hold can be lifted.");

    private static final Rule NOT_REPORTED = Rules.outOfOrder(
            "Dit gegeven is niet als onjuist gemeld, dus er valt niets af te wijzen.",
            "This datum was not reported as wrong, so there is nothing to reject.",
            "Lees het gegeven opnieuw.",
            "Read the datum again.");

    private OutOfOrder() {}

    /** With what is out of order after what is broken already. */
    static Broken look(Facts facts, Broken broken) {
        if (isInTheWrongState(facts, broken)) {
            return new Broken(WRONG_STATE, Fault.at("state", () -> states(facts), null), broken);
        }
        if (KnelpuntTests.hasNothingToProlong(facts)) {
            return new Broken(NO_TERM, Fault.at("state", null), broken);
        }
        if (facts.act() == Act.REJECT_ERROR && facts.data().get(0).marks().error() == null) {
            return new Broken(NOT_REPORTED, Fault.at("state", null), broken);
        }
        return isDestroying(facts) && isHeld(facts) ? new Broken(HELD, Fault.at("state", null), broken) : broken;
    }

    private static boolean isDestroying(Facts facts) {
        return facts.act() == Act.DESTROY_DATUM
                || facts.act() == Act.ACCEPT_CORRECTION
                        && facts.papers().correction().destroy();
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
            case DATA_REQUEST -> isKnelpuntInTheWrongState(facts, broken) || isDataRequestInTheWrongState(facts);
            case CORRECTION -> !Lifecycle.allows(facts.papers().correction().state(), act);
            case PLATFORM, PARTICIPANT, NOTICE -> false;
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

    private static boolean isDataRequestInTheWrongState(Facts facts) {
        return !Lifecycle.allows(facts.papers().dataRequest().state(), facts.act());
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
            case DATA_REQUEST ->
                isDataRequestInTheWrongState(facts)
                        ? states(
                                facts.papers().dataRequest().state().label(),
                                act,
                                Lifecycle.dataRequestStatesFor(act).stream().map(DataRequestState::label))
                        : ofTheKnelpunt(facts);
            case CORRECTION ->
                states(
                        facts.papers().correction().state().label(),
                        act,
                        Lifecycle.correctionStatesFor(act).stream().map(CorrectionState::label));
            default ->
                act.concerns() == Act.Concerns.PROVISION && isProvisionInTheWrongState(facts)
                        ? states(
                                facts.papers().provision().state().label(),
                                act,
                                Lifecycle.provisionStatesFor(act).stream().map(ProvisionState::label))
                        : ofTheKnelpunt(facts);
        };
    }

    private static Map<String, Text> ofTheKnelpunt(Facts facts) {
        return states(
                facts.knelpunt().state().label(),
                facts.act(),
                Lifecycle.knelpuntStatesFor(facts.act()).stream().map(KnelpuntState::label));
    }

    private static Map<String, Text> states(Text now, Act act, Stream<Text> possible) {
        Text when = possible.reduce((a, b) -> new Text(a.nl() + ", " + b.nl(), a.en() + ", " + b.en()))
                .orElseThrow();
        return Map.of("nu", now, "stap", act.label(), "wanneer", when);
    }
}
