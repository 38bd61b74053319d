package nl.knelpunt.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the terminal says of a swap fits what comes and goes. */
class ModuleTextsTest {

    @ParameterizedTest
    @CsvSource({
        "true,  true,  CANDIDATE, the new one runs beside the old one and takes no calls yet",
        "true,  true,  SWITCHED,  the new one takes the calls",
        "true,  true,  DRAINED,   nobody is in the old one any more; the new one is on probation",
        "false, true,  CANDIDATE, 'it runs, and takes no calls yet'",
        "false, true,  SWITCHED,  the new one takes the calls",
        "false, true,  DRAINED,   it is there",
        "true,  false, SWITCHED,  it takes no more calls",
        "true,  false, DRAINED,   nobody is in it any more",
    })
    void aStepIsToldOfWhatComesAndGoes(boolean had, boolean gets, String step, String told) {
        assertEquals(told, ModuleTexts.step(step, swap(had, gets)));
    }

    @Test
    void aWordOfSeveralCommandsListsThose() {
        String help = Help.beginningWith("modules").orElseThrow();
        assertEquals(
                Stream.of(Verb.values())
                        .filter(verb -> verb.words().get(0).equals("modules"))
                        .count(),
                help.lines().filter(line -> line.startsWith("  modules ")).count());
        assertEquals("", Help.beginningWith("moduls").orElse(""));
        assertEquals("", Help.beginningWith("start").orElse(""));
    }

    private static JsonNode swap(boolean had, boolean gets) {
        var swap = new ObjectMapper().createObjectNode();
        if (had) {
            swap.putObject("from").put("digest", "aa");
        }
        if (gets) {
            swap.putObject("to").put("digest", "bb");
        }
        return swap;
    }
}
