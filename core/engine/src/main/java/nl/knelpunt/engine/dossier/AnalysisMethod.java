package nl.knelpunt.engine.dossier;

/** How data are analysed. All but the first is automated analysis, designated for no RIEC (Wgs 1.1, 2.18(2); G26). */
public enum AnalysisMethod {
    /** A person looks, selects and concludes. */
    BY_A_PERSON,
    /** Persons get a score. */
    SCORING,
    /** Persons are put in an order. */
    RANKING,
    /** A pattern is looked for among persons. */
    PATTERN_SEARCH,
    /** Any other analysis without human intervention. */
    AUTOMATED;

    public boolean isAutomated() {
        return this != BY_A_PERSON;
    }
}
