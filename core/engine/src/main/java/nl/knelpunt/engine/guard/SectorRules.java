package nl.knelpunt.engine.guard;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.rule.RuleMoment;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.participant.Participant;

/**
 * Makes rules of the guard out of a plugin's sector rules. They look at data that participants of its kind supplied, and at
 * nothing else; a test can say that something is wrong, never that it is right, so they can only refuse.
 */
public final class SectorRules {

    private SectorRules() {}

    /**
     * @param kind of participant whose data they are about
     * @param day on which they will be asked: terms count back from it
     * @return rules of the kind {@link Rule.Kind#SECTOR}, in the same order
     */
    public static List<Rule> compile(String kind, List<SectorRule> rules, LocalDate day) {
        return rules.stream().map(rule -> compile(kind, rule, day)).toList();
    }

    private static Rule compile(String kind, SectorRule rule, LocalDate day) {
        return new Rule(
                kind + ":" + rule.id(),
                Rule.Kind.SECTOR,
                rule.article(),
                rule.validFrom(),
                rule.validTo(),
                rule.message(),
                rule.remedy(),
                List.of(new Rule.Check(acts(rule.moments()), test(kind, Conditions.compile(rule.refuseWhen(), day)))));
    }

    private static Set<Act> acts(Set<RuleMoment> moments) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        moments.forEach(m -> acts.addAll(acts(m)));
        return acts;
    }

    static Set<Act> acts(RuleMoment moment) {
        return switch (moment) {
            case SUPPLY -> EnumSet.of(Act.REPORT_SIGNAL, Act.SHARE_DATUM);
            case LOOK -> EnumSet.of(Act.SEE_SIGNAL, Act.SEE_DATA, Act.REVEAL_BSN);
            case ANALYSE -> EnumSet.of(Act.ANALYSE);
            case REUSE -> EnumSet.of(Act.REUSE_DATUM);
            case PROVIDE -> EnumSet.of(Act.PROVIDE);
        };
    }

    private static Rule.Test test(String kind, Conditions.Holds refused) {
        return facts -> {
            List<Datum> data = facts.data();
            for (int i = 0; i < data.size(); i++) {
                if (isOf(kind, data.get(i), facts) && refused.of(data.get(i), facts)) {
                    return Fault.at("datum", null);
                }
            }
            return null;
        };
    }

    private static boolean isOf(String kind, Datum datum, Facts facts) {
        Participant supplier = facts.region() == null ? null : facts.region().find(datum.supplier());
        return supplier != null && kind.equals(supplier.kind());
    }
}
