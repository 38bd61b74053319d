package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code knelpunt policy}: what this RIEC decided for itself within the law. */
final class Policy {

    private static final String PATH = "/v1/policy";
    private static final List<String> FIELDS = List.of(
            "quorum",
            "majority",
            "draftDays",
            "recognitions",
            "fiod",
            "automatedAnalysisDecree",
            "switchedOff",
            "periods",
            "steering",
            "recognitionHelp");
    private static final List<String> PARTS = List.of("quorum", "majority");
    private static final Map<String, String> NUMBERS =
            Map.of("draft-days", "draftDays", "recognitions", "recognitions");
    private static final Map<String, String> PERIODS = Map.of(
            "destroy-after-closure-days", "destroyAfterClosureDays",
            "review-holds-months", "reviewHoldsMonths",
            "evaluate-months", "evaluateMonths",
            "keep-backups-days", "keepBackupsDays");

    private static final Map<String, String> HELP = Map.of(
            "help-per-person", "perPerson",
            "help-per-participant", "perParticipant",
            "help-key-days", "keyDays",
            "help-overlap-days", "overlapDays");

    private static final Map<String, String> STEERING = Map.of("consensus", "consensus", "in-meetings", "inMeetings");

    private Policy() {}

    static int show(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "policy show takes no words, only options");
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            var policy = api.get(PATH).orFail();
            Main.OUT.println(asked.has("json") ? Json.line(policy) : text(policy));
            return Main.DONE;
        });
    }

    static int set(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "policy set takes no words, only options");
        var patch = patch(asked);
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            var now = api.get(PATH).orFail();
            if (asked.has("switch-off") || asked.has("switch-on")) {
                patch.set("switchedOff", switched(asked, now));
            }
            var changed = api.patch(PATH, now.path("version").asLong(), patch).orFail();
            Main.OUT.println(
                    asked.has("json")
                            ? Json.line(changed)
                            : "The policy is changed: version "
                                    + changed.path("version").asText() + " holds from now on.");
            return Main.DONE;
        });
    }

    private static ObjectNode patch(Asked asked) throws WronglyAsked {
        var patch = Json.object();
        for (var part : PARTS) {
            if (asked.has(part)) {
                patch.put(
                        part,
                        number(part, asked.required(part), Double::valueOf).doubleValue());
            }
        }
        for (var number : NUMBERS.entrySet()) {
            if (asked.has(number.getKey())) {
                patch.put(
                        number.getValue(),
                        number(number.getKey(), asked.required(number.getKey()), Integer::valueOf)
                                .intValue());
            }
        }
        for (var period : PERIODS.entrySet()) {
            if (asked.has(period.getKey())) {
                patch.withObject("/periods")
                        .put(
                                period.getValue(),
                                number(period.getKey(), asked.required(period.getKey()), Integer::valueOf)
                                        .intValue());
            }
        }
        if (asked.has("reminder-days")) {
            var days = patch.withObject("/periods").putArray("reminderDays");
            for (var each : asked.values("reminder-days")) {
                days.add(number("reminder-days", each, Integer::valueOf).intValue());
            }
        }
        steering(asked, patch);
        help(asked, patch);
        asked.value("fiod").ifPresent(f -> patch.put("fiod", Asked.constant(f)));
        asked.value("decree").ifPresent(d -> patch.put("automatedAnalysisDecree", d));
        if (asked.has("no-decree")) {
            patch.putNull("automatedAnalysisDecree");
        }
        asked.value("advice").ifPresent(a -> patch.put("advice", a));
        asked.value("deviation").ifPresent(d -> patch.put("deviation", d));
        if (asked.has("reported-to")) {
            var reported = patch.putArray("reportedTo");
            asked.values("reported-to").forEach(r -> reported.add(Asked.constant(r)));
        }
        return patch;
    }

    /** How the steering group decides. */
    private static void steering(Asked asked, ObjectNode patch) throws WronglyAsked {
        if (asked.has("least-represented")) {
            patch.withObject("/steering")
                    .put(
                            "leastRepresented",
                            number("least-represented", asked.required("least-represented"), Integer::valueOf)
                                    .intValue());
        }
        for (var flag : STEERING.entrySet()) {
            if (asked.has(flag.getKey())) {
                patch.withObject("/steering").put(flag.getValue(), yes(flag.getKey(), asked.required(flag.getKey())));
            }
        }
    }

    /** With recognising, on keyed hashes. */
    private static void help(Asked asked, ObjectNode patch) throws WronglyAsked {
        if (asked.has("recognition-help")) {
            patch.withObject("/recognitionHelp").put("on", yes("recognition-help", asked.required("recognition-help")));
        }
        for (var number : HELP.entrySet()) {
            if (asked.has(number.getKey())) {
                patch.withObject("/recognitionHelp")
                        .put(
                                number.getValue(),
                                number(number.getKey(), asked.required(number.getKey()), Integer::valueOf)
                                        .intValue());
            }
        }
    }

    private static boolean yes(String option, String given) throws WronglyAsked {
        return switch (given) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new WronglyAsked("--" + option + " is yes or no");
        };
    }

    private static Number number(String option, String given, Function<String, Number> read) throws WronglyAsked {
        try {
            return read.apply(given);
        } catch (NumberFormatException e) {
            throw new WronglyAsked("--" + option + " is a number, such as " + (PARTS.contains(option) ? "0.5" : "30"));
        }
    }

    private static ArrayNode switched(Asked asked, JsonNode now) {
        Set<String> off = new LinkedHashSet<>();
        now.path("switchedOff").forEach(r -> off.add(r.asText()));
        asked.values("switch-off").forEach(r -> off.add(Asked.constant(r)));
        asked.values("switch-on").forEach(r -> off.remove(Asked.constant(r)));
        var all = Json.object().putArray("switchedOff");
        off.forEach(all::add);
        return all;
    }

    private static String text(JsonNode policy) {
        var text = new StringBuilder("version ").append(policy.path("version").asText());
        values(text, policy);
        for (var change : policy.path("changes")) {
            text.append("\n\nversion ")
                    .append(change.path("version").asText())
                    .append(" since ")
                    .append(change.path("at").asText())
                    .append(" by ")
                    .append(change.path("actor").asText())
                    .append(", advice ")
                    .append(change.path("advice").asText());
            if (change.hasNonNull("deviation")) {
                text.append("\n  against the advice: ")
                        .append(change.path("deviation").asText());
            }
            values(text, change);
        }
        return text.toString();
    }

    private static void values(StringBuilder text, JsonNode from) {
        for (var field : FIELDS) {
            var value = from.path(field);
            text.append("\n  ").append(field).append(": ").append(value.isValueNode() ? value.asText() : value);
        }
    }
}
