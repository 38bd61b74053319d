package nl.knelpunt.engine.document;

import java.util.List;
import java.util.Locale;

/**
 * What a document says, without how it looks. Of a preview it may hold what its reader may see of a person: to be shown,
 * never to be stored or logged.
 *
 * @param kind above the title, such as "aanwijzingsbesluit"
 * @param title of the knelpunt
 * @param number null of a draft
 * @param facts in short, above the text
 * @param sections in order
 * @param language in which it is said
 */
public record Composition(
        String kind, String title, String number, List<Fact> facts, List<Section> sections, Locale language) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    public Composition {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** In Dutch. */
    public Composition(String kind, String title, String number, List<Fact> facts, List<Section> sections) {
        this(kind, title, number, facts, sections, DUTCH);
    }

    public boolean isDraft() {
        return number == null;
    }

    public record Fact(String name, String value) {}

    public record Section(String heading, List<Block> blocks) {

        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    public sealed interface Block {}

    /** A text; an empty line begins another paragraph. */
    public record Words(String text) implements Block {}

    public record Points(List<String> items) implements Block {

        public Points {
            items = List.copyOf(items);
        }
    }

    /**
     * @param caption what is in it
     * @param head one per column
     * @param rows as wide as the head
     */
    public record Table(String caption, List<String> head, List<List<String>> rows) implements Block {

        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Without the words, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "Composition[" + sections.size() + " sections]";
    }
}
