package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.rest.Shapes.Links;
import nl.knelpunt.rest.TextShapes.NamedView;

/** The JSON of knelpunten. Field names are those of the engine, since refusals name fields by them. */
final class KnelpuntShapes {

    private KnelpuntShapes() {}

    record ScopeBody(
            @JsonPropertyDescription("what belongs to the knelpunt")
            String in,

            @JsonPropertyDescription("what does not") String out,

            @JsonPropertyDescription("on the map; only where the object is an area")
            Area area,

            @JsonPropertyDescription("codes of the SBI 2008; only where the object is a branch")
            List<String> branches) {

        static ScopeBody of(Scope scope) {
            return new ScopeBody(scope.in(), scope.out(), scope.area(), scope.branches());
        }

        static Scope engine(ScopeBody body) {
            return body == null ? null : new Scope(body.in(), body.out(), body.area(), body.branches());
        }
    }

    record GroundsBody(
            @JsonPropertyDescription("why joint processing is necessary")
            String necessity,

            @JsonPropertyDescription("why it is in proportion")
            String proportionality,

            @JsonPropertyDescription("why lighter means, or one participant alone, do not do")
            String subsidiarity,

            @JsonPropertyDescription("where normal enforcement falls short")
            String deficit,

            @JsonPropertyDescription("seriousness and size") String seriousness) {

        static GroundsBody of(Grounds grounds) {
            return grounds == null
                    ? null
                    : new GroundsBody(
                            grounds.necessity(),
                            grounds.proportionality(),
                            grounds.subsidiarity(),
                            grounds.deficit(),
                            grounds.seriousness());
        }

        static Grounds engine(GroundsBody body) {
            return body == null
                    ? null
                    : new Grounds(
                            body.necessity(),
                            body.proportionality(),
                            body.subsidiarity(),
                            body.deficit(),
                            body.seriousness());
        }
    }

    record InvolvedBody(
            @Mandatory String participant,

            @JsonPropertyDescription("codes of the statutory tasks for which it takes part")
            List<String> tasks,

            @JsonPropertyDescription("what it contributes, in words")
            String task) {

        static InvolvedBody of(Proposal.Involved involved) {
            return new InvolvedBody(involved.participant(), List.copyOf(involved.tasks()), involved.task());
        }

        Proposal.Involved engine() {
            return new Proposal.Involved(participant, tasks == null ? null : new LinkedHashSet<>(tasks), task);
        }
    }

    record ForeseenPhaseBody(
            @Mandatory @JsonPropertyDescription("1, 2 or 3") Integer phase,

            @JsonPropertyDescription("why its data will be necessary")
            String reason) {}

    record IndicatorBody(
            @JsonPropertyDescription("leave out with a new one; stays the same")
            UUID id,

            @JsonPropertyDescription("what is counted") String name,

            @JsonPropertyDescription("how it stands now; leave out where that is not known")
            Double baseline,

            @JsonPropertyDescription("how it is to stand at the end of the term")
            Double target,

            String unit,

            @JsonPropertyDescription("how it is measured, and by whom")
            String method) {}

    record GoalBody(
            @JsonPropertyDescription("leave out with a new one; stays the same")
            UUID id,

            @JsonPropertyDescription("what is to be reached")
            String text,

            @JsonPropertyDescription("by which it is seen") List<IndicatorBody> indicators) {

        static GoalBody of(Goal goal) {
            return new GoalBody(
                    goal.id(),
                    goal.text(),
                    goal.indicators().stream()
                            .map(i ->
                                    new IndicatorBody(i.id(), i.name(), i.baseline(), i.target(), i.unit(), i.method()))
                            .toList());
        }

        Goal engine() {
            return new Goal(
                    id,
                    text,
                    indicators == null
                            ? null
                            : indicators.stream()
                                    .map(i -> new Goal.Indicator(
                                            i.id(), i.name(), i.baseline(), i.target(), i.unit(), i.method()))
                                    .toList());
        }
    }

