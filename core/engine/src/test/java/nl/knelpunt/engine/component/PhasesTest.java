package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks.Hold.Ground;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Phases open on a decision of their own, for whom it names, and close again (Wgs 2.23(6)). */
class PhasesTest {

    private final House house = new House();
    private final UUID knelpunt = house.designated();

    private static List<String> refused(Executable act) {
        return assertThrows(RefusedException.class, act).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private Knelpunt stored() {
        return house.store.knelpunt(knelpunt);
    }

    private UUID report(int phase) {
        DataCategory category = phase == 2 ? DataCategory.POLICE_8_13 : DataCategory.POLICE_9_10;
        return house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        House.datum(house.subject(knelpunt), null, category, "aangesproken", phase))
                .id();
    }

    private boolean sees(Account account, UUID datum) {
        return house.knelpunten.data(by(account), knelpunt, null, 100).items().stream()
                .anyMatch(d -> d.datum().id().equals(datum));
    }

    private boolean isThere(UUID datum) {
        return house.store.transact(t -> t.data().find(datum)).isPresent();
    }

    /** LAW: the participants decide, and it is recorded who decided for which. */
    @Test
    void whatAMeetingDecidesOnAPhaseBindsAndIsRecorded() {
        UUID id = house.designated();
        UUID meeting = house.meeting();
        UUID item = onAgenda(meeting, id);
        assertEquals("phase", refusedToOpen(id), "it is not decided on yet");
        house.meetingBegins(meeting);
        house.meetings.vote(by(house.mayor), meeting, item, Motion.Choice.AGAINST, "niet nodig");
        house.meetings.vote(by(house.policeMember), meeting, item, Motion.Choice.AGAINST, "niet nodig");
        house.meetings.conclude(by(house.mayor), meeting, item);
        assertEquals("phase", refusedToOpen(id), "it was rejected");
        house.now = house.now.plusSeconds(1);
        UUID again = onAgenda(meeting, id);
        house.meetings.vote(by(house.mayor), meeting, again, Motion.Choice.FOR, "toch nodig");
        house.meetings.vote(by(house.policeMember), meeting, again, Motion.Choice.FOR, "toch nodig");
        house.meetings.conclude(by(house.mayor), meeting, again);
        house.knelpunten.openPhase(by(house.policeMember), id, 2, "nodig");
        PhaseDecision opened = house.store.knelpunt(id).phases().get(1);
        assertEquals(
                Set.of(
                        House.MUNICIPALITY.id() + " " + house.mayor.id(),
                        House.POLICE.id() + " " + house.policeMember.id()),
                opened.decided().stream()
                        .map(d -> d.participant() + " " + d.person())
                        .collect(Collectors.toSet()));
    }

    private UUID onAgenda(UUID meeting, UUID knelpunt) {
        return house.meetings
                .putOnAgenda(
                        by(house.director),
                        meeting,
                        new Meetings.NewItem(Meeting.ItemKind.PHASE, knelpunt, "fase 2", null))
                .id();
    }

    private String refusedToOpen(UUID knelpunt) {
        return assertThrows(
                        InvalidException.class,
                        () -> house.knelpunten.openPhase(by(house.policeMember), knelpunt, 2, "nodig"))
                .field();
    }

    @Test
    void aPhaseOpensForEverybodyInvolvedNowUnlessTheDecisionNamesSome() {
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        PhaseDecision everybody = stored().phases().get(1);
        assertEquals(Set.of(House.POLICE.id(), House.MUNICIPALITY.id()), everybody.participants());
        assertEquals(house.mayor.id(), everybody.person());
        assertFalse(stored().isPhaseOpenFor(2, House.NEIGHBOUR.id()), "who is involved later needs a new decision");
    }

    @Test
    void onlyWhoIsNamedSuppliesAndSeesDataOfThePhase() {
        house.knelpunten.openPhase(by(house.policeMember), knelpunt, 2, "nodig", Set.of(House.POLICE.id()));
        UUID report = report(2);
        assertTrue(sees(house.officer, report));
        assertTrue(sees(house.analyst, report), "the bureau works for whom it is open");
        assertFalse(sees(house.mayorsWorker, report));
        assertEquals(
                List.of("G41"),
                refused(() -> house.data.reportError(by(house.mayorsWorker), knelpunt, report, "fout")),
                "to who isn't named it is not there");
        assertEquals(
                List.of("G12"),
                refused(() -> house.knelpunten.share(
                        by(house.mayorsWorker),
                        knelpunt,
                        Copy.with(
                                Copy.with(
                                        House.datum(house.subject(knelpunt), null, DataCategory.FISCAL, "WOZ", 2),
                                        "task",
                                        "opiumwet-13b"),
                                "police",
                                null))));

        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nu ook voor ons", Set.of(House.MUNICIPALITY.id()));
        assertTrue(sees(house.mayorsWorker, report));
        assertEquals(3, stored().phases().size(), "each with its own necessity");
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nog eens", Set.of(House.MUNICIPALITY.id()));
        assertEquals(3, stored().phases().size(), "a second time changes nothing");
    }

