package nl.knelpunt.engine.document;

import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Documents of a knelpunt. Every method goes through the gate and throws what {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Documents {

    /** @param bytes as they were issued, in the format that was asked for */
    record ShownDocument(Document document, byte[] bytes) {}

    /** As it would be now, marked as a draft, with what the caller may see of whom it refers to. Nothing is kept. */
    byte[] preview(Call call, UUID knelpunt, Document.Kind kind, Document.Format format);

    /** Numbers and keeps it; the id in the answer is the document's. */
    Done issue(Call call, UUID knelpunt, Document.Kind kind);

    /** What was issued, oldest first. */
    Page<Document> list(Call call, UUID knelpunt, UUID after, int limit);

    /** Empty when this knelpunt has no such document. */
    Optional<ShownDocument> see(Call call, UUID knelpunt, UUID document, Document.Format format);
}
