package nl.knelpunt.customs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import nl.knelpunt.support.testing.AdapterContract;
import nl.knelpunt.support.testing.Drafts;
import org.junit.jupiter.api.Test;

class StowPlanAdapterTest extends AdapterContract {

    private static final String PLAN = Message.of("plan.edi");

    @Override
    protected SignalAdapter adapter() {
        return new StowPlanAdapter();
    }

    @Override
    protected byte[] message() {
        return PLAN.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("VLAGSTAAT", "GEHEIM", "24000");
    }

    @Test
    void aPlanWithFewContainersNamesThem() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), PLAN).get(0);

        assertEquals("baplie:REDERIJ/IC731/M1", draft.messageId());
        assertEquals("""
                Stuwplan van een schip, reis REIS12: van ECGYE naar NLAMS.
                Aantal containers: 2, waarvan met gevaarlijke lading: 1.
                Geladen in: ECGYE (2).
                Container CSQU3054383 op plaats 0030586, geladen in ECGYE, te lossen in NLAMS, vol.
                Container CSQU3054384 op plaats 0030588, geladen in ECGYE, te lossen in NLRTM, leeg, gevaarlijke stof UN 2198 (klasse 2.3).""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 11), draft.observation().date());
        assertEquals(LocalTime.of(9, 30), draft.observation().time());
        assertEquals("haven NLAMS", draft.observation().place().description());
        assertEquals("Amsterdam", draft.observation().place().town());
        assertEquals(
                List.of(
                        "OBJECT: VEHICLE imo-nummer=9319466, VEHICLE naam-schip=ZEEMEEUW",
                        "OBJECT: IDENTIFICATION containernummer=CSQU3054383",
                        "OBJECT: IDENTIFICATION containernummer-zonder-controle=CSQU3054384"),
                Drafts.subjects(draft));
    }

    @Test
    void aPlanOfAWholeShipCountsThem() throws Exception {
        String cell = PLAN.substring(PLAN.indexOf("LOC+147+0030588"), PLAN.indexOf("UNT"));
        String whole = PLAN.replace(cell, cell.repeat(5_000)).replace("UNT+19", "UNT+" + (13 + 6 * 5_000));
        SignalDraft draft = Drafts.of(adapter(), whole).get(0);

        assertEquals(1, draft.subjects().size(), "the ship alone");
        assertTrue(
                draft.observation().what().contains("Aantal containers: 5001, waarvan met gevaarlijke lading: 5000."));
        assertTrue(draft.observation().what().endsWith("Noem zelf de containers waar het signaal over gaat."));
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        Set<String> through = Drafts.through(adapter(), PLAN, Pattern.compile("(?<=[+:])((?=))([^+:'\\n]{2,})"));
        assertEquals(Set.of(""), through);
        for (String kept : List.of("GEHEIM", "VLAGSTAAT", "24000", "CARRIER")) {
            assertEquals(
                    Drafts.content(Drafts.of(adapter(), PLAN)),
                    Drafts.content(Drafts.of(adapter(), PLAN.replace(kept, Drafts.MARK))));
        }
    }

    @Test
    void theFlagIsNotTakenForANameWhereASeparatorWasLost() throws Exception {
        for (String lost :
                List.of("146.11:ZEEMEEUW:VLAGSTAAT", "146:11.ZEEMEEUW:VLAGSTAAT", "146:11:ZEEMEEUW.VLAGSTAAT")) {
            String content = Drafts.content(Drafts.of(adapter(), PLAN.replace("146:11:ZEEMEEUW:VLAGSTAAT", lost)));
            assertFalse(content.contains("VLAGSTAAT"), lost);
            assertTrue(content.contains("9319466"), lost);
        }
    }

    @Test
    void anotherMessageIsRefused() {
        MessageException refusal =
                assertThrows(MessageException.class, () -> Drafts.of(adapter(), PLAN.replace("BAPLIE", "PAXLST")));
        assertTrue(refusal.where().startsWith("segment 2,"), refusal.where());
    }
}
