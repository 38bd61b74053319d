package nl.knelpunt.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalenAdapterTest {

    private static final String MESSAGE = resource("/melding.json");
    private static final List<String> FORBIDDEN = List.of(
            "elhelmina",
            "ilhelmina",
            "melder@",
            "behandelaar",
            "indeler",
            "31600000001",
            "bewoner",
            "Eigenaar",
            "afkomst",
            "nationaliteit",
            "slachtoffer",
            "bijlage",
            "foto");

    private static String resource(String name) {
        try (InputStream file = SignalenAdapterTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SignalDraft> read(byte[] message) throws MessageException, IOException {
        List<SignalDraft> drafts = new ArrayList<>();
        new SignalenAdapter().read(new ByteArrayInputStream(message), drafts::add);
        return drafts;
    }

    private static List<SignalDraft> read(String message) throws MessageException, IOException {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageException refusal(String message) {
        return refusal(message, StandardCharsets.UTF_8);
    }

    private static MessageException refusal(String message, Charset charset) {
        MessageException refusal = assertThrows(MessageException.class, () -> read(message.getBytes(charset)));
        holdsNothingForbidden(refusal.getMessage() + refusal.where() + refusal.reason());
        return refusal;
    }

    /** Everything that a draft holds. No subject ever comes out of a Signalen report. */
    private static String content(List<SignalDraft> drafts) {
        drafts.forEach(draft -> assertEquals(List.of(), draft.subjects()));
        return everythingIn(drafts);
    }

    /** Every value inside, since toString keeps them to itself. */
    private static String everythingIn(Object value) {
        StringBuilder all = new StringBuilder();
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    all.append(everythingIn(component.getAccessor().invoke(value)));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
            return all.toString();
        }
        if (value instanceof Iterable<?> items) {
            items.forEach(item -> all.append(everythingIn(item)));
            return all.toString();
        }
        return value + "\n";
    }

    private static void holdsNothingForbidden(String text) {
        FORBIDDEN.forEach(word -> assertFalse(text.toLowerCase().contains(word.toLowerCase()), word));
    }

    @Test
    void aReportBecomesADraft() throws Exception {
        SignalDraft draft = read(MESSAGE).get(0);

        assertEquals("7b0c4c0e-9a55-4b57-8f1e-2a8d0e6f3c11", draft.messageId());
        assertEquals("""
                Achter loods 12 staan nachts busjes zonder kenteken te laden.
                Sterke chemische lucht; rolluik blijft dicht.
                Categorie: Vermoeden van productie.
                Binnengekomen via: Handhaving - gebied Noord.""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 10, 25), draft.observation().date());
        assertEquals(LocalTime.of(2, 30), draft.observation().time(), "Summer time still, in that night");
        assertEquals(
                new Place("Sluiskade 12A-3", "1779AB", "Wieringersluis", null, 4.9321, 52.9117),
                draft.observation().place());
        assertEquals("Handhaving - gebied Noord", draft.observation().observedBy());
        assertEquals(List.of(), draft.subjects());
    }

    @Test
    void theReporterAndAttachmentsStayBehind() throws Exception {
        holdsNothingForbidden(content(read(MESSAGE)));
    }

    /** Marks every value in turn and sees which of them come out: the allow-list, as it works. */
    @Test
    void onlyTheAllowListComesOut() throws Exception {
        String mark = "MERKTEKEN";
        Set<String> through = new TreeSet<>();
        Matcher line =
                Pattern.compile("(?m)^\\s*\"(\\w+)\": (\"[^\"]*\"|[\\w.]+),?$").matcher(MESSAGE);
        int lines = 0;
        while (line.find()) {
            lines++;
            String marked = MESSAGE.substring(0, line.start(2)) + "\"" + mark + "\"" + MESSAGE.substring(line.end(2));
            try {
                if (content(read(marked)).contains(mark)) {
                    through.add(line.group(1) + " " + line.group(2).replace("\"", ""));
                }
            } catch (MessageException e) {
                assertFalse((e.getMessage() + e.where() + e.reason()).contains(mark), line.group(1));
            }
        }
        assertEquals(43, lines, "Every value of the message stands on a line of its own");
        assertEquals(
                Set.of(
                        "huisletter A",
                        "huisnummer 12",
                        "huisnummer_toevoeging 3",
                        "openbare_ruimte Sluiskade",
                        "signal_id 7b0c4c0e-9a55-4b57-8f1e-2a8d0e6f3c11",
                        "source Handhaving - gebied Noord",
                        "sub Vermoeden van productie",
                        "text Achter loods 12 staan nachts busjes zonder kenteken te laden.",
                        "text_extra Sterke chemische lucht; rolluik blijft dicht.",
                        "woonplaats Wieringersluis"),
                through);
    }

    @Test
    void contactDataInFreeTextStayBehind() throws Exception {
        String text = content(read("""
                {"text": "Bel mij op 06-00000001 of wilhelmina.melder@post.example", "source": "e-mail melder@post.example"}
                """));
        holdsNothingForbidden(text);
        assertFalse(text.contains("06-00000001"));
    }

    @Test
    void severalReportsBecomeSeveralDrafts() throws Exception {
        assertEquals(
                List.of("SIG-1", "SIG-2"),
                read("[{\"id\": 1, \"text\": \"een\"}, {\"id_display\": \"SIG-2\", \"id\": 2, \"text\": \"twee\"}]")
                        .stream()
                        .map(SignalDraft::messageId)
                        .toList());
    }

    @Test
    void whatIsMissingIsLeftToTheWorker() throws Exception {
        SignalDraft draft = read("{\"text\": \"Verlaten loods\", \"location\": null, \"incident_date_start\": null}")
                .get(0);
        assertNull(draft.messageId());
        assertEquals("Verlaten loods", draft.observation().what());
        assertNull(draft.observation().date());
        assertNull(draft.observation().place());
        assertNull(draft.observation().observedBy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"online", "Telefoon – Stadsloket", "E-mail - klantcontact", "Webcare"})
    void aCitizensReportWasObservedByNobodyOfTheMunicipality(String channel) throws Exception {
        SignalDraft draft =
                read("{\"text\": \"x\", \"source\": \"" + channel + "\"}").get(0);
        assertNull(draft.observation().observedBy());
        assertTrue(draft.observation().what().endsWith("Binnengekomen via: " + channel + "."));
    }

    @ParameterizedTest
    @CsvSource({"1011PN, 1011PN", "1011 pn, 1011PN", "B-1000, ", "'', "})
    void onlyADutchPostcodeIsOne(String written, String postcode) throws Exception {
        SignalDraft draft = read("{\"text\": \"x\", \"location\": {\"address\": {\"postcode\": \"" + written + "\"}}}")
                .get(0);
        assertEquals(postcode, draft.observation().place().postcode());
    }

    @Test
    void theCategoryOfANewReportIsReadFromItsAddress() throws Exception {
        String url = "/signals/v1/public/terms/categories/overig/sub_categories/geluid-muziek/";
        SignalDraft draft = read("{\"text\": \"x\", \"category\": {\"sub_category\": \"" + url + "\"}}")
                .get(0);
        assertEquals("x\nCategorie: geluid muziek.", draft.observation().what());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": 5} | $.text, line 1, column 10",
                "{\"text\": \"x\", \"location\": []} | $.location, line 1, column 27",
                "[{\"text\": \"x\"}, {\"location\": {\"geometrie\": {\"coordinates\": [\"4\", 52]}}}] | $[1].location.geometrie.coordinates[0], line 1, column 61",
                "{\"text\": \"x\", \"location\": {\"geometrie\": {\"coordinates\": [52, 104]}}} | $.location.geometrie.coordinates, line 1, column 65",
                "{\"text\": \"x\", \"location\": {\"geometrie\": {\"coordinates\": [[4, 52]]}}} | $.location.geometrie.coordinates[0], line 1, column 58",
                "{\"text\": \"x\", \"incident_date_start\": \"gisteren\"} | $.incident_date_start, line 1, column 38",
                "{\"text\": \"x\", \"category\": {\"sub_category\": 7}} | $.category.sub_category, line 1, column 44",
                "{} | $, line 1, column 2",
                "[{\"text\": \"x\"}, {\"title\": \"geen melding\"}] | $[1], line 1, column 41",
                "null | $, line 1, column 1",
                "[3] | $[0], line 1, column 2"
            })
    void aWrongValueIsRefusedWithItsPath(String message, String where) {
        assertEquals(where, refusal(message).where());
    }

    @Test
    void aTruncatedMessageIsRefusedWhereverItEnds() {
        for (int end = 0; end < MESSAGE.stripTrailing().length(); end++) {
            refusal(MESSAGE.substring(0, end));
        }
    }

    @Test
    void aMessageInAnotherEncodingIsRefused() {
        refusal(MESSAGE.replace("Sluiskade", "Caf\u00e9kade"), StandardCharsets.ISO_8859_1);
    }

    @Property(tries = 300)
    void aDamagedMessageIsReadOrRefused(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 2_000) Integer> places, @ForAll byte value)
            throws IOException {
        byte[] damaged = MESSAGE.getBytes(StandardCharsets.UTF_8);
        places.forEach(place -> damaged[place % damaged.length] = value);
        try {
            read(damaged);
        } catch (MessageException refused) {
            holdsNothingForbidden(refused.getMessage() + refused.reason());
        }
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] message) throws IOException {
        try {
            read(message);
        } catch (MessageException refused) {
            assertFalse(refused.where().isBlank());
        }
    }

    @Test
    void longTextIsCutToFitTheDraft() throws Exception {
        SignalDraft draft =
                read("{\"text\": \"" + "lang ".repeat(3_000) + "\"}").get(0);
        assertEquals(4_000, draft.observation().what().length());
        assertTrue(draft.observation().what().endsWith("[ingekort]"));
    }

    @Test
    void hostileMessagesAreRefused() {
        refusal("{\"text\": \"" + "x".repeat(200_000) + "\"}");
        refusal("{\"reporter\": " + "[".repeat(100_000));
        refusal("{\"location\": ".repeat(100_000));
        refusal("{\"text\": \"x\", \"text\": \"y\"}");
        refusal("{\"text\": \"x\", \"signal_id\": \"" + "x".repeat(65) + "\"}");
    }
}
