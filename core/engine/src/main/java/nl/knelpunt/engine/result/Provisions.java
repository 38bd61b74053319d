package nl.knelpunt.engine.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

    /**
     * What the RAC found, as one of its members writes it down; see {@link nl.knelpunt.engine.oversight.RacAdvice}.
     *
     * @param advice id of an advice in the register that is about this provision or its kind; null for a new one, which the other
     *     values then describe
     */
    record NewTest(UUID advice, String reference, String about, LocalDate date, Boolean lawful) {}

    /**
     * What the recipient did with a result.
     *
     * @param date on which the recipient said so; null for today
     * @param document reference of the recipient's letter or message; needed of a recipient without account
     */
    record NewFeedback(boolean followedUp, String text, LocalDate date, String document) {}

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

    /**
     * Changes what it says before it goes. With another content the answers and the test that were given fall away, and so does the
     * round.
     */
    Done amend(Call call, UUID provision, UnaryOperator<Provision.Content> change);

    /**
     * Asks participants for their answer, within the days of the policy: of a provision to a third party every designated
     * participant of the region, of others those that supplied what it rests on.
     */
    Done ask(Call call, UUID provision);

    /** Gives it up before it went. */
    Done withdraw(Call call, UUID provision, String reason);

    /** Provisions of a knelpunt that the caller may see, oldest first, without data. */
    Page<ShownProvision> list(Call call, UUID knelpunt, UUID after, int limit);

    /**
     * The register: what was provided to whom on what ground, of every knelpunt, oldest first, without data. A participant's people
     * see what that participant was given.
     */
    Page<ShownProvision> search(Call call, ProvisionFilter filter, UUID after, int limit);

    ShownProvision see(Call call, UUID provision);

    /**
     * The caller's participant consents or objects; a later answer replaces it, but an objection to a provision to a third party is
     * final.
     *
     * @param ground of an objection, never blank with one; not kept with consent
     */
    Done answer(Call call, UUID provision, boolean consents, String ground);

    /** Registers the RAC's advice on this provision (Wgs 1.7(2)). */
    Done test(Call call, UUID provision, NewTest test);

    /**
     * Lets the result go. What is shown is what goes: the case director hands it to the recipient.
     *
     * @param restrictionsConfirmed the recipient confirmed that it keeps to what suppliers restrict (H3)
     */
    ShownProvision provide(Call call, UUID provision, boolean restrictionsConfirmed);

    /** The same, where no supplier restricts anything. */
    default ShownProvision provide(Call call, UUID provision) {
        return provide(call, provision, false);
    }

    /** The receiving participant says what it did with it; of a recipient without account the case director writes it down. */
    Done giveFeedback(Call call, UUID provision, NewFeedback feedback);
}
