package nl.knelpunt.engine.port;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** Where everything lives. Implemented by {@code core/store}; called by the gate alone. */
@ProviderType
public interface Store {

    /**
     * Does one piece of work as a whole or not at all, and returns when it is durable (synced to disk). Works never overlap;
     * several may become durable together.
     *
     * @param work must be short, must not call {@code transact} again and must not keep the transaction
     * @throws UnavailableException can't be written or synced now; nothing was done
     * @throws RuntimeException that {@code work} threw; nothing was done
     */
    <R> R transact(Function<Transaction, R> work);
}
