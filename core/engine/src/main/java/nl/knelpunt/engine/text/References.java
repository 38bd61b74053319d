package nl.knelpunt.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that names persons only by {@link Reference}: taken apart, and put together again for one reader. Immutable. Any text
 * can be taken apart in time that grows with its length; braces that begin no reference are plain words.
 */
public final class References {

    private static final Pattern BEGIN = Pattern.compile("\\{(datum|subject):");
    private static final Pattern WHOLE =
            Pattern.compile("\\{(datum|subject):(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\}");

    private final List<Piece> pieces;
    private final int broken;

    private References(List<Piece> pieces, int broken) {
        this.pieces = List.copyOf(pieces);
        this.broken = broken;
    }

    /**
     * @param words as they stand there
     * @param reference that those words are; null of plain words
     */
    private record Piece(String words, Reference reference) {}

    /** @param text never null */
    public static References in(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        Matcher whole = WHOLE.matcher(text);
        int broken = -1;
        int done = 0;
        for (int from = 0; begin.find(from); ) {
            from = begin.end();
            if (whole.region(begin.start(), text.length()).lookingAt()) {
                if (begin.start() > done) {
                    pieces.add(new Piece(text.substring(done, begin.start()), null));
                }
                pieces.add(new Piece(whole.group(), reference(whole.group(1), whole.group(2))));
                done = whole.end();
                from = done;
            } else if (broken < 0) {
                broken = begin.start();
            }
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), null));
        }
        return new References(pieces, broken);
    }

    private static Reference reference(String to, String id) {
        return new Reference(Reference.To.valueOf(to.toUpperCase(Locale.ROOT)), UUID.fromString(id));
    }

    /** Every reference once, in order. */
    public List<Reference> all() {
        return pieces.stream()
                .filter(p -> p.reference != null)
                .map(Piece::reference)
                .distinct()
                .toList();
    }

    /** Where something begins as a reference and is none; -1 when nothing does. */
    public int broken() {
        return broken;
    }

    /** The text with what stands for each reference. */
    public FilledText filled(Function<Reference, FilledText.Named> as) {
        return new FilledText(pieces.stream()
                .<FilledText.Piece>map(p -> p.reference == null ? new FilledText.Words(p.words) : as.apply(p.reference))
                .toList());
    }

    /**
     * The text with a letter for every character of a reference, and as long as it was: an id is no number to be looked through.
     */
    public static String blanked(String text) {
        return text.indexOf('{') < 0
                ? text
                : WHOLE.matcher(text).replaceAll(m -> "x".repeat(m.group().length()));
    }
}
