package nl.knelpunt.benchmarks.swap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A whole installation with the demo's accounts; every swap is staged, planned and carried out over HTTP. */
final class Ours implements Subject {

    static final String POLICE = "politie-noord-holland";
    static final String OTHER = "wieringersluis";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT = """
            {"signal_id": "%s", "source": "Toezichthouder haven", "text": "Aan de kade liggen drie kotters zonder naam.",
             "category": {"sub_category": "/signals/v1/public/terms/categories/overig/sub_categories/haven"},
             "incident_date_start": "2026-01-01T03:10:00+02:00"}
            """;
    private static final String PASSWORD = "zeven-wilde-ganzen-7";
    private static final String RUNS_AT = "Knelpunt runs at ";

    /** As the command {@code knelpunt modules} looks how far a swap is. */
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path home;
    private final SoakJars jars;
    private final Path shipped;
    private final Path keys;
    private final Map<Integer, Path> prepared = new HashMap<>();
    private final Process process;
    private final String address;
    private final Jcmd jcmd;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new HashMap<>();
    private final String connection;
    private final String otherConnection;

    /** @param home of an installation; a copy of it runs */
    Ours(Path home, Path folder, String flags) throws Exception {
        this.folder = folder;
        this.home = copy(home, folder.resolve("knelpunt"));
        this.shipped = police(this.home.resolve("plugins"));
        this.keys = folder.resolve("keys.p12");
        this.jars = new SoakJars(folder.resolve("jars"), bundles(this.home));
        String certificate = command(
                Map.of("KNELPUNT_KEY_PASSWORD", PASSWORD), "modules", "keygen", keys.toString(), "--name", "Soak");
        ProcessBuilder builder = new ProcessBuilder(
                        this.home.resolve("bin/knelpunt").toString(),
                        "start",
                        "--demo",
                        "--foreground",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true);
        builder.environment().put("KNELPUNT_JAVA_OPTS", flags);
        process = builder.start();
        address = address(process);
        jcmd = new Jcmd(process.pid());
        connection = token(POLICE + ".connection");
        otherConnection = token(OTHER + ".connection");
        post("/v1/module-signers", Map.of("certificate", pem(certificate), "kinds", List.of("police")), 201);
    }

    @Override
    public String name() {
        return "Knelpunt";
    }

    @Override
    public String call(String id, int late, int millis) throws IOException, InterruptedException {
        String answer = SlowPost.send(
                URI.create(address + "/v1/participants/" + POLICE + "/messages"),
                Map.of("Content-Type", "text/x-soak", "Authorization", "Bearer " + connection),
                id,
                late,
                millis,
                201);
        return JSON.readTree(answer).at("/signals/0/id").asText();
    }

    /** A message of a municipality, whose plugin isn't touched. */
    String other(String id, int late, int millis) throws IOException, InterruptedException {
        var answer = send(
                "POST",
                "/v1/participants/" + OTHER + "/messages",
                "application/json",
                BodyPublishers.ofString(REPORT.formatted(id)),
                otherConnection);
        if (answer.status() != 201) {
            throw new IOException(answer.status() + " " + answer.body());
        }
        return answer.body().at("/signals/0/id").asText();
    }

    @Override
    public void prepare(int last) throws Exception {
        for (int number = 1; number <= last; number++) {
            Path jar = jars.police(shipped, "9.0." + number);
            SoakJars.sign(jar, keys, PASSWORD);
            prepared.put(number, jar);
        }
    }

    @Override
    public Swapped swap(int number) throws Exception {
        Path jar = prepared.get(number);
        var staged = send(
                "POST",
                "/v1/staged-modules",
                "application/java-archive",
                BodyPublishers.ofFile(jar),
                token("bureau.admin"));
        expect(201, staged);
        Map<String, Object> wanted = new HashMap<>(
                Map.of("kind", "police", "digest", staged.body().path("digest").asText()));
        JsonNode plan = post("/v1/module-plans", wanted, 201);
        if (!plan.path("possible").asBoolean()) {
            throw new IllegalStateException("Not possible: " + plan.path("refusals"));
        }
        long begun = System.nanoTime();
        JsonNode swap = post("/v1/module-plans/" + plan.path("digest").asText() + "/swap", Map.of(), 201);
        while (!isThere(swap)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("A swap does not end: " + swap);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            swap = get("/v1/module-swaps/" + swap.path("id").asText());
        }
        Instant decided = at(swap, "APPROVED");
        Instant switched = at(swap, "SWITCHED");
        return new Swapped(millis(decided, switched), millis(switched, at(swap, "DRAINED")), 0);
    }

