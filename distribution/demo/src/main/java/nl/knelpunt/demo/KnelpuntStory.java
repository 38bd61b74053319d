package nl.knelpunt.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunten.NewEvaluation;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.Plans.NewExecution;
import nl.knelpunt.engine.plan.Plans.NewIntervention;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;

/** The life of one knelpunt: first what is proposed, then what happens on which day and by whom. */
final class KnelpuntStory {

    private static final String BASIS = "Artikel 2.22 Wgs; artikel 2.15 Bgs";

    private final Stage stage;
    private final String title;
    private UUID id;

    private Abuse abuse;
    private ObjectType objectType;
    private String description;
    private Scope scope;
    private Set<Manifestation> manifestations;
    private Grounds grounds;
    private List<SignalStory> signals = List.of();
    private final List<Proposal.Involved> involved = new ArrayList<>();
    private final List<Proposal.ForeseenPhase> foreseen = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private String displacement;
    private final Map<String, UUID> subjects = new HashMap<>();
    private String barrierModel;

    KnelpuntStory(Stage stage, String title) {
        this.stage = stage;
        this.title = title;
    }

    UUID id() {
        return id;
    }

    /** It is a scan, made because of an abuse in a sector. */
    KnelpuntStory scans(String sector, String whatIsWrong) {
        abuse = new Abuse(sector, whatIsWrong);
        return this;
    }

    KnelpuntStory is(ObjectType type, String inWords) {
        objectType = type;
        description = inWords;
        return this;
    }

    KnelpuntStory within(String in, String out, Square... area) {
        scope = new Scope(
                in,
                out,
                new Area(Stream.of(area).map(square -> List.of(square.ring())).toList()),
                null);
        return this;
    }

    /** On the map, in degrees. */
    record Square(double west, double south, double east, double north) {

        private List<Area.Position> ring() {
            return List.of(
                    new Area.Position(west, south),
                    new Area.Position(east, south),
                    new Area.Position(east, north),
                    new Area.Position(west, north),
                    new Area.Position(west, south));
        }
    }

    KnelpuntStory shows(Manifestation... forms) {
        manifestations = Set.of(forms);
        return this;
    }

    KnelpuntStory because(Grounds argued) {
        grounds = argued;
        return this;
    }

    KnelpuntStory bundles(SignalStory... bundled) {
        signals = List.of(bundled);
        return this;
    }

    KnelpuntStory involves(String participant, String task) {
        Set<String> tasks =
                participant.equals(Cast.POLICE) ? Set.of("politiewet-3") : Set.of("openbare-orde", "omgevingsrecht");
        involved.add(new Proposal.Involved(participant, tasks, task));
        return this;
    }

    KnelpuntStory foresees(int phase, String reason) {
        foreseen.add(new Proposal.ForeseenPhase(phase, reason));
        return this;
    }

    /** A goal, and by what it is seen. */
    KnelpuntStory aims(String goal, String counted, Double now, double target, String unit, String method) {
        goals.add(new Goal(null, goal, List.of(new Goal.Indicator(null, counted, now, target, unit, method))));
        return this;
    }

    /** Whereto it may move. */
    KnelpuntStory expects(String movement) {
        displacement = movement;
        return this;
    }

    /** And submitted for the agenda. */
    KnelpuntStory proposed(int daysAgo) {
        stage.on(
                daysAgo,
                () -> id = stage.use
                        .knelpunten()
                        .propose(
                                stage.by(Cast.CASE_DIRECTOR),
                                new Proposal(
                                        abuse == null ? Activity.KNELPUNT : Activity.SCAN,
                                        abuse,
                                        title,
                                        objectType,
                                        description,
                                        scope,
                                        manifestations,
                                        grounds,
                                        signals.stream().map(SignalStory::id).toList(),
                                        involved,
                                        foreseen,
                                        goals,
                                        displacement))
                        .id());
        stage.on(daysAgo, () -> stage.use.knelpunten().submit(stage.by(Cast.CASE_DIRECTOR), id));
        return this;
    }

    /** The bureau plans a meeting and puts the proposal on its agenda. */
    KnelpuntStory onAgenda(int daysAgo, int daysFromNow, String place, String chair, String explanation) {
        stage.on(daysAgo, () -> {
            UUID meeting = Bureau.plan(stage, -daysFromNow, place, chair);
            stage.use
                    .meetings()
                    .putOnAgenda(
                            stage.by(Cast.CASE_DIRECTOR),
                            meeting,
                            new Meetings.NewItem(Meeting.ItemKind.DESIGNATION, id, title, explanation));
        });
        return this;
    }

