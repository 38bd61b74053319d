package nl.knelpunt.engine.analysis;

import java.util.List;
import nl.knelpunt.engine.dossier.Area;

/**
 * Places, as far as one analyst may see them, in WGS 84.
 *
 * @param places in order of the id of what they rest on
 * @param scope of the knelpunt, null when it is no area
 * @param frozen data that the analyst may know of and that nobody sees now: left out
 */
public record PlaceMap(List<MappedPlace> places, Area scope, int frozen) {

    public PlaceMap {
        places = List.copyOf(places);
    }

    /** @param text what was observed there, or the value of the datum */
    public record MappedPlace(Area.Position position, String text, Element source) {

        /** Without the text, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "MappedPlace[" + source + "]";
        }
    }
}
