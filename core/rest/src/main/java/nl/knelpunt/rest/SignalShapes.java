package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Comparisons;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Criterion;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.RecognitionHelp;
import nl.knelpunt.engine.signal.ShownSignal;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.SignalOutcome;
import nl.knelpunt.engine.signal.SourceReliability;
import nl.knelpunt.rest.DatumShapes.DatumView;
import nl.knelpunt.rest.DatumShapes.PoliceBody;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;
import nl.knelpunt.rest.Shapes.Refusal;

/** The JSON of signals. Field names are those of the engine, since refusals name fields by them. */
final class SignalShapes {

    private SignalShapes() {}

    record PlaceBody(
            @JsonPropertyDescription("in words") String description,
            @JsonPropertyDescription("1234AB") String postcode,
            String town,

            @JsonPropertyDescription("CBS code, such as GM0363")
            String municipality,

            Double longitude,
            Double latitude) {

        static PlaceBody of(Place place) {
            return place == null
                    ? null
                    : new PlaceBody(
                            place.description(),
                            place.postcode(),
                            place.town(),
                            place.municipality(),
                            place.longitude(),
                            place.latitude());
        }

        static Place engine(PlaceBody place) {
            return place == null
                    ? null
                    : new Place(
                            place.description(),
                            place.postcode(),
                            place.town(),
                            place.municipality(),
                            place.longitude(),
                            place.latitude());
        }
    }

    record ObservationBody(
            @JsonPropertyDescription("what was observed") String what,
            LocalDate date,
            LocalTime time,
            PlaceBody place,

            @JsonPropertyDescription("the unit or function that observed; never a complainant")
            String observedBy) {

        static ObservationBody of(Observation observation) {
            return new ObservationBody(
                    observation.what(),
                    observation.date(),
                    observation.time(),
                    PlaceBody.of(observation.place()),
                    observation.observedBy());
        }

        static Observation engine(ObservationBody body) {
            return body == null
                    ? null
                    : new Observation(
                            body.what(), body.date(), body.time(), PlaceBody.engine(body.place()), body.observedBy());
        }
    }

    record CriteriaBody(
            @JsonPropertyDescription("a: clear and objective indications of a link with organised crime")
            String indications,

            @JsonPropertyDescription("b: why it is the manifestation that was chosen")
            String manifestation,

            @JsonPropertyDescription("c: why joint processing is necessary")
            String necessity,

            @JsonPropertyDescription("d: why several participants are expected to be needed")
            String jointApproach,

            @JsonPropertyDescription("e: why it concerns the region of this RIEC")
            String region) {

        static CriteriaBody of(Criteria criteria) {
            return new CriteriaBody(
                    criteria.indications(),
                    criteria.manifestation(),
                    criteria.necessity(),
                    criteria.jointApproach(),
                    criteria.region());
        }

        static Criteria engine(CriteriaBody body) {
            return body == null
                    ? null
                    : new Criteria(
                            body.indications(),
                            body.manifestation(),
                            body.necessity(),
                            body.jointApproach(),
                            body.region());
        }
    }

    /** What a reporter says: the part of a signal that a merge patch changes. */
    record SignalBody(
            @JsonPropertyDescription("a few words without personal data")
            String title,

            Organ organ,

            @JsonPropertyDescription("code of the statutory task in which was observed")
            String task,

            ObservationBody observation,
            Manifestation manifestation,

            @JsonPropertyDescription("only of a designated manifestation: the decision, with its date")
            String manifestationDecision,

            @JsonPropertyDescription("only of a designated manifestation: where it was published")
            String manifestationPublication,

            CriteriaBody criteria,
            boolean qualityTested,
            boolean lawfullyHeld,
            PoliceBody police,

            @JsonPropertyDescription("how you evaluate it (4x4), and what may be done with it (H0 to H3)")
            GradingBody grading) {

        static SignalBody of(SignalContent content) {
            return new SignalBody(
                    content.title(),
                    content.organ(),
                    content.task(),
                    ObservationBody.of(content.observation()),
                    content.manifestation(),
                    content.manifestationDecision(),
                    content.manifestationPublication(),
                    CriteriaBody.of(content.criteria()),
                    content.qualityTested(),
                    content.lawfullyHeld(),
                    PoliceBody.of(content.police()),
                    GradingBody.of(content.grading()));
        }

        SignalContent engine() {
            return new SignalContent(
                    title,
                    organ,
                    task,
                    ObservationBody.engine(observation),
                    manifestation,
                    manifestationDecision,
                    manifestationPublication,
                    CriteriaBody.engine(criteria),
                    qualityTested,
                    lawfullyHeld,
                    PoliceBody.engine(police),
                    grading == null ? null : grading.engine());
        }
    }

