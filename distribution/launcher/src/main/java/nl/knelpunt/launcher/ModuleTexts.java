package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the commands on modules print. */
final class ModuleTexts {

    private ModuleTexts() {}

    static String list(JsonNode modules) {
        var text = new ArrayList<String>();
        for (var module : modules.path("items")) {
            text.add(one(module));
        }
        return text.isEmpty()
                ? "No module is known. Begin with: knelpunt modules trust, and knelpunt modules stage"
                : String.join("\n", text);
    }

    private static String one(JsonNode module) {
        var health = module.path("health");
        var text = new StringBuilder("%-20s %-52s %s"
                .formatted(
                        module.path("kind").asText(),
                        module.has("runs")
                                ? name(module.path("runs"))
                                : module.has("quarantine") ? "held; nothing runs" : "nothing runs; its data are frozen",
                        health.path("status").asText().toLowerCase(Locale.ROOT)));
        line(text, health.path("message").path(Texts.language()).asText(""));
        if (health.path("calls").asLong() > 0 || health.path("inFlight").asInt() > 0) {
            line(
                    text,
                    "%s calls, %.1f %% errors, median %s ms, 95 %% within %s ms, %s now"
                            .formatted(
                                    health.path("calls").asText(),
                                    health.path("errorRate").asDouble() * 100,
                                    health.path("medianMillis").asText(),
                                    health.path("tailMillis").asText(),
                                    health.path("inFlight").asText()));
        }
        if (module.has("swap")) {
            var swap = module.path("swap");
            line(
                    text,
                    (swap.path("ended").asBoolean() ? "last swap " : "swap under way ")
                            + swap.path("step")
                                    .asText()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' ') + " at "
                            + health.path("lastSwap").asText() + reason(swap));
        }
        for (var before : module.path("before")) {
            line(text, "can go back to " + name(before));
        }
        for (var left : module.path("left")) {
            line(
                    text,
                    left.path("name").asText() + " is not gone yet: "
                            + (left.path("gone").asBoolean()
                                    ? "its classes are still held in memory"
                                    : left.path("inFlight").asText() + " calls in it"));
        }
        for (var staged : module.path("staged")) {
            if (isNew(module, staged.path("digest").asText())) {
                line(text, "ready: " + name(staged));
            }
        }
        return text.toString();
    }

    private static String reason(JsonNode swap) {
        return swap.has("reason")
                ? ": " + swap.path("reason").path(Texts.language()).asText()
                : "";
    }

    private static boolean isNew(JsonNode module, String digest) {
        var known = new ArrayList<String>();
        known.add(module.path("wanted").path("digest").asText());
        module.path("before").forEach(b -> known.add(b.path("digest").asText()));
        return !known.contains(digest);
    }

    private static void line(StringBuilder text, String line) {
        if (!line.isBlank()) {
            text.append("\n  ").append(line);
        }
    }

    static String name(JsonNode generation) {
        if (generation.isMissingNode()) {
            return "nothing";
        }
        return (generation.path("id").asText("a jar that is gone") + " "
                                + generation.path("version").asText(""))
                        .strip()
                + " (" + Modules.brief(generation.path("digest")) + ")";
    }

    static String staged(JsonNode module) {
        return "lies ready for \"" + module.path("kind").asText() + "\": " + name(module) + ", "
                + (module.has("tck")
                        ? "with a receipt of TCK " + module.path("tck").asText()
                        : "without a receipt of the TCK")
                + ". See what it would do: knelpunt modules plan " + Modules.brief(module.path("digest"));
    }

    static String plan(JsonNode plan) {
        var text = new StringBuilder("Plan for \"" + plan.path("kind").asText() + "\": "
                + name(plan.path("from")) + " to " + name(plan.path("to")) + ", "
                + (plan.path("operation").asText().equals("REPLACE") ? "callers wait meanwhile" : "without a gap"));
        for (var refusal : plan.path("refusals")) {
            line(
                    text,
                    "NOT POSSIBLE: "
                            + refusal.path("reason").path(Texts.language()).asText());
            if (refusal.has("detail")) {
                line(text, "  " + refusal.path("detail").asText().replace("\n", "\n    "));
            }
        }
        for (var warning : plan.path("warnings")) {
            line(text, "look at this: " + warning.path(Texts.language()).asText());
        }
        lines(text, "newly processed, needs the RAC (G47): ", plan.path("newly"));
        lines(text, "setting changes: ", plan.path("changes"));
        lines(text, "also touched: ", plan.path("touched"));
        for (var frozen : plan.path("frozen")) {
            line(text, "frozen: " + frozen.path(Texts.language()).asText());
        }
        line(
                text,
                plan.path("canGoBack").asBoolean()
                        ? "can be turned back afterwards"
                        : "CAN'T be turned back afterwards");
        if (!plan.path("approvers").isEmpty()) {
            line(text, "approved by " + joined(plan.path("approvers")));
        }
        if (plan.path("possible").asBoolean()) {
            line(
                    text,
                    "carry it out with: knelpunt modules apply "
                            + plan.path("digest").asText());
        }
        return text.toString();
    }

    private static void lines(StringBuilder text, String before, JsonNode all) {
        for (var one : all) {
            line(text, before + one.asText());
        }
    }

    static String joined(JsonNode all) {
        List<String> texts = new ArrayList<>();
        all.forEach(one -> texts.add(one.asText()));
        return String.join(", ", texts);
    }

    static String step(String step, JsonNode swap) {
        var isFirst = !swap.path("from").isObject();
        var isRemoval = !swap.path("to").isObject();
        return switch (step) {
            case "APPROVED" -> "decided: " + name(swap.path("from")) + " to " + name(swap.path("to"));
            case "CANDIDATE" ->
                isFirst
                        ? "it runs, and takes no calls yet"
                        : "the new one runs beside the old one and takes no calls yet";
            case "SWITCHED" -> isRemoval ? "it takes no more calls" : "the new one takes the calls";
            case "DRAINED" -> {
                if (isRemoval) {
                    yield "nobody is in it any more";
                }
                yield isFirst ? "it is there" : "nobody is in the old one any more; the new one is on probation";
            }
            case "DONE" -> "done";
            case "ABORTED" -> "given up before the switch" + reason(swap);
            case "ROLLED_BACK" -> "turned back" + reason(swap);
            default -> step.toLowerCase(Locale.ROOT);
        };
    }

    static String signers(JsonNode signers) {
        var text = new ArrayList<String>();
        for (var signer : signers.path("items")) {
            text.add("%-40s %s%n  for %s, since %s%s"
                    .formatted(
                            signer.path("name").asText(),
                            signer.path("fingerprint").asText(),
                            joined(signer.path("kinds")),
                            signer.path("at").asText(),
                            signer.has("withdrawn")
                                    ? ", withdrawn " + signer.path("withdrawn").asText()
                                    : ""));
        }
        return text.isEmpty() ? "Nobody is trusted yet." : String.join("\n", text);
    }

    static String configuration(JsonNode configuration) {
        var text = new StringBuilder(name(configuration.path("runs")));
        for (var setting : configuration.path("settings")) {
            var value = setting.path("secret").asBoolean()
                    ? setting.path("configured").asBoolean() ? "(secret, set)" : "(secret, not set)"
                    : joined(setting.path("values"));
            line(
                    text,
                    "%-28s %-10s %s%s"
                            .formatted(
                                    setting.path("name").asText(),
                                    setting.path("type").asText(),
                                    value,
                                    setting.path("configured").asBoolean() ? "" : "  (default)"));
            line(
                    text,
                    "  "
                            + setting.path("description")
                                    .path(Texts.language())
                                    .asText(setting.path("label")
                                            .path(Texts.language())
                                            .asText()));
        }
        if (configuration.path("settings").isEmpty()) {
            line(text, "has nothing to configure");
        }
        return text.toString();
    }
}
