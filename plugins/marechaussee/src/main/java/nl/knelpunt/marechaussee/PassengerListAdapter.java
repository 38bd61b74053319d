package nl.knelpunt.marechaussee;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.edifact.EdifactReader;
import org.osgi.service.component.annotations.Component;

/**
 * UN/EDIFACT PAXLST, who is aboard. One draft of each list. Nationality, address, country of residence, of birth and of issue, sex and occupation stay behind; so
 * does everybody on a list that is longer than a few people, since nobody reported a signal about them.
 */
@Component
@Reads(
        format = "paxlst",
        mediaTypes = {"application/edifact", "application/x-edifact"},
        fileEndings = {"edi", "paxlst"})
public final class PassengerListAdapter implements SignalAdapter {

    private static final String PNR = "PNRGOV";
    private static final Text PNR_IS_OFF = new Text(
            "Dit zijn reserveringsgegevens (PNR). Die zijn gebonden aan de Passagiersinformatie-eenheid; het lezen ervan staat uit tot een jurist ermee"
                    + " instemt. Lever een passagierslijst (PAXLST).",
            "These are data of bookings (PNR). They are bound to the Passenger Information Unit; reading them is off until a jurist agrees. Deliver a list of"
                    + " passengers (PAXLST).");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        EdifactReader edi = new EdifactReader(message);
        String sender = null;
        String interchange = null;
        PassengerList list = null;
        while (edi.next()) {
            switch (edi.segment()) {
                case "UNB" -> {
                    sender = edi.value(2);
                    interchange = edi.value(5);
                }
                case "UNH" -> {
                    if (PNR.equals(edi.value(2, 1))) {
                        throw edi.error(PNR_IS_OFF);
                    }
                    edi.expect("PAXLST");
                    list = new PassengerList(sender, interchange, edi.value(1));
                }
                case "UNT" -> drafts.accept(list.draft());
                default -> list(edi, list);
            }
        }
    }

    private static void list(EdifactReader edi, PassengerList list) throws MessageException, IOException {
        switch (edi.segment()) {
            case "TDT" -> list.journey(edi.value(2), edi.value(8, 4));
            case "LOC" -> list.place(edi.value(1), edi.value(2, 1));
            case "DTM" -> time(edi, list);
            case "NAD" -> person(edi, list);
            case "DOC" -> list.document(edi.value(1), edi.value(2, 1));
        }
    }

    /** 329 a birth, 189 and 136 a departure, 232 and 132 an arrival. */
    private static void time(EdifactReader edi, PassengerList list) throws MessageException, IOException {
        String kind = edi.value(1);
        switch (kind == null ? "" : kind) {
            case "189", "136" -> list.departure(edi.date(1), edi.time(1));
            case "232", "132" -> list.arrival(edi.date(1), edi.time(1));
            case "329" -> list.born(edi.date(1));
            default -> {
                // other days say nothing of the journey
            }
        }
    }

    /**
     * The name stands in the fourth element, as surname and given names. The address is not read: of its elements the last is a country, and one
     * separator that is lost would put that in another's place.
     */
    private static void person(EdifactReader edi, PassengerList list) throws MessageException, IOException {
        if (list.begins(edi.value(1))) {
            list.name(edi.value(4, 1), edi.value(4, 2), edi.value(4, 3));
        }
    }
}
