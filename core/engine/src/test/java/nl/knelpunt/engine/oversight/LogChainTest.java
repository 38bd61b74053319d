package nl.knelpunt.engine.oversight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.Size;
import nl.knelpunt.engine.Copy;
import org.junit.jupiter.api.Test;

/** Whatever is changed, taken out, put in or moved in the log is found, at the first record that it breaks. */
class LogChainTest {

    private static List<LogRecord> chained(List<LogRecord> entries) {
        List<LogRecord> log = new ArrayList<>();
        String hash = LogChain.START;
        for (LogRecord entry : entries) {
            LogRecord next = LogChain.chain(entry, log.size(), hash);
            log.add(next);
            hash = next.hash();
        }
        return log;
    }

    /** Number of the first record that does not fit, 0 when all do. */
    private static int firstBroken(List<LogRecord> log) {
        String hash = LogChain.START;
        for (int i = 0; i < log.size(); i++) {
            if (LogChain.faultOf(log.get(i), i, hash) != null) {
                return i + 1;
            }
            hash = log.get(i).hash();
        }
        return 0;
    }

    @Property
    void anUntouchedLogIsWhole(@ForAll("entries") @Size(max = 8) List<LogRecord> entries) {
        assertEquals(0, firstBroken(chained(entries)));
    }

    @Property
    void anyChangeOfAnyFieldIsFound(
            @ForAll("entries") @Size(min = 1, max = 5) List<LogRecord> entries,
            @ForAll("field") String field,
            @ForAll("entry") LogRecord other,
            @ForAll("numbers") int at) {
        List<LogRecord> log = new ArrayList<>(chained(entries));
        int changed = at % log.size();
        // The other record stands elsewhere, so that its number and hashes differ too.
        Object value = valueOf(LogChain.chain(other, 17, "f".repeat(64)), field);
        if (value == null ? valueOf(log.get(changed), field) == null : value.equals(valueOf(log.get(changed), field))) {
            return;
        }
        log.set(changed, Copy.with(log.get(changed), field, value));
        assertEquals(changed + 1, firstBroken(log));
    }

    @Property
    void aRecordThatIsTakenOutIsMissed(
            @ForAll("entries") @Size(min = 2, max = 6) List<LogRecord> entries, @ForAll("numbers") int at) {
        List<LogRecord> log = new ArrayList<>(chained(entries));
        int gone = at % (log.size() - 1);
        log.remove(gone);
        assertEquals(gone + 1, firstBroken(log));
    }

    @Property
    void recordsThatChangePlacesAreFound(
            @ForAll("entries") @Size(min = 2, max = 6) List<LogRecord> entries, @ForAll("numbers") int at) {
        List<LogRecord> log = new ArrayList<>(chained(entries));
        int first = at % (log.size() - 1);
        LogRecord moved = log.get(first);
        log.set(first, log.get(first + 1));
        log.set(first + 1, moved);
        assertEquals(first + 1, firstBroken(log));
    }

    @Property
    void aRecordThatIsRewrittenWithItsOwnHashBreaksTheNext(
            @ForAll("entries") @Size(min = 2, max = 6) List<LogRecord> entries,
            @ForAll("entry") LogRecord other,
            @ForAll("numbers") int at) {
        List<LogRecord> log = new ArrayList<>(chained(entries));
        int rewritten = at % (log.size() - 1);
        LogRecord forged = LogChain.chain(other, rewritten, log.get(rewritten).previous());
        if (forged.equals(log.get(rewritten))) {
            return;
        }
        log.set(rewritten, forged);
        assertEquals(rewritten + 2, firstBroken(log));
    }

    /** A boundary that moves between two fields, or between two items, is a change as well. */
    @Property
    void neighbouringFieldsCannotLendEachOtherCharacters(@ForAll("word") String one, @ForAll("word") String two) {
        LogRecord entry = entry(one, two, List.of(one, two));
        if (!one.isEmpty()) {
            int last = one.length() - 1;
            assertNotEquals(
                    hash(entry), hash(entry(one.substring(0, last), one.charAt(last) + two, List.of(one, two))));
        }
        assertNotEquals(hash(entry), hash(entry(one, two, List.of(one + two))));
        assertNotEquals(hash(entry), hash(entry(one, two, List.of(two + "x", one))));
    }

