package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.rest.CapacityShapes.CapacityList;
import nl.knelpunt.rest.CapacityShapes.KnelpuntCapacity;
import nl.knelpunt.rest.CapacityShapes.NewPledge;
import nl.knelpunt.rest.CapacityShapes.NewUse;
import nl.knelpunt.rest.PlanShapes.InterventionBody;
import nl.knelpunt.rest.PlanShapes.InterventionView;
import nl.knelpunt.rest.PlanShapes.NewAgreement;
import nl.knelpunt.rest.PlanShapes.NewExecution;
import nl.knelpunt.rest.PlanShapes.NewOutcome;
import nl.knelpunt.rest.PlanShapes.NewReason;
import nl.knelpunt.rest.PlanShapes.PlanBody;
import nl.knelpunt.rest.PlanShapes.PlanView;
import nl.knelpunt.rest.PlanShapes.ProgressBody;

/** The plan of a knelpunt, its interventions, and the capacity for it. */
final class PlanResource {

    private final UseCases use;

    PlanResource(UseCases use) {
        this.use = use;
    }

    static String intervention(UUID id) {
        return RouteTable.BASE + "/interventions/" + id;
    }

    private static String plan(Exchange exchange) {
        return KnelpuntResource.href(exchange.id("knelpunt")) + "/plan";
    }

    Answer see(Exchange exchange) {
        Plans.ShownPlan shown = use.plans().see(exchange.call(), exchange.id("knelpunt"));
        return Answer.of(PlanView.of(shown, exchange.language())).at(shown.version());
    }

    Answer write(Exchange exchange) throws IOException {
        PlanBody body = exchange.body(PlanBody.class);
        return Answer.changed(
                use.plans().write(exchange.call(), exchange.id("knelpunt"), body.engine()), plan(exchange));
    }

    Answer propose(Exchange exchange) throws IOException {
        InterventionBody body = exchange.body(InterventionBody.class);
        Done done = use.plans().propose(exchange.call(), exchange.id("knelpunt"), body.engine());
        return Answer.created(done, intervention(done.id()));
    }

    Answer seeIntervention(Exchange exchange) {
        Plans.ShownIntervention shown = use.plans().seeIntervention(exchange.call(), id(exchange));
        return Answer.of(InterventionView.of(shown, exchange.language()))
                .at(shown.intervention().version());
    }

    Answer amend(Exchange exchange) throws IOException {
        Call call = exchange.call();
        ObjectNode patch = exchange.patch(InterventionBody.class);
        return changed(
                exchange,
                use.plans()
                        .amend(
                                call,
                                id(exchange),
                                before -> Json.merged(InterventionBody.of(before), patch, InterventionBody.class)
                                        .engine()));
    }

    Answer agree(Exchange exchange) throws IOException {
        NewAgreement body = exchange.body(NewAgreement.class);
        return changed(exchange, use.plans().agree(exchange.call(), id(exchange), body.owner()));
    }

    Answer keepUp(Exchange exchange) throws IOException {
        ProgressBody body = exchange.body(ProgressBody.class);
        return changed(exchange, use.plans().keepUp(exchange.call(), id(exchange), body.engine()));
    }

    Answer start(Exchange exchange) {
        return changed(exchange, use.plans().start(exchange.call(), id(exchange)));
    }

    Answer carryOut(Exchange exchange) throws IOException {
        NewExecution body = exchange.body(NewExecution.class);
        return changed(exchange, use.plans().carryOut(exchange.call(), id(exchange), body.engine()));
    }

    Answer stop(Exchange exchange) throws IOException {
        NewReason body = exchange.body(NewReason.class);
        return changed(exchange, use.plans().stop(exchange.call(), id(exchange), body.reason()));
    }

    Answer withdraw(Exchange exchange) throws IOException {
        NewReason body = exchange.body(NewReason.class);
        return changed(exchange, use.plans().withdraw(exchange.call(), id(exchange), body.reason()));
    }

    Answer report(Exchange exchange) throws IOException {
        NewOutcome body = exchange.body(NewOutcome.class);
        return changed(exchange, use.plans().report(exchange.call(), id(exchange), body.engine()))
                .withStatus(201);
    }

    Answer pledge(Exchange exchange) throws IOException {
        NewPledge body = exchange.body(NewPledge.class);
        return Answer.created(
                use.capacities().pledge(exchange.call(), exchange.id("knelpunt"), body.engine()), plan(exchange));
    }

    Answer useCapacity(Exchange exchange) throws IOException {
        NewUse body = exchange.body(NewUse.class);
        return Answer.changed(
                        use.capacities()
                                .use(
                                        exchange.call(),
                                        exchange.id("knelpunt"),
                                        exchange.id("pledge"),
                                        body.date(),
                                        body.hours()),
                        plan(exchange))
                .withStatus(201);
    }

    Answer withdrawCapacity(Exchange exchange) {
        return Answer.changed(
                use.capacities().withdraw(exchange.call(), exchange.id("knelpunt"), exchange.id("pledge")),
                plan(exchange));
    }

    Answer capacity(Exchange exchange) {
        Page<Capacities.OfKnelpunt> page =
                use.capacities().overview(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(new CapacityList(
                page.items().stream().map(KnelpuntCapacity::of).toList(),
                exchange.links(RouteTable.BASE + "/capacity", page.next())));
    }

    private static UUID id(Exchange exchange) {
        return exchange.id("intervention");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, intervention(id(exchange)));
    }
}
