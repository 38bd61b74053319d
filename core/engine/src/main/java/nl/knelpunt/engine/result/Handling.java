package nl.knelpunt.engine.result;

import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;

/**
 * What handling codes bind: where one does, information goes further only with its supplier's consent. Within the activity that
 * it was reported for, the law and the phases say who sees it. See docs/decisions/0021.
 */
public final class Handling {

    private Handling() {}

    /** Whether a code keeps information from whoever does not know of it yet, until its source shows it itself. */
    public static boolean keepsFromOthers(HandlingCode code) {
        return code == HandlingCode.H2 || code == HandlingCode.H3;
    }

    /** Whether it may not leave the platform in a file of somebody else than its source. */
    public static boolean staysInside(Grading grading) {
        return grading != null && grading.has(HandlingCode.H2);
    }

    /** Whether a code of a datum binds a provision to a recipient: it needs the supplier's consent. */
    public static boolean binds(HandlingCode code, Datum datum, Recipient recipient, Region region) {
        if (!datum.has(code)
                || recipient instanceof Recipient.OwnParticipant own
                        && own.participant().equals(datum.supplier())) {
            return false;
        }
        return switch (code) {
            case H0 -> !fightsCrime(recipient);
            case H1 -> mayLeadToCourt(recipient, region);
            case H2, H3 -> true;
        };
    }

    /** Whether it gets the result to fight organised crime: participants, RIECs, FEC and iCOV, and public tasks. */
    private static boolean fightsCrime(Recipient recipient) {
        if (recipient instanceof Recipient.ThirdParty third) {
            return !third.isPrivate() && third.interest() == Recipient.Interest.PUBLIC_TASK;
        }
        return !(recipient instanceof Recipient.OtherVerband other)
                || other.verband() == Recipient.Verband.FEC
                || other.verband() == Recipient.Verband.ICOV;
    }

    /** The prosecution brings before a court what it gets, and a third party in a public task may be one. */
    private static boolean mayLeadToCourt(Recipient recipient, Region region) {
        if (recipient instanceof Recipient.OwnParticipant own) {
            Participant participant = region.find(own.participant());
            return participant != null && participant.organs().contains(Organ.OM);
        }
        return recipient instanceof Recipient.ThirdParty third && !third.isPrivate();
    }
}
