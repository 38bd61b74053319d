package nl.knelpunt.engine.gate;

import java.time.Duration;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.event.Heard;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way in. Loads the facts, lets the guard decide, does the work and writes the log record in one transaction; a refusal
 * is logged too. No record, no act.
 *
 * <p>Of a call that {@link Call#isTrial is a trial} the same is judged on the same facts and logged as what it would have been;
 * then every method ends with a {@link TriedException}, except {@link #admit} when it would admit.
 */
@ProviderType
public interface Gate {

    /**
     * Refuses beforehand what would be refused anyway, so that no work is done in vain. Says nothing when permitted, and does not
     * take the place of {@link #change}.
     *
     * @throws nl.knelpunt.engine.guard.RefusedException not permitted
     */
    void admit(Call call, Act act, UUID object, Asking asking);

    /**
     * Does a change.
     *
     * @param object id of what the act concerns; null where it concerns nothing that exists
     * @param asking adds to the loaded facts what is asked; must not judge the act. What the act concerns may not exist
     * @param work the change itself; only called when permitted. Touches nothing but the transaction: of a trial it is taken back
     * @throws nl.knelpunt.engine.guard.RefusedException not permitted
     * @throws StaleException the caller saw another version than there is
     */
    Done change(Call call, Act act, UUID object, Asking asking, Change work);

    /**
     * Reads. What is not permitted is not there; what was shown is logged per subject before this returns.
     *
     * @param asking as with {@link #change}
     * @throws nl.knelpunt.engine.guard.RefusedException the reading as a whole is not permitted
     */
    <R> R read(Call call, Act act, UUID object, Asking asking, Reading<R> work);

    /** Reads, asking nothing beside that. */
    default <R> R read(Call call, Act act, UUID object, Reading<R> work) {
        return read(call, act, object, Asking.NOTHING, work);
    }

    /**
     * Logs that an act that was permitted came to nothing, without judging it again: a module failed, or the message was no
     * message. To be called after {@link #admit}, in the place of {@link #change}.
     *
     * @param object id of what the act concerns; null where it concerns nothing that exists
     */
    void failed(Call call, Act act, UUID object);

    /**
     * What happened after a position, as far as the caller may know of it now. Gives references only, and is the one look that
     * leaves no record when it is permitted (docs/decisions/0016): the act that lets somebody follow does.
     *
     * @param position 0 for the beginning, or where an earlier look came to
     * @param limit events at most; fewer does not mean that there are no more
     * @throws nl.knelpunt.engine.guard.RefusedException may not follow events
     */
    Heard hear(Call call, long position, int limit);

    /**
     * Returns when something changed since a look, or that time is over. Knows of changes by this process only.
     *
     * @param news of that look
     */
    void awaitNews(long news, Duration atMost) throws InterruptedException;

    @FunctionalInterface
    interface Asking {

        /** For acts that ask nothing beside themselves. */
        Asking NOTHING = (transaction, facts) -> facts;

        Facts ask(Transaction transaction, Facts facts);
    }

    @FunctionalInterface
    interface Change {

        Done apply(Transaction transaction, Facts facts);
    }

    @FunctionalInterface
    interface Reading<R> {

        R apply(Transaction transaction, Facts facts, Judge judge);
    }

    /** Judges, within a reading, what may be shown, and notes it for the log. */
    interface Judge {

        /** Whether the act of these facts is permitted; notes what it concerns as shown. */
        boolean permits(Facts facts);

        /** Whether the act of these facts waits for the caller (see {@code Guard.mayBegin}); notes what it concerns as shown. */
        boolean mayBegin(Facts facts);

        /** The datum as it may be shown, with its subject; null when it may not be shown at all. */
        ShownDatum show(Facts facts, Datum datum);

        /** Notes that the caller was told of a datum, without its content, whatever the guard says of showing it. */
        void note(Facts facts, Datum datum);

        /** Notes that the caller was shown something of the dossier that is no datum: a paper, a document, a task sheet. */
        void noteThing(UUID id);

        /** Why nothing of a participant is shown now, null when its module is active. */
        Finding frozen(Facts facts, String participant);
    }
}
