package nl.knelpunt.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import nl.knelpunt.engine.gate.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords(4);

    @ParameterizedTest
    @ValueSource(strings = {"vier losse woorden", "ëën ánder wachtwoord", "paard-batterij-nietje-correct"})
    void aPasswordMatchesItsOwnHashOnly(String password) {
        String hash = passwords.hash(password.toCharArray());
        assertTrue(passwords.matches(password.toCharArray(), hash));
        assertFalse(passwords.matches((password + "!").toCharArray(), hash));
        assertFalse(hash.contains(password));
    }

    @Test
    void aLongPasswordCountsToItsLastCharacter() {
        String long1 = "x".repeat(127) + "1";
        String hash = passwords.hash(long1.toCharArray());
        assertTrue(passwords.matches(long1.toCharArray(), hash));
        assertFalse(passwords.matches(("x".repeat(127) + "2").toCharArray(), hash));
    }

    @Test
    void theSamePasswordTwiceGivesTwoHashes() {
        assertNotEquals(
                passwords.hash("vier losse woorden".toCharArray()), passwords.hash("vier losse woorden".toCharArray()));
    }

    @Test
    void nobodysNameCostsAsMuchAsSomebodys() {
        assertFalse(passwords.matches("vier losse woorden".toCharArray(), null));
        BCrypt.Result result = BCrypt.verifyer().verify("-".toCharArray(), passwords.nobodys());
        assertTrue(result.validFormat, "otherwise it is refused before any work is done");
        assertEquals(4, result.details.cost);
    }

    @Test
    void anEmptyOrEndlessPasswordIsNobodys() {
        String hash = passwords.hash("vier losse woorden".toCharArray());
        assertFalse(passwords.matches(new char[0], hash));
        assertFalse(passwords.matches(new char[1_000_000], hash));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elf tekens!", "elftekens\uD83D\uDD11\uD83D\uDD11"})
    void tooShortIsRefused(String password) {
        assertEquals(
                "password",
                assertThrows(InvalidException.class, () -> Passwords.check("anna", password.toCharArray()))
                        .field());
    }

    @Test
    void theLengthHasTwoEnds() {
        assertDoesNotThrow(() -> Passwords.check("anna", "x".repeat(12).toCharArray()));
        assertDoesNotThrow(() -> Passwords.check("anna", "x".repeat(128).toCharArray()));
        assertThrows(
                InvalidException.class,
                () -> Passwords.check("anna", "x".repeat(129).toCharArray()));
        assertThrows(InvalidException.class, () -> Passwords.check("anna", null));
    }

    @Test
    void theNameIsNoPasswordInWhateverCase() {
        assertThrows(InvalidException.class, () -> Passwords.check("anna.van.dijk", "Anna.van.Dijk".toCharArray()));
    }
}
