package nl.knelpunt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in a text: by what they are said of, and however they are written. */
class WordsInTextTest {

    @ParameterizedTest
    @CsvSource({
        "Marokkaan, De Marokkaan tekende.",
        "Marokkanen, Er werken Marokkanen.",
        "Marokkaanse, De Marokkaanse man tekende.",
        "marokkaanse, de marokkaanse man tekende.",
        "MAROKKAANSE, DE MAROKKAANSE MAN TEKENDE.",
        "Marokkaans, Hij is Marokkaans.",
        "Marokko, Hij is afkomstig uit Marokko.",
        "Marokkanenbuurt, Zij wonen in de Marokkanenbuurt.",
        "Roemeni\u00EB, De man komt uit Roemeni\u00EB.",
        "Roemenie, De man komt uit Roemenie.",
        "Oost-Europese, De Oost-Europese mannen liepen weg.",
        "Oost Europese, De Oost Europese mannen liepen weg."
    })
    void everyFormOfANationalityIsFound(String found, String text) {
        assertEquals(List.of(found), Scan.of(Kind.NATIONALITY, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ma\u00ADrok\u00ADkaan",
                "Marok\u200Bkaan",
                "M\u0430rokkaan",
                "M\u00E1rokk\u0101an",
                "Ma\u0301rokkaan",
                "\uFF2D\uFF41\uFF52\uFF4F\uFF4B\uFF4B\uFF41\uFF41\uFF4E",
                "\uD835\uDC0Carokkaan",
                "Marok\uDB40\uDC41kaan",
                "Marok\uDB40\uDD00kaan"
            })
    void hidingAWordDoesNotHelp(String hidden) {
        assertEquals(List.of(hidden), Scan.of(Kind.NATIONALITY, "De eigenaar is een " + hidden + " van 50 jaar."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De bakker verkoopt Turkse pizza.",
                "De Turkse en Poolse supermarkten zijn gecontroleerd.",
                "Het Belgische kenteken is vals.",
                "Hij sprak gebrekkig Pools.",
                "De tekst was Pools.",
                "Zij wonen in de Marokkostraat.",
                "De heer Duits tekende.",
                "Frans Parkman tekende.",
                "Zij reden via Duitsland naar Polen.",
                "De containers waren afkomstig uit Colombia.",
                "Er lag een engelse sleutel."
            })
    void aNationalityOfAThingALanguageOrANameIsNone(String text) {
        assertEquals(List.of(), Scan.of(Kind.NATIONALITY, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "\u0000", "\uFFFF", "\uFDFA"})
    void noCharacterAfterItHidesAText(String last) {
        assertEquals(List.of("Belg"), Scan.of(Kind.NATIONALITY, "De eigenaar is een Belg." + last));
    }

    @Test
    void theWordAfterItDecides() {
        assertEquals(List.of("Turkse"), Scan.of(Kind.NATIONALITY, "De Turkse supermarktmedewerker tekende."));
        assertEquals(List.of(), Scan.of(Kind.NATIONALITY, "De Turkse supermarkt is dicht."));
        assertEquals(List.of(), Scan.of(Kind.NATIONALITY, "De Nederlandse politie was erbij."));
        assertEquals(List.of("Nederlandse"), Scan.of(Kind.NATIONALITY, "De Nederlandse bestuurder was erbij."));
    }

    @Test
    void aWordCountsInItsOwnSentenceOnly() {
        assertEquals(List.of("Turkse"), Scan.of(Kind.NATIONALITY, "Zij is een Turkse. Pizza stond op tafel."));
        assertEquals(List.of("Poolse"), Scan.of(Kind.NATIONALITY, "Wij zagen een Poolse, pizza in de hand."));
    }

    @ParameterizedTest
    @CsvSource({
        "mogelijk, De stichting is mogelijk een dekmantel.",
        "zou, Hij zou geld uitlenen.",
        "lijkt, De zaak lijkt verlaten."
    })
    void aSuppositionIsFound(String found, String text) {
        assertEquals(List.of(found), Scan.of(Kind.ASSUMPTION, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parkeren is niet mogelijk.",
                "Er was een redelijk vermoeden van schuld.",
                "De vergunning zou zichtbaar moeten hangen.",
                "Het beroep is kennelijk ongegrond."
            })
    void theSameWordsInAnotherSenseAreNone(String text) {
        assertEquals(List.of(), Scan.of(Kind.ASSUMPTION, text));
    }

    @Test
    void findsComeInOrderAndHoldNoText() {
        String text = "Vermoedelijk is de Turkse man met BSN 999990019 verslaafd.";
        List<TextFind> finds = Scan.all(text);
        assertEquals(
                List.of(Kind.ASSUMPTION, Kind.NATIONALITY, Kind.BSN, Kind.SPECIAL),
                finds.stream().map(TextFind::kind).toList());
        assertFalse(finds.toString().contains("Turkse"));
        assertFalse(finds.toString().contains("9999"));
        assertTrue(finds.get(2).from() == text.indexOf('9') && finds.get(2).to() == text.indexOf('9') + 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "\n\n", "\u00AD", "\uD83D", "\u0301"})
    void inNothingIsNothing(String text) {
        assertEquals(List.of(), Scan.all(text));
    }
}
