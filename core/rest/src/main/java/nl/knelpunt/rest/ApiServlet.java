package nl.knelpunt.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.identity.Caller;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The one servlet of the API: finds the route, asks who it is, lets the handler do it, and sends what comes out. Also what no
 * other servlet wants comes here, and is not found.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardServletPattern({RouteTable.BASE + "/*", RouteTable.ACCESS + "/*", "/"})
public final class ApiServlet extends HttpServlet {

    /** Of the API, not of the product. */
    static final String API_VERSION = "1.0.0";

    private static final long serialVersionUID = 1L;

    private static final int MOST_THROWN_AWAY = 1 << 16;
    private static final long MOST_LINGERED = 1 << 24;
    private static final String BEARER = "bearer ";
    /** Comes back as it was sent, as AuthZEN asks. */
    private static final String REQUEST_ID = "X-Request-ID";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH);
    private static final Pattern TRACE_PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{16})([0-9a-f]{16})-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

    /** Threads that read on for the sake of a sender whose answer is ready. */
    private static final int MOST_LINGERING = 8;

    private final transient UseCases use;
    private final transient RouteTable routes;
    private final transient EventStreams streams;
    private final transient BodySlots bodies = new BodySlots();
    private final transient Semaphore lingering = new Semaphore(MOST_LINGERING);

    @Activate
    public ApiServlet(@Reference UseCases use, BundleContext context) {
        this(use, context.getProperty("knelpunt.version"));
    }

    ApiServlet(UseCases use, String version) {
        this(use, version, new EventStreams(use));
    }

    ApiServlet(UseCases use, String version, EventStreams streams) {
        this.use = use;
        this.streams = streams;
        this.routes =
                new RouteTable(use, new HealthResource(use, Objects.requireNonNullElse(version, "unknown")), streams);
    }

    @Deactivate
    void stop() {
        streams.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = language(request.getHeader("Accept-Language"));
        UUID trace = trace(request.getHeader("traceparent"));
        Answer answer;
        byte[] body;
        try {
            answer = answer(request, language, trace);
            if (answer.body() instanceof EventStreams.Stream stream) {
                head(answer, response);
                response.setContentType(EventStreams.EVENT_STREAM);
                // A proxy in front should pass on what comes when it comes.
                response.setHeader("X-Accel-Buffering", "no");
                stream.begin(request, response);
                return;
            }
            boolean isFile = answer.body() instanceof Download;
            body = answer.body() == null || isFile ? null : answer.bytes();
        } catch (Throwable e) {
            // Also errors: the container would show them with their message.
            answer = Problems.answer(e, language, trace);
            body = Json.write(answer.body());
        }
        if (answer.body() instanceof Download download) {
            send(answer, download, response);
            return;
        }
        String id = request.getHeader(REQUEST_ID);
        if (id != null && VISIBLE.matcher(id).matches()) {
            answer = answer.with(REQUEST_ID, id);
        }
        if (isReadToItsEnd(request)) {
            send(answer, body, response);
        } else {
            response.setHeader("Connection", "close");
            send(answer, body, response);
            linger(answer, request, response);
        }
    }

    /**
     * Lets somebody who is signed in, and still sending, read why it was refused: who closes at once resets the connection, and
     * the answer may be lost with it.
     */
    private void linger(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.flushBuffer();
        if (answer.status() != HttpServletResponse.SC_UNAUTHORIZED
                && request.getHeader("Expect") == null
                && lingering.tryAcquire()) {
            try {
                new SteadyStream(request.getInputStream(), System::nanoTime).skip(MOST_LINGERED);
            } catch (IOException e) {
                // Gone already, and answered.
            } finally {
                lingering.release();
            }
        }
    }

    /** A small body that nobody wanted is thrown away, so that the connection can be used again; a large one never is. */
    private boolean isReadToItsEnd(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return true;
        }
        try {
            ServletInputStream body = request.getInputStream();
            boolean small = length > 0 && length <= MOST_THROWN_AWAY && request.getHeader("Expect") == null;
            return body.isFinished() || small && throwAway(body, length);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean throwAway(ServletInputStream body, long length) throws IOException {
        if (!lingering.tryAcquire()) {
            return false;
        }
        try {
            return body.skip(length + 1) <= length;
        } finally {
            lingering.release();
        }
    }

    private Answer answer(HttpServletRequest request, Locale language, UUID trace) throws Exception {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        RouteTable.Match match = routes.match(method, request.getServletPath(), request.getPathInfo());
        Caller caller = null;
        String token = null;
        if (match.route().access() != Route.Access.OPEN) {
            token = token(request.getHeader("Authorization"));
            caller = use.accounts().authenticate(token).orElseThrow(ProblemException::notSignedIn);
        }
        try (BodySlots.Slot slot = bodies.take(match.route(), request)) {
            Exchange exchange = new Exchange(request, match, language, trace, caller, token);
            exchange.prepare();
            return match.route().handler().handle(exchange);
        }
    }

    private static void send(Answer answer, byte[] body, HttpServletResponse response) throws IOException {
        head(answer, response);
        if (body != null) {
            boolean problem = answer.body() instanceof Shapes.Problem;
            response.setContentType(problem ? "application/problem+json" : answer.mediaType());
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** What goes wrong once it is on its way breaks the connection: nothing may look like the end of the file. */
    private static void send(Answer answer, Download download, HttpServletResponse response) throws IOException {
        head(answer, response);
        response.setContentType(download.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"");
        try {
            download.writing().to(response.getOutputStream());
        } catch (RuntimeException e) {
            // Without its message, which may quote what was written.
            throw new IOException("A file could not be written: " + e.getClass().getName());
        }
    }

    private static void head(Answer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        response.setHeader("API-Version", API_VERSION);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response.setHeader(header.getKey(), header.getValue());
        }
    }

    static String token(String authorization) {
        if (authorization == null
                || authorization.length() <= BEARER.length()
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw ProblemException.notSignedIn();
        }
        return authorization.substring(BEARER.length()).strip();
    }

    /** English for whom prefers it, otherwise Dutch. */
    private static Locale language(String accepted) {
        if (accepted != null) {
            try {
                Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
                return found == null ? LANGUAGES.get(0) : found;
            } catch (IllegalArgumentException | IllformedLocaleException e) {
                return LANGUAGES.get(0);
            }
        }
        return LANGUAGES.get(0);
    }

    /** Of the caller's trace context, so that records of different organisations can be tied together; else new. */
    private static UUID trace(String parent) {
        Matcher given = parent == null ? null : TRACE_PARENT.matcher(parent);
        if (given != null && given.matches()) {
            long high = Long.parseUnsignedLong(given.group(1), 16);
            long low = Long.parseUnsignedLong(given.group(2), 16);
            if (high != 0 || low != 0) {
                return new UUID(high, low);
            }
        }
        return Ids.next();
    }
}
