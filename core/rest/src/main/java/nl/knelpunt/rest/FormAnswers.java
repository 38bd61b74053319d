package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.plugin.SignalForm;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.text.Confirmation;
import nl.knelpunt.engine.text.TextFind;
import nl.knelpunt.rest.SignalShapes.NewSignal;

/**
 * Answers to a form of a plugin: held against the form's schema, and written where the form says that each goes. Of several answers
 * with the same field of the draft the first begins the text, and each other gets a line with its question.
 */
final class FormAnswers {

    /** Path of an answer: this and the name of its question. */
    private static final String ANSWERS = "answers.";

    private static final Text YES = new Text("ja", "yes");
    private static final Text NO = new Text("nee", "no");

    /**
     * An answer within a field of the draft.
     *
     * @param from where it begins in the text of that field
     */
    private record Line(String question, int from, String answer) {

        boolean holds(TextFind place) {
            return place.from() >= from && place.to() <= from + answer.length();
        }
    }

    /** An answer that becomes a datum; those with the same subject are about the same one. */
    record Given(
            String question, String subject, SubjectKind kind, DataCategory category, String field, String content) {

        /** Without the content. */
        @Override
        public String toString() {
            return "Given[" + question + "]";
        }
    }

    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private final Map<String, Text> labels = new HashMap<>();
    private final List<Given> data = new ArrayList<>();
    private final FieldErrors errors = new FieldErrors();
    private final Locale language;

    private FormAnswers(Locale language) {
        this.language = language;
    }

    /**
     * @param answers by the name of the question
     * @param language in which choices and questions become text
     * @throws UnfitAnswersException with every answer that the schema does not take
     */
    static FormAnswers of(SignalForm form, ObjectNode answers, Locale language) {
        FormAnswers taken = new FormAnswers(language);
        JsonNode schema = Json.schema(form.schema());
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> unknown = new TreeSet<>();
        answers.fieldNames().forEachRemaining(unknown::add);
        schema.path("properties").fields().forEachRemaining(question -> {
            unknown.remove(question.getKey());
            taken.take(question.getKey(), question.getValue(), answers.get(question.getKey()), required);
        });
        unknown.forEach(name ->
                taken.wrong(name, "Deze vraag staat niet in het formulier.", "This question is not in the form."));
        if (taken.errors.size() > 0) {
            throw new UnfitAnswersException(taken.errors.all());
        }
        return taken;
    }

    private void take(String name, JsonNode question, JsonNode answer, Set<String> required) {
        labels.put(name, both(question.path("knelpunt").path("label")));
        if (answer == null
                || answer.isNull()
                || answer.isTextual() && answer.asText().isBlank()) {
            if (required.contains(name)) {
                Text label = labels.get(name);
                errors.add(ANSWERS + name, "Vul in: " + label.nl(), "Fill in: " + label.en());
            }
            return;
        }
        int before = errors.size();
        String text = text(name, question, answer);
        if (errors.size() == before) {
            put(name, question.path("knelpunt"), text);
        }
    }

    /** What the answer says, as a text; what is wrong with it is noted. */
    private String text(String name, JsonNode question, JsonNode answer) {
        JsonNode hints = question.path("knelpunt");
        return switch (question.path("type").asText()) {
            case "boolean" -> {
                if (!answer.isBoolean()) {
                    wrong(name, "Hier hoort true of false.", "True or false belongs here.");
                }
                yield (answer.asBoolean() ? YES : NO).in(language);
            }
            case "integer", "number" -> number(name, question, answer);
            default -> {
                if (!answer.isTextual()) {
                    wrong(name, "Hier hoort een tekst.", "A text belongs here.");
                    yield "";
                }
                String said = answer.asText().strip();
                checkText(name, question, said);
                JsonNode label = hints.path("options").path(said);
                yield label.isObject() ? in(label) : said;
            }
        };
    }

    private String number(String name, JsonNode question, JsonNode answer) {
        boolean whole = question.path("type").asText().equals("integer");
        if (!answer.isNumber() || whole && !answer.canConvertToExactIntegral()) {
            wrong(
                    name,
                    whole ? "Hier hoort een geheel getal." : "Hier hoort een getal.",
                    whole ? "A whole number belongs here." : "A number belongs here.");
            return "";
        }
        BigDecimal number = answer.decimalValue();
        if (question.has("minimum") && number.compareTo(question.get("minimum").decimalValue()) < 0) {
            wrong(name, "Minstens " + question.get("minimum") + ".", "At least " + question.get("minimum") + ".");
        }
        if (question.has("maximum") && number.compareTo(question.get("maximum").decimalValue()) > 0) {
            wrong(name, "Hoogstens " + question.get("maximum") + ".", "At most " + question.get("maximum") + ".");
        }
        return number.toPlainString();
    }

