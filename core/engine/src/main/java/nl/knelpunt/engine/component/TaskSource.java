package nl.knelpunt.engine.component;

import java.util.List;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;

/** Knows of one kind of things that wait for somebody. A component of this type adds to everybody's list of tasks. */
interface TaskSource {

    /** Things looked at of one kind: who has more waiting begins with these. */
    int MOST = 500;

    /**
     * What waits for the actor, and only what the actor may know of. By queries on what is open, never by a walk over everything.
     *
     * @param facts who asks, when, under which rules; nothing of a dossier
     */
    List<Task> waiting(Transaction transaction, Facts facts);
}
