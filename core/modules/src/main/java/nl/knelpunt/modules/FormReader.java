package nl.knelpunt.modules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.plugin.SignalForm;
import nl.knelpunt.modules.DescriptorReader.ParticipantFile;

/**
 * Reads one form for signals by hand: a flat JSON Schema of the answers in which each question says, under {@code knelpunt}, what it is called and
 * where its answer goes.
 */
final class FormReader {

    private static final int MOST_FORMS = 20;
    private static final int MOST_QUESTIONS = 60;

    /** Where an answer goes: fields of a draft, as {@code POST /v1/signals} names them. */
    static final Set<String> PLACES = Set.of(
            "title",
            "observation.what",
            "observation.date",
            "observation.time",
            "observation.place.description",
            "observation.place.postcode",
            "observation.place.town",
            "observation.place.municipality",
            "observation.observedBy",
            "criteria.indications");

    private static final Set<String> FILE = Set.of("title", "help", "schema");
    private static final Set<String> SCHEMA =
            Set.of("$schema", "type", "additionalProperties", "required", "properties");
    private static final Set<String> QUESTION =
            Set.of("type", "format", "enum", "minLength", "maxLength", "minimum", "maximum", "pattern", "knelpunt");
    private static final Set<String> HINTS = Set.of("label", "help", "options", "complete", "to", "datum");
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean");

    private final String file;
    private final ParticipantFile participant;
    private final Problems problems;
    private boolean sound = true;

    FormReader(String file, ParticipantFile participant, Problems problems) {
        this.file = file;
        this.participant = participant;
        this.problems = problems;
    }

    static List<String> files(JarFile jar, Problems problems) {
        List<String> files = jar.stream()
                .map(e -> e.getName())
                .filter(n -> n.startsWith(DescriptorReader.FORMS) && n.endsWith(".json"))
                .sorted()
                .toList();
        if (files.size() > MOST_FORMS) {
            problems.add(
                    DescriptorReader.FORMS,
                    "$",
                    "een module heeft hooguit " + MOST_FORMS + " formulieren",
                    "a plugin has at most " + MOST_FORMS + " forms");
            return List.of();
        }
        return files;
    }

    /** Empty when anything is wrong with it. */
    Optional<SignalForm> read(JsonNode form) {
        String name = file.substring(DescriptorReader.FORMS.length(), file.length() - ".json".length());
        if (!name.matches("[a-z0-9-]{1,64}")) {
            mistake(
                    "$",
                    "noem het bestand met hooguit 64 kleine letters, cijfers en streepjes",
                    "name the file with at most 64 lower case letters, digits and hyphens");
        }
        known(form, "$", FILE);
        Text title = bilingual(form.path("title"), "$.title");
        Text help = bilingual(form.path("help"), "$.help");
        schema(form.path("schema"));
        return sound
                ? Optional.of(
                        new SignalForm(name, title, help, form.get("schema").toString()))
                : Optional.empty();
    }

    private void schema(JsonNode schema) {
        known(schema, "$.schema", SCHEMA);
        if (!schema.path("type").asText().equals("object")) {
            mistake("$.schema.type", "hier hoort \"object\"", "is \"object\"");
        }
        if (!schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").asBoolean()) {
            mistake("$.schema.additionalProperties", "hier hoort false", "is false");
        }
        List<String> questions = names(schema.path("properties"));
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            mistake(
                    "$.schema.properties",
                    "een formulier heeft 1 tot " + MOST_QUESTIONS + " vragen",
                    "a form has 1 to " + MOST_QUESTIONS + " questions");
            return;
        }
        questions.forEach(q -> question(schema.path("properties").get(q), "$.schema.properties." + q));
        Set<String> required = new HashSet<>();
        for (JsonNode name : schema.path("required")) {
            if (!questions.contains(name.asText()) || !required.add(name.asText())) {
                mistake(
                        "$.schema.required",
                        "\"" + name.asText() + "\" is geen vraag, of staat er twee keer",
                        "\"" + name.asText() + "\" is no question, or stands here twice");
            }
        }
    }

    private void question(JsonNode question, String path) {
        known(question, path, QUESTION);
        if (!TYPES.contains(question.path("type").asText())) {
            oneOf(path + ".type", TYPES);
        }
        JsonNode hints = question.path("knelpunt");
        String at = path + ".knelpunt";
        known(hints, at, HINTS);
        bilingual(hints.path("label"), at + ".label");
        if (hints.has("help")) {
            bilingual(hints.path("help"), at + ".help");
        }
        for (JsonNode choice : question.path("enum")) {
            bilingual(hints.path("options").path(choice.asText()), at + ".options." + choice.asText());
        }
        if (hints.has("complete") && !hints.path("complete").isBoolean()) {
            mistake(at + ".complete", "hier hoort true of false", "true or false is expected here");
        }
        if (hints.has("to") == hints.has("datum")) {
            mistake(
                    at,
                    "zeg in \"to\" of in \"datum\" waar het antwoord heen gaat",
                    "say in \"to\" or in \"datum\" where the answer goes");
        } else if (hints.has("to")) {
            if (!PLACES.contains(hints.path("to").asText())) {
                oneOf(at + ".to", PLACES);
            }
        } else {
            datum(hints.path("datum"), at + ".datum");
        }
    }

    private void datum(JsonNode datum, String path) {
        known(datum, path, Set.of("subject", "kind", "category", "field"));
        Set<String> categories =
                participant.categories().stream().map(DataCategory::name).collect(Collectors.toSet());
        if (!categories.contains(datum.path("category").asText())) {
            mistake(
                    path + ".category",
                    "is een van die van " + DescriptorReader.PARTICIPANT + ": " + listed(categories),
                    "is one of those of " + DescriptorReader.PARTICIPANT + ": " + listed(categories));
        }
        Set<String> kinds = new TreeSet<>();
        for (SubjectKind kind : SubjectKind.values()) {
            kinds.add(kind.name());
        }
        if (!kinds.contains(datum.path("kind").asText())) {
            oneOf(path + ".kind", kinds);
        }
        for (String name : List.of("subject", "field")) {
            if (!datum.path(name).asText().matches("[a-z0-9-]{1,64}")) {
                mistake(
                        path + "." + name,
                        "gebruik hooguit 64 kleine letters, cijfers en streepjes",
                        "use at most 64 lower case letters, digits and hyphens");
            }
        }
    }

    private Text bilingual(JsonNode text, String path) {
        known(text, path, Set.of("nl", "en"));
        if (text.path("nl").asText().isBlank() || text.path("en").asText().isBlank()) {
            mistake(
                    path,
                    "een tekst heeft \"nl\" en \"en\" nodig, geen van beide leeg",
                    "a text needs both \"nl\" and \"en\", neither of them empty");
            return null;
        }
        return new Text(text.path("nl").asText(), text.path("en").asText());
    }

    private void known(JsonNode object, String path, Set<String> known) {
        if (!object.isObject()) {
            mistake(path, "hier hoort een object", "an object is expected here");
        }
        for (String name : names(object)) {
            if (!known.contains(name)) {
                mistake(
                        path + "." + name,
                        "dit veld is onbekend; bekend zijn " + listed(known),
                        "this field is unknown; known are " + listed(known));
            }
        }
    }

    private void oneOf(String path, Set<String> known) {
        mistake(path, "is een van " + listed(known), "is one of " + listed(known));
    }

    private void mistake(String path, String nl, String en) {
        sound = false;
        problems.add(file, path, nl, en);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String listed(Set<String> values) {
        return String.join(", ", new TreeSet<>(values));
    }
}
