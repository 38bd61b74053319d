package nl.knelpunt.distribution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A signal's way from draft to taken up, by two participants, for tests of what comes after. */
final class TakenUp {

    /** Who reports or recognises for a participant. */
    record Colleague(Person person, String participant, String organ) {

        private boolean isCop() {
            return organ.equals("POLITIE");
        }

        private String task() {
            return isCop() ? "politiewet-3" : "verordening";
        }
    }

    private TakenUp() {}

    /**
     * @param today of the platform
     * @param name of a person whom the signal is about; null when it names nobody
     * @return the signal's id
     */
    static String signal(
            Person director,
            Colleague reporter,
            Colleague recogniser,
            Map<String, ?> place,
            LocalDate today,
            String name) {
        String id = reporter.person()
                .post("/v1/signals", Map.of("title", "Drukte bij nacht", "organ", reporter.organ()))
                .is(201)
                .id();
        String signal = "/v1/signals/" + id;
        reporter.person().patch(signal, complete(reporter, place, today)).is(200);
        if (name != null) {
            reporter.person()
                    .post(
                            signal + "/data",
                            Map.of(
                                    "newSubject",
                                    Map.of("kind", "PERSON"),
                                    "category",
                                    "IDENTIFICATION",
                                    "field",
                                    "naam",
                                    "content",
                                    name))
                    .is(201);
        }
        reporter.person().post(signal + "/report").isIn("REPORTED");
        reporter.person()
                .post(signal + "/recognition-requests", Map.of("participant", recogniser.participant()))
                .isIn("ASKED");
        recogniser
                .person()
                .post(signal + "/recognitions", recognition(recogniser, today))
                .isIn("RECOGNISED");
        director.put(
                        signal + "/assessment",
                        Map.of(
                                "purpose", "Past bij artikel 2.17 Wgs.",
                                "type", "Feitelijke waarneming.",
                                "extent", "Eén partij.",
                                "weight", "Ernstig.",
                                "connection", "Twee deelnemers zagen hetzelfde voertuig."))
                .isIn("WEIGHED");
        Map<String, Object> met = Map.of("criteriaMet", true, "reason", "Voldoet aan de criteria.");
        reporter.person().post(signal + "/assessment/decisions", met).isIn("WEIGHED");
        recogniser.person().post(signal + "/assessment/decisions", met).isIn("TAKEN_UP");
        return id;
    }

    private static Map<String, Object> complete(Colleague reporter, Map<String, ?> place, LocalDate today) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "task",
                reporter.task(),
                "observation",
                Map.of(
                        "what",
                        "Drie nachten zonder licht geladen.",
                        "date",
                        today.minusDays(5).toString(),
                        "place",
                        place,
                        "observedBy",
                        "Eigen toezicht"),
                "manifestation",
                "DRUGS",
                "criteria",
                Map.of(
                        "indications", "Wissel van busjes zonder opschrift.",
                        "manifestation", "Doorvoer van verdovende middelen.",
                        "necessity", "Terrein en voertuig horen bij verschillende diensten.",
                        "jointApproach", "Toezicht en opsporing zijn samen nodig.",
                        "region", "Het ligt in de regio."),
                "qualityTested",
                true,
                "lawfullyHeld",
                true));
        if (reporter.isCop()) {
            body.put("police", Map.of("wpgClass", "ARTICLE_8", "agreement", "Officier van justitie, dit jaar"));
        }
        return body;
    }

    private static Map<String, Object> recognition(Colleague recogniser, LocalDate today) {
        return Map.of(
                "recognised",
                true,
                "observation",
                Map.of(
                        "what",
                        "Dezelfde bestelbus bij nacht gezien.",
                        "date",
                        today.minusDays(3).toString(),
                        "place",
                        Map.of("town", "Ter plaatse"),
                        "task",
                        recogniser.task(),
                        "reference",
                        "R-1"));
    }
}