    record AbuseBody(
            @JsonPropertyDescription("the susceptible sector or public facility")
            String sector,

            @JsonPropertyDescription("the abuse, without personal data")
            String description) {

        static AbuseBody of(Abuse abuse) {
            return abuse == null ? null : new AbuseBody(abuse.sector(), abuse.description());
        }

        static Abuse engine(AbuseBody body) {
            return body == null ? null : new Abuse(body.sector(), body.description());
        }
    }

    /** What the steering group decides on: the part of a knelpunt that a merge patch changes. */
    record ProposalBody(
            @JsonPropertyDescription("in a new proposal that of the address, when absent")
            Activity activity,

            @JsonPropertyDescription("only of a scan: why it may be made")
            AbuseBody abuse,

            @JsonPropertyDescription("a few words without personal data")
            String title,

            ObjectType objectType,
            String description,
            ScopeBody scope,
            List<Manifestation> manifestations,
            GroundsBody grounds,

            @JsonPropertyDescription("ids of the signals that it bundles")
            List<UUID> signals,

            List<InvolvedBody> involved,

            @JsonPropertyDescription("foreseen phases, each with why")
            List<ForeseenPhaseBody> foreseenPhases,

            @JsonPropertyDescription("against which is evaluated")
            List<GoalBody> goals,

            @JsonPropertyDescription("whereto the problem is expected to move, and what is done about that")
            String displacement) {

        static ProposalBody of(Proposal proposal) {
            return new ProposalBody(
                    proposal.activity(),
                    AbuseBody.of(proposal.abuse()),
                    proposal.title(),
                    proposal.objectType(),
                    proposal.description(),
                    ScopeBody.of(proposal.scope()),
                    proposal.manifestations().stream().sorted().toList(),
                    GroundsBody.of(proposal.grounds()),
                    proposal.signals(),
                    proposal.involved().stream().map(InvolvedBody::of).toList(),
                    proposal.foreseenPhases().stream()
                            .map(p -> new ForeseenPhaseBody(p.phase(), p.reason()))
                            .toList(),
                    proposal.goals().stream().map(GoalBody::of).toList(),
                    proposal.displacement());
        }

        /** @param before of the proposal, when none is given */
        Proposal engine(Activity before) {
            return new Proposal(
                    activity == null ? before : activity,
                    AbuseBody.engine(abuse),
                    title,
                    objectType,
                    description,
                    ScopeBody.engine(scope),
                    manifestations == null ? null : new LinkedHashSet<>(manifestations),
                    GroundsBody.engine(grounds),
                    signals,
                    involved == null
                            ? null
                            : involved.stream().map(InvolvedBody::engine).toList(),
                    foreseenPhases == null
                            ? null
                            : foreseenPhases.stream()
                                    .map(p -> new Proposal.ForeseenPhase(p.phase(), p.reason()))
                                    .toList(),
                    goals == null ? null : goals.stream().map(GoalBody::engine).toList(),
                    displacement);
        }
    }

    record NewReturn(
            @JsonPropertyDescription("what is to be mended; no personal data")
            String reason) {}

    record NewVote(@Mandatory Motion.Kind motion, @Mandatory Motion.Choice choice, String reason) {}

    record NewPhase(
            @Mandatory @JsonPropertyDescription("2 or 3; designation itself opens 1")
            Integer phase,

            @JsonPropertyDescription("why its data are necessary in addition")
            String necessity,

            @JsonPropertyDescription(
                    "for whom: only they supply and see its data; absent for everybody who is involved now")
            List<String> participants) {

        Set<String> named() {
            return participants == null ? Set.of() : new LinkedHashSet<>(participants);
        }
    }

    record MeasuredBody(
            @Mandatory UUID indicator,

            @JsonPropertyDescription("absent where it could not be measured")
            Double value) {}

    record GoalResultBody(
            @Mandatory @JsonPropertyDescription("id of a goal of the proposal")
            UUID goal,

            @Mandatory Evaluation.Outcome outcome,

            @Mandatory @JsonPropertyDescription("why it is so; no personal data")
            String explanation,

            List<MeasuredBody> measured) {

        Evaluation.GoalResult engine() {
            return new Evaluation.GoalResult(
                    goal,
                    outcome,
                    explanation,
                    measured == null
                            ? List.of()
                            : measured.stream()
                                    .map(m -> new Evaluation.Measured(m.indicator(), m.value()))
                                    .toList());
        }

        static GoalResultBody of(Evaluation.GoalResult result) {
            return new GoalResultBody(
                    result.goal(),
                    result.outcome(),
                    result.explanation(),
                    result.measured().stream()
                            .map(m -> new MeasuredBody(m.indicator(), m.value()))
                            .toList());
        }
    }

