package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.steering.Mandates;
import nl.knelpunt.engine.steering.OutsideDecisions.CastVote;
import nl.knelpunt.engine.steering.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What was decided on a table comes in with its paper and with who decided for whom, and is not a decision until a member says so. */
class OutsideDecisionsTest {

    static final byte[] PDF = ("%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>\nxref\n0 1\n0000000000 65535 f \n"
                    + "trailer<</Root 1 0 R>>\nstartxref\n50\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final House house = new House();
    private final UUID knelpunt = house.submitted();

    private UUID paper() {
        return house.outside.addPaper(by(house.director), knelpunt, PDF).id();
    }

    private static CastVote vote(Account member) {
        return new CastVote(member.participant(), member.id(), Motion.Choice.FOR, "zie het besluit");
    }

    private void enter(UUID paper, CastVote... votes) {
        house.outside.enterVotes(
                by(house.director), knelpunt, Motion.Kind.DESIGNATE, paper, World.TODAY, List.of(votes));
    }

    private static String invalid(Executable act) {
        return assertThrows(InvalidException.class, act).field();
    }

    @Test
    void whatTheBureauEnteredIsConcludedByAMember() {
        UUID paper = paper();
        enter(paper, vote(house.policeMember), vote(house.mayor));
        assertEquals(KnelpuntState.SUBMITTED, house.store.knelpunt(knelpunt).state(), "the bureau doesn't decide");
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.designate(by(house.director), knelpunt)));
        house.knelpunten.designate(by(house.mayor), knelpunt);
        Motion motion = house.store.knelpunt(knelpunt).motions().get(0);
        assertEquals(KnelpuntState.DESIGNATED, house.store.knelpunt(knelpunt).state());
        assertEquals(paper, motion.outside().paper());
        assertEquals(house.director.id(), motion.outside().enteredBy());
        assertEquals(house.mayor.id(), motion.conclusion().person());
        assertEquals(
                List.of(house.policeMember.id(), house.mayor.id()),
                motion.votes().stream().map(Motion.Vote::person).toList());
    }

    @Test
    void aVoteBySomebodyWithoutAppointmentOrMandateIsRefused() {
        UUID paper = paper();
        for (Account account : List.of(house.officer, house.director, house.mayor)) {
            assertEquals(
                    List.of("G20"),
                    refused(() -> enter(
                            paper,
                            new CastVote(House.POLICE.id(), account.id(), Motion.Choice.FOR, "zie het besluit"))));
        }
        assertEquals(
                List.of("G20"),
                refused(() -> enter(
                        paper, new CastVote(House.POLICE.id(), house.policeMember.id(), Motion.Choice.FOR, " "))));
    }

    @Test
    void aMandateCountsOnTheDayOfTheDecision() {
        UUID mandate = house.mandates
                .register(
                        by(house.policeMember),
                        new Mandates.NewMandate(
                                House.POLICE.id(),
                                house.officer.id(),
                                Set.of(Act.VOTE_DESIGNATION),
                                World.TODAY,
                                World.TODAY,
                                "P-1"))
                .id();
        CastVote underMandate = new CastVote(House.POLICE.id(), house.officer.id(), Motion.Choice.AGAINST, "te vroeg");
        UUID paper = paper();
        house.passes(java.time.Duration.ofDays(3));
        assertEquals(
                List.of("G20"),
                refused(() -> house.outside.enterVotes(
                        by(house.director),
                        knelpunt,
                        Motion.Kind.DESIGNATE,
                        paper,
                        World.TODAY.plusDays(1),
                        List.of(underMandate))));
        enter(paper, underMandate);
        assertEquals(
                mandate,
                house.store.knelpunt(knelpunt).motions().get(0).votes().get(0).mandate());
    }

    @Test
    void whatDoesNotFitIsSaid() {
        UUID paper = paper();
        CastVote ours = vote(house.policeMember);
        assertEquals("votes", invalid(() -> enter(paper)));
        assertEquals(
                "votes",
                invalid(() -> enter(
                        paper, ours, new CastVote(ours.participant(), house.mayor.id(), Motion.Choice.FOR, "x"))));
        assertEquals("paper", invalid(() -> enter(UUID.randomUUID(), ours)));
        assertEquals(
                "votes[0].person", invalid(() -> enter(paper, new CastVote("politie", null, Motion.Choice.FOR, "x"))));
        assertEquals(
                "decided",
                invalid(() -> house.outside.enterVotes(
                        by(house.director),
                        knelpunt,
                        Motion.Kind.DESIGNATE,
                        paper,
                        World.TODAY.plusDays(1),
                        List.of(ours))));
        assertEquals(
                "motion",
                invalid(() -> house.outside.enterVotes(
                        by(house.director), knelpunt, Motion.Kind.CLOSE, paper, World.TODAY, List.of(ours))));
        assertEquals(
                List.of("G41"),
                refused(() -> house.outside.enterVotes(
                        by(house.officer), knelpunt, Motion.Kind.DESIGNATE, paper, World.TODAY, List.of(ours))));
    }

    private void enter(Motion.Kind kind, UUID of, LocalDate decided, CastVote... votes) {
        UUID paper = house.outside.addPaper(by(house.director), of, PDF).id();
        house.outside.enterVotes(by(house.director), of, kind, paper, decided, List.of(votes));
    }

    @Test
    void nobodyDecidesOnWhatWasNotThereYet() {
        house.passes(java.time.Duration.ofDays(3));
        CastVote ours = vote(house.policeMember);
        assertEquals("decided", invalid(() -> enter(Motion.Kind.DESIGNATE, knelpunt, World.TODAY.minusDays(1), ours)));
        UUID later = house.submitted();
        assertEquals("decided", invalid(() -> enter(Motion.Kind.DESIGNATE, later, World.TODAY.plusDays(2), ours)));
        enter(Motion.Kind.DESIGNATE, later, World.TODAY.plusDays(3), ours);
        UUID designated = house.designated();
        assertEquals("decided", invalid(() -> enter(Motion.Kind.CLOSE, designated, World.TODAY.plusDays(2), ours)));
    }

    @Test
    void whatAMemberCastItselfIsNotReplaced() {
        house.knelpunten.vote(by(house.mayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, "te vroeg");
        house.passes(java.time.Duration.ofMinutes(1));
        assertEquals(
                "votes[1].participant", invalid(() -> enter(paper(), vote(house.policeMember), vote(house.mayor))));
        enter(paper(), vote(house.policeMember));
        house.passes(java.time.Duration.ofMinutes(1));
        enter(paper(), vote(house.policeMember));
        assertEquals(
                List.of(Motion.Choice.AGAINST, Motion.Choice.FOR),
                house.store.knelpunt(knelpunt).motions().get(0).votes().stream()
                        .map(Motion.Vote::choice)
                        .toList());
    }

    @Test
    void onlyAWholePdfOfReasonableSizeIsKept() {
        byte[] large = new byte[Paper.MOST_BYTES + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        System.arraycopy(PDF, 0, large, large.length - PDF.length, PDF.length);
        for (byte[] bytes : List.of(
                new byte[0],
                "MZ".getBytes(StandardCharsets.US_ASCII),
                "<html>%PDF-1.7 %%EOF".getBytes(StandardCharsets.US_ASCII),
                "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII),
                "%PDF-1.7 empty\nstartxref\n3\n%%EOF".getBytes(StandardCharsets.US_ASCII),
                "%PDF-1.7 cut off".getBytes(StandardCharsets.US_ASCII),
                large)) {
            assertEquals("body", invalid(() -> house.outside.addPaper(by(house.director), knelpunt, bytes)));
        }
    }

    @Test
    void aPaperIsGivenBackAsItCameToWhomMayAndForThisKnelpuntOnly() {
        UUID paper = paper();
        assertArrayEquals(
                PDF, house.outside.paper(by(house.mayor), knelpunt, paper).orElseThrow());
        assertEquals(List.of("G41"), refused(() -> house.outside.paper(by(house.officer), knelpunt, paper)));
        assertEquals(Optional.empty(), house.outside.paper(by(house.mayor), house.proposed(), paper));
        assertEquals(
                OutsideUseCases.digest(PDF),
                house.outside
                        .papers(by(house.mayor), knelpunt, null, 10)
                        .items()
                        .get(0)
                        .digest());
    }

    @Test
    void itsBytesGoAfterFiveYears() {
        UUID paper = paper();
        PaperTerms terms = new PaperTerms(house.gate, house.store, () -> house.now);
        LocalDate last = World.TODAY.plusYears(5);
        house.itBecomes(last);
        terms.doDue();
        assertEquals(
                1, house.store.transact(t -> t.papers().content(paper)).stream().count());
        house.itBecomes(last.plusDays(1));
        terms.doDue();
        assertEquals(
                0, house.store.transact(t -> t.papers().content(paper)).stream().count());
    }
}
