package nl.knelpunt.support.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    /** The first two are examples that publications on the BSN use; the others come from the test range. */
    @ParameterizedTest
    @CsvSource({
        "111222333, 111222333",
        "1112.22.333, 111222333",
        "999990019, 999990019",
        "999993653, 999993653",
        "10000008, 010000008"
    })
    void aBsnPassesThe11Proef(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.bsn(text));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"1112.52.333", "1112223334", "000000000", "00000000", "111222332", "1112223", "11122233A"})
    void whatFailsIsNoBsn(String text) {
        assertEquals(Optional.empty(), Identifiers.bsn(text));
    }

    @Property
    void oneWrongDigitIsAlwaysFound(
            @ForAll @IntRange(min = 10_000_000, max = 99_999_999) int start,
            @ForAll @IntRange(max = 8) int position,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        IntStream.range(0, 10)
                .mapToObj(check -> start + "" + check)
                .filter(bsn -> Identifiers.bsn(bsn).isPresent())
                .forEach(bsn -> {
                    int digit = (bsn.charAt(position) - '0' + change) % 10;
                    String wrong = bsn.substring(0, position) + digit + bsn.substring(position + 1);
                    assertEquals(Optional.empty(), Identifiers.bsn(wrong));
                });
    }

    /** From the Chamber of Commerce's published test set, and from a published VAT number. */
    @ParameterizedTest
    @ValueSource(strings = {"857587973", "004495445"})
    void anRsinPassesTheSameProof(String text) {
        assertEquals(Optional.of(text), Identifiers.rsin(text));
        assertEquals(Optional.empty(), Identifiers.rsin(text.substring(1)));
    }

    @ParameterizedTest
    @CsvSource({"68750110, 68750110", "6875 0110, 68750110"})
    void aKvkNumberHasEightDigits(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.kvk(text));
        assertEquals(Optional.empty(), Identifiers.kvk(text + "1"));
    }

    @ParameterizedTest
    @CsvSource({"2601 DC, 2601DC", "2611et, 2611ET", "1011PN, 1011PN"})
    void aPostcodeHasFourDigitsAndTwoLetters(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.postcode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"26112 ET", "2611 SS", "2611 SA", "2611 SD", "0611 ET", "2611", "ET2611", "B-1000"})
    void whatIsNoDutchPostcodeIsNot(String text) {
        assertEquals(Optional.empty(), Identifiers.postcode(text));
    }

    /** One of each sidecode, in the order of the RDW. */
    @ParameterizedTest
    @CsvSource({
        "DB-12-34, DB1234",
        "12-34-DB, 1234DB",
        "12-DB-34, 12DB34",
        "DB-12-HV, DB12HV",
        "DB-HV-12, DBHV12",
        "12-DB-HV, 12DBHV",
        "12-DBH-3, 12DBH3",
        "1-DBH-23, 1DBH23",
        "db-123-h, DB123H",
        "D-123-BH, D123BH",
        "DBH-12-V, DBH12V",
        "D-12-BHV, D12BHV",
        "1-DB-234, 1DB234",
        "123-DB-4, 123DB4"
    })
    void aLicencePlateFollowsASidecode(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.licencePlate(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "ABCDEF", "AB-1234-C", "1-ABCD-2", "12-34-5", "1-AB-CD-2"})
    void whatFollowsNoSidecodeIsNoDutchPlate(String text) {
        assertEquals(Optional.empty(), Identifiers.licencePlate(text));
    }

    @ParameterizedTest
    @CsvSource({"GM0363, GM0363", "gm0034, GM0034"})
    void aMunicipalityHasGmAndFourDigits(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.municipality(text));
        assertEquals(Optional.empty(), Identifiers.municipality(text.substring(2)));
        assertEquals(Optional.empty(), Identifiers.municipality("BU" + text.substring(2)));
    }
}
