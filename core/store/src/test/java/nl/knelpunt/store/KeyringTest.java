package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is made once, kept to its owner, and never replaced while the database depends on it. */
class KeyringTest {

    private static final byte[] DATA = "bericht 1".getBytes(StandardCharsets.UTF_8);
    private static final int LENGTH = 32;

    @TempDir
    Path data;

    Installation installation;

    @BeforeEach
    void start() {
        installation = new Installation(data);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    @Test
    void aDigestIsTheHmacUnderTheKeyOfItsPurpose() throws Exception {
        byte[] digest = installation.store.keyed("message", DATA);
        byte[] key = Files.readAllBytes(key("message"));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        assertArrayEquals(mac.doFinal(DATA), digest);
        assertEquals(LENGTH, key.length);
    }

    @Test
    void everyPurposeHasItsOwnKeyAndKeepsIt() {
        byte[] message = installation.store.keyed("message", DATA);
        assertFalse(Arrays.equals(message, installation.store.keyed("subject", DATA)));
        installation.restart();
        assertArrayEquals(message, installation.store.keyed("message", DATA));
    }

    @Test
    void onlyTheOwnerMayReadAKey() throws Exception {
        installation.store.keyed("message", DATA);
        assertEquals("rw-------", rights(key("message")));
        assertEquals("rwx------", rights(data.resolve("keys")));
        assertEquals("rw-------", rights(installation.file()));
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            assertEquals(List.of(key("message")), files.toList(), "nothing unfinished is left");
        }
    }

    @Test
    void aKeyMayBeUsedWithinAWork() {
        byte[] outside = installation.store.keyed("message", DATA);
        assertArrayEquals(outside, installation.get(tx -> installation.store.keyed("message", DATA)));
    }

    @Test
    void aKeyThatTheDatabaseDependsOnIsNotMadeAnew() throws Exception {
        installation.store.keyed("message", DATA);
        installation.run(
                tx -> tx.signals().rememberMessage("p", DATA, new SignalRepository.Earlier(Samples.id(), null)));
        installation.store.stop();
        Files.delete(key("message"));
        installation.start();
        UnavailableException missing =
                assertThrows(UnavailableException.class, () -> installation.store.keyed("message", DATA));
        assertEquals(Problem.KEY_MISSING.text(), missing.reason());
        assertFalse(Files.exists(key("message")));
    }

    @Test
    void aKeyThatWasUsedButNothingDependsOnMayBeMadeAnew() throws Exception {
        installation.store.keyed("message", DATA);
        installation.store.stop();
        Files.delete(key("message"));
        Files.delete(installation.file());
        installation.start();
        installation.store.keyed("message", DATA);
        assertEquals(LENGTH, Files.size(key("message")));
    }

    @Test
    void anotherKeyInItsPlaceIsRefused() throws Exception {
        installation.store.keyed("message", DATA);
        installation.run(tx -> {});
        installation.store.stop();
        Files.write(key("message"), new byte[LENGTH]);
        installation.start();
        assertThrows(UnavailableException.class, () -> installation.store.keyed("message", DATA));
    }

    @Test
    void aKeyThatWasCutShortIsRefused() throws Exception {
        installation.store.keyed("message", DATA);
        installation.store.stop();
        Files.write(key("message"), new byte[LENGTH - 1]);
        installation.start();
        assertThrows(UnavailableException.class, () -> installation.store.keyed("message", DATA));
    }

    @Test
    void withoutTheKeyOfTheLogNothingIsDone() throws Exception {
        installation.run(tx -> tx.log().append(Samples.entry("A")));
        installation.store.stop();
        byte[] kept = Files.readAllBytes(key("log"));
        Files.delete(key("log"));
        installation.start();
        assertThrows(
                UnavailableException.class,
                () -> installation.run(tx -> tx.log().append(Samples.entry("B"))));
        assertEquals(Problem.KEY_MISSING.text(), installation.store.problem().orElseThrow());
        Files.write(key("log"), kept);
        installation.run(tx -> tx.log().append(Samples.entry("C")));
        assertEquals(2, installation.store.verifyLog().records());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../keys", "a/b", "Message", "a.b", "é"})
    void aPurposeIsAWord(String purpose) {
        assertThrows(IllegalArgumentException.class, () -> installation.store.keyed(purpose, DATA));
    }

    private Path key(String purpose) {
        return data.resolve("keys").resolve(purpose);
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
