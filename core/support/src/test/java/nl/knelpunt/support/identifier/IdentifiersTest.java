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

    @ParameterizedTest
    @ValueSource(strings = {"GVD-12-A", "12-KKK-3", "12-SS-34", "SD-123-H", "1-SS-234"})
    void lettersThatTheRdwNeverGivesOutAreNoPlate(String text) {
        assertEquals(Optional.empty(), Identifiers.licencePlate(text));
    }

    @ParameterizedTest
    @CsvSource({"12-DSS-3, 12DSS3", "SSD-12-V, SSD12V"})
    void lettersThatAreOnlyPartOfAGroupAre(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.licencePlate(text));
    }

    /** Of the Chamber of Commerce's published test set. */
    @ParameterizedTest
    @CsvSource({"000037178598, 000037178598", "0000 3714 3557, 000037143557"})
    void aBranchHasTwelveDigits(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.branch(text));
        assertEquals(Optional.empty(), Identifiers.branch(text.substring(1)));
    }

    /** As in public documents: an RSIN, a KvK number of the test set, a school, the free test numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {"00000001003214345000", "00000003687501100000", "0000000700025BE00000", "00000099123456789000"})
    void anOinHasAKnownRegister(String text) {
        assertEquals(Optional.of(text), Identifiers.oin(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000001003214346000",
                "00000011003214345000",
                "00000003687501101000",
                "00000004003214345001",
                "0000000100321434500"
            })
    void whatIsInNoRegisterIsNoOin(String text) {
        assertEquals(Optional.empty(), Identifiers.oin(text));
    }

    /** The examples of python-stdnum. */
    @ParameterizedTest
    @CsvSource({"004495445B01, NL004495445B01", "NL002455799B11, NL002455799B11", "nl 0044.95.445.b.01, NL004495445B01"
    })
    void aVatNumberPassesOneOfTwoChecks(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.vat(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789B90", "004495445B00", "BE0697449992", "004495446B01", "B01"})
    void whatPassesNeitherIsNoVatNumber(String text) {
        assertEquals(Optional.empty(), Identifiers.vat(text));
    }

    @ParameterizedTest
    @CsvSource({"004495445L01, 004495445L01", "0044.95.445.l.02, 004495445L02"})
    void aPayrollTaxNumberHasAnL(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.payrollTax(text));
        assertEquals(Optional.empty(), Identifiers.payrollTax(text.replaceAll("[lL]", "B")));
    }

    /** The examples of python-stdnum, and the one of the ECBS for the Netherlands. */
    @ParameterizedTest
    @CsvSource({
        "GR16 0110 1050 0000 1054 7023 795, GR1601101050000010547023795",
        "BE31435411161155, BE31435411161155",
        "nl91 abna 0417 1643 00, NL91ABNA0417164300"
    })
    void anIbanHasLengthAndCheckDigitsOfItsCountry(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.iban(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL92ABNA0417164300", "NL91ABNA041716430", "XX91ABNA0417164300", "BE32435411161155"})
    void whatHasNotIsNoIban(String text) {
        assertEquals(Optional.empty(), Identifiers.iban(text));
    }

    @ParameterizedTest
    @CsvSource({"NL 123456782, NL123456782", "GB025115110987654, GB025115110987654", "de1234567, DE1234567"})
    void anEoriHasACountry(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.eori(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL12345678", "NL1234567890", "1234567", "GB", "DE1234567890123456"})
    void whatHasNoneOrIsTooLongIsNoEori(String text) {
        assertEquals(Optional.empty(), Identifiers.eori(text));
    }

    /** The examples of python-stdnum. */
    @ParameterizedTest
    @CsvSource({
        "csqu3054383, CSQU3054383",
        "tasu117 000 0, TASU1170000",
        "tcnu7200794, TCNU7200794",
        "TOLU 473478-7, TOLU4734787",
        "GYOU4047990, GYOU4047990"
    })
    void aContainerHasACheckDigit(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.container(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054384", "CSQU305438", "CSQU3054Z83", "CSQX3054383"})
    void whatHasAnotherIsNoContainer(String text) {
        assertEquals(Optional.empty(), Identifiers.container(text));
    }

    /** The examples of python-stdnum. */
    @ParameterizedTest
    @CsvSource({"IMO 9319466, 9319466", "8814275, 8814275"})
    void aShipHasACheckDigit(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.ship(text));
        assertEquals(Optional.empty(), Identifiers.ship("8814274"));
    }

    /** A building in a public file of the BGT. */
    @ParameterizedTest
    @CsvSource({"0362100001083912, 0362100001083912", "0362 10 0001083912, 0362100001083912"})
    void aBagObjectHasAMunicipalityAndAKind(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.bag(text));
        assertEquals(Optional.empty(), Identifiers.bag(form.replace("036210", "036211")));
        assertEquals(Optional.empty(), Identifiers.bag(form.replace("0362", "0000")));
        assertEquals(Optional.empty(), Identifiers.bag(form.substring(1)));
    }

    @ParameterizedTest
    @CsvSource({"GM0363, GM0363", "wk036300, WK036300", "BU 0363 0000, BU03630000"})
    void aCbsAreaHasItsOwnNumberOfDigits(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.cbsArea(text));
        assertEquals(Optional.empty(), Identifiers.cbsArea(text + "1"));
    }

    @ParameterizedTest
    @CsvSource({"46.38.1, 46381", "01.11, 0111", "5610, 5610", "96, 96"})
    void anSbiCodeHasTwoToSixDigits(String text, String form) {
        assertEquals(Optional.of(form), Identifiers.sbi(text));
        assertEquals(Optional.empty(), Identifiers.sbi("0" + "0." + text));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"-", "........................................................................"})
    void nothingIsNoIdentifier(String text) {
        assertEquals(Optional.empty(), Identifiers.container(text));
        assertEquals(Optional.empty(), Identifiers.vat(text));
        assertEquals(Optional.empty(), Identifiers.iban(text));
        assertEquals(Optional.empty(), Identifiers.oin(text));
    }
}
