package nl.knelpunt.booth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.booth.Result.End;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An adapter in its booth")
@Timeout(60)
class BoothTest {

    private static final Limits PATIENT = new Limits(Duration.ofMinutes(5), 1 << 20, 3, 10_000);
    private static final Limits IMPATIENT = new Limits(Duration.ofMillis(200), 1 << 20, 3, 10_000);

    private final CountDownLatch testIsOver = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        testIsOver.countDown();
    }

    private static Result call(SignalAdapter adapter, byte[]... chunks) throws InterruptedException {
        return call(PATIENT, adapter, chunks);
    }

    private static Result call(Limits limits, SignalAdapter adapter, byte[]... chunks) throws InterruptedException {
        Booth booth = Booth.open(adapter, "booth", limits);
        for (byte[] chunk : chunks) {
            if (!booth.give(chunk)) {
                break;
            }
        }
        return booth.finish();
    }

    private static SignalDraft draft(String id) {
        return new SignalDraft(id, new Observation("x", LocalDate.of(2026, 5, 4), null, null, null), List.of());
    }

    // What comes in and what goes out

    @Test
    void readsTheMessageAsItWasGivenAndHandsOverDraftsInOrder() throws Exception {
        byte[] message = new byte[100_000];
        new Random(7).nextBytes(message);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[][] chunks = new byte[100][];
        for (int i = 0; i < 100; i++) {
            chunks[i] = java.util.Arrays.copyOfRange(message, i * 1000, (i + 1) * 1000);
        }

        Result result = call(
                (in, drafts) -> {
                    read.write(in.read());
                    in.transferTo(read);
                    assertEquals(-1, in.read());
                    drafts.accept(draft("a"));
                    drafts.accept(draft("b"));
                },
                chunks);

        assertEquals(End.READ, result.end(), result::toString);
        assertArrayEquals(message, read.toByteArray());
        assertEquals(
                List.of("a", "b"),
                result.drafts().stream().map(SignalDraft::messageId).toList());
    }

    @Test
    void mayLeaveTheRestOfAMessageUnread() throws Exception {
        Booth booth = Booth.open((in, drafts) -> drafts.accept(draft("a")), "booth", PATIENT);
        while (booth.give(new byte[1000])) {
            Thread.onSpinWait();
        }
        assertEquals(End.READ, booth.finish().end());
    }

    @Test
    void saysWhatIsWrongWithAMessage() throws Exception {
        MessageException wrong = new MessageException("line 1", new Text("Kapot.", "Broken."));
        Result result = call((in, drafts) -> {
            drafts.accept(draft("a"));
            throw wrong;
        });
        assertEquals(End.UNREADABLE, result.end());
        assertSame(wrong, result.unreadable());
        assertEquals(List.of(), result.drafts());
    }

    // What it throws

    @Test
    void thatThrowsWhateverItLikesHasFailedAndItsTextGoesNowhere() throws Exception {
        for (Throwable thrown : List.of(
                new IllegalStateException("Kademan, 999990019"),
                new IOException("Kademan"),
                new StackOverflowError(),
                new NoClassDefFoundError("nl/elders/Klasse"),
                new ThreadDeath())) {
            Result result = call((in, drafts) -> {
                drafts.accept(draft("a"));
                BoothTest.<RuntimeException>sneak(thrown);
            });
            assertEquals(
                    new Result(End.FAILED, List.of(), null, thrown.getClass().getName(), 0), result);
            assertFalse(result.toString().contains("Kademan"));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void whoseExceptionBehavesBadlyItselfHasFailedLikeAnyOther() throws Exception {
        class Hostile extends RuntimeException {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new Error();
            }

            @Override
            public String toString() {
                throw new Error();
            }

            @Override
            public StackTraceElement[] getStackTrace() {
                throw new Error();
            }
        }
        assertEquals(
                End.FAILED,
                call((in, drafts) -> {
                            throw new Hostile();
                        })
                        .end());
    }

    @Test
    void thatRunsOutOfMemoryIsKnownWithWhatItTook() throws Exception {
        byte[][] kept = {null};
        Result result = call((in, drafts) -> {
            kept[0] = new byte[8 << 20];
            // More than any machine has; a heap that is really full would take this test's own threads along.
            assertNotNull(new long[Integer.MAX_VALUE]);
        });
        assertEquals(End.OUT_OF_MEMORY, result.end());
        assertTrue(result.allocated() > kept[0].length, result::toString);
    }

    // How long it takes

    @Test
    void thatSleepsForEverIsCutOff() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Result result = call(IMPATIENT, (in, drafts) -> {
            try {
                testIsOver.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        assertEquals(End.STUCK, result.end());
        assertTrue(interrupted.await(30, TimeUnit.SECONDS));
    }

    @Test
    void thatIgnoresEveryInterruptIsCutOffAllTheSame() throws Exception {
        Booth booth = Booth.open(
                (in, drafts) -> {
                    while (testIsOver.getCount() > 0) {
                        Thread.interrupted();
                    }
                },
                "booth",
                IMPATIENT);
        assertEquals(End.STUCK, booth.finish().end());
        assertTrue(booth.isOccupied());
    }

    @Test
    void thatDoesNotReadIsCutOffWhileTheMessageIsHandedOver() throws Exception {
        Booth booth = Booth.open((in, drafts) -> await(testIsOver), "booth", IMPATIENT);
        while (booth.give(new byte[1000])) {
            Thread.onSpinWait();
        }
        assertEquals(End.STUCK, booth.finish().end());
    }

    @Test
    void mayWaitForASlowSenderAsLongAsThatTakes() throws Exception {
        Booth booth = Booth.open((in, drafts) -> in.readAllBytes(), "booth", IMPATIENT);
        for (int i = 0; i < 5; i++) {
            assertTrue(booth.give(new byte[10]));
            pause(IMPATIENT.time().dividedBy(2));
        }
        assertEquals(End.READ, booth.finish().end());
    }

    @Test
    void mayWorkLongerOnALongMessage() throws Exception {
        Limits slow = new Limits(IMPATIENT.time(), 1, 3, 10_000);
        Result result = call(
                slow,
                (in, drafts) -> {
                    in.readAllBytes();
                    pause(slow.time().multipliedBy(2));
                },
                new byte[600]);
        assertEquals(End.READ, result.end());
    }

    @Test
    void whoseSenderBreaksOffIsSentAway() throws Exception {
        CompletableFuture<Throwable> heard = new CompletableFuture<>();
        Booth booth = Booth.open(
                (in, drafts) -> {
                    try {
                        in.readAllBytes();
                    } catch (IOException e) {
                        heard.complete(e);
                        throw e;
                    }
                },
                "booth",
                PATIENT);
        booth.give(new byte[10]);
        assertEquals(End.FAILED, booth.abandon().end());
        assertInstanceOf(IOException.class, heard.get());
    }

    @Test
    void thatDoesNotGoWhenItsSenderBreaksOffIsStuck() throws Exception {
        Booth booth = Booth.open((in, drafts) -> await(testIsOver), "booth", IMPATIENT);
        booth.give(new byte[10]);
        assertEquals(End.STUCK, booth.abandon().end());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    // What it hands over

    @Test
    void thatGoesOnAfterItWasToldThatItIsTooMuchHasDeliveredNothing() throws Exception {
        Result result = call((in, drafts) -> {
            for (int i = 0; i < 1_000_000; i++) {
                try {
                    drafts.accept(draft("m-" + i));
                } catch (MessageException e) {
                    assertEquals("signal 4", e.where());
                }
            }
        });
        assertEquals(End.UNREADABLE, result.end());
        assertEquals("signal 4", result.unreadable().where());
        assertEquals(List.of(), result.drafts());
    }

    @Test
    void thatHandsOverMoreTextThanFitsHasDeliveredNothing() throws Exception {
        Value value = new Value(DataCategory.VEHICLE, "kenteken", "x".repeat(4_000));
        Result result = call((in, drafts) -> drafts.accept(new SignalDraft(
                "a",
                draft("a").observation(),
                List.of(new Subject(SubjectKind.PERSON, List.of(value, value, value))))));
        assertEquals(End.UNREADABLE, result.end());
        assertEquals("signal 1", result.unreadable().where());
    }

    @Test
    void thatHandsOverEmptyThingsWithoutNumberHasDeliveredNothing() throws Exception {
        Subject empty = new Subject(SubjectKind.PERSON, List.of());
        Result result = call((in, drafts) ->
                drafts.accept(new SignalDraft("a", draft("a").observation(), Collections.nCopies(1_000, empty))));
        assertEquals(End.UNREADABLE, result.end());
    }

    @Test
    void thatHandsOverNothingOrSomethingElseHasFailedAlsoWhenItSwallowsThat() throws Exception {
        List<SignalDraft> bad = new ArrayList<>();
        bad.add(null);
        bad.add(new SignalDraft("a", draft("a").observation(), polluted()));
        for (SignalDraft draft : bad) {
            Result result = call((in, drafts) -> {
                drafts.accept(draft("good"));
                assertThrows(RuntimeException.class, () -> drafts.accept(draft));
            });
            assertEquals(End.FAILED, result.end());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Subject> polluted() {
        return (List) List.of("no subject");
    }

    @Test
    void whoseListChangesAfterItWasLookedAtChangesNothing() throws Exception {
        class Changing extends AbstractList<Subject> {
            private int asked;

            @Override
            public Subject get(int index) {
                return new Subject(
                        SubjectKind.PERSON,
                        List.of(new Value(DataCategory.VEHICLE, "kenteken", asked++ == 0 ? "99-XX-99" : "changed")));
            }

            @Override
            public int size() {
                return 1;
            }
        }
        Result result = call(
                (in, drafts) -> drafts.accept(new SignalDraft("a", draft("a").observation(), new Changing())));
        for (int look = 0; look < 3; look++) {
            assertEquals(
                    "99-XX-99",
                    result.drafts().get(0).subjects().get(0).data().get(0).content());
        }
    }

    // When and where it does so

    @Test
    void mayUseNeitherMessageNorSinkFromAnotherThread() throws Exception {
        Result result = call(
                (in, drafts) -> {
                    Thread other = new Thread(() -> {
                        assertThrows(IllegalStateException.class, () -> drafts.accept(draft("other")));
                        assertThrows(IOException.class, in::read);
                    });
                    other.start();
                    try {
                        other.join();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    drafts.accept(draft("own"));
                },
                new byte[] {1});
        assertEquals(
                List.of("own"),
                result.drafts().stream().map(SignalDraft::messageId).toList());
    }

    @Test
    void mayUseNeitherAfterTheCall() throws Exception {
        CompletableFuture<DraftSink> sink = new CompletableFuture<>();
        CompletableFuture<InputStream> stream = new CompletableFuture<>();
        Result result = call((in, drafts) -> {
            sink.complete(drafts);
            stream.complete(in);
        });
        assertThrows(IllegalStateException.class, () -> sink.get().accept(draft("late")));
        assertThrows(IOException.class, () -> stream.get().read());
        assertEquals(List.of(), result.drafts());
    }

    @Test
    void thatHoldsOnToItsStreamAsALockKeepsNobodyOut() throws Exception {
        Result result = call(
                IMPATIENT,
                (in, drafts) -> {
                    synchronized (in) {
                        synchronized (drafts) {
                            await(testIsOver);
                        }
                    }
                },
                new byte[10]);
        assertEquals(End.STUCK, result.end());
    }

    // What it can see

    @Test
    void seesNothingOfThePlatformOnTheStackAboveIt() throws Exception {
        CompletableFuture<Set<String>> seen = new CompletableFuture<>();
        call((in, drafts) -> seen.complete(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.map(f -> f.getDeclaringClass().getPackageName()).collect(Collectors.toSet()))));
        assertEquals(Set.of("nl.knelpunt.booth", "java.lang"), seen.get());
    }

    @Test
    void reachesByReflectionFromWhatItWasGivenOnlyTheBoothTheApiAndItself() throws Exception {
        CompletableFuture<Set<Class<?>>> found = new CompletableFuture<>();
        call((in, drafts) -> found.complete(reachable(in, drafts)), new byte[10]);
        Set<String> homes = found.get().stream()
                .map(type -> type.isArray() ? type.getComponentType() : type)
                .map(Class::getPackageName)
                .filter(home -> !home.startsWith("java."))
                .collect(Collectors.toSet());
        assertEquals(Set.of("nl.knelpunt.booth"), homes);
    }

    /** Classes of all objects that the fields lead to, as far as the JDK lets one look. */
    private static Set<Class<?>> reachable(Object... from) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            Object object = next.pop();
            if (!seen.add(object)) {
                continue;
            }
            for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType().isPrimitive()) {
                        continue;
                    }
                    try {
                        field.setAccessible(true);
                        Object value = field.get(Modifier.isStatic(field.getModifiers()) ? null : object);
                        if (value != null) {
                            next.add(value);
                        }
                    } catch (InaccessibleObjectException | IllegalAccessException e) {
                        // The JDK keeps its own closed.
                    }
                }
            }
        }
        return seen.stream().map(Object::getClass).collect(Collectors.toSet());
    }
}
