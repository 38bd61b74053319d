package nl.knelpunt.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** What the TCK leaves beside a jar: {@code NAME.tck.json} beside {@code NAME.jar}. */
final class Receipt {

    private static final int LARGEST = 4_000;

    private Receipt() {}

    static Path beside(Path jar) {
        return jar.resolveSibling(jar.getFileName().toString().replaceAll("\\.jar$", "") + ".tck.json");
    }

    static String encoded(Path receipt) throws IOException, Failure {
        if (Files.size(receipt) > LARGEST) {
            throw new Failure(receipt + " is too large for a receipt of the TCK.");
        }
        return Base64.getEncoder().encodeToString(Files.readAllBytes(receipt));
    }

    static String digest(Path jar) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * A signature changes a jar and nothing of what was tried: who signs it answers for that, so the receipt goes along.
     *
     * @param beside the jar that was signed
     * @param before digest of the jar that was signed
     * @return whether there was one, of that jar
     */
    static boolean follow(Path beside, String before, Path signed) throws IOException {
        if (!Files.isRegularFile(beside) || Files.size(beside) > LARGEST) {
            return false;
        }
        var receipt = Files.readString(beside);
        if (!receipt.contains(before)) {
            return false;
        }
        var unfinished = Files.createTempFile(signed.toAbsolutePath().getParent(), ".receipt", ".part");
        Files.writeString(unfinished, receipt.replace(before, digest(signed)));
        Files.move(unfinished, beside(signed), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }
}
