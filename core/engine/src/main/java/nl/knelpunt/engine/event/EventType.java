package nl.knelpunt.engine.event;

import static nl.knelpunt.engine.event.EventType.Reach.DATUM;
import static nl.knelpunt.engine.event.EventType.Reach.EVERYBODY;
import static nl.knelpunt.engine.event.EventType.Reach.NAMED;
import static nl.knelpunt.engine.event.EventType.Reach.OWN;
import static nl.knelpunt.engine.guard.Act.*;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.engine.guard.Act;

/**
 * Every kind of event that there is: its name outside, the act of seeing that somebody must be permitted to hear of it, how far
 * it reaches among those, and the acts that it comes from. An act that stands nowhere here gives no event.
 */
public enum EventType {
    SIGNAL_DRAFTED("signal.drafted", SEE_SIGNAL, OWN, DELIVER_MESSAGE, DRAFT_SIGNAL),
    SIGNAL_DRAFT_CHANGED("signal.draft-changed", SEE_SIGNAL, OWN, COMPLETE_DRAFT, ADD_DRAFT_DATUM, REMOVE_DRAFT_DATUM),
    SIGNAL_REPORTED("signal.reported", SEE_SIGNAL, EVERYBODY, REPORT_SIGNAL),
    SIGNAL_RECOGNITION_REQUESTED("signal.recognition-requested", SEE_SIGNAL, NAMED, ASK_RECOGNITION),
    SIGNAL_RECOGNITION_ANSWERED("signal.recognition-answered", SEE_SIGNAL, NAMED, ANSWER_RECOGNITION),
    SIGNAL_RECOGNITION_WITHDRAWN("signal.recognition-withdrawn", SEE_SIGNAL, NAMED, WITHDRAW_RECOGNITION),
    SIGNAL_RECOGNITION_EXPIRED("signal.recognition-expired", SEE_SIGNAL, NAMED, EXPIRE_RECOGNITION),
    SIGNAL_GRADED("signal.graded", SEE_SIGNAL, EVERYBODY, GRADE_SIGNAL),
    SIGNAL_ASSESSMENT_PREPARED("signal.assessment-prepared", SEE_SIGNAL, EVERYBODY, PREPARE_ASSESSMENT),
    SIGNAL_ASSESSMENT_DECIDED("signal.assessment-decided", SEE_SIGNAL, EVERYBODY, DECIDE_ASSESSMENT),
    /** Also when an assessment ends so: whatever destroys a signal gives this one. */
    SIGNAL_DESTROYED(
            "signal.destroyed", SEE_SIGNAL, EVERYBODY, DISCARD_DRAFT, LAPSE_DRAFT, WITHDRAW_SIGNAL, EXPIRE_SIGNAL),
    /** Told beside what happened, to the reporter alone: what became of its signal, also when that is gone. */
    SIGNAL_OUTCOME_RECORDED("signal.outcome-recorded", LIST_OUTCOMES, OWN),

    /** A copy of it in a knelpunt was changed, and with that the datum itself. */
    SIGNAL_DATUM_CHANGED("signal.datum-changed", SEE_SIGNAL, DATUM),
    SIGNAL_DATUM_DESTROYED("signal.datum-destroyed", SEE_SIGNAL, OWN, EXPIRE_SIGNAL_DATUM),

