package nl.knelpunt.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.port.Backups.Backup;
import nl.knelpunt.engine.port.Backups.Contents;
import nl.knelpunt.engine.port.UnavailableException;

/** Copies of the running database with its keys, each in a folder of its own that appears only when it is whole. */
final class BackupMaker {

    private static final System.Logger LOGGER = System.getLogger(BackupMaker.class.getName());
    private static final String UNFINISHED = ".unfinished-";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Database database;
    private final Path keys;
    private final Path folder;
    private final Clock clock;

    BackupMaker(Database database, Path keys, Path folder, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.folder = folder;
        this.clock = clock;
    }

    Contents contents() {
        try (Sql sql = new Sql(database.openBeside())) {
            return contents(sql);
        } catch (IOException | SQLException | DatabaseException e) {
            throw failure(e);
        }
    }

    synchronized Backup make() {
        Path unfinished = null;
        try {
            Folders.create(folder);
            removeUnfinished();
            unfinished = Files.createTempDirectory(folder, UNFINISHED);
            Contents contents = copyTo(unfinished);
            Path finished = nameFor(clock);
            Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
            Folders.sync(folder);
            return new Backup(finished, contents);
        } catch (IOException | SQLException | RuntimeException e) {
            remove(unfinished);
            throw failure(e);
        }
    }

    /** A backup that is as old as that, by its name, is removed: what was destroyed since is still in it. */
    synchronized int removeOlderThan(Duration age) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        String oldest = NAME.format(clock.instant().minus(age));
        int removed = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, BackupMaker::isBackup)) {
            for (Path backup : all) {
                if (backup.getFileName().toString().compareTo(oldest) < 0) {
                    Folders.delete(backup);
                    removed++;
                }
            }
            if (removed > 0) {
                Folders.sync(folder);
                LOGGER.log(Level.INFO, "{0} backups that had been kept long enough were removed", removed);
            }
            return removed;
        } catch (IOException | DirectoryIteratorException e) {
            throw failure(e);
        }
    }

    private static boolean isBackup(Path path) {
        return path.getFileName().toString().matches("\\d{8}T\\d{6}Z(-\\d+)?") && Files.isDirectory(path);
    }

    private Contents copyTo(Path target) throws IOException, SQLException {
        Path copy = Files.createFile(target.resolve("knelpunt.db"), Folders.OWNER_ONLY_FILE);
        try (Connection beside = database.openBeside();
                PreparedStatement vacuum = beside.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
        // After the copy: a key is on the disk before the first row that depends on it.
        Path copyOfKeys = target.resolve("keys");
        Folders.create(copyOfKeys);
        copyKeys(copyOfKeys);
        Contents contents = verified(copy, copyOfKeys);
        Map<String, String> digests = digests(target);
        Path manifest = Files.createFile(target.resolve("manifest.json"), Folders.OWNER_ONLY_FILE);
        Files.writeString(manifest, manifest(contents, digests), StandardOpenOption.WRITE);
        // SQLite doesn't sync what it vacuums into.
        Folders.sync(copy);
        Folders.sync(manifest);
        Folders.sync(target);
        return contents;
    }

    private void copyKeys(Path target) throws IOException {
        if (!Files.isDirectory(keys)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(keys, file -> isKey(file))) {
            for (Path key : files) {
                Path copy = target.resolve(key.getFileName());
                Files.createFile(copy, Folders.OWNER_ONLY_FILE);
                Files.write(copy, Files.readAllBytes(key), StandardOpenOption.WRITE);
                Folders.sync(copy);
            }
        }
        Folders.sync(target);
    }

    private static boolean isKey(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }

    /** What the copy holds, read from the copy with the keys of the copy. */
    private static Contents verified(Path copy, Path copyOfKeys) throws SQLException {
        try (Sql sql = new Sql(Database.openCopy(copy))) {
            String integrity = sql.value("pragma integrity_check", row -> row.text(1));
            if (!"ok".equals(integrity)) {
                throw new IllegalStateException("The copy of the database is damaged");
            }
            Keyring keyring = new Keyring(copyOfKeys);
            Map<String, String> used = new HashMap<>();
            sql.each("select purpose, fingerprint from key_used", row -> {
                used.put(row.text("purpose"), row.text("fingerprint"));
                return true;
            });
            keyring.depends(used);
            keyring.check();
            Verification log = ProcessingLog.verify(sql, keyring);
            if (!log.isWhole()) {
                throw new IllegalStateException(
                        "The log is broken at record " + log.firstBroken() + ": " + log.reason());
            }
            return contents(sql);
        }
    }

    private static Contents contents(Sql sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : sql.list(
                "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                        + " and name not like 'flyway%' order by name",
                row -> row.text(1))) {
            counts.put(table, sql.count("select count(*) from " + table));
        }
        ProcessingLog.Head last = ProcessingLog.last(sql);
        return new Contents(counts, last.sequence(), last.hash());
    }

    /** Of each file, by its name within the backup: finds also a value that was changed into another one that is valid. */
    private static Map<String, String> digests(Path target) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                digests.put(target.relativize(file).toString(), digest(file));
            }
        }
        return digests;
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                sha256.update(some, 0, read);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private String manifest(Contents contents, Map<String, String> digests) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("counts", contents.counts());
        manifest.put("logRecords", contents.logRecords());
        manifest.put("logHead", contents.logHead());
        manifest.put("sha256", digests);
        manifest.put("made", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return Documents.write(manifest);
    }

    private Path nameFor(Clock now) {
        String name = NAME.format(now.instant());
        Path free = folder.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "-" + i);
        }
        return free;
    }

    /** What a crash left behind. */
    private void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            left.forEach(BackupMaker::remove);
        }
    }

    private static void remove(Path unfinished) {
        if (unfinished == null) {
            return;
        }
        try {
            Folders.delete(unfinished);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "An unfinished backup could not be removed: " + unfinished.getFileName(), e);
        }
    }

    private static UnavailableException failure(Exception e) {
        LOGGER.log(Level.ERROR, "The backup failed", e);
        if (e instanceof UnavailableException unavailable) {
            return unavailable;
        }
        Problem known = Problem.of(e);
        return (known == null ? Problem.BACKUP_FAILED : known).exception(e);
    }
}
