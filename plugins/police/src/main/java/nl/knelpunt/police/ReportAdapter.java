package nl.knelpunt.police;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.json.JsonReader;
import nl.knelpunt.support.text.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * A report to the mayor (bestuurlijke rapportage) out of a system of the police: the answers to the form of that name, whose schema is
 * the message's too. What the checklist asks and the report leaves open is said in the draft.
 */
@Component
@Reads(format = "bestuurlijke-rapportage-json", mediaTypes = "application/json", fileEndings = "json")
public final class ReportAdapter implements SignalAdapter {

    /** Answers that become lines of the observation, in this order. */
    private static final List<Question> QUESTIONS = List.of(
            new Question("aanleiding", "Aanleiding", true),
            new Question("aangetroffen", "Aangetroffen", true),
            new Question("middel", "Soort drugs", true),
            new Question("hoeveelheid", "Hoeveelheid", false),
            new Question("goederen", "Goederen die erbij horen", false),
            new Question("wapens", "Wapens en munitie", false),
            new Question("overlast", "Meldingen van overlast", false),
            new Question("gevaar", "Gevaar voor de omgeving", false),
            new Question("openbare-orde", "Risico voor de openbare orde", false),
            new Question("verband", "Verband met andere panden of vondsten", false),
            new Question("antecedenten", "Antecedenten", false));

    private static final Map<String, String> SUBSTANCES = Map.of(
            "geen", "geen drugs",
            "hard", "harddrugs (lijst I)",
            "soft", "softdrugs (lijst II)",
            "beide", "hard- en softdrugs",
            "voorbereiding", "voorwerpen of stoffen voor productie");
    private static final Map<String, String> USES = Map.of(
            "woning", "woning",
            "bedrijf", "bedrijfsruimte",
            "horeca", "horeca",
            "opslag", "opslag of garagebox",
            "leeg", "leegstaand");

    private static final Text NO_CHOICE = new Text(
            "Dit is geen keuze van het formulier. De keuzes staan in het schema van het formulier.",
            "This is no choice of the form. The choices stand in the form's schema.");
    private static final Text NO_TIME =
            new Text("Hier wordt een tijd verwacht, zoals 22:15.", "A time is expected here, such as 22:15.");

    /** @param required without an answer it is no report */
    private record Question(String name, String label, boolean required) {}

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        JsonReader json = new JsonReader(message);
        json.each();
        while (json.next()) {
            drafts.accept(report(json));
        }
    }

    private static SignalDraft report(JsonReader json) throws MessageException, IOException {
        Map<String, String> answers = new HashMap<>();
        LocalDate date = null;
        LocalTime time = null;
        String municipality = null;
        json.object();
        while (json.next()) {
            String name = json.name();
            switch (name) {
                case "datum" -> date = json.date();
                case "tijd" -> time = time(json);
                case "gemeente" ->
                    municipality = Identifiers.municipality(json.string(20)).orElse(null);
                case "middel" -> put(answers, name, choice(json, SUBSTANCES));
                case "gebruik" -> put(answers, name, choice(json, USES));
                case "plaats", "postcode", "woonplaats", "waarnemer", "kenmerk", "eigenaar" ->
                    put(answers, name, json.string(200));
                case "aanleiding",
                        "aangetroffen",
                        "hoeveelheid",
                        "goederen",
                        "wapens",
                        "overlast",
                        "gevaar",
                        "openbare-orde",
                        "verband",
                        "antecedenten" -> put(answers, name, json.string());
            }
        }
        requireComplete(json, answers, date);
        return new SignalDraft(
                answers.get("kenmerk"),
                new Observation(
                        Texts.fit(Texts.withoutContact(inWords(answers, municipality))),
                        date,
                        time,
                        new Place(
                                answers.get("plaats"),
                                Identifiers.postcode(answers.get("postcode")).orElse(null),
                                answers.get("woonplaats"),
                                municipality,
                                null,
                                null),
                        answers.get("waarnemer")),
                premises(answers));
    }

    private static void requireComplete(JsonReader json, Map<String, String> answers, LocalDate date)
            throws MessageException {
        String missing = Stream.concat(
                        QUESTIONS.stream().filter(Question::required).map(Question::name), Stream.of("plaats", "datum"))
                .filter(name -> name.equals("datum") ? date == null : answers.get(name) == null)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw json.error(
                    new Text("In deze rapportage ontbreekt: " + missing + ".", "This report lacks: " + missing + "."));
        }
    }

    private static String inWords(Map<String, String> answers, String municipality) {
        String lines = QUESTIONS.stream()
                .filter(q -> answers.containsKey(q.name))
                .map(q -> q.label + ": " + answers.get(q.name))
                .collect(Collectors.joining("\n"));
        String open = Stream.concat(
                        QUESTIONS.stream()
                                .filter(q -> !answers.containsKey(q.name))
                                .map(q -> q.label.toLowerCase(Locale.ROOT)),
                        Stream.of(
                                        municipality == null ? "gemeentecode" : null,
                                        answers.containsKey("waarnemer") ? null : "eenheid die het zag")
                                .filter(name -> name != null))
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? lines : lines + "\nNog open: " + open + ".";
    }

    private static List<Subject> premises(Map<String, String> answers) {
        List<Value> data = Stream.of(
                        value(answers, "gebruik", DataCategory.HOUSING),
                        value(answers, "eigenaar", DataCategory.CADASTRAL))
                .filter(v -> v != null)
                .toList();
        return data.isEmpty() ? List.of() : List.of(new Subject(SubjectKind.OBJECT, data));
    }

    private static Value value(Map<String, String> answers, String field, DataCategory category) {
        return answers.containsKey(field) ? new Value(category, field, answers.get(field)) : null;
    }

    private static String choice(JsonReader json, Map<String, String> choices) throws MessageException, IOException {
        String given = json.string(50);
        if (given != null && !choices.containsKey(given)) {
            throw json.error(NO_CHOICE);
        }
        return choices.get(given == null ? "" : given);
    }

    private static LocalTime time(JsonReader json) throws MessageException, IOException {
        String given = json.string(20);
        try {
            return given == null ? null : LocalTime.parse(given);
        } catch (DateTimeException e) {
            throw json.error(NO_TIME);
        }
    }

    private static void put(Map<String, String> answers, String name, String answer) {
        if (answer != null) {
            answers.put(name, answer);
        }
    }
}
