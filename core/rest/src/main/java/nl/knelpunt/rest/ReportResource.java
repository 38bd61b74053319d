package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.report.AnnualReports.ShownReport;
import nl.knelpunt.rest.ReportShapes.ReportLine;
import nl.knelpunt.rest.ReportShapes.ReportList;
import nl.knelpunt.rest.ReportShapes.ReportTexts;
import nl.knelpunt.rest.ReportShapes.ReportView;

/** Annual reports, from draft to publication. */
final class ReportResource {

    static final String CSV = "text/csv";

    private static final String ALL = RouteTable.BASE + "/reports/annual";

    private final UseCases use;

    ReportResource(UseCases use) {
        this.use = use;
    }

    static String href(int year) {
        return ALL + "/" + year;
    }

    Answer list(Exchange exchange) {
        return Answer.of(new ReportList(use.reports().list(exchange.call()).stream()
                .map(r -> new ReportLine(r.year(), r.version(), r.isFixed(), href(r.year())))
                .toList()));
    }

    Answer see(Exchange exchange) {
        ShownReport shown = shown(exchange);
        return Answer.of(ReportView.of(shown)).at(shown.report().version());
    }

    Answer page(Exchange exchange) {
        int year = year(exchange);
        Document.Format format = Printed.format(exchange, Document.Format.HTML);
        byte[] bytes = use.reports().print(exchange.call(), year, format, exchange.language());
        return Printed.file(format, bytes, "RIEC-" + year, exchange.language());
    }

    Answer figures(Exchange exchange) {
        return Answer.file(
                CSV + "; charset=utf-8",
                ReportFigures.csv(shown(exchange), exchange.language()).getBytes(StandardCharsets.UTF_8));
    }

    Answer write(Exchange exchange) throws IOException {
        ObjectNode patch = exchange.patch(ReportTexts.class);
        int year = year(exchange);
        return Answer.changed(
                use.reports()
                        .write(
                                exchange.call(),
                                year,
                                now -> Json.merged(ReportTexts.of(now), patch, ReportTexts.class)
                                        .engine()),
                href(year));
    }

    Answer fix(Exchange exchange) {
        int year = year(exchange);
        return Answer.changed(use.reports().fix(exchange.call(), year), href(year))
                .withStatus(201);
    }

    private ShownReport shown(Exchange exchange) {
        return use.reports().see(exchange.call(), year(exchange));
    }

    private static int year(Exchange exchange) {
        String year = exchange.path("year");
        if (!year.matches("\\d{4}")) {
            throw ProblemException.unknownPath();
        }
        return Integer.parseInt(year);
    }
}
