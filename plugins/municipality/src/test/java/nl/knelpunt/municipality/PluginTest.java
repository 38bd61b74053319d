package nl.knelpunt.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.support.json.JsonReader;
import org.junit.jupiter.api.Test;

/** What makes this bundle a plugin: what it imports, and its descriptors. */
class PluginTest {

    private static final Set<String> ORGANS = Set.of("BURGEMEESTER", "COLLEGE");

    @Test
    void itImportsOnlyTheApiAndSupportAndExportsNothing() throws Exception {
        Manifest manifest = new Manifest(Files.newInputStream(Path.of("target/classes/META-INF/MANIFEST.MF")));
        Attributes headers = manifest.getMainAttributes();
        assertNull(headers.getValue("Export-Package"));
        assertNull(headers.getValue("DynamicImport-Package"));
        for (String header : headers.getValue("Import-Package").split(",(?=[a-z])")) {
            assertTrue(header.matches("nl\\.knelpunt\\.(api|support)\\b.*"), header);
        }
    }

    @Test
    void itsInterventionsServeEveryCategoryUnderItsOwnOrgansAndTasks() throws Exception {
        Set<String> tasks = new HashSet<>();
        Set<String> categories = new HashSet<>();
        JsonReader participant = descriptor("participant.json");
        participant.object();
        while (participant.next()) {
            switch (participant.name()) {
                case "tasks" -> tasks.addAll(strings(participant));
                case "categories" -> categories.addAll(strings(participant));
                case "organs" -> assertEquals(ORGANS, strings(participant));
            }
        }
        categories.forEach(DataCategory::valueOf);

        Set<String> codes = new HashSet<>();
        Set<String> kinds = new TreeSet<>();
        JsonReader interventions = descriptor("interventions.json");
        interventions.array();
        while (interventions.next()) {
            Set<String> members = new TreeSet<>();
            interventions.object();
            while (interventions.next()) {
                members.add(interventions.name());
                switch (interventions.name()) {
                    case "code" -> assertTrue(codes.add(interventions.string()));
                    case "category" -> kinds.add(interventions.string());
                    case "organ" -> assertTrue(ORGANS.contains(interventions.string()));
                    case "task" -> assertTrue(tasks.contains(interventions.string()));
                    case "dataNeeded" -> assertTrue(categories.containsAll(strings(interventions)));
                    case "basis" -> isUnchecked(interventions);
                    default -> inBothLanguages(interventions);
                }
            }
            assertEquals(
                    Set.of(
                            "code",
                            "name",
                            "category",
                            "organ",
                            "task",
                            "basis",
                            "decision",
                            "conditions",
                            "dataNeeded",
                            "expectedEffect",
                            "sideEffect",
                            "barrierStep"),
                    members);
        }
        assertTrue(codes.size() >= 6);
        assertEquals(Set.of("REPRESSION", "PREVENTION", "PERSPECTIVE", "INVESTIGATION", "RESILIENCE"), kinds);
    }

    /** No jurist has looked at the list yet, and it may not say otherwise. */
    private static void isUnchecked(JsonReader json) throws MessageException, IOException {
        json.object();
        while (json.next()) {
            if (json.name().equals("checkedByJurist")) {
                assertEquals(false, json.flag());
            } else {
                assertTrue(json.string().length() > 0, json.name());
            }
        }
    }

    private static void inBothLanguages(JsonReader json) throws MessageException, IOException {
        Set<String> languages = new TreeSet<>();
        json.object();
        while (json.next()) {
            languages.add(json.name());
            assertTrue(json.string().length() > 0);
        }
        assertEquals(Set.of("en", "nl"), languages);
    }

    private static Set<String> strings(JsonReader json) throws MessageException, IOException {
        Set<String> strings = new TreeSet<>();
        json.array();
        while (json.next()) {
            assertTrue(strings.add(json.string()));
        }
        return strings;
    }

    private static JsonReader descriptor(String name) throws MessageException, IOException {
        InputStream file = PluginTest.class.getResourceAsStream("/knelpunt/" + name);
        return new JsonReader(file);
    }
}
