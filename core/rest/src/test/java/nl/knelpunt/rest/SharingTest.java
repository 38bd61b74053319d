package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.KeyUsedException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.DataRequests.Filter;
import nl.knelpunt.engine.sharing.Receiver;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What participants ask of each other about data, over HTTP. */
class SharingTest {

    private static final UUID DATUM = Examples.datum().datum().id();
    private static final String KNELPUNT = "/v1/knelpunten/" + Api.ID;
    private static final String ONE = "/v1/data-requests/" + Api.ID;
    private static final String PROPOSAL = "/v1/correction-proposals/" + Api.ID;

    private static final DataRequest REQUEST = new DataRequest(
            Api.ID,
            Api.ID,
            3,
            Receiver.BUREAU,
            DATUM,
            Examples.NOW,
            new DataRequest.Wanted("duinrade", DataCategory.PERMITS, DATUM, 1, "nodig", LocalDate.parse("2026-04-01")),
            List.of(new DataRequest.Entry(true, "welk jaar?", DATUM, Examples.NOW)),
            List.of(),
            null,
            null);

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static List<Object> asked(Fake<?> service) {
        List<Object> arguments = service.last().arguments();
        return arguments.subList(1, arguments.size());
    }

    @Test
    void somebodyAsksAParticipantForData() throws Exception {
        api.dataRequests.when("make", a -> Api.done("OPEN", 1));
        Reply reply = api.post(
                KNELPUNT + "/data-requests",
                "{\"holder\":\"duinrade\",\"category\":\"PERMITS\",\"subject\":\"" + DATUM
                        + "\",\"phase\":1,\"necessity\":\"nodig\",\"until\":\"2026-04-01\"}");
        assertEquals(201, reply.status(), reply::text);
        assertEquals(ONE, reply.header("Location"));
        assertEquals(List.of(Api.ID, REQUEST.wanted()), asked(api.dataRequests));
        assertEquals(
                List.of("category", "holder", "necessity", "phase", "subject", "until"),
                api.post(KNELPUNT + "/data-requests", "{}").fields().stream()
                        .sorted()
                        .toList());
    }

    @Test
    void requestsAreListedAndTheFiltersGoAlongFromPageToPage() throws Exception {
        api.dataRequests.when("list", a -> new Page<>(List.of(REQUEST), Api.ID));
        Reply reply = api.get(KNELPUNT + "/data-requests?mine=true&open=false&limit=1");
        assertEquals(new Filter(true, false), asked(api.dataRequests).get(1));
        JsonNode item = reply.json().at("/items/0");
        assertEquals("ASKED_BACK", item.get("state").asText());
        assertFalse(item.has("asker"), "the bureau");
        assertEquals("welk jaar?", item.at("/thread/0/text").asText());
        assertTrue(item.at("/categoryLabel/nl").isTextual());
        String next = reply.json().at("/links/next").asText();
        assertTrue(next.contains("mine=true") && next.contains("open=false"), next);
        assertEquals(
                List.of("open"), api.get(KNELPUNT + "/data-requests?open=maybe").fields());
    }

    @Test
    void theHolderAndTheAskerTakeTheirSteps() throws Exception {
        Done done = Api.done("OPEN", 4);
        api.dataRequests
                .when("supply", a -> done)
                .when("refuse", a -> done)
                .when("askBack", a -> done)
                .when("answerBack", a -> done)
                .when("withdraw", a -> done)
                .when("see", a -> REQUEST.with(new DataRequest.Refusal(DataRequest.Ground.SAFETY, Examples.NOW)));
        assertEquals(
                201,
                api.post(ONE + "/supplies", "{\"data\":[\"" + DATUM + "\"]}").status());
        assertEquals(List.of(Api.ID, List.of(DATUM)), asked(api.dataRequests));
        assertEquals(201, api.post(ONE + "/refusal", "{\"ground\":\"SAFETY\"}").status());
        assertEquals(List.of(Api.ID, DataRequest.Ground.SAFETY), asked(api.dataRequests));
        assertEquals(
                201, api.post(ONE + "/questions", "{\"question\":\"welk?\"}").status());
        assertEquals(201, api.post(ONE + "/answers", "{\"answer\":\"dit\"}").status());
        Reply withdrawn = api.send(api.request(ONE).header("If-Match", "\"3\"").DELETE());
        assertEquals(200, withdrawn.status());
        assertEquals(3L, api.dataRequests.last().argument(0, Call.class).version());
        Reply seen = api.get(ONE);
        assertEquals("\"3\"", seen.header("ETag"));
        assertEquals("NOT_SUPPLIED", seen.json().get("state").asText());
        assertEquals("SAFETY", seen.json().at("/refusal/ground").asText());
        api.dataRequests.when(
                "see",
                a -> REQUEST.with(new DataRequest.Refusal(DataRequest.Ground.SAFETY, Examples.NOW))
                        .withoutGround());
        assertFalse(api.get(ONE).json().get("refusal").has("ground"));
    }

