package nl.knelpunt.engine.steering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the steering group decided on a table, entered afterwards with its paper. The bureau enters it, a member concludes it as
 * ever: what is entered is not yet a decision. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface OutsideDecisions {

    /**
     * @param participant for which was voted
     * @param person account of who voted
     * @param choice for, against or abstained
     * @param reason never blank
     */
    record CastVote(String participant, UUID person, Motion.Choice choice, String reason) {}

    /**
     * Keeps a PDF that was signed elsewhere, of at most {@link Paper#MOST_BYTES} bytes; the id in the answer is the paper's.
     *
     * @throws nl.knelpunt.engine.gate.InvalidException it is no PDF
     */
    Done addPaper(Call call, UUID knelpunt, byte[] pdf);

    /** The bytes as they came; empty once they were destroyed or when there is no such paper. */
    Optional<byte[]> paper(Call call, UUID knelpunt, UUID paper);

    Page<Paper> papers(Call call, UUID knelpunt, UUID after, int limit);

    /** In the place of the votes on the open motion. */
    Done enterVotes(Call call, UUID knelpunt, Motion.Kind motion, UUID paper, LocalDate decided, List<CastVote> votes);
}
