package nl.knelpunt.engine.gate;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Decision;
import nl.knelpunt.engine.guard.RuleSet;

/**
 * The end of a trial: the act was judged, the question is in the log, and nothing was done. Thrown instead of returned, so that
 * nothing that would follow on the act follows.
 */
public final class TriedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Act act;
    private final transient Decision decision;
    private final transient RuleSet rules;

    public TriedException(Act act, Decision decision, RuleSet rules) {
        super("Tried " + act, null, false, false);
        this.act = act;
        this.decision = decision;
        this.rules = rules;
    }

    /** The act that was judged. */
    public Act act() {
        return act;
    }

    /** As the act itself would have been decided on at this moment. */
    public Decision decision() {
        return decision;
    }

    /** By which it was judged. */
    public RuleSet rules() {
        return rules;
    }
}
