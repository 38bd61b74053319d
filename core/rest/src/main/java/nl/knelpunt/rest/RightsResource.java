package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.rights.RightsRequests.ShownRequest;
import nl.knelpunt.rest.RightsShapes.ConsultationAnswer;
import nl.knelpunt.rest.RightsShapes.NewRightsRequest;
import nl.knelpunt.rest.RightsShapes.RequestDecision;
import nl.knelpunt.rest.RightsShapes.RequestExtension;
import nl.knelpunt.rest.RightsShapes.RequestTakeover;
import nl.knelpunt.rest.RightsShapes.RightsRequestList;
import nl.knelpunt.rest.RightsShapes.RightsRequestView;

/** Requests of data subjects, at the contact point. A person is named in a body only, never in a URI. */
final class RightsResource {

    private static final String ALL = RouteTable.BASE + "/rights-requests";

    private final UseCases use;

    RightsResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID request) {
        return ALL + "/" + request;
    }

    Answer register(Exchange exchange) throws IOException {
        NewRightsRequest body = exchange.body(NewRightsRequest.class);
        Done done = use.rightsRequests().register(exchange.call(), body.engine());
        return Answer.created(done, href(done.id()));
    }

    Answer list(Exchange exchange) {
        Page<ShownRequest> page = use.rightsRequests().list(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(new RightsRequestList(
                page.items().stream().map(RightsRequestView::of).toList(), exchange.links(ALL, page.next())));
    }

    Answer see(Exchange exchange) {
        ShownRequest shown = use.rightsRequests().see(exchange.call(), request(exchange));
        return Answer.of(RightsRequestView.of(shown)).at(shown.request().version());
    }

    Answer answer(Exchange exchange) throws IOException {
        ConsultationAnswer body = exchange.body(ConsultationAnswer.class);
        return changed(exchange, use.rightsRequests().answer(exchange.call(), request(exchange), body.engine()));
    }

    Answer decide(Exchange exchange) throws IOException {
        RequestDecision body = exchange.body(RequestDecision.class);
        return changed(
                exchange, use.rightsRequests().decide(exchange.call(), request(exchange), body.granted(), body.text()));
    }

    Answer extend(Exchange exchange) throws IOException {
        RequestExtension body = exchange.body(RequestExtension.class);
        return changed(exchange, use.rightsRequests().extend(exchange.call(), request(exchange), body.reasons()));
    }

    Answer takeOver(Exchange exchange) throws IOException {
        RequestTakeover body = exchange.body(RequestTakeover.class);
        return changed(exchange, use.rightsRequests().takeOver(exchange.call(), request(exchange), body.toldOn()));
    }

    Answer letter(Exchange exchange) {
        Document.Format format = Printed.format(exchange, Document.Format.HTML);
        byte[] bytes = use.rightsRequests().letter(exchange.call(), request(exchange), format, exchange.language());
        return Printed.file(format, bytes, "brief", exchange.language());
    }

    private static UUID request(Exchange exchange) {
        return exchange.id("request");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(request(exchange))).withStatus(201);
    }
}
