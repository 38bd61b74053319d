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
import java.util.UUID;
import java.util.stream.IntStream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.ShownSignal;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalFilter;
import org.junit.jupiter.api.Test;

/** A signal, from the hand of a worker to the decision of the participants. */
class SignalStoryTest {

    private final House house = new House();

    private SignalState state(UUID signal) {
        return house.store.signal(signal).orElseThrow().state();
    }

    private void isDestroyed(UUID signal) {
        assertEquals(Optional.empty(), house.store.signal(signal));
        assertEquals(List.of(), house.store.dataOf(signal));
        assertEquals(List.of(), house.store.subjectsOf(signal));
    }

    private void seen(Account account, UUID signal, boolean permitted) {
        boolean listed = house.signals.list(by(account), null, 100).items().stream()
                .anyMatch(s -> s.signal().id().equals(signal));
        assertEquals(permitted, listed, account.name() + " lists it");
        if (permitted) {
            assertEquals(signal, house.signals.see(by(account), signal).signal().id());
        } else {
            assertEquals(List.of("G41"), refused(() -> house.signals.see(by(account), signal)));
        }
    }

    // Drafts

    /** LAW: appointed persons of the participants named for it, until it is weighed. */
    @Test
    void whoWeighsForItsParticipantSeesTheSignalWhileItIsWeighed() {
        UUID signal = house.recognised();
        assertEquals(List.of("G41"), refused(() -> house.signals.see(by(house.policeMember), signal)));
        assertEquals(
                List.of(),
                house.signals
                        .list(by(house.policeMember), ALL_SIGNALS, null, 10)
                        .items());
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        for (Account member : List.of(house.policeMember, house.mayor)) {
            assertFalse(house.signals.see(by(member), signal).data().isEmpty());
            assertEquals(
                    1,
                    house.signals
                            .list(by(member), ALL_SIGNALS, null, 10)
                            .items()
                            .size());
            assertTrue(house.tasks(member).stream().anyMatch(t -> t.act() == Act.DECIDE_ASSESSMENT));
            house.signals.decideAssessment(by(member), signal, true, null, "past bij het doel");
        }
        assertEquals(
                List.of("G41"), refused(() -> house.signals.see(by(house.policeMember), signal)), "it was weighed");
        UUID other = house.weighed();
        assertEquals(
                List.of("G41"),
                refused(() -> house.signals.see(by(house.neighbouringMayor), other)),
                "its participant was not named for it");
    }

    private static final SignalFilter ALL_SIGNALS = new SignalFilter(null, null, null, null, null, null, null, false);

    @Test
    void aDraftGetsAndLosesData() {
        UUID draft = house.draft();
        UUID datum = house.store.dataOf(draft).get(0).id();
        UUID subject = house.store.dataOf(draft).get(0).subject();
        house.signals.addDatum(by(house.officer), draft, House.plateOf(subject, "88-YY-88"));
        house.signals.removeDatum(by(house.officer), draft, datum);
        assertEquals(List.of("88-YY-88"), house.valuesOf(draft));
        assertEquals(1, house.store.subjectsOf(draft).size());
    }

    @Test
    void aDatumOfAnotherDossierIsNotRemoved() {
        UUID draft = house.draft();
        UUID other = house.draft();
        house.signals.removeDatum(
                by(house.officer), draft, house.store.dataOf(other).get(0).id());
        assertEquals(1, house.store.dataOf(other).size());
    }

    @Test
    void aDraftIsThrownAwayWithAllItsData() {
        UUID draft = house.draft();
        assertEquals(
                Done.DESTROYED, house.signals.discard(by(house.officer), draft).state());
        isDestroyed(draft);
    }

    @Test
    void forbiddenDataDoNotEvenEnterADraft() {
        UUID draft = house.draft();
        NewDatum health = House.datum(
                null, new NewDatum.NewSubject(SubjectKind.PERSON, null, null), DataCategory.SPECIAL, "…", 0);
        List<Object> before = house.store.content();
        assertEquals(List.of("G09"), refused(() -> house.signals.addDatum(by(house.officer), draft, health)));
        assertEquals(before, house.store.content());
    }

