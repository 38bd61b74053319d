package nl.knelpunt.engine.result;

import java.util.Locale;
import java.util.Objects;
import nl.knelpunt.api.Text;

/** To whom a result goes. */
public sealed interface Recipient {

    /** By which feedback is asked. */
    String name();

    /** By which an overdue feedback is found again: the name, whatever its case and spaces. At most 200 characters. */
    default String key() {
        return name().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** What kind of recipient it is. */
    Type type();

    enum Type {
        PARTICIPANT("deelnemer", "participant"),
        THIRD_PARTY("derde", "third party"),
        OTHER_RIEC("ander RIEC", "other RIEC"),
        OTHER_VERBAND("ander samenwerkingsverband", "other samenwerkingsverband");

        private final Text label;

        Type(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /** A participant of this RIEC (Wgs 1.7(1)). */
    record OwnParticipant(String participant) implements Recipient {

        public OwnParticipant {
            Objects.requireNonNull(participant, "participant");
        }

        @Override
        public String name() {
            return participant;
        }

        @Override
        public Type type() {
            return Type.PARTICIPANT;
        }
    }

    /** Somebody who is no participant (Wgs 1.7(2)). */
    record ThirdParty(String name, boolean isPrivate, Interest interest) implements Recipient {

        public ThirdParty {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public Type type() {
            return Type.THIRD_PARTY;
        }
    }

    /** Another RIEC (Wgs 2.20). */
    record OtherRiec(String name) implements Recipient {

        public OtherRiec {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public Type type() {
            return Type.OTHER_RIEC;
        }
    }

    /**
     * Another samenwerkingsverband (Wgs 1.7(8), Bgs 1.10).
     *
     * @param reachesPrivate whether a private participant of it receives it too: never with data of the tax administration (Bgs
     *     1.10(3); G32)
     */
    record OtherVerband(String name, Verband verband, Mode mode, boolean reachesPrivate) implements Recipient {

        public OtherVerband {
            Objects.requireNonNull(name, "name");
        }

        /** Public bodies alone receive it. */
        public OtherVerband(String name, Verband verband, Mode mode) {
            this(name, verband, mode, false);
        }

        @Override
        public Type type() {
            return Type.OTHER_VERBAND;
        }
    }

    /** For what a third party needs it. */
    enum Interest {
        PUBLIC_TASK,
        /** Of a private party; never with data of the tax administration (G32). */
        LEGITIMATE_INTEREST,
        LEGAL_DUTY
    }

    /** The samenwerkingsverbanden of the Wgs beside the RIECs. */
    enum Verband {
        ZVH,
        FEC,
        ICOV,
        /** Any other: Bgs 1.10 knows no exchange with it. */
        OTHER
    }

    /** The ways of exchange that Bgs 1.10 knows. */
    enum Mode {
        /** Whether a person is known: identifying and contact data and BSN only. */
        HIT_NO_HIT,
        /** Which participants are or were involved. */
        WHICH_PARTICIPANTS,
        /** What is needed to align interventions; only with ZVH and FEC. */
        ALIGN_INTERVENTIONS,
        /** An iCOV report about somebody whose signal is discussed; only with iCOV. */
        ICOV_REPORT
    }
}
