package nl.knelpunt.engine.guard;

import java.util.Set;
import nl.knelpunt.api.Text;

/**
 * One rule of the law or of the RIEC's working method.
 *
 * @param id G01 to G51
 * @param kind whether the law itself says so
 * @param article on which it rests
 * @param acts that it looks at
 * @param message why an act is refused; may hold {@code {names}} that the test fills
 * @param remedy what to do
 * @param test looks at the facts and reports what it finds
 */
public record Rule(String id, Kind kind, String article, Set<Act> acts, Text message, Text remedy, Test test) {

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

    public Rule {
        acts = Set.copyOf(acts);
    }
}
