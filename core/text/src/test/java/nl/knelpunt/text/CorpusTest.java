package nl.knelpunt.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the scanner finds in made-up sentences, in figures: printed, and not to fall below what was asked for. The sentences of the held-out
 * part were written after the scanner and its lists and have not been used to improve either.
 */
class CorpusTest {

    /** Names are known to a dossier only. */
    private static final Set<Kind> LOOKED_FOR = EnumSet.complementOf(EnumSet.of(Kind.NAME));

    private static final double RECALL = 0.95;
    private static final double PRECISION = 0.80;
    private static final int ENOUGH = 400;
    private static final int OF_EACH = 15;

    private static final List<String> TUNED = List.of("before.txt", "after.txt");
    private static final List<String> HELD_OUT = List.of("held-out.txt");

    /** The counts of one kind in one part. */
    private static final class Figures {
        private int found;
        private int exact;
        private int missed;
        private int falsely;

        private double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }

        private double precision() {
            return found + falsely == 0 ? 1 : (double) found / (found + falsely);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatMustBeFoundIsFoundAndLittleElse() {
        return Stream.concat(part("tuned on", TUNED), part("held out", HELD_OUT));
    }

    @Test
    void thereAreEnoughSentencesAndNoneIsThereTwice() {
        List<String> texts = Stream.of(TUNED, HELD_OUT)
                .flatMap(List::stream)
                .flatMap(file -> Sentence.of(file).stream())
                .map(Sentence::text)
                .toList();
        assertTrue(texts.size() >= ENOUGH, texts.size() + " sentences");
        Set<String> seen = new HashSet<>();
        assertTrue(seen.addAll(texts) && seen.size() == texts.size(), "A sentence is there twice");
    }

    private Stream<DynamicTest> part(String name, List<String> files) {
        List<Sentence> sentences =
                files.stream().flatMap(file -> Sentence.of(file).stream()).toList();
        Map<Kind, Figures> figures = new EnumMap<>(Kind.class);
        for (Kind kind : LOOKED_FOR) {
            figures.put(kind, new Figures());
        }
        List<String> wrong = new ArrayList<>();
        sentences.forEach(sentence -> count(sentence, figures, wrong));
        print(name, sentences.size(), figures, wrong);
        return LOOKED_FOR.stream()
                .map(kind -> DynamicTest.dynamicTest(name + ": " + kind, () -> {
                    Figures of = figures.get(kind);
                    assertTrue(of.found + of.missed >= OF_EACH, "only " + (of.found + of.missed) + " to find");
                    assertTrue(of.recall() >= RECALL, "recall " + of.recall());
                    assertTrue(of.precision() >= PRECISION, "precision " + of.precision());
                }));
    }

    private void count(Sentence sentence, Map<Kind, Figures> figures, List<String> wrong) {
        List<TextFind> finds = Scan.all(sentence.text());
        for (TextFind expected : sentence.expected()) {
            Figures of = figures.get(expected.kind());
            if (finds.contains(expected)) {
                of.exact++;
            }
            if (finds.stream().anyMatch(find -> same(find, expected))) {
                of.found++;
            } else {
                of.missed++;
                wrong.add("missed " + at(sentence, expected));
            }
        }
        for (TextFind find : finds) {
            if (sentence.expected().stream().noneMatch(expected -> same(find, expected))) {
                figures.get(find.kind()).falsely++;
                wrong.add("false  " + at(sentence, find));
            }
        }
    }

    private static String at(Sentence sentence, TextFind find) {
        return find.kind() + " " + sentence.place() + ": " + sentence.text().substring(find.from(), find.to());
    }

    private static boolean same(TextFind one, TextFind other) {
        return one.kind() == other.kind() && one.from() < other.to() && other.from() < one.to();
    }

    private static void print(String name, int sentences, Map<Kind, Figures> figures, List<String> wrong) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                "%nText scanner, sentences %s: %d%n%-14s %6s %6s %6s %6s %7s %9s%n",
                name, sentences, "kind", "found", "exact", "missed", "false", "recall", "precision"));
        figures.forEach((kind, of) -> table.append(String.format(
                Locale.ROOT,
                "%-14s %6d %6d %6d %6d %7.3f %9.3f%n",
                kind,
                of.found,
                of.exact,
                of.missed,
                of.falsely,
                of.recall(),
                of.precision())));
        wrong.forEach(line -> table.append("  ").append(line).append(System.lineSeparator()));
        System.out.println(table);
    }
}