    record GradingBody(
            @JsonPropertyDescription("reliability of the source: A, B, C or X")
            SourceReliability source,

            @JsonPropertyDescription("reliability of the information: 1 to 4")
            Integer information,

            List<HandlingCode> handling,

            @JsonPropertyDescription("with H3 what is restricted, else conditions that go with a code")
            String restriction) {

        static GradingBody of(Grading grading) {
            return grading == null
                    ? null
                    : new GradingBody(
                            grading.source(),
                            grading.information(),
                            grading.handling().stream().sorted().toList(),
                            grading.restriction());
        }

        Grading engine() {
            return new Grading(
                    source, information, handling == null ? Set.of() : new LinkedHashSet<>(handling), restriction);
        }
    }

    record Coded(String code, BilingualText text) {

        static Coded of(Object code, Text text) {
            return new Coded(code.toString(), BilingualText.of(text));
        }
    }

    record GradingCatalogue(
            @JsonPropertyDescription("reliability of the source")
            List<Coded> source,

            @JsonPropertyDescription("reliability of the information")
            List<Coded> information,

            @JsonPropertyDescription("what may be done with it")
            List<Coded> handling,

            @JsonPropertyDescription("criteria of Bgs 2.16(1), as not met")
            List<Coded> criteria) {

        static GradingCatalogue whole() {
            List<Text> information = Grading.INFORMATION;
            return new GradingCatalogue(
                    Arrays.stream(SourceReliability.values())
                            .map(s -> Coded.of(s, s.label()))
                            .toList(),
                    IntStream.range(0, information.size())
                            .mapToObj(i -> Coded.of(i + 1, information.get(i)))
                            .toList(),
                    Arrays.stream(HandlingCode.values())
                            .map(h -> Coded.of(h, h.label()))
                            .toList(),
                    Arrays.stream(Criterion.values())
                            .map(c -> Coded.of(c, c.label()))
                            .toList());
        }
    }

    record NewSignal(
            @JsonPropertyDescription("that reports; your own when absent")
            String participant,

            String title,
            Organ organ,
            String task,
            ObservationBody observation,
            Manifestation manifestation,
            String manifestationDecision,
            String manifestationPublication,
            CriteriaBody criteria,
            boolean qualityTested,
            boolean lawfullyHeld,
            PoliceBody police,
            GradingBody grading) {

        SignalContent content() {
            return new SignalBody(
                            title,
                            organ,
                            task,
                            observation,
                            manifestation,
                            manifestationDecision,
                            manifestationPublication,
                            criteria,
                            qualityTested,
                            lawfullyHeld,
                            police,
                            grading)
                    .engine();
        }
    }

    record NewRecognitionRequest(
            @Mandatory @JsonPropertyDescription("that is asked")
            String participant) {}

    record OwnObservationBody(
            @JsonPropertyDescription("what was observed") String what,
            LocalDate date,
            PlaceBody place,

            @JsonPropertyDescription("code of your organ's statutory task in which it was observed")
            String task,

            @JsonPropertyDescription("in the participant's own system")
            String reference) {

        static OwnObservationBody of(Recognition.OwnObservation observation) {
            return observation == null
                    ? null
                    : new OwnObservationBody(
                            observation.what(),
                            observation.date(),
                            PlaceBody.of(observation.place()),
                            observation.task(),
                            observation.reference());
        }

        Recognition.OwnObservation engine() {
            return new Recognition.OwnObservation(what, date, PlaceBody.engine(place), task, reference);
        }
    }

