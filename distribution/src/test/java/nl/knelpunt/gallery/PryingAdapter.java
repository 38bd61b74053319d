package nl.knelpunt.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.osgi.service.component.annotations.Component;

/** Reads files. */
@Component
@Reads(format = "gallery", mediaTypes = "text/plain", fileEndings = "txt")
public final class PryingAdapter implements SignalAdapter {

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        Files.size(Path.of("/"));
        Message.draft(drafts, Message.number(message), "prying");
    }
}
