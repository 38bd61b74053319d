package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.DataTests.blank;
import static nl.knelpunt.engine.guard.DataTests.same;

import java.util.Map;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Manifestation;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.SignalContent;

/** The rules on signals: G01-G07, G11, G13, G16, G17, G28 and G51 as far as they look at a signal itself. */
final class SignalTests {

    private static final Pattern WEB_ADDRESS = Pattern.compile("\\s*+https?://[^\\s/.]++\\.\\S++\\s*+");

    private SignalTests() {}

    /** G01. */
    static void reporterTakesPart(Facts facts, Findings findings) {
        SignalContent content = facts.signal().content();
        DataTests.taskIsListed(facts, content.organ(), content.task(), findings);
    }

    /** G02. */
    static void askedTakesPart(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Towards towards
                && (towards.participant() == null || !towards.participant().isDesignated())) {
            findings.refuse("participant");
        }
    }

    /** G03. */
    static void observedConcretely(Facts facts, Findings findings) {
        Observation observation = facts.signal().content().observation();
        if (blank(observation.what())) {
            findings.refuse("observation.what");
        }
        if (observation.date() == null || observation.date().isAfter(facts.today())) {
            findings.refuse("observation.date");
        }
        Place place = observation.place();
        if (place == null || blank(place.description()) && blank(place.town()) && blank(place.postcode())) {
            findings.refuse("observation.place");
        }
        if (blank(observation.observedBy())) {
            findings.refuse("observation.observedBy");
        }
        if (blank(facts.signal().content().task())) {
            findings.refuse("task");
        }
    }

    /** G04. */
    static void manifestationNamed(Facts facts, Findings findings) {
        SignalContent content = facts.signal().content();
        if (content.manifestation() == null) {
            findings.refuse("manifestation");
        } else if (content.manifestation() == Manifestation.DESIGNATED) {
            if (blank(content.manifestationDecision())) {
                findings.refuse("manifestationDecision");
            }
            if (!isWebAddress(content.manifestationPublication())) {
                findings.refuse("manifestationPublication");
            }
        }
    }

    /** Whether it says where on the internet. */
    private static boolean isWebAddress(String text) {
        return text != null && WEB_ADDRESS.matcher(text).matches();
    }

    /** G05. */
    static void criteriaExplained(Facts facts, Findings findings) {
        Criteria criteria = facts.signal().content().criteria();
        explained("a", criteria.indications(), "criteria.indications", findings);
        explained("b", criteria.manifestation(), "criteria.manifestation", findings);
        explained("c", criteria.necessity(), "criteria.necessity", findings);
        explained("d", criteria.jointApproach(), "criteria.jointApproach", findings);
        explained("e", criteria.region(), "criteria.region", findings);
        if (!facts.signal().content().qualityTested()) {
            findings.refuse("qualityTested", Map.of("x", new Text("a tot en met e", "a to e")));
        }
    }

    private static void explained(String criterion, String text, String field, Findings findings) {
        if (blank(text)) {
            findings.refuse(field, Map.of("x", same(criterion)));
        }
    }

    /** G06. */
    static void liesInTheRegion(Facts facts, Findings findings) {
        Place place = facts.signal().content().observation().place();
        if (place == null || !facts.region().contains(place.municipality())) {
            findings.refuse(
                    "observation.place.municipality",
                    Map.of("r", same(withoutRiec(facts.region().name()))));
        }
    }

    /** The message says "RIEC" already. */
    private static String withoutRiec(String name) {
        return name.startsWith("RIEC ") ? name.substring("RIEC ".length()) : name;
    }

    /** G07. */
    static void lawfullyHeld(Facts facts, Findings findings) {
        if (!facts.signal().content().lawfullyHeld()) {
            findings.refuse("lawfullyHeld");
        }
    }

    /** G11: police facts of phase 3 in a signal. */
    static void nothingOfPhaseThree(Facts facts, Findings findings) {
        SignalContent content = facts.signal().content();
        if (content.police() != null
                && DataTests.isOfPhaseThree(content.police().wpgClass())) {
            findings.refuse(
                    "police.wpgClass",
                    Map.of(
                            "c",
                            DataCategory.POLICE_9_10.label(),
                            "d",
                            same(facts.nameOf(facts.signal().reporter())),
                            "f",
                            new Text("signaal", "signal")));
        }
    }

    /** G13. */
    static void nothingNeverListed(Facts facts, Findings findings) {
        DataTests.neverListed(facts.signal().content().police(), findings);
    }

    /** G16. */
    static void recognisedByAnother(Facts facts, Findings findings) {
        Participant reporter =
                facts.region().participant(facts.signal().reporter()).orElse(null);
        if (facts.act() == Act.ASK_RECOGNITION) {
            if (facts.asked() instanceof Asked.Towards towards
                    && towards.participant() != null
                    && (reporter == null || !towards.participant().isOtherThan(reporter))) {
                findings.refuse("participant");
            }
        } else if (facts.asked() instanceof Asked.Recognising recognising) {
            if (reporter == null || !facts.actor().participant().isOtherThan(reporter)) {
                findings.refuse("participant");
            }
            Recognition.OwnObservation observation = recognising.observation();
            if (observation == null || blank(observation.what())) {
                findings.refuse("observation.what");
            }
            if (observation == null
                    || observation.date() == null
                    || observation.date().isAfter(facts.today())) {
                findings.refuse("observation.date");
            }
            if (observation == null || blank(observation.reference())) {
                findings.refuse("observation.reference");
            }
        }
    }

    /** G17. */
    static void assessmentRecorded(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Weighing weighing) {
            Assessment.Factors factors = weighing.factors();
            present(factors.purpose(), "purpose", findings);
            present(factors.type(), "type", findings);
            present(factors.extent(), "extent", findings);
            present(factors.weight(), "weight", findings);
            present(factors.connection(), "connection", findings);
        } else if (facts.asked() instanceof Asked.Deciding deciding) {
            present(deciding.reason(), "reason", findings);
        }
    }

    static void present(String text, String field, Findings findings) {
        if (blank(text)) {
            findings.refuse(field);
        }
    }

    /** G28: what police and marechaussee observed is police data. */
    static void policeFactsAgreed(Facts facts, Findings findings) {
        SignalContent content = facts.signal().content();
        if (content.organ() == Organ.POLITIE || content.organ() == Organ.KMAR || content.police() != null) {
            DataTests.agreed(content.police(), false, findings);
        }
    }

    /** G51. */
    static void reporterIsActive(Facts facts, Findings findings) {
        DataTests.moduleIsActive(facts, facts.signal().reporter(), findings);
    }

    /** G51 of a participant that delivers or drafts. */
    static void delivererIsActive(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Towards towards
                && towards.participant().isDesignated()) {
            DataTests.moduleIsActive(facts, towards.participant().id(), findings);
        }
    }
}
