package nl.knelpunt.engine.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import org.osgi.annotation.versioning.ProviderType;

/** Which plugins are known, trusted, planned and to run. */
@ProviderType
public interface ModuleRepository {

    Optional<Module> find(String kind);

    /** By kind. */
    List<Module> list();

    /**
     * Writes it with {@code version + 1}, or as it is when it is new.
     *
     * @throws nl.knelpunt.engine.gate.StaleException what is stored has another version
     */
    void put(Module module);

    Optional<StagedModule> staged(String digest);

    /** The last one first. */
    List<StagedModule> staged();

    /** Another jar of the same plugin and version, where there is one. */
    Optional<StagedModule> sameVersion(String id, String version);

    void insert(StagedModule module);

    void forget(String digest);

    Optional<ModulePlan> plan(String digest);

    /** The last one first. */
    List<ModulePlan> plans(int limit);

    /** Replaces one of the same digest. */
    void put(ModulePlan plan);

    Optional<Swap> swap(UUID id);

    /** Of a kind, the last one first. */
    List<Swap> swaps(String kind, int limit);

    /** Replaces one of the same id. */
    void put(Swap swap);

    Optional<Signer> signer(String fingerprint);

    /** By the time of trust. */
    List<Signer> signers();

    /** Replaces one of the same fingerprint. */
    void put(Signer signer);

    /** Digest of the jar that was taken from the plugins folder under this name; empty when none was. */
    Optional<String> taken(String name);

    /** All names under which jars were taken. */
    List<String> taken();

    void take(String name, String digest);

    void letGo(String name);
}
