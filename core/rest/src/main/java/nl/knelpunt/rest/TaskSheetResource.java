package nl.knelpunt.rest;

import java.io.IOException;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.rest.TaskSheetShapes.NewTaskSheet;
import nl.knelpunt.rest.TaskSheetShapes.TaskSheetList;
import nl.knelpunt.rest.TaskSheetShapes.TaskSheetView;

/** Tasks for parties without data exchange. */
final class TaskSheetResource {

    private static final String PDF = "application/pdf";

    private final UseCases use;

    TaskSheetResource(UseCases use) {
        this.use = use;
    }

    private static String all(UUID knelpunt) {
        return KnelpuntResource.href(knelpunt) + "/task-sheets";
    }

    static String href(UUID knelpunt, UUID sheet) {
        return all(knelpunt) + "/" + sheet;
    }

    Answer release(Exchange exchange) throws IOException {
        NewTaskSheet body = exchange.body(NewTaskSheet.class);
        UUID knelpunt = exchange.id("knelpunt");
        Done done = use.taskSheets().release(exchange.call(), knelpunt, body.engine());
        return Answer.created(done, href(knelpunt, done.id()));
    }

    Answer list(Exchange exchange) {
        UUID knelpunt = exchange.id("knelpunt");
        Page<TaskSheet> page = use.taskSheets().list(exchange.call(), knelpunt, exchange.after(), exchange.limit());
        return Answer.of(new TaskSheetList(
                page.items().stream().map(TaskSheetView::of).toList(), exchange.links(all(knelpunt), page.next())));
    }

    Answer see(Exchange exchange) {
        UUID knelpunt = exchange.id("knelpunt");
        UUID id = exchange.id("sheet");
        if (exchange.accepts(PDF)) {
            return Answer.file(PDF, use.taskSheets().pdf(exchange.call(), knelpunt, id))
                    .with("Content-Disposition", "inline; filename=\"" + id + ".pdf\"")
                    .with("Content-Language", "nl")
                    .with("Vary", "Accept");
        }
        TaskSheet sheet = use.taskSheets().see(exchange.call(), knelpunt, id);
        return exchange.accepts(Answer.HTML)
                ? Answer.html(TaskSheetPage.of(sheet, use.regions().current().name(), exchange.language()))
                : Answer.of(TaskSheetView.of(sheet)).at(1);
    }
}
