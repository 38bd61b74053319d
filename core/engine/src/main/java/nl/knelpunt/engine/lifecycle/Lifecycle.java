package nl.knelpunt.engine.lifecycle;

import static nl.knelpunt.engine.guard.Act.ACCEPT_CORRECTION;
import static nl.knelpunt.engine.guard.Act.ADD_DRAFT_DATUM;
import static nl.knelpunt.engine.guard.Act.ADVISE;
import static nl.knelpunt.engine.guard.Act.AGREE_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.AMEND_CASE_MEETING;
import static nl.knelpunt.engine.guard.Act.AMEND_DESTRUCTION_LIST;
import static nl.knelpunt.engine.guard.Act.AMEND_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.AMEND_PROPOSAL;
import static nl.knelpunt.engine.guard.Act.AMEND_PROVISION;
import static nl.knelpunt.engine.guard.Act.AMEND_RAC_REQUEST;
import static nl.knelpunt.engine.guard.Act.ANALYSE;
import static nl.knelpunt.engine.guard.Act.ANSWER_BACK;
import static nl.knelpunt.engine.guard.Act.ANSWER_CONSULTATION;
import static nl.knelpunt.engine.guard.Act.ANSWER_PROVISION;
import static nl.knelpunt.engine.guard.Act.ANSWER_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.ASK_ANALYSIS;
import static nl.knelpunt.engine.guard.Act.ASK_BACK;
import static nl.knelpunt.engine.guard.Act.ASK_PROVISION;
import static nl.knelpunt.engine.guard.Act.ASK_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.BEGIN_ANALYSIS;
import static nl.knelpunt.engine.guard.Act.CANCEL_CASE_MEETING;
import static nl.knelpunt.engine.guard.Act.CANCEL_MEETING;
import static nl.knelpunt.engine.guard.Act.CARRY_OUT_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.CHANGE_MEETING;
import static nl.knelpunt.engine.guard.Act.CHANGE_SELECTION;
import static nl.knelpunt.engine.guard.Act.CLOSE;
import static nl.knelpunt.engine.guard.Act.CLOSE_PHASE;
import static nl.knelpunt.engine.guard.Act.COMPARE_SIGNALS;
import static nl.knelpunt.engine.guard.Act.COMPLETE_DRAFT;
import static nl.knelpunt.engine.guard.Act.CONCLUDE_ITEM;
import static nl.knelpunt.engine.guard.Act.CONVERT_CONSULTATION;
import static nl.knelpunt.engine.guard.Act.DECIDE_ASSESSMENT;
import static nl.knelpunt.engine.guard.Act.DECIDE_INVOLVEMENT;
import static nl.knelpunt.engine.guard.Act.DECIDE_REQUEST;
import static nl.knelpunt.engine.guard.Act.DECLINE_CORRECTION;
import static nl.knelpunt.engine.guard.Act.DELIVER_MESSAGE;
import static nl.knelpunt.engine.guard.Act.DESIGNATE;
import static nl.knelpunt.engine.guard.Act.DESTROY_LISTED;
import static nl.knelpunt.engine.guard.Act.DISCARD_ANALYSIS;
import static nl.knelpunt.engine.guard.Act.DISCARD_DRAFT;
import static nl.knelpunt.engine.guard.Act.DRAFT_RAC_REQUEST;
import static nl.knelpunt.engine.guard.Act.DRAFT_SIGNAL;
import static nl.knelpunt.engine.guard.Act.DROP_BARRIER_MODEL;
import static nl.knelpunt.engine.guard.Act.ENTER_VOTES;
import static nl.knelpunt.engine.guard.Act.EVALUATE_KNELPUNT;
import static nl.knelpunt.engine.guard.Act.EXECUTE_DESTRUCTION;
import static nl.knelpunt.engine.guard.Act.EXPIRE_DATA_REQUEST;
import static nl.knelpunt.engine.guard.Act.EXPIRE_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.EXPORT_SELECTION;
import static nl.knelpunt.engine.guard.Act.EXTEND_REQUEST;
import static nl.knelpunt.engine.guard.Act.FIX_MINUTES;
import static nl.knelpunt.engine.guard.Act.FOLLOW_UP_ADVICE;
import static nl.knelpunt.engine.guard.Act.FORGET_REQUEST;
import static nl.knelpunt.engine.guard.Act.GIVE_FEEDBACK;
import static nl.knelpunt.engine.guard.Act.GRADE_SIGNAL;
import static nl.knelpunt.engine.guard.Act.HELP_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.HOLD_CASE_MEETING;
import static nl.knelpunt.engine.guard.Act.HOLD_MEETING;
import static nl.knelpunt.engine.guard.Act.IMPORT_DATA_SET;
import static nl.knelpunt.engine.guard.Act.KEEP_LISTED;
import static nl.knelpunt.engine.guard.Act.KEEP_SELECTION;
import static nl.knelpunt.engine.guard.Act.KEEP_UP_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.LAPSE_DRAFT;
import static nl.knelpunt.engine.guard.Act.LEAVE_KNELPUNT;
import static nl.knelpunt.engine.guard.Act.LINK_SIGNAL;
import static nl.knelpunt.engine.guard.Act.MAKE_DESTRUCTION_LIST;
import static nl.knelpunt.engine.guard.Act.OBSERVE_EFFECT;
import static nl.knelpunt.engine.guard.Act.OPEN_PHASE;
import static nl.knelpunt.engine.guard.Act.PASS_TERM;
import static nl.knelpunt.engine.guard.Act.PLAN_CASE_MEETING;
import static nl.knelpunt.engine.guard.Act.PLAN_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.PLAN_MEETING;
import static nl.knelpunt.engine.guard.Act.PLEDGE_CAPACITY;
import static nl.knelpunt.engine.guard.Act.PREPARE_ASSESSMENT;
import static nl.knelpunt.engine.guard.Act.PREPARE_PROVISION;
import static nl.knelpunt.engine.guard.Act.PROLONG;
import static nl.knelpunt.engine.guard.Act.PROPOSE;
import static nl.knelpunt.engine.guard.Act.PROPOSE_CORRECTION;
import static nl.knelpunt.engine.guard.Act.PROPOSE_FROM_SCAN;
import static nl.knelpunt.engine.guard.Act.PROPOSE_INVOLVEMENT;
import static nl.knelpunt.engine.guard.Act.PROVIDE;
import static nl.knelpunt.engine.guard.Act.PUT_ON_AGENDA;
import static nl.knelpunt.engine.guard.Act.RANK_AREAS;
import static nl.knelpunt.engine.guard.Act.RECORD_ATTENDANCE;
import static nl.knelpunt.engine.guard.Act.REFUSE_REQUESTED;
import static nl.knelpunt.engine.guard.Act.REGISTER_REQUEST;
import static nl.knelpunt.engine.guard.Act.RELEASE_TASK_SHEET;
import static nl.knelpunt.engine.guard.Act.REMIND_OF_TERM;
import static nl.knelpunt.engine.guard.Act.REMOVE_DRAFT_DATUM;
import static nl.knelpunt.engine.guard.Act.REPORT_RESULT;
import static nl.knelpunt.engine.guard.Act.REPORT_SIGNAL;
import static nl.knelpunt.engine.guard.Act.REQUEST_DATA;
import static nl.knelpunt.engine.guard.Act.REUSE_DATUM;
import static nl.knelpunt.engine.guard.Act.REVEAL_BSN;
import static nl.knelpunt.engine.guard.Act.REVIEW_DESTRUCTION_LIST;
import static nl.knelpunt.engine.guard.Act.SEE_DATA;
import static nl.knelpunt.engine.guard.Act.SEND_BACK;
import static nl.knelpunt.engine.guard.Act.SEND_RAC_REQUEST;
import static nl.knelpunt.engine.guard.Act.SETTLE_AGREEMENT;
import static nl.knelpunt.engine.guard.Act.SHARE_DATUM;
import static nl.knelpunt.engine.guard.Act.START_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.STOP_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.SUBMIT_ANALYSIS;
import static nl.knelpunt.engine.guard.Act.SUBMIT_DESTRUCTION_LIST;
import static nl.knelpunt.engine.guard.Act.SUBMIT_PROPOSAL;
import static nl.knelpunt.engine.guard.Act.SUPPLY_REQUESTED;
import static nl.knelpunt.engine.guard.Act.TAKE_OFF_AGENDA;
import static nl.knelpunt.engine.guard.Act.TAKE_OVER_REQUEST;
import static nl.knelpunt.engine.guard.Act.TEST_ANALYSIS;
import static nl.knelpunt.engine.guard.Act.TEST_PROVISION;
import static nl.knelpunt.engine.guard.Act.USE_BARRIER_MODEL;
import static nl.knelpunt.engine.guard.Act.USE_CAPACITY;
import static nl.knelpunt.engine.guard.Act.VOTE_CLOSURE;
import static nl.knelpunt.engine.guard.Act.VOTE_DESIGNATION;
import static nl.knelpunt.engine.guard.Act.VOTE_INVOLVEMENT;
import static nl.knelpunt.engine.guard.Act.VOTE_ITEM;
import static nl.knelpunt.engine.guard.Act.VOTE_PROLONGATION;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_CAPACITY;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_CORRECTION;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_DATA_REQUEST;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_INTERVENTION;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_PROVISION;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_RAC_REQUEST;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.WITHDRAW_SIGNAL;
import static nl.knelpunt.engine.guard.Act.WRITE_ANALYSIS;
import static nl.knelpunt.engine.guard.Act.WRITE_CLOSING_REPORT;
import static nl.knelpunt.engine.guard.Act.WRITE_LETTER;
import static nl.knelpunt.engine.guard.Act.WRITE_MINUTES;
import static nl.knelpunt.engine.guard.Act.WRITE_PLAN;
import static nl.knelpunt.engine.lifecycle.CorrectionState.ACCEPTED;
import static nl.knelpunt.engine.lifecycle.CorrectionState.DECLINED;
import static nl.knelpunt.engine.lifecycle.DataRequestState.ASKED_BACK;
import static nl.knelpunt.engine.lifecycle.DataRequestState.EXPIRED;
import static nl.knelpunt.engine.lifecycle.DataRequestState.NOT_SUPPLIED;
import static nl.knelpunt.engine.lifecycle.DataRequestState.SUPPLIED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.CLOSED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.DESIGNATED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.PROPOSED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.REJECTED;
import static nl.knelpunt.engine.lifecycle.KnelpuntState.SUBMITTED;
import static nl.knelpunt.engine.lifecycle.MeetingState.CANCELLED;
import static nl.knelpunt.engine.lifecycle.MeetingState.FIXED;
import static nl.knelpunt.engine.lifecycle.MeetingState.HELD;
import static nl.knelpunt.engine.lifecycle.MeetingState.PLANNED;
import static nl.knelpunt.engine.lifecycle.ProvisionState.FED_BACK;
import static nl.knelpunt.engine.lifecycle.ProvisionState.PREPARED;
import static nl.knelpunt.engine.lifecycle.ProvisionState.PROVIDED;
import static nl.knelpunt.engine.lifecycle.ProvisionState.STOPPED;
import static nl.knelpunt.engine.lifecycle.ProvisionState.WITHDRAWN;
import static nl.knelpunt.engine.lifecycle.RequestState.GRANTED;
import static nl.knelpunt.engine.lifecycle.RequestState.OPEN;
import static nl.knelpunt.engine.lifecycle.RequestState.REFUSED;
import static nl.knelpunt.engine.lifecycle.SignalState.ASKED;
import static nl.knelpunt.engine.lifecycle.SignalState.DRAFT;
import static nl.knelpunt.engine.lifecycle.SignalState.LINKED;
import static nl.knelpunt.engine.lifecycle.SignalState.RECOGNISED;
import static nl.knelpunt.engine.lifecycle.SignalState.REPORTED;
import static nl.knelpunt.engine.lifecycle.SignalState.TAKEN_UP;
import static nl.knelpunt.engine.lifecycle.SignalState.WEIGHED;

