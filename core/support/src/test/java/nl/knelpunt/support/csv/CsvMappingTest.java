package nl.knelpunt.support.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator writes decides what comes out of a table, and never more than may. */
class CsvMappingTest {

    private static final String MAPPING = """
            {
              "separator": ";",
              "decimalSign": ",",
              "dates": "d-M-yyyy",
              "times": "H:mm",
              "messageId": "{Zaak}/{Volgnummer}",
              "only": [{"column": "Overtreding", "in": ["ja", "deels"]}],
              "observation": {
                "what": ["Controle {Wet}: {Bevinding}.", "Toelichting: {Toelichting}", "Voor de tweede keer."],
                "date": "Dag",
                "time": "Uur",
                "observedBy": "Team {Team}",
                "place": {
                  "description": "{Straat} {Nr}", "postcode": "Postcode", "town": "{Plaats}",
                  "municipality": "Gemeente", "longitude": "Lon", "latitude": "Lat"
                }
              },
              "words": {"Wet": {"1": "Arbowet", "2": "Wav"}},
              "subjects": [
                {"kind": "LEGAL_PERSON", "data": [
                  {"category": "COMPANY", "field": "naam", "column": "Bedrijf"},
                  {"category": "COMPANY", "field": "kvk-nummer", "column": "KvK", "as": "KVK"},
                  {"category": "COMPANY", "field": "adres", "text": "{Straat} {Nr}, {Plaats}"}]},
                {"kind": "OBJECT", "data": [{"category": "VEHICLE", "field": "kenteken", "column": "Kenteken", "as": "LICENCE_PLATE"}]}
              ]
            }
            """;

    private static final String HEADING =
            "Zaak;Volgnummer;Overtreding;Wet;Bevinding;Toelichting;Dag;Uur;Team;Straat;Nr;Postcode;Plaats;Gemeente;Lon;Lat;"
                    + "Bedrijf;KvK;Kenteken;Nationaliteit\n";
    private static final String ROW =
            "Z1;1;ja;2;zonder vergunning aan het werk;Bel 06-00000001;3-2-2026;7:05;Noord;Sluiskade;12;"
                    + "1771 AA;Wieringersluis;GM9001;4,93;52,9;Loodsen BV;12 34 56 78;ab-12-cd;Freedonisch\n";

