package nl.knelpunt.engine.module;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an administrator does with the plugins of participants. Every method goes through the gate; what can't be done is told by a
 * {@link ModuleRefusedException} in plain words, and nothing of it stays.
 */
@ProviderType
public interface Modules {

    /**
     * What somebody wants to run.
     *
     * @param kind of participant
     * @param digest of a staged or kept jar; null when nothing is to run
     * @param configuration changes by name of the attribute; an empty list takes the default again
     * @param advice id of a registered advice of the RAC, null for none
     * @param deviation why it is done against that advice; null when it isn't
     * @param reportedTo to whom the deviation was reported: {@code RAC}, {@code COORDINATING_FG}
     */
    record Wanted(
            String kind,
            String digest,
            Swap.Operation operation,
            Map<String, List<String>> configuration,
            UUID advice,
            String deviation,
            List<String> reportedTo) {}

    /**
     * A kind of participant as it is served now.
     *
     * @param runs what serves it at this moment; empty when nothing does
     * @param inside calls in it now
     * @param health from calls since it began to serve
     * @param swap the last one, under way or over; empty when there was none
     * @param left what served before and is not gone without a trace yet
     */
    record Status(
            Module module,
            List<StagedModule> known,
            Optional<Generation> runs,
            int inside,
            Health health,
            Optional<Swap> swap,
            List<Leftover> left) {}

    /**
     * @param calls since it began to serve
     * @param errors among them that were the plugin's own fault
     * @param p50 of its calls, milliseconds
     * @param p95 of its calls, milliseconds
     */
    record Health(long calls, long errors, long p50, long p95) {}

    List<Status> list(Call call);

    /** Plugins that are staged, the last one first. */
    List<StagedModule> staged(Call call);

    /** Of these digests (SHA-256, hex) the plugins that are staged. */
    List<StagedModule> staged(Call call, Set<String> digests);

    /**
     * Takes a copy of a jar, proves who signed it and looks it through.
     *
     * @param jar read to its end, at most 64 MiB
     * @param receipt of the TCK, as it lies beside the jar; null for none. One of another jar is refused
     * @throws IOException of the stream
     */
    StagedModule stage(Call call, InputStream jar, byte[] receipt) throws IOException;

    /** A jar without a receipt. */
    default StagedModule stage(Call call, InputStream jar) throws IOException {
        return stage(call, jar, null);
    }

    /** What can be configured of a staged or kept jar. */
    List<Attribute> attributes(Call call, String digest);

    /** Looks at what would be done. A plan with refusals is kept too, but can't be carried out. */
    ModulePlan plan(Call call, Wanted wanted);

    ModulePlan plan(Call call, String digest);

    /** Plans that can still be carried out, since nothing changed after them, the last one first; at most 100. */
    List<ModulePlan> plans(Call call);

    /** A second administrator agrees, where the settings ask for one. */
    Done approve(Call call, String plan);

    /** Has a plan carried out; how far it is says {@link #swap}. */
    Swap apply(Call call, String plan);

    /** Goes back to a generation that ran before: at once, without a plan of its own. */
    Swap rollBack(Call call, String kind, String digest);

    Swap swap(Call call, UUID id);

    /** The swaps of a kind, the last one first, at most 100. */
    List<Swap> swaps(Call call, String kind);

    /** Lets no call into what serves a kind, until it is released or exchanged. */
    Done quarantine(Call call, String kind, String reason);

    Done release(Call call, String kind);

    List<Signer> signers(Call call);

    /** @param certificate PEM */
    Signer trust(Call call, String certificate, Set<String> kinds);

    Done distrust(Call call, String fingerprint);
}
