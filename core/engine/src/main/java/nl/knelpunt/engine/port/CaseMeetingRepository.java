package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.consultation.CaseMeeting;
import org.osgi.annotation.versioning.ProviderType;

@ProviderType
public interface CaseMeetingRepository {

    Optional<CaseMeeting> find(UUID id);

    void insert(CaseMeeting meeting);

    /**
     * Writes it with {@code version + 1}.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version than {@code meeting}
     */
    void update(CaseMeeting meeting);

    /**
     * Of a consultation, in order of id, oldest first.
     *
     * @param after only ids after this one; null from the start
     */
    List<CaseMeeting> ofConsultation(UUID consultation, UUID after, int limit);

    /** Meetings with an agreement of this participant that is still open, by the nearest last day. */
    List<CaseMeeting> owing(String participant, int limit);

    /** Planned meetings, by date. */
    List<CaseMeeting> planned(int limit);

    /** Destroys those of a case consultation with their agreements, and says how many. */
    int destroyOf(UUID consultation);
}
