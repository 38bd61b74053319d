package nl.knelpunt.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import nl.knelpunt.engine.text.TextScanner;
import org.osgi.service.component.annotations.Component;

/** Scans Dutch. Its lists are read when the first text comes, so that they cost nothing at the start. */
@Component
public final class DutchTextScanner implements TextScanner {

    private static final Comparator<TextFind> BY_PLACE =
            Comparator.comparingInt(TextFind::from).thenComparing(TextFind::kind);

    /** Made at first use, once. */
    private static final class Data {

        private static final Data ONE = new Data();

        private final Characters characters = new Characters();
        private final Set<String> abbreviations = new HashSet<>();
        private final Lexicon lexicon = new Lexicon(characters);
        private final Rules rules = new Rules(lexicon);
        private final List<Finder> finders =
                List.of(new IbanFinder(), new BsnFinder(lexicon), new PlateFinder(lexicon), new PhoneFinder());

        private Data() {
            for (DataFile.Line line : DataFile.lines("lists/abbreviation.txt")) {
                abbreviations.add(line.text().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Override
    public List<TextFind> scan(String text) {
        Data data = Data.ONE;
        Folded folded = data.characters.fold(text);
        List<Token> tokens = new Tokens(data.abbreviations).of(folded);
        ReadText read = new ReadText(folded, tokens, data.lexicon.match(tokens));
        List<TextFind> finds = new ArrayList<>();
        data.rules.find(read, finds::add);
        data.finders.forEach(finder -> finder.find(read, find -> add(find, finds)));
        finds.sort(BY_PLACE);
        return List.copyOf(finds);
    }

    /** The digits of a bank account are not also a telephone number. */
    private static void add(TextFind find, List<TextFind> finds) {
        if (finds.stream()
                .noneMatch(
                        known -> known.kind() == Kind.IBAN && known.from() < find.to() && find.from() < known.to())) {
            finds.add(find);
        }
    }
}
