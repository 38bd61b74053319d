package nl.knelpunt.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.commons.cli.HelpFormatter;

/** Help texts, made from the verbs themselves. */
final class Help {

    private Help() {}

    static String overview() {
        var text = new StringBuilder("Usage: knelpunt <command> [options]\n\nCommands:\n");
        for (var verb : Verb.values()) {
            var name = String.join(" ", verb.words()) + " " + verb.operands();
            text.append("  %-30s %s%n".formatted(name, verb.summary()));
        }
        return text.append("  %-30s %s%n".formatted("--version", "Print the version"))
                .append("\nEach command explains itself: knelpunt start --help\n")
                .append(
                        "Signing in: KNELPUNT_TOKEN, or KNELPUNT_NAME and KNELPUNT_PASSWORD; otherwise you are asked.\n")
                .toString();
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
