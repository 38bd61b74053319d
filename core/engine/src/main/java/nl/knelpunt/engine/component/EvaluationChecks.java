package nl.knelpunt.engine.component;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.gate.InvalidException;

/** Whether an evaluation is finished: it says of every goal how far it was reached, and why. */
final class EvaluationChecks {

    private EvaluationChecks() {}

    /** What can be said before it is known of which knelpunt it is. */
    static void alone(Evaluation.Answers answers) {
        Checks.items("goals", answers.goals());
        Checks.items("effects", answers.effects());
        for (int i = 0; i < answers.goals().size(); i++) {
            Evaluation.GoalResult goal = answers.goals().get(i);
            String path = "goals[" + i + "].";
            Checks.required(path + "goal", goal.goal());
            Checks.required(path + "outcome", goal.outcome());
            Checks.filled(path + "explanation", goal.explanation());
            Checks.text(path + "explanation", goal.explanation(), Checks.TEXT);
            Checks.items(path + "measured", goal.measured());
            for (int j = 0; j < goal.measured().size(); j++) {
                Checks.required(
                        path + "measured[" + j + "].indicator",
                        goal.measured().get(j).indicator());
            }
        }
        for (int i = 0; i < answers.effects().size(); i++) {
            Checks.required(
                    "effects[" + i + "].intervention", answers.effects().get(i).intervention());
            Checks.filled("effects[" + i + "].text", answers.effects().get(i).text());
            Checks.text("effects[" + i + "].text", answers.effects().get(i).text(), Checks.TEXT);
        }
        Checks.text("displacement", answers.displacement(), Checks.TEXT);
        Checks.text("sideEffects", answers.sideEffects(), Checks.TEXT);
        Checks.text("dataQuality", answers.dataQuality(), Checks.TEXT);
    }

    /** @param planned interventions of the knelpunt */
    static void against(Knelpunt knelpunt, List<UUID> planned, Evaluation.Answers answers) {
        List<Goal> goals = knelpunt.proposal().goals();
        Set<UUID> evaluated = new HashSet<>();
        for (int i = 0; i < answers.goals().size(); i++) {
            Evaluation.GoalResult result = answers.goals().get(i);
            Goal goal = goals.stream()
                    .filter(g -> g.id().equals(result.goal()))
                    .findFirst()
                    .orElse(null);
            if (goal == null || !evaluated.add(result.goal())) {
                throw new InvalidException(
                        "goals[" + i + "].goal",
                        new Text(
                                "Noem elk doel van het voorstel één keer, met zijn id.",
                                "Name each goal of the proposal once, by its id."));
            }
            for (int j = 0; j < result.measured().size(); j++) {
                UUID indicator = result.measured().get(j).indicator();
                if (goal.indicators().stream().noneMatch(one -> one.id().equals(indicator))) {
                    throw new InvalidException(
                            "goals[" + i + "].measured[" + j + "].indicator",
                            new Text("Dit doel heeft geen indicator met dit id.", "This goal has no such indicator."));
                }
            }
        }
        if (evaluated.size() < goals.size()) {
            throw new InvalidException(
                    "goals",
                    new Text(
                            "Zeg van elk doel in hoeverre het is bereikt: " + (goals.size() - evaluated.size())
                                    + " van de " + goals.size() + " ontbreken nog.",
                            "Say of each goal how far it was reached: " + (goals.size() - evaluated.size()) + " of "
                                    + goals.size() + " are still missing."));
        }
        effects(planned, answers);
    }

    private static void effects(List<UUID> planned, Evaluation.Answers answers) {
        for (int i = 0; i < answers.effects().size(); i++) {
            if (!planned.contains(answers.effects().get(i).intervention())) {
                throw new InvalidException(
                        "effects[" + i + "].intervention",
                        new Text("Deze interventie staat niet in het plan.", "The plan has no such intervention."));
            }
        }
    }

    static boolean reached(Evaluation.Answers answers) {
        return answers.goals().stream().allMatch(g -> g.outcome() == Evaluation.Outcome.REACHED);
    }
}
