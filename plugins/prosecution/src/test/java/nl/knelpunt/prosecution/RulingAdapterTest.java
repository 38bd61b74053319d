package nl.knelpunt.prosecution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulingAdapterTest extends XmlAdapterContract {

    private static final String RULING = Message.of("ruling.xml");

    @Override
    protected SignalAdapter adapter() {
        return new RulingAdapter();
    }

    @Override
    protected byte[] message() {
        return RULING.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String begin() {
        return "<open-rechtspraak>";
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("SLACHTOFFER", "SAMENVATTING", "GEBOORTELAND", "TITEL", "UITGEVER");
    }

    @Test
    void aRulingBecomesADraftThatNamesIt() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), RULING).get(0);

        assertEquals("ECLI:NL:RBNHO:2026:9991", draft.messageId());
        assertEquals("""
                Gepubliceerde uitspraak ECLI:NL:RBNHO:2026:9991 van Rechtbank Noord-Holland, 11 mei 2026.
                Rechtsgebied: Strafrecht.
                Procedure: Eerste aanleg - meervoudig.
                Zaaknummer: 15/999999-25.
                Wetsverwijzingen: Opiumwet; Wetboek van Strafrecht 420bis.
                De tekst en de samenvatting zijn niet overgenomen. Schrijf zelf op wat het openbaar ministerie heeft waargenomen.""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 11), draft.observation().date());
        assertEquals("Haarlem", draft.observation().place().town());
        assertEquals(List.of("OBJECT: IDENTIFICATION ecli=ECLI:NL:RBNHO:2026:9991"), Drafts.subjects(draft));
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        assertEquals(
                Set.of(
                        "dcterms:creator",
                        "psi:zaaknummer",
                        "psi:procedure",
                        "dcterms:spatial",
                        "dcterms:subject",
                        "dcterms:references"),
                Drafts.through(adapter(), RULING, Pattern.compile("<((?:\\w+:)?\\w+)[^>]*>([^<\\s][^<]*)<")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ECLI:DE:BGH:2026:1", "http://example.org", "ECLI:NL:RBNHO:26:1"})
    void whatIsNoDutchRulingIsRefused(String identifier) {
        String other = RULING.replaceAll("(?s)<rdf:Description rdf:about.*?</rdf:Description>", "")
                .replace(">ECLI:NL:RBNHO:2026:9991<", ">" + identifier + "<");
        assertThrows(MessageException.class, () -> Drafts.of(adapter(), other));
    }
}
