package nl.knelpunt.engine.module;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;

/**
 * What is to run for a kind of participant. This is the only place where that stands; it is written before anything is done.
 *
 * @param kind of participant
 * @param version counts changes, from 1
 * @param active what is to run; null when nothing is: the data of these participants are frozen (G51)
 * @param before generations that ran earlier and to which can be gone back, the last one first
 * @param quarantine why nothing runs although something should; null when nothing is wrong
 * @param swap that is under way, null when none is
 */
public record Module(
        String kind, long version, Generation active, List<Generation> before, Quarantine quarantine, UUID swap) {

    /** Of each kind so many are kept beside the one that runs. */
    public static final int KEPT = 5;

    /**
     * @param reason without content of any message; what somebody wrote is the same in both languages
     * @param by who, as the log names them
     */
    public record Quarantine(Text reason, String by, Instant at) {}

    public Module {
        before = List.copyOf(before);
    }

    public static Module of(String kind) {
        return new Module(kind, 1, null, List.of(), null, null);
    }

    public Module swapping(UUID id) {
        return new Module(kind, version, active, before, quarantine, id);
    }

    /** Another generation is to run from now on; the one that ran is kept. */
    public Module running(Generation next) {
        List<Generation> kept = new ArrayList<>(before);
        if (active != null) {
            kept.add(0, active);
        }
        kept.removeIf(g -> g.equals(next));
        return new Module(kind, version, next, kept.subList(0, Math.min(KEPT, kept.size())), null, swap);
    }

    /** As it was before a generation that did not do: that one is no more gone back to. */
    public Module backFrom(Generation bad, Generation good) {
        Module back = running(good);
        return new Module(
                kind,
                version,
                back.active,
                back.before.stream().filter(g -> !g.equals(bad)).toList(),
                null,
                swap);
    }

    public Module quarantined(Quarantine why) {
        return new Module(kind, version, active, before, why, swap);
    }
}
