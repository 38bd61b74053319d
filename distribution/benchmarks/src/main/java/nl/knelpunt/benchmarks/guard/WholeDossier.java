package nl.knelpunt.benchmarks.guard;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.benchmarks.guard.Riec.Dossier;
import nl.knelpunt.engine.component.GateComponent;
import nl.knelpunt.engine.component.KnelpuntUseCases;
import nl.knelpunt.engine.component.RulesInForce;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.store.StoreComponent;
import org.osgi.framework.BundleContext;

/**
 * A dossier of 5,000 data about 200 people: its first page and the whole, through the use case, the gate and the store on disk,
 * each answer after its log records are synced. Without HTTP and JSON. Stops by itself.
 */
public final class WholeDossier {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int DATA = 5_000;
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 25;

    private final Riec riec = new Riec();
    private final Dossier dossier = riec.dossier(KnelpuntState.DESIGNATED, 1, 2, 3);
    private final UUID id = dossier.knelpunt().id();
    private final Actor worker = riec.worker(riec.involved.get(0));
    private final StoreComponent store;
    private final Gate gate;
    private final KnelpuntUseCases knelpunten;

    private WholeDossier(Path folder) {
        store = new StoreComponent(contextOf(folder));
        Router router = new AllActive(riec.kinds);
        gate = new GateComponent(
                store,
                () -> Riec.NOW,
                () -> riec.region,
                new RulesInForce(router),
                router,
                text -> List.of(),
                (purpose, data) -> data);
        // The dossier is only read: no area is drawn.
        knelpunten = new KnelpuntUseCases(gate, null);
    }

    public static void main(String[] args) throws IOException {
        // Flyway logs by way of SLF4J, which has nothing to log to here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // The store's writer goes on until the framework stops it; there is none here.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        Path folder = Files.createTempDirectory("knelpunt-dossier");
        try {
            WholeDossier benchmark = new WholeDossier(folder);
            benchmark.fill();
            benchmark.measure();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        System.exit(0);
    }

    private static BundleContext contextOf(Path folder) {
        return (BundleContext) Proxy.newProxyInstance(
                WholeDossier.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, values) -> method.getName().equals("getProperty") && values[0].equals("knelpunt.data")
                        ? folder.toString()
                        : null);
    }

    private void fill() {
        Acts acts = new Acts(riec);
        store.transact(transaction -> {
            transaction.accounts().insert(worker.account(), "none");
            transaction.knelpunten().insert(dossier.knelpunt());
            dossier.subjects().forEach(transaction.data()::insert);
            for (int i = 0; i < DATA; i++) {
                transaction
                        .data()
                        .insert(acts.datum(Ids.next(), dossier.subject(i), riec.any(riec.involved), 1 + i % 3));
            }
            return null;
        });
    }

    private void measure() {
        for (int i = 0; i < WARM_UP; i++) {
            whole();
            guardOfTheWhole();
            guardOfTheWhole();
        }
        long records = store.contents().logRecords();
        int shown = whole();
        records = store.contents().logRecords() - records;
        print(
                "%,d data about %d subjects; the whole in pages of %d shows %,d and commits %,d log records.%n",
                DATA, dossier.subjects().size(), Page.MOST, shown, records);
        print("%d rounds, milliseconds:%n%n%-52s %9s %9s%n", ROUNDS, "", "p50", "p95");
        List<long[]> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Guarded guarded = guardOfTheWhole();
            rounds.add(new long[] {
                timed(this::firstPage), timed(this::whole), guarded.elapsed(), guarded.onCpu(),
            });
        }
        row("first page of 100", rounds, 0);
        row("the whole, page after page", rounds, 1);
        row("of which the guard, for the whole", rounds, 2);
        row("the same in CPU time", rounds, 3);
        long guard = sorted(rounds, 3)[ROUNDS / 2];
        print(
                "%n%-9s the guard's share of the whole under 10 ms of CPU time%n",
                guard < Duration.ofMillis(10).toNanos() ? "reached" : "missed");
    }

    private int firstPage() {
        return page(null).items().size();
    }

    private int whole() {
        int shown = 0;
        UUID after = null;
        do {
            Page<ShownDatum> page = page(after);
            shown += page.items().size();
            after = page.next();
        } while (after != null);
        return shown;
    }

    private Page<ShownDatum> page(UUID after) {
        return knelpunten.data(call(), id, after, Page.MOST);
    }

    private Call call() {
        return new Call(new Caller.Person(worker.account().id()), Ids.next(), "benchmark");
    }

    /** Nanoseconds. */
    private record Guarded(long elapsed, long onCpu) {}

    /** The decisions of the whole once more by themselves, on the facts that the gate loads. */
    private Guarded guardOfTheWhole() {
        return gate.read(call(), Act.SEE_DATA, id, (transaction, facts, judge) -> {
            List<Datum> data = transaction.data().ofDossier(id);
            long from = System.nanoTime();
            long cpu = THREAD.getCurrentThreadCpuTime();
            int permitted = 0;
            for (int i = 0; i < data.size(); i++) {
                if (i % Page.MOST == 0 && !KnelpuntGuard.permits(facts)) {
                    throw new IllegalStateException("The reading is to be permitted");
                }
                permitted += KnelpuntGuard.permits(facts, data.get(i)) ? 1 : 0;
            }
            Guarded guarded = new Guarded(System.nanoTime() - from, THREAD.getCurrentThreadCpuTime() - cpu);
            if (permitted != DATA) {
                throw new IllegalStateException("All data are to be permitted");
            }
            return guarded;
        });
    }

    private static long timed(LongSupplier work) {
        long from = System.nanoTime();
        work.getAsLong();
        return System.nanoTime() - from;
    }

    private static void row(String what, List<long[]> rounds, int column) {
        long[] nanos = sorted(rounds, column);
        print("%-52s %,9.1f %,9.1f%n", what, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6);
    }

    private static long[] sorted(List<long[]> rounds, int column) {
        return rounds.stream().mapToLong(r -> r[column]).sorted().toArray();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    /** As if every participant's plugin were there. */
    private record AllActive(Set<String> activeKinds, List<PluginDescriptor> active) implements Router {

        AllActive(Set<String> kinds) {
            this(kinds, kinds.stream().map(AllActive::plugin).toList());
        }

        private static PluginDescriptor plugin(String kind) {
            Text name = new Text(kind, kind);
            return new PluginDescriptor(
                    kind, "1.0.0", "", kind, name, Set.of(), Set.of(), Set.of(), List.of(), List.of());
        }

        @Override
        public Optional<InterventionType> interventionType(String kind, String code) {
            return Optional.empty();
        }

        @Override
        public Optional<Lease> lease(String kind) {
            return Optional.empty();
        }

        @Override
        public void hold(String kind, Duration atMost) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(String kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int inside(Plugin plugin) {
            return 0;
        }

        @Override
        public boolean drain(Plugin plugin, Duration atMost) {
            return true;
        }

        @Override
        public void cutOff(Plugin plugin, Text reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isCutOff(String kind) {
            return false;
        }

        @Override
        public Optional<Text> cutOff(Plugin plugin) {
            return Optional.empty();
        }
    }
}
