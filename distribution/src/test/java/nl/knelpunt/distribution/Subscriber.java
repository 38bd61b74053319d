package nl.knelpunt.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A participant's system that is called when something happens, and checks who calls. */
final class Subscriber implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    enum Mood {
        TAKES_IT,
        ANSWERS_500,
        /** Hears it and never answers. */
        HANGS
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<JsonNode> heard = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private volatile Mood mood = Mood.TAKES_IT;
    private volatile byte[] secret;

    Subscriber() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/knelpunt", this::called);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/knelpunt";
    }

    Subscriber knows(String given) {
        secret = Base64.getDecoder().decode(given.substring("whsec_".length()));
        return this;
    }

    Subscriber is(Mood other) {
        mood = other;
        return this;
    }

    private void called(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            JsonNode event = JSON.readTree(body);
            synchronized (this) {
                heard.add(event);
                if (!isSigned(exchange, body)
                        || !event.path("id").asText().equals(header(exchange, "webhook-id"))
                        || !header(exchange, "Content-Type").startsWith("application/cloudevents+json")) {
                    wrong.add(event.toString());
                }
            }
            switch (mood) {
                case TAKES_IT -> exchange.sendResponseHeaders(204, -1);
                case ANSWERS_500 -> exchange.sendResponseHeaders(500, -1);
                case HANGS -> over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((header(exchange, "webhook-id") + "." + header(exchange, "webhook-timestamp") + ".")
                    .getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8),
                    header(exchange, "webhook-signature").getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized int calls() {
        return heard.size();
    }

    /** Calls that were not signed as they should be. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** What was heard, each event once, in the order in which it was heard first. */
    synchronized List<String> told() {
        Map<String, String> once = new LinkedHashMap<>();
        heard.forEach(e -> once.putIfAbsent(e.path("id").asText(), Follower.told(e)));
        return List.copyOf(once.values());
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
