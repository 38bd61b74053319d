package nl.knelpunt.rest;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.document.Documents.ShownDocument;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.DocumentShapes.DocumentList;
import nl.knelpunt.rest.DocumentShapes.DocumentView;
import nl.knelpunt.rest.DocumentShapes.NewDocument;

/** Documents of a knelpunt, as a page or as a PDF. */
final class DocumentResource {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final UseCases use;

    DocumentResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID knelpunt) {
        return KnelpuntResource.href(knelpunt) + "/documents";
    }

    Answer preview(Exchange exchange) {
        Document.Format format = Printed.format(exchange, Document.Format.PDF);
        byte[] bytes = use.documents().preview(exchange.call(), exchange.id("knelpunt"), kind(exchange), format);
        return Printed.file(format, bytes, "concept", DUTCH);
    }

    private static Document.Kind kind(Exchange exchange) {
        return Objects.requireNonNullElse(exchange.constant("kind", Document.Kind.class), Document.Kind.PROPOSAL);
    }

    Answer list(Exchange exchange) {
        UUID knelpunt = exchange.id("knelpunt");
        Page<Document> page = use.documents().list(exchange.call(), knelpunt, exchange.after(), exchange.limit());
        return Answer.of(new DocumentList(
                page.items().stream()
                        .map(d -> DocumentView.of(d, exchange.language()))
                        .toList(),
                exchange.links(href(knelpunt), page.next())));
    }

    Answer issue(Exchange exchange) throws IOException {
        NewDocument body = exchange.body(NewDocument.class);
        UUID knelpunt = exchange.id("knelpunt");
        Done done = use.documents().issue(exchange.call(), knelpunt, body.kind());
        return Answer.created(done, href(knelpunt) + "/" + done.id());
    }

    Answer see(Exchange exchange) {
        Document.Format format = Printed.format(exchange, Document.Format.PDF);
        ShownDocument shown = use.documents()
                .see(exchange.call(), exchange.id("knelpunt"), exchange.id("document"), format)
                .orElseThrow(ProblemException::unknownPath);
        Document document = shown.document();
        return Printed.file(format, shown.bytes(), document.number(), DUTCH)
                .with(
                        "ETag",
                        "\"" + (format == Document.Format.PDF ? document.pdf() : document.html()).sha256() + "\"");
    }
}
