package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.steering.Mandates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is issued has its number, names nobody and never changes. */
class DocumentsTest {

    private final House house = new House();

    private UUID issue(UUID knelpunt, Document.Kind kind) {
        return house.documents.issue(by(house.director), knelpunt, kind).id();
    }

    private Document document(UUID knelpunt, UUID id) {
        return house.documents
                .see(by(house.mayor), knelpunt, id, Document.Format.PDF)
                .orElseThrow()
                .document();
    }

    private String html(UUID knelpunt, UUID id) {
        return new String(
                house.documents
                        .see(by(house.mayor), knelpunt, id, Document.Format.HTML)
                        .orElseThrow()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    private String preview(Account account, UUID knelpunt) {
        return new String(
                house.documents.preview(by(account), knelpunt, Document.Kind.PROPOSAL, Document.Format.HTML),
                StandardCharsets.UTF_8);
    }

    private static String invalid(Executable act) {
        return assertThrows(InvalidException.class, act).field();
    }

    @Test
    void aDecisionSaysWhatWasDecidedByWhomAndWhy() {
        UUID knelpunt = house.designated();
        String decision = html(knelpunt, issue(knelpunt, Document.Kind.DESIGNATION));
        assertTrue(decision.startsWith("NH-2026-HK-001-B1\naanwijzingsbesluit handhavingsknelpunt"), decision);
        assertTrue(decision.contains(House.POLICE.name() + " | voor | het eigen lid | nodig"), decision);
        assertTrue(decision.contains(World.GROUNDS.necessity()), decision);
        assertTrue(decision.contains("Termijn: "), decision);
    }

    @Test
    void numbersGoOnWithoutGapsPerDossierAndPerYear() {
        UUID first = house.planned();
        UUID second = house.designated();
        assertEquals(
                "NH-2026-HK-001-B1",
                document(first, issue(first, Document.Kind.DESIGNATION)).number());
        assertEquals(
                "NH-2026-HK-002-B1",
                document(second, issue(second, Document.Kind.DESIGNATION)).number());
        assertEquals(
                "NH-2026-HK-001-P1",
                document(first, issue(first, Document.Kind.PLAN)).number());
        assertEquals(
                "NH-2026-HK-001-P2",
                document(first, issue(first, Document.Kind.PLAN)).number());
        house.evaluates(first, Evaluation.Recommendation.PROLONG);
        assertEquals(
                "NH-2026-HK-001-E1",
                document(first, issue(first, Document.Kind.EVALUATION)).number());
        house.itBecomes(LocalDate.of(2027, 1, 2));
        UUID next = house.submitted();
        house.votes(next, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, Motion.Choice.AGAINST);
        house.knelpunten.designate(by(house.mayor), next);
        assertEquals(
                "NH-2027-HK-001-B1",
                document(next, issue(next, Document.Kind.REJECTION)).number());
        assertEquals(
                "NH-2026-HK-001-P3",
                document(first, issue(first, Document.Kind.PLAN)).number(),
                "a dossier keeps its name");
    }

    @Test
    void aDecisionIsIssuedOnce() {
        UUID knelpunt = house.designated();
        issue(knelpunt, Document.Kind.DESIGNATION);
        assertEquals("kind", invalid(() -> issue(knelpunt, Document.Kind.DESIGNATION)));
        assertEquals("kind", invalid(() -> issue(knelpunt, Document.Kind.PROLONGATION)), "there is none");
        assertEquals("kind", invalid(() -> issue(knelpunt, Document.Kind.PROPOSAL)));
    }

    @Test
    void aRepeatUnderTheSameKeyGivesTheSameDocument() {
        UUID knelpunt = house.designated();
        Call call = new Call(new Caller.Person(house.director.id()), UUID.randomUUID(), "192.0.2.7", "k-1", null);
        UUID first =
                house.documents.issue(call, knelpunt, Document.Kind.DESIGNATION).id();
        assertEquals(
                first,
                house.documents.issue(call, knelpunt, Document.Kind.DESIGNATION).id());
        assertEquals("kind", invalid(() -> issue(knelpunt, Document.Kind.DESIGNATION)));
    }

    @Test
    void eachProlongationIsWrittenOutAsItWasDecided() {
        UUID knelpunt = house.designated();
        LocalDate ends =
                house.store.knelpunt(knelpunt).wholeTerm().orElseThrow().last();
        house.evaluatedAndProlonged(knelpunt);
        house.evaluatedAndProlonged(knelpunt);
        house.evaluates(knelpunt, Evaluation.Recommendation.PROLONG);
        String first = html(knelpunt, issue(knelpunt, Document.Kind.PROLONGATION));
        String second = html(knelpunt, issue(knelpunt, Document.Kind.PROLONGATION));
        assertTrue(first.contains(" tot en met " + Writer.day(ends.plusYears(1))), first);
        assertTrue(second.contains(" tot en met " + Writer.day(ends.plusYears(2))), second);
        assertEquals("kind", invalid(() -> issue(knelpunt, Document.Kind.PROLONGATION)));
        String designation = html(knelpunt, issue(knelpunt, Document.Kind.DESIGNATION));
        assertTrue(designation.contains(" tot en met " + Writer.day(ends)), designation);
    }

    @Test
    void whatWasRejectedLaterIsNotPrintedAsTheDecision() {
        UUID knelpunt = house.designated();
        house.evaluatedAndProlonged(knelpunt);
        house.nearsItsEnd(knelpunt);
        house.evaluates(knelpunt, Evaluation.Recommendation.PROLONG);
        house.votes(knelpunt, Motion.Kind.PROLONG, Motion.Choice.AGAINST, Motion.Choice.AGAINST);
        house.knelpunten.prolong(by(house.mayor), knelpunt);
        String prolongation = html(knelpunt, issue(knelpunt, Document.Kind.PROLONGATION));
        assertTrue(prolongation.contains("2 voor, 0 tegen"), prolongation);
    }

    @Test
    void aPlanIsOfTheDayOnWhichItIsIssued() {
        UUID knelpunt = house.planned();
        house.passes(java.time.Duration.ofDays(40));
        String plan = html(knelpunt, issue(knelpunt, Document.Kind.PLAN));
        assertTrue(plan.contains("Stand van: " + Writer.day(World.TODAY.plusDays(40))), plan);
    }

    @Test
    void theLogSaysWhichDocumentWasRead() {
        UUID knelpunt = house.designated();
        UUID document = issue(knelpunt, Document.Kind.DESIGNATION);
        html(knelpunt, document);
        assertEquals(
                List.of(document),
                house.store.log().get(house.store.log().size() - 1).data());
    }

    @Test
    void whatIsIssuedIsGivenOutAsItWasAlsoWhenTheKnelpuntChanges() {
        UUID knelpunt = house.planned();
        UUID plan = issue(knelpunt, Document.Kind.PLAN);
        byte[] before = house.documents
                .see(by(house.director), knelpunt, plan, Document.Format.PDF)
                .orElseThrow()
                .bytes();
        house.plans.write(by(house.director), knelpunt, new ActionPlan("iets anders", true, "signalen"));
        byte[] after = house.documents
                .see(by(house.director), knelpunt, plan, Document.Format.PDF)
                .orElseThrow()
                .bytes();
        assertArrayEquals(before, after);
        assertEquals(
                OutsideUseCases.digest(after), document(knelpunt, plan).pdf().sha256());
        assertEquals(after.length, document(knelpunt, plan).pdf().size());
    }

    @Test
    void whatChangesWhileItIsPrintedIsPrintedAnew() {
        UUID knelpunt = house.planned();
        AtomicInteger printed = new AtomicInteger();
        house.press.meanwhile = () -> {
            if (printed.getAndIncrement() == 0) {
                house.plans.write(
                        by(house.director), knelpunt, new ActionPlan("op het laatste moment", true, "signalen"));
            }
        };
        UUID plan = issue(knelpunt, Document.Kind.PLAN);
        assertEquals(2, printed.get());
        assertTrue(html(knelpunt, plan).contains("op het laatste moment"));
        assertEquals("NH-2026-HK-001-P1", document(knelpunt, plan).number(), "no number was lost");
    }

    @Test
    void anIssuedDocumentNamesNobodyAndCarriesTheEarliestLastDayOfWhomItMeans() {
        UUID knelpunt = house.planned();
        Datum datum = house.store.dataOf(knelpunt).get(0);
        house.plans.write(
                by(house.director),
                knelpunt,
                new ActionPlan("het busje {datum:" + datum.id() + "} van de weg", true, "signalen"));
        UUID plan = issue(knelpunt, Document.Kind.PLAN);
        String html = html(knelpunt, plan);
        assertFalse(html.contains(datum.content()), html);
        assertTrue(html.contains("het busje gegeven [1] van de weg"), html);
        assertTrue(html.contains("[1] gegeven " + datum.id()), html);
        assertEquals(datum.destroyBy(), document(knelpunt, plan).destroyBy());
    }

    @Test
    void aProposalIsReadBeforeTheDecisionAsADraft() {
        UUID knelpunt = house.submitted();
        String proposal = preview(house.policeMember, knelpunt);
        assertTrue(proposal.startsWith("CONCEPT\nvoorstel handhavingsknelpunt"), proposal);
        assertTrue(proposal.contains("Afbakening"), proposal);
        assertEquals(
                List.of(),
                house.documents.list(by(house.mayor), knelpunt, null, 10).items(),
                "nothing is kept of it");
        assertEquals(
                "kind",
                invalid(() -> house.documents.preview(
                        by(house.mayor), knelpunt, Document.Kind.DESIGNATION, Document.Format.HTML)));
    }

    @Test
    void issuingIsForTheBureauAndReadingForWhoMaySeeTheKnelpunt() {
        UUID knelpunt = house.designated();
        assertEquals(
                List.of("G41"),
                refused(() -> house.documents.issue(by(house.mayor), knelpunt, Document.Kind.DESIGNATION)));
        UUID document = issue(knelpunt, Document.Kind.DESIGNATION);
        Executable strangersLook =
                () -> house.documents.see(by(house.neighboursWorker), knelpunt, document, Document.Format.PDF);
        Executable strangersPreview = () -> preview(house.neighboursWorker, knelpunt);
        assertEquals(List.of("G24"), refused(strangersLook));
        assertEquals(List.of("G24"), refused(strangersPreview));
        assertEquals(
                Optional.empty(),
                house.documents.see(by(house.mayor), knelpunt, UUID.randomUUID(), Document.Format.PDF));
        assertEquals(
                Optional.empty(),
                house.documents.see(by(house.mayor), house.designated(), document, Document.Format.PDF),
                "of another knelpunt");
        assertTrue(house.store.log().stream()
                .anyMatch(r -> r.act().equals(Act.ISSUE_DOCUMENT.name()) && knelpunt.equals(r.object())));
        assertNull(document(knelpunt, document).destroyBy());
    }

    @Test
    void aVoteUnderAMandateStandsInTheDecisionWithItsPaper() {
        UUID knelpunt = house.submitted();
        house.mandates.register(
                by(house.policeMember),
                new Mandates.NewMandate(
                        House.POLICE.id(),
                        house.mayor.id(),
                        Set.of(Act.VOTE_DESIGNATION),
                        World.TODAY,
                        World.TODAY.plusDays(3),
                        "P-2026-9"));
        house.knelpunten.vote(
                House.call(new Caller.Mandated(house.mayor.id(), House.POLICE.id())),
                knelpunt,
                Motion.Kind.DESIGNATE,
                Motion.Choice.FOR,
                "afgesproken");
        house.knelpunten.vote(by(house.mayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        house.knelpunten.designate(by(house.mayor), knelpunt);
        String decision = html(knelpunt, issue(knelpunt, Document.Kind.DESIGNATION));
        assertTrue(decision.contains("gemandateerde, P-2026-9"), decision);
    }

    @Test
    void anEvaluationTellsOfEachGoalHowFarItWasReachedAndWhatWasMeasured() {
        UUID knelpunt = house.planned();
        Goal goal = house.store.knelpunt(knelpunt).proposal().goals().get(0);
        UUID intervention = house.proposedIntervention(knelpunt);
        house.knelpunten.evaluate(
                by(house.director),
                knelpunt,
                new Knelpunten.NewEvaluation(
                        false,
                        "minder laden",
                        Evaluation.Recommendation.CLOSE,
                        null,
                        new Evaluation.Answers(
                                List.of(new Evaluation.GoalResult(
                                        goal.id(),
                                        Evaluation.Outcome.PARTLY,
                                        "van acht naar drie",
                                        List.of(new Evaluation.Measured(
                                                goal.indicators().get(0).id(), 3.5)))),
                                List.of(new Evaluation.Effect(intervention, "het licht schrikt af")),
                                "naar de jachthaven",
                                null,
                                "gewone controles")));
        String evaluation = html(knelpunt, issue(knelpunt, Document.Kind.EVALUATION));
        for (String said : List.of(
                goal.text(),
                "deels",
                goal.indicators().get(0).name() + ": 3,5",
                "van acht naar drie",
                "het licht schrikt af",
                "naar de jachthaven",
                "gewone controles")) {
            assertTrue(evaluation.contains(said), said + " in " + evaluation);
        }
        assertFalse(evaluation.contains("Neveneffecten"), evaluation);
    }
}
