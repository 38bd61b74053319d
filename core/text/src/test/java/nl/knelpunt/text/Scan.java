package nl.knelpunt.text;

import java.nio.file.Path;
import java.util.List;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/** One scanner for all tests, as it is without lines of an installation. */
final class Scan {

    static final DutchTextScanner SCANNER = new DutchTextScanner((Path) null);

    private Scan() {}

    /** What is found of a kind, as it stands in the text. */
    static List<String> of(Kind kind, String text) {
        return of(SCANNER, kind, text);
    }

    static List<String> of(DutchTextScanner scanner, Kind kind, String text) {
        return scanner.scan(text).stream()
                .filter(find -> find.kind() == kind)
                .map(find -> text.substring(find.from(), find.to()))
                .toList();
    }

    static List<TextFind> all(String text) {
        return SCANNER.scan(text);
    }
}
