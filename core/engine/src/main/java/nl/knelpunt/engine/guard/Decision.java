package nl.knelpunt.engine.guard;

import java.util.List;
import java.util.Set;

/**
 * What the guard says of an act.
 *
 * @param refusals every reason to refuse, in the order of the law; empty is a permit
 * @param obligations that a permit carries; empty with a refusal
 * @param ruleSet version of the rules that were applied
 * @param disclosesNothing a refusal that is the same for what does not exist, so that it may tell nothing by its time either
 */
public record Decision(List<Finding> refusals, Set<Obligation> obligations, String ruleSet, boolean disclosesNothing) {

    public boolean isPermit() {
        return refusals.isEmpty();
    }

    /** Ids of the rules that refuse, each once. */
    public List<String> rules() {
        return refusals.stream().map(Finding::rule).distinct().toList();
    }
}