import java.util.EnumSet;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.Table.Step;

/**
 * Which act may be done in which state, and where it leads, for everything that has a state. An act that stands in a table, but
 * not for a state, is out of order there. Acts that stand in no table may be done in every state: reading, and what must always
 * be possible with a datum, such as reporting it wrong, correcting it and destroying it.
 *
 * <p>Who may do an act stands with the {@link Act}, under which conditions in the guard's rules; {@code docs/lifecycle.md} is made
 * of the three together.
 *
 * <p><b>A row:</b> state, act, the states to which it may lead. Several, where that depends on what is decided; none
 * where it is destroyed, and {@code orDestroyed()} where it may be. An act that leaves the state as it is leads to that state.
 *
 * <p><b>A table:</b> an enum that is a {@link State}, a {@link Table} here, its name in {@link #ALL}, and in the guard's
 * {@code OutOfOrder.BOUND} how its state is read from the facts. {@code LifecycleTest} then asks for a scene of each act and for the
 * states in which it may be done, {@code LifecycleThroughUseCasesTest} how people do it.
 */
public final class Lifecycle {

    public static final Table<SignalState> SIGNAL = new Table<>(
            new Text("een signaal", "a signal"),
            EnumSet.of(DELIVER_MESSAGE, DRAFT_SIGNAL),
            DRAFT,
            List.of(
                    signal(DRAFT, COMPLETE_DRAFT, DRAFT),
                    signal(DRAFT, ADD_DRAFT_DATUM, DRAFT),
                    signal(DRAFT, REMOVE_DRAFT_DATUM, DRAFT),
                    signal(DRAFT, DISCARD_DRAFT),
                    signal(DRAFT, LAPSE_DRAFT),
                    signal(DRAFT, REPORT_SIGNAL, REPORTED),
                    signal(REPORTED, ASK_RECOGNITION, ASKED),
                    signal(REPORTED, WITHDRAW_SIGNAL),
                    signal(ASKED, ASK_RECOGNITION, ASKED),
                    signal(ASKED, ANSWER_RECOGNITION, ASKED, RECOGNISED),
                    signal(ASKED, HELP_RECOGNITION, ASKED),
                    signal(ASKED, WITHDRAW_SIGNAL),
                    signal(ASKED, EXPIRE_RECOGNITION, ASKED),
                    signal(RECOGNISED, ASK_RECOGNITION, RECOGNISED),
                    signal(RECOGNISED, ANSWER_RECOGNITION, RECOGNISED),
                    signal(RECOGNISED, HELP_RECOGNITION, RECOGNISED),
                    signal(RECOGNISED, PREPARE_ASSESSMENT, WEIGHED),
                    signal(RECOGNISED, WITHDRAW_RECOGNITION, ASKED, RECOGNISED),
                    signal(RECOGNISED, EXPIRE_RECOGNITION, RECOGNISED),
                    signal(RECOGNISED, WITHDRAW_SIGNAL),
                    signal(WEIGHED, PREPARE_ASSESSMENT, WEIGHED),
                    signal(WEIGHED, DECIDE_ASSESSMENT, WEIGHED, TAKEN_UP).orDestroyed(),
                    signal(WEIGHED, WITHDRAW_RECOGNITION, ASKED, RECOGNISED),
                    signal(WEIGHED, WITHDRAW_SIGNAL),
                    // What leads to nothing is weighed anew, and may be destroyed after all (Bgs 1.16(1)).
                    signal(TAKEN_UP, PREPARE_ASSESSMENT, WEIGHED),
                    signal(TAKEN_UP, DESIGNATE, TAKEN_UP, LINKED),
                    signal(TAKEN_UP, LINK_SIGNAL, LINKED),
                    signal(LINKED, DESIGNATE, LINKED),
                    signal(LINKED, LINK_SIGNAL, LINKED),
                    signal(REPORTED, GRADE_SIGNAL, REPORTED),
                    signal(ASKED, GRADE_SIGNAL, ASKED),
                    signal(RECOGNISED, GRADE_SIGNAL, RECOGNISED),
                    signal(WEIGHED, GRADE_SIGNAL, WEIGHED),
                    signal(TAKEN_UP, GRADE_SIGNAL, TAKEN_UP),
                    signal(LINKED, GRADE_SIGNAL, LINKED),
                    signal(REPORTED, COMPARE_SIGNALS, REPORTED),
                    signal(ASKED, COMPARE_SIGNALS, ASKED),
                    signal(RECOGNISED, COMPARE_SIGNALS, RECOGNISED),
                    signal(WEIGHED, COMPARE_SIGNALS, WEIGHED),
                    signal(TAKEN_UP, COMPARE_SIGNALS, TAKEN_UP),
                    signal(LINKED, COMPARE_SIGNALS, LINKED)));

