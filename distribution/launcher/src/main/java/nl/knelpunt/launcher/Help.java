package nl.knelpunt.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.cli.HelpFormatter;

/** Help texts, made from the verbs themselves. */
final class Help {

    private Help() {}

    static String overview() {
        var text = new StringBuilder("Usage: knelpunt <command> [options]\n\nCommands:\n");
        for (var verb : Verb.values()) {
            text.append(line(verb));
        }
        return text.append("  %-30s %s%n".formatted("--version", "Print the version"))
                .append("\nEach command explains itself: knelpunt start --help\n")
                .append(
                        "Signing in: KNELPUNT_TOKEN, or KNELPUNT_NAME and KNELPUNT_PASSWORD; otherwise you are asked.\n")
                .toString();
    }

    /** Of the commands that begin with a word, such as those of {@code modules}; empty when there is none. */
    static Optional<String> beginningWith(String word) {
        var lines = Arrays.stream(Verb.values())
                .filter(verb -> verb.words().size() > 1 && verb.words().get(0).equals(word))
                .map(Help::line)
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Usage: knelpunt " + word + " <command> [options]\n\nCommands:\n" + String.join("", lines));
    }

    private static String line(Verb verb) {
        return "  %-30s %s%n".formatted(String.join(" ", verb.words()) + " " + verb.operands(), verb.summary());
    }

    static String of(Verb verb) {
        var text = new StringWriter();
        var formatter = new HelpFormatter();
        formatter.setSyntaxPrefix("Usage: ");
        formatter.setLongOptSeparator(" ");
        var writer = new PrintWriter(text);
        formatter.printHelp(
                writer,
                110,
                ("knelpunt " + String.join(" ", verb.words()) + " " + verb.operands()).strip() + " [options]",
                "\n" + verb.summary() + ".\n\n",
                verb.options(),
                2,
                3,
                "");
        writer.flush();
        return text.toString();
    }
}
