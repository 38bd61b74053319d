package nl.knelpunt.launcher;

import java.util.Arrays;

/** Asks for passwords, at the terminal or of the environment; never on the command line, where others can read them. */
final class Passwords {

    private Passwords() {}

    /** A new one, typed twice. */
    static String chosen(String name, String variable) throws Failure {
        var given = System.getenv(variable);
        if (given != null) {
            return given;
        }
        var console = console(variable);
        var first = console.readPassword("Password for %s (at least 12 characters): ", name);
        var second = console.readPassword("Once more: ");
        if (first == null || second == null || !Arrays.equals(first, second)) {
            throw new Failure("The two passwords differ; nothing was done.");
        }
        return taken(first, second);
    }

    static String known(String name, String variable) throws Failure {
        var given = System.getenv(variable);
        if (given != null) {
            return given;
        }
        var typed = console(variable).readPassword("Password for %s: ", name);
        if (typed == null) {
            throw new Failure("No password was given; nothing was done.");
        }
        return taken(typed);
    }

    private static java.io.Console console(String variable) throws Failure {
        var console = System.console();
        if (console == null) {
            throw new Failure("There is no terminal to ask for the password; set " + variable + ".");
        }
        return console;
    }

    private static String taken(char[]... typed) {
        var password = new String(typed[0]);
        for (var one : typed) {
            Arrays.fill(one, '\0');
        }
        return password;
    }
}
