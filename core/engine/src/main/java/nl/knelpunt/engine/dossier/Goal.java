package nl.knelpunt.engine.dossier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;

/**
 * What a knelpunt is to reach, and by what that is seen. Evaluations refer to a goal and its indicators by their ids, which stay
 * the same however the proposal is amended.
 *
 * @param id UUIDv7; null in what somebody writes for the first time
 * @param text what is to be reached
 * @param indicators by which it is seen
 */
public record Goal(UUID id, String text, List<Indicator> indicators) {

    /** In one proposal. */
    public static final int MOST = 20;
    /** Of one goal. */
    public static final int MOST_INDICATORS = 20;

    public Goal {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
    }

    /**
     * @param id UUIDv7; null in what somebody writes for the first time
     * @param name what is counted
     * @param baseline how it stands now, null where that is not known
     * @param target how it is to stand at the end of the term
     * @param unit of both, in words
     * @param method how it is measured, and by whom
     */
    public record Indicator(UUID id, String name, Double baseline, Double target, String unit, String method) {

        /** Whether it can be measured whether the goal was reached. */
        public boolean isMeasurable() {
            return isFilled(name) && target != null && isFilled(unit) && isFilled(method);
        }

        private static boolean isFilled(String text) {
            return text != null && !text.isBlank();
        }
    }

    /**
     * What is new gets an id; what was there keeps its own.
     *
     * @throws InvalidException when an id is not one of those before
     */
    public static List<Goal> identified(List<Goal> given, List<Goal> before) {
        Set<UUID> known = new HashSet<>();
        before.forEach(goal -> {
            known.add(goal.id());
            goal.indicators().forEach(i -> known.add(i.id()));
        });
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String path = "goals[" + i + "]";
            List<Indicator> indicators = new ArrayList<>();
            for (int j = 0; j < given.get(i).indicators().size(); j++) {
                Indicator one = given.get(i).indicators().get(j);
                indicators.add(new Indicator(
                        identified(one.id(), known, path + ".indicators[" + j + "].id"),
                        one.name(),
                        one.baseline(),
                        one.target(),
                        one.unit(),
                        one.method()));
            }
            goals.add(new Goal(
                    identified(given.get(i).id(), known, path + ".id"),
                    given.get(i).text(),
                    indicators));
        }
        return goals;
    }

    /** Each known id once. */
    private static UUID identified(UUID given, Set<UUID> known, String field) {
        if (given == null) {
            return Ids.next();
        }
        if (!known.remove(given)) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit id hoort niet bij dit voorstel. Laat het weg bij wat nieuw is.",
                            "This id is not of this proposal. Leave it out with what is new."));
        }
        return given;
    }
}
