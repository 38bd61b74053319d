package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.CapacityTotal;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Mix;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.Plans.NewIntervention;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plugin.InterventionType.Category;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlansTest {

    private static final String PLAN = "/v1/knelpunten/" + Api.ID + "/plan";
    private static final String INTERVENTION = "/v1/interventions/" + Api.ID;
    private static final Text TEXT = new Text("tekst", "text");

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static Intervention intervention() {
        return Intervention.proposed(
                Api.ID,
                Api.ID,
                new Intervention.Content(
                        "surveillance",
                        TEXT,
                        Category.PREVENTION,
                        new Intervention.Basis("Politiewet 2012 3", "2024", false),
                        "politie-noord",
                        Organ.POLITIE,
                        "rondes",
                        "er is toezicht",
                        TEXT,
                        TEXT,
                        new Intervention.Barrier("m", "s")),
                new Intervention.Planning(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-06-01")),
                List.of(new Intervention.Condition(TEXT, false, null, null)),
                Api.ID,
                Examples.NOW);
    }

    private static Plans.ShownIntervention shown() {
        return new Plans.ShownIntervention(intervention(), true, Set.of(Act.AGREE_INTERVENTION), Map.of());
    }

    @Test
    void thePlanIsShownAsAWhole() throws Exception {
        ActionPlan plan = new ActionPlan("rust", true, "signalen", Map.of(Category.RESILIENCE, "via het platform"));
        api.plans.when(
                "see",
                a -> new Plans.ShownPlan(
                        Api.ID,
                        4,
                        plan,
                        Mix.of(plan, List.of(intervention())),
                        List.of(shown()),
                        List.of(),
                        List.of(new CapacityTotal("politie-noord", 100, 12, 2)),
                        List.of(),
                        Set.of(Act.WRITE_PLAN),
                        Map.of()));
        Reply reply = api.get(PLAN);
        assertEquals(200, reply.status(), reply::text);
        assertEquals("\"4\"", reply.header("ETag"));
        JsonNode body = reply.json();
        assertFalse(body.at("/mix/whole").asBoolean());
        assertTrue(body.at("/mix/parts/0/asksWhy").asBoolean());
        assertEquals("via het platform", body.at("/mix/parts/4/emptyBecause").asText());
        assertEquals(12, body.at("/totals/0/hoursUsed").asInt());
        JsonNode first = body.at("/interventions/0");
        assertEquals("voorgesteld", first.at("/stateName/nl").asText());
        assertEquals(1, first.at("/conditions/0/number").asInt());
        assertEquals("2026-06-01", first.at("/until").asText());
        assertTrue(first.at("/overdue").asBoolean());
        assertEquals("[\"AGREE_INTERVENTION\"]", first.at("/next").toString());
        assertEquals(INTERVENTION, first.at("/href").asText());
    }

    @Test
    void aPlanIsWrittenWithReasonsForItsEmptyCategories() throws Exception {
        api.plans.when("write", a -> Api.done("DESIGNATED", 7));
        Reply reply = api.put(
                PLAN,
                "{\"goal\":\"g\",\"qualityTested\":true,\"informationBase\":\"i\","
                        + "\"emptyCategories\":[{\"category\":\"RESILIENCE\",\"reason\":\"r\"}]}");
        assertEquals(200, reply.status(), reply::text);
        assertEquals(
                new ActionPlan("g", true, "i", Map.of(Category.RESILIENCE, "r")),
                api.plans.last().arguments().get(2));
        assertEquals(
                List.of("emptyCategories[0].reason"),
                api.put(PLAN, "{\"emptyCategories\":[{\"category\":\"RESILIENCE\"}]}")
                        .fields());
    }

    @Test
    void anInterventionIsProposedAndAmended() throws Exception {
        api.plans.when("propose", a -> Api.done("PROPOSED", 1));
        Reply proposed = api.post(
                "/v1/knelpunten/" + Api.ID + "/interventions",
                "{\"participant\":\"politie-noord\",\"organ\":\"POLITIE\",\"type\":\"surveillance\","
                        + "\"conditions\":[\"a\"],\"barrier\":{\"model\":\"m\",\"step\":\"s\"},\"until\":\"2026-06-01\"}");
        assertEquals(201, proposed.status(), proposed::text);
        assertEquals(INTERVENTION, proposed.header("Location"));
        NewIntervention asked = api.plans.last().argument(2, NewIntervention.class);
        assertEquals(List.of("a"), asked.conditions());
        assertEquals(new Intervention.Barrier("m", "s"), asked.barrier());

        api.plans.when("amend", a -> {
            @SuppressWarnings("unchecked")
            UnaryOperator<NewIntervention> change = (UnaryOperator<NewIntervention>) a[2];
            NewIntervention changed = change.apply(asked);
            assertEquals("anders", changed.description());
            assertEquals(null, changed.until());
            assertEquals(asked.barrier(), changed.barrier());
            return Api.done("PROPOSED", 2);
        });
        Reply amended = api.patch(INTERVENTION, "{\"description\":\"anders\",\"until\":null}");
        assertEquals(200, amended.status(), amended::text);
    }

    @Test
    void itsParticipantMovesIt() throws Exception {
        api.plans
                .when("agree", a -> Api.done("AGREED", 2))
                .when("keepUp", a -> Api.done("AGREED", 3))
                .when("start", a -> Api.done("UNDER_WAY", 4))
                .when("carryOut", a -> Api.done("DONE", 5))
                .when("stop", a -> Api.done("STOPPED", 6))
                .when("withdraw", a -> Api.done("STOPPED", 7))
                .when("report", a -> Api.done("DONE", 8));
        assertEquals(200, api.post(INTERVENTION + "/agreement", "{}").status());
        assertEquals(
                200,
                api.put(
                                INTERVENTION + "/progress",
                                "{\"from\":\"2026-03-01\",\"conditions\":[{\"number\":1,\"met\":true}]}")
                        .status());
        Plans.Progress progress = api.plans.last().argument(2, Plans.Progress.class);
        assertEquals(Map.of(1, true), progress.met());
        assertEquals(200, api.post(INTERVENTION + "/start", "").status());
        assertEquals(
                200,
                api.post(INTERVENTION + "/execution", "{\"date\":\"2026-05-01\",\"report\":\"r\"}")
                        .status());
        assertEquals(List.of("reason"), api.post(INTERVENTION + "/stop", "{}").fields());
        assertEquals(200, api.post(INTERVENTION + "/stop", "{\"reason\":\"r\"}").status());
        assertEquals(
                200,
                api.post(INTERVENTION + "/withdrawal", "{\"reason\":\"r\"}").status());
        assertEquals(
                201,
                api.post(
                                INTERVENTION + "/outcomes",
                                "{\"kind\":\"UNINTENDED_EFFECT\",\"date\":\"2026-05-01\",\"text\":\"t\"}")
                        .status());
        api.plans.when("seeIntervention", a -> shown());
        assertEquals(
                InterventionState.PROPOSED.name(),
                api.get(INTERVENTION).json().get("state").asText());
    }

    @Test
    void capacityIsPledgedUsedAndShownForAll() throws Exception {
        String capacity = "/v1/knelpunten/" + Api.ID + "/capacity";
        api.capacities
                .when("pledge", a -> Api.done("DESIGNATED", 1))
                .when("use", a -> Api.done("DESIGNATED", 1))
                .when("withdraw", a -> Api.done("DESIGNATED", 1))
                .when(
                        "overview",
                        a -> new Page<>(
                                List.of(new Capacities.OfKnelpunt(
                                        Api.ID, "Haven", List.of(new CapacityTotal("p", 10, 2, 1)))),
                                null));
        assertEquals(
                201,
                api.post(capacity, "{\"first\":\"2026-03-01\",\"last\":\"2026-06-01\",\"hours\":100,\"people\":2}")
                        .status());
        assertEquals(
                201,
                api.post(capacity + "/" + Api.ID + "/uses", "{\"date\":\"2026-03-02\",\"hours\":-3}")
                        .status());
        assertEquals(-3, api.capacities.last().arguments().get(4));
        assertEquals(200, api.delete(capacity + "/" + Api.ID).status());
        assertEquals(
                10, api.get("/v1/capacity").json().at("/items/0/totals/0/hours").asInt());
    }

    @Test
    void aTaskSheetIsAPageThatSaysNoMoreThanIsOnIt() throws Exception {
        TaskSheet sheet = new TaskSheet(
                Api.ID,
                UUID.fromString("01900000-0000-7000-8000-0000000000aa"),
                "2026-1",
                new TaskSheet.Content(
                        "PVO <Noord>",
                        "toezicht & voorlichting",
                        "<script>alert(1)</script>",
                        "bureau",
                        LocalDate.parse("2026-03-01"),
                        null,
                        UUID.fromString("01900000-0000-7000-8000-0000000000bb")),
                Api.ID,
                Examples.NOW);
        api.taskSheets.when("see", a -> sheet).when("release", a -> Api.done("RELEASED", 1));
        api.regions.when("current", a -> new Region("noord", "RIEC Noord", Map.of(), List.of()));
        String at = "/v1/knelpunten/" + Api.ID + "/task-sheets";
        Reply released = api.post(at, "{\"party\":\"PVO\",\"asked\":\"a\",\"contact\":\"c\"}");
        assertEquals(201, released.status(), released::text);
        assertEquals(at + "/" + Api.ID, released.header("Location"));

        Reply page = api.send(api.request(at + "/" + Api.ID).header("Accept", "text/html"));
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type").replace(" ", ""));
        assertTrue(page.text().contains("<html lang=\"nl\">"), page.text());
        assertTrue(page.text().contains("Taakblad 2026-1"));
        assertTrue(page.text().contains("PVO &lt;Noord&gt;"));
        assertTrue(page.text().contains("toezicht &amp; voorlichting"));
        assertTrue(page.text().contains("vanaf 1 maart 2026"));
        assertFalse(page.text().contains("<script>"));
        assertFalse(page.text().contains("01900000"), "no id of anything");
        assertEquals("2026-1", api.get(at + "/" + Api.ID).json().get("number").asText());

        api.taskSheets.when("pdf", a -> "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        Reply printed = api.send(api.request(at + "/" + Api.ID).header("Accept", "application/pdf"));
        assertEquals("application/pdf", printed.header("Content-Type"));
        assertEquals("%PDF-1.7", printed.text());
    }
}
