package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Marks.Hold.Ground;
import nl.knelpunt.engine.dossier.Marks.Necessity;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.oversight.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What becomes of a datum once it is there: seen whole, blocked, wrong, corrected, kept, taken over, analysed, destroyed. */
class DatumStoryTest {

    private static final LocalDate LAST_DAY = World.TODAY.plusYears(5);

    private final House house = new House();
    private final UUID knelpunt = house.designated();
    private final Datum plate = house.store.dataOf(knelpunt).get(0);

    private UUID suspect() {
        return suspect(knelpunt);
    }

    private UUID suspect(UUID dossier) {
        return house.store.subjectsOf(dossier).get(0).id();
    }

    private UUID share(Account account, NewDatum datum) {
        return house.knelpunten.share(by(account), knelpunt, datum).id();
    }

    private UUID bsn() {
        return share(house.officer, House.datum(suspect(), null, DataCategory.BSN, "999990019", 1));
    }

    /** Of the municipality, about the person of the police's signal. */
    private UUID permit() {
        return share(house.mayorsWorker, ofTheMayor(suspect(), DataCategory.PERMITS, "ingetrokken"));
    }

    private static NewDatum ofTheMayor(UUID subject, DataCategory category, String content) {
        return Copy.with(
                Copy.with(House.datum(subject, null, category, content, 1), "task", "opiumwet-13b"), "police", null);
    }

    private Datum stored(UUID datum) {
        return house.store.transact(t -> t.data().find(datum)).orElseThrow();
    }

    private boolean isGone(UUID datum) {
        return house.store.transact(t -> t.data().find(datum)).isEmpty();
    }

    private ShownDatum shown(Account account, UUID datum) {
        return house.knelpunten.data(by(account), knelpunt, null, 100).items().stream()
                .filter(d -> d.datum().id().equals(datum))
                .findFirst()
                .orElse(null);
    }

    private LogRecord last() {
        return house.store.log().get(house.store.log().size() - 1);
    }

    private List<LogRecord> since(int before) {
        return house.store.log().subList(before, house.store.log().size());
    }

    /** Another knelpunt of police and municipality, from a signal of its own. */
    private UUID other() {
        return house.designated();
    }

    private static Data.Selection all() {
        return new Data.Selection(AnalysisMethod.BY_A_PERSON, null, null);
    }

    private void sameAnswer(Executable one, Executable other) {
        assertEquals(List.of("G41"), refused(one));
        assertEquals(List.of("G41"), refused(other));
    }

    // Revealing

    @Test
    void aBsnIsMaskedUntilSomebodySaysWhyItIsNeededWhole() {
        UUID bsn = bsn();
        assertEquals("*****0019", shown(house.mayorsWorker, bsn).datum().content());
        ShownDatum whole = house.data.reveal(by(house.mayorsWorker), knelpunt, bsn, "twee naamgenoten");
        assertEquals("999990019", whole.datum().content());
        assertEquals(
                List.of(new Necessity(
                        Necessity.Of.REVEAL,
                        "twee naamgenoten",
                        House.MUNICIPALITY.id(),
                        house.mayorsWorker.id(),
                        house.now)),
                stored(bsn).marks().necessities());
        assertEquals("REVEAL_BSN", last().act());
        assertEquals(List.of(bsn), last().data());
        assertEquals(house.store.subjectsOf(knelpunt).get(0).pseudonym(), last().subject());
        assertEquals("*****0019", shown(house.mayorsWorker, bsn).datum().content(), "only that once");
    }

    @Test
    void whyIsKeptOnceForEachPersonTheLast() {
        UUID bsn = bsn();
        house.data.reveal(by(house.mayorsWorker), knelpunt, bsn, "twee naamgenoten");
        house.data.reveal(by(house.analyst), knelpunt, bsn, "koppelen aan de BRP");
        house.data.reveal(by(house.mayorsWorker), knelpunt, bsn, "derde naamgenoot");
        List<Necessity> kept = stored(bsn).marks().necessities();
        assertEquals(
                List.of("koppelen aan de BRP", "derde naamgenoot"),
                kept.stream().map(Necessity::reason).toList());
        assertNull(kept.get(0).participant(), "an analyst acts for the bureau");
    }

