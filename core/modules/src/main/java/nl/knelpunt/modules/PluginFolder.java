package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks at {@code plugins/}: which jars lie there, and which of them have stopped changing. Links, sub folders and hidden
 * files are not seen. For one thread.
 */
final class PluginFolder {

    static final int MOST_JARS = 100;

    /** Nobody is still writing what was last written so long ago: spares a start the wait for a second look. */
    private static final Duration OLD = Duration.ofSeconds(2);

    private final Path folder;
    private final Clock clock;
    private SortedMap<String, Stamp> before;

    PluginFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What tells one content of a jar from the next without reading it.
     *
     * @param receipt that of the receipt beside it; null when there is none
     */
    record Stamp(long size, FileTime modified, Object fileKey, Stamp receipt) {

        static Stamp of(Path jar) throws IOException {
            return of(jar, Files.readAttributes(jar, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }

        private static Stamp of(Path jar, BasicFileAttributes attributes) throws IOException {
            Path receipt = PluginFolder.receiptOf(jar);
            return of(
                    attributes,
                    Files.isRegularFile(receipt, LinkOption.NOFOLLOW_LINKS)
                            ? of(
                                    Files.readAttributes(receipt, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS),
                                    null)
                            : null);
        }

        private static Stamp of(BasicFileAttributes attributes, Stamp receipt) {
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey(), receipt);
        }
    }

    /**
     * @param present names of the jars, those that were there a look ago included: a jar that is replaced by hand may be
     *     away for a moment
     * @param stable those that did not change since the look before
     * @param tooMany more than {@link #MOST_JARS} lie there; the last by name are not seen
     */
    record Listing(Set<String> present, SortedMap<String, Stamp> stable, boolean tooMany) {

        boolean isSettled() {
            return stable.keySet().containsAll(present);
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    private static Path receiptOf(Path jar) {
        return jar.resolveSibling(TckReceipt.beside(jar.getFileName().toString()));
    }

    boolean hasReceipt(String name) {
        return Files.isRegularFile(receiptOf(resolve(name)), LinkOption.NOFOLLOW_LINKS);
    }

    /** What lies beside a jar as the receipt of the TCK, a byte more than it may be at most; null when nothing does. */
    byte[] receipt(String name) throws IOException {
        if (!hasReceipt(name)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(receiptOf(resolve(name)), LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(TckReceipt.LARGEST + 1);
        }
    }

    /**
     * One look.
     *
     * @throws IOException the folder can't be read; the next look goes on from the last good one
     */
    Listing look() throws IOException {
        SortedMap<String, Stamp> now = jars();
        boolean tooMany = now.size() > MOST_JARS;
        while (now.size() > MOST_JARS) {
            now.remove(now.lastKey());
        }
        SortedMap<String, Stamp> stable = new TreeMap<>();
        now.forEach((name, stamp) -> {
            if (before == null ? isOld(stamp) : stamp.equals(before.get(name))) {
                stable.put(name, stamp);
            }
        });
        Set<String> present = new HashSet<>(now.keySet());
        if (before != null) {
            present.addAll(before.keySet());
        }
        before = now;
        return new Listing(Set.copyOf(present), stable, tooMany);
    }

    private boolean isOld(Stamp stamp) {
        return stamp.modified().toInstant().plus(OLD).isBefore(clock.instant());
    }

    private SortedMap<String, Stamp> jars() throws IOException {
        SortedMap<String, Stamp> jars = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "[!.]*.jar")) {
            for (Path entry : entries) {
                try {
                    BasicFileAttributes attributes =
                            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isRegularFile()) {
                        jars.put(entry.getFileName().toString(), Stamp.of(entry, attributes));
                    }
                } catch (NoSuchFileException e) {
                    // Gone since it was listed, so it is not there.
                    continue;
                }
                if (jars.size() > MOST_JARS + 1) {
                    jars.remove(jars.lastKey());
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return jars;
    }
}
