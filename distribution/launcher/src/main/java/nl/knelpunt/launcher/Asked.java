package nl.knelpunt.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** What was typed after the command's name. */
record Asked(CommandLine line) {

    boolean has(String option) {
        return line.hasOption(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    Optional<Path> path(String option) {
        return value(option).map(Asked::absolute);
    }

    String required(String option) throws WronglyAsked {
        return value(option).orElseThrow(() -> new WronglyAsked("--" + option + " is missing"));
    }

    List<String> values(String option) {
        return line.hasOption(option) ? List.of(line.getOptionValues(option)) : List.of();
    }

    /** The words that are no options. */
    List<String> words(int least, int most, String what) throws WronglyAsked {
        var words = line.getArgList();
        if (words.size() < least || words.size() > most) {
            throw new WronglyAsked(what);
        }
        return words;
    }

    /** As the server writes a constant: {@code case-director} is {@code CASE_DIRECTOR}. */
    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    DataFolder data(Home home) {
        return new DataFolder(path("data").orElse(home.data()));
    }

    static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
