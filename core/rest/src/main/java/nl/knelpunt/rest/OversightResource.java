package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.oversight.PolicyChange;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.rest.OversightShapes.AdviceList;
import nl.knelpunt.rest.OversightShapes.AdviceView;
import nl.knelpunt.rest.OversightShapes.LogPart;
import nl.knelpunt.rest.OversightShapes.LogSearch;
import nl.knelpunt.rest.OversightShapes.NewAdvice;
import nl.knelpunt.rest.OversightShapes.PolicyChangeView;
import nl.knelpunt.rest.OversightShapes.PolicyPatch;
import nl.knelpunt.rest.OversightShapes.PolicyValues;
import nl.knelpunt.rest.OversightShapes.PolicyView;

/** Policy, advices of the RAC, and reading the log. */
final class OversightResource {

    private static final String POLICY = RouteTable.BASE + "/policy";
    private static final String ADVICES = RouteTable.BASE + "/rac-advices";
    private static final int DEFAULT_RECORDS = 100;

    private final UseCases use;

    OversightResource(UseCases use) {
        this.use = use;
    }

    Answer policy(Exchange exchange) {
        List<PolicyChange> changes = use.policies().changes();
        Policy current = changes.isEmpty() ? Policy.DEFAULT : changes.get(0).policy();
        return Answer.of(new PolicyView(
                        current.version(),
                        PolicyValues.of(current),
                        changes.stream().map(PolicyChangeView::of).toList()))
                .at(current.version());
    }

    Answer changePolicy(Exchange exchange) throws IOException {
        Call call = exchange.call();
        ObjectNode patch = exchange.patch(PolicyPatch.class);
        PolicyPatch said = Json.read(patch, PolicyPatch.class);
        ObjectNode values = patch.deepCopy().remove(PolicyPatch.REASONS);
        Done done = use.policies()
                .change(
                        call,
                        new Policies.Wanted(
                                now -> Json.merged(PolicyValues.of(now), values, PolicyValues.class)
                                        .engine(),
                                said.advice(),
                                said.deviation(),
                                said.reported()));
        return Answer.changed(done, POLICY);
    }

    Answer register(Exchange exchange) throws IOException {
        NewAdvice body = exchange.body(NewAdvice.class);
        return Answer.created(use.advices().register(exchange.call(), body.engine()), ADVICES);
    }

    Answer advices(Exchange exchange) {
        Page<RacAdvice> page = use.advices().list(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(new AdviceList(
                page.items().stream().map(AdviceView::of).toList(), exchange.links(ADVICES, page.next())));
    }

    Answer searchLog(Exchange exchange) throws IOException {
        LogSearch body = exchange.body(LogSearch.class);
        return Answer.of(LogPart.of(use.log()
                .read(
                        exchange.call(),
                        body.purpose(),
                        body.reason(),
                        body.filter(),
                        body.after() == null ? 0 : body.after(),
                        body.limit() == null ? DEFAULT_RECORDS : body.limit())));
    }
}
