package nl.knelpunt.benchmarks.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;

/**
 * Damaged messages through the adapters of an installation, for as long as it is told: each has to become drafts or a {@link MessageException} with a place,
 * within a few seconds. Begins with sound messages, damages what it has in many ways, and goes on with what went deeper than before. What it finds is written
 * to a folder. Exit status 1 when it found something.
 */
public final class Fuzz {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LARGEST = 200_000;
    private static final int MOST_KEPT = 2_000;

    private final SignalAdapter adapter;
    private final SplittableRandom random;
    private final List<byte[]> corpus = new ArrayList<>();
    private final Set<String> outcomes = new HashSet<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(run -> {
        Thread made = new Thread(run, "adapter");
        made.setDaemon(true);
        return made;
    });

    private Fuzz(SignalAdapter adapter, long seed) {
        this.adapter = adapter;
        this.random = new SplittableRandom(seed);
    }

    /** @param args the installation, a folder of sound messages (searched through), a folder for what is found, minutes for each adapter (10), seed, formats */
    public static void main(String[] args) throws Exception {
        Path found = Files.createDirectories(Path.of(args[2]));
        Duration time = Duration.ofSeconds((long) (60 * (args.length > 3 ? Double.parseDouble(args[3]) : 10)));
        long seed = args.length > 4 ? Long.parseLong(args[4]) : System.nanoTime();
        List<String> formats = args.length > 5 ? Arrays.asList(args).subList(5, args.length) : List.of();
        List<byte[]> sound = messages(Path.of(args[1]));
        Map<String, SignalAdapter> adapters = ShippedAdapters.of(Path.of(args[0]));
        System.out.printf("Seed %d%n%-24s %12s %10s %10s %8s%n", seed, "", "messages", "drafts", "refused", "found");
        int findings = 0;
        for (Map.Entry<String, SignalAdapter> entry : adapters.entrySet()) {
            if (formats.isEmpty() || formats.contains(entry.getKey())) {
                findings += new Fuzz(entry.getValue(), seed).run(entry.getKey(), sound, time, found);
            }
        }
        System.exit(findings == 0 ? 0 : 1);
    }

    private static List<byte[]> messages(Path folder) throws IOException {
        List<byte[]> messages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().matches(".*src/test/resources/[^/]*\\.(xml|json|csv|edi|xaf)"))
                    .sorted()
                    .toList()) {
                messages.add(Files.readAllBytes(file));
            }
        }
        return messages;
    }

    private int run(String format, List<byte[]> sound, Duration time, Path folder) throws Exception {
        for (byte[] message : sound) {
            if ("drafts".equals(outcome(message))) {
                corpus.add(message);
            }
        }
        if (corpus.isEmpty()) {
            System.out.printf("%-24s no sound message to begin with%n", format);
            return 0;
        }
        int begun = corpus.size();
        long tried = 0;
        long drafts = 0;
        long refused = 0;
        int found = 0;
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && found < 20) {
            // Half of them from what is sound: most of what was damaged once stays at the place where it is refused.
            byte[] message = damaged(corpus.get(random.nextInt(random.nextBoolean() ? begun : corpus.size())));
            String outcome = outcome(message);
            tried++;
            if (outcome.equals("drafts")) {
                drafts++;
            } else if (outcome.startsWith("refused")) {
                refused++;
            } else {
                Path file = folder.resolve(format + "-" + ++found);
                Files.write(file, message);
                System.out.println(file + ": " + outcome);
            }
            if (outcomes.add(outcome) && corpus.size() < MOST_KEPT) {
                corpus.add(message);
            }
        }
        System.out.printf("%-24s %,12d %,10d %,10d %8d%n", format, tried, drafts, refused, found);
        return found;
    }

    private String outcome(byte[] message) throws InterruptedException {
        Future<String> reading = thread.submit(() -> read(message));
        try {
            return reading.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "takes longer than " + LONGEST;
        } catch (ExecutionException e) {
            StackTraceElement[] where = e.getCause().getStackTrace();
            return e.getCause() + (where.length == 0 ? "" : " at " + where[0]);
        }
    }

    private String read(byte[] message) throws IOException {
        List<Object> drafts = new ArrayList<>();
        try {
            adapter.read(new ByteArrayInputStream(message), drafts::add);
            return drafts.isEmpty() ? "says neither drafts nor why not" : "drafts";
        } catch (MessageException e) {
            boolean located = e.where().matches(".*(line|segment|row) \\d+.*");
            // By the digits left out, so that a message that is refused elsewhere for another reason counts as new.
            return located
                    ? "refused: " + e.reason().en() + e.where().replaceAll("\\d{3,}", "")
                    : "is refused without a place";
        }
    }

    private byte[] damaged(byte[] message) {
        byte[] damaged = message.clone();
        for (int times = 1 << random.nextInt(4); times > 0; times--) {
            damaged = once(damaged);
        }
        return damaged.length > LARGEST ? Arrays.copyOf(damaged, LARGEST) : damaged;
    }

    private byte[] once(byte[] message) {
        if (message.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(message.length);
        int length = Math.min(message.length - at, 1 + random.nextInt(1 << random.nextInt(9)));
        return switch (random.nextInt(9)) {
            case 0 -> {
                message[at] ^= (byte) (1 << random.nextInt(8));
                yield message;
            }
            case 1 -> {
                message[at] = (byte) random.nextInt(256);
                yield message;
            }
            case 2 -> joined(message, at, new byte[0], at + length);
            case 3 -> joined(message, at, Arrays.copyOfRange(message, at, at + length), at);
            case 4 -> joined(message, at, word(), at);
            case 5 -> Arrays.copyOf(message, at);
            case 6 -> {
                byte[] other = corpus.get(random.nextInt(corpus.size()));
                int from = random.nextInt(Math.max(1, other.length));
                int to = Math.min(other.length, from + 1 + random.nextInt(1 << random.nextInt(10)));
                yield joined(message, at, Arrays.copyOfRange(other, from, Math.max(from, to)), at + length);
            }
            case 7 -> joined(message, at, many(word()), at);
            default -> joined(message, at, word(), at + length);
        };
    }

    /** What readers trip over. */
    private byte[] word() {
        String[] words = {
            "<",
            ">",
            "</",
            "/>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?",
            "?>",
            "&amp;",
            "&#0;",
            "&#x10FFFF;",
            "&x;",
            "<!DOCTYPE a>",
            "'",
            "+",
            ":",
            "?",
            "UNH+",
            "UNT+1+1'",
            "UNZ+1+1'",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ";",
            "null",
            "\n",
            "\r\n",
            "\t",
            "\u0000",
            "\ufeff",
            "9999999999999999999",
            "-1",
            "1e999",
            "2026-02-30",
            "20261399",
            "99999",
            " xmlns=''",
            "\ud83d\ude00",
            "0",
            "%",
            "\\u0000"
        };
        return words[random.nextInt(words.length)].getBytes(StandardCharsets.UTF_8);
    }

    private byte[] many(byte[] word) {
        int times = 1 << random.nextInt(13);
        byte[] many = new byte[word.length * times];
        for (int i = 0; i < many.length; i++) {
            many[i] = word[i % word.length];
        }
        return many;
    }

    private static byte[] joined(byte[] message, int to, byte[] between, int from) {
        byte[] joined = new byte[to + between.length + message.length - from];
        System.arraycopy(message, 0, joined, 0, to);
        System.arraycopy(between, 0, joined, to, between.length);
        System.arraycopy(message, from, joined, to + between.length, message.length - from);
        return joined;
    }
}
