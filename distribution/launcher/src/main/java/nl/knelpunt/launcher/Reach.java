package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import nl.knelpunt.launcher.DataFolder.Purpose;

/** Ways to a server: the running one, or a private one for the moment when the installation is stopped. */
final class Reach {

    /** What is done with a server once it is reached. */
    interface Task {
        int with(Api api) throws Failure, WronglyAsked, IOException, InterruptedException;
    }

    private Reach() {}

    /** At the running server when there is one, else at a private one, where the person at this machine needs no account. */
    static int either(Home home, DataFolder data, Task task)
            throws Failure, WronglyAsked, IOException, InterruptedException {
        return address(data).isPresent() ? running(data, task) : stopped(home, data, task);
    }

    /** At the running server, signed in. */
    static int running(DataFolder data, Task task) throws Failure, WronglyAsked, IOException, InterruptedException {
        var address = address(data)
                .orElseThrow(() -> new Failure(
                        "Knelpunt does not run on " + data.directory() + ". Start it first: knelpunt start"));
        var anonymous = new Api(address, null);
        var given = System.getenv("KNELPUNT_TOKEN");
        if (given != null && !given.isBlank()) {
            return task.with(anonymous.with(given.strip()));
        }
        var api = anonymous.with(signIn(anonymous));
        try {
            return task.with(api);
        } finally {
            api.delete("/v1/session");
        }
    }

    /** At a private server on this data folder: loopback, any free port, no drop folders, a token that ends with it. */
    static int stopped(Home home, DataFolder data, Task task)
            throws Failure, WronglyAsked, IOException, InterruptedException {
        data.prepare();
        var lock = data.lock();
        if (lock.isEmpty()) {
            throw new Failure("The data folder " + data.directory() + " is in use by another process"
                    + data.running().map(r -> " (" + r.process().pid() + ")").orElse("") + ".");
        }
        try (var held = lock.get()) {
            var token = token();
            var settings = Start.settings(home, data);
            settings.put("knelpunt.demo", String.valueOf(Files.exists(data.demoMarker())));
            settings.put("knelpunt.maintenance.token", token);
            settings.put("org.osgi.service.http.port", "0");
            settings.put("org.apache.felix.http.host", "127.0.0.1");
            data.register(Purpose.MAINTENANCE);
            var server = Boot.prepare(home, data, settings);
            var stop = new Thread(server::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                return task.with(new Api(server.start(), token));
            } finally {
                server.close();
                data.unregister();
                Runtime.getRuntime().removeShutdownHook(stop);
            }
        }
    }

    private static Optional<String> address(DataFolder data) throws IOException {
        return data.running().filter(r -> r.purpose() == Purpose.SERVER).flatMap(DataFolder.Running::address);
    }

    private static String token() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String signIn(Api api) throws Failure, InterruptedException {
        var name = System.getenv("KNELPUNT_NAME");
        var password = System.getenv("KNELPUNT_PASSWORD");
        if (name == null || password == null) {
            var console = System.console();
            if (console == null) {
                throw new Failure("Sign in: set KNELPUNT_TOKEN, or KNELPUNT_NAME and KNELPUNT_PASSWORD.");
            }
            name = name == null ? console.readLine("Name: ") : name;
            var typed = name == null ? null : console.readPassword("Password: ");
            if (typed == null) {
                throw new Failure("Nothing was done.");
            }
            password = new String(typed);
            Arrays.fill(typed, '\0');
        }
        var answer = api.post("/v1/session", Json.object().put("name", name).put("password", password));
        return token(answer).orElseThrow(() -> new Failure("Signing in did not succeed. " + answer.problem()));
    }

    private static Optional<String> token(Api.Answer answer) {
        return Optional.of(answer)
                .filter(Api.Answer::isDone)
                .map(a -> a.body().path("token"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }
}
