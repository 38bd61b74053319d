package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * The decision that opened a phase (Wgs 2.23(6)).
 *
 * @param phase 1, 2 or 3; designation itself opens 1
 * @param necessity why the data of this phase are necessary in addition
 * @param participant for which was decided
 * @param person who decided
 * @param at when
 * @param mandate under which somebody decided for it; null when its own appointed member did
 */
public record PhaseDecision(int phase, String necessity, String participant, UUID person, Instant at, UUID mandate) {

    public PhaseDecision(int phase, String necessity, String participant, UUID person, Instant at) {
        this(phase, necessity, participant, person, at, null);
    }
}
