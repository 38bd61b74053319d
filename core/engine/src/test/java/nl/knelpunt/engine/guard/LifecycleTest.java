package nl.knelpunt.engine.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.engine.lifecycle.CaseMeetingState;
import nl.knelpunt.engine.lifecycle.CorrectionState;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.lifecycle.State;
import nl.knelpunt.engine.lifecycle.Table;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of states and acts, and the guard that holds everybody to it. */
class LifecycleTest {

    /** Every act on a signal as somebody may do it who may do it at all. */
    private static final Map<Act, Scene> ON_A_SIGNAL = new EnumMap<>(Map.ofEntries(
            Map.entry(Act.COMPLETE_DRAFT, Scene.onOwnDraft(Act.COMPLETE_DRAFT, World.OFFICER)),
            Map.entry(Act.ADD_DRAFT_DATUM, Scene.adding(World.OFFICER, DataCategory.VEHICLE)),
            Map.entry(Act.REMOVE_DRAFT_DATUM, Scene.onOwnDraft(Act.REMOVE_DRAFT_DATUM, World.OFFICER)),
            Map.entry(Act.DISCARD_DRAFT, Scene.onOwnDraft(Act.DISCARD_DRAFT, World.OFFICER)),
            Map.entry(
                    Act.LAPSE_DRAFT,
                    Scene.onOwnDraft(Act.LAPSE_DRAFT, World.OFFICER).by(Actor.PLATFORM)),
            Map.entry(Act.REPORT_SIGNAL, Scene.reporting(World.OFFICER)),
            Map.entry(Act.SEE_SIGNAL, Scene.seeingSignal(World.OFFICER, SignalState.REPORTED)),
            Map.entry(Act.HEAR_OF_SIGNAL, Scene.hearingOf(World.connection(World.POLICE), SignalState.REPORTED)),
            Map.entry(Act.ASK_RECOGNITION, Scene.askingRecognition(World.OFFICER, World.WIERINGERSLUIS)),
            Map.entry(Act.ANSWER_RECOGNITION, Scene.recognising()),
            Map.entry(Act.WITHDRAW_RECOGNITION, Scene.withdrawingRecognition()),
            Map.entry(Act.HELP_RECOGNITION, Scene.helping()),
            Map.entry(Act.EXPIRE_RECOGNITION, Scene.expiringRecognition()),
            Map.entry(Act.EXPIRE_SIGNAL, Scene.expiringSignal()),
            Map.entry(Act.GRADE_SIGNAL, Scene.grading()),
            Map.entry(Act.COMPARE_SIGNALS, Scene.comparing()),
            Map.entry(Act.WITHDRAW_SIGNAL, Scene.withdrawing()),
            Map.entry(Act.PREPARE_ASSESSMENT, Scene.preparingAssessment()),
            Map.entry(Act.EXPIRE_SIGNAL_DATUM, Scene.expiringInSignal()),
            Map.entry(Act.DECIDE_ASSESSMENT, Scene.decidingAssessment(World.OFFICER))));

