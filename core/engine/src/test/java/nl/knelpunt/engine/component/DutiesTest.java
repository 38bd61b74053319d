package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.LegalDuties;
import nl.knelpunt.engine.oversight.LegalDuty;
import nl.knelpunt.engine.rights.Information;
import nl.knelpunt.engine.rights.InformationRegister.NewInformation;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.task.Task;
import org.junit.jupiter.api.Test;

/** The calendar of the law's duties, and who was informed (AVG 14). */
class DutiesTest {

    private final House house = new House();
    private final DutyUseCases duties = new DutyUseCases(house.gate);
    private final InformationUseCases information = new InformationUseCases(house.gate);
    private final Account privacyOfficer = house.appoint("pia", House.POLICE, null, Role.PRIVACY_OFFICER);
    private final Account admin = house.appoint("ad", House.MUNICIPALITY, null, Role.ADMIN);

    private LegalDuties.Entry entry(LegalDuty duty) {
        return duties.see(by(privacyOfficer)).entries().stream()
                .filter(e -> e.duty() == duty)
                .findFirst()
                .orElseThrow();
    }

    private List<LegalDuty> waiting(Account account) {
        return house.tasks(account).stream()
                .filter(t -> t.act() == Act.FULFIL_DUTY)
                .map(t -> List.of(LegalDuty.values()).stream()
                        .filter(d -> d.what().equals(t.what()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    // Bgs 1.18: two years after 1 March 2025, then every four years.

    @Test
    void theAuditIsDueOnItsSetDays() {
        LocalDate due = LocalDate.of(2027, 3, 1);
        assertEquals(due, entry(LegalDuty.AUDIT).next());
        house.itBecomes(due.minusDays(61));
        assertFalse(waiting(privacyOfficer).contains(LegalDuty.AUDIT));
        house.itBecomes(due.minusDays(60));
        assertTrue(waiting(privacyOfficer).contains(LegalDuty.AUDIT));
        assertFalse(waiting(admin).contains(LegalDuty.AUDIT), "not the administrator's");
        duties.fulfil(by(privacyOfficer), LegalDuty.AUDIT, due.minusDays(60), "rapport 7", false);
        assertEquals(LocalDate.of(2031, 3, 1), entry(LegalDuty.AUDIT).next());
        assertNull(entry(LegalDuty.AUDIT_RECHECK).next());
    }

    @Test
    void whatFailedInAnAuditIsCheckedAgainWithinAYear() {
        house.itBecomes(LocalDate.of(2027, 2, 1));
        duties.fulfil(by(privacyOfficer), LegalDuty.AUDIT, LocalDate.of(2027, 1, 15), "rapport 7", true);
        assertEquals(LocalDate.of(2028, 1, 15), entry(LegalDuty.AUDIT_RECHECK).next());
        house.itBecomes(LocalDate.of(2028, 1, 16));
        assertTrue(entry(LegalDuty.AUDIT_RECHECK).overdue());
        duties.fulfil(by(privacyOfficer), LegalDuty.AUDIT_RECHECK, LocalDate.of(2028, 1, 16), "rapport 8", false);
        assertNull(entry(LegalDuty.AUDIT_RECHECK).next());
    }

    @Test
    void aDutyIsDoneOnADayThatHasBeenAndShown() {
        assertThrows(
                InvalidException.class,
                () -> duties.fulfil(
                        by(admin), LegalDuty.PUBLISH_AREA, World.TODAY.plusDays(1), "https://riec.example", false));
        assertThrows(
                InvalidException.class,
                () -> duties.fulfil(by(admin), LegalDuty.PUBLISH_AREA, World.TODAY, " ", false));
        assertThrows(
                InvalidException.class,
                () -> duties.fulfil(by(admin), LegalDuty.PUBLISH_AREA, World.TODAY, "kaart", true));
        assertEquals(
                List.of("G41"),
                refused(() -> duties.fulfil(by(house.director), LegalDuty.PUBLISH_AREA, World.TODAY, "kaart", false)));
        duties.fulfil(by(admin), LegalDuty.PUBLISH_AREA, World.TODAY, "kaart", false);
        assertEquals(World.TODAY.plusYears(1), entry(LegalDuty.PUBLISH_AREA).next());
    }

    @Test
    void trainingThatEndsIsSeenComing() {
        Account late = house.keep(nl.knelpunt.engine.Copy.with(
                World.account("tom", House.POLICE, null, Role.STEERING_MEMBER),
                "trainedUntil",
                World.TODAY.plusDays(10)));
        assertTrue(duties.see(by(privacyOfficer)).training().stream()
                .anyMatch(t -> t.account().equals(late.id())));
        assertTrue(house.tasks(admin).stream().anyMatch(t -> t.act() == Act.SEE_DUTIES));
    }

    // Information

    private List<Task> toInform(UUID knelpunt) {
        return house.tasks(house.director).stream()
                .filter(t -> t.act() == Act.RECORD_INFORMATION && knelpunt.equals(t.object()))
                .toList();
    }

    private static NewInformation excepted() {
        return new NewInformation(
                null,
                null,
                Information.Exception.RESTRICTED,
                RightsRequest.Restriction.CRIMINAL_OFFENCES,
                House.POLICE.id(),
                "lopend onderzoek");
    }

    @Test
    void everyKnelpuntSaysWhetherItsDataSubjectsWereInformed() {
        UUID knelpunt = house.designated();
        assertEquals(1, toInform(knelpunt).size());
        information.record(by(house.director), knelpunt, excepted());
        assertEquals(List.of(), toInform(knelpunt));
        house.itBecomes(World.TODAY.plusYears(1).minusDays(30));
        assertEquals(World.TODAY.plusYears(1), toInform(knelpunt).get(0).due());
        information.record(
                by(house.director),
                knelpunt,
                new NewInformation(World.TODAY.plusDays(100), "brief van het contactpunt", null, null, null, null));
        assertEquals(List.of(), toInform(knelpunt));
        List<Information> all = information.see(by(house.officer), knelpunt);
        assertNull(all.get(0).exception());
        assertEquals(Information.Exception.RESTRICTED, all.get(1).exception());
    }

    @Test
    void eitherInformedOrAnExceptionOfAnInvolvedParticipant() {
        UUID knelpunt = house.designated();
        for (NewInformation wrong : List.of(
                new NewInformation(null, null, null, null, null, null),
                new NewInformation(World.TODAY, null, null, null, null, null),
                new NewInformation(World.TODAY.plusDays(1), "brief", null, null, null, null),
                new NewInformation(World.TODAY, "brief", Information.Exception.SECRECY, null, House.POLICE.id(), "r"),
                new NewInformation(null, null, Information.Exception.RESTRICTED, null, House.POLICE.id(), "r"),
                new NewInformation(null, null, Information.Exception.IMPOSSIBLE, null, House.NEIGHBOUR.id(), "r"))) {
            assertThrows(InvalidException.class, () -> information.record(by(house.director), knelpunt, wrong));
        }
        assertEquals(List.of("G41"), refused(() -> information.record(by(house.officer), knelpunt, excepted())));
        assertEquals(List.of("G24"), refused(() -> information.see(by(house.neighboursWorker), knelpunt)));
    }
}