    public static final Table<KnelpuntState> KNELPUNT = new Table<>(
            new Text("een handhavingsknelpunt, casusoverleg of scan", "a knelpunt, case consultation or scan"),
            EnumSet.of(PROPOSE),
            PROPOSED,
            List.of(
                    knelpunt(PROPOSED, AMEND_PROPOSAL, PROPOSED),
                    knelpunt(PROPOSED, SUBMIT_PROPOSAL, SUBMITTED),
                    // What was read for the meeting is not what it says any more: it is submitted anew.
                    knelpunt(SUBMITTED, AMEND_PROPOSAL, PROPOSED),
                    knelpunt(SUBMITTED, SEND_BACK, PROPOSED),
                    knelpunt(SUBMITTED, VOTE_DESIGNATION, SUBMITTED),
                    knelpunt(SUBMITTED, ENTER_VOTES, SUBMITTED),
                    knelpunt(SUBMITTED, DESIGNATE, DESIGNATED, REJECTED),
                    knelpunt(DESIGNATED, LINK_SIGNAL, DESIGNATED),
                    knelpunt(DESIGNATED, PROPOSE_INVOLVEMENT, DESIGNATED),
                    knelpunt(DESIGNATED, VOTE_INVOLVEMENT, DESIGNATED),
                    knelpunt(DESIGNATED, DECIDE_INVOLVEMENT, DESIGNATED),
                    knelpunt(DESIGNATED, LEAVE_KNELPUNT, DESIGNATED),
                    knelpunt(DESIGNATED, OPEN_PHASE, DESIGNATED),
                    knelpunt(DESIGNATED, CLOSE_PHASE, DESIGNATED),
                    knelpunt(DESIGNATED, REQUEST_DATA, DESIGNATED),
                    knelpunt(DESIGNATED, SUPPLY_REQUESTED, DESIGNATED),
                    knelpunt(DESIGNATED, ASK_BACK, DESIGNATED),
                    knelpunt(DESIGNATED, ANSWER_BACK, DESIGNATED),
                    knelpunt(DESIGNATED, SHARE_DATUM, DESIGNATED),
                    knelpunt(DESIGNATED, SEE_DATA, DESIGNATED),
                    knelpunt(DESIGNATED, REVEAL_BSN, DESIGNATED),
                    knelpunt(DESIGNATED, REUSE_DATUM, DESIGNATED),
                    knelpunt(DESIGNATED, ANALYSE, DESIGNATED),
                    knelpunt(DESIGNATED, KEEP_SELECTION, DESIGNATED),
                    knelpunt(DESIGNATED, CHANGE_SELECTION, DESIGNATED),
                    knelpunt(DESIGNATED, EXPORT_SELECTION, DESIGNATED),
                    knelpunt(DESIGNATED, ASK_ANALYSIS, DESIGNATED),
                    knelpunt(DESIGNATED, BEGIN_ANALYSIS, DESIGNATED),
                    knelpunt(DESIGNATED, WRITE_ANALYSIS, DESIGNATED),
                    knelpunt(DESIGNATED, SUBMIT_ANALYSIS, DESIGNATED),
                    knelpunt(DESIGNATED, TEST_ANALYSIS, DESIGNATED),
                    knelpunt(DESIGNATED, USE_BARRIER_MODEL, DESIGNATED),
                    knelpunt(DESIGNATED, DROP_BARRIER_MODEL, DESIGNATED),
                    knelpunt(DESIGNATED, WRITE_PLAN, DESIGNATED),
                    knelpunt(DESIGNATED, PLAN_INTERVENTION, DESIGNATED),
                    knelpunt(DESIGNATED, AMEND_INTERVENTION, DESIGNATED),
                    knelpunt(DESIGNATED, WITHDRAW_INTERVENTION, DESIGNATED),
                    knelpunt(DESIGNATED, AGREE_INTERVENTION, DESIGNATED),
                    knelpunt(DESIGNATED, KEEP_UP_INTERVENTION, DESIGNATED),
                    knelpunt(DESIGNATED, START_INTERVENTION, DESIGNATED),
                    knelpunt(DESIGNATED, CARRY_OUT_INTERVENTION, DESIGNATED),
                    knelpunt(DESIGNATED, STOP_INTERVENTION, DESIGNATED),
                    knelpunt(DESIGNATED, REPORT_RESULT, DESIGNATED),
                    knelpunt(DESIGNATED, OBSERVE_EFFECT, DESIGNATED),
                    knelpunt(DESIGNATED, PLEDGE_CAPACITY, DESIGNATED),
                    knelpunt(DESIGNATED, USE_CAPACITY, DESIGNATED),
                    knelpunt(DESIGNATED, WITHDRAW_CAPACITY, DESIGNATED),
                    knelpunt(DESIGNATED, RELEASE_TASK_SHEET, DESIGNATED),
                    knelpunt(DESIGNATED, PLAN_CASE_MEETING, DESIGNATED),
                    knelpunt(DESIGNATED, AMEND_CASE_MEETING, DESIGNATED),
                    knelpunt(DESIGNATED, CANCEL_CASE_MEETING, DESIGNATED),
                    knelpunt(DESIGNATED, HOLD_CASE_MEETING, DESIGNATED),
                    knelpunt(DESIGNATED, CONVERT_CONSULTATION, DESIGNATED),
                    knelpunt(DESIGNATED, IMPORT_DATA_SET, DESIGNATED),
                    knelpunt(DESIGNATED, RANK_AREAS, DESIGNATED),
                    knelpunt(DESIGNATED, PROPOSE_FROM_SCAN, DESIGNATED),
                    knelpunt(DESIGNATED, PREPARE_PROVISION, DESIGNATED),
                    knelpunt(DESIGNATED, PROVIDE, DESIGNATED),
                    knelpunt(DESIGNATED, EVALUATE_KNELPUNT, DESIGNATED),
                    knelpunt(DESIGNATED, ENTER_VOTES, DESIGNATED),
                    knelpunt(DESIGNATED, REMIND_OF_TERM, DESIGNATED),
                    knelpunt(DESIGNATED, VOTE_PROLONGATION, DESIGNATED),
                    knelpunt(DESIGNATED, PROLONG, DESIGNATED),
                    // That it has passed follows from the date: sharing stops by itself (G21).
                    knelpunt(DESIGNATED, PASS_TERM, DESIGNATED),
                    knelpunt(DESIGNATED, WRITE_CLOSING_REPORT, DESIGNATED),
                    knelpunt(DESIGNATED, VOTE_CLOSURE, DESIGNATED),
                    knelpunt(DESIGNATED, CLOSE, DESIGNATED, CLOSED)));

