package nl.knelpunt.webhooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.knelpunt.engine.event.CloudEvent;

/** Writes a CloudEvent as JSON in structured mode, so that its signature is over all that it says. */
final class Letters {

    private static final JsonFactory JSON = new JsonFactory();

    private Letters() {}

    static byte[] write(CloudEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("specversion", event.specversion());
            out.writeStringField("id", event.id().toString());
            out.writeStringField("source", event.source());
            out.writeStringField("type", event.type());
            if (event.subject() != null) {
                out.writeStringField("subject", event.subject().toString());
            }
            out.writeStringField("time", event.time().toString());
            if (event.dataref() != null) {
                out.writeStringField("dataref", event.dataref());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
