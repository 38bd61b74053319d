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

    /** The parts of a condition; those that are compound themselves between brackets. */
    static Text joined(List<Condition> parts, String nl, String en) {
        return new Text(
                parts.stream().map(p -> part(p).nl()).collect(Collectors.joining(nl)),
                parts.stream().map(p -> part(p).en()).collect(Collectors.joining(en)));
    }

    private static Text part(Condition condition) {
        Text words = condition.words();
        return condition.parts().size() > 1 ? new Text("(" + words.nl() + ")", "(" + words.en() + ")") : words;
    }

    /** {@code a, b or c}. */
    private static String listed(List<String> values, String last) {
        int end = values.size() - 1;
        return end == 0 ? values.get(0) : String.join(", ", values.subList(0, end)) + last + values.get(end);
    }
}
