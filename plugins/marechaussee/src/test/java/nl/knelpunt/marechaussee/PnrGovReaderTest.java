package nl.knelpunt.marechaussee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.testing.AdapterContract;
import nl.knelpunt.support.testing.Drafts;
import org.junit.jupiter.api.Test;

class PnrGovReaderTest extends AdapterContract {

    private static final String BOOKINGS = Message.of("bookings.edi");

    @Override
    protected SignalAdapter adapter() {
        return new PnrGovReader();
    }

    @Override
    protected byte[] message() {
        return BOOKINGS.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Stream<String> forbidden() {
        return Stream.of("NATIONALITEIT", "DOC999", "TESTPERSOON", "ANDERE", "BOEKING9");
    }

    /** Until a jurist agrees: what is no component the platform can't call. */
    @Test
    void itIsOff() throws Exception {
        Manifest manifest = new Manifest(Files.newInputStream(Path.of("target/classes/META-INF/MANIFEST.MF")));
        String components = manifest.getMainAttributes().getValue("Service-Component");
        assertTrue(components.contains("PassengerListAdapter"));
        assertFalse(components.contains("PnrGovReader"));
    }

    @Test
    void itCountsBookingsOfAFlight() throws Exception {
        SignalDraft draft = Drafts.of(adapter(), BOOKINGS).get(0);
        assertEquals("""
                Boekingen van vlucht SQ324: van SIN naar AMS.
                Aantal boekingen: 2. Aantal regels met een reiziger: 2.
                Personen zijn niet overgenomen.""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 5, 11), draft.observation().date());
        assertEquals(LocalTime.of(14, 30), draft.observation().time());
        assertEquals(List.of(), draft.subjects());
    }
}
