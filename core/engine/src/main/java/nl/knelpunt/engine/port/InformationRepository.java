package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.rights.Information;
import org.osgi.annotation.versioning.ProviderType;

/** Who was informed, by knelpunt (AVG 14). */
@ProviderType
public interface InformationRepository {

    /** It counts from now on in the place of what was said before. */
    void insert(Information information);

    /** Of a knelpunt, the last one first. */
    List<Information> ofKnelpunt(UUID knelpunt);

    /** Knelpunten that are or were designated and of which nothing was said, in order of id. */
    List<UUID> missing(int limit);

    /** Those that count and are to be looked at anew by a day, what is due first before the rest. */
    List<Information> toBeReviewed(LocalDate day, int limit);

    /** In the place of what is stored under its id. */
    void update(Information information);
}
