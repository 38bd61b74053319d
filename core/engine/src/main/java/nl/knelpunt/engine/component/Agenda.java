package nl.knelpunt.engine.component;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.gate.InvalidException;
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
        Count count = Count.of(facts.region(), meeting, motion.votes());
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

    /**
     * How the participants decided on opening a phase, when that was on an agenda since the last decision on a phase: it binds.
     *
     * @return empty when it was not
     * @throws InvalidException it is not decided on yet, or was rejected
     */
    static List<Motion.Vote> onPhase(Transaction transaction, Knelpunt knelpunt) {
        Instant since = knelpunt.phases().stream()
                .map(PhaseDecision::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Meeting.Item> items = transaction.meetings().withItem(knelpunt.id(), Meeting.ItemKind.PHASE).stream()
                .flatMap(m -> m.items().stream())
                .filter(i -> i.kind() == Meeting.ItemKind.PHASE && knelpunt.id().equals(i.knelpunt()))
                .toList();
        if (items.stream().anyMatch(Meeting.Item::isOpen)) {
            throw new InvalidException(
                    "phase",
                    new Text(
                            "Dit staat op de agenda van een vergadering. Sluit dat punt eerst af.",
                            "This stands on the agenda of a meeting. Conclude that item first."));
        }
        Optional<Meeting.Item> last = items.stream()
                .filter(i -> i.conclusion().outcome() != Meeting.Outcome.DEFERRED)
                .filter(i -> !i.conclusion().at().isBefore(since))
                .max(Comparator.comparing(i -> i.conclusion().at()));
        if (last.filter(i -> i.conclusion().outcome() != Meeting.Outcome.ADOPTED)
                .isPresent()) {
            throw new InvalidException(
                    "phase",
                    new Text(
                            "De deelnemers hebben dit in de vergadering verworpen. Zet het opnieuw op een agenda.",
                            "The participants rejected this in the meeting. Put it on an agenda anew."));
        }
        return last.map(Meeting.Item::votes).orElse(List.of());
    }
}
