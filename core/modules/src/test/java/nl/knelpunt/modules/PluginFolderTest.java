package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import nl.knelpunt.modules.PluginFolder.Listing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which jars are there, and which of them have stopped changing. */
class PluginFolderTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    Path temporary;

    private Path directory;
    private PluginFolder folder;

    @BeforeEach
    void make() throws IOException {
        directory = Files.createDirectory(temporary.resolve("plugins"));
        folder = new PluginFolder(directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void atTheFirstLookAnOldFileIsStableAndAYoungOneIsNot() throws IOException {
        write("old.jar", "x", NOW.minusSeconds(3));
        write("young.jar", "x", NOW.minusSeconds(1));

        Listing first = folder.look();

        assertEquals(Set.of("old.jar", "young.jar"), first.present());
        assertEquals(Set.of("old.jar"), first.stable().keySet());
        assertFalse(first.isSettled());
        assertTrue(folder.look().isSettled());
    }

    @Test
    void aFileIsStableWhenTwoLooksSeeTheSame() throws IOException {
        folder.look();
        write("a.jar", "x", NOW.minusSeconds(100));
        assertEquals(Set.of(), folder.look().stable().keySet());

        write("a.jar", "xx", NOW.minusSeconds(100));
        assertEquals(Set.of(), folder.look().stable().keySet());

        write("a.jar", "xx", NOW.minusSeconds(99));
        assertEquals(Set.of(), folder.look().stable().keySet());

        assertEquals(Set.of("a.jar"), folder.look().stable().keySet());
    }

    @Test
    void anotherFileUnderTheSameNameIsAChangeEvenWithTheSameSizeAndTime() throws IOException {
        write("a.jar", "x", NOW.minusSeconds(100));
        folder.look();
        write("b", "y", NOW.minusSeconds(100));
        Files.delete(directory.resolve("a.jar"));
        Files.move(directory.resolve("b"), directory.resolve("a.jar"));

        assertEquals(Set.of(), folder.look().stable().keySet());
    }

    @Test
    void aFileIsGoneWhenTwoLooksMissIt() throws IOException {
        write("a.jar", "x", NOW.minusSeconds(100));
        folder.look();
        Files.delete(directory.resolve("a.jar"));

        assertEquals(Set.of("a.jar"), folder.look().present());
        assertEquals(Set.of(), folder.look().present());
    }

    @Test
    void linksFoldersHiddenFilesAndOtherFilesAreNotSeen() throws IOException {
        write("sound.jar", "x", NOW.minusSeconds(100));
        write(".hidden.jar", "x", NOW.minusSeconds(100));
        write("a.jar.part", "x", NOW.minusSeconds(100));
        Files.createDirectory(directory.resolve("folder.jar"));
        Files.createSymbolicLink(directory.resolve("link.jar"), directory.resolve("sound.jar"));

        assertEquals(Set.of("sound.jar"), folder.look().present());
    }

    @Test
    void moreJarsThanTheBoundAreNotSeen() throws IOException {
        for (int i = 0; i < PluginFolder.MOST_JARS; i++) {
            write("m%03d.jar".formatted(i), "x", NOW.minusSeconds(100));
        }
        assertFalse(folder.look().tooMany());
        write("z1.jar", "x", NOW.minusSeconds(100));
        write("z2.jar", "x", NOW.minusSeconds(100));
        write("z3.jar", "x", NOW.minusSeconds(100));

        Listing listing = folder.look();

        assertTrue(listing.tooMany());
        assertEquals(PluginFolder.MOST_JARS, listing.present().size());
        assertFalse(listing.present().contains("z1.jar"));
    }

    @Test
    void afterAFailureTheNextLookGoesOnFromTheLastGoodOne() throws IOException {
        write("a.jar", "x", NOW.minusSeconds(100));
        folder.look();
        Files.move(directory, temporary.resolve("elsewhere"));
        assertThrows(IOException.class, folder::look);
        Files.move(temporary.resolve("elsewhere"), directory);

        assertEquals(Set.of("a.jar"), folder.look().stable().keySet());
    }

    private void write(String name, String content, Instant modified) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
