package nl.knelpunt.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.knelpunt.engine.port.UnavailableException;

/**
 * The keys in {@code data/keys}, one file per purpose. Which keys the database depends on stands in the database, with a
 * fingerprint of each: a key that the database knows is never made anew.
 */
final class Keyring {

    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern PURPOSE = Pattern.compile("[a-z]{1,40}");
    private static final byte[] FINGERPRINT = "knelpunt key fingerprint".getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> unwritten = new TreeMap<>();
    private final Set<String> unusable = new TreeSet<>();

    /** What is wrong with a key that was asked for; null when nothing is. */
    private volatile Problem problem;

    Keyring(Path folder) {
        this.folder = folder;
    }

    /** What the database depends on; to be called before anything else. */
    synchronized void depends(Map<String, String> fingerprints) {
        keys.clear();
        known.clear();
        known.putAll(fingerprints);
        unwritten.keySet().removeAll(known.keySet());
    }

    synchronized boolean isKnown(String purpose) {
        return known.containsKey(purpose);
    }

    /** Fingerprints of keys that were used since the last call of {@link #written}. */
    synchronized Map<String, String> unwritten() {
        return Map.copyOf(unwritten);
    }

    synchronized void written(Set<String> purposes) {
        for (String purpose : purposes) {
            known.put(purpose, unwritten.remove(purpose));
        }
    }

    /** That every key that the database depends on is there; whether it is the right one is seen when it is used. */
    synchronized void checkPresent() {
        for (String purpose : known.keySet()) {
            if (!Files.isReadable(folder.resolve(purpose))) {
                throw Problem.KEY_MISSING.exception(null);
            }
        }
    }

    /** That every key that the database depends on is there and is the right one. */
    synchronized void check() {
        known.keySet().forEach(this::key);
    }

    byte[] keyed(String purpose, byte[] data) {
        return hmac(key(purpose), data);
    }

    /** What only who has the key can read again, and can't change unseen: a nonce of its own each time, and AES-256 in GCM. */
    byte[] sealed(String purpose, byte[] data) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(purpose), nonce, data, 0);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    /** @throws IllegalStateException it was changed since it was sealed */
    byte[] opened(String purpose, byte[] sealed) {
        if (sealed.length < NONCE) {
            throw new IllegalStateException("What was sealed for \"" + purpose + "\" was changed");
        }
        return cipher(Cipher.DECRYPT_MODE, key(purpose), Arrays.copyOf(sealed, NONCE), sealed, NONCE);
    }

    private static byte[] cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] data, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.getEncoded(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(data, from, data.length - from);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("What was sealed was changed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in GCM", e);
        }
    }

    /** Whether there is any: then there was a database, too. */
    boolean isEmpty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(
                    file -> PURPOSE.matcher(file.getFileName().toString()).matches());
        }
    }

    /** Answers at once. */
    Problem problem() {
        return problem;
    }

    /** Tries again what could not be read or made. */
    synchronized void retry() {
        for (String purpose : List.copyOf(unusable)) {
            try {
                key(purpose);
            } catch (UnavailableException e) {
                // Still so.
            }
        }
    }

    private synchronized SecretKeySpec key(String purpose) {
        SecretKeySpec key = keys.get(purpose);
        if (key == null) {
            if (!PURPOSE.matcher(purpose).matches()) {
                throw new IllegalArgumentException("A purpose is a word in lower case letters");
            }
            try {
                key = fitting(purpose);
            } catch (UnavailableException e) {
                unusable.add(purpose);
                problem = Problem.of(e);
                throw e;
            }
            unusable.remove(purpose);
            problem = unusable.isEmpty() ? null : problem;
            keys.put(purpose, key);
        }
        return key;
    }

    private SecretKeySpec fitting(String purpose) {
        SecretKeySpec key = load(purpose);
        String fingerprint = HexFormat.of().formatHex(hmac(key, FINGERPRINT));
        String expected = known.get(purpose);
        if (expected == null) {
            unwritten.put(purpose, fingerprint);
        } else if (!expected.equals(fingerprint)) {
            throw Problem.KEY_MISSING.exception(null);
        }
        return key;
    }

    private SecretKeySpec load(String purpose) {
        Path file = folder.resolve(purpose);
        try {
            byte[] key;
            try {
                key = Files.readAllBytes(file);
            } catch (NoSuchFileException e) {
                if (known.containsKey(purpose)) {
                    throw Problem.KEY_MISSING.exception(e);
                }
                key = make(file);
            }
            if (key.length != LENGTH) {
                throw Problem.KEY_MISSING.exception(null);
            }
            return new SecretKeySpec(key, "HmacSHA256");
        } catch (IOException e) {
            throw Problem.of(e).exception(e);
        }
    }

    /** Whole and durable under its own name before it is first used. */
    private static byte[] make(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        Folders.create(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), ".", ".new", Folders.OWNER_ONLY_FILE);
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(key));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        Folders.sync(file.getParent());
        return key;
    }

    private static byte[] hmac(SecretKeySpec key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
