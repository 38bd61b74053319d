package nl.knelpunt.benchmarks.swap;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The police's plugin exchanged again and again while callers send through it at a fixed rate, each message taking its time and many
 * needing a class that no message needed before. Every message is held against its answer and against what is stored. The same
 * against a plain update of an equal bundle, which must fail, and against Apache Karaf.
 *
 * <p>Arguments: folder of the installation, a new folder to work in, folder of Karaf or - for none, swaps (default 200), messages per
 * second (default 200), callers (default 8), swaps before those that count (default 400). Exit status 1 when anything of ours was lost,
 * failed or came twice.
 */
public final class SwapSoak {

    /** What was softly held since the start goes before the heap is first looked at, and not in the midst of the soak. */
    private static final String FLAGS =
            "-Xms512m -Xmx512m -XX:+UseSerialGC -XX:-UsePerfData -XX:SoftRefLRUPolicyMSPerMB=100";

    private static final int LEAST_MILLIS = 1;
    private static final int MOST_MILLIS = 60;
    private static final int BLOCK = 5;
    /** A server that has run for a while: until its compiler knows what a swap needs, it is at work, and is what others feel most. */
    private static final int WARM_UP_SWAPS = 400;

    /** So many that the slowest twentieth in each kind of window is more than a handful of calls. */
    private static final double OTHERS_PER_SECOND = 60;

    private static final int FAILURES_SHOWN = 3;

    /** Of the whole of one subject. */
    private record Outcome(
            String name,
            List<Callers.Call> calls,
            List<Callers.Call> others,
            List<Subject.Swapped> swaps,
            List<long[]> swapping,
            List<long[]> quiet,
            Set<String> storedBefore,
            Map<String, Integer> stored,
            Map<String, String> what,
            long heapBefore,
            long heapAfter,
            int loadersBefore,
            int loadersAfter,
            int left,
            List<String> refused) {

        long failed() {
            return calls.stream().filter(c -> c.answer() == null).count();
        }
    }

    private final Path home;
    private final Path folder;
    private final Path karaf;
    private final int swaps;
    private final double rate;
    private final int callers;
    private final int warmUpSwaps;

