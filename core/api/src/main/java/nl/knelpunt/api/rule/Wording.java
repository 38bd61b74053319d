package nl.knelpunt.api.rule;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;

/** Rules as people read them, the same for the same rule. */
final class Wording {

    private Wording() {}

    /** A clause that ends with the values, one of which is enough. */
    static <V> Text oneOf(String nl, String en, Collection<V> values, Function<V, Text> label) {
        List<Text> labels = values.stream().map(label).toList();
        return new Text(
                nl + " " + listed(labels.stream().map(Text::nl).toList(), " of "),
                en + " " + listed(labels.stream().map(Text::en).toList(), " or "));
    }

    static Text quoted(String nl, String en, Collection<String> values) {
        return oneOf(nl, en, values, v -> new Text("'" + v + "'", "'" + v + "'"));
    }

    /** The parts of a condition, between brackets where there are several, since a part may be a list itself. */
    static Text joined(List<Condition> parts, String nl, String en) {
        if (parts.size() == 1) {
            return parts.get(0).words();
        }
        return new Text(
                parts.stream().map(p -> bracketed(p, p.words().nl())).collect(Collectors.joining(nl)),
                parts.stream().map(p -> bracketed(p, p.words().en())).collect(Collectors.joining(en)));
    }

    private static String bracketed(Condition condition, String words) {
        return condition instanceof Condition.Not ? words : "(" + words + ")";
    }

    /** {@code a, b or c}. */
    private static String listed(List<String> values, String last) {
        int end = values.size() - 1;
        return end == 0 ? values.get(0) : String.join(", ", values.subList(0, end)) + last + values.get(end);
    }
}
