package nl.knelpunt.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.SignalForm;
import nl.knelpunt.rest.FormAnswers.Given;
import nl.knelpunt.rest.FormShapes.FormAnswersBody;
import nl.knelpunt.rest.FormShapes.FormDraft;
import nl.knelpunt.rest.FormShapes.LeftOut;
import nl.knelpunt.rest.Shapes.Refusal;

/** Forms of plugins, answered: each becomes a draft, of which the law is asked as of any other. */
final class FormResource {

    private final UseCases use;

    FormResource(UseCases use) {
        this.use = use;
    }

    Answer answer(Exchange exchange) throws IOException {
        String participant = exchange.path("participant");
        FormAnswers answers = FormAnswers.of(
                form(participant, exchange.path("form")),
                exchange.body(FormAnswersBody.class).answers(),
                exchange.language());
        Call call = exchange.call();
        Call ofDraft = call.confirming(
                call.confirmations().stream().map(answers::ofDraft).toList());
        Done draft;
        try {
            draft = use.signals().draft(ofDraft, participant, answers.content());
        } catch (RefusedException e) {
            throw answers.ofAnswers(e);
        }
        List<LeftOut> leftOut = new ArrayList<>();
        Done last = withData(exchange, call, draft, answers.data(), leftOut);
        String href = SignalResource.href(draft.id());
        return Answer.created(new FormDraft(draft.id(), draft.state(), last.version(), href, leftOut))
                .at(last.version())
                .with("Location", href);
    }

    private SignalForm form(String participant, String name) {
        Participant known = use.regions().current().find(participant);
        return use.router().active().stream()
                .filter(d -> known != null && d.kind().equals(known.kind()))
                .flatMap(d -> d.forms().stream())
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(ProblemException::unknownForm);
    }

    /** Adds what is accepted, and tells what is not: the rest of the draft stands all the same. */
    private Done withData(Exchange exchange, Call call, Done draft, List<Given> data, List<LeftOut> leftOut) {
        Map<String, UUID> subjects = new HashMap<>();
        Done last = draft;
        for (int i = 0; i < data.size(); i++) {
            Given given = data.get(i);
            UUID subject = subjects.get(given.subject());
            try {
                Done added = use.signals().addDatum(part(call, i), draft.id(), datum(given, subject));
                last = new Done(draft.id(), draft.state(), added.version());
                if (subject == null) {
                    subjects.put(given.subject(), subjectOf(call, draft.id(), added.id()));
                }
            } catch (RefusedException e) {
                leftOut.add(new LeftOut(
                        given.question(),
                        FormAnswers.of(given, e).findings().stream()
                                .map(f -> Refusal.of(f, exchange.language()))
                                .toList()));
            }
        }
        return last;
    }

    /** Each datum is a request of its own, and a repeat of the whole is a repeat of each. */
    private static Call part(Call call, int number) {
        Call part = new Call(
                call.caller(),
                call.trace(),
                call.origin(),
                call.idempotencyKey() == null ? null : call.idempotencyKey() + "/" + number,
                null);
        return call.idempotencyKey() == null ? part : part.sending(call.content());
    }

    private static NewDatum datum(Given given, UUID subject) {
        return new NewDatum(
                subject,
                subject == null ? new NewDatum.NewSubject(given.kind(), null, null) : null,
                given.category(),
                given.field(),
                given.content(),
                null,
                null,
                0,
                false,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private UUID subjectOf(Call call, UUID signal, UUID datum) {
        return use.signals().see(new Call(call.caller(), call.trace(), call.origin()), signal).data().stream()
                .filter(d -> d.datum().id().equals(datum) && d.subject() != null)
                .map(d -> d.subject().id())
                .findFirst()
                .orElse(null);
    }
}
