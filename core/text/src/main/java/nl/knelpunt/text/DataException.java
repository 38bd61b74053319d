package nl.knelpunt.text;

import nl.knelpunt.api.Text;

/** A line of a data file that can't be used. */
final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /**
     * @param place file and line
     * @param mistake what is wrong and what is right; no capital, no full stop
     */
    DataException(DataFiles.Place place, Text mistake) {
        super(place + ": " + mistake.en());
        reason = new Text(place.text().nl() + ": " + mistake.nl(), place.text().en() + ": " + mistake.en());
    }

    DataException(DataFiles.Place place, String nl, String en) {
        this(place, new Text(nl, en));
    }

    Text reason() {
        return reason;
    }
}
