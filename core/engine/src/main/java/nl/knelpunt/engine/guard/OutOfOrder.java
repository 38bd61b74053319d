package nl.knelpunt.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.lifecycle.State;
import nl.knelpunt.engine.lifecycle.Table;

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
    static final Rule INCOMPLETE = Rules.outOfOrder(
            "Dit deel van het voorstel ontbreekt nog of is niet af: {deel}.",
            "This part of the proposal is still missing or unfinished: {deel}.",
            "Vul het genoemde onderdeel van het voorstel in.",
            "Fill in the part of the proposal that is named.");
    private static final Rule NOBODY_TO_INVOLVE = Rules.outOfOrder(
            "Er is geen wijziging van de betrokken deelnemers voorgesteld.",
            "No change of the participants involved has been proposed.",
            "Laat de casusregisseur voorstellen wie erbij komt of vertrekt.",
            "Let the case director propose who joins or leaves.");
    private static final Rule LAST_INVOLVED = Rules.outOfOrder(
            "Dit is de enige deelnemer die nog betrokken is.",
            "This is the only participant that is still involved.",
            "Laat de stuurgroep het handhavingsknelpunt afsluiten.",
            "Let the steering group close the knelpunt.");
    private static final Rule HELD = Rules.outOfOrder(
            "Dit gegeven wordt bewaard om een wettelijk voorschrift of een rechtsvordering (artikel 1.8, zevende lid, Wgs).",
            "This datum is kept because of a legal rule or a legal claim (article 1.8(7) Wgs).",
            "Vraag de casusregisseur of de opschorting kan worden opgeheven.",
            "Ask the case director whether the hold can be lifted.");

    private static final Rule CONDITIONS = Rules.outOfOrder(
            "Nog niet aan alle voorwaarden van de bevoegdheid is voldaan.",
            "Not all conditions of the power are met yet.",
            "Leg per voorwaarde vast dat eraan is voldaan, en begin daarna.",
            "Record of each condition that it is met, and start then.");

    /** A table, and how the state of what lives so is read from the facts: null where an act is not about one. */
    private record Bound<S extends Enum<S> & State>(Table<S> table, Function<Facts, S> state) {

        S wrong(Facts facts) {
            S now = state.apply(facts);
            return now == null || table.allows(now, facts.act()) ? null : now;
        }

        Broken look(Facts facts, Broken broken) {
            S now = wrong(facts);
            return now == null
                    ? broken
                    : new Broken(WRONG_STATE, Fault.at("state", () -> states(now, facts.act()), null), broken);
        }

        /** The state now, the step, and the states in which it can be done. */
        private Map<String, Text> states(S now, Act act) {
            Text when = table.statesFor(act).stream()
                    .map(State::label)
                    .reduce((a, b) -> new Text(a.nl() + ", " + b.nl(), a.en() + ", " + b.en()))
                    .orElseThrow();
            return Map.of("nu", now.label(), "stap", act.label(), "wanneer", when);
        }
    }

    private static final Bound<KnelpuntState> OF_THE_KNELPUNT = new Bound<>(
            Lifecycle.KNELPUNT,
            facts -> facts.knelpunt() == null ? null : facts.knelpunt().state());

    private static final Bound<ProvisionState> OF_THE_PROVISION = new Bound<>(
            Lifecycle.PROVISION,
            facts -> facts.papers().provision() == null
                    ? null
                    : facts.papers().provision().state());

    /** The knelpunt last: of what is part of it, its own state is told first. */
    private static final List<Bound<?>> BOUND = List.of(
            new Bound<>(
                    Lifecycle.SIGNAL,
                    facts -> facts.signal() == null ? null : facts.signal().state()),
            new Bound<>(
                    Lifecycle.INTERVENTION,
                    facts -> facts.papers().intervention() == null
                            ? null
                            : facts.papers().intervention().state()),
            OF_THE_PROVISION,
            new Bound<>(
                    Lifecycle.REQUEST,
                    facts -> facts.papers().request() == null
                            ? null
                            : facts.papers().request().state()),
            new Bound<>(
                    Lifecycle.RAC_REQUEST,
                    facts -> facts.papers().racRequest() == null
                            ? null
                            : facts.papers().racRequest().state()),
            OF_THE_KNELPUNT);

    /** Asked at every decision: by act, those whose table binds it. */
    private static final Bound<?>[][] BY_ACT = byAct();

    private OutOfOrder() {}

    private static Bound<?>[][] byAct() {
        Bound<?>[][] byAct = new Bound<?>[Act.values().length][];
        for (Act act : Act.values()) {
            byAct[act.ordinal()] =
                    BOUND.stream().filter(b -> b.table().binds(act)).toArray(Bound<?>[]::new);
        }
        return byAct;
    }

    /** With what is out of order after what is broken already. */
    static Broken look(Facts facts, Broken broken) {
        Bound<?>[] bound = BY_ACT[facts.act().ordinal()];
        for (int i = 0; i < bound.length; i++) {
            Broken wrong = isSaid(bound[i], broken) ? broken : bound[i].look(facts, broken);
            if (wrong != broken) {
                return wrong;
            }
        }
        if (KnelpuntTests.hasNothingToProlong(facts)) {
            return new Broken(NO_TERM, Fault.at("state", null), broken);
        }
        if (facts.act() == Act.SUBMIT_PROPOSAL) {
            Fault lacking = ProposalTests.lacking(facts);
            return lacking == null ? broken : new Broken(INCOMPLETE, lacking, broken);
        }
        if (KnelpuntTests.hasNobodyToInvolve(facts)) {
            return new Broken(NOBODY_TO_INVOLVE, Fault.at("state", null), broken);
        }
        if (KnelpuntTests.isTheLastInvolved(facts)) {
            return new Broken(LAST_INVOLVED, Fault.at("state", null), broken);
        }
        if (facts.act() == Act.START_INTERVENTION
                && !facts.papers().intervention().meetsItsConditions()) {
            return new Broken(CONDITIONS, Fault.at("conditions", null), broken);
        }
        return facts.act() == Act.DESTROY_DATUM && isHeld(facts)
                ? new Broken(HELD, Fault.at("state", null), broken)
                : broken;
    }

    /** That a knelpunt is not designated, or not any more, and that a participant objects, are rules of the law too. */
    private static boolean isSaid(Bound<?> bound, Broken broken) {
        return broken != null
                && (bound == OF_THE_KNELPUNT && (broken.holds("G21") || broken.holds("G23"))
                        || bound == OF_THE_PROVISION && broken.holds("G33"));
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
}
