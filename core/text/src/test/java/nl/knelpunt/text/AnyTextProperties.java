package nl.knelpunt.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/** Whatever the text: finds are places in it, in order, and the same each time. */
class AnyTextProperties {

    private static final List<String> SENTENCES = Stream.of("before.txt", "after.txt", "held-out.txt")
            .flatMap(file -> Sentence.of(file).stream())
            .map(Sentence::text)
            .toList();

    /** Whole sentences, pieces of them, and characters of all kinds. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> sentence = Arbitraries.of(SENTENCES);
        Arbitrary<String> piece = sentence.flatMap(text -> Arbitraries.integers()
                .between(0, text.length())
                .tuple2()
                .map(cut -> text.substring(Math.min(cut.get1(), cut.get2()), Math.max(cut.get1(), cut.get2()))));
        Arbitrary<String> signs = Arbitraries.strings()
                .withChars(" .-/,()+0123456789ABNLabnlzou\n'\u00AD\u200B\u0301\uD83D\uDE00\u0430\uFF10")
                .ofMaxLength(40);
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(40);
        return Arbitraries.oneOf(sentence, piece, signs, anything)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3000)
    void findsArePlacesInOrderThatDoNotOverlapWithinAKind(@ForAll("texts") String text) {
        Map<Kind, Integer> ends = new EnumMap<>(Kind.class);
        TextFind last = null;
        for (TextFind find : Scan.all(text)) {
            assert find.from() >= 0 && find.from() < find.to() && find.to() <= text.length();
            assert find.from() >= ends.getOrDefault(find.kind(), 0);
            assert last == null
                    || last.from() < find.from()
                    || last.from() == find.from() && last.kind().compareTo(find.kind()) < 0;
            ends.put(find.kind(), find.to());
            last = find;
        }
    }

    @Property(tries = 2000)
    void theSameTextGivesTheSameFinds(@ForAll("texts") String text) {
        assert Scan.all(text).equals(Scan.all(text));
    }

    @Property(tries = 3000)
    void anotherSentenceTakesNothingAway(@ForAll("texts") String one, @ForAll("texts") String other) {
        String between = " . ";
        List<TextFind> expected = new ArrayList<>(Scan.all(one));
        int shift = one.length() + between.length();
        Scan.all(other)
                .forEach(find -> expected.add(new TextFind(find.kind(), find.from() + shift, find.to() + shift)));
        assert Scan.all(one + between + other).containsAll(expected);
    }
}
