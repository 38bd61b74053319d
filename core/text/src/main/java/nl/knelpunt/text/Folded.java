package nl.knelpunt.text;

import java.util.Arrays;

/** A text in plain characters that still knows where each of them stood. */
final class Folded implements CharSequence {

    private final char[] chars;
    private final int[] from;
    private final int[] to;

    private Folded(Builder builder) {
        chars = Arrays.copyOf(builder.chars, builder.length);
        from = Arrays.copyOf(builder.from, builder.length);
        to = Arrays.copyOf(builder.to, builder.length);
    }

    @Override
    public int length() {
        return chars.length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    /** A space outside the text, so that who looks for an edge needs no other test. */
    char at(int index) {
        return index < 0 || index >= chars.length ? ' ' : chars[index];
    }

    @Override
    public String subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    /** Where the character stood in the text as it was given. */
    int from(int index) {
        return from[index];
    }

    /** Where the character before this index ended in the text as it was given. */
    int to(int index) {
        return to[index - 1];
    }

    @Override
    public String toString() {
        return new String(chars);
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean alphanumeric(char c) {
        return digit(c) || Character.isLetter(c);
    }

    static final class Builder {

        private char[] chars;
        private int[] from;
        private int[] to;
        private int length;

        Builder(int size) {
            chars = new char[size + 16];
            from = new int[size + 16];
            to = new int[size + 16];
        }

        void add(char c, int start, int end) {
            if (length == chars.length) {
                chars = Arrays.copyOf(chars, 2 * length);
                from = Arrays.copyOf(from, 2 * length);
                to = Arrays.copyOf(to, 2 * length);
            }
            chars[length] = c;
            from[length] = start;
            to[length++] = end;
        }

        Folded build() {
            return new Folded(this);
        }
    }
}
