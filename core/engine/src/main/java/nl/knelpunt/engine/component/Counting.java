package nl.knelpunt.engine.component;

import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.rights.RightsRequest;

/**
 * Counts what is done for the annual report (Wgs 1.12), in the transaction of the act: from the domain and never from the log (Wgs
 * 1.8(4)), and without anything that leads to a person, so that the counts may stay when what they count is destroyed.
 */
final class Counting {

    private final Transaction transaction;
    private final Facts facts;
    private final Done done;

    private Counting(Transaction transaction, Facts facts, Done done) {
        this.transaction = transaction;
        this.facts = facts;
        this.done = done;
    }

    /** @param facts as they were before the change */
    static void count(Transaction transaction, Facts facts, UUID object, Done done) {
        new Counting(transaction, facts, done).count(object);
    }

    private void count(UUID object) {
        switch (facts.act()) {
            case REPORT_SIGNAL ->
                one(Figure.SIGNALS_REPORTED, facts.signal().content().manifestation());
            case ANSWER_RECOGNITION -> when(isFirstRecognition(), Figure.SIGNALS_RECOGNISED);
            case DECIDE_ASSESSMENT -> {
                when(is(SignalState.TAKEN_UP), Figure.SIGNALS_TAKEN_UP);
                when(done.state().equals(Done.DESTROYED), Figure.SIGNALS_NOT_TAKEN_UP);
            }
            case WITHDRAW_SIGNAL -> one(Figure.SIGNALS_WITHDRAWN);
            case PROPOSE ->
                one(
                        Figure.PROPOSED,
                        ((Asked.Proposing) facts.asked()).proposal().activity());
            case PROPOSE_FROM_SCAN, CONVERT_CONSULTATION -> one(Figure.PROPOSED, Activity.KNELPUNT);
            case DESIGNATE -> designated();
            case PROLONG -> when(is(KnelpuntState.DESIGNATED) && hasNewTerm(object), Figure.PROLONGED);
            case CLOSE -> when(is(KnelpuntState.CLOSED), Figure.CLOSED);
            case OPEN_PHASE -> {
                if (hasNewPhase(object)) {
                    one(Figure.PHASES_OPENED, ((Asked.Opening) facts.asked()).phase());
                }
            }
            case SHARE_DATUM -> facts.data().forEach(d -> one(Figure.DATA_SUPPLIED, d.category()));
            case REUSE_DATUM -> one(Figure.DATA_REUSED);
            case BLOCK_DATUM -> one(Figure.DATA_BLOCKED);
            case REPORT_ERROR -> one(Figure.DATA_DOUBTED);
            case CORRECT_DATUM -> one(Figure.DATA_CORRECTED);
            case ACCEPT_CORRECTION -> accepted();
            case DESTROY_LISTED ->
                more(Figure.DATA_DESTROYED, "LIST", facts.data().size());
            case DESTROY_DATUM ->
                more(Figure.DATA_DESTROYED, "SUPPLIER", facts.data().size());
            case EXPIRE_DATUM, EXPIRE_SIGNAL_DATUM ->
                more(Figure.DATA_DESTROYED, "TERM", facts.data().size());
            case PLAN_INTERVENTION -> intervention(done.id(), Figure.INTERVENTIONS_PLANNED);
            case CARRY_OUT_INTERVENTION -> intervention(object, Figure.INTERVENTIONS_DONE);
            case STOP_INTERVENTION -> intervention(object, Figure.INTERVENTIONS_STOPPED);
            case OBSERVE_EFFECT -> effect(object);
            case PROVIDE ->
                one(Figure.PROVISIONS, provision().content().recipient().type());
            case ANSWER_PROVISION -> when(isNewObjection(object), Figure.OBJECTIONS);
            case TEST_PROVISION -> one(Figure.RAC_TESTS, stored(object).test().lawful());
            case GIVE_FEEDBACK -> {
                if (provision().feedback() == null) {
                    one(Figure.FEEDBACK, stored(object).feedback().followedUp());
                }
            }
            case REGISTER_REQUEST ->
                transaction.rightsRequests().find(done.id()).ifPresent(r -> one(Figure.REQUESTS, r.kind()));
            case EXTEND_REQUEST -> one(Figure.REQUESTS_EXTENDED);
            case DECIDE_REQUEST -> decided();
            case REGISTER_ADVICE ->
                transaction.advices().find(done.id()).ifPresent(a -> one(Figure.RAC_ADVICES, a.outcome()));
            case ADVISE ->
                transaction
                        .racRequests()
                        .find(object)
                        .flatMap(r -> transaction.advices().find(r.advice()))
                        .ifPresent(a -> one(Figure.RAC_ADVICES, a.outcome()));
            case CHANGE_POLICY -> {
                one(Figure.POLICY_CHANGES);
                when(((Asked.Changing) facts.asked()).deviation() != null, Figure.RAC_DEVIATIONS);
            }
            default -> {
                // Nothing that the report tells.
            }
        }
    }

