package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Mix;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.rest.CapacityShapes.PledgeView;
import nl.knelpunt.rest.CapacityShapes.TotalView;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.TaskSheetShapes.TaskSheetView;
import nl.knelpunt.rest.TextShapes.ReadableView;

/** The JSON of plans and interventions. */
final class PlanShapes {

    private PlanShapes() {}

    record EmptyCategory(
            @Mandatory InterventionType.Category category,

            @Mandatory @JsonPropertyDescription("why nothing is done in it")
            String reason) {}

    record PlanBody(
            @JsonPropertyDescription("what is to be reached")
            String goal,

            boolean qualityTested,

            @JsonPropertyDescription("on what information the advice rests")
            String informationBase,

            @JsonPropertyDescription("categories without an intervention, with the reason")
            List<EmptyCategory> emptyCategories) {

        ActionPlan engine() {
            Map<InterventionType.Category, String> reasons = new EnumMap<>(InterventionType.Category.class);
            if (emptyCategories != null) {
                emptyCategories.forEach(e -> reasons.put(e.category(), e.reason()));
            }
            return new ActionPlan(goal, qualityTested, informationBase, reasons);
        }
    }

    record BarrierBody(
            @Mandatory @JsonPropertyDescription("id of a barrier model")
            String model,

            @Mandatory @JsonPropertyDescription("id of one of its steps")
            String step) {

        static BarrierBody of(Intervention.Barrier barrier) {
            return barrier == null ? null : new BarrierBody(barrier.model(), barrier.step());
        }

        static Intervention.Barrier engine(BarrierBody body) {
            return body == null ? null : new Intervention.Barrier(body.model(), body.step());
        }
    }

    record InterventionBody(
            @Mandatory @JsonPropertyDescription("that carries it out")
            String participant,

            @JsonPropertyDescription("competent organ") Organ organ,

            @Mandatory @JsonPropertyDescription("code of an intervention type of that participant's plugin")
            String type,

            @JsonPropertyDescription("what is to be done; no personal data")
            String description,

            @JsonPropertyDescription("the same for parties without data exchange")
            String publicDescription,

            @JsonPropertyDescription("legal basis instead of that of the type; with its version")
            String basis,

            @JsonPropertyDescription("of the text of that law, or since when")
            String basisVersion,

            @JsonPropertyDescription("instead of those of the type")
            List<String> conditions,

            @JsonPropertyDescription("instead of that of the type")
            String expectedEffect,

            @JsonPropertyDescription("instead of that of the type")
            String sideEffect,

            BarrierBody barrier,
            @JsonPropertyDescription("first day") LocalDate from,
            @JsonPropertyDescription("last day") LocalDate until) {

        static InterventionBody of(Plans.NewIntervention intervention) {
            return new InterventionBody(
                    intervention.participant(),
                    intervention.organ(),
                    intervention.type(),
                    intervention.description(),
                    intervention.publicDescription(),
                    intervention.basis(),
                    intervention.basisVersion(),
                    intervention.conditions(),
                    intervention.expectedEffect(),
                    intervention.sideEffect(),
                    BarrierBody.of(intervention.barrier()),
                    intervention.from(),
                    intervention.until());
        }

        Plans.NewIntervention engine() {
            return new Plans.NewIntervention(
                    participant,
                    organ,
                    type,
                    description,
                    publicDescription,
                    basis,
                    basisVersion,
                    conditions,
                    expectedEffect,
                    sideEffect,
                    BarrierBody.engine(barrier),
                    from,
                    until);
        }
    }

    record NewAgreement(
            @JsonPropertyDescription("account of your participant that looks after it; absent: you")
            UUID owner) {}

    record ProgressBody(
            @JsonPropertyDescription("first day; absent: as it is")
            LocalDate from,

            @JsonPropertyDescription("last day; absent: as it is")
            LocalDate until,

            @JsonPropertyDescription("account of your participant that looks after it; absent: as it is")
            UUID owner,

            @JsonPropertyDescription("only those about which you say something")
            List<MetBody> conditions) {

        record MetBody(
                @Mandatory @JsonPropertyDescription("number of the condition, from 1")
                Integer number,

                @Mandatory Boolean met) {}

        Plans.Progress engine() {
            Map<Integer, Boolean> met = new HashMap<>();
            if (conditions != null) {
                conditions.forEach(c -> met.put(c.number(), c.met()));
            }
            return new Plans.Progress(new Intervention.Planning(from, until), owner, met);
        }
    }

    record NewExecution(
            LocalDate date,

            @JsonPropertyDescription("what was done; no personal data")
            String report,

            @JsonPropertyDescription("what it brought about, as far as that can be said already")
            String effect) {

        Plans.NewExecution engine() {
            return new Plans.NewExecution(date, report, effect);
        }
    }

    record NewReason(@Mandatory String reason) {}

    record NewOutcome(
            @Mandatory @JsonPropertyDescription("RESULT only by who carries it out")
            Intervention.Outcome.Kind kind,

            @Mandatory @JsonPropertyDescription("on which it was seen")
            LocalDate date,

            @Mandatory @JsonPropertyDescription("no personal data")
            String text) {

        Plans.NewOutcome engine() {
            return new Plans.NewOutcome(kind, date, text);
        }
    }

    record BasisView(
            String text,
            String version,

            @JsonPropertyDescription("false: to be checked by a jurist")
            boolean checkedByJurist) {}

