package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.Obligation.MASK_BSN;
import static nl.knelpunt.engine.guard.Obligation.SHOW_SECRECY;
import static nl.knelpunt.engine.guard.Obligation.STATE_INFORMATION_BASE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.OriginFlag;
import nl.knelpunt.engine.result.Provision;

/** Which obligation a permit carries at which act. */
final class Duties {

    /**
     * @param obligation that the permit carries
     * @param acts at which
     * @param when its facts ask for it
     * @param condition the same in words
     */
    record Duty(Obligation obligation, Set<Act> acts, Predicate<Facts> when, Text condition) {}

    static final List<Duty> ALL = List.of(
            new Duty(
                    MASK_BSN,
                    EnumSet.of(Act.SEE_SIGNAL, Act.SEE_DATA, Act.ANALYSE),
                    Duties::holdsBsn,
                    new Text("er is een BSN bij", "there is a BSN among the data")),
            new Duty(
                    SHOW_SECRECY,
                    EnumSet.of(Act.SEE_SIGNAL, Act.SEE_DATA, Act.ANALYSE, Act.REVEAL_BSN),
                    Duties::holdsPoliceData,
                    new Text("er zijn politiegegevens bij", "there are police data among them")),
            new Duty(SHOW_SECRECY, EnumSet.of(Act.PROVIDE), facts -> true, new Text("altijd", "always")),
            new Duty(
                    STATE_INFORMATION_BASE,
                    EnumSet.of(Act.PROVIDE),
                    Duties::isAdvice,
                    new Text(
                            "het is sturingsinformatie of een interventieadvies",
                            "it is steering information or an intervention advice")),
            new Duty(
                    SHOW_SECRECY,
                    EnumSet.of(Act.SEE_PROVISION),
                    Duties::isProvided,
                    new Text("het resultaat is verstrekt", "the result was provided")),
            new Duty(
                    STATE_INFORMATION_BASE,
                    EnumSet.of(Act.SEE_PROVISION),
                    facts -> isProvided(facts) && isAdvice(facts),
                    new Text(
                            "er is sturingsinformatie of een interventieadvies verstrekt",
                            "steering information or an intervention advice was provided")));

    private Duties() {}

    static Duty[][] byAct() {
        Duty[][] byAct = new Duty[Act.values().length][];
        for (Act act : Act.values()) {
            byAct[act.ordinal()] =
                    ALL.stream().filter(d -> d.acts.contains(act)).toArray(Duty[]::new);
        }
        return byAct;
    }

    private static boolean holdsBsn(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).category() == DataCategory.BSN) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsPoliceData(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).has(OriginFlag.POLICE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isProvided(Facts facts) {
        return facts.papers().provision().provided() != null;
    }

    private static boolean isAdvice(Facts facts) {
        return facts.papers().provision().content().kind() != Provision.Kind.OTHER;
    }
}
