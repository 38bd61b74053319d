package nl.knelpunt.engine.guard;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.lifecycle.State;
import nl.knelpunt.engine.lifecycle.Table;
import nl.knelpunt.engine.steering.Meeting;

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
    private static final Rule NOT_BEGUN = Rules.outOfOrder(
            "Deze vergadering is nog niet begonnen.",
            "This meeting has not begun yet.",
            "Wacht tot zij begint. Moet het eerder, laat het bureau dan het begin wijzigen, of het punt van de agenda halen.",
            "Wait until it begins. If it has to be sooner, let the bureau change when it does, or take the item off the agenda.");
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

    private static final Rule OWN_LIST = Rules.outOfOrder(
            "U maakte deze vernietigingslijst zelf.",
            "You made this destruction list yourself.",
            "Laat een ander hem beoordelen: een andere casusregisseur of de privacyfunctionaris.",
            "Let somebody else review it: another case director or the privacy officer.");
    private static final Rule NOT_REPORTED = Rules.outOfOrder(
            "Dit gegeven is niet als onjuist gemeld, dus er valt niets af te wijzen.",
            "This datum was not reported as wrong, so there is nothing to reject.",
            "Lees het gegeven opnieuw.",
            "Read the datum again.");

    private static final Rule OTHER_ACTIVITY = Rules.outOfOrder(
            "Deze stap hoort bij een andere activiteit. ({stap})",
            "This step belongs to another activity. ({stap})",
            "Doe dit bij een casusoverleg of scan die daarvoor is vastgesteld.",
            "Do this with a case consultation or scan that was decided on for it.");
    /** Of these it matters for which activity there is a dossier (Wgs 2.18(1)). */
    private static final Map<Act, Activity> OF_AN_ACTIVITY = new EnumMap<>(Map.of(
            Act.PLAN_CASE_MEETING, Activity.CASE_CONSULTATION,
            Act.CONVERT_CONSULTATION, Activity.CASE_CONSULTATION,
            Act.IMPORT_DATA_SET, Activity.SCAN,
            Act.RANK_AREAS, Activity.SCAN,
            Act.PROPOSE_FROM_SCAN, Activity.SCAN));

    private static final Rule OPEN_ANALYSIS = Rules.outOfOrder(
            "Van dit handhavingsknelpunt is al een analyse gevraagd of in de maak.",
            "An analysis of this knelpunt was asked for already, or is being written.",
            "Werk aan die analyse verder, of gooi haar weg.",
            "Go on with that analysis, or discard it.");
    private static final Rule OWN_TEST = Rules.outOfOrder(
            "Wie de analyse heeft geschreven, toetst haar niet zelf.",
            "Who wrote the analysis does not test it.",
            "Vraag de casusregisseur of een andere analist om de toets.",
            "Ask the case director or another analyst for the test.");
    private static final Rule CONDITIONS = Rules.outOfOrder(
            "Nog niet aan alle voorwaarden van de bevoegdheid is voldaan.",
            "Not all conditions of the power are met yet.",
            "Leg per voorwaarde vast dat eraan is voldaan, en begin daarna.",
            "Record of each condition that it is met, and start then.");

    private static final Rule NO_HELP = Rules.outOfOrder(
            "De module van uw organisatie biedt geen herkenningshulp, of is niet actief.",
            "Your organisation's module offers no recognition help, or is not active.",
            "Zoek zelf in uw eigen systeem, en beantwoord de vraag.",
            "Search your own system yourself, and answer the question.");
    private static final Rule NO_LIST = Rules.outOfOrder(
            "Uw organisatie heeft geen lijst van eigen subjecten klaargelegd.",
            "Your organisation has laid no list of own subjects ready.",
            "Vraag de beheerder van uw organisatie om een lijst, of zoek zelf in uw eigen systeem.",
            "Ask the administrator of your organisation for a list, or search your own system yourself.");
    private static final Rule ASKED_OFTEN = Rules.outOfOrder(
            "U heeft vandaag al {aantal} keer om herkenningshulp gevraagd; meer kan niet.",
            "You asked for recognition help {aantal} times today; more is not possible.",
            "Ga morgen verder, of zoek zelf in uw eigen systeem.",
            "Go on tomorrow, or search your own system yourself.");
    private static final Rule ALL_ASKED_OFTEN = Rules.outOfOrder(
            "Uw organisatie heeft vandaag al {aantal} keer om herkenningshulp gevraagd; meer kan niet.",
            "Your organisation asked for recognition help {aantal} times today; more is not possible.",
            "Ga morgen verder, of zoek zelf in uw eigen systeem.",
            "Go on tomorrow, or search your own system yourself.");

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
                    Lifecycle.CASE_MEETING,
                    facts -> facts.papers().caseMeeting() == null
                            ? null
                            : facts.papers().caseMeeting().state()),
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
                    Lifecycle.DESTRUCTION,
                    facts -> facts.papers().destruction() == null
                            ? null
                            : facts.papers().destruction().state()),
            new Bound<>(
                    Lifecycle.DATA_REQUEST,
                    facts -> facts.papers().dataRequest() == null
                            ? null
                            : facts.papers().dataRequest().state()),
            new Bound<>(
                    Lifecycle.CORRECTION,
                    facts -> facts.papers().correction() == null
                            ? null
                            : facts.papers().correction().state()),
            new Bound<>(
                    Lifecycle.ANALYSIS,
                    facts -> facts.papers().analysis() == null
                            ? null
                            : facts.papers().analysis().state()),
            new Bound<>(
                    Lifecycle.MEETING,
                    facts -> facts.papers().meeting() == null
                            ? null
                            : facts.papers().meeting().state()),
            new Bound<>(
                    Lifecycle.RAC_REQUEST,
                    facts -> facts.papers().racRequest() == null
                            ? null
                            : facts.papers().racRequest().state()),
            OF_THE_KNELPUNT);

    /** Asked at every decision: by act, those whose table binds it. */
    private static final Bound<?>[][] BY_ACT = byAct();

    private static final Set<Act> DECIDED_IN_MEETINGS = EnumSet.of(
            Act.VOTE_DESIGNATION,
            Act.DESIGNATE,
            Act.VOTE_PROLONGATION,
            Act.PROLONG,
            Act.VOTE_CLOSURE,
            Act.CLOSE,
            Act.VOTE_INVOLVEMENT,
            Act.DECIDE_INVOLVEMENT);

    /** Who is not there yet can't speak. On a knelpunt members can vote while they read for it: a later vote takes its place. */
    private static final Set<Act> DONE_AT_A_MEETING = EnumSet.of(
            Act.VOTE_ITEM,
            Act.CONCLUDE_ITEM,
            Act.HOLD_MEETING,
            Act.SEND_BACK,
            Act.DESIGNATE,
            Act.PROLONG,
            Act.CLOSE,
            Act.DECIDE_INVOLVEMENT);

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
        if (facts.asked() instanceof Asked.Helping helping) {
            return cannotBeHelped(helping, facts.policy().help(), broken);
        }
        if (KnelpuntTests.hasNothingToProlong(facts)) {
            return new Broken(NO_TERM, Fault.at("state", null), broken);
        }
        if (isOwnList(facts)) {
            return new Broken(OWN_LIST, Fault.at("person", null), broken);
        }
        if (isASecondAnalysis(facts)) {
            return new Broken(OPEN_ANALYSIS, Fault.at("state", null), broken);
        }
        if (isItsOwnTest(facts)) {
            return new Broken(OWN_TEST, Fault.at("state", null), broken);
        }
        if (DECIDED_IN_MEETINGS.contains(facts.act())
                && facts.policy().steering().inMeetings()
                && facts.papers().meeting() == null) {
            return new Broken(NOT_ON_AN_AGENDA, Fault.at("meeting", null), broken);
        }
        if (DONE_AT_A_MEETING.contains(facts.act()) && isStillToBegin(facts)) {
            return new Broken(NOT_BEGUN, Fault.at("starts", null), broken);
        }
        if (facts.asked() instanceof Asked.OnItem on
                && on.item() != null
                && !on.item().isOpen()) {
            return new Broken(CONCLUDED, Fault.at("state", null), broken);
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
        Activity wanted = OF_AN_ACTIVITY.get(facts.act());
        if (wanted != null && facts.knelpunt().activity() != wanted) {
            return new Broken(
                    OTHER_ACTIVITY,
                    Fault.at("activity", () -> Map.of("stap", facts.act().label()), null),
                    broken);
        }
        if (facts.act() == Act.START_INTERVENTION
                && !facts.papers().intervention().meetsItsConditions()) {
            return new Broken(CONDITIONS, Fault.at("conditions", null), broken);
        }
        if (facts.act() == Act.REJECT_ERROR && facts.data().get(0).marks().error() == null) {
            return new Broken(NOT_REPORTED, Fault.at("state", null), broken);
        }
        return isDestroying(facts) && isHeld(facts) ? new Broken(HELD, Fault.at("state", null), broken) : broken;
    }

    /** That a knelpunt is not designated, or not any more, and that a participant objects, are rules of the law too. */
    private static boolean isSaid(Bound<?> bound, Broken broken) {
        return broken != null
                && (bound == OF_THE_KNELPUNT && (broken.holds("G21") || broken.holds("G23"))
                        || bound == OF_THE_PROVISION && broken.holds("G33"));
    }

    private static Broken cannotBeHelped(Asked.Helping helping, Policy.Help help, Broken broken) {
        if (!helping.offered()) {
            return new Broken(NO_HELP, Fault.at("module", null), broken);
        }
        if (!helping.listed()) {
            return new Broken(NO_LIST, Fault.at("list", null), broken);
        }
        if (helping.byPerson() >= help.perPerson()) {
            return new Broken(ASKED_OFTEN, atMost(help.perPerson()), broken);
        }
        return helping.byParticipant() >= help.perParticipant()
                ? new Broken(ALL_ASKED_OFTEN, atMost(help.perParticipant()), broken)
                : broken;
    }

    private static Fault atMost(int number) {
        return Fault.at(
                "limit", () -> Map.of("aantal", new Text(String.valueOf(number), String.valueOf(number))), null);
    }

    private static boolean isStillToBegin(Facts facts) {
        Meeting meeting = facts.papers().meeting();
        return meeting != null && !meeting.hasBegunAt(facts.now());
    }

    private static boolean isOwnList(Facts facts) {
        return (facts.act() == Act.REVIEW_DESTRUCTION_LIST || facts.act() == Act.KEEP_LISTED)
                && facts.papers()
                        .destruction()
                        .maker()
                        .equals(facts.actor().account().id());
    }

    private static boolean isDestroying(Facts facts) {
        return facts.act() == Act.DESTROY_DATUM
                || facts.act() == Act.ACCEPT_CORRECTION
                        && facts.papers().correction().destroy();
    }

    private static boolean isASecondAnalysis(Facts facts) {
        return (facts.act() == Act.ASK_ANALYSIS || facts.act() == Act.BEGIN_ANALYSIS)
                && facts.papers().analysis() != null;
    }

    private static boolean isItsOwnTest(Facts facts) {
        return facts.act() == Act.TEST_ANALYSIS
                && facts.actor().account() != null
                && facts.actor().account().id().equals(facts.papers().analysis().writer());
    }

    private static boolean isHeld(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).marks().isHeldOn(facts.today())) {
                return true;
            }
        }
        return false;
    }
}
