package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.text.FilledText.Named;
import nl.knelpunt.engine.text.FilledText.State;
import nl.knelpunt.engine.text.Reference;
import nl.knelpunt.engine.text.References;

/**
 * References in what is issued: a document goes to readers of all kinds and is kept, so it says that somebody is meant, and where
 * who may know can look it up; never who.
 */
final class Footnotes {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final Transaction transaction;
    private final List<Reference> notes = new ArrayList<>();

    Footnotes(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The text with a number where somebody is meant. */
    String fill(String text) {
        return References.in(text).filled(this::note).in(DUTCH);
    }

    private Named note(Reference reference) {
        int number = notes.indexOf(reference) + 1;
        if (number == 0) {
            notes.add(reference);
            number = notes.size();
        }
        String note = (isAboutSomebody(reference) ? "betrokkene [" : "gegeven [") + number + "]";
        return Named.labelled(reference, State.HIDDEN, new Text(note, note));
    }

    private boolean isAboutSomebody(Reference reference) {
        return reference.to() == Reference.To.SUBJECT
                || transaction
                        .data()
                        .find(reference.id())
                        .filter(d -> d.category() == DataCategory.IDENTIFICATION)
                        .isPresent();
    }

    /** One line per note: what to look up in the dossier. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            Reference note = notes.get(i);
            lines.add("[" + (i + 1) + "] " + (note.to() == Reference.To.SUBJECT ? "betrokkene " : "gegeven ")
                    + note.id());
        }
        return lines;
    }

    /** The earliest last day of what is referred to; empty when nothing is, or all of it is gone. */
    Optional<LocalDate> destroyBy() {
        return notes.stream().flatMap(this::data).map(Datum::destroyBy).min(LocalDate::compareTo);
    }

    private Stream<Datum> data(Reference reference) {
        return reference.to() == Reference.To.DATUM
                ? transaction.data().find(reference.id()).stream()
                : transaction.data().about(reference.id()).stream();
    }
}
