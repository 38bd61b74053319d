package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.DocumentShapes.DocumentList;
import nl.knelpunt.rest.DocumentShapes.NewDocument;
import nl.knelpunt.rest.Shapes.Changed;

/** What is issued: decisions, the plan, evaluations. */
final class DocumentRoutes {

    static final String PDF = "application/pdf";

    private DocumentRoutes() {}

    static void addTo(RouteTable table, DocumentResource documents) {
        table.add(
                "documents",
                get(
                                "/knelpunten/{knelpunt}/preview",
                                "previewDocument",
                                "A proposal before the decision, or any document as it would be now: marked as a draft")
                        .guarded()
                        .does(Act.PREVIEW_DOCUMENT)
                        .query("kind", "which; PROPOSAL when absent", Document.Kind.class)
                        .answersFile(Answer.HTML, PDF)
                        .by(documents::preview),
                get("/knelpunten/{knelpunt}/documents", "listDocuments", "What was issued, oldest first")
                        .guarded()
                        .does(Act.SEE_DOCUMENT)
                        .paged()
                        .answers(200, DocumentList.class)
                        .by(documents::list),
                post(
                                "/knelpunten/{knelpunt}/documents",
                                "issueDocument",
                                "Numbers and keeps a document; it never changes any more")
                        .changes()
                        .does(Act.ISSUE_DOCUMENT)
                        .takes(NewDocument.class)
                        .answers(201, Changed.class)
                        .by(documents::issue),
                get(
                                "/knelpunten/{knelpunt}/documents/{document}",
                                "getDocument",
                                "A document as it was issued: HTML or PDF, as the Accept header says")
                        .guarded()
                        .does(Act.SEE_DOCUMENT)
                        .answersFile(Answer.HTML, PDF)
                        .by(documents::see));
    }
}
