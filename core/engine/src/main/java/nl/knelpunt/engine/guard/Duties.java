package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.Obligation.MASK_BSN;
import static nl.knelpunt.engine.guard.Obligation.SHOW_SECRECY;
import static nl.knelpunt.engine.guard.Obligation.STATE_INFORMATION_BASE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which obligation a permit carries at which act. */
final class Duties {

    /**
     * @param obligation that the permit carries
     * @param acts at which
     * @param trait where there is this
     */
    record Duty(Obligation obligation, Set<Act> acts, Trait trait) {}

    static final List<Duty> ALL = List.of(
            new Duty(MASK_BSN, EnumSet.of(Act.SEE_SIGNAL, Act.SEE_DATA, Act.ANALYSE), Trait.BSN),
            new Duty(
                    SHOW_SECRECY,
                    EnumSet.of(Act.SEE_SIGNAL, Act.SEE_DATA, Act.ANALYSE, Act.REVEAL_BSN),
                    Trait.FLAGGED_POLICE),
            new Duty(SHOW_SECRECY, EnumSet.of(Act.PROVIDE), Trait.ANY),
            new Duty(STATE_INFORMATION_BASE, EnumSet.of(Act.PROVIDE), Trait.ADVICE));

    private Duties() {}

    static Duty[][] byAct() {
        Duty[][] byAct = new Duty[Act.values().length][];
        for (Act act : Act.values()) {
            byAct[act.ordinal()] =
                    ALL.stream().filter(d -> d.acts.contains(act)).toArray(Duty[]::new);
        }
        return byAct;
    }
}