    /** A participant is given an advice that rests on something in the dossier, and says what came of it. */
    KnelpuntStory advises(
            int daysAgo,
            String participant,
            String description,
            String advice,
            String restsOn,
            int heardAgo,
            String cameOf) {
        UUID[] provision = new UUID[1];
        stage.on(daysAgo, () -> {
            provision[0] = stage.use
                    .provisions()
                    .prepare(
                            stage.by(Cast.CASE_DIRECTOR),
                            id,
                            new Provision.Content(
                                    new Recipient.OwnParticipant(participant),
                                    Provision.Kind.INTERVENTION_ADVICE,
                                    description,
                                    advice,
                                    true,
                                    "De signalen en het toezicht in dit dossier.",
                                    "Artikel 1.7, eerste lid, Wgs",
                                    "Zonder dit advies kent de ontvanger het verband niet.",
                                    "omgevingsrecht",
                                    List.of(datum(Cast.CASE_DIRECTOR, restsOn).id())))
                    .id();
            stage.use.provisions().provide(stage.by(Cast.CASE_DIRECTOR), provision[0]);
        });
        stage.on(
                heardAgo,
                () -> stage.use
                        .provisions()
                        .giveFeedback(
                                stage.by(participant + ".college"),
                                provision[0],
                                new Provisions.NewFeedback(true, cameOf, null, null)));
        return this;
    }

    KnelpuntStory votes(int daysAgo, Motion.Kind motion, String participant, Motion.Choice choice, String reason) {
        stage.on(
                daysAgo,
                () -> stage.use.knelpunten().vote(stage.by(participant + ".stuurgroep"), id, motion, choice, reason));
        return this;
    }

    KnelpuntStory designated(int daysAgo, String participant) {
        stage.on(daysAgo, () -> stage.use.knelpunten().designate(stage.by(participant + ".stuurgroep"), id));
        return this;
    }

    KnelpuntStory opens(int phase, int daysAgo, String participant, String necessity) {
        stage.on(
                daysAgo,
                () -> stage.use.knelpunten().openPhase(stage.by(participant + ".stuurgroep"), id, phase, necessity));
        return this;
    }

    /** A worker supplies something about somebody who is in the dossier, under the name by which the others know them. */
    KnelpuntStory shares(
            int daysAgo, String worker, String task, Who known, DataCategory category, String field, String content) {
        stage.on(daysAgo, () -> share(worker, task, known, category, field, content));
        return this;
    }

    void share(String worker, String task, Who known, DataCategory category, String field, String content) {
        supply(worker, task, subject(worker, known), null, new Who.Fact(category, field, content));
    }

    /** A worker brings in somebody or something new, within the circle of the signals. */
    KnelpuntStory bringsIn(int daysAgo, String worker, String task, Who who) {
        stage.on(daysAgo, () -> {
            UUID circleOf = who.circleOf == null ? null : subject(worker, who.circleOf);
            NewDatum.NewSubject unknown = new NewDatum.NewSubject(who.kind, circleOf, who.circleReason);
            supply(worker, task, null, unknown, who.facts.get(0));
            for (Who.Fact fact : who.facts.subList(1, who.facts.size())) {
                supply(worker, task, subject(worker, who), null, fact);
            }
        });
        return this;
    }

    /** Somebody sees that a datum is wrong. */
    KnelpuntStory doubted(int daysAgo, String worker, String content, String reason) {
        stage.on(
                daysAgo,
                () -> stage.use
                        .data()
                        .reportError(
                                stage.by(worker), id, datum(worker, content).id(), reason));
        return this;
    }

    /** Its supplier, told of it, gives the right value. */
    KnelpuntStory corrected(int daysAgo, String worker, Who known, String field, String right) {
        stage.on(daysAgo, () -> {
            UUID about = subject(worker, known);
            UUID wrong = first(
                            worker,
                            d -> d.datum().marks().error() != null
                                    && field.equals(d.datum().field())
                                    && d.subject().id().equals(about))
                    .datum()
                    .id();
            stage.use.data().correct(stage.by(worker), id, wrong, right);
        });
        return this;
    }

    /** Its supplier blocks it for the others. */
    KnelpuntStory blocked(int daysAgo, String worker, String content, String ground) {
        stage.on(
                daysAgo,
                () -> stage.use
                        .data()
                        .block(stage.by(worker), id, datum(worker, content).id(), ground));
        return this;
    }

