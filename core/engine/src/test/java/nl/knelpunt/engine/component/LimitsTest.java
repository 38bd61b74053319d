package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.signal.Recognition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever people send is bounded: what is too long, too many or missing is refused by its field, and nothing happens. */
class LimitsTest {

    private static final String LINE = "x".repeat(201);
    private static final String VALUE = "x".repeat(4_001);
    private static final String TEXT = "x".repeat(10_001);

    private final Map<String, BiConsumer<House, UUID>> attempts = new LinkedHashMap<>();

    /** {@code field} is what the refusal names; several attempts on one field differ in what stands before the colon. */
    private void on(String field, BiConsumer<House, UUID> attempt) {
        attempts.put(attempts.size() + ":" + field, attempt);
    }

    @TestFactory
    Stream<DynamicTest> ofASignal() {
        on(
                "title",
                (h, s) -> h.signals.draft(
                        by(h.officer), House.POLICE.id(), Copy.with(World.content(Organ.POLITIE), "title", LINE)));
        for (String path : List.of(
                "title",
                "task",
                "manifestationDecision",
                "observation.observedBy",
                "observation.place.description",
                "observation.place.postcode",
                "observation.place.town",
                "observation.place.municipality")) {
            on(path, (h, s) -> h.signals.complete(by(h.officer), s, c -> Copy.with(c, path, LINE)));
        }
        on(
                "observation.what",
                (h, s) -> h.signals.complete(by(h.officer), s, c -> Copy.with(c, "observation.what", VALUE)));
        for (String path : List.of(
                "criteria.indications",
                "criteria.manifestation",
                "criteria.necessity",
                "criteria.jointApproach",
                "criteria.region",
                "police.agreement")) {
            on(path, (h, s) -> h.signals.complete(by(h.officer), s, c -> Copy.with(c, path, TEXT)));
        }
        on("content", (h, s) -> h.signals.addDatum(by(h.officer), s, House.plate(VALUE)));
        on("content", (h, s) -> h.signals.addDatum(by(h.officer), s, House.plate(" ")));
        on("content", (h, s) -> h.signals.addDatum(by(h.officer), s, House.plate(null)));
        on("limit", (h, s) -> h.signals.list(by(h.officer), null, 0));
        on("limit", (h, s) -> h.signals.list(by(h.officer), null, Page.MOST + 1));
        return tested(House::draft);
    }

    @TestFactory
    Stream<DynamicTest> ofAnAnswerOnRecognition() {
        on(
                "observation.what",
                (h, s) -> h.signals.recognise(
                        by(h.mayorsWorker), s, new Recognition.OwnObservation(VALUE, World.TODAY, null, null, "Z-1")));
        on(
                "observation.reference",
                (h, s) -> h.signals.recognise(
                        by(h.mayorsWorker),
                        s,
                        new Recognition.OwnObservation("busjes", World.TODAY, null, null, LINE)));
        return tested(House::asked);
    }

    @TestFactory
    Stream<DynamicTest> ofAWeighing() {
        for (String factor : List.of("purpose", "type", "extent", "weight", "connection")) {
            on(
                    factor,
                    (h, s) -> h.signals.prepareAssessment(by(h.director), s, Copy.with(World.FACTORS, factor, TEXT)));
        }
        on("reason", (h, s) -> h.signals.decideAssessment(by(h.officer), s, true, VALUE));
        return tested(House::weighed);
    }

