package nl.knelpunt.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/**
 * Sends over HTTP, to an address that may be reached, without following to another, and reads no more of the answer than its
 * status. Safe for all threads.
 */
final class HttpSender implements Sender {

    private static final String CONTENT = "application/cloudevents+json; charset=utf-8";
    private static final int MOST_BYTES_OF_AN_ANSWER = 8 << 10;
    private static final int FIRST_SUCCESS = 200;
    private static final int LAST_SUCCESS = 299;
    private static final int LONGEST_NUMBER = 6;

    private final Supplier<Networks> networks;
    private final Duration patience;
    private final Supplier<HttpClient> client;

    /** The client comes with threads of its own, so it is made for the first delivery. */
    HttpSender(Supplier<Networks> networks, Duration patience) {
        this(networks, patience, new Lazy(patience));
    }

    HttpSender(Supplier<Networks> networks, Duration patience, Supplier<HttpClient> client) {
        this.networks = networks;
        this.patience = patience;
        this.client = client;
    }

    private static final class Lazy implements Supplier<HttpClient> {

        private final Duration patience;
        private HttpClient made;

        Lazy(Duration patience) {
            this.patience = patience;
        }

        @Override
        public synchronized HttpClient get() {
            if (made == null) {
                made = builder(patience).build();
            }
            return made;
        }
    }

    static HttpClient.Builder builder(Duration patience) {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "knelpunt-webhook-http");
            thread.setDaemon(true);
            return thread;
        });
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .executor(threads);
    }

    @Override
    public Answer send(Target target, Letter letter) throws InterruptedException {
        try {
            // A name that is given another address between this and the connection has to show the certificate of that
            // name all the same before it hears anything.
            for (InetAddress address : InetAddress.getAllByName(target.host())) {
                if (!networks.get().mayReach(address, target.onThisMachine())) {
                    return Answer.failed("ADDRESS");
                }
            }
        } catch (UnknownHostException e) {
            return Answer.failed("NAME");
        }
        HttpRequest request = HttpRequest.newBuilder(target.uri())
                .timeout(patience)
                .header("Content-Type", CONTENT)
                .header("User-Agent", "Knelpunt")
                .header("webhook-id", letter.event().toString())
                .header("webhook-timestamp", Long.toString(letter.at().getEpochSecond()))
                .header("webhook-signature", letter.signature())
                .POST(BodyPublishers.ofByteArray(letter.body()))
                .build();
        CompletableFuture<HttpResponse<Void>> sent = client.get().sendAsync(request, info -> new Unread());
        try {
            return answer(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Answer.failed("TIMEOUT");
        } catch (ExecutionException e) {
            return Answer.failed(reason(e.getCause()));
        } finally {
            sent.cancel(true);
        }
    }

    private static Answer answer(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status >= FIRST_SUCCESS && status <= LAST_SUCCESS) {
            return Answer.TAKEN;
        }
        long later = response.headers()
                .firstValue("Retry-After")
                .filter(s -> s.length() <= LONGEST_NUMBER && s.matches("\\d+"))
                .map(Long::valueOf)
                .orElse(0L);
        return new Answer("HTTP " + status, later);
    }

    /** Only its kind: the text of an exception may quote the other side. */
    private static String reason(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return "TIMEOUT";
        }
        if (cause instanceof SSLException || cause != null && cause.getCause() instanceof SSLException) {
            return "TLS";
        }
        return cause instanceof IOException ? "CONNECTION" : "ERROR";
    }

    /** Passes over what is said beside the status, and hangs up when that is much. */
    private static final class Unread implements HttpResponse.BodySubscriber<Void> {

        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private Flow.Subscription subscription;
        private long left = MOST_BYTES_OF_AN_ANSWER;

        @Override
        public CompletionStage<Void> getBody() {
            return over;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            subscription.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> some) {
            for (ByteBuffer buffer : some) {
                left -= buffer.remaining();
            }
            if (left < 0) {
                subscription.cancel();
                over.complete(null);
            } else {
                subscription.request(1);
            }
        }

        /** The status was there. */
        @Override
        public void onError(Throwable cause) {
            over.complete(null);
        }

        @Override
        public void onComplete() {
            over.complete(null);
        }
    }
}
