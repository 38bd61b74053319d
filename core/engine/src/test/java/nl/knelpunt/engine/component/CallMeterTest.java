package nl.knelpunt.engine.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Swap;
import org.junit.jupiter.api.Test;

/** What becomes of messages is counted for their kind, and how a plugin does for its generation alone. */
class CallMeterTest {

    private final CallMeter meter = new CallMeter();

    private CallMeter.Running call(long generation) {
        CallMeter.Running running = meter.begin("police");
        running.enter(generation);
        return running;
    }

    private static void fail(CallMeter.Running running) {
        running.blamePlugin();
        running.end(false);
    }

    @Test
    void errorsOfTheLastCallsOfTheOldOneAreNotTheNewOnes() {
        meter.restart("police", 1);
        CallMeter.Running last = call(1);
        CallMeter.Running another = call(1);
        meter.restart("police", 2);
        fail(last);
        call(2).end(true);
        fail(another);

        assertEquals(0, meter.health("police").errors());
        assertEquals(1, meter.health("police").calls());
        assertEquals(new ModuleSteps.Recent(1, 0), meter.recent("police"));
        assertEquals(new Swap.Counters(3, 1, 2, 0), meter.counters("police"), "no message is lost from the count");
    }

    @Test
    void errorsOfTheNewOneAreItsOwn() {
        fail(call(1));
        meter.restart("police", 2);
        fail(call(2));
        fail(call(2));
        assertEquals(2, meter.health("police").errors());
        assertEquals(new ModuleSteps.Recent(2, 2), meter.recent("police"));
    }

    @Test
    void aCallThatIsInTheNewOneBeforeThatIsToldCountsForIt() {
        meter.restart("police", 1);
        CallMeter.Running early = call(2);
        fail(early);
        meter.restart("police", 2);
        assertEquals(1, meter.health("police").errors());
    }

    @Test
    void aMessageThatNeverReachedThePluginSaysNothingOfIt() {
        meter.restart("police", 1);
        meter.begin("police").end(false);
        assertEquals(0, meter.health("police").calls());
        assertEquals(new Swap.Counters(1, 0, 1, 0), meter.counters("police"));
    }

    @Test
    void oneThatGoesBackBeginsWithoutTheErrorsOfTheOneThatFailed() {
        meter.restart("police", 1);
        meter.restart("police", 2);
        fail(call(2));
        meter.restart("police", 3);
        assertEquals(0, meter.health("police").errors());
    }
}