    private static final Map<Act, Scene> ON_A_KNELPUNT = new EnumMap<>(Map.ofEntries(
            Map.entry(Act.AMEND_PROPOSAL, Scene.amending()),
            Map.entry(Act.SUBMIT_PROPOSAL, Scene.submitting()),
            Map.entry(Act.SEND_BACK, Scene.sendingBack()),
            Map.entry(Act.SEE_KNELPUNT, Scene.seeingKnelpunt(World.OFFICER)),
            Map.entry(Act.SEE_INFORMATION, Scene.informing(Act.SEE_INFORMATION)),
            Map.entry(Act.RECORD_INFORMATION, Scene.informing(Act.RECORD_INFORMATION)),
            Map.entry(Act.VOTE_DESIGNATION, Scene.votingOnDesignation()),
            Map.entry(Act.DESIGNATE, Scene.designating()),
            Map.entry(Act.LINK_SIGNAL, Scene.linking()),
            Map.entry(Act.PROPOSE_INVOLVEMENT, Scene.proposingInvolvement(World.HAARVEEN)),
            Map.entry(Act.VOTE_INVOLVEMENT, Scene.votingOnInvolvement()),
            Map.entry(Act.DECIDE_INVOLVEMENT, Scene.decidingInvolvement()),
            Map.entry(Act.LEAVE_KNELPUNT, Scene.leaving(World.steeringMember(World.POLICE))),
            Map.entry(Act.OPEN_PHASE, Scene.openingPhase(2)),
            Map.entry(Act.CLOSE_PHASE, Scene.closingPhase()),
            Map.entry(Act.REQUEST_DATA, Scene.requesting(DataCategory.PERMITS)),
            Map.entry(Act.LIST_DATA_REQUESTS, Scene.listingDataRequests()),
            Map.entry(Act.REJECT_ERROR, Scene.rejectingError()),
            Map.entry(Act.SEE_RECEIVERS, Scene.disposing(Act.SEE_RECEIVERS)),
            Map.entry(Act.PROPOSE_CORRECTION, Scene.proposingCorrection()),
            Map.entry(Act.SHARE_DATUM, Scene.sharing(World.OFFICER, DataCategory.VEHICLE)),
            Map.entry(Act.SEE_DATA, Scene.seeingData(World.OFFICER)),
            Map.entry(Act.REVEAL_BSN, Scene.revealing(World.OFFICER, DataCategory.BSN)),
            Map.entry(Act.REUSE_DATUM, Scene.reusing(World.OFFICER, World.MAYORS_WORKER, DataCategory.PERMITS)),
            Map.entry(Act.ANALYSE, Scene.analysing(World.OFFICER, DataCategory.VEHICLE)),
            Map.entry(Act.KEEP_SELECTION, Scene.onDesignated(Act.KEEP_SELECTION, World.ANALYST)),
            Map.entry(
                    Act.CHANGE_SELECTION,
                    Scene.onDesignated(Act.CHANGE_SELECTION, World.ANALYST).with("papers.selection", Scene.SELECTION)),
            Map.entry(
                    Act.REMOVE_SELECTION,
                    Scene.onDesignated(Act.REMOVE_SELECTION, World.ANALYST).with("papers.selection", Scene.SELECTION)),
            Map.entry(Act.LIST_SELECTIONS, Scene.onDesignated(Act.LIST_SELECTIONS, World.ANALYST)),
            Map.entry(Act.EXPORT_SELECTION, Scene.onDesignated(Act.EXPORT_SELECTION, World.ANALYST)),
            Map.entry(Act.LIST_EXPORTS, Scene.onDesignated(Act.LIST_EXPORTS, World.CASE_DIRECTOR)),
            Map.entry(Act.ASK_ANALYSIS, Scene.onDesignated(Act.ASK_ANALYSIS, World.CASE_DIRECTOR)),
            Map.entry(Act.BEGIN_ANALYSIS, Scene.onDesignated(Act.BEGIN_ANALYSIS, World.ANALYST)),
            Map.entry(Act.LIST_ANALYSES, Scene.onDesignated(Act.LIST_ANALYSES, World.OFFICER)),
            Map.entry(Act.USE_BARRIER_MODEL, Scene.onDesignated(Act.USE_BARRIER_MODEL, World.ANALYST)),
            Map.entry(Act.DROP_BARRIER_MODEL, Scene.onDesignated(Act.DROP_BARRIER_MODEL, World.ANALYST)),
            Map.entry(Act.SEE_BARRIERS, Scene.onDesignated(Act.SEE_BARRIERS, World.OFFICER)),
            Map.entry(Act.WRITE_ANALYSIS, Scene.onAnalysis(Act.WRITE_ANALYSIS, World.ANALYST, AnalysisState.DRAFT)),
            Map.entry(Act.SUBMIT_ANALYSIS, Scene.onAnalysis(Act.SUBMIT_ANALYSIS, World.ANALYST, AnalysisState.DRAFT)),
            Map.entry(
                    Act.TEST_ANALYSIS,
                    Scene.onAnalysis(Act.TEST_ANALYSIS, World.CASE_DIRECTOR, AnalysisState.SUBMITTED)),
            Map.entry(Act.BLOCK_DATUM, Scene.disposing(Act.BLOCK_DATUM)),
            Map.entry(Act.REPORT_ERROR, Scene.doubting(World.OFFICER)),
            Map.entry(Act.CORRECT_DATUM, Scene.disposing(Act.CORRECT_DATUM)),
            Map.entry(Act.GRADE_DATUM, Scene.gradingDatum()),
            Map.entry(Act.DESTROY_DATUM, Scene.disposing(Act.DESTROY_DATUM)),
            Map.entry(Act.HOLD_DATUM, Scene.holding()),
            Map.entry(Act.LIFT_HOLD, Scene.liftingHold()),
            Map.entry(Act.EXPIRE_DATUM, Scene.expiring()),
            Map.entry(Act.WRITE_PLAN, Scene.writingPlan()),
            Map.entry(Act.PLAN_INTERVENTION, Scene.planningIntervention()),
            Map.entry(Act.PLAN_CASE_MEETING, Scene.inConsultation(Act.PLAN_CASE_MEETING)),
            Map.entry(Act.LIST_CASE_MEETINGS, Scene.inConsultation(Act.LIST_CASE_MEETINGS)),
            Map.entry(Act.CONVERT_CONSULTATION, Scene.inConsultation(Act.CONVERT_CONSULTATION)),
            Map.entry(Act.AMEND_CASE_MEETING, Scene.onCaseMeeting(Act.AMEND_CASE_MEETING, CaseMeetingState.PLANNED)),
            Map.entry(Act.CANCEL_CASE_MEETING, Scene.onCaseMeeting(Act.CANCEL_CASE_MEETING, CaseMeetingState.PLANNED)),
            Map.entry(Act.HOLD_CASE_MEETING, Scene.onCaseMeeting(Act.HOLD_CASE_MEETING, CaseMeetingState.PLANNED)),
            Map.entry(Act.IMPORT_DATA_SET, Scene.inScan(Act.IMPORT_DATA_SET, World.ANALYST)),
            Map.entry(Act.RANK_AREAS, Scene.inScan(Act.RANK_AREAS, World.ANALYST)),
            Map.entry(Act.SEE_SCAN, Scene.inScan(Act.SEE_SCAN, World.OFFICER)),
            Map.entry(Act.PROPOSE_FROM_SCAN, Scene.inScan(Act.PROPOSE_FROM_SCAN, World.CASE_DIRECTOR)),
            Map.entry(Act.SEE_PLAN, Scene.seeingPlan(World.OFFICER)),
            Map.entry(Act.AMEND_INTERVENTION, Scene.amendingIntervention()),
            Map.entry(
                    Act.WITHDRAW_INTERVENTION,
                    Scene.onIntervention(Act.WITHDRAW_INTERVENTION, World.CASE_DIRECTOR, InterventionState.PROPOSED)),
            Map.entry(Act.AGREE_INTERVENTION, Scene.agreeing(World.MAYORS_WORKER)),
            Map.entry(
                    Act.KEEP_UP_INTERVENTION,
                    Scene.onIntervention(Act.KEEP_UP_INTERVENTION, World.MAYORS_WORKER, InterventionState.AGREED)),
            Map.entry(Act.START_INTERVENTION, Scene.starting(World.MAYORS_WORKER)),
            Map.entry(Act.CARRY_OUT_INTERVENTION, Scene.carryingOut(World.MAYORS_WORKER)),
            Map.entry(Act.STOP_INTERVENTION, Scene.stopping(World.MAYORS_WORKER)),
            Map.entry(Act.REPORT_RESULT, Scene.reportingResult(World.MAYORS_WORKER)),
            Map.entry(Act.OBSERVE_EFFECT, Scene.observing(World.OFFICER)),
            Map.entry(Act.PLEDGE_CAPACITY, Scene.pledging(World.OFFICER)),
            Map.entry(Act.USE_CAPACITY, Scene.onDesignated(Act.USE_CAPACITY, World.OFFICER)),
            Map.entry(Act.WITHDRAW_CAPACITY, Scene.onDesignated(Act.WITHDRAW_CAPACITY, World.OFFICER)),
            Map.entry(Act.RELEASE_TASK_SHEET, Scene.releasingSheet()),
            Map.entry(Act.LIST_TASK_SHEETS, Scene.onDesignated(Act.LIST_TASK_SHEETS, World.OFFICER)),
            Map.entry(Act.SEE_TASK_SHEET, Scene.onDesignated(Act.SEE_TASK_SHEET, World.OFFICER)),
            Map.entry(Act.LIST_PROVISIONS, Scene.listingProvisions()),
            Map.entry(Act.PREPARE_PROVISION, Scene.preparingProvision()),
            Map.entry(Act.PROVIDE, Scene.providing(Scene.TO_FOOD)),
            Map.entry(Act.REMIND_OF_TERM, Scene.telling(Act.REMIND_OF_TERM)),
            Map.entry(Act.PASS_TERM, Scene.telling(Act.PASS_TERM)),
            Map.entry(Act.WRITE_CLOSING_REPORT, Scene.reportingClosure()),
            Map.entry(
                    Act.SEE_CLOSING_REPORT, Scene.seeingKnelpunt(World.OFFICER).with("act", Act.SEE_CLOSING_REPORT)),
            Map.entry(Act.MAKE_DESTRUCTION_LIST, Scene.listingForDestruction()),
            Map.entry(Act.EVALUATE_KNELPUNT, Scene.evaluating()),
            Map.entry(Act.ENTER_VOTES, Scene.enteringVotes()),
            Map.entry(Act.ADD_PAPER, Scene.onPapers(Act.ADD_PAPER)),
            Map.entry(Act.EXPIRE_PAPER, Scene.onPapers(Act.EXPIRE_PAPER).by(Actor.PLATFORM)),
            Map.entry(Act.PREVIEW_DOCUMENT, Scene.onPapers(Act.PREVIEW_DOCUMENT)),
            Map.entry(Act.ISSUE_DOCUMENT, Scene.onPapers(Act.ISSUE_DOCUMENT)),
            Map.entry(Act.SEE_DOCUMENT, Scene.onPapers(Act.SEE_DOCUMENT)),
            Map.entry(Act.SEE_PAPER, Scene.onPapers(Act.SEE_PAPER)),
            Map.entry(Act.VOTE_PROLONGATION, Scene.votingOnProlongation()),
            Map.entry(Act.PROLONG, Scene.prolonging()),
            Map.entry(Act.VOTE_CLOSURE, Scene.votingOnClosure()),
            Map.entry(Act.CLOSE, Scene.closing())));

