package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Pace;

/**
 * Looks into a jar before anything of it is installed: whether its classes use only what a plugin may, and whether its components
 * are only adapters. Runs nothing of it. What is refused here could otherwise go round everything else.
 */
final class JarCheck {

    static final int MOST_ENTRIES = 10_000;
    static final int LARGEST_CLASS = 1 << 20;
    static final long MOST_BYTES = 128L << 20;

    private static final int MOST_TOLD = 20;

    private final PermittedUse permitted = new PermittedUse();

    /**
     * @throws BrokenPluginException with what is wrong, class by class
     * @throws IOException the file system failed, which says nothing of the plugin
     */
    void check(Path path) throws IOException, BrokenPluginException {
        List<Text> breaches = new ArrayList<>();
        try (JarFile jar = unverified(path)) {
            ClassUse classes = new ClassUse(permitted);
            TreeMap<String, byte[]> components = new TreeMap<>();
            long left = MOST_BYTES;
            Pace pace = new Pace();
            for (JarEntry entry : entries(jar)) {
                pace.breathe();
                String name = entry.getName();
                if (name.endsWith(".class")) {
                    byte[] bytes = read(jar, entry);
                    left -= bytes.length;
                    classes.add(name, bytes);
                } else if (name.startsWith(ComponentUse.FOLDER) && name.endsWith(".xml")) {
                    byte[] bytes = read(jar, entry);
                    left -= bytes.length;
                    components.put(name, bytes);
                }
                if (left < 0) {
                    throw new BrokenPluginException(
                            "zijn klassen zijn samen groter dan " + (MOST_BYTES >> 20) + " MiB",
                            "its classes are larger than " + (MOST_BYTES >> 20) + " MiB together");
                }
            }
            breaches.addAll(classes.breaches());
            ComponentUse use = new ComponentUse(classes.names());
            use.checkHeader(jar.getManifest(), breaches);
            components.forEach((name, bytes) -> use.check(name, bytes, breaches));
        } catch (ZipException | SecurityException | IllegalArgumentException e) {
            throw BrokenPluginException.notSound(e);
        }
        if (!breaches.isEmpty()) {
            throw new BrokenPluginException(shortened(breaches));
        }
    }

    /** Its signature is proven once, by {@link JarSignature}: proving it anew at every look made most of the work of taking a jar. */
    static JarFile unverified(Path path) throws IOException {
        return new JarFile(path.toFile(), false);
    }

    /** All of them, those for one Java version only included, each of which must be there once: of two, who knows which counts. */
    private static List<JarEntry> entries(JarFile jar) throws BrokenPluginException {
        if (jar.size() > MOST_ENTRIES) {
            throw tooManyFiles();
        }
        List<JarEntry> entries = jar.stream().toList();
        Set<String> names = new HashSet<>();
        for (JarEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw new BrokenPluginException(
                        printable(entry.getName()) + " staat er twee keer in",
                        "it holds " + printable(entry.getName()) + " twice");
            }
        }
        return entries;
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException, BrokenPluginException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_CLASS + 1);
            if (bytes.length > LARGEST_CLASS) {
                throw tooLarge(entry.getName());
            }
            return bytes;
        }
    }

    static BrokenPluginException tooManyFiles() {
        return new BrokenPluginException(
                "er zitten meer dan " + MOST_ENTRIES + " bestanden in",
                "it holds more than " + MOST_ENTRIES + " files");
    }

    static BrokenPluginException tooLarge(String entry) {
        return new BrokenPluginException(
                printable(entry) + " is groter dan 1 MiB", printable(entry) + " is larger than 1 MiB");
    }

    private static List<Text> shortened(List<Text> breaches) {
        if (breaches.size() <= MOST_TOLD) {
            return breaches;
        }
        List<Text> told = new ArrayList<>(breaches.subList(0, MOST_TOLD));
        int more = breaches.size() - MOST_TOLD;
        told.add(new Text("en nog " + more, "and " + more + " more"));
        return told;
    }

    /** Names in a jar are of its maker's choice, and go to the log. */
    static String printable(String name) {
        String plain = name.replaceAll("[^\\x21-\\x7E]", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }
}
