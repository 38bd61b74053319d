package nl.knelpunt.engine.steering;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The register of mandates: who may decide for which participant. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Mandates {

    /**
     * @param participant that gives it: the caller's own
     * @param holder account
     * @param acts of {@link Mandate#COVERABLE}
     * @param from first day
     * @param until last day
     * @param reference of the paper
     */
    record NewMandate(
            String participant, UUID holder, Set<Act> acts, LocalDate from, LocalDate until, String reference) {

        public NewMandate {
            acts = acts == null ? Set.of() : Set.copyOf(acts);
        }
    }

    /**
     * @param mandate as registered
     * @param holderName of the holder as others see it, null when the account is gone
     * @param holds whether it can be used today
     */
    record ShownMandate(Mandate mandate, String holderName, boolean holds) {}

    /**
     * Somebody who can decide, or be given a mandate.
     *
     * @param account id
     * @param name as others see it
     */
    record Somebody(UUID account, String name) {}

    /**
     * @param participant that has a seat
     * @param members its appointed members
     * @param mandates that it gave and that hold today
     */
    record Seat(String participant, List<Somebody> members, List<ShownMandate> mandates) {}

    /**
     * @param seats one per participant, by its id
     * @param own other people of the caller's participant to whom it may give a mandate; empty for the bureau
     */
    record Group(List<Seat> seats, List<Somebody> own) {}

    /** Who decides for whom today. */
    Group group(Call call);

    Done register(Call call, NewMandate mandate);

    /** From now on nothing can be decided under it; what was decided stands. */
    Done withdraw(Call call, UUID mandate);

    /** All of them, also those that ended, oldest first. */
    Page<ShownMandate> list(Call call, UUID after, int limit);
}
