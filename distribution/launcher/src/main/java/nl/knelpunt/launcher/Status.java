package nl.knelpunt.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code knelpunt status}. */
final class Status {

    private Status() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "status takes no words, only options");
        var data = asked.data(Home.current());
        var json = Json.object().put("data", data.directory().toString());
        var running = data.running();
        if (running.isEmpty()) {
            tell(asked, json.put("state", "stopped"), "Knelpunt does not run on " + data.directory() + ".");
            return Main.NOT_RUNNING;
        }
        var process = running.get().process();
        json.put("pid", process.pid());
        process.info().startInstant().ifPresent(i -> json.put("started", i.toString()));
        if (running.get().address().isEmpty()) {
            tell(asked, json.put("state", "starting"), "Knelpunt is starting (process " + process.pid() + ").");
            return Main.NOT_DONE;
        }
        var address = running.get().address().get();
        var health = new Api(address, null).health();
        var well = List.of("pass", "warn").contains(health.path("status").asText());
        json.put("state", well ? "running" : "failing").put("address", address).set("health", health);
        var text = new StringBuilder("Knelpunt " + health.path("version").asText("") + " runs at " + address
                + " (process " + process.pid()
                + process.info().startInstant().map(Status::since).orElse("") + ").");
        for (var check : health.path("checks")) {
            if (!"pass".equals(check.path("status").asText())) {
                text.append("\n  ").append(check.path("name").asText()).append(": ");
                text.append(check.path("message").asText());
            }
        }
        tell(asked, json, text.toString());
        return well ? Main.DONE : Main.NOT_DONE;
    }

    private static String since(Instant start) {
        var time = Duration.between(start, Instant.now());
        return ", for %d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private static void tell(Asked asked, com.fasterxml.jackson.databind.JsonNode json, String text) {
        Main.OUT.println(asked.has("json") ? Json.line(json) : text);
    }
}
