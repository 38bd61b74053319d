package nl.knelpunt.engine.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;

/**
 * A text as one reader may see it now, in pieces. Holds personal data: to be shown, never to be stored or logged.
 *
 * @param pieces in order; none of an empty text
 */
public record FilledText(List<Piece> pieces) {

    public FilledText {
        pieces = List.copyOf(pieces);
    }

    /** A text that refers to nothing. */
    public static FilledText of(String words) {
        return new FilledText(words.isEmpty() ? List.of() : List.of(new Words(words)));
    }

    public sealed interface Piece {

        String in(Locale locale);
    }

    /** What the writer wrote. */
    public record Words(String words) implements Piece {

        @Override
        public String in(Locale locale) {
            return words;
        }

        /** Without the words, so that a log or an exception can't hold them. */
        @Override
        public String toString() {
            return "Words";
        }
    }

    /** What became of a reference, for this reader. */
    public enum State {
        /** The value is shown. */
        SHOWN,
        /** It is there, and not for this reader. */
        HIDDEN,
        /** The reader may know of it, and for now nobody sees what it says. */
        FROZEN,
        /** It was destroyed. */
        DESTROYED
    }

    /**
     * @param reference as the text has it
     * @param value what it stands for; null unless shown
     * @param label what is read in its place; null when shown
     * @param destroyBy last day on which the value may be anywhere, a document included; null unless shown
     */
    public record Named(Reference reference, State state, String value, Text label, LocalDate destroyBy)
            implements Piece {

        public Named {
            Objects.requireNonNull(reference, "reference");
            if ((state == State.SHOWN) != (value != null) || (state == State.SHOWN) == (label != null)) {
                throw new IllegalArgumentException("A value is shown, or a label in its place");
            }
        }

        public static Named shown(Reference reference, String value, LocalDate destroyBy) {
            return new Named(reference, State.SHOWN, value, null, destroyBy);
        }

        public static Named labelled(Reference reference, State state, Text label) {
            return new Named(reference, state, null, label, null);
        }

        @Override
        public String in(Locale locale) {
            return value != null ? value : label.in(locale);
        }

        /** Without the value, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return reference + " " + state;
        }
    }

    /** As it is read. */
    public String in(Locale locale) {
        return pieces.stream().map(p -> p.in(locale)).collect(Collectors.joining());
    }

    /** The earliest last day of what is shown in it; empty when nothing is. */
    public Optional<LocalDate> destroyBy() {
        return pieces.stream()
                .filter(Named.class::isInstance)
                .map(p -> ((Named) p).destroyBy())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }

    /** Without the words, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "FilledText[" + pieces.size() + "]";
    }
}