    @Test
    void nothingIsRevealedWithoutReasonOrThatIsNoBsn() {
        UUID bsn = bsn();
        assertEquals(List.of("G15"), refused(() -> house.data.reveal(by(house.analyst), knelpunt, bsn, " ")));
        assertEquals(
                List.of("G15"), refused(() -> house.data.reveal(by(house.analyst), knelpunt, plate.id(), "nodig")));
        sameAnswer(
                () -> house.data.reveal(by(house.analyst), knelpunt, UUID.randomUUID(), "nodig"),
                () -> house.data.reveal(by(house.neighboursWorker), knelpunt, bsn, "nodig"));
        assertEquals(List.of(), stored(bsn).marks().necessities());
    }

    // Veto

    @Test
    void whatItsSupplierBlockedOnlyItsSupplierSees() {
        UUID permit = permit();
        Done done = house.data.block(by(house.mayorsWorker), knelpunt, permit, "lopend onderzoek");
        assertEquals(permit, done.id());
        assertEquals(List.of(permit), last().data());
        assertNull(shown(house.officer, permit));
        assertNull(shown(house.director, permit));
        assertEquals("ingetrokken", shown(house.mayorsWorker, permit).datum().content());
        assertEquals(
                List.of(plate.id()),
                house.data.analyse(by(house.analyst), knelpunt, all(), null, 10).items().stream()
                        .map(d -> d.datum().id())
                        .toList());
        house.data.block(by(house.mayorsWorker), knelpunt, permit, "nog een reden");
        assertEquals("lopend onderzoek", stored(permit).marks().veto().ground(), "it was final");
    }

    @Test
    void aVetoHoldsInTheSignalThatTheDatumCameFrom() {
        house.data.block(by(house.officer), knelpunt, plate.id(), "lopend onderzoek");
        UUID signal = stored(plate.marks().reusedFrom()).dossier();
        assertEquals(
                List.of(), house.signals.see(by(house.mayorsWorker), signal).data());
        assertEquals(1, house.signals.see(by(house.officer), signal).data().size());
        assertEquals(Set.of(plate.id(), plate.marks().reusedFrom()), Set.copyOf(last(2).data()));
    }

    /** The record so many before the last. */
    private LogRecord last(int before) {
        return house.store.log().get(house.store.log().size() - 1 - before);
    }

    @Test
    void nobodyElseBlocksIt() {
        UUID permit = permit();
        sameAnswer(
                () -> house.data.block(by(house.officer), knelpunt, permit, "lopend onderzoek"),
                () -> house.data.block(by(house.officer), knelpunt, UUID.randomUUID(), "lopend onderzoek"));
        assertThrows(InvalidException.class, () -> house.data.block(by(house.mayorsWorker), knelpunt, permit, " "));
    }

    // Error and correction

    @Test
    void whatIsWrongIsFrozenEverywhereUntilItsSupplierMendsIt() {
        UUID signal = stored(plate.marks().reusedFrom()).dossier();
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "een letter verwisseld");
        assertEquals(Set.of(plate.id(), plate.marks().reusedFrom()), Set.copyOf(last().data()));
        for (Account account : List.of(house.mayorsWorker, house.officer, house.analyst, house.director)) {
            ShownDatum frozen = shown(account, plate.id());
            assertNull(frozen.datum().content());
            assertEquals("G45", frozen.frozen().rule());
        }
        assertEquals(
                "G45",
                house.signals
                        .see(by(house.officer), signal)
                        .data()
                        .get(0)
                        .frozen()
                        .rule());
        Marks.ErrorReport report =
                shown(house.officer, plate.id()).datum().marks().error();
        assertEquals(House.MUNICIPALITY.id(), report.participant());
        assertEquals("een letter verwisseld", report.reason());

