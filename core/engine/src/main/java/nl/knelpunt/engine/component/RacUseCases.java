package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.oversight.RacRequests;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class RacUseCases implements RacRequests {

    private final Gate gate;

    @Activate
    public RacUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done draft(Call call, RacRequest.Content content) {
        check(content);
        UUID id = Ids.next();
        return gate.change(call, Act.DRAFT_RAC_REQUEST, null, (t, facts) -> facts.asking(told(content)), (t, facts) -> {
            RacRequest draft = RacRequest.draft(
                    id, facts.now(), content, facts.actor().account().id());
            t.racRequests().insert(draft);
            return new Done(id, draft.state().name(), draft.version());
        });
    }

    @Override
    public Done amend(Call call, UUID request, UnaryOperator<RacRequest.Content> change) {
        gate.admit(call, Act.AMEND_RAC_REQUEST, request, NOTHING);
        RacRequest.Content[] changed = {null};
        return change(
                call,
                Act.AMEND_RAC_REQUEST,
                request,
                (t, facts) -> {
                    if (facts.papers().racRequest() == null) {
                        return facts;
                    }
                    changed[0] = change.apply(facts.papers().racRequest().content());
                    check(changed[0]);
                    return facts.asking(told(changed[0]));
                },
                (t, facts) -> facts.papers().racRequest().with(changed[0]));
    }

    private static void check(RacRequest.Content content) {
        AdviceUseCases.check("matter.", content.matter());
        Checks.filled("title", content.title());
        Checks.line("title", content.title());
        Checks.filled("question", content.question());
        Checks.text("question", content.question(), Checks.TEXT);
        if (content.papers().size() > MOST_PAPERS) {
            throw new InvalidException(
                    "papers",
                    new Text("Hoogstens " + MOST_PAPERS + " stukken.", "At most " + MOST_PAPERS + " papers."));
        }
        for (int i = 0; i < content.papers().size(); i++) {
            Checks.filled("papers[" + i + "]", content.papers().get(i));
            Checks.line("papers[" + i + "]", content.papers().get(i));
        }
    }

    private static Asked told(RacRequest.Content content) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("title", content.title());
        said.put("question", content.question());
        for (int i = 0; i < content.papers().size(); i++) {
            said.put("papers[" + i + "]", content.papers().get(i));
        }
        return new Asked.Stating(said);
    }

    @Override
    public Done send(Call call, UUID request) {
        return change(
                call,
                Act.SEND_RAC_REQUEST,
                request,
                NOTHING,
                (t, facts) -> facts.papers().racRequest().sentAt(facts.now()));
    }

    @Override
    public Done withdraw(Call call, UUID request) {
        return change(
                call,
                Act.WITHDRAW_RAC_REQUEST,
                request,
                NOTHING,
                (t, facts) -> facts.papers().racRequest().withdrawnAt(facts.now()));
    }

    @Override
    public Done advise(Call call, UUID request, NewAnswer answer) {
        AdviceUseCases.check(answer.reference(), answer.outcome(), answer.reasons(), answer.conditions());
        Checks.required("date", answer.date());
        Checks.filled("reasons", answer.reasons());
        UUID advice = Ids.next();
        Gate.Asking asking = (t, facts) -> facts.asking(
                new Asked.Stating(AdviceUseCases.said(answer.reference(), answer.reasons(), answer.conditions())));
        return change(call, Act.ADVISE, request, asking, (t, facts) -> {
            Checks.notAfter("date", answer.date(), facts.today());
            RacRequest asked = facts.papers().racRequest();
            t.advices()
                    .insert(new RacAdvice(
                            advice,
                            answer.reference(),
                            asked.content().title(),
                            answer.date(),
                            answer.outcome(),
                            answer.reasons(),
                            answer.conditions(),
                            asked.content().matter(),
                            asked.id(),
                            null,
                            facts.actor().account().id(),
                            facts.now()));
            return asked.advisedBy(advice);
        });
    }

    @Override
    public Done followUp(Call call, UUID request, boolean followed, String reasons, List<String> reportedTo) {
        Checks.text("reasons", reasons, Checks.TEXT);
        if (!followed) {
            Checks.filled("reasons", reasons);
            if (!reportedTo.containsAll(RacAdvice.TOLD_OF_A_DEVIATION)) {
                throw new InvalidException(
                        "reportedTo",
                        new Text(
                                "Meld de afwijking aan de commissie en de coördinerende FG (artikel 1.13 Bgs).",
                                "Report the deviation to the committee and the coordinating data protection officer"
                                        + " (article 1.13 Bgs)."));
            }
        }
        return change(
                call,
                Act.FOLLOW_UP_ADVICE,
                request,
                (t, facts) -> facts.asking(new Asked.Saying("reasons", reasons)),
                (t, facts) -> facts.papers()
                        .racRequest()
                        .with(new RacRequest.FollowUp(
                                followed,
                                reasons,
                                reportedTo,
                                facts.actor().account().id(),
                                facts.now())));
    }

    private Done change(
            Call call, Act act, UUID request, Gate.Asking asking, BiFunction<Transaction, Facts, RacRequest> change) {
        return gate.change(call, act, request, asking, (t, facts) -> {
            RacRequest changed = change.apply(t, facts);
            t.racRequests().update(changed);
            return new Done(changed.id(), changed.state().name(), changed.version() + 1);
        });
    }

    @Override
    public Page<ShownRacRequest> list(Call call, RacRequestState state, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_RAC_REQUESTS,
                null,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.racRequests().list(state, from, most),
                        RacRequest::id,
                        request -> judge.permits(facts.as(Act.SEE_RAC_REQUEST)
                                        .withPapers(facts.papers().with(request)))
                                ? Optional.of(shown(t, request))
                                : Optional.empty()));
    }

    @Override
    public ShownRacRequest see(Call call, UUID request) {
        return gate.read(
                call,
                Act.SEE_RAC_REQUEST,
                request,
                (t, facts, judge) -> shown(t, facts.papers().racRequest()));
    }

    private static ShownRacRequest shown(Transaction transaction, RacRequest request) {
        return new ShownRacRequest(
                request,
                request.advice() == null
                        ? null
                        : transaction.advices().find(request.advice()).orElse(null));
    }
}
