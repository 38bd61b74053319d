package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.knelpunt.api.rule.Recipient;
import nl.knelpunt.api.rule.RuleMoment;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.Organ;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.plugin.InterventionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schemas say what the reader reads: the same names, the same values. */
class SchemasTest {

    private static final Map<String, Class<? extends Enum<?>>> VALUES = Map.of(
            "categoryIn", DataCategory.class,
            "organIn", Organ.class,
            "originIn", OriginFlag.class,
            "manifestationIn", Manifestation.class,
            "activityIn", Activity.class,
            "objectTypeIn", ObjectType.class,
            "recipientIn", Recipient.class,
            "recipientOrganIn", Organ.class,
            "policeClassIn", WpgClass.class,
            "subjectKindIn", SubjectKind.class);

    @Test
    void itKnowsThePredicatesAndTheirValues() throws Exception {
        JsonNode rules = Schemas.json("rules");
        JsonNode predicates = rules.at("/$defs/condition/properties");
        assertEquals(new RulesReader("", null, null).predicates(), names(predicates));

        Map<String, Set<String>> expected = new TreeMap<>();
        VALUES.forEach((predicate, type) -> expected.put(predicate, constants(type)));
        expected.put("actorOrganIn", constants(Organ.class));
        Map<String, Set<String>> listed = new TreeMap<>();
        for (String predicate : names(predicates)) {
            JsonNode values = predicates.path(predicate).at("/items/enum");
            if (!values.isMissingNode() && values.get(0).isTextual()) {
                listed.put(predicate, texts(values));
            }
        }
        assertEquals(expected, listed);
        assertEquals(constants(RuleMoment.class), texts(rules.at("/items/properties/moments/items/enum")));
    }

    @Test
    void theOtherDescriptorsHaveTheirValuesToo() throws Exception {
        JsonNode participant = Schemas.json("participant");
        JsonNode interventions = Schemas.json("interventions");
        Set<String> categories = constants(DataCategory.class);
        categories.removeAll(Set.of("NATIONALITY", "SPECIAL"));
        assertEquals(constants(Organ.class), texts(participant.at("/properties/organs/items/enum")));
        assertEquals(categories, texts(participant.at("/properties/categories/items/enum")));
        assertEquals(categories, texts(interventions.at("/items/properties/dataNeeded/items/enum")));
        assertEquals(
                constants(InterventionType.Category.class), texts(interventions.at("/items/properties/category/enum")));
        assertEquals(
                Arrays.stream(InterventionType.class.getRecordComponents())
                        .map(c -> c.getName())
                        .collect(Collectors.toSet()),
                names(interventions.at("/items/properties")));
    }

    @Test
    void theFormHasThePlacesOfADraft() throws Exception {
        JsonNode hints = Schemas.json("form").at("/$defs/question/properties/knelpunt/properties");
        assertEquals(FormReader.PLACES, texts(hints.at("/to/enum")));
        assertEquals(constants(SubjectKind.class), texts(hints.at("/datum/properties/kind/enum")));
        Set<String> categories = constants(DataCategory.class);
        categories.removeAll(Set.of("NATIONALITY", "SPECIAL"));
        assertEquals(categories, texts(hints.at("/datum/properties/category/enum")));
    }

    @Test
    void thePanelHasEveryCategoryThatIsSeenWithoutAsking() throws Exception {
        Set<String> categories = constants(DataCategory.class);
        categories.removeAll(Set.of("NATIONALITY", "SPECIAL", "BSN"));
        assertEquals(categories, texts(Schemas.json("panel").at("/properties/data/items/properties/category/enum")));
    }

    @Test
    void whatIsSoundIsAccepted() throws Exception {
        assertTrue(Schemas.accepts("participant", PluginJar.POLICE));
        assertTrue(Schemas.accepts("participant", PluginJar.CUSTOMS));
        assertTrue(Schemas.accepts("interventions", PluginJar.PATROL));
        assertTrue(Schemas.accepts("interventions", "[]"));
        assertTrue(Schemas.accepts("rules", PluginJar.RULES));
        assertTrue(Schemas.accepts("rules", "[]"));
        assertTrue(Schemas.accepts("form", PluginJar.FORM));
        assertTrue(Schemas.accepts("panel", PluginJar.PANEL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    participant   | "kind"          | "sort"
                    participant   | "en": "Police"  | "en": ""
                    participant   | ["POLITIE"]     | []
                    participant   | "VEHICLE"       | "NATIONALITY"
                    participant   | "POLITIE"       | "MARINE"
                    interventions | "patrol"        | "a/b"
                    interventions | "patrol"        | "patrol", "colour": "x"
                    interventions | "PREVENTION"    | "PREVENTIE"
                    interventions | "article": "3", | ~~
                    interventions | false           | "no"
                    """)
    void whatIsMistakenIsNot(String descriptor, String sound, String mistaken) throws Exception {
        String json = descriptor.equals("participant") ? PluginJar.POLICE : PluginJar.PATROL;
        assertTrue(json.contains(sound));
        assertFalse(Schemas.accepts(descriptor, json.replace(sound, mistaken)));
    }

    private static Set<String> constants(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(t -> texts.add(t.asText()));
        return texts;
    }
}