    /** In which states an act may be done, as people read it. */
    private static final String LAW = """
            COMPLETE_DRAFT         | DRAFT
            ADD_DRAFT_DATUM        | DRAFT
            REMOVE_DRAFT_DATUM     | DRAFT
            DISCARD_DRAFT          | DRAFT
            LAPSE_DRAFT            | DRAFT
            REPORT_SIGNAL          | DRAFT
            SEE_SIGNAL             | DRAFT REPORTED ASKED RECOGNISED WEIGHED TAKEN_UP LINKED
            HEAR_OF_SIGNAL         | DRAFT REPORTED ASKED RECOGNISED WEIGHED TAKEN_UP LINKED
            ASK_RECOGNITION        | REPORTED ASKED RECOGNISED
            ANSWER_RECOGNITION     | ASKED RECOGNISED
            HELP_RECOGNITION       | ASKED RECOGNISED
            WITHDRAW_SIGNAL        | REPORTED ASKED RECOGNISED WEIGHED
            WITHDRAW_RECOGNITION   | RECOGNISED WEIGHED
            EXPIRE_RECOGNITION     | ASKED RECOGNISED
            EXPIRE_SIGNAL          | DRAFT REPORTED ASKED RECOGNISED WEIGHED TAKEN_UP LINKED
            GRADE_SIGNAL           | REPORTED ASKED RECOGNISED WEIGHED TAKEN_UP LINKED
            COMPARE_SIGNALS        | REPORTED ASKED RECOGNISED WEIGHED TAKEN_UP LINKED
            PREPARE_ASSESSMENT     | RECOGNISED WEIGHED TAKEN_UP
            DECIDE_ASSESSMENT      | WEIGHED
            EXPIRE_SIGNAL_DATUM    | DRAFT REPORTED ASKED RECOGNISED WEIGHED TAKEN_UP LINKED
            AMEND_PROPOSAL         | PROPOSED SUBMITTED
            SUBMIT_PROPOSAL        | PROPOSED
            SEND_BACK              | SUBMITTED
            SEE_KNELPUNT           | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            SEE_INFORMATION        | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            RECORD_INFORMATION     | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            VOTE_DESIGNATION       | SUBMITTED
            DESIGNATE              | SUBMITTED
            LINK_SIGNAL            | DESIGNATED
            PROPOSE_INVOLVEMENT    | DESIGNATED
            VOTE_INVOLVEMENT       | DESIGNATED
            DECIDE_INVOLVEMENT     | DESIGNATED
            LEAVE_KNELPUNT         | DESIGNATED
            OPEN_PHASE             | DESIGNATED
            CLOSE_PHASE            | DESIGNATED
            REQUEST_DATA           | DESIGNATED
            LIST_DATA_REQUESTS     | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            REJECT_ERROR           | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            SEE_RECEIVERS          | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            PROPOSE_CORRECTION     | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            SHARE_DATUM            | DESIGNATED
            SEE_DATA               | DESIGNATED
            REVEAL_BSN             | DESIGNATED
            REUSE_DATUM            | DESIGNATED
            ANALYSE                | DESIGNATED
            KEEP_SELECTION         | DESIGNATED
            CHANGE_SELECTION       | DESIGNATED
            REMOVE_SELECTION       | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            LIST_SELECTIONS        | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            EXPORT_SELECTION       | DESIGNATED
            LIST_EXPORTS           | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            ASK_ANALYSIS           | DESIGNATED
            BEGIN_ANALYSIS         | DESIGNATED
            LIST_ANALYSES          | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            USE_BARRIER_MODEL      | DESIGNATED
            DROP_BARRIER_MODEL     | DESIGNATED
            SEE_BARRIERS           | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            WRITE_ANALYSIS         | DESIGNATED
            SUBMIT_ANALYSIS        | DESIGNATED
            TEST_ANALYSIS          | DESIGNATED
            BLOCK_DATUM            | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            REPORT_ERROR           | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            CORRECT_DATUM          | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            GRADE_DATUM            | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            DESTROY_DATUM          | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            HOLD_DATUM             | PROPOSED SUBMITTED DESIGNATED CLOSED
            LIFT_HOLD              | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            EXPIRE_DATUM           | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            WRITE_PLAN             | DESIGNATED
            PLAN_INTERVENTION      | DESIGNATED
            PLAN_CASE_MEETING      | DESIGNATED
            LIST_CASE_MEETINGS     | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            CONVERT_CONSULTATION   | DESIGNATED
            AMEND_CASE_MEETING     | DESIGNATED
            CANCEL_CASE_MEETING    | DESIGNATED
            HOLD_CASE_MEETING      | DESIGNATED
            IMPORT_DATA_SET        | DESIGNATED
            RANK_AREAS             | DESIGNATED
            SEE_SCAN               | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            PROPOSE_FROM_SCAN      | DESIGNATED
            SEE_PLAN               | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            AMEND_INTERVENTION     | DESIGNATED
            WITHDRAW_INTERVENTION  | DESIGNATED
            AGREE_INTERVENTION     | DESIGNATED
            KEEP_UP_INTERVENTION   | DESIGNATED
            START_INTERVENTION     | DESIGNATED
            CARRY_OUT_INTERVENTION | DESIGNATED
            STOP_INTERVENTION      | DESIGNATED
            REPORT_RESULT          | DESIGNATED
            OBSERVE_EFFECT         | DESIGNATED
            PLEDGE_CAPACITY        | DESIGNATED
            USE_CAPACITY           | DESIGNATED
            WITHDRAW_CAPACITY      | DESIGNATED
            RELEASE_TASK_SHEET     | DESIGNATED
            LIST_TASK_SHEETS       | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            SEE_TASK_SHEET         | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            LIST_PROVISIONS        | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            PREPARE_PROVISION      | DESIGNATED
            PROVIDE                | DESIGNATED
            EVALUATE_KNELPUNT      | DESIGNATED
            WRITE_CLOSING_REPORT   | DESIGNATED
            SEE_CLOSING_REPORT     | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            MAKE_DESTRUCTION_LIST  | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            ENTER_VOTES            | SUBMITTED DESIGNATED
            ADD_PAPER              | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            EXPIRE_PAPER           | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            PREVIEW_DOCUMENT       | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            ISSUE_DOCUMENT         | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            SEE_DOCUMENT           | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            SEE_PAPER              | PROPOSED SUBMITTED REJECTED DESIGNATED CLOSED
            REMIND_OF_TERM         | DESIGNATED
            PASS_TERM              | DESIGNATED
            VOTE_PROLONGATION      | DESIGNATED
            PROLONG                | DESIGNATED
            VOTE_CLOSURE           | DESIGNATED
            CLOSE                  | DESIGNATED
            """;

