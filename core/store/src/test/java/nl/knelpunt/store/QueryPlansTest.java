package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.signal.SignalFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No list and no search walks through a table that grows to a million rows: an index leads to what is asked. */
class QueryPlansTest {

    private static final UUID ID = Samples.id();
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final SignalFilter ALL = new SignalFilter(null, null, null, null, null, null, null, false);

    @TempDir
    private static Path folder;

    private Connection connection;
    private Signals signals;
    private Data data;
    private Requests requests;
    private RightsRequests rights;
    private Notices notices;
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void make() throws Exception {
        try (Installation installation = new Installation(folder)) {
            installation.run(tx -> {});
        }
    }

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("knelpunt.db"));
        Sql sql = new Sql(listening(connection));
        data = new Data(sql, new Corrections(sql), new Receivers(sql), new Keyring(folder.resolve("keys")));
        signals = new Signals(sql, data);
        requests = new Requests(sql);
        rights = new RightsRequests(sql);
        notices = new Notices(sql);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** The connection, with an ear for what it is asked. */
    private Connection listening(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        asked.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private List<String> plan(String statement) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (PreparedStatement explain = connection.prepareStatement("explain query plan " + statement);
                ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    private record Asking(String name, Consumer<QueryPlansTest> question, String index) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Arguments asking(String name, Consumer<QueryPlansTest> question, String index) {
        return Arguments.of(new Asking(name, question, index));
    }

    private static SignalFilter waiting() {
        return new SignalFilter(null, null, null, null, null, null, null, true);
    }

    private static SignalFilter between(Instant from, Instant until) {
        return new SignalFilter(null, null, from, until, null, null, null, false);
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                asking("signals", t -> t.signals.reported(ALL, ID, 50), "sqlite_autoindex_signal_1 (id>?)"),
                asking("signals that wait", t -> t.signals.reported(waiting(), ID, 50), "signal_waiting (waiting=?"),
                asking(
                        "signals since a day",
                        t -> t.signals.reported(between(NOON, null), ID, 50),
                        "COVERING INDEX signal_received (received>?)"),
                asking(
                        "signals until a day",
                        t -> t.signals.reported(between(null, NOON), ID, 50),
                        "COVERING INDEX signal_received (received<?)"),
                asking(
                        "signals of a knelpunt",
                        t -> t.signals.reported(
                                new SignalFilter(null, null, null, null, null, null, ID, false), ID, 50),
                        "signal_link_1 (knelpunt=?)"),
                asking(
                        "signals of a municipality",
                        t -> t.signals.reported(
                                new SignalFilter(null, null, null, null, null, "0400", null, false), ID, 50),
                        "signal_municipality (municipality=? AND id>?)"),
                asking(
                        "own signals",
                        t -> t.signals.ofParticipant("politie", ALL, ID, 50),
                        "signal_participant_1 (participant=? AND signal>?)"),
                asking(
                        "own signals that wait",
                        t -> t.signals.ofParticipant("politie", waiting(), ID, 50),
                        "signal_participant_waiting (participant=? AND waiting=?)"),
                asking(
                        "own signals of a knelpunt",
                        t -> t.signals.ofParticipant(
                                "politie", new SignalFilter(null, null, null, null, null, null, ID, false), ID, 50),
                        "signal_link_1 (knelpunt=?)"),
                asking(
                        "signals that share an identifier",
                        t -> t.signals.sharing(ID, "politie", ID, 50),
                        "datum_identifier (identifier=?"),
                asking(
                        "signals in an area",
                        t -> t.signals.within(new Area.Bounds(4, 52, 5, 53), "politie", ID, 50),
                        "signal_place (latitude>?"),
                asking("signals past five years", t -> t.signals.receivedBefore(NOON, ID, 50), "signal_received"),
                asking("drafts that lapse", t -> t.signals.draftsBefore(NOON, 50), "signal_state (state=?"),
                asking("questions past their term", t -> t.signals.unansweredSince(NOON, ID, 50), "asked<?"),
                asking(
                        "who is meant by a request",
                        t -> t.data.identifiedBy(new Identifier(DataCategory.IDENTIFICATION, "naam", "Joris Havik")),
                        "datum_keyed (keyed=?)"),
                asking("the same person elsewhere", t -> t.data.withPseudonym(ID), "subject_pseudonym (pseudonym=?)"),
                asking("data about a subject", t -> t.data.about(ID), "datum_subject (subject=?)"),
                asking("a dossier", t -> t.data.ofDossier(ID, ID, 100), "datum_dossier (dossier=? AND id>?)"),
                asking(
                        "a filtered dossier",
                        t -> t.data.ofDossier(ID, new DatumFilter("politie", null, 2, null, null, null), ID, 100),
                        "(dossier=?"),
                asking("own data", t -> t.data.ofSupplier("politie", false, ID, 50), "datum_supplier (supplier=?"),
                asking("own wrong data", t -> t.data.ofSupplier("politie", true, ID, 50), "datum_wrong (supplier=?"),
                asking("copies", t -> t.data.copiesOf(ID), "datum_reused_from (reused_from=?)"),
                asking("what is due tonight", t -> t.data.countDue(DAY), "datum_destroy_by (destroy_by<?)"),
                asking("what is due, in parts", t -> t.data.due(DAY, ID, 50), "datum_destroy_by (destroy_by<?)"),
                asking("what is held past its term", t -> t.data.heldPastTerm(DAY, 50), "datum_held (held=?"),
                asking("holds that end", t -> t.data.holdsEndingBy(DAY, 50), "datum_held (held=?"),
                asking("requests to be decided", t -> t.rights.undecided(50), "rights_request_decided (decided=?"),
                asking("requests to be forgotten", t -> t.rights.toBeForgotten(DAY, 50), "rights_request_forget"),
                asking("keys of what is destroyed", t -> t.requests.forget(ID), "request_object (object=?)"),
                asking("old keys", t -> t.requests.forgetBefore(NOON), "request_done_at (done_at<?)"),
                asking("old notices", t -> t.notices.forgetBefore(true, NOON), "correction_notice_given (noted=?"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anIndexLeadsToWhatIsAsked(Asking asking) throws SQLException {
        asking.question.accept(this);
        List<String> steps = new ArrayList<>();
        for (String statement : asked) {
            if (statement.contains(" from ")) {
                steps.addAll(plan(statement));
            }
        }
        assertFalse(steps.isEmpty());
        assertEquals(
                List.of(), steps.stream().filter(s -> s.startsWith("SCAN")).toList(), () -> String.join("\n", asked));
        assertTrue(steps.stream().anyMatch(s -> s.contains(asking.index)), steps::toString);
    }

    @Test
    void theTestSeesAWalk() throws SQLException {
        assertTrue(plan("select * from datum where content = 'x'").get(0).startsWith("SCAN"));
    }
}
