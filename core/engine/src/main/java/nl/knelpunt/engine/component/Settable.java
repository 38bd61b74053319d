package nl.knelpunt.engine.component;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.module.Attribute;

/** Whether a value fits the attribute of a plugin's configuration. */
final class Settable {

    private static final int LONGEST = 10_000;
    private static final int MOST = 1_000;
    private static final Set<String> WHOLE = Set.of("Integer", "Long", "Short", "Byte");
    private static final Set<String> FRACTIONS = Set.of("Double", "Float");

    private Settable() {}

    /** @throws InvalidException with the field {@code configuration.<id>}; the value is not quoted, since it may be secret */
    static void check(Attribute attribute, List<String> values) {
        if (values.size() > (attribute.several() ? MOST : 1)) {
            throw invalid(attribute, "Hier hoort één waarde.", "One value belongs here.");
        }
        values.forEach(value -> check(attribute, value));
    }

    private static void check(Attribute attribute, String value) {
        if (value.length() > LONGEST) {
            throw invalid(attribute, "Hoogstens " + LONGEST + " tekens.", "At most " + LONGEST + " characters.");
        }
        if (!attribute.options().isEmpty()
                && attribute.options().stream().noneMatch(o -> o.value().equals(value))) {
            String known = String.join(
                    ", ",
                    attribute.options().stream().map(Attribute.Option::value).toList());
            throw invalid(attribute, "Kies uit: " + known + ".", "Choose from: " + known + ".");
        }
        if (attribute.type().equals("Boolean") && !value.equals("true") && !value.equals("false")) {
            throw invalid(attribute, "Hier hoort true of false.", "True or false belongs here.");
        }
        BigDecimal size = size(attribute, value);
        if (attribute.min() != null && size.compareTo(new BigDecimal(attribute.min())) < 0) {
            throw invalid(attribute, "Minstens " + attribute.min() + ".", "At least " + attribute.min() + ".");
        }
        if (attribute.max() != null && size.compareTo(new BigDecimal(attribute.max())) > 0) {
            throw invalid(attribute, "Hoogstens " + attribute.max() + ".", "At most " + attribute.max() + ".");
        }
    }

    /** Of a number itself, of a text its length. */
    private static BigDecimal size(Attribute attribute, String value) {
        boolean isWhole = WHOLE.contains(attribute.type());
        if (!isWhole && !FRACTIONS.contains(attribute.type())) {
            return BigDecimal.valueOf(value.length());
        }
        try {
            switch (attribute.type()) {
                case "Integer" -> Integer.parseInt(value);
                case "Long" -> Long.parseLong(value);
                case "Short" -> Short.parseShort(value);
                case "Byte" -> Byte.parseByte(value);
                default -> Double.parseDouble(value);
            }
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw isWhole
                    ? invalid(attribute, "Hier hoort een geheel getal.", "A whole number belongs here.")
                    : invalid(attribute, "Hier hoort een getal.", "A number belongs here.");
        }
    }

    /** Whether it needs a value and has none, nor a default. */
    static boolean lacks(Attribute attribute, Map<String, List<String>> values) {
        return attribute.required()
                && attribute.defaults().isEmpty()
                && values.getOrDefault(attribute.id(), List.of()).isEmpty();
    }

    private static InvalidException invalid(Attribute attribute, String nl, String en) {
        return new InvalidException("configuration." + attribute.id(), new Text(nl, en));
    }
}
