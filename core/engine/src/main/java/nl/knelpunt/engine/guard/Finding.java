package nl.knelpunt.engine.guard;

import java.util.Map;
import java.util.Objects;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.text.TextFind;

/**
 * One reason why an act is refused.
 *
 * @param rule id of the rule; {@code STATE} when the act is out of order
 * @param article on which it rests
 * @param message what is wrong
 * @param remedy what to do
 * @param field path of the field that it is about, null when it is about the act as a whole
 * @param place in the text of that field, null when it is about the field as a whole
 */
public record Finding(String rule, String article, Text message, Text remedy, String field, TextFind place) {

    /** Rule id of an act that the lifecycle does not allow in this state. */
    public static final String STATE = "STATE";

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** Of a field or the act as a whole. */
    public Finding(String rule, String article, Text message, Text remedy, String field) {
        this(rule, article, message, remedy, field, null);
    }

    static Text filled(Text template, Map<String, Text> values) {
        String nl = template.nl();
        String en = template.en();
        for (Map.Entry<String, Text> value : values.entrySet()) {
            nl = nl.replace("{" + value.getKey() + "}", value.getValue().nl());
            en = en.replace("{" + value.getKey() + "}", value.getValue().en());
        }
        return new Text(nl, en);
    }
}
