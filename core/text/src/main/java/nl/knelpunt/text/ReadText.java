package nl.knelpunt.text;

import java.util.List;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/**
 * A text as the finders see it.
 *
 * @param folded in plain characters
 * @param tokens its words
 * @param matches which words stand in which list
 */
record ReadText(Folded folded, List<Token> tokens, Matches matches) {

    /** A find, in the places of the text as it was given. */
    TextFind find(Kind kind, int from, int to) {
        return new TextFind(kind, folded.from(from), folded.to(to));
    }

    /**
     * Whether an entry of the list stands before this place.
     *
     * @param within at most this many words back; further back than a number or the end of a sentence is never looked
     */
    boolean named(int list, int place, int within) {
        int word = wordAt(place);
        for (int i = word - 1; i >= Math.max(0, word - within) && !(i + 1 < tokens.size() && ends(i + 1)); i--) {
            if (matches.starts(list, i)) {
                return true;
            }
            if (Folded.digit(tokens.get(i).word().charAt(0))) {
                return false;
            }
        }
        return false;
    }

    /** Whether an entry of the list is the word that begins at this place, or one space further. */
    boolean followed(int list, int place) {
        int at = folded.at(place) == ' ' ? place + 1 : place;
        int word = wordAt(at);
        return word < tokens.size() && tokens.get(word).from() == at && matches.starts(list, word);
    }

    private boolean ends(int word) {
        return tokens.get(word).before() == Token.Break.HARD;
    }

    /** The first word that ends after this place; the number of words if there is none. */
    private int wordAt(int place) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).to() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
