package nl.knelpunt.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.SignalDraft;

/** What all of the gallery read: {@code message <number>}. */
final class Message {

    private Message() {}

    static int number(InputStream message) throws MessageException, IOException {
        String[] words = new String(message.readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        if (words.length != 2 || !words[0].equals("message") || !words[1].matches("[0-9]{1,9}")) {
            throw new MessageException("line 1", new Text("Dit is geen bericht.", "This is no message."));
        }
        return Integer.parseInt(words[1]);
    }

    /** @param by which adapter read it, so that it can be seen in what is kept */
    static void draft(DraftSink drafts, int number, String by) throws MessageException {
        drafts.accept(new SignalDraft("message-" + number, new Observation(by, null, null, null, null), List.of()));
    }
}
