package nl.knelpunt.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the demo does not have and a screen is about; and where the id is that an address needs, for whoever looks. */
final class ScreenData {

    private static final String POLICE = "politie-noord-holland";
    private static final String HARBOUR = "wieringersluis";

    /** Of each parameter of an address, an id of such a thing that this person may see. */
    private static final Map<String, Function<Person, Optional<String>>> IDS = Map.ofEntries(
            Map.entry("analysis", ScreenData::analysis),
            Map.entry("consultation", first("/v1/case-consultations", "id")),
            Map.entry("intervention", ScreenData::intervention),
            Map.entry("kind", first("/v1/modules", "kind")),
            Map.entry("knelpunt", first("/v1/knelpunten", "id")),
            Map.entry("list", first("/v1/destruction-lists", "id")),
            Map.entry("meeting", first("/v1/meetings", "id")),
            Map.entry("provision", ScreenData::provision),
            Map.entry("question", first("/v1/rac-requests", "id")),
            Map.entry("request", first("/v1/rights-requests", "id")),
            Map.entry("scan", first("/v1/scans", "id")),
            Map.entry("signal", first("/v1/signals", "id")));

    private ScreenData() {}

    private static Function<Person, Optional<String>> first(String list, String field) {
        return person -> person.get(list).items().stream()
                .map(i -> i.path(field).asText())
                .findFirst();
    }

    private static Optional<String> intervention(Person person) {
        return person.get("/v1/knelpunten").items().stream()
                .filter(k -> k.path("state").asText().equals("DESIGNATED"))
                .flatMap(k -> person.get(k.path("plan").asText()).at("interventions").findValuesAsText("id").stream())
                .findFirst();
    }

    private static Optional<String> analysis(Person person) {
        return person.get("/v1/knelpunten").items().stream()
                .flatMap(k -> person.get("/v1/knelpunten/" + k.path("id").asText() + "/analyses").items().stream())
                .map(a -> a.path("id").asText())
                .findFirst();
    }

    private static Optional<String> provision(Person person) {
        return person.post("/v1/provisions/_search", Map.of()).items().stream()
                .map(p -> p.path("id").asText())
                .findFirst();
    }

    /** @return empty when this person may see no such thing */
    static Optional<String> id(String parameter, Person person) {
        Function<Person, Optional<String>> found = IDS.get(parameter);
        if (found == null) {
            throw new AssertionError("ScreenData.IDS has to say where to find a " + parameter);
        }
        return found.apply(person);
    }

    static void makeWhatIsMissing(Platform platform) {
        Person director = platform.as("bureau.casusregisseur");
        analysis(platform, director);
        meeting(platform, director);
        consultation(platform, director);
        question(director);
        destructionList(director);
    }

    /** Tested, so that everybody who is involved reads it. */
    private static void analysis(Platform platform, Person director) {
        JsonNode knelpunt = director.get("/v1/knelpunten").items().stream()
                .filter(k -> k.path("title").asText().equals("Veilige kleine zeehavens"))
                .findFirst()
                .orElseThrow();
        String analysis = "/v1/analyses/"
                + director.post(
                                "/v1/knelpunten/" + knelpunt.path("id").asText() + "/analyses/_ask",
                                Map.of("question", "Hoe komen zij aan ligplaatsen?"))
                        .is(201)
                        .id();
        Person analyst = platform.as("bureau.analist");
        analyst.patch(
                        analysis,
                        Map.of(
                                "sections",
                                Map.of(
                                        "seriousness", "De lossingen nemen toe.",
                                        "size", "Drie kleine havens.",
                                        "causes", "Er is geen toezicht in de nacht.",
                                        "patterns", "Altijd tussen drie en vijf uur.",
                                        "vulnerabilities", "Ligplaatsen worden contant betaald.",
                                        "conclusions", "Samen de ligplaatsen nalopen.")))
                .is(200);
        analyst.post(analysis + "/submission").is(200);
        director.post(analysis + "/test", Map.of("good", true)).is(200);
    }

