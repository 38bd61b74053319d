package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Composition.Fact;
import nl.knelpunt.engine.document.Composition.Section;
import nl.knelpunt.engine.document.Composition.Table;
import nl.knelpunt.engine.document.Composition.Words;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.AnnualReports.ShownReport;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.report.Shown;

/** An annual report as it is published. */
final class ReportWriter {

    private final ShownReport shown;
    private final AnnualReport report;
    private final Locale language;
    private final List<Section> sections = new ArrayList<>();

    private ReportWriter(ShownReport shown, Locale language) {
        this.shown = shown;
        this.report = shown.report();
        this.language = language;
    }

    /**
     * @param prefix of numbers of this RIEC
     * @param riec its name
     */
    static Composition written(ShownReport shown, String prefix, String riec, Locale language) {
        return new ReportWriter(shown, language).write(prefix, riec);
    }

    private Composition write(String prefix, String riec) {
        text(say("Inleiding", "Introduction"), report.texts().introduction());
        for (Figure.Section section : Figure.Section.values()) {
            figures(section);
        }
        text(say("Doeltreffendheid", "Effectiveness"), report.texts().effectiveness());
        text(say("Waarborgen", "Safeguards"), report.texts().safeguards());
        text(say("Verbeteringen", "Improvements"), report.texts().improvements());
        text(
                say("Over de cijfers", "About the figures"),
                say(
                        "Kleine aantallen zijn niet genoemd, zodat niemand erin te herkennen is; een streepje staat waar een klein"
                                + " aantal anders uit te rekenen was (artikel 1.12 Wgs).",
                        "Small numbers are not given, so that nobody can be recognised; a dash stands where a small number"
                                + " could otherwise be reckoned (article 1.12 Wgs)."));
        return new Composition(
                say("jaarverslag", "annual report"),
                say("Jaarverslag ", "Annual report ") + riec + " " + report.year(),
                report.isFixed() ? prefix + "-" + report.year() + "-JV" : null,
                List.of(
                        new Fact(say("Over", "Of"), String.valueOf(report.year())),
                        new Fact(
                                say("Stand", "State"),
                                report.isFixed()
                                        ? say("vastgesteld", "fixed")
                                        : say("concept, cijfers tot nu toe", "draft, figures so far"))),
                sections,
                language);
    }

    private void text(String heading, String text) {
        if (text != null && !text.isBlank()) {
            sections.add(new Section(heading, List.of(new Words(text))));
        }
    }

    private void figures(Figure.Section section) {
        List<List<String>> rows = shown.figures().stream()
                .filter(f -> f.figure().section() == section)
                .map(this::row)
                .toList();
        String heading = section.label().in(language);
        if (rows.isEmpty()) {
            text(heading, say("Hierover is dit jaar niets geteld.", "Nothing was counted of this in this year."));
            return;
        }
        sections.add(new Section(
                heading,
                List.of(new Table(
                        say("Cijfers over ", "Figures of ") + report.year(),
                        List.of(say("Wat", "What"), say("Onderdeel", "Part"), say("Aantal", "Number")),
                        rows))));
    }

    private List<String> row(Shown figure) {
        return List.of(
                figure.figure().label().in(language),
                figure.part() == null ? "" : figure.part().in(language),
                figure.number());
    }

    private String say(String nl, String en) {
        return new Text(nl, en).in(language);
    }
}
