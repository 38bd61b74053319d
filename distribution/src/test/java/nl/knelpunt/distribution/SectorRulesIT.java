package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The police's own rules speak at the running platform, and change with the police's jar. */
class SectorRulesIT {

    private static final String POLICE = "politie-noord-holland";
    private static final String RULES = "knelpunt/rules.json";

    @TempDir
    Path folder;

    @Test
    void aPluginWithARuleMoreRefusesFromTheNextActOnUntilTheOldOneIsBack() throws IOException {
        try (Platform platform = new Platform(folder).start("--demo")) {
            Person cop = platform.as(POLICE + ".worker");
            String of = knelpunt(platform);
            cop.post(of + "/data", vehicle("99-SR-01", "Wpg 20(3)")).is(201);

            JsonNode refusal = cop.post(of + "/data", vehicle("99-SR-02", "Artikel 16 Wpg"))
                    .is(403)
                    .refusedBy("police:P5")
                    .body()
                    .at("/refusals/0");
            assertEquals("Wpg 16(1)(b), 19, 20(1)", refusal.path("article").asText());
            assertTrue(refusal.path("message").asText().contains("een andere weg dan het RIEC"), refusal.toString());

            Path jar = platform.plugin("police");
            Path old = Files.copy(jar, folder.resolve("old.jar"), StandardCopyOption.COPY_ATTRIBUTES);
            Path stricter = withOneRuleMore(old, folder.resolve("stricter.jar"));
            Files.move(stricter, jar, StandardCopyOption.REPLACE_EXISTING);
            Platform.until(
                    "the police's new rule speaks",
                    () -> !rulesOf(cop.post(of + "/data", vehicle("99-SR-03", "Wpg 20(3)")))
                            .isEmpty());
            assertEquals(
                    "Wpg 3(2)",
                    cop.post(of + "/data", vehicle("99-SR-04", "Wpg 20(3)"))
                            .is(403)
                            .refusedBy("police:P9")
                            .text("refusals/0/article"));
            assertTrue(rulesOf(cop.get("/v1/rules").is(200)).contains("police:P9"), "it is listed with the others");
            JsonNode record = platform.as("bureau.privacy-officer")
                    .post(
                            "/v1/log/_search",
                            Map.of("purpose", "LAWFULNESS", "reason", "nieuwe module", "rule", "police:P9"))
                    .is(200)
                    .at("items")
                    .get(0);
            assertEquals("SHARE_DATUM", record.path("act").asText());
            JsonNode before = platform.as("bureau.privacy-officer")
                    .post(
                            "/v1/log/_search",
                            Map.of("purpose", "LAWFULNESS", "reason", "nieuwe module", "rule", "police:P5"))
                    .is(200)
                    .at("items")
                    .get(0);
            assertNotEquals(
                    before.path("ruleSet").asText(),
                    record.path("ruleSet").asText(),
                    "a record says by which rules it was judged");

            platform.run(Map.of("KNELPUNT_TOKEN", platform.token("bureau.admin")), "modules", "rollback", "police")
                    .ok();
            Platform.until(
                    "the rule is gone with its plugin",
                    () -> cop.post(of + "/data", vehicle("99-SR-05", "Wpg 20(3)"))
                                    .status()
                            == 201);
            platform.stop();
            assertTrue(platform.run("log", "verify").ok().out().contains("whole"));
        }
    }

    private static String knelpunt(Platform platform) {
        return platform.as("bureau.casusregisseur").get("/v1/knelpunten").items().stream()
                .filter(k -> k.path("state").asText().equals("DESIGNATED"))
                .map(k -> k.path("href").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> vehicle(String plate, String basis) {
        Map<String, Object> datum = new HashMap<>();
        datum.put("newSubject", Map.of("kind", "OBJECT"));
        datum.put("category", "VEHICLE");
        datum.put("field", "kenteken");
        datum.put("content", plate);
        datum.put("task", "politiewet-3");
        datum.put("basis", basis);
        datum.put("phase", 1);
        datum.put("lawfullyHeld", true);
        datum.put("police", Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie, 3 juni 2026"));
        return datum;
    }

    private static List<String> rulesOf(Person.Answer answer) {
        return Stream.of("rule", "id")
                .flatMap(name -> answer.body().findValuesAsText(name).stream())
                .filter(r -> r.startsWith("police:"))
                .toList();
    }

    /** As the next version of the police's module would be. */
    private static Path withOneRuleMore(Path jar, Path target) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (JarFile from = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", "0.2.0");
            manifest.getEntries().clear();
            ArrayNode rules = (ArrayNode) json.readTree(from.getInputStream(from.getJarEntry(RULES)));
            ObjectNode more = rules.get(0).deepCopy();
            more.put("id", "P9").put("article", "Wpg 3(2)").set("moments", json.valueToTree(List.of("SUPPLY")));
            more.set("refuseWhen", json.valueToTree(Map.of("categoryIn", List.of("VEHICLE"))));
            rules.add(more);
            try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                for (JarEntry entry : from.stream()
                        .filter(e -> !e.isDirectory() && !e.getName().equals(JarFile.MANIFEST_NAME))
                        .filter(e -> !e.getName().matches("META-INF/[^/]+\\.(SF|RSA|EC|DSA)"))
                        .toList()) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    if (entry.getName().equals(RULES)) {
                        to.write(json.writeValueAsBytes(rules));
                    } else {
                        from.getInputStream(entry).transferTo(to);
                    }
                }
            }
        }
        return TestSigner.USUAL.sign(target);
    }
}
