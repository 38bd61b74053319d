package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Marks.Hold.Ground;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done with a datum once it is there, over HTTP. */
class DataTest {

    private static final UUID DATUM = Examples.datum().datum().id();
    private static final String KNELPUNT = "/v1/knelpunten/" + Api.ID;
    private static final String ONE = KNELPUNT + "/data/" + DATUM;

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private List<Object> asked() {
        return api.data
                .last()
                .arguments()
                .subList(1, api.data.last().arguments().size());
    }

    private void done(Reply reply, int status) throws Exception {
        assertEquals(status, reply.status(), reply::text);
        assertEquals(DATUM.toString(), reply.json().get("id").asText());
        assertEquals("\"4\"", reply.header("ETag"));
    }

    private static ShownDatum marked(Marks marks, Finding frozen) {
        ShownDatum plain = Examples.datum();
        return new ShownDatum(plain.datum().with(marks), plain.subject(), Set.of(), frozen);
    }

    @Test
    void aBsnIsRevealedWithTheReason() throws Exception {
        api.data.when("reveal", a -> Examples.datum());
        Reply reply = api.post(ONE + "/reveal", "{\"necessity\":\"twee naamgenoten\"}");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("XX-999-X", reply.json().get("content").asText());
        assertEquals(List.of(Api.ID, DATUM, "twee naamgenoten"), asked());
        api.post(ONE + "/reveal", "{}");
        assertEquals(3, asked().size(), "that a reason is missing is for the guard to say");
    }

    @Test
    void itsSupplierBlocksCorrectsAndDestroysADatum() throws Exception {
        Done done = new Done(DATUM, "DESIGNATED", 4);
        api.data
                .when("block", a -> done)
                .when("correct", a -> done)
                .when("destroy", a -> new Done(DATUM, Done.DESTROYED, 4));

        done(api.post(ONE + "/veto", "{\"ground\":\"lopend onderzoek\"}"), 201);
        assertEquals(List.of(Api.ID, DATUM, "lopend onderzoek"), asked());
        done(api.put(ONE, "{\"content\":\"XX-998-X\"}"), 200);
        assertEquals(List.of(Api.ID, DATUM, "XX-998-X"), asked());
        Reply gone = api.delete(ONE);
        done(gone, 200);
        assertEquals("DESTROYED", gone.json().get("state").asText());
        assertFalse(gone.json().has("href"));
        assertEquals(
                List.of("ground"), api.post(ONE + "/veto", "{\"ground\":\" \"}").fields());
        assertEquals(List.of("content"), api.put(ONE, "{}").fields());
    }

    @Test
    void theVersionThatWasSeenGoesAlong() throws Exception {
        api.data.when("destroy", a -> new Done(DATUM, Done.DESTROYED, 4));
        api.send(api.request(ONE).header("If-Match", "\"3\"").DELETE());
        assertEquals(3L, api.data.last().argument(0, Call.class).version());
    }

    @Test
    void aDatumIsReportedWrongHeldAndLetGo() throws Exception {
        Done done = new Done(DATUM, "DESIGNATED", 4);
        api.data.when("reportError", a -> done).when("hold", a -> done).when("liftHold", a -> done);

        done(api.post(ONE + "/errors", "{\"reason\":\"letters verwisseld\"}"), 201);
        assertEquals(List.of(Api.ID, DATUM, "letters verwisseld"), asked());
        assertEquals(List.of("reason"), api.post(ONE + "/errors", "{}").fields());
        done(api.post(ONE + "/hold", "{\"ground\":\"LEGAL_CLAIM\",\"reason\":\"beroep\"}"), 201);
        assertEquals(Arrays.asList(Api.ID, DATUM, Ground.LEGAL_CLAIM, "beroep", null), asked());
        done(api.post(ONE + "/hold", "{\"ground\":\"LEGAL_RULE\",\"reason\":\"wet\",\"until\":\"2027-01-31\"}"), 201);
        assertEquals(List.of(Api.ID, DATUM, Ground.LEGAL_RULE, "wet", LocalDate.parse("2027-01-31")), asked());
        assertEquals(
                List.of("ground"),
                api.post(ONE + "/hold", "{\"ground\":\"HABIT\"}").fields());
        done(api.delete(ONE + "/hold"), 200);
        assertEquals(List.of(Api.ID, DATUM), asked());
    }

