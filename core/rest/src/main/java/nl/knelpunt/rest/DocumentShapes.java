package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON about documents; the documents themselves are files. */
final class DocumentShapes {

    private DocumentShapes() {}

    record NewDocument(@Mandatory Document.Kind kind) {}

    record DocumentView(
            UUID id,
            Document.Kind kind,
            String kindLabel,

            @JsonPropertyDescription("of this RIEC, such as NH-2026-HK-003-B2")
            String number,

            String title,
            Instant issued,
            UUID person,

            @JsonPropertyDescription("earliest last day of the data to which it refers; absent when it refers to none")
            LocalDate destroyBy,

            FileView pdf,
            FileView html,
            String href) {

        static DocumentView of(Document document, Locale language) {
            return new DocumentView(
                    document.id(),
                    document.kind(),
                    document.kind().label().in(language),
                    document.number(),
                    document.title(),
                    document.issued(),
                    document.person(),
                    document.destroyBy(),
                    FileView.of(document.pdf()),
                    FileView.of(document.html()),
                    DocumentResource.href(document.knelpunt()) + "/" + document.id());
        }
    }

    record FileView(
            @JsonPropertyDescription("SHA-256 of its bytes") String digest, int size) {

        static FileView of(Document.Digest digest) {
            return new FileView(digest.sha256(), digest.size());
        }
    }

    record DocumentList(List<DocumentView> items, Links links) {}
}
