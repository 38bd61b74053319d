package nl.knelpunt.text;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.text.Token.Break;

/**
 * One line of {@code rules.txt}.
 *
 * @param find false for a look-alike
 * @param first element with which the find begins
 * @param last element with which it ends
 */
record Rule(Kind kind, boolean find, List<Element> elements, int first, int last) {

    /** The words of a text that a rule fits, by element; -1 where an element took none. */
    private final class Fit {

        private final List<Token> text;
        private final Matches matches;
        private final int[] from = new int[elements.size()];
        private final int[] to = new int[elements.size()];

        private Fit(List<Token> text, Matches matches) {
            this.text = text;
            this.matches = matches;
        }

        private boolean from(int element, int word) {
            if (element == elements.size()) {
                return true;
            }
            from[element] = -1;
            Element wanted = elements.get(element);
            if (wanted instanceof Element.Words words) {
                return words(words, element, word) || words.optional() && from(element + 1, word);
            }
            if (wanted instanceof Element.Gap gap) {
                return gap(gap, element, word);
            }
            return (word == text.size() || text.get(word).before() != Break.NONE) && from(element + 1, word);
        }

        private boolean words(Element.Words words, int element, int word) {
            if (word == text.size() || element > 0 && !joins(element, word)) {
                return false;
            }
            for (int end = matches.end(words.lists(), word, Integer.MAX_VALUE);
                    end > 0;
                    end = matches.end(words.lists(), word, end)) {
                from[element] = word;
                to[element] = end;
                if (from(element + 1, end)) {
                    return true;
                }
            }
            from[element] = -1;
            return false;
        }

        private boolean gap(Element.Gap gap, int element, int word) {
            for (int end = word; end < text.size() && end <= word + gap.most(); end++) {
                if (text.get(end).before() == Break.HARD) {
                    return false;
                }
                if (from(element + 1, end)) {
                    return true;
                }
                if (gap.without() >= 0 && matches.starts(gap.without(), end)) {
                    return false;
                }
            }
            return false;
        }

        private boolean joins(int element, int word) {
            Break before = text.get(word).before();
            return before == Break.NONE || before == Break.SOFT && elements.get(element - 1) instanceof Element.Gap;
        }
    }

    /**
     * Gives the finds of this rule.
     *
     * @param decided words that an earlier rule of this kind has decided; this rule adds its own
     * @param found takes first word and word after the last
     */
    void apply(List<Token> text, Matches matches, BitSet decided, Consumer<int[]> found) {
        BitSet starts = matches.starts(((Element.Words) elements.get(0)).lists());
        for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            Fit fit = new Fit(text, matches);
            if (fit.from(0, start)) {
                decide(fit, decided, found);
            }
        }
    }

    private void decide(Fit fit, BitSet decided, Consumer<int[]> found) {
        int from = Integer.MAX_VALUE;
        int to = -1;
        for (int e = first; e <= last; e++) {
            if (elements.get(e) instanceof Element.Words && fit.from[e] >= 0) {
                from = Math.min(from, fit.from[e]);
                to = fit.to[e];
            }
        }
        int next = decided.nextSetBit(from);
        if (find) {
            if (next < 0 || next >= to) {
                decided.set(from, to);
                found.accept(new int[] {from, to});
            }
            return;
        }
        for (int e = first; e <= last; e++) {
            if (elements.get(e) instanceof Element.Words && fit.from[e] >= 0) {
                decided.set(fit.from[e], fit.to[e]);
            }
        }
    }
}
