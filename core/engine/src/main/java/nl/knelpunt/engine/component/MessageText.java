package nl.knelpunt.engine.component;

import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;

/** All that a draft says as one text, the same for the same draft; to be digested under a key, never kept. */
final class MessageText {

    private static final char BETWEEN = '\u001f';

    private final StringBuilder text = new StringBuilder();

    private MessageText() {}

    static String of(SignalDraft draft) {
        MessageText all = new MessageText();
        all.add(draft.observation());
        draft.subjects().forEach(all::add);
        return all.text.toString();
    }

    private void add(Observation observation) {
        say(observation.what(), observation.date(), observation.time(), observation.observedBy());
        Place place = observation.place();
        if (place != null) {
            say(place.description(), place.postcode(), place.town(), place.municipality());
            say(place.longitude(), place.latitude());
        }
    }

    private void add(Subject subject) {
        say(subject.kind());
        for (Value value : subject.data()) {
            say(value.category(), value.field(), value.content());
        }
    }

    private void say(Object... parts) {
        for (Object part : parts) {
            text.append(part).append(BETWEEN);
        }
        text.append('\n');
    }
}
