package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.gate.TriedException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Decision;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** May I? What comes out of the operation that does the act is told, and a question goes there as a trial. */
class DecisionsTest {

    private static final RuleSet RULES = RuleSet.of(LocalDate.parse("2026-03-01"), Policy.DEFAULT);
    private static final String SELF = "{\"type\":\"account\",\"id\":\"" + Api.CALLER.account() + "\"}";

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static TriedException permitted(Act act, Obligation... obligations) {
        return new TriedException(act, new Decision(List.of(), Set.of(obligations), RULES.version(), false), RULES);
    }

    private static TriedException refused(Act act, Finding... findings) {
        return new TriedException(act, new Decision(List.of(findings), Set.of(), RULES.version(), false), RULES);
    }

    private static Finding g12() {
        return new Finding(
                "G12",
                "Wgs 2.23(6)(b)",
                new Text("Fase 2 is niet geopend.", "Phase 2 is not open."),
                new Text("Laat besluiten.", "Let it be decided."),
                "phase");
    }

    private Reply ask(String json) throws Exception {
        return api.post("/v1/decisions", json);
    }

    // Every act has its operation

    @Test
    void everyActThatSomebodyMayDoHasAnOperationAndEveryGuardedOperationAnAct() {
        RouteTable table = new RouteTable(api.use, new HealthResource(api.use, "1"));
        Set<Act> without = Arrays.stream(Act.values())
                .filter(a -> !a.roles().isEmpty() && table.doing(a).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
        // Never done by itself: it judges what somebody who follows is told.
        without.remove(Act.HEAR_OF_SIGNAL);
        assertEquals(Set.of(), without, "declare the act on its route with does()");
        assertEquals(
                List.of(),
                table.routes().stream()
                        .filter(r ->
                                r.access() == Route.Access.GUARDED && r.acts().isEmpty())
                        .map(Route::operationId)
                        .toList(),
                "of these operations nobody can ask whether they may");
        table.routes().stream()
                .filter(r -> !r.acts().isEmpty())
                .forEach(r -> assertTrue(r.parameters().size() <= 2, r.operationId()));
    }

    // The question

    @Test
    void aPermitIsToldWithItsObligations() throws Exception {
        api.knelpunten.when("data", a -> {
            throw permitted(Act.SEE_DATA, Obligation.SHOW_SECRECY, Obligation.MASK_BSN);
        });

        Reply reply = ask("{\"act\":\"SEE_DATA\",\"object\":\"" + Api.ID + "\"}");

        assertEquals(200, reply.status(), reply::text);
        assertTrue(reply.json().get("permitted").asBoolean());
        assertEquals("SEE_DATA", reply.json().get("act").asText());
        assertEquals("[]", reply.json().get("refusals").toString());
        assertEquals("MASK_BSN", reply.json().at("/obligations/0/code").asText());
        assertEquals(RULES.version(), reply.json().at("/ruleSet/version").asText());
        assertEquals("2026-03-01", reply.json().at("/ruleSet/date").asText());
        Call call = api.knelpunten.last().argument(0, Call.class);
        assertTrue(call.isTrial());
        assertEquals(Api.CALLER, call.caller());
        assertEquals(Api.ID, api.knelpunten.last().arguments().get(1));
    }

    @Test
    void aRefusalIsToldWithEveryRuleItsArticleAndTheWayOut() throws Exception {
        api.knelpunten.when("share", a -> {
            throw refused(Act.SHARE_DATUM, g12(), Examples.OUT_OF_ORDER);
        });

        Reply reply = api.send(api.request("/v1/decisions")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"act\":\"SHARE_DATUM\",\"object\":\"" + Api.ID
                                + "\",\"input\":{\"subject\":\"" + Api.ID
                                + "\",\"category\":\"FISCAL\",\"field\":\"schuld\",\"content\":\"5\",\"phase\":2}}")));

