package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.signal.Comparisons;
import nl.knelpunt.engine.signal.Criterion;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalFilter;
import nl.knelpunt.engine.signal.SignalOutcome;
import nl.knelpunt.engine.signal.SignalOutcome.Kind;
import nl.knelpunt.engine.signal.SourceReliability;
import nl.knelpunt.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What becomes of a signal after it was reported: questions that end, what it is worth, to what it belongs, what is left. */
class SignalLifeTest {

    private final House house = new House();

    private Signal stored(UUID signal) {
        return house.store.signal(signal).orElseThrow();
    }

    private Signal seenBy(Account account, UUID signal) {
        return house.signals.see(by(account), signal).signal();
    }

    private List<Kind> outcomes(UUID signal) {
        return house.outcomes.list(by(house.officer), signal, null, 100).items().stream()
                .map(SignalOutcome::kind)
                .toList();
    }

    private static Grading handled(HandlingCode... codes) {
        return new Grading(SourceReliability.A, 1, Set.of(codes), "niet per e-mail");
    }

    private List<UUID> listed(Account account, SignalFilter filter) {
        return house.signals.list(by(account), filter, null, 100).items().stream()
                .map(s -> s.signal().id())
                .toList();
    }

    private static SignalFilter in(SignalState state) {
        return new SignalFilter(state, null, null, null, null, null, null, false);
    }

    private static final SignalFilter WAITING = new SignalFilter(null, null, null, null, null, null, null, true);

    // Questions

    @Test
    void aQuestionThatIsNotAnsweredExpiresAndIsForgottenByWhoWasAsked() {
        UUID signal = house.asked();
        house.passes(Duration.ofDays(30));
        house.terms.end();
        assertEquals(List.of(signal), listed(house.mayorsWorker, WAITING), "the last day is in time");
        house.passes(Duration.ofDays(1));
        house.terms.end();
        Recognition expired =
                stored(signal).recognitionOf(House.MUNICIPALITY.id()).orElseThrow();
        assertEquals(Recognition.Outcome.EXPIRED, expired.outcome());
        assertNull(expired.observation());
        assertEquals(List.of("G41"), refused(() -> house.signals.see(by(house.mayorsWorker), signal)));
        assertEquals(
                List.of("G41"),
                refused(() -> house.signals.recognise(by(house.mayorsWorker), signal, House.ownObservation())));
        assertEquals(List.of(Kind.NOT_RECOGNISED), outcomes(signal));
        assertEquals(List.of(signal), listed(house.director, WAITING), "somebody else is to be asked");

        house.signals.askRecognition(by(house.director), signal, House.MUNICIPALITY.id());
        house.signals.recognise(by(house.mayorsWorker), signal, House.ownObservation());
        assertEquals(SignalState.RECOGNISED, stored(signal).state());
    }

