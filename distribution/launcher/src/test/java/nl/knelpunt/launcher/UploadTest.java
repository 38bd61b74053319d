package nl.knelpunt.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that is sent")
class UploadTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @TempDir
    private Path folder;

    private String sent(String content, Charset charset, String... picked) throws Exception {
        Path file = Files.writeString(folder.resolve("books.xaf"), content, charset);
        Picked numbers = Picked.of(List.of(picked));
        try (var in = numbers.open(file)) {
            byte[] bytes = in.readAllBytes();
            assertEquals(bytes.length, numbers.size(file));
            return new String(bytes, charset);
        }
    }

    @Test
    void goesAsItIsWhenNothingIsPicked() throws Exception {
        assertEquals(DECLARATION + "\n<auditfile/>", sent(DECLARATION + "\n<auditfile/>", StandardCharsets.UTF_8));
    }

    @Test
    void bearsWhatWasPickedBehindItsDeclaration() throws Exception {
        assertEquals(
                DECLARATION + "<?knelpunt-kies 1001 1007 C-9?>\n<auditfile/>",
                sent(DECLARATION + "\n<auditfile/>", StandardCharsets.UTF_8, "1001, 1007", "C-9"));
        assertEquals("<?knelpunt-kies 1?><auditfile/>", sent("<auditfile/>", StandardCharsets.UTF_8, "1"));
        assertEquals(
                "\uFEFF" + DECLARATION + "<?knelpunt-kies 1?><auditfile/>",
                sent("\uFEFF" + DECLARATION + "<auditfile/>", StandardCharsets.UTF_8, "1"));
    }

    @Test
    void isNotPickedFromInUtf16() throws IOException {
        Path file = Files.writeString(folder.resolve("books.xaf"), DECLARATION, StandardCharsets.UTF_16);
        assertThrows(Failure.class, () -> Picked.of(List.of("1")).size(file));
    }

    @Test
    void takesNoNumberThatWouldEndTheInstruction() {
        assertThrows(WronglyAsked.class, () -> Picked.of(List.of("1?><x>")));
    }

    @Test
    void saysEachSecondHowFarItIsWhenItTakesAWhile() throws Exception {
        Path file = Files.write(folder.resolve("big.xaf"), new byte[4 << 20]);
        AtomicLong clock = new AtomicLong();
        List<String> told = new ArrayList<>();
        var upload = new Upload(file, Picked.of(List.of()), clock::get, told::add);
        try (var in = upload.open(4 << 20)) {
            in.readNBytes(1 << 20);
            assertEquals(List.of(), told);
            clock.addAndGet(Duration.ofSeconds(3).toNanos());
            in.readNBytes(2 << 20);
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            in.readAllBytes();
        }
        assertEquals(List.of("big.xaf: 25 % of 4 MiB", "big.xaf: 75 % of 4 MiB"), told);
    }
}
