package nl.knelpunt.gallery;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.osgi.service.component.annotations.Component;

/** Can't be made. */
@Component
@Reads(format = "gallery", mediaTypes = "text/plain", fileEndings = "txt")
public final class ThrowingAdapter implements SignalAdapter {

    /** Fails. */
    public ThrowingAdapter() {
        throw new IllegalStateException("not today");
    }

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        Message.draft(drafts, Message.number(message), "throwing");
    }
}
