package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a descriptor is a sentence with file and path. */
class DescriptorReaderTest {

    @TempDir
    Path folder;

    private final DescriptorReader reader = new DescriptorReader();
    private final Map<String, String> files = new LinkedHashMap<>(
            Map.of(DescriptorReader.PARTICIPANT, PluginJar.POLICE, DescriptorReader.INTERVENTIONS, PluginJar.PATROL));
    private String symbolicName = "test.police; attribute=x";
    private String version = "1.2";

    @Test
    void aSoundDescriptorIsReadWhole() throws Exception {
        PluginDescriptor police = read();

        assertEquals("test.police", police.id());
        assertEquals("1.2.0", police.version());
        assertEquals("feed", police.digest());
        assertEquals("Politie", police.name().nl());
        assertEquals(Set.of(Organ.POLITIE), police.organs());
        assertEquals(Set.of("politiewet-3"), police.tasks());
        assertEquals(Set.of(DataCategory.IDENTIFICATION, DataCategory.VEHICLE), police.categories());
        InterventionType patrol = police.interventionTypes().get(0);
        assertEquals(InterventionType.Category.PREVENTION, patrol.category());
        assertEquals("Politiewet 2012 3", patrol.basis().toString());
        assertEquals(Set.of(DataCategory.VEHICLE), patrol.dataNeeded());
    }

