package nl.knelpunt.sdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.booth.Result;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.modules.PluginCheck;

/** The technology compatibility kit: what the platform asks of a plugin, asked of one jar. */
final class Tck {

    /** Grows with what is asked: a receipt says of which TCK it is. */
    static final String VERSION = "1.0";

    private static final int TIMES = 100;
    private static final int CUTS = 300;
    private static final int DAMAGES = 300;

    private final Path jar;
    private final String digest;
    private final Map<String, byte[]> messages = new LinkedHashMap<>();
    private final List<String> forbidden;
    private PluginDescriptor descriptor;

    interface Step {
        void run() throws Exception;
    }

    record Check(String name, Step step) {}

    Tck(Path jar, Path resources, List<String> messages, List<String> forbidden) throws IOException {
        this.jar = jar.toAbsolutePath();
        this.digest = digest(jar);
        this.forbidden = List.copyOf(forbidden);
        for (String message : messages) {
            this.messages.put(message, Files.readAllBytes(resources.resolve(message.split("=", 2)[0])));
        }
    }

    List<Check> checks() {
        return List.of(
                new Check("the jar holds what the platform takes, and says it soundly", this::descriptor),
                new Check("the jar exports nothing and imports only the plugin API", this::manifest),
                new Check("texts and help are there in Dutch and English", this::texts),
                new Check("each message becomes sound drafts, and every adapter has one", this::reads),
                new Check("what is forbidden stands in the messages and never comes out", this::silent),
                new Check("the same message gives the same drafts, also on many threads", this::concurrent),
                new Check(
                        "a message that was cut off is refused, or gives the first drafts of the whole", this::cutOff),
                new Check("damaged messages are read or refused", this::damaged),
                new Check("hostile messages are refused in bounded time and memory", this::hostile),
                new Check("hostile lists of own subjects are refused as well", this::hostileLists),
                new Check("it starts and stops a hundred times and leaves nothing behind", this::startsAndStops));
    }

    private void descriptor() throws IOException {
        List<String> problems = new ArrayList<>();
        descriptor = PluginCheck.look(jar, digest, problems);
        none(problems);
    }

    private void manifest() throws Exception {
        try (Stage stage = new Stage()) {
            none(stage.install(jar).problems());
        }
    }

