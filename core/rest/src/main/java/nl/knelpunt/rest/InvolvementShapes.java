package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.dossier.Involvements;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of who is involved. */
final class InvolvementShapes {

    private InvolvementShapes() {}

    record NewInvolvement(
            @Mandatory Involvement.Change change,

            @Mandatory @JsonPropertyDescription("who joins or leaves")
            String participant,

            @JsonPropertyDescription("of who joins: codes of the statutory tasks for which it takes part")
            List<String> tasks,

            @JsonPropertyDescription("of who joins: what it contributes, in words")
            String task,

            @Mandatory @JsonPropertyDescription("why; no personal data")
            String reason) {

        Involvements.NewInvolvement engine() {
            return new Involvements.NewInvolvement(
                    change, participant, tasks == null ? null : new LinkedHashSet<>(tasks), task, reason);
        }
    }

    record NewDeparture(
            @Mandatory @JsonPropertyDescription("why; no personal data")
            String reason) {}

    record InvolvementView(
            UUID id,
            Involvement.Change change,
            String participant,
            List<String> tasks,
            String task,
            String reason,
            UUID person,
            Instant proposed,
            Involvement.Outcome outcome,
            Instant decided) {

        static InvolvementView of(Involvement involvement) {
            return new InvolvementView(
                    involvement.id(),
                    involvement.change(),
                    involvement.participant(),
                    List.copyOf(involvement.tasks()),
                    involvement.task(),
                    involvement.reason(),
                    involvement.person(),
                    involvement.proposed(),
                    involvement.outcome(),
                    involvement.decided());
        }
    }

    record InvolvementList(List<InvolvementView> items, Links links) {}
}
