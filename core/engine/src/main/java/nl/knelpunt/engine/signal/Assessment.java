package nl.knelpunt.engine.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The weighing of a signal (Wgs 2.23(2)-(3), Bgs 2.16(2)): prepared by the bureau, decided by the participants.
 *
 * @param factors what the law asks to be weighed
 * @param preparedBy account of the case director
 * @param prepared when
 * @param decisions one per participant that decided so far
 * @param takenUp null until decided
 * @param concluded null until decided
 */
public record Assessment(
        Factors factors,
        UUID preparedBy,
        Instant prepared,
        List<Decision> decisions,
        Boolean takenUp,
        Instant concluded) {

    public Assessment {
        decisions = List.copyOf(decisions);
    }

    /**
     * @param purpose how it fits the purpose (Wgs 2.17)
     * @param type the type of signal
     * @param extent number, nature and size
     * @param weight weight, and interventions done already
     * @param connection participants with corresponding signals, and the connection
     */
    public record Factors(String purpose, String type, String extent, String weight, String connection) {}

    /**
     * @param participant for which was decided
     * @param person who decided
     * @param mandate under which somebody decided for it; null when its own appointed person did
     * @param criteriaMet whether the legal criteria are met
     * @param notMet which one is not; null when they are met, or when that was not said
     * @param reason never blank
     * @param at when
     */
    public record Decision(
            String participant,
            UUID person,
            String mandate,
            boolean criteriaMet,
            Criterion notMet,
            String reason,
            Instant at) {}

    public Assessment with(Decision decision) {
        List<Decision> all = new ArrayList<>(decisions);
        all.removeIf(d -> d.participant().equals(decision.participant()));
        all.add(decision);
        return new Assessment(factors, preparedBy, prepared, all, takenUp, concluded);
    }

    public Assessment concludedAs(boolean taken, Instant at) {
        return new Assessment(factors, preparedBy, prepared, decisions, taken, at);
    }
}
