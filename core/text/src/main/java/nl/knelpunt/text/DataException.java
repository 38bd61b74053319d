package nl.knelpunt.text;

/** A line of a data file that can't be used. */
final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param place file and line
     * @param mistake what is wrong and what is right, in English
     */
    DataException(String place, String mistake) {
        super(place + ": " + mistake);
    }
}
