package nl.knelpunt.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Rules;
import nl.knelpunt.engine.steering.Mandate;

/** One operation: how it is called, what goes in, what can come out, and who does it. */
final class Route {

    static final String JSON = "application/json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String ANY = "*/*";

    /** What an operation needs to be allowed. */
    enum Access {
        /** Anybody, without signing in. */
        OPEN,
        /** Whoever has signed in. */
        SIGNED_IN,
        /** Whom the guard permits it. */
        GUARDED
    }

    interface Handler {

        Answer handle(Exchange exchange) throws IOException, MessageException;
    }

    record Query(String name, String description, Class<?> type) {}

    record Header(String name, String description, int longest) {}

    private final String method;
    private String base = RouteTable.BASE;
    private final String path;
    private final String operationId;
    private final String summary;
    private final List<String> segments;
    private final List<Query> queries = new ArrayList<>();
    private final List<Header> headers = new ArrayList<>();
    private final Set<Integer> problems = new TreeSet<>(List.of(400, 500, 503));
    private String tag;
    private Access access = Access.SIGNED_IN;
    private Class<?> request;
    private String requestType;
    private int status = 200;
    private Class<?> response;
    private boolean change;
    private boolean versioned;
    private Set<Act> acts = Set.of();
    private boolean stream;
    private List<String> mediaTypes = List.of(JSON);
    private Handler handler;

    private Route(String method, String path, String operationId, String summary) {
        this.method = method;
        this.path = path;
        this.operationId = operationId;
        this.summary = summary;
        this.segments = List.of(path.substring(1).split("/"));
        problems.add(401);
    }

    static Route get(String path, String operationId, String summary) {
        return new Route("GET", path, operationId, summary);
    }

    static Route post(String path, String operationId, String summary) {
        return new Route("POST", path, operationId, summary);
    }

    static Route put(String path, String operationId, String summary) {
        return new Route("PUT", path, operationId, summary);
    }

    static Route patch(String path, String operationId, String summary) {
        return new Route("PATCH", path, operationId, summary).fails(428);
    }

    static Route delete(String path, String operationId, String summary) {
        return new Route("DELETE", path, operationId, summary);
    }

    /** Stands elsewhere than the rest of the API, since a standard says where. */
    Route under(String other) {
        base = other;
        return this;
    }

    Route tagged(String name) {
        tag = name;
        return this;
    }

    Route open() {
        access = Access.OPEN;
        problems.remove(401);
        return this;
    }

    /** An act of processing: the guard decides. */
    Route guarded() {
        access = Access.GUARDED;
        return fails(403);
    }

    /** An act that changes something that is there: it may be out of order, or seen in an older version. */
    Route changes() {
        change = true;
        return guarded().fails(409).fails(412);
    }

    /**
     * Which act it is; one of several, where the request says which. What it is about is the first parameter of the path, and a
     * part of that the second.
     */
    Route does(Act... which) {
        acts = Set.of(which);
        return this;
    }

    /** Answers with the version of what is shown. */
    Route versioned() {
        versioned = true;
        return this;
    }

    Route takes(Class<?> record) {
        request = record;
        requestType = method.equals("PATCH") ? MERGE_PATCH : JSON;
        // Something else was sent under the same idempotency key.
        return (method.equals("POST") ? fails(422) : this).fails(413).fails(415);
    }

    /** A file of one type, as it is. */
    Route takesFile(String mediaType) {
        requestType = mediaType;
        return fails(413).fails(415).fails(422);
    }

    Route takesAnything() {
        requestType = ANY;
        return fails(413).fails(415).fails(422);
    }

    Route query(String name, String description, Class<?> type) {
        queries.add(new Query(name, description, type));
        return this;
    }

    Route header(String name, String description, int longest) {
        headers.add(new Header(name, description, longest));
        return this;
    }

    Route paged() {
        return query("after", "begin after this id: the next link of the page before", UUID.class)
                .query("limit", "items of one page, 1 to 100; 50 when absent", Integer.class);
    }

    Route fails(int problem) {
        problems.add(problem);
        return this;
    }

    Route answers(int success, Class<?> record) {
        status = success;
        response = record;
        return this;
    }

    /** Answers with a file, in one of these types. */
    Route answersFile(String... types) {
        mediaTypes = List.of(types);
        response = byte[].class;
        return fails(404);
    }

    /** Answers with server-sent events to who wants those. */
    Route streams() {
        stream = true;
        return this;
    }

    Route by(Handler by) {
        handler = by;
        return this;
    }

    String method() {
        return method;
    }

    String base() {
        return base;
    }

    /** Below the base, such as {@code /signals/{signal}}. */
    String path() {
        return path;
    }

    /** Names of the parameters of the path, in order. */
    List<String> parameters() {
        return segments.stream()
                .filter(s -> s.startsWith("{"))
                .map(s -> s.substring(1, s.length() - 1))
                .toList();
    }

    List<String> segments() {
        return segments;
    }

    String operationId() {
        return operationId;
    }

    String summary() {
        return summary;
    }

    Handler handler() {
        return handler;
    }

    String tag() {
        return tag;
    }

    Access access() {
        return access;
    }

    /** Null when no record is taken. */
    Class<?> request() {
        return request;
    }

    /** Null when nothing is taken. */
    String requestType() {
        return requestType;
    }

    int status() {
        return status;
    }

    /** Null when there is nothing to answer. */
    Class<?> response() {
        return response;
    }

    List<String> mediaTypes() {
        return mediaTypes;
    }

    Set<Integer> problems() {
        return problems;
    }

    List<Query> queries() {
        return queries;
    }

    /** Those of its own. */
    List<Header> headers() {
        return headers;
    }

    /** Whether If-Match is looked at. */
    boolean isChange() {
        return change;
    }

    /** Whether the answer has an ETag. */
    boolean isVersioned() {
        return versioned || change || path.endsWith("}");
    }

    /** Empty when it is no act. */
    Set<Act> acts() {
        return acts;
    }

    /** Whether the body may confirm what was found in its texts. */
    boolean confirms() {
        return request != null && acts.stream().anyMatch(Rules::bringsText);
    }

    /** Whether somebody may do it for a participant that gave a mandate for that. */
    boolean canBeMandated() {
        return acts.stream().anyMatch(Mandate.COVERABLE::contains);
    }

    boolean isStream() {
        return stream;
    }

    boolean knowsQuery(String name) {
        return queries.stream().anyMatch(q -> q.name().equals(name));
    }
}
