package nl.knelpunt.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff whole = new Backoff(() -> 1);
    private final Backoff half = new Backoff(() -> 0);

    @Test
    void waitsTwiceAsLongEachTimeUpToAnHour() {
        assertEquals(Duration.ofSeconds(2), whole.after(1, 0));
        assertEquals(Duration.ofSeconds(4), whole.after(2, 0));
        assertEquals(Duration.ofSeconds(256), whole.after(8, 0));
        assertEquals(Duration.ofHours(1), whole.after(12, 0));
        assertEquals(Duration.ofHours(1), whole.after(Integer.MAX_VALUE, 0));
    }

    @Test
    void aPartOfItIsChance() {
        for (int tries = 1; tries < 20; tries++) {
            assertEquals(whole.after(tries, 0), half.after(tries, 0).multipliedBy(2));
        }
    }

    @Test
    void waitsAsLongAsIsAskedButNeverMoreThanAnHour() {
        assertEquals(Duration.ofSeconds(120), whole.after(1, 120));
        assertEquals(Duration.ofHours(1), half.after(1, 999_999));
        assertTrue(whole.after(9, 1).compareTo(Duration.ofSeconds(1)) > 0, "no sooner than by itself");
    }
}
