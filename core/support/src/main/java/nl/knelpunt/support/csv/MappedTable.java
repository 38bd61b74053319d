package nl.knelpunt.support.csv;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.support.csv.CsvMapping.About;
import nl.knelpunt.support.csv.CsvMapping.Content;
import nl.knelpunt.support.csv.CsvMapping.Given;
import nl.knelpunt.support.csv.CsvMapping.Only;
import nl.knelpunt.support.csv.CsvMapping.PlaceColumns;
import nl.knelpunt.support.text.Texts;

/** One table on its way into drafts. */
final class MappedTable {

    private static final int LONGEST_ID = 200;

    private static final Text NO_SIGNAL = new Text(
            "Geen enkele regel van deze tabel is een signaal volgens de koppeltabel (\"only\").",
            "No row of this table is a signal by the mapping (\"only\").");
    private static final Text NO_WORD = new Text(
            "Deze code heeft geen omschrijving in de koppeltabel (\"words\"). Zet de code erbij.",
            "This code has no words in the mapping (\"words\"). Add it there.");
    private static final Text NOT_OF_FORM = new Text(
            "Dit is niet het soort nummer of code dat de koppeltabel hier noemt (\"as\"). Verbeter de cel of maak haar leeg.",
            "This is not the kind of number or code that the mapping names here (\"as\"). Correct the cell or empty it.");
    private static final Text NO_POINT = new Text(
            "Lengtegraad (-180 tot 180) en breedtegraad (-90 tot 90) horen er allebei te staan, of geen van beide.",
            "Longitude (-180 to 180) and latitude (-90 to 90) are both to be there, or neither.");
    private static final Text LONG_ID = new Text(
            "Het kenmerk van deze regel is langer dan " + LONGEST_ID + " tekens.",
            "The id of this row is longer than " + LONGEST_ID + " characters.");

    private final Content mapping;
    private final CsvReader csv;

    MappedTable(Content mapping, CsvReader csv) {
        this.mapping = mapping;
        this.csv = csv;
    }

    void read(DraftSink drafts) throws MessageException, IOException {
        boolean any = false;
        while (csv.next()) {
            if (isSignal()) {
                drafts.accept(draft());
                any = true;
            }
        }
        if (!any) {
            throw csv.error(NO_SIGNAL);
        }
    }

    private boolean isSignal() throws MessageException {
        for (Only only : mapping.only()) {
            String cell = csv.text(only.column());
            if (only.in().stream().noneMatch(wanted -> wanted.equalsIgnoreCase(cell == null ? "" : cell))) {
                return false;
            }
        }
        return true;
    }

    private SignalDraft draft() throws MessageException {
        String id = filled(mapping.messageId());
        if (id != null && id.length() > LONGEST_ID) {
            throw csv.error(LONG_ID);
        }
        LocalDate date = mapping.date() == null ? null : csv.date(mapping.date(), mapping.dates());
        return new SignalDraft(
                id,
                new Observation(
                        what(),
                        date,
                        mapping.time() == null ? null : csv.time(mapping.time(), mapping.times()),
                        place(mapping.place()),
                        Texts.fitLine(filled(mapping.observedBy()))),
                subjects());
    }

    private String what() throws MessageException {
        List<String> lines = new ArrayList<>();
        for (Template line : mapping.what()) {
            String filled = filled(line);
            if (filled != null) {
                lines.add(filled);
            }
        }
        return lines.isEmpty() ? null : Texts.fit(Texts.withoutContact(String.join("\n", lines)));
    }

    private Place place(PlaceColumns columns) throws MessageException {
        if (columns == null) {
            return null;
        }
        Double longitude = degrees(columns.longitude(), 180);
        Double latitude = degrees(columns.latitude(), 90);
        if ((longitude == null) != (latitude == null)) {
            throw csv.error(longitude == null ? columns.longitude() : columns.latitude(), NO_POINT);
        }
        Place place = new Place(
                Texts.fitLine(filled(columns.description())),
                formed(columns.postcode(), Form.POSTCODE),
                Texts.fitLine(filled(columns.town())),
                formed(columns.municipality(), Form.MUNICIPALITY),
                longitude,
                latitude);
        return place.equals(new Place(null, null, null, null, null, null)) ? null : place;
    }

    private Double degrees(String column, int most) throws MessageException {
        BigDecimal number = column == null ? null : csv.decimal(column, mapping.decimalSign());
        if (number != null && number.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw csv.error(column, NO_POINT);
        }
        return number == null ? null : number.doubleValue();
    }

    private List<Subject> subjects() throws MessageException {
        List<Subject> subjects = new ArrayList<>();
        for (About about : mapping.subjects()) {
            List<Value> data = new ArrayList<>();
            for (Given given : about.data()) {
                String content = given.form() == Form.TEXT
                        ? Texts.fit(filled(given.text()))
                        : formed(given.text().columns().iterator().next(), given.form());
                if (content != null) {
                    data.add(new Value(given.category(), given.field(), content));
                }
            }
            if (!data.isEmpty()) {
                subjects.add(new Subject(about.kind(), data));
            }
        }
        return subjects;
    }

    private String formed(String column, Form form) throws MessageException {
        String text = column == null ? null : csv.text(column);
        if (text == null) {
            return null;
        }
        return form.of(text).orElseThrow(() -> csv.error(column, NOT_OF_FORM));
    }

    private String filled(Template template) throws MessageException {
        return template == null ? null : template.fill(this::word);
    }

    private String word(String column) throws MessageException {
        String text = csv.text(column);
        Map<String, String> words = mapping.words().get(column);
        if (text == null || words == null) {
            return text;
        }
        String word = words.get(text);
        if (word == null) {
            throw csv.error(column, NO_WORD);
        }
        return word;
    }
}
