package nl.knelpunt.rest;

import static nl.knelpunt.rest.ConfirmationShapes.CONFIRMATIONS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.text.Confirmation;
import nl.knelpunt.rest.ConfirmationShapes.Confirmations;

/** One request, as a handler sees it. */
final class Exchange {

    /** For which participant the caller acts, under a mandate of it. */
    static final String ON_BEHALF_OF = "On-Behalf-Of";

    private static final int DEFAULT_LIMIT = 50;
    private static final int DAY = "2026-03-01".length();
    private static final Pattern PARTICIPANT = Pattern.compile("[a-z0-9-]{1,200}");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final HttpServletRequest request;
    private final Route route;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final Locale language;
    private final UUID trace;
    private final Caller caller;
    private final String token;

    /** Whether this is a trial of another operation, with a body of its own. */
    private final boolean trial;

    /** Null until it was read. */
    private ObjectNode input;

    private List<Confirmation> confirmations = List.of();

    /** Of the body as it came; null until it was read. */
    private String digest;

    /**
     * @param caller null when nobody needs to be signed in
     * @param token of the caller, or null
     */
    Exchange(
            HttpServletRequest request,
            RouteTable.Match match,
            Locale language,
            UUID trace,
            Caller caller,
            String token) {
        this.request = request;
        this.route = match.route();
        this.path = match.path();
        this.language = language;
        this.trace = trace;
        this.caller = caller;
        this.token = token;
        this.trial = false;
        this.query = query(request.getQueryString(), match.route());
    }

    private Exchange(Exchange asked, Route tried, Map<String, String> path, Caller about, ObjectNode input) {
        this.request = asked.request;
        this.route = tried;
        this.path = path;
        this.language = asked.language;
        this.trace = asked.trace;
        this.caller = about;
        this.token = asked.token;
        this.trial = true;
        this.query = Map.of();
        take(input);
    }

    /** The same request, made into a trial of another operation. */
    Exchange trial(Route tried, Map<String, String> values, Caller about, ObjectNode instead) {
        return new Exchange(this, tried, values, about, instead);
    }

    HttpServletRequest request() {
        return request;
    }

    Locale language() {
        return language;
    }

    /** Null when nobody needs to be signed in. */
    Caller caller() {
        return caller;
    }

    /** Whether this media type is named among those that are wanted. */
    boolean accepts(String type) {
        String accepted = request.getHeader("Accept");
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(one -> one.split(";", 2)[0].strip())
                        .anyMatch(type::equalsIgnoreCase);
    }

    /** Null when absent: where a stream of events broke off. */
    UUID lastEventId() {
        return id("Last-Event-ID", request.getHeader("Last-Event-ID"));
    }

    UUID trace() {
        return trace;
    }

    String token() {
        return token;
    }

    String origin() {
        return request.getRemoteAddr();
    }

    String path(String name) {
        return path.get(name);
    }

    UUID id(String name) {
        return IdText.orUnknown(path.get(name));
    }

    /** Null when absent. */
    String query(String name) {
        return query.get(name);
    }

    /** Of the query; null when absent. */
    UUID idOf(String name) {
        return id(name, query.get(name));
    }

    /** Of the query; null when absent. */
    LocalDate day(String name) {
        String given = query.get(name);
        try {
            // Ten characters: a year of more digits is none that can be reckoned with.
            if (given == null || given.length() == DAY) {
                return given == null ? null : LocalDate.parse(given);
            }
        } catch (DateTimeParseException e) {
            // As any other that is no day.
        }
        throw BadRequestException.of(
                name, "Hier hoort een dag, zoals 2026-03-01.", "A day belongs here, such as 2026-03-01.");
    }

