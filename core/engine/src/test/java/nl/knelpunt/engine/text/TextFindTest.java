package nl.knelpunt.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextFindTest {

    @Test
    void aFindIsAPlaceOfAtLeastOneCharacter() {
        assertEquals(1, new TextFind(Kind.BSN, 0, 1).to());
        assertThrows(IllegalArgumentException.class, () -> new TextFind(Kind.BSN, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TextFind(Kind.BSN, 3, 3));
        assertThrows(NullPointerException.class, () -> new TextFind(null, 0, 1));
    }

    @Test
    void everyKindHasALabelOfItsOwn() {
        assertEquals(
                Kind.values().length,
                Arrays.stream(Kind.values()).map(Kind::label).distinct().count());
    }
}
