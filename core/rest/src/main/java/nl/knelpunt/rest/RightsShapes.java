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
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of requests of data subjects. */
final class RightsShapes {

    private RightsShapes() {}

    record NewRightsRequest(
            @Mandatory RightsRequest.Kind kind,

            @Mandatory @JsonPropertyDescription("of the letter at the contact point; no personal data")
            String reference,

            @JsonPropertyDescription("what is asked, in words; no personal data")
            String wish,

            @Mandatory @JsonPropertyDescription("how you made sure who asks")
            RightsRequest.Check identity,

            @Mandatory
            @JsonPropertyDescription("of the data subject, 1 to 20; each finds by itself. Not kept and not logged")
            List<IdentifierBody> identifiers) {

        RightsRequests.NewRequest engine() {
            return new RightsRequests.NewRequest(
                    kind,
                    reference,
                    wish,
                    identity,
                    identifiers.stream().map(IdentifierBody::engine).toList());
        }

        @Override
        public String toString() {
            return "NewRightsRequest";
        }
    }

    record IdentifierBody(
            @Mandatory @JsonPropertyDescription("BSN, IDENTIFICATION or CONTACT")
            DataCategory category,

            @JsonPropertyDescription(
                    "what the value is, such as naam; when absent, any in which people differ. Not what many share, such as rol")
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
            String motivation,

            @JsonPropertyDescription("whether the data subject may be told of the exception")
            boolean mayTell,

            @JsonPropertyDescription(
                    "ids of your own data that the request is about; all of them when absent. To be given when it is ambiguous")
            List<UUID> data) {

        RightsRequest.Finding engine() {
            return new RightsRequest.Finding(exception, motivation, mayTell, data);
        }
    }

    record RequestExtension(
            @Mandatory @JsonPropertyDescription("that the data subject was told; no personal data")
            String reasons) {}

    record RequestTakeover(
            @Mandatory @JsonPropertyDescription("day on which the data subject was told")
            LocalDate toldOn) {}

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
            boolean mayTell,

            @JsonPropertyDescription("own data that it is about; once granted those that were frozen or destroyed")
            List<UUID> data,

            @JsonPropertyDescription("day by which the exception is looked at anew")
            LocalDate recheckBy,

            @JsonPropertyDescription("when the participant reported that the exception lapsed")
            Instant lapsed) {}

    record DecisionView(boolean granted, String text, UUID person, Instant at) {}

    record IdentityView(RightsRequest.Check how, BilingualText label, UUID person, Instant at) {}

    record ExtensionView(String reasons, UUID person, Instant at) {}

    record TakeoverView(String participant, LocalDate toldOn, UUID person, Instant at) {

        static TakeoverView of(RightsRequest.Takeover takeover) {
            return takeover == null
                    ? null
                    : new TakeoverView(takeover.participant(), takeover.toldOn(), takeover.person(), takeover.at());
        }
    }

    record FoundView(
            int signals,
            int knelpunten,
            int data,

            @JsonPropertyDescription("that were given a result that rests on them; to be told of what changes")
            List<String> recipients) {}

    record OwnDatumView(
            UUID id,

            @JsonPropertyDescription("signal or knelpunt that it is in")
            UUID dossier,

            DataCategory category) {}

    record RightsRequestView(
            UUID id,
            RequestState state,

            @JsonPropertyDescription("the state, as people call it")
            BilingualText stateLabel,

            long version,
            Instant received,

            @JsonPropertyDescription("last day for the answer: a month after receipt, or three when it was extended")
            LocalDate due,

            RightsRequest.Kind kind,
            BilingualText kindLabel,

            @JsonPropertyDescription("absent once it was forgotten")
            String reference,

            String wish,
            IdentityView identity,

            @JsonPropertyDescription("last day for the answers of the participants")
            LocalDate consultBy,

            ExtensionView extension,

            @JsonPropertyDescription("which participant handles it instead of the contact point")
            TakeoverView takeover,

            @JsonPropertyDescription(
                    "whether what was found is only possibly about who asks; then participants name the data that are")
            boolean ambiguous,

            @JsonPropertyDescription("where the person is known; only for the contact point, never in a list")
            FoundView found,

            @JsonPropertyDescription("day on which what ties it to a person goes")
            LocalDate forgetOn,

            boolean forgotten,

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
            RightsRequest.Identity identity = request.identity();
            RightsRequest.Extension extension = request.extension();
            RightsRequests.Found found = shown.found();
            return new RightsRequestView(
                    request.id(),
                    request.state(),
                    BilingualText.of(request.state().label()),
                    request.version(),
                    request.received(),
                    request.due(),
                    request.kind(),
                    BilingualText.of(request.kind().label()),
                    request.reference(),
                    request.wish(),
                    identity == null
                            ? null
                            : new IdentityView(
                                    identity.how(),
                                    BilingualText.of(identity.how().label()),
                                    identity.person(),
                                    identity.at()),
                    request.consultBy(),
                    extension == null
                            ? null
                            : new ExtensionView(extension.reasons(), extension.person(), extension.at()),
                    TakeoverView.of(request.takeover()),
                    shown.ambiguous(),
                    found == null
                            ? null
                            : new FoundView(found.signals(), found.knelpunten(), found.data(), found.recipients()),
                    request.forgetOn(),
                    request.forgotten(),
                    request.subjects(),
                    request.consultations().stream()
                            .map(c -> new ConsultationView(
                                    c.participant(),
                                    c.answered(),
                                    c.person(),
                                    c.exception(),
                                    c.motivation(),
                                    c.mayTell(),
                                    c.data(),
                                    c.recheckBy(),
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
