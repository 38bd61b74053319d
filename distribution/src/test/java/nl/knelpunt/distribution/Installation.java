package nl.knelpunt.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The assembled distribution with a data folder: runs its command as people do. Closing stops whatever runs there.
 *
 * <p>To be made on an empty temporary folder.
 */
final class Installation implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;

    /**
     * What a command did.
     *
     * @param out all that it printed, errors included
     */
    record Outcome(int exit, String out) {}

    private final Path home;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    private Installation(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** The distribution as it was just built, with data in this folder. */
    static Installation in(Path folder) {
        return new Installation(Path.of(System.getProperty("knelpunt.home")), folder);
    }

    /** A copy of the distribution that a test may change. */
    static Installation copiedTo(Path folder) throws IOException {
        var built = Path.of(System.getProperty("knelpunt.home"));
        var home = folder.resolve("knelpunt");
        for (var part : List.of("bin", "lib", "conf", "bundles", "plugins")) {
            try (var files = Files.walk(built.resolve(part))) {
                for (var file : (Iterable<Path>) files::iterator) {
                    var copy = home.resolve(built.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    if (!Files.isDirectory(copy)) {
                        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
        return new Installation(home, folder);
    }

    Path home() {
        return home;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    /** For the commands that follow. */
    Installation with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts it on any free port and waits until it is well. */
    Server start(String... options) {
        var arguments = new ArrayList<>(List.of("start", "--port", "0"));
        arguments.addAll(List.of(options));
        var outcome = run(arguments.toArray(String[]::new));
        if (outcome.exit() != 0) {
            throw new AssertionError("start ended with " + outcome.exit() + ": " + outcome.out());
        }
        return server(outcome.out());
    }

    /** The demo, on any free port. */
    Server startDemo() {
        return start("--demo");
    }

    /** The one that runs, by what start printed. */
    private Server server(String printed) {
        try {
            var pid = Long.parseLong(
                    Files.readString(data().resolve("run/pid")).strip().split(" ")[0]);
            var address = Files.readString(data().resolve("run/address")).strip();
            return new Server(this, address, ProcessHandle.of(pid).orElseThrow(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command on this installation's data folder. */
    Outcome run(String... arguments) {
        var command = new ArrayList<String>();
        command.add(home.resolve("bin/knelpunt").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data().toString()));
        return execute(command);
    }

    /** Runs the command with exactly these words. */
    Outcome runPlain(String... arguments) {
        var command = new ArrayList<String>();
        command.add(home.resolve("bin/knelpunt").toString());
        command.addAll(List.of(arguments));
        return execute(command);
    }

    /** Starts a command and leaves it running. */
    Process spawn(Path output, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(home.resolve("bin/knelpunt").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data().toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Outcome execute(List<String> command) {
        try {
            var output = Files.createTempFile(Files.createDirectories(folder), "output", ".txt");
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end: " + Files.readString(output));
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        run("stop");
    }
}
