package nl.knelpunt.engine.component;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Leftover;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.port.ModuleRuntime;

/** Jars that are no more than what they say of themselves. */
final class ImaginaryJars implements ModuleRuntime {

    static final String SIGNER = "a".repeat(64);

    final Map<String, Examined> known = new HashMap<>();
    final Map<String, List<Attribute>> attributes = new HashMap<>();
    int woken;

    /** Text: version, categories, and whether one can go back. */
    @Override
    public Examined examine(InputStream jar) throws java.io.IOException {
        String[] words = new String(jar.readAllBytes(), StandardCharsets.UTF_8).split(" ");
        String digest = String.format("%064x", String.join(" ", words).hashCode() & 0xFFFFFFFFL);
        Set<DataCategory> categories = new java.util.HashSet<>();
        for (String category : words[1].split(",")) {
            categories.add(DataCategory.valueOf(category));
        }
        Examined examined = new Examined(
                new PluginDescriptor(
                        "nl.police",
                        words[0],
                        digest,
                        "police",
                        new Text("Politie", "Police"),
                        Set.of(Organ.POLITIE),
                        Set.of("politiewet-3"),
                        categories,
                        List.of(),
                        List.of()),
                SIGNER,
                "CN=Politie",
                1,
                words.length < 3);
        known.put(digest, examined);
        return examined;
    }

    /** Text: the version, and the digest that it is of. */
    @Override
    public String receipt(byte[] receipt, String digest) {
        String[] words = new String(receipt, StandardCharsets.UTF_8).split(" ");
        if (!words[1].equals(digest)) {
            throw new ModuleRefusedException(List.of(new Text("van een andere jar", "of another jar")));
        }
        return words[0];
    }

    @Override
    public Optional<Examined> examined(String digest) {
        return Optional.ofNullable(known.get(digest));
    }

    @Override
    public void discard(String digest) {
        known.remove(digest);
    }

    @Override
    public Resolved resolve(String digest) {
        return new Resolved(List.of(), List.of());
    }

    @Override
    public List<Attribute> attributes(String digest) {
        return attributes.getOrDefault(digest, List.of());
    }

    @Override
    public List<Text> tryOut(String digest) {
        return List.of();
    }

    @Override
    public Configuration migrate(Configuration configuration, String from, String to) {
        return configuration;
    }

    @Override
    public List<Leftover> left() {
        return List.of();
    }

    @Override
    public void wake() {
        woken++;
    }

    @Override
    public Optional<Generation> serving(String kind) {
        return Optional.empty();
    }

    @Override
    public Map<String, Integer> inside() {
        return Map.of();
    }
}