        assertEquals(200, reply.status(), reply::text);
        assertFalse(reply.json().get("permitted").asBoolean());
        JsonNode first = reply.json().at("/refusals/0");
        assertEquals("G12", first.get("rule").asText());
        assertEquals("STATUTORY", first.get("kind").asText());
        assertEquals("Wgs 2.23(6)(b)", first.get("article").asText());
        assertEquals("Phase 2 is not open.", first.get("message").asText());
        assertEquals("Let it be decided.", first.get("remedy").asText());
        assertEquals("phase", first.get("field").asText());
        assertFalse(reply.json().at("/refusals/1").has("kind"), "the state is no rule");
        assertEquals("5", api.knelpunten.last().argument(2, NewDatum.class).content());
    }

    @Test
    void aPartOfTheObjectIsNamedBesideIt() throws Exception {
        api.signals.when("removeDatum", a -> {
            throw permitted(Act.REMOVE_DRAFT_DATUM);
        });
        UUID datum = UUID.fromString("01900000-0000-7000-8000-00000000000c");
        assertTrue(ask("{\"act\":\"REMOVE_DRAFT_DATUM\",\"object\":\"" + Api.ID + "\",\"part\":\"" + datum + "\"}")
                .json()
                .get("permitted")
                .asBoolean());
        assertEquals(List.of(Api.ID, datum), api.signals.last().arguments().subList(1, 3));
    }

    @Test
    void aChangeIsTriedWithoutAVersionOrAKey() throws Exception {
        api.signals.when("complete", a -> {
            throw permitted(Act.COMPLETE_DRAFT);
        });
        Reply reply = api.send(api.request("/v1/decisions")
                .header("Idempotency-Key", "k")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"act\":\"COMPLETE_DRAFT\",\"object\":\"" + Api.ID + "\",\"input\":{\"title\":\"x\"}}")));
        assertEquals(200, reply.status(), reply::text);
        Call call = api.signals.last().argument(0, Call.class);
        assertTrue(call.isTrial());
        assertNull(call.version());
        assertNull(call.idempotencyKey());
    }

    @Test
    void whichActAVoteIsTheInputSays() throws Exception {
        api.knelpunten.when("vote", a -> {
            throw permitted(a[2] == Motion.Kind.CLOSE ? Act.VOTE_CLOSURE : Act.VOTE_PROLONGATION);
        });
        String input = "\"object\":\"" + Api.ID + "\",\"input\":{\"motion\":\"CLOSE\",\"choice\":\"FOR\"}}";
        assertTrue(ask("{\"act\":\"VOTE_CLOSURE\"," + input)
                .json()
                .get("permitted")
                .asBoolean());
        Reply other = ask("{\"act\":\"VOTE_PROLONGATION\"," + input);
        assertEquals(400, other.status());
        assertEquals(List.of("act"), other.fields());
    }

    @Test
    void ofAMessageOnlyItsDeliveryIsAsked() throws Exception {
        api.messages.when("deliver", a -> {
            throw permitted(Act.DELIVER_MESSAGE);
        });
        assertTrue(ask("{\"act\":\"DELIVER_MESSAGE\",\"object\":\"politie-noord\"}")
                .json()
                .get("permitted")
                .asBoolean());
        assertEquals("politie-noord", api.messages.last().arguments().get(1));
        assertEquals(
                List.of("input"),
                ask("{\"act\":\"DELIVER_MESSAGE\",\"object\":\"politie-noord\",\"input\":{\"a\":1}}")
                        .fields());
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefusedAsTheActWould() throws Exception {
        assertEquals(List.of("act"), ask("{}").fields());
        assertEquals(List.of("act"), ask("{\"act\":\"FLY\"}").fields());
        assertEquals(List.of("object"), ask("{\"act\":\"SEE_SIGNAL\"}").fields());
        assertEquals(
                List.of("object", "part", "input"),
                ask("{\"act\":\"LIST_SIGNALS\",\"object\":\"x\",\"part\":\"y\",\"input\":{\"z\":1}}")
                        .fields());
        assertEquals(List.of("act"), ask("{\"act\":\"LAPSE_DRAFT\"}").fields());
        assertEquals(
                List.of("motion", "choice", "mood"),
                ask("{\"act\":\"VOTE_CLOSURE\",\"object\":\"" + Api.ID
                                + "\",\"input\":{\"motion\":\"NO\",\"choice\":1,\"mood\":2}}")
                        .fields());
        assertTrue(api.knelpunten.asked().isEmpty());

        api.signals.when("report", a -> {
            throw new InvalidException("title", new Text("te lang", "too long"));
        });
        Reply reply = ask("{\"act\":\"REPORT_SIGNAL\",\"object\":\"" + Api.ID + "\"}");
        assertEquals(400, reply.status());
        assertEquals(List.of("title"), reply.fields());
    }

    @Test
    void anIdThatCannotBeOneIsAnUnknownOne() throws Exception {
        api.signals.when("see", a -> {
            throw refused(Act.SEE_SIGNAL, g12());
        });
        assertEquals(
                200, ask("{\"act\":\"SEE_SIGNAL\",\"object\":\"' or 1=1\"}").status());
    }

    @Test
    void anOperationThatJudgesNothingTellsNothing() throws Exception {
        api.signals.when("list", a -> new Page<>(List.of(), null));
        assertEquals(500, ask("{\"act\":\"LIST_SIGNALS\"}").status());
    }

    // AuthZEN

    private Reply evaluate(String subject, String action, String resource, String more) throws Exception {
        return api.send(api.request("/access/v1/evaluation")
                .header("Content-Type", "application/json")
                .header("X-Request-ID", "bfe9eb29")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"subject\":" + subject
                        + ",\"action\":{\"name\":\"" + action + "\"},\"resource\":" + resource + more + "}")));
    }

    @Test
    void authzenIsAnsweredInItsOwnShape() throws Exception {
        api.knelpunten.when("openPhase", a -> {
            throw refused(Act.OPEN_PHASE, g12());
        });

        Reply reply = evaluate(
                SELF,
                "OPEN_PHASE",
                "{\"type\":\"knelpunt\",\"id\":\"" + Api.ID + "\"}",
                ",\"context\":{\"phase\":2,\"necessity\":\"\"}");

        assertEquals(200, reply.status(), reply::text);
        assertEquals("bfe9eb29", reply.header("X-Request-ID"));
        assertFalse(reply.json().get("decision").asBoolean(true));
        JsonNode context = reply.json().get("context");
        assertEquals("G12 (Wgs 2.23(6)(b))", context.at("/reason_admin/en").asText());
        assertEquals("Fase 2 is niet geopend.", context.at("/reason_user/nl").asText());
        assertEquals("G12", context.at("/refusals/0/rule").asText());
        assertEquals(
                api.knelpunten.last().argument(0, Call.class).trace().toString(),
                context.get("id").asText());
        assertEquals(Api.CALLER, api.knelpunten.last().argument(0, Call.class).caller());

        api.knelpunten.when("openPhase", a -> {
            throw permitted(Act.OPEN_PHASE);
        });
        JsonNode yes = evaluate(
                        SELF,
                        "OPEN_PHASE",
                        "{\"type\":\"knelpunt\",\"id\":\"" + Api.ID + "\"}",
                        ",\"context\":{\"phase\":2}")
                .json();
        assertTrue(yes.get("decision").asBoolean());
        assertFalse(yes.get("context").has("reason_user"));
    }

    @Test
    void aboutSomebodyElseTheGuardIsAskedAsAboutAStranger() throws Exception {
        api.signals.when("list", a -> {
            throw refused(Act.LIST_SIGNALS, g12());
        });
        for (String other : List.of(
                "{\"type\":\"account\",\"id\":\"" + Api.ID + "\"}",
                "{\"type\":\"group\",\"id\":\"" + Api.CALLER.account() + "\"}")) {
            Reply reply = evaluate(other, "LIST_SIGNALS", "{\"type\":\"platform\",\"id\":\"riec\"}", "");
            assertEquals(200, reply.status(), reply::text);
            assertEquals(
                    new Caller.SomebodyElse(Api.CALLER),
                    api.signals.last().argument(0, Call.class).caller());
        }
    }

    @Test
    void aWrongAuthzenQuestionIsTold() throws Exception {
        Reply reply = evaluate(SELF, "FLY", "{\"type\":\"signal\",\"id\":\"x\"}", "");
        assertEquals(400, reply.status());
        assertEquals("bfe9eb29", reply.header("X-Request-ID"), "also with a problem");
        assertEquals(List.of("action.name"), reply.fields());
        assertEquals(
                List.of("resource.type"),
                evaluate(SELF, "SEE_SIGNAL", "{\"type\":\"knelpunt\",\"id\":\"x\"}", "")
                        .fields());
        assertEquals(
                List.of("resource.properties.part"),
                evaluate(SELF, "REMOVE_DRAFT_DATUM", "{\"type\":\"signal\",\"id\":\"x\"}", "")
                        .fields());
        assertEquals(
                List.of("subject", "action", "resource"),
                api.post("/access/v1/evaluation", "{}").fields());
        assertEquals(404, api.post("/access/v1/decisions", "{}").status());
        assertEquals(404, api.post("/v1/evaluation", "{}").status());
        assertTrue(api.signals.asked().isEmpty());
    }
}