    private boolean isFirstRecognition() {
        return facts.signal().state() == SignalState.ASKED && is(SignalState.RECOGNISED);
    }

    private void designated() {
        if (is(KnelpuntState.DESIGNATED)) {
            for (Manifestation manifestation : facts.knelpunt().proposal().manifestations()) {
                one(Figure.DESIGNATED, manifestation);
            }
        } else if (is(KnelpuntState.REJECTED)) {
            one(Figure.REJECTED);
        }
    }

    private boolean hasNewTerm(UUID knelpunt) {
        return transaction
                .knelpunten()
                .find(knelpunt)
                .filter(k -> !k.wholeTerm().equals(facts.knelpunt().wholeTerm()))
                .isPresent();
    }

    /** It may have been open for all of them already. */
    private boolean hasNewPhase(UUID knelpunt) {
        return transaction
                .knelpunten()
                .find(knelpunt)
                .filter(k -> k.phases().size() > facts.knelpunt().phases().size())
                .isPresent();
    }

    private void accepted() {
        if (facts.papers().correction().destroy()) {
            more(Figure.DATA_DESTROYED, "SUPPLIER", facts.data().size());
        } else {
            one(Figure.DATA_CORRECTED);
        }
    }

    private void intervention(UUID id, Figure figure) {
        transaction
                .interventions()
                .find(id)
                .ifPresent(i -> one(figure, i.content().category()));
    }

    private void effect(UUID id) {
        transaction
                .interventions()
                .find(id)
                .map(Intervention::outcomes)
                .filter(all -> !all.isEmpty())
                .ifPresent(all -> one(Figure.EFFECTS, all.get(all.size() - 1).kind()));
    }

    private Provision provision() {
        return facts.papers().provision();
    }

    private Provision stored(UUID provision) {
        return transaction.provisions().find(provision).orElseThrow();
    }

    private boolean isNewObjection(UUID provision) {
        String own = facts.actor().participant().id();
        Provision.Answer before = provision().answerOf(own);
        return !stored(provision).answerOf(own).consents() && (before == null || before.consents());
    }

    private void decided() {
        RightsRequest request = facts.papers().request();
        boolean granted = ((Asked.Answering) facts.asked()).decision().granted();
        one(Figure.REQUESTS_DECIDED, granted);
        if (request.decision() == null) {
            one(Figure.REQUESTS_TERM, !facts.today().isAfter(request.due()));
        }
        if (granted && request.kind().destroys()) {
            long gone = facts.data().stream()
                    .map(Datum::id)
                    .filter(d -> transaction.data().find(d).isEmpty())
                    .count();
            more(Figure.DATA_DESTROYED, "REQUEST", gone);
        }
    }

    private boolean is(Enum<?> state) {
        return done.state().equals(state.name());
    }

    private void when(boolean so, Figure figure) {
        if (so) {
            one(figure);
        }
    }

    private void one(Figure figure) {
        more(figure, "", 1);
    }

    private void one(Figure figure, Object part) {
        more(figure, String.valueOf(part), 1);
    }

    private void more(Figure figure, String part, long number) {
        if (number > 0) {
            transaction.reports().count(facts.today().getYear(), figure, part, number);
        }
    }
}
