package nl.knelpunt.customs;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.edifact.EdifactReader;
import org.osgi.service.component.annotations.Component;

/**
 * UN/EDIFACT BAPLIE (D.95B, and the later ones with the same segments): where the containers stand on a ship. One draft of each plan. The flag of the
 * ship stays behind.
 */
@Component
@Reads(
        format = "baplie",
        mediaTypes = {"application/edifact", "application/x-edifact"},
        fileEndings = {"edi", "baplie"})
public final class StowPlanAdapter implements SignalAdapter {

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        EdifactReader edi = new EdifactReader(message);
        String sender = null;
        String interchange = null;
        StowPlan plan = null;
        while (edi.next()) {
            switch (edi.segment()) {
                case "UNB" -> {
                    sender = edi.value(2);
                    interchange = edi.value(5);
                }
                case "UNH" -> {
                    edi.expect("BAPLIE");
                    plan = new StowPlan(sender, interchange, edi.value(1));
                }
                case "UNT" -> drafts.accept(plan.draft());
                default -> plan(edi, plan);
            }
        }
    }

    private static void plan(EdifactReader edi, StowPlan plan) throws MessageException, IOException {
        switch (edi.segment()) {
            case "DTM" -> {
                if ("137".equals(edi.value(1))) {
                    plan.made(edi.date(1), edi.time(1));
                }
            }
            case "TDT" -> plan.voyage(edi.value(2), edi.value(8, 1), edi.value(8, 2), name(edi));
            case "LOC" -> plan.location(edi.value(1), edi.value(2, 1));
            case "EQD" -> plan.equipment(edi.value(1), edi.value(2, 1), edi.value(6));
            case "DGS" -> plan.dangerous(edi.value(2, 1), edi.value(3));
        }
    }

    /** Only where the flag stands in its own place behind it: where a separator was lost, the flag could be in the name's. */
    private static String name(EdifactReader edi) throws MessageException, IOException {
        return edi.value(8, 5) == null ? null : edi.value(8, 4);
    }
}