    /** Only its executing participant moves it; what the case director amends is proposed anew. */
    public static final Table<InterventionState> INTERVENTION = new Table<>(
            new Text("een interventie", "an intervention"),
            EnumSet.of(PLAN_INTERVENTION),
            InterventionState.PROPOSED,
            List.of(
                    intervention(InterventionState.PROPOSED, AMEND_INTERVENTION, InterventionState.PROPOSED),
                    intervention(InterventionState.PROPOSED, WITHDRAW_INTERVENTION, InterventionState.STOPPED),
                    intervention(InterventionState.PROPOSED, AGREE_INTERVENTION, InterventionState.AGREED),
                    intervention(InterventionState.PROPOSED, STOP_INTERVENTION, InterventionState.STOPPED),
                    intervention(InterventionState.AGREED, AMEND_INTERVENTION, InterventionState.PROPOSED),
                    intervention(InterventionState.AGREED, KEEP_UP_INTERVENTION, InterventionState.AGREED),
                    intervention(InterventionState.AGREED, START_INTERVENTION, InterventionState.UNDER_WAY),
                    intervention(InterventionState.AGREED, STOP_INTERVENTION, InterventionState.STOPPED),
                    intervention(InterventionState.UNDER_WAY, KEEP_UP_INTERVENTION, InterventionState.UNDER_WAY),
                    intervention(InterventionState.UNDER_WAY, REPORT_RESULT, InterventionState.UNDER_WAY),
                    intervention(InterventionState.UNDER_WAY, OBSERVE_EFFECT, InterventionState.UNDER_WAY),
                    intervention(InterventionState.UNDER_WAY, CARRY_OUT_INTERVENTION, InterventionState.DONE),
                    intervention(InterventionState.UNDER_WAY, STOP_INTERVENTION, InterventionState.STOPPED),
                    intervention(InterventionState.DONE, REPORT_RESULT, InterventionState.DONE),
                    intervention(InterventionState.DONE, OBSERVE_EFFECT, InterventionState.DONE),
                    intervention(InterventionState.STOPPED, REPORT_RESULT, InterventionState.STOPPED),
                    intervention(InterventionState.STOPPED, OBSERVE_EFFECT, InterventionState.STOPPED)));

