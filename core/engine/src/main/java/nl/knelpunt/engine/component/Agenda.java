package nl.knelpunt.engine.component;

import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.Meeting;

/** What is decided on a knelpunt is noted at the meeting on whose agenda it stands. */
final class Agenda {

    private Agenda() {}

    static void concluded(Transaction transaction, Facts facts, Meeting.ItemKind kind, Meeting.Conclusion conclusion) {
        Meeting meeting = facts.papers().meeting();
        if (meeting != null) {
            transaction
                    .meetings()
                    .update(meeting.changing(
                            i -> i.isOpen()
                                    && i.kind() == kind
                                    && facts.knelpunt().id().equals(i.knelpunt()),
                            i -> i.concluded(conclusion)));
        }
    }
}