    @Test
    void correctionsAreProposedAndDecidedOn() throws Exception {
        Done done = Api.done("PROPOSED", 2);
        CorrectionProposal proposal = new CorrectionProposal(
                Api.ID,
                Api.ID,
                DATUM,
                2,
                "duinrade",
                DATUM,
                "politie-noord",
                Examples.NOW,
                false,
                "XX-998-X",
                "verwisseld",
                null,
                null);
        api.corrections
                .when("propose", a -> done)
                .when("accept", a -> done)
                .when("decline", a -> done)
                .when("withdraw", a -> done)
                .when("see", a -> proposal)
                .when("list", a -> new Page<>(List.of(proposal.withoutContent()), null));
        Reply reply = api.post(
                KNELPUNT + "/data/" + DATUM + "/correction-proposals",
                "{\"content\":\"XX-998-X\",\"reason\":\"verwisseld\"}");
        assertEquals(201, reply.status(), reply::text);
        assertEquals(PROPOSAL, reply.header("Location"));
        assertEquals(List.of(Api.ID, DATUM, "XX-998-X", "verwisseld"), asked(api.corrections));
        assertEquals(200, api.post(PROPOSAL + "/acceptance", "").status());
        assertEquals(
                200, api.post(PROPOSAL + "/decline", "{\"reason\":\"klopt\"}").status());
        assertEquals(200, api.delete(PROPOSAL).status());
        assertEquals("XX-998-X", api.get(PROPOSAL).json().get("content").asText());
        JsonNode bare = api.get("/v1/correction-proposals?open=true").json().at("/items/0");
        assertFalse(bare.has("content") || bare.has("reason"));
        assertEquals(true, asked(api.corrections).get(0));
    }

    @Test
    void whoIsToldTakesNoteAndReceiversAreListed() throws Exception {
        CorrectionNotice notice = new CorrectionNotice(
                Api.ID,
                "duinrade",
                CorrectionNotice.Kind.CORRECTED,
                List.of(new CorrectionNotice.Place(Api.ID, DATUM)),
                null,
                Examples.NOW,
                null);
        api.corrections
                .when("notices", a -> new Page<>(List.of(notice), null))
                .when("acknowledge", a -> Api.done("NOTED", 1))
                .when(
                        "receivers",
                        a -> List.of(
                                new Receiver(Receiver.BUREAU, Examples.NOW), new Receiver("duinrade", Examples.NOW)));
        JsonNode told = api.get("/v1/correction-notices").json().at("/items/0");
        assertEquals(DATUM.toString(), told.at("/data/0/datum").asText());
        assertFalse(told.has("acknowledged") || told.has("provision"));
        assertEquals(
                "NOTED",
                api.post("/v1/correction-notices/" + Api.ID + "/acknowledgement", "")
                        .json()
                        .get("state")
                        .asText());
        JsonNode receivers =
                api.get(KNELPUNT + "/data/" + DATUM + "/receivers").json().get("items");
        assertFalse(receivers.get(0).has("participant"));
        assertEquals("duinrade", receivers.get(1).get("participant").asText());
    }

