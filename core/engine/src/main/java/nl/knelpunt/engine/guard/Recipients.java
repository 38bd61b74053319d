package nl.knelpunt.engine.guard;

import nl.knelpunt.api.rule.Recipient;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient.OtherRiec;
import nl.knelpunt.engine.result.Recipient.OtherVerband;
import nl.knelpunt.engine.result.Recipient.OwnParticipant;
import nl.knelpunt.engine.result.Recipient.ThirdParty;

/** Who gets to know a datum at an act, as sector rules ask it: whoever acts, or to whom a result goes. */
final class Recipients {

    private Recipients() {}

    /** Null when nobody is known to receive it. */
    static Recipient of(Datum datum, Facts facts) {
        if (facts.act() == Act.PROVIDE) {
            return of(datum, towards(facts));
        }
        Actor actor = facts.actor();
        if (actor.isBureau()) {
            return Recipient.BUREAU;
        }
        if (actor.participant() == null) {
            return null;
        }
        return actor.isOf(datum.supplier()) ? Recipient.SUPPLIER : Recipient.PARTICIPANT;
    }

    private static Recipient of(Datum datum, nl.knelpunt.engine.result.Recipient towards) {
        if (towards instanceof OwnParticipant own) {
            return own.participant() != null && own.participant().equals(datum.supplier())
                    ? Recipient.SUPPLIER
                    : Recipient.PARTICIPANT;
        } else if (towards instanceof ThirdParty third) {
            return third.isPrivate() ? Recipient.PRIVATE_PARTY : Recipient.THIRD_PARTY;
        } else if (towards instanceof OtherRiec) {
            return Recipient.OTHER_RIEC;
        } else if (towards instanceof OtherVerband) {
            return Recipient.OTHER_VERBAND;
        }
        return null;
    }

    /** Whether it is received as one of these organs. */
    static boolean isAnyOf(Organ[] organs, Facts facts) {
        if (facts.act() != Act.PROVIDE) {
            Organ organ = organOf(facts.actor());
            for (int i = 0; i < organs.length; i++) {
                if (organs[i] == organ) {
                    return true;
                }
            }
            return false;
        }
        Participant receiver = towards(facts) instanceof OwnParticipant own && facts.region() != null
                ? facts.region().find(own.participant())
                : null;
        for (int i = 0; receiver != null && i < organs.length; i++) {
            if (receiver.organs().contains(organs[i])) {
                return true;
            }
        }
        return false;
    }

    /** For which somebody works; null of the bureau and of what is no person. */
    static Organ organOf(Actor actor) {
        return actor.account() == null || actor.isBureau()
                ? null
                : actor.account().organ();
    }

    private static nl.knelpunt.engine.result.Recipient towards(Facts facts) {
        Provision provision = facts.papers().provision();
        return provision == null || provision.content() == null
                ? null
                : provision.content().recipient();
    }
}
