package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.document.Documents;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.steering.Mandate;
import nl.knelpunt.engine.steering.Mandates;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import nl.knelpunt.engine.steering.Paper;
import nl.knelpunt.engine.text.References;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steering group and what is issued, over HTTP. */
class SteeringTest {

    private static final String MEETING = "/v1/meetings/" + Api.ID;
    private static final String KNELPUNT = "/v1/knelpunten/" + Api.ID;
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static Meeting meeting() {
        Meeting.Plan plan = new Meeting.Plan(Meeting.Form.MEETING, Examples.NOW, "Wieringersluis", Api.ID);
        return Meeting.planned(Api.ID, Examples.NOW, plan)
                .with(new Meeting.Item(Api.ID, Meeting.ItemKind.DESIGNATION, Api.ID, "haven", null, List.of(), null))
                .with(new Meeting.Item(
                        Api.ID, Meeting.ItemKind.OTHER, null, "werkplan", "zie bijlage", List.of(), null))
                .with(new Meeting.Attendance("politie-noord", Meeting.Presence.PRESENT, Api.ID, null));
    }

    @Test
    void aMeetingSaysWhereToVoteOnEachItem() throws Exception {
        api.meetings.when(
                "see",
                a -> new Meetings.ShownMeeting(
                        meeting(),
                        true,
                        Map.of("minutes.text", References.in("kort").filled(r -> null))));
        Reply reply = api.get(MEETING);
        assertEquals(200, reply.status(), reply::text);
        assertEquals("\"1\"", reply.header("ETag"));
        JsonNode items = reply.json().get("items");
        assertEquals(KNELPUNT + "/votes", items.get(0).get("votesHref").asText());
        assertEquals(
                MEETING + "/items/" + Api.ID + "/votes",
                items.get(1).get("votesHref").asText());
        assertEquals("aanwijzing", items.get(0).get("kindLabel").asText());
        assertEquals("aanwezig", reply.json().at("/attendance/0/presenceLabel").asText());
        assertTrue(reply.json().get("begun").asBoolean());
        assertFalse(reply.json().has("minutes"));
        assertEquals("minutes.text", reply.json().at("/readable/0/field").asText());
    }

    @Test
    void aMeetingIsPlannedAndMovedWithTheVersionThatWasRead() throws Exception {
        api.meetings.when("plan", a -> Api.done("PLANNED", 1)).when("change", a -> Api.done("PLANNED", 4));
        Reply planned = api.post("/v1/meetings", "{\"form\":\"WRITTEN\",\"starts\":\"2026-12-01T12:00:00Z\"}");
        assertEquals(201, planned.status(), planned::text);
        assertEquals(MEETING, planned.header("Location"));
        assertEquals(
                List.of("form", "starts"),
                api.post("/v1/meetings", "{\"place\":\"x\"}").fields());
        assertEquals(200, api.patch(MEETING, "{\"place\":\"Haarveen\"}").status());
        assertEquals(3L, api.meetings.last().argument(0, Call.class).version());
        assertEquals(
                428,
                api.send(api.request(MEETING)
                                .header("Content-Type", "application/merge-patch+json")
                                .method("PATCH", BodyPublishers.ofString("{}")))
                        .status());
    }

    @Test
    void theAgendaTheVotesAndTheMinutesGoToTheirUseCases() throws Exception {
        for (String method : List.of(
                "putOnAgenda",
                "takeOffAgenda",
                "recordAttendance",
                "vote",
                "conclude",
                "hold",
                "cancel",
                "writeMinutes",
                "fixMinutes")) {
            api.meetings.when(method, a -> Api.done("PLANNED", 2));
        }
        assertEquals(
                201,
                api.post(MEETING + "/items", "{\"kind\":\"OTHER\",\"title\":\"x\"}")
                        .status());
        assertEquals(
                new Meetings.NewItem(Meeting.ItemKind.OTHER, null, "x", null),
                api.meetings.last().argument(2, Meetings.NewItem.class));
        assertEquals(200, api.delete(MEETING + "/items/" + Api.ID).status());
        assertEquals(
                201,
                api.post(
                                MEETING + "/attendance",
                                "{\"participant\":\"politie-noord\",\"presence\":\"PRESENT\",\"person\":\"" + Api.ID
                                        + "\"}")
                        .status());
        assertEquals(
                201,
                api.post(MEETING + "/items/" + Api.ID + "/votes", "{\"choice\":\"ABSTAIN\",\"reason\":\"onbekend\"}")
                        .status());
        assertEquals(Motion.Choice.ABSTAIN, api.meetings.last().argument(3, Motion.Choice.class));
        assertEquals(
                200,
                api.post(MEETING + "/items/" + Api.ID + "/conclusion", "{}").status());
        assertEquals(200, api.post(MEETING + "/end", "{}").status());
        assertEquals(
                200,
                api.post(MEETING + "/cancellation", "{\"reason\":\"sneeuw\"}").status());
        assertEquals(
                200, api.put(MEETING + "/minutes", "{\"text\":\"besproken\"}").status());
        assertEquals(200, api.post(MEETING + "/minutes/fixing", "{}").status());
    }