    @Test
    void aDatumIsTakenOver() throws Exception {
        api.data.when("reuse", a -> new Done(DATUM, "DESIGNATED", 4));
        Reply reply = api.post(
                KNELPUNT + "/data/_reuse",
                "{\"datum\":\"" + DATUM + "\",\"subject\":\"" + Api.ID + "\",\"necessity\":\"zelfde bus\"}");
        done(reply, 201);
        assertEquals(KNELPUNT + "/data", reply.header("Location"));
        assertEquals(List.of(Api.ID, DATUM, Api.ID, "zelfde bus"), asked());
        assertEquals(List.of("datum"), api.post(KNELPUNT + "/data/_reuse", "{}").fields());
    }

    @Test
    void anAnalystSelectsAndReadsPageByPage() throws Exception {
        api.data.when("analyse", a -> new Page<>(List.of(Examples.datum()), DATUM));
        Reply reply = api.post(
                KNELPUNT + "/analysis?limit=2",
                "{\"method\":\"BY_A_PERSON\",\"subjects\":[\"" + Api.ID + "\"],\"categories\":[\"VEHICLE\"]}");
        assertEquals(200, reply.status(), reply::text);
        assertEquals(1, reply.json().get("items").size());
        assertEquals(
                KNELPUNT + "/analysis?limit=2&after=" + DATUM,
                reply.json().at("/links/next").asText());
        assertEquals(
                new Data.Selection(AnalysisMethod.BY_A_PERSON, List.of(Api.ID), Set.of(DataCategory.VEHICLE)),
                api.data.last().argument(2, Data.Selection.class));
        assertEquals(2, api.data.last().argument(4, Integer.class));
        assertEquals(
                List.of("method"),
                api.post(KNELPUNT + "/analysis", "{\"method\":\"GUESS\"}").fields());
    }

    @Test
    void whatWasSaidOfADatumIsShown() throws Exception {
        Marks marks = Marks.NONE
                .with(new Marks.Veto("lopend onderzoek", Api.ID, Examples.NOW))
                .with(new Marks.Hold(Ground.LEGAL_RULE, "Archiefwet", Api.ID, Examples.NOW))
                .with(new Marks.Necessity(
                        Marks.Necessity.Of.REUSE, "zelfde bus", "politie-noord", Api.ID, Examples.NOW))
                .correctedAt(Examples.NOW)
                .with(new Marks.ErrorReport(null, Api.ID, "letters verwisseld", Examples.NOW));
        Finding frozen =
                new Finding("G45", "Bgs 1.7", new Text("Bevroren.", "Frozen."), new Text("Wacht.", "Wait."), null);
        api.knelpunten.when("data", a -> new Page<>(List.of(marked(marks, frozen), Examples.datum()), null));

        JsonNode items = api.get(KNELPUNT + "/data").json().get("items");
        JsonNode said = items.get(0);
        assertEquals("lopend onderzoek", said.at("/veto/ground").asText());
        assertEquals("letters verwisseld", said.at("/error/reason").asText());
        assertFalse(said.get("error").has("participant"), "the bureau");
        assertFalse(said.get("error").has("person"));
        assertEquals("LEGAL_RULE", said.at("/hold/ground").asText());
        assertEquals("REUSE", said.at("/necessities/0/of").asText());
        assertEquals("zelfde bus", said.at("/necessities/0/reason").asText());
        assertEquals(Examples.NOW.toString(), said.get("correctedAt").asText());
        assertEquals("G45", said.at("/frozen/rule").asText());
        for (String field : List.of("veto", "error", "hold", "correctedAt", "frozen")) {
            assertFalse(items.get(1).has(field), field);
        }
        assertTrue(items.get(1).get("necessities").isEmpty());
    }
}
