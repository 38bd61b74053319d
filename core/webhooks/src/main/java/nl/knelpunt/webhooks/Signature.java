package nl.knelpunt.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.knelpunt.engine.port.Keys;

/**
 * Signs deliveries as Standard Webhooks says: HMAC-SHA-256 over id, time and body. The secret of a subscription is made from a
 * key of the platform whenever it is needed, so that no database and no backup of one holds it.
 */
final class Signature {

    /** Of the key in {@code data/keys}. */
    static final String PURPOSE = "webhook";

    private static final String ALGORITHM = "HmacSHA256";

    private final Keys keys;

    Signature(Keys keys) {
        this.keys = keys;
    }

    private byte[] key(UUID subscription) {
        return keys.keyed(PURPOSE, subscription.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** As the subscriber gets it. */
    String secret(UUID subscription) {
        return "whsec_" + Base64.getEncoder().encodeToString(key(subscription));
    }

    /** The value of {@code webhook-signature}. */
    String of(UUID subscription, UUID event, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(subscription), ALGORITHM));
            mac.update((event + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
