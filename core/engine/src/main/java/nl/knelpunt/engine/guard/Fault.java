package nl.knelpunt.engine.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.Text;

/**
 * What a test finds wrong, as a chain; null is nothing. A test returns it instead of collecting it, so that a permit costs no
 * allocation.
 *
 * @param field path of the field that is wrong, null when it is the act as a whole
 * @param values fill the {@code {names}} in the rule's texts
 * @param found the place in a text, null when it is no text
 * @param remedy instead of the rule's own, null for that
 * @param before what the same test found before this, null when this is the first
 */
record Fault(String field, Map<String, Text> values, Found found, Text remedy, Fault before) {

    /** The act as a whole. */
    static Fault whole() {
        return new Fault(null, Map.of(), null, null, null);
    }

    static Fault whole(Map<String, Text> values) {
        return new Fault(null, values, null, null, null);
    }

    static Fault at(String field, Fault before) {
        return new Fault(field, Map.of(), null, null, before);
    }

    static Fault at(String field, Map<String, Text> values, Fault before) {
        return new Fault(field, values, null, null, before);
    }

    /** Something stands in a text. */
    static Fault in(Found found, Text remedy, Fault before) {
        return new Fault(found.field(), Map.of(), found, remedy, before);
    }

    /** The fault when the text is missing. */
    static Fault unless(String text, String field, Fault before) {
        return blank(text) ? at(field, before) : before;
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** As people see it, in the order in which it was found, each once. */
    List<Finding> of(Rule rule) {
        Map<Finding, Finding> found = new LinkedHashMap<>();
        List<Fault> chain = new ArrayList<>();
        for (Fault fault = this; fault != null; fault = fault.before) {
            chain.add(0, fault);
        }
        for (Fault fault : chain) {
            Finding finding = new Finding(
                    rule.id(),
                    rule.article(),
                    Finding.filled(rule.message(), fault.values),
                    fault.remedy == null ? Finding.filled(rule.remedy(), fault.values) : fault.remedy,
                    fault.field,
                    fault.found == null ? null : fault.found.find());
            found.putIfAbsent(finding, finding);
        }
        return List.copyOf(found.keySet());
    }
}
