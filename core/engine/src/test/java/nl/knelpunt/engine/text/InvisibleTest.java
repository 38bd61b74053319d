package nl.knelpunt.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sees is found where it stands; what people write in any script is left alone. */
class InvisibleTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B,
                0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x034F, 0x180E, 0x3164, 0xFFF9, 0x0000, 0x0008, 0x001B, 0x0085,
                0xE0041
            })
    void inATitleWhatTurnsOrHidesIsFoundWhereItStands(int point) {
        String title = "Kade" + Character.toString(point) + " van Wieringersluis";
        assertEquals(4, Invisible.inLine(title));
        assertEquals(String.format("U+%04X", point), Invisible.name(title, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Café 't Sluisje – « De Kaag » (№ 3) €",
                "شركة الشحن ١٢",
                "חברת ספנות בע״מ",
                "می‌خواهم",
                "क्‍ष",
                "Łódź, Тирасполь, Ζαγόρι, 港口, かもつ, 화물",
                "Y\u0306o\u0323 met losse accenten",
                "gezin \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 en \u2764\uFE0F\u200D\uD83D\uDD25",
                "twee\nregels\ten een tab"
            })
    void whatPeopleWriteInAnyScriptIsSeen(String title) {
        assertEquals(-1, Invisible.inLine(title));
        assertEquals(-1, Invisible.inText(title));
    }

    @Property
    void lettersAndDigitsOfEveryScriptAreSeen(@ForAll("words") String words) {
        assertEquals(-1, Invisible.inLine(words));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.integers()
                .between(0x20, 0x2FFFF)
                .filter(point -> Character.isLetterOrDigit(point)
                        && !Character.UnicodeScript.of(point).equals(Character.UnicodeScript.HANGUL))
                .list()
                .ofMaxSize(20)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }

    /** A joiner between letters that are never joined is there to hide. */
    @ParameterizedTest
    @ValueSource(strings = {"Jan\u200Dsen", "Σ\u200Cω", "Ти\u200Dр", "9\u200D9", "\u200Dabc", "می\u200C\u200Cخواهم"})
    void aJoinerIsForScriptsThatJoin(String name) {
        assertEquals(name.lastIndexOf(name.indexOf('\u200D') >= 0 ? '\u200D' : '\u200C'), Invisible.inLine(name));
    }

    @Test
    void inALongTextOnlyWhatWritesBackwardsOrWithoutShapeIsFound() {
        assertEquals(-1, Invisible.inText("Hij zei: \u2067שלום\u2069, en \u200Bliep\u00AD door.\u200E"));
        assertEquals(5, Invisible.inText("Hij: \u202Eednalredeen"));
        assertEquals(3, Invisible.inText("Hij\uDB40\uDC4E zweeg"));
    }

    @Test
    void noTextHoldsNone() {
        assertEquals(-1, Invisible.inLine(null));
        assertEquals(-1, Invisible.inText(null));
    }
}
