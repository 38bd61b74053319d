package nl.knelpunt.inbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.signal.Messages.Delivered;

/**
 * What a sender gets back for a file that was taken in: proof without content.
 *
 * @param digest keyed, hex: shows who has the file and the key that it was this one, and tells others nothing
 * @param delivered what became of it
 */
record Receipt(String participant, String file, Instant time, String digest, Delivered delivered) {

    private static final JsonFactory JSON = new JsonFactory();

    void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("participant", participant);
            json.writeStringField("file", file);
            json.writeStringField("time", time.toString());
            json.writeStringField("digest", digest);
            json.writeNumberField("repeated", delivered.repeated());
            json.writeArrayFieldStart("signals");
            for (Done signal : delivered.signals()) {
                json.writeStartObject();
                json.writeStringField("id", signal.id().toString());
                json.writeStringField("state", signal.state());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
