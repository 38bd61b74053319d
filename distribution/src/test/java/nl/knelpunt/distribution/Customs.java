package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** An installation with the customs among its participants, whose plugin is exchanged by an administrator. */
final class Customs {

    private static final String CONNECTION = ModuleJar.PARTICIPANT + ".connection";
    private static final String WORKER = ModuleJar.PARTICIPANT + ".worker";

    final Platform platform;
    final ModuleJar.Key key;
    private final Path folder;

    private Customs(Platform platform, ModuleJar.Key key, Path folder) {
        this.platform = platform;
        this.key = key;
        this.folder = folder;
    }

    /**
     * @param adapter of the plugin, version 1.0.0, that the installation begins with; its jar is called first
     * @param settings lines of what becomes of a new module
     */
    static Customs in(Path folder, Class<?> adapter, String settings) throws Exception {
        Platform platform = new Platform(folder);
        Path conf = platform.home().resolve("conf");
        Path region = conf.resolve("region.json");
        Files.writeString(
                region,
                Files.readString(region)
                        .replace(
                                "\"participants\": [",
                                "\"participants\": [{\"id\": \"" + ModuleJar.PARTICIPANT
                                        + "\", \"name\": \"Douane\", \"kind\": \"customs\", \"organs\": [\"DOUANE\"]},"));
        Files.writeString(conf.resolve("nl.knelpunt.modules.cfg"), settings);
        Files.writeString(conf.resolve("nl.knelpunt.engine.adapters.cfg"), "seconds = 5\n");
        Files.delete(platform.plugin(ModuleJar.KIND));
        ModuleJar.Key key = ModuleJar.Key.of(platform, folder, "Douane");
        trust(conf.resolve("trust.json"), key);
        Path first = new ModuleJar(adapter, "1.0.0").write(folder.resolve("first.jar"), key);
        Files.copy(first, platform.home().resolve("plugins/customs.jar"));
        platform.withAdmin().start();
        platform.appoint(CONNECTION, ModuleJar.PARTICIPANT, null, "CONNECTION");
        platform.appoint(WORKER, ModuleJar.PARTICIPANT, "DOUANE", "WORKER");
        Customs customs = new Customs(platform, key, folder);
        Platform.until("the customs' plugin serves", () -> customs.runs().equals("1.0.0"));
        return customs;
    }

    private static void trust(Path file, ModuleJar.Key key) throws IOException {
        ObjectNode content = (ObjectNode) new ObjectMapper().readTree(file.toFile());
        ObjectNode signer = ((ArrayNode) content.path("signers")).addObject();
        signer.put("certificate", key.certificate()).putArray("kinds").add(ModuleJar.KIND);
        Files.writeString(file, content.toString());
    }

    Person admin() {
        return platform.as(Platform.ADMIN);
    }

    void trust(ModuleJar.Key other, String kind) {
        admin().post("/v1/module-signers", Map.of("certificate", other.certificate(), "kinds", java.util.List.of(kind)))
                .is(201);
    }

    Path jar(String name, Class<?> adapter, String version) throws Exception {
        return new ModuleJar(adapter, version).write(folder.resolve(name + ".jar"), key);
    }

    Path at(String name) {
        return folder.resolve(name + ".jar");
    }

    Person.Answer stage(Path jar) {
        try {
            return admin().inEnglish()
                    .upload("/v1/staged-modules", "application/java-archive", Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param receipt of the TCK, as it would lie beside the jar */
    Person.Answer stage(Path jar, String receipt) {
        try {
            return admin().inEnglish()
                    .upload(
                            "/v1/staged-modules",
                            "application/java-archive",
                            Files.readAllBytes(jar),
                            "Tck-Receipt",
                            Base64.getEncoder().encodeToString(receipt.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode plan(String digest) {
        return admin().inEnglish()
                .post("/v1/module-plans", Map.of("kind", ModuleJar.KIND, "digest", digest))
                .is(201)
                .body();
    }

    /** Staged, planned and begun. */
    String begin(Path jar) {
        JsonNode plan = plan(stage(jar).is(201).text("digest"));
        assertTrue(plan.path("possible").asBoolean(), plan::toPrettyString);
        return apply(plan);
    }

    String apply(JsonNode plan) {
        return admin().post("/v1/module-plans/" + plan.path("digest").asText() + "/swap", Map.of())
                .is(201)
                .id();
    }

    JsonNode swap(String id) {
        return admin().get("/v1/module-swaps/" + id).is(200).body();
    }

    /** Waits until a swap is at this step or past it. */
    JsonNode await(String id, String step) {
        Platform.until(
                "the swap is " + step,
                () -> swap(id).path("passed").findValuesAsText("step").contains(step)
                        || swap(id).path("ended").asBoolean());
        return swap(id);
    }

    JsonNode awaitEnd(String id) {
        Platform.until("the swap ends", () -> swap(id).path("ended").asBoolean());
        return swap(id);
    }

    /** Swapped, proven by messages and there for good. */
    void run(Path jar) {
        String swap = begin(jar);
        await(swap, "DRAINED");
        assertEquals("DRAINED", swap(swap).path("step").asText(), swap(swap)::toPrettyString);
    }

    JsonNode module() {
        return admin().get("/v1/modules/" + ModuleJar.KIND).is(200).body();
    }

    /** Version of what takes the calls now; empty when nothing does. */
    String runs() {
        return module().at("/runs/version").asText();
    }

    Person.Answer deliver(int number) {
        return platform.as(CONNECTION).deliver(ModuleJar.PARTICIPANT, "text/plain", "message " + number);
    }

    /** What is kept of a message, by its number: which adapter read it. */
    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        Person worker = platform.as(WORKER);
        String next = "/v1/signals?limit=100";
        while (next != null) {
            Person.Answer page = worker.get(next).is(200);
            for (JsonNode signal : page.items()) {
                String id = signal.path("id").asText();
                kept.put(
                        id,
                        worker.get("/v1/signals/" + id)
                                .is(200)
                                .at("observation/what")
                                .asText());
            }
            next = page.at("links/next").isTextual() ? page.text("links/next") : null;
        }
        return kept;
    }
}
