package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The other two activities of the law beside the knelpunt: case consultations, and area and thematic scans. */
class ActivitiesTest {

    private static final Abuse ABUSE = new Abuse("bedrijventerreinen", "units zonder bekende huurder");

    private final House house = new House();

    private UUID propose(Proposal proposal) {
        return house.knelpunten.propose(by(house.director), proposal).id();
    }

    private UUID decided(Proposal proposal) {
        UUID id = house.submitted(propose(proposal));
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), id);
        return id;
    }

    private static Proposal scan(Abuse abuse) {
        return Copy.with(
                Copy.with(
                        World.proposal(List.of(), List.of(House.POLICE, House.MUNICIPALITY)),
                        "activity",
                        Activity.SCAN),
                "abuse",
                abuse);
    }

    private Proposal consultation() {
        return Copy.with(House.proposal(house.takenUp()), "activity", Activity.CASE_CONSULTATION);
    }

    private Knelpunt stored(UUID id) {
        return house.store.knelpunt(id);
    }

    private List<UUID> listed(Activity activity) {
        return house.knelpunten.list(by(house.mayorsWorker), activity, null, 100).items().stream()
                .map(k -> k.knelpunt().id())
                .toList();
    }

    @Test
    void eachActivityHasItsOwnList() {
        UUID knelpunt = house.designated();
        UUID scan = decided(scan(ABUSE));
        UUID consultation = decided(consultation());
        int records = house.store.log().size();
        assertEquals(List.of(knelpunt), listed(Activity.KNELPUNT));
        assertEquals(List.of(scan), listed(Activity.SCAN));
        assertEquals(List.of(consultation), listed(Activity.CASE_CONSULTATION));
        assertEquals(
                List.of(List.of(knelpunt), List.of(scan), List.of(consultation)),
                house.store.log().subList(records, records + 3).stream()
                        .map(r -> r.data())
                        .toList(),
                "only what was shown is logged");
    }

    // Scan

    @Test
    void aScanNeedsAnAbuseAndNoSignal() {
        UUID bare = propose(scan(null));
        assertEquals(List.of("G25"), refused(() -> house.submitted(bare)));
        house.knelpunten.amend(by(house.director), bare, p -> Copy.with(p, "abuse", ABUSE));
        house.submitted(bare);
        house.votes(bare, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals(
                "DESIGNATED", house.knelpunten.designate(by(house.mayor), bare).state());
        assertEquals(1, stored(bare).terms().size(), "for a year");
        assertEquals(List.of(), house.store.subjectsOf(bare));
    }

    @Test
    void aScanSweepsNoPeople() {
        UUID scan = decided(scan(ABUSE));
        assertEquals(
                List.of("G14"),
                refused(() -> house.knelpunten.share(by(house.officer), scan, House.plate("99-XX-99"))));
        house.knelpunten.share(
                by(house.officer),
                scan,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.OBJECT, null, null),
                        DataCategory.CADASTRAL,
                        "loods 3",
                        1));
        assertEquals(List.of("loods 3"), house.valuesOf(scan));
    }

    @Test
    void aScanNeverOpensPhaseThree() {
        UUID scan = decided(scan(ABUSE));
        house.knelpunten.openPhase(by(house.mayor), scan, 2, "nodig");
        assertEquals(List.of("G13"), refused(() -> house.knelpunten.openPhase(by(house.mayor), scan, 3, "nodig")));
        assertFalse(stored(scan).isPhaseOpen(3));
    }

    // Case consultation

    @Test
    void aCaseConsultationHasNoTermAndEverythingElse() {
        UUID id = decided(consultation());
        assertEquals(List.of(), stored(id).terms());
        assertTrue(stored(id).isPhaseOpen(1));
        house.itBecomes(LocalDate.of(2028, 6, 1));
        assertFalse(house.knelpunten.see(by(house.officer), id).expired());
        UUID suspect = house.store.subjectsOf(id).get(0).id();
        house.knelpunten.share(by(house.officer), id, House.plateOf(suspect, "88-YY-88"));
        assertEquals(
                2,
                house.knelpunten
                        .data(by(house.mayorsWorker), id, null, 10)
                        .items()
                        .size());
        house.knelpunten.openPhase(by(house.mayor), id, 2, "nodig");
        house.knelpunten.openPhase(by(house.mayor), id, 3, "nodig");
        house.evaluates(id, Evaluation.Recommendation.CLOSE);
        house.reportsClosure(id);
        house.votes(id, Motion.Kind.CLOSE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals("CLOSED", house.knelpunten.close(by(house.mayor), id).state());
    }

    @Test
    void whatHasNoTermIsNotProlongedAndThatIsSaid() {
        UUID id = decided(consultation());
        house.evaluates(id, Evaluation.Recommendation.PROLONG);
        RefusedException refusal = Assertions.assertThrows(
                RefusedException.class,
                () -> house.knelpunten.vote(by(house.mayor), id, Motion.Kind.PROLONG, Motion.Choice.FOR, "nodig"));
        assertEquals(
                List.of(Finding.STATE),
                refusal.findings().stream().map(Finding::rule).toList());
        assertTrue(refusal.findings().get(0).message().en().contains("no term"));
        assertTrue(refused(() -> house.knelpunten.prolong(by(house.mayor), id)).contains(Finding.STATE));
        assertEquals(List.of(), stored(id).terms());
    }

    @Test
    void aCaseConsultationNeedsItsSignals() {
        UUID id = propose(Copy.with(consultation(), "signals", List.of()));
        assertEquals(List.of("G17"), refused(() -> house.submitted(id)));
    }
}
