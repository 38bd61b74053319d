package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProvisionsTest {

    private static final String OF_KNELPUNT = "/v1/knelpunten/" + Api.ID + "/provisions";
    private static final String PROVISION = "/v1/provisions/" + Api.ID;
    private static final UUID DATUM = UUID.fromString("01900000-0000-7000-8000-00000000000c");
    private static final UUID GONE = UUID.fromString("01900000-0000-7000-8000-00000000000d");

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static Provisions.ShownProvision shown(Recipient recipient) {
        Provision provision = new Provision(
                Api.ID,
                Api.ID,
                4,
                Examples.NOW,
                new Provision.Content(
                        recipient,
                        Provision.Kind.INTERVENTION_ADVICE,
                        "de loods nalopen",
                        "loop de loods na",
                        true,
                        "twee signalen",
                        "Wgs 1.7",
                        "anders onbekend",
                        "toezicht",
                        List.of(DATUM, GONE)),
                new Provision.Round(
                        List.of("politie-noord", "uwv"), LocalDate.parse("2026-02-15"), Api.ID, Examples.NOW),
                List.of(new Provision.Answer("politie-noord", true, null, Api.ID, Examples.NOW)),
                new Provision.Test(Api.ID, true, Api.ID, Examples.NOW),
                null,
                Examples.NOW,
                LocalDate.parse("2027-03-01"),
                new Provision.Feedback(true, "gesloten", LocalDate.parse("2026-03-01"), "Z-9", Api.ID, Examples.NOW),
                new Provision.Confirmation(Api.ID, Examples.NOW));
        return new Provisions.ShownProvision(
                provision,
                List.of(Examples.datum()),
                List.of(GONE),
                LocalDate.parse("2031-03-01"),
                Set.of(Obligation.SHOW_SECRECY),
                List.of(new Text("Geheim.", "Secret.")));
    }

    private Reply prepare(String recipient) throws Exception {
        return api.post(OF_KNELPUNT, "{\"kind\":\"OTHER\",\"recipient\":" + recipient + "}");
    }

    @Test
    void aRecipientSaysWhatItIs() throws Exception {
        api.provisions.when("prepare", a -> Api.done("PREPARED", 1));
        Map<String, Recipient> recipients = Map.of(
                "{\"type\":\"PARTICIPANT\",\"participant\":\"politie-noord\"}",
                new Recipient.OwnParticipant("politie-noord"),
                "{\"type\":\"THIRD_PARTY\",\"name\":\"Bank\",\"privateParty\":true,\"interest\":\"LEGAL_DUTY\"}",
                new Recipient.ThirdParty("Bank", true, Recipient.Interest.LEGAL_DUTY),
                "{\"type\":\"THIRD_PARTY\",\"name\":\"Inspectie\",\"privateParty\":false}",
                new Recipient.ThirdParty("Inspectie", false, null),
                "{\"type\":\"THIRD_PARTY\",\"name\":\"Iemand\"}",
                new Recipient.ThirdParty("Iemand", true, null),
                "{\"type\":\"OTHER_RIEC\",\"name\":\"RIEC Limburg\"}",
                new Recipient.OtherRiec("RIEC Limburg"),
                "{\"type\":\"OTHER_VERBAND\",\"name\":\"ZVH\",\"verband\":\"ZVH\",\"mode\":\"HIT_NO_HIT\"}",
                new Recipient.OtherVerband("ZVH", Recipient.Verband.ZVH, Recipient.Mode.HIT_NO_HIT, true),
                "{\"type\":\"OTHER_VERBAND\",\"name\":\"FEC\",\"verband\":\"FEC\",\"mode\":\"HIT_NO_HIT\",\"privateParty\":false}",
                new Recipient.OtherVerband("FEC", Recipient.Verband.FEC, Recipient.Mode.HIT_NO_HIT));
        for (Map.Entry<String, Recipient> each : recipients.entrySet()) {
            Reply reply = prepare(each.getKey());
            assertEquals(201, reply.status(), reply::text);
            assertEquals(PROVISION, reply.header("Location"));
            assertEquals(
                    each.getValue(),
                    api.provisions.last().argument(2, Provision.Content.class).recipient());
            assertEquals(
                    each.getValue(),
                    ProvisionShapes.RecipientBody.of(each.getValue()).engine());
        }
    }

    @Test
    void whatDoesNotBelongWithARecipientIsTold() throws Exception {
        assertEquals(
                List.of("recipient.participant"),
                prepare("{\"type\":\"PARTICIPANT\"}").fields());
        assertEquals(
                List.of("recipient.participant", "recipient.name", "recipient.verband", "recipient.mode"),
                prepare("{\"type\":\"THIRD_PARTY\",\"participant\":\"x\",\"name\":\" \",\"verband\":\"ZVH\","
                                + "\"mode\":\"HIT_NO_HIT\"}")
                        .fields());
        assertEquals(
                List.of("recipient.privateParty", "recipient.interest"),
                prepare("{\"type\":\"OTHER_RIEC\",\"name\":\"x\",\"privateParty\":false,\"interest\":\"LEGAL_DUTY\"}")
                        .fields());
        assertEquals(List.of("recipient.type"), prepare("{}").fields());
        assertEquals(List.of("recipient", "kind"), api.post(OF_KNELPUNT, "{}").fields());
        assertTrue(api.provisions.asked().isEmpty());
    }

    @Test
    void aProvisionIsTakenWhole() throws Exception {
        api.provisions.when("prepare", a -> Api.done("PREPARED", 1));
        Reply reply = api.post(
                OF_KNELPUNT,
                "{\"recipient\":{\"type\":\"OTHER_RIEC\",\"name\":\"RIEC\"},\"kind\":\"STEERING_INFORMATION\","
                        + "\"description\":\"d\",\"text\":\"r\",\"qualityTested\":true,\"informationBase\":\"i\",\"legalBasis\":\"l\","
                        + "\"necessity\":\"n\",\"task\":\"t\",\"data\":[\"" + DATUM + "\"]}");
        assertEquals(201, reply.status(), reply::text);
        assertEquals(
                new Provision.Content(
                        new Recipient.OtherRiec("RIEC"),
                        Provision.Kind.STEERING_INFORMATION,
                        "d",
                        "r",
                        true,
                        "i",
                        "l",
                        "n",
                        "t",
                        List.of(DATUM)),
                api.provisions.last().arguments().get(2));
    }

    @Test
    void whatGoesIsShownWithWhatGoesWithIt() throws Exception {
        api.provisions
                .when("provide", a -> shown(new Recipient.OwnParticipant("politie-noord")))
                .when("see", a -> shown(new Recipient.OtherRiec("RIEC Limburg")));
        Reply reply = api.send(
                api.request(PROVISION + "/provide").header("If-Match", "\"3\"").POST(BodyPublishers.noBody()));
        assertEquals(200, reply.status(), reply::text);
        assertEquals("\"4\"", reply.header("ETag"));
        JsonNode json = reply.json();
        assertEquals("FED_BACK", json.get("state").asText());
        assertEquals("PARTICIPANT", json.at("/recipient/type").asText());
        assertEquals("XX-999-X", json.at("/data/0/content").asText());
        assertEquals(GONE.toString(), json.at("/destroyed/0").asText());
        assertEquals("2031-03-01", json.get("destroyBy").asText());
        assertEquals("[\"SHOW_SECRECY\"]", json.get("obligations").toString());
        assertEquals("[\"Geheim.\"]", json.get("notices").toString());
        assertEquals("2027-03-01", json.get("feedbackDue").asText());
        assertEquals("gesloten", json.at("/feedback/text").asText());
        assertTrue(json.at("/test/lawful").asBoolean());
        assertEquals("[\"uwv\"]", json.at("/round/silent").toString());
        assertEquals("Z-9", json.at("/feedback/document").asText());
        assertEquals("teruggekoppeld", json.at("/stateLabel/nl").asText());
        assertTrue(json.at("/answers/0/consents").asBoolean());
        assertEquals(
                "[\"Secret.\"]",
                api.send(api.request(PROVISION).header("Accept-Language", "en"))
                        .json()
                        .get("notices")
                        .toString());
    }

    @Test
    void theRegisterIsSearchedByTheBody() throws Exception {
        api.provisions.when("search", a -> new Page<>(List.of(shown(new Recipient.OtherRiec("RIEC"))), Api.ID));
        Reply reply = api.post(
                "/v1/provisions/_search?limit=1",
                "{\"recipient\":\" Inspectie  X\",\"recipientType\":\"THIRD_PARTY\",\"overdue\":true,"
                        + "\"providedFrom\":\"2026-01-01\"}");
        assertEquals(200, reply.status(), reply::text);
        assertEquals(
                new ProvisionFilter(
                        "inspectie x",
                        Recipient.Type.THIRD_PARTY,
                        null,
                        null,
                        null,
                        LocalDate.parse("2026-01-01"),
                        null,
                        true),
                api.provisions.last().arguments().get(1));
        assertEquals(PROVISION, reply.json().at("/items/0/href").asText());
    }

    @Test
    void aProvisionIsAmendedAskedAboutAndWithdrawn() throws Exception {
        api.provisions
                .when("amend", a -> Api.done("PREPARED", 4))
                .when("ask", a -> Api.done("ASKED", 5))
                .when("withdraw", a -> Api.done("WITHDRAWN", 6));
        Reply amended = api.patch(PROVISION, "{\"task\":\"handhaving\",\"text\":null}");
        assertEquals(200, amended.status(), amended::text);
        @SuppressWarnings("unchecked")
        UnaryOperator<Provision.Content> change = api.provisions.last().argument(2, UnaryOperator.class);
        Provision.Content before =
                shown(new Recipient.OtherRiec("RIEC")).provision().content();
        Provision.Content after = change.apply(before);
        assertEquals("handhaving", after.task());
        assertNull(after.text());
        assertEquals(before.description(), after.description());
        assertEquals(before.recipient(), after.recipient());

        assertEquals(
                "ASKED", api.post(PROVISION + "/round", "").json().get("state").asText());
        assertEquals(
                List.of("reason"), api.post(PROVISION + "/withdrawal", "{}").fields());
        assertEquals(
                "WITHDRAWN",
                api.post(PROVISION + "/withdrawal", "{\"reason\":\"niet meer nodig\"}")
                        .json()
                        .get("state")
                        .asText());
    }

    @Test
    void provisionsAreReadPageByPage() throws Exception {
        api.provisions.when("list", a -> new Page<>(List.of(shown(new Recipient.OtherRiec("RIEC"))), Api.ID));
        JsonNode json = api.get(OF_KNELPUNT + "?limit=1").json();
        assertEquals(
                OF_KNELPUNT + "?limit=1&after=" + Api.ID, json.at("/links/next").asText());
        assertEquals(PROVISION, json.at("/items/0/href").asText());
    }

    @Test
    void participantsAnswerTheCommitteeTestsAndTheRecipientTells() throws Exception {
        api.provisions
                .when("answer", a -> Api.done("PREPARED", 2))
                .when("test", a -> Api.done("PREPARED", 3))
                .when("giveFeedback", a -> Api.done("FED_BACK", 5));

        assertEquals(
                201,
                api.post(PROVISION + "/answers", "{\"consents\":false,\"ground\":\"g\"}")
                        .status());
        assertEquals(
                List.of(Api.ID, false, "g"), api.provisions.last().arguments().subList(1, 4));
        assertEquals(List.of("consents"), api.post(PROVISION + "/answers", "{}").fields());

        Reply tested = api.post(
                PROVISION + "/test",
                "{\"reference\":\"RAC-1\",\"about\":\"a\",\"date\":\"2026-02-01\",\"lawful\":true}");
        assertEquals(201, tested.status(), tested::text);
        assertEquals("\"3\"", tested.header("ETag"));
        assertEquals(
                new Provisions.NewTest(null, "RAC-1", "a", LocalDate.parse("2026-02-01"), true),
                api.provisions.last().arguments().get(2));
        assertEquals(
                201,
                api.post(PROVISION + "/test", "{\"advice\":\"" + Api.ID + "\"}").status());
        assertEquals(
                new Provisions.NewTest(Api.ID, null, null, null, null),
                api.provisions.last().arguments().get(2));

        assertEquals(
                201,
                api.post(PROVISION + "/feedback", "{\"followedUp\":true,\"text\":\"t\"}")
                        .status());
        assertEquals(
                List.of(Api.ID, new Provisions.NewFeedback(true, "t", null, null)),
                api.provisions.last().arguments().subList(1, 3));
        assertEquals(
                List.of("followedUp", "text"),
                api.post(PROVISION + "/feedback", "{}").fields());
    }

    @Test
    void whatIsShownIsNotInATextOfIt() {
        ProvisionShapes.ProvisionView view =
                ProvisionShapes.ProvisionView.of(shown(new Recipient.OtherRiec("RIEC")), java.util.Locale.ENGLISH);
        assertFalse(view.toString().contains("XX-999-X"));
    }
}
