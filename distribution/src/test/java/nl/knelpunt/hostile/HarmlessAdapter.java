package nl.knelpunt.hostile;

import java.io.InputStream;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import org.osgi.service.component.annotations.Component;

/** Does nothing wrong; stands in a jar beside one class that does. */
@Component
@Reads(format = "attempt", mediaTypes = "text/plain", fileEndings = "txt")
public final class HarmlessAdapter implements SignalAdapter {

    @Override
    public void read(InputStream message, DraftSink drafts) {}
}
