package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.Signal.Waiting;
import nl.knelpunt.engine.signal.SignalFilter;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Signals that wait for the next step of somebody. */
@Component(service = TaskSource.class)
public final class SignalTasks implements TaskSource {

    private static final SignalFilter WAITING = new SignalFilter(null, null, null, null, null, null, null, true);

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        if (facts.actor().isBureau()) {
            return facts.actor().roles().contains(Role.CASE_DIRECTOR)
                    ? transaction.signals().reported(WAITING, null, MOST).stream()
                            .map(SignalTasks::ofBureau)
                            .toList()
                    : List.of();
        }
        Set<Role> roles = facts.actor().roles();
        if (facts.actor().participant() == null
                || !roles.contains(Role.WORKER) && !roles.contains(Role.STEERING_MEMBER)) {
            return List.of();
        }
        String participant = facts.actor().participant().id();
        return transaction.signals().ofParticipant(participant, WAITING, null, MOST).stream()
                .filter(s -> Guard.mayKnow(facts.as(Act.SEE_SIGNAL).withSignal(s, Subjects.NONE)))
                .map(s -> ofParticipant(facts, s, participant))
                .toList();
    }

    private static Task ofBureau(Signal signal) {
        return signal.state() == SignalState.RECOGNISED
                ? new Task(
                        Act.PREPARE_ASSESSMENT,
                        signal.id(),
                        new Text("Bereid de weging van dit signaal voor.", "Prepare the assessment of this signal."),
                        null)
                : new Task(
                        Act.ASK_RECOGNITION,
                        signal.id(),
                        new Text(
                                "Vraag een deelnemer of die dit signaal herkent.",
                                "Ask a participant whether it recognises this signal."),
                        null);
    }

    private static Task ofParticipant(Facts facts, Signal signal, String participant) {
        Waiting waiting = signal.waitsFor(participant);
        return switch (waiting) {
            case REPORT ->
                new Task(
                        Act.REPORT_SIGNAL,
                        signal.id(),
                        new Text(
                                "Vul dit concept aan en meld het, of gooi het weg.",
                                "Complete this draft and report it, or discard it."),
                        lapses(facts, signal));
            case RECOGNISE ->
                new Task(
                        Act.ANSWER_RECOGNITION,
                        signal.id(),
                        new Text(
                                "Laat weten of uw organisatie dit signaal herkent.",
                                "Say whether your organisation recognises this signal."),
                        signal.recognitionOf(participant)
                                .map(Recognition::asked)
                                .map(facts.policy()::answerBy)
                                .orElse(null));
            case DECIDE ->
                new Task(
                        Act.DECIDE_ASSESSMENT,
                        signal.id(),
                        new Text(
                                "Beslis voor uw organisatie over de weging van dit signaal.",
                                "Decide for your organisation on the assessment of this signal."),
                        null);
        };
    }

    /** The last day that is there for certain. */
    private static LocalDate lapses(Facts facts, Signal draft) {
        return draft.received()
                .atZone(Facts.NETHERLANDS)
                .toLocalDate()
                .plusDays(facts.policy().draftDays() - 1L);
    }
}