    KNELPUNT_PROPOSED("knelpunt.proposed", SEE_KNELPUNT, EVERYBODY, PROPOSE, PROPOSE_FROM_SCAN, CONVERT_CONSULTATION),
    KNELPUNT_AMENDED("knelpunt.amended", SEE_KNELPUNT, EVERYBODY, AMEND_PROPOSAL),
    KNELPUNT_SUBMITTED("knelpunt.submitted", SEE_KNELPUNT, EVERYBODY, SUBMIT_PROPOSAL),
    KNELPUNT_SENT_BACK("knelpunt.sent-back", SEE_KNELPUNT, EVERYBODY, SEND_BACK),
    KNELPUNT_VOTE_CAST(
            "knelpunt.vote-cast",
            SEE_KNELPUNT,
            EVERYBODY,
            VOTE_DESIGNATION,
            VOTE_PROLONGATION,
            VOTE_CLOSURE,
            VOTE_INVOLVEMENT),
    KNELPUNT_DESIGNATION_DECIDED("knelpunt.designation-decided", SEE_KNELPUNT, EVERYBODY, DESIGNATE),
    KNELPUNT_SIGNAL_LINKED("knelpunt.signal-linked", SEE_KNELPUNT, EVERYBODY, LINK_SIGNAL),
    KNELPUNT_INVOLVEMENT_PROPOSED("knelpunt.involvement-proposed", SEE_KNELPUNT, EVERYBODY, PROPOSE_INVOLVEMENT),
    KNELPUNT_INVOLVEMENT_DECIDED(
            "knelpunt.involvement-decided", SEE_KNELPUNT, EVERYBODY, DECIDE_INVOLVEMENT, LEAVE_KNELPUNT),
    KNELPUNT_PHASE_OPENED("knelpunt.phase-opened", SEE_KNELPUNT, EVERYBODY, OPEN_PHASE),
    KNELPUNT_PHASE_CLOSED("knelpunt.phase-closed", SEE_KNELPUNT, EVERYBODY, CLOSE_PHASE),
    KNELPUNT_PLAN_CHANGED(
            "knelpunt.plan-changed",
            SEE_KNELPUNT,
            EVERYBODY,
            WRITE_PLAN,
            PLAN_INTERVENTION,
            PLEDGE_CAPACITY,
            USE_CAPACITY,
            WITHDRAW_CAPACITY,
            RELEASE_TASK_SHEET),
    KNELPUNT_EVALUATED("knelpunt.evaluated", SEE_KNELPUNT, EVERYBODY, EVALUATE_KNELPUNT),
    /** Some days before its end, which the policy chooses: of each such moment once. */
    KNELPUNT_TERM_ENDING("knelpunt.term-ending", SEE_KNELPUNT, EVERYBODY, REMIND_OF_TERM),
    /** Once, when its last day is over: what is shared and planned stops by itself. */
    KNELPUNT_TERM_PASSED("knelpunt.term-passed", SEE_KNELPUNT, EVERYBODY, PASS_TERM),
    KNELPUNT_CLOSING_REPORT_WRITTEN("knelpunt.closing-report-written", SEE_KNELPUNT, EVERYBODY, WRITE_CLOSING_REPORT),
    KNELPUNT_PROLONGATION_DECIDED("knelpunt.prolongation-decided", SEE_KNELPUNT, EVERYBODY, PROLONG),
    KNELPUNT_CLOSURE_DECIDED("knelpunt.closure-decided", SEE_KNELPUNT, EVERYBODY, CLOSE),
    KNELPUNT_DATUM_SHARED("knelpunt.datum-shared", SEE_DATA, DATUM, SHARE_DATUM, REUSE_DATUM),
    KNELPUNT_DATUM_CHANGED(
            "knelpunt.datum-changed",
            SEE_DATA,
            DATUM,
            BLOCK_DATUM,
            REPORT_ERROR,
            REJECT_ERROR,
            CORRECT_DATUM,
            GRADE_DATUM,
            HOLD_DATUM,
            LIFT_HOLD),
    KNELPUNT_DATUM_DESTROYED(
            "knelpunt.datum-destroyed", SEE_KNELPUNT, OWN, DESTROY_DATUM, EXPIRE_DATUM, DESTROY_LISTED),