    @Test
    void phasesOpenForSomeAndClose() throws Exception {
        api.knelpunten
                .when("openPhase", a -> Api.done("DESIGNATED", 6))
                .when("closePhase", a -> Api.done("DESIGNATED", 7));
        api.post(KNELPUNT + "/phases", "{\"phase\":2,\"necessity\":\"n\",\"participants\":[\"duinrade\"]}");
        assertEquals(List.of(Api.ID, 2, "n", Set.of("duinrade")), asked(api.knelpunten));
        api.post(KNELPUNT + "/phases", "{\"phase\":2,\"necessity\":\"n\"}");
        assertEquals(Set.of(), asked(api.knelpunten).get(3), "everybody who is involved");
        Reply closed = api.post(KNELPUNT + "/phases/closure", "{\"phase\":2,\"reason\":\"klaar\",\"destroy\":true}");
        assertEquals(201, closed.status(), closed::text);
        assertEquals(List.of(Api.ID, 2, "klaar", true), asked(api.knelpunten));
        assertEquals(
                List.of("destroy"),
                api.post(KNELPUNT + "/phases/closure", "{\"phase\":2,\"reason\":\"klaar\"}")
                        .fields());
    }

    @Test
    void dataAreFilteredAndOwnDataListed() throws Exception {
        api.knelpunten.when("data", a -> new Page<>(List.of(Examples.datum()), DATUM));
        api.data
                .when("own", a -> new Page<>(List.of(Examples.datum()), null))
                .when("rejectError", a -> new Done(DATUM, "SHARED", 2));
        Reply reply = api.get(KNELPUNT + "/data?supplier=duinrade&category=PERMITS&phase=2&subject=" + DATUM
                + "&wrong=true&destroyBy=2031-03-01");
        assertEquals(
                new DatumFilter("duinrade", DataCategory.PERMITS, 2, DATUM, true, LocalDate.parse("2031-03-01")),
                asked(api.knelpunten).get(1));
        String next = reply.json().at("/links/next").asText();
        assertTrue(next.contains("&category=PERMITS&") && next.contains("&phase=2&"), next);
        JsonNode item = reply.json().at("/items/0");
        assertEquals(1, item.get("version").asInt());
        assertEquals("SHARED", item.get("state").asText());
        for (String wrong : List.of("category=HOBBY", "phase=two", "subject=x", "wrong=perhaps", "destroyBy=soon")) {
            Reply bad = api.get(KNELPUNT + "/data?" + wrong);
            assertEquals(400, bad.status(), wrong);
            assertEquals(List.of(wrong.substring(0, wrong.indexOf('='))), bad.fields());
        }
        JsonNode own = api.get("/v1/own-data?wrong=true").json().at("/items/0");
        assertEquals(Api.ID.toString(), own.get("knelpunt").asText());
        assertEquals(DATUM.toString(), own.at("/datum/id").asText());
        assertEquals(
                201,
                api.post(KNELPUNT + "/data/" + DATUM + "/errors/rejection", "{\"reason\":\"nagekeken\"}")
                        .status());
    }

    @Test
    void aKeyThatBelongsToAnotherRequestIsSaidSo() throws Exception {
        api.data.when("reportError", a -> {
            throw new KeyUsedException();
        });
        Reply reply = keyed("{\"reason\":\"verwisseld\"}");
        assertEquals(422, reply.status());
        assertEquals("application/problem+json", reply.header("Content-Type"));
        assertTrue(reply.json().get("detail").asText().contains("Idempotency-Key"));
        String first = api.data.last().argument(0, Call.class).content();
        keyed("{\"reason\":\"verwisseld\"}");
        assertEquals(first, api.data.last().argument(0, Call.class).content(), "the same is the same");
        keyed("{\"reason\":\"anders\"}");
        assertNotEquals(first, api.data.last().argument(0, Call.class).content());
        assertFalse(first.contains("verwisseld"));
    }

    private Reply keyed(String body) throws Exception {
        return api.send(api.request(KNELPUNT + "/data/" + DATUM + "/errors")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k-1")
                .POST(BodyPublishers.ofString(body)));
    }
}
