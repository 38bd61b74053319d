package nl.knelpunt.engine.component;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;

/** Which data are names, and where a name stands in a text. */
final class Names {

    /** In which names come. */
    static final List<DataCategory> CATEGORIES = List.of(DataCategory.IDENTIFICATION, DataCategory.COMPANY);

    /** What such a datum is called; the name by which a subject is best known comes first. */
    private static final List<String> FIELDS = List.of(
            "naam",
            "volledige naam",
            "handelsnaam",
            "statutaire naam",
            "achternaam",
            "geslachtsnaam",
            "alias",
            "voornamen",
            "voornaam");

    /** Shorter ones are in too many words and say too little. */
    private static final int LEAST_CHARACTERS = 3;

    private static final Set<DataCategory> WITH_NAMES = Set.copyOf(CATEGORIES);

    private Names() {}

    static boolean isName(Datum datum) {
        return rank(datum) < FIELDS.size();
    }

    /** Lower is better known; the greatest of all is no name. */
    static int rank(Datum datum) {
        int rank = datum.category() == null || datum.field() == null || !WITH_NAMES.contains(datum.category())
                ? -1
                : FIELDS.indexOf(datum.field().strip().toLowerCase(Locale.ROOT));
        return rank < 0 ? FIELDS.size() : rank;
    }

    /**
     * Where a name begins in a text, as words of their own; -1 when it doesn't stand there. A single word counts only with its
     * capital: "haven" is no Haven.
     */
    static int at(String text, String name) {
        String wanted = name.strip().replaceAll("\\s+", " ");
        if (wanted.length() < LEAST_CHARACTERS) {
            return -1;
        }
        if (wanted.indexOf(' ') >= 0) {
            return at(text, wanted, true);
        }
        return Stream.of(wanted, wanted.toUpperCase(Locale.ROOT))
                .mapToInt(word -> at(text, word, false))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static int at(String text, String words, boolean ignoreCase) {
        for (int at = 0; at + words.length() <= text.length(); at++) {
            if (text.regionMatches(ignoreCase, at, words, 0, words.length())
                    && isEdge(text, at - 1)
                    && isEdge(text, at + words.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
