package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.DataRequests;
import nl.knelpunt.rest.SharingShapes.CorrectionList;
import nl.knelpunt.rest.SharingShapes.CorrectionView;
import nl.knelpunt.rest.SharingShapes.DataRequestList;
import nl.knelpunt.rest.SharingShapes.DataRequestView;
import nl.knelpunt.rest.SharingShapes.NewCorrection;
import nl.knelpunt.rest.SharingShapes.NewDataRequest;
import nl.knelpunt.rest.SharingShapes.NewDecline;
import nl.knelpunt.rest.SharingShapes.NewQuestion;
import nl.knelpunt.rest.SharingShapes.NewRefusal;
import nl.knelpunt.rest.SharingShapes.NewReply;
import nl.knelpunt.rest.SharingShapes.NewSupply;
import nl.knelpunt.rest.SharingShapes.NoticeList;
import nl.knelpunt.rest.SharingShapes.NoticeView;
import nl.knelpunt.rest.SharingShapes.ReceiverList;
import nl.knelpunt.rest.SharingShapes.ReceiverView;

/** What participants ask of each other about data: requests, corrections, and who received what. */
final class SharingResource {

    private static final String REQUESTS = RouteTable.BASE + "/data-requests";
    private static final String CORRECTIONS = RouteTable.BASE + "/correction-proposals";
    private static final String NOTICES = RouteTable.BASE + "/correction-notices";

    private final UseCases use;

    SharingResource(UseCases use) {
        this.use = use;
    }

    static String request(UUID id) {
        return REQUESTS + "/" + id;
    }

    static String correction(UUID id) {
        return CORRECTIONS + "/" + id;
    }

    Answer ask(Exchange exchange) throws IOException {
        NewDataRequest body = exchange.body(NewDataRequest.class);
        Done done = use.dataRequests().make(exchange.call(), exchange.id("knelpunt"), body.engine());
        return Answer.created(done, request(done.id()));
    }

    Answer requests(Exchange exchange) {
        UUID knelpunt = exchange.id("knelpunt");
        boolean mine = exchange.flag("mine");
        boolean open = exchange.flag("open");
        Page<DataRequest> page = use.dataRequests()
                .list(
                        exchange.call(),
                        knelpunt,
                        new DataRequests.Filter(mine, open),
                        exchange.after(),
                        exchange.limit());
        return Answer.of(new DataRequestList(
                page.items().stream().map(DataRequestView::of).toList(),
                exchange.links(KnelpuntResource.href(knelpunt) + "/data-requests", page.next())));
    }

    Answer seeRequest(Exchange exchange) {
        DataRequest request = use.dataRequests().see(exchange.call(), id(exchange));
        return Answer.of(DataRequestView.of(request)).at(request.version());
    }

    Answer supply(Exchange exchange) throws IOException {
        NewSupply body = exchange.body(NewSupply.class);
        return requested(exchange, use.dataRequests().supply(exchange.call(), id(exchange), body.data()));
    }

    Answer refuse(Exchange exchange) throws IOException {
        NewRefusal body = exchange.body(NewRefusal.class);
        return requested(exchange, use.dataRequests().refuse(exchange.call(), id(exchange), body.ground()));
    }

    Answer askBack(Exchange exchange) throws IOException {
        NewQuestion body = exchange.body(NewQuestion.class);
        return requested(exchange, use.dataRequests().askBack(exchange.call(), id(exchange), body.question()));
    }

    Answer answerBack(Exchange exchange) throws IOException {
        NewReply body = exchange.body(NewReply.class);
        return requested(exchange, use.dataRequests().answerBack(exchange.call(), id(exchange), body.answer()));
    }

    Answer withdrawRequest(Exchange exchange) {
        return Answer.changed(use.dataRequests().withdraw(exchange.call(), id(exchange)), request(id(exchange)));
    }

    private static Answer requested(Exchange exchange, Done done) {
        return Answer.changed(done, request(id(exchange))).withStatus(201);
    }

    private static UUID id(Exchange exchange) {
        return exchange.id("request");
    }

    Answer receivers(Exchange exchange) {
        return Answer.of(new ReceiverList(
                use.corrections().receivers(exchange.call(), exchange.id("knelpunt"), exchange.id("datum")).stream()
                        .map(ReceiverView::of)
                        .toList()));
    }

    Answer propose(Exchange exchange) throws IOException {
        NewCorrection body = exchange.body(NewCorrection.class);
        Done done = use.corrections()
                .propose(exchange.call(), exchange.id("knelpunt"), exchange.id("datum"), body.content(), body.reason());
        return Answer.created(done, correction(done.id()));
    }

    Answer corrections(Exchange exchange) {
        Page<CorrectionProposal> page =
                use.corrections().list(exchange.call(), exchange.flag("open"), exchange.after(), exchange.limit());
        return Answer.of(new CorrectionList(
                page.items().stream().map(CorrectionView::of).toList(), exchange.links(CORRECTIONS, page.next())));
    }

    Answer seeCorrection(Exchange exchange) {
        CorrectionProposal proposal = use.corrections().see(exchange.call(), proposal(exchange));
        return Answer.of(CorrectionView.of(proposal)).at(proposal.version());
    }

    Answer accept(Exchange exchange) {
        return decided(exchange, use.corrections().accept(exchange.call(), proposal(exchange)));
    }

    Answer decline(Exchange exchange) throws IOException {
        NewDecline body = exchange.body(NewDecline.class);
        return decided(exchange, use.corrections().decline(exchange.call(), proposal(exchange), body.reason()));
    }

    Answer withdrawCorrection(Exchange exchange) {
        return decided(exchange, use.corrections().withdraw(exchange.call(), proposal(exchange)));
    }

    private static Answer decided(Exchange exchange, Done done) {
        return Answer.changed(done, correction(proposal(exchange)));
    }

    private static UUID proposal(Exchange exchange) {
        return exchange.id("proposal");
    }

    Answer notices(Exchange exchange) {
        Page<CorrectionNotice> page =
                use.corrections().notices(exchange.call(), exchange.flag("open"), exchange.after(), exchange.limit());
        return Answer.of(new NoticeList(
                page.items().stream().map(NoticeView::of).toList(), exchange.links(NOTICES, page.next())));
    }

    Answer takeNote(Exchange exchange) {
        return Answer.changed(use.corrections().acknowledge(exchange.call(), exchange.id("notice")), NOTICES);
    }
}
