package nl.knelpunt.booth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.recognition.OwnSubjectSink;
import nl.knelpunt.api.recognition.OwnSubjects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Own subjects that go through a sieve")
@Timeout(60)
class SieveTest {

    private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), 1 << 20, 1, 1);
    private static final byte[] NOW = key(1);
    private static final byte[] BEFORE = key(2);

    private static final List<Sieve.Sought> SOUGHT = List.of(
            new Sieve.Sought(IdentifierKind.BSN, "999990019"),
            new Sieve.Sought(IdentifierKind.LICENCE_PLATE, "99XX99"));

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return key;
    }

    private static Sieve sieve(int most) {
        return new Sieve(SOUGHT, Map.of("now", NOW, "before", BEFORE), "now", most);
    }

    private static Result read(OwnSubjects reader, Sieve sieve) throws InterruptedException {
        Booth booth = Booth.open(reader, sieve, "test", LIMITS);
        booth.give("list".getBytes(StandardCharsets.UTF_8));
        return booth.finish();
    }

    private static BitSet places(int... places) {
        BitSet set = new BitSet();
        for (int place : places) {
            set.set(place);
        }
        return set;
    }

    @Test
    void whatIsSoughtIsFoundByItsPlaceHoweverItIsWritten() throws Exception {
        Sieve sieve = sieve(10);
        Result result = read(
                (list, subjects) -> {
                    subjects.accept(IdentifierKind.LICENCE_PLATE, "99-xx-99");
                    subjects.accept(IdentifierKind.KVK, "99999001");
                    subjects.accept(IdentifierKind.BSN, "onzin");
                },
                sieve);
        assertEquals(Result.End.READ, result.end());
        assertEquals(places(1), sieve.found());
    }

    @Test
    void aHashUnderAnyKeyThatHoldsIsFoundAndUnderNoOther() throws Exception {
        Sieve sieve = sieve(10);
        read(
                (list, subjects) -> {
                    assertTrue(subjects.acceptHash("before", Sieve.hash(IdentifierKind.BSN, "999990019", BEFORE)));
                    assertFalse(subjects.acceptHash(
                            "long ago", Sieve.hash(IdentifierKind.LICENCE_PLATE, "99XX99", key(3))));
                },
                sieve);
        assertEquals(places(0), sieve.found());
    }

    @Test
    void aHashUnderTheWrongKeyIsNothing() throws Exception {
        Sieve sieve = sieve(10);
        read(
                (list, subjects) -> subjects.acceptHash("now", Sieve.hash(IdentifierKind.BSN, "999990019", BEFORE)),
                sieve);
        assertEquals(places(), sieve.found());
    }

    @Test
    void aListThatIsTooLongIsRefusedAlsoWhenItsReaderGoesOn() throws Exception {
        Result result = read(
                (list, subjects) -> {
                    for (int i = 0; i < 4; i++) {
                        try {
                            subjects.accept(IdentifierKind.KVK, "90000001");
                        } catch (nl.knelpunt.api.adapter.MessageException e) {
                            // goes on
                        }
                    }
                },
                sieve(3));
        assertEquals(Result.End.UNREADABLE, result.end());
        assertEquals("list", result.unreadable().where());
    }

    @Test
    void nothingIsTakenAfterTheCallOrOnAnotherThread() throws Exception {
        AtomicReference<OwnSubjectSink> kept = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Sieve sieve = sieve(10);
        read(
                (list, subjects) -> {
                    kept.set(subjects);
                    Thread other = new Thread(() -> {
                        try {
                            subjects.accept(IdentifierKind.BSN, "999990019");
                        } catch (Exception e) {
                            thrown.set(e);
                        }
                    });
                    other.start();
                    try {
                        other.join();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                sieve);
        assertEquals(IllegalStateException.class, thrown.get().getClass());
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class, () -> kept.get().accept(IdentifierKind.BSN, "999990019"));
        assertEquals(places(), sieve.found());
    }

    @Test
    void aHashIsOfOneKindAndOneKey() {
        String hash = HexFormat.of().formatHex(Sieve.hash(IdentifierKind.BSN, "999990019", NOW));
        assertEquals(64, hash.length());
        assertFalse(hash.equals(HexFormat.of().formatHex(Sieve.hash(IdentifierKind.RSIN, "999990019", NOW))));
        assertFalse(hash.equals(HexFormat.of().formatHex(Sieve.hash(IdentifierKind.BSN, "999990019", BEFORE))));
    }

    @Test
    void nothingOfItIsInItsWords() {
        Sieve sieve = sieve(10);
        String words = sieve + " " + SOUGHT;
        assertFalse(words.contains("999990019") || words.contains("99XX99"), words);
    }

    @Test
    void aReaderThatThrowsQuotesNothing() throws Exception {
        Result result = read(
                (list, subjects) -> {
                    throw new IllegalStateException("999990019");
                },
                sieve(10));
        assertEquals(Result.End.FAILED, result.end());
        assertFalse(result.toString().contains("999990019"));
    }
}