    @Test
    void whoActsUnderAMandateSaysForWhom() throws Exception {
        api.knelpunten.when("vote", a -> Api.done("SUBMITTED", 3));
        String vote = "{\"motion\":\"DESIGNATE\",\"choice\":\"FOR\",\"reason\":\"nodig\"}";
        Reply reply = api.send(api.request(KNELPUNT + "/votes")
                .header("Content-Type", "application/json")
                .header("On-Behalf-Of", "politie-noord")
                .POST(BodyPublishers.ofString(vote)));
        assertEquals(201, reply.status(), reply::text);
        assertEquals(
                new Caller.Mandated(Api.CALLER.account(), "politie-noord"),
                api.knelpunten.last().argument(0, Call.class).caller());
        assertEquals(201, api.post(KNELPUNT + "/votes", vote).status());
        assertEquals(Api.CALLER, api.knelpunten.last().argument(0, Call.class).caller());
        assertEquals(
                400,
                api.send(api.request(KNELPUNT + "/votes")
                                .header("Content-Type", "application/json")
                                .header("On-Behalf-Of", "Politie Noord!")
                                .POST(BodyPublishers.ofString(vote)))
                        .status());
    }

    @Test
    void theRegisterOfMandatesSaysWhoMayDecideWhat() throws Exception {
        Mandate mandate = new Mandate(
                Api.ID,
                2,
                "politie-noord",
                Api.ID,
                Set.of(Act.VOTE_CLOSURE),
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-06-01"),
                "P-1",
                Api.ID,
                Examples.NOW,
                null);
        api.mandates
                .when("list", a -> new Page<>(List.of(new Mandates.ShownMandate(mandate, "J. de Tester", true)), null))
                .when("register", a -> Api.done("STANDING", 1))
                .when("withdraw", a -> Api.done("WITHDRAWN", 3))
                .when(
                        "group",
                        a -> new Mandates.Group(
                                List.of(new Mandates.Seat(
                                        "politie-noord",
                                        List.of(new Mandates.Somebody(Api.ID, "P. Lid")),
                                        List.of(new Mandates.ShownMandate(mandate, "J. de Tester", true)))),
                                List.of()));
        JsonNode shown = api.get("/v1/mandates").json().at("/items/0");
        assertEquals("[\"VOTE_CLOSURE\"]", shown.get("acts").toString());
        assertEquals("J. de Tester", shown.get("holderName").asText());
        assertTrue(shown.get("holds").asBoolean());
        assertEquals(
                201,
                api.post(
                                "/v1/mandates",
                                "{\"participant\":\"politie-noord\",\"holder\":\"" + Api.ID
                                        + "\",\"acts\":[\"VOTE_CLOSURE\"],\"from\":\"2026-03-01\","
                                        + "\"until\":\"2026-06-01\",\"reference\":\"P-1\"}")
                        .status());
        assertEquals(
                200, api.post("/v1/mandates/" + Api.ID + "/withdrawal", "{}").status());
        assertEquals(
                "P. Lid",
                api.get("/v1/steering-group")
                        .json()
                        .at("/seats/0/members/0/name")
                        .asText());
    }

