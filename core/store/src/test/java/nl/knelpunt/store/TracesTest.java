package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.knelpunt.engine.dossier.Datum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was destroyed is nowhere in the files any more: read as bytes, as somebody would who finds the disk. */
class TracesTest {

    private static final Pattern MARK = Pattern.compile("MARK\\d{8}X");

    @TempDir
    Path data;

    private final Random random = new Random(7);
    private int marks;

    /** In every file of the data folder: the database, its write-ahead log, backups, whatever lies beside them. */
    private Set<String> found() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Matcher mark = MARK.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                while (mark.find()) {
                    found.add(mark.group());
                }
            }
        }
        return found;
    }

    private String mark() {
        return "MARK%08dX".formatted(++marks);
    }

    private Datum datum(UUID dossier, UUID id, String mark) {
        Datum sample = Samples.datum(dossier, null);
        String padding =
                "p".repeat(random.nextInt(List.of(5, 50, 300, 1_500, 3_000).get(random.nextInt(5)) + 1));
        return new Datum(
                id,
                dossier,
                null,
                sample.category(),
                "kenteken",
                mark + padding + mark,
                sample.source(),
                sample.phase(),
                sample.origins(),
                sample.firstProcessed(),
                sample.destroyBy(),
                sample.marks());
    }

    @Test
    void afterTracesAreRemovedNothingThatWasDestroyedOrReplacedIsLeft() throws Exception {
        List<UUID> dossiers = List.of(Samples.id(), Samples.id(), Samples.id());
        List<Datum> there = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        try (Installation installation = new Installation(data)) {
            Set<String> before = new TreeSet<>();
            // SQLite overwrites what it deletes; only moving rows between pages leaves something behind, now and then.
            for (int round = 0; round < 400 && before.isEmpty(); round++) {
                installation.run(tx -> {
                    for (int i = 0; i < 60; i++) {
                        int what = random.nextInt(10);
                        if (what < 5 || there.isEmpty()) {
                            // Here and there between the others, so that pages split.
                            UUID id = random.nextInt(3) == 0 ? UUID.randomUUID() : Samples.id();
                            Datum made = datum(dossiers.get(random.nextInt(3)), id, mark());
                            tx.data().insert(made);
                            there.add(made);
                        } else {
                            Datum old = there.remove(random.nextInt(there.size()));
                            gone.add(old.content().substring(0, 13));
                            if (what < 8) {
                                tx.data()
                                        .update(old.withContent(datum(old.dossier(), old.id(), mark())
                                                .content()));
                                there.add(tx.data().find(old.id()).orElseThrow());
                            } else {
                                tx.data().destroy(old.id());
                            }
                        }
                    }
                });
                if (round % 20 == 19) {
                    before.addAll(found());
                    before.retainAll(gone);
                }
            }
            assertFalse(before.isEmpty(), "it is there to be found");

            installation.store.remove();

            Set<String> after = found();
            assertTrue(
                    after.containsAll(there.stream()
                            .map(d -> d.content().substring(0, 13))
                            .toList()),
                    "what is there is found so");
            after.retainAll(gone);
            assertEquals(Set.of(), after);
            installation.run(tx -> there.forEach(d -> assertEquals(
                    d.content(), tx.data().find(d.id()).orElseThrow().content())));
        }
    }

    @Test
    void alsoWhenAnEarlierProcessDestroyedIt() throws Exception {
        UUID dossier = Samples.id();
        Datum datum = datum(dossier, Samples.id(), mark());
        try (Installation installation = new Installation(data)) {
            installation.run(tx -> tx.data().insert(datum));
            installation.run(tx -> tx.data().destroy(datum.id()));
            assertEquals(1, installation.count("setting where name = 'store.traces'"));
            installation.restart();
            installation.store.remove();
            assertEquals(0, installation.count("setting where name = 'store.traces'"));
            assertEquals(Set.of(), found());
            assertEquals(0, Files.size(Path.of(installation.file() + "-wal")));
        }
    }

    @Test
    void aBackupKeepsWhatWasThereUntilItIsRemoved() throws Exception {
        UUID dossier = Samples.id();
        Datum datum = datum(dossier, Samples.id(), mark());
        try (Installation installation = new Installation(data)) {
            installation.run(tx -> tx.data().insert(datum));
            installation.store.make();
            installation.run(tx -> tx.data().destroy(datum.id()));
            installation.store.remove();
            installation.store.make();
            assertFalse(found().isEmpty(), "in the first backup");
            Files.createDirectory(data.resolve("backup/notes"));

            assertEquals(0, installation.store.removeOlderThan(Duration.ofDays(1)));
            assertEquals(2, installation.store.removeOlderThan(Duration.ofSeconds(-1)));
            assertEquals(Set.of(), found());
            assertTrue(Files.exists(data.resolve("backup/notes")), "only backups are removed");
        }
    }

    @Test
    void aBackupOfAfterwardsHasNoTraceEither() throws Exception {
        try (Installation installation = new Installation(data)) {
            UUID dossier = Samples.id();
            List<Datum> all = Stream.generate(() -> datum(dossier, Samples.id(), mark()))
                    .limit(500)
                    .toList();
            installation.run(tx -> all.forEach(tx.data()::insert));
            installation.run(tx -> all.forEach(d -> tx.data().destroy(d.id())));
            installation.store.make();
            installation.store.remove();
            assertEquals(Set.of(), found());
        }
    }
}
