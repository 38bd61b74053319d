package nl.knelpunt.engine.rights;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the contact point and the consulted participants do with requests of data subjects (Bgs 1.1-1.3). Every method goes
 * through the gate and throws what {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface RightsRequests {

    /** Identifiers of one request. */
    int MOST_IDENTIFIERS = 20;

    /**
     * A request as the caller may see it: the contact point as a whole, a participant with its own consultation only.
     *
     * @param request without what others answered
     * @param own what the caller's participant supplied about the data subject
     */
    record ShownRequest(RightsRequest request, List<OwnDatum> own) {}

    /** A datum of the caller's own participant, by reference. */
    record OwnDatum(UUID id, UUID dossier, DataCategory category) {}

    /**
     * Registers a request and finds who supplied data about the person, in every dossier, frozen or not, but not in drafts: those
     * are their participant's own. Each identifier finds by itself.
     *
     * @param reference of the letter at the contact point; no personal data
     */
    Done register(Call call, RightsRequest.Kind kind, String reference, List<Identifier> identifiers);

    /** Requests that the caller may see, oldest first, without data. */
    Page<ShownRequest> list(Call call, UUID after, int limit);

    ShownRequest see(Call call, UUID request);

    /**
     * The caller's participant finds an exception, or none; none after it found one says that it lapsed.
     *
     * @param exception null for none
     * @param motivation null only without exception
     */
    Done answer(Call call, UUID request, RightsRequest.Restriction exception, String motivation);

    Done decide(Call call, UUID request, boolean granted, String text);
}
