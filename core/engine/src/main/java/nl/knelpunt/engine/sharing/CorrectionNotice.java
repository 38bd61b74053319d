package nl.knelpunt.engine.sharing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;

/**
 * Tells one who received a datum that its supplier corrected or destroyed it (AVG 19; Bgs 1.7), by reference only.
 *
 * @param id UUIDv7
 * @param participant that is told, or {@link Receiver#BUREAU}
 * @param data which data, where it received them
 * @param provision only for the bureau: the recipient of this provision is to be told by the bureau; else null
 * @param acknowledgement null until somebody of the participant took note
 */
public record CorrectionNotice(
        UUID id,
        String participant,
        Kind kind,
        List<Place> data,
        UUID provision,
        Instant at,
        Acknowledgement acknowledgement) {

    public CorrectionNotice {
        data = List.copyOf(data);
    }

    public enum Kind {
        CORRECTED("verbeterd", "corrected"),
        DESTROYED("vernietigd", "destroyed");

        private final Text label;

        Kind(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /** @param dossier a knelpunt, or a signal */
    public record Place(UUID dossier, UUID datum) {}

    public record Acknowledgement(UUID person, Instant at) {}

    public CorrectionNotice with(Acknowledgement said) {
        return new CorrectionNotice(id, participant, kind, data, provision, at, said);
    }
}