    private static Map<Act, Set<String>> law() {
        Map<Act, Set<String>> states = new EnumMap<>(Act.class);
        LAW.lines()
                .map(line -> line.split("\\s*\\|\\s*"))
                .forEach(cells -> states.put(
                        Act.valueOf(cells[0]),
                        Arrays.stream(cells[1].trim().split(" ")).collect(Collectors.toSet())));
        return states;
    }

    /** Before there is an activity, G23 says so itself. */
    private static final Set<Act> G23_SPEAKS = EnumSet.of(
            Act.LINK_SIGNAL,
            Act.OPEN_PHASE,
            Act.REQUEST_DATA,
            Act.SHARE_DATUM,
            Act.SEE_DATA,
            Act.REVEAL_BSN,
            Act.REUSE_DATUM,
            Act.ANALYSE,
            Act.KEEP_SELECTION,
            Act.CHANGE_SELECTION,
            Act.EXPORT_SELECTION,
            Act.ASK_ANALYSIS,
            Act.BEGIN_ANALYSIS,
            Act.WRITE_ANALYSIS,
            Act.USE_BARRIER_MODEL,
            Act.WRITE_PLAN,
            Act.PLAN_INTERVENTION,
            Act.AMEND_INTERVENTION,
            Act.AGREE_INTERVENTION,
            Act.KEEP_UP_INTERVENTION,
            Act.START_INTERVENTION,
            Act.CARRY_OUT_INTERVENTION,
            Act.PLEDGE_CAPACITY,
            Act.RELEASE_TASK_SHEET,
            Act.PLAN_CASE_MEETING,
            Act.AMEND_CASE_MEETING,
            Act.HOLD_CASE_MEETING,
            Act.CONVERT_CONSULTATION,
            Act.IMPORT_DATA_SET,
            Act.RANK_AREAS,
            Act.PROPOSE_FROM_SCAN,
            Act.PREPARE_PROVISION,
            Act.PROVIDE);

