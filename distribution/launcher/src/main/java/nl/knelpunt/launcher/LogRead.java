package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code knelpunt log show} and {@code log export}: the log part by part, as it comes. */
final class LogRead {

    private static final int AT_ONCE = 1000;
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
    private static final List<String> AS_GIVEN = List.of("actor", "participant", "object", "subject", "rule");
    private static final List<String> CONSTANTS = List.of("act", "result");
    private static final List<String> MOMENTS = List.of("from", "to");

    private LogRead() {}

    static int show(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        return read(asked, LogRead::line);
    }

    /** One JSON object on each line. */
    static int export(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        return read(asked, JsonNode::toString);
    }

    private static int read(Asked asked, Function<JsonNode, String> line)
            throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "log takes only options after show or export");
        var search = search(asked);
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            while (true) {
                var part = api.post("/v1/log/_search", search).orFail();
                part.path("items").forEach(record -> Main.OUT.println(line.apply(record)));
                if (!part.hasNonNull("next")) {
                    return Main.DONE;
                }
                search.put("after", part.path("next").asLong());
            }
        });
    }

    private static ObjectNode search(Asked asked) throws WronglyAsked {
        var search = Json.object()
                .put("purpose", Asked.constant(asked.required("purpose")))
                .put("reason", asked.required("reason"))
                .put("limit", AT_ONCE);
        AS_GIVEN.forEach(o -> asked.value(o).ifPresent(v -> search.put(o, v)));
        CONSTANTS.forEach(o -> asked.value(o).ifPresent(v -> search.put(o, Asked.constant(v))));
        for (var option : MOMENTS) {
            if (asked.has(option)) {
                search.put(option, moment(asked.required(option)));
            }
        }
        return search;
    }

    /** A day begins in the Netherlands; a moment is the server's to read. */
    private static String moment(String given) {
        try {
            return LocalDate.parse(given).atStartOfDay(NETHERLANDS).toInstant().toString();
        } catch (DateTimeException e) {
            return given;
        }
    }

    private static String line(JsonNode record) {
        var words = new ArrayList<String>();
        words.add(record.path("sequence").asText());
        for (var field : List.of("at", "act", "result", "actor", "participant", "object", "subject")) {
            words.add(record.path(field).asText("-"));
        }
        record.path("rules").forEach(r -> words.add(r.asText()));
        if (record.hasNonNull("purpose")) {
            words.add(record.path("purpose").asText() + ": "
                    + record.path("reason").asText());
        }
        return String.join("  ", words);
    }
}
