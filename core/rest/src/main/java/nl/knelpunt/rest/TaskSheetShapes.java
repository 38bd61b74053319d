package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of task sheets. */
final class TaskSheetShapes {

    private TaskSheetShapes() {}

    record NewTaskSheet(
            @Mandatory @JsonPropertyDescription("name of a party without data exchange")
            String party,

            @JsonPropertyDescription(
                    "what is going on, for everybody to know; absent: the public description of the intervention")
            String description,

            @Mandatory @JsonPropertyDescription("of the party")
            String asked,

            @Mandatory @JsonPropertyDescription("whom the party can ask")
            String contact,

            @JsonPropertyDescription("first day; with until absent: of the intervention")
            LocalDate from,

            @JsonPropertyDescription("last day") LocalDate until,

            @JsonPropertyDescription("that it is part of; not told to the party")
            UUID intervention) {

        TaskSheet.Content engine() {
            return new TaskSheet.Content(party, description, asked, contact, from, until, intervention);
        }
    }

    record TaskSheetView(
            UUID id,
            String number,
            String party,
            String description,
            String asked,
            String contact,
            LocalDate from,
            LocalDate until,
            UUID intervention,

            @JsonPropertyDescription("who released it") UUID person,
            Instant released,

            @JsonPropertyDescription("the sheet; to be had as text/html and application/pdf as well, to hand over")
            String href) {

        static TaskSheetView of(TaskSheet sheet) {
            TaskSheet.Content content = sheet.content();
            return new TaskSheetView(
                    sheet.id(),
                    sheet.number(),
                    content.party(),
                    content.description(),
                    content.asked(),
                    content.contact(),
                    content.from(),
                    content.until(),
                    content.intervention(),
                    sheet.person(),
                    sheet.released(),
                    TaskSheetResource.href(sheet.knelpunt(), sheet.id()));
        }
    }

    record TaskSheetList(List<TaskSheetView> items, Links links) {}
}
