package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** What waits in sharing data: requests, questions about them, reported errors, proposals to correct, and what to take note of. */
@Component
public final class SharingTasks implements TaskSource {

    private static final Text SUPPLY = new Text(
            "Beantwoord het verzoek om gegevens: lever, lever niet, of vraag terug.",
            "Answer the request for data: supply, do not supply, or ask back.");
    private static final Text ANSWER = new Text(
            "Beantwoord de vraag over uw verzoek om gegevens.", "Answer the question about your request for data.");
    private static final Text MEND = new Text(
            "Een gegeven van u is als onjuist gemeld: verbeter of vernietig het, of wijs de melding af.",
            "A datum of yours was reported as wrong: correct or destroy it, or reject the report.");
    private static final Text DECIDE = new Text(
            "Beslis over het voorstel om een gegeven van u te verbeteren.",
            "Decide on the proposal to correct a datum of yours.");
    private static final Text CORRECTED = new Text(
            "Neem er kennis van dat een gegeven dat u ontving is verbeterd.",
            "Take note that a datum that you received was corrected.");
    private static final Text DESTROYED = new Text(
            "Neem er kennis van dat een gegeven dat u ontving is vernietigd.",
            "Take note that a datum that you received was destroyed.");
    private static final Text PASS_ON = new Text(
            "Vertel de ontvanger van een verstrekking dat een gegeven is verbeterd of vernietigd.",
            "Tell the recipient of a provision that a datum was corrected or destroyed.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        Actor actor = facts.actor();
        List<Task> tasks = new ArrayList<>();
        if (actor.participant() == null) {
            return tasks;
        }
        String told = CorrectionUseCases.told(actor);
        if (actor.roles().contains(Role.WORKER)) {
            requests(transaction.dataRequests().askedOf(told, DataRequestState.OPEN, MOST), Act.SUPPLY_REQUESTED)
                    .in(transaction, facts, SUPPLY, tasks);
            for (Datum wrong : transaction.data().ofSupplier(told, true, null, MOST)) {
                tasks.add(new Task(Act.CORRECT_DATUM, wrong.dossier(), wrong.id(), MEND, null));
            }
            for (CorrectionProposal proposal : transaction.corrections().toDecide(told, MOST)) {
                tasks.add(new Task(Act.ACCEPT_CORRECTION, proposal.id(), DECIDE, null));
            }
        }
        requests(transaction.dataRequests().askedBy(told, DataRequestState.ASKED_BACK, MOST), Act.ANSWER_BACK)
                .in(transaction, facts, ANSWER, tasks);
        for (CorrectionNotice notice : transaction.notices().of(told, true, null, MOST)) {
            tasks.add(new Task(Act.TAKE_NOTE, notice.id(), text(notice), null));
        }
        return tasks;
    }

    private static Text text(CorrectionNotice notice) {
        if (notice.provision() != null) {
            return PASS_ON;
        }
        return notice.kind() == CorrectionNotice.Kind.CORRECTED ? CORRECTED : DESTROYED;
    }

    private record Requests(List<DataRequest> waiting, Act act) {

        /** Only what may be done now: not after the term of the knelpunt. */
        void in(Transaction transaction, Facts facts, Text what, List<Task> tasks) {
            for (DataRequest request : waiting) {
                Knelpunt knelpunt = find(transaction, request.knelpunt());
                Facts about = facts.as(act)
                        .withKnelpunt(knelpunt, Subjects.NONE)
                        .withPapers(facts.papers().with(request));
                if (Guard.decide(about).isPermit()) {
                    tasks.add(new Task(act, request.id(), what, request.wanted().until()));
                }
            }
        }

        private static Knelpunt find(Transaction transaction, UUID id) {
            return transaction.knelpunten().find(id).orElse(null);
        }
    }

    private static Requests requests(List<DataRequest> waiting, Act act) {
        return new Requests(waiting, act);
    }
}
