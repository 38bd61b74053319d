package nl.knelpunt.engine.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches by the SBI 2008. */
class SbiTest {

    @ParameterizedTest
    @CsvSource({
        "H,H",
        "h,H",
        "52,52",
        "52.1,52.1",
        "521,52.1",
        "52.10,52.10",
        "5210,52.10",
        "47.19.1,47.19.1",
        "47191,47.19.1",
        "' 56 ',56"
    })
    void aCodeIsKeptAsTheCbsWritesIt(String written, String kept) {
        assertEquals(Optional.of(kept), Sbi.code(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "V",
                "HH",
                "5",
                "05",
                "07.1",
                "99999999",
                "52.",
                "52.1.1",
                "52.100",
                "5.2",
                "52-10",
                "horeca"
            })
    void whatIsNoCodeIsNone(String written) {
        assertEquals(Optional.empty(), Sbi.code(written));
    }

    @Test
    void everyDivisionHasItsSection() {
        assertEquals(
                21, Sbi.headings().stream().filter(h -> h.code().length() == 1).count());
        assertEquals(
                86, Sbi.headings().stream().filter(h -> h.code().length() == 2).count());
        assertEquals("H", Sbi.heading("52.10").orElseThrow().section());
        assertTrue(Sbi.headings().stream()
                .allMatch(h -> Sbi.heading(h.section()).isPresent()
                        && !h.name().nl().isBlank()
                        && !h.name().en().isBlank()));
    }
}
