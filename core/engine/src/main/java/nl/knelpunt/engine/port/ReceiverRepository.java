package nl.knelpunt.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.sharing.Receiver;
import org.osgi.annotation.versioning.ProviderType;

/** To whom data were shown. Goes when the datum goes. */
@ProviderType
public interface ReceiverRepository {

    /**
     * Notes what was not noted before; the first time stays.
     *
     * @param data of this dossier
     */
    void note(String participant, UUID dossier, Collection<UUID> data, Instant at);

    /** In order of the participant. */
    List<Receiver> of(UUID datum);
}
