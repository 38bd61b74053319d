package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import nl.knelpunt.engine.oversight.LogChain;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.oversight.LogReading;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.port.LogRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody changes the log unseen, and the first record that doesn't fit is named. */
class ProcessingLogTest {

    private static final int RECORDS = 10;
    private static final String[] NO_TRIGGERS = {
        "drop trigger processing_log_no_update", "drop trigger processing_log_no_delete"
    };

    @TempDir
    Path data;

    Installation installation;

    @BeforeEach
    void tenRecords() {
        installation = new Installation(data);
        append(RECORDS);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    @Test
    void everyFieldOfARecordIsKept() {
        LogRecord full = Samples.entry("FULL");
        installation.run(tx -> {
            tx.log().append(full);
            tx.log().append(Samples.emptyEntry());
        });
        installation.restart();
        List<LogRecord> read = installation.get(tx -> tx.log().after(RECORDS - 1, 10));
        LogRecord first = LogChain.chain(full, RECORDS, read.get(0).hash());
        assertEquals(first, read.get(1));
        assertEquals(LogChain.chain(Samples.emptyEntry(), RECORDS + 1, first.hash()), read.get(2));
        assertEquals(3, read.size());
        assertWhole(RECORDS + 2);
    }

    @Test
    void recordsAreNumberedWithoutGapsAcrossRestarts() {
        installation.restart();
        append(2);
        assertEquals(
                LongStream.rangeClosed(1, RECORDS + 2).boxed().toList(),
                installation.get(tx -> tx.log().after(0, 100)).stream()
                        .map(LogRecord::sequence)
                        .toList());
        assertEquals(2, installation.get(tx -> tx.log().after(4, 2)).size());
        assertWhole(RECORDS + 2);
    }

    @Test
    void recordsAreFoundByWhatTheySay() {
        LogRecord wanted = Samples.entry("WANTED");
        installation.run(tx -> tx.log().append(wanted));
        append(RECORDS);
        LogRecord found = installation.get(tx -> tx.log().after(RECORDS, 1)).get(0);
        for (LogFilter filter : List.of(
                new LogFilter(null, null, "WANTED", null, null, null, null, null, null),
                new LogFilter(null, null, null, wanted.object(), null, null, null, null, null),
                new LogFilter(null, null, null, null, wanted.subject(), null, null, null, null),
                new LogFilter(
                        wanted.actor(),
                        wanted.participant(),
                        "WANTED",
                        wanted.object(),
                        wanted.subject(),
                        wanted.result(),
                        "G16",
                        wanted.at(),
                        wanted.at().plusNanos(1)))) {
            assertEquals(new LogRepository.Found(List.of(found), null), find(filter, 0, 100), filter.toString());
            assertEquals(List.of(), find(filter, RECORDS + 1, 100).records());
        }
        for (LogFilter nothing : List.of(
                new LogFilter("nobody", null, "WANTED", null, null, null, null, null, null),
                new LogFilter(null, "nobody", "WANTED", null, null, null, null, null, null),
                new LogFilter(null, null, "WANTED", null, null, LogRecord.Result.FAILED, null, null, null),
                new LogFilter(null, null, "WANTED", null, null, null, "G1", null, null),
                new LogFilter(
                        null,
                        null,
                        "WANTED",
                        null,
                        null,
                        null,
                        null,
                        wanted.at().plusNanos(1),
                        null),
                new LogFilter(null, null, "WANTED", null, null, null, null, null, wanted.at()))) {
            assertEquals(new LogRepository.Found(List.of(), null), find(nothing, 0, 100), nothing.toString());
        }
    }

    @Test
    void aSearchEndsAtItsLimitAndSaysWhereToGoOn() {
        LogRepository.Found first = find(LogFilter.ALL, 0, 4);
        assertEquals(4, first.records().size());
        assertEquals(4L, first.next());
        LogRepository.Found rest = find(LogFilter.ALL, first.next(), 100);
        assertEquals(RECORDS - 4, rest.records().size());
        assertNull(rest.next());
    }

    @Test
    void aSearchThatFindsNothingStillEndsSoonAndGoesOnLater() {
        append(ProcessingLog.LOOKED_THROUGH);
        LogFilter nothing = new LogFilter("nobody", null, null, null, null, null, null, null, null);
        LogRepository.Found first = find(nothing, 0, 100);
        assertEquals(new LogRepository.Found(List.of(), (long) ProcessingLog.LOOKED_THROUGH), first);
        assertEquals(new LogRepository.Found(List.of(), null), find(nothing, first.next(), 100));
    }

    @Test
    void whyTheLogWasReadIsKept() {
        LogReading reading = new LogReading(Samples.id(), LogPurpose.PROCEEDINGS, "zaak 26/118");
        installation.run(tx -> tx.log().insert(reading));
        installation.restart();
        assertEquals(Optional.of(reading), installation.get(tx -> tx.log().reading(reading.id())));
        assertEquals(Optional.empty(), installation.get(tx -> tx.log().reading(Samples.id())));
    }

    private LogRepository.Found find(LogFilter filter, long after, int limit) {
        return installation.get(tx -> tx.log().find(filter, after, limit));
    }

    @Test
    void anEmptyLogIsWhole(@TempDir Path fresh) throws Exception {
        try (Installation other = new Installation(fresh)) {
            Verification verification = other.store.verifyLog();
            assertTrue(verification.isWhole());
            assertEquals(0, verification.records());
        }
    }

    @Test
    void theDatabaseItselfRefusesToChangeARecord() {
        assertThrows(
                SQLException.class,
                () -> installation.behindItsBack("update processing_log set actor = 'x' where sequence = 3"));
        assertThrows(
                SQLException.class, () -> installation.behindItsBack("delete from processing_log where sequence = 3"));
        assertWhole(RECORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'somebody'",
                "actor = null",
                "origin = ''",
                "result = 'PERMITTED'",
                "result = 'NONSENSE'",
                "rules = ''",
                "data = ''",
                "object = null",
                "subject = trace",
                "act = act || ' '",
                "rule_set = '2027-01'",
                "done_at = '2026-03-29T01:30:00.124000000Z'",
                "done_at = 'never'",
                "hash = '0000000000000000000000000000000000000000000000000000000000000000'"
            })
    void aChangedRecordIsNamed(String change) throws Exception {
        tamper("update processing_log set " + change + " where sequence = 4");
        assertBroken(4, "was changed after it was written");
    }

    @Test
    void aRecordThatPointsElsewhereIsNamed() throws Exception {
        tamper("update processing_log set previous = hash where sequence = 4");
        assertBroken(4, "does not follow from the record before");
    }

    @Test
    void theLastRecordIsNoLessProtected() throws Exception {
        tamper("update processing_log set actor = 'x' where sequence = " + RECORDS);
        assertBroken(RECORDS, "was changed after it was written");
    }

    @Test
    void aRecordThatIsMissingInTheMiddleIsNamed() throws Exception {
        tamper("delete from processing_log where sequence = 6");
        assertBroken(6, "record 6 is missing");
    }

    @Test
    void aMissingFirstRecordIsNamed() throws Exception {
        tamper("delete from processing_log where sequence <= 2");
        assertBroken(1, "record 1 is missing");
    }

    @Test
    void recordsTakenOffTheEndAreMissed() throws Exception {
        tamper("delete from processing_log where sequence > 8");
        assertBroken(9, "record 9 is missing, and all after it");
    }

    @Test
    void recordsTakenOffTheEndAreMissedForEver() throws Exception {
        tamper("delete from processing_log where sequence > 8");
        append(1);
        assertBroken(9, "record 9 is missing");
        installation.restart();
        append(1);
        assertBroken(9, "record 9 is missing");
    }

    @Test
    void aWholeChainThatWasWrittenAnewDoesNotFitItsEnd() throws Exception {
        rewriteFrom(5);
        Verification verification = installation.store.verifyLog();
        assertEquals(RECORDS, verification.firstBroken(), "only the end is signed");
    }

    @Test
    void anEndThatWasForgedToHideMissingRecordsIsNoticed() throws Exception {
        tamper(
                "delete from processing_log where sequence > 8",
                "update log_head set sequence = 8, hash = (select hash from processing_log where sequence = 8)");
        assertBroken(9, "the end of the log was forged: records may be missing from here");
        append(3);
        installation.restart();
        assertBroken(9, "the end of the log was forged: records may be missing from here");
    }

    @Test
    void anEndThatWasTakenAwayIsNoticed() throws Exception {
        tamper("delete from log_head");
        assertBroken(RECORDS + 1, "the signed end of the log was taken away");
        append(1);
        installation.restart();
        assertBroken(RECORDS + 1, "the signed end of the log was taken away");
    }

    @Test
    void aLogThatWasEmptiedWithItsEndIsNoticed() throws Exception {
        tamper("delete from processing_log", "delete from log_head");
        assertBroken(1, "the signed end of the log was taken away");
    }

    @Test
    void aRecordThatWasAddedBehindTheEndIsNoticed() throws Exception {
        LogRecord last = installation.get(tx -> tx.log().after(RECORDS - 1, 1)).get(0);
        LogRecord forged = LogChain.chain(Samples.entry("FORGED"), RECORDS, last.hash());
        installation.store.stop();
        insert(forged);
        installation.start();
        assertBroken(RECORDS + 1, "was not written by this installation");
        append(1);
        assertBroken(RECORDS + 1, "was not written by this installation");
    }

    @Test
    void tamperingUnderARunningPlatformIsNoticed() throws Exception {
        installation.behindItsBack(NO_TRIGGERS);
        installation.behindItsBack(
                "delete from processing_log where sequence > 8",
                "update log_head set sequence = 8, hash = (select hash from processing_log where sequence = 8)");
        Verification verification = installation.store.verifyLog();
        assertEquals(9, verification.firstBroken());
        append(1);
        assertEquals(9, installation.store.verifyLog().firstBroken());
    }

    @Test
    void aWholeChainThatIsWrittenAnewUnderARunningPlatformIsNoticed() throws Exception {
        installation.behindItsBack(NO_TRIGGERS);
        LogRecord last = installation.get(tx -> tx.log().after(RECORDS - 2, 1)).get(0);
        installation.behindItsBack("delete from processing_log where sequence = " + RECORDS);
        insert(LogChain.chain(Samples.entry("FORGED"), RECORDS - 1, last.hash()));
        assertBroken(RECORDS, "was changed after it was written");
    }

    @Test
    void anOlderEndThatIsPutBackUnderARunningPlatformIsNoticed() throws Exception {
        installation.behindItsBack("create table older as select * from log_head");
        installation.behindItsBack(NO_TRIGGERS);
        append(2);
        installation.behindItsBack(
                "delete from processing_log where sequence > " + RECORDS,
                "delete from log_head",
                "insert into log_head select * from older");
        assertBroken(RECORDS + 1, "record " + (RECORDS + 1) + " is missing, and all after it");
    }

    @Test
    void workGoesOnWhileTheLogIsVerified(@TempDir Path busy) throws Exception {
        AtomicReference<Installation> working = new AtomicReference<>();
        Database database = new Database(busy.resolve("knelpunt.db")) {
            @Override
            Connection openBeside() throws SQLException, IOException {
                Connection beside = super.openBeside();
                // On the writer's thread this would wait for itself.
                working.get().run(tx -> tx.log().append(Samples.entry("MEANWHILE")));
                return beside;
            }
        };
        try (Installation other = new Installation(busy, database)) {
            working.set(other);
            other.run(tx -> tx.log().append(Samples.entry("BEFORE")));
            Verification verification = other.store.verifyLog();
            assertTrue(verification.isWhole(), verification.reason());
            assertEquals(2, verification.records());
        }
    }

    @Test
    void aRecordAddedUnderARunningPlatformDoesNotStopTheLogAndIsNamed() throws Exception {
        LogRecord last = installation.get(tx -> tx.log().after(RECORDS - 1, 1)).get(0);
        insert(LogChain.chain(Samples.entry("FORGED"), RECORDS, last.hash()));
        assertThrows(RuntimeException.class, () -> append(1), "its number is taken");
        append(1);
        assertBroken(RECORDS + 1, "was not written by this installation");
    }

    @Test
    void aRefusedAppendLeavesTheChainAsItWas() {
        assertThrows(
                IllegalArgumentException.class,
                () -> installation.run(tx -> {
                    tx.log().append(Samples.entry("FIRST"));
                    LogRecord entry = Samples.entry("SECOND");
                    tx.log()
                            .append(new LogRecord(
                                    0,
                                    entry.at(),
                                    entry.trace(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    LogRecord.Result.FAILED,
                                    List.of("two words"),
                                    null,
                                    null,
                                    null,
                                    null));
                }));
        append(1);
        assertWhole(RECORDS + 1);
    }

    @Test
    void theSameEntryNeverHasTheSameHash() {
        LogRecord entry = Samples.entry("TWICE");
        installation.run(tx -> {
            tx.log().append(entry);
            tx.log().append(entry);
        });
        List<LogRecord> read = installation.get(tx -> tx.log().after(RECORDS, 2));
        assertNotEquals(read.get(0).hash(), read.get(1).hash());
    }

    private void append(int number) {
        Samples.entries(number).forEach(entry -> installation.run(tx -> tx.log().append(entry)));
    }

    /** Done while the platform is down, as with a copied database. */
    private void tamper(String... statements) throws SQLException {
        installation.store.stop();
        installation.behindItsBack(NO_TRIGGERS);
        installation.behindItsBack(statements);
        installation.start();
    }

    private void rewriteFrom(long first) throws SQLException {
        List<LogRecord> all = installation.get(tx -> tx.log().after(0, 100));
        installation.store.stop();
        installation.behindItsBack(NO_TRIGGERS);
        installation.behindItsBack("delete from processing_log where sequence >= " + first);
        String hash = all.get((int) first - 2).hash();
        for (LogRecord old : all.subList((int) first - 1, all.size())) {
            LogRecord forged = LogChain.chain(Samples.entry("FORGED"), old.sequence() - 1, hash);
            insert(forged);
            hash = forged.hash();
        }
        installation.start();
    }

    private void insert(LogRecord forged) throws SQLException {
        installation.behindItsBack("insert into processing_log (sequence, done_at, trace, origin, actor, participant,"
                + " act, object, subject, data, result, rules, rule_set, previous, hash) values (" + forged.sequence()
                + ", '"
                + Moments.text(forged.at()) + "', '" + forged.trace() + "', '" + forged.origin() + "', '"
                + forged.actor() + "', '" + forged.participant() + "', '" + forged.act() + "', '" + forged.object()
                + "', '" + forged.subject() + "', '" + Words.text(forged.data()) + "', '" + forged.result() + "', '"
                + Words.text(forged.rules()) + "', '" + forged.ruleSet() + "', '" + forged.previous() + "', '"
                + forged.hash() + "')");
    }

    private void assertWhole(long records) {
        Verification verification = installation.store.verifyLog();
        assertNull(verification.reason());
        assertNull(verification.firstBroken());
        assertEquals(records, verification.records());
    }

    private void assertBroken(long record, String reason) {
        Verification verification = installation.store.verifyLog();
        assertFalse(verification.isWhole());
        assertEquals(record, verification.firstBroken());
        assertEquals(reason, verification.reason());
    }
}
