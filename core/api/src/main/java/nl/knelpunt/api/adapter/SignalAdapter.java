package nl.knelpunt.api.adapter;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads one native message of a participant into signal drafts. Registered as a Declarative Service with {@link Reads}.
 *
 * <p>A reader is an allow-list: it copies only the elements that it names. Nationality, race, ethnicity, health, and
 * everything about victims, witnesses and complainants never leave it, neither in a draft nor in an error.
 *
 * <p>Called by several threads at once, so without state. The platform leases the adapter for the length of a call and
 * stops the plugin only when every lease is back.
 */
@ConsumerType
public interface SignalAdapter {

    /**
     * @param message the bytes as they arrived, bounded in size by the platform; not to be closed or kept
     * @param drafts takes what was read; nothing is stored unless this method returns normally
     * @throws MessageException the message can't be read: says where and why, without quoting the message
     * @throws IOException passed on from {@code message}
     */
    void read(InputStream message, DraftSink drafts) throws MessageException, IOException;
}
