package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.DataTests.same;
import static nl.knelpunt.engine.guard.SignalTests.present;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Intervention;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.ObjectType;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.signal.Signal;

/** The rules on a knelpunt: G02, G16-G23, G36, G37 as far as they look at the knelpunt itself. */
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
    static void involvedTakePart(Facts facts, Findings findings) {
        boolean asksAhead = facts.act() == Act.PROPOSE || facts.act() == Act.AMEND_PROPOSAL;
        if (asksAhead && !(facts.asked() instanceof Asked.Proposing)) {
            // Only asked whether one may; what stood there before may be exactly what is to be amended.
            return;
        }
        List<Proposal.Involved> involved = proposal(facts).involved();
        for (int i = 0; i < involved.size(); i++) {
            Optional<Participant> participant =
                    facts.region().participant(involved.get(i).participant());
            if (participant.map(p -> !p.isDesignated()).orElse(true)) {
                findings.refuse("involved[" + i + "].participant");
            }
        }
    }

    /** G01 of who is to intervene. */
    static void intervenerTakesPart(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Intervening intervening
                && intervening.participant() != null
                && !intervening.participant().isDesignated()) {
            findings.refuse("participant");
        }
    }

    /** G16 at designation. */
    static void signalsRecognised(Facts facts, Findings findings) {
        for (Signal signal : facts.bundled()) {
            Optional<Participant> reporter = facts.region().participant(signal.reporter());
            boolean byAnother = signal.recognised()
                    .anyMatch(r -> facts.region()
                            .participant(r.participant())
                            .flatMap(p -> reporter.map(p::isOtherThan))
                            .orElse(false));
            if (!byAnother) {
                findings.refuse("signals");
            }
        }
    }

    /** G17 at designation: every signal is there, weighed and taken up. */
    static void signalsTakenUp(Facts facts, Findings findings) {
        Proposal proposal = proposal(facts);
        if (proposal.signals().isEmpty()
                || facts.bundled().size() != proposal.signals().size()
                || facts.bundled().stream().anyMatch(s -> s.state() != SignalState.TAKEN_UP)) {
            findings.refuse("signals");
        }
    }

    /** G18. */
    static void delimited(Facts facts, Findings findings) {
        Proposal proposal = proposal(facts);
        present(proposal.title(), "title", findings);
        if (proposal.objectType() == null) {
            findings.refuse("objectType");
        }
        present(proposal.scope().in(), "scope.in", findings);
        present(proposal.scope().out(), "scope.out", findings);
        if (proposal.objectType() == ObjectType.AREA && proposal.scope().area() == null) {
            findings.refuse("scope.area");
        }
        if (proposal.manifestations().isEmpty()) {
            findings.refuse("manifestations");
        }
        if (proposal.involved().isEmpty()) {
            findings.refuse("involved");
        }
    }

    /** G19 at designation, and anew at prolongation. */
    static void argued(Facts facts, Findings findings) {
        Grounds grounds;
        String field;
        if (facts.act() == Act.PROLONG || facts.act() == Act.VOTE_PROLONGATION) {
            grounds =
                    evaluationOfThisTerm(facts).map(Evaluation::renewedGrounds).orElse(null);
            field = "renewedGrounds.";
        } else {
            grounds = proposal(facts).grounds();
            field = "grounds.";
        }
        if (grounds == null) {
            grounds = Grounds.NONE;
        }
        present(grounds.necessity(), field + "necessity", findings);
        present(grounds.proportionality(), field + "proportionality", findings);
        present(grounds.subsidiarity(), field + "subsidiarity", findings);
        present(grounds.deficit(), field + "deficit", findings);
    }

    /** G20: members decide, with a quorum. */
    static void steeringGroupDecides(Facts facts, Findings findings) {
        if (!facts.actor().has(Role.STEERING_MEMBER) || facts.actor().isBureau()) {
            findings.refuse("role");
            return;
        }
        Motion.Kind kind = switch (facts.act()) {
            case DESIGNATE -> Motion.Kind.DESIGNATE;
            case PROLONG -> Motion.Kind.PROLONG;
            case CLOSE -> Motion.Kind.CLOSE;
            default -> null;
        };
        if (kind != null) {
            int represented = facts.knelpunt()
                    .openMotion(kind)
                    .map(m -> m.among(facts.region()).votes().size())
                    .orElse(0);
            if (represented
                    <= facts.policy().quorum() * facts.region().designated().size()) {
                findings.refuse("votes");
            }
        }
    }

    /** G20, G19: a vote has a reason. */
    static void voteHasReason(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Deciding deciding) {
            present(deciding.reason(), "reason", findings);
        }
    }

    /** G21. */
    static void termRuns(Facts facts, Findings findings) {
        boolean evaluators =
                facts.actor().has(Role.CASE_DIRECTOR) || facts.actor().has(Role.ANALYST);
        boolean readsToEvaluate = facts.act() == Act.SEE_DATA && evaluators;
        if (facts.knelpunt().isExpiredOn(facts.today()) && !readsToEvaluate) {
            Term term = facts.knelpunt().wholeTerm().orElseThrow();
            findings.refuse("term", Map.of("datum", new Text(DUTCH.format(term.last()), ENGLISH.format(term.last()))));
        }
    }

    /** G22. */
    static void evaluatedThisTerm(Facts facts, Findings findings) {
        boolean recommended = evaluationOfThisTerm(facts)
                .map(e -> e.recommendation() == Evaluation.Recommendation.PROLONG)
                .orElse(false);
        if (!recommended) {
            findings.refuse("evaluations");
        }
    }

    private static Optional<Evaluation> evaluationOfThisTerm(Facts facts) {
        List<Evaluation> evaluations = facts.knelpunt().evaluations();
        List<Term> terms = facts.knelpunt().terms();
        if (evaluations.isEmpty() || terms.isEmpty()) {
            return Optional.empty();
        }
        Evaluation last = evaluations.get(evaluations.size() - 1);
        Term current = terms.get(terms.size() - 1);
        return last.at().atZone(Facts.NETHERLANDS).toLocalDate().isBefore(current.first())
                ? Optional.empty()
                : Optional.of(last);
    }

    /** G23. */
    static void activityDecided(Facts facts, Findings findings) {
        if (facts.knelpunt().state() == KnelpuntState.PROPOSED) {
            findings.refuse();
        }
    }

    /** G36. */
    static void qualityTested(Facts facts, Findings findings) {
        boolean tested;
        String base;
        if (facts.asked() instanceof Asked.Planning planning) {
            tested = planning.qualityTested();
            base = planning.informationBase();
        } else {
            ActionPlan plan = facts.knelpunt().plan();
            tested = plan.qualityTested();
            base = plan.informationBase();
        }
        if (!tested) {
            findings.refuse("qualityTested");
        }
        present(base, "informationBase", findings);
    }

    /** G37. */
    static void withinOwnPower(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Intervening intervening) {
            Participant participant = intervening.participant();
            InterventionType type = intervening.type();
            Map<String, Text> name = Map.of("deelnemer", same(participant == null ? "?" : participant.name()));
            if (participant != null && !participant.isDesignated()) {
                // G01 says so.
                return;
            }
            if (participant == null || !facts.knelpunt().involves(participant.id())) {
                findings.refuse("participant", name);
            } else if (type == null) {
                findings.refuse("type", name);
            } else if (intervening.organ() != type.organ()
                    || !participant.organs().contains(type.organ())
                    || !type.organ().tasks().contains(type.task())) {
                findings.refuse("organ", name);
            }
        } else if (facts.asked() instanceof Asked.CarryingOut carryingOut) {
            Intervention intervention = carryingOut.intervention();
            boolean own = intervention != null
                    && facts.actor().isOf(intervention.participant())
                    && facts.actor().account() != null
                    && facts.actor().account().organ() == intervention.organ();
            if (!own) {
                findings.refuse(
                        "participant",
                        Map.of("deelnemer", same(facts.actor().participant().name())));
            }
        }
    }

    /** G51 of an intervention: its participant's module must be there. */
    static void intervenerIsActive(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Intervening intervening
                && intervening.participant() != null
                && intervening.participant().isDesignated()) {
            DataTests.moduleIsActive(facts, intervening.participant().id(), findings);
        }
    }
}
