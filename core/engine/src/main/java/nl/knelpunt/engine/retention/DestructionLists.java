package nl.knelpunt.engine.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lists of what is to be destroyed. A list of everything is made when a knelpunt is closed; the case director makes others. Every
 * method goes through the gate and throws what {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface DestructionLists {

    /** Data that one list names at most. */
    int MOST_DATA = 500;

    /**
     * A list as it is shown.
     *
     * @param items what of it is still there, as far as one page goes
     */
    record ShownList(DestructionList list, List<Item> items, UUID next) {

        public ShownList {
            items = List.copyOf(items);
        }
    }

    /**
     * A datum on a list: what it is, not what it says.
     *
     * @param hold null when nothing keeps it
     */
    record Item(UUID datum, String category, String supplier, LocalDate destroyBy, Marks.Hold hold) {}

    /**
     * @param data ids of data of the knelpunt; empty for everything, which only a knelpunt can have that is closed or rejected
     * @param reason why they are no longer necessary
     */
    Done make(Call call, UUID knelpunt, List<UUID> data, String reason);

    Done amend(Call call, UUID list, List<UUID> data, String reason);

    Done submit(Call call, UUID list);

    /** By another person than its maker; {@code reason} when it is sent back. */
    Done review(Call call, UUID list, boolean approved, String reason);

    /** Takes a datum off the list, because a legal rule or a legal claim needs it: it is held until that day. */
    Done keep(Call call, UUID list, UUID datum, Marks.Hold.Ground ground, String reason, LocalDate until);

    /** @param after only data after this one; null from the start */
    ShownList see(Call call, UUID list, UUID after, int limit);

    Page<DestructionList> list(Call call, UUID after, int limit);

    /**
     * @throws nl.knelpunt.engine.gate.InvalidException it was not executed yet
     */
    Certificate certificate(Call call, UUID list);
}
