package nl.knelpunt.engine.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.Text;

/** Collects what the rules find in one act. A permit costs it nothing: no list is made until something is found. */
final class Findings {

    private List<Finding> found;
    private Rule speaking;

    void listenTo(Rule rule) {
        speaking = rule;
    }

    /** The rule that speaks is broken, as a whole. */
    void refuse() {
        refuse(null, Map.of());
    }

    /** The rule that speaks is broken by a field. */
    void refuse(String field) {
        refuse(field, Map.of());
    }

    /** As {@link #refuse(String)}, filling {@code {names}} in the rule's texts. */
    void refuse(String field, Map<String, Text> values) {
        add(new Finding(
                speaking.id(),
                speaking.article(),
                Finding.filled(speaking.message(), values),
                Finding.filled(speaking.remedy(), values),
                field));
    }

    void add(Finding finding) {
        if (found == null) {
            found = new ArrayList<>();
        }
        found.add(finding);
    }

    boolean isEmpty() {
        return found == null;
    }

    boolean hasAny(String... rules) {
        return found != null && found.stream().anyMatch(f -> List.of(rules).contains(f.rule()));
    }

    List<Finding> list() {
        return found == null ? List.of() : List.copyOf(new LinkedHashSet<>(found));
    }
}
