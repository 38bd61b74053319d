package nl.knelpunt.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/** {@code rules.txt}, read. Says itself how its lines are written. */
final class Rules {

    private static final String FILE = "rules.txt";
    private static final Pattern RULE = Pattern.compile("([A-Z_]+)( not)?: (.+)");
    private static final Pattern NAME = Pattern.compile("([a-z-]+) = (\\S+)");
    private static final Pattern GAP = Pattern.compile("\\.\\.([1-9])(?:!([a-z-]+))?");

    private final Lexicon lexicon;
    private final Map<String, int[]> names = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    Rules(DataFiles files, Lexicon lexicon) {
        this.lexicon = lexicon;
        for (DataFiles.Line line : files.fixed(FILE)) {
            Matcher name = NAME.matcher(line.text());
            Matcher rule = RULE.matcher(line.text());
            if (name.matches()) {
                names.put(name.group(1), alternatives(name.group(2), line.place()));
            } else if (rule.matches()) {
                rules.add(rule(rule, line.place()));
            } else {
                throw new DataException(
                        line.place(),
                        "geef KIND: elementen, KIND not: elementen of naam = alternatieven",
                        "give KIND: elements, KIND not: elements or name = alternatives");
            }
        }
    }

    void find(ReadText text, Consumer<TextFind> found) {
        Map<Kind, BitSet> decided = new HashMap<>();
        for (Rule rule : rules) {
            rule.apply(
                    text.tokens(),
                    text.matches(),
                    decided.computeIfAbsent(rule.kind(), k -> new BitSet()),
                    words -> found.accept(text.find(
                            rule.kind(),
                            text.tokens().get(words[0]).from(),
                            text.tokens().get(words[1] - 1).to())));
        }
    }

    private Rule rule(Matcher line, DataFiles.Place place) {
        List<Element> elements = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (String part : line.group(3).strip().split(" +")) {
            if (part.equals("[")) {
                first = elements.size();
            } else if (part.equals("]")) {
                last = elements.size() - 1;
            } else {
                elements.add(element(part, place));
            }
        }
        if (elements.isEmpty() || !(elements.get(0) instanceof Element.Words words) || words.optional()) {
            throw new DataException(
                    place,
                    "begin met een woord of een lijst die er altijd is",
                    "begin with a word or a list that is always there");
        }
        if (first < 0 != last < 0 || last < first) {
            throw new DataException(
                    place,
                    "geef [ en ] allebei, in deze volgorde, met spaties eromheen",
                    "give both [ and ], in this order, with spaces around them");
        }
        boolean marked = first >= 0;
        try {
            return new Rule(
                    Kind.valueOf(line.group(1)),
                    line.group(2) == null,
                    List.copyOf(elements),
                    marked ? first : 0,
                    marked ? last : elements.size() - 1);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    place, line.group(1) + " is geen soort vondst", line.group(1) + " is no kind of find");
        }
    }

    private Element element(String part, DataFiles.Place place) {
        Matcher gap = GAP.matcher(part);
        if (gap.matches()) {
            return new Element.Gap(
                    Integer.parseInt(gap.group(1)), gap.group(2) == null ? -1 : lexicon.list(gap.group(2)));
        }
        if (part.equals("$")) {
            return new Element.End();
        }
        boolean optional = part.startsWith("(") && part.endsWith(")");
        return new Element.Words(alternatives(optional ? part.substring(1, part.length() - 1) : part, place), optional);
    }

    private int[] alternatives(String part, DataFiles.Place place) {
        return List.of(part.split("\\|")).stream()
                .flatMapToInt(one -> alternative(one, place))
                .toArray();
    }

    private IntStream alternative(String one, DataFiles.Place place) {
        if (!one.startsWith("<") || !one.endsWith(">")) {
            return IntStream.of(lexicon.word("=" + one, place));
        }
        String name = one.substring(1, one.length() - 1);
        int[] union = names.get(name);
        return union == null ? IntStream.of(lexicon.list(name)) : IntStream.of(union);
    }
}
