package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.KnelpuntState;

/**
 * A handhavingsknelpunt (Wgs 1.1), from proposal to closure. Its data are {@link Datum}s of the dossier with the same id.
 *
 * @param id UUIDv7
 * @param state see {@link nl.knelpunt.engine.lifecycle.Lifecycle}
 * @param version counts changes, from 1
 * @param created when it was proposed
 * @param proposal what was or is to be designated
 * @param motions questions to the steering group; the last may be open
 * @param terms the designation and each prolongation; empty until designated, and of a case consultation always
 * @param phases decisions that opened phases; empty until designated
 * @param plan never null
 * @param evaluations in order
 */
public record Knelpunt(
        UUID id,
        KnelpuntState state,
        long version,
        Instant created,
        Proposal proposal,
        List<Motion> motions,
        List<Term> terms,
        List<PhaseDecision> phases,
        ActionPlan plan,
        List<Evaluation> evaluations)
        implements Versioned {

    public Knelpunt {
        motions = List.copyOf(motions);
        terms = List.copyOf(terms);
        phases = List.copyOf(phases);
        plan = plan == null ? ActionPlan.NONE : plan;
        evaluations = List.copyOf(evaluations);
    }

    public static Knelpunt proposed(UUID id, Instant at, Proposal proposal) {
        return new Knelpunt(
                id,
                KnelpuntState.PROPOSED,
                1,
                at,
                proposal,
                List.of(Motion.open(Motion.Kind.DESIGNATE)),
                List.of(),
                List.of(),
                ActionPlan.NONE,
                List.of());
    }

    public Activity activity() {
        return proposal.activity();
    }

    /** A case consultation has no term of a year; it is evaluated yearly all the same. */
    public boolean hasTerm() {
        return activity() != Activity.CASE_CONSULTATION;
    }

    public boolean involves(String participant) {
        List<Proposal.Involved> involved = proposal.involved();
        for (int i = 0; i < involved.size(); i++) {
            if (involved.get(i).participant().equals(participant)) {
                return true;
            }
        }
        return false;
    }

    /** The question that is open to the steering group, of one kind. */
    public Optional<Motion> openMotion(Motion.Kind kind) {
        for (int i = 0; i < motions.size(); i++) {
            if (motions.get(i).isOpen() && motions.get(i).kind() == kind) {
                return Optional.of(motions.get(i));
            }
        }
        return Optional.empty();
    }

    /** From the first day of the designation to the last day of the last prolongation; empty until designated. */
    public Optional<Term> wholeTerm() {
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(new Term(
                        terms.get(0).first(), terms.get(terms.size() - 1).last()));
    }

    public boolean isExpiredOn(LocalDate day) {
        return state == KnelpuntState.DESIGNATED
                && !terms.isEmpty()
                && day.isAfter(terms.get(terms.size() - 1).last());
    }

    /** The last evaluation, if it is of the last year; of a case consultation, the last one. */
    public Optional<Evaluation> evaluationOfThisTerm() {
        if (evaluations.isEmpty()) {
            return Optional.empty();
        }
        Evaluation last = evaluations.get(evaluations.size() - 1);
        boolean isBefore = !terms.isEmpty()
                && Facts.day(last.at()).isBefore(terms.get(terms.size() - 1).first());
        return isBefore ? Optional.empty() : Optional.of(last);
    }

    /** Day of the last evaluation, or else of the designation or proposal. */
    public LocalDate lastLookedAt() {
        Instant looked = phases.isEmpty() ? created : phases.get(0).at();
        return Facts.day(
                evaluations.isEmpty()
                        ? looked
                        : evaluations.get(evaluations.size() - 1).at());
    }

    public boolean isPhaseOpen(int phase) {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).phase() == phase && phases.get(i).isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an involved participant supplies and sees data of a phase. */
    public boolean isPhaseOpenFor(int phase, String participant) {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).phase() == phase && phases.get(i).isOpenFor(participant)) {
                return true;
            }
        }
        return false;
    }

    /** With a phase closed, and what can't be without it. */
    public Knelpunt closingPhase(int phase, PhaseDecision.Closing closing) {
        return new Knelpunt(
                id,
                state,
                version,
                created,
                proposal,
                motions,
                terms,
                phases.stream()
                        .map(p -> p.phase() < phase ? p : p.closed(closing))
                        .toList(),
                plan,
                evaluations);
    }

    /** A participant that comes back needs a decision of its own on every later phase (Wgs 2.23(5), (6)). */
    public Knelpunt withoutInPhases(String participant, PhaseDecision.Closing closing) {
        return new Knelpunt(
                id,
                state,
                version,
                created,
                proposal,
                motions,
                terms,
                phases.stream().map(p -> p.without(participant, closing)).toList(),
                plan,
                evaluations);
    }

    /** What stays when everything else of it is destroyed: what kind of thing it was, and when which decision was taken. */
    public Knelpunt withoutTexts() {
        return new Knelpunt(
                id,
                state,
                version,
                created,
                proposal.withoutTexts(),
                motions.stream().map(Motion::withoutReasons).toList(),
                terms,
                phases.stream().map(PhaseDecision::withoutNecessity).toList(),
                ActionPlan.NONE,
                evaluations.stream().map(Evaluation::withoutTexts).toList());
    }

    public Knelpunt in(KnelpuntState next) {
        return new Knelpunt(id, next, version, created, proposal, motions, terms, phases, plan, evaluations);
    }

    public Knelpunt with(Proposal changed) {
        return new Knelpunt(id, state, version, created, changed, motions, terms, phases, plan, evaluations);
    }

    /** The motion takes the place of the open one of its kind, or is added. */
    public Knelpunt with(Motion motion) {
        List<Motion> all = new ArrayList<>(motions);
        all.removeIf(m -> m.isOpen() && m.kind() == motion.kind());
        all.add(motion);
        return new Knelpunt(id, state, version, created, proposal, all, terms, phases, plan, evaluations);
    }

    public Knelpunt with(Term term) {
        return new Knelpunt(
                id, state, version, created, proposal, motions, append(terms, term), phases, plan, evaluations);
    }

    public Knelpunt with(PhaseDecision decision) {
        return new Knelpunt(
                id, state, version, created, proposal, motions, terms, append(phases, decision), plan, evaluations);
    }

    public Knelpunt with(ActionPlan changed) {
        return new Knelpunt(id, state, version, created, proposal, motions, terms, phases, changed, evaluations);
    }

    public Knelpunt with(Evaluation evaluation) {
        return new Knelpunt(
                id, state, version, created, proposal, motions, terms, phases, plan, append(evaluations, evaluation));
    }

    private static <T> List<T> append(List<T> list, T item) {
        List<T> all = new ArrayList<>(list);
        all.add(item);
        return all;
    }
}
