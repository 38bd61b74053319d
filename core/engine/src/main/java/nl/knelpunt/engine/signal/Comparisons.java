package nl.knelpunt.engine.signal;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Puts signals beside one signal because a person asks it: those that this person may see already, never drafts, in order of id
 * and not ranked. Goes through the gate and throws what {@link Signals} throws.
 */
@ProviderType
public interface Comparisons {

    /**
     * @param own id of a datum of the signal that was asked about
     * @param other id of a datum of the other signal that says exactly the same
     */
    record Shared(UUID own, UUID other) {}

    /**
     * @param signal with its data, as the caller may see it
     * @param shared what they have in common; empty when only the place was looked at
     */
    record Corresponding(ShownSignal signal, List<Shared> shared) {

        public Corresponding {
            shared = List.copyOf(shared);
        }
    }

    /** Signals with an exact identifier in common that the caller may see in both. */
    Page<Corresponding> onIdentifiers(Call call, UUID signal, UUID after, int limit);

    /** Signals that were observed inside a drawn area. */
    Page<Corresponding> inArea(Call call, UUID signal, Area area, UUID after, int limit);
}
