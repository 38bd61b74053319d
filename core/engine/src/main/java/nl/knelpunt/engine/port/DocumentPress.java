package nl.knelpunt.engine.port;

import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.participant.Region;
import org.osgi.annotation.versioning.ProviderType;

/** Makes documents look as this RIEC wants them. Takes its time: never to be called within a transaction. */
@ProviderType
public interface DocumentPress {

    /** With which numbers of this RIEC begin, such as {@code NH}; quick. */
    String prefix(Region region);

    /** Tagged PDF/A, readable by everybody. */
    byte[] pdf(Composition composition, Region region);

    /** As one of the two. */
    default byte[] print(Composition composition, Region region, Document.Format format) {
        return format == Document.Format.PDF ? pdf(composition, region) : html(composition, region);
    }

    /** A whole page in UTF-8, without anything from elsewhere. */
    byte[] html(Composition composition, Region region);
}
