package nl.knelpunt.identity;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.port.UnavailableException;

/** Makes and verifies password hashes (bcrypt). Clears no array: that is for who owns it. */
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2B;
    private static final LongPasswordStrategy LONG = LongPasswordStrategies.hashSha512(VERSION);

    /** How many may be computed at the same time: beyond that people wait, so that a flood leaves processors to others. */
    private static final int AT_ONCE = 2;

    private static final long WAIT_SECONDS = 10;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final int cost;

    /** A hash of which nobody knows the password, for names that are nobody's. */
    private final String nobodys;

    /**
     * @param cost two to this power rounds
     */
    Passwords(int cost) {
        this.cost = cost;
        this.nobodys = String.format("$2b$%02d$", cost) + "abcdefghijklmnopqrstuu" + "5s2v8.iXieOjg/.AySBTTZIIVFJeBui";
    }

    /**
     * @throws InvalidException too short, too long or the same as the name
     */
    static void check(String name, char[] password) {
        if (password == null) {
            throw new InvalidException(
                    "password",
                    new Text("Het wachtwoord ontbreekt. Geef het op.", "The password is missing. Give one."));
        }
        int length = Character.codePointCount(password, 0, password.length);
        if (length < SHORTEST || length > LONGEST) {
            throw new InvalidException(
                    "password",
                    new Text(
                            "Het wachtwoord moet " + SHORTEST + " tot " + LONGEST
                                    + " tekens lang zijn. Kies bijvoorbeeld vier losse woorden.",
                            "The password must be " + SHORTEST + " to " + LONGEST
                                    + " characters long. Choose, for example, four unrelated words."));
        }
        if (isSame(name, password)) {
            throw new InvalidException(
                    "password",
                    new Text(
                            "Het wachtwoord is gelijk aan de naam. Kies een ander wachtwoord.",
                            "The password equals the name. Choose another password."));
        }
    }

    /**
     * @throws UnavailableException too many at once
     */
    String hash(char[] password) {
        takeTurn();
        try {
            return BCrypt.with(VERSION, LONG).hashToString(cost, password);
        } finally {
            turns.release();
        }
    }

    /**
     * Whether a password belongs to a hash. Takes the same time when there is no hash, or when the password can't be anybody's.
     *
     * @param hash null when the name is nobody's
     * @throws UnavailableException too many at once
     */
    boolean matches(char[] password, String hash) {
        boolean possible = hash != null && password.length > 0 && password.length <= 2 * LONGEST;
        char[] tried = possible ? password : new char[] {'-'};
        takeTurn();
        try {
            return BCrypt.verifyer(VERSION, LONG).verify(tried, possible ? hash : nobodys).verified && possible;
        } finally {
            turns.release();
        }
    }

    String nobodys() {
        return nobodys;
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnavailableException(
                new Text(
                        "Er melden zich nu te veel mensen tegelijk aan. Probeer het over een minuut opnieuw.",
                        "Too many people are signing in at the same time. Try again in a minute."),
                null);
    }

    private static boolean isSame(String name, char[] password) {
        char[] lower = new char[password.length];
        for (int i = 0; i < password.length; i++) {
            lower[i] = Character.toLowerCase(password[i]);
        }
        try {
            return Arrays.equals(lower, name.toCharArray());
        } finally {
            Arrays.fill(lower, '\0');
        }
    }
}
