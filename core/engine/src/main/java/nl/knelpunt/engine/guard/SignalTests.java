package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.DataTests.same;
import static nl.knelpunt.engine.guard.Fault.at;
import static nl.knelpunt.engine.guard.Fault.blank;
import static nl.knelpunt.engine.guard.Fault.unless;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.SignalContent;

/** The rules on signals: G01-G07, G11, G13, G16, G17, G28 and G51 as far as they look at a signal itself. */
final class SignalTests {

    private static final Pattern WEB_ADDRESS = Pattern.compile("\\s*+https?://[^\\s/.]++\\.\\S++\\s*+");

    private SignalTests() {}

    /** G01. */
    static Fault reporterTakesPart(Facts facts) {
        SignalContent content = facts.signal().content();
        return DataTests.taskIsListed(facts, content.organ(), content.task(), null);
    }

    /** G02. */
    static Fault askedTakesPart(Facts facts) {
        return facts.asked() instanceof Asked.Towards towards
                        && (towards.participant() == null
                                || !towards.participant().isDesignated())
                ? at("participant", null)
                : null;
    }

    /** G03. */
    static Fault observedConcretely(Facts facts) {
        Observation observation = facts.signal().content().observation();
        Fault fault = unless(observation.what(), "observation.what", null);
        fault = unlessPassed(observation.date(), facts, fault);
        fault = unlessSaid(observation.place(), fault);
        fault = unless(observation.observedBy(), "observation.observedBy", fault);
        return unless(facts.signal().content().task(), "task", fault);
    }

    private static Fault unlessSaid(Place place, Fault before) {
        return place == null || blank(place.description()) && blank(place.town()) && blank(place.postcode())
                ? at("observation.place", before)
                : before;
    }

    /** The task is one of the organ for which the recogniser works. */
    private static Fault unlessInATask(String task, Facts facts, Fault before) {
        Account account = facts.actor().account();
        return task == null
                        || account == null
                        || account.organ() == null
                        || !account.organ().tasks().contains(task)
                ? at("observation.task", before)
                : before;
    }

    private static Fault unlessPassed(LocalDate date, Facts facts, Fault before) {
        return date == null || date.isAfter(facts.today()) ? at("observation.date", before) : before;
    }

    /** G04. */
    static Fault manifestationNamed(Facts facts) {
        SignalContent content = facts.signal().content();
        if (content.manifestation() == null) {
            return at("manifestation", null);
        }
        if (content.manifestation() != Manifestation.DESIGNATED) {
            return null;
        }
        Fault fault = unless(content.manifestationDecision(), "manifestationDecision", null);
        return isWebAddress(content.manifestationPublication()) ? fault : at("manifestationPublication", fault);
    }

    /** Whether it says where on the internet. */
    private static boolean isWebAddress(String text) {
        return text != null && WEB_ADDRESS.matcher(text).matches();
    }

    /** G05. */
    static Fault criteriaExplained(Facts facts) {
        Criteria criteria = facts.signal().content().criteria();
        Fault fault = explained("a", criteria.indications(), "criteria.indications", null);
        fault = explained("b", criteria.manifestation(), "criteria.manifestation", fault);
        fault = explained("c", criteria.necessity(), "criteria.necessity", fault);
        fault = explained("d", criteria.jointApproach(), "criteria.jointApproach", fault);
        fault = explained("e", criteria.region(), "criteria.region", fault);
        return facts.signal().content().qualityTested()
                ? fault
                : at("qualityTested", () -> Map.of("x", new Text("a tot en met e", "a to e")), fault);
    }

    private static Fault explained(String criterion, String text, String field, Fault before) {
        return blank(text) ? at(field, () -> Map.of("x", same(criterion)), before) : before;
    }

    /** G06. */
    static Fault liesInTheRegion(Facts facts) {
        Place place = facts.signal().content().observation().place();
        return place != null && facts.region().contains(place.municipality())
                ? null
                : at(
                        "observation.place.municipality",
                        () -> Map.of("r", same(withoutRiec(facts.region().name()))),
                        null);
    }

