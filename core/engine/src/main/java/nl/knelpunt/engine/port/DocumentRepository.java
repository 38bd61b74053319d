package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.document.Document;
import org.osgi.annotation.versioning.ProviderType;

/** Issued documents and their numbers. Nothing is ever changed; what was issued goes with its dossier, its number never. */
@ProviderType
public interface DocumentRepository {

    Optional<Document> find(UUID id);

    Optional<byte[]> content(UUID id, Document.Format format);

    void insert(Document document, byte[] pdf, byte[] html);

    /** Oldest first. */
    List<Document> ofKnelpunt(UUID knelpunt, UUID after, int limit);

    /** How many of a kind a knelpunt has. */
    int count(UUID knelpunt, Document.Kind kind);

    /** How many of a knelpunt have this letter in their number. */
    int count(UUID knelpunt, String letter);

    /** What a dossier is called in the numbers of its documents; empty before the first. */
    Optional<String> nameOf(UUID dossier);

    void name(UUID dossier, String name);

    /** The last number of a series, 0 before the first. */
    long last(String series);

    void setLast(String series, long number);

    /** Destroys the bytes and titles of those of a knelpunt, and says how many: number, kind, day and digests stay. */
    int destroyContentOf(UUID knelpunt);
}