    record EffectBody(
            @Mandatory @JsonPropertyDescription("id of an intervention")
            UUID intervention,

            @Mandatory @JsonPropertyDescription("what it brought about, intended or not")
            String text) {}

    record NewEvaluation(
            @JsonPropertyDescription("only where there are no goals: with goals, they say it")
            Boolean goalReached,

            @JsonPropertyDescription("what was found; no personal data")
            String findings,

            @Mandatory Evaluation.Recommendation recommendation,

            @JsonPropertyDescription("only with the recommendation to prolong")
            GroundsBody renewedGrounds,

            @JsonPropertyDescription("each goal of the proposal once")
            List<GoalResultBody> goals,

            List<EffectBody> effects,

            @JsonPropertyDescription("where the problem was seen to move")
            String displacement,

            String sideEffects,

            @JsonPropertyDescription("how good the data were that this rests on")
            String dataQuality) {

        Knelpunten.NewEvaluation engine() {
            return new Knelpunten.NewEvaluation(
                    Boolean.TRUE.equals(goalReached),
                    findings,
                    recommendation,
                    GroundsBody.engine(renewedGrounds),
                    new Evaluation.Answers(
                            goals == null
                                    ? List.of()
                                    : goals.stream().map(GoalResultBody::engine).toList(),
                            effects == null
                                    ? List.of()
                                    : effects.stream()
                                            .map(e -> new Evaluation.Effect(e.intervention(), e.text()))
                                            .toList(),
                            displacement,
                            sideEffects,
                            dataQuality));
        }
    }

    record MotionView(
            Motion.Kind kind,
            List<VoteView> votes,
            Boolean adopted,
            Instant concluded,

            @JsonPropertyDescription("for which participant the votes were counted, and at which meeting")
            ConclusionView conclusion,

            @JsonPropertyDescription("the paper on which the votes stand, when they were cast outside the platform")
            OutsideView outside) {

        record VoteView(
                String participant,
                UUID person,

                @JsonPropertyDescription("under which somebody voted; absent when the participant's own member did")
                UUID mandate,

                Motion.Choice choice,
                String reason,
                Instant at) {

            static VoteView of(Motion.Vote vote) {
                return new VoteView(
                        vote.participant(), vote.person(), vote.mandate(), vote.choice(), vote.reason(), vote.at());
            }
        }

        record ConclusionView(String participant, UUID person, UUID mandate, UUID meeting) {}

        record OutsideView(UUID paper, LocalDate decided, UUID enteredBy, Instant entered) {}

        static MotionView of(Motion motion) {
            return new MotionView(
                    motion.kind(),
                    motion.votes().stream().map(VoteView::of).toList(),
                    motion.adopted(),
                    motion.concluded(),
                    motion.conclusion() == null
                            ? null
                            : new ConclusionView(
                                    motion.conclusion().participant(),
                                    motion.conclusion().person(),
                                    motion.conclusion().mandate(),
                                    motion.conclusion().meeting()),
                    motion.outside() == null
                            ? null
                            : new OutsideView(
                                    motion.outside().paper(),
                                    motion.outside().decided(),
                                    motion.outside().enteredBy(),
                                    motion.outside().entered()));
        }
    }

    record TermView(LocalDate first, LocalDate last) {}

