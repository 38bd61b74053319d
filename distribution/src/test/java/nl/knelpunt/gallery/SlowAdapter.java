package nl.knelpunt.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.osgi.service.component.annotations.Component;

/** Takes its time to be made, and to say what is no message. */
@Component
@Reads(format = "gallery", mediaTypes = "text/plain", fileEndings = "txt")
public final class SlowAdapter implements SignalAdapter {

    /** Takes a while. */
    public SlowAdapter() {
        pass(1_500);
    }

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        int number;
        try {
            number = Message.number(message);
        } catch (MessageException e) {
            pass(1_000);
            throw e;
        }
        Message.draft(drafts, number, "slow");
    }

    private static void pass(long millis) {
        Instant end = Instant.now().plusMillis(millis);
        while (Instant.now().isBefore(end)) {
            // A plugin can't sleep.
        }
    }
}
