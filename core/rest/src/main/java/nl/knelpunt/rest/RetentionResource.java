package nl.knelpunt.rest;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.retention.Certificate;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.DestructionLists;
import nl.knelpunt.engine.retention.RetentionRun;
import nl.knelpunt.rest.RetentionShapes.CertificateView;
import nl.knelpunt.rest.RetentionShapes.DestructionListList;
import nl.knelpunt.rest.RetentionShapes.DestructionListView;
import nl.knelpunt.rest.RetentionShapes.DestructionReview;
import nl.knelpunt.rest.RetentionShapes.DryRunView;
import nl.knelpunt.rest.RetentionShapes.KeptDatum;
import nl.knelpunt.rest.RetentionShapes.ListedView;
import nl.knelpunt.rest.RetentionShapes.NewDestructionList;
import nl.knelpunt.rest.RetentionShapes.RunList;
import nl.knelpunt.rest.RetentionShapes.RunView;

/** What is destroyed: what would be, by whose decision, and what was. */
final class RetentionResource {

    private static final String LISTS = RouteTable.BASE + "/destruction-lists";
    private static final String RUNS = RouteTable.BASE + "/retention/runs";

    private final UseCases use;

    RetentionResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID list) {
        return LISTS + "/" + list;
    }

    Answer dryRun(Exchange exchange) {
        return Answer.of(DryRunView.of(use.retention().dryRun(exchange.call(), exchange.day("on"))));
    }

    Answer runs(Exchange exchange) {
        Page<RetentionRun> page = use.retention().runs(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(
                new RunList(page.items().stream().map(RunView::of).toList(), exchange.links(RUNS, page.next())));
    }

    Answer make(Exchange exchange) throws IOException {
        NewDestructionList body = exchange.body(NewDestructionList.class);
        Done done = use.destructionLists().make(exchange.call(), exchange.id("knelpunt"), body.listed(), body.reason());
        return Answer.created(done, href(done.id()));
    }

    Answer list(Exchange exchange) {
        Page<DestructionList> page = use.destructionLists().list(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(new DestructionListList(
                page.items().stream()
                        .map(list -> DestructionListView.of(list, null, null))
                        .toList(),
                exchange.links(LISTS, page.next())));
    }

    Answer see(Exchange exchange) {
        DestructionLists.ShownList shown =
                use.destructionLists().see(exchange.call(), id(exchange), exchange.after(), exchange.limit());
        List<ListedView> data = shown.items().stream().map(ListedView::of).toList();
        return Answer.of(DestructionListView.of(
                        shown.list(), data, exchange.links(href(shown.list().id()), shown.next())))
                .at(shown.list().version());
    }

    Answer amend(Exchange exchange) throws IOException {
        NewDestructionList body = exchange.body(NewDestructionList.class);
        return changed(
                exchange, use.destructionLists().amend(exchange.call(), id(exchange), body.listed(), body.reason()));
    }

    Answer submit(Exchange exchange) {
        return changed(exchange, use.destructionLists().submit(exchange.call(), id(exchange)));
    }

    Answer review(Exchange exchange) throws IOException {
        DestructionReview body = exchange.body(DestructionReview.class);
        return changed(
                exchange, use.destructionLists().review(exchange.call(), id(exchange), body.approved(), body.reason()));
    }

    Answer keep(Exchange exchange) throws IOException {
        KeptDatum body = exchange.body(KeptDatum.class);
        return changed(
                exchange,
                use.destructionLists()
                        .keep(exchange.call(), id(exchange), body.datum(), body.ground(), body.reason(), body.until()));
    }

    Answer certificate(Exchange exchange) {
        Certificate certificate = use.destructionLists().certificate(exchange.call(), id(exchange));
        return exchange.accepts(Answer.HTML)
                ? Answer.html(page(certificate, exchange.language()))
                : Answer.of(CertificateView.of(certificate));
    }

    /** Nothing of it was typed by anybody: numbers, ids and constants. */
    private static String page(Certificate certificate, Locale language) {
        boolean dutch = language.getLanguage().equals("nl");
        String title = dutch ? "Verklaring van vernietiging" : "Certificate of destruction";
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + (dutch ? "nl" : "en")
                + "\"><head><meta charset=\"utf-8\"><title>" + title + "</title></head><body><main><h1>" + title
                + "</h1>\n<table><tbody>\n");
        row(html, dutch ? "Dossier" : "Dossier", certificate.dossier());
        row(
                html,
                dutch ? "Activiteit" : "Activity",
                certificate.activity().label().in(language));
        row(html, dutch ? "Vernietigingslijst" : "Destruction list", certificate.list());
        row(html, dutch ? "Gemaakt op" : "Made at", certificate.made());
        row(html, dutch ? "Gemaakt door" : "Made by", certificate.maker());
        row(
                html,
                dutch ? "Goedgekeurd door" : "Approved by",
                certificate.reviewer() == null
                        ? dutch ? "niemand: de laatste dag was verstreken" : "nobody: its last day had passed"
                        : certificate.reviewer());
        row(html, dutch ? "Uitgevoerd op" : "Executed at", certificate.executed());
        row(html, dutch ? "Bewaard om de wet" : "Kept because of the law", certificate.kept());
        html.append("</tbody></table>\n<h2>")
                .append(dutch ? "Vernietigd" : "Destroyed")
                .append("</h2>\n<table><tbody>\n");
        for (Map.Entry<String, Integer> one : certificate.destroyed().entrySet()) {
            row(html, Certificate.label(one.getKey()).in(language), one.getValue());
        }
        return html.append("</tbody></table>\n<p>SHA-256: <code>")
                .append(certificate.digest())
                .append("</code></p></main></body></html>\n")
                .toString();
    }

    private static void row(StringBuilder html, String label, Object value) {
        html.append("<tr><th scope=\"row\">")
                .append(label)
                .append("</th><td>")
                .append(value)
                .append("</td></tr>\n");
    }

    private static UUID id(Exchange exchange) {
        return exchange.id("list");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(id(exchange)));
    }
}
