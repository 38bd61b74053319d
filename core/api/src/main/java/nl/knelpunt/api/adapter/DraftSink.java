package nl.knelpunt.api.adapter;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the drafts of one message, in the order in which they stand there. Valid only during the call that got it. */
@ProviderType
public interface DraftSink {

    /**
     * @throws MessageException one message holds more drafts than the platform takes at once
     */
    void accept(SignalDraft draft) throws MessageException;
}
