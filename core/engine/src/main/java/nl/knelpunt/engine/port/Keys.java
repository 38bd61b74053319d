package nl.knelpunt.engine.port;

import org.osgi.annotation.versioning.ProviderType;

/** Keyed digests. The keys lie beside the database, never in it, and are part of a backup in a file of their own. */
@ProviderType
public interface Keys {

    /**
     * HMAC-SHA-256 under the key of one purpose, made when first used.
     *
     * @param purpose lower case letters, such as {@code message}
     */
    byte[] keyed(String purpose, byte[] data);
}
