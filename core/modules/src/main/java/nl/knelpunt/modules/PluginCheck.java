package nl.knelpunt.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import org.osgi.framework.Bundle;

/** What the platform asks of a jar before it takes it, for those who make one: the same code, without a platform. */
public final class PluginCheck {

    private PluginCheck() {}

    /**
     * What the jar says of itself. Runs nothing of it.
     *
     * @param digest of the jar, hex
     * @param problems takes a sentence for everything that is wrong, with its file and place
     * @return null when it can't be read
     */
    public static PluginDescriptor look(Path jar, String digest, List<String> problems) throws IOException {
        try {
            new JarCheck().check(jar);
        } catch (BrokenPluginException e) {
            problems.add(e.getMessage());
        }
        try {
            return new DescriptorReader().read(jar, digest);
        } catch (BrokenPluginException e) {
            problems.add(e.getMessage());
            return null;
        }
    }

    /**
     * Of which TCK a receipt is, as the platform reads it when the jar is staged.
     *
     * @param digest of the jar, hex
     * @throws IllegalArgumentException it would be refused; says why
     */
    public static String receipt(byte[] receipt, String digest) {
        try {
            return TckReceipt.version(receipt, digest);
        } catch (BrokenPluginException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** What is wrong with the manifest, as the framework understands it; empty when nothing is. */
    public static List<String> manifest(Bundle installed) {
        List<String> problems = new ArrayList<>();
        try {
            BundleRules.check(installed);
        } catch (BrokenPluginException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }
}
