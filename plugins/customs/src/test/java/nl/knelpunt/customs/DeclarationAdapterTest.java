package nl.knelpunt.customs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationAdapterTest extends XmlAdapterContract {

    private static final String CONTROL = Message.of("control.xml");
    private static final String DECLARATION = Message.of("declaration.xml");
    private static final Pattern VALUE = Pattern.compile("<((?:md:)?\\w+)(?: [^>]*)?>([^<\\s][^<]*)<");

    @Override
    protected SignalAdapter adapter() {
        return new DeclarationAdapter();
    }

    @Override
    protected byte[] message() {
        return DECLARATION.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String begin() {
        return "<MetaData><Declaration>";
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("PANAMEES", "HERKOMST", "OORSPRONG", "987654", "4321", "GEHEIM", "NL999999990", "ZEGEL9");
    }

    @Test
    void aNoticeOfControlBecomesASignal() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), CONTROL).get(0);

        assertEquals("dms-05:kennisgeving-731", draft.messageId());
        assertEquals("""
                De Douane gaat de goederen van een aangifte controleren en geeft ze daarom nog niet vrij.
                Aangifte (MRN): 26NL0003960A1B2C3D.
                Kenmerk van de aangever: LRN-2026-17.""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 11), draft.observation().date(), "half past midnight in the Netherlands");
        assertEquals(LocalTime.of(0, 30), draft.observation().time());
        assertEquals("Douane", draft.observation().observedBy());
        assertEquals(List.of("OBJECT: SUPERVISION mrn=26NL0003960A1B2C3D"), Drafts.subjects(draft));
    }

    @Test
    void aDeclarationTellsOfGoodsPlaceAndTraders() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), DECLARATION).get(0);

        assertEquals("dms:LRN-2026-18", draft.messageId());
        assertEquals("""
                Aangifte ten invoer.
                Kenmerk van de aangever: LRN-2026-18.
                Route van de goederen: EC naar NL.
                Aangegeven goederen: Verse bananen (goederencode 0803901000).""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 11), draft.observation().date());
        assertEquals(LocalTime.of(11, 15), draft.observation().time());
        assertEquals("goederenlocatie NLAMS4711", draft.observation().place().description());
        assertEquals("Amsterdam", draft.observation().place().town());
        assertNull(draft.observation().observedBy(), "a declaration is no observation");
        assertEquals(
                List.of(
                        "OBJECT: IDENTIFICATION containernummer=CSQU3054383",
                        "OBJECT: VEHICLE imo-nummer=9319466",
                        "LEGAL_PERSON: COMPANY eori=NL123456782, BUSINESS_RELATIONS rol=aangever",
                        "LEGAL_PERSON: COMPANY naam=Fruitimport De Kade B.V.,"
                                + " COMPANY adres=Kadeweg 1, 1777AB Wieringersluis, BUSINESS_RELATIONS rol=geadresseerde"),
                Drafts.subjects(draft));
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        assertEquals(
                Set.of("FunctionalReferenceID", "ID", "Name", "Line", "PostcodeID", "CityName", "Description"),
                Drafts.through(adapter(), DECLARATION, VALUE));
        assertEquals(Set.of("FunctionalReferenceID", "ID"), Drafts.through(adapter(), CONTROL, VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "03", "09", "13"})
    void anotherStepOfADeclarationIsNoSignal(String code) {
        MessageException refusal = assertThrows(
                MessageException.class, () -> Drafts.of(adapter(), CONTROL.replace(">05<", ">" + code + "<")));
        assertTrue(refusal.reason().en().startsWith("This message tells of no control"), refusal::getMessage);
    }

    @Test
    void namespacesMayBeLeftOut() throws Exception {
        String bare = CONTROL.replaceAll(" xmlns(:md)?=\"[^\"]*\"", "").replace("md:", "");
        assertEquals(Drafts.content(Drafts.of(adapter(), CONTROL)), Drafts.content(Drafts.of(adapter(), bare)));
    }

    @Test
    void withoutANumberARepeatCouldNotBeSeen() {
        String without = DECLARATION.replaceAll("<FunctionalReferenceID>.*?</FunctionalReferenceID>", "");
        assertThrows(MessageException.class, () -> Drafts.of(adapter(), without));
    }

    @Test
    void manyGoodsAreCounted() throws Exception {
        String item = DECLARATION.substring(
                DECLARATION.indexOf("<GovernmentAgencyGoodsItem>"), DECLARATION.indexOf("</GoodsShipment>"));
        String what = Drafts.of(adapter(), DECLARATION.replace(item, item.repeat(40)))
                .get(0)
                .observation()
                .what();
        assertTrue(what.endsWith("; en nog 25."), what);
    }
}
