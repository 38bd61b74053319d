package nl.knelpunt.gallery;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.osgi.service.component.annotations.Component;

/** Does what it should. */
@Component
@Reads(format = "gallery", mediaTypes = "text/plain", fileEndings = "txt")
public final class GoodAdapter implements SignalAdapter {

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        Message.draft(drafts, Message.number(message), "good");
    }
}