    DATA_REQUEST_MADE("data-request.made", SEE_DATA_REQUEST, EVERYBODY, REQUEST_DATA),
    DATA_REQUEST_DISCUSSED("data-request.discussed", SEE_DATA_REQUEST, EVERYBODY, ASK_BACK, ANSWER_BACK),
    /** Supplied or not: what it says is for who may see the request. */
    DATA_REQUEST_ANSWERED("data-request.answered", SEE_DATA_REQUEST, EVERYBODY, SUPPLY_REQUESTED, REFUSE_REQUESTED),
    DATA_REQUEST_ENDED("data-request.ended", SEE_DATA_REQUEST, EVERYBODY, WITHDRAW_DATA_REQUEST, EXPIRE_DATA_REQUEST),
    CORRECTION_PROPOSED("correction.proposed", SEE_CORRECTION, EVERYBODY, PROPOSE_CORRECTION),
    /** Accepted, declined or withdrawn. */
    CORRECTION_DECIDED(
            "correction.decided",
            SEE_CORRECTION,
            EVERYBODY,
            ACCEPT_CORRECTION,
            DECLINE_CORRECTION,
            WITHDRAW_CORRECTION),
    KNELPUNT_SELECTIONS_CHANGED(
            "knelpunt.selections-changed",
            LIST_SELECTIONS,
            EVERYBODY,
            KEEP_SELECTION,
            CHANGE_SELECTION,
            REMOVE_SELECTION),
    KNELPUNT_BARRIERS_CHANGED(
            "knelpunt.barriers-changed", SEE_BARRIERS, EVERYBODY, USE_BARRIER_MODEL, DROP_BARRIER_MODEL),
    KNELPUNT_ANALYSIS_DISCARDED("knelpunt.analysis-discarded", LIST_ANALYSES, EVERYBODY, DISCARD_ANALYSIS),
    /** Concerns all, since a barrier model is no secret. */
    MODEL_TAKEN_IN("model.taken-in", FOLLOW_EVENTS, EVERYBODY, TAKE_BARRIER_MODEL),
    ANALYSIS_BEGUN("analysis.begun", SEE_ANALYSIS, EVERYBODY, ASK_ANALYSIS, BEGIN_ANALYSIS),
    ANALYSIS_CHANGED("analysis.changed", SEE_ANALYSIS, EVERYBODY, WRITE_ANALYSIS),
    ANALYSIS_SUBMITTED("analysis.submitted", SEE_ANALYSIS, EVERYBODY, SUBMIT_ANALYSIS),
    /** It is final now, or goes back to its writer. */
    ANALYSIS_TESTED("analysis.tested", SEE_ANALYSIS, EVERYBODY, TEST_ANALYSIS),
    KNELPUNT_VOTES_ENTERED("knelpunt.votes-entered", SEE_KNELPUNT, EVERYBODY, ENTER_VOTES),
    KNELPUNT_PAPER_ADDED("knelpunt.paper-added", SEE_KNELPUNT, EVERYBODY, ADD_PAPER),
    KNELPUNT_PAPER_DESTROYED("knelpunt.paper-destroyed", SEE_KNELPUNT, EVERYBODY, EXPIRE_PAPER),

    KNELPUNT_DOCUMENT_ISSUED("knelpunt.document-issued", SEE_KNELPUNT, EVERYBODY, ISSUE_DOCUMENT),

    MEETING_PLANNED("meeting.planned", SEE_MEETING, EVERYBODY, PLAN_MEETING),
    MEETING_CHANGED(
            "meeting.changed",
            SEE_MEETING,
            EVERYBODY,
            CHANGE_MEETING,
            PUT_ON_AGENDA,
            TAKE_OFF_AGENDA,
            RECORD_ATTENDANCE,
            WRITE_MINUTES),
    MEETING_VOTE_CAST("meeting.vote-cast", SEE_MEETING, EVERYBODY, VOTE_ITEM),
    MEETING_ITEM_CONCLUDED("meeting.item-concluded", SEE_MEETING, EVERYBODY, CONCLUDE_ITEM),
    MEETING_HELD("meeting.held", SEE_MEETING, EVERYBODY, HOLD_MEETING),
    MEETING_CANCELLED("meeting.cancelled", SEE_MEETING, EVERYBODY, CANCEL_MEETING),
    MEETING_MINUTES_FIXED("meeting.minutes-fixed", SEE_MEETING, EVERYBODY, FIX_MINUTES),
    MAPPING_WRITTEN("mapping.written", LIST_MAPPINGS, EVERYBODY, WRITE_MAPPING),
    AREAS_IMPORTED("area.imported", LIST_AREAS, EVERYBODY, IMPORT_AREAS),
    MANDATE_REGISTERED("mandate.registered", LIST_MANDATES, EVERYBODY, REGISTER_MANDATE),
    MANDATE_WITHDRAWN("mandate.withdrawn", LIST_MANDATES, EVERYBODY, WITHDRAW_MANDATE),
    INTERVENTION_CHANGED("intervention.changed", SEE_INTERVENTION, EVERYBODY, AMEND_INTERVENTION, KEEP_UP_INTERVENTION),
    INTERVENTION_AGREED("intervention.agreed", SEE_INTERVENTION, EVERYBODY, AGREE_INTERVENTION),
    INTERVENTION_STARTED("intervention.started", SEE_INTERVENTION, EVERYBODY, START_INTERVENTION),
    INTERVENTION_CARRIED_OUT("intervention.carried-out", SEE_INTERVENTION, EVERYBODY, CARRY_OUT_INTERVENTION),
    INTERVENTION_STOPPED("intervention.stopped", SEE_INTERVENTION, EVERYBODY, STOP_INTERVENTION, WITHDRAW_INTERVENTION),
    INTERVENTION_REPORTED("intervention.reported", SEE_INTERVENTION, EVERYBODY, REPORT_RESULT, OBSERVE_EFFECT),

