package nl.knelpunt.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.testing.AdapterContract;
import nl.knelpunt.support.testing.Drafts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case of the Zaken API comes out, roles and other people stay behind. */
class CaseAdapterTest extends AdapterContract {

    private static final String MESSAGE = CaseMessageAdapterTest.file("/zaak.json");

    @Override
    protected SignalAdapter adapter() {
        return new CaseAdapter();
    }

    @Override
    protected byte[] message() {
        return MESSAGE.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("Ruritaans", "Freedonisch", "Tester", "Wilhelmina", "999990019");
    }

    @Override
    protected Stream<String> knownByItsForm() {
        return Stream.of("06-00000001");
    }

    @Test
    void aCaseBecomesADraft() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), MESSAGE).get(0);
        assertEquals("ZAAK-2026-0000000815", draft.messageId());
        assertEquals(
                "Controle loods Sluiskade\nSlaapplaatsen achter de stelling; bel [telefoonnummer weggelaten].\n"
                        + "Zaaktype: Uitvoeren controle.",
                draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 3), draft.observation().date());
        assertEquals(
                new Place("Sluiskade 12", "1771AA", "Wieringersluis", null, 4.9321, 52.9117),
                draft.observation().place());
        assertEquals(List.of("OBJECT: CADASTRAL bag-id=9001200000000042"), Drafts.subjects(draft));
    }

    @Test
    void aPageOfResultsBecomesADraftForEachCase() throws Exception {
        String page = "{\"count\": 2, \"next\": null, \"results\": [" + MESSAGE + ", {\"identificatie\": \"Z2\","
                + " \"omschrijving\": \"Leegstaand pand\"}]}";
        assertEquals(
                List.of("ZAAK-2026-0000000815", "Z2"),
                Drafts.of(adapter(), page).stream().map(SignalDraft::messageId).toList());
    }

    @Test
    void anAreaIsNoPlaceWhereSomethingWasSeen() throws Exception {
        String area = "{\"identificatie\": \"Z2\", \"omschrijving\": \"x\", \"zaakgeometrie\": {\"type\": \"Polygon\","
                + " \"coordinates\": [[[4, 52], [5, 52], [5, 53], [4, 52]]]}}";
        assertNull(Drafts.of(adapter(), area).get(0).observation().place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"omschrijving\": \"x\"} | $, line 1, column 21",
                "{\"identificatie\": \"Z\"} | $, line 1, column 22",
                "{\"identificatie\": \"Z\", \"startdatum\": \"gisteren\"} | $.startdatum, line 1, column 38",
                "{\"zaakgeometrie\": {\"type\": \"Point\", \"coordinates\": [52, 104]}} | $.zaakgeometrie.coordinates, line 1, column 60",
                "[{\"identificatie\": 5}] | $[0].identificatie, line 1, column 20"
            })
    void whatIsWrongHasAPlace(String message, String where) {
        assertEquals(
                where,
                assertThrows(MessageException.class, () -> Drafts.of(adapter(), message))
                        .where());
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        assertEquals(
                Set.of("gorOpenbareRuimteNaam", "identificatie", "omschrijving", "toelichting", "wplWoonplaatsNaam"),
                Drafts.through(adapter(), MESSAGE, Pattern.compile("\"(\\w+)\": \"([^\"]+)\"")));
    }
}
