package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The yearly evaluation against the goals (working method; Wgs 1.7(5)).
 *
 * @param goalReached whether the goals were reached
 * @param findings what was found; no personal data
 * @param recommendation prolong or close
 * @param renewedGrounds for a prolongation: the grounds argued anew (G22); else null
 * @param person who recorded it
 * @param at when
 * @param answers goal by goal, and what else the method asks; never null
 */
public record Evaluation(
        boolean goalReached,
        String findings,
        Recommendation recommendation,
        Grounds renewedGrounds,
        UUID person,
        Instant at,
        Answers answers) {

    public Evaluation {
        answers = answers == null ? Answers.NONE : answers;
    }

    /** Of a knelpunt without goals. */
    public Evaluation(
            boolean goalReached,
            String findings,
            Recommendation recommendation,
            Grounds renewedGrounds,
            UUID person,
            Instant at) {
        this(goalReached, findings, recommendation, renewedGrounds, person, at, null);
    }

    public enum Recommendation {
        PROLONG,
        CLOSE
    }

    /** How far a goal was reached. */
    public enum Outcome {
        REACHED,
        PARTLY,
        NOT
    }

    /**
     * What was found of the goals and besides. Texts hold no personal data and may be null.
     *
     * @param goals each goal of the proposal once
     * @param effects what interventions brought about, intended or not
     * @param displacement where the problem was seen to move
     * @param sideEffects what else happened
     * @param dataQuality how good the data were that this rests on
     */
    public record Answers(
            List<GoalResult> goals, List<Effect> effects, String displacement, String sideEffects, String dataQuality) {

        public static final Answers NONE = new Answers(List.of(), List.of(), null, null, null);

        public Answers {
            goals = goals == null ? List.of() : List.copyOf(goals);
            effects = effects == null ? List.of() : List.copyOf(effects);
        }
    }

    /**
     * @param goal id of a goal of the proposal
     * @param explanation why it is so
     * @param measured of its indicators
     */
    public record GoalResult(UUID goal, Outcome outcome, String explanation, List<Measured> measured) {

        public GoalResult {
            measured = measured == null ? List.of() : List.copyOf(measured);
        }
    }

    /** @param value null where it could not be measured */
    public record Measured(UUID indicator, Double value) {}

    /** @param intervention id of an intervention of the plan */
    public record Effect(UUID intervention, String text) {}

    /** The outcome, and no word of why. */
    Evaluation withoutTexts() {
        return new Evaluation(
                goalReached,
                null,
                recommendation,
                null,
                person,
                at,
                new Answers(
                        answers.goals().stream()
                                .map(g -> new GoalResult(g.goal(), g.outcome(), null, g.measured()))
                                .toList(),
                        List.of(),
                        null,
                        null,
                        null));
    }
}