    CASE_MEETING_PLANNED("knelpunt.meeting-planned", SEE_KNELPUNT, EVERYBODY, PLAN_CASE_MEETING),
    CASE_MEETING_CHANGED("case-meeting.changed", SEE_CASE_MEETING, EVERYBODY, AMEND_CASE_MEETING, CANCEL_CASE_MEETING),
    CASE_MEETING_HELD("case-meeting.held", SEE_CASE_MEETING, EVERYBODY, HOLD_CASE_MEETING),
    CASE_MEETING_AGREEMENT_SETTLED("case-meeting.agreement-settled", SEE_CASE_MEETING, EVERYBODY, SETTLE_AGREEMENT),
    SCAN_CHANGED("knelpunt.scan-changed", SEE_SCAN, EVERYBODY, IMPORT_DATA_SET, RANK_AREAS),

    PROVISION_PREPARED("provision.prepared", SEE_PROVISION, EVERYBODY, PREPARE_PROVISION),
    PROVISION_AMENDED("provision.amended", SEE_PROVISION, EVERYBODY, AMEND_PROVISION),
    PROVISION_ASKED("provision.asked", SEE_PROVISION, EVERYBODY, ASK_PROVISION),
    PROVISION_WITHDRAWN("provision.withdrawn", SEE_PROVISION, EVERYBODY, WITHDRAW_PROVISION),
    PROVISION_ANSWERED("provision.answered", SEE_PROVISION, EVERYBODY, ANSWER_PROVISION),
    PROVISION_TESTED("provision.tested", SEE_PROVISION, EVERYBODY, TEST_PROVISION),
    PROVISION_PROVIDED("provision.provided", SEE_PROVISION, EVERYBODY, PROVIDE),
    PROVISION_FEEDBACK_GIVEN("provision.feedback-given", SEE_PROVISION, EVERYBODY, GIVE_FEEDBACK),

    DESTRUCTION_CHANGED(
            "destruction.changed",
            SEE_DESTRUCTION_LIST,
            EVERYBODY,
            MAKE_DESTRUCTION_LIST,
            AMEND_DESTRUCTION_LIST,
            SUBMIT_DESTRUCTION_LIST,
            REVIEW_DESTRUCTION_LIST,
            KEEP_LISTED),
    DESTRUCTION_EXECUTED("destruction.executed", SEE_DESTRUCTION_LIST, EVERYBODY, EXECUTE_DESTRUCTION),
    LESSON_WITHDRAWN("lesson.withdrawn", SEARCH_LESSONS, EVERYBODY, WITHDRAW_LESSON),

    REQUEST_REGISTERED("request.registered", SEE_REQUEST, EVERYBODY, REGISTER_REQUEST),
    REQUEST_EXTENDED("request.extended", SEE_REQUEST, EVERYBODY, EXTEND_REQUEST),
    REQUEST_TAKEN_OVER("request.taken-over", SEE_REQUEST, EVERYBODY, TAKE_OVER_REQUEST),
    REQUEST_FORGOTTEN("request.forgotten", SEE_REQUEST, EVERYBODY, FORGET_REQUEST),
    REQUEST_CONSULTATION_ANSWERED("request.consultation-answered", SEE_REQUEST, NAMED, ANSWER_CONSULTATION),
    REQUEST_DECIDED("request.decided", SEE_REQUEST, EVERYBODY, DECIDE_REQUEST),