    @Test
    void whatIsTooLongIsRefusedWithItsField() {
        UUID draft = house.draft();
        InvalidException tooLong = assertThrows(
                InvalidException.class,
                () -> house.signals.complete(by(house.officer), draft, c -> Copy.with(c, "title", "x".repeat(201))));
        assertEquals("title", tooLong.field());
    }

    @Test
    void aDraftLapsesAfterThirtyDays() {
        UUID draft = house.draft();
        house.passes(Duration.ofDays(30));
        house.terms.end();
        assertEquals(SignalState.DRAFT, state(draft), "thirty days to the moment");
        house.passes(Duration.ofMillis(1));
        house.terms.end();
        isDestroyed(draft);
        assertEquals(
                "LAPSE_DRAFT",
                house.store.log().get(house.store.log().size() - 1).act());
        assertEquals(
                "platform", house.store.log().get(house.store.log().size() - 1).actor());
    }

    @Test
    void manyDraftsLapseAtOnceAndWhatWasReportedStays() {
        List<UUID> drafts = IntStream.range(0, 205).mapToObj(i -> house.draft()).toList();
        UUID reported = house.reported();
        house.passes(Duration.ofDays(31));
        house.terms.end();
        assertTrue(drafts.stream().allMatch(d -> house.store.signal(d).isEmpty()));
        assertEquals(SignalState.REPORTED, state(reported));
    }

    @Test
    void theTermOfADraftIsTheRiecsOwn() {
        UUID draft = house.draft();
        house.store.decides(Copy.with(Policy.DEFAULT, "draftDays", 7));
        house.passes(Duration.ofDays(8));
        house.terms.end();
        isDestroyed(draft);
    }

    // Recognition

    @Test
    void aReportedSignalIsSeenByReporterAndBureau() {
        UUID signal = house.reported();
        seen(house.officer, signal, true);
        seen(house.director, signal, true);
        seen(house.mayorsWorker, signal, false);
        seen(house.neighboursWorker, signal, false);
    }

    @Test
    void whoIsAskedSeesItAndNobodyElse() {
        UUID signal = house.asked();
        assertEquals(SignalState.ASKED, state(signal));
        seen(house.mayorsWorker, signal, true);
        seen(house.neighboursWorker, signal, false);
    }

    @Test
    void whoIsAskedDoesNotLearnWhoElseIs() {
        UUID signal = house.asked();
        house.signals.askRecognition(by(house.officer), signal, House.NEIGHBOUR.id());
        ShownSignal asked = house.signals.see(by(house.mayorsWorker), signal);
        assertEquals(
                List.of(House.MUNICIPALITY.id()),
                asked.signal().recognitions().stream()
                        .map(Recognition::participant)
                        .toList());
        assertEquals(
                2,
                house.signals
                        .see(by(house.officer), signal)
                        .signal()
                        .recognitions()
                        .size());
    }

    @Test
    void whoIsAskedDoesNotLearnThatAnotherRecognisedIt() {
        UUID signal = house.recognised();
        house.signals.askRecognition(by(house.officer), signal, House.NEIGHBOUR.id());
        assertEquals(
                SignalState.ASKED,
                house.signals.see(by(house.neighboursWorker), signal).signal().state());
        assertEquals(
                SignalState.RECOGNISED,
                house.signals.see(by(house.mayorsWorker), signal).signal().state(),
                "who recognised it itself knows");
        assertEquals(
                "ASKED",
                house.signals.doNotRecognise(by(house.neighboursWorker), signal).state());
        assertEquals(SignalState.RECOGNISED, state(signal));
    }

    @Test
    void norDoesTheVersionTellThatAnotherWasAskedOrAnswered() {
        UUID signal = house.asked();
        house.signals.askRecognition(by(house.officer), signal, House.NEIGHBOUR.id());
        long seen =
                house.signals.see(by(house.neighboursWorker), signal).signal().version();
        house.signals.recognise(by(house.mayorsWorker), signal, House.ownObservation());
        assertEquals(
                seen,
                house.signals.see(by(house.neighboursWorker), signal).signal().version());
        assertTrue(
                seen < house.signals.see(by(house.officer), signal).signal().version(), "its reporter sees it go up");
        assertEquals(
                seen,
                house.signals.doNotRecognise(by(house.neighboursWorker), signal).version());
    }

    @Test
    void askedTwiceIsAskedOnce() {
        UUID signal = house.asked();
        house.signals.askRecognition(by(house.director), signal, House.MUNICIPALITY.id());
        assertEquals(1, house.store.signal(signal).orElseThrow().recognitions().size());
    }

