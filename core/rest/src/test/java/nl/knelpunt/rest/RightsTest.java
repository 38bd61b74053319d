package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final String ALL = "/v1/rights-requests";
    private static final String REQUEST = ALL + "/" + Api.ID;

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static RightsRequests.ShownRequest shown() {
        return new RightsRequests.ShownRequest(
                new RightsRequest(
                        Api.ID,
                        3,
                        Examples.NOW,
                        RightsRequest.Kind.ACCESS,
                        "C-2026-1",
                        "alles",
                        new RightsRequest.Identity(RightsRequest.Check.ELECTRONIC, Api.ID, Examples.NOW),
                        List.of(),
                        false,
                        LocalDate.parse("2026-03-15"),
                        List.of(new RightsRequest.Consultation(
                                "politie-noord",
                                Examples.NOW,
                                Api.ID,
                                RightsRequest.Restriction.SUPERVISION,
                                "lopend toezicht",
                                true,
                                List.of(),
                                null)),
                        null,
                        new RightsRequest.Takeover(
                                "politie-noord", LocalDate.parse("2026-03-02"), Api.ID, Examples.NOW),
                        new RightsRequest.Decision(false, "brief", Api.ID, Examples.NOW),
                        LocalDate.parse("2031-03-01"),
                        false),
                true,
                List.of(new RightsRequests.OwnDatum(Api.ID, Api.ID, DataCategory.VEHICLE)),
                new RightsRequests.Found(1, 2, 3, List.of("Inspectie")));
    }

    @Test
    void aPersonIsLookedUpByTheBody() throws Exception {
        api.rightsRequests.when("register", a -> Api.done("OPEN", 1));
        Reply reply = api.post(
                ALL,
                "{\"kind\":\"ERASURE\",\"reference\":\"C-2026-1\",\"identity\":\"QUESTIONS\",\"identifiers\":[{\"category\":\"BSN\",\"content\":"
                        + "\"999990019\"},{\"category\":\"IDENTIFICATION\",\"field\":\"naam\",\"content\":\"J. de Tester\"}]}");
        assertEquals(201, reply.status(), reply::text);
        assertEquals(REQUEST, reply.header("Location"));
        assertEquals(
                new RightsRequests.NewRequest(
                        RightsRequest.Kind.ERASURE,
                        "C-2026-1",
                        null,
                        RightsRequest.Check.QUESTIONS,
                        List.of(
                                new Identifier(DataCategory.BSN, null, "999990019"),
                                new Identifier(DataCategory.IDENTIFICATION, "naam", "J. de Tester"))),
                api.rightsRequests.last().arguments().get(1));
        assertFalse(reply.text().contains("Tester"));
    }

    @Test
    void whatIsMissingIsToldWithoutTheValue() throws Exception {
        assertEquals(
                List.of("kind", "reference", "identity", "identifiers"),
                api.post(ALL, "{}").fields());
        Reply reply = api.post(
                ALL,
                "{\"kind\":\"ACCESS\",\"reference\":\"r\",\"identity\":\"QUESTIONS\",\"identifiers\":[{\"content\":\"999990019\"},{\"category\":3}]}");
        assertEquals(
                List.of("identifiers[0].category", "identifiers[1].category", "identifiers[1].content"),
                reply.fields());
        assertFalse(reply.text().contains("999990019"));
        assertTrue(api.rightsRequests.asked().isEmpty());
    }

    @Test
    void aRequestIsShown() throws Exception {
        api.rightsRequests.when("see", a -> shown()).when("list", a -> new Page<>(List.of(shown()), Api.ID));
        Reply reply = api.get(REQUEST);
        assertEquals("\"3\"", reply.header("ETag"));
        JsonNode json = reply.json();
        assertEquals("REFUSED", json.get("state").asText());
        assertEquals("2026-04-01", json.get("due").asText());
        assertEquals("SUPERVISION", json.at("/consultations/0/exception").asText());
        assertTrue(json.get("ambiguous").asBoolean());
        assertEquals("VEHICLE", json.at("/own/0/category").asText());
        assertEquals("[\"Inspectie\"]", json.at("/found/recipients").toString());
        assertEquals("inzage", json.at("/kindLabel/nl").asText());
        assertEquals("ELECTRONIC", json.at("/identity/how").asText());
        assertEquals("brief", json.at("/decision/text").asText());
        assertEquals(
                ALL + "?limit=50&after=" + Api.ID,
                api.get(ALL).json().at("/links/next").asText());
    }

    @Test
    void theLetterIsAPageOrAPdf() throws Exception {
        api.rightsRequests.when("letter", a -> (a[2] + " " + a[3]).getBytes(StandardCharsets.UTF_8));
        Reply page = api.get(REQUEST + "/letter");
        assertEquals(200, page.status(), page::text);
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals("HTML nl", page.text());
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        Reply pdf = api.send(api.request(REQUEST + "/letter")
                .header("Accept", "application/pdf")
                .header("Accept-Language", "en"));
        assertEquals("application/pdf", pdf.header("Content-Type"));
        assertEquals("en", pdf.header("Content-Language"));
        assertEquals("PDF en", pdf.text());
        assertEquals("inline; filename=\"brief.pdf\"", pdf.header("Content-Disposition"));
    }

    @Test
    void aParticipantTakesItOverAndSaysWhenTheDataSubjectWasTold() throws Exception {
        api.rightsRequests.when("takeOver", a -> Api.done("OPEN", 2));
        assertEquals(List.of("toldOn"), api.post(REQUEST + "/takeover", "{}").fields());
        assertEquals(
                201,
                api.post(REQUEST + "/takeover", "{\"toldOn\":\"2026-03-02\"}").status());
        assertEquals(
                LocalDate.parse("2026-03-02"),
                api.rightsRequests.last().arguments().get(2));
    }

    @Test
    void theTermIsExtendedWithReasons() throws Exception {
        api.rightsRequests.when("extend", a -> Api.done("OPEN", 2));
        assertEquals(List.of("reasons"), api.post(REQUEST + "/extension", "{}").fields());
        assertEquals(
                201,
                api.post(REQUEST + "/extension", "{\"reasons\":\"veel dossiers\"}")
                        .status());
    }

    @Test
    void participantsAnswerAndTheContactPointDecides() throws Exception {
        api.rightsRequests.when("answer", a -> Api.done("OPEN", 2)).when("decide", a -> Api.done("GRANTED", 3));
        assertEquals(
                201,
                api.post(REQUEST + "/consultations", "{\"exception\":\"SUPERVISION\",\"motivation\":\"m\"}")
                        .status());
        assertEquals(
                List.of(Api.ID, new RightsRequest.Finding(RightsRequest.Restriction.SUPERVISION, "m", false, null)),
                api.rightsRequests.last().arguments().subList(1, 3));
        assertEquals(201, api.post(REQUEST + "/consultations", "{}").status());
        assertEquals(
                RightsRequest.Finding.NONE,
                api.rightsRequests.last().arguments().get(2));

        Reply decided = api.post(REQUEST + "/decision", "{\"granted\":true,\"text\":\"t\"}");
        assertEquals(201, decided.status());
        assertEquals("GRANTED", decided.json().get("state").asText());
        assertEquals(
                List.of(Api.ID, true, "t"),
                api.rightsRequests.last().arguments().subList(1, 4));
        assertEquals(
                List.of("granted", "text"),
                api.post(REQUEST + "/decision", "{}").fields());
    }
}
