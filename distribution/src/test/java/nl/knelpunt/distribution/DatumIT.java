package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the demo's data, over HTTP at the assembled distribution: a BSN revealed, a datum found wrong and corrected, one
 * blocked, one taken over, an analysis, the other two activities, and after five years destruction. Each test goes on where the
 * one before ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class DatumIT {

    private static final String POLICE = "politie-noord-holland";
    private static final List<String> STEERING_GROUP = List.of("wieringersluis", POLICE, "duinrade", "zaanmeer");

    @TempDir
    static Path folder;

    private static Platform platform;
    private static Person cop;
    private static Person harbour;
    private static Person coast;
    private static Person stranger;
    private static Person director;
    private static Person analyst;
    private static Person admin;

    /** The sea ports and the airport of the demo. */
    private static String port;

    private static String airport;

    @BeforeAll
    static void start() {
        platform = new Platform(folder).start("--demo");
        cop = platform.as(POLICE + ".worker");
        harbour = platform.as("wieringersluis.college");
        coast = platform.as("duinrade.college");
        stranger = platform.as("kromhoorn.college");
        director = platform.as("bureau.casusregisseur");
        analyst = platform.as("bureau.analist");
        admin = platform.as("bureau.admin");
        List<JsonNode> knelpunten = director.get("/v1/knelpunten").items();
        port = knelpunten.get(0).path("href").asText();
        airport = knelpunten.get(1).path("href").asText();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void aBsnIsMaskedUntilSomebodySaysWhyItIsNeededWhole() {
        JsonNode bsn = first(harbour, port, d -> d.path("category").asText().equals("BSN"));
        assertTrue(
                bsn.path("content").asText().matches("\\*{5}\\d{4}"),
                bsn.path("content").asText());
        assertEquals("MASK_BSN", bsn.at("/obligations/0").asText());

        String reveal = one(port, bsn) + "/reveal";
        harbour.post(reveal, Map.of()).refusedBy("G15");
        stranger.post(reveal, Map.of("necessity", "nieuwsgierig")).refusedBy("G41");
        director.post(reveal, Map.of("necessity", "nieuwsgierig")).refusedBy("G41");
        Person.Answer whole = harbour.post(reveal, Map.of("necessity", "Twee personen met deze naam."));
        assertTrue(whole.is(200).text("content").matches("99999\\d{4}"));
        JsonNode after = first(harbour, port, same(bsn));
        assertEquals(bsn.path("content"), after.path("content"), "only that once");
        assertTrue(after.path("necessities").toString().contains("Twee personen met deze naam."));
    }

    @Test
    @Order(2)
    void whatIsWrongIsFrozenUntilItsSupplierCorrectsIt() {
        // Of the municipality's own signal, so that its copies are seen too.
        JsonNode birth = first(cop, port, d -> d.path("field").asText().equals("geboortedatum"));
        String was = birth.path("content").asText();
        String datum = one(port, birth);
        Map<String, String> doubt = Map.of("reason", "In het eigen dossier staat een andere maand.");
        stranger.post(datum + "/errors", doubt).refusedBy("G41");
        cop.post(port + "/data/" + UUID.randomUUID() + "/errors", doubt).refusedBy("G41");
        cop.post(datum + "/errors", doubt).is(201);

        for (Person person : List.of(cop, coast, harbour, director, analyst)) {
            JsonNode frozen = first(person, port, same(birth));
            assertEquals("G45", frozen.at("/frozen/rule").asText());
            assertFalse(frozen.has("content"));
        }
        assertEquals(
                doubt.get("reason"),
                first(harbour, port, same(birth)).at("/error/reason").asText());
        JsonNode inSignal = inSignals(harbour, "geboortedatum");
        assertEquals("G45", inSignal.at("/frozen/rule").asText(), "there too");

        cop.put(datum, Map.of("content", "3 juni 1979")).refusedBy("G41");
        harbour.put(datum, Map.of("content", "3 juni 1979")).is(200);
        JsonNode corrected = first(coast, port, same(birth));
        assertEquals("3 juni 1979", corrected.path("content").asText());
        assertFalse(corrected.has("frozen") || corrected.has("error"));
        assertTrue(corrected.has("correctedAt"));
        assertEquals(birth.path("destroyBy"), corrected.path("destroyBy"), "no term begins anew");
        assertEquals(
                "3 juni 1979",
                inSignals(harbour, "geboortedatum").path("content").asText());
        assertFalse(corrected.toString().contains(was));
    }

    @Test
    @Order(3)
    void whatItsSupplierBlocksIsThereForNobodyElse() {
        JsonNode rent = first(coast, port, d -> d.path("field").asText().equals("huur"));
        assertTrue(ids(cop, port).contains(rent.path("id").asText()));
        cop.post(one(port, rent) + "/veto", Map.of("ground", "Onderzoek")).refusedBy("G41");
        coast.post(one(port, rent) + "/veto", Map.of("ground", "Er loopt een rechtszaak."))
                .is(201);
        for (Person person : List.of(cop, harbour, director, analyst)) {
            assertFalse(ids(person, port).contains(rent.path("id").asText()));
        }
        assertEquals(
                "Er loopt een rechtszaak.",
                first(coast, port, same(rent)).at("/veto/ground").asText());
        cop.post(one(port, rent) + "/errors", Map.of("reason", "bestaat dit?")).refusedBy("G41");
    }

    @Test
    @Order(4)
    void aDatumIsTakenOverWithANecessityOfItsOwn() {
        JsonNode van = first(cop, port, d -> d.path("field").asText().equals("merk en bouwjaar"));
        JsonNode there = first(cop, airport, d -> d.at("/subject/kind").asText().equals("PERSON"));
        Map<String, Object> reuse = Map.of(
                "datum", van.path("id").asText(),
                "subject", there.at("/subject/id").asText(),
                "necessity", "Dezelfde bestelbus staat bij de vrachtloods.");
        harbour.post(airport + "/data/_reuse", reuse).refusedBy("G24");
        cop.post(airport + "/data/_reuse", Map.of("datum", UUID.randomUUID(), "necessity", "onbekend"))
                .refusedBy("G41");
        cop.post(
                        airport + "/data/_reuse",
                        Map.of("datum", reuse.get("datum"), "subject", reuse.get("subject"), "necessity", " "))
                .refusedBy("G50");
        String taken = cop.post(airport + "/data/_reuse", reuse).is(201).id();
        JsonNode copy = first(cop, airport, d -> d.path("id").asText().equals(taken));
        for (String kept : List.of("content", "supplier", "organ", "basis", "firstProcessed", "destroyBy", "origins")) {
            assertEquals(van.path(kept), copy.path(kept), kept);
        }
        assertEquals(reuse.get("subject"), copy.at("/subject/id").asText());
        assertEquals("REUSE", copy.at("/necessities/0/of").asText());
        assertEquals(reuse.get("necessity"), copy.at("/necessities/0/reason").asText());
    }

    @Test
    @Order(5)
    void anAnalystLooksAndNothingIsScored() {
        Map<String, Object> vehicles = Map.of("method", "BY_A_PERSON", "categories", List.of("VEHICLE", "BSN"));
        List<JsonNode> selected =
                analyst.post(port + "/analysis?limit=100", vehicles).items();
        assertTrue(selected.size() > 3, selected.size() + " data");
        assertEquals(
                Set.of("VEHICLE", "BSN"),
                selected.stream().map(d -> d.path("category").asText()).collect(Collectors.toSet()));
        assertTrue(selected.stream()
                .filter(d -> d.path("category").asText().equals("BSN"))
                .allMatch(d -> d.path("content").asText().startsWith("*****")));
        Person.Answer page = analyst.post(port + "/analysis?limit=2", vehicles).is(200);
        assertEquals(selected.subList(0, 2), page.items());
        assertEquals(
                selected.get(2),
                analyst.post(page.text("links/next"), vehicles).items().get(0));
        analyst.post(port + "/analysis", Map.of("method", "RANKING")).refusedBy("G26");
        analyst.post(port + "/analysis", Map.of()).refusedBy("G26");
        cop.post(port + "/analysis", vehicles).refusedBy("G41");
    }

    @Test
    @Order(6)
    void aScanNeedsAnAbuseAndNeverOpensPhaseThree() {
        director.post("/v1/scans", Map.of("activity", "KNELPUNT")).is(400);
        String scan = proposed(
                "/v1/scans", Map.of("abuse", Map.of("sector", "Zorg", "description", "Aanbieders zonder personeel.")));
        director.patch(scan, Map.of("abuse", Map.of("description", " "))).is(200);
        director.post(scan + "/submission").refusedBy("G25");
        director.patch(scan, Map.of("abuse", Map.of("description", "Aanbieders zonder personeel.")))
                .is(200);
        decide(scan);
        assertTrue(hrefs("/v1/scans").contains(scan));
        assertFalse(hrefs("/v1/knelpunten").contains(scan));
        Person member = platform.as(POLICE + ".stuurgroep");
        member.post(scan + "/phases", Map.of("phase", 2, "necessity", "Nodig.")).isIn("DESIGNATED");
        member.post(scan + "/phases", Map.of("phase", 3, "necessity", "Nodig.")).refusedBy("G13");
    }

    @Test
    @Order(7)
    void aCaseConsultationHasNoTerm() {
        String signal = director.get("/v1/signals?limit=100").items().stream()
                .filter(s -> s.path("state").asText().equals("TAKEN_UP"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        String consultation = proposed("/v1/case-consultations", Map.of("signals", List.of(signal)));
        decide(consultation);
        assertEquals(List.of(consultation), List.copyOf(hrefs("/v1/case-consultations")));
        assertEquals(0, director.get(consultation).at("terms").size());
        Person.Answer refused = vote(platform.as("duinrade.stuurgroep"), consultation, "PROLONG");
        refused.is(409).refusedBy("STATE");
        assertTrue(refused.text("refusals/0/message").contains("geen termijn"));
    }

    @Test
    @Order(8)
    void afterFiveYearsADatumIsDestroyedUnlessItIsHeld() {
        List<JsonNode> before = data(director, port);
        LocalDate firstEnds = before.stream()
                .map(d -> LocalDate.parse(d.path("destroyBy").asText()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        List<JsonNode> ending = before.stream()
                .filter(d -> d.path("destroyBy").asText().equals(firstEnds.toString()))
                .toList();
        assertTrue(ending.size() > 1, "some of one day");
        JsonNode held = ending.get(0);
        String hold = one(port, held) + "/hold";
        cop.post(hold, Map.of("ground", "LEGAL_CLAIM", "reason", "Beroep")).refusedBy("G41");
        director.post(hold, Map.of("reason", "Beroep")).refusedBy("G39");
        Map<String, Object> claim =
                new HashMap<>(Map.of("ground", "LEGAL_CLAIM", "reason", "Beroep tegen de sluiting."));
        claim.put("until", firstEnds.toString());
        assertEquals(
                "until",
                director.post(hold, claim).is(400).text("errors/0/field"),
                "nobody holds a datum for years at once");

        forwardTo(firstEnds);
        claim.put("until", firstEnds.plusMonths(3).toString());
        director.post(hold, claim).is(201);
        assertEquals(ids(before), ids(data(director, port)), "the anniversary itself is in time");
        forwardTo(firstEnds.plusDays(1));
        Set<String> expected = ids(before);
        expected.removeAll(ids(ending));
        expected.add(held.path("id").asText());
        assertEquals(expected, ids(data(director, port)));
        JsonNode kept = first(director, port, same(held));
        assertEquals("G39", kept.at("/frozen/rule").asText());
        assertFalse(kept.has("content"), "kept only, not used");

        director.delete(hold).is(200);
        forwardTo(firstEnds.plusDays(2));
        assertFalse(ids(data(director, port)).contains(held.path("id").asText()));
        assertTrue(platform.as("bureau.fg")
                .post("/v1/log/verification")
                .is(200)
                .at("whole")
                .asBoolean());
    }

    private static void forwardTo(LocalDate day) {
        LocalDate now =
                LocalDate.parse(admin.get("/v1/demo/clock").is(200).text("now").substring(0, 10));
        admin.post(
                        "/v1/demo/clock",
                        Map.of("forward", "P" + java.time.temporal.ChronoUnit.DAYS.between(now, day) + "D"))
                .is(200);
    }

    private static String proposed(String address, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "title", "Zorg zonder personeel",
                "objectType", "BRANCH",
                "description", "Zorgaanbieders in de regio",
                "scope", Map.of("in", "Aanbieders met een melding.", "out", "Cliënten en hun gegevens."),
                "manifestations", List.of("MONEY_LAUNDERING"),
                "grounds",
                        Map.of(
                                "necessity", "Niemand ziet het geheel.",
                                "proportionality", "Alleen bedrijven.",
                                "subsidiarity", "Losse controles hielpen niet.",
                                "deficit", "Er is geen overzicht."),
                "involved",
                        List.of(
                                Map.of("participant", "duinrade", "task", "Toezicht"),
                                Map.of("participant", POLICE, "task", "Opsporing"))));
        body.putAll(more);
        return director.post(address, Proposals.completed(body))
                .isIn("PROPOSED")
                .text("href");
    }

    private static void decide(String on) {
        director.post(on + "/submission").isIn("SUBMITTED");
        for (String participant : STEERING_GROUP) {
            vote(platform.as(participant + ".stuurgroep"), on, "DESIGNATE").is(201);
        }
        platform.as("duinrade.stuurgroep").post(on + "/designation").isIn("DESIGNATED");
    }

    private static Person.Answer vote(Person member, String on, String motion) {
        return member.post(on + "/votes", Map.of("motion", motion, "choice", "FOR", "reason", "Overtuigend."));
    }

    private static Set<String> hrefs(String list) {
        return director.get(list).items().stream()
                .map(k -> k.path("href").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> data(Person person, String of) {
        return person.get(of + "/data?limit=100").items();
    }

    private static Set<String> ids(List<JsonNode> data) {
        return data.stream().map(d -> d.path("id").asText()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(Person person, String of) {
        return ids(data(person, of));
    }

    private static JsonNode first(Person person, String of, Predicate<JsonNode> wanted) {
        return data(person, of).stream().filter(wanted).findFirst().orElseThrow();
    }

    private static Predicate<JsonNode> same(JsonNode datum) {
        return d -> d.path("id").equals(datum.path("id"));
    }

    private static String one(String of, JsonNode datum) {
        return of + "/data/" + datum.path("id").asText();
    }

    /** A datum with this field in a signal that the person may see. */
    private static JsonNode inSignals(Person person, String field) {
        return person.get("/v1/signals?limit=100").items().stream()
                .flatMap(s -> person.get(s.path("href").asText()).is(200).body().findParents("field").stream())
                .filter(d -> d.path("field").asText().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
