package nl.knelpunt.inbox;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks into one drop folder for files that are wholly written: unchanged between two looks. Links, sub folders, hidden files
 * and files that say to be unfinished are not seen. For one thread at a time.
 */
final class DroppedFiles {

    /** Bounds the memory of one look; the rest is seen when these are done. */
    static final int MOST_AT_ONCE = 10_000;

    private final Path folder;
    private Map<Path, Stamp> before = Map.of();

    DroppedFiles(Path folder) {
        this.folder = folder;
    }

    /** What tells one content of a file from the next without reading it. */
    record Stamp(long size, FileTime modified, Object fileKey) {

        static Stamp of(Path file) throws IOException {
            return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }

        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    record Dropped(Path file, Stamp stamp) {}

    /** Those that did not change since the look before, the oldest first. */
    List<Dropped> look() throws IOException {
        Map<Path, Stamp> now = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, DroppedFiles::isFinished)) {
            for (Path entry : entries) {
                try {
                    BasicFileAttributes attributes =
                            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isRegularFile()) {
                        now.put(entry, Stamp.of(attributes));
                    }
                } catch (NoSuchFileException e) {
                    // Taken back by its sender since it was listed.
                    continue;
                }
                if (now.size() == MOST_AT_ONCE) {
                    break;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        List<Dropped> stable = now.entrySet().stream()
                .filter(entry -> entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> new Dropped(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(
                                (Dropped dropped) -> dropped.stamp().modified())
                        .thenComparing(Dropped::file))
                .toList();
        before = now;
        return stable;
    }

    private static boolean isFinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
    }
}
