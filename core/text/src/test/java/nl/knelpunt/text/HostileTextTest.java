package nl.knelpunt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.knelpunt.engine.text.TextFind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten thousand characters of what costs a careless scanner minutes. The time limit is for a scanner that never comes back. */
@Timeout(60)
class HostileTextTest {

    private static final int LENGTH = 10_000;

    static Stream<String> walls() {
        return Stream.of(
                        "a",
                        "en",
                        "9",
                        "0",
                        "0 ",
                        "00 ",
                        "9 ",
                        "+1",
                        "+31 6 ",
                        "06-",
                        "(0",
                        "((((",
                        "1-",
                        "AB-",
                        "A1",
                        "NL64",
                        "NL64 ",
                        "NL64TEST0903380782 ",
                        "999990019 ",
                        "99999001 ",
                        "12-ZF-99 ",
                        "0612345678 ",
                        "kenteken ",
                        "bsn ",
                        "zou ",
                        "zei dat ",
                        "Turkse ",
                        "Turkse en ",
                        "Turkse rode ",
                        "geboren ",
                        "geboren in ",
                        "uit Polen ",
                        "is ",
                        "van de ",
                        "Polen",
                        "supermarkt",
                        "verslaafd",
                        "heeft ",
                        "lijkt te ",
                        "zo mogelijk ",
                        ".",
                        ". ",
                        "\n",
                        "'",
                        "-",
                        "\u00AD",
                        "\u0301",
                        "a\u0301",
                        "\u200B",
                        "\uD83D\uDE00",
                        "\uD83D",
                        "\uFDFA",
                        "\uFF10",
                        "\u4E2D",
                        "\u0E01",
                        "\uAC00",
                        "\uD83C\uDDF3",
                        "=*<|[]>$..",
                        "(a+)+$",
                        "Noord-",
                        "'s ")
                .map(unit -> unit.repeat(LENGTH / unit.length()));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void aWallOfAnythingIsScanned(String text) {
        for (TextFind find : Scan.all(text)) {
            assertTrue(find.to() <= text.length());
        }
    }

    @Test
    void manyThreadsShareOneScanner() throws Exception {
        List<String> texts =
                Sentence.of("before.txt").stream().map(Sentence::text).toList();
        List<List<TextFind>> alone = texts.stream().map(Scan::all).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<List<TextFind>>>> readers = new ArrayList<>();
            IntStream.range(0, 4)
                    .forEach(
                            i -> readers.add(() -> texts.stream().map(Scan::all).toList()));
            for (Future<List<List<TextFind>>> together : threads.invokeAll(readers)) {
                assertEquals(alone, together.get());
            }
        } finally {
            threads.shutdown();
        }
    }
}