    @TestFactory
    Stream<DynamicTest> anActOnASignalIsDoneInItsStatesOnly() {
        return ON_A_SIGNAL.entrySet().stream()
                .flatMap(e -> Arrays.stream(SignalState.values())
                        .map(state -> dynamicTest(e.getKey() + " when " + state, () -> {
                            Act act = e.getKey();
                            // Of a draft only its reporter may know, of a question to recognise nobody but while it is
                            // open.
                            boolean unknown = act == Act.ANSWER_RECOGNITION
                                    || act == Act.HELP_RECOGNITION
                                    || act == Act.WITHDRAW_RECOGNITION && state == SignalState.DRAFT
                                    || act == Act.PREPARE_ASSESSMENT && state == SignalState.DRAFT;
                            Set<String> expected = law().get(act).contains(state.name())
                                    ? Set.of()
                                    : Set.of(unknown ? "G41" : Finding.STATE);
                            assertEquals(expected, e.getValue().inState(state).rules());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> anActOnAKnelpuntIsDoneInItsStatesOnly() {
        return ON_A_KNELPUNT.entrySet().stream()
                .flatMap(e -> Arrays.stream(KnelpuntState.values())
                        .map(state -> dynamicTest(e.getKey() + " when " + state, () -> {
                            assertEquals(
                                    expected(e.getKey(), state),
                                    e.getValue().inState(state).rules());
                        })));
    }

    private static Set<String> expected(Act act, KnelpuntState state) {
        if (law().get(act).contains(state.name())) {
            return Set.of();
        }
        if (state == KnelpuntState.REJECTED && act == Act.HOLD_DATUM) {
            return Set.of("G40");
        }
        if (state == KnelpuntState.REJECTED && act == Act.REUSE_DATUM) {
            return Set.of("G40", Finding.STATE);
        }
        boolean undecided = state == KnelpuntState.PROPOSED || state == KnelpuntState.SUBMITTED;
        return Set.of(undecided && G23_SPEAKS.contains(act) ? "G23" : Finding.STATE);
    }

    @Test
    void everyActOnASignalOrKnelpuntIsLookedAt() {
        assertEquals(concerning(Act.Concerns.SIGNAL), ON_A_SIGNAL.keySet());
        Set<Act> onAKnelpunt = concerning(Act.Concerns.KNELPUNT);
        onAKnelpunt.add(Act.PROVIDE);
        onAKnelpunt.addAll(EnumSet.of(Act.WRITE_ANALYSIS, Act.SUBMIT_ANALYSIS, Act.TEST_ANALYSIS));
        onAKnelpunt.addAll(ON_AN_INTERVENTION.keySet());
        onAKnelpunt.remove(Act.SEE_INTERVENTION);
        onAKnelpunt.addAll(Set.of(Act.AMEND_CASE_MEETING, Act.CANCEL_CASE_MEETING, Act.HOLD_CASE_MEETING));
        assertEquals(onAKnelpunt, ON_A_KNELPUNT.keySet());
        assertEquals(concerning(Act.Concerns.MEETING), ON_A_MEETING.keySet());
    }

    private static Set<Act> concerning(Act.Concerns concerns) {
        return Arrays.stream(Act.values())
                .filter(a -> a.concerns() == concerns)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    private static final Recipient TO_A_THIRD_PARTY =
            new Recipient.ThirdParty("Inspectie", false, Recipient.Interest.PUBLIC_TASK);

    private static final Map<ProvisionState, Provision> PROVISIONS = new EnumMap<>(Map.of(
            ProvisionState.PREPARED, Scene.provision(Scene.TO_FOOD),
            ProvisionState.PROVIDED, Scene.OVERDUE,
            ProvisionState.FED_BACK,
                    Scene.OVERDUE.with(
                            new Provision.Feedback(true, "gesloten", World.TODAY, null, World.id("wim"), World.NOW)),
            ProvisionState.ASKED, Scene.provision(Scene.TO_FOOD).with(Scene.ROUND),
            ProvisionState.STOPPED, Scene.provision(TO_A_THIRD_PARTY).with(Scene.UWV_OBJECTS),
            ProvisionState.WITHDRAWN,
                    Scene.provision(Scene.TO_FOOD)
                            .with(new Provision.Withdrawal("niet nodig", World.id("carla"), World.NOW))));

    /** Every act on a provision that is bound to its state, as somebody may do it. */
    private static final Map<Act, Scene> ON_A_PROVISION = new EnumMap<>(Map.of(
            Act.ANSWER_PROVISION, Scene.onProvision(Act.ANSWER_PROVISION, World.MAYORS_WORKER),
            Act.TEST_PROVISION, Scene.onProvision(Act.TEST_PROVISION, World.RAC_MEMBER),
            Act.PROVIDE, Scene.providing(Scene.TO_FOOD),
            Act.GIVE_FEEDBACK, Scene.onProvision(Act.GIVE_FEEDBACK, World.FOOD_INSPECTOR),
            Act.AMEND_PROVISION, Scene.onProvision(Act.AMEND_PROVISION, World.CASE_DIRECTOR),
            Act.ASK_PROVISION, Scene.onProvision(Act.ASK_PROVISION, World.CASE_DIRECTOR),
            Act.WITHDRAW_PROVISION, Scene.onProvision(Act.WITHDRAW_PROVISION, World.CASE_DIRECTOR),
            Act.SEE_PROVISION, Scene.onProvision(Act.SEE_PROVISION, World.CASE_DIRECTOR)));

    private static final Map<Act, Set<ProvisionState>> LAW_OF_PROVISIONS = Map.of(
            Act.AMEND_PROVISION, EnumSet.of(ProvisionState.PREPARED, ProvisionState.ASKED),
            Act.ASK_PROVISION, EnumSet.of(ProvisionState.PREPARED),
            Act.WITHDRAW_PROVISION, EnumSet.of(ProvisionState.PREPARED, ProvisionState.ASKED),
            Act.ANSWER_PROVISION, EnumSet.of(ProvisionState.PREPARED, ProvisionState.ASKED),
            Act.TEST_PROVISION, EnumSet.of(ProvisionState.PREPARED, ProvisionState.ASKED),
            Act.PROVIDE, EnumSet.of(ProvisionState.PREPARED, ProvisionState.ASKED),
            Act.GIVE_FEEDBACK, EnumSet.of(ProvisionState.PROVIDED, ProvisionState.FED_BACK),
            Act.SEE_PROVISION, EnumSet.allOf(ProvisionState.class));

    @TestFactory
    Stream<DynamicTest> anActOnAProvisionIsDoneInItsStatesOnly() {
        return ON_A_PROVISION.entrySet().stream()
                .flatMap(e -> Arrays.stream(ProvisionState.values())
                        .map(state -> dynamicTest(e.getKey() + " when " + state, () -> {
                            assertEquals(state, PROVISIONS.get(state).state());
                            // Of a provision that a participant stopped, the law says why it does not go.
                            boolean stopped = state == ProvisionState.STOPPED && e.getKey() == Act.PROVIDE;
                            boolean unknown = state == ProvisionState.STOPPED && e.getKey() == Act.GIVE_FEEDBACK;
                            Set<String> expected =
                                    LAW_OF_PROVISIONS.get(e.getKey()).contains(state)
                                            ? Set.of()
                                            : Set.of(stopped ? "G33" : unknown ? "G41" : Finding.STATE);
                            assertEquals(
                                    expected,
                                    e.getValue()
                                            .with("papers.provision", PROVISIONS.get(state))
                                            .rules());
                        })));
    }

    private static final Map<DataRequestState, DataRequest> DATA_REQUESTS = new EnumMap<>(Map.of(
            DataRequestState.OPEN, Scene.REQUESTED,
            DataRequestState.ASKED_BACK,
                    Scene.REQUESTED.with(new DataRequest.Entry(true, "Welk jaar?", World.id("bram"), World.NOW)),
            DataRequestState.SUPPLIED, Scene.REQUESTED.supplied(List.of(World.id("datum"))),
            DataRequestState.NOT_SUPPLIED,
                    Scene.REQUESTED.with(new DataRequest.Refusal(DataRequest.Ground.INVESTIGATION, World.NOW)),
            DataRequestState.WITHDRAWN, Scene.REQUESTED.with(new DataRequest.Ending(World.id("olga"), World.NOW)),
            DataRequestState.EXPIRED, Scene.REQUESTED.with(new DataRequest.Ending(null, World.NOW))));

    /** Every act on a request for data as somebody may do it who may do it at all. */
    private static final Map<Act, Scene> ON_A_DATA_REQUEST = new EnumMap<>(Map.of(
            Act.SEE_DATA_REQUEST, Scene.onDataRequest(Act.SEE_DATA_REQUEST, World.CASE_DIRECTOR),
            Act.SUPPLY_REQUESTED, Scene.onDataRequest(Act.SUPPLY_REQUESTED, World.MAYORS_WORKER),
            Act.REFUSE_REQUESTED, Scene.onDataRequest(Act.REFUSE_REQUESTED, World.MAYORS_WORKER),
            Act.ASK_BACK, Scene.onDataRequest(Act.ASK_BACK, World.MAYORS_WORKER),
            Act.ANSWER_BACK, Scene.onDataRequest(Act.ANSWER_BACK, World.OFFICER),
            Act.WITHDRAW_DATA_REQUEST, Scene.onDataRequest(Act.WITHDRAW_DATA_REQUEST, World.OFFICER),
            Act.EXPIRE_DATA_REQUEST,
                    Scene.onDataRequest(Act.EXPIRE_DATA_REQUEST, Actor.PLATFORM)
                            .on(Scene.REQUESTED.wanted().until().plusDays(1))));

    private static final Set<DataRequestState> WAITING = EnumSet.of(DataRequestState.OPEN, DataRequestState.ASKED_BACK);

    private static final Map<Act, Set<DataRequestState>> LAW_OF_DATA_REQUESTS = Map.of(
            Act.SEE_DATA_REQUEST, EnumSet.allOf(DataRequestState.class),
            Act.SUPPLY_REQUESTED,
                    EnumSet.of(DataRequestState.OPEN, DataRequestState.ASKED_BACK, DataRequestState.SUPPLIED),
            Act.REFUSE_REQUESTED, WAITING,
            Act.ASK_BACK, EnumSet.of(DataRequestState.OPEN),
            Act.ANSWER_BACK, EnumSet.of(DataRequestState.ASKED_BACK),
            Act.WITHDRAW_DATA_REQUEST, WAITING,
            Act.EXPIRE_DATA_REQUEST, WAITING);

    @TestFactory
    Stream<DynamicTest> anActOnARequestForDataIsDoneInItsStatesOnly() {
        assertEquals(concerning(Act.Concerns.DATA_REQUEST), ON_A_DATA_REQUEST.keySet());
        return ON_A_DATA_REQUEST.entrySet().stream()
                .flatMap(e -> Arrays.stream(DataRequestState.values())
                        .map(state -> dynamicTest(e.getKey() + " when " + state, () -> {
                            assertEquals(state, DATA_REQUESTS.get(state).state());
                            Set<String> expected =
                                    LAW_OF_DATA_REQUESTS.get(e.getKey()).contains(state)
                                            ? Set.of()
                                            : Set.of(Finding.STATE);
                            assertEquals(
                                    expected,
                                    e.getValue()
                                            .with("papers.dataRequest", DATA_REQUESTS.get(state))
                                            .rules());
                        })));
    }

    private static final Map<Act, Set<AnalysisState>> LAW_OF_ANALYSES = Map.of(
            Act.WRITE_ANALYSIS, EnumSet.of(AnalysisState.ASKED, AnalysisState.DRAFT),
            Act.SUBMIT_ANALYSIS, EnumSet.of(AnalysisState.DRAFT),
            Act.TEST_ANALYSIS, EnumSet.of(AnalysisState.SUBMITTED),
            Act.DISCARD_ANALYSIS, EnumSet.of(AnalysisState.ASKED, AnalysisState.DRAFT),
            Act.SEE_ANALYSIS, EnumSet.allOf(AnalysisState.class));

    @TestFactory
    Stream<DynamicTest> anActOnAnAnalysisIsDoneInItsStatesOnly() {
        assertEquals(concerning(Act.Concerns.ANALYSIS), LAW_OF_ANALYSES.keySet());
        return LAW_OF_ANALYSES.entrySet().stream()
                .flatMap(e -> Arrays.stream(AnalysisState.values())
                        .map(state -> dynamicTest(
                                e.getKey() + " when " + state,
                                () -> assertEquals(
                                        e.getValue().contains(state) ? Set.of() : Set.of(Finding.STATE),
                                        Scene.onAnalysis(e.getKey(), World.ANALYST, state)
                                                .rules()))));
    }

    @Test
    void whatIsNotFinalIsNotThereForOthers() {
        for (AnalysisState state : AnalysisState.values()) {
            Set<String> expected = state == AnalysisState.FINAL ? Set.of() : Set.of("G24");
            assertEquals(
                    expected,
                    Scene.onAnalysis(Act.SEE_ANALYSIS, World.OFFICER, state).rules());
            assertEquals(
                    expected,
                    Scene.onAnalysis(Act.SEE_ANALYSIS, World.steeringMember(World.POLICE), state)
                            .rules());
        }
    }

    /** Every act on a meeting, as somebody may do it. */
    private static final Map<Act, Scene> ON_A_MEETING = new EnumMap<>(Map.ofEntries(
            Map.entry(Act.SEE_MEETING, Scene.onMeeting(Act.SEE_MEETING, World.CASE_DIRECTOR)),
            Map.entry(Act.CHANGE_MEETING, Scene.onMeeting(Act.CHANGE_MEETING, World.CASE_DIRECTOR)),
            Map.entry(Act.PUT_ON_AGENDA, Scene.onMeeting(Act.PUT_ON_AGENDA, World.CASE_DIRECTOR)),
            Map.entry(Act.TAKE_OFF_AGENDA, Scene.onMeeting(Act.TAKE_OFF_AGENDA, World.CASE_DIRECTOR)),
            Map.entry(Act.RECORD_ATTENDANCE, Scene.onMeeting(Act.RECORD_ATTENDANCE, World.CASE_DIRECTOR)),
            Map.entry(Act.VOTE_ITEM, Scene.onMeeting(Act.VOTE_ITEM, World.steeringMember(World.POLICE))),
            Map.entry(Act.CONCLUDE_ITEM, Scene.onMeeting(Act.CONCLUDE_ITEM, World.steeringMember(World.POLICE))),
            Map.entry(Act.HOLD_MEETING, Scene.onMeeting(Act.HOLD_MEETING, World.CASE_DIRECTOR)),
            Map.entry(Act.CANCEL_MEETING, Scene.onMeeting(Act.CANCEL_MEETING, World.CASE_DIRECTOR)),
            Map.entry(Act.WRITE_MINUTES, Scene.onMeeting(Act.WRITE_MINUTES, World.CASE_DIRECTOR)),
            Map.entry(Act.FIX_MINUTES, Scene.onMeeting(Act.FIX_MINUTES, World.steeringMember(World.POLICE)))));

    private static final Map<Act, Set<MeetingState>> LAW_OF_MEETINGS = Map.of(
            Act.SEE_MEETING, EnumSet.allOf(MeetingState.class),
            Act.WRITE_MINUTES, EnumSet.of(MeetingState.PLANNED, MeetingState.HELD),
            Act.FIX_MINUTES, EnumSet.of(MeetingState.HELD));

    @TestFactory
    Stream<DynamicTest> anActOnAMeetingIsDoneInItsStatesOnly() {
        return ON_A_MEETING.entrySet().stream()
                .flatMap(e -> Arrays.stream(MeetingState.values())
                        .map(state -> dynamicTest(e.getKey() + " when " + state, () -> {
                            Set<MeetingState> states =
                                    LAW_OF_MEETINGS.getOrDefault(e.getKey(), EnumSet.of(MeetingState.PLANNED));
                            assertEquals(
                                    states.contains(state) ? Set.of() : Set.of(Finding.STATE),
                                    e.getValue()
                                            .with("papers.meeting.state", state)
                                            .rules());
                        })));
    }

    /** Every act on an intervention, as somebody may do it, and the states in which. */
    private static final Map<Act, Set<InterventionState>> ON_AN_INTERVENTION = new EnumMap<>(Map.of(
            Act.SEE_INTERVENTION, EnumSet.allOf(InterventionState.class),
            Act.AMEND_INTERVENTION, EnumSet.of(InterventionState.PROPOSED, InterventionState.AGREED),
            Act.WITHDRAW_INTERVENTION, EnumSet.of(InterventionState.PROPOSED),
            Act.AGREE_INTERVENTION, EnumSet.of(InterventionState.PROPOSED),
            Act.KEEP_UP_INTERVENTION, EnumSet.of(InterventionState.AGREED, InterventionState.UNDER_WAY),
            Act.START_INTERVENTION, EnumSet.of(InterventionState.AGREED),
            Act.CARRY_OUT_INTERVENTION, EnumSet.of(InterventionState.UNDER_WAY),
            Act.STOP_INTERVENTION,
                    EnumSet.of(InterventionState.PROPOSED, InterventionState.AGREED, InterventionState.UNDER_WAY),
            Act.REPORT_RESULT,
                    EnumSet.of(InterventionState.UNDER_WAY, InterventionState.DONE, InterventionState.STOPPED),
            Act.OBSERVE_EFFECT,
                    EnumSet.of(InterventionState.UNDER_WAY, InterventionState.DONE, InterventionState.STOPPED)));

    @TestFactory
    Stream<DynamicTest> anActOnAMeetingAboutACaseIsDoneInItsStatesOnly() {
        Map<Act, Set<CaseMeetingState>> law = Map.of(
                Act.SEE_CASE_MEETING, EnumSet.allOf(CaseMeetingState.class),
                Act.AMEND_CASE_MEETING, EnumSet.of(CaseMeetingState.PLANNED),
                Act.CANCEL_CASE_MEETING, EnumSet.of(CaseMeetingState.PLANNED),
                Act.HOLD_CASE_MEETING, EnumSet.of(CaseMeetingState.PLANNED),
                Act.SETTLE_AGREEMENT, EnumSet.of(CaseMeetingState.HELD));
        assertEquals(concerning(Act.Concerns.CASE_MEETING), law.keySet());
        return law.entrySet().stream()
                .flatMap(e -> Arrays.stream(CaseMeetingState.values())
                        .map(state -> dynamicTest(
                                e.getKey() + " when " + state,
                                () -> assertEquals(
                                        e.getValue().contains(state) ? Set.of() : Set.of(Finding.STATE),
                                        Scene.onCaseMeeting(e.getKey(), state).rules()))));
    }

    @TestFactory
    Stream<DynamicTest> anActOnAnInterventionIsDoneInItsStatesOnly() {
        assertEquals(concerning(Act.Concerns.INTERVENTION), ON_AN_INTERVENTION.keySet());
        return ON_AN_INTERVENTION.entrySet().stream()
                .flatMap(e -> Arrays.stream(InterventionState.values())
                        .map(state -> dynamicTest(e.getKey() + " when " + state, () -> {
                            Scene scene = e.getKey() == Act.SEE_INTERVENTION
                                    ? Scene.onIntervention(Act.SEE_INTERVENTION, World.OFFICER, state)
                                    : ON_A_KNELPUNT.get(e.getKey());
                            assertEquals(
                                    e.getValue().contains(state) ? Set.of() : Set.of(Finding.STATE),
                                    scene.with("papers.intervention.state", state)
                                            .rules());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> anActOnAQuestionToTheCommitteeIsDoneInItsStatesOnly() {
        RacRequest draft = Scene.racRequest();
        RacRequest sent = draft.sentAt(World.NOW);
        RacRequest advised = sent.advisedBy(World.id("advice"));
        Map<RacRequestState, RacRequest> questions = Map.of(
                RacRequestState.DRAFT,
                draft,
                RacRequestState.SENT,
                sent,
                RacRequestState.ADVISED,
                advised,
                RacRequestState.FOLLOWED,
                advised.with(followUp(true)),
                RacRequestState.DEVIATED,
                advised.with(followUp(false)),
                RacRequestState.WITHDRAWN,
                sent.withdrawnAt(World.NOW));
        Map<Act, Set<RacRequestState>> law = Map.of(
                Act.AMEND_RAC_REQUEST, EnumSet.of(RacRequestState.DRAFT),
                Act.SEND_RAC_REQUEST, EnumSet.of(RacRequestState.DRAFT),
                Act.WITHDRAW_RAC_REQUEST, EnumSet.of(RacRequestState.DRAFT, RacRequestState.SENT),
                Act.ADVISE, EnumSet.of(RacRequestState.SENT),
                Act.FOLLOW_UP_ADVICE, EnumSet.of(RacRequestState.ADVISED),
                Act.SEE_RAC_REQUEST, EnumSet.allOf(RacRequestState.class));
        assertEquals(concerning(Act.Concerns.RAC_REQUEST), law.keySet());
        assertEquals(EnumSet.allOf(RacRequestState.class), questions.keySet());
        return law.entrySet().stream()
                .flatMap(e -> questions.entrySet().stream()
                        .map(q -> dynamicTest(e.getKey() + " when " + q.getKey(), () -> {
                            assertEquals(q.getKey(), q.getValue().state());
                            Actor actor = e.getKey() == Act.ADVISE ? World.RAC_MEMBER : World.CASE_DIRECTOR;
                            // Of a question that was not put yet the committee doesn't know.
                            boolean unknown = e.getKey() == Act.ADVISE && q.getKey() == RacRequestState.DRAFT;
                            assertEquals(
                                    e.getValue().contains(q.getKey())
                                            ? Set.of()
                                            : Set.of(unknown ? "G41" : Finding.STATE),
                                    Scene.onRacRequest(e.getKey(), actor, q.getValue())
                                            .rules());
                        })));
    }

    @Test
    void nothingIsSuppliedOnRequestAfterTheKnelpuntWasClosed() {
        for (Act act : List.of(Act.SUPPLY_REQUESTED, Act.ASK_BACK)) {
            assertEquals(
                    Set.of(Finding.STATE),
                    ON_A_DATA_REQUEST.get(act).inState(KnelpuntState.CLOSED).rules());
        }
        assertEquals(
                Set.of(),
                ON_A_DATA_REQUEST
                        .get(Act.REFUSE_REQUESTED)
                        .inState(KnelpuntState.CLOSED)
                        .rules());
    }

    @TestFactory
    Stream<DynamicTest> aCorrectionIsDecidedOnOnce() {
        Map<CorrectionState, CorrectionProposal> proposals = Map.of(
                CorrectionState.PROPOSED, Scene.BETTER,
                CorrectionState.ACCEPTED,
                        Scene.BETTER.with(new CorrectionProposal.Decision(true, null, World.id("olga"), World.NOW)),
                CorrectionState.DECLINED,
                        Scene.BETTER.with(new CorrectionProposal.Decision(false, "klopt", World.id("olga"), World.NOW)),
                CorrectionState.WITHDRAWN, Scene.BETTER.withdrawnAt(World.NOW));
        Map<Act, Scene> acts = Map.of(
                Act.SEE_CORRECTION, Scene.onCorrection(Act.SEE_CORRECTION, World.CASE_DIRECTOR),
                Act.ACCEPT_CORRECTION, Scene.onCorrection(Act.ACCEPT_CORRECTION, World.OFFICER),
                Act.DECLINE_CORRECTION, Scene.onCorrection(Act.DECLINE_CORRECTION, World.OFFICER),
                Act.WITHDRAW_CORRECTION, Scene.onCorrection(Act.WITHDRAW_CORRECTION, World.MAYORS_WORKER));
        assertEquals(concerning(Act.Concerns.CORRECTION), acts.keySet());
        return acts.entrySet().stream()
                .flatMap(e -> proposals.entrySet().stream()
                        .map(p -> dynamicTest(e.getKey() + " when " + p.getKey(), () -> {
                            assertEquals(p.getKey(), p.getValue().state());
                            boolean allowed =
                                    e.getKey() == Act.SEE_CORRECTION || p.getKey() == CorrectionState.PROPOSED;
                            assertEquals(
                                    allowed ? Set.of() : Set.of(Finding.STATE),
                                    e.getValue()
                                            .with("papers.correction", p.getValue())
                                            .rules());
                        })));
    }

    private static RacRequest.FollowUp followUp(boolean followed) {
        return new RacRequest.FollowUp(followed, "anders", List.of(), World.id("carla"), World.NOW);
    }

    @TestFactory
    Stream<DynamicTest> anActOnADestructionListIsDoneInItsStatesOnly() {
        Map<Act, Set<DestructionState>> law = Map.of(
                Act.AMEND_DESTRUCTION_LIST, EnumSet.of(DestructionState.DRAFT),
                Act.SUBMIT_DESTRUCTION_LIST, EnumSet.of(DestructionState.DRAFT),
                Act.REVIEW_DESTRUCTION_LIST, EnumSet.of(DestructionState.IN_REVIEW),
                Act.KEEP_LISTED, EnumSet.of(DestructionState.IN_REVIEW),
                Act.SEE_DESTRUCTION_LIST, EnumSet.allOf(DestructionState.class),
                Act.DESTROY_LISTED,
                        EnumSet.complementOf(EnumSet.of(DestructionState.EXECUTED, DestructionState.LAPSED)),
                Act.EXECUTE_DESTRUCTION,
                        EnumSet.complementOf(EnumSet.of(DestructionState.EXECUTED, DestructionState.LAPSED)));
        assertEquals(concerning(Act.Concerns.DESTRUCTION), law.keySet());
        return law.entrySet().stream()
                .flatMap(e -> Arrays.stream(DestructionState.values())
                        .map(state -> dynamicTest(e.getKey() + " when " + state, () -> {
                            boolean byThePlatform = e.getKey().roles().isEmpty();
                            // What is to be executed by nobody is not the platform's to do either.
                            boolean over = byThePlatform && state.isOver();
                            Set<String> expected =
                                    e.getValue().contains(state) ? Set.of() : Set.of(over ? "G41" : Finding.STATE);
                            assertEquals(
                                    expected,
                                    Scene.onDestruction(e.getKey(), state).rules());
                        })));
    }

    @Test
    void whoMadeADestructionListDoesNotReviewIt() {
        for (Act act : List.of(Act.REVIEW_DESTRUCTION_LIST, Act.KEEP_LISTED)) {
            assertEquals(
                    Set.of(Finding.STATE),
                    Scene.onDestruction(act, DestructionState.IN_REVIEW)
                            .by(World.CASE_DIRECTOR)
                            .rules());
        }
    }

    @Test
    void aRequestThatWasGrantedIsDone() {
        Scene answering = Scene.onRequest(Act.ANSWER_CONSULTATION, World.OFFICER);
        Scene deciding = Scene.granting(World.CONTACT_POINT);
        for (boolean granted : new boolean[] {true, false}) {
            RightsRequest.Decision decision =
                    new RightsRequest.Decision(granted, "besloten", World.id("cor"), World.NOW);
            Set<String> expected = granted ? Set.of(Finding.STATE) : Set.of();
            assertEquals(
                    expected,
                    answering.with("papers.request.decision", decision).rules());
            assertEquals(
                    expected, deciding.with("papers.request.decision", decision).rules());
        }
        assertEquals(Set.of(), answering.rules());
        assertEquals(Set.of(), deciding.rules());
        assertEquals(
                Set.of(),
                deciding.with("act", Act.SEE_REQUEST)
                        .with(
                                "papers.request.decision",
                                new RightsRequest.Decision(true, "besloten", World.id("cor"), World.NOW))
                        .rules());
    }

    @TestFactory
    Stream<DynamicTest> everyStateIsReachedFromTheFirst() {
        return Lifecycle.ALL.stream()
                .map(table -> dynamicTest(
                        table.name().en(), () -> assertEquals(Set.copyOf(table.states()), reachable(table))));
    }

    private static <S extends Enum<S> & State> Set<S> reachable(Table<S> table) {
        Set<S> reached = EnumSet.of(table.first());
        List<S> toLookAt = new ArrayList<>(reached);
        while (!toLookAt.isEmpty()) {
            S state = toLookAt.remove(0);
            table.steps().stream()
                    .filter(s -> s.from() == state)
                    .flatMap(s -> s.to().stream())
                    .filter(reached::add)
                    .forEach(toLookAt::add);
        }
        return reached;
    }

    @Test
    void eachActStandsOnceInARowOfTheTable() {
        for (Table<?> table : Lifecycle.ALL) {
            assertEquals(
                    table.steps().size(),
                    table.steps().stream()
                            .map(s -> List.of(s.from(), s.act()))
                            .distinct()
                            .count(),
                    table.name().en());
        }
    }

    @Test
    void eachTableIsAboutItsOwn() {
        assertEquals(Set.of(Act.Concerns.PROVISION), concerned(Lifecycle.PROVISION));
        assertEquals(Set.of(Act.Concerns.INTERVENTION), concerned(Lifecycle.INTERVENTION));
        assertEquals(Set.of(Act.Concerns.CASE_MEETING), concerned(Lifecycle.CASE_MEETING));
        assertEquals(Set.of(Act.Concerns.REQUEST), concerned(Lifecycle.REQUEST));
        assertEquals(Set.of(Act.Concerns.DESTRUCTION), concerned(Lifecycle.DESTRUCTION));
        assertEquals(Set.of(Act.Concerns.DATA_REQUEST), concerned(Lifecycle.DATA_REQUEST));
        assertEquals(Set.of(Act.Concerns.CORRECTION), concerned(Lifecycle.CORRECTION));
        assertEquals(Set.of(Act.Concerns.MEETING), concerned(Lifecycle.MEETING));
        assertEquals(Set.of(Act.Concerns.RAC_REQUEST), concerned(Lifecycle.RAC_REQUEST));
        // What is decided on a knelpunt links its signals.
        assertEquals(Set.of(Act.Concerns.SIGNAL, Act.Concerns.KNELPUNT), concerned(Lifecycle.SIGNAL));
        assertFalse(concerned(Lifecycle.KNELPUNT).contains(Act.Concerns.SIGNAL));
    }

    private static Set<Act.Concerns> concerned(Table<?> table) {
        return table.steps().stream().map(s -> s.act().concerns()).collect(Collectors.toSet());
    }
}
