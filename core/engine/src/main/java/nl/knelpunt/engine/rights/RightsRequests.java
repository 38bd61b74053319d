package nl.knelpunt.engine.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.document.Document;
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
     * A request as the contact point puts it in.
     *
     * @param reference of the letter at the contact point; no personal data
     * @param wish what is asked, in words; no personal data. May be null
     * @param identity how it was made sure who asks
     */
    record NewRequest(
            RightsRequest.Kind kind,
            String reference,
            String wish,
            RightsRequest.Check identity,
            List<Identifier> identifiers) {

        public NewRequest {
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * A request as the caller may see it: the contact point as a whole, a participant with its own consultation only.
     *
     * @param request without what others answered
     * @param ambiguous whether what was found is only possibly about who asks
     * @param own what the caller's participant supplied about the data subject
     * @param found where the person is known; null for who is not the contact point, and in a list
     */
    record ShownRequest(RightsRequest request, boolean ambiguous, List<OwnDatum> own, Found found) {}

    /**
     * Where the person is known, without saying which dossiers those are.
     *
     * @param data about the person, all together
     * @param recipients that were given a result that rests on them, by name (AVG 19)
     */
    record Found(int signals, int knelpunten, int data, List<String> recipients) {}

    /** A datum of the caller's own participant, by reference. */
    record OwnDatum(UUID id, UUID dossier, DataCategory category) {}

    /**
     * The answer to the data subject, composed from the decision; says only what may be told.
     *
     * @param handler name of the participant that took over from the contact point; null when none did
     * @param grounds of a refusal that may be told
     * @param told what is known about the person; only of access that was granted
     * @param recipients that were given a result that rests on it, by name; only of access that was granted
     * @param remedies what the person can do
     */
    record Letter(
            RightsRequest request,
            String riec,
            String handler,
            List<RightsRequest.Restriction> grounds,
            List<ToldDatum> told,
            List<String> recipients,
            List<Text> remedies) {

        /** Without content, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Letter[" + request.id() + "]";
        }
    }

    /**
     * @param supplier name of the participant
     * @param since when it was first processed
     * @param destroyBy last day on which it may exist
     */
    record ToldDatum(
            DataCategory category,
            String field,
            String content,
            String supplier,
            LocalDate since,
            LocalDate destroyBy) {

        @Override
        public String toString() {
            return "ToldDatum[" + category + "]";
        }
    }

    /**
     * Registers a request and finds who supplied data about the person, in every dossier, frozen or not, but not in drafts: those
     * are their participant's own. Each identifier finds by itself; what may be more than one person,
     * {@linkplain RightsRequest#isAmbiguous the participants tell apart}.
     */
    Done register(Call call, NewRequest request);

    /** Two months more (AVG 12(3)): within the first month, once, with the reasons that the data subject was told. */
    Done extend(Call call, UUID request, String reasons);

    /**
     * The caller's participant, one of those that are consulted, handles the request from now on instead of the contact point
     * (Bgs 1.2(4)).
     *
     * @param toldOn day on which the data subject was told
     */
    Done takeOver(Call call, UUID request, LocalDate toldOn);

    /** Requests that the caller may see, oldest first, without data. */
    Page<ShownRequest> list(Call call, UUID after, int limit);

    ShownRequest see(Call call, UUID request);

    /**
     * The caller's participant finds an exception, or none; none after it found one says that it lapsed. The same exception again
     * says that it still stands (Bgs 1.2(3)).
     *
     * @param finding with a motivation where there is an exception; with the data that are about who asks where there is none and
     *     the request is ambiguous
     */
    Done answer(Call call, UUID request, RightsRequest.Finding finding);

    /**
     * The contact point, or who took over from it, decides, and what it grants is carried through in every dossier: what is wrong is frozen until its supplier
     * mends it, what is to go is destroyed unless a hold keeps it.
     */
    Done decide(Call call, UUID request, boolean granted, String text);

    /** Of a request that was decided. */
    Letter letter(Call call, UUID request);

    /** That letter, printed; nothing of it is kept. */
    byte[] letter(Call call, UUID request, Document.Format format, Locale language);
}
