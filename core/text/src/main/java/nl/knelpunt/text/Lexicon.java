package nl.knelpunt.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The word lists, as one tree of words. An entry is one or more words, each written as {@code word} (any inflection),
 * {@code =word} (this form; with a capital only if the text has it too), {@code *word} (also the end of a longer word),
 * {@code word*} (the beginning of a longer word) or {@code =*word} (the end, as it is written). Filled first, then read by any
 * number of threads.
 */
final class Lexicon {

    /** Shorter ends and beginnings are those of too many words; stems more so. */
    private static final int SHORTEST_AFFIX = 3;

    private static final int SHORTEST_STEM = 4;

    private static final String EXACT = "=";
    private static final String STEM = "~";
    private static final String STEM_END = "*~";
    private static final String END = "*=";
    private static final String BEGIN = "^";

    /** A list without a file: any word that begins with a capital, as names do. */
    private static final String CAPITAL = "capital";

    private static final Set<String> OF_NATIONALITIES =
            Set.of("country", "people", "people-compound", "bare", "inflected");

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private int[] lists = {};

        private void end(int list) {
            if (Arrays.stream(lists).noneMatch(known -> known == list)) {
                lists = Arrays.copyOf(lists, lists.length + 1);
                lists[lists.length - 1] = list;
            }
        }
    }

    private final DataFiles files;
    private final Characters characters;
    private final Tokens tokens = new Tokens(Set.of());
    private final Map<String, Integer> ids = new HashMap<>();
    private final Node root = new Node();
    /** Ends and beginnings of words that occur in any list, so that only these are looked for. */
    private final Set<String> affixes = new HashSet<>();

    Lexicon(DataFiles files, Characters characters) {
        this.files = files;
        this.characters = characters;
    }

    /** The number of a list, read from its file when it is asked for first. */
    int list(String name) {
        Integer known = ids.get(name);
        if (known != null) {
            return known;
        }
        if (OF_NATIONALITIES.contains(name)) {
            readNationalities();
            return ids.get(name);
        }
        int id = newList(name);
        if (name.equals(CAPITAL)) {
            root.next.computeIfAbsent(CAPITAL, k -> new Node()).end(id);
            return id;
        }
        for (DataFiles.Line line : files.list(name)) {
            add(id, line.text(), line.place());
        }
        return id;
    }

    /** The number of the list of one word of a rule. */
    int word(String entry, DataFiles.Place place) {
        String name = "the word " + entry;
        Integer known = ids.get(name);
        if (known != null) {
            return known;
        }
        int id = newList(name);
        add(id, entry, place);
        return id;
    }

    int size() {
        return ids.size();
    }

    /** What of the lists stands in the text. */
    Matches match(List<Token> text) {
        Matches matches = new Matches(text.size(), ids.size());
        List<List<String>> keys = new ArrayList<>(text.size());
        for (Token token : text) {
            keys.add(keys(token));
        }
        for (int start = 0; start < text.size(); start++) {
            List<Node> nodes = List.of(root);
            for (int i = start; i < text.size() && (i == start || text.get(i).before() == Token.Break.NONE); i++) {
                List<Node> further = new ArrayList<>();
                for (Node node : nodes) {
                    for (String key : keys.get(i)) {
                        Node next = node.next.get(key);
                        if (next != null) {
                            further.add(next);
                            for (int list : next.lists) {
                                matches.add(list, start, i + 1);
                            }
                        }
                    }
                }
                if (further.isEmpty()) {
                    break;
                }
                nodes = further;
            }
        }
        return matches;
    }

    private int newList(String name) {
        ids.put(name, ids.size());
        return ids.size() - 1;
    }

    private void readNationalities() {
        OF_NATIONALITIES.stream().sorted().forEach(this::newList);
        for (DataFiles.Line line : files.nationalities()) {
            String[] columns = line.text().split(";", -1);
            if (columns.length != 4) {
                throw new DataException(
                        line.place(),
                        "geef land; persoon, personen; bijvoeglijk naamwoord; hetzelfde met e, elk eventueel leeg",
                        "give country; person, persons; adjective; adjective with e, each of which may be empty");
            }
            String[] persons = columns[1].strip().split("\\s*,\\s*");
            exact("country", columns[0], line.place());
            for (String person : persons) {
                exact("people", person, line.place());
            }
            exact("bare", columns[2], line.place());
            exact("inflected", columns[3], line.place());
            String several = persons[persons.length - 1].replace("=", "");
            if (!several.isBlank()) {
                add(ids.get("people-compound"), several + "*", line.place());
            }
        }
    }

    private void exact(String list, String form, DataFiles.Place place) {
        String stripped = form.strip();
        if (!stripped.isEmpty()) {
            add(
                    ids.get(list),
                    stripped.startsWith("=")
                            ? stripped
                            : "=" + stripped.toLowerCase(Locale.ROOT).replace(" ", " ="),
                    place);
        }
    }

    private void add(int list, String entry, DataFiles.Place place) {
        Node node = root;
        for (String part : entry.split(" +")) {
            boolean exact = part.startsWith("=");
            boolean end = part.startsWith(exact ? "=*" : "*");
            boolean begin = part.endsWith("*");
            List<Token> words = tokens.of(characters.fold(part.replaceAll("^=|\\*", "")));
            if (words.isEmpty() || end && tooShort(words.get(0), exact) || begin && part.length() <= SHORTEST_AFFIX) {
                throw new DataException(
                        place,
                        "\"" + entry + "\" is geen woord, of te kort voor een *",
                        "\"" + entry + "\" is no word, or too short for a *");
            }
            for (int i = 0; i < words.size(); i++) {
                String key = key(words.get(i), exact, end && i == 0, begin && i == words.size() - 1);
                node = node.next.computeIfAbsent(key, k -> new Node());
            }
        }
        node.end(list);
    }

    private static boolean tooShort(Token end, boolean exact) {
        return exact ? end.lower().length() < SHORTEST_AFFIX : end.stem().length() < SHORTEST_STEM;
    }

    private String key(Token word, boolean exact, boolean end, boolean begin) {
        String key;
        if (end) {
            key = exact ? END + word.lower() : STEM_END + word.stem();
            affixes.add(key);
        } else if (begin) {
            key = BEGIN + word.lower();
            affixes.add(key);
        } else {
            key = exact ? EXACT + word.word() : STEM + word.stem();
        }
        return key;
    }

    private List<String> keys(Token token) {
        List<String> keys = new ArrayList<>();
        keys.add(STEM + token.stem());
        keys.add(EXACT + token.word());
        if (Character.isUpperCase(token.word().charAt(0))) {
            keys.add(CAPITAL);
        }
        if (!token.lower().equals(token.word())) {
            keys.add(EXACT + token.lower());
            if (token.word().length() > 1 && token.word().equals(token.word().toUpperCase(Locale.ROOT))) {
                keys.add(EXACT + token.word().charAt(0) + token.lower().substring(1));
            }
        }
        if (token.lower().length() <= Stems.LONGEST) {
            addEnd(keys, STEM_END, token.stem());
            addEnd(keys, END, token.lower());
            for (int i = token.lower().length() - SHORTEST_AFFIX; i >= SHORTEST_AFFIX; i--) {
                String begin = BEGIN + token.lower().substring(0, i);
                if (affixes.contains(begin)) {
                    keys.add(begin);
                }
            }
        }
        return keys;
    }

    /** Only the longest end counts: a "supermarktmedewerker" is a medewerker, no markt. */
    private void addEnd(List<String> keys, String kind, String word) {
        for (int i = 0; i <= word.length() - SHORTEST_AFFIX; i++) {
            String end = kind + word.substring(i);
            if (affixes.contains(end)) {
                keys.add(end);
                return;
            }
        }
    }
}
