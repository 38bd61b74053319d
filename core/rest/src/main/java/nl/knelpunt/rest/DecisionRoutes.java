package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.rest.DecisionShapes.DecisionView;
import nl.knelpunt.rest.DecisionShapes.Evaluation;
import nl.knelpunt.rest.DecisionShapes.EvaluationView;
import nl.knelpunt.rest.DecisionShapes.NewDecision;

/** May I? */
final class DecisionRoutes {

    private DecisionRoutes() {}

    static void addTo(RouteTable table, DecisionResource decisions) {
        table.add(
                "decisions",
                post("/decisions", "decide", "May I? Judges an act without doing it, and says why")
                        .takes(NewDecision.class)
                        .answers(200, DecisionView.class)
                        .by(decisions::decide),
                post("/evaluation", "evaluateAccess", "The same, as AuthZEN asks it; about yourself only")
                        .under(RouteTable.ACCESS)
                        .takes(Evaluation.class)
                        .answers(200, EvaluationView.class)
                        .by(decisions::evaluate));
    }
}
