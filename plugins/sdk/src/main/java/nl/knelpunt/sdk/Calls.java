package nl.knelpunt.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.booth.Booth;
import nl.knelpunt.booth.Limits;
import nl.knelpunt.booth.Result;
import nl.knelpunt.booth.Sieve;

/** Calls of an adapter as the platform makes them: in a booth, within the same limits. */
final class Calls {

    private static final int CHUNK = 64 << 10;
    private static final int KEY = 32;
    private static final int MOST_SUBJECTS = 2_000_000;
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 256 << 10, 10_000, 1L << 24);

    private Calls() {}

    static Result read(SignalAdapter adapter, InputStream message) throws IOException, InterruptedException {
        return read(Booth.open(adapter, "adapter", LIMITS), message);
    }

    /** Of own subjects, among which nothing is sought. */
    static Result read(OwnSubjects reader, InputStream list) throws IOException, InterruptedException {
        Sieve sieve = new Sieve(List.of(), Map.of("", new byte[KEY]), "", MOST_SUBJECTS);
        return read(Booth.open(reader, sieve, "own subjects", LIMITS), list);
    }

    private static Result read(Booth booth, InputStream message) throws IOException, InterruptedException {
        byte[] buffer = new byte[CHUNK];
        boolean takes = true;
        for (int read = message.read(buffer); takes && read >= 0; read = takes ? message.read(buffer) : -1) {
            takes = read == 0 || booth.give(Arrays.copyOf(buffer, read));
        }
        return booth.finish();
    }
}
