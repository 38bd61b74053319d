package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.World.*;
import static nl.knelpunt.engine.guard.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.dossier.WjsgArticle;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/** What holds of every decision, whoever asks for what in whatever circumstances. */
class GuardPropertiesTest {

    private static final Set<String> ACCESS = Set.of("G41", "G42", "G24");

    private static final List<Actor> ACTORS = new ArrayList<>(List.of(
            PARTYS_WORKER,
            NEIGHBOURS_WORKER,
            CASE_DIRECTOR,
            ANALYST,
            PRIVACY_OFFICER,
            ADMIN,
            SUPPORT,
            Actor.PLATFORM,
            Actor.MAINTENANCE,
            Actor.UNKNOWN,
            connection(POLICE),
            connection(PARTY),
            steeringMember(POLICE),
            steeringMember(HAARVEEN),
            steeringMember(PARTY),
            person("both", POLICE, Organ.POLITIE, Role.WORKER, Role.STEERING_MEMBER),
            person("mixed", POLICE, Organ.POLITIE, Role.WORKER, Role.CASE_DIRECTOR)));

    static {
        Arrays.stream(Organ.values()).forEach(o -> ACTORS.add(worker(o)));
    }

    /** Acts that are permitted, before anything is changed about them. */
    private static List<Scene> beginnings() {
        List<Scene> scenes = new ArrayList<>(List.of(
                delivering(OFFICER),
                drafting(OFFICER),
                reporting(OFFICER),
                reporting(COLLEGES_WORKER),
                adding(OFFICER, DataCategory.VEHICLE),
                onOwnDraft(Act.COMPLETE_DRAFT, OFFICER),
                onOwnDraft(Act.REMOVE_DRAFT_DATUM, OFFICER),
                onOwnDraft(Act.DISCARD_DRAFT, OFFICER),
                onOwnDraft(Act.LAPSE_DRAFT, OFFICER).by(Actor.PLATFORM),
                seeingSignal(MAYORS_WORKER, SignalState.ASKED),
                seeingSignal(CASE_DIRECTOR, SignalState.WEIGHED)
                        .withData(signalDatum(OFFICER, DataCategory.IDENTIFICATION)),
                hearingOf(connection(POLICE), SignalState.ASKED),
                askingRecognition(CASE_DIRECTOR, WIERINGERSLUIS),
                recognising(),
                notRecognising(),
                withdrawing(),
                preparingAssessment(),
                decidingAssessment(OFFICER),
                proposing(),
                amending(),
                votingOnDesignation(),
                designating(),
                seeingKnelpunt(OFFICER),
                openingPhase(2),
                openingPhase(3).withPhases(1, 2),
                sharing(OFFICER, DataCategory.VEHICLE),
                sharing(TAX_INSPECTOR, DataCategory.FISCAL, 2).withPhases(1, 2),
                sharing(OFFICER, DataCategory.POLICE_9_10, 3).withPhases(1, 2, 3),
                sharing(MAYORS_WORKER, DataCategory.VEHICLE)
                        .aboutNew(newSubject(SubjectKind.PERSON, KNOWN.id(), "zijn zuster")),
                seeingData(ANALYST),
                seeingDatum(OFFICER, MAYORS_WORKER, DataCategory.PERMITS, 1),
                writingPlan(),
                planningIntervention(),
                amendingIntervention(),
                agreeing(MAYORS_WORKER),
                starting(MAYORS_WORKER),
                carryingOut(MAYORS_WORKER),
                stopping(MAYORS_WORKER),
                reportingResult(MAYORS_WORKER),
                observing(OFFICER),
                seeingPlan(OFFICER),
                pledging(OFFICER),
                releasingSheet(),
                evaluating(),
                votingOnProlongation(),
                prolonging(),
                votingOnClosure(),
                closing()));
        Arrays.stream(Act.values())
                .filter(a -> a.concerns() == Act.Concerns.PLATFORM && a != Act.PROPOSE)
                .forEach(a -> scenes.add(listing(a, ADMIN)));
        return scenes;
    }

