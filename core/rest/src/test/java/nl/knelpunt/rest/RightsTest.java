package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
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
                        List.of(),
                        List.of(new RightsRequest.Consultation(
                                "politie-noord",
                                Examples.NOW,
                                Api.ID,
                                RightsRequest.Restriction.SUPERVISION,
                                "lopend toezicht",
                                null)),
                        new RightsRequest.Decision(false, "brief", Api.ID, Examples.NOW)),
                List.of(new RightsRequests.OwnDatum(Api.ID, Api.ID, DataCategory.VEHICLE)));
    }

    @Test
    void aPersonIsLookedUpByTheBody() throws Exception {
        api.rightsRequests.when("register", a -> Api.done("OPEN", 1));
        Reply reply = api.post(
                ALL,
                "{\"kind\":\"ERASURE\",\"reference\":\"C-2026-1\",\"identifiers\":[{\"category\":\"BSN\",\"content\":"
                        + "\"999990019\"},{\"category\":\"IDENTIFICATION\",\"field\":\"naam\",\"content\":\"J. de Tester\"}]}");
        assertEquals(201, reply.status(), reply::text);
        assertEquals(REQUEST, reply.header("Location"));
        assertEquals(
                Arrays.asList(
                        RightsRequest.Kind.ERASURE,
                        "C-2026-1",
                        List.of(
                                new Identifier(DataCategory.BSN, null, "999990019"),
                                new Identifier(DataCategory.IDENTIFICATION, "naam", "J. de Tester"))),
                api.rightsRequests.last().arguments().subList(1, 4));
        assertFalse(reply.text().contains("Tester"));
    }

    @Test
    void whatIsMissingIsToldWithoutTheValue() throws Exception {
        assertEquals(
                List.of("kind", "reference", "identifiers"), api.post(ALL, "{}").fields());
        Reply reply = api.post(
                ALL,
                "{\"kind\":\"ACCESS\",\"reference\":\"r\",\"identifiers\":[{\"content\":\"999990019\"},{\"category\":3}]}");
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
        assertEquals("VEHICLE", json.at("/own/0/category").asText());
        assertEquals("brief", json.at("/decision/text").asText());
        assertEquals(
                ALL + "?limit=50&after=" + Api.ID,
                api.get(ALL).json().at("/links/next").asText());
    }

    @Test
    void participantsAnswerAndTheContactPointDecides() throws Exception {
        api.rightsRequests.when("answer", a -> Api.done("OPEN", 2)).when("decide", a -> Api.done("GRANTED", 3));
        assertEquals(
                201,
                api.post(REQUEST + "/consultations", "{\"exception\":\"SUPERVISION\",\"motivation\":\"m\"}")
                        .status());
        assertEquals(
                List.of(Api.ID, RightsRequest.Restriction.SUPERVISION, "m"),
                api.rightsRequests.last().arguments().subList(1, 4));
        assertEquals(201, api.post(REQUEST + "/consultations", "{}").status());
        assertNull(api.rightsRequests.last().arguments().get(2));

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
