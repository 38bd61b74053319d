package nl.knelpunt.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

/** A case comes out, who is in it stays behind. */
class CaseMessageAdapterTest extends XmlAdapterContract {

    static String file(String name) {
        try (var file = CaseMessageAdapterTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String MESSAGE = file("/zaak.xml");

    @Override
    protected SignalAdapter adapter() {
        return new CaseMessageAdapter();
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

    @Override
    protected String begin() {
        return MESSAGE.substring(0, MESSAGE.indexOf("<ZKN:stuurgegevens>"));
    }

    @Test
    void aCaseBecomesADraft() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), MESSAGE).get(0);
        assertEquals("WSL-2026-0815", draft.messageId());
        assertEquals(
                "Controle loods Sluiskade\nSlaapplaatsen achter de stelling; bel [telefoonnummer weggelaten].\n"
                        + "Zaaktype: Uitvoeren controle.",
                draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 3), draft.observation().date());
        assertEquals("Sluiskade 12", draft.observation().place().description());
        assertEquals("1771AA", draft.observation().place().postcode());
        assertEquals("Wieringersluis", draft.observation().place().town());
        assertEquals(4.9264, draft.observation().place().longitude(), 0.001);
        assertEquals(52.9085, draft.observation().place().latitude(), 0.001);
        assertEquals(null, draft.observation().observedBy());
        assertEquals(List.of("OBJECT: CADASTRAL bag-id=9001200000000042"), Drafts.subjects(draft));
    }

    @Test
    void itMayComeWithoutAnEnvelope() throws Exception {
        String bare = MESSAGE.substring(MESSAGE.indexOf("<ZKN:zakLk01"), MESSAGE.indexOf("</soap:Body>"))
                .replace("<ZKN:zakLk01", "<ZKN:zakLk01 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        assertEquals(Drafts.of(adapter(), MESSAGE), Drafts.of(adapter(), bare));
    }

    @Test
    void ofAChangeWhatItBecameCounts() throws Exception {
        String object = MESSAGE.substring(MESSAGE.indexOf("<ZKN:object"), MESSAGE.indexOf("</ZKN:zakLk01>"));
        String changed = MESSAGE.replace("soort>T<", "soort>W<")
                .replace(object, object + object.replace("Controle loods", "Hercontrole loods"));
        List<SignalDraft> drafts = Drafts.of(adapter(), changed);
        assertEquals(1, drafts.size());
        assertTrue(drafts.get(0).observation().what().startsWith("Hercontrole loods"));
    }

    @Test
    void aRemovalIsNoSignal() {
        MessageException refused = assertThrows(
                MessageException.class, () -> Drafts.of(adapter(), MESSAGE.replace("soort>T<", "soort>V<")));
        assertTrue(refused.reason().nl().startsWith("Dit bericht verwijdert een zaak"));
    }

    @Test
    void aPlaceHolderThatWasNeverFilledInIsNamed() {
        MessageException refused = assertThrows(
                MessageException.class, () -> Drafts.of(adapter(), MESSAGE.replace("20260503", "{{ start }}")));
        assertEquals("line 17, column 33", refused.where());
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        assertEquals(
                Set.of(
                        "BG:gor.openbareRuimteNaam",
                        "BG:huisnummer",
                        "BG:wpl.woonplaatsNaam",
                        "ZKN:identificatie",
                        "ZKN:omschrijving",
                        "ZKN:toelichting"),
                Drafts.through(adapter(), MESSAGE, Pattern.compile("<([\\w:.]+)(?: [^<>]*)?>([^<>]+)</")));
    }
}
