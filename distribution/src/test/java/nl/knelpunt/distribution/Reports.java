package nl.knelpunt.distribution;

import java.util.Map;

/** Signals of the town of Wieringersluis that are complete enough to be reported. */
final class Reports {

    private Reports() {}

    static Map<String, Object> complete(String title) {
        return Map.of(
                "title",
                title,
                "organ",
                "COLLEGE",
                "task",
                "verordening",
                "observation",
                Map.of(
                        "what", "Aan de kade wordt buiten de aangemelde tijden gelost.",
                        "date", "2026-06-01",
                        "place", Map.of("description", "Oosterkade", "municipality", "GM9001"),
                        "observedBy", "Toezichthouder haven"),
                "manifestation",
                "DRUGS",
                "criteria",
                Map.of(
                        "indications", "Drie keer in vier weken.",
                        "manifestation", "Doorvoer van verdovende middelen.",
                        "necessity", "Kade en vaartuig horen bij verschillende diensten.",
                        "jointApproach", "Toezicht en opsporing zijn samen nodig.",
                        "region", "De kade ligt in Wieringersluis."),
                "qualityTested",
                true,
                "lawfullyHeld",
                true);
    }

    /** Drafts and reports it; with keys, so that the same again has no second effect. */
    static String report(Person worker, String title) {
        String key = title.replace(' ', '-');
        String id = worker.post("/v1/signals", complete(title), "Idempotency-Key", "draft:" + key)
                .is(201)
                .id();
        worker.post("/v1/signals/" + id + "/report", Map.of(), "Idempotency-Key", "report:" + key)
                .is(200);
        return id;
    }
}
