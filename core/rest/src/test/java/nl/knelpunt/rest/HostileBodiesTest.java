package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sends much, or slowly, keeps nobody else from the platform. */
class HostileBodiesTest {

    private static final String SIGN_IN = "{\"name\":\"somebody\",\"password\":\"something\"}";

    private Api api;
    private final List<Socket> senders = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket sender : senders) {
            sender.close();
        }
        api.close();
    }

    /** A body that begins and doesn't go on. */
    private void beginToSend(String path, String header) throws Exception {
        Socket sender = new Socket("127.0.0.1", api.port());
        senders.add(sender);
        sender.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header
                                + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void strangersThatNeverFinishLeaveRoomForAllOthers() throws Exception {
        api.signals.when("list", a -> new Page<>(List.of(), null));
        api.accounts.when("signIn", a -> Optional.empty());
        for (int i = 0; i < 250; i++) {
            beginToSend("/v1/session", "");
        }

        assertEquals(200, api.get("/v1/signals").status());
        assertTrue(api.send(api.anonymous("/v1/health")).status() > 0);
    }

    @Test
    void whoIsNotSignedInAndNeverFinishesLeavesRoomForAllOthers() throws Exception {
        api.signals.when("list", a -> new Page<>(List.of(), null));
        for (int i = 0; i < 250; i++) {
            beginToSend("/v1/signals", "");
        }

        assertEquals(200, api.get("/v1/signals").status());
    }

    @Test
    void aSmallBodyThatIsThereNeedsNoSlot() throws Exception {
        CountDownLatch inside = new CountDownLatch(BodySlots.STRANGERS + 4);
        api.accounts.when("signIn", a -> {
            inside.countDown();
            inside.await();
            return Optional.empty();
        });
        List<Thread> all = new ArrayList<>();
        List<Integer> answers = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < BodySlots.STRANGERS + 4; i++) {
            Socket sender = new Socket("127.0.0.1", api.port());
            senders.add(sender);
            sender.getOutputStream()
                    .write(("POST /v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Connection: close\r\nContent-Length: " + SIGN_IN.length() + "\r\n\r\n" + SIGN_IN)
                            .getBytes(StandardCharsets.US_ASCII));
            Thread reader = new Thread(() -> answers.add(status(sender)));
            reader.start();
            all.add(reader);
        }
        for (Thread reader : all) {
            reader.join();
        }

        assertTrue(answers.stream().allMatch(s -> s == 401), answers::toString);
    }

    private static int status(Socket sender) {
        try (InputStream in = sender.getInputStream()) {
            return Integer.parseInt(new String(in.readNBytes(12), StandardCharsets.US_ASCII).substring(9));
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }

    @Test
    void aStrangerSendsNoMoreThanANameAndAPassword() throws Exception {
        Reply reply = api.send(api.anonymous("/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + "a".repeat(9_000) + "\"}")));

        assertEquals(413, reply.status());
    }

    @Test
    void manyTinyValuesAreRefusedBeforeTheyBecomeALargeTree() throws Exception {
        Reply reply = api.post("/v1/signals", "{\"a\":[" + "{},".repeat(100_000) + "{}]}");

        assertEquals(400, reply.status());
        assertEquals(List.of(""), reply.fields());
    }

    @Test
    void whoSendsTooSlowlyIsGivenUp() throws Exception {
        AtomicLong nanos = new AtomicLong();
        InputStream steady = new SteadyStream(new ByteArrayInputStream(new byte[100]), nanos::get);
        assertEquals(0, steady.read());
        nanos.set((SteadyStream.GRACE_SECONDS + 2) * 1_000_000_000);
        assertThrows(IOException.class, () -> steady.readNBytes(10));
    }

    @Test
    void whoSendsMuchMayTakeLong() throws Exception {
        AtomicLong nanos = new AtomicLong();
        byte[] much = new byte[(int) (60 * SteadyStream.LEAST_BYTES_PER_SECOND)];
        InputStream steady = new SteadyStream(new ByteArrayInputStream(much), nanos::get);
        steady.readNBytes(much.length - 1);
        nanos.set(60_000_000_000L);
        assertEquals(0, steady.read());
    }
}
