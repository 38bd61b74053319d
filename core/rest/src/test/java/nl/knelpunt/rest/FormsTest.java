package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.SignalForm;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.text.Confirmation;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form of a plugin that is answered over the API becomes a draft, or is refused with the question that is wrong. */
class FormsTest {

    private static final String ANSWERS = "/v1/participants/gemeente/forms/controle/answers";
    private static final UUID DRAFT = Api.ID;

    private static final SignalForm FORM = new SignalForm(
            "controle", new Text("Controle", "Inspection"), new Text("Na een controle.", "After an inspection."), """
            {"type":"object","additionalProperties":false,"required":["wat","datum"],"properties":{
              "wat":{"type":"string","maxLength":20,"knelpunt":{"label":{"nl":"Wat?","en":"What?"},"to":"observation.what"}},
              "soort":{"type":"string","enum":["bouw","horeca"],"knelpunt":{"label":{"nl":"Soort:","en":"Kind:"},
                "options":{"bouw":{"nl":"Bouw","en":"Building"},"horeca":{"nl":"Horeca","en":"Catering"}},"to":"observation.what"}},
              "datum":{"type":"string","format":"date","knelpunt":{"label":{"nl":"Wanneer?","en":"When?"},"to":"observation.date"}},
              "druk":{"type":"boolean","knelpunt":{"label":{"nl":"Druk?","en":"Busy?"},"to":"criteria.indications"}},
              "bedrijf":{"type":"string","maxLength":200,"knelpunt":{"label":{"nl":"Bedrijf","en":"Firm"},
                "datum":{"subject":"b","kind":"LEGAL_PERSON","category":"COMPANY","field":"naam"}}},
              "kvk":{"type":"string","pattern":"^[0-9]{8}$","knelpunt":{"label":{"nl":"KvK","en":"KvK"},
                "datum":{"subject":"b","kind":"LEGAL_PERSON","category":"COMPANY","field":"kvk-nummer"}}},
              "aantal":{"type":"integer","minimum":1,"maximum":9,"knelpunt":{"label":{"nl":"Aantal","en":"Number"},
                "datum":{"subject":"p","kind":"OBJECT","category":"HOUSING","field":"aantal"}}}}}
            """);

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
        Participant municipality =
                new Participant("gemeente", "Gemeente", "municipality", Set.of(Organ.COLLEGE), "GM9001");
        api.regions.when("current", a -> new Region("r", "RIEC", Map.of("GM9001", "Gemeente"), List.of(municipality)));
        api.router.when(
                "active",
                a -> List.of(new PluginDescriptor(
                        "nl.knelpunt.municipality",
                        "1",
                        "0".repeat(64),
                        "municipality",
                        new Text("Gemeente", "Municipality"),
                        Set.of(Organ.COLLEGE),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(FORM),
                        List.of(),
                        null)));
        api.signals.when("draft", a -> new Done(DRAFT, "DRAFT", 1));
        api.signals.when("addDatum", a -> new Done(UUID.randomUUID(), "DRAFT", 2));
        api.signals.when("see", a -> Examples.signal(null));
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private static String body(String answers) {
        return "{\"answers\":{" + answers + "}}";
    }

    private SignalContent drafted() {
        return api.signals.asked().stream()
                .filter(a -> a.method().equals("draft"))
                .findFirst()
                .orElseThrow()
                .argument(2, SignalContent.class);
    }

    private List<NewDatum> added() {
        return api.signals.asked().stream()
                .filter(a -> a.method().equals("addDatum"))
                .map(a -> a.argument(2, NewDatum.class))
                .toList();
    }

