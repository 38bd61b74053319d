package nl.knelpunt.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Starts the framework from a copy of the jars, in a class loader of its own, so that a new build of the installation never
 * disturbs a running server.
 */
final class Boot implements AutoCloseable {

    private final Object server;

    private Boot(Object server) {
        this.server = server;
    }

    /**
     * @param settings the framework's properties
     */
    static Boot prepare(Home home, DataFolder data, Map<String, String> settings) throws IOException {
        var copy = copy(home, data.run());
        var complete = new java.util.HashMap<>(settings);
        complete.put("knelpunt.bundles", copy.resolve("bundles").toString());
        // Never closed: the server lives as long as the process.
        @SuppressWarnings("resource")
        var loader = ServerLoader.of(jars(copy.resolve("lib")));
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return new Boot(loader.loadClass("nl.knelpunt.launcher.framework.Server")
                    .getConstructor(Map.class)
                    .newInstance(complete));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The installation is incomplete", e);
        }
    }

    /**
     * Starts everything and waits until it is well.
     *
     * @return its address
     */
    String start() throws Failure, InterruptedException {
        try {
            var address = (String) ((Callable<?>) server).call();
            Readiness.await(address, () -> (List<?>) ((Supplier<?>) server).get());
            return address;
        } catch (Failure | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new Failure(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** Stops everything and waits until it has. */
    @Override
    public void close() {
        try {
            ((AutoCloseable) server).close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path copy(Home home, Path run) throws IOException {
        var sources = new ArrayList<Path>();
        sources.addAll(jars(home.lib()));
        sources.addAll(jars(home.bundles()));
        sources.addAll(jars(home.bundles().resolve("demo")));
        var copy = run.resolve(digest(home, sources));
        sweep(run, copy);
        if (!isWhole(home, sources, copy)) {
            if (Files.exists(copy)) {
                Trees.delete(copy);
            }
            var half = Files.createDirectories(run.resolve("copying"));
            for (var source : sources) {
                var target = half.resolve(home.directory().relativize(source).toString());
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
            Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    /** A loss of power may leave files that are shorter than they were. */
    private static boolean isWhole(Home home, List<Path> sources, Path copy) throws IOException {
        for (var source : sources) {
            var target = copy.resolve(home.directory().relativize(source).toString());
            if (!Files.isRegularFile(target) || Files.size(target) != Files.size(source)) {
                return false;
            }
        }
        return true;
    }

    /** Of names, sizes and times: reading all bytes would take longer than all else here. */
    private static String digest(Home home, List<Path> sources) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var source : sources) {
                var attributes = Files.readAttributes(source, BasicFileAttributes.class);
                var line = home.directory().relativize(source) + " " + attributes.size() + " "
                        + attributes.lastModifiedTime().toMillis() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return "build-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes what earlier builds left. */
    private static void sweep(Path run, Path keep) throws IOException {
        try (var entries = Files.newDirectoryStream(run, "{build-*,copying}")) {
            for (var entry : entries) {
                if (!entry.equals(keep)) {
                    Trees.delete(entry);
                }
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        var jars = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder, "*.jar")) {
            entries.forEach(jars::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        jars.sort(null);
        return jars;
    }
}
