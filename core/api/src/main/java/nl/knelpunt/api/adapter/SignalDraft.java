package nl.knelpunt.api.adapter;

import java.util.List;
import java.util.Objects;

/**
 * What an adapter could read of one signal. A worker completes it; until then only the reporting participant sees it.
 *
 * @param messageId the sender's own id of this signal, so that a repeat is harmless; null where the format has none (then
 *     the digest of the message stands for it)
 * @param observation what was observed; never null, its parts may be
 * @param subjects the persons, legal persons and objects that the signal is about, with their data; never null
 */
public record SignalDraft(String messageId, Observation observation, List<Subject> subjects) {

    public SignalDraft {
        Objects.requireNonNull(observation, "observation");
        subjects = List.copyOf(subjects);
    }
}