    @Test
    void aPluginWithoutInterventionsIsSound() throws Exception {
        files.remove(DescriptorReader.INTERVENTIONS);

        assertTrue(read().interventionTypes().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "police",       | "police" "x",            | line 1, column 19: is not valid JSON
                    "kind"          | "sort"                   | $.sort: this field is unknown; known are categories, kind, name, organs, tasks
                    "kind": "police", | ~~                     | $.kind: is missing or empty
                    "police"        | " "                      | $.kind: is missing or empty
                    "police"        | 5                        | $.kind: a text in quotes is expected here
                    "police"        | "police", "kind": "tax"  | is not valid JSON: Duplicate
                    "Politie", "en" | "Politie", "de"          | $.name: a text needs both "nl" and "en"
                    "en": "Police"  | "en": ""                 | $.name: a text needs both "nl" and "en"
                    , "en": "Police" | ~~                      | $.name: a text needs both "nl" and "en"
                    ["POLITIE"]     | []                       | $.organs: name at least one organ
                    ["POLITIE"]     | "POLITIE"                | $.organs: a list is expected here
                    ["POLITIE"]     | null                     | $.organs: is missing or empty
                    ["POLITIE"]     | [null]                   | $.organs[0]: null can't stand here
                    ["POLITIE"]     | ["MARINE"]               | $.organs[0]: "MARINE" is not one of BELASTINGDIENST, BURGEMEESTER
                    ["POLITIE"]     | [0]                      | $.organs[0]: "0" is not one of BELASTINGDIENST
                    ["POLITIE"]     | ["POLITIE", "DOUANE"]    | $.organs[1]: DOUANE belongs to the kind "customs", not to "police"
                    politiewet-3    | douanewet                | $.tasks[0]: "douanewet" is no task of these organs; they have politiewet-3
                    "VEHICLE"       | "RACE"                   | $.categories[1]: "RACE" is not one of
                    "VEHICLE"       | "NATIONALITY"            | $.categories[1]: NATIONALITY is a category that a plugin can't handle
                    "VEHICLE"       | "SPECIAL"                | $.categories[1]: SPECIAL is a category that a plugin can't handle
                    "VEHICLE"]}     | "VEHICLE"]} {}           | $:
                    """)
    void aMistakeInTheParticipantFileHasAPathAndASentence(String sound, String mistaken, String sentence)
            throws Exception {
        replace(DescriptorReader.PARTICIPANT, sound, mistaken);

        assertMistake(DescriptorReader.PARTICIPANT, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "code": "patrol"     | "code": "a/b"            | $[0].code: use at most 64 letters
                    "patrol"             | "patrol", "colour": "x"  | $[0].colour: this field is unknown
                    "PREVENTION"         | "PREVENTIE"              | $[0].category: "PREVENTIE" is not one of INVESTIGATION, PERSPECTIVE
                    "POLITIE"            | "OM"                     | $[0].organ: OM is not among the organs of knelpunt/participant.json
                    politiewet-3         | wet-ro-124               | $[0].task: "wet-ro-124" is no task of POLITIE; it has politiewet-3
                    "article": "3",      | ~~                       | $[0].basis.article: is missing or empty
                    "article": "3"       | "article": ""            | $[0].basis.article: is missing or empty
                    false                | "no"                     | $[0].basis.checkedByJurist: true or false is expected here
                    ["VEHICLE"]          | ["SPECIAL"]              | $[0].dataNeeded: SPECIAL is a category that a plugin can't handle
                    ["VEHICLE"]          | null                     | $[0].dataNeeded: is missing or empty
                    {"law"               | 3, "b": {"law"           | $[0].basis: an object is expected here
                    """)
    void aMistakeInTheInterventionsFileHasAPathAndASentence(String sound, String mistaken, String sentence)
            throws Exception {
        replace(DescriptorReader.INTERVENTIONS, sound, mistaken);

        assertMistake(DescriptorReader.INTERVENTIONS, sentence);
    }

    @Test
    void allMistakesAreToldAtOnce() throws Exception {
        replace(DescriptorReader.PARTICIPANT, "politiewet-3", "douanewet");
        replace(DescriptorReader.PARTICIPANT, "VEHICLE", "SPECIAL");
        replace(
                DescriptorReader.INTERVENTIONS,
                "[{",
                "[" + PluginJar.PATROL.trim().substring(1).replace("}}]", "}},{"));

        String mistakes = mistakes();

        assertTrue(mistakes.contains("$.tasks[0]"), mistakes);
        assertTrue(mistakes.contains("$.categories[1]"), mistakes);
        assertTrue(mistakes.contains("knelpunt/interventions.json, $[0].task"), mistakes);
        assertTrue(mistakes.contains("$[1].code: \"patrol\" stands here twice"), mistakes);
    }

    @Test
    void aMissingParticipantFileIsNamed() throws Exception {
        files.remove(DescriptorReader.PARTICIPANT);

        assertEquals("knelpunt/participant.json, $: the file is missing", mistakes());
    }

    @Test
    void aFileThatUnpacksToMoreThanItsBoundIsNotReadToItsEnd() throws Exception {
        files.put(DescriptorReader.PARTICIPANT, PluginJar.POLICE + " ".repeat(DescriptorReader.LARGEST_FILE));

        assertEquals("knelpunt/participant.json, $: the file is larger than 1 MiB", mistakes());
    }

    @Test
    void aJarWithoutASymbolicNameIsNoPlugin() throws Exception {
        symbolicName = null;

        assertTrue(mistakes().startsWith("META-INF/MANIFEST.MF: has no Bundle-SymbolicName"));
    }

    @Test
    void aVersionThatIsNoneIsQuoted() throws Exception {
        version = "one";

        assertEquals("META-INF/MANIFEST.MF: \"one\" is no Bundle-Version such as 1.2.3", mistakes());
    }

    @Test
    void whatIsNoJarIsSaidToBeNone() throws Exception {
        Path text = Files.writeString(folder.resolve("text.jar"), "Dear plugin");

        String reason = assertThrows(BrokenPluginException.class, () -> reader.read(text, "feed"))
                .getMessage();

        assertTrue(reason.startsWith("it is not a sound jar file"), reason);
    }

    private void replace(String file, String sound, String mistaken) {
        assertTrue(files.get(file).contains(sound), () -> "The test replaces what is not there: " + sound);
        files.computeIfPresent(file, (name, content) -> content.replace(sound, mistaken));
    }

    private void assertMistake(String file, String sentence) throws Exception {
        String mistakes = mistakes();
        assertTrue(mistakes.startsWith(file + ", "), mistakes);
        assertTrue(mistakes.contains(sentence), mistakes);
        assertTrue(!mistakes.contains("java") && !mistakes.contains("nl.knelpunt"), mistakes);
    }

    private String mistakes() throws Exception {
        Path jar = jar();
        return assertThrows(BrokenPluginException.class, () -> reader.read(jar, "feed"))
                .getMessage();
    }

    private PluginDescriptor read() throws Exception {
        return reader.read(jar(), "feed");
    }

    private Path jar() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (symbolicName != null) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
        }
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        Path path = folder.resolve("plugin.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path), manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return path;
    }
}
