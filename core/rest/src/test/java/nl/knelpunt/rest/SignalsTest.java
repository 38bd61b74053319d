package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Comparisons;
import nl.knelpunt.engine.signal.Criterion;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.RecognitionHelp;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.SignalFilter;
import nl.knelpunt.engine.signal.SignalOutcome;
import nl.knelpunt.engine.signal.SourceReliability;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final String SIGNAL = "/v1/signals/" + Api.ID;

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static void assertChanged(int status, String state, int version, Reply reply) throws Exception {
        assertEquals(status, reply.status(), reply::text);
        assertEquals(Api.ID.toString(), reply.json().get("id").asText());
        assertEquals(state, reply.json().get("state").asText());
        assertEquals(version, reply.json().get("version").asInt());
        assertEquals("\"" + version + "\"", reply.header("ETag"));
    }

    @Test
    void aDraftByHandIsTheCallersParticipants() throws Exception {
        api.accounts.when("self", a -> Examples.worker());
        api.signals.when("draft", a -> Api.done("DRAFT", 1));

        Reply reply = api.post(
                "/v1/signals",
                "{\"title\":\"Loods\",\"organ\":\"BURGEMEESTER\",\"task\":\"openbare-orde\",\"manifestation\":\"DRUGS\","
                        + "\"observation\":{\"what\":\"auto's\",\"date\":\"2026-02-20\",\"time\":\"23:15\","
                        + "\"place\":{\"municipality\":\"GM9999\",\"longitude\":4.9,\"latitude\":52}},"
                        + "\"criteria\":{\"indications\":\"a\"},\"qualityTested\":true}");

        assertChanged(201, "DRAFT", 1, reply);
        assertEquals(SIGNAL, reply.header("Location"));
        assertEquals(SIGNAL, reply.json().get("href").asText());
        assertEquals("gemeente-wieringersluis", api.signals.last().arguments().get(1));
        SignalContent content = api.signals.last().argument(2, SignalContent.class);
        assertEquals(Organ.BURGEMEESTER, content.organ());
        assertEquals(Manifestation.DRUGS, content.manifestation());
        assertEquals(LocalDate.parse("2026-02-20"), content.observation().date());
        assertEquals("23:15", content.observation().time().toString());
        assertEquals(52.0, content.observation().place().latitude());
        assertTrue(content.qualityTested());
        assertFalse(content.lawfullyHeld());
        assertNull(content.criteria().region());
    }

    @Test
    void everyMistakeIsToldAndNoValueIsRepeated() throws Exception {
        Reply reply = api.post(
                "/v1/signals",
                "{\"title\":999990019,\"organ\":\"999990019\",\"observation\":{\"date\":\"20-02-2026\",\"time\":\"25:00\","
                        + "\"place\":\"999990019\",\"nationality\":\"999990019\"},\"criteria\":[],\"qualityTested\":\"true\","
                        + "\"police\":{\"wpgClass\":8}}");

        assertEquals(400, reply.status());
        assertEquals(
                List.of(
                        "title",
                        "organ",
                        "observation.date",
                        "observation.time",
                        "observation.place",
                        "observation.nationality",
                        "criteria",
                        "qualityTested",
                        "police.wpgClass"),
                reply.fields());
        assertFalse(reply.text().contains("999990019"));
        assertTrue(api.signals.asked().isEmpty());
    }

    @Test
    void brokenJsonIsToldWithItsPlaceOnly() throws Exception {
        for (String broken : List.of(
                "",
                "{\"title\":",
                "[]",
                "{} {}",
                "{\"title\":\"999990019\",\"title\":\"b\"}",
                "{\"title\":'999990019'}",
                "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                "{\"title\":\"\\u0000\"}",
                "{\"title\":\"\\ud800\"}",
                "{\"title\":\"" + "x".repeat(RequestReader.MOST_CHARACTERS + 1) + "\"}")) {
            Reply reply = api.post("/v1/signals", broken);
            assertEquals(400, reply.status(), broken);
            assertEquals(1, reply.json().get("errors").size());
            assertFalse(reply.text().contains("999990019"));
            assertFalse(reply.text().contains("com.fasterxml"));
        }
        assertTrue(api.signals.asked().isEmpty());
    }

    @Test
    void notUtf8IsRefused() throws Exception {
        Reply reply = api.send(api.request("/v1/signals")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(
                        new byte[] {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xC3, '"', '}'})));
        assertEquals(400, reply.status());
    }

    @Test
    void aSignalIsShownWithItsData() throws Exception {
        api.signals.when("see", a -> Examples.signal(null));

        Reply reply = api.get(SIGNAL);

        assertEquals(200, reply.status());
        assertEquals("\"3\"", reply.header("ETag"));
        JsonNode json = reply.json();
        assertEquals("Loods met vreemde loop", json.get("title").asText());
        assertEquals("2026-02-20", json.at("/observation/date").asText());
        assertEquals("2026-03-01T09:30:00Z", json.get("received").asText());
        assertEquals("DRAFT", json.get("state").asText());
        assertEquals("XX-999-X", json.at("/data/0/content").asText());
        assertEquals("OBJECT", json.at("/data/0/subject/kind").asText());
        assertFalse(json.at("/data/0/subject").has("pseudonym"), "a pseudonym stays in the log");
        assertFalse(json.has("reported"));
        assertFalse(json.has("frozen"));
    }

    @Test
    void aFrozenSignalSaysWhy() throws Exception {
        api.signals.when("see", a -> Examples.signal(Examples.OUT_OF_ORDER));
        JsonNode json = api.get(SIGNAL).json();
        assertEquals("STATE", json.at("/frozen/rule").asText());
        assertFalse(json.has("title"));
    }

    @Test
    void aListIsReadPageByPage() throws Exception {
        UUID next = UUID.fromString("01900000-0000-7000-8000-0000000000ff");
        api.signals.when("list", a -> new Page<>(List.of(Examples.signal(null)), a[2] == null ? next : null));

        Reply first = api.get("/v1/signals?limit=1");
        String link = first.json().at("/links/next").asText();
        Reply second = api.get(link);

        assertEquals("/v1/signals?limit=1&after=" + next, link);
        assertEquals(SignalFilter.NONE, api.signals.last().arguments().get(1));
        assertEquals(next, api.signals.last().arguments().get(2));
        assertEquals(1, api.signals.last().arguments().get(3));
        assertFalse(second.json().get("links").has("next"));
        assertFalse(first.json().at("/items/0").has("data"));
        assertEquals(SIGNAL, first.json().at("/items/0/href").asText());
    }

    @Test
    void whatAListIsFilteredByGoesAlongToTheNextPage() throws Exception {
        UUID next = UUID.fromString("01900000-0000-7000-8000-0000000000ff");
        api.signals.when("list", a -> new Page<>(List.of(), next));
        String asked = "manifestation=DRUGS&municipality=GM9001&receivedFrom=2026-03-01&receivedTo=2026-03-31"
                + "&reporter=haarveen&state=ASKED&waiting=true";
        String link =
                api.get("/v1/signals?limit=1&" + asked).json().at("/links/next").asText();
        assertEquals("/v1/signals?limit=1&" + asked + "&after=" + next, link);
        assertEquals(
                new SignalFilter(
                        SignalState.ASKED,
                        "haarveen",
                        Instant.parse("2026-02-28T23:00:00Z"),
                        Instant.parse("2026-03-31T22:00:00Z"),
                        Manifestation.DRUGS,
                        "GM9001",
                        null,
                        true),
                api.signals.last().arguments().get(1));
        for (String wrong :
                List.of("state=GONE", "waiting=ja", "receivedFrom=maart", "knelpunt=x", "manifestation=drugs")) {
            Reply refused = api.get("/v1/signals?" + wrong);
            assertEquals(400, refused.status(), wrong);
            assertEquals(List.of(wrong.substring(0, wrong.indexOf('='))), refused.fields());
        }
    }

    @Test
    void aSignalIsPutBesideOthersOnIdentifiersOrInADrawnArea() throws Exception {
        UUID own = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        api.comparisons.when(
                "onIdentifiers",
                a -> new Page<>(
                        List.of(new Comparisons.Corresponding(
                                Examples.signal(null), List.of(new Comparisons.Shared(own, other)))),
                        null));
        Reply found = api.post(SIGNAL + "/side-by-side?limit=5", "{}");
        assertEquals(200, found.status());
        assertEquals(own.toString(), found.json().at("/items/0/shared/0/own").asText());
        assertEquals(
                other.toString(), found.json().at("/items/0/shared/0/other").asText());
        assertTrue(found.json().at("/items/0/signal").has("data"));

        api.comparisons.when("inArea", a -> new Page<>(List.of(), null));
        String area = "{\"type\":\"Polygon\",\"coordinates\":[[[4,52],[5,52],[5,53],[4,52]]]}";
        assertEquals(
                200,
                api.post(SIGNAL + "/side-by-side", "{\"area\":" + area + "}").status());
        assertEquals(
                4,
                api.comparisons
                        .last()
                        .argument(2, nl.knelpunt.engine.dossier.Area.class)
                        .bounds()
                        .west());
        Reply open = api.post(
                SIGNAL + "/side-by-side",
                "{\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[4,52],[5,52],[5,53],[4,54]]]}}");
        assertEquals(400, open.status());
        assertEquals(List.of("area.coordinates[0]"), open.fields());
    }

    @Test
    void helpWithRecognisingCountsByKind() throws Exception {
        api.recognitionHelp.when(
                "ask",
                a -> List.of(
                        new RecognitionHelp.Found(IdentifierKind.BSN, 2, 1),
                        new RecognitionHelp.Found(IdentifierKind.KVK, 1, 0)));
        Reply found = api.post(SIGNAL + "/recognition-help", "");
        assertEquals(200, found.status());
        assertEquals(3, found.json().get("compared").asInt());
        assertEquals(1, found.json().get("known").asInt());
        assertEquals("KvK-nummers", found.json().at("/kinds/1/text/nl").asText());

        api.recognitionHelp.when("ask", a -> {
            throw new MessageException(
                    "line 3, column 2 (kenmerk)", new Text("Verbeter de regel.", "Correct the row."));
        });
        Reply wrong = api.post(SIGNAL + "/recognition-help", "");
        assertEquals(422, wrong.status());
        assertEquals("line 3, column 2 (kenmerk)", wrong.json().get("where").asText());
    }

    @Test
    void theKeyForAnOwnListIsTakenOnce() throws Exception {
        byte[] key = new byte[32];
        key[31] = 10;
        api.recognitionHelp.when("key", a -> new RecognitionHelp.Key("90-230", key, LocalDate.of(2026, 12, 31)));
        Reply taken = api.post("/v1/participants/politie/recognition-key", "");
        assertEquals(200, taken.status());
        assertEquals("90-230", taken.json().get("period").asText());
        assertEquals("00".repeat(31) + "0a", taken.json().get("key").asText());
        assertEquals("2026-12-31", taken.json().get("until").asText());
        assertEquals("politie", api.recognitionHelp.last().arguments().get(1));
    }

    @Test
    void whatBecameOfASignalIsReadInBothLanguages() throws Exception {
        UUID gone = UUID.randomUUID();
        api.signalOutcomes.when(
                "list",
                a -> new Page<>(
                        List.of(new SignalOutcome(
                                Api.ID,
                                gone,
                                "gemeente-wieringersluis",
                                SignalOutcome.Kind.NOT_TAKEN_UP,
                                SignalOutcome.Reason.CRITERIA_NOT_MET,
                                Set.of(Criterion.D, Criterion.A),
                                null,
                                Examples.NOW)),
                        null));
        JsonNode told = api.get("/v1/signals/outcomes?signal=" + gone).json().at("/items/0");
        assertEquals(gone, api.signalOutcomes.last().arguments().get(1));
        assertEquals("NOT_TAKEN_UP", told.get("outcome").asText());
        assertTrue(told.get("gone").asBoolean());
        assertEquals("[\"A\",\"D\"]", told.get("notMet").toString());
        assertEquals("the criteria are not met", told.at("/reasonText/en").asText());
        assertEquals("de criteria zijn niet vervuld", told.at("/reasonText/nl").asText());
        assertFalse(told.has("knelpunt"));
    }

    @Test
    void theCodesOfAGradingAreExplainedInBothLanguages() throws Exception {
        JsonNode codes = api.get("/v1/gradings").json();
        assertEquals(4, codes.get("source").size());
        assertEquals(4, codes.get("information").size());
        assertEquals("2", codes.at("/information/1/code").asText());
        assertEquals("H1", codes.at("/handling/1/code").asText());
        assertTrue(codes.at("/handling/1/text/nl").asText().contains("gerechtelijke procedure"));
        assertEquals(5, codes.get("criteria").size());
    }

    @Test
    void aReporterGradesALinkIsMadeAndARecognitionIsTakenBack() throws Exception {
        api.signals.when("grade", a -> Api.done("REPORTED", 5));
        assertEquals(
                200,
                api.put(
                                SIGNAL + "/grading",
                                "{\"source\":\"B\",\"information\":2,\"handling\":[\"H3\",\"H1\"],\"restriction\":\"niet mailen\"}")
                        .status());
        assertEquals(
                new Grading(SourceReliability.B, 2, Set.of(HandlingCode.H1, HandlingCode.H3), "niet mailen"),
                api.signals.last().arguments().get(2));
        assertEquals(
                List.of("handling[0]"),
                api.put(SIGNAL + "/grading", "{\"handling\":[\"H9\"]}").fields());

        api.signals.when("link", a -> Api.done("LINKED", 7));
        Reply linked = api.post("/v1/knelpunten/" + Api.ID + "/signals", "{\"signal\":\"" + Api.ID + "\"}");
        assertEquals(201, linked.status());
        assertEquals(
                List.of("signal"),
                api.post("/v1/knelpunten/" + Api.ID + "/signals", "{}").fields());

        api.signals.when("withdrawRecognition", a -> Api.done("ASKED", 1));
        assertEquals(200, api.delete(SIGNAL + "/recognition").status());
    }

    @Test
    void anIdThatCantBeOneIsTreatedAsOneThatDoesNotExist() throws Exception {
        api.signals.when("report", a -> Api.done("REPORTED", 2));
        for (String id : List.of("x", "1-1-1-1-1", "01900000-0000-7000-8000-00000000000g")) {
            assertEquals(200, api.post("/v1/signals/" + id + "/report", "").status());
            UUID asked = api.signals.last().argument(1, UUID.class);
            assertEquals(4, asked.version(), "an id that nothing has");
        }
    }

    @Test
    void aMergePatchChangesOnlyWhatItNames() throws Exception {
        AtomicReference<SignalContent> changed = new AtomicReference<>();
        api.signals.when("complete", a -> {
            @SuppressWarnings("unchecked")
            UnaryOperator<SignalContent> change = (UnaryOperator<SignalContent>) a[2];
            changed.set(change.apply(Examples.content()));
            return Api.done("DRAFT", 4);
        });

        Reply reply = api.patch(
                SIGNAL,
                "{\"title\":null,\"criteria\":{\"necessity\":\"samen\",\"manifestation\":null},"
                        + "\"observation\":{\"place\":{\"town\":\"Elders\"}},\"police\":{\"wpgClass\":\"ARTICLE_8\"},"
                        + "\"qualityTested\":null,\"lawfullyHeld\":true}");

        assertChanged(200, "DRAFT", 4, reply);
        assertEquals(3L, api.signals.last().argument(0, Call.class).version());
        SignalContent content = changed.get();
        assertNull(content.title());
        assertEquals("duidelijk", content.criteria().indications());
        assertEquals("samen", content.criteria().necessity());
        assertNull(content.criteria().manifestation());
        assertEquals("Elders", content.observation().place().town());
        assertEquals("1771AA", content.observation().place().postcode());
        assertEquals(LocalDate.parse("2026-02-20"), content.observation().date());
        assertEquals("ARTICLE_8", content.police().wpgClass().name());
        assertFalse(content.qualityTested());
        assertTrue(content.lawfullyHeld());
        assertEquals(Examples.content().manifestation(), content.manifestation());
    }

    @Test
    void aPatchOfUnknownFieldsDoesNothing() throws Exception {
        Reply reply = api.patch(
                SIGNAL, "{\"state\":\"REPORTED\",\"criteria\":{\"x\":null},\"reporter\":\"p\",\"title\":[1]}");
        assertEquals(400, reply.status());
        assertEquals(List.of("title", "criteria.x", "state", "reporter"), reply.fields());
        assertTrue(api.signals.asked().isEmpty());
    }

    @Test
    void aPatchWithoutVersionIsNotTaken() throws Exception {
        Reply reply = api.send(api.request(SIGNAL)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString("{}")));
        assertEquals(428, reply.status());
        assertTrue(api.signals.asked().isEmpty());
    }

    @Test
    void versionsAreHonouredWhereGiven() throws Exception {
        api.signals.when("report", a -> Api.done("REPORTED", 2)).when("discard", a -> Api.done(Done.DESTROYED, 2));
        String report = SIGNAL + "/report";

        api.send(api.request(report).header("If-Match", "\"7\"").POST(BodyPublishers.noBody()));
        assertEquals(7L, api.signals.last().argument(0, Call.class).version());
        api.send(api.request(report).header("If-Match", "W/\"7\"").POST(BodyPublishers.noBody()));
        assertEquals(7L, api.signals.last().argument(0, Call.class).version());
        api.send(api.request(report).header("If-Match", "*").POST(BodyPublishers.noBody()));
        assertNull(api.signals.last().argument(0, Call.class).version());
        api.send(api.request(SIGNAL).header("If-Match", "\"7\"").DELETE());
        assertEquals(7L, api.signals.last().argument(0, Call.class).version());

        for (String wrong : List.of("7", "\"a\"", "\"1\", \"2\"", "\"99999999999999999999\"")) {
            Reply reply = api.send(api.request(report).header("If-Match", wrong).POST(BodyPublishers.noBody()));
            assertEquals(400, reply.status(), wrong);
            assertEquals(List.of("If-Match"), reply.fields());
            assertEquals(
                    "Hier hoort één versienummer tussen aanhalingstekens, zoals \"3\".",
                    reply.json().findPath("errors").findPath("message").asText());
        }
    }

    @Test
    void aRepeatIsKnownByItsKey() throws Exception {
        api.signals.when("report", a -> Api.done("REPORTED", 2));
        String report = SIGNAL + "/report";

        api.send(api.request(report).header("Idempotency-Key", "abc-1").POST(BodyPublishers.noBody()));
        assertEquals("abc-1", api.signals.last().argument(0, Call.class).idempotencyKey());
        Reply long256 = api.send(
                api.request(report).header("Idempotency-Key", "x".repeat(256)).POST(BodyPublishers.noBody()));
        assertEquals(400, long256.status());
        assertEquals(List.of("Idempotency-Key"), long256.fields());
    }

    @Test
    void whatIsDestroyedIsNowhere() throws Exception {
        api.signals
                .when("discard", a -> Api.done(Done.DESTROYED, 4))
                .when("withdraw", a -> Api.done(Done.DESTROYED, 4));
        for (Reply reply : List.of(api.send(api.request(SIGNAL).DELETE()), api.post(SIGNAL + "/withdrawal", ""))) {
            assertChanged(200, "DESTROYED", 4, reply);
            assertFalse(reply.json().has("href"));
        }
    }

    @Test
    void aDatumIsAddedAndTakenOut() throws Exception {
        api.signals.when("addDatum", a -> Api.done("DRAFT", 4)).when("removeDatum", a -> Api.done("DRAFT", 5));

        Reply added = api.post(
                SIGNAL + "/data",
                "{\"newSubject\":{\"kind\":\"PERSON\"},\"category\":\"CONTACT\",\"field\":\"telefoon\",\"content\":\"06\"}");
        assertChanged(201, "DRAFT", 4, added);
        NewDatum datum = api.signals.last().argument(2, NewDatum.class);
        assertEquals(SubjectKind.PERSON, datum.newSubject().kind());
        assertEquals(DataCategory.CONTACT, datum.category());
        assertEquals(0, datum.phase());

        assertChanged(
                200, "DRAFT", 5, api.send(api.request(added.header("Location")).DELETE()));
        assertEquals(Api.ID, api.signals.last().arguments().get(2));
        assertEquals(
                List.of("newSubject.kind"),
                api.post(SIGNAL + "/data", "{\"newSubject\":{}}").fields());
    }

    @Test
    void anotherParticipantIsAskedAndAnswers() throws Exception {
        api.signals
                .when("askRecognition", a -> Api.done("ASKED", 4))
                .when("recognise", a -> Api.done("RECOGNISED", 5))
                .when("doNotRecognise", a -> Api.done("ASKED", 5));

        assertChanged(
                201, "ASKED", 4, api.post(SIGNAL + "/recognition-requests", "{\"participant\":\"politie-noord\"}"));
        assertEquals("politie-noord", api.signals.last().arguments().get(2));

        assertChanged(
                201,
                "RECOGNISED",
                5,
                api.post(
                        SIGNAL + "/recognitions",
                        "{\"recognised\":true,\"observation\":{\"what\":\"w\",\"date\":\"2026-02-21\","
                                + "\"place\":{\"town\":\"Haarveen\"},\"task\":\"gemeentewet\",\"reference\":\"r\"}}"));
        assertEquals(
                new Recognition.OwnObservation(
                        "w",
                        LocalDate.parse("2026-02-21"),
                        new Place(null, null, "Haarveen", null, null, null),
                        "gemeentewet",
                        "r"),
                api.signals.last().arguments().get(2));

        assertEquals(
                201,
                api.post(SIGNAL + "/recognitions", "{\"recognised\":false}").status());
        assertEquals("doNotRecognise", api.signals.last().method());
        assertEquals(
                List.of("recognised"), api.post(SIGNAL + "/recognitions", "{}").fields());
        assertEquals(
                List.of("observation"),
                api.post(SIGNAL + "/recognitions", "{\"recognised\":false,\"observation\":{\"what\":\"w\"}}")
                        .fields());
    }

    @Test
    void recognisingWithoutObservationIsLeftToTheGuard() throws Exception {
        api.signals.when("recognise", a -> Api.done("RECOGNISED", 5));
        api.post(SIGNAL + "/recognitions", "{\"recognised\":true}");
        assertEquals(
                new Recognition.OwnObservation(null, null, null, null, null),
                api.signals.last().arguments().get(2));
    }

    @Test
    void theAssessmentIsPreparedAndDecided() throws Exception {
        api.signals
                .when("prepareAssessment", a -> Api.done("WEIGHED", 6))
                .when("decideAssessment", a -> Api.done("TAKEN_UP", 7));

        assertChanged(
                200,
                "WEIGHED",
                6,
                api.put(
                        SIGNAL + "/assessment",
                        "{\"purpose\":\"p\",\"type\":\"t\",\"extent\":\"e\",\"weight\":\"w\",\"connection\":\"c\"}"));
        assertEquals(
                new Assessment.Factors("p", "t", "e", "w", "c"),
                api.signals.last().arguments().get(2));
        assertChanged(
                201,
                "TAKEN_UP",
                7,
                api.post(SIGNAL + "/assessment/decisions", "{\"criteriaMet\":true,\"reason\":\"ja\"}"));
        assertEquals(true, api.signals.last().arguments().get(2));
        assertNotEquals(
                201,
                api.post(SIGNAL + "/assessment/decisions", "{\"reason\":\"ja\"}")
                        .status());
    }
}
