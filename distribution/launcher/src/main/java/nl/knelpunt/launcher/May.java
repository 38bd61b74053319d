package nl.knelpunt.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;

/** {@code knelpunt may}: asks whether an act would be permitted, without doing it. */
final class May {

    private static final int MOST_BYTES = 1 << 20;

    private May() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var words = asked.words(1, 3, "may takes an act, and what it is about if it is about something");
        var question = Json.object().put("act", Asked.constant(words.get(0)));
        if (words.size() > 1) {
            question.put("object", words.get(1));
        }
        if (words.size() > 2) {
            question.put("part", words.get(2));
        }
        if (asked.has("input")) {
            question.set("input", input(asked.required("input")));
        }
        return Reach.running(asked.data(Home.current()), api -> {
            var decision = api.post("/v1/decisions", question).orFail();
            Main.OUT.println(asked.has("json") ? Json.line(decision) : text(decision));
            return decision.path("permitted").asBoolean() ? Main.DONE : Main.NOT_PERMITTED;
        });
    }

    private static ObjectNode input(String from) throws Failure, IOException {
        byte[] bytes;
        if (from.equals("-")) {
            bytes = System.in.readNBytes(MOST_BYTES + 1);
        } else {
            try (var file = Files.newInputStream(Asked.absolute(from))) {
                bytes = file.readNBytes(MOST_BYTES + 1);
            }
        }
        if (bytes.length > MOST_BYTES) {
            throw new Failure("The input is too large: at most " + MOST_BYTES + " bytes.");
        }
        try {
            if (Json.read(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Told below, without what it holds.
        }
        throw new Failure("The input is no JSON object.");
    }

    private static String text(JsonNode decision) {
        var refusals = decision.path("refusals");
        var text = new StringBuilder();
        if (decision.path("permitted").asBoolean()) {
            text.append(Texts.say("Dit mag.", "This is permitted."));
        } else if (refusals.size() == 1) {
            text.append(Texts.say("Dit mag niet, om deze reden:", "This is not permitted, for this reason:"));
        } else {
            text.append(Texts.say(
                    "Dit mag niet, om " + refusals.size() + " redenen:",
                    "This is not permitted, for " + refusals.size() + " reasons:"));
        }
        for (var refusal : refusals) {
            text.append("\n  ")
                    .append(refusal.path("rule").asText())
                    .append(" (")
                    .append(refusal.path("article").asText())
                    .append(
                            refusal.hasNonNull("field")
                                    ? "; " + refusal.path("field").asText()
                                    : "")
                    .append("): ")
                    .append(refusal.path("message").asText())
                    .append("\n    ")
                    .append(Texts.say("Wat u kunt doen: ", "What you can do: "))
                    .append(refusal.path("remedy").asText());
            if (refusal.path("rule").asText().equals("G49")) {
                text.append("\n    ").append(Secrecy.HOW);
            }
        }
        for (var obligation : decision.path("obligations")) {
            text.append("\n  ").append(obligation.path("text").asText());
        }
        var rules = decision.path("ruleSet");
        return text.append("\n")
                .append(Texts.say("Regels: ", "Rules: "))
                .append(rules.path("version").asText())
                .append(", ")
                .append(rules.path("date").asText())
                .toString();
    }
}
