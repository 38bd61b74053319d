package nl.knelpunt.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Whole process against Apache Karaf with its http feature: time to the first answer and resident memory, same JVM flags, the four
 * kinds of start in turn, median of the rounds. Cold is with an empty framework cache, on demo data that exist.
 *
 * <p>Arguments: folder of the installation, its data folder with demo data, folder of Karaf, rounds (default 9). Linux.
 */
public final class StartUp {

    private static final String FLAGS = "-Xms64m -Xmx512m -XX:+UseSerialGC -XX:-UsePerfData";
    private static final int KARAFS = 8_181;

    private enum Kind {
        OURS_COLD("Knelpunt, cold"),
        KARAF_COLD("Karaf, cold"),
        OURS_WARM("Knelpunt, warm"),
        KARAF_WARM("Karaf, warm");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private record Run(long millis, long kibibytes) {}

    private final Path home;
    private final Path data;
    private final Path karaf;

    private StartUp(Path home, Path data, Path karaf) {
        this.home = home;
        this.data = data;
        this.karaf = karaf;
    }

    public static void main(String[] args) throws Exception {
        StartUp startUp = new StartUp(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 9;
        startUp.prepare();
        Map<Kind, List<Run>> runs = new EnumMap<>(Kind.class);
        for (int round = 0; round <= rounds; round++) {
            for (Kind kind : Kind.values()) {
                Run run = startUp.run(kind);
                // The first round only fills the disk's cache.
                if (round > 0) {
                    runs.computeIfAbsent(kind, k -> new ArrayList<>()).add(run);
                }
            }
        }
        System.out.printf(
                "%n%s, %s, %d processors, flags %s, %d rounds%n",
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                FLAGS,
                rounds);
        System.out.printf("%-16s %22s %22s%n", "", "first answer, ms", "resident, MiB");
        runs.forEach((kind, all) -> System.out.printf(
                "%-16s %8d (%5d-%5d) %8d (%5d-%5d)%n",
                kind.label,
                of(all, 0.5, true),
                of(all, 0, true),
                of(all, 1, true),
                of(all, 0.5, false),
                of(all, 0, false),
                of(all, 1, false)));
        ratio("cold", runs.get(Kind.OURS_COLD), runs.get(Kind.KARAF_COLD));
        ratio("warm", runs.get(Kind.OURS_WARM), runs.get(Kind.KARAF_WARM));
    }

    private static void ratio(String name, List<Run> ours, List<Run> karafs) {
        System.out.printf(
                "ratio %-10s %8.2f %31.2f%n",
                name,
                (double) of(ours, 0.5, true) / of(karafs, 0.5, true),
                (double) of(ours, 0.5, false) / of(karafs, 0.5, false));
    }

    private static long of(List<Run> runs, double part, boolean time) {
        long[] sorted = runs.stream()
                .mapToLong(r -> time ? r.millis : r.kibibytes / 1024)
                .sorted()
                .toArray();
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    /** Karaf gets its http feature at boot, and both get the same flags. */
    private void prepare() throws IOException {
        Path features = karaf.resolve("etc/org.apache.karaf.features.cfg");
        String text = Files.readString(features);
        if (!text.contains("    http, ")) {
            Files.writeString(features, text.replace("    bundle/", "    http, \\\n    bundle/"));
        }
    }

    private Run run(Kind kind) throws Exception {
        int port = freePort();
        boolean ours = kind == Kind.OURS_COLD || kind == Kind.OURS_WARM;
        Path cache = ours ? data.resolve("run") : karaf.resolve("data");
        if (kind == Kind.OURS_COLD || kind == Kind.KARAF_COLD) {
            delete(cache);
        }
        ProcessBuilder builder = ours
                ? new ProcessBuilder(
                        home.resolve("bin/knelpunt").toString(),
                        "start",
                        "--demo",
                        "--foreground",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString())
                : new ProcessBuilder(karaf.resolve("bin/karaf").toString(), "server");
        builder.environment().put("KNELPUNT_JAVA_OPTS", FLAGS);
        builder.environment().put("JAVA_OPTS", FLAGS);
        builder.environment().put("EXTRA_JAVA_OPTS", "");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            String address = ours ? "http://127.0.0.1:" + port + "/v1/health" : "http://127.0.0.1:" + KARAFS + "/";
            while (!answers(address, ours)) {
                if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(120) || !process.isAlive()) {
                    throw new IllegalStateException(kind.label + " gave no answer");
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            // Both settle before memory is read.
            TimeUnit.SECONDS.sleep(3);
            return new Run(millis, resident(process));
        } finally {
            stop(process);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ours must say that it is well; of Karaf, which has no page yet, any answer counts. */
    private static boolean answers(String address, boolean mustBeWell) throws IOException {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return !mustBeWell || status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the process and all that it started. */
    private static long resident(Process process) throws IOException {
        long sum = ofOne(process.pid());
        for (ProcessHandle child :
                process.descendants().filter(ProcessHandle::isAlive).toList()) {
            sum += ofOne(child.pid());
        }
        return sum;
    }

    /** Zero of a process that has just ended, such as a helper of a start script. */
    private static long ofOne(long pid) throws IOException {
        if (!Files.exists(Path.of("/proc/" + pid + "/status"))) {
            return 0;
        }
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static void stop(Process process) throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            for (int i = 0; one.isAlive() && i < 200; i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            if (one.isAlive()) {
                one.destroyForcibly();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
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
