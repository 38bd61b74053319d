package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.event.ForgottenException;
import nl.knelpunt.engine.gate.Change;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.plugin.ModuleException;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

    private static final Text REASON = new Text("Nederlands.", "English.");
    private static final UUID TRACE = UUID.fromString("01900000-0000-7000-8000-00000000ffff");

    private static Answer answer(Throwable thrown, String language) {
        return Problems.answer(thrown, Locale.forLanguageTag(language), TRACE);
    }

    private static JsonNode json(Throwable thrown, String language) {
        return Json.tree(answer(thrown, language).body());
    }

    static Stream<Throwable> all() {
        return Stream.of(
                new RefusedException(List.of(Examples.NO_MANIFESTATION)),
                new RefusedException(List.of(Examples.OUT_OF_ORDER)),
                new InvalidException("field", REASON),
                new StaleException(4),
                new MessageException("line 3", REASON),
                new UnavailableException(REASON, null),
                new ModuleException(REASON),
                BadRequestException.of("field", "Nederlands.", "English."),
                ProblemException.notSignedIn(),
                ProblemException.wrongNameOrPassword(),
                ProblemException.unknownPath(),
                ProblemException.unknownMethod("GET"),
                ProblemException.tooLarge(10),
                ProblemException.unknownMediaType("application/json"),
                ProblemException.versionRequired(),
                ProblemException.starting(),
                ProblemException.busy(),
                ProblemException.tooManyStreams(),
                new ForgottenException(),
                new java.io.IOException("gone"),
                new IllegalStateException("secret"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyProblemIsThereInBothLanguages(Throwable thrown) {
        JsonNode dutch = json(thrown, "nl");
        JsonNode english = json(thrown, "en");
        assertFalse(dutch.get("title").equals(english.get("title")));
        assertFalse(dutch.get("detail").equals(english.get("detail")));
        assertEquals(dutch.get("status"), english.get("status"));
        assertEquals(answer(thrown, "nl").status(), dutch.get("status").asInt());
        assertEquals("urn:uuid:" + TRACE, dutch.get("instance").asText());
    }

    @Test
    void aRefusalHasEveryReason() {
        RefusedException refused = new RefusedException(List.of(Examples.NO_MANIFESTATION, Examples.OUT_OF_ORDER));
        JsonNode json = json(refused, "nl");
        assertEquals(403, json.get("status").asInt());
        assertEquals(List.of("G04", "STATE"), json.get("refusals").findValuesAsText("rule"));
        assertEquals(
                "{\"rule\":\"G04\",\"article\":\"Wgs 1.1\",\"message\":\"Noem een verschijningsvorm.\","
                        + "\"remedy\":\"Kies er een.\",\"field\":\"manifestation\"}",
                json.at("/refusals/0").toString());
    }

    @Test
    void whatIsOnlyOutOfOrderIsAConflict() {
        assertEquals(
                409,
                answer(new RefusedException(List.of(Examples.OUT_OF_ORDER)), "nl")
                        .status());
    }

    @Test
    void senselessInputNamesItsField() {
        JsonNode json = json(new InvalidException("scope.in", REASON), "en");
        assertEquals(400, json.get("status").asInt());
        assertEquals(
                "[{\"field\":\"scope.in\",\"message\":\"English.\"}]",
                json.get("errors").toString());
    }

    @Test
    void anOlderVersionHearsTheCurrentOne() {
        Answer answer = answer(new StaleException(4), "nl");
        assertEquals(412, answer.status());
        assertEquals("\"4\"", answer.headers().get("ETag"));
        assertEquals(4, Json.tree(answer.body()).get("currentVersion").asInt());
        assertFalse(Json.tree(answer.body()).has("changes"), "nothing is known of them");
    }

    @Test
    void whoComesTooLateHearsWhatOthersChangedButNotWhatStandsThere() {
        Change change = new Change(
                4,
                Instant.parse("2026-05-11T08:00:00Z"),
                Act.AMEND_PROPOSAL,
                null,
                Set.of(Role.CASE_DIRECTOR),
                List.of("title", "scope.in"));
        JsonNode json = json(new StaleException(4, List.of(change)), "nl");
        assertEquals(
                "[{\"version\":4,\"at\":\"2026-05-11T08:00:00Z\",\"act\":\"AMEND_PROPOSAL\","
                        + "\"what\":{\"nl\":\"voorstel wijzigen\",\"en\":\"amend a proposal\"},"
                        + "\"roles\":[\"CASE_DIRECTOR\"],\"fields\":[\"title\",\"scope.in\"]}]",
                json.get("changes").toString());
    }

    @Test
    void aMessageThatCantBeReadSaysWhere() {
        JsonNode json = json(new MessageException("line 3, column 4", REASON), "nl");
        assertEquals(422, json.get("status").asInt());
        assertEquals("line 3, column 4", json.get("where").asText());
        assertEquals("Nederlands.", json.get("detail").asText());
    }

    @Test
    void withoutALogNothingIsDone() {
        Answer answer = answer(new UnavailableException(REASON, null), "nl");
        assertEquals(503, answer.status());
        assertTrue(Integer.parseInt(answer.headers().get("Retry-After")) > 0);
        JsonNode json = Json.tree(answer.body());
        assertEquals("Nederlands.", json.get("detail").asText());
        assertEquals("G43", json.at("/refusals/0/rule").asText());
    }
}
