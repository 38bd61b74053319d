package nl.knelpunt.engine.component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Modules.Setting;

/** The values of a plugin's configuration, held against its attributes. No message quotes a value: it may be a secret. */
final class AttributeValues {

    private static final int LONGEST = 4_000;
    private static final int MOST = 100;

    private final Map<String, Attribute> attributes;

    AttributeValues(List<Attribute> attributes) {
        this.attributes = attributes.stream()
                .collect(Collectors.toMap(Attribute::id, a -> a, (one, other) -> one, java.util.LinkedHashMap::new));
    }

    /**
     * What is configured with the changes made. Values of attributes that the plugin doesn't have any more are gone.
     *
     * @throws InvalidException a change does not fit
     */
    Map<String, List<String>> changed(Map<String, List<String>> before, Map<String, List<String>> changes) {
        Map<String, List<String>> values = new TreeMap<>(before);
        values.keySet().retainAll(attributes.keySet());
        changes.forEach((name, given) -> {
            Attribute attribute = attributes.get(name);
            if (attribute == null) {
                throw wrong(name, "Deze instelling kent de module niet.", "The module knows no such setting.");
            }
            if (given.isEmpty() || given.equals(attribute.defaults())) {
                values.remove(name);
            } else {
                check(attribute, given);
                values.put(name, List.copyOf(given));
            }
        });
        return values;
    }

    /** Why a configuration can't be run with; empty when it can. */
    List<Text> missing(Map<String, List<String>> values) {
        return attributes.values().stream()
                .filter(a -> a.required() && effective(a, values).isEmpty())
                .map(a -> new Text(
                        "De module heeft een waarde nodig voor de instelling " + a.id() + " ("
                                + a.name().nl() + ").",
                        "The module needs a value for the setting " + a.id() + " ("
                                + a.name().en() + ")."))
                .toList();
    }

    List<Setting> shown(Map<String, List<String>> values) {
        return attributes.values().stream()
                .map(a -> new Setting(
                        a.secret() ? withoutDefaults(a) : a,
                        values.containsKey(a.id()),
                        a.secret() ? null : effective(a, values)))
                .toList();
    }

    private static Attribute withoutDefaults(Attribute a) {
        return new Attribute(
                a.id(),
                a.name(),
                a.description(),
                a.type(),
                true,
                a.several(),
                a.required(),
                List.of(),
                a.min(),
                a.max(),
                List.of());
    }

    private static List<String> effective(Attribute attribute, Map<String, List<String>> values) {
        return values.getOrDefault(attribute.id(), attribute.defaults()).stream()
                .filter(v -> !v.isEmpty())
                .toList();
    }

    private static void check(Attribute attribute, List<String> given) {
        if (given.size() > 1 && !attribute.several()) {
            throw wrong(attribute.id(), "Hier hoort één waarde.", "One value belongs here.");
        }
        if (given.size() > MOST) {
            throw wrong(attribute.id(), "Hier passen hoogstens 100 waarden.", "At most 100 values fit here.");
        }
        given.forEach(v -> check(attribute, v));
    }

    private static void check(Attribute attribute, String value) {
        if (value.length() > LONGEST || value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw wrong(
                    attribute.id(),
                    "Hier hoort tekst van hoogstens 4000 tekens, zonder stuurtekens.",
                    "A text of at most 4000 characters belongs here, without control characters.");
        }
        if (!attribute.options().isEmpty() && !attribute.options().contains(value)) {
            String all = String.join(", ", attribute.options());
            throw wrong(attribute.id(), "Kies uit: " + all + ".", "Choose from: " + all + ".");
        }
        Double size = size(attribute, value);
        boolean small = attribute.min() != null && size != null && size < attribute.min();
        boolean large = attribute.max() != null && size != null && size > attribute.max();
        if (small || large) {
            boolean text = attribute.type() == Attribute.Type.STRING;
            String least = attribute.min() == null ? "-" : number(attribute.min());
            String most = attribute.max() == null ? "-" : number(attribute.max());
            throw wrong(
                    attribute.id(),
                    text
                            ? "Hier hoort tekst met een lengte van " + least + " tot en met " + most + "."
                            : "Hier hoort een getal van " + least + " tot en met " + most + ".",
                    text
                            ? "A text with a length of " + least + " to " + most + " belongs here."
                            : "A number from " + least + " to " + most + " belongs here.");
        }
    }

    /** @return null when the type has no size */
    private static Double size(Attribute attribute, String value) {
        try {
            return switch (attribute.type()) {
                case STRING -> (double) value.length();
                case INTEGER -> (double) Integer.parseInt(value);
                case LONG -> (double) Long.parseLong(value);
                case DOUBLE -> finite(value);
                case BOOLEAN -> truth(attribute, value);
            };
        } catch (NumberFormatException e) {
            boolean whole = attribute.type() != Attribute.Type.DOUBLE;
            throw wrong(
                    attribute.id(),
                    whole ? "Hier hoort een geheel getal." : "Hier hoort een getal, zoals 0.5.",
                    whole ? "A whole number belongs here." : "A number belongs here, such as 0.5.");
        }
    }

    private static double finite(String value) {
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException();
        }
        return number;
    }

    private static Double truth(Attribute attribute, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(attribute.id(), "Hier hoort true of false.", "true or false belongs here.");
        }
        return null;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static InvalidException wrong(String name, String nl, String en) {
        return new InvalidException("configuration." + Objects.requireNonNullElse(name, ""), new Text(nl, en));
    }
}
