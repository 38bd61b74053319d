package nl.knelpunt.engine.guard;

import java.util.List;
import java.util.stream.Collectors;

/** The guard refused an act. Nothing was done, and the refusal is in the log. Holds no personal data. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public RefusedException(List<Finding> findings) {
        super(findings.stream().map(Finding::rule).collect(Collectors.joining(", ", "Refused by ", "")));
        this.findings = List.copyOf(findings);
    }

    /** Every reason, in the order of the law; never empty. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether the act is only out of order and would be allowed in another state. */
    public boolean isOutOfOrder() {
        return findings.stream().allMatch(f -> f.rule().equals(Finding.STATE));
    }
}
