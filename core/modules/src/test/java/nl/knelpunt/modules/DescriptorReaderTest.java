package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.rule.Condition;
import nl.knelpunt.api.rule.Recipient;
import nl.knelpunt.api.rule.RuleMoment;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plugin.DatumPanel;
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
    void formsAndHelpAreRead() throws Exception {
        files.put("knelpunt/forms/controle.json", PluginJar.FORM);
        files.put("knelpunt/help_nl.md", "Zo werkt het.");
        files.put("knelpunt/help_en.md", "This is how.\n");

        PluginDescriptor police = read();

        assertEquals("controle", police.forms().get(0).name());
        assertEquals("Check", police.forms().get(0).title().en());
        assertTrue(police.forms().get(0).schema().startsWith("{\"type\":\"object\""));
        assertEquals(new Text("Zo werkt het.", "This is how."), police.help());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "title"               | "name"                   | $.name: this field is unknown; known are help, schema, title
                    "en": "Check"         | "en": ""                 | $.title: a text needs both "nl" and "en"
                    "type": "object"      | "type": "array"          | $.schema.type: is "object"
                    false                 | true                     | $.schema.additionalProperties: is false
                    ["wat"]               | ["waar"]                 | $.schema.required: "waar" is no question
                    "maxLength"           | "longest"                | $.schema.properties.wat.longest: this field is unknown
                    "type": "string", "maxLength" | "type": "date", "maxLength" | $.schema.properties.wat.type: is one of boolean, integer
                    "complete": true      | "complete": 1            | $.schema.properties.wat.knelpunt.complete: true or false
                    , "to": "observation.what"}}, | }},              | $.schema.properties.wat.knelpunt: say in "to" or in "datum"
                    "observation.what"    | "observation"            | $.schema.properties.wat.knelpunt.to: is one of
                    "a": {"nl": "Auto", "en": "Car"} | ~~            | $.schema.properties.soort.knelpunt.options.a: an object
                    "VEHICLE"             | "NATIONALITY"            | knelpunt.datum.category: is one of those of knelpunt/participant.json
                    "OBJECT"              | "THING"                  | knelpunt.datum.kind: is one of
                    "auto"                | "De auto"                | knelpunt.datum.subject: use at most 64
                    """)
    void aMistakeInAFormHasAPathAndASentence(String sound, String mistaken, String sentence) throws Exception {
        files.put("knelpunt/forms/controle.json", PluginJar.FORM);
        replace("knelpunt/forms/controle.json", sound, mistaken);

        assertMistake("knelpunt/forms/controle.json", sentence);
        if (!mistaken.contains("waar")) {
            assertFalse(Schemas.accepts("form", files.get("knelpunt/forms/controle.json")), "the schema says it too");
        }
    }

    private void panel() {
        files.put("knelpunt/panels/kenteken.json", PluginJar.PANEL);
        files.put("knelpunt/panels/kenteken.js", PluginJar.PANEL_SCRIPT);
    }

    @Test
    void panelsAreReadWithTheirScripts() throws Exception {
        panel();

        assertEquals(
                List.of(new DatumPanel(
                        "kenteken",
                        new Text("Kenteken", "Plate"),
                        Set.of(new DatumPanel.Of(DataCategory.VEHICLE, "kenteken")),
                        PluginJar.PANEL_SCRIPT)),
                read().panels());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "title"               | "name"                   | $.name: this field is unknown; known are data, title
                    "en": "Plate"         | "en": ""                 | $.title: a text needs both "nl" and "en"
                    [{"category": "VEHICLE", "field": "kenteken"}] | [] | $.data: a panel is about 1 to 20 kinds of data
                    "VEHICLE"             | "FISCAL"                 | $.data[0].category: FISCAL is not among the categories
                    "VEHICLE"             | "BSN"                    | $.data[0].category: a BSN is seen by who says what for only
                    "VEHICLE"             | "AUTO"                   | $.data[0].category: "AUTO" is not one of
                    "kenteken"}           | "Het kenteken"}          | $.data[0].field: use at most 64 lower case letters
                    "kenteken"}           | "a"}, {"category": "VEHICLE", "field": "a"} | $.data[1]: a panel is about this already
                    , "field": "kenteken" | ~~                       | $.data[0].field: is missing or empty
                    """)
    void aMistakeInAPanelHasAPathAndASentence(String sound, String mistaken, String sentence) throws Exception {
        panel();
        replace("knelpunt/panels/kenteken.json", sound, mistaken);

        assertMistake("knelpunt/panels/kenteken.json", sentence);
        if (!mistaken.contains("FISCAL") && !mistaken.contains("\"a\"")) {
            assertFalse(Schemas.accepts("panel", files.get("knelpunt/panels/kenteken.json")), "the schema says it too");
        }
    }

    @Test
    void aPanelHasItsScriptAndAScriptItsPanel() throws Exception {
        panel();
        files.remove("knelpunt/panels/kenteken.js");
        assertMistake("knelpunt/panels/kenteken.js", "$: the file is missing");

        panel();
        files.remove("knelpunt/panels/kenteken.json");
        assertMistake("knelpunt/panels/kenteken.json", "$: the file is missing");
    }

    @Test
    void aScriptIsSmallTextWithAFunctionAndNothingElseLiesThere() throws Exception {
        panel();
        files.put("knelpunt/panels/kenteken.js", PluginJar.PANEL_SCRIPT + " ".repeat(PanelReader.LARGEST_SCRIPT));
        assertMistake("knelpunt/panels/kenteken.js", "$: the file is larger than 64 KiB");

        files.put("knelpunt/panels/kenteken.js", "export const a = 1;");
        assertMistake("knelpunt/panels/kenteken.js", "$: has no \"export default\"");

        files.put("knelpunt/panels/kenteken.js", "const say = () => []; export { say as default };");
        assertEquals(1, read().panels().size(), "another way to export it");

        panel();
        for (int i = 0; i < 10; i++) {
            files.put(
                    "knelpunt/panels/more-" + i + ".json", PluginJar.PANEL.replace("kenteken\"}", "more-" + i + "\"}"));
            files.put("knelpunt/panels/more-" + i + ".js", PluginJar.PANEL_SCRIPT);
        }
        assertMistake("knelpunt/panels/", "$: a plugin has at most 10 panels");
        files.keySet().removeIf(name -> name.contains("/more-"));

        files.put("knelpunt/panels/kenteken.html", "<b>");
        assertMistake("knelpunt/panels/kenteken.html", "$: NAME.json and NAME.js belong here");
    }

    @Test
    void helpIsInBothLanguages() throws Exception {
        files.put("knelpunt/help_nl.md", "Zo werkt het.");

        assertMistake("knelpunt/help_en.md", "$: is missing or empty; a help page is in both languages");
    }

    @Test
    void rulesAreReadWhole() throws Exception {
        files.put(DescriptorReader.RULES, PluginJar.RULES);

        SectorRule rule = read().rules().get(0);

        assertEquals(
                new SectorRule(
                        "P1",
                        new Text("Voertuigen", "Vehicles"),
                        "Wpg 3(2)",
                        false,
                        LocalDate.of(2025, 3, 1),
                        null,
                        Set.of(RuleMoment.LOOK),
                        new Text("Voertuigen blijven bij de politie.", "Vehicles stay with the police."),
                        new Text("Vraag de politie.", "Ask the police."),
                        new Condition.All(List.of(
                                new Condition.CategoryIn(Set.of(DataCategory.VEHICLE)),
                                new Condition.Not(new Condition.RecipientIn(Set.of(Recipient.SUPPLIER)))))),
                rule);
    }

    @Test
    void everyPredicateCanBeWritten() throws Exception {
        files.put(DescriptorReader.RULES, rulesWith("""
                {"any": [
                  {"all": [{"categoryIn": ["VEHICLE", "BSN"]}]}, {"not": {"fieldIn": ["kenteken"]}},
                  {"phaseIn": [0, 2]}, {"organIn": ["POLITIE"]}, {"taskIn": ["politiewet-3"]}, {"originIn": ["CRIMINAL"]},
                  {"manifestationIn": ["DRUGS"]}, {"activityIn": ["SCAN"]}, {"objectTypeIn": ["AREA"]},
                  {"recipientIn": ["PRIVATE_PARTY"]}, {"recipientOrganIn": ["COLLEGE"]}, {"actorOrganIn": ["OM"]},
                  {"olderThanMonths": 6}, {"basisMissing": true}, {"basisMentions": ["Wpg 19"]},
                  {"policeClassIn": ["ARTICLE_9"]}, {"subjectKindIn": ["OBJECT"]}, {"subjectInCircle": true}]}
                """));
        assertTrue(Schemas.accepts("rules", files.get(DescriptorReader.RULES)));
        Set<Class<?>> read = new HashSet<>();
        collect(read().rules().get(0).refuseWhen(), read);

        assertEquals(Set.of(Condition.class.getPermittedSubclasses()), read);
        assertEquals(
                read.stream()
                        .map(c -> c.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                                + c.getSimpleName().substring(1))
                        .collect(Collectors.toSet()),
                new RulesReader("", null, null).predicates());
    }

    private static void collect(Condition condition, Set<Class<?>> classes) {
        classes.add(condition.getClass());
        condition.parts().forEach(p -> collect(p, classes));
    }

    private static String rulesWith(String condition) {
        return PluginJar.RULES.substring(0, PluginJar.RULES.indexOf("{\"all\"")) + condition + "}]";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    [{"id"                  | {"id"                  | is not valid JSON | reader
                    "P1"                    | "p1"                   | $[0]: an id is a capital letter, then at most 15 capitals | schema
                    "id": "P1",             | ~~                     | $[0].id: is missing or empty | schema
                    "id": "P1"              | "id": "P1", "id": "P2" | is not valid JSON: Duplicate | reader
                    "id": "P1"              | "id": 1                | $[0].id: a text in quotes is expected here | schema
                    "id": "P1",             | "id": "P1", "prio": 1, | $[0].prio: this field is unknown; known are article, checkedByJurist | schema
                    "refuseWhen"            | "permitWhen"           | $[0].permitWhen: a rule can only refuse, so there is no "permitWhen"; say in "refuseWhen" when it refuses | schema
                    "id": "P1",             | "id": "P1", "allowedFor": ["OM"], | $[0].allowedFor: a rule can only refuse | schema
                    "article": "Wpg 3(2)",  | ~~                     | $[0].article: is missing or empty | schema
                    "Wpg 3(2)"              | " "                    | $[0].article: is missing or empty | schema
                    , "en": "Ask the police." | ~~                   | $[0].remedy: a text needs both "nl" and "en" | schema
                    "Vehicles stay with the police." | ""            | $[0].message: a text needs both "nl" and "en" | schema
                    "en": "Vehicles"        | "de": "Fahrzeuge"      | $[0].title: a text needs both "nl" and "en" | schema
                    "Ask the police."       | "Ask {whom}."          | $[0]: a text has at most 1000 characters and no braces | schema
                    "checkedByJurist": false | "checkedByJurist": "no" | $[0].checkedByJurist: true or false is expected here | schema
                    "checkedByJurist": false, | ~~                   | $[0].checkedByJurist: is missing or empty | schema
                    "2025-03-01"            | "1 maart 2025"         | $[0].validFrom: a day such as 2026-03-01 is expected here | schema
                    "2025-03-01"            | "2025-02-30"           | $[0].validFrom: a day such as 2026-03-01 is expected here | reader
                    "2025-03-01"            | "2025-03-01", "validTo": "2025-02-28" | $[0]: the last day is not before the first | reader
                    "2025-03-01"            | "2025-03-01", "validTo": null | $[0].validTo: is missing or empty | schema
                    ["LOOK"]                | []                     | $[0]: name at least one moment | schema
                    ["LOOK"]                | "LOOK"                 | $[0].moments: a list is expected here | schema
                    ["LOOK"]                | ["LOOK", "LOOK"]       | $[0].moments[1]: "LOOK" stands here twice | schema
                    ["LOOK"]                | ["DESIGNATE"]          | $[0].moments[0]: "DESIGNATE" is not one of SUPPLY, LOOK, ANALYSE, REUSE, PROVIDE | schema
                    ["LOOK"]                | ["LOOK", "SUPPLY"]     | $[0]: at SUPPLY nobody receives the datum yet | reader
                    "categoryIn"            | "category"             | $[0].refuseWhen.all[0]: "category" is no predicate; known are activityIn, actorOrganIn | schema
                    {"categoryIn"           | {"subjectInCircle": true, "categoryIn" | $[0].refuseWhen.all[0]: a condition is an object with one predicate | schema
                    {"categoryIn": ["VEHICLE"]} | {}                 | $[0].refuseWhen.all[0]: a condition is an object with one predicate | schema
                    {"categoryIn": ["VEHICLE"]} | "VEHICLE"          | $[0].refuseWhen.all[0]: a condition is an object with one predicate | schema
                    {"categoryIn": ["VEHICLE"]} | null               | $[0].refuseWhen.all[0]: a condition is an object with one predicate | schema
                    ["VEHICLE"]             | []                     | $[0].refuseWhen.all[0].categoryIn: name at least one value | schema
                    ["VEHICLE"]             | ["CAR"]                | $[0].refuseWhen.all[0].categoryIn[0]: "CAR" is not one of IDENTIFICATION, CONTACT | schema
                    ["VEHICLE"]             | [3]                    | $[0].refuseWhen.all[0].categoryIn[0]: this is not one of IDENTIFICATION | schema
                    ["VEHICLE"]             | "VEHICLE"              | $[0].refuseWhen.all[0].categoryIn: a list is expected here | schema
                    "categoryIn": ["VEHICLE"] | "fieldIn": [" "]   | $[0].refuseWhen.all[0].fieldIn: a text to compare with has 1 to 100 characters | schema
                    "categoryIn": ["VEHICLE"] | "fieldIn": [1]       | $[0].refuseWhen.all[0].fieldIn[0]: a text in quotes is expected here | schema
                    "categoryIn": ["VEHICLE"] | "phaseIn": [4]       | $[0].refuseWhen.all[0].phaseIn: a phase is 0 (in a signal), 1, 2 or 3 | schema
                    "categoryIn": ["VEHICLE"] | "phaseIn": ["1"]     | $[0].refuseWhen.all[0].phaseIn[0]: a number is expected here | schema
                    "categoryIn": ["VEHICLE"] | "organIn": ["KMAR"]  | $[0].refuseWhen.all[0].organIn[0]: KMAR is not among the organs of knelpunt/participant.json | reader
                    "categoryIn": ["VEHICLE"] | "taskIn": ["awir"]   | $[0].refuseWhen.all[0].taskIn[0]: "awir" is not among the tasks of knelpunt/participant.json; they are politiewet-3 | reader
                    "categoryIn": ["VEHICLE"] | "olderThanMonths": 61 | $[0].refuseWhen.all[0].olderThanMonths: a term is 1 to 60 months | schema
                    "categoryIn": ["VEHICLE"] | "olderThanMonths": 1.5 | $[0].refuseWhen.all[0].olderThanMonths: a number of months is expected here | schema
                    "categoryIn": ["VEHICLE"] | "basisMissing": false | $[0].refuseWhen.all[0].basisMissing: only true can stand here; put it in "not" for the opposite | schema
                    "categoryIn": ["VEHICLE"] | "all": []            | $[0].refuseWhen.all[0].all: name at least one condition | schema
                    "categoryIn": ["VEHICLE"] | "not": {"not": {"not": {"not": {"not": {"not": {"not": {"basisMissing": true}}}}}}} | not.not: conditions are nested at most 8 deep | reader
                    """)
    void aMistakeInTheRulesFileHasAPathAndASentence(String sound, String mistaken, String sentence, String seenBy)
            throws Exception {
        files.put(DescriptorReader.RULES, PluginJar.RULES);
        replace(DescriptorReader.RULES, sound, mistaken);

        assertMistake(DescriptorReader.RULES, sentence);
        if (seenBy.equals("schema")) {
            assertFalse(Schemas.accepts("rules", files.get(DescriptorReader.RULES)), "an editor shows it, too");
        }
    }

    @Test
    void aRuleHoldsAtMostSixtyFourConditionsAndAPluginFiftyRules() throws Exception {
        String leaf = "{\"basisMissing\": true}";
        files.put(
                DescriptorReader.RULES,
                rulesWith("{\"all\": [" + String.join(", ", Collections.nCopies(64, leaf)) + "]}"));
        assertMistake(DescriptorReader.RULES, "$[0].refuseWhen.all: a rule holds at most 64 conditions");

        String rule =
                PluginJar.RULES.strip().substring(1, PluginJar.RULES.strip().length() - 1);
        files.put(DescriptorReader.RULES, "[" + String.join(", ", Collections.nCopies(51, rule)) + "]");
        assertMistake(DescriptorReader.RULES, "$: a plugin has at most 50 rules");

        files.put(DescriptorReader.RULES, "[" + rule + ", " + rule + "]");
        assertMistake(DescriptorReader.RULES, "$[1].id: \"P1\" stands here twice");
    }

    @Test
    void aFileThatIsWrongThroughoutFillsNoLog() throws Exception {
        files.put(
                DescriptorReader.RULES,
                rulesWith("{\"categoryIn\": ["
                        + String.join(", ", Collections.nCopies(10_000, "\"" + "X".repeat(50) + "\\n\"")) + "]}"));

        String mistakes = mistakes();

        assertTrue(mistakes.length() < 60_000, () -> mistakes.length() + " characters");
        assertTrue(mistakes.endsWith("and 9950 more"), mistakes);
        assertTrue(mistakes.lines().count() == 1, "no line of its own making in the log");
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

        String reason =
                BothLanguages.english(assertThrows(BrokenPluginException.class, () -> reader.read(text, "feed")));

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
        return BothLanguages.english(assertThrows(BrokenPluginException.class, () -> reader.read(jar, "feed")));
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
