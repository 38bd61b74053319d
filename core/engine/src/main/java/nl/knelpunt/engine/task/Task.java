package nl.knelpunt.engine.task;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;

/**
 * Something that waits for somebody. It is never stored: it follows from what is open, and is gone when that is done.
 *
 * @param act by which it is done
 * @param object id of what that act concerns
 * @param part of that object, such as a datum of a knelpunt; null when it is about the whole
 * @param what is asked, without a title, name or anything else out of a dossier
 * @param due last day, null when there is none
 */
public record Task(Act act, UUID object, UUID part, Text what, LocalDate due) {

    /** About the whole. */
    public Task(Act act, UUID object, Text what, LocalDate due) {
        this(act, object, null, what, due);
    }
}
