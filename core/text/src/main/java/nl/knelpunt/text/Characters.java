package nl.knelpunt.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Writes any character as the plain one that it looks like, so that spelling can't hide a word. Immutable. */
final class Characters {

    private static final int MOST_PARTS = 4;

    private final Map<Character, String> alike = new HashMap<>();

    Characters() {
        for (DataFile.Line line : DataFile.lines("characters.txt")) {
            String[] pair = line.text().split(" ");
            if (pair.length != 2 || pair[0].length() != 1) {
                throw new DataException(line.place(), "give a character, a space and what it looks like");
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
                for (int p = 0; p < parts.length() && parts.length() <= MOST_PARTS; p++) {
                    add(folded, parts.charAt(p), i, next);
                }
            }
            i = next;
        }
        return folded.build();
    }

    String fold(char c) {
        return fold(String.valueOf(c)).toString();
    }

    private void add(Folded.Builder folded, char c, int from, int to) {
        String other = alike.get(c);
        if (other != null) {
            for (int i = 0; i < other.length(); i++) {
                folded.add(other.charAt(i), from, to);
            }
            return;
        }
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                // Invisible, or an accent: the letter alone counts.
            }
            case Character.DASH_PUNCTUATION -> folded.add('-', from, to);
            case Character.PARAGRAPH_SEPARATOR -> folded.add('\n', from, to);
            case Character.DECIMAL_DIGIT_NUMBER -> folded.add((char) ('0' + Character.digit(c, 10)), from, to);
            default -> folded.add(plain(c), from, to);
        }
    }

    private char plain(char c) {
        if (c == '\n' || c == '\r') {
            return c;
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
            return ' ';
        }
        return c < 128 && alike.containsKey(c) ? alike.get(c).charAt(0) : c;
    }
}
