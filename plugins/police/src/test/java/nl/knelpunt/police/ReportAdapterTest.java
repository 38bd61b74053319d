package nl.knelpunt.police;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.json.JsonReader;
import nl.knelpunt.support.testing.AdapterContract;
import nl.knelpunt.support.testing.Drafts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report becomes a draft that says what the checklist asks and the report leaves open. */
class ReportAdapterTest extends AdapterContract {

    private static final String MESSAGE = file("/rapportage.json");

    private static String file(String name) {
        try (var file = ReportAdapterTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected SignalAdapter adapter() {
        return new ReportAdapter();
    }

    @Override
    protected byte[] message() {
        return MESSAGE.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("Wilhelmina", "Tester", "Ruritaans", "999990019", "Freedonia");
    }

    @Override
    protected Stream<String> knownByItsForm() {
        return Stream.of("06-00000001");
    }

    @Test
    void aCompleteReportBecomesADraft() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), MESSAGE).get(0);
        assertEquals("PL1100-2026012345", draft.messageId());
        assertEquals("""
                Aanleiding: Doorzoeking na een melding van stroomdiefstal.
                Aangetroffen: Begane grond: drogende planten; zolder: kweekruimte.
                Soort drugs: softdrugs (lijst II)
                Hoeveelheid: 412 planten
                Goederen die erbij horen: Assimilatielampen, weegschaal; bel [telefoonnummer weggelaten]
                Wapens en munitie: geen
                Meldingen van overlast: Vier meldingen van stank in twee maanden.
                Gevaar voor de omgeving: Omleiding van de stroom; woningen aan beide kanten.
                Risico voor de openbare orde: Vrees voor een ripdeal.
                Verband met andere panden of vondsten: Zelfde lampen als in het pand Oosterkade 3.
                Antecedenten: Eerder een kwekerij in dit pand.""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 3, 14), draft.observation().date());
        assertEquals(LocalTime.of(6, 30), draft.observation().time());
        assertEquals(
                new Place("Sluiskade 12", "1771AA", "Wieringersluis", "GM9001", null, null),
                draft.observation().place());
        assertEquals("Basisteam Noordkop", draft.observation().observedBy());
        assertEquals(
                List.of("OBJECT: HOUSING gebruik=bedrijfsruimte, CADASTRAL eigenaar=Loodsen Holding BV"),
                Drafts.subjects(draft));
    }

    @Test
    void whatTheChecklistAsksAndTheReportLeavesOpenIsSaid() throws Exception {
        String half = MESSAGE.replaceAll("\"(wapens|gevaar|gemeente)\": \"[^\"]*\",", "\"$1\": null,");
        String what = Drafts.of(adapter(), half).get(0).observation().what();
        assertTrue(what.endsWith("\nNog open: wapens en munitie, gevaar voor de omgeving, gemeentecode."), what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aanleiding", "aangetroffen", "middel", "datum", "plaats"})
    void withoutItsCoreItIsNoReport(String name) {
        MessageException refused = assertThrows(
                MessageException.class,
                () -> Drafts.of(
                        adapter(), MESSAGE.replaceFirst("\"" + name + "\": \"[^\"]*\"", "\"" + name + "\": \"\"")));
        assertEquals(
                "In deze rapportage ontbreekt: " + name + ".", refused.reason().nl());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"soft\" | \"veel\" | $.middel, line 5, column 13",
                "\"2026-03-14\" | \"gisteren\" | $.datum, line 14, column 12",
                "\"06:30\" | \"vroeg\" | $.tijd, line 15, column 11"
            })
    void whatIsWrongHasAPlace(String before, String after, String where) {
        assertEquals(
                where,
                assertThrows(
                                MessageException.class,
                                () -> Drafts.of(adapter(), MESSAGE.replace(before.strip(), after.strip())))
                        .where());
    }

    /** One list of questions: who fills in the form and who sends the message are asked the same. */
    @Test
    void theMessageHasTheQuestionsOfTheForm() throws Exception {
        Set<String> asked = new TreeSet<>();
        JsonReader form = new JsonReader(
                ReportAdapterTest.class.getResourceAsStream("/knelpunt/forms/bestuurlijke-rapportage.json"));
        form.object();
        while (form.next()) {
            if (form.name().equals("schema")) {
                form.object();
                while (form.next()) {
                    if (form.name().equals("properties")) {
                        form.object();
                        while (form.next()) {
                            asked.add(form.name());
                        }
                    }
                }
            }
        }
        Set<String> sent = new TreeSet<>();
        JsonReader message = new JsonReader(ReportAdapterTest.class.getResourceAsStream("/rapportage.json"));
        message.object();
        while (message.next()) {
            sent.add(message.name());
        }
        sent.removeAll(Set.of("verdachte", "melder"));
        assertEquals(asked, sent);
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        Set<String> through = Drafts.through(adapter(), MESSAGE, Pattern.compile("\"([\\w-]+)\": \"([^\"]+)\""));
        assertTrue(Stream.of("naam", "nationaliteit", "bsn", "melder").noneMatch(through::contains), through::toString);
        assertTrue(through.containsAll(Set.of("aanleiding", "antecedenten", "eigenaar", "kenmerk")), through::toString);
    }
}
