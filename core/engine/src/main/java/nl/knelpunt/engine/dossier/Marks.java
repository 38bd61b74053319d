package nl.knelpunt.engine.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What was said of a datum since it was supplied. Each is null until it was.
 *
 * @param veto of the supplier (G27): final
 * @param error that somebody reported (G45): the datum is frozen until the supplier corrects or destroys it
 * @param hold against destruction (G39)
 * @param reusedFrom the datum in another dossier that this one was taken over from (G50)
 * @param necessities why this dossier took it over and why somebody saw its BSN unmasked; of each person the last
 * @param corrected when the supplier last corrected it, so that whoever had the old value knows (Bgs 1.7)
 * @param rejected why the supplier found that the last report of an error was wrong
 */
public record Marks(
        Veto veto,
        ErrorReport error,
        Hold hold,
        UUID reusedFrom,
        List<Necessity> necessities,
        Instant corrected,
        Rejection rejected) {

    public static final Marks NONE = new Marks(null, null, null, null, List.of(), null, null);

    public Marks {
        necessities = necessities == null ? List.of() : List.copyOf(necessities);
    }

    /**
     * The supplier blocks its datum for weighty reasons (Wgs 1.5(1)).
     *
     * @param ground stored minimally
     * @param person who said so for the supplier
     */
    public record Veto(String ground, UUID person, Instant at) {

        /** Without the ground, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Veto[" + at + "]";
        }
    }

    /**
     * @param participant that found it wrong; null for the bureau
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
     * The supplier looked into a report and found its datum right: it is not frozen any more.
     *
     * @param reason how it knows
     * @param person who said so for the supplier
     */
    public record Rejection(String reason, UUID person, Instant at) {

        /** Without the reason, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Rejection[" + at + "]";
        }
    }

    /**
     * A datum that would be destroyed is kept: not used, only kept (Wgs 1.8(7)).
     *
     * @param ground the only two that the law knows
     * @param reason which rule or which claim
     * @param until last day; then it is looked at again or the datum goes. Null of a hold of before there were any
     */
    public record Hold(Ground ground, String reason, UUID person, Instant at, LocalDate until) {

        public Hold(Ground ground, String reason, UUID person, Instant at) {
            this(ground, reason, person, at, null);
        }

        public boolean isOverOn(LocalDate day) {
            return until != null && day.isAfter(until);
        }

        public enum Ground {
            /** A legal rule prevents destruction. */
            LEGAL_RULE,
            /** Needed for a legal claim. */
            LEGAL_CLAIM
        }

        /** Without the reason, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Hold[" + ground + ", " + at + "]";
        }
    }

    /**
     * Why it was necessary.
     *
     * @param of what
     * @param participant for which was decided; null for the bureau
     * @param person who decided
     */
    public record Necessity(Of of, String reason, String participant, UUID person, Instant at) {

        public enum Of {
            /** Taking the datum over into this dossier (G50). */
            REUSE,
            /** Seeing the BSN unmasked (G15). */
            REVEAL
        }

        /** Without the reason, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Necessity[" + of + ", " + participant + ", " + at + "]";
        }
    }

    /** Whether a hold keeps it from destruction on that day. */
    public boolean isHeldOn(LocalDate day) {
        return hold != null && !hold.isOverOn(day);
    }

    /** The first veto stands. */
    public Marks with(Veto said) {
        return veto != null ? this : new Marks(said, error, hold, reusedFrom, necessities, corrected, rejected);
    }

    /** The first report stands until the supplier mends it. */
    public Marks with(ErrorReport said) {
        return error != null ? this : new Marks(veto, said, hold, reusedFrom, necessities, corrected, null);
    }

    /** Null when the hold was lifted. */
    public Marks with(Hold said) {
        return new Marks(veto, error, said, reusedFrom, necessities, corrected, rejected);
    }

    /** In the place of what the same person said of the same before. */
    public Marks with(Necessity said) {
        List<Necessity> all = new ArrayList<>(necessities);
        all.removeIf(n -> n.of() == said.of() && n.person().equals(said.person()));
        all.add(said);
        return new Marks(veto, error, hold, reusedFrom, all, corrected, rejected);
    }

    /** The supplier mended it: nothing is wrong with it any more. */
    public Marks correctedAt(Instant at) {
        return new Marks(veto, null, hold, reusedFrom, necessities, at, null);
    }

    /** The supplier found nothing wrong with it. */
    public Marks with(Rejection said) {
        return new Marks(veto, null, hold, reusedFrom, necessities, corrected, said);
    }
}
