package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.Obligation.MASK_BSN;
import static nl.knelpunt.engine.guard.Obligation.SHOW_SECRECY;
import static nl.knelpunt.engine.guard.Obligation.STATE_INFORMATION_BASE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;

/** Which obligation a permit carries at which act. */
final class Duties {

    /**
     * @param obligation that the permit carries
     * @param acts at which
     * @param trait where there is this
     * @param condition the same in words
     */
    record Duty(Obligation obligation, Set<Act> acts, Trait trait, Text condition) {}

    static final List<Duty> ALL = List.of(
            new Duty(
                    MASK_BSN,
                    EnumSet.of(Act.SEE_SIGNAL, Act.SEE_DATA, Act.SEE_OWN_DATA, Act.ANALYSE),
                    Trait.BSN,
                    new Text("er is een BSN bij", "there is a BSN among the data")),
            new Duty(
                    SHOW_SECRECY,
                    EnumSet.of(Act.SEE_SIGNAL, Act.SEE_DATA, Act.SEE_OWN_DATA, Act.ANALYSE, Act.REVEAL_BSN),
                    Trait.FLAGGED_POLICE,
                    new Text("er zijn politiegegevens bij", "there are police data among them")),
            new Duty(SHOW_SECRECY, EnumSet.of(Act.PROVIDE), Trait.ANY, new Text("altijd", "always")),
            new Duty(
                    STATE_INFORMATION_BASE,
                    EnumSet.of(Act.PROVIDE),
                    Trait.ADVICE,
                    new Text(
                            "het is sturingsinformatie of een interventieadvies",
                            "it is steering information or an intervention advice")),
            new Duty(
                    SHOW_SECRECY,
                    EnumSet.of(Act.SEE_PROVISION),
                    Trait.PROVIDED,
                    new Text("het resultaat is verstrekt", "the result was provided")),
            new Duty(
                    STATE_INFORMATION_BASE,
                    EnumSet.of(Act.SEE_PROVISION),
                    Trait.PROVIDED_ADVICE,
                    new Text(
                            "er is sturingsinformatie of een interventieadvies verstrekt",
                            "steering information or an intervention advice was provided")));

    private Duties() {}
}