    /** Of the query; false when absent. */
    boolean flag(String name) {
        String given = query.get(name);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw BadRequestException.of(name, "Hier hoort true of false.", "true or false belongs here.");
        }
        return "true".equals(given);
    }

    /** Of the query; null when absent. */
    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String given = query.get(name);
        if (given == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(given))
                .findFirst()
                .orElseThrow(() -> {
                    String known = Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "));
                    return BadRequestException.of(
                            name, "Kies een van: " + known + ".", "Choose one of: " + known + ".");
                });
    }

    UUID after() {
        return id("after", query.get("after"));
    }

    static UUID id(String field, String given) {
        if (given == null) {
            return null;
        }
        UUID id = IdText.parse(given);
        if (id == null) {
            throw BadRequestException.of(field, "Hier hoort een id (UUID).", "An id (UUID) belongs here.");
        }
        return id;
    }

    /** One digit; null when absent. */
    Integer number(String name) {
        String given = query.get(name);
        if (given != null && !given.matches("\\d")) {
            throw BadRequestException.of(name, "Hier hoort een cijfer.", "A digit belongs here.");
        }
        return given == null ? null : Integer.valueOf(given);
    }

    int limit() {
        String given = query.get("limit");
        if (given == null) {
            return DEFAULT_LIMIT;
        }
        if (!given.matches("\\d{1,3}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > Page.MOST) {
            throw BadRequestException.of(
                    "limit",
                    "Hier hoort een getal van 1 tot en met " + Page.MOST + ".",
                    "A number from 1 to " + Page.MOST + " belongs here.");
        }
        return Integer.parseInt(given);
    }

    /** Links of a page of a list; what was asked for stays asked for. */
    Shapes.Links links(String href, UUID next) {
        UUID after = after();
        String asked = query.entrySet().stream()
                .filter(e -> !e.getKey().equals("limit") && !e.getKey().equals("after"))
                .sorted(Map.Entry.comparingByKey())
                .map(e -> "&" + e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        String all = href + "?limit=" + limit() + asked;
        return new Shapes.Links(
                all + (after == null ? "" : "&after=" + after), next == null ? null : all + "&after=" + next);
    }

    Call call() {
        Caller acting = acting();
        Call call = trial
                ? Call.trial(acting, trace, origin())
                : new Call(acting, trace, origin(), idempotencyKey(), version());
        if (call.idempotencyKey() != null && digest != null) {
            call = call.sending(digest);
        }
        return confirmations.isEmpty() ? call : call.confirming(confirmations);
    }

    private Caller acting() {
        String participant = request.getHeader(ON_BEHALF_OF);
        if (participant == null || route.acts().isEmpty() || !(caller instanceof Caller.Person person)) {
            return caller;
        }
        if (!PARTICIPANT.matcher(participant).matches()) {
            throw BadRequestException.of(
                    ON_BEHALF_OF,
                    "Hier hoort de id van een deelnemer, zoals gemeente-wieringersluis.",
                    "The id of a participant belongs here, such as gemeente-wieringersluis.");
        }
        return new Caller.Mandated(person.account(), participant);
    }

    private Long version() {
        String given = request.getHeader("If-Match");
        if (given == null && route.method().equals("PATCH")) {
            throw ProblemException.versionRequired();
        }
        return route.isChange() ? ifMatch() : null;
    }

    /** Null when any version will do. */
    private Long ifMatch() {
        String given = request.getHeader("If-Match");
        if (given == null || given.equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(given.strip());
        if (!etag.matches()) {
            throw BadRequestException.of(
                    "If-Match",
                    "Hier hoort één versienummer tussen aanhalingstekens, zoals \"3\".",
                    "One version number between quotes belongs here, such as \"3\".");
        }
        return Long.valueOf(etag.group(1));
    }

    /**
     * For what is changed by way of a plan, so that the engine doesn't hold the version against what there is.
     *
     * @throws StaleException If-Match names another version
     */
    void checkVersion(long current) {
        Long seen = ifMatch();
        if (seen != null && seen != current) {
            throw new StaleException(current, List.of());
        }
    }

    private String idempotencyKey() {
        String given = request.getHeader("Idempotency-Key");
        if (given == null || !route.method().equals("POST")) {
            return null;
        }
        if (!IDEMPOTENCY_KEY.matcher(given).matches()) {
            throw BadRequestException.of(
                    "Idempotency-Key",
                    "Hier horen 1 tot 255 zichtbare ASCII-tekens, zonder spaties.",
                    "1 to 255 visible ASCII characters belong here, without spaces.");
        }
        return given;
    }

    <T> T body(Class<T> type) throws IOException {
        return Json.read(tree(), type);
    }

    /** A merge patch whose fields all exist. */
    ObjectNode patch(Class<?> type) throws IOException {
        ObjectNode patch = tree();
        Json.checkPatch(patch, type);
        return patch;
    }

    /** Reads what the writer confirms, before anything is called with it. */
    void prepare() throws IOException {
        // To tell a repeat from another request it must have been read too.
        if (route.confirms() || route.request() != null && request.getHeader("Idempotency-Key") != null) {
            tree();
        }
    }

    private ObjectNode tree() throws IOException {
        if (input == null) {
            byte[] bytes = bytes();
            digest = digest(bytes);
            take(Json.parse(bytes));
        }
        return input;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(ObjectNode body) {
        input = body;
        if (route.confirms() && body.has(CONFIRMATIONS)) {
            ObjectNode alone = Json.mapper().createObjectNode();
            alone.set(CONFIRMATIONS, body.get(CONFIRMATIONS));
            input = body.deepCopy().without(CONFIRMATIONS);
            confirmations = Json.read(alone, Confirmations.class).engine();
        }
    }

    /** The body as it is, of the type that the route takes; another file under the same idempotency key is another request. */
    byte[] file(int most) throws IOException {
        byte[] bytes = bytes(most);
        digest = digest(bytes);
        return bytes;
    }

    private byte[] bytes() throws IOException {
        return bytes(route.access() == Route.Access.OPEN ? Json.MOST_BYTES_OF_STRANGERS : Json.MOST_BYTES);
    }

    /** Of a file that is not read here. */
    void checkType() {
        if (!route.requestType().equals(mediaType())) {
            throw ProblemException.unknownMediaType(route.requestType());
        }
    }

    private byte[] bytes(int most) throws IOException {
        checkType();
        if (request.getContentLengthLong() > most) {
            throw ProblemException.tooLarge(most);
        }
        byte[] bytes = new SteadyStream(request.getInputStream(), System::nanoTime).readNBytes(most + 1);
        if (bytes.length > most) {
            throw ProblemException.tooLarge(most);
        }
        return bytes;
    }

    /** Without parameters, in lower case; null when absent. */
    String mediaType() {
        String given = request.getContentType();
        if (given == null) {
            return null;
        }
        int end = given.indexOf(';');
        String type = (end < 0 ? given : given.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? null : type;
    }

    /** By hand, since the servlet's own reading of parameters may read the body too. */
    private static Map<String, String> query(String text, Route route) {
        Map<String, String> query = new HashMap<>();
        if (text == null || text.isEmpty()) {
            return query;
        }
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = decoded(equals < 0 ? "" : part.substring(equals + 1));
            if (!route.knowsQuery(name)) {
                throw BadRequestException.of(
                        "?", "Deze vraagparameter bestaat hier niet.", "This query parameter does not exist here.");
            }
            if (query.put(name, value) != null) {
                throw BadRequestException.of(name, "Dit staat er twee keer.", "This is given twice.");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw BadRequestException.of(
                    "?", "De vraagparameters zijn niet goed gecodeerd.", "The query parameters are not well encoded.");
        }
    }
}
