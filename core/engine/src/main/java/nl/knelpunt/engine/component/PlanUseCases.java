package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Mix;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class PlanUseCases implements Plans {

    private static final int NEWEST_SHEETS = 100;

    private static final Set<Act> ON_THE_PLAN = EnumSet.of(
            Act.WRITE_PLAN, Act.PLAN_INTERVENTION, Act.PLEDGE_CAPACITY, Act.USE_CAPACITY, Act.RELEASE_TASK_SHEET);

    private static final Set<Act> ON_AN_INTERVENTION = EnumSet.of(
            Act.AMEND_INTERVENTION,
            Act.WITHDRAW_INTERVENTION,
            Act.AGREE_INTERVENTION,
            Act.KEEP_UP_INTERVENTION,
            Act.START_INTERVENTION,
            Act.CARRY_OUT_INTERVENTION,
            Act.STOP_INTERVENTION,
            Act.REPORT_RESULT,
            Act.OBSERVE_EFFECT);

    /** Whether somebody may write a plan does not hang on the plan that is there. */
    private static final Asked A_WHOLE_PLAN = new Asked.Planning(new ActionPlan("-", true, "-"));

    private final Gate gate;
    private final Router router;

    @Activate
    public PlanUseCases(@Reference Gate gate, @Reference Router router) {
        this.gate = gate;
        this.router = router;
    }

    @Override
    public Done write(Call call, UUID knelpunt, ActionPlan plan) {
        Checks.plan(plan);
        return gate.change(
                call, Act.WRITE_PLAN, knelpunt, (t, facts) -> facts.asking(new Asked.Planning(plan)), (t, facts) -> {
                    Knelpunt changed = facts.knelpunt().with(plan);
                    t.knelpunten().update(changed);
                    return new Done(changed.id(), changed.state().name(), changed.version() + 1);
                });
    }

    @Override
    public ShownPlan see(Call call, UUID knelpunt) {
        return gate.read(call, Act.SEE_PLAN, knelpunt, (t, facts, judge) -> {
            ActionPlan plan = facts.knelpunt().plan();
            List<Intervention> interventions = t.interventions().ofKnelpunt(knelpunt);
            return new ShownPlan(
                    knelpunt,
                    facts.knelpunt().version(),
                    plan,
                    Mix.of(plan, interventions),
                    interventions.stream()
                            .map(i -> shown(t, facts.withPapers(facts.papers().with(i)), judge))
                            .toList(),
                    t.pledges().ofKnelpunt(knelpunt),
                    t.pledges().totals(knelpunt),
                    t.taskSheets().newest(knelpunt, NEWEST_SHEETS),
                    permitted(facts, ON_THE_PLAN),
                    readable(plan).by(t, facts, judge));
        });
    }

    @Override
    public ShownIntervention seeIntervention(Call call, UUID intervention) {
        return gate.read(call, Act.SEE_INTERVENTION, intervention, (t, facts, judge) -> shown(t, facts, judge));
    }

    private static ShownIntervention shown(Transaction transaction, Facts facts, Gate.Judge judge) {
        Intervention intervention = facts.papers().intervention();
        return new ShownIntervention(
                intervention,
                intervention.isOverdueOn(facts.today()),
                permitted(facts, ON_AN_INTERVENTION),
                readable(intervention).by(transaction, facts, judge));
    }

    private static Readable readable(ActionPlan plan) {
        Readable readable = new Readable().with("goal", plan.goal()).with("informationBase", plan.informationBase());
        plan.emptyBecause().forEach((category, reason) -> readable.with("emptyBecause." + category, reason));
        return readable;
    }

    /** Null when it was destroyed with the dossier. */
    private static String dutch(Text text) {
        return text == null ? null : text.nl();
    }

    private static Readable readable(Intervention intervention) {
        Readable readable = new Readable()
                .with("description", intervention.content().description())
                .with("expectedEffect", dutch(intervention.content().expectedEffect()))
                .with("sideEffect", dutch(intervention.content().sideEffect()));
        for (int i = 0; i < intervention.conditions().size(); i++) {
            readable.with(
                    "conditions[" + i + "]",
                    intervention.conditions().get(i).text().nl());
        }
        for (int i = 0; i < intervention.moves().size(); i++) {
            readable.with("moves[" + i + "].reason", intervention.moves().get(i).reason());
        }
        if (intervention.execution() != null) {
            readable.with("execution.report", intervention.execution().report());
        }
        for (int i = 0; i < intervention.outcomes().size(); i++) {
            readable.with(
                    "outcomes[" + i + "].text", intervention.outcomes().get(i).text());
        }
        return readable;
    }

    private static Set<Act> permitted(Facts facts, Set<Act> acts) {
        Set<Act> permitted = EnumSet.noneOf(Act.class);
        for (Act act : acts) {
            Facts asked = act == Act.WRITE_PLAN ? facts.asking(A_WHOLE_PLAN) : facts;
            if (Guard.decide(asked.as(act)).isPermit()) {
                permitted.add(act);
            }
        }
        return permitted;
    }

    @Override
    public Done propose(Call call, UUID knelpunt, NewIntervention planned) {
        Checks.intervention(planned);
        UUID id = Ids.next();
        return gate.change(
                call, Act.PLAN_INTERVENTION, knelpunt, (t, facts) -> intervening(facts, planned), (t, facts) -> {
                    if (t.interventions().ofKnelpunt(knelpunt).size() >= Intervention.MOST_IN_A_PLAN) {
                        throw new InvalidException(
                                "type",
                                new Text(
                                        "Een plan heeft hoogstens " + Intervention.MOST_IN_A_PLAN + " interventies.",
                                        "A plan has at most " + Intervention.MOST_IN_A_PLAN + " interventions."));
                    }
                    checkBarrier(t, knelpunt, planned.barrier());
                    Made made = made(facts);
                    Intervention proposed = Intervention.proposed(
                            id,
                            knelpunt,
                            made.content,
                            made.planning,
                            made.conditions,
                            facts.actor().account().id(),
                            facts.now());
                    t.interventions().insert(proposed);
                    return new Done(id, proposed.state().name(), proposed.version());
                });
    }

    /** The step stands in a barrier model that this knelpunt uses; one that was there before the model was dropped may stay. */
    private static void checkBarrier(Transaction transaction, UUID knelpunt, Intervention.Barrier barrier) {
        if (barrier == null) {
            return;
        }
        BarrierModel model = transaction.barrierModels().usedBy(knelpunt).stream()
                .filter(m -> m.code().equals(barrier.model()))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidException(
                                "barrier.model",
                                new Text(
                                        "Dit handhavingsknelpunt gebruikt dit barrièremodel niet. Laat een analist het kiezen, of laat de stap weg.",
                                        "This knelpunt does not use this barrier model. Let an analyst choose it, or leave the step out.")));
        if (model.steps().stream().noneMatch(s -> s.code().equals(barrier.step()))) {
            String steps = model.steps().stream().map(BarrierModel.Step::code).collect(Collectors.joining(", "));
            throw new InvalidException(
                    "barrier.step",
                    new Text(
                            "Deze stap staat niet in het barrièremodel. Kies een van: " + steps + ".",
                            "This step is not in the barrier model. Choose one of: " + steps + "."));
        }
    }

    private Facts intervening(Facts facts, NewIntervention planned) {
        Optional<Participant> participant = facts.region().participant(planned.participant());
        Optional<InterventionType> type = participant.flatMap(p -> router.interventionType(p.kind(), planned.type()));
        return facts.asking(
                new Asked.Intervening(participant.orElse(null), planned.organ(), type.orElse(null), planned));
    }

    private record Made(
            Intervention.Content content, Intervention.Planning planning, List<Intervention.Condition> conditions) {}

    /** As asked, completed from the type. */
    private static Made made(Facts facts) {
        Asked.Intervening asked = (Asked.Intervening) facts.asked();
        InterventionType type = asked.type();
        NewIntervention planned = asked.intervention();
        List<Text> conditions = planned.conditions() == null
                ? List.of(type.conditions())
                : planned.conditions().stream().map(PlanUseCases::asTyped).toList();
        return new Made(
                new Intervention.Content(
                        type.code(),
                        type.name(),
                        type.category(),
                        planned.basis() == null
                                ? new Intervention.Basis(
                                        type.basis().toString(),
                                        type.basis().version(),
                                        type.basis().checkedByJurist())
                                : new Intervention.Basis(planned.basis(), planned.basisVersion(), false),
                        planned.participant(),
                        planned.organ(),
                        planned.description(),
                        planned.publicDescription(),
                        planned.expectedEffect() == null ? type.expectedEffect() : asTyped(planned.expectedEffect()),
                        planned.sideEffect() == null ? type.sideEffect() : asTyped(planned.sideEffect()),
                        planned.barrier()),
                new Intervention.Planning(planned.from(), planned.until()),
                conditions.stream()
                        .map(c -> new Intervention.Condition(c, false, null, null))
                        .toList());
    }

    private static Text asTyped(String text) {
        return new Text(text, text);
    }

    @Override
    public Done amend(Call call, UUID intervention, UnaryOperator<NewIntervention> change) {
        // Before the change is applied: what is wrong with it may not tell a stranger that the intervention exists.
        gate.admit(call, Act.AMEND_INTERVENTION, intervention, NOTHING);
        return change(
                call,
                Act.AMEND_INTERVENTION,
                intervention,
                (t, facts) -> {
                    if (facts.papers().intervention() == null) {
                        return facts;
                    }
                    NewIntervention changed =
                            change.apply(asProposed(facts, facts.papers().intervention()));
                    Checks.intervention(changed);
                    return intervening(facts, changed);
                },
                (t, facts) -> {
                    Made made = made(facts);
                    Intervention before = facts.papers().intervention();
                    if (!Objects.equals(made.content.barrier(), before.content().barrier())) {
                        checkBarrier(t, before.knelpunt(), made.content.barrier());
                    }
                    return before.with(made.content, made.planning, made.conditions)
                            .keptUp(made.planning, made.conditions, null)
                            .to(
                                    InterventionState.PROPOSED,
                                    facts.actor().account().id(),
                                    facts.now(),
                                    null);
                });
    }

    /** What still stands as the type has it is left out, so that it follows the type when that is changed. */
    private NewIntervention asProposed(Facts facts, Intervention intervention) {
        Intervention.Content content = intervention.content();
        InterventionType type = facts.region()
                .participant(content.participant())
                .flatMap(p -> router.interventionType(p.kind(), content.type()))
                .orElse(null);
        boolean ownBasis =
                type == null || !content.basis().text().equals(type.basis().toString());
        List<Text> conditions = intervention.conditions().stream()
                .map(Intervention.Condition::text)
                .toList();
        return new NewIntervention(
                content.participant(),
                content.organ(),
                content.type(),
                content.description(),
                content.publicDescription(),
                ownBasis ? content.basis().text() : null,
                ownBasis ? content.basis().version() : null,
                type != null && conditions.equals(List.of(type.conditions()))
                        ? null
                        : conditions.stream().map(Text::nl).toList(),
                type != null && content.expectedEffect().equals(type.expectedEffect())
                        ? null
                        : content.expectedEffect().nl(),
                type != null && content.sideEffect().equals(type.sideEffect())
                        ? null
                        : content.sideEffect().nl(),
                content.barrier(),
                intervention.planning().from(),
                intervention.planning().until());
    }

    @Override
    public Done agree(Call call, UUID intervention, UUID owner) {
        return change(call, Act.AGREE_INTERVENTION, intervention, NOTHING, (t, facts) -> {
            Intervention agreed = facts.papers().intervention();
            UUID person = facts.actor().account().id();
            return agreed.keptUp(
                            agreed.planning(), agreed.conditions(), owner == null ? person : owner(t, facts, owner))
                    .to(InterventionState.AGREED, person, facts.now(), null);
        });
    }

    /** Somebody of the executing organ: who isn't is told as who does not exist. */
    private static UUID owner(Transaction transaction, Facts facts, UUID account) {
        Intervention.Content content = facts.papers().intervention().content();
        return transaction
                .accounts()
                .find(account)
                .filter(Account::active)
                .filter(a -> a.participant().equals(content.participant()))
                .filter(a -> a.organ() == content.organ() && a.roles().contains(Role.WORKER))
                .map(Account::id)
                .orElseThrow(() -> new InvalidException(
                        "owner",
                        new Text(
                                "Kies een medewerker van uw eigen organisatie, van het orgaan dat bevoegd is.",
                                "Choose a worker of your own organisation, of the organ that has the power.")));
    }

    @Override
    public Done keepUp(Call call, UUID intervention, Progress progress) {
        return change(call, Act.KEEP_UP_INTERVENTION, intervention, NOTHING, (t, facts) -> {
            Intervention kept = facts.papers().intervention();
            Intervention.Planning planning = kept.planning().with(progress.planning());
            Checks.period("from", planning.from(), "until", planning.until());
            return kept.keptUp(
                    planning,
                    judged(facts, kept.conditions(), progress.met()),
                    progress.owner() == null ? kept.owner() : owner(t, facts, progress.owner()));
        });
    }

    private static List<Intervention.Condition> judged(
            Facts facts, List<Intervention.Condition> conditions, Map<Integer, Boolean> met) {
        List<Intervention.Condition> judged = new ArrayList<>(conditions);
        met.forEach((number, isMet) -> {
            if (number < 1 || number > conditions.size()) {
                throw new InvalidException(
                        "conditions",
                        new Text(
                                "Deze voorwaarde is er niet: kies 1 tot en met " + conditions.size() + ".",
                                "There is no such condition: choose 1 to " + conditions.size() + "."));
            }
            judged.set(
                    number - 1,
                    new Intervention.Condition(
                            conditions.get(number - 1).text(),
                            isMet,
                            facts.actor().account().id(),
                            facts.now()));
        });
        return judged;
    }

    @Override
    public Done start(Call call, UUID intervention) {
        return change(
                call,
                Act.START_INTERVENTION,
                intervention,
                NOTHING,
                (t, facts) -> moved(facts, InterventionState.UNDER_WAY, null));
    }

    @Override
    public Done carryOut(Call call, UUID intervention, NewExecution execution) {
        Checks.required("date", execution.date());
        Checks.text("report", execution.report(), Checks.TEXT);
        Checks.text("effect", execution.effect(), Checks.TEXT);
        return change(
                call,
                Act.CARRY_OUT_INTERVENTION,
                intervention,
                (t, facts) -> facts.asking(new Asked.CarryingOut(execution.report(), execution.effect())),
                (t, facts) -> {
                    Checks.notAfter("date", execution.date(), facts.today());
                    Intervention done = moved(facts, InterventionState.DONE, null)
                            .with(new Intervention.Execution(
                                    execution.date(),
                                    execution.report(),
                                    facts.actor().account().id(),
                                    facts.now()));
                    return execution.effect() == null || execution.effect().isBlank()
                            ? done
                            : done.with(outcome(
                                    facts,
                                    new NewOutcome(
                                            Intervention.Outcome.Kind.INTENDED_EFFECT,
                                            execution.date(),
                                            execution.effect())));
                });
    }

    @Override
    public Done stop(Call call, UUID intervention, String reason) {
        return stop(call, Act.STOP_INTERVENTION, intervention, reason);
    }

    @Override
    public Done withdraw(Call call, UUID intervention, String reason) {
        return stop(call, Act.WITHDRAW_INTERVENTION, intervention, reason);
    }

    private Done stop(Call call, Act act, UUID intervention, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        return change(
                call,
                act,
                intervention,
                (t, facts) -> facts.asking(new Asked.Saying("reason", reason)),
                (t, facts) -> moved(facts, InterventionState.STOPPED, reason));
    }

    private static Intervention moved(Facts facts, InterventionState next, String reason) {
        return facts.papers().intervention().to(next, facts.actor().account().id(), facts.now(), reason);
    }

    @Override
    public Done report(Call call, UUID intervention, NewOutcome outcome) {
        Checks.required("kind", outcome.kind());
        Checks.required("date", outcome.date());
        Checks.filled("text", outcome.text());
        Checks.text("text", outcome.text(), Checks.TEXT);
        return change(
                call,
                outcome.kind() == Intervention.Outcome.Kind.RESULT ? Act.REPORT_RESULT : Act.OBSERVE_EFFECT,
                intervention,
                (t, facts) -> facts.asking(new Asked.Saying("text", outcome.text())),
                (t, facts) -> {
                    Checks.notAfter("date", outcome.date(), facts.today());
                    Intervention reported = facts.papers().intervention();
                    if (reported.outcomes().size() >= Intervention.MOST_OUTCOMES) {
                        throw new InvalidException(
                                "text",
                                new Text(
                                        "Bij een interventie passen " + Intervention.MOST_OUTCOMES + " meldingen.",
                                        "An intervention takes " + Intervention.MOST_OUTCOMES + " reports."));
                    }
                    return reported.with(outcome(facts, outcome));
                });
    }

    private static Intervention.Outcome outcome(Facts facts, NewOutcome outcome) {
        return new Intervention.Outcome(
                outcome.kind(),
                outcome.date(),
                outcome.text(),
                facts.actor().isBureau() ? null : facts.actor().participant().id(),
                facts.actor().account().id(),
                facts.now());
    }

    private Done change(
            Call call,
            Act act,
            UUID intervention,
            Gate.Asking asking,
            BiFunction<Transaction, Facts, Intervention> change) {
        return gate.change(call, act, intervention, asking, (t, facts) -> {
            Intervention changed = change.apply(t, facts);
            t.interventions().update(changed);
            return new Done(changed.id(), changed.state().name(), changed.version() + 1);
        });
    }
}