    public static final Table<CaseMeetingState> CASE_MEETING = new Table<>(
            new Text("een bijeenkomst van een casusoverleg", "a meeting of a case consultation"),
            EnumSet.of(PLAN_CASE_MEETING),
            CaseMeetingState.PLANNED,
            List.of(
                    caseMeeting(CaseMeetingState.PLANNED, AMEND_CASE_MEETING, CaseMeetingState.PLANNED),
                    caseMeeting(CaseMeetingState.PLANNED, CANCEL_CASE_MEETING, CaseMeetingState.CANCELLED),
                    caseMeeting(CaseMeetingState.PLANNED, HOLD_CASE_MEETING, CaseMeetingState.HELD),
                    caseMeeting(CaseMeetingState.HELD, SETTLE_AGREEMENT, CaseMeetingState.HELD)));

    public static final Table<ProvisionState> PROVISION = new Table<>(
            new Text("een verstrekking", "a provision"),
            EnumSet.of(PREPARE_PROVISION),
            PREPARED,
            List.of(
                    provision(PREPARED, AMEND_PROVISION, PREPARED),
                    provision(PREPARED, ASK_PROVISION, ProvisionState.ASKED),
                    provision(PREPARED, ANSWER_PROVISION, PREPARED, STOPPED),
                    provision(PREPARED, TEST_PROVISION, PREPARED),
                    provision(PREPARED, PROVIDE, PROVIDED),
                    provision(PREPARED, WITHDRAW_PROVISION, WITHDRAWN),
                    // What was answered and tested is not what it says any more.
                    provision(ProvisionState.ASKED, AMEND_PROVISION, PREPARED, ProvisionState.ASKED),
                    provision(ProvisionState.ASKED, ANSWER_PROVISION, ProvisionState.ASKED, STOPPED),
                    provision(ProvisionState.ASKED, TEST_PROVISION, ProvisionState.ASKED),
                    provision(ProvisionState.ASKED, PROVIDE, PROVIDED),
                    provision(ProvisionState.ASKED, WITHDRAW_PROVISION, WITHDRAWN),
                    provision(PROVIDED, GIVE_FEEDBACK, FED_BACK),
                    provision(FED_BACK, GIVE_FEEDBACK, FED_BACK)));

