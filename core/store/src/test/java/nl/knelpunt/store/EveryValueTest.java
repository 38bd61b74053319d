package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.time.api.DateTimes;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.signal.Signal;

/** Whatever text and moments people and messages bring, it comes back as it was, and the log's hashes still fit. */
class EveryValueTest {

    private static final int TRIES = 200;

    private static Path folder;
    private static Installation installation;

    @BeforeContainer
    static void start() throws IOException {
        folder = Files.createTempDirectory("knelpunt");
        installation = new Installation(folder);
    }

    @AfterContainer
    static void stop() throws IOException {
        installation.close();
        Folders.delete(folder);
    }

    @Property(tries = TRIES)
    void aDatum(
            @ForAll DataCategory category,
            @ForAll("texts") String content,
            @ForAll Organ organ,
            @ForAll("moments") Instant processed,
            @ForAll("days") LocalDate destroyBy,
            @ForAll Set<OriginFlag> origins) {
        Datum datum = new Datum(
                Samples.id(),
                Samples.id(),
                null,
                category,
                content,
                content,
                new Source(content, organ, content, content, true, null, null, null, content),
                1,
                origins,
                processed,
                destroyBy,
                Marks.NONE);
        installation.run(tx -> tx.data().insert(datum));
        Optional<Datum> read = installation.get(tx -> tx.data().find(datum.id()));
        // Piece by piece: a datum's own text doesn't show its value.
        assertEquals(content, read.orElseThrow().content());
        assertEquals(Optional.of(datum), read);
    }

    @Property(tries = TRIES)
    void aSignal(@ForAll("texts") String text, @ForAll("moments") Instant received) {
        Signal signal = Samples.draft(text, received);
        installation.run(tx -> tx.signals().insert(signal));
        assertEquals(Optional.of(signal), installation.get(tx -> tx.signals().find(signal.id())));
    }

    @Property(tries = TRIES)
    void aLogRecord(
            @ForAll("texts") String text,
            @ForAll("moments") Instant at,
            @ForAll @Size(max = 3) List<OriginFlag> rules) {
        LogRecord sample = Samples.entry(text);
        LogRecord entry = new LogRecord(
                0,
                at,
                sample.trace(),
                text,
                text,
                text,
                text,
                sample.object(),
                sample.subject(),
                sample.data(),
                LogRecord.Result.PERMITTED,
                rules.stream().map(Enum::name).toList(),
                text,
                null,
                null,
                null);
        installation.run(tx -> tx.log().append(entry));
        assertEquals(null, installation.store.verifyLog().reason());
    }

    @Property(tries = TRIES)
    void theDigestOfAMessage(@ForAll @StringLength(min = 2, max = 64) String participant, @ForAll @Size(32) byte[] id) {
        var signal = Samples.id();
        if (installation.get(tx -> tx.signals().ofMessage(participant, id)).isEmpty()) {
            installation.run(
                    tx -> tx.signals().rememberMessage(participant, id, new SignalRepository.Earlier(signal, null)));
            assertEquals(
                    Optional.of(new SignalRepository.Earlier(signal, null)),
                    installation.get(tx -> tx.signals().ofMessage(participant, id)),
                    HexFormat.of().formatHex(id));
        }
    }

    @Property
    void momentsSortAsTheirText(@ForAll("moments") Instant one, @ForAll("moments") Instant other) {
        assertEquals(
                Integer.signum(one.compareTo(other)),
                Integer.signum(Moments.text(one).compareTo(Moments.text(other))));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(200)
                // A half of a surrogate pair is no text in any encoding.
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return DateTimes.instants()
                .between(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-700_000, 2_900_000).map(LocalDate::ofEpochDay);
    }
}
