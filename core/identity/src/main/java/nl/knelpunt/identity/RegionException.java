package nl.knelpunt.identity;

import java.util.Objects;
import nl.knelpunt.api.Text;

/** A mistake in the region's file: where it stands and what to do about it. */
final class RegionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /**
     * @param place within the file: a path, or line and column
     */
    RegionException(Text place, Text reason) {
        super(place.en() + ": " + reason.en());
        this.reason =
                new Text(place.nl() + ": " + Objects.requireNonNull(reason).nl(), place.en() + ": " + reason.en());
    }

    RegionException(String place, Text reason) {
        this(new Text(place, place), reason);
    }

    Text reason() {
        return reason;
    }
}
