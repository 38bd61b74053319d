package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.guard.Rule;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.oversight.LogReader;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.oversight.PolicyChange;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What oversight does: changing the policy after the RAC was involved, keeping its advices, reading the log for its purposes. */
class OversightTest {

    private final House house = new House();
    private final Policies policies =
            new PolicyUseCases(house.gate, house.store, () -> house.now, new RulesInForce(house.router));
    private final Advices advices = new AdviceUseCases(house.gate);
    private final LogReader log = new LogUseCases(house.gate);
    private final Account admin = house.appoint("ad", House.MUNICIPALITY, null, Role.ADMIN);
    private final Account member = house.appoint("rachel", House.MUNICIPALITY, null, Role.RAC_MEMBER);
    private final Account privacyOfficer = house.appoint("pia", House.POLICE, null, Role.PRIVACY_OFFICER);

    private static Advices.NewAdvice newAdvice(String reference, String about, LocalDate date, boolean positive) {
        return new Advices.NewAdvice(
                reference,
                about,
                date,
                positive ? RacAdvice.Outcome.POSITIVE : RacAdvice.Outcome.NEGATIVE,
                null,
                null,
                null);
    }

    private UUID advice(boolean positive) {
        return advices.register(
                        by(member), newAdvice("RAC 2026-3", "drie herkenningen", LocalDate.of(2026, 5, 1), positive))
                .id();
    }

    private static Policies.Wanted wanted(UnaryOperator<Policies.Values> change, UUID advice) {
        return new Policies.Wanted(change, advice, null, List.of());
    }

    private static Policies.Values recognitions(Policies.Values now, int recognitions) {
        return new Policies.Values(
                now.quorum(),
                now.majority(),
                now.draftDays(),
                recognitions,
                now.fiod(),
                now.automatedAnalysisDecree(),
                now.switchedOff());
    }

    private static List<String> fields(Executable act) {
        return assertThrows(RefusedException.class, act).findings().stream()
                .map(Finding::field)
                .toList();
    }

    // Accounts

    @Test
    void beforeSecrecyIsAcknowledgedNothingCanBeProcessed() {
        UUID signal = house.draft();
        Account fresh = house.keep(Copy.with(house.officer, "secrecyAcknowledged", null));
        assertEquals(List.of("G49"), refused(() -> house.signals.see(by(fresh), signal)));
        assertEquals(List.of("secrecy"), fields(() -> house.signals.list(by(fresh), null, 10)));
        house.keep(fresh.acknowledgedAt(house.now));
        house.signals.see(by(fresh), signal);
    }

    @Test
    void aWithdrawnAppointmentAllowsNothingAnyMoreAndLeavesTheWorkThatWasDone() {
        UUID signal = house.reported();
        Account gone = house.keep(house.officer.withdrawn());
        for (Executable act : List.<Executable>of(
                () -> house.signals.see(by(gone), signal),
                () -> house.signals.list(by(gone), null, 10),
                () -> house.signals.withdraw(by(gone), signal),
                () -> house.deliver(gone, "a 99-XX-99"))) {
            assertEquals(List.of("G41"), refused(act));
        }
        Account colleague = house.appoint("olaf", House.POLICE, Organ.POLITIE, Role.WORKER);
        assertEquals(signal, house.signals.see(by(colleague), signal).signal().id());
    }

    @Test
    void whoseParticipantIsNoneAnyMoreSuppliesNothing() {
        UUID signal = house.draft();
        Participant party = new Participant(
                House.POLICE.id(), House.POLICE.name(), House.POLICE.kind(), Set.of(), House.POLICE.municipality());
        house.region = new Region(
                house.region.id(),
                house.region.name(),
                house.region.municipalities(),
                List.of(party, House.MUNICIPALITY, House.NEIGHBOUR));
        assertTrue(
                refused(() -> house.signals.report(by(house.officer), signal)).contains("G01"));
        assertEquals(List.of("G02"), refused(() -> house.signals.see(by(house.officer), signal)));
    }

    // Policy

    @Test
    void aPolicyIsChangedAfterTheCommitteeWasInvolvedAndHoldsFromTheNextAct() {
        UUID signal = house.recognised();
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        UUID positive = advice(true);

        assertEquals(
                2,
                policies.change(by(admin), wanted(v -> recognitions(v, 2), positive))
                        .version());

        assertEquals(2, policies.current().recognitions());
        assertEquals(Policy.DEFAULT.quorum(), policies.current().quorum(), "the rest is as it was");
        assertTrue(policies.rules().version().endsWith("/2"));
        PolicyChange change = policies.changes().get(0);
        assertEquals(positive, change.advice());
        assertEquals(admin.id().toString(), change.actor());
        assertEquals(house.now, change.at());
        LogRecord last = house.store.log().get(house.store.log().size() - 1);
        assertEquals("CHANGE_POLICY", last.act());
        assertEquals(positive, last.object());
    }

