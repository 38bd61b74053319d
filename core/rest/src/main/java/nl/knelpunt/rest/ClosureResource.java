package nl.knelpunt.rest;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                worked(exchange.query("worked")),
                constant("category", exchange.query("category"), InterventionType.Category.values()),
                constant("manifestation", exchange.query("manifestation"), Manifestation.values()),
                constant("objectType", exchange.query("objectType"), ObjectType.values()),
                exchange.query("barrierStep"));
        Page<Lesson> page = use.closures().lessons(exchange.call(), wanted, exchange.after(), exchange.limit());
        return Answer.of(
                new LessonList(page.items().stream().map(LessonView::of).toList(), links(exchange, page.next())));
    }

    private static Shapes.Links links(Exchange exchange, UUID next) {
        String asked = Stream.of("q", "worked", "category", "manifestation", "objectType", "barrierStep")
                .filter(name -> exchange.query(name) != null)
                .map(name -> name + "=" + URLEncoder.encode(exchange.query(name), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
        String href = LESSONS + "?" + asked + "limit=" + exchange.limit();
        UUID after = exchange.after();
        return new Shapes.Links(
                href + (after == null ? "" : "&after=" + after), next == null ? null : href + "&after=" + next);
    }

    private static Boolean worked(String given) {
        if (given == null) {
            return null;
        }
        if (!given.equals("true") && !given.equals("false")) {
            throw BadRequestException.of("worked", "Kies true of false.", "Choose true or false.");
        }
        return Boolean.valueOf(given);
    }

    private static <E extends Enum<E>> E constant(String field, String given, E[] all) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(all)
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> BadRequestException.of(
                        field, "Kies een van: " + names(all) + ".", "Choose one of: " + names(all) + "."));
    }

    private static String names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
    }

    Answer withdraw(Exchange exchange) {
        use.closures().withdraw(exchange.call(), exchange.id("lesson"));
        return Answer.nothing();
    }
}
