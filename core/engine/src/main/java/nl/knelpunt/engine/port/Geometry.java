package nl.knelpunt.engine.port;

import java.util.List;
import java.util.function.Predicate;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Area.Position;
import org.osgi.annotation.versioning.ProviderType;

/** What can be reckoned with areas on the map. Safe for all threads. */
@ProviderType
public interface Geometry {

    /**
     * The area as it is kept; may take a while, so not within a transaction: outlines against the clock and holes with it, as RFC 7946 has it.
     *
     * @throws nl.knelpunt.engine.gate.InvalidException with the place, when an outline crosses or touches itself, a hole lies outside its
     *     outline, parts overlap, or a position lies outside the Netherlands and its waters
     */
    Area checked(Area drawn);

    /**
     * One area of several that were checked: where they overlap or touch, they become one polygon, so that it is sound too.
     *
     * @return null when it has more positions than an area may have
     */
    Area united(List<Area> areas);

    /** Whether positions lie in the area or on its edge; prepared once, for many positions. */
    Predicate<Position> within(Area area);
}