    public static final Table<RequestState> REQUEST = new Table<>(
            new Text("een verzoek van een betrokkene", "a request of a data subject"),
            EnumSet.of(REGISTER_REQUEST),
            OPEN,
            List.of(
                    request(OPEN, EXTEND_REQUEST, OPEN),
                    request(OPEN, TAKE_OVER_REQUEST, OPEN),
                    request(OPEN, ANSWER_CONSULTATION, OPEN),
                    request(OPEN, DECIDE_REQUEST, GRANTED, REFUSED),
                    request(REFUSED, ANSWER_CONSULTATION, REFUSED),
                    request(REFUSED, DECIDE_REQUEST, GRANTED, REFUSED),
                    request(REFUSED, WRITE_LETTER, REFUSED),
                    request(REFUSED, FORGET_REQUEST, REFUSED),
                    request(GRANTED, WRITE_LETTER, GRANTED),
                    request(GRANTED, FORGET_REQUEST, GRANTED)));

    public static final Table<DestructionState> DESTRUCTION = new Table<>(
            new Text("een vernietigingslijst", "a destruction list"),
            // Of everything, at the closure; then it is to be reviewed at once.
            EnumSet.of(MAKE_DESTRUCTION_LIST, CLOSE),
            DestructionState.DRAFT,
            List.of(
                    destruction(DestructionState.DRAFT, AMEND_DESTRUCTION_LIST, DestructionState.DRAFT),
                    destruction(DestructionState.DRAFT, SUBMIT_DESTRUCTION_LIST, DestructionState.IN_REVIEW),
                    destruction(DestructionState.IN_REVIEW, KEEP_LISTED, DestructionState.IN_REVIEW),
                    destruction(
                            DestructionState.IN_REVIEW,
                            REVIEW_DESTRUCTION_LIST,
                            DestructionState.APPROVED,
                            DestructionState.DRAFT),
                    destruction(DestructionState.APPROVED, DESTROY_LISTED, DestructionState.APPROVED),
                    destruction(
                            DestructionState.APPROVED,
                            EXECUTE_DESTRUCTION,
                            DestructionState.EXECUTED,
                            DestructionState.LAPSED),
                    // After its last day nobody needs to approve it any more.
                    destruction(DestructionState.DRAFT, DESTROY_LISTED, DestructionState.DRAFT),
                    destruction(
                            DestructionState.DRAFT,
                            EXECUTE_DESTRUCTION,
                            DestructionState.EXECUTED,
                            DestructionState.LAPSED),
                    destruction(DestructionState.IN_REVIEW, DESTROY_LISTED, DestructionState.IN_REVIEW),
                    destruction(
                            DestructionState.IN_REVIEW,
                            EXECUTE_DESTRUCTION,
                            DestructionState.EXECUTED,
                            DestructionState.LAPSED)));

