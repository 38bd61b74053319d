package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.Test;

/** Acts on the installation itself: the log's proof, backups, and the clock of a demo. */
class OperationsTest {

    private static final Instant REAL = Instant.parse("2026-05-11T08:00:00.123456Z");
    private static final Instant TO_THE_MILLISECOND = Instant.parse("2026-05-11T08:00:00.123Z");

    private final House house = new House();
    private final Account admin = house.appoint("ad", House.POLICE, null, Role.ADMIN);
    private final Account privacyOfficer = house.appoint("pia", House.POLICE, null, Role.PRIVACY_OFFICER);
    private int made;

    private final Backups backups = new Backups() {
        @Override
        public Backup make() {
            made++;
            return new Backup(Path.of("backup"), contents());
        }

        @Override
        public Contents contents() {
            return new Contents(Map.of(), house.store.log().size(), "");
        }

        @Override
        public int removeOlderThan(java.time.Duration age) {
            return 0;
        }
    };

    private PlatformClock clock(boolean demo) {
        return new PlatformClock(demo, Clock.fixed(REAL, ZoneOffset.UTC), house.store);
    }

    /** The domain's time is the demo clock's, as in a running demo. */
    private OperationUseCases operations(PlatformClock clock) {
        GateComponent gate = new GateComponent(
                house.store,
                clock,
                () -> house.region,
                new RulesInForce(house.router),
                house.router,
                house.scanner,
                House::digest);
        Terms terms = new Terms(
                gate,
                house.store,
                clock,
                List.of(new RetentionWork(
                        gate, house.store, clock, backups, new Rewriting(() -> {}, Runnable::run, () -> {}))));
        terms.stop();
        return new OperationUseCases(gate, house.store, backups, house.store, clock, terms);
    }

    @Test
    void thePrivacyOfficerProvesThatTheLogIsWhole() {
        house.designated();
        Verification verification = operations(clock(false)).verifyLog(by(privacyOfficer));
        assertTrue(verification.isWhole());
        assertEquals(house.store.log().size(), verification.records(), "its own record among them");
        assertEquals(List.of("G41"), refused(() -> operations(clock(false)).verifyLog(by(house.officer))));
    }

    @Test
    void aBackupHoldsTheRecordOfItsOwnMaking() {
        Backups.Backup backup = operations(clock(false)).backUp(by(admin));
        assertEquals(house.store.log().size(), backup.contents().logRecords());
        assertEquals(backup.contents(), operations(clock(false)).contents(by(admin)));
        assertEquals(
                "BACK_UP", house.store.log().get(house.store.log().size() - 1).act());
    }

    @Test
    void whoMayNotBackUpMakesNoCopy() {
        assertEquals(List.of("G41"), refused(() -> operations(clock(false)).backUp(by(privacyOfficer))));
        assertEquals(List.of("G41"), refused(() -> operations(clock(false)).contents(by(house.director))));
        assertEquals(0, made);
    }

    // The demo clock

    @Test
    void withoutADemoTheClockIsTheRealOneAndStaysSo() {
        OperationUseCases operations = operations(clock(false));
        assertEquals(TO_THE_MILLISECOND, operations.now());
        assertFalse(operations.isDemo());
        assertThrows(InvalidException.class, () -> operations.moveClock(by(admin), REAL.plusSeconds(1)));
        assertThrows(InvalidException.class, () -> operations.beginDemoAt(by(admin), REAL.minusSeconds(1)));
        assertEquals(TO_THE_MILLISECOND, operations.now());
    }

    @Test
    void inADemoTheAdminMovesItForwardOnly() {
        OperationUseCases operations = operations(clock(true));
        Instant nextYear = TO_THE_MILLISECOND.plus(Duration.ofDays(365));
        assertTrue(operations.isDemo());
        assertEquals(nextYear, operations.moveClock(by(admin), nextYear));
        assertThrows(InvalidException.class, () -> operations.moveClock(by(admin), nextYear));
        assertThrows(InvalidException.class, () -> operations.moveClock(by(admin), nextYear.minusMillis(1)));
        assertEquals(List.of("G41"), refused(() -> operations.moveClock(by(house.director), nextYear.plusSeconds(1))));
        assertEquals(nextYear, operations.now());
    }

    @Test
    void itsOffsetOutlivesARestart() {
        Instant nextYear = TO_THE_MILLISECOND.plus(Duration.ofDays(365));
        operations(clock(true)).moveClock(by(admin), nextYear);
        assertEquals(nextYear, operations(clock(true)).now());
        assertEquals(TO_THE_MILLISECOND, operations(clock(false)).now(), "but counts in a demo only");
    }

    @Test
    void aMoveThatCouldNotBeKeptDidNotHappen() {
        OperationUseCases operations = operations(clock(true));
        house.store.fillTheLog();
        assertThrows(UnavailableException.class, () -> operations.moveClock(by(admin), REAL.plus(Duration.ofDays(1))));
        assertEquals(TO_THE_MILLISECOND, operations.now());
    }

    @Test
    void termsThatPassEndAtOnce() {
        PlatformClock clock = clock(true);
        house.now = clock.now();
        UUID draft = house.draft();
        operations(clock).moveClock(by(admin), REAL.plus(Duration.ofDays(31)));
        assertTrue(house.store.signal(draft).isEmpty());
        assertTrue(house.store.log().stream().anyMatch(r -> r.act().equals("LAPSE_DRAFT")));
    }

    @Test
    void fiveYearsThatPassDestroyDataAtOnce() {
        PlatformClock clock = clock(true);
        house.now = clock.now();
        UUID knelpunt = house.designated();
        operations(clock).moveClock(by(admin), REAL.plus(Duration.ofDays(5 * 365 + 3)));
        assertEquals(List.of(), house.store.dataOf(knelpunt));
        assertTrue(house.store.log().stream().anyMatch(r -> r.act().equals("EXPIRE_SIGNAL_DATUM")));
        assertEquals("RECORD_RETENTION", last().act());
    }

    @Test
    void aDemoBeginsInThePastBeforeAnythingWasDone() {
        OperationUseCases operations = operations(clock(true));
        Instant start = TO_THE_MILLISECOND.minus(Duration.ofDays(400));
        operations.beginDemoAt(House.call(new Caller.Maintenance()), start);
        assertEquals(start, operations.now());
        operations.verifyLog(by(privacyOfficer));
        assertEquals(start, last().at(), "the log goes by the demo's clock");
        assertThrows(
                InvalidException.class,
                () -> operations.beginDemoAt(House.call(new Caller.Maintenance()), start.minusSeconds(1)));
        assertEquals(start, operations.now());
    }

    private LogRecord last() {
        return house.store.log().get(house.store.log().size() - 1);
    }
}
