package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * What was said of a datum since it was supplied. Each is null until it was.
 *
 * @param veto of the supplier (G27): final
 * @param error that somebody reported (G45): the datum is frozen until the supplier corrects or destroys it
 * @param hold against destruction (G39)
 * @param reusedFrom the datum in another dossier that this one was taken over from (G50)
 */
public record Marks(Veto veto, ErrorReport error, Hold hold, UUID reusedFrom) {

    public static final Marks NONE = new Marks(null, null, null, null);

    /**
     * The supplier blocks its datum for weighty reasons (Wgs 1.5(1)).
     *
     * @param ground stored minimally
     * @param person who said so for the supplier
     */
    public record Veto(String ground, UUID person, Instant at) {}

    /**
     * @param participant that found it wrong
     * @param person who reported it
     * @param reason what is wrong, without the value
     */
    public record ErrorReport(String participant, UUID person, String reason, Instant at) {

        /** Without the reason, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "ErrorReport[" + participant + ", " + at + "]";
        }
    }

    /**
     * A datum that would be destroyed is kept: not used, only kept (Wgs 1.8(7)).
     *
     * @param ground the only two that the law knows
     * @param reason which rule or which claim
     */
    public record Hold(Ground ground, String reason, UUID person, Instant at) {

        public enum Ground {
            /** A legal rule prevents destruction. */
            LEGAL_RULE,
            /** Needed for a legal claim. */
            LEGAL_CLAIM
        }
    }

    public Marks with(Veto said) {
        return new Marks(said, error, hold, reusedFrom);
    }

    /** Null when the error was mended. */
    public Marks with(ErrorReport said) {
        return new Marks(veto, said, hold, reusedFrom);
    }

    /** Null when the hold was lifted. */
    public Marks with(Hold said) {
        return new Marks(veto, error, said, reusedFrom);
    }
}
