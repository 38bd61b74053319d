package nl.knelpunt.engine.guard;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;

/**
 * One rule of the law, of the RIEC's working method, or of a participant's own sector.
 *
 * @param id G01 to G51; of a sector rule the plugin's kind and its own id, such as {@code police:P1}
 * @param kind who says so
 * @param article on which it rests
 * @param validFrom first day on which it holds
 * @param validTo last day on which it holds, null while no end is known
 * @param message why an act is refused; may hold {@code {names}} that the test fills
 * @param remedy what to do
 * @param checks what it looks at, per group of acts
 */
public record Rule(
        String id,
        Kind kind,
        String article,
        LocalDate validFrom,
        LocalDate validTo,
        Text message,
        Text remedy,
        List<Check> checks) {

    public enum Kind {
        /** Can't be switched off. */
        STATUTORY,
        /** Working method of the RIECs or design of this platform. */
        POLICY,
        /** Stricter than the law's minimum: data of a plugin, compiled by the engine. */
        SECTOR
    }

    /** Looks at the facts only: no clock, no store, no plugin, no state. Allocates nothing when it finds nothing. */
    @FunctionalInterface
    interface Test {

        /** What is wrong, null when nothing is. */
        Fault look(Facts facts);
    }

    /**
     * @param acts at which it is looked
     * @param trait that the test looks for: where there is none of it, the test finds nothing and is not asked
     * @param test reports what it finds
     */
    record Check(Set<Act> acts, Trait trait, Test test) {

        public Check {
            acts = Set.copyOf(acts);
        }

        Check(Set<Act> acts, Test test) {
            this(acts, Trait.ANY, test);
        }
    }

    public Rule {
        checks = List.copyOf(checks);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The acts at which it is looked. */
    public Set<Act> acts() {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        checks.forEach(c -> acts.addAll(c.acts()));
        return acts;
    }

    /** The points of the processing at which it is looked. */
    public Set<Moment> moments() {
        Set<Moment> moments = EnumSet.noneOf(Moment.class);
        acts().forEach(a -> moments.add(a.moment()));
        return moments;
    }
}
