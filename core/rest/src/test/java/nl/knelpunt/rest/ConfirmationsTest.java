package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.text.Confirmation;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a writer confirms of a text goes with the body that brings it in. */
class ConfirmationsTest {

    private static final String ONE =
            "[{\"field\":\"observation.what\",\"kind\":\"NATIONALITY\",\"words\":\"Turkse\"}]";

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
        api.accounts.when("self", a -> Examples.worker());
        api.signals.when("draft", a -> Api.done("DRAFT", 1));
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void aConfirmationGoesWithTheCall() throws Exception {
        Reply reply = api.post("/v1/signals", "{\"title\":\"Loods\",\"confirmations\":" + ONE + "}");
        assertEquals(201, reply.status(), reply::text);
        assertEquals(
                List.of(new Confirmation("observation.what", Kind.NATIONALITY, "Turkse")),
                api.signals.last().argument(0, Call.class).confirmations());
    }

    @Test
    void withoutOneNothingIsConfirmed() throws Exception {
        api.post("/v1/signals", "{\"title\":\"Loods\"}");
        assertEquals(List.of(), api.signals.last().argument(0, Call.class).confirmations());
    }

    @Test
    void aMistakeInOneIsToldByItsField() throws Exception {
        Reply reply = api.post(
                "/v1/signals",
                "{\"confirmations\":[{\"field\":\"title\",\"kind\":\"NONSENSE\",\"words\":\"999990019\"},{\"field\":\"title\"}]}");
        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("confirmations[0].kind"), reply::text);
        assertTrue(reply.text().contains("confirmations[1].words"), reply::text);
        assertFalse(reply.text().contains("999990019"));
    }

    @Test
    void moreThanAHundredAreNoConfirmations() throws Exception {
        String many =
                "[" + String.join(",", java.util.Collections.nCopies(101, ONE.substring(1, ONE.length() - 1))) + "]";
        assertEquals(
                400, api.post("/v1/signals", "{\"confirmations\":" + many + "}").status());
    }

    @Test
    void whereNothingIsWrittenThereIsNothingToConfirm() throws Exception {
        Reply reply = api.post("/v1/session", "{\"name\":\"a\",\"password\":\"b\",\"confirmations\":" + ONE + "}");
        assertEquals(400, reply.status());
    }

    @Test
    void aRefusalSaysWhereInTheTextItIs() throws Exception {
        Text text = new Text("mag niet", "may not");
        api.signals.when("draft", a -> {
            throw new RefusedException(List.of(new Finding(
                    "G08", "Bgs 1.9", text, text, "observation.what", new TextFind(Kind.NATIONALITY, 23, 29))));
        });
        Reply reply = api.post("/v1/signals", "{\"title\":\"Loods\"}");
        JsonNode place = reply.json().get("refusals").get(0).get("place");
        assertEquals("NATIONALITY", place.get("kind").asText());
        assertEquals(23, place.get("from").asInt());
        assertEquals(29, place.get("to").asInt());
    }
}
