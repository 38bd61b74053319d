package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.port.UnavailableException;
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
                            .sorted()
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
                    + " values (9, '9', 'later', 'SQL', 'V9__later.sql', '', 1, 1)");
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
            installation.run(tx -> List.of(first, copy).forEach(tx.data()::insert));
            installation.store.stop();
            installation.behindItsBack(
                    "update datum set marks = '{\"veto\":null,\"error\":null,\"hold\":null,\"reusedFrom\":\""
                            + first.id() + "\"}' where id = '" + copy.id() + "'",
                    "drop index datum_reused_from",
                    "alter table datum drop column reused_from",
                    "alter table datum drop column held",
                    "drop table event",
                    "drop table subscription",
                    "delete from flyway_schema_history where version in ('7', '8')");
            installation.start();
            assertEquals(List.of(copy), installation.get(tx -> tx.data().copiesOf(first.id())));
            assertEquals(List.of(), installation.get(tx -> tx.data().copiesOf(copy.id())));
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
