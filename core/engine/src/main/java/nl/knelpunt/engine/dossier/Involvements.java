package nl.knelpunt.engine.dossier;

import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who is involved in a knelpunt once it is designated. The steering group votes on a change as on any motion
 * ({@link Knelpunten#vote} with {@link Motion.Kind#INVOLVE}). Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Involvements {

    /**
     * @param change joining or leaving
     * @param participant id of who joins or leaves
     * @param tasks of who joins: codes of the statutory tasks for which it takes part
     * @param task of who joins: what it contributes, in words
     * @param reason why
     */
    record NewInvolvement(
            Involvement.Change change, String participant, Set<String> tasks, String task, String reason) {}

    /** Asks the steering group; it takes the place of what was asked before and not decided yet. The id is the change's. */
    Done propose(Call call, UUID knelpunt, NewInvolvement involvement);

    /** Concludes the vote: who joins sees the knelpunt from now on, who leaves sees nothing of it any more. */
    Done decide(Call call, UUID knelpunt);

    /** The caller's own participant leaves, and sees nothing of it any more. */
    Done leave(Call call, UUID knelpunt, String reason);

    /** Every change, oldest first. */
    Page<Involvement> list(Call call, UUID knelpunt, UUID after, int limit);
}