    @Test
    void withoutAnAdviceNothingChanges() {
        for (UUID none : new UUID[] {null, UUID.randomUUID()}) {
            Executable change = () -> policies.change(by(admin), wanted(v -> recognitions(v, 2), none));
            assertEquals(List.of("G47"), refused(change));
            assertEquals(List.of("advice"), fields(change));
        }
        assertEquals(Policy.DEFAULT, policies.current());
        assertEquals(List.of(), policies.changes());
    }

    @Test
    void whoDeviatesFromTheAdviceSaysWhyAndReportsIt() {
        UUID negative = advice(false);
        assertEquals(
                List.of("deviation"),
                fields(() -> policies.change(by(admin), wanted(v -> recognitions(v, 2), negative))));
        assertEquals(
                List.of("reportedTo"),
                fields(() -> policies.change(
                        by(admin), new Policies.Wanted(v -> recognitions(v, 2), negative, "omdat", List.of("RAC")))));
        policies.change(
                by(admin),
                new Policies.Wanted(v -> recognitions(v, 2), negative, "omdat", List.of("RAC", "COORDINATING_FG")));
        assertEquals("omdat", policies.changes().get(0).deviation());
        assertEquals(
                List.of("RAC", "COORDINATING_FG"), policies.changes().get(0).reportedTo());
    }

    @Test
    void earlierVersionsAreKept() {
        UUID positive = advice(true);
        policies.change(by(admin), wanted(v -> recognitions(v, 2), positive));
        policies.change(by(admin), wanted(v -> recognitions(v, 3), advice(true)));
        assertEquals(
                List.of(3, 2),
                policies.changes().stream().map(c -> c.policy().recognitions()).toList());
        assertEquals(3, policies.current().version());
        assertEquals(
                List.of("G47"),
                refused(() -> policies.change(by(admin), wanted(v -> recognitions(v, 4), positive))),
                "an advice is about one change");
    }

    @Test
    void whoSawAnOlderVersionOverwritesNothing() {
        UUID positive = advice(true);
        policies.change(by(admin), wanted(v -> recognitions(v, 2), positive));
        UUID next = advice(true);
        Call seen = new Call(new Caller.Person(admin.id()), UUID.randomUUID(), "192.0.2.7", null, 1L);
        assertEquals(
                2,
                assertThrows(StaleException.class, () -> policies.change(seen, wanted(v -> recognitions(v, 5), next)))
                        .current());
        assertEquals(2, policies.current().recognitions());
    }

    @Test
    void aValueOutOfItsRangeIsNamed() {
        UUID positive = advice(true);
        Policies.Values now = Policies.Values.of(Policy.DEFAULT);
        for (Policies.Values wrong : List.of(
                new Policies.Values(1.0, 0.5, 30, 1, Policy.Fiod.OTHER, null, Set.of()),
                new Policies.Values(Double.NaN, 0.5, 30, 1, Policy.Fiod.OTHER, null, Set.of()),
                new Policies.Values(null, 0.5, 30, 1, Policy.Fiod.OTHER, null, Set.of()))) {
            assertEquals("quorum", invalid(wrong, positive));
        }
        assertEquals("majority", invalid(new Policies.Values(0.5, -0.1, 30, 1, now.fiod(), null, null), positive));
        assertEquals("draftDays", invalid(new Policies.Values(0.5, 0.5, 366, 1, now.fiod(), null, null), positive));
        assertEquals("draftDays", invalid(new Policies.Values(0.5, 0.5, 0, 1, now.fiod(), null, null), positive));
        assertEquals("recognitions", invalid(recognitions(now, 12), positive));
        assertEquals("fiod", invalid(new Policies.Values(0.5, 0.5, 30, 1, null, null, null), positive));
        for (String noStaatsblad :
                List.of("x".repeat(201), "een AMvB", "Stb. 2030", "Stb. 2030, 1 van Jan", "999990019")) {
            assertEquals(
                    "automatedAnalysisDecree",
                    invalid(new Policies.Values(0.5, 0.5, 30, 1, now.fiod(), noStaatsblad, null), positive));
        }
        assertEquals(
                "switchedOff",
                invalid(new Policies.Values(0.5, 0.5, 30, 1, now.fiod(), null, Set.of("G01")), positive));
        assertEquals(List.of(), policies.changes());
    }