    record ConditionView(int number, BilingualText text, boolean met, UUID person, Instant at) {}

    record MoveView(InterventionState to, UUID person, Instant at, String reason) {}

    record ExecutionView(LocalDate date, String report, UUID person, Instant at) {}

    record OutcomeView(
            Intervention.Outcome.Kind kind,
            LocalDate date,
            String text,

            @JsonPropertyDescription("absent when the bureau wrote it down")
            String participant,

            UUID person,
            Instant at) {}

    record InterventionView(
            UUID id,
            UUID knelpunt,
            long version,
            InterventionState state,
            BilingualText stateName,
            String type,
            BilingualText name,
            InterventionType.Category category,
            BasisView basis,
            String participant,
            Organ organ,
            String description,
            String publicDescription,
            BilingualText expectedEffect,
            BilingualText sideEffect,
            BarrierBody barrier,
            @JsonPropertyDescription("first day") LocalDate from,
            @JsonPropertyDescription("last day") LocalDate until,

            @JsonPropertyDescription("its last day has passed and it is still to be done")
            boolean overdue,

            List<ConditionView> conditions,

            @JsonPropertyDescription("account that looks after it; absent until agreed")
            UUID owner,

            @JsonPropertyDescription("every state that it came into: with the planning the data of a timeline")
            List<MoveView> moves,

            ExecutionView execution,
            List<OutcomeView> outcomes,

            @JsonPropertyDescription("what you may do with it now")
            Set<Act> next,

            @JsonPropertyDescription("texts that refer to a datum or subject, as you may read them")
            List<ReadableView> readable,

            String href) {

        static InterventionView of(Plans.ShownIntervention shown, Locale language) {
            Intervention intervention = shown.intervention();
            Intervention.Content content = intervention.content();
            Intervention.Execution execution = intervention.execution();
            List<ConditionView> conditions = new ArrayList<>();
            for (Intervention.Condition condition : intervention.conditions()) {
                conditions.add(new ConditionView(
                        conditions.size() + 1,
                        BilingualText.of(condition.text()),
                        condition.met(),
                        condition.person(),
                        condition.at()));
            }
            return new InterventionView(
                    intervention.id(),
                    intervention.knelpunt(),
                    intervention.version(),
                    intervention.state(),
                    BilingualText.of(intervention.state().label()),
                    content.type(),
                    BilingualText.of(content.name()),
                    content.category(),
                    content.basis() == null
                            ? null
                            : new BasisView(
                                    content.basis().text(),
                                    content.basis().version(),
                                    content.basis().checkedByJurist()),
                    content.participant(),
                    content.organ(),
                    content.description(),
                    content.publicDescription(),
                    BilingualText.of(content.expectedEffect()),
                    BilingualText.of(content.sideEffect()),
                    BarrierBody.of(content.barrier()),
                    intervention.planning().from(),
                    intervention.planning().until(),
                    shown.overdue(),
                    conditions,
                    intervention.owner(),
                    intervention.moves().stream()
                            .map(m -> new MoveView(m.to(), m.person(), m.at(), m.reason()))
                            .toList(),
                    execution == null
                            ? null
                            : new ExecutionView(
                                    execution.date(), execution.report(), execution.person(), execution.at()),
                    intervention.outcomes().stream()
                            .map(o ->
                                    new OutcomeView(o.kind(), o.date(), o.text(), o.participant(), o.person(), o.at()))
                            .toList(),
                    shown.next(),
                    ReadableView.all(shown.readable(), language),
                    PlanResource.intervention(intervention.id()));
        }
    }

    record MixView(
            @JsonPropertyDescription("every category has an intervention or a reason")
            boolean whole,

            List<PartView> parts) {

        record PartView(
                InterventionType.Category category,

                @JsonPropertyDescription("that were not stopped")
                int interventions,

                String emptyBecause,

                @JsonPropertyDescription("nothing is done here and nobody said why")
                boolean asksWhy) {}

        static MixView of(Mix mix) {
            return new MixView(
                    mix.isWhole(),
                    mix.parts().stream()
                            .map(p -> new PartView(p.category(), p.interventions(), p.emptyBecause(), p.asksWhy()))
                            .toList());
        }
    }

    record PlanView(
            UUID knelpunt,

            @JsonPropertyDescription("of the knelpunt, with which the plan is written")
            long version,

            String goal,
            boolean qualityTested,
            String informationBase,
            MixView mix,
            List<InterventionView> interventions,
            List<PledgeView> capacity,
            List<TotalView> totals,

            @JsonPropertyDescription("the last hundred") List<TaskSheetView> taskSheets,

            @JsonPropertyDescription("what you may do with the plan now")
            Set<Act> next,

            @JsonPropertyDescription("texts that refer to a datum or subject, as you may read them")
            List<ReadableView> readable) {

        static PlanView of(Plans.ShownPlan shown, Locale language) {
            return new PlanView(
                    shown.knelpunt(),
                    shown.version(),
                    shown.plan().goal(),
                    shown.plan().qualityTested(),
                    shown.plan().informationBase(),
                    MixView.of(shown.mix()),
                    shown.interventions().stream()
                            .map(i -> InterventionView.of(i, language))
                            .toList(),
                    shown.pledges().stream().map(PledgeView::of).toList(),
                    TotalView.all(shown.totals()),
                    shown.sheets().stream().map(TaskSheetView::of).toList(),
                    shown.next(),
                    ReadableView.all(shown.readable(), language));
        }
    }
}
