package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.DataTests.same;
import static nl.knelpunt.engine.guard.Fault.at;
import static nl.knelpunt.engine.guard.Fault.blank;
import static nl.knelpunt.engine.guard.Fault.unless;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.text.Kind;

/** The rules on a knelpunt: G02, G12, G13, G16-G23, G25, G26, G36, G37 as far as they look at the knelpunt itself. */
final class KnelpuntTests {

    private static final DateTimeFormatter DUTCH =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private KnelpuntTests() {}

    private static Proposal proposal(Facts facts) {
        return facts.asked() instanceof Asked.Proposing proposing
                ? proposing.proposal()
                : facts.knelpunt().proposal();
    }

    /** G02. */
    static Fault involvedTakePart(Facts facts) {
        boolean asksAhead = facts.act() == Act.PROPOSE || facts.act() == Act.AMEND_PROPOSAL;
        if (asksAhead && !(facts.asked() instanceof Asked.Proposing)) {
            // Only asked whether one may; what stood there before may be exactly what is to be amended.
            return null;
        }
        Fault fault = null;
        List<Proposal.Involved> involved = proposal(facts).involved();
        for (int i = 0; i < involved.size(); i++) {
            Participant participant = facts.region().find(involved.get(i).participant());
            if (participant == null || !participant.isDesignated()) {
                fault = at("involved[" + i + "].participant", fault);
            }
        }
        return fault;
    }

    /** G02 of who is to join a knelpunt that runs. */
    static Fault joiningTakesPart(Facts facts) {
        return facts.asked() instanceof Asked.Involving involving
                        && involving.joins()
                        && (involving.participant() == null
                                || !involving.participant().isDesignated())
                ? at("participant", null)
                : null;
    }

    /** Whether there is a change of who is involved to decide on. */
    static boolean hasNobodyToInvolve(Facts facts) {
        return (facts.act() == Act.VOTE_INVOLVEMENT || facts.act() == Act.DECIDE_INVOLVEMENT)
                && facts.knelpunt().openMotion(Motion.Kind.INVOLVE).isEmpty();
    }

    /** A knelpunt without participants is no joint processing. */
    static boolean isTheLastInvolved(Facts facts) {
        return facts.knelpunt() != null
                && facts.knelpunt().proposal().involved().size() == 1
                && (facts.act() == Act.LEAVE_KNELPUNT
                        || facts.act() == Act.DECIDE_INVOLVEMENT
                                && facts.asked() instanceof Asked.Involving involving
                                && !involving.joins());
    }

    /** G01 of who is to intervene. */
    static Fault intervenerTakesPart(Facts facts) {
        return facts.asked() instanceof Asked.Intervening intervening
                        && intervening.participant() != null
                        && !intervening.participant().isDesignated()
                ? at("participant", null)
                : null;
    }

    /** G16 at designation. */
    static Fault signalsRecognised(Facts facts) {
        List<Signal> bundled = facts.bundled();
        for (int i = 0; i < bundled.size(); i++) {
            if (recognitionsByOthers(facts, bundled.get(i)) < facts.policy().recognitions()) {
                return at("signals", null);
            }
        }
        return null;
    }

    private static int recognitionsByOthers(Facts facts, Signal signal) {
        Participant reporter = facts.region().find(signal.reporter());
        int others = 0;
        List<Recognition> recognitions = signal.recognitions();
        for (int i = 0; i < recognitions.size() && reporter != null; i++) {
            Participant recogniser = facts.region().find(recognitions.get(i).participant());
            if (recognitions.get(i).outcome() == Recognition.Outcome.RECOGNISED
                    && recogniser != null
                    && recogniser.isOtherThan(reporter)) {
                others++;
            }
        }
        return others;
    }

