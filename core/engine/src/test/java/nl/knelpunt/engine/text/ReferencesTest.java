package nl.knelpunt.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.knelpunt.api.Text;
import org.junit.jupiter.api.Test;

/** A text is taken apart into words and references, and put together for its reader. */
class ReferencesTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final UUID PERSON = UUID.fromString("01990000-0000-7000-8000-00000000000a");
    private static final UUID PLATE = UUID.fromString("01990000-0000-7000-8000-00000000000b");

    private static final String TEXT =
            "De bus van {subject:" + PERSON + "} met kenteken {datum:" + PLATE + "} reed {snel}.";

    @Test
    void aTextIsReadWithWhatItsReferencesStandFor() {
        FilledText read = References.in(TEXT)
                .filled(r -> r.to() == Reference.To.DATUM
                        ? FilledText.Named.shown(r, "99-XX-99", LocalDate.of(2030, 1, 1))
                        : FilledText.Named.labelled(
                                r, FilledText.State.HIDDEN, new Text("een betrokkene", "a person concerned")));
        assertEquals("De bus van een betrokkene met kenteken 99-XX-99 reed {snel}.", read.in(DUTCH));
        assertEquals("De bus van a person concerned met kenteken 99-XX-99 reed {snel}.", read.in(Locale.ENGLISH));
        assertEquals(Optional.of(LocalDate.of(2030, 1, 1)), read.destroyBy());
        assertFalse(read.toString().contains("99-XX-99"));
        assertFalse(read.pieces().toString().contains("99-XX-99"));
    }

    @Test
    void referencesAreFoundInTheirOrderEachOnce() {
        assertEquals(
                List.of(Reference.toSubject(PERSON), Reference.toDatum(PLATE)),
                References.in(TEXT + TEXT).all());
    }

    @Test
    void whatBeginsAsAReferenceAndIsNoneIsSaidWithItsPlace() {
        assertEquals(-1, References.in(TEXT).broken());
        assertEquals(
                4, References.in("Zie {datum:abc} en {datum:" + PLATE + "}").broken());
        assertEquals(0, References.in("{subject:" + PERSON).broken());
    }

    @Test
    void toBeLookedThroughATextKeepsItsLengthAndLosesItsIds() {
        String blanked = References.blanked(TEXT);
        assertEquals(TEXT.length(), blanked.length());
        assertFalse(blanked.contains("0000"));
        assertTrue(blanked.endsWith(" reed {snel}."));
    }

    @Property
    void everyTextComesBackAsItWas(@ForAll String text) {
        References references = References.in(text);
        assertEquals(
                text,
                references
                        .filled(r -> FilledText.Named.shown(r, r.toString(), LocalDate.EPOCH))
                        .in(DUTCH));
        assertEquals(text.length(), References.blanked(text).length());
    }
}
