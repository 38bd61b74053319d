package nl.knelpunt.text;

import org.tartarus.snowball.ext.DutchStemmer;

/** The stem that all inflections of a Dutch word share. For one thread. */
final class Stems {

    /** No Dutch word that matters is longer; a longer one is a wall of characters. */
    static final int LONGEST = 60;

    private final DutchStemmer stemmer = new DutchStemmer();

    /**
     * @param word in lower case and without accents
     */
    String stem(String word) {
        if (word.length() > LONGEST) {
            return word;
        }
        stemmer.setCurrent(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        // Snowball leaves "bedrijven" and "huizen" with the letter of the plural.
        if (stem.endsWith("v")) {
            return stem.substring(0, stem.length() - 1) + "f";
        }
        if (stem.endsWith("z")) {
            return stem.substring(0, stem.length() - 1) + "s";
        }
        return stem;
    }
}