    /** G17 at designation: every signal is there, weighed and taken up. A scan needs none: it has its own ground (G25). */
    static Fault signalsTakenUp(Facts facts) {
        Proposal proposal = proposal(facts);
        List<Signal> bundled = facts.bundled();
        boolean missing = bundled.size() != proposal.signals().size()
                || bundled.isEmpty() && proposal.activity() != Activity.SCAN;
        for (int i = 0; i < bundled.size(); i++) {
            missing |= !isTakenUp(bundled.get(i));
        }
        return missing ? at("signals", null) : null;
    }

    /** G17 of a signal that is linked later. */
    static Fault linkedIsTakenUp(Facts facts) {
        List<Signal> bundled = facts.bundled();
        for (int i = 0; i < bundled.size(); i++) {
            if (!isTakenUp(bundled.get(i))) {
                return at("signal", null);
            }
        }
        return null;
    }

    private static boolean isTakenUp(Signal signal) {
        return signal.state() == SignalState.TAKEN_UP || signal.state() == SignalState.LINKED;
    }

    /** G18. */
    static Fault delimited(Facts facts) {
        Proposal proposal = proposal(facts);
        Fault fault = unless(proposal.title(), "title", null);
        if (proposal.objectType() == null) {
            fault = at("objectType", fault);
        }
        fault = unless(proposal.scope().in(), "scope.in", fault);
        fault = unless(proposal.scope().out(), "scope.out", fault);
        if (proposal.objectType() == ObjectType.AREA && proposal.scope().area() == null) {
            fault = at("scope.area", fault);
        }
        if (proposal.objectType() == ObjectType.BRANCH
                && proposal.scope().branches().isEmpty()) {
            fault = at("scope.branches", fault);
        }
        if (proposal.manifestations().isEmpty()) {
            fault = at("manifestations", fault);
        }
        return proposal.involved().isEmpty() ? at("involved", fault) : fault;
    }

    /** G19 at designation, and anew at prolongation. */
    static Fault argued(Facts facts) {
        if (hasNothingToProlong(facts)) {
            return null;
        }
        Grounds grounds;
        String field;
        if (facts.act() == Act.PROLONG || facts.act() == Act.VOTE_PROLONGATION) {
            Evaluation evaluation = evaluationOfThisTerm(facts);
            grounds = evaluation == null ? null : evaluation.renewedGrounds();
            field = "renewedGrounds.";
        } else {
            grounds = proposal(facts).grounds();
            field = "grounds.";
        }
        if (grounds == null) {
            grounds = Grounds.NONE;
        }
        Fault fault = absent(grounds.necessity(), field, "necessity", null);
        fault = absent(grounds.proportionality(), field, "proportionality", fault);
        fault = absent(grounds.subsidiarity(), field, "subsidiarity", fault);
        return absent(grounds.deficit(), field, "deficit", fault);
    }

    private static Fault absent(String text, String path, String field, Fault before) {
        return blank(text) ? at(path + field, before) : before;
    }

    /** G20: members decide, with a quorum. */
    static Fault steeringGroupDecides(Facts facts) {
        if (!facts.actor().has(Role.STEERING_MEMBER) || facts.actor().isBureau()) {
            return at("role", null);
        }
        return switch (facts.act()) {
            case DESIGNATE -> quorum(facts, votes(facts, Motion.Kind.DESIGNATE));
            case PROLONG -> quorum(facts, votes(facts, Motion.Kind.PROLONG));
            case CLOSE -> quorum(facts, votes(facts, Motion.Kind.CLOSE));
            case DECIDE_INVOLVEMENT -> quorum(facts, votes(facts, Motion.Kind.INVOLVE));
            case CONCLUDE_ITEM ->
                facts.asked() instanceof Asked.OnItem on && on.item() != null
                        ? quorum(facts, on.item().votes())
                        : null;
            default -> null;
        };
    }

    private static List<Motion.Vote> votes(Facts facts, Motion.Kind kind) {
        Optional<Motion> motion = facts.knelpunt().openMotion(kind);
        return motion.isPresent() ? motion.get().votes() : List.of();
    }

