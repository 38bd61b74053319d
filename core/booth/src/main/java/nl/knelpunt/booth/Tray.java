package nl.knelpunt.booth;

import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;

/** Takes the drafts of one call, on the thread of that call only. What was once refused stays refused, also if the adapter goes on. */
final class Tray implements DraftSink {

    /** What a subject or a value counts for beside its text: it becomes a row of its own. */
    private static final int ROW = 160;

    private final Thread owner;
    private final Limits limits;
    private final List<SignalDraft> drafts = new ArrayList<>();
    private long characters;
    private MessageException tooMuch;
    private String broken;

    Tray(Thread owner, Limits limits) {
        this.owner = owner;
        this.limits = limits;
    }

    @Override
    public void accept(SignalDraft draft) throws MessageException {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("Drafts are taken only during the call and on its thread");
        }
        if (tooMuch != null) {
            throw tooMuch;
        }
        try {
            characters += weight(draft);
        } catch (RuntimeException e) {
            // Null, or something else in a list that says that it holds subjects.
            broken = Booth.name(e);
            throw e;
        }
        String where = "signal " + (drafts.size() + 1);
        if (drafts.size() == limits.drafts()) {
            tooMuch = new MessageException(
                    where,
                    new Text(
                            "Te veel signalen in één bericht: hoogstens " + limits.drafts() + ".",
                            "Too many signals in one message: at most " + limits.drafts() + "."));
            throw tooMuch;
        }
        if (characters > limits.characters()) {
            tooMuch = new MessageException(
                    where,
                    new Text(
                            "Te veel tekst in één bericht: hoogstens " + limits.characters()
                                    + " tekens. Lever het in delen aan.",
                            "Too much text in one message: at most " + limits.characters()
                                    + " characters. Deliver it in parts."));
            throw tooMuch;
        }
        drafts.add(draft);
    }

    List<SignalDraft> drafts() {
        return drafts;
    }

    /** Null when all fitted. */
    MessageException tooMuch() {
        return tooMuch;
    }

    /** Null when all were drafts. */
    String broken() {
        return broken;
    }

    private static long weight(SignalDraft draft) {
        Observation observation = draft.observation();
        long weight = length(draft.messageId()) + length(observation.what()) + length(observation.observedBy());
        Place place = observation.place();
        if (place != null) {
            weight += length(place.description())
                    + length(place.postcode())
                    + length(place.town())
                    + length(place.municipality());
        }
        for (Subject subject : draft.subjects()) {
            weight += ROW;
            for (Value value : subject.data()) {
                weight += ROW + length(value.field()) + length(value.content());
            }
        }
        return weight;
    }

    private static long length(String text) {
        return text == null ? 0 : text.length();
    }
}
