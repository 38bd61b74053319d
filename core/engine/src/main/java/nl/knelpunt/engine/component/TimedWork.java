package nl.knelpunt.engine.component;

/**
 * Work that falls due by time alone. A component of this type is called by {@link Terms}: every minute, when the demo clock was
 * moved, never twice at once.
 */
interface TimedWork {

    /** Does all that is due now, by the clock; nothing, quickly, when nothing is. What fails is tried again the next time. */
    void doDue();
}