    @Test
    void phaseThreeIsForWhomPhaseTwoIsOpen() {
        assertEquals(List.of("G13"), refused(() -> house.knelpunten.openPhase(by(house.mayor), knelpunt, 3, "nodig")));
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig", Set.of(House.POLICE.id()));
        assertEquals(
                List.of("G13"),
                refused(() -> house.knelpunten.openPhase(
                        by(house.mayor), knelpunt, 3, "nodig", Set.of(House.MUNICIPALITY.id()))));
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 3, "nodig");
        assertEquals(Set.of(House.POLICE.id()), stored().phases().get(2).participants());
        UUID report = report(3);
        assertTrue(sees(house.officer, report));
        assertFalse(sees(house.mayorsWorker, report));
    }

    @Test
    void aDecisionNamesInvolvedParticipantsOnlyAndIsTheirs() {
        assertThrows(
                InvalidException.class,
                () -> house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig", Set.of(House.NEIGHBOUR.id())));
        assertEquals(
                List.of("G24"),
                refused(() -> house.knelpunten.openPhase(by(house.neighbouringMayor), knelpunt, 2, "nodig")));
        assertEquals(
                List.of("G24"),
                refused(() -> house.knelpunten.closePhase(by(house.neighbouringMayor), knelpunt, 2, "klaar", true)));
        assertEquals(
                List.of("G41"),
                refused(() -> house.knelpunten.closePhase(by(house.officer), knelpunt, 2, "klaar", true)));
    }

    @Test
    void whatWasSharedInAClosedPhaseIsKeptAndShownToNobodyUntilItIsOpenedAnew() {
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 3, "nodig");
        UUID report = report(2);
        UUID deep = report(3);
        house.knelpunten.closePhase(by(house.policeMember), knelpunt, 2, "de keten is gezien", false);
        PhaseDecision.Closing closing = stored().phases().get(2).closed();
        assertEquals("de keten is gezien", closing.reason());
        assertEquals(House.POLICE.id(), closing.participant());
        for (Account account : List.of(house.officer, house.mayorsWorker, house.analyst, house.director)) {
            assertFalse(sees(account, report));
            assertFalse(sees(account, deep), "phase 3 can't be without phase 2");
        }
        house.terms.end();
        assertTrue(isThere(report));
        house.data.hold(by(house.director), knelpunt, report, Ground.LEGAL_CLAIM, "beroep");

        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "toch weer nodig");
        assertTrue(sees(house.mayorsWorker, report));
        assertFalse(sees(house.mayorsWorker, deep));
    }

    @Test
    void orItIsDestroyedAsIsDecidedButNotWhatIsHeld() {
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        UUID report = report(2);
        UUID held = report(2);
        Datum plate = house.store.dataOf(knelpunt).get(0);
        house.data.hold(by(house.director), knelpunt, held, Ground.LEGAL_CLAIM, "beroep");
        house.knelpunten.closePhase(by(house.mayor), knelpunt, 2, "klaar", true);
        house.terms.end();
        assertFalse(isThere(report));
        assertTrue(isThere(held));
        assertTrue(isThere(plate.id()), "phase 1 goes on");
        house.data.liftHold(by(house.director), knelpunt, held);
        house.terms.end();
        assertFalse(isThere(held));
    }

    @Test
    void whoWasAskedForDataOfAClosedPhaseNeedNotAnswer() {
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        UUID ofPhaseOne = house.requested(knelpunt);
        UUID ofPhaseTwo = house.dataRequests
                .make(by(house.officer), knelpunt, house.wanted(house.subject(knelpunt), DataCategory.FISCAL, 2))
                .id();
        house.knelpunten.closePhase(by(house.mayor), knelpunt, 2, "klaar", false);
        assertEquals(
                DataRequestState.EXPIRED,
                house.dataRequests.see(by(house.officer), ofPhaseTwo).state());
        assertEquals(
                DataRequestState.OPEN,
                house.dataRequests.see(by(house.officer), ofPhaseOne).state());
    }

    @Test
    void dataAreFoundByWhatTheyAre() {
        UUID permit = house.permit(knelpunt);
        UUID plate = house.store.dataOf(knelpunt).get(0).id();
        UUID suspect = house.subject(knelpunt);
        LocalDate lastDay = house.today().plusYears(5);
        house.data.reportError(by(house.officer), knelpunt, permit, "ander jaar");
        assertEquals(List.of(permit), found(new DatumFilter(House.MUNICIPALITY.id(), null, null, null, null, null)));
        assertEquals(List.of(plate), found(new DatumFilter(null, DataCategory.VEHICLE, null, null, null, null)));
        assertEquals(List.of(), found(new DatumFilter(null, null, 2, null, null, null)));
        assertEquals(List.of(permit), found(new DatumFilter(null, null, 1, null, null, null)));
        assertEquals(List.of(plate), found(new DatumFilter(null, null, 0, null, null, null)), "came with its signal");
        assertEquals(List.of(plate, permit), found(new DatumFilter(null, null, null, suspect, null, null)));
        assertEquals(List.of(permit), found(new DatumFilter(null, null, null, null, true, null)));
        assertEquals(List.of(plate), found(new DatumFilter(null, null, null, null, false, lastDay)));
        assertEquals(List.of(), found(new DatumFilter(null, null, null, null, null, lastDay.minusDays(1))));
    }

    private List<UUID> found(DatumFilter filter) {
        return house.knelpunten.data(by(house.officer), knelpunt, filter, null, 100).items().stream()
                .map(d -> d.datum().id())
                .toList();
    }
}