    @Test
    void aRecognitionThatIsTakenBackIsGoneAndWhatWasWeighedIsWeighedAnew() {
        UUID signal = house.recognised();
        house.signals.askRecognition(by(house.director), signal, House.NEIGHBOUR.id());
        house.signals.recognise(by(house.neighboursWorker), signal, House.neighboursObservation());
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        house.signals.decideAssessment(by(house.officer), signal, true, "past");

        house.signals.withdrawRecognition(by(house.neighboursWorker), signal);
        assertEquals(SignalState.RECOGNISED, stored(signal).state());
        assertNull(stored(signal).assessment(), "it rested on who recognised it");
        assertEquals(List.of("G41"), refused(() -> house.signals.see(by(house.neighboursWorker), signal)));

        Done told = house.signals.withdrawRecognition(by(house.mayorsWorker), signal);
        assertEquals("ASKED", told.state());
        assertEquals(1, told.version(), "how often it changed is not for who is asked");
        assertEquals(List.of(Kind.RECOGNISED, Kind.NOT_RECOGNISED), outcomes(signal));
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.signals.prepareAssessment(by(house.director), signal, World.FACTORS)));
    }

    @Test
    void whoTookPartInADecisionCannotTakeItBack() {
        UUID signal = house.takenUp();
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.signals.withdrawRecognition(by(house.mayorsWorker), signal)));
        assertEquals(
                List.of("G41"), refused(() -> house.signals.withdrawRecognition(by(house.neighboursWorker), signal)));
        assertEquals(List.of("G41"), refused(() -> house.signals.withdrawRecognition(by(house.officer), signal)));
    }

    @Test
    void whoIsAskedSeesTheSameWhateverOthersAreAskedAndAnswer() {
        UUID alone = house.asked();
        UUID among = house.asked();
        house.signals.askRecognition(by(house.director), among, House.NEIGHBOUR.id());
        house.signals.recognise(by(house.neighboursWorker), among, House.neighboursObservation());
        for (UUID signal : List.of(alone, among)) {
            Signal seen = seenBy(house.mayorsWorker, signal);
            assertEquals(SignalState.ASKED, seen.state());
            assertEquals(1, seen.version());
            assertEquals(1, seen.recognitions().size());
        }
        assertEquals(List.of(alone, among), listed(house.mayorsWorker, in(SignalState.ASKED)));
        assertEquals(List.of(), listed(house.mayorsWorker, in(SignalState.RECOGNISED)));
        assertEquals(List.of(alone, among), listed(house.mayorsWorker, WAITING));
        assertEquals(List.of(among), listed(house.director, in(SignalState.RECOGNISED)));

        Signal own = seenBy(house.neighboursWorker, among);
        assertEquals(SignalState.RECOGNISED, own.state());
        long before = own.version();
        house.signals.doNotRecognise(by(house.mayorsWorker), among);
        assertEquals(before, seenBy(house.neighboursWorker, among).version(), "that another answered does not show");
    }

    @Test
    void whatWaitsIsATaskUntilItsLastDay() {
        UUID asked = house.asked();
        Task question = house.tasks
                .list(by(house.mayorsWorker), null, 100)
                .tasks()
                .get(0)
                .task();
        assertEquals(Act.ANSWER_RECOGNITION, question.act());
        assertEquals(asked, question.object());
        assertEquals(World.TODAY.plusDays(30), question.due());
        house.signals.recognise(by(house.mayorsWorker), asked, House.ownObservation());
        assertEquals(
                List.of(), house.tasks.list(by(house.mayorsWorker), null, 100).tasks());
        assertEquals(
                Act.PREPARE_ASSESSMENT,
                house.tasks
                        .list(by(house.director), null, 100)
                        .tasks()
                        .get(0)
                        .task()
                        .act());
        house.signals.prepareAssessment(by(house.director), asked, World.FACTORS);
        for (Account assessor : List.of(house.mayorsWorker, house.officer)) {
            assertEquals(
                    Act.DECIDE_ASSESSMENT,
                    house.tasks
                            .list(by(assessor), null, 100)
                            .tasks()
                            .get(0)
                            .task()
                            .act());
        }
    }

    // What became of it

    @Test
    void theReporterHearsWhatBecameOfItAlsoWhenItIsGone() {
        UUID signal = house.weighed();
        house.signals.decideAssessment(by(house.officer), signal, false, Criterion.D, "wij kunnen dit zelf");
        house.signals.decideAssessment(by(house.mayorsWorker), signal, false, Criterion.A, "te weinig");
        assertEquals(Optional.empty(), house.store.signal(signal));
        SignalOutcome last = house.outcomes
                .list(by(house.officer), signal, null, 100)
                .items()
                .get(1);
        assertEquals(Kind.NOT_TAKEN_UP, last.kind());
        assertEquals(SignalOutcome.Reason.CRITERIA_NOT_MET, last.reason());
        assertEquals(Set.of(Criterion.A, Criterion.D), last.notMet());
        assertEquals(
                List.of(),
                house.outcomes.list(by(house.mayorsWorker), signal, null, 100).items(),
                "it is for its reporter alone");
        assertEquals(List.of("G41"), refused(() -> house.outcomes.list(by(house.director), null, null, 10)));
        Account system = house.appoint("koppeling", House.POLICE, null, Role.CONNECTION);
        assertEquals(
                2, house.outcomes.list(by(system), signal, null, 100).items().size());
    }

    @Test
    void aCriterionThatIsNotMetGoesWithNo() {
        UUID signal = house.weighed();
        assertEquals(
                "notMet",
                assertThrows(
                                InvalidException.class,
                                () -> house.signals.decideAssessment(
                                        by(house.officer), signal, true, Criterion.A, "past"))
                        .field());
    }

    @Test
    void aSignalOfADesignatedKnelpuntIsLinkedAndItsReporterHearsHowThatEnds() {
        UUID knelpunt = house.designated();
        UUID signal = house.store.knelpunt(knelpunt).proposal().signals().get(0);
        assertEquals(SignalState.LINKED, stored(signal).state());
        assertTrue(stored(signal).isLinkedTo(knelpunt));
        assertEquals(
                List.of(signal),
                listed(house.director, new SignalFilter(null, null, null, null, null, null, knelpunt, false)));
        house.closes(knelpunt);
        assertEquals(
                List.of(Kind.RECOGNISED, Kind.TAKEN_UP, Kind.KNELPUNT_DESIGNATED, Kind.KNELPUNT_CLOSED),
                outcomes(signal));
        assertEquals(
                knelpunt,
                house.outcomes
                        .list(by(house.officer), signal, null, 100)
                        .items()
                        .get(2)
                        .knelpunt());
    }

    @Test
    void theSignalsOfARejectedProposalStayTakenUpAndCanBeWeighedAnew() {
        UUID knelpunt = house.submitted();
        UUID signal = house.store.knelpunt(knelpunt).proposal().signals().get(0);
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, Motion.Choice.AGAINST);
        house.knelpunten.designate(by(house.mayor), knelpunt);
        assertEquals(SignalState.TAKEN_UP, stored(signal).state());
        assertEquals(List.of(Kind.RECOGNISED, Kind.TAKEN_UP, Kind.KNELPUNT_REJECTED), outcomes(signal));

        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        house.signals.decideAssessment(by(house.officer), signal, false, "leidt tot niets");
        house.signals.decideAssessment(by(house.mayorsWorker), signal, false, "leidt tot niets");
        assertEquals(Optional.empty(), house.store.signal(signal));
    }

    @Test
    void aLaterSignalIsLinkedToARunningKnelpuntAndItsDataComeIn() {
        UUID knelpunt = house.designated();
        UUID later = house.takenUp();
        int before = house.store.dataOf(knelpunt).size();
        house.signals.link(by(house.director), knelpunt, later);
        assertEquals(before + 1, house.store.dataOf(knelpunt).size());
        assertEquals(SignalState.LINKED, stored(later).state());
        assertEquals(Kind.LINKED, outcomes(later).get(2));

        assertEquals(
                "signal",
                assertThrows(InvalidException.class, () -> house.signals.link(by(house.director), knelpunt, later))
                        .field());
        assertThrows(InvalidException.class, () -> house.signals.link(by(house.director), knelpunt, UUID.randomUUID()));
        UUID draft = house.draft();
        assertThrows(InvalidException.class, () -> house.signals.link(by(house.director), knelpunt, draft));
        UUID weighed = house.weighed();
        assertEquals(List.of("G17"), refused(() -> house.signals.link(by(house.director), knelpunt, weighed)));
        assertEquals(List.of("G41"), refused(() -> house.signals.link(by(house.officer), knelpunt, later)));
        UUID proposed = house.proposed();
        assertEquals(List.of("G23"), refused(() -> house.signals.link(by(house.director), proposed, later)));
    }

    @Test
    void whichActivityItIsAboutIsOnlyToldToWhoMayKnowOfIt() {
        UUID knelpunt = house.designated();
        UUID signal = house.signals
                .draft(by(house.neighboursWorker), House.NEIGHBOUR.id(), World.content(Organ.COLLEGE))
                .id();
        house.router.bind(House.plugin(House.NEIGHBOUR, 2, List.of()));
        house.signals.report(by(house.neighboursWorker), signal);
        house.signals.askRecognition(by(house.director), signal, House.MUNICIPALITY.id());
        house.signals.recognise(by(house.mayorsWorker), signal, House.ownObservation());
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        house.signals.decideAssessment(by(house.neighboursWorker), signal, true, "past");
        house.signals.decideAssessment(by(house.mayorsWorker), signal, true, "past");
        house.signals.link(by(house.director), knelpunt, signal);
        List<SignalOutcome> told = house.outcomes
                .list(by(house.neighboursWorker), signal, null, 100)
                .items();
        assertEquals(Kind.LINKED, told.get(2).kind());
        assertNull(told.get(2).knelpunt());
        assertEquals(List.of(), seenBy(house.neighboursWorker, signal).links());
    }

    @Test
    void aSignalIsGoneWithAllItSaysAfterFiveYears() {
        UUID linked =
                house.store.knelpunt(house.designated()).proposal().signals().get(0);
        UUID reported = house.reported();
        house.itBecomes(World.TODAY.plusYears(5));
        house.terms.end();
        assertTrue(house.store.signal(linked).isPresent(), "the anniversary itself is in time");
        house.itBecomes(World.TODAY.plusYears(5).plusDays(1));
        house.terms.end();
        Account officer = house.keep(Copy.with(house.officer, "trainedUntil", World.TODAY.plusYears(9)));
        for (UUID signal : List.of(linked, reported)) {
            assertEquals(Optional.empty(), house.store.signal(signal));
            assertEquals(List.of(), house.store.dataOf(signal));
            List<SignalOutcome> told =
                    house.outcomes.list(by(officer), signal, null, 100).items();
            assertEquals(
                    SignalOutcome.Reason.FIVE_YEARS, told.get(told.size() - 1).reason());
        }
    }

    @Test
    void withTheDossierItsSignalsGoUnlessTheyBelongElsewhereToo() {
        UUID first = house.designated();
        UUID signal = house.store.knelpunt(first).proposal().signals().get(0);
        UUID second = house.designated();
        house.signals.link(by(house.director), second, signal);
        house.gate.change(
                by(house.director), Act.LINK_SIGNAL, first, nl.knelpunt.engine.gate.Gate.Asking.NOTHING, (t, facts) -> {
                    Links.destroyed(t, facts, first);
                    return new Done(first, Done.DESTROYED, 1);
                });
        assertEquals(SignalState.LINKED, stored(signal).state());
        house.gate.change(
                by(house.director),
                Act.LINK_SIGNAL,
                second,
                nl.knelpunt.engine.gate.Gate.Asking.NOTHING,
                (t, facts) -> {
                    Links.destroyed(t, facts, second);
                    return new Done(second, Done.DESTROYED, 1);
                });
        assertEquals(Optional.empty(), house.store.signal(signal));
        List<SignalOutcome> told =
                house.outcomes.list(by(house.officer), signal, null, 100).items();
        assertEquals(
                SignalOutcome.Reason.ACTIVITY_ENDED, told.get(told.size() - 1).reason());
    }

    // Evaluation and handling

    @Test
    void howASignalIsGradedGoesWithItsDataIntoTheKnelpuntAndChangesThereToo() {
        UUID draft = house.draft();
        house.signals.complete(by(house.officer), draft, c -> c.with(handled(HandlingCode.H1)));
        UUID knelpunt = house.designatedOn(draft);
        Datum there = house.store.dataOf(knelpunt).get(0);
        assertEquals(handled(HandlingCode.H1), there.source().grading());

        house.signals.grade(by(house.officer), draft, handled(HandlingCode.H1, HandlingCode.H2));
        assertTrue(house.store.dataOf(knelpunt).get(0).has(HandlingCode.H2));
        assertTrue(house.store.dataOf(draft).get(0).has(HandlingCode.H2));
        assertEquals(List.of("G41"), refused(() -> house.signals.grade(by(house.mayorsWorker), draft, World.GRADING)));
        assertEquals(List.of("G41"), refused(() -> house.signals.grade(by(house.director), draft, World.GRADING)));
    }

    @Test
    void anOtherRestrictionIsDescribed() {
        UUID signal = house.reported();
        Grading bare = new Grading(null, null, Set.of(HandlingCode.H3), " ");
        assertEquals(
                "restriction",
                assertThrows(InvalidException.class, () -> house.signals.grade(by(house.officer), signal, bare))
                        .field());
        Grading fifth = new Grading(SourceReliability.A, 5, Set.of(), null);
        assertEquals(
                "information",
                assertThrows(InvalidException.class, () -> house.signals.grade(by(house.officer), signal, fifth))
                        .field());
    }

    @Test
    void whatIsNotToBeSpreadIsShownToAnotherByItsReporterAlone() {
        UUID signal = house.reported();
        house.signals.grade(by(house.officer), signal, handled(HandlingCode.H2));
        assertEquals(
                List.of("G34"),
                refused(() -> house.signals.askRecognition(by(house.director), signal, House.MUNICIPALITY.id())));
        house.signals.askRecognition(by(house.officer), signal, House.MUNICIPALITY.id());
        assertEquals(SignalState.ASKED, stored(signal).state());

        UUID knelpunt = house.designated();
        UUID later = house.takenUp();
        house.signals.grade(by(house.officer), later, handled(HandlingCode.H3));
        assertEquals(List.of("G34"), refused(() -> house.signals.link(by(house.director), knelpunt, later)));
        house.signals.grade(by(house.officer), later, handled(HandlingCode.H0, HandlingCode.H1));
        house.signals.link(by(house.director), knelpunt, later);
    }

    @Test
    void whatIsNotToBeSpreadIsTakenOverElsewhereByItsSourceAlone() {
        UUID from = house.designated();
        UUID into = house.designated();
        Datum datum = house.store.dataOf(from).get(0);
        house.signals.grade(
                by(house.officer),
                house.store.knelpunt(from).proposal().signals().get(0),
                handled(HandlingCode.H2));
        UUID known = house.store.subjectsOf(into).get(0).id();
        assertEquals(
                List.of("G50"),
                refused(() -> house.data.reuse(by(house.mayorsWorker), into, datum.id(), known, "nodig")));
        house.data.reuse(by(house.officer), into, datum.id(), known, "nodig");
    }

    @Test
    void aResultOnBoundDataLeavesOnlyWithItsSuppliersConsent() {
        UUID knelpunt = house.designated();
        UUID signal = house.store.knelpunt(knelpunt).proposal().signals().get(0);
        UUID provision = house.prepared(knelpunt);
        house.signals.grade(by(house.officer), signal, handled(HandlingCode.H1));
        assertEquals(Set.of(), bound(provision), "the neighbouring municipality is no court");
        house.signals.grade(by(house.officer), signal, handled(HandlingCode.H2));
        assertEquals(Set.of("G34"), bound(provision));

        house.roundIsOver(provision);
        assertEquals(Set.of(), bound(provision));
        house.signals.grade(by(house.officer), signal, handled(HandlingCode.H3));
        assertEquals(
                "restrictionsConfirmed",
                assertThrows(InvalidException.class, () -> house.provisions.provide(by(house.director), provision))
                        .field());
        assertTrue(house.provisions.provide(by(house.director), provision, true).notices().stream()
                .anyMatch(n -> n.nl().startsWith("H3") && n.nl().contains("niet per e-mail")));
    }

    /** The rules that refuse to let it go for its handling codes. */
    private Set<String> bound(UUID provision) {
        try {
            house.gate.admit(by(house.director), Act.PROVIDE, provision, nl.knelpunt.engine.gate.Gate.Asking.NOTHING);
            return Set.of();
        } catch (nl.knelpunt.engine.guard.RefusedException e) {
            return e.findings().stream()
                    .filter(f -> f.remedy().nl().startsWith("Handelingscode"))
                    .map(Finding::rule)
                    .collect(java.util.stream.Collectors.toSet());
        }
    }

    @Test
    void aPrivateInterestIsNoFightAgainstCrime() {
        UUID knelpunt = house.designated();
        house.signals.grade(
                by(house.officer),
                house.store.knelpunt(knelpunt).proposal().signals().get(0),
                handled(HandlingCode.H0));
        assertEquals(
                Set.of("G34"),
                bound(house.prepared(
                        knelpunt,
                        new Recipient.ThirdParty("Havenbedrijf", true, Recipient.Interest.LEGITIMATE_INTEREST))));
        assertEquals(
                Set.of(),
                bound(house.prepared(
                        knelpunt, new Recipient.ThirdParty("Inspectie", false, Recipient.Interest.PUBLIC_TASK))));
    }

    // Side by side

    @Test
    void signalsOnTheSameIdentifierAreFoundAmongWhatIsSeenAlready() {
        UUID own = house.asked();
        UUID same = house.asked();
        UUID draft = house.draft();
        house.reported();
        List<Comparisons.Corresponding> found = house.comparisons
                .onIdentifiers(by(house.officer), own, null, 100)
                .items();
        assertEquals(2, found.size(), "both reported ones, not the draft " + draft);
        assertEquals(same, found.get(0).signal().signal().id(), "in order of id, not ranked");
        assertEquals(
                house.store.dataOf(own).get(0).id(),
                found.get(0).shared().get(0).own());

        found = house.comparisons
                .onIdentifiers(by(house.mayorsWorker), own, null, 100)
                .items();
        assertEquals(
                List.of(same),
                found.stream().map(c -> c.signal().signal().id()).toList(),
                "what it was not asked about stays unknown");
        assertEquals(
                List.of("G41"),
                refused(() -> house.comparisons.onIdentifiers(by(house.neighboursWorker), own, null, 10)));
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.comparisons.onIdentifiers(by(house.officer), draft, null, 10)),
                "a draft is in no search");
    }

    @Test
    void whatMayNotBeShownMatchesNothing() {
        UUID knelpunt = house.designated();
        UUID signal = house.store.knelpunt(knelpunt).proposal().signals().get(0);
        UUID other = house.recognised();
        assertEquals(
                1,
                house.comparisons
                        .onIdentifiers(by(house.mayorsWorker), other, null, 10)
                        .items()
                        .size());
        house.data.block(
                by(house.officer), knelpunt, house.store.dataOf(knelpunt).get(0).id(), "lopend onderzoek");
        assertEquals(
                List.of(),
                house.comparisons
                        .onIdentifiers(by(house.mayorsWorker), other, null, 10)
                        .items(),
                "a blocked datum of " + signal);
    }

    @Test
    void signalsInsideADrawnAreaAreFound() {
        UUID own = house.asked();
        UUID near = house.asked();
        assertEquals(
                List.of(near),
                house
                        .comparisons
                        .inArea(by(house.mayorsWorker), own, square(4.9, 52.9, 5.0, 53.0), null, 10)
                        .items()
                        .stream()
                        .map(c -> c.signal().signal().id())
                        .toList());
        assertEquals(
                List.of(),
                house.comparisons
                        .inArea(by(house.mayorsWorker), own, square(5.0, 52.9, 5.1, 53.0), null, 10)
                        .items());
        house.router.unbind(house.policePlugin);
        assertFalse(
                house
                        .comparisons
                        .inArea(by(house.mayorsWorker), own, square(4.9, 52.9, 5.0, 53.0), null, 10)
                        .items()
                        .stream()
                        .anyMatch(c -> c.signal().signal().id().equals(near)),
                "where a frozen signal was observed is not shown");
    }

    private static Area square(double west, double south, double east, double north) {
        Area.Position corner = new Area.Position(west, south);
        return new Area(List.of(List.of(List.of(
                corner,
                new Area.Position(east, south),
                new Area.Position(east, north),
                new Area.Position(west, north),
                corner))));
    }
}
