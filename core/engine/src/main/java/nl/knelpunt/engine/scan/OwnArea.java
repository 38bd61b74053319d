package nl.knelpunt.engine.scan;

import java.time.Instant;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Area;

/**
 * An area that this RIEC delimits itself, such as a business park.
 *
 * @param code unique in this RIEC
 * @param name for people; no personal data
 * @param geometry on the map
 * @param person who brought it in last
 */
public record OwnArea(String code, String name, Area geometry, UUID person, Instant at) {

    /** In one import. */
    public static final int MOST = 500;
}