    private void texts() throws Exception {
        List<String> problems = new ArrayList<>();
        Properties dutch = properties("nl", problems);
        Properties english = properties("en", problems);
        if (!dutch.stringPropertyNames().equals(english.stringPropertyNames())) {
            Set<String> one = new TreeSet<>(dutch.stringPropertyNames());
            Set<String> other = new TreeSet<>(english.stringPropertyNames());
            one.removeAll(english.stringPropertyNames());
            other.removeAll(dutch.stringPropertyNames());
            problems.add("in one language only: " + one + other);
        }
        onStage(adapters -> {
            for (Stage.Adapter adapter : adapters) {
                if (!dutch.containsKey("format." + adapter.format())) {
                    problems.add("texts_nl.properties lacks format." + adapter.format());
                }
            }
        });
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String language : List.of("nl", "en")) {
                if (file.getJarEntry("knelpunt/help_" + language + ".md") == null) {
                    problems.add("knelpunt/help_" + language + ".md is missing");
                }
            }
        }
        none(problems);
    }

    private void reads() throws Exception {
        onStage(adapters -> {
            List<String> problems = new ArrayList<>();
            Set<String> unread =
                    adapters.stream().map(Stage.Adapter::format).collect(Collectors.toCollection(TreeSet::new));
            for (Map.Entry<String, byte[]> message : messages.entrySet()) {
                Stage.Adapter adapter = reader(adapters, message.getKey());
                unread.remove(adapter.format());
                Result result = read(adapter.reader(), message.getValue());
                if (result.end() != Result.End.READ || result.drafts().isEmpty()) {
                    problems.add(message.getKey() + " gives no draft: "
                            + (result.unreadable() == null
                                    ? result
                                    : result.unreadable().getMessage()));
                }
                Sound.problems(result).forEach(p -> problems.add(message.getKey() + ": " + p));
            }
            if (!unread.isEmpty()) {
                problems.add("there is no message for " + unread);
            }
            none(problems);
        });
    }

    private void silent() throws Exception {
        List<String> problems = new ArrayList<>();
        if (forbidden.isEmpty()) {
            problems.add("name values that stand in the messages and may not come out");
        }
        for (String value : forbidden) {
            if (messages.values().stream().noneMatch(m -> new String(m, StandardCharsets.UTF_8).contains(value))) {
                problems.add("\"" + value + "\" stands in none of the messages");
            }
        }
        onStage(adapters -> {
            for (Map.Entry<String, byte[]> message : messages.entrySet()) {
                silent(
                        message.getKey(),
                        read(reader(adapters, message.getKey()).reader(), message.getValue()),
                        problems);
            }
        });
        none(problems);
    }

    private void silent(String message, Result result, List<String> problems) {
        String content = Sound.content(result);
        for (String value : forbidden) {
            if (content.contains(value)) {
                problems.add("of " + message + " \"" + value + "\" comes out");
            }
        }
    }

    private void concurrent() throws Exception {
        onStage(adapters -> {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (Map.Entry<String, byte[]> message : messages.entrySet()) {
                    SignalAdapter adapter = reader(adapters, message.getKey()).reader();
                    List<SignalDraft> once = read(adapter, message.getValue()).drafts();
                    Callable<List<SignalDraft>> again =
                            () -> read(adapter, message.getValue()).drafts();
                    for (Future<List<SignalDraft>> read : threads.invokeAll(Collections.nCopies(32, again))) {
                        if (!once.equals(read.get())) {
                            none(List.of(message.getKey() + " gave other drafts when several threads read it"));
                        }
                    }
                }
            } finally {
                threads.shutdownNow();
            }
        });
    }

    private void cutOff() throws Exception {
        onStage(adapters -> {
            List<String> problems = new ArrayList<>();
            for (Map.Entry<String, byte[]> message : messages.entrySet()) {
                SignalAdapter adapter = reader(adapters, message.getKey()).reader();
                byte[] whole = message.getValue();
                List<SignalDraft> all = read(adapter, whole).drafts();
                for (int end = 0; end < whole.length; end += Math.max(1, whole.length / CUTS)) {
                    Result part = read(adapter, Arrays.copyOf(whole, end));
                    String where = message.getKey() + " cut off after " + end + " bytes: ";
                    Sound.problems(part).forEach(p -> problems.add(where + p));
                    if (part.drafts().size() > all.size()
                            || !all.subList(0, part.drafts().size()).equals(part.drafts())) {
                        problems.add(where + "it gave a draft that the whole message does not give");
                    }
                    silent(message.getKey(), part, problems);
                }
            }
            none(problems);
        });
    }

    private void damaged() throws Exception {
        onStage(adapters -> {
            List<String> problems = new ArrayList<>();
            for (Map.Entry<String, byte[]> message : messages.entrySet()) {
                SignalAdapter adapter = reader(adapters, message.getKey()).reader();
                for (int seed = 0; seed < DAMAGES; seed++) {
                    Random random = new Random(seed);
                    byte[] damaged = message.getValue().clone();
                    for (int i = 0; i <= seed % 8; i++) {
                        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                    }
                    for (byte[] bytes : List.of(damaged, Hostile.random(random, seed))) {
                        String where = message.getKey() + " damaged with seed " + seed + ": ";
                        Sound.problems(read(adapter, bytes)).forEach(p -> problems.add(where + p));
                    }
                }
            }
            none(problems);
        });
    }

    private void hostile() throws Exception {
        onStage(adapters -> {
            List<String> problems = new ArrayList<>();
            for (Stage.Adapter adapter : adapters) {
                for (Map.Entry<String, Hostile.Message> hostile : Hostile.MESSAGES.entrySet()) {
                    Result result =
                            Calls.read(adapter.reader(), hostile.getValue().open());
                    String where = adapter.format() + ", " + hostile.getKey() + ": ";
                    Sound.problems(result).forEach(p -> problems.add(where + p));
                    if (result.end() == Result.End.READ) {
                        problems.add(where + "it was read");
                    }
                }
            }
            none(problems);
        });
    }

    /** Nothing to do for a plugin that reads no own subjects. */
    private void hostileLists() throws Exception {
        List<String> problems = new ArrayList<>();
        try (Stage stage = new Stage()) {
            Stage.Plugin plugin = stage.install(jar);
            plugin.start();
            if (plugin.ownSubjects().isPresent()) {
                for (Map.Entry<String, Hostile.Message> hostile : Hostile.MESSAGES.entrySet()) {
                    Result result = Calls.read(
                            plugin.ownSubjects().get(), hostile.getValue().open());
                    if (result.end() != Result.End.UNREADABLE) {
                        problems.add(hostile.getKey() + ": it ended as " + result);
                    }
                }
            }
        }
        none(problems);
    }

    private void startsAndStops() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (Stage stage = new Stage()) {
            for (int i = 0; i < TIMES; i++) {
                Stage.Plugin plugin = stage.install(jar);
                List<Stage.Adapter> adapters = plugin.start();
                if (i % 10 == 0) {
                    for (Map.Entry<String, byte[]> message : messages.entrySet()) {
                        read(reader(adapters, message.getKey()).reader(), message.getValue());
                    }
                }
                loaders.add(new WeakReference<>(plugin.remove()));
            }
            long left = TIMES;
            for (int i = 0; i < 50 && left > 1; i++) {
                System.gc();
                Thread.sleep(20);
                left = loaders.stream().filter(l -> l.get() != null).count();
            }
            // The last one may still be on the stack of what just ran.
            if (left > 1) {
                none(List.of(left + " of " + TIMES + " generations are still in memory after they were stopped"));
            }
        }
    }

    void writeReceipt() throws IOException {
        String name = jar.getFileName().toString().replaceAll("\\.jar$", "");
        String checks = checks().stream().map(c -> "    \"" + c.name() + "\"").collect(Collectors.joining(",\n"));
        Files.writeString(jar.resolveSibling(name + ".tck.json"), """
                {
                  "tck": "%s",
                  "plugin": "%s",
                  "version": "%s",
                  "kind": "%s",
                  "sha256": "%s",
                  "java": "%s",
                  "passed": [
                %s
                  ]
                }
                """.formatted(
                        VERSION,
                        descriptor.id(),
                        descriptor.version(),
                        descriptor.kind(),
                        digest,
                        Runtime.version().feature(),
                        checks));
    }

    private interface OnStage {
        void run(List<Stage.Adapter> adapters) throws Exception;
    }

    private void onStage(OnStage act) throws Exception {
        try (Stage stage = new Stage()) {
            Stage.Plugin plugin = stage.install(jar);
            act.run(plugin.start());
        }
    }

    private static Result read(SignalAdapter adapter, byte[] message) throws IOException, InterruptedException {
        return Calls.read(adapter, new ByteArrayInputStream(message));
    }

    /** @param message file name, with or without the format */
    static Stage.Adapter reader(List<Stage.Adapter> adapters, String message) {
        String[] named = message.split("=", 2);
        String ending = named[0].substring(named[0].lastIndexOf('.') + 1);
        List<Stage.Adapter> fitting = adapters.stream()
                .filter(a -> named.length == 2
                        ? a.format().equals(named[1])
                        : a.fileEndings().contains(ending))
                .toList();
        if (fitting.size() != 1) {
            throw new AssertionError(fitting.size() + " adapters read " + named[0] + "; the plugin has "
                    + adapters.stream().map(Stage.Adapter::format).sorted().toList());
        }
        return fitting.get(0);
    }

    private Properties properties(String language, List<String> problems) throws IOException {
        Properties texts = new Properties();
        String name = "knelpunt/texts_" + language + ".properties";
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getJarEntry(name) == null) {
                problems.add(name + " is missing");
                return texts;
            }
            try (InputStream in = file.getInputStream(file.getJarEntry(name))) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static void none(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError(
                    problems.stream().distinct().limit(20).collect(Collectors.joining("\n", "\n", "\n")));
        }
    }

    static String digest(Path jar) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
