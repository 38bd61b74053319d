package nl.knelpunt.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Writes any character as the plain one that it looks like, so that spelling can't hide a word. Immutable. */
final class Characters {

    private static final int MOST_PARTS = 4;

    private final Map<Character, String> alike = new HashMap<>();

    Characters(DataFiles files) {
        for (DataFiles.Line line : files.fixed("characters.txt")) {
            String[] pair = line.text().split(" ");
            if (pair.length != 2 || pair[0].length() != 1) {
                throw new DataException(
                        line.place(),
                        "geef een teken, een spatie en waar het op lijkt",
                        "give a character, a space and what it looks like");
            }
            alike.put(pair[0].charAt(0), pair[1]);
        }
    }

    Folded fold(String text) {
        Folded.Builder folded = new Folded.Builder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point < 128) {
                folded.add(plain((char) point), i, next);
            } else {
                String parts = Normalizer.normalize(text.substring(i, next), Normalizer.Form.NFKD);
                // Some signs stand for whole phrases; none of them is part of a word.
                if (parts.length() <= MOST_PARTS) {
                    int from = i;
                    parts.codePoints().forEach(part -> add(folded, part, from, next));
                }
            }
            i = next;
        }
        return folded.build();
    }

    private void add(Folded.Builder folded, int part, int from, int to) {
        switch (Character.getType(part)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                // Invisible, or an accent: the letter alone counts.
            }
            case Character.DASH_PUNCTUATION -> folded.add('-', from, to);
            case Character.PARAGRAPH_SEPARATOR -> folded.add('\n', from, to);
            case Character.DECIMAL_DIGIT_NUMBER -> folded.add((char) ('0' + Character.digit(part, 10)), from, to);
            // Half a character, which ends the work of the word breaker, and scripts in which nobody writes Dutch.
            case Character.SURROGATE -> folded.add(' ', from, to);
            default -> {
                if (Character.isSupplementaryCodePoint(part)) {
                    folded.add(' ', from, to);
                } else if (alike.containsKey((char) part)) {
                    alike.get((char) part).chars().forEach(c -> folded.add((char) c, from, to));
                } else {
                    folded.add(plain((char) part), from, to);
                }
            }
        }
    }

    private char plain(char c) {
        if (c == '\n') {
            return c;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
            return ' ';
        }
        return c < 128 && alike.containsKey(c) ? alike.get(c).charAt(0) : c;
    }
}
