package nl.knelpunt.launcher;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;

/**
 * The {@code knelpunt} command. Exit codes: 0 done, 1 not done (one line says why), 2 wrongly asked, 3 not running, or not
 * permitted where that was the question.
 */
public final class Main {

    /** The terminal; a server leads the standard streams of its process into its log. */
    static final PrintStream OUT = System.out;

    static final PrintStream ERR = System.err;

    static final int DONE = 0;
    static final int NOT_DONE = 1;
    static final int WRONGLY_ASKED = 2;
    static final int NOT_RUNNING = 3;
    static final int NOT_PERMITTED = 3;

    private Main() {}

    /** Runs one command and ends the process. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", PatientLogManager.class.getName());
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            ERR.print(Help.overview());
            return WRONGLY_ASKED;
        }
        switch (arguments.get(0)) {
            case "--help", "-h", "help" -> {
                OUT.print(Help.overview());
                return DONE;
            }
            case "--version" -> {
                OUT.println("knelpunt " + Version.current());
                return DONE;
            }
            default -> {
                return Verb.named(arguments)
                        .map(verb -> run(verb, arguments.subList(verb.words().size(), arguments.size())))
                        .orElseGet(() -> runNone(arguments));
            }
        }
    }

    /** The first word of several commands lists those. */
    private static int runNone(List<String> arguments) {
        var word = arguments.get(0);
        var next = arguments.size() > 1 ? arguments.get(1) : "";
        var help = Help.beginningWith(word);
        if (help.isEmpty()) {
            return wronglyAsked("There is no command \"" + word + "\". See which there are: knelpunt --help");
        }
        if (next.equals("--help") || next.equals("-h")) {
            OUT.print(help.get());
            return DONE;
        }
        if (next.isEmpty() || next.startsWith("-")) {
            ERR.print(help.get());
            return WRONGLY_ASKED;
        }
        return wronglyAsked(
                "There is no command \"" + word + " " + next + "\". See which there are: knelpunt " + word + " --help");
    }

    private static int run(Verb verb, List<String> arguments) {
        if (arguments.contains("--help")) {
            OUT.print(Help.of(verb));
            return DONE;
        }
        try {
            var line = new DefaultParser(false).parse(verb.options(), arguments.toArray(String[]::new));
            if (line.hasOption("lang")) {
                Texts.choose(line.getOptionValue("lang"));
            }
            return verb.work().run(new Asked(line));
        } catch (ParseException | WronglyAsked e) {
            return wronglyAsked(e.getMessage() + ". See: knelpunt " + String.join(" ", verb.words()) + " --help");
        } catch (Failure e) {
            ERR.println("knelpunt: " + e.getMessage());
            return NOT_DONE;
        } catch (UncheckedIOException | java.io.IOException e) {
            ERR.println("knelpunt: " + Failure.reason(e));
            return NOT_DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_DONE;
        }
    }

    private static int wronglyAsked(String message) {
        ERR.println("knelpunt: " + message);
        return WRONGLY_ASKED;
    }
}
