package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.text.FilledText;
import nl.knelpunt.engine.text.Reference;

/** The JSON of texts that refer to data. */
final class TextShapes {

    private TextShapes() {}

    record FilledTextView(
            @JsonPropertyDescription("as you may read it now, with labels for what you may not see")
            String text,

            @JsonPropertyDescription(
                    "as it was written, with {datum:ID} and {subject:ID}; to be sent back when it is changed")
            String written,

            @JsonPropertyDescription("what in the text stands for a reference, in order")
            List<ReferenceView> references) {

        /** @param filled null gives null */
        static FilledTextView of(FilledText filled, Locale language) {
            if (filled == null) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            StringBuilder written = new StringBuilder();
            List<ReferenceView> references = new ArrayList<>();
            for (FilledText.Piece piece : filled.pieces()) {
                String words = piece.in(language);
                if (piece instanceof FilledText.Named named) {
                    references.add(new ReferenceView(
                            named.reference().to(),
                            named.reference().id(),
                            named.state(),
                            text.length(),
                            text.length() + words.length()));
                    written.append(named.reference());
                } else {
                    written.append(words);
                }
                text.append(words);
            }
            return new FilledTextView(text.toString(), written.toString(), references);
        }

        @Override
        public String toString() {
            return "FilledTextView";
        }
    }

    /** One reference, wherever it stands in the texts of something. */
    record NamedView(
            @JsonPropertyDescription("as it stands in the texts")
            String reference,

            FilledText.State state,

            @JsonPropertyDescription("to be read in its place: the value, or a label")
            String text) {

        static List<NamedView> all(List<FilledText.Named> named, Locale language) {
            return named.stream()
                    .map(n -> new NamedView(n.reference().toString(), n.state(), n.in(language)))
                    .toList();
        }

        @Override
        public String toString() {
            return "NamedView[" + reference + "]";
        }
    }

    /** UTF-16 characters of the text: the first from 0, and the one after the last. */
    record ReferenceView(Reference.To to, UUID id, FilledText.State state, int from, int until) {}

    record ReadableView(
            @JsonPropertyDescription("of the text that refers to a datum or subject")
            String field,

            FilledTextView text) {

        static List<ReadableView> all(Map<String, FilledText> readable, Locale language) {
            return readable.entrySet().stream()
                    .map(e -> new ReadableView(e.getKey(), FilledTextView.of(e.getValue(), language)))
                    .toList();
        }
    }
}
