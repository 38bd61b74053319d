package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.retention.Certificate;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.DestructionLists;
import nl.knelpunt.engine.retention.Retention;
import nl.knelpunt.engine.retention.RetentionRun;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing reports, lessons, destruction lists and what goes by time, as they are told. */
class RetentionTest {

    private static final String LIST = "/v1/destruction-lists/" + Api.ID;
    private static final String REPORT = "/v1/knelpunten/" + Api.ID + "/closing-report";
    private static final LocalDate DAY = LocalDate.parse("2027-03-01");
    private static final Lesson.Content LESSON = new Lesson.Content(
            true, InterventionType.Category.PREVENTION, Manifestation.DRUGS, ObjectType.AREA, "opslag", "Licht helpt.");

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static DestructionList list(DestructionState state) {
        return new DestructionList(
                Api.ID,
                Api.ID,
                Activity.KNELPUNT,
                3,
                state,
                true,
                List.of(),
                "klaar",
                DAY,
                Examples.NOW,
                Api.ID,
                new DestructionList.Review(Api.ID, Examples.NOW, true, null),
                List.of(new DestructionList.Kept(Api.ID, Marks.Hold.Ground.LEGAL_RULE, DAY, Api.ID, Examples.NOW)),
                Map.of("VEHICLE", 2),
                state == DestructionState.EXECUTED ? Examples.NOW : null);
    }

    @Test
    void aClosingReportIsWrittenWholeAndSaysWhatStandsInTheWay() throws Exception {
        api.closures
                .when("write", a -> new Done(Api.ID, "DESIGNATED", 6))
                .when(
                        "see",
                        a -> new Closures.ShownReport(
                                new ClosingReport(
                                        Api.ID,
                                        "klaar",
                                        List.of(new ClosingReport.Waived(Api.ID, "te laat")),
                                        List.of(LESSON),
                                        Api.ID,
                                        Examples.NOW),
                                List.of(Api.ID),
                                false,
                                5));

        JsonNode seen = api.get(REPORT).json();
        assertEquals("klaar", seen.get("summary").asText());
        assertEquals("te laat", seen.at("/waived/0/reason").asText());
        assertEquals("Licht helpt.", seen.at("/lessons/0/text").asText());
        assertEquals(Api.ID.toString(), seen.at("/open/0").asText());
        assertEquals("\"5\"", api.get(REPORT).header("ETag"));

        Reply written = api.put(
                REPORT,
                "{\"summary\":\"klaar\",\"waived\":[{\"provision\":\"" + Api.ID + "\",\"reason\":\"te laat\"}],"
                        + "\"lessons\":[{\"worked\":true,\"category\":\"PREVENTION\",\"manifestation\":\"DRUGS\","
                        + "\"objectType\":\"AREA\",\"barrierStep\":\"opslag\",\"text\":\"Licht helpt.\"}]}");
        assertEquals(200, written.status(), written::text);
        assertEquals("\"6\"", written.header("ETag"));
        Closures.NewReport taken = api.closures.last().argument(2, Closures.NewReport.class);
        assertEquals(List.of(LESSON), taken.lessons());
        assertEquals(List.of("summary"), api.put(REPORT, "{}").fields());
        assertEquals(
                List.of("lessons[0].worked", "lessons[0].text"),
                api.put(REPORT, "{\"summary\":\"x\",\"lessons\":[{}]}").fields());

        api.closures.when("see", a -> new Closures.ShownReport(null, List.of(), true, 1));
        assertNull(api.get(REPORT).json().get("summary"));
    }

    @Test
    void lessonsAreSearchedByWordsAndByWhatTheyAreAbout() throws Exception {
        api.closures.when(
                "lessons",
                a -> new Page<>(List.of(new Lesson(Api.ID, UUID.randomUUID(), Activity.SCAN, DAY, LESSON)), Api.ID));
        Reply reply = api.get("/v1/lessons?q=licht%20helpt&worked=true&category=PREVENTION&manifestation=DRUGS"
                + "&objectType=AREA&barrierStep=opslag&limit=1");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("Licht helpt.", reply.json().at("/items/0/text").asText());
        assertNull(reply.json().at("/items/0").get("knelpunt"), "of which knelpunt is not told");
        assertTrue(reply.json().at("/links/next").asText().contains("q=licht+helpt&worked=true"), reply::text);
        assertEquals(
                new Closures.Wanted(
                        "licht helpt",
                        true,
                        InterventionType.Category.PREVENTION,
                        Manifestation.DRUGS,
                        ObjectType.AREA,
                        "opslag"),
                api.closures.last().argument(1, Closures.Wanted.class));
        for (String wrong : List.of("worked=ja", "category=X", "manifestation=X", "objectType=X")) {
            assertEquals(
                    List.of(wrong.substring(0, wrong.indexOf('='))),
                    api.get("/v1/lessons?" + wrong).fields());
        }
        api.closures.when("withdraw", a -> new Done(Api.ID, Done.DESTROYED, 1));
        assertEquals(204, api.delete("/v1/lessons/" + Api.ID).status());
    }

    @Test
    void aDestructionListIsShownWithWhatItNames() throws Exception {
        Marks.Hold hold = new Marks.Hold(Marks.Hold.Ground.LEGAL_CLAIM, "beroep van Jan", Api.ID, Examples.NOW, DAY);
        api.destructionLists.when(
                "see",
                a -> new DestructionLists.ShownList(
                        list(DestructionState.IN_REVIEW),
                        List.of(new DestructionLists.Item(Api.ID, "VEHICLE", "politie-noord", DAY, hold)),
                        Api.ID));
        Reply reply = api.get(LIST);
        assertEquals("\"3\"", reply.header("ETag"));
        assertEquals("IN_REVIEW", reply.json().get("state").asText());
        assertEquals("ter beoordeling", reply.json().at("/stateLabel/nl").asText());
        assertEquals("2027-03-01", reply.json().at("/data/0/heldUntil").asText());
        assertFalse(reply.text().contains("beroep"), "why is for who may see the datum");
        assertTrue(reply.json().at("/links/next").asText().startsWith(LIST + "?limit=50&after="));

        api.destructionLists.when("list", a -> new Page<>(List.of(list(DestructionState.DRAFT)), null));
        assertNull(api.get("/v1/destruction-lists").json().at("/items/0").get("data"));
    }

