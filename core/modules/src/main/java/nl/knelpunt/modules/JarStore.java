package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The platform's own copies of plugin jars, named by their SHA-256. What is installed comes from here, so that a jar that is
 * overwritten in {@code plugins/} disturbs nothing. For any thread.
 */
final class JarStore {

    static final long LARGEST_JAR = 64L << 20;
    static final int KEPT_PER_PLUGIN = 5;

    private static final String ENDING = ".jar";
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final Clock clock;

    /** Of those that are being copied now. */
    private final Set<Path> adding = ConcurrentHashMap.newKeySet();

    JarStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * @param digest SHA-256, hex
     * @param path of the copy
     */
    record Copy(String digest, Path path) {}

    /**
     * Copies a jar, unless its copy is here already.
     *
     * @param jar read to its end
     * @throws BrokenPluginException the jar is too large
     * @throws IOException the jar can't be read or the copy not be written; nothing of it stays
     */
    Copy add(InputStream jar) throws IOException, BrokenPluginException {
        Path unfinished = begin();
        try {
            String digest;
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                digest = copy(jar, out);
                channel.force(true);
            }
            Optional<Copy> known = find(digest);
            if (known.isPresent()) {
                return known.get();
            }
            Path path = folder.resolve(digest + ENDING);
            Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
            return new Copy(digest, path);
        } finally {
            Files.deleteIfExists(unfinished);
            adding.remove(unfinished);
        }
    }

    private Path begin() throws IOException {
        synchronized (adding) {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "copy", UNFINISHED);
            adding.add(unfinished);
            return unfinished;
        }
    }

    private void discardUnfinished(Path file) throws IOException {
        synchronized (adding) {
            if (!adding.contains(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The copy of a jar; empty when it is not here or was changed since. */
    Optional<Copy> find(String digest) throws IOException, BrokenPluginException {
        Path path = folder.resolve(digest + ENDING);
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && digest.equals(digest(path))
                ? Optional.of(new Copy(digest, path))
                : Optional.empty();
    }

    /** SHA-256, hex. */
    static String digest(Path jar) throws IOException, BrokenPluginException {
        try (InputStream in = Files.newInputStream(jar, LinkOption.NOFOLLOW_LINKS)) {
            return copy(in, OutputStream.nullOutputStream());
        }
    }

    /** Takes a copy away again that turned out to be no plugin. */
    void discard(Copy copy) throws IOException {
        Files.deleteIfExists(copy.path());
    }

    /**
     * At a start: keeps what is in use and the latest few copies of each plugin besides, and throws the rest away,
     * what an interrupted copy left behind included.
     *
     * @param inUse digests
     */
    void prune(Set<String> inUse) throws IOException {
        Map<String, List<Path>> unused = new HashMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(UNFINISHED)) {
                discardUnfinished(file);
            } else if (name.endsWith(ENDING) && !inUse.contains(name.substring(0, name.length() - ENDING.length()))) {
                unused.computeIfAbsent(plugin(file), id -> new ArrayList<>()).add(file);
            }
        }
        for (List<Path> copies : unused.values()) {
            copies.sort(Comparator.comparing(JarStore::modified).reversed());
            for (Path old : copies.subList(Math.min(KEPT_PER_PLUGIN, copies.size()), copies.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(entry);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    /** Symbolic name; what has none, or can't be read, counts as one plugin. */
    private static String plugin(Path copy) {
        try (JarFile jar = JarCheck.unverified(copy)) {
            return Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue("Bundle-SymbolicName"))
                    .orElse("");
        } catch (IOException | SecurityException e) {
            return "";
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Returns the digest of what went to {@code out}. */
    private static String copy(InputStream from, OutputStream out) throws IOException, BrokenPluginException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            size += read;
            if (size > LARGEST_JAR) {
                throw new BrokenPluginException(
                        "de jar is groter dan " + (LARGEST_JAR >> 20) + " MiB",
                        "the jar is larger than " + (LARGEST_JAR >> 20) + " MiB");
            }
            sha256.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
