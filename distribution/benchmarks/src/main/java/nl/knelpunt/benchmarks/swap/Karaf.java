package nl.knelpunt.benchmarks.swap;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Apache Karaf with its http feature and an equal bundle, which is updated and refreshed as {@code bundle:update} does. */
final class Karaf implements Subject {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:8181/soak");
    private static final long START_SECONDS = 120;

    private static final int TRIES = 10;

    private final List<String> refused = new ArrayList<>();
    private final Process process;
    private final SoakJars jars;
    private final Jcmd jcmd;

    /** @param classPath with the OSGi framework and the servlets of javax in it */
    Karaf(Path karaf, Path folder, String classPath, String flags) throws Exception {
        jars = new SoakJars(folder.resolve("jars"), classPath);
        prepare(karaf);
        ProcessBuilder builder = new ProcessBuilder(karaf.resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_OPTS", flags);
        builder.environment().put("EXTRA_JAVA_OPTS", "");
        process = builder.start();
        try {
            until(this::answers);
            // Not before: a bundle that lies there at the start keeps Karaf's own from resolving.
            Files.copy(
                    jars.host(),
                    Files.createDirectories(karaf.resolve("deploy")).resolve("host.jar"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            until(this::installed);
            jcmd = new Jcmd(java(process).pid());
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private static void prepare(Path karaf) throws IOException {
        Path features = karaf.resolve("etc/org.apache.karaf.features.cfg");
        String text = Files.readString(features);
        if (!text.contains("    http, ")) {
            text = text.replace("    bundle/", "    http, \\\n    bundle/");
        }
        if (!text.contains("    http-whiteboard, ")) {
            text = text.replace("    bundle/", "    http-whiteboard, \\\n    bundle/");
        }
        Files.writeString(features, text);
    }

    private interface Condition {

        boolean holds() throws Exception;
    }

    private void until(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!condition.holds()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("Karaf does not start");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private boolean answers() {
        try {
            ((HttpURLConnection) ADDRESS.toURL().openConnection()).getResponseCode();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessHandle java(Process script) {
        return Stream.concat(Stream.of(script.toHandle()), script.descendants())
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private boolean installed() throws Exception {
        try {
            update(0);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return "Apache Karaf 4.4";
    }

    @Override
    public String call(String id, int late, int millis) throws IOException, InterruptedException {
        return SlowPost.send(ADDRESS, Map.of("Content-Type", "text/plain"), id, late, millis, 201);
    }

    @Override
    public void prepare(int last) throws IOException {
        for (int number = 1; number <= last; number++) {
            jars.equal("1.0." + number);
        }
    }

    @Override
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** An update that fails is told of and asked for again, a few times. */
    @Override
    public Swapped swap(int number) throws Exception {
        for (int i = 1; ; i++) {
            try {
                return update(number);
            } catch (IOException e) {
                if (i == TRIES) {
                    throw e;
                }
                refused.add(e.getMessage());
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private Swapped update(int number) throws Exception {
        byte[] jar = jars.equal("1.0." + number).toString().getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection = (HttpURLConnection) ADDRESS.toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setReadTimeout(60_000);
        connection.setFixedLengthStreamingMode(jar.length);
        try (var out = connection.getOutputStream()) {
            out.write(jar);
        }
        if (connection.getResponseCode() != 200) {
            InputStream why = connection.getErrorStream();
            throw new IOException("Karaf answered " + connection.getResponseCode() + ": "
                    + (why == null ? "" : new String(why.readNBytes(2_000), StandardCharsets.UTF_8)));
        }
        String[] told = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ");
        return new Swapped(Long.parseLong(told[0]) / 1e6, 0, Integer.parseInt(told[1]));
    }

    @Override
    public Map<String, Integer> stored() {
        return null;
    }

    @Override
    public long heap() throws Exception {
        return jcmd.heap();
    }

    @Override
    public int loaders() throws Exception {
        return jcmd.loaded("soak.Start");
    }

    @Override
    public void close() throws InterruptedException {
        // The script's children too: one that still writes would keep its folder from being deleted.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(60, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                one.destroyForcibly();
            }
        }
    }
}