    /** The message says "RIEC" already. */
    private static String withoutRiec(String name) {
        return name.startsWith("RIEC ") ? name.substring("RIEC ".length()) : name;
    }

    /** G07. */
    static Fault lawfullyHeld(Facts facts) {
        return facts.signal().content().lawfullyHeld() ? null : at("lawfullyHeld", null);
    }

    /** G11: police facts of phase 3 in a signal. */
    static Fault nothingOfPhaseThree(Facts facts) {
        SignalContent content = facts.signal().content();
        return content.police() != null
                        && DataTests.isOfPhaseThree(content.police().wpgClass())
                ? DataTests.notFrom(
                        facts,
                        facts.signal().reporter(),
                        DataCategory.POLICE_9_10,
                        PhaseMatrix.SIGNAL,
                        "police.wpgClass",
                        null)
                : null;
    }

    /** G13. */
    static Fault nothingNeverListed(Facts facts) {
        return DataTests.neverListed(facts.signal().content().police(), null);
    }

    /** G16. */
    static Fault recognisedByAnother(Facts facts) {
        Participant reporter = facts.region().find(facts.signal().reporter());
        if (facts.act() == Act.ASK_RECOGNITION) {
            return facts.asked() instanceof Asked.Towards towards
                            && towards.participant() != null
                            && (reporter == null || !towards.participant().isOtherThan(reporter))
                    ? at("participant", null)
                    : null;
        }
        if (facts.act() == Act.HELP_RECOGNITION) {
            return reporter == null || !facts.actor().participant().isOtherThan(reporter)
                    ? at("participant", null)
                    : null;
        }
        if (!(facts.asked() instanceof Asked.Recognising recognising)) {
            return null;
        }
        Fault fault =
                reporter == null || !facts.actor().participant().isOtherThan(reporter) ? at("participant", null) : null;
        Recognition.OwnObservation observation = recognising.observation();
        fault = unless(observation == null ? null : observation.what(), "observation.what", fault);
        fault = unlessPassed(observation == null ? null : observation.date(), facts, fault);
        fault = unlessSaid(observation == null ? null : observation.place(), fault);
        fault = unlessInATask(observation == null ? null : observation.task(), facts, fault);
        return unless(observation == null ? null : observation.reference(), "observation.reference", fault);
    }

    /** G34 of asking: what its source keeps from others is shown to another by the source alone. */
    static Fault reporterAsksItself(Facts facts) {
        String reporter = facts.signal().reporter();
        return facts.act() != Act.ASK_RECOGNITION || facts.actor().isOf(reporter)
                ? null
                : HandlingTests.withheld(facts, facts.signal().content().grading(), reporter, "participant", null);
    }

    /** G17. */
    static Fault assessmentRecorded(Facts facts) {
        if (facts.asked() instanceof Asked.Weighing weighing) {
            Assessment.Factors factors = weighing.factors();
            Fault fault = unless(factors.purpose(), "purpose", null);
            fault = unless(factors.type(), "type", fault);
            fault = unless(factors.extent(), "extent", fault);
            fault = unless(factors.weight(), "weight", fault);
            return unless(factors.connection(), "connection", fault);
        }
        return facts.asked() instanceof Asked.Deciding deciding ? unless(deciding.reason(), "reason", null) : null;
    }

    /** G28: what police and marechaussee observed is police data. */
    static Fault policeFactsAgreed(Facts facts) {
        SignalContent content = facts.signal().content();
        return content.organ() == Organ.POLITIE || content.organ() == Organ.KMAR || content.police() != null
                ? DataTests.agreed(content.police(), false, null)
                : null;
    }

    /** G51. */
    static Fault reporterIsActive(Facts facts) {
        return DataTests.moduleIsActive(facts, facts.signal().reporter());
    }

    /** G51 of a participant that delivers or drafts. */
    static Fault delivererIsActive(Facts facts) {
        Participant towards = facts.asked().towards();
        return towards.isDesignated() ? DataTests.moduleIsActive(facts, towards.id()) : null;
    }
}
