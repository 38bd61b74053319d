package nl.knelpunt.uwv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

/** Employments come out, benefits and all else stay behind. */
class IncomeAdapterTest {

    private static final String MESSAGE = message();

    private static String message() {
        try (var file = IncomeAdapterTest.class.getResourceAsStream("/inkomsten.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SignalDraft> read(byte[] message) throws MessageException, IOException {
        List<SignalDraft> drafts = new ArrayList<>();
        new IncomeAdapter().read(new ByteArrayInputStream(message), drafts::add);
        return drafts;
    }

    private static List<SignalDraft> read(String message) throws MessageException, IOException {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String content(List<SignalDraft> drafts) {
        StringBuilder content = new StringBuilder();
        for (SignalDraft draft : drafts) {
            content.append(draft.observation().what())
                    .append(draft.observation().observedBy());
            Place place = draft.observation().place();
            if (place != null) {
                content.append(place.description()).append(place.postcode()).append(place.town());
            }
            draft.subjects().forEach(s -> s.data().forEach(v -> content.append(v.content())));
        }
        return content.toString();
    }

    @Test
    void aPersonsEmploymentsBecomeOneDraft() throws Exception {
        assertEquals(
                List.of(new SignalDraft(
                        null,
                        new Observation(
                                "In de polisadministratie staan van één persoon 1 dienstverband bij 1 werkgever.\n"
                                        + "Dienstverband 1: vanaf 1 maart 2025, einde niet bekend; 2 loonopgaven.",
                                null,
                                null,
                                new Place("Sluiskade 12-a", "1771AA", "Wieringersluis", null, null, null),
                                "UWV, polisadministratie"),
                        List.of(
                                new Subject(
                                        SubjectKind.PERSON,
                                        List.of(
                                                new Value(DataCategory.BSN, "bsn", "999990019"),
                                                new Value(
                                                        DataCategory.INCOME,
                                                        "dienstverband",
                                                        "loonheffingennummer 999993653L01, vanaf 1 maart 2025, einde niet"
                                                                + " bekend; december 2025, 160 verloonde uren, brutoloon"
                                                                + " € 6428,00"))),
                                new Subject(
                                        SubjectKind.LEGAL_PERSON,
                                        List.of(
                                                new Value(DataCategory.COMPANY, "naam", "Loodsen Wieringersluis BV"),
                                                new Value(DataCategory.COMPANY, "rechtspersoon", "Loodsen Holding BV"),
                                                new Value(DataCategory.COMPANY, "loonheffingennummer", "999993653L01"),
                                                new Value(DataCategory.COMPANY, "rsin", "999993653"),
                                                new Value(
                                                        DataCategory.COMPANY,
                                                        "adres",
                                                        "Sluiskade 12-a, 1771AA, Wieringersluis")))))),
                read(MESSAGE));
    }

    @Test
    void itMayComeInASoapEnvelope() throws Exception {
        String body = MESSAGE.substring(MESSAGE.indexOf("<suwi:"));
        assertEquals(
                read(MESSAGE),
                read("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header/><s:Body>" + body
                        + "</s:Body></s:Envelope>"));
        assertThrows(
                MessageException.class,
                () -> read("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>" + body
                        + "</s:Body>"));
    }

    @Test
    void aBenefitTellsOfHealthAndStaysBehindWithWhoPaysIt() throws Exception {
        String out = content(read(MESSAGE));
        for (String value : List.of("Ziektewet", "999994980L07", "Ruritaans", "Wilhelmina", "Tester")) {
            assertTrue(MESSAGE.contains(value), value);
            assertFalse(out.contains(value), value);
        }
    }

    @Test
    void whoseWageWasOnceABenefitIsLeftOut() {
        for (String kind : List.of("32", "40", "88", "99", "00", "", "x")) {
            MessageException refused = assertThrows(
                    MessageException.class, () -> read(MESSAGE.replace("<CdSrtIkv>15<", "<CdSrtIkv>" + kind + "<")));
            assertTrue(refused.reason().nl().startsWith("Dit bericht bevat geen dienstverband"), kind);
        }
    }

    @Test
    void onlyTheAllowListComesOut() throws Exception {
        Set<String> through = new TreeSet<>();
        Matcher value = Pattern.compile("<(\\w+)>([^<>]+)</").matcher(MESSAGE);
        while (value.find()) {
            String marked = MESSAGE.substring(0, value.start(2)) + "MERKTEKEN" + MESSAGE.substring(value.end(2));
            try {
                if (content(read(marked)).contains("MERKTEKEN")) {
                    through.add(value.group(1));
                }
            } catch (MessageException e) {
                assertFalse((e.getMessage() + e.reason()).contains("MERKTEKEN"), value.group(1));
            }
        }
        assertEquals(
                Set.of(
                        "Huisnr",
                        "Huisnrtoevoeging",
                        "NaamAdministratieveEenheid",
                        "NaamRechtspersoon",
                        "Straatnaam",
                        "Woonplaatsnaam"),
                through);
    }

    @Test
    void whatIsWrongHasAPlace() {
        assertEquals(
                "line 5, column 26",
                assertThrows(MessageException.class, () -> read(MESSAGE.replace("999990019", "999990018")))
                        .where());
        assertEquals(
                "line 8, column 22",
                assertThrows(
                                MessageException.class,
                                () -> read(MESSAGE.replace("20250301</DatBIkv>", "maart</DatBIkv>")))
                        .where());
    }

    @Test
    void aTruncatedMessageIsRefusedWhereverItEnds() {
        String message = MESSAGE.stripTrailing();
        for (int end = 0; end < message.length(); end++) {
            String part = message.substring(0, end);
            assertThrows(MessageException.class, () -> read(part));
        }
    }

    @Test
    void hostileMessagesAreRefused() {
        for (String message : List.of(
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                        + MESSAGE.substring(MESSAGE.indexOf("<suwi:")),
                "<a>".repeat(100_000),
                MESSAGE.replace("<ClientSuwi>", "<ClientSuwi>" + "<a>".repeat(200)))) {
            MessageException refused = assertThrows(MessageException.class, () -> read(message));
            assertTrue(refused.where().startsWith("line "), refused.where());
        }
    }

    @Property(tries = 300)
    void aDamagedMessageIsReadOrRefused(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 4_000) Integer> places, @ForAll byte value)
            throws IOException {
        byte[] damaged = MESSAGE.getBytes(StandardCharsets.UTF_8);
        places.forEach(place -> damaged[place % damaged.length] = value);
        try {
            read(damaged);
        } catch (MessageException refused) {
            assertFalse((refused.getMessage() + refused.reason()).contains("Ruritaans"));
        }
    }
}
