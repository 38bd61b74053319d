package nl.knelpunt.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Never comes up: what it needs is never there. */
@Component
@Reads(format = "gallery", mediaTypes = "text/plain", fileEndings = "txt")
public final class NeedyAdapter implements SignalAdapter {

    @Reference
    Supplier<String> neverThere;

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        Message.draft(drafts, Message.number(message), "needy");
    }
}
