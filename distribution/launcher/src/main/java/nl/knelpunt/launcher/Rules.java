package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** {@code knelpunt rules}: of the running server, else of the installation. */
final class Rules {

    private Rules() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "rules takes no words, only options");
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            var rules = api.get("/v1/rules").orFail();
            Main.OUT.println(asked.has("json") ? Json.line(rules) : text(rules));
            return Main.DONE;
        });
    }

    private static String text(JsonNode rules) {
        var text = new StringBuilder(Texts.say("Regels ", "Rules "))
                .append(rules.path("version").asText())
                .append(Texts.say(" op ", " on "))
                .append(rules.path("date").asText());
        for (var rule : rules.path("items")) {
            text.append("\n\n")
                    .append(rule.path("id").asText())
                    .append(" (")
                    .append(kind(rule.path("kind").asText()))
                    .append("; ")
                    .append(rule.path("article").asText())
                    .append(")")
                    .append(rule.path("switchedOff").asBoolean() ? Texts.say(" UIT", " OFF") : "")
                    .append("\n  ")
                    .append(rule.path("message").path(Texts.language()).asText())
                    .append("\n  ")
                    .append(rule.path("remedy").path(Texts.language()).asText());
        }
        return text.toString();
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "STATUTORY" -> Texts.say("wet", "law");
            case "POLICY" -> Texts.say("werkwijze", "working method");
            default -> Texts.say("sector", "sector");
        };
    }
}
