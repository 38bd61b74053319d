package nl.knelpunt.engine.oversight;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The chain of the processing log: SHA-256 over the hash before and every field of the record, each with its length, so that
 * no two records have the same bytes.
 */
public final class LogChain {

    /** What the first record is chained to. */
    public static final String START = "0".repeat(64);

    private LogChain() {}

    /** The entry as it stands in the log after the one with {@code previousHash}. */
    public static LogRecord chain(LogRecord entry, long previousSequence, String previousHash) {
        long sequence = previousSequence + 1;
        return entry.chained(sequence, previousHash, hash(entry, sequence, previousHash));
    }

    /** What is wrong with a record that should follow the one before; null when nothing is. */
    public static String faultOf(LogRecord entry, long previousSequence, String previousHash) {
        if (entry.sequence() != previousSequence + 1) {
            return "record " + (previousSequence + 1) + " is missing";
        }
        if (!previousHash.equals(entry.previous())) {
            return "does not follow from the record before";
        }
        if (!hash(entry, entry.sequence(), previousHash).equals(entry.hash())) {
            return "was changed after it was written";
        }
        return null;
    }

    private static String hash(LogRecord entry, long sequence, String previousHash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, previousHash);
            out.writeLong(sequence);
            out.writeLong(entry.at().getEpochSecond());
            out.writeInt(entry.at().getNano());
            text(out, entry.trace());
            text(out, entry.origin());
            text(out, entry.actor());
            text(out, entry.participant());
            text(out, entry.act());
            text(out, entry.object());
            text(out, entry.subject());
            List<UUID> data = entry.data();
            out.writeInt(data.size());
            for (UUID id : data) {
                text(out, id);
            }
            text(out, entry.result());
            out.writeInt(entry.rules().size());
            for (String rule : entry.rules()) {
                text(out, rule);
            }
            text(out, entry.ruleSet());
            // Records from before there were notes keep their hash.
            if (entry.note() != null) {
                text(out, entry.note());
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void text(DataOutputStream out, Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
