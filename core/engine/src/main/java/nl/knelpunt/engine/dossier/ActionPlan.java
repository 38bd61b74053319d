package nl.knelpunt.engine.dossier;

import java.util.ArrayList;
import java.util.List;

/**
 * The plan: goals and a mix of interventions (Wgs 2.23(7)).
 *
 * @param goal what is to be reached
 * @param qualityTested factual correctness and quality of what it rests on were tested (Bgs 1.8)
 * @param informationBase on what information the advice rests (Bgs 1.8)
 * @param interventions in the order in which they were planned
 */
public record ActionPlan(String goal, boolean qualityTested, String informationBase, List<Intervention> interventions) {

    public static final ActionPlan NONE = new ActionPlan(null, false, null, List.of());

    public ActionPlan {
        interventions = List.copyOf(interventions);
    }

    public ActionPlan with(Intervention intervention) {
        List<Intervention> all = new ArrayList<>(interventions);
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(intervention.id())) {
                at = i;
            }
        }
        if (at < 0) {
            all.add(intervention);
        } else {
            all.set(at, intervention);
        }
        return new ActionPlan(goal, qualityTested, informationBase, all);
    }
}
