package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.BarrierMatrix;
import nl.knelpunt.engine.analysis.BarrierModel;

/** The JSON of barrier models: the same form goes in, comes out, and comes along as files. */
final class BarrierShapes {

    private BarrierShapes() {}

    record TextBody(@Mandatory String nl, @Mandatory String en) {

        static TextBody of(Text text) {
            return new TextBody(text.nl(), text.en());
        }

        static List<TextBody> all(List<Text> texts) {
            return texts.stream().map(TextBody::of).toList();
        }

        static Text engine(TextBody body) {
            return body == null ? null : new Text(body.nl, body.en);
        }

        static List<Text> engine(List<TextBody> bodies) {
            return bodies == null ? null : bodies.stream().map(TextBody::engine).toList();
        }
    }

    record ProviderBody(
            @Mandatory @JsonPropertyDescription("a kind of business or trade")
            TextBody who,

            @JsonPropertyDescription("whether it mostly does not know")
            boolean unwitting) {}

    record BarrierBody(
            @Mandatory @JsonPropertyDescription("kind of participant that can put it up, such as municipality")
            String participantKind,

            @JsonPropertyDescription("code of the type of intervention that does it; absent when none is known")
            String interventionType,

            @Mandatory @JsonPropertyDescription("in words") TextBody how) {}

    record StepBody(
            @Mandatory @JsonPropertyDescription("unique within the model; interventions refer to it")
            String code,

            @Mandatory TextBody name,

            @JsonPropertyDescription("what makes the step possible")
            List<TextBody> occasions,

            @JsonPropertyDescription("by which it is noticed")
            List<TextBody> signals,

            @JsonPropertyDescription("whose service is used")
            List<ProviderBody> providers,

            @JsonPropertyDescription("who can help, with or without powers")
            List<TextBody> partners,

            @JsonPropertyDescription("who can intervene and how")
            List<BarrierBody> barriers) {

        static StepBody of(BarrierModel.Step step) {
            return new StepBody(
                    step.code(),
                    TextBody.of(step.name()),
                    TextBody.all(step.occasions()),
                    TextBody.all(step.signals()),
                    step.providers().stream()
                            .map(p -> new ProviderBody(TextBody.of(p.who()), p.unwitting()))
                            .toList(),
                    TextBody.all(step.partners()),
                    step.barriers().stream()
                            .map(b -> new BarrierBody(b.participantKind(), b.interventionType(), TextBody.of(b.how())))
                            .toList());
        }

        BarrierModel.Step engine() {
            return new BarrierModel.Step(
                    code,
                    TextBody.engine(name),
                    TextBody.engine(occasions),
                    TextBody.engine(signals),
                    providers == null
                            ? null
                            : providers.stream()
                                    .map(p -> new BarrierModel.Provider(TextBody.engine(p.who()), p.unwitting()))
                                    .toList(),
                    TextBody.engine(partners),
                    barriers == null
                            ? null
                            : barriers.stream()
                                    .map(b -> new BarrierModel.Barrier(
                                            b.participantKind(), b.interventionType(), TextBody.engine(b.how())))
                                    .toList());
        }
    }

    record BarrierModelBody(
            @Mandatory @JsonPropertyDescription("lower case letters, digits and hyphens; the same for every version")
            String code,

            @Mandatory @JsonPropertyDescription("as its maker calls it; what a version says never changes")
            String version,

            @Mandatory TextBody name,

            @Mandatory @JsonPropertyDescription("on what it rests")
            TextBody source,

            @JsonPropertyDescription(
                    "whether somebody who knows the field checked it; else it is shown as to be checked")
            boolean checked,

            @Mandatory @JsonPropertyDescription("1 to 30, in order")
            List<StepBody> steps) {

        static BarrierModelBody of(BarrierModel model) {
            return new BarrierModelBody(
                    model.code(),
                    model.version(),
                    TextBody.of(model.name()),
                    TextBody.of(model.source()),
                    model.checked(),
                    model.steps().stream().map(StepBody::of).toList());
        }

        BarrierModel engine() {
            return new BarrierModel(
                    code,
                    version,
                    TextBody.engine(name),
                    TextBody.engine(source),
                    checked,
                    steps.stream().map(StepBody::engine).toList());
        }
    }

    record BarrierModelList(List<BarrierModelBody> items) {}

    record NewUse(@Mandatory String version) {}

    record PossibleView(
            String interventionType,
            TextBody how,

            @JsonPropertyDescription("whether the participant's module offers that type of intervention now")
            boolean available) {}

    record CellView(
            String participant,

            @JsonPropertyDescription(
                    "the furthest that the plan has here; POSSIBLE: it could, and the plan has nothing")
            BarrierMatrix.State state,

            @JsonPropertyDescription("of the plan, of this participant at this step")
            List<UUID> interventions,

            List<PossibleView> possible) {

        static CellView of(BarrierMatrix.Cell cell) {
            return new CellView(
                    cell.participant(),
                    cell.state(),
                    cell.interventions(),
                    cell.possible().stream()
                            .map(p -> new PossibleView(
                                    p.barrier().interventionType(),
                                    TextBody.of(p.barrier().how()),
                                    p.isAvailable()))
                            .toList());
        }
    }

    record RowView(
            String step,

            @JsonPropertyDescription("nobody plans or does anything here")
            boolean gap,

            List<CellView> cells) {}

    record MatrixView(
            BarrierModelBody model,
            @JsonPropertyDescription("the columns") List<String> participants,

            @JsonPropertyDescription("one for each step, in order")
            List<RowView> rows) {

        static MatrixView of(BarrierMatrix matrix) {
            return new MatrixView(
                    BarrierModelBody.of(matrix.model()),
                    matrix.participants(),
                    matrix.rows().stream()
                            .map(r -> new RowView(
                                    r.step(),
                                    r.isGap(),
                                    r.cells().stream().map(CellView::of).toList()))
                            .toList());
        }
    }

    record MatrixList(List<MatrixView> items) {}
}
