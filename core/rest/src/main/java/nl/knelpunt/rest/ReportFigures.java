package nl.knelpunt.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.report.AnnualReports.ShownReport;

/** The figures of an annual report as CSV (RFC 4180). */
final class ReportFigures {

    private final ShownReport shown;
    private final Locale language;

    private ReportFigures(ShownReport shown, Locale language) {
        this.shown = shown;
        this.language = language;
    }

    static String csv(ShownReport shown, Locale language) {
        return new ReportFigures(shown, language).csv();
    }

    private String csv() {
        String head = String.join(
                ",",
                say("jaar", "year"),
                say("onderwerp", "subject"),
                say("wat", "what"),
                say("onderdeel", "part"),
                say("aantal", "number"));
        return shown.figures().stream()
                .map(f -> Arrays.asList(
                        String.valueOf(shown.report().year()),
                        f.figure().section().label().in(language),
                        f.figure().label().in(language),
                        f.part() == null ? "" : f.part().in(language),
                        f.number()))
                .map(row -> row.stream().map(ReportFigures::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", head + "\r\n", "\r\n"));
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private String say(String nl, String en) {
        return new Text(nl, en).in(language);
    }
}
