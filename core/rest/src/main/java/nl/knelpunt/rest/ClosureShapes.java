package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of closing reports and lessons. */
final class ClosureShapes {

    private ClosureShapes() {}

    record WaivedBody(
            @Mandatory UUID provision,

            @Mandatory @JsonPropertyDescription("why it is not provided; no personal data")
            String reason) {}

    record LessonBody(
            @Mandatory @JsonPropertyDescription("whether it worked")
            Boolean worked,

            @JsonPropertyDescription("of intervention; absent when it is about none")
            InterventionType.Category category,

            @JsonPropertyDescription("absent when it is about all")
            Manifestation manifestation,

            @JsonPropertyDescription("absent when it is about all")
            ObjectType objectType,

            @JsonPropertyDescription("code of a step of a barrier model; absent when it is about none")
            String barrierStep,

            @Mandatory @JsonPropertyDescription("what worked or didn't, and why; about nobody")
            String text) {

        static LessonBody of(Lesson.Content content) {
            return new LessonBody(
                    content.worked(),
                    content.category(),
                    content.manifestation(),
                    content.objectType(),
                    content.barrierStep(),
                    content.text());
        }

        Lesson.Content engine() {
            return new Lesson.Content(worked, category, manifestation, objectType, barrierStep, text);
        }
    }

    record ClosingReportBody(
            @Mandatory @JsonPropertyDescription("how it ends")
            String summary,

            @JsonPropertyDescription("results that were prepared and will not be provided")
            List<WaivedBody> waived,

            @JsonPropertyDescription("what was learnt; published at the closure")
            List<LessonBody> lessons) {

        Closures.NewReport engine() {
            return new Closures.NewReport(
                    summary,
                    waived == null
                            ? List.of()
                            : waived.stream()
                                    .map(w -> new ClosingReport.Waived(w.provision(), w.reason()))
                                    .toList(),
                    lessons == null
                            ? List.of()
                            : lessons.stream().map(LessonBody::engine).toList());
        }
    }

    record ClosingReportView(
            @JsonPropertyDescription("absent when no report was written yet")
            String summary,

            List<WaivedBody> waived,
            List<LessonBody> lessons,
            UUID person,
            Instant at,

            @JsonPropertyDescription("provisions that stand in the way of the closure: neither provided nor waived")
            List<UUID> open,

            boolean informationMissing) {

        static ClosingReportView of(Closures.ShownReport shown) {
            ClosingReport report = shown.report();
            return report == null
                    ? new ClosingReportView(
                            null, List.of(), List.of(), null, null, shown.open(), shown.informationMissing())
                    : new ClosingReportView(
                            report.summary(),
                            report.waived().stream()
                                    .map(w -> new WaivedBody(w.provision(), w.reason()))
                                    .toList(),
                            report.lessons().stream().map(LessonBody::of).toList(),
                            report.person(),
                            report.at(),
                            shown.open(),
                            shown.informationMissing());
        }
    }

    record LessonView(
            UUID id,
            Activity activity,

            @JsonPropertyDescription("of the closure") LocalDate day,

            Boolean worked,
            InterventionType.Category category,
            Manifestation manifestation,
            ObjectType objectType,
            String barrierStep,
            String text) {

        static LessonView of(Lesson lesson) {
            Lesson.Content content = lesson.content();
            return new LessonView(
                    lesson.id(),
                    lesson.activity(),
                    lesson.day(),
                    content.worked(),
                    content.category(),
                    content.manifestation(),
                    content.objectType(),
                    content.barrierStep(),
                    content.text());
        }
    }

    record LessonList(List<LessonView> items, Links links) {}
}
