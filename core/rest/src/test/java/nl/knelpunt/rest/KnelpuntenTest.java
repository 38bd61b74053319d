package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnelpuntenTest {

    private static final String KNELPUNT = "/v1/knelpunten/" + Api.ID;
    private static final String RING = "[[4.7,52.3],[4.8,52.3],[4.8,52.4],[4.7,52.3]]";

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private Reply propose(String area) throws Exception {
        return api.post("/v1/knelpunten", "{\"scope\":{\"in\":\"kades\",\"area\":" + area + "}}");
    }

    @Test
    void aProposalIsTakenWhole() throws Exception {
        api.knelpunten.when("propose", a -> Api.done("PROPOSED", 1));

        Reply reply = api.post(
                "/v1/knelpunten",
                "{\"title\":\"Zeehaven\",\"objectType\":\"AREA\",\"description\":\"De haven\","
                        + "\"scope\":{\"in\":\"kades\",\"out\":\"jachthaven\",\"area\":{\"type\":\"Polygon\",\"coordinates\":["
                        + RING
                        + "]}},\"manifestations\":[\"DRUGS\"],\"grounds\":{\"necessity\":\"nodig\"},\"signals\":[\""
                        + Api.ID
                        + "\"],\"involved\":[{\"participant\":\"politie-noord\",\"task\":\"surveillance\"}]}");

        assertEquals(201, reply.status(), reply::text);
        assertEquals(KNELPUNT, reply.header("Location"));
        Proposal proposal = api.knelpunten.last().argument(1, Proposal.class);
        assertEquals(ObjectType.AREA, proposal.objectType());
        assertEquals(Set.of(Manifestation.DRUGS), proposal.manifestations());
        assertEquals(List.of(Api.ID), proposal.signals());
        assertEquals(Examples.SQUARE, proposal.scope().area());
        assertEquals(List.of(new Proposal.Involved("politie-noord", Set.of(), "surveillance")), proposal.involved());
        assertEquals("nodig", proposal.grounds().necessity());
    }

    @Test
    void mistakesInAnAreaAreToldWithTheirPlace() throws Exception {
        String path = "scope.area.coordinates";
        assertEquals(List.of("scope.area"), propose("\"x\"").fields());
        assertEquals(List.of("scope.area.type"), propose("{}").fields());
        assertEquals(
                List.of("scope.area.crs", "scope.area.type"),
                propose("{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":{}}").fields());
        assertEquals(List.of(path), propose("{\"type\":\"Polygon\"}").fields());
        assertEquals(
                List.of(path),
                propose("{\"type\":\"MultiPolygon\",\"coordinates\":[]}").fields());
        assertEquals(
                List.of(path + "[0][1]", path + "[0][3]"),
                propose("{\"type\":\"Polygon\",\"coordinates\":[[[4,52],[\"999990019\",52],[5,53],[4,91],[4,52]]]}")
                        .fields());
        assertEquals(
                List.of(path + "[0]"),
                propose("{\"type\":\"Polygon\",\"coordinates\":[[[4,52],[5,52],[5,53],[4,53]]]}")
                        .fields());
        assertEquals(
                List.of(path + "[1][0]"),
                propose("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + RING + "],[[[4,52],[5,52],[4,52]]]]}")
                        .fields());
        assertTrue(api.knelpunten.asked().isEmpty());
    }

    @Test
    void anAreaIsNoDataSet() throws Exception {
        String many = IntStream.range(0, Area.MOST_POSITIONS)
                .mapToObj(i -> "[4," + i / 1000.0 + "]")
                .collect(Collectors.joining(",", "[", ",[4,0.0]]"));
        Reply reply = propose("{\"type\":\"Polygon\",\"coordinates\":[" + many + "]}");
        assertEquals(List.of("scope.area.coordinates"), reply.fields());
    }

    @Test
    void severalPolygonsWithHolesAndHeightsAreAnAreaToo() throws Exception {
        api.knelpunten.when("propose", a -> Api.done("PROPOSED", 1));
        String hole = "[[4.75,52.31,3],[4.76,52.31,3],[4.76,52.32,3],[4.75,52.31,3]]";
        propose("{\"type\":\"MultiPolygon\",\"bbox\":[4,52,5,53],\"coordinates\":[[" + RING + "," + hole + "],[" + RING
                + "]]}");
        Area area = api.knelpunten.last().argument(1, Proposal.class).scope().area();
        assertEquals(2, area.polygons().size());
        assertEquals(2, area.polygons().get(0).size());
    }

    @Test
    void aKnelpuntIsShownAsItIsToday() throws Exception {
        api.knelpunten.when("see", a -> new Knelpunten.ShownKnelpunt(Examples.knelpunt(), true));

        Reply reply = api.get(KNELPUNT);

        assertEquals("\"3\"", reply.header("ETag"));
        JsonNode json = reply.json();
        assertEquals("Zeehaven", json.get("title").asText());
        assertEquals("Polygon", json.at("/scope/area/type").asText());
        assertEquals(
                "[[" + RING.substring(1) + "]",
                json.at("/scope/area/coordinates").toString());
        assertEquals("DESIGNATE", json.at("/motions/0/kind").asText());
        assertTrue(json.get("expired").asBoolean());
    }

    @Test
    void knelpuntenAndTheirDataAreReadPageByPage() throws Exception {
        api.knelpunten
                .when(
                        "list",
                        a -> new Page<>(List.of(new Knelpunten.ShownKnelpunt(Examples.knelpunt(), false)), Api.ID))
                .when("data", a -> new Page<>(List.of(Examples.datum()), Api.ID));

        assertEquals(
                "/v1/knelpunten?limit=50&after=" + Api.ID,
                api.get("/v1/knelpunten").json().at("/links/next").asText());
        JsonNode data = api.get(KNELPUNT + "/data?limit=2").json();
        assertEquals(
                KNELPUNT + "/data?limit=2&after=" + Api.ID,
                data.at("/links/next").asText());
        assertEquals("VEHICLE", data.at("/items/0/category").asText());
        assertEquals("[\"CRIMINAL\"]", data.at("/items/0/origins").toString());
        assertEquals("2031-03-01", data.at("/items/0/destroyBy").asText());
    }

    @Test
    void eachActivityHasAnAddressOfItsOwn() throws Exception {
        api.knelpunten
                .when("propose", a -> Api.done("PROPOSED", 1))
                .when(
                        "list",
                        a -> new Page<>(List.of(new Knelpunten.ShownKnelpunt(Examples.knelpunt(), false)), Api.ID));
        Map<String, Activity> addresses = Map.of(
                "/v1/knelpunten", Activity.KNELPUNT,
                "/v1/case-consultations", Activity.CASE_CONSULTATION,
                "/v1/scans", Activity.SCAN);
        for (Map.Entry<String, Activity> address : addresses.entrySet()) {
            Reply proposed = api.post(address.getKey(), "{\"title\":\"x\"}");
            assertEquals(201, proposed.status(), proposed::text);
            assertEquals(KNELPUNT, proposed.header("Location"), "it goes on there");
            assertEquals(
                    address.getValue(),
                    api.knelpunten.last().argument(1, Proposal.class).activity());
            for (Activity named : Activity.values()) {
                assertEquals(
                        named == address.getValue() ? 201 : 400,
                        api.post(address.getKey(), "{\"activity\":\"" + named + "\"}")
                                .status());
            }
            assertEquals(
                    address.getKey() + "?limit=50&after=" + Api.ID,
                    api.get(address.getKey()).json().at("/links/next").asText());
            assertEquals(address.getValue(), api.knelpunten.last().arguments().get(1));
        }
        assertEquals(
                List.of("activity"),
                api.post("/v1/scans", "{\"activity\":\"KNELPUNT\"}").fields());
    }

    @Test
    void aPatchMayChangeTheActivityButNotTakeItAway() throws Exception {
        AtomicReference<Proposal> changed = new AtomicReference<>();
        api.knelpunten.when("amend", a -> {
            @SuppressWarnings("unchecked")
            UnaryOperator<Proposal> change = (UnaryOperator<Proposal>) a[2];
            changed.set(change.apply(Examples.proposal()));
            return Api.done("PROPOSED", 4);
        });
        api.patch(KNELPUNT, "{\"activity\":\"SCAN\",\"abuse\":{\"sector\":\"zorg\",\"description\":\"leeg\"}}");
        assertEquals(Activity.SCAN, changed.get().activity());
        assertEquals(new Abuse("zorg", "leeg"), changed.get().abuse());
        api.patch(KNELPUNT, "{\"activity\":null}");
        assertEquals(Activity.KNELPUNT, changed.get().activity());
    }

    @Test
    void aProposalIsAmendedByMergePatch() throws Exception {
        AtomicReference<Proposal> changed = new AtomicReference<>();
        api.knelpunten.when("amend", a -> {
            @SuppressWarnings("unchecked")
            UnaryOperator<Proposal> change = (UnaryOperator<Proposal>) a[2];
            changed.set(change.apply(Examples.proposal()));
            return Api.done("PROPOSED", 4);
        });

        Reply reply = api.patch(
                KNELPUNT,
                "{\"scope\":{\"out\":null,\"area\":{\"coordinates\":[[[5,52],[6,52],[6,53],[5,52]]]}},\"signals\":[]}");

        assertEquals(200, reply.status(), reply::text);
        Proposal proposal = changed.get();
        assertEquals("kades", proposal.scope().in());
        assertNull(proposal.scope().out());
        assertEquals(
                5.0, proposal.scope().area().polygons().get(0).get(0).get(0).longitude());
        assertEquals(List.of(), proposal.signals());
        assertEquals(Examples.proposal().involved(), proposal.involved());
    }

    @Test
    void whatAPatchMakesOfAnAreaIsLookedAtToo() throws Exception {
        api.knelpunten.when("amend", a -> {
            @SuppressWarnings("unchecked")
            UnaryOperator<Proposal> change = (UnaryOperator<Proposal>) a[2];
            return change.apply(Examples.proposal());
        });
        Reply reply = api.patch(KNELPUNT, "{\"scope\":{\"area\":{\"type\":\"MultiPolygon\"}}}");
        assertEquals(400, reply.status());
        assertFalse(reply.fields().isEmpty());
        assertTrue(reply.fields().get(0).startsWith("scope.area.coordinates[0]"));
    }

    @Test
    void theSteeringGroupVotesAndConcludes() throws Exception {
        api.knelpunten
                .when("vote", a -> Api.done("PROPOSED", 4))
                .when("designate", a -> Api.done("DESIGNATED", 5))
                .when("openPhase", a -> Api.done("DESIGNATED", 6))
                .when("prolong", a -> Api.done("DESIGNATED", 7))
                .when("close", a -> Api.done("CLOSED", 8));

        Reply vote = api.post(KNELPUNT + "/votes", "{\"motion\":\"DESIGNATE\",\"choice\":\"FOR\",\"reason\":\"ja\"}");
        assertEquals(201, vote.status());
        assertEquals(
                List.of(Api.ID, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "ja"),
                api.knelpunten.last().arguments().subList(1, 5));
        assertEquals(
                List.of("motion", "choice"), api.post(KNELPUNT + "/votes", "{}").fields());

        Reply designated = api.post(KNELPUNT + "/designation", "");
        assertEquals(200, designated.status());
        assertEquals("DESIGNATED", designated.json().get("state").asText());
        assertEquals("\"5\"", designated.header("ETag"));

        assertEquals(
                201,
                api.post(KNELPUNT + "/phases", "{\"phase\":2,\"necessity\":\"n\"}")
                        .status());
        assertEquals(2, api.knelpunten.last().arguments().get(2));
        assertEquals(
                List.of("phase"),
                api.post(KNELPUNT + "/phases", "{\"phase\":2.5}").fields());
        assertEquals(200, api.post(KNELPUNT + "/prolongation", "").status());
        assertEquals(
                "CLOSED",
                api.post(KNELPUNT + "/closure", "").json().get("state").asText());
    }

    @Test
    void dataAreSharedAndTheYearIsEvaluated() throws Exception {
        api.knelpunten.when("share", a -> Api.done("DESIGNATED", 6)).when("evaluate", a -> Api.done("DESIGNATED", 10));

        Reply shared = api.post(
                KNELPUNT + "/data",
                "{\"subject\":\"" + Api.ID
                        + "\",\"category\":\"VEHICLE\",\"field\":\"kenteken\",\"content\":\"XX-999-X\","
                        + "\"task\":\"politiewet-3\",\"basis\":\"Wgs 2.23(6)\",\"phase\":1,\"lawfullyHeld\":true}");
        assertEquals(201, shared.status(), shared::text);
        assertEquals(1, api.knelpunten.last().argument(2, NewDatum.class).phase());

        assertEquals(
                201,
                api.post(
                                KNELPUNT + "/evaluations",
                                "{\"goalReached\":false,\"findings\":\"f\",\"recommendation\":\"PROLONG\","
                                        + "\"renewedGrounds\":{\"necessity\":\"n\"}}")
                        .status());
        Knelpunten.NewEvaluation evaluation = api.knelpunten.last().argument(2, Knelpunten.NewEvaluation.class);
        assertEquals(Evaluation.Recommendation.PROLONG, evaluation.recommendation());
        assertEquals("n", evaluation.renewedGrounds().necessity());
    }
}
