package nl.knelpunt.engine.dossier;

import java.util.Map;
import nl.knelpunt.engine.plugin.InterventionType;

/**
 * The plan as it is written: what is to be reached, and on what it rests (Wgs 2.23(7)). Its interventions are
 * {@link nl.knelpunt.engine.plan.Intervention}s.
 *
 * @param goal what is to be reached
 * @param qualityTested factual correctness and quality of what it rests on were tested (Bgs 1.8)
 * @param informationBase on what information the advice rests (Bgs 1.8)
 * @param emptyBecause why nothing is done in a category
 */
public record ActionPlan(
        String goal,
        boolean qualityTested,
        String informationBase,
        Map<InterventionType.Category, String> emptyBecause) {

    public static final ActionPlan NONE = new ActionPlan(null, false, null, Map.of());

    public ActionPlan {
        // Written before categories were explained.
        emptyBecause = emptyBecause == null ? Map.of() : Map.copyOf(emptyBecause);
    }

    public ActionPlan(String goal, boolean qualityTested, String informationBase) {
        this(goal, qualityTested, informationBase, Map.of());
    }
}
