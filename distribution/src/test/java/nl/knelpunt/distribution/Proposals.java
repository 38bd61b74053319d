package nl.knelpunt.distribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Proposals that can be put on the agenda, so that a test says no more than what it is about. */
final class Proposals {

    private Proposals() {}

    /** With what a proposal must hold and this one does not: tasks of who is involved, phases, goals and the like. */
    static Map<String, Object> completed(Map<String, Object> proposal) {
        Map<String, Object> whole = new HashMap<>(Map.of(
                "description",
                "Wat hier speelt.",
                "displacement",
                "Naar de buren; die kijken mee.",
                "foreseenPhases",
                List.of(Map.of("phase", 1, "reason", "Wie er bij betrokken zijn.")),
                "goals",
                List.of(Map.of(
                        "text",
                        "Het houdt op.",
                        "indicators",
                        List.of(Map.of(
                                "name", "meldingen",
                                "baseline", 12,
                                "target", 2,
                                "unit", "per maand",
                                "method", "De gemeente telt."))))));
        whole.putAll(proposal);
        if ("BRANCH".equals(whole.get("objectType"))) {
            whole.computeIfPresent("scope", (key, scope) -> with("branches", List.of("52.10"), scope));
        }
        whole.computeIfPresent("grounds", (key, grounds) -> with("seriousness", "Groot.", grounds));
        whole.computeIfPresent(
                "involved",
                (key, involved) -> ((List<?>) involved)
                        .stream()
                                .map(one -> with("tasks", tasks(((Map<?, ?>) one).get("participant")), one))
                                .toList());
        return whole;
    }

    /** An evaluation with what it must say of each goal of the knelpunt; it goes by its own recommendation. */
    static Map<String, Object> evaluated(Person who, String knelpunt, Map<String, Object> evaluation) {
        List<Map<String, Object>> goals = new ArrayList<>();
        boolean reached = "CLOSE".equals(evaluation.get("recommendation"));
        who.get(knelpunt)
                .is(200)
                .at("goals")
                .forEach(goal -> goals.add(Map.of(
                        "goal",
                        goal.path("id").asText(),
                        "outcome",
                        reached ? "REACHED" : "PARTLY",
                        "explanation",
                        "Geteld door de gemeente.",
                        "measured",
                        List.of(Map.of(
                                "indicator", goal.at("/indicators/0/id").asText(), "value", reached ? 2.0 : 6.0)))));
        Map<String, Object> whole = new HashMap<>(evaluation);
        if (!goals.isEmpty()) {
            whole.remove("goalReached");
            whole.put("goals", goals);
        }
        return whole;
    }

    private static List<String> tasks(Object participant) {
        String name = String.valueOf(participant);
        if (name.startsWith("politie")) {
            return List.of("politiewet-3");
        }
        return List.of(name.startsWith("belastingdienst") ? "belastingwet" : "omgevingsrecht");
    }

    private static Map<String, Object> with(String key, Object value, Object into) {
        Map<String, Object> all = new HashMap<>();
        all.put(key, value);
        ((Map<?, ?>) into).forEach((k, v) -> all.put(String.valueOf(k), v));
        return all;
    }
}