    private SwapSoak(Path home, Path folder, Path karaf, int swaps, double rate, int callers, int warmUpSwaps) {
        this.home = home;
        this.folder = folder;
        this.karaf = karaf;
        this.swaps = swaps;
        this.rate = rate;
        this.callers = callers;
        this.warmUpSwaps = warmUpSwaps;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(folder + " is there already");
        }
        SwapSoak soak = new SwapSoak(
                Path.of(args[0]),
                Files.createDirectories(folder),
                args.length < 3 || args[2].equals("-") ? null : Path.of(args[2]),
                args.length > 3 ? Integer.parseInt(args[3]) : 200,
                args.length > 4 ? Double.parseDouble(args[4]) : 200,
                args.length > 5 ? Integer.parseInt(args[5]) : 8,
                args.length > 6 ? Integer.parseInt(args[6]) : WARM_UP_SWAPS);
        boolean well;
        try {
            well = soak.run();
        } finally {
            delete(folder);
        }
        System.exit(well ? 0 : 1);
    }

    private boolean run() throws Exception {
        System.out.printf(
                "%s, %d processors, flags %s%n%d swaps after %d, %d callers, %.0f messages per second of %d-%d ms%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                FLAGS,
                swaps,
                warmUpSwaps,
                callers,
                rate,
                LEAST_MILLIS,
                MOST_MILLIS);
        List<Outcome> all = new ArrayList<>();
        try (Ours ours = new Ours(home, folder.resolve("ours"), FLAGS)) {
            all.add(soak(ours));
        }
        try (Plain plain =
                new Plain(folder.resolve("plain"), new SoakJars(folder.resolve("plain/jars"), Ours.bundles(home)))) {
            all.add(soak(plain));
        }
        if (karaf != null) {
            try (Karaf other = new Karaf(copied(karaf), folder.resolve("karaf"), Ours.bundles(home), FLAGS)) {
                all.add(soak(other));
            }
        }
        if (karaf != null) {
            compare(all.get(0), all.get(2));
        }
        return judge(all.get(0), all.get(1));
    }

    private Path copied(Path from) throws IOException {
        Path to = folder.resolve("apache-karaf");
        try (var all = Files.walk(from)) {
            for (Path file : all.sorted().toList()) {
                Path relative = from.relativize(file);
                if (!relative.startsWith("data")) {
                    Files.copy(file, to.resolve(relative.toString()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }

    private Outcome soak(Subject subject) throws Exception {
        System.err.println(subject.name() + " …");
        int number = 1;
        subject.prepare(warmUpSwaps + swaps);
        Callers warming = new Callers("warm", callers, rate, LEAST_MILLIS, MOST_MILLIS, subject::call);
        for (int i = 0; i < warmUpSwaps; i++) {
            subject.swap(number++);
        }
        TimeUnit.SECONDS.sleep(2);
        warming.stop();
        long heapBefore = subject.heap();
        int loadersBefore = subject.loaders();
        Map<String, Integer> before = subject.stored();
        List<Subject.Swapped> swapped = new ArrayList<>();
        List<long[]> swapping = new ArrayList<>();
        List<long[]> quiet = new ArrayList<>();
        Callers running = new Callers("soak", callers, rate, LEAST_MILLIS, MOST_MILLIS, subject::call);
        Callers others =
                subject instanceof Ours ours ? new Callers("other", 1, OTHERS_PER_SECOND, 0, 0, ours::other) : null;
        for (int done = 0; done < swaps; ) {
            long begin = System.nanoTime();
            for (int i = 0; i < BLOCK && done < swaps; i++, done++) {
                swapped.add(subject.swap(number++));
            }
            long end = System.nanoTime();
            swapping.add(new long[] {begin, end});
            // As long without a swap, so that both are measured in the same minutes.
            TimeUnit.NANOSECONDS.sleep(Math.max(end - begin, TimeUnit.SECONDS.toNanos(1)));
            quiet.add(new long[] {end, System.nanoTime()});
            System.err.print(".");
        }
        System.err.println();
        List<Callers.Call> calls = running.stop();
        List<Callers.Call> otherCalls = others == null ? List.of() : others.stop();
        TimeUnit.SECONDS.sleep(2);
        long heapAfter = subject.heap();
        int loadersAfter = subject.loaders();
        Map<String, String> what = new HashMap<>();
        if (subject instanceof Ours ours) {
            for (Callers.Call call : calls) {
                if (call.answer() != null) {
                    what.put(call.id(), ours.what(call.answer()));
                }
            }
        }
        Outcome outcome = new Outcome(
                subject.name(),
                calls,
                otherCalls,
                swapped,
                swapping,
                quiet,
                before == null ? Set.of() : before.keySet(),
                subject.stored(),
                what,
                heapBefore,
                heapAfter,
                loadersBefore,
                loadersAfter,
                subject instanceof Ours ours
                        ? ours.left()
                        : swapped.get(swapped.size() - 1).removalPending(),
                subject.refused());
        // At once: what another subject does later takes nothing from it.
        print(outcome);
        return outcome;
    }

    private static void print(Outcome o) {
        List<Double> swap = sorted(o.swaps, Subject.Swapped::millis);
        List<Double> drain = sorted(o.swaps, Subject.Swapped::drainMillis);
        List<Double> waited = o.calls.stream()
                .filter(c -> c.answer() != null)
                .map(Callers.Call::waited)
                .sorted()
                .toList();
        System.out.printf("%s%n", o.name);
        System.out.printf("  messages            %,d sent, %,d failed%n", o.calls.size(), o.failed());
        Map<String, Long> failures = o.calls.stream()
                .filter(c -> c.failure() != null)
                .collect(Collectors.groupingBy(
                        c -> c.failure().substring(0, Math.min(80, c.failure().length())),
                        TreeMap::new,
                        Collectors.counting()));
        failures.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(FAILURES_SHOWN)
                .forEach(f -> System.out.printf("    %,d times          %s%n", f.getValue(), f.getKey()));
        if (o.stored != null) {
            System.out.printf(
                    "  reconciled          %,d lost, %,d duplicated, %,d with other content%n",
                    lost(o).size(), duplicated(o), strange(o));
        }
        System.out.printf(
                "  longest gap         %.1f ms beside a call's own time (p95 %.1f)%n",
                waited.isEmpty() ? 0 : waited.get(waited.size() - 1), at(waited, 0.95));
        System.out.printf(
                "  swap                p50 %.1f ms, p95 %.1f ms, most %.1f ms without the drain%n",
                at(swap, 0.5), at(swap, 0.95), at(swap, 1));
        if (!o.refused.isEmpty()) {
            System.out.printf("  failed swaps        %d, first: %s%n", o.refused.size(), o.refused.get(0));
        }
        if (drain.get(drain.size() - 1) > 0) {
            System.out.printf("  drain               p50 %.1f ms, p95 %.1f ms%n", at(drain, 0.5), at(drain, 0.95));
        }
        System.out.printf(
                "  left behind         %d bundles; loaders %d before, %d after%n",
                o.left, o.loadersBefore, o.loadersAfter);
        System.out.printf(
                "  heap                %.1f MiB before, %.1f MiB after: %+.1f %%%n",
                o.heapBefore / 1048576.0, o.heapAfter / 1048576.0, 100.0 * (o.heapAfter - o.heapBefore) / o.heapBefore);
        if (!o.others.isEmpty()) {
            double during = other(o, o.swapping);
            double between = other(o, o.quiet);
            System.out.printf(
                    "  another participant p95 %.1f ms while swapping, %.1f ms while not: %.2f times; %,d calls, %,d failed%n",
                    during,
                    between,
                    during / between,
                    o.others.size(),
                    o.others.stream().filter(c -> c.answer() == null).count());
        }
        System.out.println();
    }

    private static double other(Outcome o, List<long[]> windows) {
        return at(
                o.others.stream()
                        .filter(c -> windows.stream().anyMatch(w -> c.due() >= w[0] && c.due() < w[1]))
                        .map(Callers.Call::took)
                        .sorted()
                        .toList(),
                0.95);
    }

    /** Answered, and not stored. */
    private static List<String> lost(Outcome o) {
        return o.calls.stream()
                .filter(c -> c.answer() != null && !o.stored.containsKey(c.answer()))
                .map(Callers.Call::id)
                .toList();
    }

    /** Two messages under one row, a row twice in the list, or a row of the soak that nobody was told of. */
    private static long duplicated(Outcome o) {
        Set<String> answers = new HashSet<>();
        long twice = o.calls.stream()
                .filter(c -> c.answer() != null && !answers.add(c.answer()))
                .count();
        long untold = o.stored.keySet().stream()
                .filter(id -> !o.storedBefore.contains(id) && !answers.contains(id))
                .count();
        return twice + untold + o.stored.values().stream().filter(n -> n > 1).count();
    }

    /** Stored under the sender's id is what that sender sent. */
    private static long strange(Outcome o) {
        return o.what.entrySet().stream()
                .filter(e -> !e.getValue().startsWith(e.getKey() + " "))
                .count();
    }

    private static void compare(Outcome ours, Outcome karaf) {
        System.out.println("Karaf as a multiple of ours");
        double ourSwap = at(sorted(ours.swaps, Subject.Swapped::millis), 0.5);
        double ourGap = gap(ours);
        System.out.printf(
                "  failed messages     %,d to %,d%n  swap p50            %.2f%n  longest gap         %.2f%n%n",
                karaf.failed(),
                ours.failed(),
                at(sorted(karaf.swaps, Subject.Swapped::millis), 0.5) / ourSwap,
                gap(karaf) / ourGap);
    }

    private static double gap(Outcome o) {
        return o.calls.stream()
                .filter(c -> c.answer() != null)
                .mapToDouble(Callers.Call::waited)
                .max()
                .orElse(0);
    }

    private static boolean judge(Outcome ours, Outcome plain) {
        Map<String, Boolean> aims = new java.util.LinkedHashMap<>();
        aims.put("0 failed", ours.failed() == 0);
        aims.put("0 lost", lost(ours).isEmpty());
        aims.put("0 duplicated", duplicated(ours) == 0);
        aims.put("what is stored is what was sent", strange(ours) == 0);
        aims.put("a plain update fails, so that the test can", plain.failed() > 0);
        boolean whole = aims.values().stream().allMatch(b -> b);
        aims.put("swap p95 under 250 ms", at(sorted(ours.swaps, Subject.Swapped::millis), 0.95) < 250);
        aims.put("nothing left behind", ours.left == 0);
        aims.put("old class loaders collected", ours.loadersAfter <= ours.loadersBefore);
        aims.put("heap within 5 %", Math.abs(ours.heapAfter - ours.heapBefore) <= 0.05 * ours.heapBefore);
        aims.put(
                "another participant p95 at most 1.2 times",
                other(ours, ours.swapping) <= 1.2 * other(ours, ours.quiet));
        aims.forEach((aim, reached) -> System.out.printf("%-13s %s%n", reached ? "reached" : "NOT REACHED", aim));
        return whole;
    }

    private static List<Double> sorted(List<Subject.Swapped> swaps, ToDoubleFunction<Subject.Swapped> of) {
        return swaps.stream().map(of::applyAsDouble).sorted().toList();
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.round(part * (sorted.size() - 1)));
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
