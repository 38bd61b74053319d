package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.rest.ClosureShapes.ClosingReportBody;
import nl.knelpunt.rest.ClosureShapes.ClosingReportView;
import nl.knelpunt.rest.ClosureShapes.LessonList;
import nl.knelpunt.rest.ClosureShapes.LessonView;

/** What goes before a closure, and the lessons that stay of it. */
final class ClosureResource {

    private static final String LESSONS = RouteTable.BASE + "/lessons";

    private final UseCases use;

    ClosureResource(UseCases use) {
        this.use = use;
    }

    Answer write(Exchange exchange) throws IOException {
        ClosingReportBody body = exchange.body(ClosingReportBody.class);
        UUID knelpunt = exchange.id("knelpunt");
        Done done = use.closures().write(exchange.call(), knelpunt, body.engine());
        return Answer.changed(done, KnelpuntResource.href(knelpunt) + "/closing-report");
    }

    Answer see(Exchange exchange) {
        Closures.ShownReport shown = use.closures().see(exchange.call(), exchange.id("knelpunt"));
        return Answer.of(ClosingReportView.of(shown)).at(shown.version());
    }

    Answer lessons(Exchange exchange) {
        Closures.Wanted wanted = new Closures.Wanted(
                exchange.query("q"),
                exchange.query("worked") == null ? null : exchange.flag("worked"),
                exchange.constant("category", InterventionType.Category.class),
                exchange.constant("manifestation", Manifestation.class),
                exchange.constant("objectType", ObjectType.class),
                exchange.query("barrierStep"));
        Page<Lesson> page = use.closures().lessons(exchange.call(), wanted, exchange.after(), exchange.limit());
        return Answer.of(new LessonList(
                page.items().stream().map(LessonView::of).toList(), exchange.links(LESSONS, page.next())));
    }

    Answer withdraw(Exchange exchange) {
        use.closures().withdraw(exchange.call(), exchange.id("lesson"));
        return Answer.nothing();
    }
}
