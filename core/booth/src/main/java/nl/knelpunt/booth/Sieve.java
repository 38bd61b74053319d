package nl.knelpunt.booth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.recognition.OwnSubjectSink;

/**
 * Holds what is sought as keyed hashes, and notes which of it somebody hands over too. Keeps nothing of what is handed over, says
 * nothing of what is sought, and knows what was found only by its place. For one call.
 */
public final class Sieve implements OwnSubjectSink {

    /**
     * @param normal in the form of {@link IdentifierKind#normal}
     */
    public record Sought(IdentifierKind kind, String normal) {

        /** Without the identifier. */
        @Override
        public String toString() {
            return "Sought[" + kind + "]";
        }
    }

    private static final String HMAC = "HmacSHA256";

    private final Map<String, Map<ByteBuffer, Integer>> soughtByPeriod = new HashMap<>();
    private final String now;
    private final byte[] key;
    private final int most;
    private final BitSet found = new BitSet();
    private Thread owner;
    private int handedOver;
    private MessageException tooMuch;

    /**
     * @param sought each once
     * @param keys by period, each 32 bytes; not empty
     * @param now the period whose key serves for what comes in clear
     * @param most identifiers that may be handed over
     */
    public Sieve(List<Sought> sought, Map<String, byte[]> keys, String now, int most) {
        this.now = now;
        this.key = keys.get(now);
        this.most = most;
        keys.forEach((period, itsKey) -> {
            Map<ByteBuffer, Integer> hashes = new HashMap<>();
            for (int i = 0; i < sought.size(); i++) {
                Sought one = sought.get(i);
                hashes.put(ByteBuffer.wrap(hash(one.kind(), one.normal(), itsKey)), i);
            }
            soughtByPeriod.put(period, hashes);
        });
    }

    /**
     * HMAC-SHA-256 over the code of the kind, a line feed and the normal form: by it two are known to be the same to who has the key,
     * and nothing else.
     *
     * @param normal in the form of {@link IdentifierKind#normal}
     * @param key of a participant and a period, 32 bytes
     */
    public static byte[] hash(IdentifierKind kind, String normal, byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal((kind.code() + "\n" + normal).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    void openFor(Thread thread) {
        owner = thread;
    }

    @Override
    public void accept(IdentifierKind kind, String identifier) throws MessageException {
        count();
        kind.normal(identifier).ifPresent(normal -> look(soughtByPeriod.get(now), hash(kind, normal, key)));
    }

    @Override
    public boolean acceptHash(String period, byte[] hash) throws MessageException {
        count();
        Map<ByteBuffer, Integer> hashes = soughtByPeriod.get(period);
        if (hashes == null) {
            return false;
        }
        look(hashes, hash);
        return true;
    }

    private void look(Map<ByteBuffer, Integer> hashes, byte[] hash) {
        Integer place = hashes.get(ByteBuffer.wrap(hash));
        if (place != null) {
            found.set(place);
        }
    }

    private void count() throws MessageException {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("Own subjects are taken only during the call and on its thread");
        }
        if (tooMuch == null && ++handedOver > most) {
            tooMuch = new MessageException(
                    "list",
                    new Text(
                            "De lijst is te lang: hoogstens " + most + " kenmerken.",
                            "The list is too long: at most " + most + " identifiers."));
        }
        if (tooMuch != null) {
            throw tooMuch;
        }
    }

    /** Null when all fitted. */
    MessageException tooMuch() {
        return tooMuch;
    }

    /** Places in the list of what is sought, after a call that read all. */
    public BitSet found() {
        return (BitSet) found.clone();
    }

    /** Without what is sought and found. */
    @Override
    public String toString() {
        return "Sieve";
    }
}
