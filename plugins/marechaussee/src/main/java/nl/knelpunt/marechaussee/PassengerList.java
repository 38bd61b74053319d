package nl.knelpunt.marechaussee;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.draft.Described;
import nl.knelpunt.support.text.CodeWords;
import nl.knelpunt.support.text.Texts;

/** What a passenger list says, on its way into a draft. */
final class PassengerList {

    /** More people than this are a flight, not a few persons that a signal is about: they are counted. */
    private static final int FEW = 25;

    private static final String CREW = "bemanningslid";
    private static final int LONGEST_ID = 35;
    private static final CodeWords WORDS = new CodeWords(PassengerList.class.getResourceAsStream("codes.properties"));
    private final String id;
    private String number;
    private String means;
    private String from;
    private String to;
    private LocalDate departureDay;
    private LocalTime departureTime;
    private LocalDate arrivalDay;
    private LocalTime arrivalTime;
    private boolean persons;
    private long travellers;
    private long crew;
    private Described person;
    private String document;
    private final List<Subject> people = new ArrayList<>();

    PassengerList(String sender, String interchange, String message) {
        this.id = "paxlst:" + fit(sender) + "/" + fit(interchange) + "/" + fit(message);
    }

    void journey(String voyage, String transport) {
        if (voyage != null) {
            number = fit(voyage);
        }
        if (transport != null) {
            means = fit(transport);
        }
    }

    /** 125 and 5 where the journey begins, 87, 60 and 61 where it ends. Behind the first person every place is about somebody, and is not read. */
    void place(String kind, String code) {
        if (persons) {
            return;
        }
        switch (kind == null ? "" : kind) {
            case "125", "5" -> from = fit(code);
            case "87", "61", "60" -> to = fit(code);
            default -> {
                // a country of a person, or a place on the way
            }
        }
    }

    void departure(LocalDate day, LocalTime time) {
        departureDay = day;
        departureTime = time;
    }

    void arrival(LocalDate day, LocalTime time) {
        arrivalDay = day;
        arrivalTime = time;
    }

    /** Whether this person is read: in a role that is known, and one of a few so far. Who sends the list is in none. */
    boolean begins(String role) {
        finish();
        String word = WORDS.find("role", role);
        if (word == null) {
            return false;
        }
        persons = true;
        if (word.equals(CREW)) {
            crew++;
        } else {
            travellers++;
        }
        if (travellers + crew > FEW) {
            people.clear();
            return false;
        }
        person = new Described(SubjectKind.PERSON).with(DataCategory.IDENTIFICATION, "rol", word);
        document = null;
        return true;
    }

    void name(String surname, String given, String middle) {
        person.with(DataCategory.IDENTIFICATION, "naam", Texts.joined(" ", given, middle, surname));
    }

    void born(LocalDate day) {
        if (person != null && day != null) {
            person.with(DataCategory.IDENTIFICATION, "geboortedatum", day.toString());
        }
    }

    /** The first travel document of a person; kinds of documents have one or two letters or digits. */
    void document(String kind, String text) {
        if (person != null && document == null && text != null && kind != null && kind.matches("[A-Z0-9]{1,2}")) {
            document = text;
            person.with(DataCategory.IDENTIFICATION, "documentnummer", text);
        }
    }

    SignalDraft draft() {
        finish();
        boolean arrived = arrivalDay != null;
        return new SignalDraft(
                id,
                new Observation(
                        Texts.fit(what()),
                        arrived ? arrivalDay : departureDay,
                        arrived ? arrivalTime : departureTime,
                        place().orElse(null),
                        null),
                people);
    }

    private void finish() {
        if (person != null) {
            person.subject().ifPresent(people::add);
            person = null;
        }
    }

    private Optional<Place> place() {
        String where = to == null ? from : to;
        return where == null
                ? Optional.empty()
                : Optional.of(new Place(
                        (to == null ? "vertrek uit " : "aankomst in ") + where,
                        null,
                        WORDS.find("port", where),
                        null,
                        null,
                        null));
    }

    private String what() {
        return Texts.joined(
                "\n",
                "Passagierslijst" + (number == null ? "" : " van reis " + number)
                        + (means == null ? "" : " (" + means + ")") + route() + ".",
                departureDay == null ? null : "Vertrek: " + Texts.day(departureDay) + ".",
                arrivalDay == null ? null : "Aankomst: " + Texts.day(arrivalDay) + ".",
                "Aantal reizigers: " + travellers + ". Aantal bemanningsleden: " + crew + ".",
                travellers + crew > FEW
                        ? "Op de lijst staan meer dan " + FEW
                                + " mensen. Zij zijn niet overgenomen. Noem zelf de personen waar het signaal over gaat."
                        : null);
    }

    private String route() {
        String ends = Texts.joined(" ", from == null ? null : "van " + from, to == null ? null : "naar " + to);
        return ends == null ? "" : ": " + ends;
    }

    private static String fit(String text) {
        return text == null || text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID);
    }
}
