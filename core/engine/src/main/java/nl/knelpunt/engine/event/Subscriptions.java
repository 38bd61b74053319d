package nl.knelpunt.engine.event;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Systems of participants that are called when something happens. Implemented by {@code core/webhooks}, which delivers; each
 * method is an act of an admin and goes through the gate.
 */
@ProviderType
public interface Subscriptions {

    /**
     * @param account a connection account: what it may hear, the subscriber hears
     * @param url https, or http on this machine; at most {@link #LONGEST_URL} characters
     * @param types names of events; empty for all
     */
    record NewSubscription(UUID account, String url, Set<String> types) {

        public NewSubscription {
            types = Set.copyOf(types);
        }
    }

    /**
     * @param secret with which deliveries are signed, {@code whsec_} and Base64; told here only
     */
    record Registered(Done done, String secret) {

        @Override
        public String toString() {
            return "Registered[" + done + "]";
        }
    }

    /**
     * @param failing whether it could not be reached for so long that somebody should look
     */
    record Listed(Subscription subscription, boolean failing) {}

    int LONGEST_URL = 500;

    /**
     * Events that come after this are delivered.
     *
     * @throws nl.knelpunt.engine.gate.InvalidException which field is wrong
     */
    Registered register(Call call, NewSubscription subscription);

    List<Listed> list(Call call);

    /**
     * Nothing more is delivered, also not what waits.
     *
     * @throws nl.knelpunt.engine.gate.InvalidException there is no such subscription
     */
    Done remove(Call call, UUID subscription);
}
