package nl.knelpunt.engine.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Leftover;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import org.osgi.annotation.versioning.ProviderType;

/** The framework that plugins run in. Judges nothing of law and keeps nothing in mind but the jars themselves. */
@ProviderType
public interface ModuleRuntime {

    /**
     * A jar as it was found.
     *
     * @param fingerprint of who signed it
     * @param signer name of who signed it
     * @param schema version of its configuration
     * @param canGoBack whether a version before it can work with what it leaves
     */
    record Examined(PluginDescriptor descriptor, String fingerprint, String signer, int schema, boolean canGoBack) {}

    /**
     * @param touched bundles that would be stopped or refreshed, but for the plugin's own
     * @param refusals why it can't run here
     */
    record Resolved(List<String> touched, List<ModulePlan.Refusal> refusals) {

        public Resolved {
            touched = List.copyOf(touched);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Copies a jar and looks through it.
     *
     * @throws nl.knelpunt.engine.module.ModuleRefusedException it is no sound plugin; nothing of it stays
     */
    Examined examine(InputStream jar) throws IOException;

    /**
     * Which TCK a receipt is of.
     *
     * @param receipt as it lies beside the jar
     * @param digest of the jar that it must be of
     * @return its version, such as {@code 1.0}
     * @throws nl.knelpunt.engine.module.ModuleRefusedException it is of another jar, or no receipt
     */
    String receipt(byte[] receipt, String digest);

    /** A jar that was copied before; empty when the copy is gone. */
    Optional<Examined> examined(String digest);

    void discard(String digest);

    /** Looks whether it would run, without installing anything. */
    Resolved resolve(String digest);

    /**
     * Starts it beside everything else and lets it prove the least that every plugin must do, then takes it away again. To be
     * asked only of what a trusted signer signed. Bounded in time and memory.
     *
     * @return what it did wrong, each a sentence of its own; empty when nothing, or when it can't be tried here today
     */
    List<Text> tryOut(String digest);

    /** What can be configured; empty when nothing can, or its copy is gone. */
    List<Attribute> attributes(String digest);

    /**
     * A configuration of one jar as another jar of the same plugin understands it: up by what the newer of the two says of its
     * steps, down by the same steps backwards.
     *
     * @throws nl.knelpunt.engine.module.ModuleRefusedException there are no such steps
     */
    Configuration migrate(Configuration configuration, String from, String to);

    /** Something else is to run; it is looked at soon, on a thread of its own. */
    void wake();

    /** What takes the calls of a kind now. */
    Optional<Generation> serving(String kind);

    /** Calls inside what serves, by kind. */
    Map<String, Integer> inside();

    /** What was replaced and is not gone without a trace yet, the last one first. */
    List<Leftover> left();
}
