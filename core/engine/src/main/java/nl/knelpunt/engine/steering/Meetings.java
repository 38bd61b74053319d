package nl.knelpunt.engine.steering;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.text.FilledText;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do with meetings of the steering group. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Meetings {

    /**
     * @param kind what is asked
     * @param knelpunt that it is about; null only for other business
     * @param title a few words
     * @param explanation null when there is none
     */
    record NewItem(Meeting.ItemKind kind, UUID knelpunt, String title, String explanation) {}

    Done plan(Call call, Meeting.Plan plan);

    /** {@code change} may be called on the store's thread and must be quick. */
    Done change(Call call, UUID meeting, UnaryOperator<Meeting.Plan> change);

    /** The id in the answer is the item's. */
    Done putOnAgenda(Call call, UUID meeting, NewItem item);

    /** Only what was not voted on and not concluded. */
    Done takeOffAgenda(Call call, UUID meeting, UUID item);

    Done recordAttendance(Call call, UUID meeting, Meeting.Attendance attendance);

    /** On an item that has its own votes, once the meeting has begun; a later vote replaces an earlier one. */
    Done vote(Call call, UUID meeting, UUID item, Motion.Choice choice, String reason);

    /** Counts the votes on an item that has its own, once the meeting has begun. */
    Done conclude(Call call, UUID meeting, UUID item);

    /** The meeting is over: what is still open on the agenda is deferred. */
    Done hold(Call call, UUID meeting);

    Done cancel(Call call, UUID meeting, String reason);

    Done writeMinutes(Call call, UUID meeting, String text);

    /** @param at the later meeting at which they were fixed; null when the chair does it */
    Done fixMinutes(Call call, UUID meeting, UUID at);

    /**
     * @param begun whether can be voted, concluded and ended now
     * @param readable the texts that refer to a datum or subject, by field, as the caller may read them now
     */
    record ShownMeeting(Meeting meeting, boolean begun, Map<String, FilledText> readable) {}

    ShownMeeting see(Call call, UUID meeting);

    /** Oldest first. */
    Page<Meeting> list(Call call, UUID after, int limit);
}
