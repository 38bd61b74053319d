package nl.knelpunt.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code knelpunt try}: what would become of a file, without a server. The platform's own code looks at the jar and calls it. */
final class Try {

    private static final String TRIAL = "nl.knelpunt.sdk.Trial";

    private Try() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var words = asked.words(2, Integer.MAX_VALUE, "try takes a plugin's jar and at least one file");
        var files = words.stream().map(Asked::absolute).toList();
        for (var file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new Failure(file + " is not a file that can be read.");
            }
        }
        var result = Main.DONE;
        try (var platform = platform()) {
            var trial = Class.forName(TRIAL, true, platform)
                    .getMethod("run", Path.class, Path.class, String.class, PrintStream.class);
            for (var file : files.subList(1, files.size())) {
                Main.OUT.println(file.getFileName() + ":");
                var isGood = (boolean) trial.invoke(
                        null, files.get(0), file, asked.value("format").orElse(null), Main.OUT);
                result = isGood ? result : Main.NOT_DONE;
            }
        } catch (InvocationTargetException e) {
            throw new Failure("It could not be tried: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }

    /** The platform's own code, without a framework. */
    static URLClassLoader platform() throws IOException {
        return new URLClassLoader(jars(Home.current()), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] jars(Home home) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (var folder : List.of(home.bundles(), home.lib())) {
            try (Stream<Path> files = Files.list(folder)) {
                for (var file : files.filter(f -> f.toString().endsWith(".jar"))
                        .sorted()
                        .toList()) {
                    urls.add(url(file));
                }
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
