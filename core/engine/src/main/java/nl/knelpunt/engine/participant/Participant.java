package nl.knelpunt.engine.participant;

import java.util.Arrays;
import java.util.Set;

/**
 * One body of the region.
 *
 * @param id short name, lower case letters, digits and hyphens, such as {@code politie-noord-holland}
 * @param name as people write it
 * @param kind what its plugin serves, such as {@code police}
 * @param organs empty for a party without data exchange (G02)
 * @param municipality CBS code of a municipality, null for others
 */
public record Participant(String id, String name, String kind, Set<Organ> organs, String municipality) {

    private static final Organ[] TAX_ADMINISTRATION =
            Arrays.stream(Organ.values()).filter(Organ::isTaxAdministration).toArray(Organ[]::new);

    public Participant {
        organs = Set.copyOf(organs);
    }

    /** Whether the law designates it; other parties get no data in any form (Wgs 2.19). */
    public boolean isDesignated() {
        return !organs.isEmpty();
    }

    /** Another participant in the sense of recognition (G16): mayor and college of one municipality are not. */
    public boolean isOtherThan(Participant reporter) {
        boolean sameMunicipality = municipality != null && municipality.equals(reporter.municipality);
        return !id.equals(reporter.id)
                && !sameMunicipality
                && !(isTaxAdministration() && reporter.isTaxAdministration());
    }

    // Asked by the guard, so without an iterator.
    private boolean isTaxAdministration() {
        for (int i = 0; i < TAX_ADMINISTRATION.length; i++) {
            if (organs.contains(TAX_ADMINISTRATION[i])) {
                return true;
            }
        }
        return false;
    }
}
