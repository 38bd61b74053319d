package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import nl.knelpunt.api.Text;

/** That a reason is whole in Dutch too: no English is left in it but for names and what others said. */
final class BothLanguages {

    /** Words that a Dutch sentence has no use for. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:the|which|not|and|with|than|expected|known|needs|missing|its|it|of another|are|can't)\\b");

    /** What is quoted, where it stands in a file, and lists of what is known. */
    private static final Pattern NAMES = Pattern.compile(
            "\"[^\"]*\"|[^;:]*, \\$[^:]*: |(?:ekend zijn|niet een van|is een van|is een van die van [^:]*:) [^;]*");

    private BothLanguages() {}

    /** The English of it, for the test to go on with. */
    static String english(BrokenPluginException e) {
        check(e.reason());
        return e.getMessage();
    }

    static void check(Text reason) {
        String dutch = NAMES.matcher(reason.nl()).replaceAll("");
        var found = ENGLISH.matcher(dutch);
        assertFalse(found.find(), () -> "not Dutch: " + reason.nl());
        assertTrue(!reason.nl().equals(reason.en()), reason::nl);
        // What is said when nobody translated what the API has against a value.
        assertFalse(reason.nl().contains("deze waarde kan hier niet staan"), reason::en);
    }
}
