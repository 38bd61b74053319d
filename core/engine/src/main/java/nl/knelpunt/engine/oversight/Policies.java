package nl.knelpunt.engine.oversight;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.Periods;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RuleSet;
import org.osgi.annotation.versioning.ProviderType;

/** What this RIEC decides for itself within the law, and the rules that hold with it. About nobody, so reading is no act. */
@ProviderType
public interface Policies {

    /** What a policy says of its limits, not yet looked at; see {@link Policy.Limits}. */
    record LimitValues(
            Integer objectionDays,
            Integer consultationDays,
            Integer requestDays,
            Integer smallNumber,
            Integer recognitionDays,
            Integer smallestArea) {

        public static LimitValues of(Policy.Limits limits) {
            return new LimitValues(
                    limits.objectionDays(),
                    limits.consultationDays(),
                    limits.requestDays(),
                    limits.smallNumber(),
                    limits.recognitionDays(),
                    limits.smallestArea());
        }
    }

    /** What a policy says, not yet looked at; see {@link Policy}. */
    record Values(
            Double quorum,
            Double majority,
            Integer draftDays,
            Integer recognitions,
            Policy.Fiod fiod,
            String automatedAnalysisDecree,
            Set<String> switchedOff,
            PeriodValues periods,
            LimitValues limits,
            SteeringValues steering,
            HelpValues help) {

        /** With the default periods and limits, and nothing more of how the steering group decides. */
        public Values(
                Double quorum,
                Double majority,
                Integer draftDays,
                Integer recognitions,
                Policy.Fiod fiod,
                String automatedAnalysisDecree,
                Set<String> switchedOff) {
            this(
                    quorum,
                    majority,
                    draftDays,
                    recognitions,
                    fiod,
                    automatedAnalysisDecree,
                    switchedOff,
                    PeriodValues.of(Periods.DEFAULT),
                    LimitValues.of(Policy.Limits.DEFAULT),
                    SteeringValues.of(Policy.Steering.FREE),
                    HelpValues.of(Policy.Help.OFF));
        }

        public static Values of(Policy policy) {
            return new Values(
                    policy.quorum(),
                    policy.majority(),
                    policy.draftDays(),
                    policy.recognitions(),
                    policy.fiod(),
                    policy.automatedAnalysisDecree(),
                    policy.switchedOff(),
                    PeriodValues.of(policy.periods()),
                    LimitValues.of(policy.limits()),
                    SteeringValues.of(policy.steering()),
                    HelpValues.of(policy.help()));
        }
    }

    /** What a policy says of how the steering group decides, not yet looked at; see {@link Policy.Steering}. */
    record SteeringValues(Integer leastRepresented, Boolean consensus, Boolean inMeetings) {

        public static SteeringValues of(Policy.Steering steering) {
            return new SteeringValues(steering.leastRepresented(), steering.consensus(), steering.inMeetings());
        }
    }

    /**
     * What a policy says of recognition help, not yet looked at; see {@link Policy.Help}.
     *
     * @param on whether it is on; then it rests on the advice of the change by which it came on
     */
    record HelpValues(Boolean on, Integer perPerson, Integer perParticipant, Integer keyDays, Integer overlapDays) {

        public static HelpValues of(Policy.Help help) {
            return new HelpValues(
                    help.isOn(), help.perPerson(), help.perParticipant(), help.keyDays(), help.overlapDays());
        }
    }

    /** What a policy says of periods, not yet looked at; see {@link Periods}. */
    record PeriodValues(
            List<Integer> reminderDays,
            Integer destroyAfterClosureDays,
            Integer reviewHoldsMonths,
            Integer evaluateMonths,
            Integer keepBackupsDays) {

        public static PeriodValues of(Periods periods) {
            return new PeriodValues(
                    periods.reminderDays(),
                    periods.destroyAfterClosureDays(),
                    periods.reviewHoldsMonths(),
                    periods.evaluateMonths(),
                    periods.keepBackupsDays());
        }
    }

    /**
     * A change that somebody asks for.
     *
     * @param change makes the new values of the present ones
     * @param advice id of a registered advice of the RAC; null for none
     * @param deviation why it is done against that advice; null when it isn't
     * @param reportedTo to whom the deviation was reported: {@code RAC}, {@code COORDINATING_FG}
     */
    record Wanted(UnaryOperator<Values> change, UUID advice, String deviation, List<String> reportedTo) {

        public Wanted {
            reportedTo = List.copyOf(reportedTo);
        }
    }

    /**
     * Changes the policy (G47); it holds from the next act on.
     *
     * @throws nl.knelpunt.engine.gate.InvalidException a value is out of its range
     */
    Done change(Call call, Wanted wanted);

    Policy current();

    /** Every change that was made, the last one first. */
    List<PolicyChange> changes();

    /** The rules that hold now. */
    RuleSet rules();
}
