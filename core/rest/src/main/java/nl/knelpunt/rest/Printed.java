package nl.knelpunt.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import nl.knelpunt.engine.document.Document;

/** What was printed, as a page or as a PDF. */
final class Printed {

    private Printed() {}

    /** As the Accept header names it. */
    static Document.Format format(Exchange exchange, Document.Format otherwise) {
        if (exchange.accepts(Answer.HTML)) {
            return Document.Format.HTML;
        }
        return exchange.accepts(DocumentRoutes.PDF) ? Document.Format.PDF : otherwise;
    }

    /** @param name of the file, without personal data */
    static Answer file(Document.Format format, byte[] bytes, String name, Locale language) {
        return (format == Document.Format.HTML
                        ? Answer.file(Answer.HTML + "; charset=utf-8", bytes)
                                .with("Content-Security-Policy", policy(bytes))
                        : Answer.file(DocumentRoutes.PDF, bytes)
                                .with("Content-Disposition", "inline; filename=\"" + name + ".pdf\""))
                .with("Content-Language", language.getLanguage())
                .with("Vary", "Accept");
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
