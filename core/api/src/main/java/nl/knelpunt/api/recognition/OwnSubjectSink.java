package nl.knelpunt.api.recognition;

import nl.knelpunt.api.adapter.MessageException;
import org.osgi.annotation.versioning.ProviderType;

/** Takes what identifies a participant's own subjects, and forgets it at once. Valid only during the call that got it. */
@ProviderType
public interface OwnSubjectSink {

    /**
     * What identifies one subject, in clear. It is hashed on the spot.
     *
     * @param identifier in whatever form {@link IdentifierKind#normal} understands; of another form it is like nothing
     * @throws MessageException the list holds more than the platform takes
     */
    void accept(IdentifierKind kind, String identifier) throws MessageException;

    /**
     * The same, hashed by the participant itself: HMAC-SHA-256 over the code of the kind, a line feed and the normal form,
     * under its key of a period.
     *
     * @param period of the key, as the platform names it
     * @param hash 32 bytes, not to be changed afterwards
     * @return false when there is no such key, or not any more: the list is to be made anew
     * @throws MessageException the list holds more than the platform takes
     */
    boolean acceptHash(String period, byte[] hash) throws MessageException;
}
