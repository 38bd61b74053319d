package nl.knelpunt.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A participant's list is read where it lies, and nobody else's with it. */
class OwnListFolderTest {

    @TempDir
    Path folder;

    private OwnListFolder lists() {
        return new OwnListFolder(folder.toString());
    }

    private Path lays(String participant, String content) throws IOException {
        Path own = Files.createDirectories(folder.resolve(participant));
        return Files.writeString(own.resolve(OwnListFolder.LIST), content);
    }

    private String read(String participant) throws IOException {
        Optional<InputStream> list = lists().open(participant);
        try (InputStream in = list.orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aListIsReadAsItIsNow() throws Exception {
        lays("politie", "een");
        assertEquals("een", read("politie"));
        lays("politie", "twee");
        assertEquals("twee", read("politie"));
    }

    @Test
    void whereNoneLiesThereIsNone() throws Exception {
        assertTrue(lists().open("politie").isEmpty());
        Files.createDirectories(folder.resolve("politie"));
        assertTrue(lists().open("politie").isEmpty());
        Files.createDirectories(folder.resolve("politie").resolve(OwnListFolder.LIST));
        assertTrue(lists().open("politie").isEmpty(), "a folder is no list");
        assertTrue(new OwnListFolder((String) null).open("politie").isEmpty());
    }

    @Test
    void nobodyReachesTheListOfAnotherByANameOrALink() throws Exception {
        Path others = lays("politie", "geheim");
        for (String name : List.of("../politie", "x/../politie", "POLITIE/../politie", "", ".", "/etc")) {
            assertTrue(lists().open(name).isEmpty(), name);
        }
        Files.createDirectories(folder.resolve("gemeente"));
        Files.createSymbolicLink(folder.resolve("gemeente").resolve(OwnListFolder.LIST), others);
        assertTrue(lists().open("gemeente").isEmpty());
        Files.createSymbolicLink(folder.resolve("uwv"), folder.resolve("politie"));
        assertTrue(lists().open("uwv").isEmpty());
    }
}
