package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plugin.DatumPanel;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.SignalForm;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void theLogIsWholeOrNamesItsFirstBrokenRecord() throws Exception {
        api.operations.when("verifyLog", a -> new Verification(10, null, null));
        assertEquals(
                "{\"whole\":true,\"records\":10,\"firstBroken\":null,\"reason\":null}",
                api.post("/v1/log/verification", "").text());
        api.operations.when("verifyLog", a -> new Verification(10, 7L, "hash"));
        assertEquals(
                "{\"whole\":false,\"records\":10,\"firstBroken\":7,\"reason\":\"hash\"}",
                api.post("/v1/log/verification", "").text());
    }

    @Test
    void aBackupCanBeComparedWithTheRunningData() throws Exception {
        Backups.Contents contents = new Backups.Contents(Map.of("signal", 3L), 12, "ab");
        api.operations
                .when("backUp", a -> new Backups.Backup(Path.of("/data/backup/1"), contents))
                .when("contents", a -> contents);

        Reply made = api.post("/v1/backups", "");
        assertEquals(201, made.status());
        assertEquals(
                "{\"directory\":\"/data/backup/1\",\"counts\":{\"signal\":3},\"logRecords\":12,\"logHead\":\"ab\"}",
                made.text());
        assertEquals(
                "{\"counts\":{\"signal\":3},\"logRecords\":12,\"logHead\":\"ab\"}",
                api.get("/v1/backups/counts").text());
    }

    @Test
    void withoutADemoThereIsNoClockToMove() throws Exception {
        api.operations.when("isDemo", a -> false);
        assertEquals(404, api.get("/v1/demo/clock").status());
        assertEquals(404, api.post("/v1/demo/clock", "{\"forward\":\"P1D\"}").status());
    }

    @Test
    void theDemoClockGoesForward() throws Exception {
        api.operations.when("isDemo", a -> true).when("now", a -> Examples.NOW).when("moveClock", a -> a[1]);

        assertEquals(
                "{\"now\":\"2026-03-01T09:30:00Z\"}", api.get("/v1/demo/clock").text());
        for (Map.Entry<String, String> move : Map.of(
                        "{\"forward\":\"P30D\"}", "2026-03-31T08:30:00Z",
                        "{\"forward\":\"P1Y\"}", "2027-03-01T09:30:00Z",
                        "{\"forward\":\"PT36H\"}", "2026-03-02T21:30:00Z",
                        "{\"to\":\"2026-05-01T00:00:00+02:00\"}", "2026-04-30T22:00:00Z")
                .entrySet()) {
            assertEquals(
                    Instant.parse(move.getValue()),
                    Instant.parse(api.post("/v1/demo/clock", move.getKey())
                            .json()
                            .get("now")
                            .asText()),
                    move.getKey());
        }
    }

    @Test
    void aMoveThatMakesNoSenseIsRefused() throws Exception {
        api.operations.when("isDemo", a -> true).when("now", a -> Examples.NOW);
        for (String wrong : List.of(
                "{}",
                "{\"forward\":\"P1D\",\"to\":\"2026-05-01T00:00:00Z\"}",
                "{\"forward\":\"soon\"}",
                "{\"forward\":\"P999999999Y\"}",
                "{\"forward\":\"PT9223372036854775807S\"}",
                "{\"to\":\"2026-05-01T00:00:00\"}",
                "{\"to\":\"2026-05-01\"}")) {
            assertEquals(400, api.post("/v1/demo/clock", wrong).status(), wrong);
        }
        assertTrue(api.operations.asked().stream().noneMatch(a -> a.method().equals("moveClock")));
    }

    @Test
    void catalogues() throws Exception {
        api.regions.when(
                "current",
                a -> new Region(
                        "noord",
                        "RIEC Noord",
                        Map.of("GM9999", "Wieringersluis"),
                        List.of(
                                new Participant("pvo", "Platform", "business", Set.of(), null),
                                new Participant("politie-noord", "Politie", "police", Set.of(Organ.POLITIE), null))));
        Text text = new Text("naam", "name");
        InterventionType type = new InterventionType(
                "surveillance",
                text,
                InterventionType.Category.PREVENTION,
                Organ.POLITIE,
                "politiewet-3",
                new InterventionType.Basis("Politiewet 2012", "3", "2024", false),
                text,
                text,
                Set.of(DataCategory.VEHICLE, DataCategory.IDENTIFICATION),
                text,
                text,
                text);
        api.router
                .when("activeKinds", a -> Set.of("police"))
                .when(
                        "active",
                        a -> List.of(new PluginDescriptor(
                                "nl.knelpunt.police",
                                "1",
                                "ab",
                                "police",
                                text,
                                Set.of(Organ.POLITIE),
                                Set.of(),
                                Set.of(),
                                List.of(type),
                                List.of(),
                                List.of(new SignalForm("controle", text, text, "{\"type\":\"object\"}")),
                                List.of(new DatumPanel(
                                        "auto",
                                        text,
                                        Set.of(new DatumPanel.Of(DataCategory.VEHICLE, "kenteken")),
                                        "export default () => [];")),
                                text)));

        JsonNode participants = api.get("/v1/participants").json();
        assertEquals("politie-noord", participants.at("/items/0/id").asText());
        assertTrue(participants.at("/items/0/connected").asBoolean());
        assertEquals(
                "[{\"organ\":\"POLITIE\",\"tasks\":[\"politiewet-3\"]}]",
                participants.at("/items/0/organs").toString());
        assertEquals(false, participants.at("/items/1/designated").asBoolean());

        JsonNode types = api.get("/v1/intervention-types").json();
        assertEquals("police", types.at("/items/0/participantKind").asText());
        assertEquals("naam", types.at("/items/0/name/nl").asText());

        JsonNode forms = api.get("/v1/signal-forms").json();
        assertEquals("controle", forms.at("/items/0/name").asText());
        assertEquals("object", forms.at("/items/0/schema/type").asText());
        JsonNode panels = api.get("/v1/datum-panels").json();
        assertEquals(
                "[{\"category\":\"VEHICLE\",\"field\":\"kenteken\"}]",
                panels.at("/items/0/data").toString());
        assertEquals(
                "export default () => [];",
                api.get(panels.at("/items/0/href").asText())
                        .json()
                        .path("script")
                        .asText());
        assertEquals(404, api.get("/v1/datum-panels/police/boot").status());
        assertEquals(
                "name", api.get("/v1/help-pages").json().at("/items/0/page/en").asText());
        assertEquals(
                "[\"IDENTIFICATION\",\"VEHICLE\"]",
                types.at("/items/0/dataNeeded").toString());

        assertEquals(
                DataCategory.values().length,
                api.get("/v1/data-categories").json().get("items").size());
        List<String> rules = api.get("/v1/rules").json().get("items").findValuesAsText("id");
        assertTrue(rules.contains("G43") && rules.contains("G01"));
    }
}
