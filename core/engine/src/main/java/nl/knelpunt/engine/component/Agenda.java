package nl.knelpunt.engine.component;

import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.Count;
import nl.knelpunt.engine.steering.Meeting;

/** What the steering group decides on a knelpunt is noted at the meeting on whose agenda it stands. */
final class Agenda {

    private Agenda() {}

    /** Counts the votes of the region's participants; abstentions make the quorum but not the majority. */
    static Motion conclude(Transaction transaction, Facts facts, Motion motion) {
        Meeting meeting = facts.papers().meeting();
        Motion counted = motion.among(facts.region());
        Count count = Count.of(
                meeting == null ? counted.votes().size() : meeting.represented(facts.region(), counted.votes()),
                counted.votes());
        boolean adopted = count.isAdopted(facts.policy());
        note(
                transaction,
                facts,
                Meeting.ItemKind.of(motion.kind()),
                new Meeting.Conclusion(
                        adopted ? Meeting.Outcome.ADOPTED : Meeting.Outcome.REJECTED, count, null, facts.now()));
        return motion.concludedAs(
                adopted,
                facts.now(),
                new Motion.Conclusion(
                        facts.actor().participant().id(),
                        facts.actor().account().id(),
                        facts.actor().mandate(),
                        meeting == null ? null : meeting.id()));
    }

    static void sentBack(Transaction transaction, Facts facts, String reason) {
        note(
                transaction,
                facts,
                Meeting.ItemKind.DESIGNATION,
                new Meeting.Conclusion(Meeting.Outcome.SENT_BACK, null, reason, facts.now()));
    }

    private static void note(
            Transaction transaction, Facts facts, Meeting.ItemKind kind, Meeting.Conclusion conclusion) {
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
