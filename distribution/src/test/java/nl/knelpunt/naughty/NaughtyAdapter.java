package nl.knelpunt.naughty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import org.osgi.service.component.annotations.Component;

/** Uses nothing that it may not, and behaves as badly as that allows: the message says how. */
@Component
@Reads(format = "naughty", mediaTypes = "text/plain", fileEndings = "txt")
public final class NaughtyAdapter implements SignalAdapter {

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        switch (new String(message.readAllBytes(), StandardCharsets.UTF_8)) {
            case "behave" -> drafts.accept(draft("behave"));
            case "throw" -> throw new IllegalStateException("Kademan, 999990019");
            case "overflow" -> overflow();
            case "fill" -> fill();
            case "spin" -> spin();
            case "spam" -> spam(drafts);
            case "nothing" -> drafts.accept(null);
            case "pollute" ->
                drafts.accept(new SignalDraft("pollute", new Observation("x", null, null, null, null), polluted()));
            case "shout" -> throw new MessageException("x".repeat(1_000_000), new Text("Hard.", "Loud."));
            case "forge" -> throw new MessageException("line 1\n2026-01-01 SEVERE All is lost", new Text("a", "b"));
            default -> throw new MessageException("line 1", new Text("Onbekend.", "Unknown."));
        }
    }

    private static SignalDraft draft(String id) {
        return new SignalDraft(id, new Observation("Nachtelijk laden", null, null, null, null), List.of());
    }

    private static int overflow() {
        return overflow() + 1;
    }

    private static void fill() {
        List<byte[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new byte[1 << 20]);
        }
    }

    private static void spin() {
        int i = 0;
        while (i < 2) {
            i ^= 1;
        }
    }

    private static void spam(DraftSink drafts) {
        for (int i = 0; i < 10_000_000; i++) {
            try {
                drafts.accept(draft("spam-" + i));
            } catch (MessageException e) {
                // Goes on.
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Subject> polluted() {
        return (List) List.of("no subject");
    }
}
