package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Drafts to report, and signals to recognise and weigh. */
@Component(service = TaskSource.class)
public final class SignalTasks implements TaskSource {

    private static final Text REPORT = new Text(
            "Meld dit concept, of gooi het weg: daarna vervalt het.",
            "Report this draft or discard it: then it lapses.");
    private static final Text ASK = new Text(
            "Vraag andere deelnemers of zij dit signaal herkennen.",
            "Ask other participants whether they recognise this signal.");
    private static final Text ANSWER =
            new Text("Geef antwoord: herkent u dit signaal?", "Answer: do you recognise this signal?");
    private static final Text PREPARE = new Text("Bereid de weging voor.", "Prepare the assessment.");
    private static final Text DECIDE = new Text("Beslis over de weging.", "Decide on the assessment.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Stream<Task> ofWorker =
                facts.actor().roles().contains(Role.WORKER) ? ofWorker(transaction, facts) : Stream.empty();
        Stream<Task> ofDirector =
                facts.actor().roles().contains(Role.CASE_DIRECTOR) ? ofDirector(transaction) : Stream.empty();
        return Stream.concat(ofWorker, ofDirector).toList();
    }

    private static Stream<Task> ofWorker(Transaction transaction, Facts facts) {
        if (facts.actor().participant() == null) {
            return Stream.empty();
        }
        String own = facts.actor().participant().id();
        Stream<Task> drafts = transaction.signals().in(SignalState.DRAFT, own, MOST).stream()
                .map(s -> new Task(Act.REPORT_SIGNAL, s.id(), REPORT, lapses(s, facts)));
        Stream<Task> questions = Stream.of(SignalState.ASKED, SignalState.RECOGNISED)
                .flatMap(state -> transaction.signals().in(state, own, MOST).stream())
                .filter(s -> s.recognitionOf(own)
                        .map(r -> r.outcome() == Recognition.Outcome.OPEN)
                        .orElse(false))
                .map(s -> new Task(Act.ANSWER_RECOGNITION, s.id(), ANSWER, null));
        Stream<Task> decisions = transaction.signals().in(SignalState.WEIGHED, own, MOST).stream()
                .filter(s -> s.assessors().contains(own)
                        && s.assessment().decisions().stream()
                                .noneMatch(d -> d.participant().equals(own)))
                .map(s -> new Task(Act.DECIDE_ASSESSMENT, s.id(), DECIDE, null));
        return Stream.of(drafts, questions, decisions).flatMap(tasks -> tasks);
    }

    private static Stream<Task> ofDirector(Transaction transaction) {
        return Stream.concat(
                transaction.signals().in(SignalState.REPORTED, MOST).stream()
                        .map(s -> new Task(Act.ASK_RECOGNITION, s.id(), ASK, null)),
                transaction.signals().in(SignalState.RECOGNISED, MOST).stream()
                        .map(s -> new Task(Act.PREPARE_ASSESSMENT, s.id(), PREPARE, null)));
    }

    /** The last day that is there for certain. */
    private static LocalDate lapses(Signal draft, Facts facts) {
        return draft.received()
                .atZone(Facts.NETHERLANDS)
                .toLocalDate()
                .plusDays(facts.policy().draftDays() - 1L);
    }
}