    private String invalid(Policies.Values wrong, UUID advice) {
        return assertThrows(InvalidException.class, () -> policies.change(by(admin), wanted(v -> wrong, advice)))
                .field();
    }

    @Test
    void recognitionHelpRestsOnTheAdviceByWhichItCameOn() {
        assertFalse(policies.current().help().isOn());
        policies.change(by(admin), wanted(v -> helping(v, true, 10), advice(true)));
        String reference = policies.current().help().reference();
        assertNotNull(reference);

        policies.change(by(admin), wanted(v -> helping(v, true, 20), advice(true)));
        assertEquals(reference, policies.current().help().reference(), "another change leaves it as it is");
        assertEquals(20, policies.current().help().perPerson());

        policies.change(by(admin), wanted(v -> helping(v, false, 20), advice(true)));
        assertFalse(policies.current().help().isOn());
        assertEquals(
                "recognitionHelp.perPerson",
                invalid(helping(Policies.Values.of(policies.current()), true, 0), advice(true)));
    }

    private static Policies.Values helping(Policies.Values now, boolean on, int perPerson) {
        return new Policies.Values(
                now.quorum(),
                now.majority(),
                now.draftDays(),
                now.recognitions(),
                now.fiod(),
                now.automatedAnalysisDecree(),
                now.switchedOff(),
                now.periods(),
                now.limits(),
                now.steering(),
                new Policies.HelpValues(on, perPerson, 50, 90, 30));
    }

    @Test
    void aRuleThatIsSwitchedOffDoesNotSpeak() {
        policies.change(
                by(admin),
                wanted(v -> new Policies.Values(0.5, 0.5, 30, 1, Policy.Fiod.OTHER, " ", Set.of("G22")), advice(true)));
        assertNull(policies.current().automatedAnalysisDecree(), "a blank decree is none");
        assertTrue(policies.rules().rules().stream().map(Rule::id).noneMatch("G22"::equals));
    }

    @Test
    void onlyTheAdminChangesThePolicy() {
        UUID positive = advice(true);
        for (Account other : List.of(member, privacyOfficer, house.director, house.officer)) {
            assertEquals(
                    List.of("G41"),
                    refused(() -> policies.change(by(other), wanted(v -> recognitions(v, 2), positive))));
        }
    }

    // Advices

    @Test
    void advicesAreKeptByMembersOfTheCommitteeAndReadByOversight() {
        UUID first = advice(true);
        UUID second = advice(false);
        for (Account reader : List.of(member, privacyOfficer, admin, house.director)) {
            assertEquals(
                    List.of(first, second),
                    advices.list(by(reader), null, 10).items().stream()
                            .map(RacAdvice::id)
                            .toList());
        }
        assertEquals(first, advices.list(by(member), null, 1).next());
        assertEquals(second, advices.list(by(member), first, 1).items().get(0).id());
        assertEquals(List.of("G41"), refused(() -> advices.list(by(house.officer), null, 10)));
        RacAdvice kept = advices.list(by(member), null, 1).items().get(0);
        assertEquals(
                new RacAdvice(
                        first,
                        "RAC 2026-3",
                        "drie herkenningen",
                        LocalDate.of(2026, 5, 1),
                        RacAdvice.Outcome.POSITIVE,
                        null,
                        null,
                        RacAdvice.Matter.ONE_CHANGE,
                        null,
                        null,
                        member.id(),
                        house.now),
                kept);
    }

    @Test
    void nobodyElseRegistersAnAdvice() {
        for (Account other : List.of(admin, privacyOfficer, house.director)) {
            assertEquals(
                    List.of("G41"),
                    refused(() -> advices.register(by(other), newAdvice("1", "x", LocalDate.of(2026, 5, 1), true))));
        }
    }

    @Test
    void anAdviceSaysWhatWhenAndByWhichNumber() {
        LocalDate today = LocalDate.of(2026, 5, 11);
        house.itBecomes(today);
        for (Advices.NewAdvice wrong : List.of(
                newAdvice(null, "x", today, true),
                newAdvice("1", null, today, true),
                newAdvice("1", "x", null, true),
                newAdvice("1", "x", today.plusDays(1), true),
                newAdvice("1".repeat(201), "x", today, true))) {
            assertThrows(InvalidException.class, () -> advices.register(by(member), wrong));
        }
        assertEquals(List.of(), advices.list(by(member), null, 10).items());
    }

    // Reading the log