    record RecognitionAnswer(
            @Mandatory Boolean recognised,

            @JsonPropertyDescription("only when recognised: an observation of your own participant")
            OwnObservationBody observation) {

        Recognition.OwnObservation engine() {
            return observation == null
                    ? new Recognition.OwnObservation(null, null, null, null, null)
                    : observation.engine();
        }
    }

    record FactorsBody(
            @JsonPropertyDescription("how it fits the purpose")
            String purpose,

            @JsonPropertyDescription("of signal") String type,

            @JsonPropertyDescription("number, nature and size")
            String extent,

            @JsonPropertyDescription("weight, and interventions done already")
            String weight,

            @JsonPropertyDescription("participants with corresponding signals, and the connection")
            String connection) {

        Assessment.Factors engine() {
            return new Assessment.Factors(purpose, type, extent, weight, connection);
        }
    }

    record AssessmentDecision(
            @Mandatory Boolean criteriaMet,

            @JsonPropertyDescription("which criterion of Bgs 2.16(1) is not met; only when they are not")
            Criterion notMet,

            String reason) {}

    record RecognitionView(
            String participant,
            Instant asked,
            Recognition.Outcome outcome,
            UUID person,
            Organ organ,
            Instant answered,
            OwnObservationBody observation) {

        static RecognitionView of(Recognition recognition) {
            return new RecognitionView(
                    recognition.participant(),
                    recognition.asked(),
                    recognition.outcome(),
                    recognition.person(),
                    recognition.organ(),
                    recognition.answered(),
                    OwnObservationBody.of(recognition.observation()));
        }
    }

    record AssessmentView(
            FactorsBody factors,
            UUID preparedBy,
            Instant prepared,
            List<DecisionView> decisions,
            Boolean takenUp,
            Instant concluded) {

        record DecisionView(
                String participant,
                UUID person,
                String mandate,
                boolean criteriaMet,
                Criterion notMet,
                String reason,
                Instant at) {}

        static AssessmentView of(Assessment assessment) {
            if (assessment == null) {
                return null;
            }
            Assessment.Factors factors = assessment.factors();
            return new AssessmentView(
                    factors == null
                            ? null
                            : new FactorsBody(
                                    factors.purpose(),
                                    factors.type(),
                                    factors.extent(),
                                    factors.weight(),
                                    factors.connection()),
                    assessment.preparedBy(),
                    assessment.prepared(),
                    assessment.decisions().stream()
                            .map(d -> new DecisionView(
                                    d.participant(),
                                    d.person(),
                                    d.mandate(),
                                    d.criteriaMet(),
                                    d.notMet(),
                                    d.reason(),
                                    d.at()))
                            .toList(),
                    assessment.takenUp(),
                    assessment.concluded());
        }
    }

    record SignalView(
            UUID id,

            @JsonPropertyDescription("participant that reports it")
            String reporter,

            SignalState state,
            long version,
            Instant received,

            @JsonPropertyDescription("absent while it is a draft")
            Instant reported,

            @JsonUnwrapped SignalBody content,
            List<RecognitionView> recognitions,
            AssessmentView assessment,

            @JsonPropertyDescription("activities that it belongs to; only for the bureau")
            List<LinkView> links,

            @JsonPropertyDescription("absent in a list") List<DatumView> data,

            @JsonPropertyDescription("why the content is not shown; absent when it is")
            Refusal frozen,

            String href) {

        static SignalView of(ShownSignal shown, boolean withData, Locale language) {
            Signal signal = shown.signal();
            return new SignalView(
                    signal.id(),
                    signal.reporter(),
                    signal.state(),
                    signal.version(),
                    signal.received(),
                    signal.reported(),
                    SignalBody.of(signal.content()),
                    signal.recognitions().stream().map(RecognitionView::of).toList(),
                    AssessmentView.of(signal.assessment()),
                    signal.links().stream().map(LinkView::of).toList(),
                    withData ? DatumView.all(shown.data(), language) : null,
                    Refusal.of(shown.frozen(), language),
                    SignalResource.href(signal.id()));
        }

        @Override
        public String toString() {
            return "SignalView[" + id + "]";
        }
    }