    @Provide
    Arbitrary<Scene> scenes() {
        Arbitrary<UnaryOperator<Scene>> changes = Arbitraries.oneOf(
                Arbitraries.of(ACTORS).map(a -> s -> s.by(a)),
                Arbitraries.of(SignalState.class).map(state -> onSignal(s -> s.inState(state))),
                Arbitraries.of(KnelpuntState.class).map(state -> onKnelpunt(s -> s.inState(state))),
                Arbitraries.of(DataCategory.class).injectNull(0.05).map(c -> onDatum("category", c)),
                Arbitraries.of(Organ.class).injectNull(0.05).map(o -> onDatum("source.organ", o)),
                Arbitraries.integers().between(0, 3).map(p -> onDatum("phase", p)),
                Arbitraries.of(WpgClass.class).map(w -> onDatum("source.police", agreed(w))),
                Arbitraries.of("source.police", "source.basis", "field", "destroyBy", "source.supplier", "source.task")
                        .map(f -> onDatum(f, null)),
                Arbitraries.just(onDatum("subject", UUID.randomUUID())),
                Arbitraries.just(onDatum("source.wjsg", WjsgArticle.ARTICLE_8B)),
                Arbitraries.just(onDatum("source.bibob", new BibobBasis(null, null, null))),
                Arbitraries.just(onDatum("marks", VETOED)),
                Arbitraries.just(onDatum("marks", DOUBTED)),
                Arbitraries.of(Kind.class)
                        .map(k -> s -> s.with("finds", List.of(new Found("text", new TextFind(k, 4, 9))))),
                Arbitraries.of(2, 3)
                        .map(p -> onKnelpunt(s -> s.withPhases(p == 2 ? new int[] {1, 2} : new int[] {1, 2, 3}))),
                Arbitraries.of(REGION.designated())
                        .set()
                        .ofMaxSize(3)
                        .map(involved -> onKnelpunt(s -> s.involving(involved.toArray(Participant[]::new)))),
                Arbitraries.of(REGION.participants().values()).map(p -> s -> s.withoutModuleOf(p)),
                Arbitraries.integers().between(-400, 800).map(days -> s -> s.on(TODAY.plusDays(days))),
                Arbitraries.of(Recognition.Outcome.class)
                        .map(o ->
                                onSignal(s -> s.facts().signal().recognitions().isEmpty()
                                        ? s
                                        : s.with("signal.recognitions.0.outcome", o))),
                Arbitraries.integers()
                        .between(0, 13)
                        .flatMap(n -> Arbitraries.of(Motion.Kind.class).map(k -> onKnelpunt(s -> s.withVotesOf(k, n)))),
                Arbitraries.of("title", "organ", "task", "manifestation", "police", "observation", "criteria")
                        .map(f -> onSignal(s -> s.without("signal.content." + f))),
                Arbitraries.just(onSignal(s -> s.with("signal.content", SignalContent.draft(null)))),
                Arbitraries.just(onKnelpunt(s -> s.with("knelpunt.evaluations", List.of()))),
                Arbitraries.just(onKnelpunt(s -> s.with("knelpunt.terms", List.of()))),
                Arbitraries.just(onKnelpunt(s -> s.with("bundled", List.of()))),
                Arbitraries.just(onKnelpunt(s -> s.without("knelpunt.proposal.scope"))),
                Arbitraries.just(onKnelpunt(s -> s.without("knelpunt.plan"))),
                Arbitraries.just(Scene::ofNothing),
                Arbitraries.just(s -> s.with("asked", new Asked.Nothing())));
        return Combinators.combine(Arbitraries.of(beginnings()), changes.list().ofMaxSize(4))
                .as((scene, all) -> {
                    Scene changed = scene;
                    for (UnaryOperator<Scene> change : all) {
                        changed = change.apply(changed);
                    }
                    return changed;
                });
    }

    private static UnaryOperator<Scene> onDatum(String component, Object value) {
        return s -> s.facts().data().isEmpty() ? s : s.with("data.0." + component, value);
    }

    private static UnaryOperator<Scene> onSignal(UnaryOperator<Scene> change) {
        return s -> s.facts().signal() == null ? s : change.apply(s);
    }

    private static UnaryOperator<Scene> onKnelpunt(UnaryOperator<Scene> change) {
        return s -> s.facts().knelpunt() == null ? s : change.apply(s);
    }

    @Property(tries = 1_000, maxDiscardRatio = 50)
    void theSameFactsGiveTheSameDecision(@ForAll("scenes") Scene scene) {
        Decision decision = Guard.decide(scene.facts());
        assertEquals(decision, Guard.decide(scene.under(scene.facts().policy()).facts()));
        Statistics.collect(decision.isPermit() ? "permitted" : "refused");
        Statistics.coverage(coverage -> {
            coverage.check("permitted").percentage(p -> p > 10);
            coverage.check("refused").percentage(p -> p > 10);
        });
    }

    @Property(tries = 1_000, maxDiscardRatio = 50)
    void aRefusalSaysWhyOnWhatGroundAndWhatToDo(@ForAll("scenes") Scene scene) {
        List<String> known = Rules.all().stream().map(Rule::id).toList();
        for (Finding finding : Guard.decide(scene.facts()).refusals()) {
            assertTrue(known.contains(finding.rule()) || finding.rule().equals(Finding.STATE), finding::rule);
            assertFalse(finding.article().isBlank());
            isFilled(finding.message());
            isFilled(finding.remedy());
            assertFalse(finding.field() != null && finding.field().isBlank());
        }
    }

