package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.DatumShapes.CorrectionBody;
import nl.knelpunt.rest.DatumShapes.DatumList;
import nl.knelpunt.rest.DatumShapes.DatumView;
import nl.knelpunt.rest.DatumShapes.NewAnalysis;
import nl.knelpunt.rest.DatumShapes.NewError;
import nl.knelpunt.rest.DatumShapes.NewHold;
import nl.knelpunt.rest.DatumShapes.NewReuse;
import nl.knelpunt.rest.DatumShapes.NewReveal;
import nl.knelpunt.rest.DatumShapes.NewVeto;
import nl.knelpunt.rest.DatumShapes.OwnDatumList;
import nl.knelpunt.rest.DatumShapes.OwnDatumView;
import nl.knelpunt.rest.SharingShapes.NewRejection;
import nl.knelpunt.rest.SignalShapes.GradingBody;

/** What is done with a datum of a dossier once it is there. */
final class DatumResource {

    private final UseCases use;

    DatumResource(UseCases use) {
        this.use = use;
    }

    Answer reveal(Exchange exchange) throws IOException {
        NewReveal body = exchange.body(NewReveal.class);
        ShownDatum whole = use.data().reveal(exchange.call(), dossier(exchange), datum(exchange), body.necessity());
        return Answer.of(DatumView.of(whole, exchange.language()));
    }

    Answer block(Exchange exchange) throws IOException {
        NewVeto body = exchange.body(NewVeto.class);
        return created(exchange, use.data().block(exchange.call(), dossier(exchange), datum(exchange), body.ground()));
    }

    Answer reportError(Exchange exchange) throws IOException {
        NewError body = exchange.body(NewError.class);
        return created(
                exchange, use.data().reportError(exchange.call(), dossier(exchange), datum(exchange), body.reason()));
    }

    Answer rejectError(Exchange exchange) throws IOException {
        NewRejection body = exchange.body(NewRejection.class);
        return created(
                exchange, use.data().rejectError(exchange.call(), dossier(exchange), datum(exchange), body.reason()));
    }

    Answer own(Exchange exchange) {
        Page<ShownDatum> page =
                use.data().own(exchange.call(), exchange.flag("wrong"), exchange.after(), exchange.limit());
        return Answer.of(new OwnDatumList(
                page.items().stream()
                        .map(d -> OwnDatumView.of(d, exchange.language()))
                        .toList(),
                exchange.links(RouteTable.BASE + "/own-data", page.next())));
    }

    Answer correct(Exchange exchange) throws IOException {
        CorrectionBody body = exchange.body(CorrectionBody.class);
        return changed(
                exchange, use.data().correct(exchange.call(), dossier(exchange), datum(exchange), body.content()));
    }

    Answer grade(Exchange exchange) throws IOException {
        GradingBody body = exchange.body(GradingBody.class);
        return changed(exchange, use.data().grade(exchange.call(), dossier(exchange), datum(exchange), body.engine()));
    }

    Answer destroy(Exchange exchange) {
        return changed(exchange, use.data().destroy(exchange.call(), dossier(exchange), datum(exchange)));
    }

    Answer hold(Exchange exchange) throws IOException {
        NewHold body = exchange.body(NewHold.class);
        return created(
                exchange,
                use.data()
                        .hold(
                                exchange.call(),
                                dossier(exchange),
                                datum(exchange),
                                body.ground(),
                                body.reason(),
                                body.until()));
    }

    Answer liftHold(Exchange exchange) {
        return changed(exchange, use.data().liftHold(exchange.call(), dossier(exchange), datum(exchange)));
    }

    Answer reuse(Exchange exchange) throws IOException {
        NewReuse body = exchange.body(NewReuse.class);
        Done done =
                use.data().reuse(exchange.call(), dossier(exchange), body.datum(), body.subject(), body.necessity());
        return Answer.created(done, href(exchange));
    }

    Answer analyse(Exchange exchange) throws IOException {
        NewAnalysis body = exchange.body(NewAnalysis.class);
        UUID dossier = dossier(exchange);
        Page<ShownDatum> page =
                use.data().analyse(exchange.call(), dossier, body.engine(), exchange.after(), exchange.limit());
        return Answer.of(new DatumList(
                DatumView.all(page.items(), exchange.language()),
                exchange.links(KnelpuntResource.href(dossier) + "/analysis", page.next())));
    }

    private static UUID dossier(Exchange exchange) {
        return exchange.id("knelpunt");
    }

    private static UUID datum(Exchange exchange) {
        return exchange.id("datum");
    }

    /** Where data of the dossier are read. */
    private static String href(Exchange exchange) {
        return KnelpuntResource.href(dossier(exchange)) + "/data";
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(exchange));
    }

    /** Something was said of the datum; the answer is about the datum. */
    private static Answer created(Exchange exchange, Done done) {
        return changed(exchange, done).withStatus(201);
    }
}
