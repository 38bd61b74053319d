package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.Mandate;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Of the steering group: items to vote on until the meeting, minutes to write and to fix, mandates that end. */
@Component(service = TaskSource.class)
public final class SteeringTasks implements TaskSource {

    /** In which a participant can still give a new one. */
    private static final int DAYS_BEFORE_A_MANDATE_ENDS = 30;

    /** In which minutes are expected. */
    private static final int DAYS_FOR_MINUTES = 14;

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        List<Task> tasks = new ArrayList<>();
        boolean member = facts.actor().roles().contains(Role.STEERING_MEMBER)
                && facts.actor().participant() != null;
        boolean bureau = facts.actor().roles().contains(Role.CASE_DIRECTOR);
        if (member) {
            String own = facts.actor().participant().id();
            transaction.meetings().in(MeetingState.PLANNED).forEach(m -> votes(m, own, tasks));
            transaction.mandates().standingOf(own).forEach(m -> ending(m, facts.today(), tasks));
        }
        if (member || bureau) {
            transaction.meetings().in(MeetingState.HELD).forEach(m -> minutes(m, facts, bureau, tasks));
        }
        return tasks;
    }

    private static void votes(Meeting meeting, String own, List<Task> tasks) {
        boolean asked = meeting.items().stream()
                .anyMatch(i -> i.isOpen()
                        && i.kind().motion() == null
                        && i.votes().stream().noneMatch(v -> v.participant().equals(own)));
        if (asked) {
            tasks.add(new Task(
                    Act.VOTE_ITEM,
                    meeting.id(),
                    meeting.plan().form() == Meeting.Form.WRITTEN
                            ? new Text("Stem over de agendapunten.", "Vote on the items of the agenda.")
                            : new Text(
                                    "Stem in de vergadering over de agendapunten.",
                                    "Vote on the items of the agenda at the meeting."),
                    day(meeting)));
        }
    }

    private static void ending(Mandate mandate, LocalDate today, List<Task> tasks) {
        if (mandate.holdsOn(today) && !mandate.until().isAfter(today.plusDays(DAYS_BEFORE_A_MANDATE_ENDS))) {
            tasks.add(new Task(
                    Act.LIST_MANDATES,
                    null,
                    new Text(
                            "Een mandaat van uw organisatie loopt af. Geef een nieuw mandaat als dat nodig is.",
                            "A mandate of your organisation ends. Give a new one if it is needed."),
                    mandate.until()));
        }
    }

    private static void minutes(Meeting meeting, Facts facts, boolean bureau, List<Task> tasks) {
        LocalDate due = day(meeting).plusDays(DAYS_FOR_MINUTES);
        if (meeting.minutes().text() == null) {
            if (bureau) {
                tasks.add(new Task(
                        Act.WRITE_MINUTES, meeting.id(), new Text("Schrijf de notulen.", "Write the minutes."), due));
            }
        } else if (facts.actor().account() != null
                && facts.actor().account().id().equals(meeting.plan().chair())) {
            tasks.add(new Task(
                    Act.FIX_MINUTES, meeting.id(), new Text("Stel de notulen vast.", "Fix the minutes."), due));
        }
    }

    private static LocalDate day(Meeting meeting) {
        return Facts.day(meeting.plan().starts());
    }
}
