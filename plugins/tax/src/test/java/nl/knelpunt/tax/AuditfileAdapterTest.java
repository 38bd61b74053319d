package nl.knelpunt.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.Hostile;
import nl.knelpunt.support.testing.Drafts;
import nl.knelpunt.support.testing.XmlAdapterContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditfileAdapterTest extends XmlAdapterContract {

    private static final String BOOKS = Message.of("auditfile.xaf");
    private static final Pattern VALUE = Pattern.compile("<(\\w+)>([^<\\s][^<]*)<");

    @Override
    protected SignalAdapter adapter() {
        return new AuditfileAdapter();
    }

    @Override
    protected byte[] message() {
        return BOOKS.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String begin() {
        return "<auditfile xmlns=\"http://www.auditfiles.nl/XAF/3.2\">";
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of(
                "1234567",
                "777777",
                "NL91ABNA",
                "CONTACTPERSOON",
                "0612345678",
                "geheim@",
                "NIET GEKOZEN",
                "90004760",
                "VROEGERE",
                "KASREKENING",
                "CONTANTE",
                "OMSCHRIJVING",
                "REGEL",
                "FACTUUR9");
    }

    @Test
    void booksBecomeOneDraftWithThePickedRelations() throws Exception {
        List<SignalDraft> drafts = Drafts.of(adapter(), BOOKS);
        assertEquals(1, drafts.size());
        SignalDraft draft = drafts.get(0);

        assertEquals(null, draft.messageId());
        assertEquals("""
                Auditfile (XAF) van een administratie, boekjaar 2025, van 1 januari 2025 tot en met 31 december 2025, aangemaakt op 3 februari 2026.
                De administratie telt 2 grootboekrekeningen, 3 klanten en leveranciers, 1 dagboeken en 2 boekingen met samen 4 regels.
                Gekozen klanten en leveranciers: 2. Bedragen zijn niet overgenomen. Schrijf zelf op wat u hebt waargenomen.""", draft.observation().what());
        assertEquals("Industrieweg 12 a", draft.observation().place().description());
        assertEquals("1777AB", draft.observation().place().postcode());
        assertEquals("Haarveen", draft.observation().place().town());
        assertEquals(null, draft.observation().date(), "when it was observed the books don't say");
        assertEquals(
                List.of(
                        "LEGAL_PERSON: COMPANY naam=Autoverhuur Haarveen B.V., COMPANY rsin=857587973,"
                                + " COMPANY adres=Industrieweg 12 a, 1777AB, Haarveen,"
                                + " BUSINESS_RELATIONS rol=administratieplichtige",
                        "LEGAL_PERSON: COMPANY naam=Garage De Bocht, COMPANY kvk-nummer=68750110,"
                                + " BSN fiscaal-nummer=999993653, COMPANY adres=Dijk 3, 1778CD, Zaanmeer,"
                                + " BUSINESS_RELATIONS rol=leverancier, 2 boekingsregels, van 2025-01-09 tot en met 2025-03-04",
                        "LEGAL_PERSON: COMPANY naam=Transport Zaanmeer, COMPANY btw-nummer=NL002455799B11,"
                                + " BUSINESS_RELATIONS rol=klant en leverancier, geen boekingen"),
                Drafts.subjects(draft));
    }

    @Test
    void withoutAPickNobodyOfTheBooksComesOut() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), BOOKS.replaceAll("<\\?knelpunt-kies.*\n", ""))
                .get(0);
        assertEquals(1, draft.subjects().size());
        assertTrue(draft.observation()
                .what()
                .endsWith("Er is geen klant of leverancier gekozen. Schrijf zelf op wat u hebt waargenomen."));
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        assertEquals(
                Set.of("companyName", "custSupName", "streetname", "number", "numberExtension", "city", "postalCode"),
                Drafts.through(adapter(), BOOKS, VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "857587973, COMPANY rsin=857587973",
        "NL004495445B01, COMPANY btw-nummer=NL004495445B01",
        "999993653, BSN fiscaal-nummer=999993653",
        "999993653B01, BSN fiscaal-nummer=999993653"
    })
    void aNumberThatMayBeABsnIsTreatedAsOne(String number, String value) throws Exception {
        String books = BOOKS.replace(">857587973<", ">" + number + "<");
        assertTrue(Drafts.subjects(Drafts.of(adapter(), books).get(0)).get(0).contains(value));
    }

    @Test
    void whoWasPickedHasToBeInTheBooks() {
        MessageException refusal = assertThrows(
                MessageException.class, () -> Drafts.of(adapter(), BOOKS.replace("1001 2002", "1001 MERKTEKEN")));
        assertTrue(refusal.reason().en().startsWith("A relation that was picked"));
        assertTrue(!refusal.getMessage().contains("MERKTEKEN"));
    }

    @Test
    void aPickOfEverybodyIsRefused() {
        String all = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21";
        assertThrows(MessageException.class, () -> Drafts.of(adapter(), BOOKS.replace("1001 2002", all)));
    }

    @Test
    void anotherVersionIsRefused() {
        assertThrows(MessageException.class, () -> Drafts.of(adapter(), BOOKS.replace("XAF/3.2", "XAF/2")));
    }

    @Test
    void aLongLedgerIsReadAsAStream() throws Exception {
        String line = BOOKS.substring(BOOKS.indexOf("<trLine>"), BOOKS.indexOf("</trLine>")) + "</trLine>";
        int first = BOOKS.indexOf("<trLine>");
        List<SignalDraft> drafts = new java.util.ArrayList<>();
        adapter().read(Hostile.repeated(BOOKS.substring(0, first), line, 200_000, BOOKS.substring(first)), drafts::add);
        assertTrue(Drafts.subjects(drafts.get(0)).get(1).contains("200002 boekingsregels"));
    }
}
