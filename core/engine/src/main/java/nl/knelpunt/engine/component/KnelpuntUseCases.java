package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Completeness;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.ProposalPart;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.Rule;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.port.Geometry;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.Signal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class KnelpuntUseCases implements Knelpunten {

    /** Deciding on the designation touches the data of all its signals: the log has a record for each data subject. */
    private static final Gate.Asking WITH_ITS_SIGNALS = Links::withItsSignals;

    private static final int LAST_PHASE = 3;

    private final Gate gate;
    private final Geometry geometry;

    @Activate
    public KnelpuntUseCases(@Reference Gate gate, @Reference Geometry geometry) {
        this.gate = gate;
        this.geometry = geometry;
    }

    @Override
    public Done propose(Call call, Proposal given) {
        Checks.proposal(given);
        Scope scope = Checks.branches(given.scope());
        Proposal proposal = given.with(scope.area() == null ? scope : scope.with(geometry.checked(scope.area())))
                .withGoals(Goal.identified(given.goals(), List.of()));
        return gate.change(
                call, Act.PROPOSE, null, (t, facts) -> facts.asking(new Asked.Proposing(proposal)), (t, facts) -> {
                    Checks.tasks(proposal, facts.region());
                    Knelpunt knelpunt = Knelpunt.proposed(Ids.next(), facts.now(), proposal);
                    t.knelpunten().insert(knelpunt);
                    return new Done(knelpunt.id(), knelpunt.state().name(), knelpunt.version());
                });
    }

    @Override
    public Done amend(Call call, UUID knelpunt, UnaryOperator<Proposal> change) {
        // Before the change is applied: what is wrong with it may not tell a stranger that the knelpunt exists.
        AtomicReference<Proposal> found = new AtomicReference<>();
        gate.admit(call, Act.AMEND_PROPOSAL, knelpunt, (t, facts) -> {
            found.set(facts.knelpunt() == null ? null : facts.knelpunt().proposal());
            return facts;
        });
        // Reckoning with an area takes too long for a transaction, in which others wait.
        Area drawn = change.apply(found.get()).scope().area();
        Area checked = drawn == null || drawn.equals(found.get().scope().area()) ? drawn : geometry.checked(drawn);
        return change(
                call,
                Act.AMEND_PROPOSAL,
                knelpunt,
                (t, facts) -> {
                    if (facts.knelpunt() == null) {
                        return facts;
                    }
                    Proposal before = facts.knelpunt().proposal();
                    Proposal changed = change.apply(before);
                    Checks.proposal(changed);
                    Scope scope = Checks.branches(changed.scope());
                    return facts.asking(new Asked.Proposing(
                            changed.with(Objects.equals(scope.area(), drawn) ? scope.with(checked) : scope)
                                    .withGoals(Goal.identified(changed.goals(), before.goals()))));
                },
                (t, facts) -> {
                    Proposal changed = ((Asked.Proposing) facts.asked()).proposal();
                    Checks.tasks(changed, facts.region());
                    // Votes were given on what the proposal said before.
                    return facts.knelpunt()
                            .with(changed)
                            .in(KnelpuntState.PROPOSED)
                            .with(Motion.open(Motion.Kind.DESIGNATE));
                });
    }

    @Override
    public Completeness completeness(Call call, UUID knelpunt) {
        return gate.read(call, Act.SEE_KNELPUNT, knelpunt, (t, facts, judge) -> {
            Proposal proposal = facts.knelpunt().proposal();
            List<Signal> bundled = GateComponent.bundled(t, proposal.signals());
            List<Finding> missing =
                    Guard.incomplete(facts.as(Act.SUBMIT_PROPOSAL).withBundled(bundled));
            List<Completeness.Part> parts = Arrays.stream(ProposalPart.values())
                    .filter(part -> part.isPartOf(proposal))
                    .map(part -> new Completeness.Part(
                            part,
                            article(facts, part),
                            missing.stream().filter(part::isMeant).toList()))
                    .toList();
            return new Completeness(parts, places(facts, judge, bundled));
        });
    }

    /** What a rule that is switched off asked for, the working method asks no more; it is there then. */
    private static String article(Facts facts, ProposalPart part) {
        return facts.rules().find(part.rule()).map(Rule::article).orElse(null);
    }

    private Completeness.Places places(Facts facts, Gate.Judge judge, List<Signal> bundled) {
        Area area = facts.knelpunt().proposal().scope().area();
        if (area == null) {
            return null;
        }
        Predicate<Area.Position> within = geometry.within(area);
        Map<Completeness.Place, Integer> counted = new EnumMap<>(Completeness.Place.class);
        List<Completeness.Placed> shown = new ArrayList<>();
        for (Signal signal : bundled) {
            Completeness.Place place = place(signal.content().observation().place(), within);
            counted.merge(place, 1, Integer::sum);
            if (judge.permits(facts.as(Act.SEE_SIGNAL).withSignal(signal, Subjects.NONE))) {
                shown.add(new Completeness.Placed(signal.id(), place));
            }
        }
        return new Completeness.Places(
                counted.getOrDefault(Completeness.Place.IN, 0),
                counted.getOrDefault(Completeness.Place.OUT, 0),
                counted.getOrDefault(Completeness.Place.UNKNOWN, 0),
                shown);
    }

    private static Completeness.Place place(Place place, Predicate<Area.Position> within) {
        if (place == null || place.longitude() == null || place.latitude() == null) {
            return Completeness.Place.UNKNOWN;
        }
        return within.test(new Area.Position(place.longitude(), place.latitude()))
                ? Completeness.Place.IN
                : Completeness.Place.OUT;
    }

    @Override
    public Done submit(Call call, UUID knelpunt) {
        return change(
                call,
                Act.SUBMIT_PROPOSAL,
                knelpunt,
                NOTHING,
                (t, facts) -> facts.knelpunt()
                        .in(KnelpuntState.SUBMITTED)
                        .with(facts.knelpunt()
                                .openMotion(Motion.Kind.DESIGNATE)
                                .orElseGet(() -> Motion.open(Motion.Kind.DESIGNATE))
                                .submittedAt(facts.now())));
    }

    @Override
    public Done sendBack(Call call, UUID knelpunt, String reason) {
        Checks.text("reason", reason, NewDatum.MOST_CHARACTERS);
        return change(
                call, Act.SEND_BACK, knelpunt, (t, facts) -> facts.asking(new Asked.Deciding(reason)), (t, facts) -> {
                    Agenda.sentBack(t, facts, reason);
                    return facts.knelpunt().in(KnelpuntState.PROPOSED).with(Motion.open(Motion.Kind.DESIGNATE));
                });
    }

    @Override
    public Done vote(Call call, UUID knelpunt, Motion.Kind kind, Motion.Choice choice, String reason) {
        Checks.required("motion", kind);
        Checks.required("choice", choice);
        Checks.text("reason", reason, NewDatum.MOST_CHARACTERS);
        Act act = switch (kind) {
            case DESIGNATE -> Act.VOTE_DESIGNATION;
            case PROLONG -> Act.VOTE_PROLONGATION;
            case CLOSE -> Act.VOTE_CLOSURE;
            case INVOLVE -> Act.VOTE_INVOLVEMENT;
        };
        return change(
                call,
                act,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Deciding(reason)),
                (t, facts) -> facts.knelpunt()
                        .with(facts.knelpunt()
                                .openMotion(kind)
                                .orElseGet(() -> Motion.open(kind))
                                .with(new Motion.Vote(
                                        facts.actor().participant().id(),
                                        facts.actor().account().id(),
                                        facts.actor().mandate(),
                                        choice,
                                        reason,
                                        facts.now()))));
    }

    @Override
    public Done designate(Call call, UUID knelpunt) {
        return conclude(call, Act.DESIGNATE, knelpunt, WITH_ITS_SIGNALS, Motion.Kind.DESIGNATE, (t, facts) -> {
            Links.designated(t, facts);
            return now -> termed(now, facts.today())
                    .in(KnelpuntState.DESIGNATED)
                    .with(new PhaseDecision(
                            1,
                            now.proposal().grounds().necessity(),
                            facts.actor().participant().id(),
                            facts.actor().account().id(),
                            facts.now(),
                            facts.actor().mandate()));
        });
    }

    private static Knelpunt termed(Knelpunt knelpunt, LocalDate today) {
        return knelpunt.hasTerm() ? knelpunt.with(Term.yearFrom(today)) : knelpunt;
    }

    @Override
    public Done openPhase(Call call, UUID knelpunt, int phase, String necessity, Set<String> participants) {
        requireLaterPhase(phase);
        Checks.text("necessity", necessity, Checks.TEXT);
        return change(
                call,
                Act.OPEN_PHASE,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Opening(phase, necessity, participants)),
                (t, facts) -> {
                    Knelpunt now = facts.knelpunt();
                    List<PhaseDecision.Decided> decided = Agenda.onPhase(t, now).stream()
                            .map(PhaseDecision.Decided::of)
                            .toList();
                    Set<String> named =
                            participants.isEmpty() ? involved(now, phase) : requireInvolved(now, participants);
                    return named.stream().allMatch(p -> now.isPhaseOpenFor(phase, p))
                            ? now
                            : now.with(new PhaseDecision(
                                    phase,
                                    necessity,
                                    facts.actor().participant().id(),
                                    facts.actor().account().id(),
                                    facts.now(),
                                    facts.actor().mandate(),
                                    named,
                                    null,
                                    decided));
                });
    }

    private static void requireLaterPhase(int phase) {
        if (phase != 2 && phase != 3) {
            throw new InvalidException("phase", new Text("Kies fase 2 of 3.", "Choose phase 2 or 3."));
        }
    }

    /** Everybody now: who becomes involved later needs a decision of its own. */
    private static Set<String> involved(Knelpunt knelpunt, int phase) {
        return knelpunt.proposal().involved().stream()
                .map(Proposal.Involved::participant)
                .filter(p -> phase == 2 || knelpunt.isPhaseOpenFor(2, p))
                .collect(Collectors.toSet());
    }

    private static Set<String> requireInvolved(Knelpunt knelpunt, Set<String> participants) {
        if (!participants.stream().allMatch(knelpunt::involves)) {
            throw new InvalidException(
                    "participants",
                    new Text(
                            "Noem alleen deelnemers die bij dit handhavingsknelpunt betrokken zijn.",
                            "Name only participants that are involved in this knelpunt."));
        }
        return participants;
    }

    @Override
    public Done closePhase(Call call, UUID knelpunt, int phase, String reason, boolean destroy) {
        requireLaterPhase(phase);
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        return change(
                call,
                Act.CLOSE_PHASE,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Saying("reason", reason)),
                (t, facts) -> {
                    if (destroy) {
                        // Destroyed in their turn, as what is past its last day.
                        for (int ended = phase; ended <= LAST_PHASE; ended++) {
                            t.data().endPhase(knelpunt, ended, facts.today().minusDays(1));
                        }
                    }
                    DataRequestUseCases.endThose(t, facts, phase);
                    return facts.knelpunt()
                            .closingPhase(
                                    phase,
                                    new PhaseDecision.Closing(
                                            reason,
                                            destroy,
                                            facts.actor().participant().id(),
                                            facts.actor().account().id(),
                                            facts.actor().mandate(),
                                            facts.now()));
                });
    }

    @Override
    public Done share(Call call, UUID knelpunt, NewDatum datum) {
        Checks.datum(datum);
        Checks.phase(datum.phase());
        Candidate candidate = new Candidate(knelpunt, datum);
        return gate.change(
                call,
                Act.SHARE_DATUM,
                knelpunt,
                (t, facts) -> candidate.asking(t, facts, datum.phase()),
                (t, facts) -> {
                    candidate.insert(t, facts);
                    return new Done(
                            candidate.id,
                            facts.knelpunt().state().name(),
                            facts.knelpunt().version());
                });
    }

    @Override
    public Done evaluate(Call call, UUID knelpunt, NewEvaluation evaluation) {
        Checks.required("findings", evaluation.findings());
        Checks.required("recommendation", evaluation.recommendation());
        Checks.text("findings", evaluation.findings(), Checks.TEXT);
        if (evaluation.renewedGrounds() != null) {
            Checks.grounds("renewedGrounds.", evaluation.renewedGrounds());
        }
        EvaluationChecks.alone(evaluation.answers());
        Gate.Asking asking = (t, facts) -> facts.asking(
                new Asked.Evaluating(evaluation.findings(), evaluation.renewedGrounds(), evaluation.answers()));
        return change(call, Act.EVALUATE_KNELPUNT, knelpunt, asking, (t, facts) -> {
            EvaluationChecks.against(
                    facts.knelpunt(),
                    t.interventions().ofKnelpunt(knelpunt).stream()
                            .map(i -> i.id())
                            .toList(),
                    evaluation.answers());
            boolean hasGoals = !facts.knelpunt().proposal().goals().isEmpty();
            Knelpunt evaluated = facts.knelpunt()
                    .with(new Evaluation(
                            hasGoals ? EvaluationChecks.reached(evaluation.answers()) : evaluation.goalReached(),
                            evaluation.findings(),
                            evaluation.recommendation(),
                            evaluation.renewedGrounds(),
                            facts.actor().account().id(),
                            facts.now(),
                            evaluation.answers()));
            // Votes to prolong were given on the evaluation before.
            return evaluated.openMotion(Motion.Kind.PROLONG).isPresent()
                    ? evaluated.with(Motion.open(Motion.Kind.PROLONG))
                    : evaluated;
        });
    }

    @Override
    public Done prolong(Call call, UUID knelpunt) {
        return conclude(call, Act.PROLONG, knelpunt, NOTHING, Motion.Kind.PROLONG, (t, facts) -> now -> {
            Term running = now.terms().get(now.terms().size() - 1);
            checkItsYearIsSeen(running, facts.today());
            return now.with(running.next());
        });
    }

    /** Else one decision would let share for nearly two years. */
    private static void checkItsYearIsSeen(Term running, LocalDate today) {
        LocalDate from = running.prolongedFrom();
        if (today.isBefore(from)) {
            throw new InvalidException(
                    "term",
                    new Text(
                            "Verlengen kan vanaf " + from + ": " + Term.DECIDED_BEFORE
                                    + " dagen voor het einde van de termijn.",
                            "It can be prolonged from " + from + " on: " + Term.DECIDED_BEFORE
                                    + " days before the end of the term."));
        }
    }

    @Override
    public Done close(Call call, UUID knelpunt) {
        return conclude(call, Act.CLOSE, knelpunt, NOTHING, Motion.Kind.CLOSE, (t, facts) -> {
            Links.closed(t, facts);
            return now -> {
                ClosureUseCases.close(t, facts, now);
                return now.in(KnelpuntState.CLOSED);
            };
        });
    }

    private Done conclude(
            Call call,
            Act act,
            UUID knelpunt,
            Gate.Asking asking,
            Motion.Kind kind,
            BiFunction<Transaction, Facts, Function<Knelpunt, Knelpunt>> whenAdopted) {
        return change(call, act, knelpunt, asking, (t, facts) -> {
            Motion motion = facts.knelpunt().openMotion(kind).orElseThrow();
            Motion concluded = Agenda.conclude(t, facts, motion);
            Knelpunt after = facts.knelpunt().with(concluded);
            if (concluded.adopted()) {
                return whenAdopted.apply(t, facts).apply(after);
            }
            if (kind != Motion.Kind.DESIGNATE) {
                return after;
            }
            Links.rejected(t, facts);
            return after.in(KnelpuntState.REJECTED);
        });
    }

    @Override
    public ShownKnelpunt see(Call call, UUID knelpunt) {
        return gate.read(
                call,
                Act.SEE_KNELPUNT,
                knelpunt,
                (t, facts, judge) -> new ShownKnelpunt(
                        facts.knelpunt(),
                        facts.knelpunt().isExpiredOn(facts.today()),
                        Referred.reading(t, facts, judge).named(Texts.standingIn(facts.knelpunt()))));
    }

    @Override
    public Page<ShownKnelpunt> list(Call call, Activity activity, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_KNELPUNTEN, null, (t, facts, judge) -> {
            return Pages.fill(after, limit, t.knelpunten()::list, Knelpunt::id, knelpunt -> {
                Facts about = facts.as(Act.SEE_KNELPUNT).withKnelpunt(knelpunt, Subjects.NONE);
                return knelpunt.activity() == activity && judge.permits(about)
                        ? Optional.of(shown(about))
                        : Optional.empty();
            });
        });
    }

    private static ShownKnelpunt shown(Facts facts) {
        return new ShownKnelpunt(facts.knelpunt(), facts.knelpunt().isExpiredOn(facts.today()));
    }

    @Override
    public Page<ShownDatum> data(Call call, UUID knelpunt, DatumFilter filter, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.SEE_DATA, knelpunt, (t, facts, judge) -> {
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> t.data().ofDossier(knelpunt, filter, from, most),
                    Datum::id,
                    datum -> Optional.ofNullable(judge.show(facts, datum)));
        });
    }

    private Done change(
            Call call, Act act, UUID knelpunt, Gate.Asking asking, BiFunction<Transaction, Facts, Knelpunt> change) {
        return gate.change(call, act, knelpunt, asking, (t, facts) -> update(t, change.apply(t, facts)));
    }

    private static Done update(Transaction transaction, Knelpunt knelpunt) {
        transaction.knelpunten().update(knelpunt);
        return new Done(knelpunt.id(), knelpunt.state().name(), knelpunt.version() + 1);
    }
}
