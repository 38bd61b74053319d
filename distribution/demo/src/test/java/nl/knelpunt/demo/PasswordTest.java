package nl.knelpunt.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {

    @TempDir
    Path one;

    @TempDir
    Path other;

    @Test
    void itIsMadeOnceAndDiffersPerDemo() {
        String password = Password.in(one);

        assertTrue(password.matches("([a-z2-9]{4}-){4}[a-z2-9]{4}"), "readable, and twenty letters of chance");
        assertEquals(password, Password.in(one));
        assertNotEquals(password, Password.in(other));
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Password.in(one);

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(one.resolve("demo-password"))));
    }
}
