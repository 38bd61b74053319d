package nl.knelpunt.rest;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.rest.BarrierShapes.BarrierModelBody;
import nl.knelpunt.rest.BarrierShapes.BarrierModelList;
import nl.knelpunt.rest.BarrierShapes.MatrixList;
import nl.knelpunt.rest.BarrierShapes.MatrixView;
import nl.knelpunt.rest.BarrierShapes.NewUse;

/** Barrier models, and the gaps of a plan against them. */
final class BarrierResource {

    private static final String MODELS = RouteTable.BASE + "/barrier-models";

    private final UseCases use;

    BarrierResource(UseCases use) {
        this.use = use;
    }

    Answer list(Exchange exchange) {
        return list(use.barrierModels().newest());
    }

    Answer versions(Exchange exchange) {
        return list(use.barrierModels().versions(exchange.path("model")));
    }

    private static Answer list(List<BarrierModel> models) {
        return Answer.of(
                new BarrierModelList(models.stream().map(BarrierModelBody::of).toList()));
    }

    Answer take(Exchange exchange) throws IOException {
        BarrierModelBody body = exchange.body(BarrierModelBody.class);
        Done done = use.barrierModels().take(exchange.call(), body.engine());
        return Answer.created(done, MODELS + "/" + body.code());
    }

    Answer matrices(Exchange exchange) {
        return Answer.of(new MatrixList(use.barrierModels().matrices(exchange.call(), knelpunt(exchange)).stream()
                .map(MatrixView::of)
                .toList()));
    }

    Answer use(Exchange exchange) throws IOException {
        NewUse body = exchange.body(NewUse.class);
        return changed(
                exchange,
                use.barrierModels().use(exchange.call(), knelpunt(exchange), exchange.path("model"), body.version()));
    }

    Answer drop(Exchange exchange) {
        return changed(exchange, use.barrierModels().drop(exchange.call(), knelpunt(exchange), exchange.path("model")));
    }

    private static UUID knelpunt(Exchange exchange) {
        return exchange.id("knelpunt");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, KnelpuntResource.href(knelpunt(exchange)) + "/barriers");
    }
}
