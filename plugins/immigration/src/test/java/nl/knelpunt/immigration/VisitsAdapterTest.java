package nl.knelpunt.immigration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

/** The table as it is delivered, read by the plugin's own mapping and by another. */
class VisitsAdapterTest {

    private static final String TABLE = table();

    private static String table() {
        try (var file = VisitsAdapterTest.class.getResourceAsStream("/controlebezoeken.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VisitsAdapter adapter(String mapping) {
        return new VisitsAdapter(new VisitsAdapter.Settings() {
            @Override
            public String mapping() {
                return mapping;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return VisitsAdapter.Settings.class;
            }
        });
    }

    private static List<SignalDraft> read(String mapping, String table) throws MessageException, IOException {
        List<SignalDraft> drafts = new ArrayList<>();
        adapter(mapping).read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), drafts::add);
        return drafts;
    }

    @Test
    void aRowBecomesADraft() throws Exception {
        assertEquals(
                new SignalDraft(
                        "IND-R-0091",
                        new Observation(
                                "Bij een controlebezoek aan een referent bleek: De opgegeven functies bestaan niet op dit adres.\n"
                                        + "Vergunningen op naam van de referent: 24; ter plaatse aangetroffen: 3.\n"
                                        + "Uitkomst: erkenning geschorst.",
                                LocalDate.of(2026, 1, 20),
                                null,
                                new Place("Kasweg 7", "1775CD", "Haarveen", "GM9002", null, null),
                                "IND, toezicht op referenten"),
                        List.of(new Subject(
                                SubjectKind.LEGAL_PERSON,
                                List.of(
                                        new Value(DataCategory.COMPANY, "naam", "Tuinbouw Noord BV"),
                                        new Value(DataCategory.COMPANY, "kvk-nummer", "90006666"),
                                        new Value(DataCategory.SUPERVISION, "uitkomst", "erkenning geschorst"))))),
                read("", TABLE).get(0));
    }

    @Test
    void onlyRowsWithSomethingWrongAreSignals() throws Exception {
        assertEquals(
                List.of("IND-R-0091"),
                read("", TABLE).stream().map(SignalDraft::messageId).toList());
    }

    @Test
    void whatMayNotBeKnownNeverComesOut() throws Exception {
        List<String> forbidden = List.of("Ruritaans", "F00D", "Wilhelmina");
        StringBuilder out = new StringBuilder();
        for (SignalDraft draft : read("", TABLE)) {
            out.append(draft.messageId()).append(draft.observation().what());
            draft.subjects().forEach(s -> s.data().forEach(v -> out.append(v.content())));
        }
        MessageException refused =
                assertThrows(MessageException.class, () -> read("", TABLE.substring(0, TABLE.length() - 3)));
        for (String value : forbidden) {
            assertTrue(TABLE.contains(value), value);
            assertFalse(out.toString().contains(value), value);
            assertFalse((refused.getMessage() + refused.reason()).contains(value), value);
        }
    }

    @Test
    void aWrongCellIsNamedWithItsPlace() {
        MessageException refused =
                assertThrows(MessageException.class, () -> read("", TABLE.replaceFirst("20-01-2026", "20 januari")));
        assertEquals("line 2, column 2 (Bezoekdatum)", refused.where());
    }

    @Test
    void aTableThatWasCutOffIsRefusedWhereverThatHappened() {
        for (int end = 0; end < TABLE.length() - 1; end++) {
            String part = TABLE.substring(0, end);
            // A table that ends behind a row looks whole.
            if (!part.endsWith("\n")) {
                assertThrows(MessageException.class, () -> read("", part), "cut off after " + end);
            }
        }
    }

    @Test
    void anAdministratorsMappingTakesThePlaceOfOurs() throws Exception {
        assertEquals(
                "Iets anders.",
                read("{\"observation\": {\"what\": [\"Iets {wat}.\"]}}", "wat\nanders\n")
                        .get(0)
                        .observation()
                        .what());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> adapter("{\"observation\": {\"what\": [\"{Nationaliteit}\"]}}"));
        assertTrue(
                refused.getMessage()
                        .startsWith("mapping, $.observation.what[0], line 1, column 27: This column may not"),
                refused.getMessage());
    }
}
