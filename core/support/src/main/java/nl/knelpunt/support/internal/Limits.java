package nl.knelpunt.support.internal;

/** What a message may ask of the reader, whatever its size. Real messages stay far below. */
public final class Limits {

    public static final int DEPTH = 100;
    public static final int TEXT = 100_000;
    public static final int NAME = 1_000;
    public static final int NUMBER = 40;

    /** Bytes of one piece of markup, such as a start tag with its attributes or a comment. */
    public static final int MARKUP = 1_000_000;

    /** Characters of one segment of EDIFACT. */
    public static final int SEGMENT = 100_000;

    private Limits() {}
}
