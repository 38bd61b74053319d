package nl.knelpunt.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
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

    private final UseCases use;

    DocumentResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID knelpunt) {
        return KnelpuntResource.href(knelpunt) + "/documents";
    }

    Answer preview(Exchange exchange) {
        Document.Format format = format(exchange);
        byte[] bytes = use.documents().preview(exchange.call(), exchange.id("knelpunt"), kind(exchange), format);
        return file(format, bytes, "concept");
    }

    private static Document.Kind kind(Exchange exchange) {
        String given = exchange.query("kind");
        if (given == null) {
            return Document.Kind.PROPOSAL;
        }
        return Arrays.stream(Document.Kind.values())
                .filter(k -> k.name().equals(given))
                .findFirst()
                .orElseThrow(() -> {
                    String all = Arrays.toString(Document.Kind.values());
                    return BadRequestException.of("kind", "Kies een van " + all + ".", "Choose one of " + all + ".");
                });
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
        Document.Format format = format(exchange);
        ShownDocument shown = use.documents()
                .see(exchange.call(), exchange.id("knelpunt"), exchange.id("document"), format)
                .orElseThrow(ProblemException::unknownPath);
        Document document = shown.document();
        return file(format, shown.bytes(), document.number())
                .with(
                        "ETag",
                        "\"" + (format == Document.Format.PDF ? document.pdf() : document.html()).sha256() + "\"");
    }

    /** HTML for who names it, else the PDF. */
    private static Document.Format format(Exchange exchange) {
        return exchange.accepts(Answer.HTML) ? Document.Format.HTML : Document.Format.PDF;
    }

    private static Answer file(Document.Format format, byte[] bytes, String name) {
        Answer answer = (format == Document.Format.HTML
                        ? Answer.file(Answer.HTML + "; charset=utf-8", bytes)
                                .with("Content-Security-Policy", policy(bytes))
                        : Answer.file(DocumentRoutes.PDF, bytes)
                                .with("Content-Disposition", "inline; filename=\"" + name + ".pdf\""))
                .with("Content-Language", "nl")
                .with("Vary", "Accept");
        return answer;
    }

    /** Its own style and its own logo, nothing else, and nothing that runs. */
    private static String policy(byte[] html) {
        String page = new String(html, StandardCharsets.UTF_8);
        int from = page.indexOf("<style>") + "<style>".length();
        int to = page.indexOf("</style>", from);
        String style = to < 0 ? "'none'" : "'sha256-" + sha256(page.substring(from, to)) + "'";
        return "default-src 'none'; style-src " + style + "; img-src data:; frame-ancestors 'none'; sandbox";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
