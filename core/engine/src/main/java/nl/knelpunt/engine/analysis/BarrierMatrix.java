package nl.knelpunt.engine.analysis;

import java.util.List;
import java.util.UUID;

/**
 * A barrier model against the plan of a knelpunt: for each step what each participant does, could do, or doesn't.
 *
 * @param participants ids of those involved, the columns
 * @param rows one for each step, in order
 */
public record BarrierMatrix(BarrierModel model, List<String> participants, List<Row> rows) {

    /**
     * @param step code of the step
     * @param isGap whether nobody plans or does anything here
     * @param cells one for each participant, in order
     */
    public record Row(String step, boolean isGap, List<Cell> cells) {}

    /**
     * @param state the furthest that the plan has here
     * @param interventions of the plan, of this participant at this step
     * @param possible what the model says that this participant could do here
     */
    public record Cell(String participant, State state, List<UUID> interventions, List<Possible> possible) {}

    /**
     * @param barrier as the model has it
     * @param isAvailable whether the participant's module offers that type of intervention now
     */
    public record Possible(BarrierModel.Barrier barrier, boolean isAvailable) {}

    /** From nothing to most. */
    public enum State {
        /** The model knows no barrier of this participant here. */
        NONE,
        /** The participant could do something here, and the plan has nothing. */
        POSSIBLE,
        PLANNED,
        UNDER_WAY,
        DONE
    }
}
