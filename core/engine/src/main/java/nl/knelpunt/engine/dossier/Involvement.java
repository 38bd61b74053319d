package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A change of who is involved in a designated knelpunt (Wgs 2.23(5)): growth, or a departure. Kept, so that it can be told since
 * when somebody was involved and why.
 *
 * @param id UUIDv7
 * @param knelpunt of which
 * @param change what changes
 * @param participant id of who comes or goes
 * @param tasks of who comes: codes of the statutory tasks for which it takes part
 * @param task of who comes: what it contributes, in words
 * @param reason why, never blank; null once the knelpunt was destroyed
 * @param person who proposed it, or who said that its participant leaves
 * @param proposed when
 * @param outcome where it stands
 * @param decided when it was, null while it is open
 */
public record Involvement(
        UUID id,
        UUID knelpunt,
        Change change,
        String participant,
        Set<String> tasks,
        String task,
        String reason,
        UUID person,
        Instant proposed,
        Outcome outcome,
        Instant decided) {

    public enum Change {
        JOIN,
        LEAVE
    }

    public enum Outcome {
        /** Before the steering group. */
        OPEN,
        ADOPTED,
        DECLINED,
        /** Another change was proposed before it was decided on. */
        REPLACED,
        /** The participant itself left; nobody had to decide. */
        LEFT
    }

    public Involvement {
        tasks = tasks == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(tasks));
    }

    public Involvement concludedAs(Outcome reached, Instant at) {
        return new Involvement(id, knelpunt, change, participant, tasks, task, reason, person, proposed, reached, at);
    }

    /** Who is involved after the change; the same when that is so already. */
    public List<Proposal.Involved> applied(List<Proposal.Involved> before) {
        List<Proposal.Involved> after = new ArrayList<>(before);
        after.removeIf(i -> i.participant().equals(participant));
        if (change == Change.JOIN) {
            after.add(new Proposal.Involved(participant, tasks, task));
        }
        return after;
    }

    /** Who came or went, and when: that stays of a knelpunt that was destroyed. */
    public Involvement withoutTexts() {
        return new Involvement(
                id, knelpunt, change, participant, tasks, null, null, person, proposed, outcome, decided);
    }
}
