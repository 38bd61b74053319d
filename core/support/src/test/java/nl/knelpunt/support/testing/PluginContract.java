package nl.knelpunt.support.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.support.json.JsonReader;
import org.junit.jupiter.api.Test;

/** What makes a bundle a plugin of this repository: what it imports, its descriptors, its texts and its help. */
public abstract class PluginContract {

    protected abstract Set<String> organs();

    /** Formats of its adapters. */
    protected abstract Set<String> formats();

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
        JsonReader participant = new JsonReader(resource("participant.json"));
        participant.object();
        while (participant.next()) {
            switch (participant.name()) {
                case "tasks" -> tasks.addAll(strings(participant));
                case "categories" -> categories.addAll(strings(participant));
                case "organs" -> assertEquals(organs(), strings(participant));
            }
        }
        categories.forEach(DataCategory::valueOf);

        Set<String> codes = new HashSet<>();
        Set<String> kinds = new TreeSet<>();
        JsonReader interventions = new JsonReader(resource("interventions.json"));
        interventions.array();
        while (interventions.next()) {
            interventions.object();
            while (interventions.next()) {
                switch (interventions.name()) {
                    case "code" -> assertTrue(codes.add(interventions.string()));
                    case "category" -> kinds.add(interventions.string());
                    case "organ" -> assertTrue(organs().contains(interventions.string()));
                    case "task" -> assertTrue(tasks.contains(interventions.string()));
                    case "dataNeeded" -> assertTrue(categories.containsAll(strings(interventions)));
                    case "basis" -> isUnchecked(interventions);
                    default -> inBothLanguages(interventions);
                }
            }
        }
        assertTrue(codes.size() >= 6);
        assertEquals(Set.of("REPRESSION", "PREVENTION", "PERSPECTIVE", "INVESTIGATION", "RESILIENCE"), kinds);
    }

    @Test
    void itHasNamesForItsFormatsInBothLanguages() throws Exception {
        Properties dutch = texts("nl");
        Properties english = texts("en");
        assertEquals(dutch.stringPropertyNames(), english.stringPropertyNames());
        formats().forEach(format -> assertTrue(dutch.containsKey("format." + format), format));
    }

    @Test
    void itHasAFormAndAHelpPageInBothLanguages() throws Exception {
        for (String language : new String[] {"nl", "en"}) {
            try (InputStream page = resource("help_" + language + ".md")) {
                assertFalse(new String(page.readAllBytes(), StandardCharsets.UTF_8).isBlank());
            }
        }
        try (Stream<Path> forms = Files.list(Path.of("src/main/resources/knelpunt/forms"))) {
            assertTrue(forms.findAny().isPresent());
        }
    }

    private Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var reader =
                new java.io.InputStreamReader(resource("texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private InputStream resource(String name) {
        InputStream resource = getClass().getResourceAsStream("/knelpunt/" + name);
        assertNotNull(resource, name);
        return resource;
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
}
