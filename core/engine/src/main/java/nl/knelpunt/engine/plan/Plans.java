package nl.knelpunt.engine.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.text.FilledText;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do with the plan of a knelpunt. The case director writes and aligns it; each intervention is agreed to, begun and
 * ended by its executing participant alone (G37). Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface Plans {

    /**
     * What is left out comes from the type.
     *
     * @param participant who carries it out
     * @param organ competent organ
     * @param type code of an intervention type of that participant's plugin
     * @param description what is to be done
     * @param publicDescription the same for parties without data exchange, or null
     * @param basis legal basis instead of that of the type, or null
     * @param basisVersion of that basis; only with it
     * @param conditions instead of those of the type, or null
     * @param expectedEffect instead of that of the type, or null
     * @param sideEffect instead of that of the type, or null
     * @param barrier step of a barrier model, or null
     * @param from first day, or null
     * @param until last day, or null
     */
    record NewIntervention(
            String participant,
            Organ organ,
            String type,
            String description,
            String publicDescription,
            String basis,
            String basisVersion,
            List<String> conditions,
            String expectedEffect,
            String sideEffect,
            Intervention.Barrier barrier,
            LocalDate from,
            LocalDate until) {

        public NewIntervention {
            conditions = conditions == null ? null : List.copyOf(conditions);
        }

        /** As its type has it. */
        public NewIntervention(String participant, Organ organ, String type, String description, LocalDate until) {
            this(participant, organ, type, description, null, null, null, null, null, null, null, null, until);
        }
    }

    /**
     * How the executing participant goes about it.
     *
     * @param planning a day that is null stays as it is
     * @param owner account of that participant; null leaves it as it is
     * @param met which conditions are met and which are not, by their number from 1; others stay as they are
     */
    record Progress(Intervention.Planning planning, UUID owner, Map<Integer, Boolean> met) {

        public Progress {
            met = Map.copyOf(met);
        }
    }

    /** What was done; {@code effect} may be null. */
    record NewExecution(LocalDate date, String report, String effect) {}

    record NewOutcome(Intervention.Outcome.Kind kind, LocalDate date, String text) {}

    /**
     * An intervention as seen today.
     *
     * @param overdue its last day has passed
     * @param next what the caller may do with it now
     * @param readable by field, the texts that refer to a datum or subject, as the caller may read them
     */
    record ShownIntervention(
            Intervention intervention, boolean overdue, Set<Act> next, Map<String, FilledText> readable) {}

    /**
     * The whole plan.
     *
     * @param version of the knelpunt, with which the plan is written
     * @param interventions oldest first
     * @param pledges of capacity, oldest first
     * @param sheets for parties without data exchange, oldest first; the last hundred
     * @param next what the caller may do with the plan itself now
     * @param readable by field, the texts that refer to a datum or subject, as the caller may read them
     */
    record ShownPlan(
            UUID knelpunt,
            long version,
            ActionPlan plan,
            Mix mix,
            List<ShownIntervention> interventions,
            List<Pledge> pledges,
            List<CapacityTotal> totals,
            List<TaskSheet> sheets,
            Set<Act> next,
            Map<String, FilledText> readable) {}

    Done write(Call call, UUID knelpunt, ActionPlan plan);

    ShownPlan see(Call call, UUID knelpunt);

    /** The id in the answer is the intervention's. */
    Done propose(Call call, UUID knelpunt, NewIntervention intervention);

    ShownIntervention seeIntervention(Call call, UUID intervention);

    /** What is amended is agreed to anew. {@code change} may be called on the store's thread and must be quick. */
    Done amend(Call call, UUID intervention, UnaryOperator<NewIntervention> change);

    /** @param owner account of the executing participant; null for the caller's own */
    Done agree(Call call, UUID intervention, UUID owner);

    Done keepUp(Call call, UUID intervention, Progress progress);

    Done start(Call call, UUID intervention);

    Done carryOut(Call call, UUID intervention, NewExecution execution);

    /** Also: does not agree. */
    Done stop(Call call, UUID intervention, String reason);

    /** The case director takes a proposal back. */
    Done withdraw(Call call, UUID intervention, String reason);

    /** Results by who carries it out, effects by whoever of the knelpunt sees them. */
    Done report(Call call, UUID intervention, NewOutcome outcome);
}
