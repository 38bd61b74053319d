package nl.knelpunt.engine.analysis;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The written analysis, from question to final text. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws. What is not final is seen by analysts and case directors only.
 */
@ProviderType
public interface Analyses {

    /** The case director asks for an analysis. The id in the answer is the analysis's. */
    Done ask(Call call, UUID knelpunt, String question, LocalDate due);

    /** An analyst begins one without being asked, with the text of the last that is final. */
    Done begin(Call call, UUID knelpunt);

    /** @param change of what is written now */
    Done write(Call call, UUID analysis, UnaryOperator<Analysis.Sections> change);

    /** Offers it for the test of its quality. Every section is to be written. */
    Done submit(Call call, UUID analysis);

    /**
     * Tests its quality (Bgs 1.8). Not by who wrote it.
     *
     * @param isGood final, or else back to its writer
     * @param remarks null only when it is good
     */
    Done test(Call call, UUID analysis, boolean isGood, String remarks);

    /** Destroys one that came to nothing (Bgs 1.16(1)(a)). The id in the answer is the knelpunt's. */
    Done discard(Call call, UUID analysis);

    ShownAnalysis see(Call call, UUID analysis);

    /** Of a knelpunt, oldest first; without texts filled in. */
    Page<Analysis> list(Call call, UUID knelpunt, UUID after, int limit);
}
