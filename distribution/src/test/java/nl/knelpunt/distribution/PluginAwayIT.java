package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The police jar is taken out of {@code plugins/} while the server runs, and put back. */
class PluginAwayIT {

    private static final String POLICE = "politie-noord-holland";

    @TempDir
    Path folder;

    @Test
    void withoutItsPluginAParticipantsDataAreFrozenAndTheKnelpuntStaysReadable() throws IOException {
        try (Platform platform = new Platform(folder).start("--demo")) {
            Person director = platform.as("bureau.casusregisseur");
            Person cop = platform.as(POLICE + ".worker");
            JsonNode knelpunt = director.get("/v1/knelpunten").items().get(0);
            String of = knelpunt.path("href").asText();
            JsonNode plan = director.get(of + "/plan").is(200).body().path("interventions");
            assertFalse(plan.isEmpty());
            List<JsonNode> before = data(director, of);
            assertTrue(before.stream().anyMatch(PluginAwayIT::isOfPolice));
            assertTrue(types(director).stream().anyMatch(t -> t.startsWith("pol-")));

            Path jar = platform.plugin("police");
            Path away = Files.move(jar, folder.resolve(jar.getFileName()));
            Platform.until(
                    "the police's types are gone",
                    () -> types(director).stream().noneMatch(t -> t.startsWith("pol-")));

            assertTrue(types(director).stream().anyMatch(t -> t.startsWith("gem-")), "others stay");
            platform.as(POLICE + ".connection")
                    .deliver(POLICE, "application/xml", StoryIT.message("incident.xml"))
                    .refusedBy("G51");
            cop.post("/v1/signals", Map.of("title", "Met de hand")).refusedBy("G51");
            director.post(
                            of + "/interventions",
                            Map.of("participant", POLICE, "organ", "POLITIE", "type", "pol-zichtbaar-toezicht"))
                    .refusedBy("G37", "G51");

            List<JsonNode> frozen = data(director, of);
            assertEquals(ids(before), ids(frozen), "nothing is gone");
            for (JsonNode datum : frozen) {
                assertEquals(isOfPolice(datum), !datum.has("content"), datum.toPrettyString());
                assertEquals(
                        isOfPolice(datum) ? "G51" : "", datum.at("/frozen/rule").asText());
                assertTrue(!isOfPolice(datum)
                        || datum.at("/frozen/message").asText().contains("niet actief"));
            }
            JsonNode readable = director.get(of).is(200).body();
            assertEquals(knelpunt.path("title"), readable.path("title"));
            assertEquals(plan, director.get(of + "/plan").is(200).body().path("interventions"));
            assertEquals(200, platform.health(), "a plugin that is away is no illness of the platform");

            Files.move(away, jar);
            Platform.until(
                    "the police's types are back",
                    () -> types(director).stream().anyMatch(t -> t.startsWith("pol-")));
            assertEquals(before, data(director, of));
            platform.as(POLICE + ".connection")
                    .deliver(POLICE, "application/xml", StoryIT.message("incident.xml"))
                    .is(201);
            assertFalse(cop.get("/v1/signals").items().stream().anyMatch(s -> s.has("frozen")));
        }
    }

    private static boolean isOfPolice(JsonNode datum) {
        return datum.path("supplier").asText().equals(POLICE);
    }

    private static List<JsonNode> data(Person person, String of) {
        return person.get(of + "/data?limit=100").items();
    }

    private static Set<String> ids(List<JsonNode> data) {
        return data.stream().map(d -> d.path("id").asText()).collect(Collectors.toSet());
    }

    private static Set<String> types(Person person) {
        return person.get("/v1/intervention-types").items().stream()
                .map(t -> t.path("code").asText())
                .collect(Collectors.toSet());
    }
}
