package nl.knelpunt.benchmarks.swap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into another process by what the JDK brings. */
final class Jcmd {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final int COLLECTIONS = 3;

    private final long pid;

    Jcmd(long pid) {
        this.pid = pid;
    }

    /** Bytes of all living objects. What the heap itself tells has in it what was made since the collection. */
    long heap() throws IOException, InterruptedException {
        collect();
        Matcher total = TOTAL.matcher(run("GC.class_histogram"));
        if (!total.find()) {
            throw new IOException("jcmd tells no total of objects");
        }
        return Long.parseLong(total.group(1));
    }

    /** Classes of this name that are loaded: one for each loader that has it. */
    int loaded(String name) throws IOException, InterruptedException {
        collect();
        return (int) run("VM.class_hierarchy " + name)
                .lines()
                .filter(l -> l.contains(name + "/"))
                .count();
    }

    private void collect() throws IOException, InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            run("GC.run");
        }
    }

    private String run(String command) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder((tool + " " + pid + " " + command).split(" "))
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
