package nl.knelpunt.engine.dossier;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.text.FilledText;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do with knelpunten, case consultations and scans: one kind of dossier, each for its activity (Wgs 2.18(1)). Every
 * method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Knelpunten {

    /** An evaluation; {@code renewedGrounds} only with the recommendation to prolong. Where there are goals, they say if they were reached. */
    record NewEvaluation(
            boolean goalReached,
            String findings,
            Evaluation.Recommendation recommendation,
            Grounds renewedGrounds,
            Evaluation.Answers answers) {

        public NewEvaluation {
            answers = answers == null ? Evaluation.Answers.NONE : answers;
        }

        /** Of a knelpunt without goals. */
        public NewEvaluation(
                boolean goalReached,
                String findings,
                Evaluation.Recommendation recommendation,
                Grounds renewedGrounds) {
            this(goalReached, findings, recommendation, renewedGrounds, null);
        }
    }

    /**
     * A knelpunt as seen today.
     *
     * @param knelpunt as stored
     * @param expired whether its term has passed: reading, evaluating and closing only
     * @param named what the references in its texts stand for, each once, as the reader may see it; empty in a list
     */
    record ShownKnelpunt(Knelpunt knelpunt, boolean expired, List<FilledText.Named> named) {

        public ShownKnelpunt {
            named = List.copyOf(named);
        }

        public ShownKnelpunt(Knelpunt knelpunt, boolean expired) {
            this(knelpunt, expired, List.of());
        }
    }

    Done propose(Call call, Proposal proposal);

    /**
     * {@code change} may be called on the store's thread and must be quick. What was submitted is a proposal again, and its votes
     * are gone: they were given on what it said before.
     */
    Done amend(Call call, UUID knelpunt, UnaryOperator<Proposal> change);

    /** What the proposal has and what it lacks; for whoever may see the knelpunt. */
    Completeness completeness(Call call, UUID knelpunt);

    /** Ready for the agenda of the steering group: refused as long as the proposal is not complete. */
    Done submit(Call call, UUID knelpunt);

    /** The steering group wants it mended first; its votes are gone. */
    Done sendBack(Call call, UUID knelpunt, String reason);

    /** The caller's participant votes; a later vote replaces an earlier one. */
    Done vote(Call call, UUID knelpunt, Motion.Kind motion, Motion.Choice choice, String reason);

    /** Concludes the vote: designated (for one year, unless it is a case consultation) and phase 1 opened, or rejected. */
    Done designate(Call call, UUID knelpunt);

    /** Opens it for everybody who is involved now; phase 3 for whom phase 2 is open. */
    default Done openPhase(Call call, UUID knelpunt, int phase, String necessity) {
        return openPhase(call, knelpunt, phase, necessity, Set.of());
    }

    /**
     * Opens phase 2 or 3 on a necessity decision of its own, or opens it for more participants. What a meeting decided on it binds,
     * and goes with the decision: who decided for which participant.
     *
     * @param participants for whom; empty for everybody who is involved now, of phase 3 for whom phase 2 is open
     */
    Done openPhase(Call call, UUID knelpunt, int phase, String necessity, Set<String> participants);

    /**
     * Closes phase 2 or 3 for everybody, phase 3 with phase 2: its data are shown to nobody any more, and who was asked for such
     * data need not answer.
     *
     * @param destroy whether its data are destroyed; what is held stays until the hold is lifted
     */
    Done closePhase(Call call, UUID knelpunt, int phase, String reason, boolean destroy);

    /** Supplies a datum; the id in the answer is the datum's. */
    Done share(Call call, UUID knelpunt, NewDatum datum);

    Done evaluate(Call call, UUID knelpunt, NewEvaluation evaluation);

    /** Concludes the vote on prolongation: one more year, or not. */
    Done prolong(Call call, UUID knelpunt);

    /** Concludes the vote on closure. */
    Done close(Call call, UUID knelpunt);

    ShownKnelpunt see(Call call, UUID knelpunt);

    /** What of one activity the caller may see, oldest first. */
    Page<ShownKnelpunt> list(Call call, Activity activity, UUID after, int limit);

    /** Data of a knelpunt that the caller may see now, each judged by itself. */
    default Page<ShownDatum> data(Call call, UUID knelpunt, UUID after, int limit) {
        return data(call, knelpunt, DatumFilter.NONE, after, limit);
    }

    /** The same, as far as a filter takes them. */
    Page<ShownDatum> data(Call call, UUID knelpunt, DatumFilter filter, UUID after, int limit);
}