        house.itBecomes(LocalDate.of(2026, 5, 20));
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        for (UUID id : List.of(plate.id(), plate.marks().reusedFrom())) {
            Datum corrected = stored(id);
            assertEquals("99-XX-66", corrected.content());
            assertNull(corrected.marks().error());
            assertEquals(house.now, corrected.marks().corrected(), "whoever had the old value can see it");
            assertEquals(plate.firstProcessed(), corrected.firstProcessed());
            assertEquals(plate.destroyBy(), corrected.destroyBy());
            assertEquals(plate.source(), corrected.source());
            assertEquals(plate.origins(), corrected.origins());
        }
        assertEquals("99-XX-66", shown(house.mayorsWorker, plate.id()).datum().content());
        assertEquals(
                "99-XX-66",
                house.signals
                        .see(by(house.mayorsWorker), signal)
                        .data()
                        .get(0)
                        .datum()
                        .content());
    }

    @Test
    void aCopyOfACopyIsMendedToo() {
        UUID second = other();
        UUID copy = house.data
                .reuse(by(house.officer), second, plate.id(), suspect(second), "zelfde bus")
                .id();
        house.data.reportError(by(house.mayorsWorker), second, copy, "verwisseld");
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        assertEquals("99-XX-66", stored(copy).content());
        assertNull(stored(copy).marks().error());
        assertEquals(plate.id(), stored(copy).marks().reusedFrom());
        house.data.destroy(by(house.officer), second, copy);
        assertTrue(isGone(copy) && isGone(plate.id()) && isGone(plate.marks().reusedFrom()));
    }

    @Test
    void copiesFindEachOtherWhenTheFirstIsGone() {
        UUID second = other();
        UUID copy = house.data
                .reuse(by(house.officer), second, plate.id(), suspect(second), "zelfde bus")
                .id();
        house.store.transact(t -> {
            t.data().destroy(plate.marks().reusedFrom());
            return null;
        });
        house.data.correct(by(house.officer), second, copy, "99-XX-66");
        assertEquals("99-XX-66", stored(plate.id()).content());
    }

    @Test
    void anErrorReportIsNoWayToAskWhatThereIs() {
        UUID permit = permit();
        house.data.block(by(house.mayorsWorker), knelpunt, permit, "lopend onderzoek");
        sameAnswer(
                () -> house.data.reportError(by(house.officer), knelpunt, permit, "fout"),
                () -> house.data.reportError(by(house.officer), knelpunt, UUID.randomUUID(), "fout"));
        sameAnswer(
                () -> house.data.reportError(by(house.neighboursWorker), knelpunt, plate.id(), "fout"),
                () -> house.data.reportError(by(house.neighboursWorker), UUID.randomUUID(), plate.id(), "fout"));
        sameAnswer(
                () -> house.data.reportError(
                        by(house.officer), knelpunt, plate.marks().reusedFrom(), "van een ander dossier"),
                () -> house.data.reportError(by(house.officer), UUID.randomUUID(), UUID.randomUUID(), "fout"));
        assertNull(stored(permit).marks().error());
    }

    @Test
    void theBureauReportsForNobody() {
        house.data.reportError(by(house.analyst), knelpunt, plate.id(), "staat op naam van een ander");
        assertNull(stored(plate.id()).marks().error().participant());
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "ook gezien");
        assertEquals(
                "staat op naam van een ander",
                stored(plate.id()).marks().error().reason(),
                "the first stands until it is mended");
    }

    @Test
    void onlyItsSupplierCorrectsAndDestroysIt() {
        for (UUID datum : List.of(plate.id(), UUID.randomUUID())) {
            assertEquals(
                    List.of("G41"), refused(() -> house.data.correct(by(house.mayorsWorker), knelpunt, datum, "x")));
            assertEquals(List.of("G41"), refused(() -> house.data.destroy(by(house.mayorsWorker), knelpunt, datum)));
        }
        assertEquals(List.of("G41"), refused(() -> house.data.destroy(by(house.director), knelpunt, plate.id())));
        assertThrows(InvalidException.class, () -> house.data.correct(by(house.officer), knelpunt, plate.id(), " "));
        assertEquals("99-XX-99", stored(plate.id()).content());
    }

    @Test
    void aDestroyedDatumIsGoneWithItsSubject() {
        UUID signal = stored(plate.marks().reusedFrom()).dossier();
        Subject subject = house.store.subjectsOf(knelpunt).get(0);
        Done done = house.data.destroy(by(house.officer), knelpunt, plate.id());
        assertEquals(Done.DESTROYED, done.state());
        assertEquals(subject.pseudonym(), last().subject());
        assertEquals(Set.of(plate.id(), plate.marks().reusedFrom()), Set.copyOf(last().data()));
        for (UUID dossier : List.of(knelpunt, signal)) {
            assertEquals(List.of(), house.store.dataOf(dossier));
            assertEquals(List.of(), house.store.subjectsOf(dossier));
        }
    }

    @Test
    void frozenDataCanBeReportedBlockedCorrectedHeldAndDestroyed() {
        house.router.unbind(house.policePlugin);
        house.router.unbind(house.municipalPlugin);
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "verwisseld");
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        house.data.hold(by(house.director), knelpunt, plate.id(), Ground.LEGAL_CLAIM, "beroep");
        house.data.block(by(house.officer), knelpunt, plate.id(), "lopend onderzoek");
        house.data.liftHold(by(house.director), knelpunt, plate.id());
        house.data.destroy(by(house.officer), knelpunt, plate.id());
        assertEquals(List.of(), house.store.dataOf(knelpunt));
    }

    @Test
    void itCanAllBeDoneAfterTheTermAndInAClosedKnelpunt() {
        house.itBecomes(LocalDate.of(2027, 6, 1));
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "verwisseld");
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        house.reportsClosure(knelpunt);
        house.votes(knelpunt, Motion.Kind.CLOSE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.close(by(house.mayor), knelpunt);
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "nog eens verwisseld");
        house.data.destroy(by(house.officer), knelpunt, plate.id());
        assertTrue(isGone(plate.id()));
    }

    // Five years

    @Test
    void afterItsLastDayADatumIsDestroyedWithItsSubject() {
        UUID signal = stored(plate.marks().reusedFrom()).dossier();
        UUID pseudonym = house.store.subjectsOf(knelpunt).get(0).pseudonym();
        house.itBecomes(LAST_DAY);
        house.terms.end();
        assertFalse(isGone(plate.id()), "the anniversary itself is in time");

        house.itBecomes(LAST_DAY.plusDays(1));
        int records = house.store.log().size();
        house.terms.end();
        for (UUID dossier : List.of(knelpunt, signal)) {
            assertEquals(List.of(), house.store.dataOf(dossier));
            assertEquals(List.of(), house.store.subjectsOf(dossier));
        }
        assertEquals(
                List.of("EXPIRE_DATUM", "EXPIRE_SIGNAL_DATUM", "RECORD_RETENTION", "EXPIRE_SIGNAL"),
                since(records).stream().map(LogRecord::act).toList());
        for (LogRecord record : since(records).subList(0, 2)) {
            assertEquals("platform", record.actor());
            assertEquals(record.act().equals("EXPIRE_SIGNAL") ? null : pseudonym, record.subject());
            assertEquals(LogRecord.Result.PERMITTED, record.result());
        }
        int done = house.store.log().size();
        house.terms.end();
        assertEquals(done, house.store.log().size(), "nothing is left to do");
    }

    @Test
    void manyDataAreDestroyedInBatches() {
        house.store.transact(t -> {
            for (int i = 0; i < 350; i++) {
                t.data().insert(Copy.with(plate, "id", UUID.randomUUID()));
            }
            return null;
        });
        UUID held = house.store.dataOf(knelpunt).get(7).id();
        house.itBecomes(LAST_DAY);
        house.data.hold(by(house.director), knelpunt, held, Ground.LEGAL_RULE, "Archiefwet");
        house.itBecomes(LAST_DAY.plusDays(1));
        house.terms.end();
        assertEquals(
                List.of(held),
                house.store.dataOf(knelpunt).stream().map(Datum::id).toList());
    }

    @Test
    void whatIsHeldIsKeptAndNotUsedUntilTheHoldIsLifted() {
        house.data.hold(by(house.director), knelpunt, plate.id(), Ground.LEGAL_CLAIM, "beroep tegen de sluiting");
        Marks.Hold hold = stored(plate.id()).marks().hold();
        assertEquals(Ground.LEGAL_CLAIM, hold.ground());
        assertEquals(house.director.id(), hold.person());
        assertEquals(List.of("STATE"), refused(() -> house.data.destroy(by(house.officer), knelpunt, plate.id())));
        assertEquals("99-XX-99", shown(house.director, plate.id()).datum().content(), "in its term it is used");

        house.itBecomes(LAST_DAY);
        house.data.hold(by(house.director), knelpunt, plate.id(), Ground.LEGAL_CLAIM, "beroep loopt nog");
        house.itBecomes(LAST_DAY.plusDays(1));
        house.terms.end();
        assertTrue(isGone(plate.marks().reusedFrom()), "only what was held is kept");
        ShownDatum kept = shown(house.director, plate.id());
        assertNull(kept.datum().content());
        assertEquals("G39", kept.frozen().rule());
        house.data.liftHold(by(house.director), knelpunt, plate.id());
        house.terms.end();
        assertTrue(isGone(plate.id()));
    }

    @Test
    void aHoldNeedsAGroundThatTheLawKnows() {
        assertEquals(
                List.of("G39"), refused(() -> house.data.hold(by(house.director), knelpunt, plate.id(), null, " ")));
        assertEquals(
                List.of("G41"),
                refused(() -> house.data.hold(by(house.officer), knelpunt, plate.id(), Ground.LEGAL_RULE, "-")));
        assertEquals(
                List.of("G41"),
                refused(() ->
                        house.data.hold(by(house.director), knelpunt, UUID.randomUUID(), Ground.LEGAL_RULE, "-")));
        assertEquals(
                List.of("G41"), refused(() -> house.data.liftHold(by(house.director), knelpunt, UUID.randomUUID())));
        assertNull(stored(plate.id()).marks().hold());
    }

    // Reuse

    @Test
    void aDatumThatIsTakenOverKeepsItsOriginAndDates() {
        Instant processed = house.now;
        house.itBecomes(LocalDate.of(2026, 8, 3));
        UUID second = other();
        house.data.hold(by(house.director), knelpunt, plate.id(), Ground.LEGAL_CLAIM, "beroep");
        int records = house.store.log().size();
        UUID id = house.data
                .reuse(by(house.mayorsWorker), second, plate.id(), suspect(second), "dezelfde bus in de andere haven")
                .id();
        Datum copy = stored(id);
        assertEquals(second, copy.dossier());
        assertEquals(suspect(second), copy.subject());
        assertEquals(plate.content(), copy.content());
        assertEquals(plate.source(), copy.source(), "its supplier is still the police");
        assertEquals(plate.origins(), copy.origins());
        assertEquals(processed, copy.firstProcessed(), "reuse restarts nothing");
        assertEquals(plate.destroyBy(), copy.destroyBy());
        assertEquals(plate.id(), copy.marks().reusedFrom());
        assertNull(copy.marks().hold(), "a hold keeps what it was put on");
        assertEquals(
                List.of(new Necessity(
                        Necessity.Of.REUSE,
                        "dezelfde bus in de andere haven",
                        House.MUNICIPALITY.id(),
                        house.mayorsWorker.id(),
                        house.now)),
                copy.marks().necessities());
        assertEquals(1, since(records).size());
        assertEquals(List.of(plate.id(), id), last().data(), "what was made and what it was made from");
        assertEquals(second, last().object());
    }

    @Test
    void byDefaultItGoesToTheSamePersonFromTheSameSignal() {
        UUID signal = stored(plate.marks().reusedFrom()).dossier();
        UUID second = house.knelpunten
                .propose(by(house.director), House.proposal(signal))
                .id();
        house.submitted(second);
        house.votes(second, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), second);
        UUID shared = share(house.officer, House.plateOf(suspect(), "88-YY-88"));
        UUID copy = house.data
                .reuse(by(house.officer), second, shared, null, "zelfde persoon")
                .id();
        assertEquals(suspect(second), stored(copy).subject());
    }

    @Test
    void itNeedsSomebodyOfThisDossierAndADecision() {
        UUID second = other();
        assertEquals(
                List.of("G14"),
                refused(() -> house.data.reuse(by(house.officer), second, plate.id(), null, "zelfde bus")));
        assertEquals(
                List.of("G14"),
                refused(() -> house.data.reuse(by(house.officer), second, plate.id(), suspect(), "zelfde bus")));
        assertEquals(
                List.of("G50"),
                refused(() -> house.data.reuse(by(house.officer), second, plate.id(), suspect(second), " ")));
        assertEquals(1, house.store.dataOf(second).size());
    }

    @Test
    void whatTheActorMayNotSeeThereIsAsIfItWereNotThere() {
        UUID second = other();
        UUID vetoed = permit();
        house.data.block(by(house.mayorsWorker), knelpunt, vetoed, "lopend onderzoek");
        UUID hidden = hiddenDatum();
        for (UUID datum : List.of(
                UUID.randomUUID(),
                vetoed,
                hidden,
                plate.marks().reusedFrom(),
                house.store.dataOf(second).get(0).id())) {
            assertEquals(
                    List.of("G41"),
                    refused(() -> house.data.reuse(by(house.officer), second, datum, suspect(second), "zelfde bus")));
        }
        assertEquals(
                List.of("G24"),
                refused(() -> house.data.reuse(
                        by(house.officer), UUID.randomUUID(), plate.id(), suspect(second), "onbekend dossier")));
    }

    /** In a knelpunt in which the police is not involved. */
    private UUID hiddenDatum() {
        UUID signal = house.takenUp();
        UUID third = house.knelpunten
                .propose(by(house.director), World.proposal(List.of(signal), List.of(House.MUNICIPALITY)))
                .id();
        house.submitted(third);
        house.votes(third, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), third);
        return house.store.dataOf(third).get(0).id();
    }

    @Test
    void afterTheTermOfItsDossierNothingIsTakenOverFromIt() {
        house.itBecomes(LocalDate.of(2027, 4, 1));
        UUID second = other();
        house.itBecomes(LocalDate.of(2027, 6, 1));
        assertEquals(
                List.of("G41"),
                refused(() -> house.data.reuse(by(house.officer), second, plate.id(), suspect(second), "te laat")));
    }

    @Test
    void frozenDataAreNotTakenOverAndThatIsSaid() {
        UUID second = other();
        house.data.reportError(by(house.mayorsWorker), knelpunt, plate.id(), "verwisseld");
        assertEquals(
                List.of("G45"),
                refused(() -> house.data.reuse(by(house.officer), second, plate.id(), suspect(second), "zelfde bus")));
        house.data.correct(by(house.officer), knelpunt, plate.id(), "99-XX-66");
        house.router.unbind(house.policePlugin);
        assertEquals(
                List.of("G51"),
                refused(() -> house.data.reuse(by(house.officer), second, plate.id(), suspect(second), "zelfde bus")));
    }

    @Test
    void criminalDataAreTakenOverByTheirSourceInAnOpenPhaseOnly() {
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig");
        UUID report = share(house.officer, House.datum(suspect(), null, DataCategory.POLICE_8_13, "aangesproken", 2));
        UUID second = other();
        assertEquals(
                List.of("G12", "G50"),
                refused(() -> house.data.reuse(by(house.mayorsWorker), second, report, suspect(second), "nodig")));
        house.knelpunten.openPhase(by(house.mayor), second, 2, "nodig");
        assertEquals(
                List.of("G50"),
                refused(() -> house.data.reuse(by(house.director), second, report, suspect(second), "nodig")));
        assertEquals(
                "DESIGNATED",
                house.data
                        .reuse(by(house.officer), second, report, suspect(second), "nodig")
                        .state());
    }

    // Sexual behaviour

    @Test
    void sexualBehaviourFollowsCriminalDataOnTheSamePersonOnly() {
        UUID trafficking = onTrafficking();
        house.knelpunten.openPhase(by(house.mayor), trafficking, 2, "nodig");
        NewDatum behaviour = House.datum(suspect(trafficking), null, DataCategory.SEXUAL_BEHAVIOUR, "uitbuiting", 2);
        NewDatum criminal = House.datum(suspect(trafficking), null, DataCategory.POLICE_8_13, "aangesproken", 2);
        assertEquals(List.of("G10"), refused(() -> house.knelpunten.share(by(house.officer), trafficking, behaviour)));
        house.knelpunten.share(by(house.officer), trafficking, criminal);
        UUID datum = house.knelpunten
                .share(by(house.officer), trafficking, behaviour)
                .id();

        UUID second = onTrafficking();
        house.knelpunten.openPhase(by(house.mayor), second, 2, "nodig");
        assertEquals(
                List.of("G10"),
                refused(() -> house.data.reuse(by(house.officer), second, datum, suspect(second), "zelfde persoon")));
        house.knelpunten.share(by(house.officer), second, Copy.with(criminal, "subject", suspect(second)));
        house.data.reuse(by(house.officer), second, datum, suspect(second), "zelfde persoon");
    }

    private UUID onTrafficking() {
        Proposal proposal =
                Copy.with(House.proposal(house.takenUp()), "manifestations", Set.of(Manifestation.HUMAN_TRAFFICKING));
        UUID id = house.knelpunten.propose(by(house.director), proposal).id();
        house.submitted(id);
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), id);
        return id;
    }

    // Analysis

    @Test
    void anAnalystLooksAtWhatWasChosenInPages() {
        UUID bsn = bsn();
        List<UUID> plates = IntStream.range(0, 4)
                .mapToObj(i -> share(house.officer, House.plateOf(suspect(), "plate-" + i)))
                .toList();
        UUID shed = share(
                house.officer,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.OBJECT, null, null),
                        DataCategory.VEHICLE,
                        "kotter",
                        1));
        int records = house.store.log().size();
        Data.Selection plain =
                new Data.Selection(AnalysisMethod.BY_A_PERSON, List.of(suspect()), Set.of(DataCategory.VEHICLE));
        Page<ShownDatum> first = house.data.analyse(by(house.analyst), knelpunt, plain, null, 3);
        Page<ShownDatum> second = house.data.analyse(by(house.analyst), knelpunt, plain, first.next(), 3);
        assertEquals(
                Stream.concat(Stream.of(plate.id()), plates.stream()).toList(),
                Stream.of(first, second)
                        .flatMap(p -> p.items().stream())
                        .map(d -> d.datum().id())
                        .toList(),
                "in the order in which they came, whatever they say");
        assertNull(second.next());
        assertTrue(since(records).stream()
                .noneMatch(r -> r.data().contains(bsn) || r.data().contains(shed)));
        assertEquals("ANALYSE", last().act());

        List<ShownDatum> everything = house.data
                .analyse(by(house.analyst), knelpunt, all(), null, 100)
                .items();
        assertEquals(7, everything.size());
        assertTrue(
                everything.stream().anyMatch(d -> "*****0019".equals(d.datum().content())));
    }

    @Test
    void nothingIsScoredAndNobodyButAnAnalystAnalyses() {
        for (AnalysisMethod method : AnalysisMethod.values()) {
            if (method.isAutomated()) {
                assertEquals(
                        List.of("G26"),
                        refused(() -> house.data.analyse(
                                by(house.analyst), knelpunt, new Data.Selection(method, null, null), null, 10)));
            }
        }
        assertEquals(
                List.of("G26"),
                refused(() -> house.data.analyse(
                        by(house.analyst), knelpunt, new Data.Selection(null, null, null), null, 10)));
        for (Account account : List.of(house.officer, house.director, house.mayor)) {
            assertEquals(List.of("G41"), refused(() -> house.data.analyse(by(account), knelpunt, all(), null, 10)));
        }
    }

    @Test
    void bibobDataAreInNoAnalysis() {
        BibobBasis bibob = new BibobBasis(World.TODAY.minusMonths(3), House.POLICE.id(), "leest het advies mee");
        UUID advice = share(
                house.mayorsWorker, Copy.with(ofTheMayor(suspect(), DataCategory.PERMITS, "negatief"), "bibob", bibob));
        assertEquals("negatief", shown(house.officer, advice).datum().content());
        assertEquals(
                List.of(plate.id()),
                house.data.analyse(by(house.analyst), knelpunt, all(), null, 10).items().stream()
                        .map(d -> d.datum().id())
                        .toList());
    }
}
