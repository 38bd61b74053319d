package nl.knelpunt.engine.guard;

import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;

/**
 * One rule of the law or of the RIEC's working method.
 *
 * @param id G01 to G51
 * @param kind whether the law itself says so
 * @param article on which it rests
 * @param message why an act is refused; may hold {@code {names}} that the test fills
 * @param remedy what to do
 * @param checks what it looks at, per group of acts
 */
public record Rule(String id, Kind kind, String article, Text message, Text remedy, List<Check> checks) {

    public enum Kind {
        /** Can't be switched off. */
        STATUTORY,
        /** Working method of the RIECs or design of this platform. */
        POLICY
    }

    /** Looks at the facts only: no clock, no store, no plugin, no state. */
    @FunctionalInterface
    interface Test {

        void look(Facts facts, Findings findings);
    }

    /**
     * @param acts at which it is looked
     * @param test reports what it finds
     */
    record Check(Set<Act> acts, Test test) {

        public Check {
            acts = Set.copyOf(acts);
        }
    }

    public Rule {
        checks = List.copyOf(checks);
    }
}
