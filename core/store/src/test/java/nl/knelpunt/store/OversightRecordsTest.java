package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.DAY;
import static nl.knelpunt.store.Samples.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.oversight.DutyDone;
import nl.knelpunt.engine.oversight.LegalDuty;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.Count;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.report.Shown;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.Information;
import nl.knelpunt.engine.rights.RightsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers of results, questions, duties and reports: what goes in comes out, and is found by what people look for. */
class OversightRecordsTest {

    private static final int MANY = 100;

    @TempDir
    Path data;

    private Installation installation;

    @BeforeEach
    void start() {
        installation = new Installation(data);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    private static Provision prepared(Recipient recipient) {
        return Provision.prepared(
                Samples.id(),
                Samples.id(),
                MOMENT,
                Samples.provision(Samples.id(), recipient).content());
    }

    private List<UUID> found(ProvisionFilter filter) {
        return installation.get(tx -> tx.provisions().search(filter, DAY, null, MANY)).stream()
                .map(Provision::id)
                .toList();
    }

    @Test
    void theRegisterOfProvisionsIsFiltered() {
        Recipient third = new Recipient.ThirdParty("Inspectie", false, Recipient.Interest.PUBLIC_TASK);
        Provision open = prepared(third);
        Provision gone = prepared(new Recipient.OtherRiec("RIEC"))
                .providedOn(MOMENT, DAY.minusYears(1).minusDays(1), null);
        installation.run(tx -> List.of(open, gone).forEach(tx.provisions()::insert));
        assertEquals(List.of(open.id(), gone.id()), found(ProvisionFilter.ALL));
        assertEquals(List.of(open.id()), found(ProvisionFilter.ALL.to(third.key())));
        assertEquals(
                List.of(open.id()),
                found(new ProvisionFilter(null, Recipient.Type.THIRD_PARTY, null, null, null, null, null, null)));
        assertEquals(
                List.of(gone.id()),
                found(new ProvisionFilter(null, null, null, ProvisionState.PROVIDED, null, null, null, null)));
        assertEquals(List.of(gone.id()), found(new ProvisionFilter(null, null, null, null, null, null, null, true)));
        assertEquals(List.of(open.id()), found(new ProvisionFilter(null, null, null, null, null, null, null, false)));
        assertEquals(
                List.of(), found(new ProvisionFilter(null, null, null, null, null, DAY.plusYears(200), null, null)));
        assertEquals(
                List.of(gone),
                installation.get(
                        tx -> tx.provisions().restingOn(gone.content().data().get(0))));
        assertEquals(
                List.of(gone.id()),
                installation.get(tx -> tx.provisions().feedbackDue(null, DAY, MANY)).stream()
                        .map(Provision::id)
                        .toList());
    }

    @Test
    void whoIsToAnswerIsFoundUntilTheyDid() {
        Provision asked = prepared(new Recipient.OtherRiec("RIEC"))
                .with(new Provision.Round(List.of("a", "b"), DAY, Samples.id(), MOMENT));
        installation.run(tx -> tx.provisions().insert(asked));
        assertEquals(List.of(asked), installation.get(tx -> tx.provisions().asking("a", MANY)));
        assertEquals(List.of(asked), installation.get(tx -> tx.provisions().inRound(MANY)));
        installation.run(
                tx -> tx.provisions().update(asked.with(new Provision.Answer("a", true, null, Samples.id(), MOMENT))));
        assertEquals(List.of(), installation.get(tx -> tx.provisions().asking("a", MANY)));
        assertEquals(
                1, installation.get(tx -> tx.provisions().asking("b", MANY)).size());
    }

    @Test
    void aQuestionKeepsEveryField() {
        RacRequest draft = RacRequest.draft(
                Samples.id(),
                MOMENT,
                new RacRequest.Content(RacAdvice.Matter.ONE_CHANGE, "t", "q?", List.of("DPIA 3")),
                Samples.id());
        RacRequest whole = draft.sentAt(MOMENT)
                .advisedBy(Samples.id())
                .with(new RacRequest.FollowUp(false, "spoed", List.of("RAC"), Samples.id(), MOMENT))
                .withdrawnAt(MOMENT);
        installation.run(tx -> {
            tx.racRequests().insert(draft);
            tx.racRequests().update(whole);
        });
        installation.restart();
        assertEquals(
                Optional.of(whole.nextVersion()),
                installation.get(tx -> tx.racRequests().find(draft.id())));
        assertEquals(
                1,
                installation
                        .get(tx -> tx.racRequests().list(RacRequestState.WITHDRAWN, null, MANY))
                        .size());
        assertEquals(List.of(), installation.get(tx -> tx.racRequests().list(RacRequestState.SENT, null, MANY)));
        assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.racRequests().update(draft)));
    }

    @Test
    void countsAddUpPerYear() {
        installation.run(tx -> {
            tx.reports().count(2026, Figure.PHASES_OPENED, "2", 1);
            tx.reports().count(2026, Figure.PHASES_OPENED, "2", 2);
            tx.reports().count(2026, Figure.CLOSED, "", 1);
            tx.reports().count(2027, Figure.CLOSED, "", 1);
        });
        installation.restart();
        assertEquals(
                List.of(new Count(Figure.CLOSED, "", 1), new Count(Figure.PHASES_OPENED, "2", 3)),
                installation.get(tx -> tx.reports().counts(2026)));
        AnnualReport report = new AnnualReport(
                2025,
                2,
                new AnnualReport.Texts("i", "e", "s", "v"),
                Shown.of(List.of(new Count(Figure.PHASES_OPENED, "2", 3)), 3),
                Samples.id(),
                MOMENT);
        installation.run(tx -> tx.reports().put(report));
        installation.run(tx -> tx.reports().put(report));
        assertEquals(Optional.of(report), installation.get(tx -> tx.reports().find(2025)));
        assertEquals(
                List.of(2027, 2026, 2025), installation.get(tx -> tx.reports().years()));
    }

    @Test
    void theLastTimeThatADutyWasDoneIsKnown() {
        DutyDone later =
                new DutyDone(Samples.id(), LegalDuty.AUDIT, DAY.plusYears(1), DAY, "r", true, Samples.id(), MOMENT);
        DutyDone earlier = new DutyDone(Samples.id(), LegalDuty.AUDIT, DAY, DAY, "r", false, Samples.id(), MOMENT);
        installation.run(tx -> List.of(later, earlier).forEach(tx.duties()::insert));
        assertEquals(Optional.of(later), installation.get(tx -> tx.duties().last(LegalDuty.AUDIT)));
        assertEquals(Optional.empty(), installation.get(tx -> tx.duties().last(LegalDuty.PUBLISH_AREA)));
    }

    @Test
    void onlyTheLastInformationIsToBeReviewed() {
        UUID knelpunt = Samples.id();
        Information first = information(knelpunt, Information.Exception.IMPOSSIBLE);
        Information last = information(knelpunt, Information.Exception.SECRECY);
        installation.run(tx -> List.of(first, last).forEach(tx.information()::insert));
        assertEquals(
                List.of(last, first), installation.get(tx -> tx.information().ofKnelpunt(knelpunt)));
        assertEquals(List.of(last), installation.get(tx -> tx.information().toBeReviewed(DAY, MANY)));
        assertEquals(List.of(), installation.get(tx -> tx.information().toBeReviewed(DAY.minusDays(1), MANY)));
    }

    private static Information information(UUID knelpunt, Information.Exception exception) {
        return new Information(
                Samples.id(),
                knelpunt,
                null,
                null,
                exception,
                RightsRequest.Restriction.SUPERVISION,
                "a",
                "r",
                DAY,
                Samples.id(),
                MOMENT);
    }
}