    /** Somebody needs a BSN whole. */
    KnelpuntStory revealed(int daysAgo, String worker, Who known, String necessity) {
        stage.on(daysAgo, () -> {
            UUID about = subject(worker, known);
            UUID bsn = first(
                            worker,
                            d -> d.datum().category() == DataCategory.BSN
                                    && d.subject().id().equals(about))
                    .datum()
                    .id();
            stage.use.data().reveal(stage.by(worker), id, bsn, necessity);
        });
        return this;
    }

    KnelpuntStory plan(int daysAgo, String goal, String informationBase) {
        stage.on(
                daysAgo,
                () -> stage.use
                        .plans()
                        .write(stage.by(Cast.CASE_DIRECTOR), id, new ActionPlan(goal, true, informationBase)));
        return this;
    }

    /** The plan says why nothing is done in some categories. */
    KnelpuntStory plan(
            int daysAgo, String goal, String informationBase, Map<InterventionType.Category, String> emptyBecause) {
        stage.on(
                daysAgo,
                () -> stage.use
                        .plans()
                        .write(
                                stage.by(Cast.CASE_DIRECTOR),
                                id,
                                new ActionPlan(goal, true, informationBase, emptyBecause)));
        return this;
    }

    /** A participant pledges hours and people for half a year, and uses some within a month. */
    KnelpuntStory pledged(int daysAgo, String worker, int hours, int people, int used) {
        LocalDate first = stage.day(daysAgo);
        UUID[] pledge = new UUID[1];
        stage.on(
                daysAgo,
                () -> pledge[0] = stage.use
                        .capacities()
                        .pledge(
                                stage.by(worker),
                                id,
                                new Capacities.NewPledge(null, first, first.plusMonths(6), hours, people))
                        .id());
        stage.on(
                daysAgo - 30,
                () -> stage.use.capacities().use(stage.by(worker), id, pledge[0], stage.day(daysAgo - 30), used));
        return this;
    }

    /** The analyst chooses a barrier model; what is planned afterwards can be at one of its steps. */
    KnelpuntStory usesBarriers(int daysAgo, String model, String version) {
        barrierModel = model;
        stage.on(daysAgo, () -> stage.use.barrierModels().use(stage.by(Cast.ANALYST), id, model, version));
        return this;
    }

    /** The case director asks, the analyst writes, and the case director finds it good. */
    KnelpuntStory analysed(int askedAgo, int testedAgo, String question, Analysis.Sections text) {
        UUID[] analysis = new UUID[1];
        stage.on(
                askedAgo,
                () -> analysis[0] = stage.use
                        .analyses()
                        .ask(stage.by(Cast.CASE_DIRECTOR), id, question, stage.day(testedAgo))
                        .id());
        stage.on(testedAgo + 1, () -> {
            stage.use.analyses().write(stage.by(Cast.ANALYST), analysis[0], before -> text);
            stage.use.analyses().submit(stage.by(Cast.ANALYST), analysis[0]);
        });
        stage.on(testedAgo, () -> stage.use.analyses().test(stage.by(Cast.CASE_DIRECTOR), analysis[0], true, null));
        return this;
    }

    /** A task without data, for a party without exchange. */
    KnelpuntStory handsOver(int daysAgo, String party, String description, String asked) {
        stage.on(
                daysAgo,
                () -> stage.use
                        .taskSheets()
                        .release(
                                stage.by(Cast.CASE_DIRECTOR),
                                id,
                                new TaskSheet.Content(party, description, asked, "Het RIEC-bureau", null, null, null)));
        return this;
    }

    /** An intervention by one participant; what comes of it is told on what is returned. */
    Measure plans(int daysAgo, String worker, String type, String inWords, LocalDate due) {
        return plans(daysAgo, worker, type, inWords, due, null);
    }

    /** @param step of the barrier model in use, null for none */
    Measure plans(int daysAgo, String worker, String type, String inWords, LocalDate due, String step) {
        Measure measure = new Measure(worker);
        stage.on(
                daysAgo,
                () -> measure.id = stage.use
                        .plans()
                        .propose(
                                stage.by(Cast.CASE_DIRECTOR),
                                id,
                                new NewIntervention(
                                        Stage.participantOf(worker),
                                        SignalStory.organOf(worker),
                                        type,
                                        inWords,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        step == null ? null : new Intervention.Barrier(barrierModel, step),
                                        null,
                                        due))
                        .id());
        return measure;
    }

