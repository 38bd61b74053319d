package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the API design rules ask of the document, and that it says what the server does. */
class OpenApiTest {

    private static Api api;
    private static JsonNode document;
    private static RouteTable table;

    @BeforeAll
    static void fetch() throws Exception {
        api = new Api();
        Reply reply = api.send(api.anonymous("/v1/openapi.json"));
        assertEquals(200, reply.status(), reply::text);
        assertEquals("application/json", reply.header("Content-Type"));
        document = reply.json();
        table = new RouteTable(api.use, new HealthResource(api.use, "1"));
    }

    @AfterAll
    static void stop() throws Exception {
        api.close();
    }

    private static JsonNode operation(Route route) {
        return document.get("paths").get(route.path()).get(route.method().toLowerCase(java.util.Locale.ROOT));
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Test
    void everyOperationIsThereOnce() {
        Set<String> ids = new HashSet<>();
        int operations = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            assertTrue(path.getKey().matches("(/(_?[a-z0-9-]+(\\.json)?|\\{\\w+}))+"), path.getKey());
            for (JsonNode operation : path.getValue()) {
                operations++;
                assertTrue(ids.add(operation.get("operationId").asText()));
            }
        }
        assertEquals(table.routes().size(), operations);
        table.routes()
                .forEach(r -> assertEquals(
                        r.operationId(), operation(r).get("operationId").asText()));
    }

    @Test
    void theDocumentSaysWhoAndWhichVersion() {
        assertTrue(document.get("openapi").asText().startsWith("3.1"));
        assertEquals("1.0.0", document.at("/info/version").asText());
        for (String field : List.of("name", "email", "url")) {
            assertFalse(document.at("/info/contact/" + field).asText().isEmpty());
        }
        assertTrue(document.at("/servers/0/url").asText().endsWith("/v1"));
    }

    @Test
    void everyOperationSaysHowItCanFail() {
        for (Route route : table.routes()) {
            JsonNode responses = operation(route).get("responses");
            assertTrue(responses.has("400"), route.operationId());
            assertTrue(responses.has("500"), route.operationId());
            assertEquals(
                    route.access() == Route.Access.OPEN,
                    operation(route).get("security").isEmpty());
            if (route.access() != Route.Access.OPEN) {
                assertTrue(responses.has("401"), route.operationId());
            }
            if (route.access() == Route.Access.GUARDED) {
                assertTrue(responses.has("403"), route.operationId());
            }
            if (route.requestType() != null) {
                assertTrue(responses.has("413") && responses.has("415"), route.operationId());
                assertTrue(operation(route).at("/requestBody/content").has(route.requestType()));
            }
            if (route.method().equals("PATCH")) {
                assertTrue(responses.has("412") && responses.has("428"), route.operationId());
            }
            for (Map.Entry<String, JsonNode> response : responses.properties()) {
                JsonNode said = resolved(response.getValue());
                assertTrue(said.at("/headers").has("API-Version"), route.operationId());
                if (response.getKey().matches("[45]\\d\\d")) {
                    JsonNode problem = resolved(
                            said.get("content").get("application/problem+json").get("schema"));
                    for (String member : List.of("type", "title", "status", "detail", "instance", "refusals")) {
                        assertTrue(problem.get("properties").has(member));
                    }
                }
            }
        }
    }

    @Test
    void parametersOfThePathAreDescribed() {
        for (Route route : table.routes()) {
            List<String> described = new ArrayList<>();
            for (JsonNode parameter : operation(route).path("parameters")) {
                if (parameter.get("in").asText().equals("path")) {
                    described.add("{" + parameter.get("name").asText() + "}");
                    assertTrue(parameter.get("required").asBoolean());
                } else if (parameter.get("in").asText().equals("query")) {
                    assertTrue(parameter.get("name").asText().matches("[a-z][a-zA-Z]*"));
                }
            }
            assertEquals(
                    route.segments().stream().filter(s -> s.startsWith("{")).toList(), described);
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertTrue(document.at(reference.asText().substring(1)).isObject(), reference.asText());
        }
    }

    @Test
    void datesAreDatesAndFieldsAreInCamelCase() {
        for (JsonNode schema : document.at("/components/schemas")) {
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                // Two names are AuthZEN's.
                assertTrue(property.getKey().matches("[a-z][a-zA-Z]*|reason_(admin|user)"), property.getKey());
                if (property.getKey().equals("date") || property.getKey().endsWith("Date")) {
                    assertEquals("date", property.getValue().get("format").asText());
                }
            }
        }
        assertEquals(
                "date-time",
                document.at("/components/schemas/SignalView/properties/received/format")
                        .asText());
    }

    @Test
    void aSignalIsDescribedAsItIsShown() throws Exception {
        api.signals.when("see", a -> Examples.signal(null));
        JsonNode described = document.at("/components/schemas/SignalView/properties");
        JsonNode shown = api.get("/v1/signals/" + Api.ID).json();
        for (String field : (Iterable<String>) shown::fieldNames) {
            assertNotNull(described.get(field), field);
        }
    }

    @Test
    void whatARequestNeedsIsSaid() {
        assertEquals(
                "[\"name\",\"password\"]",
                document.at("/components/schemas/NewSession/required").toString());
        assertEquals(
                "[\"recognised\"]",
                document.at("/components/schemas/RecognitionAnswer/required").toString());
    }
}
