package nl.knelpunt.engine.guard;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the guard says of an act. Equal to another that says the same. The texts of a refusal are made when they are asked for. */
public final class Decision {

    private final Broken broken;
    private final Set<Obligation> obligations;
    private final String ruleSet;
    private final boolean disclosesNothing;

    /**
     * A rule that the act breaks.
     *
     * @param before broken as well and earlier in the order of the law, null when this is the first
     */
    record Broken(Rule rule, Fault fault, Broken before) {

        boolean holds(String id) {
            return rule.id().equals(id) || before != null && before.holds(id);
        }

        /** In the order of the law. */
        private Stream<Broken> all() {
            return Stream.concat(before == null ? Stream.empty() : before.all(), Stream.of(this));
        }
    }

    private Decision(Broken broken, Set<Obligation> obligations, String ruleSet, boolean disclosesNothing) {
        this.broken = broken;
        this.obligations = obligations;
        this.ruleSet = ruleSet;
        this.disclosesNothing = disclosesNothing;
    }

    static Decision permit(Set<Obligation> obligations, String ruleSet) {
        return new Decision(null, Set.copyOf(obligations), ruleSet, false);
    }

    static Decision refusal(Broken broken, String ruleSet) {
        return new Decision(broken, Set.of(), ruleSet, false);
    }

    /** A refusal by an access rule. */
    static Decision denial(Broken broken, String ruleSet) {
        return new Decision(broken, Set.of(), ruleSet, true);
    }

    public boolean isPermit() {
        return broken == null;
    }

    /** Every reason to refuse, each once, in the order of the law; empty is a permit. */
    public List<Finding> refusals() {
        return broken == null
                ? List.of()
                : broken.all()
                        .flatMap(b -> b.fault().of(b.rule()).stream())
                        .distinct()
                        .toList();
    }

    /** Ids of the rules that refuse, each once. */
    public List<String> rules() {
        return broken == null
                ? List.of()
                : broken.all().map(b -> b.rule().id()).distinct().toList();
    }

    /** That a permit carries; empty with a refusal. */
    public Set<Obligation> obligations() {
        return obligations;
    }

    /** Version of the rules that were applied. */
    public String ruleSet() {
        return ruleSet;
    }

    /** A refusal that is the same for what does not exist, so that it may tell nothing by its time either. */
    public boolean disclosesNothing() {
        return disclosesNothing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decision that
                && refusals().equals(that.refusals())
                && obligations.equals(that.obligations)
                && ruleSet.equals(that.ruleSet)
                && disclosesNothing == that.disclosesNothing;
    }

    @Override
    public int hashCode() {
        return Objects.hash(rules(), obligations, ruleSet, disclosesNothing);
    }

    @Override
    public String toString() {
        return "Decision[" + refusals() + ", " + obligations + ", " + ruleSet + ", " + disclosesNothing + "]";
    }
}
