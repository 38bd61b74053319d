package nl.knelpunt.modules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of what a plugin's classes may use, {@value #TABLE}. */
final class PermittedUse {

    static final String TABLE = "permitted.txt";

    private static final String EVERY = "*";
    private static final String NEVER = "never";

    /** By name of the class, or of the package and {@value #EVERY}; with dots. */
    private final Map<String, Members> classes = new HashMap<>();

    private final Set<String> never = new HashSet<>();

    private record Members(boolean only, Set<String> named) {

        boolean include(String member) {
            return only == named.contains(member);
        }
    }

    PermittedUse() {
        try (InputStream table = PermittedUse.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            String section = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    add(section, List.of(line.split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String section, List<String> words) {
        if (section.equals(NEVER)) {
            never.add(words.get(0));
            return;
        }
        boolean only = words.size() > 1 && words.get(1).equals("only");
        if (words.size() > 1 && !only && !words.get(1).equals("not")) {
            throw new IllegalStateException(TABLE + ": " + String.join(" ", words));
        }
        Set<String> named = words.size() > 2 ? Set.copyOf(words.subList(2, words.size())) : Set.of();
        classes.put(section + "." + words.get(0), new Members(only, named));
    }

    /** @param name of a class, with dots */
    boolean permits(String name) {
        return members(name) != null;
    }

    /**
     * @param name of a class that is permitted, with dots
     * @param member method or field; {@code <init>} for a constructor
     */
    boolean permits(String name, String member) {
        return members(name).include(member) && !never.contains(member);
    }

    private Members members(String name) {
        Members own = classes.get(name);
        return own != null ? own : classes.get(name.substring(0, name.lastIndexOf('.') + 1) + EVERY);
    }

    /** For tests: the names of the classes that have a line of their own. */
    List<String> listed() {
        return classes.keySet().stream()
                .filter(name -> !name.endsWith(EVERY))
                .sorted()
                .toList();
    }
}