    record LinkView(UUID knelpunt, Instant at, String href) {

        static LinkView of(Signal.Link link) {
            return new LinkView(link.knelpunt(), link.at(), KnelpuntResource.href(link.knelpunt()));
        }
    }

    record NewLink(
            @Mandatory @JsonPropertyDescription("id of a signal that was taken up")
            UUID signal) {}

    record Comparison(
            @JsonPropertyDescription("signals observed inside this area; without it, signals on the same identifiers")
            Area area) {}

    record SharedView(
            @JsonPropertyDescription("id of a datum of this signal")
            UUID own,

            @JsonPropertyDescription("id of a datum of the other signal that says exactly the same")
            UUID other) {}

    record CorrespondingView(SignalView signal, List<SharedView> shared) {

        static CorrespondingView of(Comparisons.Corresponding found, Locale language) {
            return new CorrespondingView(
                    SignalView.of(found.signal(), true, language),
                    found.shared().stream()
                            .map(s -> new SharedView(s.own(), s.other()))
                            .toList());
        }
    }

    record CorrespondingList(List<CorrespondingView> items, Links links) {}

    record FoundView(
            IdentifierKind kind,

            @JsonPropertyDescription("the kind, in words") BilingualText text,

            @JsonPropertyDescription("identifiers of this kind in the signal that were compared")
            int compared,

            @JsonPropertyDescription("how many of those your own list has too")
            int known) {

        static FoundView of(RecognitionHelp.Found found) {
            return new FoundView(found.kind(), BilingualText.of(found.kind().label()), found.compared(), found.known());
        }
    }

    record RecognitionHelpView(
            @JsonPropertyDescription("identifiers in the signal that were compared with your own list")
            int compared,

            @JsonPropertyDescription("how many of those your own list has too")
            int known,

            List<FoundView> kinds) {

        static RecognitionHelpView of(List<RecognitionHelp.Found> found) {
            return new RecognitionHelpView(
                    found.stream().mapToInt(RecognitionHelp.Found::compared).sum(),
                    found.stream().mapToInt(RecognitionHelp.Found::known).sum(),
                    found.stream().map(FoundView::of).toList());
        }
    }

    record RecognitionKeyView(
            @JsonPropertyDescription("as lists name it") String period,

            @JsonPropertyDescription("32 bytes, hexadecimal; keep it secret")
            String key,

            @JsonPropertyDescription("the last day on which lists under this key count")
            LocalDate until) {

        static RecognitionKeyView of(RecognitionHelp.Key key) {
            return new RecognitionKeyView(key.period(), HexFormat.of().formatHex(key.key()), key.until());
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "RecognitionKeyView[" + period + "]";
        }
    }

    record OutcomeView(
            UUID id,

            @JsonPropertyDescription("of the signal, perhaps gone")
            UUID signal,

            SignalOutcome.Kind outcome,

            @JsonPropertyDescription("the outcome, in words")
            BilingualText text,

            @JsonPropertyDescription("whether the signal is gone with it")
            boolean gone,

            @JsonPropertyDescription("why; absent where the outcome says it all")
            SignalOutcome.Reason reason,

            @JsonPropertyDescription("the reason, in words") BilingualText reasonText,

            @JsonPropertyDescription("criteria of Bgs 2.16(1) that were found not met")
            List<Criterion> notMet,

            @JsonPropertyDescription("that it is about; absent where you may not know of it")
            UUID knelpunt,

            Instant at) {

        static OutcomeView of(SignalOutcome outcome) {
            return new OutcomeView(
                    outcome.id(),
                    outcome.signal(),
                    outcome.kind(),
                    BilingualText.of(outcome.kind().label()),
                    outcome.kind().isLast(),
                    outcome.reason(),
                    outcome.reason() == null
                            ? null
                            : BilingualText.of(outcome.reason().label()),
                    outcome.notMet().stream().sorted().toList(),
                    outcome.knelpunt(),
                    outcome.at());
        }
    }

    record OutcomeList(List<OutcomeView> items, Links links) {}

    record SignalList(List<SignalView> items, Links links) {}
}