    @Test
    void aPaperIsTakenInAndGivenBackAsBytesToSave() throws Exception {
        api.outside
                .when("addPaper", a -> Api.done("KEPT", 3))
                .when("paper", a -> Optional.of(PDF))
                .when(
                        "papers",
                        a -> new Page<>(
                                List.of(new Paper(
                                        Api.ID, Api.ID, 14, "00", Api.ID, Examples.NOW, LocalDate.parse("2031-03-01"))),
                                null));
        Reply added = api.send(api.request(KNELPUNT + "/papers")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofByteArray(PDF)));
        assertEquals(201, added.status(), added::text);
        assertEquals(KNELPUNT + "/papers/" + Api.ID, added.header("Location"));
        assertArrayEquals(PDF, api.outside.last().argument(2, byte[].class));
        Reply reply = api.get(KNELPUNT + "/papers/" + Api.ID);
        assertEquals("application/pdf", reply.header("Content-Type"));
        assertTrue(reply.header("Content-Disposition").startsWith("attachment"));
        assertEquals("nosniff", reply.header("X-Content-Type-Options"));
        assertTrue(reply.header("Content-Security-Policy").contains("sandbox"));
        assertEquals(
                "2031-03-01",
                api.get(KNELPUNT + "/papers").json().at("/items/0/destroyBy").asText());
        api.outside.when("paper", a -> Optional.empty());
        assertEquals(404, api.get(KNELPUNT + "/papers/" + Api.ID).status());
    }

    /** The gate tells a repeat from another request by this. */
    @Test
    void anotherPaperUnderTheSameKeyIsAnotherRequest() throws Exception {
        api.outside.when("addPaper", a -> Api.done("KEPT", 3));
        String first = contentOf(PDF);
        assertEquals(first, contentOf(PDF));
        assertFalse(first.equals(contentOf("%PDF-1.7 another".getBytes(StandardCharsets.UTF_8))));
    }

    private String contentOf(byte[] pdf) throws Exception {
        Reply added = api.send(api.request(KNELPUNT + "/papers")
                .header("Content-Type", "application/pdf")
                .header("Idempotency-Key", "k-1")
                .POST(BodyPublishers.ofByteArray(pdf)));
        assertEquals(201, added.status(), added::text);
        return api.outside.last().argument(0, Call.class).content();
    }

    @Test
    void whatIsNoPdfOrTooLargeIsNotEvenLookedAt() throws Exception {
        assertEquals(415, api.post(KNELPUNT + "/papers", "{}").status());
        assertEquals(
                413,
                api.send(api.request(KNELPUNT + "/papers")
                                .header("Content-Type", "application/pdf")
                                .POST(BodyPublishers.ofByteArray(new byte[Paper.MOST_BYTES + 1])))
                        .status());
        assertEquals(List.of(), api.outside.asked());
    }

    @Test
    void votesFromOutsideNameWhoDecidedForWhom() throws Exception {
        api.outside.when("enterVotes", a -> Api.done("SUBMITTED", 3));
        String votes =
                "{\"motion\":\"DESIGNATE\",\"paper\":\"" + Api.ID + "\",\"decided\":\"2026-02-27\",\"votes\":[%s]}";
        String vote = "{\"participant\":\"politie-noord\",\"person\":\"" + Api.ID
                + "\",\"choice\":\"FOR\",\"reason\":\"zie het besluit\"}";
        Reply reply = api.post(KNELPUNT + "/outside-votes", votes.formatted(vote));
        assertEquals(200, reply.status(), reply::text);
        assertEquals(
                List.of("votes[0].participant", "votes[0].person", "votes[0].choice", "votes[0].reason"),
                api.post(KNELPUNT + "/outside-votes", votes.formatted("{}")).fields());
    }

    private static Documents.ShownDocument issued(byte[] bytes) {
        return new Documents.ShownDocument(document(), bytes);
    }

    private static Document document() {
        return new Document(
                Api.ID,
                Api.ID,
                Document.Kind.DESIGNATION,
                "NH-2026-HK-003-B1",
                "Haventje",
                Examples.NOW,
                Api.ID,
                null,
                new Document.Digest("aa", 14),
                new Document.Digest("bb", 20));
    }

    @Test
    void aDocumentComesAsThePageOrThePdfThatWasAskedFor() throws Exception {
        String page = "<html><head><style>p { }</style></head><body/></html>";
        api.documents.when(
                "see",
                a -> Optional.of(issued(a[3] == Document.Format.PDF ? PDF : page.getBytes(StandardCharsets.UTF_8))));
        Reply html = api.send(api.request(KNELPUNT + "/documents/" + Api.ID).header("Accept", "text/html"));
        assertEquals("text/html;charset=utf-8", html.header("Content-Type").replace(" ", ""));
        assertEquals(page, html.text());
        assertEquals("\"bb\"", html.header("ETag"));
        String policy = html.header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        Reply pdf = api.send(api.request(KNELPUNT + "/documents/" + Api.ID).header("Accept", "application/pdf"));
        assertEquals("application/pdf", pdf.header("Content-Type"));
        assertEquals("\"aa\"", pdf.header("ETag"));
        assertTrue(pdf.header("Content-Disposition").contains("NH-2026-HK-003-B1.pdf"));
        api.documents.when("see", a -> Optional.empty());
        assertEquals(404, api.get(KNELPUNT + "/documents/" + Api.ID).status());
    }

    @Test
    void aDocumentIsIssuedAndListedWithItsNumberAndDigest() throws Exception {
        api.documents
                .when("issue", a -> Api.done("ISSUED", 1))
                .when("list", a -> new Page<>(List.of(document()), null))
                .when("preview", a -> PDF);
        Reply issued = api.post(KNELPUNT + "/documents", "{\"kind\":\"DESIGNATION\"}");
        assertEquals(201, issued.status(), issued::text);
        assertEquals(KNELPUNT + "/documents/" + Api.ID, issued.header("Location"));
        JsonNode listed = api.get(KNELPUNT + "/documents").json().at("/items/0");
        assertEquals("NH-2026-HK-003-B1", listed.get("number").asText());
        assertEquals("aanwijzingsbesluit", listed.get("kindLabel").asText());
        assertEquals("aa", listed.at("/pdf/digest").asText());
        assertEquals(200, api.get(KNELPUNT + "/preview").status());
        assertEquals(Document.Kind.PROPOSAL, api.documents.last().argument(2, Document.Kind.class));
        assertEquals(200, api.get(KNELPUNT + "/preview?kind=PLAN").status());
        assertEquals(400, api.get(KNELPUNT + "/preview?kind=NOTHING").status());
    }
}
