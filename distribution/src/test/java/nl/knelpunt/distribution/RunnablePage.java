package nl.knelpunt.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation as something that can be followed: its commands are run, its files written, and what it says comes out has to come out.
 *
 * <ul>
 *   <li>a block after a line {@code In `path`:} is a file;
 *   <li>another block of {@code sh} is run;
 *   <li>a block of {@code text} holds parts of lines that the commands before it print, in that order;
 *   <li>every other block is only to be read.
 * </ul>
 */
final class RunnablePage {

    private static final Pattern FILE = Pattern.compile("In `([^`]+)`:");
    private static final String MARK = "== block ";
    private static final String END = "== that is all of the file";

    private enum Kind {
        FILE,
        COMMANDS,
        OUTPUT
    }

    private record Block(Kind kind, String file, List<String> lines) {}

    private final List<Block> blocks = new ArrayList<>();

    private RunnablePage() {}

    static RunnablePage of(Path markdown) throws IOException {
        RunnablePage page = new RunnablePage();
        String file = null;
        String language = null;
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(markdown)) {
            Matcher named = FILE.matcher(line);
            if (language != null) {
                if (line.equals("```")) {
                    page.add(language, file, List.copyOf(lines));
                    language = null;
                    file = null;
                } else {
                    lines.add(line);
                }
            } else if (line.startsWith("```")) {
                language = line.substring(3);
                lines.clear();
            } else if (named.matches()) {
                file = named.group(1);
            } else if (!line.isBlank()) {
                file = null;
            }
        }
        return page;
    }

    private void add(String language, String file, List<String> lines) {
        if (file != null) {
            blocks.add(new Block(Kind.FILE, file, lines));
        } else if (language.equals("sh")) {
            blocks.add(new Block(Kind.COMMANDS, null, lines));
        } else if (language.equals("text")) {
            blocks.add(new Block(Kind.OUTPUT, null, lines));
        }
    }

    /** Lines that are to be written by hand, without empty ones. */
    long linesToWrite() {
        return blocks.stream()
                .filter(block -> block.kind == Kind.FILE)
                .flatMap(block -> block.lines.stream())
                .filter(line -> !line.isBlank())
                .count();
    }

    /** For bash. Ends at the first command that fails. */
    String script() {
        StringBuilder script = new StringBuilder("set -euo pipefail\nexec 2>&1\n");
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String content = String.join("\n", block.lines) + "\n";
            switch (block.kind) {
                case COMMANDS ->
                    script.append("echo '").append(MARK).append(i).append("'\n").append(content);
                case FILE ->
                    script.append("mkdir -p \"$(dirname \"")
                            .append(block.file)
                            .append("\")\"\ncat > \"")
                            .append(block.file)
                            .append("\" <<'")
                            .append(END)
                            .append("'\n")
                            .append(content)
                            .append(END)
                            .append('\n');
                case OUTPUT -> {}
            }
        }
        return script.toString();
    }

    /** What the page says comes out and did not, each with what came out in its place. */
    List<String> missing(String printed) {
        List<String> missing = new ArrayList<>();
        String last = "";
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kind == Kind.COMMANDS) {
                last = printedBy(i, printed);
            } else if (block.kind == Kind.OUTPUT) {
                missing.addAll(missing(block.lines, last));
            }
        }
        return missing;
    }

    private static List<String> missing(List<String> expected, String printed) {
        int from = 0;
        for (String line : expected) {
            int at = printed.indexOf(line.strip(), from);
            if (at < 0) {
                return List.of("\"" + line.strip() + "\" in:\n" + printed);
            }
            from = at + line.strip().length();
        }
        return List.of();
    }

    private static String printedBy(int block, String printed) {
        String mark = MARK + block + "\n";
        int from = printed.indexOf(mark);
        if (from < 0) {
            return "";
        }
        int to = printed.indexOf("\n" + MARK, from + mark.length());
        return printed.substring(from + mark.length(), to < 0 ? printed.length() : to);
    }
}
