package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.Fault.at;
import static nl.knelpunt.engine.guard.Fault.blank;
import static nl.knelpunt.engine.guard.Fault.unless;

import java.util.List;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.rights.RightsRequest;

/** The rules on oversight: rights (G46), change of the processing (G47), reading the log (G44). */
final class OversightTests {

    private OversightTests() {}

    /** G44. */
    static Fault logForItsPurpose(Facts facts) {
        if (!(facts.asked() instanceof Asked.ReadingLog reading)) {
            return at("purpose", null);
        }
        Fault fault = reading.purpose() == null ? at("purpose", null) : null;
        return unless(reading.reason(), "reason", fault);
    }

    /** G46: the contact point alone, or who took over from it, after everybody consulted has answered, and not against a participant's exception. */
    static Fault decidedAtTheContactPoint(Facts facts) {
        Fault fault = AccessTests.handles(facts) ? null : at("role", null);
        boolean objects = false;
        List<RightsRequest.Consultation> consultations =
                facts.papers().request().consultations();
        for (int i = 0; i < consultations.size(); i++) {
            if (consultations.get(i).answered() == null) {
                fault = at("consultations", fault);
            }
            objects |= consultations.get(i).objects();
        }
        RightsRequest.Decision decision = ((Asked.Answering) facts.asked()).decision();
        return decision.granted() == objects ? at("granted", fault) : fault;
    }

    /** G47: the RAC was involved beforehand; who deviates says why and reports it. */
    static Fault racWasInvolved(Facts facts) {
        Asked.Changing changing = facts.asked() instanceof Asked.Changing c ? c : new Asked.Changing(null, List.of());
        return involved(facts, changing.deviation(), changing.reportedTo());
    }

    /** G47 of a plugin: where it would process what is not processed now. */
    static Fault racWasInvolvedInWhatIsNew(Facts facts) {
        if (!(facts.asked() instanceof Asked.Swapping swapping)) {
            return at("advice", null);
        }
        return swapping.wider() ? involved(facts, swapping.deviation(), swapping.reportedTo()) : null;
    }

    /** G47 of recognition help: who is compared has no signal about them (Wgs 1.8(6)). */
    static Fault racKnowsOfTheHelp(Facts facts) {
        return facts.policy().help().isOn() ? null : at("advice", null);
    }

    private static Fault involved(Facts facts, String deviation, List<String> reportedTo) {
        RacAdvice advice = facts.papers().advice();
        // An advice on something else, or on a change that was made already, is none on this one.
        if (advice == null || !advice.countsForAChange()) {
            return at("advice", null);
        }
        if (advice.isPositive()) {
            return null;
        }
        if (blank(deviation)) {
            return at("deviation", null);
        }
        return reportedTo.containsAll(RacAdvice.TOLD_OF_A_DEVIATION) ? null : at("reportedTo", null);
    }
}
