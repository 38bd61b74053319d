package nl.knelpunt.fiod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.testing.Drafts;
import nl.knelpunt.support.testing.XmlAdapterContract;
import org.junit.jupiter.api.Test;

class GoAmlAdapterTest extends XmlAdapterContract {

    private static final String REPORT = Message.of("report.xml");
    private static final Pattern VALUE = Pattern.compile("<(\\w+)>([^<\\s][^<]*)<");

    @Override
    protected SignalAdapter adapter() {
        return new GoAmlAdapter();
    }

    @Override
    protected byte[] message() {
        return REPORT.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String begin() {
        return "<report><transaction>";
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of(
                "NATIONALITEIT",
                "MELDER",
                "BEROEP",
                "LANDCODE",
                "REDEN",
                "ACTIE",
                "TRANSACTIENUMMER",
                "OMSCHRIJVING",
                "98765",
                "GESLACHT",
                "GEBOORTEPLAATS",
                "PASPOORT",
                "VERBLIJFSLAND",
                "0612345678",
                "IDKAART",
                "OPMERKING",
                "NL91ABNA",
                "TEKEN",
                "BESTUURDER");
    }

    @Test
    void aReportBecomesADraftWithoutAmounts() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), REPORT).get(0);

        assertEquals("goaml:4711/STR-2026-17", draft.messageId());
        assertEquals("""
                Melding (goAML): verdachte transactie, gemeld op 12 mei 2026.
                Aantal transacties: 2, van 8 mei 2026 tot en met 10 mei 2026. Wijze (codes van goAML): [CASHD].
                Indicatoren (codes van goAML): CASHI, STRUC.
                Aantal goederen: 1.
                Aantal partijen: 2.
                Bedragen, rekeningen en toelichtingen zijn niet overgenomen.""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 8), draft.observation().date());
        assertEquals(LocalTime.of(9, 0), draft.observation().time());
        assertEquals(
                "Kadeweg 1, 1777AB Wieringersluis", draft.observation().place().description());
        assertEquals(null, draft.observation().observedBy(), "who reported is no observer of the FIOD");
        assertEquals(
                List.of(
                        "PERSON: IDENTIFICATION naam=Jo van Testpersoon, IDENTIFICATION geboortedatum=1985-03-12,"
                                + " BSN bsn=999990019, CONTACT adres=Dijk 3, 1778CD Zaanmeer, BUSINESS_RELATIONS rol=gever",
                        "LEGAL_PERSON: COMPANY naam=Goudhandel De Kade B.V., COMPANY handelsnaam=Kade Goud,"
                                + " COMPANY kvk-nummer=68750110, BUSINESS_RELATIONS rol=ontvanger",
                        "OBJECT: VEHICLE kenteken=12DBH3"),
                Drafts.subjects(draft));
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        assertEquals(
                Set.of(
                        "rentity_id",
                        "entity_reference",
                        "address",
                        "city",
                        "zip",
                        "first_name",
                        "prefix",
                        "last_name",
                        "name",
                        "commercial_name",
                        "incorporation_number",
                        "transmode_code",
                        "indicator"),
                Drafts.through(adapter(), REPORT, VALUE));
    }

    @Test
    void anActivityHasPartiesWithoutTransactions() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), """
                <report><rentity_id>1</rentity_id><entity_reference>S1</entity_reference><report_code>SAR</report_code>
                <activity><report_parties><report_party><person><last_name>Testpersoon</last_name></person>
                <reason>x</reason></report_party></report_parties></activity></report>""").get(0);
        assertTrue(draft.observation().what().startsWith("Melding (goAML): verdachte activiteit."));
        assertEquals(
                List.of("PERSON: IDENTIFICATION naam=Testpersoon, BUSINESS_RELATIONS rol=betrokkene"),
                Drafts.subjects(draft));
    }

    @Test
    void manyPartiesAreCounted() throws Exception {
        StringBuilder transactions = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            transactions
                    .append("<transaction><t_from><from_person><last_name>P")
                    .append(i)
                    .append("</last_name></from_person></t_from></transaction>");
        }
        SignalDraft draft = Drafts.of(
                        adapter(), "<report><entity_reference>S1</entity_reference>" + transactions + "</report>")
                .get(0);
        assertTrue(draft.subjects().isEmpty());
        assertTrue(draft.observation().what().contains("Aantal partijen: 1000. Dat zijn er te veel"));
    }

    @Test
    void withoutAReferenceOrAFactItIsRefused() {
        assertThrows(
                MessageException.class,
                () -> Drafts.of(adapter(), REPORT.replaceAll("<entity_reference>.*?</entity_reference>", "")));
        assertThrows(
                MessageException.class,
                () -> Drafts.of(adapter(), "<report><entity_reference>S1</entity_reference></report>"));
    }
}
