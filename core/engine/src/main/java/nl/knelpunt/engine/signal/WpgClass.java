package nl.knelpunt.engine.signal;

/** Under which article of the Wet politiegegevens police data are processed. */
public enum WpgClass {
    ARTICLE_8,
    ARTICLE_9,
    ARTICLE_10_1_A,
    /** Never for a RIEC (G13, G28). */
    ARTICLE_10_1_B,
    ARTICLE_10_1_C,
    /** Informants: never for a RIEC (G13, G28). */
    ARTICLE_12,
    ARTICLE_13,
    /** Removed, kept for complaints only: never (G28). */
    ARTICLE_14
}