    KnelpuntStory evaluated(
            int daysAgo, boolean goalReached, String findings, Evaluation.Recommendation advice, Grounds renewed) {
        stage.on(
                daysAgo,
                () -> stage.use
                        .knelpunten()
                        .evaluate(
                                stage.by(Cast.CASE_DIRECTOR),
                                id,
                                new NewEvaluation(goalReached, findings, advice, renewed, answers(goalReached))));
        return this;
    }

    /** Of each goal. */
    private Evaluation.Answers answers(boolean reached) {
        List<Goal> proposed = stage.use
                .knelpunten()
                .see(stage.by(Cast.CASE_DIRECTOR), id)
                .knelpunt()
                .proposal()
                .goals();
        return new Evaluation.Answers(
                proposed.stream()
                        .map(goal -> new Evaluation.GoalResult(
                                goal.id(),
                                reached ? Evaluation.Outcome.REACHED : Evaluation.Outcome.PARTLY,
                                reached
                                        ? "De tellingen zijn op het beoogde niveau."
                                        : "De tellingen dalen, maar zijn nog niet op het beoogde niveau.",
                                List.of()))
                        .toList(),
                List.of(),
                null,
                null,
                "De tellingen komen uit de gewone controles van de deelnemers.");
    }

    KnelpuntStory prolonged(int daysAgo, String participant) {
        stage.on(daysAgo, () -> stage.use.knelpunten().prolong(stage.by(participant + ".stuurgroep"), id));
        return this;
    }

    /** An intervention in the plan. */
    final class Measure {

        private final String worker;
        private UUID id;

        private Measure(String worker) {
            this.worker = worker;
        }

        void carriedOut(int daysAgo, String report, String effect) {
            stage.on(daysAgo, () -> {
                Plans plans = stage.use.plans();
                LocalDate day = stage.day(daysAgo);
                plans.agree(stage.by(worker), id, null);
                Intervention agreed =
                        plans.seeIntervention(stage.by(worker), id).intervention();
                plans.keepUp(
                        stage.by(worker),
                        id,
                        new Plans.Progress(
                                agreed.planning(),
                                null,
                                IntStream.rangeClosed(1, agreed.conditions().size())
                                        .boxed()
                                        .collect(Collectors.toMap(number -> number, number -> true))));
                plans.start(stage.by(worker), id);
                plans.carryOut(stage.by(worker), id, new NewExecution(day, report, effect));
            });
        }
    }

    private void supply(String worker, String task, UUID subject, NewDatum.NewSubject unknown, Who.Fact fact) {
        stage.use
                .knelpunten()
                .share(
                        stage.by(worker),
                        id,
                        new NewDatum(
                                subject,
                                unknown,
                                fact.category(),
                                fact.field(),
                                fact.content(),
                                task,
                                BASIS,
                                phaseOf(fact.category()),
                                true,
                                police(worker, fact.category()),
                                null,
                                null,
                                false,
                                null));
    }

    private static int phaseOf(DataCategory category) {
        return switch (category) {
            case FISCAL, POLICE_8_13, JUDICIAL, SEXUAL_BEHAVIOUR -> 2;
            case POLICE_9_10 -> 3;
            default -> 1;
        };
    }

    private static PoliceBasis police(String worker, DataCategory category) {
        return SignalStory.organOf(worker) != Organ.POLITIE
                ? null
                : new PoliceBasis(
                        category == DataCategory.POLICE_9_10 ? WpgClass.ARTICLE_9 : WpgClass.ARTICLE_8,
                        SignalStory.AGREED);
    }

    private UUID subject(String worker, Who who) {
        return subjects.computeIfAbsent(
                who.name(), name -> datum(worker, name, ShownDatum::subject).id());
    }

    private Datum datum(String worker, String content) {
        return datum(worker, content, ShownDatum::datum);
    }

    private <T> T datum(String worker, String content, Function<ShownDatum, T> of) {
        return of.apply(first(worker, d -> content.equals(d.datum().content())));
    }

    /** Looks something up in the dossier, as a worker does on the screen. */
    private ShownDatum first(String worker, Predicate<ShownDatum> wanted) {
        UUID after = null;
        do {
            Page<ShownDatum> page = stage.use.knelpunten().data(stage.by(worker), id, after, Page.MOST);
            for (ShownDatum shown : page.items()) {
                if (wanted.test(shown)) {
                    return shown;
                }
            }
            after = page.next();
        } while (after != null);
        throw new IllegalStateException("Nothing of the kind in " + title);
    }
}
