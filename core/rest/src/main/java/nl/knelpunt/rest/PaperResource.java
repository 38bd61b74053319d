package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.steering.Paper;
import nl.knelpunt.rest.SteeringShapes.OutsideVotes;
import nl.knelpunt.rest.SteeringShapes.PaperList;
import nl.knelpunt.rest.SteeringShapes.PaperView;

/** Papers from outside. Nothing here opens them: they are taken in as bytes and given back to be saved. */
final class PaperResource {

    private final UseCases use;

    PaperResource(UseCases use) {
        this.use = use;
    }

    private static String href(UUID knelpunt) {
        return KnelpuntResource.href(knelpunt) + "/papers";
    }

    Answer add(Exchange exchange) throws IOException {
        UUID knelpunt = exchange.id("knelpunt");
        byte[] pdf = exchange.call().isTrial() ? new byte[0] : exchange.file(Paper.MOST_BYTES);
        Done done = use.outside().addPaper(exchange.call(), knelpunt, pdf);
        return Answer.created(done, href(knelpunt) + "/" + done.id());
    }

    Answer list(Exchange exchange) {
        UUID knelpunt = exchange.id("knelpunt");
        Page<Paper> page = use.outside().papers(exchange.call(), knelpunt, exchange.after(), exchange.limit());
        return Answer.of(new PaperList(
                page.items().stream().map(PaperView::of).toList(), exchange.links(href(knelpunt), page.next())));
    }

    Answer see(Exchange exchange) {
        UUID paper = exchange.id("paper");
        byte[] pdf = use.outside()
                .paper(exchange.call(), exchange.id("knelpunt"), paper)
                .orElseThrow(ProblemException::unknownPath);
        return Answer.file(SteeringRoutes.PDF, pdf)
                .with("Content-Disposition", "attachment; filename=\"" + paper + ".pdf\"")
                .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    Answer enterVotes(Exchange exchange) throws IOException {
        OutsideVotes body = exchange.body(OutsideVotes.class);
        UUID knelpunt = exchange.id("knelpunt");
        return Answer.changed(
                use.outside()
                        .enterVotes(
                                exchange.call(), knelpunt, body.motion(), body.paper(), body.decided(), body.engine()),
                KnelpuntResource.href(knelpunt));
    }
}