    private List<LogRecord> read(LogFilter filter) {
        return log
                .read(by(privacyOfficer), LogPurpose.LAWFULNESS, "steekproef", filter, 0, LogReader.MOST)
                .records()
                .stream()
                .map(LogReader.Line::entry)
                .toList();
    }

    @Test
    void theLogIsReadForItsPurposesOnly() {
        for (Account reader : List.of(privacyOfficer, member, admin)) {
            log.read(by(reader), LogPurpose.SECURITY, "melding 12", LogFilter.ALL, 0, 1);
        }
        Executable without = () -> log.read(by(privacyOfficer), null, " ", LogFilter.ALL, 0, 1);
        assertEquals(List.of("G44"), refused(without));
        assertEquals(List.of("purpose", "reason"), fields(without));
        assertEquals(
                List.of("G41"),
                refused(() -> log.read(by(house.director), LogPurpose.LAWFULNESS, "x", LogFilter.ALL, 0, 1)));
    }

    @Test
    void lookingIsLoggedWithItsPurpose() {
        log.read(by(privacyOfficer), LogPurpose.PROCEEDINGS, "zaak 26/118", LogFilter.ALL, 0, 1);
        List<LogReader.Line> lines = log.read(
                        by(admin),
                        LogPurpose.INTERNAL_CHECK,
                        "wie keek er",
                        new LogFilter(null, null, "READ_LOG", null, null, null, null, null, null),
                        0,
                        10)
                .records();
        assertEquals(1, lines.size(), "its own record comes after it");
        assertEquals(privacyOfficer.id().toString(), lines.get(0).entry().actor());
        assertEquals(LogPurpose.PROCEEDINGS, lines.get(0).reading().purpose());
        assertEquals("zaak 26/118", lines.get(0).reading().reason());
    }

    @Test
    void theLogIsSearchedByWhatARecordSays() {
        UUID signal = house.reported();
        refused(() -> house.signals.report(by(house.officer), signal));
        UUID subject = house.store.subjectsOf(signal).get(0).pseudonym();
        house.passes(Duration.ofDays(1));
        house.signals.see(by(house.officer), signal);
        String officer = house.officer.id().toString();

        assertEquals(house.store.log().size(), read(LogFilter.ALL).size());
        assertTrue(read(new LogFilter(officer, null, null, null, null, null, null, null, null)).stream()
                .allMatch(r -> r.actor().equals(officer)));
        assertEquals(
                List.of("REPORT_SIGNAL", "REPORT_SIGNAL"),
                acts(new LogFilter(officer, House.POLICE.id(), "REPORT_SIGNAL", signal, null, null, null, null, null)));
        assertEquals(
                List.of("ADD_DRAFT_DATUM", "REPORT_SIGNAL", "SEE_SIGNAL"),
                acts(new LogFilter(null, null, null, null, subject, null, null, null, null)));
        assertEquals(
                List.of("REPORT_SIGNAL"),
                acts(new LogFilter(null, null, null, null, null, LogRecord.Result.REFUSED, "STATE", null, null)));
        assertEquals(
                List.of("SEE_SIGNAL"),
                acts(new LogFilter(officer, null, null, null, null, null, null, house.now, null)));
        assertEquals(
                3,
                read(new LogFilter(officer, null, null, null, subject, null, null, null, house.now))
                                .size()
                        + acts(new LogFilter(officer, null, null, null, subject, null, null, house.now, null))
                                .size());
    }

    private List<String> acts(LogFilter filter) {
        return read(filter).stream().map(LogRecord::act).toList();
    }

    @Test
    void theLogIsReadPartByPart() {
        house.reported();
        LogReader.Part first = log.read(by(privacyOfficer), LogPurpose.LAWFULNESS, "x", LogFilter.ALL, 0, 2);
        assertEquals(List.of(1L, 2L), sequences(first));
        assertEquals(2L, first.next());
        LogReader.Part rest = log.read(by(privacyOfficer), LogPurpose.LAWFULNESS, "x", LogFilter.ALL, 2, 1000);
        assertEquals(3L, sequences(rest).get(0));
        assertNull(rest.next());
        assertThrows(
                InvalidException.class,
                () -> log.read(by(privacyOfficer), LogPurpose.LAWFULNESS, "x", LogFilter.ALL, -1, 1));
        assertThrows(
                InvalidException.class,
                () -> log.read(by(privacyOfficer), LogPurpose.LAWFULNESS, "x", LogFilter.ALL, 0, 1001));
    }

    private static List<Long> sequences(LogReader.Part part) {
        return part.records().stream().map(l -> l.entry().sequence()).toList();
    }
}
