package nl.knelpunt.benchmarks.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.knelpunt.benchmarks.guard.Acts.Posed;
import nl.knelpunt.engine.guard.Facts;

/**
 * The guard beside policy engines and a hand-written predicate, on the same acts, in rounds in which each has its turn. Stops by
 * itself after about two minutes; with exit status 1 when not all decide the same.
 */
public final class Decisions {

    private static final int ROUNDS = 9;
    private static final long WARM_UP_MILLIS = 4_000;
    private static final long ROUND_MILLIS = 600;

    private Decisions() {}

    public static void main(String[] args) {
        // jCasbin and AuthzForce log by way of SLF4J, which has nothing to log to here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        List<Posed> shared = Acts.shared();
        List<Posed> all = Acts.all();
        Measured guard = measured(shared, acts -> new KnelpuntGuard("Knelpunt guard", acts));
        Measured handWritten = measured(shared, HandWritten::new);
        List<Measured> engines =
                List.of(measured(shared, Casbin::new), measured(shared, AuthzForce::new), measured(shared, Cedar::new));
        List<Measured> contestants = new ArrayList<>(List.of(guard, handWritten));
        contestants.addAll(engines);
        contestants.add(measured(shared, CasbinOverJava::new));
        contestants.add(measured(all, acts -> new KnelpuntGuard("Knelpunt guard, all acts", acts)));

        print(
                "%d acts, %d of them to be permitted; with those on which only the guard's other rules bear %d, %d permitted.%n",
                shared.size(), permits(shared), all.size(), permits(all));
        boolean agreed = agree(contestants);
        measure(contestants);
        table(guard, contestants);
        aims(guard, handWritten, engines);
        System.exit(agreed ? 0 : 1);
    }

    private static Measured measured(List<Posed> acts, Function<List<Facts>, Contestant> contestant) {
        boolean[] permitted = new boolean[acts.size()];
        for (int i = 0; i < permitted.length; i++) {
            permitted[i] = acts.get(i).permitted();
        }
        return new Measured(contestant.apply(acts.stream().map(Posed::facts).toList()), permitted);
    }

    private static long permits(List<Posed> acts) {
        return acts.stream().filter(Posed::permitted).count();
    }

    private static boolean agree(List<Measured> contestants) {
        boolean agreed = true;
        List<String> counts = new ArrayList<>();
        for (Measured contestant : contestants) {
            long agreements = contestant.agreements();
            counts.add(contestant.name() + " " + agreements + "/" + contestant.acts());
            agreed &= agreements == contestant.acts();
        }
        print("Decided as it should be: %s%n", String.join(", ", counts));
        return agreed;
    }

    private static void measure(List<Measured> contestants) {
        contestants.forEach(c -> c.warmUp(WARM_UP_MILLIS));
        double timerCost = Measured.timerCost();
        print(
                "%d rounds; the timer costs %.0f ns, which are taken off, and goes by steps of %d ns.%n%n",
                ROUNDS, timerCost, Measured.timerStep());
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                contestants.get((round + i) % contestants.size()).round(ROUND_MILLIS, timerCost);
            }
        }
    }

    private static void table(Measured guard, List<Measured> contestants) {
        String heads = "%-42s %13s %8s | %19s | %28s | %17s%n";
        print(heads, "", "decisions per", "guard", "CPU ns per", "ns of one decision", "bytes per");
        print(
                "%-42s %13s %8s | %9s %9s | %9s %8s %9s | %8s %8s%n",
                "median of the rounds",
                "CPU-second",
                "is times",
                "permit",
                "refusal",
                "p50",
                "p99",
                "p99.9",
                "permit",
                "refusal");
        for (Measured c : contestants) {
            print(
                    "%-42s %,13.0f %8.2f | %,9.0f %,9.0f | %,9.0f %,8.0f %,9.0f | %,8.0f %,8.0f%n",
                    c.name(),
                    c.perCpuSecond(),
                    guard.perCpuSecond() / c.perCpuSecond(),
                    c.permit(),
                    c.refusal(),
                    c.p50(),
                    c.p99(),
                    c.p999(),
                    c.bytesPermit(),
                    c.bytesRefusal());
        }
    }

    private static void aims(Measured guard, Measured handWritten, List<Measured> engines) {
        double fastest =
                engines.stream().mapToDouble(Measured::perCpuSecond).max().orElseThrow();
        print("%n");
        aim("2 million decisions per CPU-second or more", guard.perCpuSecond() >= 2e6);
        aim("p99 of 2 microseconds at most", guard.p99() <= 2_000);
        aim("nothing allocated on a permit", guard.bytesPermit() < 1);
        aim("15 times the fastest of the three engines", guard.perCpuSecond() >= 15 * fastest);
        aim("within 2 times of the hand-written predicate", 2 * guard.perCpuSecond() >= handWritten.perCpuSecond());
        aim("the same on permits, where both have the same to say", guard.permit() <= 2 * handWritten.permit());
    }

    private static void aim(String aim, boolean reached) {
        print("%-9s %s%n", reached ? "reached" : "missed", aim);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