    public static final Table<DataRequestState> DATA_REQUEST = new Table<>(
            new Text("een informatieverzoek", "a request for data"),
            EnumSet.of(REQUEST_DATA),
            DataRequestState.OPEN,
            List.of(
                    dataRequest(DataRequestState.OPEN, SUPPLY_REQUESTED, SUPPLIED),
                    dataRequest(DataRequestState.OPEN, REFUSE_REQUESTED, NOT_SUPPLIED),
                    dataRequest(DataRequestState.OPEN, ASK_BACK, ASKED_BACK),
                    dataRequest(DataRequestState.OPEN, WITHDRAW_DATA_REQUEST, DataRequestState.WITHDRAWN),
                    dataRequest(DataRequestState.OPEN, EXPIRE_DATA_REQUEST, EXPIRED),
                    dataRequest(ASKED_BACK, SUPPLY_REQUESTED, SUPPLIED),
                    dataRequest(ASKED_BACK, REFUSE_REQUESTED, NOT_SUPPLIED),
                    dataRequest(ASKED_BACK, ANSWER_BACK, DataRequestState.OPEN),
                    dataRequest(ASKED_BACK, WITHDRAW_DATA_REQUEST, DataRequestState.WITHDRAWN),
                    dataRequest(ASKED_BACK, EXPIRE_DATA_REQUEST, EXPIRED),
                    // More of what was asked.
                    dataRequest(SUPPLIED, SUPPLY_REQUESTED, SUPPLIED)));

    public static final Table<CorrectionState> CORRECTION = new Table<>(
            new Text("een voorstel tot verbetering", "a proposal to correct"),
            EnumSet.of(PROPOSE_CORRECTION),
            CorrectionState.PROPOSED,
            List.of(
                    // Where destruction was proposed it goes with its datum.
                    correction(CorrectionState.PROPOSED, ACCEPT_CORRECTION, ACCEPTED)
                            .orDestroyed(),
                    correction(CorrectionState.PROPOSED, DECLINE_CORRECTION, DECLINED),
                    correction(CorrectionState.PROPOSED, WITHDRAW_CORRECTION, CorrectionState.WITHDRAWN)));

