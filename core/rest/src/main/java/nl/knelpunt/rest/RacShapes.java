package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.oversight.RacRequests;
import nl.knelpunt.rest.OversightShapes.AdviceView;
import nl.knelpunt.rest.OversightShapes.MatterBody;
import nl.knelpunt.rest.OversightShapes.Overseer;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of questions to the legality advisory committee. */
final class RacShapes {

    private RacShapes() {}

    record NewRacRequest(
            @Mandatory @JsonPropertyDescription("what the advice is to count for")
            MatterBody matter,

            @Mandatory @JsonPropertyDescription("a line; no personal data")
            String title,

            @Mandatory @JsonPropertyDescription("what the committee is to say; no personal data")
            String question,

            @JsonPropertyDescription("references of what goes with it, such as a DPIA; at most 100")
            List<String> papers) {

        static NewRacRequest of(RacRequest.Content content) {
            return new NewRacRequest(
                    MatterBody.of(content.matter()), content.title(), content.question(), content.papers());
        }

        RacRequest.Content engine() {
            return new RacRequest.Content(matter.engine(), title, question, papers);
        }
    }

    record RacAnswer(
            @Mandatory @JsonPropertyDescription("of the advice, as the committee numbers it")
            String reference,

            @Mandatory LocalDate date,
            @Mandatory RacAdvice.Outcome outcome,

            @Mandatory @JsonPropertyDescription("why; no personal data")
            String reasons,

            @JsonPropertyDescription("only, and always, when it is WITH_CONDITIONS")
            String conditions) {

        RacRequests.NewAnswer engine() {
            return new RacRequests.NewAnswer(reference, date, outcome, reasons, conditions);
        }
    }

    record AdviceFollowUp(
            @Mandatory @JsonPropertyDescription("false when you deviate from the advice")
            Boolean followed,

            @JsonPropertyDescription("why you deviate, always then; or how conditions are met. No personal data")
            String reasons,

            @JsonPropertyDescription("to whom you reported a deviation: both")
            List<Overseer> reportedTo) {

        List<String> reported() {
            return reportedTo == null
                    ? List.of()
                    : reportedTo.stream().map(Enum::name).toList();
        }
    }

    record FollowUpView(boolean followed, String reasons, List<String> reportedTo, UUID person, Instant at) {}

    record RacRequestView(
            UUID id,
            RacRequestState state,

            @JsonPropertyDescription("the state, as people call it")
            BilingualText stateLabel,

            long version,
            Instant made,
            MatterBody matter,
            String title,
            String question,
            List<String> papers,

            @JsonPropertyDescription("who wrote it") UUID person,

            @JsonPropertyDescription("when it was put before the committee")
            Instant sent,

            AdviceView advice,
            FollowUpView followUp,
            Instant withdrawn,
            String href) {

        static RacRequestView of(RacRequests.ShownRacRequest shown) {
            RacRequest request = shown.request();
            RacRequest.Content content = request.content();
            RacRequest.FollowUp followUp = request.followUp();
            return new RacRequestView(
                    request.id(),
                    request.state(),
                    BilingualText.of(request.state().label()),
                    request.version(),
                    request.made(),
                    MatterBody.of(content.matter()),
                    content.title(),
                    content.question(),
                    content.papers(),
                    request.person(),
                    request.sent(),
                    AdviceView.of(shown.advice()),
                    followUp == null
                            ? null
                            : new FollowUpView(
                                    followUp.followed(),
                                    followUp.reasons(),
                                    followUp.reportedTo(),
                                    followUp.person(),
                                    followUp.at()),
                    request.withdrawn(),
                    RacResource.href(request.id()));
        }
    }

    record RacRequestList(List<RacRequestView> items, Links links) {}
}
