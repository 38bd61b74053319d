package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether files are, to the last byte, those that the manifest of a backup was made of. */
final class Digests {

    private Digests() {}

    /**
     * @param folder that holds those files and no others
     * @param expected SHA-256 in hex, by the name of each file within the folder
     * @return what is wrong with the first file that doesn't fit; empty when all do
     */
    static Optional<String> fault(Path folder, JsonNode expected) throws IOException {
        var found = new TreeMap<String, Path>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> found.put(folder.relativize(file).toString(), file));
        }
        var names = new TreeSet<>(found.keySet());
        expected.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (!found.containsKey(name)) {
                return Optional.of(name + " is missing");
            }
            if (!expected.has(name)) {
                return Optional.of(name + " does not belong to it");
            }
            if (!expected.path(name).asText().equals(digest(found.get(name)))) {
                return Optional.of(name + " was changed");
            }
        }
        return Optional.empty();
    }

    private static String digest(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var some = new byte[1 << 16];
            for (var read = in.read(some); read >= 0; read = in.read(some)) {
                sha256.update(some, 0, read);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
