package nl.knelpunt.engine.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Generation;
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
     * An attribute of a plugin's configuration.
     *
     * @param secret whether its value is never shown
     * @param several whether it takes more than one value
     */
    record Attribute(String id, Text name, String type, boolean secret, boolean several, List<String> defaults) {}

    /**
     * Copies a jar and looks through it.
     *
     * @throws nl.knelpunt.engine.module.ModuleRefusedException it is no sound plugin; nothing of it stays
     */
    Examined examine(InputStream jar) throws IOException;

    /** A jar that was copied before; empty when the copy is gone. */
    Optional<Examined> examined(String digest);

    void discard(String digest);

    /** Looks whether it would run, without installing anything. */
    Resolved resolve(String digest);

    List<Attribute> attributes(String digest);

    /** Something else is to run; it is looked at soon, on a thread of its own. */
    void wake();

    /** What takes the calls of a kind now. */
    Optional<Generation> serving(String kind);

    /** Calls inside, by kind. */
    Map<String, Integer> inside();
}