    private void checkText(String name, JsonNode question, String text) {
        int most = Math.min(question.path("maxLength").asInt(NewDatum.MOST_CHARACTERS), NewDatum.MOST_CHARACTERS);
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            wrong(name, "Hoogstens " + most + " tekens.", "At most " + most + " characters.");
            return;
        }
        int least = question.path("minLength").asInt(0);
        if (length < least) {
            wrong(name, "Minstens " + least + " tekens.", "At least " + least + " characters.");
        }
        List<String> choices = new ArrayList<>();
        question.path("enum").forEach(choice -> choices.add(choice.asText()));
        if (!choices.isEmpty() && !choices.contains(text)) {
            String all = String.join(", ", choices);
            wrong(name, "Kies uit: " + all + ".", "Choose from: " + all + ".");
        }
        switch (question.path("format").asText()) {
            case "date" -> checkParsed(name, () -> LocalDate.parse(text), "2026-01-31");
            case "time" -> checkParsed(name, () -> LocalTime.parse(text), "23:15");
            default -> {
                // Any text.
            }
        }
        if (question.has("pattern")
                && !Pattern.compile(question.get("pattern").asText())
                        .matcher(text)
                        .find()) {
            wrong(name, "Zo kan dit niet geschreven zijn.", "It can't be written like this.");
        }
    }

    private void checkParsed(String name, Runnable parsing, String example) {
        try {
            parsing.run();
        } catch (DateTimeParseException e) {
            // Without the cause, which quotes the answer.
            wrong(name, "Schrijf het zo: " + example + ".", "Write it like this: " + example + ".");
        }
    }

    private void put(String name, JsonNode hints, String answer) {
        if (!hints.has("to")) {
            JsonNode datum = hints.path("datum");
            data.add(new Given(
                    name,
                    datum.path("subject").asText(),
                    SubjectKind.valueOf(datum.path("kind").asText()),
                    DataCategory.valueOf(datum.path("category").asText()),
                    datum.path("field").asText(),
                    answer));
            return;
        }
        String field = hints.path("to").asText();
        StringBuilder text = texts.computeIfAbsent(field, f -> new StringBuilder());
        boolean first = text.isEmpty();
        if (!first) {
            text.append('\n').append(in(hints.path("label"))).append(' ');
        }
        lines.computeIfAbsent(field, f -> new ArrayList<>()).add(new Line(name, text.length(), answer));
        text.append(answer).append(first ? "" : ".");
    }

    private String in(JsonNode text) {
        return both(text).in(language);
    }

    private static Text both(JsonNode text) {
        return new Text(text.path("nl").asText(), text.path("en").asText());
    }

    /** Named by its question, since errors are told together. */
    private void wrong(String name, String nl, String en) {
        Text label = labels.get(name);
        errors.add(
                ANSWERS + name, label == null ? nl : named(label.nl(), nl), label == null ? en : named(label.en(), en));
    }

    private static String named(String label, String sentence) {
        return label + (label.matches(".*[?:.]") ? " " : ": ") + sentence;
    }

    /** The draft that comes of them. */
    SignalContent content() {
        ObjectNode draft = Json.mapper().createObjectNode();
        texts.forEach((path, text) -> {
            String[] names = path.split("\\.");
            ObjectNode at = draft;
            for (int i = 0; i < names.length - 1; i++) {
                at = at.withObject("/" + names[i]);
            }
            at.put(names[names.length - 1], text.toString());
        });
        return Json.read(draft, NewSignal.class).content();
    }

    List<Given> data() {
        return data;
    }

    /** What somebody confirms of an answer, of the field in which it went. */
    Confirmation ofDraft(Confirmation confirmation) {
        for (Map.Entry<String, List<Line>> field : lines.entrySet()) {
            if (field.getValue().stream().anyMatch(l -> confirmation.field().equals(ANSWERS + l.question))) {
                return new Confirmation(field.getKey(), confirmation.kind(), confirmation.words());
            }
        }
        return confirmation;
    }

    /** The refusal, by the answers that it is about. */
    RefusedException ofAnswers(RefusedException refused) {
        return new RefusedException(
                refused.findings().stream().map(this::ofAnswers).toList());
    }

    private Finding ofAnswers(Finding finding) {
        List<Line> inField = lines.get(finding.field());
        if (inField == null) {
            return finding;
        }
        Line line = inField.stream()
                .filter(l -> finding.place() != null && l.holds(finding.place()))
                .findFirst()
                .orElse(null);
        TextFind place = line == null
                ? null
                : new TextFind(
                        finding.place().kind(),
                        finding.place().from() - line.from,
                        finding.place().to() - line.from);
        String question = (line == null ? inField.get(0) : line).question;
        return new Finding(
                finding.rule(), finding.article(), finding.message(), finding.remedy(), ANSWERS + question, place);
    }

    /** A refusal of one answer that became a datum. */
    static RefusedException of(Given given, RefusedException refused) {
        return new RefusedException(refused.findings().stream()
                .map(f -> new Finding(
                        f.rule(), f.article(), f.message(), f.remedy(), ANSWERS + given.question, f.place()))
                .toList());
    }
}