    @Test
    void aListIsMadeChangedSubmittedReviewedAndNarrowed() throws Exception {
        Done done = new Done(Api.ID, "DRAFT", 4);
        for (String step : List.of("make", "amend", "submit", "review", "keep")) {
            api.destructionLists.when(step, a -> done);
        }
        Reply made = api.post(
                "/v1/knelpunten/" + Api.ID + "/destruction-lists",
                "{\"data\":[\"" + Api.ID + "\"],\"reason\":\"klaar\"}");
        assertEquals(201, made.status(), made::text);
        assertEquals(LIST, made.header("Location"));
        assertEquals(List.of(Api.ID, List.of(Api.ID), "klaar"), asked());
        assertEquals(200, api.put(LIST, "{\"reason\":\"anders\"}").status());
        assertEquals(List.of(Api.ID, List.of(), "anders"), asked());
        assertEquals(200, api.post(LIST + "/submission", "").status());
        assertEquals(
                200,
                api.post(LIST + "/review", "{\"approved\":false,\"reason\":\"wacht\"}")
                        .status());
        assertEquals(List.of(Api.ID, false, "wacht"), asked());
        assertEquals(List.of("approved"), api.post(LIST + "/review", "{}").fields());
        assertEquals(
                200,
                api.post(LIST + "/kept", "{\"datum\":\"" + Api.ID + "\",\"ground\":\"LEGAL_RULE\",\"reason\":\"wet\"}")
                        .status());
        assertEquals(Arrays.asList(Api.ID, Api.ID, Marks.Hold.Ground.LEGAL_RULE, "wet", null), asked());
    }

    private List<Object> asked() {
        List<Object> all = api.destructionLists.last().arguments();
        return all.subList(1, all.size());
    }

    @Test
    void aCertificateIsJsonOrAPage() throws Exception {
        Certificate certificate = Certificate.of(list(DestructionState.EXECUTED));
        api.destructionLists.when("certificate", a -> certificate);
        JsonNode json = api.get(LIST + "/certificate").json();
        assertEquals(certificate.digest(), json.get("digest").asText());
        assertEquals(2, json.at("/destroyed/VEHICLE").asInt());
        assertEquals(1, json.get("kept").asInt());

        Reply page = api.send(api.request(LIST + "/certificate").header("Accept", "text/html"));
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertTrue(page.text().contains("<html lang=\"nl\">"), page::text);
        assertTrue(page.text().contains(certificate.digest()));
        Reply english = api.send(
                api.request(LIST + "/certificate").header("Accept", "text/html").header("Accept-Language", "en"));
        assertTrue(english.text().contains("Certificate of destruction"));
        assertTrue(page.text().contains("voertuiggegevens"), page::text);
        assertTrue(english.text().contains("vehicle"), english::text);
        assertFalse(page.text().contains("VEHICLE"), "what a reader reads is in the reader's language");

        api.destructionLists.when("certificate", a -> {
            throw new InvalidException("state", new Text("Nog niet.", "Not yet."));
        });
        assertEquals(List.of("state"), api.get(LIST + "/certificate").fields());
    }

    @Test
    void aDayThatCannotBeReckonedWithIsNone() throws Exception {
        for (String day : List.of("%2B999999999-12-31", "2027-3-1", "morgen")) {
            assertEquals(
                    List.of("on"), api.get("/v1/retention/dry-run?on=" + day).fields(), day);
        }
    }

    @Test
    void aDryRunAndTheRunsSayWhatGoesAndWhy() throws Exception {
        api.retention
                .when(
                        "dryRun",
                        a -> new Retention.DryRun(
                                DAY,
                                List.of(new Retention.Going(
                                        Api.ID,
                                        Retention.Why.TERM,
                                        null,
                                        Map.of("BSN", 2, "VEHICLE", 1),
                                        List.of(Api.ID))),
                                List.of(new Retention.Held(Api.ID, Api.ID, Marks.Hold.Ground.LEGAL_RULE, DAY)),
                                4))
                .when(
                        "runs",
                        a -> new Page<>(
                                List.of(new RetentionRun(
                                        Api.ID,
                                        Examples.NOW,
                                        DAY,
                                        true,
                                        Map.of(Api.ID, 3),
                                        Map.of(Api.ID, Map.of("BSN", 2, "VEHICLE", 1)),
                                        List.of(),
                                        1,
                                        2)),
                                null));
        JsonNode dryRun = api.get("/v1/retention/dry-run?on=2027-03-01").json();
        assertEquals(3, dryRun.get("total").asInt());
        assertEquals("TERM", dryRun.at("/going/0/why").asText());
        assertEquals(4, dryRun.get("drafts").asInt());
        assertEquals(DAY, api.retention.last().arguments().get(1));
        assertEquals(List.of("on"), api.get("/v1/retention/dry-run?on=morgen").fields());

        JsonNode run = api.get("/v1/retention/runs").json().at("/items/0");
        assertEquals(3, run.get("total").asInt());
        assertEquals(2, run.at("/destroyed/" + Api.ID + "/BSN").asInt());
        assertEquals(2, run.get("backupsRemoved").asInt());
    }
}
