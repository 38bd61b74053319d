package nl.knelpunt.engine.component;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.analysis.BarrierMatrix;
import nl.knelpunt.engine.analysis.BarrierMatrix.Cell;
import nl.knelpunt.engine.analysis.BarrierMatrix.Possible;
import nl.knelpunt.engine.analysis.BarrierMatrix.Row;
import nl.knelpunt.engine.analysis.BarrierMatrix.State;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.Router;

/** Lays the plan of a knelpunt over a barrier model. */
final class MatrixMaker {

    /**
     * An intervention of the plan at a step.
     *
     * @param state never less than planned
     */
    record Planned(UUID intervention, String participant, String model, String step, State state) {}

    private final List<Participant> participants;
    private final List<Planned> plan;
    private final Router router;

    /** @param participants those involved, in order */
    MatrixMaker(List<Participant> participants, List<Planned> plan, Router router) {
        this.participants = participants;
        this.plan = plan;
        this.router = router;
    }

    BarrierMatrix of(BarrierModel model) {
        return new BarrierMatrix(
                model,
                participants.stream().map(Participant::id).toList(),
                model.steps().stream().map(step -> row(model, step)).toList());
    }

    private Row row(BarrierModel model, BarrierModel.Step step) {
        List<Planned> here = plan.stream()
                .filter(p -> p.model().equals(model.code()) && p.step().equals(step.code()))
                .toList();
        return new Row(
                step.code(),
                here.isEmpty(),
                participants.stream().map(p -> cell(step, p, here)).toList());
    }

    private Cell cell(BarrierModel.Step step, Participant participant, List<Planned> here) {
        List<Planned> own = here.stream()
                .filter(p -> p.participant().equals(participant.id()))
                .toList();
        List<Possible> possible = step.barriers().stream()
                .filter(b -> b.participantKind().equals(participant.kind()))
                .map(b -> new Possible(b, isAvailable(participant, b)))
                .toList();
        State without = possible.isEmpty() ? State.NONE : State.POSSIBLE;
        return new Cell(
                participant.id(),
                own.stream().map(Planned::state).max(Comparator.naturalOrder()).orElse(without),
                own.stream().map(Planned::intervention).toList(),
                possible);
    }

    private boolean isAvailable(Participant participant, BarrierModel.Barrier barrier) {
        return barrier.interventionType() != null
                && router.interventionType(participant.kind(), barrier.interventionType())
                        .isPresent();
    }
}