    private static boolean isThere(JsonNode swap) {
        String step = swap.path("step").asText();
        if (step.equals("ABORTED") || step.equals("ROLLED_BACK")) {
            throw new IllegalStateException("A swap came to nothing: " + swap.path("reason"));
        }
        return step.equals("DRAINED") || step.equals("DONE");
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static Instant at(JsonNode swap, String step) {
        for (JsonNode passed : swap.path("passed")) {
            if (passed.path("step").asText().equals(step)) {
                return Instant.parse(passed.path("at").asText());
            }
        }
        throw new IllegalStateException("No " + step + " in " + swap);
    }

    /** Of what was replaced and is not gone yet. */
    int left() throws Exception {
        return get("/v1/modules/police").path("left").size();
    }

    @Override
    public Map<String, Integer> stored() throws Exception {
        Map<String, Integer> found = new HashMap<>();
        String next = "/v1/signals?limit=100";
        while (next != null) {
            var page = send("GET", next, null, BodyPublishers.noBody(), token(POLICE + ".worker"));
            expect(200, page);
            for (JsonNode signal : page.body().path("items")) {
                found.merge(signal.path("id").asText(), 1, Integer::sum);
            }
            next = page.body().at("/links/next").isTextual()
                    ? page.body().at("/links/next").asText()
                    : null;
        }
        return found;
    }

    /** What is kept of one signal: begins with the sender's id. */
    String what(String signal) throws Exception {
        var answer = send("GET", "/v1/signals/" + signal, null, BodyPublishers.noBody(), token(POLICE + ".worker"));
        expect(200, answer);
        return answer.body().at("/observation/what").asText();
    }

    @Override
    public long heap() throws Exception {
        return jcmd.heap();
    }

    @Override
    public int loaders() throws Exception {
        return jcmd.loaded("soak.SoakAdapter");
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private record Answered(int status, JsonNode body) {}

    private JsonNode get(String path) throws Exception {
        var answer = send("GET", path, null, BodyPublishers.noBody(), token("bureau.admin"));
        expect(200, answer);
        return answer.body();
    }

    private JsonNode post(String path, Object body, int expected) throws Exception {
        var answer = send(
                "POST",
                path,
                "application/json",
                BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)),
                token("bureau.admin"));
        expect(expected, answer);
        return answer.body();
    }

    private static void expect(int status, Answered answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("Answered " + answer.status() + ": " + answer.body());
        }
    }

    private Answered send(String method, String path, String type, BodyPublisher body, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept-Language", "en")
                .method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Answered(answer.statusCode(), JSON.readTree(answer.body()));
    }

    private synchronized String token(String name) throws IOException, InterruptedException {
        if (!tokens.containsKey(name)) {
            String password =
                    Files.readString(folder.resolve("data/demo-password")).strip();
            var answer = send(
                    "POST",
                    "/v1/session",
                    "application/json",
                    BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("name", name, "password", password))),
                    null);
            expect(201, answer);
            String token = answer.body().path("token").asText();
            send("POST", "/v1/session/secrecy", null, BodyPublishers.noBody(), token);
            tokens.put(name, token);
        }
        return tokens.get(name);
    }

    private String command(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/knelpunt").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process running = builder.start();
        running.getOutputStream().close();
        String told = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IllegalStateException(told);
        }
        return told;
    }

    private static String pem(String printed) {
        return printed.substring(printed.indexOf("-----BEGIN"), printed.lastIndexOf("-----") + 5);
    }

    /** Reads all that is printed, so that it never waits for a reader. */
    private static String address(Process process) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder told = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            told.append(line).append('\n');
            if (line.startsWith(RUNS_AT)) {
                Thread rest = new Thread(() -> readToTheEnd(reader), "output");
                rest.setDaemon(true);
                rest.start();
                return line.substring(RUNS_AT.length()).strip();
            }
        }
        throw new IllegalStateException("The server did not start:\n" + told);
    }

    private static void readToTheEnd(BufferedReader reader) {
        try {
            reader.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The server was stopped, and its output closed with it.
        }
    }

    private static Path police(Path plugins) throws IOException {
        try (Stream<Path> all = Files.list(plugins)) {
            return all.filter(j -> j.getFileName().toString().contains("police"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static String bundles(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return String.join(
                    java.io.File.pathSeparator,
                    all.map(Path::toString).filter(p -> p.endsWith(".jar")).toList());
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.sorted().toList()) {
                Path relative = from.relativize(file);
                if (relative.startsWith("data") || relative.startsWith("inbox")) {
                    continue;
                }
                Path target = to.resolve(relative.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }
}
