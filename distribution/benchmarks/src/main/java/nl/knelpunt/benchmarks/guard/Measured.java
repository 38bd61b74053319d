package nl.knelpunt.benchmarks.guard;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One contestant and its figures, on one thread: rounds of the acts in turn, of which the median counts. */
final class Measured {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SAMPLES = 200_000;

    private final Contestant contestant;
    private final boolean[] permitted;
    private final int[] permits;
    private final int[] refusals;
    private final int[] all;
    private final List<Round> rounds = new ArrayList<>();

    /** @param permitted what is to be decided on each act */
    Measured(Contestant contestant, boolean[] permitted) {
        this.contestant = contestant;
        this.permitted = permitted;
        this.permits = numbers(permitted, true);
        this.refusals = numbers(permitted, false);
        this.all = new int[permitted.length];
        Arrays.setAll(all, i -> i);
    }

    private record Round(
            double perCpuSecond,
            double permit,
            double refusal,
            double p50,
            double p99,
            double p999,
            double bytesPermit,
            double bytesRefusal) {}

    private static int[] numbers(boolean[] permitted, boolean which) {
        int[] numbers = new int[permitted.length];
        int count = 0;
        for (int i = 0; i < permitted.length; i++) {
            if (permitted[i] == which) {
                numbers[count++] = i;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    String name() {
        return contestant.name();
    }

    /** On how many acts it decides as it should. */
    long agreements() {
        long agreed = 0;
        for (int i = 0; i < permitted.length; i++) {
            if (contestant.permits(i) == permitted[i]) {
                agreed++;
            }
        }
        return agreed;
    }

    int acts() {
        return permitted.length;
    }

    void warmUp(long millis) {
        decide(all, millis);
    }

    void round(long millis, double timerCost) {
        double[] nanos = sample(millis / 2, timerCost);
        rounds.add(new Round(
                1e9 / cpuNanos(all, millis),
                cpuNanos(permits, millis / 2),
                cpuNanos(refusals, millis / 4),
                at(nanos, 0.5),
                at(nanos, 0.99),
                at(nanos, 0.999),
                bytes(permits),
                bytes(refusals)));
    }

    private double cpuNanos(int[] acts, long millis) {
        long cpu = THREAD.getCurrentThreadCpuTime();
        long decisions = decide(acts, millis);
        return (double) (THREAD.getCurrentThreadCpuTime() - cpu) / decisions;
    }

    private long decide(int[] acts, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        long decisions = 0;
        do {
            pass(acts);
            decisions += acts.length;
        } while (System.nanoTime() < end);
        return decisions;
    }

    private void pass(int[] acts) {
        int right = 0;
        for (int act : acts) {
            if (contestant.permits(act) == permitted[act]) {
                right++;
            }
        }
        if (right != acts.length) {
            throw new IllegalStateException(name() + " changed its mind");
        }
    }

    private double[] sample(long millis, double timerCost) {
        double[] nanos = new double[SAMPLES];
        long end = System.nanoTime() + millis * 1_000_000;
        int count = 0;
        int right = 0;
        for (int act = 0; count < SAMPLES; act = act + 1 == all.length ? 0 : act + 1) {
            long from = System.nanoTime();
            boolean permits = contestant.permits(act);
            long to = System.nanoTime();
            right += permits == permitted[act] ? 1 : 0;
            nanos[count++] = Math.max(0, to - from - timerCost);
            if (to > end) {
                break;
            }
        }
        if (right != count) {
            throw new IllegalStateException(name() + " changed its mind");
        }
        double[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** What asking the time twice costs: the median. */
    static double timerCost() {
        double[] nanos = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            long from = System.nanoTime();
            nanos[i] = System.nanoTime() - from;
        }
        Arrays.sort(nanos);
        return at(nanos, 0.5);
    }

    /** The smallest step that the timer takes. */
    static long timerStep() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < SAMPLES; i++) {
            long from = System.nanoTime();
            long to = System.nanoTime();
            while (to == from) {
                to = System.nanoTime();
            }
            least = Math.min(least, to - from);
        }
        return least;
    }

    private double bytes(int[] acts) {
        long id = Thread.currentThread().getId();
        int passes = Math.max(1, 2_000 / acts.length);
        long before = THREAD.getThreadAllocatedBytes(id);
        for (int i = 0; i < passes; i++) {
            pass(acts);
        }
        return (double) (THREAD.getThreadAllocatedBytes(id) - before) / passes / acts.length;
    }

    double perCpuSecond() {
        return median(Round::perCpuSecond);
    }

    /** CPU time of a permit in nanoseconds, apart from refusals. */
    double permit() {
        return median(Round::permit);
    }

    double refusal() {
        return median(Round::refusal);
    }

    double p50() {
        return median(Round::p50);
    }

    double p99() {
        return median(Round::p99);
    }

    double p999() {
        return median(Round::p999);
    }

    double bytesPermit() {
        return median(Round::bytesPermit);
    }

    double bytesRefusal() {
        return median(Round::bytesRefusal);
    }

    private double median(ToDoubleFunction<Round> figure) {
        return at(rounds.stream().mapToDouble(figure).sorted().toArray(), 0.5);
    }

    private static double at(double[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }
}
