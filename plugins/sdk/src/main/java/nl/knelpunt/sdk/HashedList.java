package nl.knelpunt.sdk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.recognition.OwnSubjectSink;
import nl.knelpunt.booth.Sieve;
import nl.knelpunt.support.recognition.OwnSubjectsFile;

/** Hashes a list of own subjects without a server, so that it never leaves its owner in clear: {@code knelpunt hash-subjects}. */
public final class HashedList {

    private HashedList() {}

    /**
     * Writes the hashed list: its heading, and a row for each identifier.
     *
     * @param list in clear, as {@link OwnSubjectsFile} reads it
     * @param period of the key, as the platform names it
     * @param key 32 bytes
     * @param out takes the hashed list
     * @return null when all was hashed, else where it is wrong and why, without quoting it
     */
    public static String write(Path list, String period, byte[] key, PrintStream out) throws IOException {
        out.println("sleutel;hash");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(list))) {
            new OwnSubjectsFile().read(in, new OwnSubjectSink() {
                @Override
                public void accept(IdentifierKind kind, String identifier) {
                    kind.normal(identifier)
                            .ifPresent(normal -> out.println(
                                    period + ";" + HexFormat.of().formatHex(Sieve.hash(kind, normal, key))));
                }

                @Override
                public boolean acceptHash(String of, byte[] hash) {
                    // It is hashed already, perhaps under another key: it is to be made from the clear list.
                    return false;
                }
            });
            return null;
        } catch (MessageException e) {
            return e.getMessage();
        }
    }
}
