package nl.knelpunt.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionFileTest {

    /** Single quotes stand for double ones. */
    private static final String GOOD = """
            {'id': 'noordkust', 'name': 'RIEC Noordkust',
             'municipalities': [{'code': 'GM9901', 'name': 'Wieringersluis'}, {'code': 'GM9902', 'name': 'Duinhaven'}],
             'participants': [
              {'id': 'politie-noordkust', 'name': 'Politie Noordkust', 'kind': 'police', 'organs': ['POLITIE']},
              {'id': 'gemeente-wieringersluis', 'name': 'Gemeente Wieringersluis', 'kind': 'municipality',
               'organs': ['BURGEMEESTER', 'COLLEGE'], 'municipality': 'GM9901'},
              {'id': 'pvo', 'name': 'Platform Veilig Ondernemen', 'kind': 'business-platform', 'organs': []}]}
            """;

    @TempDir
    Path conf;

    @Test
    void aRegionWithItsMunicipalitiesAndParticipants() throws IOException {
        ConfiguredRegions regions = configured(GOOD);

        assertTrue(regions.problem().isEmpty());
        Region region = regions.current();
        assertEquals("noordkust", region.id());
        assertTrue(region.contains("GM9902"));
        assertFalse(region.contains("GM9903"));
        assertEquals(
                Set.of(Organ.BURGEMEESTER, Organ.COLLEGE),
                region.participant("gemeente-wieringersluis").orElseThrow().organs());
        assertEquals(
                "GM9901",
                region.participant("gemeente-wieringersluis").orElseThrow().municipality());
    }

    @Test
    void withoutOrgansAPartyTakesPartWithoutData() throws IOException {
        assertFalse(configured(GOOD).current().participant("pvo").orElseThrow().isDesignated());
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        assertTrue(configured("\uFEFF" + GOOD).problem().isEmpty());
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'name': 'RIEC Noordkust', | 'name': 'RIEC Noordkust' | line 2, column 2",
                "['POLITIE'] | ['POLITIE' | line 4, column",
                "'id': 'noordkust', | 'id': 'a', 'id': 'b', | line 1, column",
                "'id': 'noordkust' | 'id': 'Noord kust' | At id: 'Noord kust' is wrong",
                "'id': 'noordkust', | `` | At id: this field is missing",
                "'name': 'RIEC Noordkust' | 'name': '  ' | At name:",
                "'name': 'RIEC Noordkust' | 'name': 7 | At name: '7' is wrong",
                "'name': 'RIEC Noordkust' | 'name': null | At name: 'null' is wrong",
                "'name': 'RIEC Noordkust', | 'nmae': 'x', | At 'nmae': there is no such field",
                "{'code': 'GM9902', 'name': 'Duinhaven'} | {'code': '9902', 'name': 'Duinhaven'} |"
                        + " At municipalities[1].code: '9902' is wrong; write the CBS code",
                "{'code': 'GM9902', 'name': 'Duinhaven'} | {'code': 'GM9901', 'name': 'Duinhaven'} |"
                        + " At municipalities[1].code: 'GM9901' is there already",
                "{'code': 'GM9902', 'name': 'Duinhaven'} | 'GM9902' | At municipalities[1]: an object",
                "'kind': 'police' | 'kind': 'police', 'organ': 1 | At participants[0].'organ': there",
                "['POLITIE'] | ['POLITE'] |"
                        + " At participants[0].organs[0]: 'POLITE' is no organ of article 2.19 Wgs; choose from POLITIE,",
                "['POLITIE'] | [['POLITIE']] | At participants[0].organs[0]:",
                "['POLITIE'] | 'POLITIE' | At participants[0].organs: this is no list",
                "['POLITIE'] | ['POLITIE', 'POLITIE'] | At participants[0].organs[1]: 'POLITIE' is there",
                "['POLITIE'] | ['DOUANE'] |"
                        + " At participants[0].organs[0]: DOUANE belongs to kind 'customs', not to 'police'; choose from",
                "['BURGEMEESTER', 'COLLEGE'] | ['BURGEMEESTER', 'POLITIE'] |"
                        + " At participants[1].organs[1]: POLITIE belongs to kind 'police'",
                "'kind': 'police' | 'kind': 'Police' | At participants[0].kind:",
                "'id': 'pvo' | 'id': 'politie-noordkust' | At participants[2].id: 'politie-noordkust'",
                "'municipality': 'GM9901' | 'municipality': 'GM9909' |"
                        + " At participants[1].municipality: municipality GM9909",
                "'municipality': 'GM9901' | 'municipality': 'Wiering' | At participants[1].municipality: 'Wiering'",
                "['POLITIE'] | ['POLITIE'], 'municipality': 'GM9902' | At participants[0].municipality: only",
            })
    void aMistakeIsSaidWithItsPlace(String right, String wrong, String said) throws IOException {
        String changed = GOOD.replace(right, wrong);
        assertNotEquals(GOOD, changed, "the row changes something");

        assertBroken(configured(changed), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | At the content: an object",
                "{} | At id: this field is missing",
                "[] | At the content: an object",
                "{} {} | line 1, column",
                "{'id':'a','name':'A','municipalities':[],'participants':[]} | At municipalities: this list is empty",
                "{'id':'a','name':'A','municipalities':[{'code':'GM9901','name':'B'}],'participants':[]} |"
                        + " At participants: this list is empty",
                "{'id':'a','name':'A','municipalities':[{'code':'GM9901','name':'B'}]} |"
                        + " At participants: this field is missing",
            })
    void aRegionWithoutContentIsNone(String content, String said) throws IOException {
        assertBroken(configured(content), said);
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertBroken(new ConfiguredRegions(conf.toString()), "it doesn't exist; make it");
    }

    @Test
    void aFolderInPlaceOfTheFileIsSaid() throws IOException {
        Files.createDirectory(conf.resolve("region.json"));
        assertBroken(new ConfiguredRegions(conf.toString()), "it can't be read");
    }

    @Test
    void withoutAConfigurationFolderThereIsNoRegion() {
        assertBroken(new ConfiguredRegions((String) null), "the property knelpunt.conf is missing");
    }

    @Test
    void anotherEncodingIsSaid() throws IOException {
        byte[] latin1 = GOOD.replace('\'', '"').replace("Duinhaven", "Sûdhaven").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(conf.resolve("region.json"), latin1);
        assertBroken(new ConfiguredRegions(conf.toString()), "not UTF-8");
    }

    @Test
    void aHugeFileIsNotReadToItsEnd() throws IOException {
        assertBroken(configured(" ".repeat(RegionReader.MOST_BYTES) + GOOD), "over 1 MB");
    }

    @Test
    void aMillionBracketsAreRefusedAsAnyMistake() throws IOException {
        assertBroken(configured("[".repeat(1_000_000)), "line 1, column");
    }

    @Test
    void whatTheFileHoldsCanNotBreakTheSentence() throws IOException {
        ConfiguredRegions regions = configured(GOOD.replace("'noordkust'", "'" + "x\\n".repeat(500) + "'"));
        String said = regions.problem().orElseThrow().nl();
        assertFalse(said.contains("\n"));
        assertTrue(said.length() < 400, said);
    }

    private ConfiguredRegions configured(String content) throws IOException {
        Files.writeString(conf.resolve("region.json"), content.replace('\'', '"'));
        return new ConfiguredRegions(conf.toString());
    }

    private static void assertBroken(ConfiguredRegions regions, String said) {
        assertEquals("region", regions.name());
        Text problem = regions.problem().orElseThrow();
        assertTrue(problem.en().contains(said), problem.en());
        assertTrue(problem.en().contains("region.json"), problem.en());
        assertTrue(problem.nl().contains("region.json"), problem.nl());
        assertEquals(
                problem,
                assertThrows(UnavailableException.class, regions::current).reason());
    }
}