    @Test
    void itIsRecognisedByAnObservationOfItsOwn() {
        UUID signal = house.recognised();
        Signal recognised = house.store.signal(signal).orElseThrow();
        assertEquals(SignalState.RECOGNISED, recognised.state());
        Recognition answer = recognised.recognitions().get(0);
        assertEquals(House.ownObservation(), answer.observation());
        assertEquals(house.mayorsWorker.id(), answer.person());
        assertEquals(Organ.BURGEMEESTER, answer.organ());
        assertEquals(List.of(House.POLICE.id(), House.MUNICIPALITY.id()), recognised.assessors());
    }

    @Test
    void whoDoesNotRecogniseItLosesSightAtOnce() {
        UUID signal = house.asked();
        house.signals.doNotRecognise(by(house.mayorsWorker), signal);
        seen(house.mayorsWorker, signal, false);
        assertEquals(SignalState.ASKED, state(signal));
        assertEquals(
                List.of("G41"),
                refused(() -> house.signals.recognise(by(house.mayorsWorker), signal, House.ownObservation())));
    }

    @Test
    void withoutAnObservationItIsNotRecognised() {
        UUID signal = house.asked();
        assertEquals(List.of("G16"), refused(() -> house.signals.recognise(by(house.mayorsWorker), signal, null)));
        assertEquals(SignalState.ASKED, state(signal));
    }

    @Test
    void anotherMayRecogniseItAfterTheFirst() {
        UUID signal = house.recognised();
        house.signals.askRecognition(by(house.director), signal, House.NEIGHBOUR.id());
        house.signals.doNotRecognise(by(house.neighboursWorker), signal);
        assertEquals(SignalState.RECOGNISED, state(signal));
        assertEquals(2, house.store.signal(signal).orElseThrow().assessors().size());
    }

    @Test
    void whoNeverAnsweredLosesSightAtTheWeighing() {
        UUID signal = house.recognised();
        house.signals.askRecognition(by(house.director), signal, House.NEIGHBOUR.id());
        seen(house.neighboursWorker, signal, true);
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        seen(house.neighboursWorker, signal, false);
        assertEquals(
                List.of("G41"),
                refused(() ->
                        house.signals.recognise(by(house.neighboursWorker), signal, House.neighboursObservation())));
    }

    @Test
    void theReporterWithdrawsItUntilItIsTakenUp() {
        for (UUID signal : List.of(house.reported(), house.asked(), house.recognised(), house.weighed())) {
            assertEquals(
                    Done.DESTROYED,
                    house.signals.withdraw(by(house.officer), signal).state());
            isDestroyed(signal);
        }
        UUID takenUp = house.takenUp();
        assertEquals(List.of("STATE"), refused(() -> house.signals.withdraw(by(house.officer), takenUp)));
    }

    // Assessment

    @Test
    void itIsTakenUpWhenReporterAndRecogniserFindTheCriteriaMet() {
        UUID signal = house.weighed();
        assertEquals(
                "WEIGHED",
                house.signals
                        .decideAssessment(by(house.officer), signal, true, "past")
                        .state(),
                "nothing follows until all have decided");
        assertEquals(
                "TAKEN_UP",
                house.signals
                        .decideAssessment(by(house.mayorsWorker), signal, true, "past")
                        .state());
        Signal takenUp = house.store.signal(signal).orElseThrow();
        assertEquals(true, takenUp.assessment().takenUp());
        assertEquals(
                List.of(house.officer.id(), house.mayorsWorker.id()),
                takenUp.assessment().decisions().stream().map(d -> d.person()).toList());
    }

    @Test
    void itIsDestroyedWhenNotMoreThanHalfFindThemMet() {
        UUID signal = house.weighed();
        house.signals.decideAssessment(by(house.officer), signal, true, "past");
        Done done = house.signals.decideAssessment(by(house.mayorsWorker), signal, false, "past niet");
        assertEquals(Done.DESTROYED, done.state());
        isDestroyed(signal);
    }

