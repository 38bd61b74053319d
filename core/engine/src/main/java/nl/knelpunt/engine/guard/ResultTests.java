package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.Fault.at;
import static nl.knelpunt.engine.guard.Fault.blank;
import static nl.knelpunt.engine.guard.Fault.unless;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.result.Recipient.Interest;
import nl.knelpunt.engine.result.Recipient.Mode;
import nl.knelpunt.engine.result.Recipient.Verband;

/** The rules on results that leave: G27, G32-G36, G38, and G02 of who receives them. */
final class ResultTests {

    /** What a hit/no-hit may rest on (Wgs 1.7(8)). */
    private static final Set<DataCategory> IDENTIFYING =
            EnumSet.of(DataCategory.IDENTIFICATION, DataCategory.CONTACT, DataCategory.BSN);

    private ResultTests() {}

    private static Provision provision(Facts facts) {
        return facts.papers().provision();
    }

    private static Recipient recipient(Facts facts) {
        return provision(facts).content().recipient();
    }

    /** G02: who is named as a participant is one. */
    static Fault recipientTakesPart(Facts facts) {
        if (recipient(facts) instanceof Recipient.OwnParticipant own) {
            Participant participant = facts.region().find(own.participant());
            return participant == null || !participant.isDesignated() ? at("recipient", null) : null;
        }
        return null;
    }

    /** G27: towards a participant, a participant on whose data the result rests may object. */
    static Fault noSourceObjects(Facts facts) {
        if (!(recipient(facts) instanceof Recipient.OwnParticipant)) {
            return null;
        }
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Provision.Answer answer = provision(facts).answerOf(data.get(i).supplier());
            if (answer != null && !answer.consents()) {
                return Fault.whole();
            }
        }
        return null;
    }

    /** G32: never to a private party for its own interest, nor to a private party at another verband. */
    static Fault noTaxDataToPrivateInterest(Facts facts) {
        return isPrivateInterest(recipient(facts)) && restsOn(facts, OriginFlag.TAX) ? at("recipient", null) : null;
    }

    private static boolean isPrivateInterest(Recipient recipient) {
        return recipient instanceof Recipient.ThirdParty third
                        && third.isPrivate()
                        && third.interest() == Interest.LEGITIMATE_INTEREST
                || recipient instanceof Recipient.OtherVerband other && other.reachesPrivate();
    }

    private static boolean restsOn(Facts facts, OriginFlag flag) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).has(flag)) {
                return true;
            }
        }
        return false;
    }

    /** G33. */
    static Fault thirdPartyMayReceive(Facts facts) {
        if (!(recipient(facts) instanceof Recipient.ThirdParty third)) {
            return null;
        }
        Provision.Content content = provision(facts).content();
        Fault fault = null;
        if (blank(content.legalBasis())) {
            fault = lacks("grondslag", "the legal basis", "legalBasis", fault);
        }
        if (blank(content.necessity())) {
            fault = lacks("noodzaak", "the necessity", "necessity", fault);
        }
        if (blank(content.task()) || third.interest() == null || privateClaimsAPublicTask(third)) {
            fault = lacks("verenigbare taak of belang", "a compatible task or interest", "task", fault);
        }
        if (provision(facts).isObjectedTo()) {
            fault = lacks("overeenstemming (er is bezwaar)", "agreement (there is an objection)", "answers", fault);
        } else if (!provision(facts).isRoundOverOn(facts.today())) {
            fault = lacks(
                    "bezwaarronde onder alle deelnemers (niet gehouden of nog niet voorbij)",
                    "the objection round among all participants (not held or not over yet)",
                    "round",
                    fault);
        }
        Provision.Test test = provision(facts).test();
        if (test == null || !test.lawful()) {
            fault = lacks("toets rechtmatigheidsadviescommissie", "the test by the advisory committee", "test", fault);
        }
        return fault;
    }

    private static boolean privateClaimsAPublicTask(Recipient.ThirdParty third) {
        return third.isPrivate() && third.interest() == Interest.PUBLIC_TASK;
    }

    private static Fault lacks(String nl, String en, String field, Fault before) {
        return at(field, () -> Map.of("wat", new Text(nl, en)), before);
    }

    /** G34: special and criminal data to a third party or another RIEC. */
    static Fault suppliersConsent(Facts facts) {
        Recipient recipient = recipient(facts);
        if (!(recipient instanceof Recipient.ThirdParty) && !(recipient instanceof Recipient.OtherRiec)) {
            return null;
        }
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            String supplier = data.get(i).supplier();
            if (DataTests.needsConsent(data.get(i)) && !provision(facts).hasConsentOf(supplier)) {
                fault = at("answers", DataTests.named(facts, supplier), fault);
            }
        }
        return fault;
    }

    /** G35: only the ways of Bgs 1.10, with every supplier's consent, and nothing under professional secrecy. */
    static Fault withinTheFourWays(Facts facts) {
        if (!(recipient(facts) instanceof Recipient.OtherVerband other)) {
            return null;
        }
        Supplier<Map<String, Text>> name = () -> Map.of("verband", DataTests.same(other.name()));
        Fault fault = null;
        if (!isAWay(other.verband(), other.mode())) {
            fault = at("recipient.mode", name, fault);
        }
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (other.mode() == Mode.HIT_NO_HIT && !IDENTIFYING.contains(datum.category())) {
                fault = at("data", name, fault);
            }
            if (datum.has(OriginFlag.PROFESSIONAL_SECRECY)) {
                fault = at("data", name, fault);
            }
            if (!provision(facts).hasConsentOf(datum.supplier())) {
                fault = at("answers", name, fault);
            }
        }
        return fault;
    }

    private static boolean isAWay(Verband verband, Mode mode) {
        if (verband == null || verband == Verband.OTHER || mode == null) {
            return false;
        }
        return switch (mode) {
            case HIT_NO_HIT, WHICH_PARTICIPANTS -> true;
            case ALIGN_INTERVENTIONS -> verband == Verband.ZVH || verband == Verband.FEC;
            case ICOV_REPORT -> verband == Verband.ICOV;
        };
    }

    /** G36; what a result rested on and was destroyed since can't be tested any more. */
    static Fault qualityTested(Facts facts) {
        Provision.Content content = provision(facts).content();
        Fault fault = content.qualityTested() ? null : at("qualityTested", null);
        if (facts.data().size() < content.data().size()) {
            fault = at("data", fault);
        }
        return content.kind() == Provision.Kind.OTHER
                ? fault
                : unless(content.informationBase(), "informationBase", fault);
    }

    /** G38. */
    static Fault noFeedbackOverdue(Facts facts) {
        Provision overdue = facts.papers().overdue();
        return overdue == null
                ? null
                : at("feedback", () -> Map.of("id", DataTests.same(overdue.id().toString())), null);
    }
}
