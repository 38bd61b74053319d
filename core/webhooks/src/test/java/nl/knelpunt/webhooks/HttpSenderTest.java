package nl.knelpunt.webhooks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending to a real server, which may be badly meant. */
class HttpSenderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final char[] PASSWORD = "changeit".toCharArray();

    private record Got(String method, Headers headers, byte[] body) {}

    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    private final Sender.Letter letter = new Sender.Letter(
            UUID.randomUUID(), FakePlatform.NOW, "{\"a\":1}".getBytes(StandardCharsets.UTF_8), "v1,c2lnbmF0dXJl");

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private void answers(String path, Answering answering) {
        server.createContext(path, exchange -> {
            got.add(new Got(
                    exchange.getRequestMethod(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            try (exchange) {
                answering.answer(exchange);
            }
        });
    }

    private static Answering status(int status) {
        return e -> e.sendResponseHeaders(status, -1);
    }

    private Target at(String path) {
        return Target.of("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static HttpSender sender(Duration patience) {
        return new HttpSender(() -> new Networks(""), patience);
    }

    private Sender.Answer send(String path) throws InterruptedException {
        return sender(PATIENCE).send(at(path), letter);
    }

    @Test
    void whatIsSentIsACloudEventWithTheHeadersOfStandardWebhooks() throws Exception {
        answers("/in", status(204));
        assertTrue(send("/in?deel=1").isTaken());
        Got one = got.remove();
        assertEquals("POST", one.method);
        assertEquals("application/cloudevents+json; charset=utf-8", one.headers.getFirst("Content-Type"));
        assertEquals(letter.event().toString(), one.headers.getFirst("webhook-id"));
        assertEquals(Long.toString(FakePlatform.NOW.getEpochSecond()), one.headers.getFirst("webhook-timestamp"));
        assertEquals(letter.signature(), one.headers.getFirst("webhook-signature"));
        assertArrayEquals(letter.body(), one.body);
    }

    @Test
    void anySuccessIsTakenAndAnythingElseIsNot() throws Exception {
        for (int status : List.of(200, 201, 202, 204)) {
            answers("/" + status, status(status));
            assertTrue(send("/" + status).isTaken());
        }
        for (int status : List.of(400, 404, 410, 500, 503)) {
            answers("/" + status, status(status));
            assertEquals("HTTP " + status, send("/" + status).failure());
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        answers("/elsewhere", status(200));
        answers("/in", e -> {
            e.getResponseHeaders().add("Location", at("/elsewhere").uri().toString());
            e.sendResponseHeaders(307, -1);
        });
        assertEquals("HTTP 307", send("/in").failure());
        assertEquals(1, got.size());
    }

    @Test
    void theOtherSideMayAskForPatience() throws Exception {
        answers("/in", e -> {
            e.getResponseHeaders().add("Retry-After", "120");
            e.sendResponseHeaders(429, -1);
        });
        answers("/soon", e -> {
            e.getResponseHeaders().add("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT");
            e.sendResponseHeaders(503, -1);
        });
        assertEquals(120, send("/in").retryAfterSeconds());
        assertEquals(0, send("/soon").retryAfterSeconds());
    }

    @Test
    void whoNeverAnswersIsNotWaitedFor() throws Exception {
        answers("/in", e -> await());
        assertEquals("TIMEOUT", sender(SHORT).send(at("/in"), letter).failure());
    }

    @Test
    void whoAnswersForEverIsHungUpOn() throws Exception {
        answers("/in", e -> {
            e.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 12];
            while (over.getCount() > 0) {
                e.getResponseBody().write(much);
            }
        });
        assertTrue(send("/in").isTaken(), "it said that it was taken");
    }

    @Test
    void whoAnswersDropByDropIsNotWaitedFor() throws Exception {
        answers("/in", e -> {
            e.sendResponseHeaders(200, 0);
            e.getResponseBody().write(1);
            e.getResponseBody().flush();
            await();
        });
        assertEquals("TIMEOUT", sender(SHORT).send(at("/in"), letter).failure());
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whereNobodyListensThereIsNoConnection() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertEquals(
                "CONNECTION",
                sender(PATIENCE)
                        .send(Target.of("http://127.0.0.1:" + port), letter)
                        .failure());
    }

    @Test
    void anAddressThatMayNotBeReachedIsNotReached() throws Exception {
        HttpSender sender = sender(PATIENCE);
        assertEquals(
                "ADDRESS",
                sender.send(Target.of("https://169.254.169.254/latest/meta-data"), letter)
                        .failure());
        // A name that leads to this machine, but does not say so.
        Target disguised = new Target(at("/in").uri(), false);
        answers("/in", status(200));
        assertEquals("ADDRESS", sender.send(disguised, letter).failure());
        assertTrue(got.isEmpty());
    }

    @Test
    void aNameThatIsNotKnown() throws Exception {
        assertEquals(
                "NAME",
                sender(PATIENCE)
                        .send(Target.of("https://nergens.invalid/"), letter)
                        .failure());
    }

    // Over TLS

    private static Path keyStore(Path folder, String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        return file;
    }

    private static SSLContext context(Path keyStore) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** Says with which answer, and how many requests were heard. */
    private String overTls(SSLContext servers, SSLContext clients) throws Exception {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(servers));
        secure.setExecutor(threads);
        secure.createContext("/in", exchange -> {
            got.add(new Got(exchange.getRequestMethod(), exchange.getRequestHeaders(), null));
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        secure.start();
        try {
            HttpClient.Builder client = HttpSender.builder(PATIENCE);
            if (clients != null) {
                client.sslContext(clients);
            }
            HttpClient built = client.build();
            Sender.Answer answer = new HttpSender(() -> new Networks(""), PATIENCE, () -> built)
                    .send(Target.of("https://localhost:" + secure.getAddress().getPort() + "/in"), letter);
            return answer.failure() + " " + got.size();
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void onlyWhoHasTheCertificateOfTheNameHearsAnything(@TempDir Path folder) throws Exception {
        SSLContext right = context(keyStore(folder, "localhost"));
        SSLContext anothers = context(keyStore(folder, "zaken.example"));
        assertEquals("TLS 0", overTls(right, null), "nobody trusts it");
        assertEquals("TLS 0", overTls(anothers, anothers), "trusted, but of another name");
        assertEquals("null 1", overTls(right, right));
    }
}
