package nl.knelpunt.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.Text;

/**
 * A line of the figures as it may be published.
 *
 * @param part null of a figure that is not divided
 * @param number as it is shown: {@code <3} for a small number, {@code -} for one from which a small one could be reckoned
 */
public record Shown(Figure figure, Text part, String number) {

    /** What can't be said without giving away a small number. */
    static final String WITHHELD = "-";

    /**
     * Every figure, in order. A number from 1 up to but not including {@code small} might tell of somebody: it is shown as less
     * than that. Where one part alone of a figure is small, the next smallest is withheld too, or whoever knows the sum knows it.
     */
    public static List<Shown> of(List<Count> counts, int small) {
        Map<Figure, List<Count>> byFigure = new EnumMap<>(Figure.class);
        counts.forEach(c ->
                byFigure.computeIfAbsent(c.figure(), f -> new ArrayList<>()).add(c));
        List<Shown> shown = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            List<Count> parts = byFigure.getOrDefault(figure, List.of()).stream()
                    .sorted(Comparator.comparing(Count::part))
                    .toList();
            if (parts.isEmpty()) {
                shown.add(new Shown(figure, null, "0"));
            }
            Count withheld = withheld(parts, small);
            for (Count count : parts) {
                shown.add(new Shown(
                        figure,
                        figure.isDivided() ? figure.label(count.part()) : null,
                        count == withheld ? WITHHELD : number(count.number(), small)));
            }
        }
        return List.copyOf(shown);
    }

    private static Count withheld(List<Count> parts, int small) {
        boolean onlyOne = parts.stream().filter(c -> isSmall(c.number(), small)).count() == 1;
        return onlyOne
                ? parts.stream()
                        .filter(c -> c.number() >= small)
                        .min(Comparator.comparingLong(Count::number))
                        .orElse(null)
                : null;
    }

    private static boolean isSmall(long number, int small) {
        return number > 0 && number < small;
    }

    private static String number(long number, int small) {
        return isSmall(number, small) ? "<" + small : String.valueOf(number);
    }
}
