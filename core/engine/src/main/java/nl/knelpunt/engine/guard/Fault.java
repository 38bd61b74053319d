package nl.knelpunt.engine.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.knelpunt.api.Text;

/**
 * What a test finds wrong, as a chain; null is nothing. A test returns it instead of collecting it, so that a permit costs no
 * allocation; its texts are made when somebody asks for them.
 *
 * @param field path of the field that is wrong, null when it is the act as a whole
 * @param values fill the {@code {names}} in the rule's texts
 * @param found the place in a text, null when it is no text
 * @param remedy instead of the rule's own, null for that
 * @param before what the same test found before this, null when this is the first
 */
record Fault(String field, Supplier<Map<String, Text>> values, Found found, Text remedy, Fault before) {

    private static final Supplier<Map<String, Text>> NO_VALUES = Map::of;
    private static final Fault WHOLE = whole(NO_VALUES);

    /** The act as a whole. */
    static Fault whole() {
        return WHOLE;
    }

    static Fault whole(Supplier<Map<String, Text>> values) {
        return new Fault(null, values, null, null, null);
    }

    static Fault at(String field, Fault before) {
        return new Fault(field, NO_VALUES, null, null, before);
    }

    static Fault at(String field, Supplier<Map<String, Text>> values, Fault before) {
        return new Fault(field, values, null, null, before);
    }

    /** Something stands in a text. */
    static Fault in(Found found, Text remedy, Fault before) {
        return new Fault(found.field(), NO_VALUES, found, remedy, before);
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
            Map<String, Text> values = fault.values.get();
            Finding finding = new Finding(
                    rule.id(),
                    rule.article(),
                    Finding.filled(rule.message(), values),
                    fault.remedy == null ? Finding.filled(rule.remedy(), values) : fault.remedy,
                    fault.field,
                    fault.found == null ? null : fault.found.find());
            found.putIfAbsent(finding, finding);
        }
        return List.copyOf(found.keySet());
    }
}
