package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was found in jars is kept in mind for as many as are in use, not for all that ever came. */
class ExaminerTest {

    @TempDir
    Path temporary;

    @Test
    void whatWasNotAskedForLatelyIsForgottenAndFoundAgain() throws Exception {
        Signing signer = Signing.as("Politie", temporary);
        Examiner examiner = new Examiner(
                new JarStore(temporary.resolve("copies"), Clock.systemUTC()), new JarSignature(Clock.systemUTC()), 2);
        String first = null;
        for (int patch = 0; patch < 4; patch++) {
            Path jar = signer.sign(PluginJar.police().version("1.0." + patch).write(temporary.resolve("a.jar")));
            try (InputStream in = Files.newInputStream(jar)) {
                String digest = examiner.examine(in).descriptor().digest();
                first = first == null ? digest : first;
            }
        }
        assertEquals(2, examiner.inMind());
        assertEquals("1.0.0", examiner.find(first).orElseThrow().descriptor().version(), "its copy is there");
        assertEquals(2, examiner.inMind());
        examiner.discard(first);
        assertEquals(1, examiner.inMind());
        assertTrue(examiner.find(first).isEmpty());
    }
}
