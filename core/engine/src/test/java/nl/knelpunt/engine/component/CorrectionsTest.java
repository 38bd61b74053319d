package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks.Hold.Ground;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.KeyUsedException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.lifecycle.CorrectionState;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.Receiver;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Whoever received a datum hears when its supplier mends it; others propose; the source always reaches its own. */
class CorrectionsTest {

    private final House house = new House();
    private final UUID knelpunt = house.designated();
    private final Datum plate = house.store.dataOf(knelpunt).get(0);

    private static List<String> refused(Executable act) {
        return assertThrows(RefusedException.class, act).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private Datum stored(UUID datum) {
        return house.store.transact(t -> t.data().find(datum)).orElseThrow();
    }

    private void look(Account account) {
        house.knelpunten.data(by(account), knelpunt, null, 100);
    }

    private List<CorrectionNotice> told(Account account) {
        return house.corrections.notices(by(account), true, null, 100).items();
    }

    private List<Act> tasks(Account account) {
        return house.sharingTasks(account);
    }

    private Set<String> receivers(Account account, UUID datum) {
        return house.corrections.receivers(by(account), knelpunt, datum).stream()
                .map(Receiver::participant)
                .collect(Collectors.toSet());
    }

    // Who received what

    @Test
    void toWhomADatumWasShownIsKeptOnceAndItsSupplierCanAskIt() {
        Set<String> recognisers = receivers(house.officer, plate.id());
        assertEquals(Set.of(), recognisers, "nobody saw it here yet, and the municipality saw no data of the signal");
        Instant first = house.now;
        look(house.mayorsWorker);
        look(house.analyst);
        look(house.officer);
        house.passes(Duration.ofDays(3));
        look(house.mayorsWorker);
        assertEquals(Set.of(House.MUNICIPALITY.id(), Receiver.BUREAU), receivers(house.officer, plate.id()));
        assertEquals(
                first,
                house.corrections
                        .receivers(by(house.director), knelpunt, plate.id())
                        .get(0)
                        .first());
        assertEquals(List.of("G41"), refused(() -> receivers(house.mayorsWorker, plate.id())));
        assertEquals(List.of("G41"), refused(() -> receivers(house.director, UUID.randomUUID())));
    }

    @Test
    void whatIsFrozenIsNotReceived() {
        house.data.reportError(by(house.director), knelpunt, plate.id(), "verwisseld");
        look(house.mayorsWorker);
        assertEquals(Set.of(), receivers(house.officer, plate.id()));
    }

    // Telling them

    @Test
    void whoReceivedItHearsThatItWasCorrectedAndTakesNote() {
        look(house.mayorsWorker);
        look(house.analyst);
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "verwisseld");
        assertEquals(List.of(Act.CORRECT_DATUM), tasks(house.officer));
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        assertEquals(List.of(), tasks(house.officer), "its own supplier knows");
        CorrectionNotice notice = told(house.mayorsWorker).get(0);
        assertEquals(CorrectionNotice.Kind.CORRECTED, notice.kind());
        assertEquals(List.of(new CorrectionNotice.Place(knelpunt, plate.id())), notice.data());
        assertEquals(1, told(house.director).size(), "the bureau too");
        assertEquals(List.of(Act.TAKE_NOTE), tasks(house.mayorsWorker));

        assertEquals(List.of("G41"), refused(() -> house.corrections.acknowledge(by(house.officer), notice.id())));
        assertEquals(List.of("G41"), refused(() -> house.corrections.acknowledge(by(house.director), notice.id())));
        house.corrections.acknowledge(by(house.mayorsWorker), notice.id());
        house.passes(Duration.ofDays(1));
        house.corrections.acknowledge(by(house.mayorsWorker), notice.id());
        assertEquals(List.of(), told(house.mayorsWorker));
        CorrectionNotice noted = house.corrections
                .notices(by(house.mayorsWorker), false, null, 10)
                .items()
                .get(0);
        assertEquals(house.mayorsWorker.id(), noted.acknowledgement().person());
        assertEquals(notice.at(), noted.acknowledgement().at(), "the first time counts");
    }

    @Test
    void alsoThatItWasDestroyedAndWithItGoesWhoReceivedIt() {
        look(house.mayorsWorker);
        house.data.destroy(by(house.officer), knelpunt, plate.id());
        assertEquals(
                CorrectionNotice.Kind.DESTROYED, told(house.mayorsWorker).get(0).kind());
        assertEquals(List.of(), house.store.transact(t -> t.receivers().of(plate.id())));
    }

