package nl.knelpunt.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.AnnualReports.ShownReport;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.report.Shown;

/** An annual report to be published: as a page and, of its figures, as CSV (RFC 4180). */
final class ReportPage {

    private final ShownReport shown;
    private final String riec;
    private final Locale language;

    private ReportPage(ShownReport shown, String riec, Locale language) {
        this.shown = shown;
        this.riec = riec;
        this.language = language;
    }

    static String html(ShownReport shown, String riec, Locale language) {
        return new ReportPage(shown, riec, language).html();
    }

    static String csv(ShownReport shown, Locale language) {
        return new ReportPage(shown, null, language).csv();
    }

    private String html() {
        AnnualReport report = shown.report();
        Html page = new Html(
                language,
                say("Jaarverslag ", "Annual report ") + riec + " " + report.year()
                        + (report.isFixed() ? "" : say(" (concept)", " (draft)")));
        text(page, say("Inleiding", "Introduction"), report.texts().introduction());
        for (Figure.Section section : Figure.Section.values()) {
            page.heading(section.label().in(language));
            page.table(
                    say("Cijfers over ", "Figures of ") + report.year(),
                    List.of(say("Wat", "What"), say("Onderdeel", "Part"), say("Aantal", "Number")),
                    of(section).stream().map(this::cells).toList());
        }
        text(page, say("Doeltreffendheid", "Effectiveness"), report.texts().effectiveness());
        text(page, say("Waarborgen", "Safeguards"), report.texts().safeguards());
        text(page, say("Verbeteringen", "Improvements"), report.texts().improvements());
        page.text(say(
                "Kleine aantallen zijn niet genoemd, zodat niemand erin te herkennen is; een streepje staat waar een klein"
                        + " aantal anders uit te rekenen was (artikel 1.12 Wgs).",
                "Small numbers are not given, so that nobody can be recognised; a dash stands where a small number could"
                        + " otherwise be reckoned (article 1.12 Wgs)."));
        return page.end();
    }

    private static void text(Html page, String heading, String text) {
        if (text != null && !text.isBlank()) {
            page.heading(heading).text(text);
        }
    }

    private List<Shown> of(Figure.Section section) {
        return shown.figures().stream()
                .filter(f -> f.figure().section() == section)
                .toList();
    }

    private List<String> cells(Shown figure) {
        return List.of(
                figure.figure().label().in(language),
                figure.part() == null ? "" : figure.part().in(language),
                figure.number());
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
                .map(row -> row.stream().map(ReportPage::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", head + "\r\n", "\r\n"));
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private String say(String nl, String en) {
        return new Text(nl, en).in(language);
    }
}
