package nl.knelpunt.engine.plan;

import java.util.Arrays;
import java.util.List;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.plugin.InterventionType;

/**
 * Whether the plan is a mix: of each of the five categories how much there is, and which is empty without a reason.
 *
 * @param parts one per category, in their order
 */
public record Mix(List<Part> parts) {

    /**
     * @param interventions that were not stopped
     * @param emptyBecause why there are none, null when nobody said
     */
    public record Part(InterventionType.Category category, int interventions, String emptyBecause) {

        /** Nothing is done here, and nobody said why. */
        public boolean asksWhy() {
            return interventions == 0 && (emptyBecause == null || emptyBecause.isBlank());
        }
    }

    public static Mix of(ActionPlan plan, List<Intervention> interventions) {
        return new Mix(Arrays.stream(InterventionType.Category.values())
                .map(category -> new Part(
                        category,
                        (int) interventions.stream()
                                .filter(i -> i.content().category() == category)
                                .filter(i -> i.state() != InterventionState.STOPPED)
                                .count(),
                        plan.emptyBecause().get(category)))
                .toList());
    }

    /** Every category has an intervention or a reason. */
    public boolean isWhole() {
        return parts.stream().noneMatch(Part::asksWhy);
    }
}
