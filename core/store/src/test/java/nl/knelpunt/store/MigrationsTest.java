package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.rights.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @TempDir
    Path data;

    @Test
    void everyScriptThatIsThereIsNamed() throws Exception {
        try (Stream<Path> scripts = Files.list(folder())) {
            assertEquals(
                    Migrations.ALL,
                    scripts.map(script -> script.getFileName().toString())
                            .sorted(Comparator.comparing(
                                    name -> Integer.valueOf(name.substring(1, name.indexOf("__")))))
                            .toList());
        }
    }

    @Test
    void aNewDatabaseGetsThemAllAndAnOldOneNoneTwice() throws Exception {
        try (Installation installation = new Installation(data)) {
            installation.run(tx -> tx.settings().put("a", "b"));
            assertEquals(Migrations.ALL.size(), installation.count("flyway_schema_history"));
            installation.restart();
            installation.run(tx -> tx.settings().put("a", "c"));
            assertEquals(Migrations.ALL.size(), installation.count("flyway_schema_history"));
        }
    }

    @Test
    void dataOfANewerVersionAreLeftAlone() throws Exception {
        try (Installation installation = new Installation(data)) {
            installation.run(tx -> {});
            installation.store.stop();
            installation.behindItsBack("insert into flyway_schema_history (installed_rank, version, description, type,"
                    + " script, installed_by, execution_time, success)"
                    + " values (999, '999', 'later', 'SQL', 'V999__later.sql', '', 1, 1)");
            installation.start();
            UnavailableException refused = assertThrows(UnavailableException.class, () -> installation.run(tx -> {}));
            assertEquals(Problem.TOO_NEW.text(), refused.reason());
        }
    }

    @Test
    void copiesThatWereMadeBeforeAreFoundAfterwards() throws Exception {
        Datum first = Samples.emptyDatum(Samples.id());
        Datum copy = first.takenOver(Samples.id(), Samples.id(), null, first.id());
        try (Installation installation = new Installation(data)) {
            installation.store.stop();
            installation.madeBefore(
                    "V7__copies_and_holds.sql",
                    row(first, null),
                    row(copy, "{\"veto\":null,\"error\":null,\"hold\":null,\"reusedFrom\":\"" + first.id() + "\"}"));
            installation.start();
            assertEquals(List.of(copy), installation.get(tx -> tx.data().copiesOf(first.id())));
            assertEquals(List.of(), installation.get(tx -> tx.data().copiesOf(copy.id())));
        }
    }

    /** As it was written before there were columns for what is said of a datum. */
    private static String row(Datum datum, String marks) {
        return "insert into datum (id, dossier, phase, lawfully_held, police, origins, marks) values ('" + datum.id()
                + "', '" + datum.dossier() + "', 0, false, false, '', " + (marks == null ? "null" : "'" + marks + "'")
                + ")";
    }

    @Test
    void whatIsOpenIsKnownOfRowsOfBefore() throws Exception {
        try (Installation installation = new Installation(data)) {
            installation.store.stop();
            installation.madeBefore(
                    "V16__terms.sql",
                    "insert into rights_request (id, version, document) values ('a', 1, '{\"decision\":{\"granted\":true}}')",
                    "insert into rights_request (id, version, document) values ('b', 1, '{\"decision\":null}')",
                    "insert into rights_consultation (participant, request) values ('x', 'a')",
                    "insert into rights_consultation (participant, request) values ('x', 'b')",
                    "insert into knelpunt (id, state, version, document) values ('c', 'CLOSED', 1, '{}')",
                    "insert into knelpunt (id, state, version, document) values ('d', 'DESIGNATED', 1, '{}')");
            installation.start();
            installation.run(tx -> {});
            assertEquals(1, installation.count("rights_request where decided = false and id = 'b'"));
            assertEquals(1, installation.count("rights_consultation where answered = true and request = 'a'"));
            assertEquals(1, installation.count("rights_consultation where answered = false and request = 'b'"));
            assertEquals(1, installation.count("knelpunt where voting = false and id = 'c'"));
            assertEquals(1, installation.count("knelpunt where voting = true and id = 'd'"));
        }
    }

    @Test
    void interventionsOfAPlanBecomeRecordsOfTheirOwn() throws Exception {
        UUID knelpunt = Samples.id();
        UUID open = Samples.id();
        UUID done = Samples.id();
        UUID person = Samples.id();
        try (Installation installation = new Installation(data)) {
            installation.store.stop();
            installation.madeBefore(
                    "V15__plan.sql",
                    "insert into knelpunt (id, state, version, document) values ('" + knelpunt
                            + "', 'DESIGNATED', 1, '{\"plan\":{\"interventions\":["
                            + planned(open, "null") + ","
                            + planned(
                                    done,
                                    "{\"date\":\"2026-02-01\",\"report\":\"Gedaan.\",\"effect\":\"Het is er stil.\",\"person\":\""
                                            + person + "\",\"at\":\"2026-02-02T10:00:00Z\"}")
                            + "]}}')");
            installation.start();
            List<Intervention> moved = installation.get(tx -> tx.interventions().ofKnelpunt(knelpunt));
            assertEquals(
                    List.of(open, done), moved.stream().map(Intervention::id).toList());
            Intervention first = moved.get(0);
            assertEquals(InterventionState.PROPOSED, first.state());
            assertEquals(new Text("toezicht", "supervision"), first.content().name());
            assertEquals("Gemw 174", first.content().basis().text());
            assertFalse(first.content().basis().checkedByJurist());
            assertEquals(LocalDate.parse("2026-03-01"), first.planning().until());
            Intervention second = moved.get(1);
            assertEquals(InterventionState.DONE, second.state());
            assertEquals("Gedaan.", second.execution().report());
            assertEquals(person, second.execution().person());
            assertEquals("Het is er stil.", second.outcomes().get(0).text());
            assertEquals(
                    List.of(first), installation.get(tx -> tx.interventions().waiting("p", 10)));
            assertFalse(installation.text("select document from knelpunt").contains("interventions"));
        }
    }

    private static String planned(UUID id, String execution) {
        return "{\"id\":\"" + id + "\",\"type\":\"toezicht\",\"name\":{\"nl\":\"toezicht\",\"en\":\"supervision\"},"
                + "\"category\":\"PREVENTION\",\"basis\":\"Gemw 174\",\"participant\":\"p\",\"organ\":\"BURGEMEESTER\","
                + "\"description\":\"Toezicht op de kade.\",\"due\":\"2026-03-01\",\"execution\":" + execution + "}";
    }

    @Test
    void whoStoodThereBeforeIsFoundByWhatIdentifiesThem() throws Exception {
        try (Installation installation = new Installation(data)) {
            Subject person = Samples.subject(Samples.id());
            Datum name = new Datum(
                    Samples.id(),
                    person.dossier(),
                    person.id(),
                    DataCategory.IDENTIFICATION,
                    "naam",
                    "Piet Példa",
                    Source.of(null),
                    1,
                    Set.of(),
                    null,
                    null,
                    Marks.NONE);
            installation.run(tx -> {
                tx.data().insert(person);
                tx.data().insert(name);
            });
            Identifier him = new Identifier(DataCategory.IDENTIFICATION, null, "PIET példa");
            assertEquals(List.of(person), installation.get(tx -> tx.data().identifiedBy(him)));
            assertFalse(installation.text("select keyed from datum").contains("piet"));
            installation.store.stop();
            installation.behindItsBack(
                    "update datum set keyed = null", "delete from key_used where purpose = 'person'");
            installation.start();
            assertEquals(List.of(person), installation.get(tx -> tx.data().identifiedBy(him)));
            installation.run(tx -> tx.data().update(name.withContent("Jan")));
            assertEquals(List.of(), installation.get(tx -> tx.data().identifiedBy(him)));
        }
    }

    @Test
    void theDatabaseIsOpenedForDurability() throws Exception {
        Database database = new Database(data.resolve("knelpunt.db"));
        try (Sql sql = new Sql(database.open(true))) {
            assertEquals("wal", sql.value("pragma journal_mode", row -> row.text(1)));
            assertEquals("2", sql.value("pragma synchronous", row -> row.text(1)), "FULL");
            assertEquals("1", sql.value("pragma foreign_keys", row -> row.text(1)));
            assertEquals("1", sql.value("pragma secure_delete", row -> row.text(1)));
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Migrations.class
                        .getResource("migration/" + Migrations.ALL.get(0))
                        .toURI())
                .getParent();
    }
}
