package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.ClosureShapes.ClosingReportBody;
import nl.knelpunt.rest.ClosureShapes.ClosingReportView;
import nl.knelpunt.rest.ClosureShapes.LessonList;
import nl.knelpunt.rest.Shapes.Changed;

/** Before and after a closure. */
final class ClosureRoutes {

    private ClosureRoutes() {}

    static void addTo(RouteTable table, ClosureResource closures) {
        table.add(
                "closure",
                get(
                                "/knelpunten/{knelpunt}/closing-report",
                                "getClosingReport",
                                "The report that goes before the closure, and what still stands in its way")
                        .guarded()
                        .does(Act.SEE_CLOSING_REPORT)
                        .versioned()
                        .answers(200, ClosingReportView.class)
                        .by(closures::see),
                put(
                                "/knelpunten/{knelpunt}/closing-report",
                                "writeClosingReport",
                                "Writes the closing report, in the place of the one before")
                        .changes()
                        .does(Act.WRITE_CLOSING_REPORT)
                        .takes(ClosingReportBody.class)
                        .answers(200, Changed.class)
                        .by(closures::write),
                get("/lessons", "searchLessons", "What was learnt of knelpunten that were closed, oldest first")
                        .guarded()
                        .does(Act.SEARCH_LESSONS)
                        .query("q", "words that must all be there, each as the beginning of a word", String.class)
                        .query("worked", "true or false", String.class)
                        .query("category", "of intervention", String.class)
                        .query("manifestation", "of organised crime", String.class)
                        .query("objectType", "PERSONS, GROUP, AREA or BRANCH", String.class)
                        .query("barrierStep", "code of a step of a barrier model", String.class)
                        .paged()
                        .answers(200, LessonList.class)
                        .by(closures::lessons),
                delete("/lessons/{lesson}", "withdrawLesson", "Takes a lesson away that says more than it should")
                        .guarded()
                        .does(Act.WITHDRAW_LESSON)
                        .answers(204, null)
                        .by(closures::withdraw));
    }
}
