package nl.knelpunt.engine.module;

import java.time.Instant;
import java.util.Set;

/**
 * Whose signature counts, and for which kinds of participants.
 *
 * @param fingerprint SHA-256 of the certificate, hex
 * @param name as the certificate says
 * @param certificate PEM
 * @param kinds for which this signer may provide plugins
 * @param by who trusted it, as the log names them
 * @param at since when
 * @param withdrawn from when on no new plugin of this signer is staged; null while it is trusted. What runs goes on
 */
public record Signer(
        String fingerprint,
        String name,
        String certificate,
        Set<String> kinds,
        String by,
        Instant at,
        Instant withdrawn) {

    public Signer {
        kinds = Set.copyOf(kinds);
    }

    public boolean mayProvide(String kind) {
        return withdrawn == null && kinds.contains(kind);
    }

    public Signer withdrawnAt(Instant moment) {
        return new Signer(fingerprint, name, certificate, kinds, by, at, moment);
    }
}
