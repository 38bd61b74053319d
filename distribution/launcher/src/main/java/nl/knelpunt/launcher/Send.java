package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** {@code knelpunt send}: messages in a participant's own format. */
final class Send {

    private static final Map<String, String> TYPES = Map.of(
            "json",
            "application/json",
            "xml",
            "application/xml",
            "xaf",
            "application/xml",
            "csv",
            "text/csv",
            "edi",
            "application/edifact",
            "baplie",
            "application/edifact",
            "paxlst",
            "application/edifact",
            "zgw",
            "application/zgw+json");

    private Send() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var words = asked.words(2, Integer.MAX_VALUE, "send takes a participant and at least one file");
        var files = words.subList(1, words.size()).stream().map(Asked::absolute).toList();
        for (var file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new Failure("Nothing was sent: " + file + " is not a file that can be read.");
            }
        }
        var path = "/v1/participants/" + encoded(words.get(0)) + "/messages"
                + asked.value("format").map(f -> "?format=" + encoded(f)).orElse("");
        var picked = Picked.of(asked.values("pick"));
        var progress = progress(asked);
        return Reach.running(
                asked.data(Home.current()),
                api -> send(
                        api,
                        path,
                        files,
                        file -> new Upload(file, picked, System::nanoTime, progress).body(),
                        asked.has("json")));
    }

    /** On a terminal in one line; elsewhere only when it was asked for, since a script's log is read later. */
    private static Consumer<String> progress(Asked asked) {
        if (asked.has("progress")) {
            return Main.ERR::println;
        }
        return System.console() == null ? told -> {} : told -> Main.ERR.print(told + "   \r");
    }

    private interface Body {
        BodyPublisher of(Path file) throws Failure, IOException;
    }

    private static int send(Api api, String path, List<Path> files, Body body, boolean asJson)
            throws Failure, IOException, InterruptedException {
        var results = Json.object().putArray("files");
        var result = Main.DONE;
        for (var file : files) {
            var answer = deliver(api, path, file, body);
            if (!answer.isDone()) {
                result = Main.NOT_DONE;
            }
            if (asJson) {
                ObjectNode one =
                        results.addObject().put("file", file.toString()).put("status", answer.status());
                one.set("answer", answer.body());
            } else {
                Main.OUT.println(file.getFileName() + ": " + text(answer));
            }
        }
        if (asJson) {
            Main.OUT.println(Json.line(results));
        }
        return result;
    }

    private static Api.Answer deliver(Api api, String path, Path file, Body body)
            throws Failure, IOException, InterruptedException {
        try {
            return api.post(path, type(file), body.of(file));
        } catch (NoSuchFileException e) {
            throw new Failure(file + " has gone; it and what follows was not sent.");
        }
    }

    private static String text(Api.Answer answer) {
        if (!answer.isDone()) {
            return "refused. " + answer.problem();
        }
        var text = new StringBuilder();
        for (var signal : answer.body().path("signals")) {
            text.append(text.isEmpty() ? "draft " : ", ")
                    .append(signal.path("id").asText());
        }
        var repeated = answer.body().path("repeated").asInt();
        if (text.isEmpty()) {
            text.append("no new drafts");
        }
        return repeated == 0 ? text.toString() : text + " (" + repeated + " of them known already)";
    }

    private static String type(Path file) {
        var name = file.getFileName().toString();
        return TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }

    static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
