package nl.knelpunt.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TriesTest {

    private final MovableClock clock = new MovableClock();
    private final Tries tries = new Tries(clock, 5, 100);

    @Test
    void fiveFailuresAreFreeAndThenTheWaitDoublesToAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertTrue(tries.begin("anna"));
        }
        List<Duration> waits = Stream.of(15, 30, 60, 120, 240, 480, 900, 900)
                .map(Duration::ofSeconds)
                .toList();
        for (Duration wait : waits.subList(0, 6)) {
            clock.forward(wait.minusMillis(1));
            assertFalse(tries.begin("anna"), "still waiting " + wait);
            clock.forward(Duration.ofMillis(1));
            assertTrue(tries.begin("anna"), "after " + wait);
        }
        for (int i = 0; i < 20; i++) {
            clock.forward(Duration.ofMinutes(15));
            assertTrue(tries.begin("anna"), "never longer than a quarter of an hour");
            assertFalse(tries.begin("anna"));
        }
    }

    @Test
    void triesDuringTheWaitDoNotLengthenIt() {
        fail("anna", 5);
        for (int i = 0; i < 1000; i++) {
            assertFalse(tries.begin("anna"));
        }
        clock.forward(Duration.ofSeconds(15));
        assertTrue(tries.begin("anna"));
    }

    @Test
    void successForgetsTheFailuresOfAName() {
        fail("anna", 5);
        tries.succeeded("anna");
        fail("anna", 5);
        assertFalse(tries.begin("anna"));
    }

    @Test
    void successTakesBackOneTryOfAnOriginOnly() {
        fail("10.0.0.7", 4);
        assertTrue(tries.begin("10.0.0.7"));
        tries.takeBack("10.0.0.7");
        assertTrue(tries.begin("10.0.0.7"), "the fifth failure");
        assertFalse(tries.begin("10.0.0.7"), "four failures were not forgotten");
    }

    @Test
    void everyQuarterOfAnHourOneFailureIsForgiven() {
        fail("anna", 4);
        clock.forward(Duration.ofMinutes(31));
        fail("anna", 3);
        assertFalse(tries.begin("anna"));
    }

    @Test
    void oneNameDoesNotBurdenAnother() {
        fail("anna", 5);
        assertTrue(tries.begin("bert"));
    }

    @Test
    void rememberedNamesAreBounded() {
        fail("anna", 5);
        for (int i = 0; i < 100; i++) {
            tries.begin("name" + i);
        }
        assertTrue(tries.begin("anna"), "the one longest unused went");
        long waiting = Stream.iterate(0, i -> i + 1)
                .limit(100)
                .filter(i -> !tries.begin("name" + i))
                .count();
        assertEquals(0, waiting);
    }

    private void fail(String key, int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(tries.begin(key), "failure " + (i + 1));
        }
    }
}
