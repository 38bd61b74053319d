package nl.knelpunt.marechaussee;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.support.edifact.EdifactReader;
import nl.knelpunt.support.text.Texts;

/**
 * UN/EDIFACT PNRGOV, what airlines hold of bookings. <strong>Off</strong>: no component, so the platform does not know it. PNR data are bound to the
 * Passenger Information Unit, and whether they may become a signal a jurist has to say first. It reads the flight and counts bookings and travellers; of nobody
 * anything is read.
 */
public final class PnrGovReader implements SignalAdapter {

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        EdifactReader edi = new EdifactReader(message);
        String sender = null;
        String interchange = null;
        Flight flight = null;
        while (edi.next()) {
            switch (edi.segment()) {
                case "UNB" -> {
                    sender = edi.value(2);
                    interchange = edi.value(5);
                }
                case "UNH" -> {
                    edi.expect("PNRGOV");
                    flight = new Flight("pnrgov:" + sender + "/" + interchange + "/" + edi.value(1));
                }
                case "TVL" -> {
                    // The first is the flight itself, those of the bookings follow.
                    if (flight.number == null) {
                        flight.departs(edi.value(1, 1), edi.value(1, 2));
                        flight.from = edi.value(2);
                        flight.to = edi.value(3);
                        flight.number = Texts.joined("", edi.value(4), edi.value(5));
                    }
                }
                case "SRC" -> flight.bookings++;
                case "TIF" -> flight.travellers++;
                case "UNT" -> drafts.accept(flight.draft());
            }
        }
    }

    private static final class Flight {

        private final String id;
        private LocalDate day;
        private LocalTime time;
        private String from;
        private String to;
        private String number;
        private long bookings;
        private long travellers;

        Flight(String id) {
            this.id = id;
        }

        /** Day, month and year in two digits each, then hours and minutes. */
        void departs(String date, String clock) {
            try {
                if (date != null && date.matches("\\d{6}")) {
                    day = LocalDate.of(2000 + part(date, 4), part(date, 2), part(date, 0));
                }
                if (clock != null && clock.matches("\\d{4}")) {
                    time = LocalTime.of(part(clock, 0), part(clock, 2));
                }
            } catch (DateTimeException e) {
                // no such day or time: a worker fills it in
                time = null;
            }
        }

        private static int part(String digits, int at) {
            return Integer.parseInt(digits.substring(at, at + 2));
        }

        SignalDraft draft() {
            String what = "Boekingen van vlucht " + (number == null ? "onbekend" : number) + ": van "
                    + (from == null ? "onbekend" : from) + " naar " + (to == null ? "onbekend" : to)
                    + ".\nAantal boekingen: " + bookings + ". Aantal regels met een reiziger: " + travellers
                    + ".\nPersonen zijn niet overgenomen.";
            return new SignalDraft(
                    id,
                    new Observation(
                            Texts.fit(what),
                            day,
                            time,
                            from == null
                                    ? null
                                    : new Place(Texts.fitLine("vertrek uit " + from), null, null, null, null, null),
                            null),
                    List.of());
        }
    }
}