    @Test
    void whatExpiresInItsTimeIsToldToNobody() {
        look(house.mayorsWorker);
        house.itBecomes(World.TODAY.plusYears(5).plusDays(1));
        house.terms.end();
        assertEquals(List.of(), told(house.mayorsWorker));
    }

    @Test
    void whoHasACopyOrAResultHearsItToo() {
        UUID second = house.designated();
        house.data.reuse(by(house.mayorsWorker), second, plate.id(), house.subject(second), "zelfde bus");
        UUID toNeighbour = house.provisions
                .prepare(
                        by(house.director),
                        knelpunt,
                        House.advice(new Recipient.OwnParticipant(House.NEIGHBOUR.id()), plate.id()))
                .id();
        house.provisions.answer(by(house.officer), toNeighbour, true, null);
        house.provisions.provide(by(house.director), toNeighbour);
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        assertEquals(1, told(house.mayorsWorker).size(), "it took the datum over");
        assertEquals(1, told(house.neighboursWorker).size(), "it was given a result that rests on it");
        assertEquals(List.of(Act.TAKE_NOTE), tasks(house.neighboursWorker));
    }

    @Test
    void aNoticeGoesSomeTimeAfterSomebodyTookNoteOfIt() {
        look(house.mayorsWorker);
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        UUID notice = told(house.mayorsWorker).get(0).id();
        NoticeForgetting forgetting = new NoticeForgetting(30, 300, house.store, () -> house.now);
        house.passes(Duration.ofDays(31));
        forgetting.doDue();
        assertEquals(1, told(house.mayorsWorker).size(), "nobody took note of it yet");
        house.corrections.acknowledge(by(house.mayorsWorker), notice);
        forgetting.doDue();
        assertEquals(Optional.empty(), house.store.transact(t -> t.notices().find(notice)));
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-65");
        house.passes(Duration.ofDays(299));
        forgetting.doDue();
        assertEquals(1, told(house.mayorsWorker).size());
        house.passes(Duration.ofDays(2));
        forgetting.doDue();
        assertEquals(List.of(), told(house.mayorsWorker));
    }

    // Rejecting a report

