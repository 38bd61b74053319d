package nl.knelpunt.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.knelpunt.engine.text.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in a text: what is one, in which spellings, and what only looks like one. */
class IdentifiersInTextTest {

    private static void only(Kind kind, String number, String text) {
        assertEquals(List.of(number), Scan.of(kind, text));
        assertEquals(1, Scan.all(text).size(), text);
    }

    private static void nothing(String text) {
        assertEquals(List.of(), Scan.all(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999990019",
                "9999 90 019",
                "9999.90.019",
                "999-990-019",
                "99999/0019",
                "9 9 9 9 9 0 0 1 9",
                "999990\n019",
                "999\u00AD990\u200B019",
                "\uFF19\uFF19\uFF19\uFF19\uFF19\uFF10\uFF10\uFF11\uFF19",
                "\u0669\u0669\u0669\u0669\u0669\u0660\u0660\u0661\u0669"
            })
    void aBsnIsFoundInAnySpelling(String bsn) {
        only(Kind.BSN, bsn, "De huurder gaf " + bsn + " op.");
        only(Kind.BSN, bsn, "bsn: " + bsn);
        only(Kind.BSN, bsn, bsn);
    }

    @Test
    void eightDigitsAreABsnOnlyWhereTheTextCallsThemOne() {
        nothing("Het nummer 00010005 staat op de lijst.");
        only(Kind.BSN, "00010005", "Het BSN 00010005 staat op de lijst.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999990018",
                "9999900190",
                "1999990019",
                "A999990019",
                "999990019B01",
                "000000000",
                "RSIN 999990019",
                "factuurnummer 999990019",
                "€ 999.990.019",
                "999.990.019 euro",
                "12 999 990 01"
            })
    void otherNumbersAreNoBsn(String number) {
        assertEquals(List.of(), Scan.of(Kind.BSN, "Genoemd is " + number + " hier."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NL64TEST0903380782",
                "NL64 TEST 0903 3807 82",
                "nl64test0903380782",
                "NL64-TEST-0903-3807-82",
                "NL64 TEST\n0903 3807 82",
                "N\u200BL64TEST0903380782",
                "\uFF2E\uFF2C64TEST0903380782",
                "DE65291343715079321381",
                "BE40 4980 1728 0263"
            })
    void anIbanIsFoundInAnySpelling(String iban) {
        only(Kind.IBAN, iban, "Betaald op " + iban + " in mei.");
        only(Kind.IBAN, iban, "IBAN:" + iban + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NL64TEST0903380783",
                "NL64TEST090338078",
                "XX64TEST0903380782",
                "ANL64TEST0903380782",
                "NL64TEST09033807821"
            })
    void whatFailsTheCheckOrBelongsToALongerCodeIsNoIban(String code) {
        assertEquals(List.of(), Scan.of(Kind.IBAN, "De code " + code + " staat op de doos."));
    }

    /** One of each sidecode, 1 to 14. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZF-99-99",
                "99-99-ZF",
                "99-ZF-99",
                "ZF-99-ZF",
                "ZF-ZF-99",
                "99-ZF-ZF",
                "99-ZFX-9",
                "9-ZFX-99",
                "ZF-999-Z",
                "Z-999-ZF",
                "ZFX-99-Z",
                "Z-99-ZFX",
                "9-ZF-999",
                "999-ZF-9"
            })
    void everySidecodeIsFoundWithItsHyphensAndAnyPlateThatIsCalledOne(String plate) {
        only(Kind.LICENCE_PLATE, plate, "Bij de poort stond " + plate + " te wachten.");
        only(Kind.LICENCE_PLATE, plate.replace('-', '\u2011'), "Gezien: " + plate.replace('-', '\u2011'));
        String bare = plate.replace("-", "");
        only(Kind.LICENCE_PLATE, bare.toLowerCase(), "Het kenteken " + bare.toLowerCase() + " is vals.");
        only(
                Kind.LICENCE_PLATE,
                plate.replace('-', ' '),
                "De auto met kenteken " + plate.replace('-', ' ') + " reed weg.");
    }

    @ParameterizedTest
    @CsvSource({"9999ZF, false", "ZF9999, false", "99ZFX9, true", "ZF999Z, true", "zf999z, false", "AE999Z, false"})
    void withoutHyphensAPlateCountsOnlyIfItsFormHasNoLookAlikes(String code, boolean found) {
        assertEquals(found ? List.of(code) : List.of(), Scan.of(Kind.LICENCE_PLATE, "Op de doos stond " + code + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12-04-23", "Z-99-99", "ZF-99-ZF-12", "12-ZF-99-ZF", "99-ZF-999", "ZF-ZF-ZF", "99-99-99"})
    void partsOfLongerCodesAndDatesAreNoPlates(String code) {
        nothing("Kenteken of niet: " + code + " is genoteerd.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0612345678",
                "06-12345678",
                "06 12 34 56 78",
                "06.12.34.56.78",
                "06/12345678",
                "06 - 12345678",
                "020-1234567",
                "(0229) 12 34 56",
                "+31 6 12345678",
                "+31 (0)6 12345678",
                "0031612345678",
                "+49 151 23456789",
                "\uFF10\uFF16\uFF0D12345678",
                "06\u00AD-1234\u200B5678"
            })
    void aTelephoneNumberIsFoundInAnySpelling(String number) {
        only(Kind.TELEPHONE, number, "Bel " + number + " voor de sleutel.");
        only(Kind.TELEPHONE, number, "De beheerder (" + number + ") is er.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "112",
                "0900-8844",
                "0800 1234",
                "088-1234567",
                "06-12-2023 10.15",
                "06-12-23 10.15",
                "061234567",
                "2023-0612-345678",
                "1.0612345678",
                "061234567890",
                "TEST0612345678"
            })
    void servicesDatesAndReferencesAreNoTelephoneNumbers(String number) {
        assertEquals(List.of(), Scan.of(Kind.TELEPHONE, "Genoteerd is " + number + " in het verslag."));
    }

    @Test
    void theDigitsOfABankAccountAreNotAlsoATelephoneNumber() {
        only(Kind.IBAN, "NL16 RABO 0739 4693 73", "Rekening NL16 RABO 0739 4693 73 is leeg.");
    }
}
