package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.lifecycle.RequestState;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of requests of data subjects. */
final class RightsShapes {

    private RightsShapes() {}

    record NewRightsRequest(
            @Mandatory RightsRequest.Kind kind,

            @Mandatory @JsonPropertyDescription("of the letter at the contact point; no personal data")
            String reference,

            @Mandatory
            @JsonPropertyDescription("of the data subject, 1 to 20; each finds by itself. Not kept and not logged")
            List<IdentifierBody> identifiers) {

        List<Identifier> engine() {
            return identifiers.stream().map(IdentifierBody::engine).toList();
        }

        @Override
        public String toString() {
            return "NewRightsRequest";
        }
    }

    record IdentifierBody(
            @Mandatory @JsonPropertyDescription("BSN, IDENTIFICATION or CONTACT")
            DataCategory category,

            @JsonPropertyDescription("what the value is, such as naam; any when absent")
            String field,

            @Mandatory @JsonPropertyDescription("the whole value; only its letters and digits count")
            String content) {

        Identifier engine() {
            return new Identifier(category, field, content);
        }

        @Override
        public String toString() {
            return "IdentifierBody";
        }
    }

    record ConsultationAnswer(
            @JsonPropertyDescription(
                    "of article 41 UAVG that your participant finds; absent for none, also when one has lapsed")
            RightsRequest.Restriction exception,

            @JsonPropertyDescription("of the exception; no personal data")
            String motivation) {}

    record RequestDecision(
            @Mandatory Boolean granted,

            @Mandatory @JsonPropertyDescription("of the answer; no personal data beyond the reference")
            String text) {}

    record ConsultationView(
            String participant,
            Instant answered,
            UUID person,
            RightsRequest.Restriction exception,
            String motivation,

            @JsonPropertyDescription("when the participant reported that the exception lapsed")
            Instant lapsed) {}

    record DecisionView(boolean granted, String text, UUID person, Instant at) {}

    record OwnDatumView(
            UUID id,

            @JsonPropertyDescription("signal or knelpunt that it is in")
            UUID dossier,

            DataCategory category) {}

    record RightsRequestView(
            UUID id,
            RequestState state,
            long version,
            Instant received,

            @JsonPropertyDescription("last day for the answer, a month after receipt")
            LocalDate due,

            RightsRequest.Kind kind,
            String reference,

            @JsonPropertyDescription("pseudonyms of the data subject, as in the log; only for the contact point")
            List<UUID> subjects,

            @JsonPropertyDescription("of the participants that supplied data; for a participant its own only")
            List<ConsultationView> consultations,

            DecisionView decision,

            @JsonPropertyDescription("what your participant supplied about the data subject; never in a list")
            List<OwnDatumView> own,

            String href) {

        static RightsRequestView of(RightsRequests.ShownRequest shown) {
            RightsRequest request = shown.request();
            RightsRequest.Decision decision = request.decision();
            return new RightsRequestView(
                    request.id(),
                    request.state(),
                    request.version(),
                    request.received(),
                    request.due(),
                    request.kind(),
                    request.reference(),
                    request.subjects(),
                    request.consultations().stream()
                            .map(c -> new ConsultationView(
                                    c.participant(),
                                    c.answered(),
                                    c.person(),
                                    c.exception(),
                                    c.motivation(),
                                    c.lapsed()))
                            .toList(),
                    decision == null
                            ? null
                            : new DecisionView(decision.granted(), decision.text(), decision.person(), decision.at()),
                    shown.own().stream()
                            .map(d -> new OwnDatumView(d.id(), d.dossier(), d.category()))
                            .toList(),
                    RightsResource.href(request.id()));
        }
    }

    record RightsRequestList(List<RightsRequestView> items, Links links) {}
}