    ACCOUNT_ADDED("account.added", SEE_ACCOUNTS, EVERYBODY, ADD_ACCOUNT),
    ACCOUNT_WITHDRAWN("account.withdrawn", SEE_ACCOUNTS, EVERYBODY, WITHDRAW_ACCOUNT),
    ACCOUNT_QUALIFIED("account.qualified", SEE_ACCOUNTS, EVERYBODY, QUALIFY_ACCOUNT),
    ADVICE_REGISTERED("advice.registered", LIST_ADVICES, EVERYBODY, REGISTER_ADVICE),
    REPORT_CHANGED("report.changed", SEE_REPORTS, EVERYBODY, WRITE_REPORT),
    REPORT_FIXED("report.fixed", SEE_REPORTS, EVERYBODY, FIX_REPORT),
    DUTY_DONE("duty.done", SEE_DUTIES, EVERYBODY, FULFIL_DUTY),
    KNELPUNT_INFORMATION_RECORDED("knelpunt.information-recorded", SEE_INFORMATION, EVERYBODY, RECORD_INFORMATION),
    RACREQUEST_CHANGED(
            "racrequest.changed",
            SEE_RAC_REQUEST,
            EVERYBODY,
            DRAFT_RAC_REQUEST,
            AMEND_RAC_REQUEST,
            WITHDRAW_RAC_REQUEST,
            FOLLOW_UP_ADVICE),
    RACREQUEST_SENT("racrequest.sent", SEE_RAC_REQUEST, EVERYBODY, SEND_RAC_REQUEST),
    RACREQUEST_ADVISED("racrequest.advised", SEE_RAC_REQUEST, EVERYBODY, ADVISE),
    /** Concerns all, since the rules are no secret. */
    POLICY_CHANGED("policy.changed", FOLLOW_EVENTS, EVERYBODY, CHANGE_POLICY),
    SUBSCRIPTION_ADDED("subscription.added", SEE_SUBSCRIPTIONS, EVERYBODY, SUBSCRIBE),
    SUBSCRIPTION_REMOVED("subscription.removed", SEE_SUBSCRIPTIONS, EVERYBODY, UNSUBSCRIBE),
    MODULE_STAGED("module.staged", SEE_MODULES, EVERYBODY, STAGE_MODULE),
    MODULE_PLANNED("module.planned", SEE_MODULES, EVERYBODY, PLAN_SWAP, APPROVE_SWAP),
    MODULE_SWAPPED("module.swapped", SEE_MODULES, EVERYBODY, BEGIN_SWAP, ROLL_BACK_MODULE, STEP_SWAP),
    /** Concerns all: what it brings is another from now on, or is gone. Told after the switch, which {@code module.swapped} foretells. */
    MODULE_CHANGED("module.changed", FOLLOW_EVENTS, EVERYBODY, TELL_OF_MODULE),
    MODULE_HELD("module.held", SEE_MODULES, EVERYBODY, QUARANTINE_MODULE, CUT_OFF_MODULE, RELEASE_MODULE),
    SIGNER_CHANGED("signer.changed", SEE_MODULES, EVERYBODY, TRUST_SIGNER, DISTRUST_SIGNER);

    /** Who, among those that may see what it is about, hears of an event. */
    public enum Reach {
        EVERYBODY,
        /** The participant that it concerns, and who sees what all participants do: the reporter and the bureau. */
        NAMED,
        /** The people of the participant whose own it is: its draft, its destroyed datum. */
        OWN,
        /** Who may see the datum. */
        DATUM
    }

    private static final String PREFIX = "nl.knelpunt.";

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::text, Function.identity()));
    private static final Map<Act, EventType> BY_ACT = byAct();

    private final String text;
    private final Act sight;
    private final Reach reach;
    private final List<Act> acts;

    EventType(String name, Act sight, Reach reach, Act... acts) {
        this.text = PREFIX + name;
        this.sight = sight;
        this.reach = reach;
        this.acts = List.of(acts);
    }

    private static Map<Act, EventType> byAct() {
        Map<Act, EventType> types = new EnumMap<>(Act.class);
        for (EventType type : values()) {
            type.acts.forEach(act -> types.put(act, type));
        }
        return types;
    }

    /** Empty for an act that gives none. */
    public static Optional<EventType> of(Act act) {
        return Optional.ofNullable(BY_ACT.get(act));
    }

    /** Empty when this version of the platform does not know it. */
    public static Optional<EventType> named(String text) {
        return Optional.ofNullable(BY_NAME.get(text));
    }

    /** As it is called outside, such as {@code nl.knelpunt.signal.reported}; stays the same for ever. */
    public String text() {
        return text;
    }

    /** The kind of thing that it is about, such as {@code signal}. */
    public String about() {
        return text.substring(PREFIX.length(), text.indexOf('.', PREFIX.length()));
    }

    /** What somebody must be permitted, to hear of it. */
    public Act sight() {
        return sight;
    }

    public Reach reach() {
        return reach;
    }

    public List<Act> acts() {
        return acts;
    }
}
