package nl.knelpunt.rest;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Lines of CSV (RFC 4180) that no spreadsheet takes for a formula. */
final class Csv {

    /** By these a spreadsheet knows a formula. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String QUOTED = "\",\r\n;\t";

    private final Writer out;

    Csv(Writer out) {
        this.out = out;
    }

    /** @param cells of which each may be null */
    void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    private static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        boolean isFormula = FORMULA.indexOf(
                                value.stripLeading().isEmpty()
                                        ? value.charAt(0)
                                        : value.stripLeading().charAt(0))
                        >= 0
                || FORMULA.indexOf(value.charAt(0)) >= 0;
        String safe = isFormula ? "'" + value : value;
        boolean isQuoted = safe.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
        return isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
