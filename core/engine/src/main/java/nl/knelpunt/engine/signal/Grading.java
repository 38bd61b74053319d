package nl.knelpunt.engine.signal;

import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;

/**
 * How a supplier grades its information: the 4x4 evaluation, and what may be done with it. Goes with the data of a signal
 * wherever they go.
 *
 * @param source how reliable the source is; null when not stated
 * @param information how reliable the information is, 1 to 4, see {@link #INFORMATION}; null when not stated
 * @param handling codes, empty for none
 * @param restriction in words: with H3 what it restricts, else conditions that go with a code; null for none
 */
public record Grading(SourceReliability source, Integer information, Set<HandlingCode> handling, String restriction) {

    /** What 1 to 4 say of the information. */
    public static final List<Text> INFORMATION = List.of(
            new Text("geen twijfel aan de juistheid", "no doubt about the accuracy"),
            new Text(
                    "de bron weet het zelf, maar de melder niet",
                    "known to the source itself but not to who reports it"),
            new Text(
                    "de bron weet het van anderen, en het wordt door andere informatie bevestigd",
                    "not known to the source itself, but corroborated by other information"),
            new Text(
                    "de bron weet het van anderen, en het is niet te bevestigen",
                    "not known to the source itself, and it can't be corroborated"));

    public Grading {
        handling = handling == null ? Set.of() : Set.copyOf(handling);
    }

    public boolean has(HandlingCode code) {
        return handling.contains(code);
    }

    /** Without the words, for where what it is about is not shown either. */
    public Grading withoutRestriction() {
        return new Grading(source, information, handling, null);
    }

    /** Without the words, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "Grading[" + source + information + ", " + handling + "]";
    }
}