    private static void meeting(Platform platform, Person director) {
        String chair =
                platform.as(HARBOUR + ".stuurgroep").get("/v1/session").is(200).id();
        String starts = Instant.now()
                .plus(7, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        director.post(
                        "/v1/meetings",
                        Map.of("form", "MEETING", "starts", starts, "place", "Stadhuis Wieringersluis", "chair", chair))
                .is(201);
    }

    /** A case that the steering group took on, so that everybody who is involved sees it. */
    private static void consultation(Platform platform, Person director) {
        Map<String, Object> there = Map.of("description", "Kade 9", "municipality", "GM9001");
        String signal = TakenUp.signal(
                director,
                new TakenUp.Colleague(platform.as(HARBOUR + ".college"), HARBOUR, "COLLEGE"),
                new TakenUp.Colleague(platform.as(POLICE + ".worker"), POLICE, "POLITIE"),
                there,
                LocalDate.now(),
                null);
        Map<String, Object> proposal = Proposals.completed(Map.of(
                "title", "Eén ligplaats",
                "description", "Aan één ligplaats wordt in de nacht gelost door schepen die nergens zijn aangemeld.",
                "objectType", "PERSONS",
                "scope", Map.of("in", "Wie aan kade 9 ligt.", "out", "De rest van de haven."),
                "manifestations", List.of("DRUGS"),
                "grounds",
                        Map.of(
                                "necessity", "De gemeente ziet de kade, de politie het vaartuig.",
                                "proportionality", "Eén ligplaats.",
                                "subsidiarity", "Waarschuwen had geen effect.",
                                "deficit", "Er is geen toezicht in de nacht."),
                "signals", List.of(signal),
                "involved",
                        List.of(
                                Map.of("participant", HARBOUR, "task", "Toezicht"),
                                Map.of("participant", POLICE, "task", "Opsporing"))));
        String consultation =
                director.post("/v1/case-consultations", proposal).is(201).id();
        String dossier = "/v1/knelpunten/" + consultation;
        director.post(dossier + "/submission").isIn("SUBMITTED");
        for (String participant : List.of(HARBOUR, POLICE, "duinrade", "zaanmeer")) {
            platform.as(participant + ".stuurgroep")
                    .post(dossier + "/votes", Map.of("motion", "DESIGNATE", "choice", "FOR", "reason", "Het is nodig."))
                    .is(201);
        }
        platform.as(HARBOUR + ".stuurgroep").post(dossier + "/designation").isIn("DESIGNATED");
        caseMeetings(platform, director, "/v1/case-consultations/" + consultation + "/meetings");
    }

    /** One that was held, with an agreement that was kept and one that waits, and one to come. */
    private static void caseMeetings(Platform platform, Person director, String meetings) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        List<String> agenda = List.of("Wat de gemeente en de politie zagen", "Wie doet wat", "Volgende keer");
        String held = "/v1/case-meetings/"
                + director.post(meetings, Map.of("date", today.toString(), "agenda", agenda))
                        .isIn("PLANNED")
                        .id();
        director.post(
                        held + "/minutes",
                        Map.of(
                                "date", today.toString(),
                                "present", List.of(HARBOUR, POLICE),
                                "agreements",
                                        List.of(
                                                Map.of(
                                                        "participant",
                                                        POLICE,
                                                        "text",
                                                        "Een week toezicht op de kade, in de nacht.",
                                                        "due",
                                                        today.plusDays(10).toString()),
                                                Map.of(
                                                        "participant",
                                                        HARBOUR,
                                                        "text",
                                                        "Nagaan wie de ligplaats huurt en hoe er wordt betaald.",
                                                        "due",
                                                        today.plusDays(14).toString()))))
                .isIn("HELD");
        Person cop = platform.as(POLICE + ".worker");
        String agreement = cop.get(held).is(200).text("agreements/0/id");
        cop.post(
                        held + "/agreements/" + agreement + "/settlement",
                        Map.of("text", "Zeven nachten gekeken; twee keer werd er gelost."))
                .isIn("HELD");
        director.post(
                        meetings,
                        Map.of("date", today.plusDays(21).toString(), "agenda", List.of("Wat de afspraken opleverden")))
                .isIn("PLANNED");
    }

    private static void question(Person director) {
        String question = director.post(
                        "/v1/rac-requests",
                        Map.of(
                                "matter", Map.of("of", "PROCESSING"),
                                "title", "Een andere termijn",
                                "question", "Mag de termijn waarin deelnemers antwoorden korter?"))
                .is(201)
                .id();
        director.post("/v1/rac-requests/" + question + "/submission").is(201);
    }

    /** Of one datum that is no longer necessary. */
    private static void destructionList(Person director) {
        for (JsonNode knelpunt : director.get("/v1/knelpunten").items()) {
            String dossier = "/v1/knelpunten/" + knelpunt.path("id").asText();
            if (knelpunt.path("state").asText().equals("DESIGNATED")) {
                Optional<String> datum = director.get(dossier + "/data").items().stream()
                        .filter(d -> d.path("phase").asInt() > 0 && !d.has("frozen"))
                        .map(d -> d.path("id").asText())
                        .findFirst();
                if (datum.isPresent()) {
                    director.post(
                                    dossier + "/destruction-lists",
                                    Map.of("data", List.of(datum.get()), "reason", "Dit gegeven is niet meer nodig."))
                            .is(201);
                    return;
                }
            }
        }
        throw new AssertionError("The demo has no datum to put on a destruction list");
    }
}
