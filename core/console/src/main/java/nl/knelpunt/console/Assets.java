package nl.knelpunt.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * All files of the console at one moment, by their path. One digest stands for them all, so that a page and everything it loads
 * are of one version, whatever is updated meanwhile.
 *
 * @param digest of all files, in hexadecimal
 */
record Assets(String digest, SortedMap<String, Asset> files) {

    private static final String OWN = "console";
    private static final String LIBRARIES = "META-INF/resources/webjars";
    private static final int DIGITS = 16;

    /** Those in the bundle: our own, and under {@code lib/} those of libraries, without their versions. */
    static Assets of(Bundle bundle) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String root : List.of(OWN, LIBRARIES)) {
            for (URL found : entries(bundle, root)) {
                String path = found.getPath().substring(root.length() + 2);
                try (InputStream in = found.openStream()) {
                    files.put(root.equals(OWN) ? path : library(path), in.readAllBytes());
                }
            }
        }
        return of(files);
    }

    private static List<URL> entries(Bundle bundle, String root) {
        Enumeration<URL> found = bundle.findEntries(root, "*", true);
        return found == null
                ? List.of()
                : Collections.list(found).stream()
                        .filter(e -> !e.getPath().endsWith("/"))
                        .toList();
    }

    /** {@code lit-html/3.3.2/directive.js} is {@code lib/lit-html/directive.js}. */
    private static String library(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/")));
        segments.remove(1);
        return "lib/" + String.join("/", segments);
    }

    /** These, with those in a folder instead of or beside them. */
    Assets with(Path folder) throws IOException {
        TreeMap<String, byte[]> all = new TreeMap<>();
        files.forEach((path, asset) -> all.put(path, asset.bytes()));
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return of(all);
    }

    static Assets of(SortedMap<String, byte[]> contents) {
        TreeMap<String, Asset> files = new TreeMap<>();
        Sha256 digest = new Sha256();
        contents.forEach((path, bytes) -> {
            if (Asset.isSent(path)) {
                files.put(path, new Asset(path, bytes));
                digest.add(path).add(bytes);
            }
        });
        return new Assets(digest.hex().substring(0, DIGITS), Collections.unmodifiableSortedMap(files));
    }

    /** Paths that begin and end so, in order. */
    List<String> named(String beginning, String end) {
        return files.keySet().stream()
                .filter(p -> p.startsWith(beginning) && p.endsWith(end))
                .toList();
    }
}
