package nl.knelpunt.engine.analysis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.dossier.ShownDatum;

/**
 * That somebody took a selection out of the platform, and for what. What was in it is in the processing log.
 *
 * @param id UUIDv7
 * @param purpose in words
 * @param person who took it
 * @param restrictionsConfirmed this person confirmed then to keep to what suppliers restrict (H3) of what is in it
 */
public record Export(
        UUID id, UUID knelpunt, Format format, String purpose, UUID person, Instant at, boolean restrictionsConfirmed) {

    public enum Format {
        /** Places, for a map. */
        GEOJSON,
        /** Subjects and how they hang together, for a network. */
        GRAPHML,
        /** One line for each datum. */
        CSV
    }

    /**
     * What goes out; of the three that the format asks for, the others are null.
     *
     * @param withheld data and observations that a handling code of their source keeps from leaving
     */
    public record Content(
            Export export, List<ShownDatum> data, Network network, PlaceMap map, int frozen, int withheld) {

        /** Without the content, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Content[" + export.id() + "]";
        }
    }
}
