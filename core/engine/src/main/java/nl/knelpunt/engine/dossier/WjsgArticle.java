package nl.knelpunt.engine.dossier;

/** Under which article of the Wet justitiële en strafvorderlijke gegevens the prosecution supplies (G29). */
public enum WjsgArticle {
    /** Justitiële gegevens. */
    ARTICLE_8B,
    /** Strafvorderlijke gegevens. */
    ARTICLE_39FA,
    /** Tenuitvoerleggingsgegevens. */
    ARTICLE_51CA
}