    /** Who is at the meeting counts, whether or not they voted. */
    private static Fault quorum(Facts facts, List<Motion.Vote> votes) {
        Meeting meeting = facts.papers().meeting();
        int represented = meeting == null
                ? Motion.represented(facts.region(), votes)
                : meeting.represented(facts.region(), votes);
        boolean enough = represented > facts.policy().quorum() * facts.region().seats()
                && represented >= facts.policy().steering().leastRepresented();
        return enough ? null : at("votes", null);
    }

    /** G20 of votes that were cast outside: each by who may decide for that participant, and the bureau's people never. */
    static Fault votesByWhoDecides(Facts facts) {
        if (!(facts.asked() instanceof Asked.Entering entering)) {
            return null;
        }
        Fault fault = null;
        for (int i = 0; i < entering.votes().size(); i++) {
            if (!entering.entitled().get(i)) {
                fault = at("votes[" + i + "].person", fault);
            }
            fault = unless(entering.votes().get(i).reason(), "votes[" + i + "].reason", fault);
        }
        return fault;
    }

    /** G20, G19: a vote has a reason. */
    static Fault voteHasReason(Facts facts) {
        if (facts.asked() instanceof Asked.Deciding deciding) {
            return unless(deciding.reason(), "reason", null);
        }
        return facts.asked() instanceof Asked.OnItem on ? unless(on.reason(), "reason", null) : null;
    }

    /** G21. */
    static Fault termRuns(Facts facts) {
        Knelpunt knelpunt = facts.knelpunt();
        if (!knelpunt.isExpiredOn(facts.today()) || readsToEvaluate(facts)) {
            return null;
        }
        Term term = knelpunt.wholeTerm().orElseThrow();
        return at(
                "term", () -> Map.of("datum", new Text(DUTCH.format(term.last()), ENGLISH.format(term.last()))), null);
    }

    private static boolean readsToEvaluate(Facts facts) {
        return facts.act() == Act.SEE_DATA
                && (facts.actor().has(Role.CASE_DIRECTOR) || facts.actor().has(Role.ANALYST));
    }

    /** G22. */
    static Fault evaluatedThisTerm(Facts facts) {
        if (hasNothingToProlong(facts)) {
            return null;
        }
        Evaluation evaluation = evaluationOfThisTerm(facts);
        return evaluation != null && evaluation.recommendation() == Evaluation.Recommendation.PROLONG
                ? null
                : at("evaluations", null);
    }

    /** Then the order of things says so, and grounds would help nobody. */
    static boolean hasNothingToProlong(Facts facts) {
        return (facts.act() == Act.PROLONG || facts.act() == Act.VOTE_PROLONGATION)
                && !facts.knelpunt().hasTerm();
    }

    /** Null when this term was not evaluated. */
    private static Evaluation evaluationOfThisTerm(Facts facts) {
        return facts.knelpunt().terms().isEmpty()
                ? null
                : facts.knelpunt().evaluationOfThisTerm().orElse(null);
    }

    /** G23. */
    static Fault activityDecided(Facts facts) {
        return switch (facts.knelpunt().state()) {
            case PROPOSED, SUBMITTED -> Fault.whole();
            case REJECTED, DESIGNATED, CLOSED -> null;
        };
    }

    /** G12 of opening phase 2. */
    static Fault phaseTwoIsNecessary(Facts facts) {
        return facts.asked() instanceof Asked.Opening opening && opening.phase() == 2
                ? unless(opening.necessity(), "necessity", null)
                : null;
    }

    /** G13 of opening phase 3: never for a scan, only after phase 2, with a necessity decision of its own. */
    static Fault phaseThreeIsNecessary(Facts facts) {
        if (!(facts.asked() instanceof Asked.Opening opening) || opening.phase() != 3) {
            return null;
        }
        Fault fault = unless(opening.necessity(), "necessity", null);
        if (!mayHavePhaseThree(facts.knelpunt())) {
            return at("phase", fault);
        }
        for (String participant : opening.participants()) {
            if (!facts.knelpunt().isPhaseOpenFor(2, participant)) {
                return at("participants", fault);
            }
        }
        return fault;
    }

