package nl.knelpunt.benchmarks.swap;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A platform whose bundle is exchanged under load. */
interface Subject extends AutoCloseable {

    String name();

    /**
     * Sends one message, whose second half comes later, and returns when it is answered. By several threads at once.
     *
     * @param late which class it needs at its end
     * @param millis between both halves
     * @return what the answer names; an id under which it is stored, or the answer itself
     * @throws IOException it failed: an answer that is none, or no answer
     */
    String call(String id, int late, int millis) throws IOException, InterruptedException;

    /** Makes the bundles of all swaps up to a number, so that making them takes nothing from what is measured. */
    void prepare(int last) throws Exception;

    /** Exchanges the bundle for its next version and returns when the old one is gone. */
    Swapped swap(int number) throws Exception;

    /**
     * @param millis without the drain
     * @param drainMillis until nobody was in the old one any more
     * @param removalPending bundles that are left
     */
    record Swapped(double millis, double drainMillis, int removalPending) {}

    /** Why exchanges failed and had to be asked for again; empty when none did. */
    default List<String> refused() {
        return List.of();
    }

    /** What is stored, by the sender's id: how often. Null when nothing is stored there. */
    Map<String, Integer> stored() throws Exception;

    /** Bytes of the heap after a collection. */
    long heap() throws Exception;

    /** Loaders of plugin classes that are in memory after a collection. */
    int loaders() throws Exception;

    @Override
    void close() throws Exception;
}
