package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.CaseMeetingState;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.lifecycle.Table;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.steering.OutsideDecisions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every step of the table can be taken by people, and leads only where the table says. */
class LifecycleThroughUseCasesTest {

    @TestFactory
    Stream<DynamicTest> everyStepOfASignalCanBeTaken() {
        return Lifecycle.SIGNAL.steps().stream()
                .map(step -> dynamicTest(step.act() + " when " + step.from(), () -> {
                    House house = new House();
                    UUID signal = signalIn(house, step.from());
                    assertEquals(
                            step.from(),
                            house.store.signal(signal).orElseThrow().state());
                    actOnSignal(house, step.act(), signal);
                    leadsTo(
                            step,
                            house.store
                                    .signal(signal)
                                    .map(s -> s.state().name())
                                    .orElse(Done.DESTROYED));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyStepOfAKnelpuntCanBeTaken() {
        return Lifecycle.KNELPUNT.steps().stream()
                .map(step -> dynamicTest(step.act() + " when " + step.from(), () -> {
                    House house = new House();
                    UUID knelpunt = switch (step.from()) {
                        case PROPOSED -> house.proposed();
                        case SUBMITTED -> house.submitted();
                        default -> ofItsActivity(house, step.act());
                    };
                    assertEquals(step.from(), house.store.knelpunt(knelpunt).state());
                    act(house, step.act(), knelpunt);
                    leadsTo(step, house.store.knelpunt(knelpunt).state().name());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyStepOfAnAnalysisCanBeTaken() {
        return Lifecycle.ANALYSIS.steps().stream()
                .map(step -> dynamicTest(step.act() + " when " + step.from(), () -> {
                    House house = new House();
                    UUID knelpunt = house.designated();
                    UUID analysis = switch (step.from()) {
                        case ASKED ->
                            house.analyses
                                    .ask(by(house.director), knelpunt, "Hoe komt dit?", null)
                                    .id();
                        case DRAFT -> house.writtenAnalysis(knelpunt);
                        default -> {
                            UUID written = house.writtenAnalysis(knelpunt);
                            house.analyses.submit(by(house.analyst), written);
                            yield written;
                        }
                    };
                    switch (step.act()) {
                        case WRITE_ANALYSIS -> house.analyses.write(by(house.analyst), analysis, s -> s);
                        case SUBMIT_ANALYSIS -> house.analyses.submit(by(house.analyst), analysis);
                        case TEST_ANALYSIS -> house.analyses.test(by(house.director), analysis, true, null);
                        case DISCARD_ANALYSIS -> house.analyses.discard(by(house.analyst), analysis);
                        default -> throw new AssertionError("No use case does " + step.act());
                    }
                    leadsTo(
                            step,
                            house.store.transact(t -> t.analyses()
                                    .find(analysis)
                                    .map(a -> a.state().name())
                                    .orElse(Done.DESTROYED)));
                }));
    }

    private static void leadsTo(Table.Step<?> step, String reached) {
        Set<String> names = step.to().stream().map(Enum::name).collect(Collectors.toSet());
        if (step.destroys()) {
            names.add(Done.DESTROYED);
        }
        assertTrue(names.contains(reached), () -> reached + " is not one of " + names);
    }

    private static UUID signalIn(House house, SignalState state) {
        return switch (state) {
            case DRAFT -> house.draft();
            case REPORTED -> house.reported();
            case ASKED -> house.asked();
            case RECOGNISED -> {
                UUID signal = house.recognised();
                house.signals.askRecognition(by(house.director), signal, House.NEIGHBOUR.id());
                yield signal;
            }
            case WEIGHED -> house.weighed();
            case TAKEN_UP -> house.takenUp();
            case LINKED -> {
                UUID signal = house.takenUp();
                house.signals.link(by(house.director), house.designated(), signal);
                yield signal;
            }
        };
    }

    private static void actOnSignal(House house, Act act, UUID signal) {
        switch (act) {
            case DESIGNATE -> house.designatedWith(signal);
            case LINK_SIGNAL -> house.signals.link(by(house.director), house.designated(), signal);
            default -> act(house, act, signal);
        }
    }

    private static void act(House house, Act act, UUID id) {
        switch (act) {
            case COMPLETE_DRAFT -> house.signals.complete(by(house.officer), id, c -> c);
            case ADD_DRAFT_DATUM -> house.signals.addDatum(by(house.officer), id, House.plate("88-YY-88"));
            case REMOVE_DRAFT_DATUM ->
                house.signals.removeDatum(
                        by(house.officer), id, house.store.dataOf(id).get(0).id());
            case DISCARD_DRAFT -> house.signals.discard(by(house.officer), id);
            case LAPSE_DRAFT -> {
                house.passes(Duration.ofDays(31));
                house.terms.end();
            }
            case REPORT_SIGNAL -> house.signals.report(by(house.officer), id);
            case ASK_RECOGNITION -> house.signals.askRecognition(by(house.officer), id, House.NEIGHBOUR.id());
            case ANSWER_RECOGNITION -> {
                boolean isRecognised = house.store.signal(id).orElseThrow().state() == SignalState.RECOGNISED;
                if (isRecognised) {
                    house.signals.recognise(by(house.neighboursWorker), id, House.neighboursObservation());
                } else {
                    house.signals.recognise(by(house.mayorsWorker), id, House.ownObservation());
                }
            }
            case HELP_RECOGNITION -> {
                boolean isRecognised = house.store.signal(id).orElseThrow().state() == SignalState.RECOGNISED;
                house.helps();
                house.lists.put(House.NEIGHBOUR.id(), "");
                house.ask(isRecognised ? house.neighboursWorker : house.mayorsWorker, id);
            }
            case WITHDRAW_RECOGNITION -> house.signals.withdrawRecognition(by(house.mayorsWorker), id);
            case EXPIRE_RECOGNITION -> {
                house.passes(Duration.ofDays(31));
                house.terms.end();
            }
            case GRADE_SIGNAL -> house.signals.grade(by(house.officer), id, World.GRADING);
            case COMPARE_SIGNALS -> house.comparisons.onIdentifiers(by(house.officer), id, null, 10);
            case LINK_SIGNAL -> house.signals.link(by(house.director), id, house.takenUp());
            case WITHDRAW_SIGNAL -> house.signals.withdraw(by(house.officer), id);
            case PREPARE_ASSESSMENT -> house.signals.prepareAssessment(by(house.director), id, World.FACTORS);
            case DECIDE_ASSESSMENT -> house.signals.decideAssessment(by(house.officer), id, true, "past");
            case AMEND_PROPOSAL -> house.knelpunten.amend(by(house.director), id, p -> p);
            case SUBMIT_PROPOSAL -> house.knelpunten.submit(by(house.director), id);
            case SEND_BACK -> house.knelpunten.sendBack(by(house.mayor), id, "eerst de afbakening");
            case VOTE_DESIGNATION -> vote(house, id, Motion.Kind.DESIGNATE);
            case DESIGNATE -> {
                vote(house, id, Motion.Kind.DESIGNATE);
                house.knelpunten.designate(by(house.mayor), id);
            }
            case PROPOSE_INVOLVEMENT -> house.involvements.propose(by(house.director), id, House.neighbourJoins());
            case VOTE_INVOLVEMENT -> {
                house.involvements.propose(by(house.director), id, House.neighbourJoins());
                vote(house, id, Motion.Kind.INVOLVE);
            }
            case DECIDE_INVOLVEMENT -> {
                house.involvements.propose(by(house.director), id, House.neighbourJoins());
                vote(house, id, Motion.Kind.INVOLVE);
                house.involvements.decide(by(house.mayor), id);
            }
            case LEAVE_KNELPUNT -> house.involvements.leave(by(house.mayor), id, "geen taak meer");
            case OPEN_PHASE -> house.knelpunten.openPhase(by(house.mayor), id, 2, "nodig");
            case CLOSE_PHASE -> house.knelpunten.closePhase(by(house.mayor), id, 2, "gezien", false);
            case REQUEST_DATA -> house.requested(id);
            case SUPPLY_REQUESTED -> {
                UUID request = house.requested(id);
                house.dataRequests.supply(by(house.mayorsWorker), request, List.of(house.permit(id)));
            }
            case ASK_BACK -> house.dataRequests.askBack(by(house.mayorsWorker), house.requested(id), "welk jaar?");
            case ANSWER_BACK -> {
                UUID request = house.requested(id);
                house.dataRequests.askBack(by(house.mayorsWorker), request, "welk jaar?");
                house.dataRequests.answerBack(by(house.officer), request, "dit jaar");
            }
            case SHARE_DATUM ->
                house.knelpunten.share(by(house.officer), id, House.plateOf(suspect(house, id), "88-YY-88"));
            case SEE_DATA -> house.knelpunten.data(by(house.officer), id, null, 10);
            case REVEAL_BSN -> house.data.reveal(by(house.analyst), id, bsn(house, id), "naamgenoten");
            case REUSE_DATUM -> house.data.reuse(by(house.officer), id, elsewhere(house), suspect(house, id), "zelfde");
            case ANALYSE ->
                house.data.analyse(
                        by(house.analyst), id, new Data.Selection(AnalysisMethod.BY_A_PERSON, null, null), null, 10);
            case KEEP_SELECTION -> selection(house, id);
            case CHANGE_SELECTION ->
                house.selections.replace(by(house.analyst), id, selection(house, id), everything());
            case EXPORT_SELECTION ->
                house.selections.export(
                        by(house.analyst), id, new Selections.Over(null, null), Export.Format.CSV, "overleg", false);
            case ASK_ANALYSIS -> house.analyses.ask(by(house.director), id, "Hoe komt dit?", null);
            case BEGIN_ANALYSIS -> house.analyses.begin(by(house.analyst), id);
            case WRITE_ANALYSIS -> house.writtenAnalysis(id);
            case SUBMIT_ANALYSIS -> house.analyses.submit(by(house.analyst), house.writtenAnalysis(id));
            case TEST_ANALYSIS -> house.finalAnalysis(id);
            case USE_BARRIER_MODEL -> use(house, id);
            case DROP_BARRIER_MODEL -> {
                use(house, id);
                house.barriers.drop(by(house.analyst), id, World.MODEL.code());
            }
            case WRITE_PLAN -> house.plans.write(by(house.director), id, new ActionPlan("doel", true, "analyse"));
            case PLAN_INTERVENTION -> house.proposedIntervention(id);
            case AMEND_INTERVENTION,
                    WITHDRAW_INTERVENTION,
                    AGREE_INTERVENTION,
                    KEEP_UP_INTERVENTION,
                    START_INTERVENTION,
                    CARRY_OUT_INTERVENTION,
                    STOP_INTERVENTION,
                    REPORT_RESULT,
                    OBSERVE_EFFECT ->
                move(
                        house,
                        act,
                        interventionIn(
                                house, id, Lifecycle.INTERVENTION.statesFor(act).get(0)));
            case PLAN_CASE_MEETING -> meeting(house, id);
            case AMEND_CASE_MEETING, CANCEL_CASE_MEETING, HOLD_CASE_MEETING -> meet(house, act, meeting(house, id));
            case CONVERT_CONSULTATION -> house.caseMeetings.convert(by(house.director), id, "de kade");
            case IMPORT_DATA_SET -> house.dataSet(id);
            case RANK_AREAS -> house.compared(id);
            case PROPOSE_FROM_SCAN ->
                house.scans.propose(
                        by(house.director),
                        id,
                        new Scans.NewProposal(house.compared(id), List.of("45"), "Garages", "geen toezicht"));
            case PLEDGE_CAPACITY -> pledge(house, id);
            case USE_CAPACITY -> house.capacities.use(by(house.officer), id, pledge(house, id), World.TODAY, 8);
            case WITHDRAW_CAPACITY -> house.capacities.withdraw(by(house.officer), id, pledge(house, id));
            case RELEASE_TASK_SHEET ->
                house.taskSheets.release(
                        by(house.director),
                        id,
                        new TaskSheet.Content(
                                "Platform Veilig Ondernemen", "de kade", "voorlichten", "bureau", null, null, null));
            case PREPARE_PROVISION -> house.prepared(id);
            case PROVIDE -> house.provisions.provide(by(house.director), house.prepared(id));
            case EVALUATE_KNELPUNT -> evaluate(house, id);
            case REMIND_OF_TERM -> {
                house.passes(Duration.ofDays(300));
                house.terms.end();
            }
            case PASS_TERM -> {
                house.passes(Duration.ofDays(366));
                house.terms.end();
            }
            case VOTE_PROLONGATION -> {
                evaluate(house, id);
                vote(house, id, Motion.Kind.PROLONG);
            }
            case PROLONG -> {
                house.nearsItsEnd(id);
                evaluate(house, id);
                vote(house, id, Motion.Kind.PROLONG);
                house.knelpunten.prolong(by(house.mayor), id);
            }
            case ENTER_VOTES -> {
                UUID paper = house.outside
                        .addPaper(by(house.director), id, OutsideDecisionsTest.PDF)
                        .id();
                boolean proposed = house.store.knelpunt(id).state() == KnelpuntState.SUBMITTED;
                house.outside.enterVotes(
                        by(house.director),
                        id,
                        proposed ? Motion.Kind.DESIGNATE : Motion.Kind.CLOSE,
                        paper,
                        World.TODAY,
                        List.of(new OutsideDecisions.CastVote(
                                House.POLICE.id(), house.policeMember.id(), Motion.Choice.FOR, "zie besluit")));
            }
            case VOTE_CLOSURE -> vote(house, id, Motion.Kind.CLOSE);
            case WRITE_CLOSING_REPORT -> house.reportsClosure(id);
            case CLOSE -> {
                house.reportsClosure(id);
                vote(house, id, Motion.Kind.CLOSE);
                house.knelpunten.close(by(house.mayor), id);
            }
            default -> throw new AssertionError("No use case does " + act);
        }
    }

    private static UUID selection(House house, UUID knelpunt) {
        return house.selections.keep(by(house.analyst), knelpunt, everything()).id();
    }

    private static Selections.NewSelection everything() {
        return new Selections.NewSelection("alles", false, Selection.Filter.ALL);
    }

    private static void use(House house, UUID knelpunt) {
        house.barriers.use(by(house.analyst), knelpunt, World.MODEL.code(), World.MODEL.version());
    }

    private static UUID suspect(House house, UUID knelpunt) {
        return house.store.subjectsOf(knelpunt).get(0).id();
    }

    private static UUID bsn(House house, UUID knelpunt) {
        return house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        House.datum(suspect(house, knelpunt), null, DataCategory.BSN, "999990019", 1))
                .id();
    }

    /** A datum of another knelpunt. */
    private static UUID elsewhere(House house) {
        return house.store.dataOf(house.designated()).get(0).id();
    }

    /** Most acts are for every activity. */
    private static UUID ofItsActivity(House house, Act act) {
        return switch (act) {
            case PLAN_CASE_MEETING, AMEND_CASE_MEETING, CANCEL_CASE_MEETING, HOLD_CASE_MEETING, CONVERT_CONSULTATION ->
                house.designated(Activity.CASE_CONSULTATION);
            case IMPORT_DATA_SET, RANK_AREAS, PROPOSE_FROM_SCAN -> house.designatedScan();
            default -> house.planned();
        };
    }

    @TestFactory
    Stream<DynamicTest> everyStepOfAMeetingCanBeTaken() {
        return Lifecycle.CASE_MEETING.steps().stream()
                .map(step -> dynamicTest(step.act() + " when " + step.from(), () -> {
                    House house = new House();
                    UUID meeting = meeting(house, house.designated(Activity.CASE_CONSULTATION));
                    if (step.from() == CaseMeetingState.HELD) {
                        meet(house, Act.HOLD_CASE_MEETING, meeting);
                    }
                    meet(house, step.act(), meeting);
                    leadsTo(
                            step,
                            house.caseMeetings
                                    .see(by(house.director), meeting)
                                    .meeting()
                                    .state()
                                    .name());
                }));
    }

    private static UUID meeting(House house, UUID consultation) {
        return house.caseMeetings
                .plan(by(house.director), consultation, World.TODAY, List.of("afspraken"))
                .id();
    }

    private static void meet(House house, Act act, UUID meeting) {
        switch (act) {
            case AMEND_CASE_MEETING ->
                house.caseMeetings.amend(by(house.director), meeting, World.TODAY, List.of("meer"));
            case CANCEL_CASE_MEETING -> house.caseMeetings.cancel(by(house.director), meeting, "niemand kan");
            case HOLD_CASE_MEETING ->
                house.caseMeetings.hold(
                        by(house.director),
                        meeting,
                        new CaseMeetings.Minutes(
                                World.TODAY,
                                List.of(House.POLICE.id()),
                                List.of(new CaseMeetings.NewAgreement(House.POLICE.id(), "nalopen", World.TODAY))));
            case SETTLE_AGREEMENT ->
                house.caseMeetings.settle(
                        by(house.officer),
                        meeting,
                        house.caseMeetings
                                .see(by(house.officer), meeting)
                                .meeting()
                                .agreements()
                                .get(0)
                                .id(),
                        "leeg");
            default -> throw new AssertionError("No use case does " + act);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyStepOfAnInterventionCanBeTaken() {
        return Lifecycle.INTERVENTION.steps().stream()
                .map(step -> dynamicTest(step.act() + " when " + step.from(), () -> {
                    House house = new House();
                    UUID intervention = interventionIn(house, house.planned(), step.from());
                    assertEquals(
                            step.from(), house.store.intervention(intervention).state());
                    move(house, step.act(), intervention);
                    leadsTo(step, house.store.intervention(intervention).state().name());
                }));
    }

    private static UUID interventionIn(House house, UUID knelpunt, InterventionState state) {
        return switch (state) {
            case PROPOSED -> house.proposedIntervention(knelpunt);
            case AGREED -> {
                UUID intervention = house.agreedIntervention(knelpunt);
                house.plans.keepUp(by(house.mayorsWorker), intervention, House.conditionMet());
                yield intervention;
            }
            case UNDER_WAY -> house.startedIntervention(knelpunt);
            case DONE -> house.doneIntervention(knelpunt);
            case STOPPED -> {
                UUID intervention = house.startedIntervention(knelpunt);
                house.plans.stop(by(house.mayorsWorker), intervention, "niet meer nodig");
                yield intervention;
            }
        };
    }

    private static void move(House house, Act act, UUID id) {
        switch (act) {
            case AMEND_INTERVENTION -> house.plans.amend(by(house.director), id, i -> i);
            case WITHDRAW_INTERVENTION -> house.plans.withdraw(by(house.director), id, "anders");
            case AGREE_INTERVENTION -> house.plans.agree(by(house.mayorsWorker), id, null);
            case KEEP_UP_INTERVENTION -> house.plans.keepUp(by(house.mayorsWorker), id, House.conditionMet());
            case START_INTERVENTION -> house.plans.start(by(house.mayorsWorker), id);
            case CARRY_OUT_INTERVENTION -> house.plans.carryOut(by(house.mayorsWorker), id, House.closed());
            case STOP_INTERVENTION -> house.plans.stop(by(house.mayorsWorker), id, "geen capaciteit");
            case REPORT_RESULT -> report(house, by(house.mayorsWorker), id, Intervention.Outcome.Kind.RESULT);
            case OBSERVE_EFFECT -> report(house, by(house.officer), id, Intervention.Outcome.Kind.UNINTENDED_EFFECT);
            default -> throw new AssertionError("No use case does " + act);
        }
    }

    private static void report(House house, Call call, UUID intervention, Intervention.Outcome.Kind kind) {
        house.plans.report(call, intervention, new Plans.NewOutcome(kind, World.TODAY, "stiller op de kade"));
    }

    private static UUID pledge(House house, UUID knelpunt) {
        return house.capacities
                .pledge(
                        by(house.officer),
                        knelpunt,
                        new Capacities.NewPledge(null, World.TODAY, World.TODAY.plusMonths(3), 100, 2))
                .id();
    }

    private static void evaluate(House house, UUID knelpunt) {
        house.evaluates(knelpunt, Evaluation.Recommendation.PROLONG);
    }

    private static void vote(House house, UUID knelpunt, Motion.Kind kind) {
        house.votes(knelpunt, kind, Motion.Choice.FOR, Motion.Choice.FOR);
    }
}
