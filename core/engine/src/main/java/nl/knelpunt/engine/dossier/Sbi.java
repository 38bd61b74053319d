package nl.knelpunt.engine.dossier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;

/**
 * The Standaard Bedrijfsindeling 2008 of the CBS, by which a branch is named: sections A to U, divisions of two digits, and below
 * those groups, classes and subclasses ({@code 47}, {@code 47.1}, {@code 47.11}, {@code 47.19.1}). Of what is below a division the form is
 * known, not the existence.
 */
public final class Sbi {

    /**
     * A section or division.
     *
     * @param code a letter or two digits
     * @param section letter to which it belongs; its own of a section
     * @param name as the CBS calls it
     */
    public record Heading(String code, String section, Text name) {}

    private static final Pattern DOTTED = Pattern.compile("\\d{2}(\\.\\d(\\d(\\.\\d)?)?)?");
    private static final Pattern PLAIN = Pattern.compile("\\d{2,5}");
    private static final int DIVISION = 2;
    private static final int CLASS = 4;

    private static final class Lazy {
        static final List<Heading> HEADINGS = read();
    }

    private Sbi() {}

    /** Sections, each with its divisions after it. */
    public static List<Heading> headings() {
        return Lazy.HEADINGS;
    }

    /** As the CBS writes it, with its dots; empty when there is no such code. */
    public static Optional<String> code(String written) {
        if (written == null) {
            return Optional.empty();
        }
        String code = written.strip().toUpperCase(Locale.ROOT);
        if (PLAIN.matcher(code).matches()) {
            code = dotted(code);
        } else if (code.length() != 1 && !DOTTED.matcher(code).matches()) {
            return Optional.empty();
        }
        return heading(code).isPresent() ? Optional.of(code) : Optional.empty();
    }

    /** The division of a code, or its section; empty when there is no such code. */
    public static Optional<Heading> heading(String code) {
        String known = code.length() > DIVISION ? code.substring(0, DIVISION) : code;
        return headings().stream().filter(h -> h.code().equals(known)).findFirst();
    }

    private static String dotted(String digits) {
        StringBuilder code = new StringBuilder(digits);
        if (digits.length() > CLASS) {
            code.insert(CLASS, '.');
        }
        if (digits.length() > DIVISION) {
            code.insert(DIVISION, '.');
        }
        return code.toString();
    }

    private static List<Heading> read() {
        List<Heading> headings = new ArrayList<>();
        try (InputStream in = Sbi.class.getResourceAsStream("sbi2008.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\\|");
                    section = cells[0].length() == 1 ? cells[0] : section;
                    headings.add(new Heading(cells[0], section, new Text(cells[1], cells[2])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(headings);
    }
}
