package nl.knelpunt.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** The steps from an empty file to the schema of this version, done by Flyway. */
final class Migrations {

    /** In order. Named here because Flyway's own search finds nothing, silently, in a bundle. */
    static final List<String> ALL = List.of(
            "V1__first_schema.sql",
            "V2__log_is_append_only_sqlite.sql",
            "V3__guard_whole.sql",
            "V4__log_reading.sql",
            "V5__looked_up_by_person.sql",
            "V6__text_confirmations.sql",
            "V7__copies_and_holds.sql",
            "V8__events.sql",
            "V10__signals.sql",
            "V11__proposal.sql",
            "V12__steering.sql",
            "V13__phases.sql",
            "V14__analysis.sql",
            "V15__plan.sql",
            "V16__terms.sql",
            "V17__results.sql",
            "V18__retention.sql",
            "V19__scans.sql",
            "V21__modules.sql",
            "V22__notices_and_messages.sql",
            "V23__found_by_index.sql",
            "V24__recognition_help.sql");

    private static final String HISTORY = "flyway_schema_history";

    private static final System.Logger LOGGER = System.getLogger(Migrations.class.getName());

    /** Held, because the JDK forgets the level of a logger that nobody holds. Flyway tells at length what it does. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrations() {}

    /** How many steps a database is away from this version; negative when it is of a newer one. Doesn't load Flyway. */
    static int missing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery(
                    "select 1 from sqlite_master where type = 'table' and name = '" + HISTORY + "'")) {
                if (!table.next()) {
                    return ALL.size();
                }
            }
            try (ResultSet done = statement.executeQuery(
                    "select count(*) from " + HISTORY + " where success and version is not null")) {
                done.next();
                return ALL.size() - done.getInt(1);
            }
        }
    }

    static void run(DataSource database) {
        run(database, ALL);
    }

    /** @param scripts the first of all, for a database of before */
    static void run(DataSource database, List<String> scripts) {
        ClassLoader own = Migrations.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        FLYWAY.setLevel(Level.WARNING);
        try {
            Flyway flyway = Flyway.configure(own)
                    .dataSource(database)
                    .table(HISTORY)
                    .resourceProvider(new Scripts(scripts))
                    .validateMigrationNaming(true)
                    .load();
            int found = flyway.info().all().length;
            if (found != scripts.size()) {
                throw new IllegalStateException("Of " + scripts.size() + " migrations " + found + " were found");
            }
            int done = flyway.migrate().migrationsExecuted;
            LOGGER.log(System.Logger.Level.INFO, "The database took {0} steps to this version", done);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class Scripts implements ResourceProvider {

        private final List<String> names;

        Scripts(List<String> names) {
            this.names = names;
        }

        @Override
        public LoadableResource getResource(String name) {
            return scripts()
                    .filter(s -> s.getRelativePath().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts()
                    .filter(s -> s.getFilename().startsWith(prefix)
                            && Stream.of(suffixes).anyMatch(s.getFilename()::endsWith))
                    .toList();
        }

        private Stream<LoadableResource> scripts() {
            return names.stream().map(Script::new);
        }
    }

    private static final class Script extends LoadableResource {

        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream in = Migrations.class.getResourceAsStream("migration/" + name)) {
                return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return "migration/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return getAbsolutePath();
        }
    }
}
