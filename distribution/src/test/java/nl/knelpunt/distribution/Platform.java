package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One installation of the assembled distribution in a folder of its own, with its server as a process. Nothing of it is left
 * when it is closed.
 */
final class Platform implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Path DISTRIBUTION = Path.of(System.getProperty("knelpunt.home", "target/knelpunt"));
    static final String ADMIN = "beheer";
    static final String PASSWORD = "zeven-wilde-ganzen-7";
    static final String TRAINED = LocalDate.now().plusYears(1).toString();
    private static final String RUNS_AT = "Knelpunt runs at ";

    /** What a command came to. */
    record Result(int code, String out) {

        Result ok() {
            assertEquals(0, code, out);
            return this;
        }
    }

    private final Path folder;
    private final Path home;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path data;
    private Process process;
    private Output output;
    private String address;
    private boolean demo;

    /** A copy, so that a test may take plugins away and change the configuration. */
    Platform(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("knelpunt");
        this.data = folder.resolve("data");
        copy(DISTRIBUTION, home);
        TestSigner.USUAL.isTrustedIn(home, "customs", "tax", "police", "municipality");
    }

    Path home() {
        return home;
    }

    Path data() {
        return data;
    }

    Platform data(Path other) {
        data = other;
        return this;
    }

    /** For the server that is started after this. */
    Platform with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What the server wrote in its log. */
    String log() {
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            StringBuilder log = new StringBuilder();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
                log.append(Files.readString(file));
            }
            return log.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether these bytes are anywhere below the data folder: database, its log, indexes, the program's log. */
    boolean holds(String words) {
        String wanted = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path inbox() {
        return data.resolveSibling("inbox");
    }

    Path plugin(String kind) {
        try (Stream<Path> jars = Files.list(home.resolve("plugins"))) {
            return jars.filter(j -> j.getFileName().toString().contains(kind))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no plugin " + kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the first account to the stopped installation, as whoever installs it does. */
    Platform withAdmin() {
        run(
                        Map.of("KNELPUNT_NEW_PASSWORD", PASSWORD),
                        "accounts",
                        "add",
                        ADMIN,
                        "--participant",
                        "zaanmeer",
                        "--role",
                        "admin",
                        "--screened",
                        "--trained-until",
                        TRAINED)
                .ok();
        return this;
    }

    /** The admin of {@link #withAdmin} adds somebody. */
    Platform appoint(String name, String participant, String organ, String role) {
        Map<String, Object> account = new HashMap<>(Map.of(
                "name", name,
                "displayName", name,
                "participant", participant,
                "roles", List.of(role),
                "screened", true,
                "trainedUntil", TRAINED,
                "password", PASSWORD));
        if (organ != null) {
            account.put("organ", organ);
        }
        as(ADMIN).post("/v1/accounts", account).is(201);
        return this;
    }

    /** Starts the server and waits until it says that it runs. */
    Platform start(String... options) {
        return start(List.of(), options);
    }

    /** @param before what runs the server's process, such as a tracer; the server must stay its only child */
    Platform start(List<String> before, String... options) {
        launch(before, options);
        address = output.address();
        tokens.clear();
        return this;
    }

    /** Starts the server and goes on as soon as it says something, ready or not. */
    void startUntil(String said, String... options) {
        launch(List.of(), options);
        until("the server says: " + said, () -> output.text().contains(said));
    }

    private void launch(List<String> before, String... options) {
        demo = Arrays.asList(options).contains("--demo");
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                home.resolve("bin/knelpunt").toString(),
                "start",
                "--foreground",
                "--port",
                "0",
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KNELPUNT_NEW_PASSWORD", PASSWORD);
        builder.environment().put("DATA", data.toString());
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = new Output(process);
    }

    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** As a power cut would have it. */
    void kill() {
        process.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }

    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                fail("The server did not end by itself:\n" + output.text());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        process = null;
    }

    @Override
    public void close() {
        if (process != null) {
            stop();
        }
    }

    /** Runs a command of the installation on this data folder. */
    Result run(String... words) {
        return run(Map.of(), words);
    }

    Result run(Map<String, String> environment, String... words) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/knelpunt").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process running = builder.start();
            running.getOutputStream().close();
            String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(running.waitFor(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Who signs in under this name. */
    Person as(String name) {
        String token = tokens.computeIfAbsent(name, n -> {
            String begun = nobody().post("/v1/session", Map.of("name", n, "password", password()))
                    .is(201)
                    .text("token");
            new Person(client, address, begun).post("/v1/session/secrecy").is(200);
            return begun;
        });
        return new Person(client, address, token);
    }

    String token(String name) {
        as(name);
        return tokens.get(name);
    }

    /** The same person at a connection of its own. */
    Person elsewhere(String name) {
        return new Person(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), address, token(name));
    }

    Person nobody() {
        return new Person(client, address, null);
    }

    String password() {
        try {
            return demo ? Files.readString(data.resolve("demo-password")).strip() : PASSWORD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int health() {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address + "/v1/health"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something holds, at most {@link #PATIENCE}. */
    static void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("In vain was waited until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> all =
                    files.filter(f -> !skipped(from.relativize(f))).sorted().collect(Collectors.toList());
            for (Path file : all) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server may be running on the distribution itself. */
    private static boolean skipped(Path relative) {
        return relative.startsWith("data") || relative.startsWith("inbox");
    }

    /** Reads what the server writes, so that it never waits for a reader. */
    private static final class Output {

        private final List<String> lines = new ArrayList<>();
        private final CompletableFuture<String> address = new CompletableFuture<>();

        Output(Process process) {
            Thread reader = new Thread(() -> read(process), "output of the server");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(Process process) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    synchronized (lines) {
                        lines.add(line);
                    }
                    if (line.startsWith(RUNS_AT)) {
                        address.complete(line.substring(RUNS_AT.length()).strip());
                    }
                }
            } catch (IOException e) {
                // The process ended.
            }
            address.completeExceptionally(new IOException("The server ended"));
        }

        String address() {
            try {
                return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new AssertionError("The server did not start:\n" + text(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        String text() {
            synchronized (lines) {
                return String.join("\n", lines);
            }
        }
    }
}
