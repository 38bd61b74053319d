package nl.knelpunt.gallery;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.osgi.service.component.annotations.Component;

/** Fails on one message in three. */
@Component
@Reads(format = "gallery", mediaTypes = "text/plain", fileEndings = "txt")
public final class FailingAdapter implements SignalAdapter {

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        int number = Message.number(message);
        if (number % 3 == 0) {
            throw new IllegalStateException("one in three");
        }
        Message.draft(drafts, number, "failing");
    }
}