    public static final Table<AnalysisState> ANALYSIS = new Table<>(
            new Text("een analyse", "an analysis"),
            EnumSet.of(ASK_ANALYSIS, BEGIN_ANALYSIS),
            AnalysisState.ASKED,
            List.of(
                    analysis(AnalysisState.ASKED, WRITE_ANALYSIS, AnalysisState.DRAFT),
                    analysis(AnalysisState.ASKED, DISCARD_ANALYSIS),
                    analysis(AnalysisState.DRAFT, WRITE_ANALYSIS, AnalysisState.DRAFT),
                    analysis(AnalysisState.DRAFT, SUBMIT_ANALYSIS, AnalysisState.SUBMITTED),
                    analysis(AnalysisState.DRAFT, DISCARD_ANALYSIS),
                    analysis(AnalysisState.SUBMITTED, TEST_ANALYSIS, AnalysisState.FINAL, AnalysisState.DRAFT)));

    public static final Table<MeetingState> MEETING = new Table<>(
            new Text("een vergadering van de stuurgroep", "a meeting of the steering group"),
            EnumSet.of(PLAN_MEETING),
            PLANNED,
            List.of(
                    meeting(PLANNED, CHANGE_MEETING, PLANNED),
                    meeting(PLANNED, PUT_ON_AGENDA, PLANNED),
                    meeting(PLANNED, TAKE_OFF_AGENDA, PLANNED),
                    meeting(PLANNED, RECORD_ATTENDANCE, PLANNED),
                    meeting(PLANNED, VOTE_ITEM, PLANNED),
                    meeting(PLANNED, CONCLUDE_ITEM, PLANNED),
                    meeting(PLANNED, WRITE_MINUTES, PLANNED),
                    meeting(PLANNED, HOLD_MEETING, HELD),
                    meeting(PLANNED, CANCEL_MEETING, CANCELLED),
                    meeting(HELD, WRITE_MINUTES, HELD),
                    meeting(HELD, FIX_MINUTES, FIXED)));

    public static final Table<RacRequestState> RAC_REQUEST = new Table<>(
            new Text("een vraag aan de RAC", "a question to the RAC"),
            EnumSet.of(DRAFT_RAC_REQUEST),
            RacRequestState.DRAFT,
            List.of(
                    racRequest(RacRequestState.DRAFT, AMEND_RAC_REQUEST, RacRequestState.DRAFT),
                    racRequest(RacRequestState.DRAFT, SEND_RAC_REQUEST, RacRequestState.SENT),
                    racRequest(RacRequestState.DRAFT, WITHDRAW_RAC_REQUEST, RacRequestState.WITHDRAWN),
                    racRequest(RacRequestState.SENT, WITHDRAW_RAC_REQUEST, RacRequestState.WITHDRAWN),
                    racRequest(RacRequestState.SENT, ADVISE, RacRequestState.ADVISED),
                    racRequest(
                            RacRequestState.ADVISED,
                            FOLLOW_UP_ADVICE,
                            RacRequestState.FOLLOWED,
                            RacRequestState.DEVIATED)));

    /** Every table, in the order in which people read them. */
    public static final List<Table<?>> ALL = List.of(
            SIGNAL,
            KNELPUNT,
            DATA_REQUEST,
            CORRECTION,
            ANALYSIS,
            MEETING,
            INTERVENTION,
            CASE_MEETING,
            PROVISION,
            REQUEST,
            RAC_REQUEST,
            DESTRUCTION);

    private Lifecycle() {}

    private static Step<SignalState> signal(SignalState from, Act act, SignalState... to) {
        return Step.of(from, act, to);
    }

    private static Step<KnelpuntState> knelpunt(KnelpuntState from, Act act, KnelpuntState... to) {
        return Step.of(from, act, to);
    }

    private static Step<AnalysisState> analysis(AnalysisState from, Act act, AnalysisState... to) {
        return Step.of(from, act, to);
    }

    private static Step<InterventionState> intervention(InterventionState from, Act act, InterventionState... to) {
        return Step.of(from, act, to);
    }

    private static Step<CaseMeetingState> caseMeeting(CaseMeetingState from, Act act, CaseMeetingState... to) {
        return Step.of(from, act, to);
    }

    private static Step<ProvisionState> provision(ProvisionState from, Act act, ProvisionState... to) {
        return Step.of(from, act, to);
    }

    private static Step<MeetingState> meeting(MeetingState from, Act act, MeetingState... to) {
        return Step.of(from, act, to);
    }

    private static Step<RequestState> request(RequestState from, Act act, RequestState... to) {
        return Step.of(from, act, to);
    }

    private static Step<DestructionState> destruction(DestructionState from, Act act, DestructionState... to) {
        return Step.of(from, act, to);
    }

    private static Step<DataRequestState> dataRequest(DataRequestState from, Act act, DataRequestState... to) {
        return Step.of(from, act, to);
    }

    private static Step<CorrectionState> correction(CorrectionState from, Act act, CorrectionState... to) {
        return Step.of(from, act, to);
    }

    private static Step<RacRequestState> racRequest(RacRequestState from, Act act, RacRequestState... to) {
        return Step.of(from, act, to);
    }
}
