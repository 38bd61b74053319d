package nl.knelpunt.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.engine.event.CloudEvent;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.port.UnavailableException;

/**
 * Connections that stay open and on which events are told as they come (server-sent events). Each has a thread of its own, so
 * there are only so many, and none is kept by who doesn't read. Safe for all threads.
 */
final class EventStreams implements AutoCloseable {

    static final String EVENT_STREAM = "text/event-stream";

    private static final Logger LOG = System.getLogger(EventStreams.class.getName());
    private static final byte[] OPENING = utf8("retry: 5000\n\n");
    private static final byte[] HEARTBEAT = utf8(":\n\n");

    /**
     * @param heartbeat that often something is sent, so that both sides notice when the other is gone
     * @param patience so long may one sending take; who reads slower is cut off and can come back
     * @param most streams at a time
     * @param mostOfOne of one caller
     */
    record Limits(Duration heartbeat, Duration patience, int most, int mostOfOne) {

        static final Limits DEFAULT = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 64, 6);
    }

    private final UseCases use;
    private final Limits limits;
    private final Map<Caller, Integer> taken = new HashMap<>();
    private int all;
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("knelpunt-stream"));
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, daemons("knelpunt-watch"));

    EventStreams(UseCases use) {
        this(use, Limits.DEFAULT);
    }

    EventStreams(UseCases use, Limits limits) {
        this.use = use;
        this.limits = limits;
        this.watch.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A place for one stream; to be closed when that ends. */
    final class Place implements AutoCloseable {

        private final Caller caller;
        private boolean left;

        private Place(Caller caller) {
            this.caller = caller;
        }

        @Override
        public void close() {
            synchronized (EventStreams.this) {
                if (!left) {
                    left = true;
                    all--;
                    taken.computeIfPresent(caller, (c, n) -> n == 1 ? null : n - 1);
                }
            }
        }
    }

    /** @throws ProblemException too many streams are open */
    synchronized Place take(Caller caller) {
        int own = taken.getOrDefault(caller, 0);
        if (all >= limits.most() || own >= limits.mostOfOne()) {
            throw ProblemException.tooManyStreams();
        }
        all++;
        taken.put(caller, own + 1);
        return new Place(caller);
    }

    Stream stream(Place place, Events.Follower follower, String token, Caller caller) {
        return new Stream(place, follower, token, caller);
    }

    /** Ends all streams; who followed comes back by itself. */
    @Override
    public void close() {
        threads.shutdownNow();
        watch.shutdownNow();
    }

    /** One of them: an answer that goes on. */
    final class Stream {

        private final Place place;
        private final Events.Follower follower;
        private final String token;
        private final Caller caller;

        private Stream(Place place, Events.Follower follower, String token, Caller caller) {
            this.place = place;
            this.follower = follower;
            this.token = token;
            this.caller = caller;
        }

        /** Lets the container's thread go. */
        void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
            AsyncContext connection = null;
            try {
                OutputStream out = response.getOutputStream();
                connection = request.startAsync();
                connection.setTimeout(0);
                AsyncContext started = connection;
                threads.execute(() -> run(started, out));
            } catch (IOException | RuntimeException e) {
                place.close();
                if (connection != null) {
                    connection.complete();
                }
                throw e;
            }
        }

        private void run(AsyncContext connection, OutputStream out) {
            try {
                send(out, OPENING);
                while (true) {
                    List<CloudEvent> events = follower.next(limits.heartbeat());
                    if (isOver()) {
                        return;
                    }
                    send(out, events.isEmpty() ? HEARTBEAT : text(events));
                }
            } catch (IOException
                    | RefusedException
                    | UnavailableException
                    | ProblemException
                    | RejectedExecutionException e) {
                // The reader is gone or too slow, may not follow any more, or has to come back later; or the server
                // stops.
                LOG.log(
                        Level.DEBUG,
                        () -> "A stream of events ended: " + e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, () -> "A stream of events broke: " + Problems.withoutContent(e));
            } finally {
                place.close();
                end(connection);
            }
        }

        /** The session expired, or the account was withdrawn: asked before anything is sent. */
        private boolean isOver() {
            return use.accounts().authenticate(token).filter(caller::equals).isEmpty();
        }

        private void send(OutputStream out, byte[] bytes) throws IOException, InterruptedException {
            Thread own = Thread.currentThread();
            ScheduledFuture<?> cutOff =
                    watch.schedule(own::interrupt, limits.patience().toMillis(), TimeUnit.MILLISECONDS);
            try {
                out.write(bytes);
                out.flush();
            } finally {
                cutOff.cancel(false);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }

        private static void end(AsyncContext connection) {
            try {
                connection.complete();
            } catch (IllegalStateException e) {
                LOG.log(Level.DEBUG, "The connection of a stream was over already");
            }
        }
    }

    private static byte[] text(List<CloudEvent> events) throws IOException {
        StringBuilder text = new StringBuilder();
        for (CloudEvent event : events) {
            text.append("id: ").append(event.id()).append("\ndata: ");
            text.append(new String(Json.write(event), StandardCharsets.UTF_8)).append("\n\n");
        }
        return utf8(text.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
