package nl.knelpunt.engine.dossier;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.guard.Finding;

/**
 * What a proposal has and what it lacks before it can be put on the agenda.
 *
 * @param parts in the order in which a proposal is read
 * @param places of its signals against the drawn area; null where no area is drawn
 */
public record Completeness(List<Part> parts, Places places) {

    public Completeness {
        parts = List.copyOf(parts);
    }

    public boolean isComplete() {
        return parts.stream().allMatch(Part::isThere);
    }

    /**
     * @param part which
     * @param article on which it rests
     * @param missing what is wrong with it, where, and what to do; empty when it is there
     */
    public record Part(ProposalPart part, String article, List<Finding> missing) {

        public Part {
            missing = List.copyOf(missing);
        }

        public boolean isThere() {
            return missing.isEmpty();
        }
    }

    /**
     * How many signals lie in the area, how many beside it, and how many have no coordinates.
     *
     * @param signals those that the caller may see
     */
    public record Places(int in, int out, int unknown, List<Placed> signals) {

        public Places {
            signals = List.copyOf(signals);
        }
    }

    public record Placed(UUID signal, Place place) {}

    public enum Place {
        IN,
        OUT,
        /** It has no coordinates. */
        UNKNOWN
    }
}
