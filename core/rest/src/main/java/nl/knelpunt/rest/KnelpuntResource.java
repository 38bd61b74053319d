package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.CompletenessShapes.CompletenessView;
import nl.knelpunt.rest.DatumShapes.DatumList;
import nl.knelpunt.rest.DatumShapes.DatumView;
import nl.knelpunt.rest.DatumShapes.NewDatumBody;
import nl.knelpunt.rest.KnelpuntShapes.KnelpuntList;
import nl.knelpunt.rest.KnelpuntShapes.KnelpuntView;
import nl.knelpunt.rest.KnelpuntShapes.NewClosing;
import nl.knelpunt.rest.KnelpuntShapes.NewEvaluation;
import nl.knelpunt.rest.KnelpuntShapes.NewPhase;
import nl.knelpunt.rest.KnelpuntShapes.NewReturn;
import nl.knelpunt.rest.KnelpuntShapes.NewVote;
import nl.knelpunt.rest.KnelpuntShapes.ProposalBody;

/** Knelpunten, case consultations and scans, from proposal to closure. */
final class KnelpuntResource {

    private static final String ALL = RouteTable.BASE + "/knelpunten";

    private final UseCases use;

    KnelpuntResource(UseCases use) {
        this.use = use;
    }

    static String href(UUID knelpunt) {
        return ALL + "/" + knelpunt;
    }

    /** One activity's list; each dossier has its own place among all. */
    Route.Handler list(Activity activity, String path) {
        return exchange -> {
            Page<Knelpunten.ShownKnelpunt> page =
                    use.knelpunten().list(exchange.call(), activity, exchange.after(), exchange.limit());
            return Answer.of(new KnelpuntList(
                    page.items().stream().map(KnelpuntView::of).toList(),
                    exchange.links(RouteTable.BASE + path, page.next())));
        };
    }

    Answer see(Exchange exchange) {
        Knelpunten.ShownKnelpunt shown = use.knelpunten().see(exchange.call(), knelpunt(exchange));
        return Answer.of(KnelpuntView.of(shown, exchange.language()))
                .at(shown.knelpunt().version());
    }

    Route.Handler propose(Activity activity) {
        return exchange -> {
            ProposalBody body = exchange.body(ProposalBody.class);
            if (body.activity() != null && body.activity() != activity) {
                throw BadRequestException.of(
                        "activity",
                        "Hier hoort " + activity + " of niets; elke activiteit heeft een eigen adres.",
                        activity + " or nothing belongs here; each activity has an address of its own.");
            }
            Done done = use.knelpunten().propose(exchange.call(), body.engine(activity));
            return Answer.created(done, href(done.id()));
        };
    }

    Answer amend(Exchange exchange) throws IOException {
        Call call = exchange.call();
        ObjectNode patch = exchange.patch(ProposalBody.class);
        return changed(
                exchange,
                use.knelpunten()
                        .amend(
                                call,
                                knelpunt(exchange),
                                proposal -> Json.merged(ProposalBody.of(proposal), patch, ProposalBody.class)
                                        .engine(proposal.activity())));
    }

    Answer completeness(Exchange exchange) {
        return Answer.of(CompletenessView.of(use.knelpunten().completeness(exchange.call(), knelpunt(exchange))));
    }

    Answer submit(Exchange exchange) {
        return changed(exchange, use.knelpunten().submit(exchange.call(), knelpunt(exchange)));
    }

    Answer sendBack(Exchange exchange) throws IOException {
        NewReturn body = exchange.body(NewReturn.class);
        return changed(exchange, use.knelpunten().sendBack(exchange.call(), knelpunt(exchange), body.reason()));
    }

    Answer vote(Exchange exchange) throws IOException {
        NewVote body = exchange.body(NewVote.class);
        return created(
                exchange,
                use.knelpunten()
                        .vote(exchange.call(), knelpunt(exchange), body.motion(), body.choice(), body.reason()));
    }

    Answer designate(Exchange exchange) {
        return changed(exchange, use.knelpunten().designate(exchange.call(), knelpunt(exchange)));
    }

    Answer openPhase(Exchange exchange) throws IOException {
        NewPhase body = exchange.body(NewPhase.class);
        return created(
                exchange,
                use.knelpunten()
                        .openPhase(exchange.call(), knelpunt(exchange), body.phase(), body.necessity(), body.named()));
    }

    Answer closePhase(Exchange exchange) throws IOException {
        NewClosing body = exchange.body(NewClosing.class);
        return created(
                exchange,
                use.knelpunten()
                        .closePhase(exchange.call(), knelpunt(exchange), body.phase(), body.reason(), body.destroy()));
    }

    Answer data(Exchange exchange) {
        UUID knelpunt = knelpunt(exchange);
        DatumFilter filter = new DatumFilter(
                exchange.query("supplier"),
                exchange.constant("category", DataCategory.class),
                exchange.number("phase"),
                exchange.idOf("subject"),
                exchange.query("wrong") == null ? null : exchange.flag("wrong"),
                exchange.day("destroyBy"));
        Page<ShownDatum> page =
                use.knelpunten().data(exchange.call(), knelpunt, filter, exchange.after(), exchange.limit());
        return Answer.of(new DatumList(
                DatumView.all(page.items(), exchange.language()),
                exchange.links(href(knelpunt) + "/data", page.next())));
    }

    Answer share(Exchange exchange) throws IOException {
        NewDatumBody body = exchange.body(NewDatumBody.class);
        UUID knelpunt = knelpunt(exchange);
        return Answer.created(
                use.knelpunten().share(exchange.call(), knelpunt, body.engine()), href(knelpunt) + "/data");
    }

    Answer evaluate(Exchange exchange) throws IOException {
        NewEvaluation body = exchange.body(NewEvaluation.class);
        return created(exchange, use.knelpunten().evaluate(exchange.call(), knelpunt(exchange), body.engine()));
    }

    Answer prolong(Exchange exchange) {
        return changed(exchange, use.knelpunten().prolong(exchange.call(), knelpunt(exchange)));
    }

    Answer close(Exchange exchange) {
        return changed(exchange, use.knelpunten().close(exchange.call(), knelpunt(exchange)));
    }

    private static UUID knelpunt(Exchange exchange) {
        return exchange.id("knelpunt");
    }

    private static Answer changed(Exchange exchange, Done done) {
        return Answer.changed(done, href(knelpunt(exchange)));
    }

    /** Something within the knelpunt was made; the answer is about the knelpunt. */
    private static Answer created(Exchange exchange, Done done) {
        return changed(exchange, done).withStatus(201);
    }
}
