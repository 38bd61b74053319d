package nl.knelpunt.engine.participant;

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

    public Participant {
        organs = Set.copyOf(organs);
    }

    /** Whether the law designates it; other parties get no data in any form (Wgs 2.19). */
    public boolean isDesignated() {
        return !organs.isEmpty();
    }

    /** Another participant in the sense of recognition (G16). */
    public boolean isOtherThan(Participant reporter) {
        return !id.equals(reporter.id)
                && organs.stream()
                        .noneMatch(o -> reporter.organs.stream()
                                .anyMatch(r -> o.isTaxAdministration() && r.isTaxAdministration()));
    }
}
