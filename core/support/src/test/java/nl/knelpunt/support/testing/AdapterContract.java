package nl.knelpunt.support.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.Hostile;
import org.junit.jupiter.api.Test;

/** What holds of every adapter, whatever it reads. A test of an adapter extends this. */
public abstract class AdapterContract {

    /** Every error says where. */
    private static final String PLACE = "(\\$\\S*, )?(segment \\d+, )?line \\d+, column \\d+";

    /** The longest step between two places where a message is cut off, so that long messages don't take for ever. */
    private static final int CUTS = 2_000;

    protected abstract SignalAdapter adapter();

    /** A whole message that gives at least one draft. */
    protected abstract byte[] message();

    /** What no draft and no error may hold. */
    protected abstract Stream<String> forbidden();

    /** What is taken out of free text by its form, such as a telephone number: damage can take that form away, and nothing else may. */
    protected Stream<String> knownByItsForm() {
        return Stream.empty();
    }

    /** How an error says where, as a regular expression. */
    protected String place() {
        return PLACE;
    }

    /** Whether a message that was cut off there can't be told from a whole one. */
    protected boolean looksWhole(byte[] part) {
        return false;
    }

    @Test
    void aWholeMessageGivesDraftsWithoutWhatIsForbidden() throws Exception {
        var drafts = Drafts.of(adapter(), message());
        assertFalse(drafts.isEmpty());
        isSilent(Drafts.content(drafts));
        isWithoutWhatIsKnownByItsForm(Drafts.content(drafts));
        drafts.forEach(draft -> {
            String what = draft.observation().what();
            assertTrue(what != null && what.length() <= 4_000, "an observation has at most 4,000 characters");
            draft.subjects().forEach(s -> assertFalse(s.data().isEmpty(), "a subject without data tells nothing"));
        });
    }

    @Test
    void theSameMessageGivesTheSameDraftsOnManyThreads() throws Exception {
        String once = Drafts.content(Drafts.of(adapter(), message()));
        SignalAdapter shared = adapter();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> reading = () -> Drafts.content(Drafts.of(shared, message()));
            for (Future<String> read : threads.invokeAll(java.util.Collections.nCopies(16, reading))) {
                assertEquals(once, read.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMessageThatIsCutOffIsRefusedWhereverThatIs() throws Exception {
        byte[] whole = message();
        int end = whole.length;
        while (end > 0 && Character.isWhitespace(whole[end - 1])) {
            end--;
        }
        int step = Math.max(1, end / CUTS);
        for (int cut = 0; cut < end; cut += step) {
            byte[] part = Arrays.copyOf(whole, cut);
            if (looksWhole(part)) {
                continue;
            }
            int at = cut;
            MessageException refusal =
                    assertThrows(MessageException.class, () -> Drafts.of(adapter(), part), () -> "cut off at " + at);
            isLocated(refusal);
        }
    }

    @Test
    void aBrokenLineIsPassedOn() {
        IOException broken = new IOException("broken");
        InputStream half = Hostile.breakingAfter("", broken);
        InputStream message =
                new java.io.SequenceInputStream(new ByteArrayInputStream(message(), 0, message().length / 2), half);
        assertEquals(broken, assertThrows(IOException.class, () -> adapter().read(message, draft -> {})));
    }

    @Property(tries = 300)
    void aDamagedMessageIsReadOrRefused(
            @ForAll @IntRange(max = 1_000_000) int position, @ForAll byte value, @ForAll @IntRange(max = 8) int more)
            throws IOException {
        byte[] damaged = message();
        for (int i = 0; i <= more; i++) {
            damaged[(position + i * 7_919) % damaged.length] = (byte) (value + i);
        }
        isReadOrRefused(damaged);
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        isReadOrRefused(bytes);
    }

    @Test
    void nothingIsRefused() {
        isLocated(assertThrows(MessageException.class, () -> Drafts.of(adapter(), new byte[0])));
    }

    protected final void isReadOrRefused(byte[] bytes) throws IOException {
        try {
            isSilent(Drafts.content(Drafts.of(adapter(), bytes)));
        } catch (MessageException refusal) {
            isLocated(refusal);
        }
    }

    protected final void isLocated(MessageException refusal) {
        assertTrue(refusal.where().matches(place()), refusal.where());
        assertNull(refusal.getCause());
        isSilent(refusal.getMessage() + refusal.reason());
        isWithoutWhatIsKnownByItsForm(refusal.getMessage() + refusal.reason());
    }

    private void isWithoutWhatIsKnownByItsForm(String content) {
        knownByItsForm().forEach(value -> assertFalse(content.contains(value), "Something came out of a free text"));
    }

    private void isSilent(String content) {
        forbidden().forEach(value -> assertFalse(content.contains(value), "Something forbidden came out"));
    }
}
