package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.DutyDone;
import nl.knelpunt.engine.oversight.LegalDuties;
import nl.knelpunt.engine.oversight.LegalDuty;
import nl.knelpunt.engine.rights.Information;
import nl.knelpunt.engine.rights.InformationRegister;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.rest.Shapes.BilingualText;

/** The JSON of the calendar of legal duties, and of who was informed. */
final class DutyShapes {

    private DutyShapes() {}

    record DutyDoneView(
            LocalDate on,

            @JsonPropertyDescription("day for which it was done")
            LocalDate forDay,

            String evidence,
            boolean failures,
            UUID person,
            Instant at) {

        static DutyDoneView of(DutyDone done) {
            return done == null
                    ? null
                    : new DutyDoneView(
                            done.on(), done.forDay(), done.evidence(), done.failures(), done.person(), done.at());
        }
    }

    record DutyView(
            LegalDuty duty,
            BilingualText what,
            String article,

            @JsonPropertyDescription("how often: ISO 8601, such as P1Y")
            String every,

            @JsonPropertyDescription("who looks after it") List<Role> roles,

            @JsonPropertyDescription("last day on which it is to be done; absent when it is not to be done")
            LocalDate next,

            boolean overdue,

            @JsonPropertyDescription("the last time that it was done")
            DutyDoneView last) {

        static DutyView of(LegalDuties.Entry entry) {
            LegalDuty duty = entry.duty();
            return new DutyView(
                    duty,
                    BilingualText.of(duty.what()),
                    duty.article(),
                    duty.every().toString(),
                    duty.roles().stream().sorted().toList(),
                    entry.next(),
                    entry.overdue(),
                    DutyDoneView.of(entry.last()));
        }
    }

    record TrainingView(UUID account, LocalDate trainedUntil) {}

    record DutyCalendar(
            List<DutyView> items,

            @JsonPropertyDescription("active accounts whose training counts no more, or ends within 60 days (Bgs 1.17)")
            List<TrainingView> training,

            @JsonPropertyDescription("results whose recipient is late with its feedback (Wgs 1.7(4)); at most 1,000")
            int feedbackOverdue) {

        static DutyCalendar of(LegalDuties.Calendar calendar) {
            return new DutyCalendar(
                    calendar.entries().stream().map(DutyView::of).toList(),
                    calendar.training().stream()
                            .map(t -> new TrainingView(t.account(), t.trainedUntil()))
                            .toList(),
                    calendar.feedbackOverdue());
        }
    }

    record NewDutyDone(
            @Mandatory LegalDuty duty,

            @Mandatory @JsonPropertyDescription("day on which it was done")
            LocalDate on,

            @Mandatory @JsonPropertyDescription("reference or address of what shows it; no personal data")
            String evidence,

            @JsonPropertyDescription("only of an audit: whether something is to be checked again within a year")
            boolean failures) {}

    record NewInformationBody(
            @JsonPropertyDescription("day on which the data subjects were informed")
            LocalDate informedOn,

            @JsonPropertyDescription("by whom and how; no personal data")
            String informedBy,

            @JsonPropertyDescription("why they were not") Information.Exception exception,

            @JsonPropertyDescription("only, and always, when it is RESTRICTED")
            RightsRequest.Restriction restriction,

            @JsonPropertyDescription("id of the involved participant that finds the exception")
            String participant,

            @JsonPropertyDescription("why the exception holds; no personal data")
            String reasons) {

        InformationRegister.NewInformation engine() {
            return new InformationRegister.NewInformation(
                    informedOn, informedBy, exception, restriction, participant, reasons);
        }
    }

    record InformationView(
            UUID id,
            LocalDate informedOn,
            String informedBy,
            Information.Exception exception,
            BilingualText exceptionLabel,
            String article,
            RightsRequest.Restriction restriction,
            String participant,
            String reasons,

            @JsonPropertyDescription("day by which it is looked at anew")
            LocalDate reviewBy,

            UUID person,
            Instant at) {

        static InformationView of(Information information) {
            Information.Exception exception = information.exception();
            return new InformationView(
                    information.id(),
                    information.informedOn(),
                    information.informedBy(),
                    exception,
                    exception == null ? null : BilingualText.of(exception.label()),
                    exception == null ? null : exception.article(),
                    information.restriction(),
                    information.participant(),
                    information.reasons(),
                    information.reviewBy(),
                    information.person(),
                    information.at());
        }
    }

    record InformationList(
            @JsonPropertyDescription("the last one, which counts, first")
            List<InformationView> items) {}
}
