package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.port.ModuleRuntime.Examined;

/** Takes copies of jars and looks through them, before anything of them runs. For any thread. */
final class Examiner {

    /** Those of an installation and as many that wait or that one can go back to; each may hold pages of help and forms. */
    private static final int MOST_KNOWN = 32;

    private final JarStore store;
    private final JarSignature signature;
    private final DescriptorReader descriptors = new DescriptorReader();
    private final JarCheck check = new JarCheck();

    /** By digest: what was found stays so, since the copy does. What was not asked for lately is looked through again when it is. */
    private final Map<String, Jar> known;

    /** A copy that was looked through. */
    record Jar(Path path, Examined examined, Handling handling, Metatypes.Settings settings) {

        PluginDescriptor descriptor() {
            return examined.descriptor();
        }

        List<Attribute> attributes() {
            return settings.all();
        }
    }

    Examiner(JarStore store, JarSignature signature) {
        this(store, signature, MOST_KNOWN);
    }

    Examiner(JarStore store, JarSignature signature, int mostKnown) {
        this.store = store;
        this.signature = signature;
        known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Jar> eldest) {
                return size() > mostKnown;
            }
        });
    }

    /** @throws ModuleRefusedException it is no sound plugin; nothing of it stays that was not there */
    Examined examine(InputStream stream) throws IOException {
        JarStore.Copy copy = null;
        boolean sound = false;
        try {
            copy = store.add(stream);
            Jar jar = known.get(copy.digest());
            if (jar == null) {
                jar = look(copy, signature.ofToday(copy.path()));
            }
            sound = true;
            return jar.examined();
        } catch (BrokenPluginException e) {
            throw refused(e);
        } finally {
            if (!sound && copy != null) {
                store.discard(copy);
            }
        }
    }

    /**
     * A jar that was copied before.
     *
     * @throws BrokenPluginException its copy is gone, or it is not what may run here any more
     */
    Jar jar(String digest) throws IOException, BrokenPluginException {
        Jar jar = known.get(digest);
        if (jar != null) {
            return jar;
        }
        JarStore.Copy copy = store.find(digest)
                .orElseThrow(() -> new BrokenPluginException(
                        "zijn kopie is weg of veranderd; zet hem opnieuw klaar",
                        "its copy is gone or was changed; stage it again"));
        return look(copy, signature.of(copy.path()));
    }

    Optional<Jar> find(String digest) {
        try {
            return Optional.of(jar(digest));
        } catch (IOException | BrokenPluginException e) {
            return Optional.empty();
        }
    }

    /** For tests. */
    int inMind() {
        return known.size();
    }

    boolean isThere(String digest) throws IOException, BrokenPluginException {
        return store.find(digest).isPresent();
    }

    void discard(String digest) throws IOException {
        known.remove(digest);
        try {
            Optional<JarStore.Copy> copy = store.find(digest);
            if (copy.isPresent()) {
                store.discard(copy.get());
            }
        } catch (BrokenPluginException e) {
            throw new IllegalStateException("A copy is never too large", e);
        }
    }

    /** @throws ModuleRefusedException there is no way from the one to the other */
    Configuration migrate(Configuration configuration, String from, String to) {
        Jar target = find(to).orElse(null);
        if (target == null) {
            return configuration;
        }
        int wanted = target.handling().schema();
        int had = configuration.schema();
        Optional<Map<String, List<String>>> values = Optional.of(configuration.values());
        if (wanted > had) {
            values = target.handling().up(configuration.values(), had);
        } else if (wanted < had) {
            values = find(from).flatMap(jar -> jar.handling().down(configuration.values(), wanted));
        }
        if (values.isEmpty() && !configuration.values().isEmpty()) {
            throw new ModuleRefusedException(List.of(new Text(
                    "De module zegt niet hoe instellingen van versie " + had + " naar versie " + wanted + " gaan.",
                    "The module does not say how settings of version " + had + " become those of version " + wanted
                            + ".")));
        }
        return new Configuration(wanted, values.orElse(Map.of()));
    }

    private Jar look(JarStore.Copy copy, JarSignature.Signer signer) throws IOException, BrokenPluginException {
        PluginDescriptor descriptor = descriptors.read(copy.path(), copy.digest());
        check.check(copy.path());
        Handling handling = descriptors.handling(copy.path());
        Jar jar = new Jar(
                copy.path(),
                new Examined(descriptor, signer.fingerprint(), signer.name(), handling.schema(), handling.canGoBack()),
                handling,
                Metatypes.read(copy.path()));
        known.put(copy.digest(), jar);
        return jar;
    }

    static ModuleRefusedException refused(BrokenPluginException e) {
        return new ModuleRefusedException(List.of(new Text(
                "De jar wordt niet aangenomen: " + e.reason().nl() + ".",
                "The jar is not accepted: " + e.reason().en() + ".")));
    }
}
