package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/** Under which article of the Wet politiegegevens police data are processed. */
public enum WpgClass {
    /** Daily police task. */
    ARTICLE_8("artikel 8 Wpg", "article 8 Wpg"),
    /** An investigation. */
    ARTICLE_9("artikel 9 Wpg", "article 9 Wpg"),
    /** Who is involved in serious crime. */
    ARTICLE_10_1_A("artikel 10, eerste lid, onder a, Wpg", "article 10(1)(a) Wpg"),
    /** Never for a RIEC. */
    ARTICLE_10_1_B("artikel 10, eerste lid, onder b, Wpg", "article 10(1)(b) Wpg"),
    /** Acts that gravely breach public order. */
    ARTICLE_10_1_C("artikel 10, eerste lid, onder c, Wpg", "article 10(1)(c) Wpg"),
    /** Informants: never for a RIEC. */
    ARTICLE_12("artikel 12 Wpg", "article 12 Wpg"),
    /** Supporting tasks, such as identifying and recognising. */
    ARTICLE_13("artikel 13 Wpg", "article 13 Wpg"),
    /** Removed, kept for complaints only: never for a RIEC. */
    ARTICLE_14("artikel 14 Wpg", "article 14 Wpg");

    private final Text label;

    WpgClass(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read, in the words of the law where it has them. */
    public Text label() {
        return label;
    }
}
