package nl.knelpunt.support.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0612345678",
                "06-12345678",
                "06 12 34 56 78",
                "06-12-34-56-78",
                "(010) 123 45 67",
                "0123456789",
                "+31612345678",
                "+31 (0)6 12345678",
                "0031 6 1234 5678",
                "+32 470 12 34 56",
                "melder@example.com",
                "jan.de-melder+bedrijf@post.example.nl"
            })
    void contactDataOfTheComplainantGoOut(String contact) {
        String text = Texts.withoutContact("Bel of mail " + contact + ", graag.");
        assertEquals(
                contact.contains("@")
                        ? "Bel of mail [e-mailadres weggelaten], graag."
                        : "Bel of mail [telefoonnummer weggelaten], graag.",
                text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "op 01-02-2026 14:00 uur",
                "op 01-02-2026 14.00 uur",
                "KvK 01234567",
                "BSN 999990019",
                "IBAN NL00BANK0417164300",
                "kenteken 1-ABC-23",
                "2601 DC 12",
                "om 02:30 en om 03:45",
                "200000 liter"
            })
    void otherFiguresStay(String text) {
        assertEquals(text, Texts.withoutContact(text));
    }

    @Test
    void aTextFitsADraftAndSaysSoWhenItWasCut() {
        assertEquals("x".repeat(4_000), Texts.fit("x".repeat(4_000)));
        String cut = Texts.fit("x".repeat(3_988) + "\ud83d\ude00".repeat(10));
        assertEquals("x".repeat(3_988) + " [ingekort]", cut);
        assertEquals(200, Texts.fitLine("x".repeat(201)).length());
        assertNull(Texts.fit(null));
        assertNull(Texts.withoutContact(null));
    }

    @Test
    void whatIsMissingIsLeftOutOfWhatIsJoined() {
        assertEquals("a, b", Texts.joined(", ", null, "a", "", "b", null));
        assertNull(Texts.joined(", ", null, ""));
    }

    @Test
    void aCodeHasAWordOrTheOneOfItsList() {
        CodeWords words = new CodeWords(
                new ByteArrayInputStream("port.NLRTM = Rotterdam\nport = haven\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("Rotterdam", words.of("port", "NLRTM"));
        assertEquals("haven", words.of("port", "XXXXX"));
        assertEquals("haven", words.of("port", null));
        assertNull(words.find("port", "XXXXX"));
        assertNull(words.of("ship", "1"));
    }

    @Test
    void aDayIsWrittenAsInASentence() {
        assertEquals("3 mei 2026", Texts.day(LocalDate.of(2026, 5, 3)));
    }
}
