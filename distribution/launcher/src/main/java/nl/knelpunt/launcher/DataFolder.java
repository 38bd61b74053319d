package nl.knelpunt.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The folder with all that an installation knows, and the traces of the process that works on it. */
record DataFolder(Path directory) {

    /** Between processes the start of a third one differs a little, and a clock may have been set. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    /** What the process at work is there for. */
    enum Purpose {
        SERVER,
        MAINTENANCE
    }

    /**
     * A living process that works on this folder.
     *
     * @param address empty while it is not ready
     */
    record Running(ProcessHandle process, Purpose purpose, Optional<String> address) {}

    Path run() {
        return directory.resolve("run");
    }

    Path log() {
        return directory.resolve("log");
    }

    Path demoMarker() {
        return directory.resolve("demo");
    }

    Path demoPassword() {
        return directory.resolve("demo-password");
    }

    /** Whether it holds anything that a stopped installation must keep. */
    boolean isEmpty() throws IOException {
        if (!Files.isDirectory(directory)) {
            return true;
        }
        try (var entries = Files.list(directory)) {
            var scratch = Set.of("lock", "run", "log", "tmp");
            return entries.allMatch(e -> scratch.contains(e.getFileName().toString()));
        }
    }

    /** Makes the folder where it does not exist, for the owner only, and proves that it can be written. */
    void prepare() throws Failure {
        try {
            Trees.make(directory);
            Trees.make(run());
            Trees.make(log());
            var proof = Files.createTempFile(run(), "write", ".tmp");
            Files.delete(proof);
        } catch (FileAlreadyExistsException e) {
            throw new Failure("The data folder " + directory + " can't be used: " + e.getFile() + " is not a folder.");
        } catch (IOException e) {
            throw new Failure("The data folder " + directory + " is not writable: " + Failure.reason(e) + ".");
        }
    }

    /** Takes the folder for this process; the lock ends with the process, however that ends. */
    Optional<FileChannel> lock() throws IOException {
        return Trees.lock(directory.resolve("lock"));
    }

    /** Writes down that this process works here. */
    void register(Purpose purpose) throws IOException {
        Files.deleteIfExists(run().resolve("address"));
        var self = ProcessHandle.current();
        replace("pid", self.pid() + " " + start(self).toEpochMilli() + " " + purpose);
    }

    void registerAddress(String address) throws IOException {
        replace("address", address);
    }

    /** Wipes out the traces of this process. */
    void unregister() throws IOException {
        Files.deleteIfExists(run().resolve("address"));
        Files.deleteIfExists(run().resolve("pid"));
    }

    /** The process that registered here, if it lives and is the very same. */
    Optional<Running> running() throws IOException {
        try {
            var words = Files.readString(run().resolve("pid")).strip().split(" ");
            var address = Files.exists(run().resolve("address"))
                    ? Optional.of(Files.readString(run().resolve("address")).strip())
                    : Optional.<String>empty();
            var written = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(DataFolder::isAlive)
                    .filter(p -> Duration.between(written, start(p)).abs().compareTo(SAME_START) < 0)
                    .map(p -> new Running(p, Purpose.valueOf(words[2]), address));
        } catch (NoSuchFileException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** A process whose parent never asks after it (as in many containers) stays in the list after its end. */
    static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException | StringIndexOutOfBoundsException e) {
            return process.isAlive();
        }
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private void replace(String name, String content) throws IOException {
        var fresh = Files.writeString(run().resolve(name + ".new"), content + "\n");
        Files.move(
                fresh,
                run().resolve(name),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