    @Test
    void answersGoWhereTheFormSays() throws Exception {
        Reply made = api.post(
                ANSWERS,
                body("\"wat\":\"Deur open\",\"soort\":\"horeca\",\"datum\":\"2026-02-01\",\"druk\":true,"
                        + "\"bedrijf\":\"Loods BV\",\"kvk\":\"90000001\",\"aantal\":3"));
        assertEquals(201, made.status(), made.text());
        assertEquals(DRAFT.toString(), made.json().get("id").asText());
        assertEquals(0, made.json().get("leftOut").size());
        assertEquals("Deur open\nSoort: Horeca.", drafted().observation().what());
        assertEquals(LocalDate.of(2026, 2, 1), drafted().observation().date());
        assertEquals("ja", drafted().criteria().indications());
        assertEquals(
                List.of("naam Loods BV", "kvk-nummer 90000001", "aantal 3"),
                added().stream().map(d -> d.field() + " " + d.content()).toList());
        assertEquals(DataCategory.HOUSING, added().get(2).category());
    }

    @Test
    void whatTheSchemaDoesNotTakeIsToldByItsQuestionAndNothingIsMade() throws Exception {
        Reply wrong = api.post(
                ANSWERS,
                body(
                        "\"wat\":\"een veel te lang geheim verhaal\",\"soort\":\"x\",\"datum\":\"gisteren\",\"druk\":\"ja\","
                                + "\"kvk\":\"geheim\",\"aantal\":10,\"anders\":1"));
        assertEquals(422, wrong.status());
        assertEquals(
                Set.of(
                        "answers.wat",
                        "answers.soort",
                        "answers.datum",
                        "answers.druk",
                        "answers.kvk",
                        "answers.aantal",
                        "answers.anders"),
                Set.copyOf(wrong.fields()));
        assertFalse(wrong.text().contains("geheim") || wrong.text().contains("gisteren"), "nothing is quoted");
        Reply missing = api.post(ANSWERS, body("\"wat\":\" \",\"aantal\":1.5"));
        assertEquals(List.of("answers.wat", "answers.datum", "answers.aantal"), missing.fields());
        assertEquals(List.of(), api.signals.asked());
    }

    @Test
    void whatIsRefusedInATextIsToldByTheAnswerAndConfirmedByIt() throws Exception {
        api.signals.when("draft", a -> {
            throw new RefusedException(List.of(new Finding(
                    "G08",
                    "Bgs 1.9",
                    new Text("Nationaliteit.", "Nationality."),
                    new Text("Haal weg.", "Take out."),
                    "observation.what",
                    new TextFind(Kind.NATIONALITY, 0, 4))));
        });
        Reply refused = api.post(ANSWERS, body("\"wat\":\"Deur\",\"soort\":\"bouw\",\"datum\":\"2026-02-01\""));
        assertEquals(403, refused.status());
        assertEquals("answers.wat", refused.json().at("/refusals/0/field").asText());
        assertEquals(4, refused.json().at("/refusals/0/place/to").asInt());

        api.post(
                ANSWERS,
                "{\"answers\":{\"wat\":\"Deur\",\"datum\":\"2026-02-01\"},\"confirmations\":[{\"field\":\"answers.wat\","
                        + "\"kind\":\"NATIONALITY\",\"words\":\"Deur\"}]}");
        assertEquals(
                List.of(new Confirmation("observation.what", Kind.NATIONALITY, "Deur")),
                api.signals.last().argument(0, Call.class).confirmations());
    }

    @Test
    void aDatumThatIsRefusedIsToldAndTheDraftStands() throws Exception {
        api.signals.when("addDatum", a -> {
            throw new RefusedException(List.of(Examples.NO_MANIFESTATION));
        });
        Reply made = api.post(ANSWERS, body("\"wat\":\"Deur\",\"datum\":\"2026-02-01\",\"bedrijf\":\"Loods BV\""));
        assertEquals(201, made.status());
        assertEquals("bedrijf", made.json().at("/leftOut/0/question").asText());
        assertEquals("G04", made.json().at("/leftOut/0/refusals/0/rule").asText());
    }

    @Test
    void aFormThatIsNotThereIsNotFound() throws Exception {
        assertEquals(
                404,
                api.post("/v1/participants/gemeente/forms/x/answers", body("")).status());
        assertEquals(
                404,
                api.post("/v1/participants/elders/forms/controle/answers", body(""))
                        .status());
        assertTrue(api.signals.asked().isEmpty());
    }
}