    static boolean mayHavePhaseThree(Knelpunt knelpunt) {
        return knelpunt != null && knelpunt.activity() != Activity.SCAN && knelpunt.isPhaseOpen(2);
    }

    /** G25. */
    static Fault scanOfAnAbuse(Facts facts) {
        Proposal proposal = proposal(facts);
        if (proposal.activity() != Activity.SCAN) {
            return null;
        }
        Abuse abuse = proposal.abuse();
        Fault fault = unless(abuse == null ? null : abuse.sector(), "abuse.sector", null);
        return unless(abuse == null ? null : abuse.description(), "abuse.description", fault);
    }

    /** G26. */
    static Fault analysedByAPerson(Facts facts) {
        boolean byAPerson = facts.asked() instanceof Asked.Analysing analysing && !isAutomated(analysing);
        return byAPerson || !blank(facts.policy().automatedAnalysisDecree()) ? null : at("method", null);
    }

    private static boolean isAutomated(Asked.Analysing analysing) {
        return analysing.method() == null || analysing.method().isAutomated();
    }

    /** G36. */
    static Fault qualityTested(Facts facts) {
        boolean tested;
        String base;
        if (facts.asked() instanceof Asked.Planning planning) {
            tested = planning.plan().qualityTested();
            base = planning.plan().informationBase();
        } else {
            ActionPlan plan = facts.knelpunt().plan();
            tested = plan.qualityTested();
            base = plan.informationBase();
        }
        return unless(base, "informationBase", tested ? null : at("qualityTested", null));
    }

    /** G37. */
    static Fault withinOwnPower(Facts facts) {
        if (facts.asked() instanceof Asked.Intervening intervening) {
            return plannedWithinPower(facts, intervening);
        }
        return null;
    }

    /** G37 of moving an intervention: its executing participant alone, by the organ that has the power. */
    static Fault movedByWhoExecutes(Facts facts) {
        Intervention.Content content = facts.papers().intervention().content();
        boolean own = facts.actor().isOf(content.participant())
                && facts.actor().account() != null
                && facts.actor().account().organ() == content.organ();
        return own
                ? null
                : at(
                        "participant",
                        () -> Map.of(
                                "deelnemer", same(facts.actor().participant().name())),
                        null);
    }

    /** G02 of a task sheet: nothing on it is of a datum, or was found as one and not confirmed to be none. */
    static Fault sheetHoldsNoData(Facts facts) {
        if (!(facts.asked() instanceof Asked.Releasing releasing)) {
            return null;
        }
        Fault fault = null;
        for (int i = 0; i < releasing.betraying().size(); i++) {
            fault = at(releasing.betraying().get(i), fault);
        }
        for (int i = 0; i < facts.finds().size(); i++) {
            if (facts.finds().get(i).find().kind() != Kind.ASSUMPTION) {
                fault = at(facts.finds().get(i).field(), fault);
            }
        }
        return fault;
    }

    private static Fault plannedWithinPower(Facts facts, Asked.Intervening intervening) {
        Participant participant = intervening.participant();
        InterventionType type = intervening.type();
        if (participant != null && !participant.isDesignated()) {
            // G01 says so.
            return null;
        }
        String field = null;
        if (participant == null || !facts.knelpunt().involves(participant.id())) {
            field = "participant";
        } else if (type == null) {
            field = "type";
        } else if (intervening.organ() != type.organ()
                || !participant.organs().contains(type.organ())
                || !type.organ().tasks().contains(type.task())) {
            field = "organ";
        }
        return field == null
                ? null
                : at(field, () -> Map.of("deelnemer", same(participant == null ? "?" : participant.name())), null);
    }

    /** G51 of an intervention: its participant's module must be there. */
    static Fault intervenerIsActive(Facts facts) {
        return facts.asked() instanceof Asked.Intervening intervening
                        && intervening.participant() != null
                        && intervening.participant().isDesignated()
                ? DataTests.moduleIsActive(facts, intervening.participant().id())
                : null;
    }
}
