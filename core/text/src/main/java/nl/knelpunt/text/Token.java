package nl.knelpunt.text;

/**
 * A word.
 *
 * @param word as it stands in the folded text
 * @param lower in lower case
 * @param stem see {@link Stems}
 * @param from first character in the folded text
 * @param to character after the last
 * @param before what stands between the word before it and this one
 */
record Token(String word, String lower, String stem, int from, int to, Break before) {

    /** What parts two words. */
    enum Break {
        NONE,
        /** A comma, a bracket, a dash: the sentence goes on, a phrase doesn't. */
        SOFT,
        /** The end of a sentence. */
        HARD
    }
}