    private static CsvMapping mapping(String json) throws MessageException, IOException {
        return CsvMapping.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<SignalDraft> read(String json, String table) throws MessageException, IOException {
        List<SignalDraft> drafts = new ArrayList<>();
        mapping(json).read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), drafts::add);
        return drafts;
    }

    private static MessageException refusal(String json) {
        return assertThrows(MessageException.class, () -> mapping(json));
    }

    private static MessageException refusal(String before, String after) {
        assertTrue((HEADING + ROW).contains(before), before);
        return assertThrows(MessageException.class, () -> read(MAPPING, (HEADING + ROW).replace(before, after)));
    }

    @Test
    void aRowBecomesADraftAsTheMappingSays() throws Exception {
        assertEquals(
                List.of(new SignalDraft(
                        "Z1/1",
                        new Observation(
                                "Controle Wav: zonder vergunning aan het werk.\n"
                                        + "Toelichting: Bel [telefoonnummer weggelaten]\nVoor de tweede keer.",
                                LocalDate.of(2026, 2, 3),
                                LocalTime.of(7, 5),
                                new Place("Sluiskade 12", "1771AA", "Wieringersluis", "GM9001", 4.93, 52.9),
                                "Team Noord"),
                        List.of(
                                new Subject(
                                        SubjectKind.LEGAL_PERSON,
                                        List.of(
                                                new Value(DataCategory.COMPANY, "naam", "Loodsen BV"),
                                                new Value(DataCategory.COMPANY, "kvk-nummer", "12345678"),
                                                new Value(
                                                        DataCategory.COMPANY,
                                                        "adres",
                                                        "Sluiskade 12, Wieringersluis"))),
                                new Subject(
                                        SubjectKind.OBJECT,
                                        List.of(new Value(DataCategory.VEHICLE, "kenteken", "AB12CD")))))),
                read(MAPPING, HEADING + ROW));
    }

    @Test
    void onlyRowsThatAreSignalsComeOut() throws Exception {
        String other = ROW.replace("Z1;1;ja", "Z1;2;nee");
        String partly = ROW.replace("Z1;1;ja", "Z1;3;DEELS");
        assertEquals(
                List.of("Z1/1", "Z1/3"),
                read(MAPPING, HEADING + ROW + other + partly).stream()
                        .map(SignalDraft::messageId)
                        .toList());
        MessageException none = assertThrows(MessageException.class, () -> read(MAPPING, HEADING + other));
        assertTrue(none.reason().nl().startsWith("Geen enkele regel"), none.getMessage());
    }

    @Test
    void whatIsNotMappedIsNotThere() throws Exception {
        assertFalse(read(MAPPING, HEADING + ROW).toString().contains("Freedonisch"));
        assertFalse(mapping(MAPPING).columns().contains("Nationaliteit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 34 56 78   | 1234567  | line 2, column 18 (KvK)",
                "ab-12-cd      | zz       | line 2, column 19 (Kenteken)",
                "1771 AA       | 17A      | line 2, column 12 (Postcode)",
                "GM9001        | 9001     | line 2, column 14 (Gemeente)",
                "4,93          | 493      | line 2, column 15 (Lon)",
                "4,93          | ''       | line 2, column 15 (Lon)",
                "3-2-2026      | 31-2-2026 | line 2, column 7 (Dag)",
                "7:05          | half 8   | line 2, column 8 (Uur)",
                "ja;2          | ja;3     | line 2, column 4 (Wet)"
            })
    void aCellThatIsNotAsTheMappingSaysIsNamed(String before, String after, String where) {
        MessageException refused = refusal(before, after);
        assertEquals(where, refused.where());
        assertTrue(
                after.isEmpty() || !refused.reason().toString().contains(after),
                refused.reason().nl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nationaliteit",
                "nationality of driver",
                "Geboorteland",
                "Etniciteit",
                "Ras",
                "Religie",
                "Gezondheidsklachten",
                "Naam melder",
                "Slachtoffer",
                "Seksuele geaardheid"
            })
    void aForbiddenColumnCanNotBeMappedAnywhere(String column) {
        for (String json : List.of(
                MAPPING.replace("\"Bedrijf\"", "\"" + column + "\""),
                MAPPING.replace("{Bevinding}", "{" + column + "}"),
                MAPPING.replace("{Straat} {Nr}", "{" + column + "}"),
                MAPPING.replace("\"Overtreding\"", "\"" + column + "\""),
                MAPPING.replace("{\"Wet\":", "{\"" + column + "\":"))) {
            assertTrue(refusal(json).reason().en().startsWith("This column may not be taken over"), json);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATIONALITY", "SPECIAL"})
    void aForbiddenCategoryCanNotEither(String category) {
        MessageException refused = refusal(MAPPING.replaceFirst("\"COMPANY\"", "\"" + category + "\""));
        assertEquals("mapping, $.subjects[0].data[0].category, line 21, column 20", refused.where());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"separator\": \";\"   | \"separator\": \".\"   | mapping, $.separator, line 2, column 16",
                "\"d-M-yyyy\"           | \"dag\"                | mapping, $.dates, line 4, column 12",
                "\"dates\": \"d-M-yyyy\", | ~~                   | mapping, $, line 26, column 1",
                "\"only\"               | \"onyl\"               | mapping, $, line 7, column 11",
                "\"in\": [\"ja\", \"deels\"] | \"in\": []        | mapping, $.only[0], line 7, column 46",
                "\"as\": \"KVK\"        | \"as\": \"KVKNR\"      | mapping, $.subjects[0].data[1].as, line 22, column 77",
                "\"field\": \"naam\"    | \"field\": \"De Naam\" | mapping, $.subjects[0].data[0].field, line 21, column 40",
                "\"kind\": \"OBJECT\"   | \"kind\": \"THING\"    | mapping, $.subjects[1].kind, line 24, column 14",
                "\"what\"               | \"when\"               | mapping, $.observation, line 9, column 13"
            })
    void aMistakeInTheMappingHasAPlaceInTheMapping(String before, String after, String where) {
        assertTrue(MAPPING.contains(before), before);
        assertEquals(where, refusal(MAPPING.replace(before, after)).where());
    }

    @Test
    void aDatumIsEitherAColumnOrAText() {
        assertTrue(
                refusal(MAPPING.replace("\"column\": \"Bedrijf\"", "\"column\": \"Bedrijf\", \"text\": \"{Plaats}\""))
                        .reason()
                        .en()
                        .startsWith("A datum has"));
    }
}