    @TestFactory
    Stream<DynamicTest> ofAProposal() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("title", LINE);
        wrong.put("abuse.sector", LINE);
        for (String path : List.of(
                "description",
                "scope.in",
                "scope.out",
                "abuse.description",
                "grounds.necessity",
                "grounds.proportionality",
                "grounds.subsidiarity",
                "grounds.deficit",
                "grounds.seriousness")) {
            wrong.put(path, TEXT);
        }
        wrong.put(
                "signals",
                IntStream.range(0, 501).mapToObj(i -> UUID.randomUUID()).toList());
        wrong.put(
                "involved",
                IntStream.range(0, 501)
                        .mapToObj(i -> new Proposal.Involved("p" + i, null, ""))
                        .toList());
        Abuse abuse = new Abuse("zeehavens", "lege loodsen");
        wrong.forEach((path, value) -> {
            on(
                    path,
                    (h, k) -> h.knelpunten.propose(
                            by(h.director),
                            Copy.with(Copy.with(House.proposal(World.SIGNAL), "abuse", abuse), path, value)));
            on(
                    path,
                    (h, k) -> h.knelpunten.amend(
                            by(h.director), k, p -> Copy.with(Copy.with(p, "abuse", abuse), path, value)));
        });
        UUID twice = UUID.randomUUID();
        on(
                "signals",
                (h, k) -> h.knelpunten.propose(
                        by(h.director), Copy.with(House.proposal(twice), "signals", Collections.nCopies(2, twice))));
        on(
                "involved[0].task",
                (h, k) -> h.knelpunten.propose(
                        by(h.director), Copy.with(House.proposal(twice), "involved.0.task", TEXT)));
        on("motion", (h, k) -> h.knelpunten.vote(by(h.mayor), k, null, Motion.Choice.FOR, "nodig"));
        on("choice", (h, k) -> h.knelpunten.vote(by(h.mayor), k, Motion.Kind.DESIGNATE, null, "nodig"));
        on("reason", (h, k) -> h.knelpunten.vote(by(h.mayor), k, Motion.Kind.DESIGNATE, Motion.Choice.FOR, VALUE));
        on("limit", (h, k) -> h.knelpunten.list(by(h.mayor), Activity.KNELPUNT, null, Page.MOST + 1));
        return tested(House::proposed);
    }

    @TestFactory
    Stream<DynamicTest> ofAKnelpunt() {
        on("necessity", (h, k) -> h.knelpunten.openPhase(by(h.mayor), k, 2, TEXT));
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("content", VALUE);
        wrong.put("field", LINE);
        wrong.put("task", LINE);
        wrong.put("basis", TEXT);
        wrong.put("unavoidable", TEXT);
        wrong.put("police.agreement", TEXT);
        wrong.forEach((path, value) -> on(
                path,
                (h, k) -> h.knelpunten.share(
                        by(h.officer), k, Copy.with(House.plateOf(UUID.randomUUID(), "x"), path, value))));
        on(
                "subject",
                (h, k) -> h.knelpunten.share(by(h.officer), k, House.datum(null, null, DataCategory.VEHICLE, "x", 1)));
        on(
                "subject",
                (h, k) -> h.knelpunten.share(
                        by(h.officer),
                        k,
                        House.datum(
                                UUID.randomUUID(),
                                new NewDatum.NewSubject(nl.knelpunt.api.vocabulary.SubjectKind.OBJECT, null, null),
                                DataCategory.VEHICLE,
                                "x",
                                1)));
        on(
                "newSubject.kind",
                (h, k) -> h.knelpunten.share(
                        by(h.officer),
                        k,
                        House.datum(null, new NewDatum.NewSubject(null, null, null), DataCategory.VEHICLE, "x", 1)));
        on(
                "newSubject.circleReason",
                (h, k) -> h.knelpunten.share(
                        by(h.officer),
                        k,
                        House.datum(
                                null,
                                new NewDatum.NewSubject(
                                        nl.knelpunt.api.vocabulary.SubjectKind.PERSON, UUID.randomUUID(), TEXT),
                                DataCategory.VEHICLE,
                                "x",
                                1)));
        on("limit", (h, k) -> h.knelpunten.data(by(h.officer), k, null, 0));
        UUID datum = UUID.randomUUID();
        on("necessity", (h, k) -> h.data.reveal(by(h.officer), k, datum, TEXT));
        on("ground", (h, k) -> h.data.block(by(h.officer), k, datum, TEXT));
        on("ground", (h, k) -> h.data.block(by(h.officer), k, datum, " "));
        on("reason", (h, k) -> h.data.reportError(by(h.officer), k, datum, TEXT));
        on("reason", (h, k) -> h.data.reportError(by(h.officer), k, datum, null));
        on("content", (h, k) -> h.data.correct(by(h.officer), k, datum, VALUE));
        on("content", (h, k) -> h.data.correct(by(h.officer), k, datum, null));
        on("reason", (h, k) -> h.data.hold(by(h.director), k, datum, Marks.Hold.Ground.LEGAL_RULE, TEXT));
        on("datum", (h, k) -> h.data.reuse(by(h.officer), k, null, null, "nodig"));
        on("necessity", (h, k) -> h.data.reuse(by(h.officer), k, datum, null, TEXT));
        Data.Selection selection = new Data.Selection(AnalysisMethod.BY_A_PERSON, null, null);
        on("limit", (h, k) -> h.data.analyse(by(h.analyst), k, selection, null, Page.MOST + 1));
        List<UUID> many =
                IntStream.range(0, 501).mapToObj(i -> UUID.randomUUID()).toList();
        on("subjects", (h, k) -> h.data.analyse(by(h.analyst), k, Copy.with(selection, "subjects", many), null, 10));
        on("goal", (h, k) -> h.plans.write(by(h.director), k, new ActionPlan(TEXT, true, "analyse")));
        on("informationBase", (h, k) -> h.plans.write(by(h.director), k, new ActionPlan("doel", true, TEXT)));
        for (String missing : List.of("participant", "organ", "type")) {
            on(missing, (h, k) -> h.plans.propose(by(h.director), k, Copy.with(House.closeBuilding(), missing, null)));
        }
        on(
                "description",
                (h, k) -> h.plans.propose(by(h.director), k, Copy.with(House.closeBuilding(), "description", TEXT)));
        for (String text : List.of("publicDescription", "expectedEffect", "sideEffect")) {
            on(text, (h, k) -> h.plans.propose(by(h.director), k, Copy.with(House.closeBuilding(), text, TEXT)));
        }
        on(
                "basisVersion",
                (h, k) -> h.plans.propose(by(h.director), k, Copy.with(House.closeBuilding(), "basis", "x")));
        on(
                "basis",
                (h, k) -> h.plans.propose(by(h.director), k, Copy.with(House.closeBuilding(), "basisVersion", "x")));
        on(
                "conditions[0]",
                (h, k) -> h.plans.propose(
                        by(h.director), k, Copy.with(House.closeBuilding(), "conditions", List.of(TEXT))));
        on(
                "until",
                (h, k) -> h.plans.propose(
                        by(h.director),
                        k,
                        Copy.with(
                                Copy.with(House.closeBuilding(), "from", World.TODAY),
                                "until",
                                World.TODAY.minusDays(1))));
        on(
                "emptyBecause.REPRESSION",
                (h, k) -> h.plans.write(
                        by(h.director),
                        k,
                        new ActionPlan("doel", true, "a", Map.of(InterventionType.Category.REPRESSION, TEXT))));
        Plans.NewExecution execution = House.closed();
        UUID intervention = UUID.randomUUID();
        for (String field : List.of("report", "effect")) {
            on(field, (h, k) -> h.plans.carryOut(by(h.mayorsWorker), intervention, Copy.with(execution, field, TEXT)));
        }
        on("date", (h, k) -> h.plans.carryOut(by(h.mayorsWorker), intervention, Copy.with(execution, "date", null)));
        on("reason", (h, k) -> h.plans.stop(by(h.mayorsWorker), intervention, " "));
        on("reason", (h, k) -> h.plans.withdraw(by(h.director), intervention, TEXT));
        Plans.NewOutcome outcome =
                new Plans.NewOutcome(Intervention.Outcome.Kind.INTENDED_EFFECT, World.TODAY, "stiller");
        for (String field : List.of("kind", "date", "text")) {
            on(field, (h, k) -> h.plans.report(by(h.officer), intervention, Copy.with(outcome, field, null)));
        }
        on("text", (h, k) -> h.plans.report(by(h.officer), intervention, Copy.with(outcome, "text", TEXT)));
        Capacities.NewPledge pledge = new Capacities.NewPledge(null, World.TODAY, World.TODAY, 1, 0);
        for (String field : List.of("first", "last", "hours", "people")) {
            on(field, (h, k) -> h.capacities.pledge(by(h.officer), k, Copy.with(pledge, field, null)));
        }
        on("hours", (h, k) -> h.capacities.pledge(by(h.officer), k, Copy.with(pledge, "hours", 1_000_001)));
        on("hours", (h, k) -> h.capacities.pledge(by(h.officer), k, Copy.with(pledge, "hours", 0)));
        on("people", (h, k) -> h.capacities.pledge(by(h.officer), k, Copy.with(pledge, "people", -1)));
        on(
                "last",
                (h, k) -> h.capacities.pledge(by(h.officer), k, Copy.with(pledge, "last", World.TODAY.minusDays(1))));
        TaskSheet.Content sheet = new TaskSheet.Content("pvo", "kade", "kijken", "bureau", null, null, null);
        for (String field : List.of("party", "asked", "contact")) {
            on(field, (h, k) -> h.taskSheets.release(by(h.director), k, Copy.with(sheet, field, " ")));
            on(field, (h, k) -> h.taskSheets.release(by(h.director), k, Copy.with(sheet, field, TEXT)));
        }
        on("limit", (h, k) -> h.taskSheets.list(by(h.director), k, null, 0));
        on("limit", (h, k) -> h.capacities.overview(by(h.director), null, 0));
        Knelpunten.NewEvaluation evaluation =
                new Knelpunten.NewEvaluation(false, "minder laden", Evaluation.Recommendation.PROLONG, World.GROUNDS);
        on("findings", (h, k) -> h.knelpunten.evaluate(by(h.director), k, Copy.with(evaluation, "findings", null)));
        on("findings", (h, k) -> h.knelpunten.evaluate(by(h.director), k, Copy.with(evaluation, "findings", TEXT)));
        on(
                "recommendation",
                (h, k) -> h.knelpunten.evaluate(by(h.director), k, Copy.with(evaluation, "recommendation", null)));
        on(
                "renewedGrounds.necessity",
                (h, k) -> h.knelpunten.evaluate(
                        by(h.director), k, Copy.with(evaluation, "renewedGrounds.necessity", TEXT)));
        return tested(House::planned);
    }

    private Stream<DynamicTest> tested(java.util.function.Function<House, UUID> begin) {
        House house = new House();
        UUID dossier = begin.apply(house);
        return attempts.entrySet().stream()
                .map(e -> dynamicTest(e.getKey(), () -> {
                    List<Object> before = house.store.content();
                    InvalidException wrong = assertThrows(
                            InvalidException.class, () -> e.getValue().accept(house, dossier));
                    assertEquals(e.getKey().substring(e.getKey().indexOf(':') + 1), wrong.field());
                    assertEquals(before, house.store.content());
                }));
    }
}
