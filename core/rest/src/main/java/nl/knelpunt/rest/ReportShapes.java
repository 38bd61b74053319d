package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.AnnualReports.ShownReport;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.report.Shown;
import nl.knelpunt.rest.Shapes.BilingualText;

/** The JSON of annual reports. */
final class ReportShapes {

    private ReportShapes() {}

    record ReportTexts(
            @JsonPropertyDescription("what this RIEC is and does; no personal data, as in all of these")
            String introduction,

            @JsonPropertyDescription("what the feedback of recipients tells of what was reached")
            String effectiveness,

            @JsonPropertyDescription("audit, training, advices, and what came of them")
            String safeguards,

            @JsonPropertyDescription("what is done otherwise from now on")
            String improvements) {

        static ReportTexts of(AnnualReport.Texts texts) {
            return new ReportTexts(
                    texts.introduction(), texts.effectiveness(), texts.safeguards(), texts.improvements());
        }

        AnnualReport.Texts engine() {
            return new AnnualReport.Texts(introduction, effectiveness, safeguards, improvements);
        }
    }

    record FigureView(
            Figure.Section section,
            BilingualText sectionLabel,
            Figure figure,
            BilingualText label,

            @JsonPropertyDescription("of a figure that is divided")
            BilingualText part,

            @JsonPropertyDescription(
                    "as it may be published: a number, <3 for a small one, - for one that would give it away")
            String number) {

        static FigureView of(Shown shown) {
            return new FigureView(
                    shown.figure().section(),
                    BilingualText.of(shown.figure().section().label()),
                    shown.figure(),
                    BilingualText.of(shown.figure().label()),
                    BilingualText.of(shown.part()),
                    shown.number());
        }
    }

    record ReportView(
            int year,
            long version,

            @JsonPropertyDescription("whether it is fixed; of a draft the figures are as they are now")
            boolean fixed,

            ReportTexts texts,
            List<FigureView> figures,

            @JsonPropertyDescription("who wrote it last") UUID person,

            Instant changed,
            String href,

            @JsonPropertyDescription("the same as a page to publish")
            String page,

            @JsonPropertyDescription("the figures as CSV") String csv) {

        static ReportView of(ShownReport shown) {
            AnnualReport report = shown.report();
            String href = ReportResource.href(report.year());
            return new ReportView(
                    report.year(),
                    report.version(),
                    report.isFixed(),
                    ReportTexts.of(report.texts()),
                    shown.figures().stream().map(FigureView::of).toList(),
                    report.person(),
                    report.changed(),
                    href,
                    href + "/page",
                    href + "/figures");
        }
    }

    record ReportLine(int year, long version, boolean fixed, String href) {}

    record ReportList(List<ReportLine> items) {}
}
