package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plan.Plans;
import org.junit.jupiter.api.Test;

/** A knelpunt, from proposal to closure. */
class KnelpuntStoryTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 5, 10);

    private final House house = new House();

    private Knelpunt knelpunt(UUID id) {
        return house.store.knelpunt(id);
    }

    private List<String> seenBy(Account account, UUID knelpunt) {
        return house.knelpunten.data(by(account), knelpunt, null, 100).items().stream()
                .map(d -> d.datum().content())
                .toList();
    }

    private UUID suspect(UUID knelpunt) {
        return house.store.subjectsOf(knelpunt).get(0).id();
    }

    @Test
    void theWholeStory() throws Exception {
        UUID signal =
                house.deliver(house.officer, "m-1 99-XX-99").signals().get(0).id();
        house.signals.complete(by(house.officer), signal, read -> World.content(Organ.POLITIE));
        house.signals.report(by(house.officer), signal);
        house.signals.askRecognition(by(house.director), signal, House.MUNICIPALITY.id());
        house.signals.recognise(by(house.mayorsWorker), signal, House.ownObservation());
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        house.signals.decideAssessment(by(house.officer), signal, true, "past");
        house.signals.decideAssessment(by(house.mayorsWorker), signal, true, "past");

        UUID knelpunt = house.knelpunten
                .propose(by(house.director), House.proposal(signal))
                .id();
        house.submitted(knelpunt);
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), knelpunt);
        house.knelpunten.share(by(house.officer), knelpunt, House.plateOf(suspect(knelpunt), "88-YY-88"));
        assertEquals(List.of("99-XX-99", "88-YY-88"), seenBy(house.mayorsWorker, knelpunt));

        house.plans.write(
                by(house.director), knelpunt, new ActionPlan("de keten doorbreken", true, "signalen van mei"));
        UUID intervention = house.startedIntervention(knelpunt);
        house.plans.carryOut(
                by(house.mayorsWorker),
                intervention,
                new Plans.NewExecution(World.TODAY, "gesloten", "geen laden meer"));

        house.itBecomes(LAST_DAY);
        house.evaluates(knelpunt, Evaluation.Recommendation.PROLONG);
        house.votes(knelpunt, Motion.Kind.PROLONG, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.prolong(by(house.mayor), knelpunt);
        house.itBecomes(LAST_DAY.plusDays(1));
        house.knelpunten.share(by(house.officer), knelpunt, House.plateOf(suspect(knelpunt), "77-ZZ-77"));

        house.itBecomes(LAST_DAY.plusYears(2));
        house.evaluates(knelpunt, Evaluation.Recommendation.CLOSE);
        house.reportsClosure(knelpunt);
        house.votes(knelpunt, Motion.Kind.CLOSE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals(
                "CLOSED",
                house.knelpunten.close(by(house.policeMember), knelpunt).state());
        assertTrue(house.store.verifyLog().isWhole());
    }

    // Proposal and votes

    @Test
    void aProposalCanBeAmendedUntilItIsDecidedOn() {
        UUID id = house.proposed();
        house.knelpunten.amend(by(house.director), id, p -> Copy.with(p, "title", "Kleine zeehavens"));
        assertEquals("Kleine zeehavens", knelpunt(id).proposal().title());
        UUID designated = house.designated();
        assertEquals(List.of("STATE"), refused(() -> house.knelpunten.amend(by(house.director), designated, p -> p)));
    }

    @Test
    void anAmendedProposalIsVotedOnAnew() {
        UUID id = house.submitted();
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.amend(by(house.director), id, p -> Copy.with(p, "scope.out", "de jachthaven"));
        assertEquals(KnelpuntState.PROPOSED, knelpunt(id).state());
        house.submitted(id);
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.designate(by(house.mayor), id)));
    }

    @Test
    void nobodyVotesOnWhatIsNotSubmitted() {
        UUID id = house.proposed();
        assertEquals(
                List.of("STATE"),
                refused(() ->
                        house.knelpunten.vote(by(house.mayor), id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig")));
        assertEquals(List.of("G41"), refused(() -> house.knelpunten.submit(by(house.mayor), id)));
        house.submitted(id);
        assertEquals(List.of("STATE"), refused(() -> house.knelpunten.submit(by(house.director), id)));
        house.knelpunten.vote(by(house.mayor), id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
    }

    @Test
    void whatIsSentBackIsSubmittedAndVotedOnAnew() {
        UUID id = house.submitted();
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.sendBack(by(house.director), id, "onduidelijk")));
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.sendBack(by(house.mayor), id, " ")));
        house.knelpunten.sendBack(by(house.mayor), id, "eerst de afbakening");
        assertEquals(KnelpuntState.PROPOSED, knelpunt(id).state());
        house.submitted(id);
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.designate(by(house.mayor), id)));
    }

    @Test
    void aChangeThatAStrangerGetsWrongTellsNothing() {
        UUID id = house.proposed();
        assertEquals(
                refused(() -> house.knelpunten.amend(by(house.mayorsWorker), UUID.randomUUID(), p -> null)),
                refused(() -> house.knelpunten.amend(by(house.neighboursWorker), id, p -> {
                    throw new InvalidException("title", new nl.knelpunt.api.Text("Fout.", "Wrong."));
                })));
    }

    @Test
    void aParticipantThatIsNoneAnyMoreCanBeTakenOutOfAProposal() {
        UUID id = house.proposed();
        house.store.transact(t -> {
            Knelpunt stored = t.knelpunten().find(id).orElseThrow();
            t.knelpunten()
                    .update(Copy.with(
                            stored,
                            "proposal.involved",
                            List.of(
                                    new Proposal.Involved(House.POLICE.id(), Set.of(), "-"),
                                    new Proposal.Involved(World.PARTY.id(), Set.of(), "-"))));
            return null;
        });
        assertEquals(List.of("G02"), refused(() -> house.knelpunten.amend(by(house.director), id, p -> p)));
        house.knelpunten.amend(
                by(house.director),
                id,
                p -> Copy.with(p, "involved", p.involved().subList(0, 1)));
        assertEquals(1, knelpunt(id).proposal().involved().size());
    }

    @Test
    void oneOfThreeIsNoQuorumTwoAre() {
        UUID id = house.submitted();
        house.knelpunten.vote(by(house.mayor), id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.designate(by(house.mayor), id)));
        house.knelpunten.vote(by(house.policeMember), id, Motion.Kind.DESIGNATE, Motion.Choice.ABSTAIN, "geen mening");
        assertEquals(
                "DESIGNATED", house.knelpunten.designate(by(house.mayor), id).state());
    }

    @Test
    void aParticipantHasOneVoteTheLastOne() {
        UUID id = house.submitted();
        house.knelpunten.vote(by(house.mayor), id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        house.knelpunten.vote(by(house.mayor), id, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, "toch niet");
        Motion motion = knelpunt(id).openMotion(Motion.Kind.DESIGNATE).orElseThrow();
        assertEquals(1, motion.votes().size());
        assertEquals(Motion.Choice.AGAINST, motion.votes().get(0).choice());
        assertEquals(house.mayor.id(), motion.votes().get(0).person());
    }

    @Test
    void equalVotesAreNoMajority() {
        UUID id = house.submitted();
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.AGAINST);
        assertEquals("REJECTED", house.knelpunten.designate(by(house.mayor), id).state());
        assertEquals(List.of(), knelpunt(id).terms());
        assertEquals(List.of(), house.store.dataOf(id), "the signals' data stay where they were");
    }

    @Test
    void whoLeftTheRegionCountsNoMore() {
        UUID id = house.submitted();
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.AGAINST);
        house.knelpunten.vote(by(house.neighbouringMayor), id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        house.region = Copy.with(
                house.region,
                "participants",
                Stream.of(House.POLICE, House.MUNICIPALITY)
                        .collect(java.util.stream.Collectors.toMap(p -> p.id(), p -> p)));
        assertEquals("REJECTED", house.knelpunten.designate(by(house.mayor), id).state());
    }

    @Test
    void aRejectedProposalIsNotVotedOnAgain() {
        UUID id = house.submitted();
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, Motion.Choice.AGAINST);
        house.knelpunten.designate(by(house.mayor), id);
        assertEquals(
                List.of("STATE"),
                refused(() ->
                        house.knelpunten.vote(by(house.mayor), id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "toch")));
    }

    @Test
    void theRiecMayAskForMore() {
        house.store.decides(Copy.with(Copy.with(Policy.DEFAULT, "quorum", 0.67), "majority", 0.67));
        UUID id = house.submitted();
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.designate(by(house.mayor), id)));
        house.knelpunten.vote(by(house.neighbouringMayor), id, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, "nee");
        assertEquals("REJECTED", house.knelpunten.designate(by(house.mayor), id).state());
    }

    @Test
    void aDraftInAProposalIsAsGoodAsNoSignal() {
        UUID draft = house.draft();
        List<List<String>> refusals = Stream.of(draft, UUID.randomUUID())
                .map(signal -> house.knelpunten
                        .propose(by(house.director), House.proposal(signal))
                        .id())
                .map(id -> refused(() -> house.knelpunten.submit(by(house.director), id)))
                .toList();
        assertEquals(List.of(List.of("G17"), List.of("G17")), refusals);
    }

    // Designation

    @Test
    void itIsDesignatedForOneYearAndPhaseOneIsOpen() {
        UUID id = house.designated();
        Knelpunt designated = knelpunt(id);
        assertEquals(KnelpuntState.DESIGNATED, designated.state());
        assertEquals(List.of(new Term(World.TODAY, LAST_DAY)), designated.terms());
        assertTrue(designated.isPhaseOpen(1));
        assertFalse(designated.isPhaseOpen(2));
        assertEquals(house.policeMember.id(), designated.phases().get(0).person());
    }

    @Test
    void theSignalsDataComeAlongWithTheirOriginAndDates() {
        UUID signal = house.draft();
        UUID suspect = house.store.subjectsOf(signal).get(0).id();
        house.signals.addDatum(
                by(house.officer),
                signal,
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.PERSON, suspect, "zijn zuster"),
                        DataCategory.IDENTIFICATION,
                        "Femke",
                        0));
        Instant processed = house.now;
        house.signals.report(by(house.officer), signal);
        house.signals.askRecognition(by(house.officer), signal, House.MUNICIPALITY.id());
        house.signals.recognise(by(house.mayorsWorker), signal, House.ownObservation());
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        house.signals.decideAssessment(by(house.officer), signal, true, "past");
        house.signals.decideAssessment(by(house.mayorsWorker), signal, true, "past");
        house.itBecomes(LocalDate.of(2026, 8, 1));
        UUID id = house.knelpunten
                .propose(by(house.director), House.proposal(signal))
                .id();
        house.submitted(id);
        house.votes(id, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), id);

        List<Datum> before = house.store.dataOf(signal);
        List<Datum> after = house.store.dataOf(id);
        assertEquals(2, after.size());
        for (int i = 0; i < 2; i++) {
            Datum from = before.get(i);
            Datum to = after.get(i);
            assertNotEquals(from.id(), to.id());
            assertEquals(processed, to.firstProcessed(), "reuse restarts nothing");
            assertEquals(World.TODAY.plusYears(5), to.destroyBy());
            Datum there = Copy.with(Copy.with(to, "id", from.id()), "dossier", signal);
            assertEquals(
                    Copy.with(from, "version", 1),
                    Copy.with(Copy.with(there, "subject", from.subject()), "marks.reusedFrom", null));
            assertEquals(from.id(), to.marks().reusedFrom());
        }
        List<Subject> subjects = house.store.subjectsOf(id);
        assertEquals(
                house.store.subjectsOf(signal).stream().map(Subject::pseudonym).toList(),
                subjects.stream().map(Subject::pseudonym).toList());
        assertNull(subjects.get(0).circleOf());
        assertEquals(subjects.get(0).id(), subjects.get(1).circleOf(), "the circle comes along");
    }

    @Test
    void theParticipantsInvolvedSeeItAndOthersDoNot() {
        UUID id = house.designated();
        assertEquals(List.of("99-XX-99"), seenBy(house.mayorsWorker, id));
        assertEquals(List.of("99-XX-99"), seenBy(house.officer, id));
        assertEquals(List.of("99-XX-99"), seenBy(house.analyst, id));
        assertEquals(List.of("G24"), refused(() -> seenBy(house.neighboursWorker, id)));
        assertEquals(List.of("G24"), refused(() -> house.knelpunten.see(by(house.neighboursWorker), id)));
        assertEquals(
                List.of(),
                house.knelpunten
                        .list(by(house.neighboursWorker), Activity.KNELPUNT, null, 100)
                        .items());
        assertEquals(
                1,
                house.knelpunten
                        .list(by(house.mayorsWorker), Activity.KNELPUNT, null, 100)
                        .items()
                        .size());
        assertEquals(
                id,
                house.knelpunten.see(by(house.neighbouringMayor), id).knelpunt().id());
        assertEquals(List.of("G41"), refused(() -> seenBy(house.neighbouringMayor, id)));
    }

    // Sharing

    @Test
    void nothingIsSharedBeforeTheDesignation() {
        UUID id = house.proposed();
        assertEquals(
                List.of("G23", "G14"),
                refused(() -> house.knelpunten.share(by(house.officer), id, House.plateOf(UUID.randomUUID(), "x"))));
        assertEquals(List.of("G23"), refused(() -> seenBy(house.officer, id)));
    }

    @Test
    void aDatumAboutAStrangerIsNotShared() {
        UUID id = house.designated();
        List<Object> before = house.store.content();
        assertEquals(
                List.of("G14"), refused(() -> house.knelpunten.share(by(house.officer), id, House.plate("77-ZZ-77"))));
        assertEquals(before, house.store.content());
    }

    @Test
    void phaseTwoAndThreeOpenOneAfterTheOther() {
        UUID id = house.designated();
        NewDatum three = House.datum(suspect(id), null, DataCategory.POLICE_9_10, "onderzoek", 3);
        NewDatum two = House.datum(suspect(id), null, DataCategory.POLICE_8_13, "melding", 2);
        assertEquals(List.of("G12"), refused(() -> house.knelpunten.share(by(house.officer), id, two)));
        assertEquals(List.of("G13"), refused(() -> house.knelpunten.share(by(house.officer), id, three)));
        assertEquals(List.of("G13"), refused(() -> house.knelpunten.openPhase(by(house.policeMember), id, 3, "nodig")));
        assertEquals(List.of("G12"), refused(() -> house.knelpunten.openPhase(by(house.policeMember), id, 2, " ")));

        house.knelpunten.openPhase(by(house.policeMember), id, 2, "nodig");
        house.knelpunten.share(by(house.officer), id, two);
        assertEquals(List.of("G13"), refused(() -> house.knelpunten.share(by(house.officer), id, three)));
        house.knelpunten.openPhase(by(house.mayor), id, 3, "nodig");
        house.knelpunten.share(by(house.officer), id, three);
        assertEquals(List.of("99-XX-99", "melding", "onderzoek"), seenBy(house.mayorsWorker, id));
        assertEquals(3, knelpunt(id).phases().size());
    }

    @Test
    void aPhaseIsOpenedOnce() {
        UUID id = house.designated();
        house.knelpunten.openPhase(by(house.policeMember), id, 2, "nodig");
        house.knelpunten.openPhase(by(house.mayor), id, 2, "ook nodig");
        assertEquals(2, knelpunt(id).phases().size());
    }

    @Test
    void thereIsNoOtherPhase() {
        UUID id = house.designated();
        for (int phase : new int[] {-1, 0, 1, 4}) {
            assertEquals(
                    "phase",
                    assertThrows(
                                    InvalidException.class,
                                    () -> house.knelpunten.openPhase(by(house.mayor), id, phase, "nodig"))
                            .field());
        }
        NewDatum four = House.datum(suspect(id), null, DataCategory.VEHICLE, "x", 4);
        assertThrows(InvalidException.class, () -> house.knelpunten.share(by(house.officer), id, four));
    }

    @Test
    void pagingDoesNotTellOfKnelpuntenOfOthers() {
        house.designated();
        house.designated();
        assertEquals(
                new Page<>(List.of(), null),
                house.knelpunten.list(by(house.neighboursWorker), Activity.KNELPUNT, null, 1));
    }

    @Test
    void aPhaseIsOpenedByTheParticipantsInvolvedOnly() {
        UUID id = house.designated();
        assertEquals(
                List.of("G24"), refused(() -> house.knelpunten.openPhase(by(house.neighbouringMayor), id, 2, "nodig")));
        house.knelpunten.openPhase(by(house.mayor), id, 2, "nodig");
        assertTrue(knelpunt(id).isPhaseOpen(2));
    }

    @Test
    void dataComeInPages() {
        UUID id = house.designated();
        for (int i = 0; i < 4; i++) {
            house.knelpunten.share(by(house.officer), id, House.plateOf(suspect(id), "plate-" + i));
        }
        Page<ShownDatum> first = house.knelpunten.data(by(house.analyst), id, null, 3);
        Page<ShownDatum> second = house.knelpunten.data(by(house.analyst), id, first.next(), 3);
        assertEquals(
                List.of("99-XX-99", "plate-0", "plate-1", "plate-2", "plate-3"),
                Stream.of(first, second)
                        .flatMap(p -> p.items().stream())
                        .map(d -> d.datum().content())
                        .toList());
        assertNull(second.next());
    }

    @Test
    void withoutTheSuppliersModuleItsDataAreFrozenAndTheKnelpuntStaysReadable() {
        UUID id = house.designated();
        house.router.unbind(house.policePlugin);
        ShownDatum frozen = house.knelpunten
                .data(by(house.mayorsWorker), id, null, 100)
                .items()
                .get(0);
        assertNull(frozen.datum().content());
        assertEquals("G51", frozen.frozen().rule());
        assertEquals(
                "Kleine havens",
                house.knelpunten
                        .see(by(house.mayorsWorker), id)
                        .knelpunt()
                        .proposal()
                        .title());
        house.router.bind(house.policePlugin);
        assertEquals(List.of("99-XX-99"), seenBy(house.mayorsWorker, id));
    }

    @Test
    void whatMayNotBeShownIsNotThere() {
        UUID id = house.designated();
        house.store.transact(t -> {
            Datum datum = t.data().ofDossier(id).get(0);
            t.data().insert(Copy.with(Copy.with(datum, "id", UUID.randomUUID()), "category", DataCategory.SPECIAL));
            t.data().insert(Copy.with(Copy.with(datum, "id", UUID.randomUUID()), "phase", 2));
            return null;
        });
        assertEquals(List.of("99-XX-99"), seenBy(house.analyst, id));
    }

    // A year passes

    @Test
    void afterItsLastDayItIsOnlyReadEvaluatedAndClosed() {
        UUID id = house.planned();
        house.itBecomes(LAST_DAY);
        house.knelpunten.share(by(house.officer), id, House.plateOf(suspect(id), "88-YY-88"));
        house.itBecomes(LAST_DAY.plusDays(1));
        assertEquals(
                List.of("G21"),
                refused(() -> house.knelpunten.share(by(house.officer), id, House.plateOf(suspect(id), "77-ZZ-77"))));
        assertEquals(List.of("G21"), refused(() -> seenBy(house.officer, id)));
        assertEquals(List.of("99-XX-99", "88-YY-88"), seenBy(house.analyst, id));
        assertTrue(house.knelpunten.see(by(house.officer), id).expired());
        house.evaluates(id, Evaluation.Recommendation.PROLONG);
        assertEquals(
                List.of("G21"),
                refused(() -> house.knelpunten.vote(
                        by(house.mayor), id, Motion.Kind.PROLONG, Motion.Choice.FOR, "nog nodig")));
        house.reportsClosure(id);
        house.votes(id, Motion.Kind.CLOSE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals("CLOSED", house.knelpunten.close(by(house.mayor), id).state());
        assertFalse(house.knelpunten.see(by(house.officer), id).expired());
        assertEquals(List.of("STATE"), refused(() -> seenBy(house.officer, id)));
    }

    @Test
    void itIsProlongedByAYearThatFollowsWithoutAGap() {
        UUID id = house.evaluated();
        house.itBecomes(LocalDate.of(2027, 4, 1));
        house.votes(id, Motion.Kind.PROLONG, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.prolong(by(house.mayor), id);
        assertEquals(
                List.of(new Term(World.TODAY, LAST_DAY), new Term(LAST_DAY.plusDays(1), LAST_DAY.plusYears(1))),
                knelpunt(id).terms());
    }

    @Test
    void oneEvaluationProlongsOnce() {
        UUID id = house.evaluated();
        house.nearsItsEnd(id);
        house.votes(id, Motion.Kind.PROLONG, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.prolong(by(house.mayor), id);
        assertEquals(
                List.of("G19", "G22"),
                refused(() -> house.knelpunten.vote(
                        by(house.mayor), id, Motion.Kind.PROLONG, Motion.Choice.FOR, "nog een jaar")));
    }

    @Test
    void aYearIsNotProlongedTwiceAhead() {
        UUID id = house.evaluated();
        house.nearsItsEnd(id);
        house.votes(id, Motion.Kind.PROLONG, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.prolong(by(house.mayor), id);
        house.evaluates(id, Evaluation.Recommendation.PROLONG);
        assertEquals(
                List.of("G19", "G22"),
                refused(() -> house.knelpunten.vote(
                        by(house.mayor), id, Motion.Kind.PROLONG, Motion.Choice.FOR, "nog een jaar")),
                "the next year has to have begun");
    }

    /** Else one decision would let share for nearly two years. */
    @Test
    void aYearIsProlongedInItsLastNinetyDays() {
        UUID id = house.evaluated();
        house.votes(id, Motion.Kind.PROLONG, Motion.Choice.FOR, Motion.Choice.FOR);
        house.itBecomes(LAST_DAY.minusDays(91));
        InvalidException early =
                assertThrows(InvalidException.class, () -> house.knelpunten.prolong(by(house.mayor), id));
        assertEquals("term", early.field());
        assertTrue(early.getMessage().contains("2027-02-09"), early::getMessage);
        house.itBecomes(LAST_DAY.minusDays(90));
        house.knelpunten.prolong(by(house.mayor), id);
        assertEquals(2, knelpunt(id).terms().size());
    }

    @Test
    void aNewEvaluationAsksForNewVotes() {
        UUID id = house.evaluated();
        house.votes(id, Motion.Kind.PROLONG, Motion.Choice.FOR, Motion.Choice.FOR);
        house.evaluates(id, Evaluation.Recommendation.PROLONG);
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.prolong(by(house.mayor), id)));
    }

    @Test
    void withoutAnEvaluationItIsNotProlonged() {
        UUID id = house.designated();
        assertEquals(
                List.of("G19", "G22"),
                refused(() -> house.knelpunten.vote(
                        by(house.mayor), id, Motion.Kind.PROLONG, Motion.Choice.FOR, "nog nodig")));
    }

    @Test
    void aMajorityAgainstKeepsItUntilItsLastDay() {
        UUID id = house.evaluated();
        house.votes(id, Motion.Kind.PROLONG, Motion.Choice.AGAINST, Motion.Choice.AGAINST);
        Done done = house.knelpunten.prolong(by(house.mayor), id);
        assertEquals("DESIGNATED", done.state());
        assertEquals(1, knelpunt(id).terms().size());
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.prolong(by(house.mayor), id)), "it was decided");
    }

    @Test
    void aVoteAgainstClosingKeepsItOpen() {
        UUID id = house.designated();
        house.votes(id, Motion.Kind.CLOSE, Motion.Choice.AGAINST, Motion.Choice.ABSTAIN);
        assertEquals("DESIGNATED", house.knelpunten.close(by(house.mayor), id).state());
        assertTrue(knelpunt(id).openMotion(Motion.Kind.CLOSE).isEmpty());
    }
}
