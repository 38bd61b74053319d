package nl.knelpunt.police;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentAdapterTest {

    private static final String MESSAGE = resource("/incident.xml");
    private static final String MARK = "MERKTEKEN";
    private static final Pattern FORBIDDEN_ELEMENT = Pattern.compile(
            "(<(?:j:Person(?:Ethnicity|RaceNDEx|Resident|Sex)Code|j:Victim\\w+|j:Injury\\w+|n:Victim\\w+"
                    + "|nc:PersonFullName|j:Offense\\w+Bias\\w+)>)[^<]*<");

    private static String resource(String name) {
        try (InputStream file = IncidentAdapterTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SignalDraft> read(byte[] message) throws MessageException, IOException {
        List<SignalDraft> drafts = new ArrayList<>();
        new IncidentAdapter().read(new ByteArrayInputStream(message), drafts::add);
        return drafts;
    }

    private static List<SignalDraft> read(String message) throws MessageException, IOException {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    private static SignalDraft changed(String from, String to) throws MessageException, IOException {
        assertTrue(MESSAGE.contains(from), from);
        return read(MESSAGE.replace(from, to)).get(0);
    }

    private static MessageException refusal(String message, Charset charset) {
        MessageException refusal = assertThrows(MessageException.class, () -> read(message.getBytes(charset)));
        String said = refusal.getMessage() + refusal.where() + refusal.reason();
        assertFalse(said.contains(MARK));
        assertTrue(refusal.where().matches("line \\d+, column \\d+"), refusal.where());
        return refusal;
    }

    private static MessageException refusal(String message) {
        return refusal(message, StandardCharsets.UTF_8);
    }

    /** Everything that a draft holds; the subjects apart, because a value doesn't print its content. */
    private static String content(List<SignalDraft> drafts) {
        return everythingIn(drafts);
    }

    /** Every value inside, since toString keeps them to itself. */
    private static String everythingIn(Object value) {
        StringBuilder all = new StringBuilder();
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    all.append(everythingIn(component.getAccessor().invoke(value)));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
            return all.toString();
        }
        if (value instanceof Iterable<?> items) {
            items.forEach(item -> all.append(everythingIn(item)));
            return all.toString();
        }
        return value + "\n";
    }

    private static List<String> subjects(SignalDraft draft) {
        return draft.subjects().stream()
                .map(subject -> subject.data().stream().map(Value::content).collect(Collectors.joining(", ")))
                .toList();
    }

    @Test
    void anIncidentBecomesADraftInPlainDutch() throws Exception {
        SignalDraft draft = read(MESSAGE).get(0);

        assertEquals("NLNHN0400/2026-000731", draft.messageId());
        assertEquals("""
                Feiten: overtreding van drugswetgeving; zware mishandeling (poging); een ander strafbaar feit.
                Soort plaats: kade, haven of overslagterrein.
                Goederen: vaartuig (aantal 2, in beslag genomen).
                Verdovende middelen: cocaïne (240,5 kilogram, in beslag genomen).
                Aanhouding: op 2 september 2026 voor mensenhandel, gedwongen arbeid.""", draft.observation().what());
        assertEquals(LocalDate.of(2026, 9, 2), draft.observation().date(), "22:00 UTC is the next day in September");
        assertEquals(LocalTime.MIDNIGHT, draft.observation().time());
        assertEquals(
                "kade, haven of overslagterrein", draft.observation().place().description());
        assertEquals("Politie-eenheid met code NLNHN0400", draft.observation().observedBy());
    }

    @Test
    void ofSuspectsOnlyRoleAndAgeRangeComeOut() throws Exception {
        SignalDraft draft = read(MESSAGE).get(0);
        assertEquals(
                List.of("verdachte, 30 tot en met 40 jaar", "aangehouden verdachte, 25 tot en met 34 jaar"),
                subjects(draft));
        draft.subjects().forEach(subject -> {
            assertEquals(SubjectKind.PERSON, subject.kind());
            subject.data().forEach(value -> assertEquals(DataCategory.IDENTIFICATION, value.category()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11 | jonger dan 12 jaar",
                "12 | 12 tot en met 17 jaar",
                "17 | 12 tot en met 17 jaar",
                "18 | 18 tot en met 24 jaar",
                "65 | 65 jaar of ouder",
                "98 | 65 jaar of ouder"
            })
    void anExactAgeBecomesARange(String age, String range) throws Exception {
        assertTrue(subjects(changed(">28<", ">" + age + "<")).contains("aangehouden verdachte, " + range));
    }

    @Test
    void anImpossibleAgeIsLeftOut() throws Exception {
        assertTrue(subjects(changed(">28<", ">99999999999<")).contains("aangehouden verdachte"));
    }

    @Test
    void whoIsAlsoAVictimIsLeftOutAltogether() throws Exception {
        String content = content(read(MESSAGE));
        assertFalse(content.contains("12 tot en met 17 jaar"), "Both victim and suspect");
        assertFalse(content.contains("65 jaar of ouder"), "A victim");

        String laterVictim = MESSAGE.replaceAll("(?s)<j:Victim s:id=\"Victim2\">.*?</j:Victim>", "")
                .replace("</n:Report>", "<j:Victim><nc:RoleOfPerson s:ref=\"PersonBoth\"/></j:Victim></n:Report>");
        assertEquals(2, read(laterVictim).get(0).subjects().size());
    }

    @Test
    void forbiddenElementsStayBehindWhateverTheySay() throws Exception {
        Matcher forbidden = FORBIDDEN_ELEMENT.matcher(MESSAGE);
        String marked = forbidden.replaceAll("$1" + MARK + "<");
        assertEquals(17, marked.split(MARK, -1).length - 1);
        assertEquals(content(read(MESSAGE)), content(read(marked)));
        for (int end = 0; end < marked.stripTrailing().length(); end += 7) {
            refusal(marked.substring(0, end));
        }
    }

    /** Marks every value in turn and sees which of them come out: codes only as words of our own. */
    @Test
    void onlyTheAllowListComesOut() throws Exception {
        Set<String> through = new TreeSet<>();
        Set<String> spoken = new TreeSet<>();
        String before = content(read(MESSAGE));
        Matcher value = Pattern.compile("<(\\w+:\\w+)>([^<\\s][^<]*)<|s:(?:id|ref)=\"(\\w+)\"")
                .matcher(MESSAGE);
        while (value.find()) {
            int group = value.group(1) == null ? 3 : 2;
            String marked = MESSAGE.substring(0, value.start(group)) + MARK + MESSAGE.substring(value.end(group));
            try {
                String after = content(read(marked));
                if (after.contains(MARK)) {
                    through.add(value.group(1) + " " + value.group(2));
                } else if (!after.equals(before)) {
                    spoken.add(group == 3 ? value.group(3) : value.group(1));
                }
            } catch (MessageException e) {
                assertFalse((e.getMessage() + e.where() + e.reason()).contains(MARK), value.group());
                spoken.add(value.group(1));
            }
        }
        assertEquals(Set.of("nc:IdentificationID NLNHN0400", "nc:IdentificationID 2026-000731"), through);
        assertEquals(
                Set.of(
                        "PersonArrestee1",
                        "PersonBoth",
                        "PersonSubject1",
                        "cjis:IncidentReportDateIndicator",
                        "cjis:ItemStatusCode",
                        "j:DrugCategoryCode",
                        "j:ItemCategoryNIBRSPropertyCategoryCode",
                        "j:OffenseAttemptedIndicator",
                        "j:SubstanceUnitCode",
                        "n:ChargeUCRCode",
                        "n:LocationCategoryCode",
                        "n:OffenseUCRCode",
                        "nc:Date",
                        "nc:DateTime",
                        "nc:ItemQuantity",
                        "nc:MeasureDecimalValue",
                        "nc:MeasureIntegerValue",
                        "nc:RangeMaximumIntegerValue",
                        "nc:RangeMinimumIntegerValue"),
                spoken);
    }

    @Test
    void anArrestReportIsKnownByItsTransactionNumber() throws Exception {
        String arrest = MESSAGE.replaceAll("(?s)<nc:Incident>.*?</nc:Incident>", "")
                .replaceAll("(?s)<j:Offense .*?</j:Offense>", "");
        SignalDraft draft = read(arrest).get(0);
        assertEquals("NLNHN0400/A-55", draft.messageId());
        assertEquals(LocalDate.of(2026, 9, 2), draft.observation().date());
        assertNull(draft.observation().time());
    }

    @Test
    void aDateOfReportingIsNotTheDateOfTheIncident() throws Exception {
        SignalDraft draft = changed("Indicator>false</cjis", "Indicator>true</cjis");
        assertNull(draft.observation().date());
        assertNull(draft.observation().time());
        assertTrue(draft.observation().what().endsWith("het is gemeld op 2 september 2026."));
    }

    @Test
    void severalReportsBecomeSeveralDraftsAndEmptyOnesNone() throws Exception {
        String report = MESSAGE.substring(MESSAGE.indexOf("<n:Report>"), MESSAGE.indexOf("</n:Submission>"));
        String second = report.replace("2026-000731", "2026-000732");
        String withdrawn = report.replace("Code>I</n:Report", "Code>D</n:Report");
        String none = report.replace("GROUP A INCIDENT REPORT", "ZERO REPORT");
        assertEquals(
                List.of("NLNHN0400/2026-000731", "NLNHN0400/2026-000732"),
                read(MESSAGE.replace("</n:Submission>", withdrawn + second + none + "</n:Submission>")).stream()
                        .map(SignalDraft::messageId)
                        .toList());
        assertEquals("line 4, column 60", refusal(MESSAGE.replace(report, "")).where());
        refusal(MESSAGE.replace(report, withdrawn));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01T22:00:00Z, 'line 28, column 22'",
        "240.50, 'line 77, column 33'",
        "40, 'line 102, column 40'"
    })
    void aWrongValueIsRefusedWhereItStands(String value, String where) {
        assertEquals(
                where,
                refusal(MESSAGE.replace(">" + value + "<", ">" + MARK + "<")).where());
    }

    @Test
    void aReportWithVeryManyPartsStillFitsADraft() throws Exception {
        String location = "<nc:Location><n:LocationCategoryCode>%02d</n:LocationCategoryCode></nc:Location>";
        String item =
                "<nc:Item><j:ItemCategoryNIBRSPropertyCategoryCode>39</j:ItemCategoryNIBRSPropertyCategoryCode></nc:Item>";
        StringBuilder many = new StringBuilder(item.repeat(1_000));
        IntStream.range(1, 60).forEach(code -> many.append(location.formatted(code)));
        SignalDraft draft = changed("</n:Report>", many + "</n:Report>");
        assertEquals(4_000, draft.observation().what().length());
        assertEquals(200, draft.observation().place().description().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NLNHN0400", "2026-000731"})
    void aReportWithoutUnitOrNumberIsRefusedWhereItBegins(String missing) {
        String without = MESSAGE.replace(missing, "").replace("A-55", "");
        assertEquals("line 11, column 13", refusal(without).where());
        refusal(MESSAGE.replace(missing, MARK + "/<![CDATA[<]]>").replace("A-55", ""));
    }

    @Test
    void aTruncatedMessageIsRefusedWhereverItEnds() {
        for (int end = 0; end < MESSAGE.stripTrailing().length(); end++) {
            refusal(MESSAGE.substring(0, end));
        }
    }

    @Test
    void aMessageInAnotherEncodingIsRefused() {
        refusal(MESSAGE.replace("Verzonnen Verdachte", "V\u00e9rdachte"), StandardCharsets.ISO_8859_1);
        refusal(MESSAGE.replace("encoding=\"UTF-8\"", "encoding=\"" + MARK + "\""));
    }

    @Test
    void hostileMessagesAreRefused() {
        refusal("<!DOCTYPE x [<!ENTITY a '" + MARK + "'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>");
        refusal("<!DOCTYPE x SYSTEM 'file:///etc/hostname'>" + MESSAGE.substring(MESSAGE.indexOf("<n:Submission")));
        refusal(MESSAGE.replace("<n:Report>", "<n:Report>" + "<x>".repeat(100_000)));
        refusal(MESSAGE.replace("35A", "x".repeat(200_000)));
        refusal(MESSAGE.replace("s:id=\"PersonSubject1\"", "s:id=\"" + "x".repeat(2_000_000) + "\""));
        refusal("<" + MARK + "/>");
        refusal(MARK);
        refusal("");
    }

    @Property(tries = 300)
    void aDamagedMessageIsReadOrRefused(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 7_000) Integer> places, @ForAll byte value)
            throws IOException {
        byte[] damaged = MESSAGE.getBytes(StandardCharsets.UTF_8);
        places.forEach(place -> damaged[place % damaged.length] = value);
        try {
            assertFalse(content(read(damaged)).contains("Verzonnen"));
        } catch (MessageException refused) {
            assertFalse((refused.getMessage() + refused.reason()).contains("Verzonnen"));
        }
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] message) throws IOException {
        assertThrows(MessageException.class, () -> read(message));
    }
}
