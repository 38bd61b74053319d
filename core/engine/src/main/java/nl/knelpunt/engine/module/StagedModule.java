package nl.knelpunt.engine.module;

import java.time.Instant;

/**
 * A plugin's jar of which the platform has a copy of its own, proven and looked through, and which runs only when a plan says so.
 *
 * @param digest SHA-256 of the jar, hex; the copy is known by it
 * @param id bundle symbolic name
 * @param version of the bundle
 * @param kind of participant that it serves
 * @param signer fingerprint of who signed it
 * @param schema version of its configuration
 * @param canGoBack whether a version before it can work with what it leaves
 * @param by who staged it, as the log names them
 * @param at when
 * @param tck version of the TCK that its maker ran it through, as the receipt for this very jar says; null when none came with it
 */
public record StagedModule(
        String digest,
        String id,
        String version,
        String kind,
        String signer,
        int schema,
        boolean canGoBack,
        String by,
        Instant at,
        String tck) {

    public StagedModule withTck(String version) {
        return new StagedModule(digest, id, this.version, kind, signer, schema, canGoBack, by, at, version);
    }
}
