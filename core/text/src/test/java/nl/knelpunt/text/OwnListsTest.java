package nl.knelpunt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.text.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An installation adds lines to the lists in {@code conf/text}, and hears of its mistakes. */
class OwnListsTest {

    @TempDir
    Path conf;

    private DutchTextScanner with(String file, String lines) throws IOException {
        Files.writeString(conf.resolve(file), lines);
        return new DutchTextScanner(conf);
    }

    @Test
    void wordsOfItsOwnAreFoundBesideTheOthers() throws IOException {
        DutchTextScanner scanner = with("health.txt", "# streekwoord\nzinkensziekte\n");
        assertEquals(List.of("zinkensziekte"), Scan.of(scanner, Kind.SPECIAL, "Hij heeft de zinkensziekte."));
        assertEquals(List.of("diabetes"), Scan.of(scanner, Kind.SPECIAL, "Hij heeft diabetes."));
        assertEquals(Optional.empty(), scanner.problem());
    }

    @Test
    void thingsOfItsOwnMakeLookAlikes() throws IOException {
        String text = "Er lag Turkse baklava op tafel.";
        assertEquals(List.of("Turkse"), Scan.of(Kind.NATIONALITY, text));
        assertEquals(List.of(), Scan.of(with("goods.txt", "baklava\n"), Kind.NATIONALITY, text));
    }

    @Test
    void aPeopleOfItsOwnIsFoundInAllItsForms() throws IOException {
        DutchTextScanner scanner =
                with("nationalities.txt", "Syldavië; Syldaviër, Syldaviërs; Syldavisch; Syldavische\n");
        assertEquals(List.of("Syldavische"), Scan.of(scanner, Kind.NATIONALITY, "De Syldavische man tekende."));
        assertEquals(List.of("Syldavië"), Scan.of(scanner, Kind.NATIONALITY, "Hij is geboren in Syldavië."));
        assertEquals(List.of("Syldaviërshuis"), Scan.of(scanner, Kind.NATIONALITY, "Het Syldaviërshuis is dicht."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goods.txt         | *ei              | conf/text/goods.txt, line 1: \"*ei\" is no word, or too short for a *",
                "goods.txt         | +++              | conf/text/goods.txt, line 1: \"+++\" is no word, or too short for a *",
                "nationalities.txt | Syldavië         | conf/text/nationalities.txt, line 1: give country; person, persons;",
                "godos.txt         | baklava          | conf/text/godos.txt: there is no list of this name; choose from",
                "rules.txt         | SPECIAL: baklava | conf/text/rules.txt: there is no list of this name; choose from"
            })
    void aMistakeIsToldWithFileAndLineAndNothingIsScanned(String file, String line, String told) throws IOException {
        DutchTextScanner scanner = with(file, line);
        Text problem = scanner.problem().orElseThrow();
        assertTrue(problem.en().contains(told), problem.en());
        assertTrue(problem.nl().contains("conf/text/" + file), problem.nl());
        assertEquals("text", scanner.name());
        assertEquals(
                problem,
                assertThrows(UnavailableException.class, () -> scanner.scan("")).reason());
    }

    @Test
    void aFileThatIsNoUtf8IsToldSo() throws IOException {
        Files.write(conf.resolve("goods.txt"), new byte[] {'b', (byte) 0xEB, '\n'});
        assertTrue(new DutchTextScanner(conf).problem().orElseThrow().en().contains("no UTF-8"));
    }
}