    @Test
    void theSupplierRejectsAReportWithItsReason() {
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "verwisseld");
        Done done = house.data.rejectError(by(house.officer), knelpunt, plate.id(), "nagekeken op het kentekenbewijs");
        assertEquals("SHARED", done.state());
        for (UUID id : List.of(plate.id(), plate.marks().reusedFrom())) {
            assertNull(stored(id).marks().error());
            assertEquals(
                    "nagekeken op het kentekenbewijs",
                    stored(id).marks().rejected().reason());
        }
        assertEquals(
                "99-XX-99",
                house.knelpunten
                        .data(by(house.mayorsWorker), knelpunt, null, 10)
                        .items()
                        .get(0)
                        .datum()
                        .content());
        assertEquals(
                List.of("STATE"),
                refused(() -> house.data.rejectError(by(house.officer), knelpunt, plate.id(), "nog eens")));
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "toch verwisseld");
        assertNull(stored(plate.id()).marks().rejected());
        assertEquals(
                List.of("G41"),
                refused(() -> house.data.rejectError(by(house.mayorsWorker), knelpunt, plate.id(), "nee")));
    }

    // The source

    /** The neighbour took a datum of the police over into a knelpunt in which the police is not involved. */
    private UUID elsewhere() {
        UUID signal = house.takenUp();
        UUID third = house.knelpunten
                .propose(by(house.director), World.proposal(List.of(signal), List.of(House.MUNICIPALITY)))
                .id();
        house.knelpunten.submit(by(house.director), third);
        house.votes(third, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), third);
        return third;
    }

    @Test
    void aSourceThatIsNotInvolvedReachesItsOwnDatumAndNothingElse() {
        UUID third = elsewhere();
        Datum own = house.store.dataOf(third).get(0);
        UUID others = house.permit(third);
        assertEquals(
                Set.of(knelpunt, third),
                house.data.own(by(house.officer), false, null, 100).items().stream()
                        .map(d -> d.datum().dossier())
                        .collect(Collectors.toSet()));
        Done corrected = house.data.correct(by(house.officer), third, own.id(), "99-XX-66");
        assertEquals("SHARED", corrected.state(), "of the datum: what becomes of the knelpunt is not told");
        assertEquals("99-XX-66", stored(own.id()).content());
        house.data.reportError(by(house.mayorsWorker), third, own.id(), "verwisseld");
        ShownDatum wrong =
                house.data.own(by(house.officer), true, null, 100).items().get(0);
        assertEquals("99-XX-66", wrong.datum().content(), "it has to see what it mends");
        assertNotNull(wrong.subject());
        house.data.rejectError(by(house.officer), third, own.id(), "klopt");
        house.data.block(by(house.officer), third, own.id(), "lopend onderzoek");

        List<String> unknown = refused(() -> house.data.correct(by(house.officer), third, UUID.randomUUID(), "x"));
        assertEquals(List.of("G41"), unknown);
        assertEquals(unknown, refused(() -> house.data.correct(by(house.officer), third, others, "x")));
        assertEquals(unknown, refused(() -> house.data.correct(by(house.officer), UUID.randomUUID(), own.id(), "x")));
        assertEquals(unknown, refused(() -> house.data.destroy(by(house.neighboursWorker), third, own.id())));
        assertEquals(List.of("G24"), refused(() -> house.knelpunten.data(by(house.officer), third, null, 10)));
        assertEquals(List.of("G24"), refused(() -> house.knelpunten.see(by(house.officer), third)));
        house.data.destroy(by(house.officer), third, own.id());
        assertEquals(
                List.of(others),
                house.store.dataOf(third).stream().map(Datum::id).toList());
    }

    @Test
    void ofOwnDataABsnIsMaskedToo() {
        house.knelpunten.share(
                by(house.officer),
                knelpunt,
                House.datum(house.subject(knelpunt), null, DataCategory.BSN, "999990019", 1));
        List<String> contents = house.data.own(by(house.officer), false, null, 100).items().stream()
                .map(d -> d.datum().content())
                .toList();
        assertEquals(List.of("99-XX-99", "*****0019"), contents);
        assertEquals(
                List.of(),
                house.data.own(by(house.neighboursWorker), false, null, 100).items());
        assertEquals(List.of("G41"), refused(() -> house.data.own(by(house.director), false, null, 100)));
    }

    @Test
    void whatIsBlockedIsHeldByNobodyWhoMayNotKnowOfIt() {
        house.data.block(by(house.officer), knelpunt, plate.id(), "lopend onderzoek");
        for (UUID datum : List.of(plate.id(), UUID.randomUUID())) {
            assertEquals(
                    List.of("G41"),
                    refused(() -> house.data.hold(by(house.director), knelpunt, datum, Ground.LEGAL_CLAIM, "beroep")));
            assertEquals(List.of("G41"), refused(() -> house.data.liftHold(by(house.director), knelpunt, datum)));
        }
    }

    @Test
    void twoPeopleWhoCorrectTheSameDoNotOverwriteEachOther() {
        long version = stored(plate.id()).version();
        house.data.correct(House.seen(house.officer, version), knelpunt, plate.id(), "99-XX-66");
        StaleException stale = assertThrows(
                StaleException.class,
                () -> house.data.correct(House.seen(house.officer, version), knelpunt, plate.id(), "99-XX-77"));
        assertEquals(version + 1, stale.current());
        assertEquals("99-XX-66", stored(plate.id()).content());
    }

    // Proposals

    private UUID proposed(String content) {
        return house.corrections
                .propose(by(house.mayorsWorker), knelpunt, plate.id(), content, "letters verwisseld")
                .id();
    }

    @Test
    void theOwnerTakesAProposalOverAndWhoReceivedTheDatumHearsIt() {
        look(house.analyst);
        UUID proposal = proposed("99-XX-66");
        assertEquals(List.of(Act.ACCEPT_CORRECTION), tasks(house.officer));
        assertEquals("99-XX-99", stored(plate.id()).content(), "nothing happens by a proposal alone");
        assertEquals(
                "99-XX-66", house.corrections.see(by(house.officer), proposal).content());
        house.corrections.accept(by(house.officer), proposal);
        for (UUID id : List.of(plate.id(), plate.marks().reusedFrom())) {
            assertEquals("99-XX-66", stored(id).content());
        }
        CorrectionProposal accepted = house.corrections.see(by(house.mayorsWorker), proposal);
        assertEquals(CorrectionState.ACCEPTED, accepted.state());
        assertNull(accepted.content(), "not kept beside the datum");
        assertEquals(1, told(house.director).size());
        assertEquals(List.of(), tasks(house.officer));
    }

    @Test
    void orDeclinesItWithItsReason() {
        UUID proposal = proposed("99-XX-66");
        house.corrections.decline(by(house.officer), proposal, "het kenteken klopt");
        assertEquals(
                "het kenteken klopt",
                house.corrections
                        .see(by(house.mayorsWorker), proposal)
                        .decision()
                        .reason());
        assertEquals("99-XX-99", stored(plate.id()).content());
        assertEquals(List.of("STATE"), refused(() -> house.corrections.accept(by(house.officer), proposal)));
    }

    @Test
    void destructionMayBeProposedToo() {
        UUID proposal = proposed(null);
        assertTrue(house.corrections.see(by(house.director), proposal).destroy());
        house.data.hold(by(house.director), knelpunt, plate.id(), Ground.LEGAL_CLAIM, "beroep");
        assertEquals(List.of("STATE"), refused(() -> house.corrections.accept(by(house.officer), proposal)));
        house.data.liftHold(by(house.director), knelpunt, plate.id());
        assertEquals(
                Done.DESTROYED,
                house.corrections.accept(by(house.officer), proposal).state());
        assertTrue(house.store.transact(t -> t.data().find(plate.id())).isEmpty());
        assertTrue(house.store.transact(t -> t.corrections().find(proposal)).isEmpty(), "it goes with its datum");
    }

    @Test
    void onlyOwnerAndProposerSeeWhatIsProposed() {
        UUID proposal = proposed("99-XX-66");
        CorrectionProposal ofTheDirector = house.corrections.see(by(house.director), proposal);
        assertNull(ofTheDirector.content());
        assertNull(ofTheDirector.reason());
        assertNull(house.corrections
                .list(by(house.director), true, null, 10)
                .items()
                .get(0)
                .content());
        List<String> unknown = refused(() -> house.corrections.see(by(house.neighboursWorker), UUID.randomUUID()));
        assertEquals(List.of("G41"), unknown);
        assertEquals(unknown, refused(() -> house.corrections.see(by(house.neighboursWorker), proposal)));
        assertEquals(unknown, refused(() -> house.corrections.accept(by(house.mayorsWorker), proposal)));
        assertEquals(unknown, refused(() -> house.corrections.decline(by(house.director), proposal, "nee")));
        assertEquals(unknown, refused(() -> house.corrections.withdraw(by(house.officer), proposal)));
        assertEquals(
                List.of(),
                house.corrections
                        .list(by(house.neighboursWorker), false, null, 10)
                        .items());
        house.corrections.withdraw(by(house.mayorsWorker), proposal);
        assertEquals(
                List.of(),
                house.corrections.list(by(house.officer), true, null, 10).items());
    }

    @Test
    void whatIsProposedIsLookedThroughAndOneKnowsTheDatum() {
        UUID text = house.knelpunten
                .share(
                        by(house.officer),
                        knelpunt,
                        House.datum(house.subject(knelpunt), null, DataCategory.SUPERVISION, "gewaarschuwd", 1))
                .id();
        house.scanner = said -> said.contains("Turkse")
                ? List.of(new TextFind(Kind.NATIONALITY, said.indexOf("Turkse"), said.indexOf("Turkse") + 6))
                : List.of();
        assertEquals(
                List.of("G08"),
                refused(() -> house.corrections.propose(
                        by(house.mayorsWorker), knelpunt, text, "een Turkse gewaarschuwd", "verkeerd")));
        assertThrows(
                InvalidException.class,
                () -> house.corrections.propose(by(house.officer), knelpunt, text, "beter", "van onszelf"));
        house.data.block(by(house.officer), knelpunt, text, "lopend onderzoek");
        for (UUID datum : List.of(text, UUID.randomUUID())) {
            assertEquals(
                    List.of("G41"),
                    refused(() ->
                            house.corrections.propose(by(house.mayorsWorker), knelpunt, datum, "beter", "verkeerd")));
        }
        assertFalse(house.store
                        .transact(t -> t.corrections().list(null, false, null, 10))
                        .size()
                > 0);
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefused() {
        Call first = keyed("a");
        house.data.reportError(first, knelpunt, plate.id(), "verwisseld");
        long version = stored(plate.id()).version();
        house.data.reportError(keyed("a"), knelpunt, plate.id(), "verwisseld");
        assertEquals(version, stored(plate.id()).version(), "a repeat has no second effect");
        assertThrows(
                KeyUsedException.class, () -> house.data.reportError(keyed("b"), knelpunt, plate.id(), "iets anders"));
    }

    private Call keyed(String content) {
        return new Call(new Caller.Person(house.mayorsWorker.id()), UUID.randomUUID(), "192.0.2.7", "key-1", null)
                .sending(content);
    }
}