    @Test
    void twoOfThreeAreEnough() {
        UUID signal = house.recognised();
        house.signals.askRecognition(by(house.director), signal, House.NEIGHBOUR.id());
        house.signals.recognise(by(house.neighboursWorker), signal, House.neighboursObservation());
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        house.signals.decideAssessment(by(house.officer), signal, true, "past");
        house.signals.decideAssessment(by(house.mayorsWorker), signal, false, "past niet");
        assertEquals(
                "TAKEN_UP",
                house.signals
                        .decideAssessment(by(house.neighboursWorker), signal, true, "past")
                        .state());
    }

    @Test
    void aParticipantMayChangeItsMindUntilAllHaveDecided() {
        UUID signal = house.weighed();
        house.signals.decideAssessment(by(house.officer), signal, false, "nog niet");
        house.signals.decideAssessment(by(house.officer), signal, true, "toch wel");
        assertEquals(
                1,
                house.store
                        .signal(signal)
                        .orElseThrow()
                        .assessment()
                        .decisions()
                        .size());
    }

    @Test
    void aNewWeighingAsksForNewDecisions() {
        UUID signal = house.weighed();
        house.signals.decideAssessment(by(house.officer), signal, true, "past");
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        assertEquals(
                List.of(), house.store.signal(signal).orElseThrow().assessment().decisions());
    }

    @Test
    void theBureauDoesNotDecide() {
        UUID signal = house.weighed();
        assertEquals(
                List.of("G41"),
                refused(() -> house.signals.decideAssessment(by(house.director), signal, true, "past")));
    }

    // Frozen

    @Test
    void withoutTheReportersModuleTheSignalIsThereWithoutItsContent() {
        UUID signal = house.recognised();
        house.router.unbind(house.policePlugin);
        ShownSignal frozen = house.signals.see(by(house.mayorsWorker), signal);
        assertEquals("G51", frozen.frozen().rule());
        assertNull(frozen.signal().content().title());
        assertNull(frozen.signal().content().observation().what());
        assertNull(frozen.data().get(0).datum().content());
        assertEquals("G51", frozen.data().get(0).frozen().rule());
        house.router.bind(house.policePlugin);
        assertEquals(
                "99-XX-99",
                house.signals
                        .see(by(house.mayorsWorker), signal)
                        .data()
                        .get(0)
                        .datum()
                        .content());
    }

    @Test
    void withoutTheRecognisersModuleItsObservationIsNotShown() {
        UUID signal = house.recognised();
        house.router.unbind(house.municipalPlugin);
        Recognition shown = house.signals
                .see(by(house.officer), signal)
                .signal()
                .recognitions()
                .get(0);
        assertEquals(Recognition.Outcome.RECOGNISED, shown.outcome());
        assertNull(shown.observation());
    }

    @Test
    void aFrozenSignalCanStillBeWithdrawn() {
        UUID signal = house.asked();
        house.router.unbind(house.policePlugin);
        house.signals.withdraw(by(house.officer), signal);
        isDestroyed(signal);
    }

    // Lists

    @Test
    void pagingDoesNotTellOfWhatMayNotBeSeen() {
        UUID hidden = house.asked();
        UUID shown = house.asked();
        UUID alsoHidden = house.asked();
        house.signals.doNotRecognise(by(house.mayorsWorker), hidden);
        house.signals.doNotRecognise(by(house.mayorsWorker), alsoHidden);
        Page<ShownSignal> first = house.signals.list(by(house.mayorsWorker), null, 1);
        assertEquals(shown, first.items().get(0).signal().id());
        assertEquals(shown, first.next());
        assertEquals(new Page<>(List.of(), null), house.signals.list(by(house.mayorsWorker), first.next(), 1));
    }

    @Test
    void aListComesInPagesWithoutWhatMayNotBeSeen() {
        List<UUID> mine = IntStream.range(0, 5).mapToObj(i -> house.asked()).toList();
        house.draft();
        house.signals.doNotRecognise(by(house.mayorsWorker), mine.get(1));
        Page<ShownSignal> first = house.signals.list(by(house.mayorsWorker), null, 3);
        Page<ShownSignal> second = house.signals.list(by(house.mayorsWorker), first.next(), 3);
        assertEquals(
                List.of(mine.get(0), mine.get(2), mine.get(3), mine.get(4)),
                java.util.stream.Stream.of(first, second)
                        .flatMap(p -> p.items().stream())
                        .map(s -> s.signal().id())
                        .toList());
        assertNull(second.next());
    }
}