    @Test
    void aMissingValueIsNotAnEmptyOneNorTheWordNull() {
        LogRecord entry = entry("origin", "actor", List.of());
        List<String> hashes = Arrays.asList(null, "", "null").stream()
                .map(participant -> hash(Copy.with(entry, "participant", participant)))
                .distinct()
                .toList();
        assertEquals(3, hashes.size());
    }

    @Test
    void everyFieldCounts() {
        LogRecord log = LogChain.chain(entry("origin", "actor", List.of("G01")), 0, LogChain.START);
        for (RecordComponent field : LogRecord.class.getRecordComponents()) {
            Object other = valueOf(log, field.getName()) == null && field.getType() == String.class
                    ? ""
                    : different(log, field.getName());
            LogRecord changed = Copy.with(log, field.getName(), other);
            assertNotNull(LogChain.faultOf(changed, 0, LogChain.START), field.getName());
        }
        assertNull(LogChain.faultOf(log, 0, LogChain.START));
    }

    private static Object different(LogRecord record, String field) {
        Object value = valueOf(record, field);
        if (value instanceof Long number) {
            return number + 1;
        } else if (value instanceof Instant moment) {
            return moment.plusNanos(1);
        } else if (value instanceof String text) {
            return text + " ";
        } else if (value instanceof List<?> list) {
            return field.equals("data") ? List.of(UUID.randomUUID()) : List.of(list.get(0), "G02");
        } else if (value instanceof LogRecord.Result) {
            return LogRecord.Result.FAILED;
        }
        return UUID.randomUUID();
    }

    private static String hash(LogRecord entry) {
        return LogChain.chain(entry, 0, LogChain.START).hash();
    }

    private static Object valueOf(LogRecord record, String field) {
        try {
            return Arrays.stream(LogRecord.class.getRecordComponents())
                    .filter(c -> c.getName().equals(field))
                    .findFirst()
                    .orElseThrow()
                    .getAccessor()
                    .invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static LogRecord entry(String origin, String actor, List<String> rules) {
        return new LogRecord(
                0,
                Instant.parse("2026-05-11T08:00:00.123Z"),
                new UUID(1, 2),
                origin,
                actor,
                null,
                "SEE_SIGNAL",
                new UUID(3, 4),
                null,
                List.of(),
                LogRecord.Result.PERMITTED,
                rules,
                "2026.1",
                null,
                null,
                null);
    }

    @Provide
    Arbitrary<String> word() {
        return Arbitraries.strings().ofMaxLength(12);
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(0, 1_000);
    }

    @Provide
    Arbitrary<String> field() {
        return Arbitraries.of(Arrays.stream(LogRecord.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    }

    @Provide
    Arbitrary<List<LogRecord>> entries() {
        return entry().list();
    }

    @Provide
    Arbitrary<LogRecord> entry() {
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        Arbitrary<Tuple2<Instant, LogRecord.Result>> when = Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli),
                        Arbitraries.of(LogRecord.Result.class))
                .as(Tuple::of);
        return Combinators.combine(
                        when,
                        ids,
                        word(),
                        word(),
                        word().injectNull(0.3),
                        ids.injectNull(0.3),
                        ids.list().ofMaxSize(3),
                        word().list().ofMaxSize(3))
                .as((at, trace, origin, actor, participant, id, data, rules) -> new LogRecord(
                        0,
                        at.get1(),
                        trace,
                        origin,
                        actor,
                        participant,
                        "SEE_SIGNAL",
                        id,
                        id,
                        data,
                        at.get2(),
                        rules,
                        "2026.1",
                        null,
                        null,
                        null));
    }
}
