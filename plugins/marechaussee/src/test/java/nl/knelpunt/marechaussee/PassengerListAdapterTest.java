package nl.knelpunt.marechaussee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.Hostile;
import nl.knelpunt.support.testing.AdapterContract;
import nl.knelpunt.support.testing.Drafts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassengerListAdapterTest extends AdapterContract {

    private static final String LIST = Message.of("list.edi");

    @Override
    protected SignalAdapter adapter() {
        return new PassengerListAdapter();
    }

    @Override
    protected byte[] message() {
        return LIST.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of(
                "NATIONALITEIT",
                "LANDA",
                "LANDB",
                "LANDC",
                "LANDD",
                "GESLACHT",
                "BOEKING9",
                "REGIO",
                "AFZENDER",
                "CONTACT:",
                "0612345678",
                "2030-01-30");
    }

    @Test
    void aListOfAFewPeopleNamesThem() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), LIST).get(0);

        assertEquals("paxlst:MAATSCHAPPIJ/IC17/M1", draft.messageId());
        assertEquals("""
                Passagierslijst van reis KL731: van BOG naar AMS.
                Vertrek: 10 mei 2026.
                Aankomst: 11 mei 2026.
                Aantal reizigers: 1. Aantal bemanningsleden: 1.""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 11), draft.observation().date());
        assertEquals(LocalTime.of(14, 15), draft.observation().time());
        assertEquals("aankomst in AMS", draft.observation().place().description());
        assertEquals("Schiphol", draft.observation().place().town());
        assertEquals(
                List.of(
                        "PERSON: IDENTIFICATION rol=reiziger, IDENTIFICATION naam=JO MARIA TESTPERSOON,"
                                + " IDENTIFICATION geboortedatum=1985-03-12,"
                                + " IDENTIFICATION documentnummer=DOC999",
                        "PERSON: IDENTIFICATION rol=bemanningslid, IDENTIFICATION naam=TEST PILOOT,"
                                + " IDENTIFICATION geboortedatum=1970-01-31, IDENTIFICATION documentnummer=DOC888"),
                Drafts.subjects(draft));
    }

    @Test
    void aListThatSaysNoRouteGivesNone() throws Exception {
        String list =
                LIST.replace("LOC+125+BOG'\n", "").replace("LOC+87+AMS'\n", "").replace("UNT+28", "UNT+26");

        assertTrue(
                Drafts.of(adapter(), list).get(0).observation().what().startsWith("Passagierslijst van reis KL731.\n"));
    }

    @Test
    void bookingsAreRefusedBecauseOfWhatTheyAre() {
        MessageException refused =
                assertThrows(MessageException.class, () -> Drafts.of(adapter(), Message.of("bookings.edi")));

        assertTrue(refused.reason().en().contains("Passenger Information Unit"), refused.getMessage());
        assertEquals("segment 2, line 3, column 22", refused.where());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NATIONALITEIT",
                "LANDA",
                "LANDB",
                "LANDC",
                "LANDD",
                "GESLACHT",
                "BOEKING9",
                "REGIO",
                "AFZENDER",
                "0612345678",
                "300130"
            })
    void whatIsNotOnTheAllowListChangesNothing(String value) throws Exception {
        assertTrue(LIST.contains(value));
        assertEquals(
                Drafts.content(Drafts.of(adapter(), LIST)),
                Drafts.content(Drafts.of(adapter(), LIST.replace(value, Drafts.MARK))));
    }

    @Test
    void aWholeFlightIsCountedAndNobodyComesAlong() throws Exception {
        String person = LIST.substring(LIST.indexOf("NAD+FL"), LIST.indexOf("NAD+FM"));
        long people = 20_000;
        int before = 9;
        String begin = LIST.substring(0, LIST.indexOf("NAD+FL"));
        List<SignalDraft> drafts = new ArrayList<>();
        adapter()
                .read(
                        Hostile.repeated(
                                begin,
                                person,
                                people,
                                "UNT+" + (before + 12 * people + 1) + "+M1'UNE+1+G1'UNZ+1+IC17'"),
                        drafts::add);
        assertTrue(drafts.get(0).subjects().isEmpty());
        assertTrue(drafts.get(0).observation().what().contains("Aantal reizigers: 20000."));
        assertTrue(!Drafts.content(drafts).contains("TESTPERSOON"));
    }

    @Test
    void anotherMessageIsRefused() {
        assertThrows(MessageException.class, () -> Drafts.of(adapter(), Message.of("bookings.edi")));
    }
}
