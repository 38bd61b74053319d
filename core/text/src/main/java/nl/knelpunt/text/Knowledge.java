package nl.knelpunt.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the data files say, read once and then only read from.
 *
 * @param abbreviations in lower case
 * @param finders that of the IBAN first: where it finds one, the others don't
 */
record Knowledge(Characters characters, Set<String> abbreviations, Lexicon lexicon, Rules rules, List<Finder> finders) {

    /**
     * @throws DataException at the first mistake
     */
    static Knowledge from(DataFiles files) {
        Characters characters = new Characters(files);
        Lexicon lexicon = new Lexicon(files, characters);
        Set<String> abbreviations = files.list("abbreviation").stream()
                .map(line -> line.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        Rules rules = new Rules(files, lexicon);
        List<Finder> finders =
                List.of(new IbanFinder(), new BsnFinder(lexicon), new PlateFinder(files, lexicon), new PhoneFinder());
        files.refuseWhatWasNotRead();
        return new Knowledge(characters, abbreviations, lexicon, rules, finders);
    }

    ReadText read(String text) {
        Folded folded = characters.fold(text);
        List<Token> tokens = new Tokens(abbreviations).of(folded);
        return new ReadText(folded, tokens, lexicon.match(tokens));
    }
}
