package nl.knelpunt.modules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A header of a bundle's manifest, taken apart: clauses with paths, attributes and directives. */
final class Headers {

    /** @param attributes without the type of a value */
    record Clause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {}

    private Headers() {}

    /** @param header null for none */
    static List<Clause> clauses(String header) {
        List<Clause> clauses = new ArrayList<>();
        for (String clause : split(header == null ? "" : header, ',')) {
            List<String> paths = new ArrayList<>();
            Map<String, String> attributes = new LinkedHashMap<>();
            Map<String, String> directives = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                List<String> sides = split(part, '=');
                String name = sides.get(0);
                if (sides.size() == 1) {
                    paths.add(name);
                } else if (name.endsWith(":")) {
                    directives.put(name.substring(0, name.length() - 1).strip(), value(part));
                } else {
                    attributes.put(name.split(":", 2)[0].strip(), value(part));
                }
            }
            clauses.add(new Clause(paths, attributes, directives));
        }
        return clauses;
    }

    private static String value(String part) {
        String value = part.substring(part.indexOf('=') + 1).strip();
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** At a sign that does not stand in quotes; nothing empty. */
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) == '"') {
                quoted = !quoted;
            }
            if (i == text.length() || text.charAt(i) == at && !quoted) {
                String part = text.substring(begin, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                begin = i + 1;
            }
        }
        return parts;
    }
}
