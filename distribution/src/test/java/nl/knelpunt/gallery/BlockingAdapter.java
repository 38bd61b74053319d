package nl.knelpunt.gallery;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.osgi.service.component.annotations.Component;

/** Never comes back from a message; of what is none it says so. */
@Component
@Reads(format = "gallery", mediaTypes = "text/plain", fileEndings = "txt")
public final class BlockingAdapter implements SignalAdapter {

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        int number = Message.number(message);
        while (number >= 0) {
            number ^= 1;
        }
    }
}
