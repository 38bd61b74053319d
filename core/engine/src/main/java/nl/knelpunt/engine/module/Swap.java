package nl.knelpunt.engine.module;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;

/**
 * One generation taking the place of another, step by step. Each step is written before it is done.
 *
 * @param id UUIDv7
 * @param plan digest of the plan that is carried out
 * @param from what ran; null when nothing did
 * @param to what is to run; null when nothing is
 * @param passed the steps so far, the last one is where it stands
 * @param counters of the calls during the swap; as stored null until it is over, as shown those so far
 * @param reason why it came to nothing or was turned back; null when it wasn't
 * @param by who had it carried out, as the log names them
 * @param approvers who approved the plan
 */
public record Swap(
        UUID id,
        String kind,
        String plan,
        Operation operation,
        Generation from,
        Generation to,
        List<Passed> passed,
        Counters counters,
        Text reason,
        String by,
        List<String> approvers) {

    public enum Operation {
        /** The new one takes over while the old one ends its calls: no gap. */
        PHASE_IN,
        /** The old one ends its calls first; callers wait meanwhile. */
        REPLACE
    }

    /** In this order; the last three are ends. */
    public enum Step {
        /** Decided; nothing was done yet. */
        APPROVED,
        /** The new one runs beside the old one and takes no calls. */
        CANDIDATE,
        /** The new one takes the calls from here on. */
        SWITCHED,
        /** Nobody is inside the old one any more, and it is gone. */
        DRAINED,
        /** Taken over for good. */
        DONE,
        /** Given up before the switch: the old one never noticed. */
        ABORTED,
        /** Given up after the switch: the old one runs again. */
        ROLLED_BACK;

        public boolean isEnd() {
            return compareTo(DONE) >= 0;
        }
    }

    public record Passed(Step step, Instant at) {}

    /**
     * Accepted is delivered, refused and waiting together, always.
     *
     * @param accepted messages for this kind since the swap began
     * @param delivered that became drafts
     * @param refused that were answered with a reason
     * @param waiting that are inside still
     */
    public record Counters(long accepted, long delivered, long refused, long waiting) {}

    public Swap {
        passed = List.copyOf(passed);
        approvers = List.copyOf(approvers);
    }

    public Step step() {
        return passed.get(passed.size() - 1).step();
    }

    public boolean hasSwitched() {
        return passed.stream().anyMatch(p -> p.step() == Step.SWITCHED);
    }

    /** As it is, with what was counted so far. */
    public Swap counting(Counters soFar) {
        return new Swap(id, kind, plan, operation, from, to, passed, soFar, reason, by, approvers);
    }

    public Swap at(Step step, Instant moment, Counters counted, Text why) {
        List<Passed> all = new ArrayList<>(passed);
        all.add(new Passed(step, moment));
        return new Swap(id, kind, plan, operation, from, to, all, counted, why, by, approvers);
    }
}