    private static void isFilled(Text text) {
        assertFalse(text.nl().isBlank() || text.nl().contains("{"), text::nl);
        assertFalse(text.en().isBlank() || text.en().contains("{"), text::en);
    }

    @Property(tries = 1_000, maxDiscardRatio = 50)
    void whoeverHasNoAccessHearsNothingElse(@ForAll("scenes") Scene scene) {
        Set<String> rules = scene.rules();
        Assume.that(rules.stream().anyMatch(ACCESS::contains));
        assertTrue(ACCESS.containsAll(rules), rules::toString);
    }

    /** Two in a hundred scenes are of the kind: the ratio leaves room for an unlucky draw. */
    @Property(tries = 1_000, maxDiscardRatio = 200)
    void whatOneMayNotSeeIsAsIfItDidNotExist(@ForAll("scenes") Scene scene) {
        Act seeing = switch (scene.facts().act().concerns()) {
            case SIGNAL -> Act.SEE_SIGNAL;
            case KNELPUNT -> Act.SEE_KNELPUNT;
            default -> null;
        };
        Assume.that(seeing != null);
        Assume.that(scene.rules().stream().anyMatch(ACCESS::contains));
        Assume.that(scene.with("act", seeing).rules().stream().anyMatch(ACCESS::contains));
        assertEquals(Guard.decide(scene.ofNothing().facts()), Guard.decide(scene.facts()), "word for word the same");
    }

    /** So it changes nothing that a rule is asked only where there is what it looks for. */
    @Property(tries = 1_000, maxDiscardRatio = 50)
    void whereThereIsNothingThatARuleLooksForItWouldFindNothing(@ForAll("scenes") Scene scene) {
        Facts facts = scene.facts();
        Assume.that(!Guard.decide(facts).disclosesNothing());
        int present = Trait.of(facts);
        for (Rule rule : Rules.all()) {
            for (Rule.Check check : rule.checks()) {
                if (check.acts().contains(facts.act()) && (check.trait().bit() & present) == 0) {
                    assertNull(check.test().look(facts), () -> rule.id() + " where there is no " + check.trait());
                    Statistics.collect(check.trait());
                }
            }
        }
    }

    // What is taken away never gives more

    private static void permitsNoMore(Scene before, Scene after) {
        if (after.findings().isEmpty()) {
            assertEquals(List.of(), before.findings(), before.facts().act() + " is permitted now");
        }
    }

    @Property(tries = 1_000, maxDiscardRatio = 50)
    void endingATermPermitsNoMore(@ForAll("scenes") Scene scene) {
        Assume.that(scene.facts().knelpunt() != null
                && scene.facts().knelpunt().wholeTerm().isPresent());
        Term term = scene.facts().knelpunt().wholeTerm().orElseThrow();
        Assume.that(!scene.facts().today().isBefore(term.first()));
        permitsNoMore(
                scene,
                scene.with(
                        "knelpunt.terms",
                        List.of(new Term(term.first(), scene.facts().today().minusDays(1)))));
    }

    @Property(tries = 1_000, maxDiscardRatio = 50)
    void endingAnAppointmentPermitsNothing(@ForAll("scenes") Scene scene) {
        Assume.that(scene.facts().actor().account() != null && scene.facts().act() != Act.SIGN_OUT);
        assertFalse(scene.with("actor.account.active", false).findings().isEmpty());
    }

    @Property(tries = 1_000, maxDiscardRatio = 50)
    void takingAPluginAwayPermitsNoMore(
            @ForAll("scenes") Scene scene, @ForAll("participants") Participant participant) {
        permitsNoMore(scene, scene.withoutModuleOf(participant));
    }

    @Property(tries = 1_000, maxDiscardRatio = 50)
    void noLongerBeingInvolvedPermitsNoMore(@ForAll("scenes") Scene scene) {
        Participant participant = scene.facts().actor().participant();
        Assume.that(scene.facts().knelpunt() != null && participant != null);
        permitsNoMore(
                scene,
                scene.involving(REGION.designated().stream()
                        .filter(p -> scene.facts().knelpunt().involves(p.id()) && !p.equals(participant))
                        .toArray(Participant[]::new)));
    }

    @Property(tries = 1_000, maxDiscardRatio = 50)
    void closingAPhasePermitsNoMore(@ForAll("scenes") Scene scene) {
        Assume.that(scene.facts().knelpunt() != null);
        permitsNoMore(scene, scene.withPhases(1));
    }

    @Provide
    Arbitrary<Participant> participants() {
        return Arbitraries.of(REGION.designated());
    }
}