    record PhaseView(
            int phase,
            String necessity,
            String participant,
            UUID person,
            UUID mandate,
            Instant at,

            @JsonPropertyDescription("for whom it is open; empty for everybody involved")
            List<String> participants,

            @JsonPropertyDescription("absent while it is open")
            ClosingView closed,

            @JsonPropertyDescription("who decided for which participant in the meeting; absent without one")
            List<DecidedView> decided) {

        record DecidedView(String participant, UUID person, UUID mandate, Motion.Choice choice, Instant at) {}

        record ClosingView(
                String reason, boolean destroys, String participant, UUID person, UUID mandate, Instant at) {}

        static PhaseView of(PhaseDecision phase) {
            PhaseDecision.Closing closed = phase.closed();
            return new PhaseView(
                    phase.phase(),
                    phase.necessity(),
                    phase.participant(),
                    phase.person(),
                    phase.mandate(),
                    phase.at(),
                    phase.participants().stream().sorted().toList(),
                    closed == null
                            ? null
                            : new ClosingView(
                                    closed.reason(),
                                    closed.destroys(),
                                    closed.participant(),
                                    closed.person(),
                                    closed.mandate(),
                                    closed.at()),
                    phase.decided().isEmpty()
                            ? null
                            : phase.decided().stream()
                                    .map(d -> new DecidedView(
                                            d.participant(), d.person(), d.mandate(), d.choice(), d.at()))
                                    .toList());
        }
    }

    record NewClosing(
            @Mandatory @JsonPropertyDescription("2 or 3; phase 3 closes with phase 2")
            Integer phase,

            @Mandatory @JsonPropertyDescription("why its data are necessary no longer")
            String reason,

            @Mandatory
            @JsonPropertyDescription("whether its data are destroyed; otherwise they are kept, shown to nobody")
            Boolean destroy) {}

    record EvaluationView(
            boolean goalReached,
            String findings,
            Evaluation.Recommendation recommendation,
            GroundsBody renewedGrounds,
            List<GoalResultBody> goals,
            List<EffectBody> effects,
            String displacement,
            String sideEffects,
            String dataQuality,
            UUID person,
            Instant at) {

        static EvaluationView of(Evaluation evaluation) {
            Evaluation.Answers answers = evaluation.answers();
            return new EvaluationView(
                    evaluation.goalReached(),
                    evaluation.findings(),
                    evaluation.recommendation(),
                    GroundsBody.of(evaluation.renewedGrounds()),
                    answers.goals().stream().map(GoalResultBody::of).toList(),
                    answers.effects().stream()
                            .map(e -> new EffectBody(e.intervention(), e.text()))
                            .toList(),
                    answers.displacement(),
                    answers.sideEffects(),
                    answers.dataQuality(),
                    evaluation.person(),
                    evaluation.at());
        }
    }

    record KnelpuntView(
            UUID id,
            KnelpuntState state,
            long version,
            Instant created,

            @JsonPropertyDescription("whether its term has passed: reading, evaluating and closing only")
            boolean expired,

            @JsonUnwrapped ProposalBody proposal,
            List<MotionView> motions,
            List<TermView> terms,
            List<PhaseView> phases,

            @JsonPropertyDescription("where its plan is, with interventions and capacity")
            String plan,

            List<EvaluationView> evaluations,

            @JsonPropertyDescription(
                    "what {datum:ID} and {subject:ID} in its texts stand for, as you may see it; not in a list")
            List<NamedView> named,

            String href) {

        static KnelpuntView of(Knelpunten.ShownKnelpunt shown) {
            return of(shown, Locale.ROOT);
        }

        static KnelpuntView of(Knelpunten.ShownKnelpunt shown, Locale language) {
            Knelpunt knelpunt = shown.knelpunt();
            return new KnelpuntView(
                    knelpunt.id(),
                    knelpunt.state(),
                    knelpunt.version(),
                    knelpunt.created(),
                    shown.expired(),
                    ProposalBody.of(knelpunt.proposal()),
                    knelpunt.motions().stream().map(MotionView::of).toList(),
                    knelpunt.terms().stream()
                            .map(t -> new TermView(t.first(), t.last()))
                            .toList(),
                    knelpunt.phases().stream().map(PhaseView::of).toList(),
                    KnelpuntResource.href(knelpunt.id()) + "/plan",
                    knelpunt.evaluations().stream().map(EvaluationView::of).toList(),
                    shown.named().isEmpty() ? null : NamedView.all(shown.named(), language),
                    KnelpuntResource.href(knelpunt.id()));
        }
    }

    record KnelpuntList(List<KnelpuntView> items, Links links) {}
}
