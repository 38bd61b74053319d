package nl.knelpunt.engine.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Obligation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do with results that leave the joint processing (Wgs 1.7, 2.20). Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Provisions {

    /** What the RAC found, as one of its members writes it down; see {@link nl.knelpunt.engine.oversight.RacAdvice}. */
    record NewTest(String reference, String about, LocalDate date, boolean lawful) {}

    /**
     * A provision as the caller may see it now.
     *
     * @param provision without the ids of its data where the caller may see no data, and without the grounds of objections that
     *     are not the caller's to know
     * @param data that it rests on and that the caller may see now; empty in a list
     * @param destroyed ids of data that it rested on and that were destroyed since
     * @param destroyBy earliest last day of the data shown, null without
     * @param obligations of whoever shows it on; none until it was provided
     * @param notices that go with the result to its recipient; none until it was provided
     */
    record ShownProvision(
            Provision provision,
            List<ShownDatum> data,
            List<UUID> destroyed,
            LocalDate destroyBy,
            Set<Obligation> obligations,
            List<Text> notices) {}

    /** Data that the caller may not see now in this knelpunt are as unknown as those that don't exist. */
    Done prepare(Call call, UUID knelpunt, Provision.Content content);

    /** Provisions of a knelpunt that the caller may see, oldest first, without data. */
    Page<ShownProvision> list(Call call, UUID knelpunt, UUID after, int limit);

    ShownProvision see(Call call, UUID provision);

    /**
     * The caller's participant consents or objects; a later answer replaces it.
     *
     * @param ground of an objection, never blank with one; not kept with consent
     */
    Done answer(Call call, UUID provision, boolean consents, String ground);

    /** Registers the RAC's advice on this provision (Wgs 1.7(2)). */
    Done test(Call call, UUID provision, NewTest test);

    /** Lets the result go. What is shown is what goes: the case director hands it to the recipient. */
    ShownProvision provide(Call call, UUID provision);

    Done giveFeedback(Call call, UUID provision, boolean followedUp, String text);
}
