package nl.knelpunt.engine.guard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What a RIEC may decide for itself within the law. Changing it is an act of its own (G47).
 *
 * @param version counts changes, from 1
 * @param quorum part of the designated participants that must have voted; more than this (G20)
 * @param majority part of the votes for or against that must be for; more than this
 * @param draftDays after which a draft that was not reported is destroyed
 * @param recognitions other participants that must recognise a signal, at least one (G16)
 * @param fiod how the law is read on the FIOD, never null
 * @param automatedAnalysisDecree the AMvB that designates a form of automated analysis for RIECs (Wgs 2.18(2); G26); null as
 *     long as there is none
 * @param switchedOff ids of policy rules that don't hold here; statutory rules can't be among them
 * @param periods never null; of a policy of before there were any, the default
 * @param limits of results, rights and reports; never null, of a policy of before there were any, the default
 * @param steering how the steering group decides beside quorum and majority, never null
 * @param help with recognising on keyed hashes; never null, of a policy of before there was any, off
 */
public record Policy(
        long version,
        double quorum,
        double majority,
        int draftDays,
        int recognitions,
        Fiod fiod,
        String automatedAnalysisDecree,
        Set<String> switchedOff,
        Periods periods,
        Limits limits,
        Steering steering,
        Help help) {

    /** The rules of the working method that a RIEC can do without: the rest of the law stands without them. */
    public static final Set<String> SWITCHABLE = Set.of("G22", "G38");

    public static final int MOST_DRAFT_DAYS = 365;

    /** Of the twelve kinds of participants in the law, the reporter is one. */
    public static final int MOST_RECOGNITIONS = 11;

    public static final Policy DEFAULT = new Policy(1, 0.5, 0.5, 30, 1, Fiod.BLOCKED, null, Set.of());

    /** Whether the FIOD is part of the rijksbelastingdienst in the table of Bgs 2.15: the law is unclear. */
    public enum Fiod {
        /** The worst of both, until a jurist decides: no financial and income data in phase 1, no fiscal data in phase 2. */
        BLOCKED,
        /** A part of it: fiscal data in phase 2. */
        TAX_ADMINISTRATION,
        /** No part of it: financial and income data in phase 1. */
        OTHER
    }

    /**
     * @param leastRepresented number of participants that must have voted or be at the meeting, beside the quorum; 0 for none
     * @param consensus whether nothing is adopted against which somebody voted
     * @param inMeetings whether is decided only on what stands on the agenda of a meeting or of a round in writing
     */
    public record Steering(int leastRepresented, boolean consensus, boolean inMeetings) {

        public static final int MOST_REPRESENTED = 1000;

        /** As long as a RIEC says nothing of it. */
        public static final Steering FREE = new Steering(0, false, false);

        public Steering {
            if (leastRepresented < 0 || leastRepresented > MOST_REPRESENTED) {
                throw new IllegalArgumentException("leastRepresented is a number from 0 to " + MOST_REPRESENTED);
            }
        }
    }

    /**
     * @param objectionDays in which participants answer on a provision (Wgs 1.7)
     * @param consultationDays in which participants answer on a request of a data subject (Bgs 1.2)
     * @param requestDays after its end in which a request can still be traced to a person
     * @param smallNumber below which the annual report shows no number (Wgs 1.12)
     * @param recognitionDays in which a participant answers whether it recognises a signal; then the question expires
     * @param smallestArea addresses or companies that an area or branch of a scan has at least
     */
    public record Limits(
            int objectionDays,
            int consultationDays,
            int requestDays,
            int smallNumber,
            int recognitionDays,
            int smallestArea) {

        private static final int RECOGNITION_DAYS = 30;

        private static final int SMALLEST_AREA = 10;

        public static final Limits DEFAULT = new Limits(14, 14, 365, 3, RECOGNITION_DAYS, SMALLEST_AREA);

        public static final int MOST_DAYS = 90;
        /** No longer than data are kept (Wgs 1.8(7)). */
        public static final int MOST_REQUEST_DAYS = 5 * 365;

        public static final int MOST_SMALL = 20;

        public static final int MOST_SMALLEST_AREA = 1_000;

        public Limits {
            // Written before there were scans.
            smallestArea = smallestArea == 0 ? SMALLEST_AREA : smallestArea;
            within("objectionDays", objectionDays, MOST_DAYS);
            within("consultationDays", consultationDays, MOST_DAYS);
            within("requestDays", requestDays, MOST_REQUEST_DAYS);
            within("smallNumber", smallNumber, MOST_SMALL);
            // A policy that was written before questions expired does not say.
            recognitionDays = recognitionDays == 0 ? RECOGNITION_DAYS : recognitionDays;
            within("recognitionDays", recognitionDays, MOST_DAYS);
            within("smallestArea", smallestArea, MOST_SMALLEST_AREA);
        }

        private static void within(String name, int number, int most) {
            if (number < 1 || number > most) {
                throw new IllegalArgumentException(name + " is a number from 1 to " + most);
            }
        }
    }

    /**
     * Help with recognising, which compares people about whom there is no signal: off until the RAC was involved (G47).
     *
     * @param reference of the advice of the RAC on which it rests; null while it is off
     * @param perPerson times a day that one person may ask it
     * @param perParticipant times a day that all of one participant may
     * @param keyDays for which a key serves; then comes the next
     * @param overlapDays for which lists that were hashed under the key before still count, at most as many
     */
    public record Help(String reference, int perPerson, int perParticipant, int keyDays, int overlapDays) {

        public static final Help OFF = new Help(null, 10, 50, 90, 30);

        public static final int MOST_TIMES = 1_000;

        public static final int MOST_DAYS = 365;

        public Help {
            if (perPerson < 1 || perPerson > MOST_TIMES || perParticipant < 1 || perParticipant > MOST_TIMES) {
                throw new IllegalArgumentException("the times of a day are numbers from 1 to " + MOST_TIMES);
            }
            if (keyDays < 1 || keyDays > MOST_DAYS) {
                throw new IllegalArgumentException("keyDays is a number from 1 to " + MOST_DAYS);
            }
            if (overlapDays < 0 || overlapDays > keyDays) {
                throw new IllegalArgumentException("overlapDays is a number from 0 to keyDays");
            }
        }

        public boolean isOn() {
            return reference != null;
        }

        /** The same, resting on an advice; off for null. */
        public Help restingOn(String advice) {
            return new Help(advice, perPerson, perParticipant, keyDays, overlapDays);
        }
    }

    public Policy {
        help = help == null ? Help.OFF : help;
        limits = limits == null ? Limits.DEFAULT : limits;
        Objects.requireNonNull(fiod, "fiod");
        // A policy that was written down before says nothing of it.
        steering = steering == null ? Steering.FREE : steering;
        switchedOff = Set.copyOf(switchedOff);
        periods = periods == null ? Periods.DEFAULT : periods;
        if (!(quorum >= 0 && quorum < 1)) {
            throw new IllegalArgumentException("quorum is a part, from 0 up to but not including 1");
        }
        if (!(majority >= 0 && majority < 1)) {
            throw new IllegalArgumentException("majority is a part, from 0 up to but not including 1");
        }
        if (draftDays < 1 || draftDays > MOST_DRAFT_DAYS) {
            throw new IllegalArgumentException("draftDays is a number of days from 1 to " + MOST_DRAFT_DAYS);
        }
        if (recognitions < 1 || recognitions > MOST_RECOGNITIONS) {
            throw new IllegalArgumentException("recognitions is a number from 1 to " + MOST_RECOGNITIONS);
        }
        if (!SWITCHABLE.containsAll(switchedOff)) {
            throw new IllegalArgumentException("only these rules can be switched off: " + SWITCHABLE);
        }
    }

    /** With the default periods and limits, of a RIEC that says nothing of how its steering group decides. */
    public Policy(
            long version,
            double quorum,
            double majority,
            int draftDays,
            int recognitions,
            Fiod fiod,
            String automatedAnalysisDecree,
            Set<String> switchedOff) {
        this(
                version,
                quorum,
                majority,
                draftDays,
                recognitions,
                fiod,
                automatedAnalysisDecree,
                switchedOff,
                null,
                null,
                Steering.FREE,
                Help.OFF);
    }

    /** With another rest for recognition help. */
    public Policy with(Help changed) {
        return new Policy(
                version,
                quorum,
                majority,
                draftDays,
                recognitions,
                fiod,
                automatedAnalysisDecree,
                switchedOff,
                periods,
                limits,
                steering,
                changed);
    }

    /** The last day on which a question for recognition can be answered. */
    public LocalDate answerBy(Instant asked) {
        return asked.atZone(Facts.NETHERLANDS).toLocalDate().plusDays(limits.recognitionDays());
    }
}
