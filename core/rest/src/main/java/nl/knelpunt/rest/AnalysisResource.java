package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.ShownAnalysis;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.AnalysisShapes.AnalysisItem;
import nl.knelpunt.rest.AnalysisShapes.AnalysisList;
import nl.knelpunt.rest.AnalysisShapes.AnalysisPatch;
import nl.knelpunt.rest.AnalysisShapes.AnalysisView;
import nl.knelpunt.rest.AnalysisShapes.NewQuestion;
import nl.knelpunt.rest.AnalysisShapes.NewTest;

/** Written analyses. */
final class AnalysisResource {

    private final UseCases use;

    AnalysisResource(UseCases use) {
        this.use = use;
    }

    private static String href(UUID analysis) {
        return RouteTable.BASE + "/analyses/" + analysis;
    }

    Answer list(Exchange exchange) {
        UUID knelpunt = exchange.id("knelpunt");
        Page<Analysis> page = use.analyses().list(exchange.call(), knelpunt, exchange.after(), exchange.limit());
        return Answer.of(new AnalysisList(
                page.items().stream().map(a -> AnalysisItem.of(a, href(a.id()))).toList(),
                exchange.links(KnelpuntResource.href(knelpunt) + "/analyses", page.next())));
    }

    Answer ask(Exchange exchange) throws IOException {
        NewQuestion body = exchange.body(NewQuestion.class);
        Done done = use.analyses().ask(exchange.call(), exchange.id("knelpunt"), body.question(), body.due());
        return Answer.created(done, href(done.id()));
    }

    Answer begin(Exchange exchange) {
        Done done = use.analyses().begin(exchange.call(), exchange.id("knelpunt"));
        return Answer.created(done, href(done.id()));
    }

    Answer get(Exchange exchange) {
        ShownAnalysis shown = use.analyses().see(exchange.call(), analysis(exchange));
        return Answer.of(AnalysisView.of(shown, exchange.language()))
                .at(shown.analysis().version());
    }

    Answer write(Exchange exchange) throws IOException {
        Call call = exchange.call();
        ObjectNode patch = exchange.patch(AnalysisPatch.class);
        return changed(
                exchange,
                use.analyses()
                        .write(
                                call,
                                analysis(exchange),
                                sections -> Json.merged(AnalysisPatch.of(sections), patch, AnalysisPatch.class)
                                        .engine()));
    }

    Answer submit(Exchange exchange) {
        return changed(exchange, use.analyses().submit(exchange.call(), analysis(exchange)));
    }

    Answer test(Exchange exchange) throws IOException {
        NewTest body = exchange.body(NewTest.class);
        return changed(exchange, use.analyses().test(exchange.call(), analysis(exchange), body.good(), body.remarks()));
    }

    Answer discard(Exchange exchange) {
        return changed(exchange, use.analyses().discard(exchange.call(), analysis(exchange)));
    }

    private static UUID analysis(Exchange exchange) {
        return exchange.id("analysis");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(analysis(exchange)));
    }
}
