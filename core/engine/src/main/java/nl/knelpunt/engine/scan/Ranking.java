package nl.knelpunt.engine.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares areas or branches by the weights that a person chose: the weighted mean of what there is, with every input beside it. Knows
 * no persons. What is missing stays missing: it lowers the coverage and is never filled in.
 */
public final class Ranking {

    /** Of an indicator, over all rows with a value. */
    public record Spread(int values, double least, double most, double mean, double deviation) {

        /** Nothing can be told apart by it. */
        public boolean isFlat() {
            return !(most > least);
        }
    }

    /**
     * @param value as it was read
     * @param normalised higher is more vulnerable, whatever the direction of the indicator
     * @param contribution to the index
     */
    public record Input(String indicator, double value, double normalised, double weight, double contribution) {}

    /**
     * @param rank from 1, the same for the same index; 0 when the coverage does not suffice
     * @param size addresses or companies
     * @param index weighted mean of the inputs, null without any
     * @param coverage part of the weights for which there are values, 0 to 1
     * @param inputs in order of the indicator's code
     * @param missing codes of indicators without a value here
     */
    public record Ranked(
            int rank, String code, int size, Double index, double coverage, List<Input> inputs, List<String> missing) {

        public Ranked {
            inputs = List.copyOf(inputs);
            missing = List.copyOf(missing);
        }
    }

    private Ranking() {}

    /** By code of the indicator; those without any value are not there. */
    public static Map<String, Spread> spreads(List<Mapping.Indicator> indicators, List<DataSet.Row> rows) {
        Map<String, Spread> spreads = new TreeMap<>();
        for (Mapping.Indicator indicator : indicators) {
            double[] values = rows.stream()
                    .map(r -> r.values().get(indicator.code()))
                    .filter(v -> v != null)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length > 0) {
                spreads.put(indicator.code(), spread(values));
            }
        }
        return spreads;
    }

    private static Spread spread(double[] values) {
        double least = values[0];
        double most = values[0];
        double sum = 0;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(values.length, least, most, mean, Math.sqrt(squares / values.length));
    }

    /** The most vulnerable first; those that are not ranked last, by code. */
    public static List<Ranked> of(
            Choice choice, List<Mapping.Indicator> indicators, Map<String, Spread> spreads, List<DataSet.Row> rows) {
        List<Mapping.Indicator> counting = indicators.stream()
                .filter(i -> choice.weights().containsKey(i.code()))
                .sorted(Comparator.comparing(Mapping.Indicator::code))
                .toList();
        List<Ranked> unranked = new ArrayList<>();
        List<Ranked> ranked = new ArrayList<>();
        for (DataSet.Row row : rows) {
            Ranked outcome = outcome(choice, counting, spreads, row);
            boolean suffices = outcome.index() != null && outcome.coverage() >= choice.leastCoverage();
            (suffices ? ranked : unranked).add(outcome);
        }
        ranked.sort(Comparator.comparing(Ranked::index).reversed().thenComparing(Ranked::code));
        unranked.sort(Comparator.comparing(Ranked::code));
        List<Ranked> all = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Ranked next = ranked.get(i);
            rank = i > 0 && next.index().equals(ranked.get(i - 1).index()) ? rank : i + 1;
            all.add(new Ranked(
                    rank, next.code(), next.size(), next.index(), next.coverage(), next.inputs(), next.missing()));
        }
        all.addAll(unranked);
        return all;
    }

    private static Ranked outcome(
            Choice choice, List<Mapping.Indicator> counting, Map<String, Spread> spreads, DataSet.Row row) {
        double whole = 0;
        double there = 0;
        List<String> missing = new ArrayList<>();
        for (Mapping.Indicator indicator : counting) {
            double weight = choice.weights().get(indicator.code());
            whole += weight;
            if (row.values().containsKey(indicator.code())) {
                there += weight;
            } else {
                missing.add(indicator.code());
            }
        }
        List<Input> inputs = new ArrayList<>();
        double index = 0;
        for (Mapping.Indicator indicator : counting) {
            Double value = row.values().get(indicator.code());
            if (value != null) {
                double weight = choice.weights().get(indicator.code());
                double normalised = normalised(choice, indicator, spreads.get(indicator.code()), value);
                double contribution = weight * normalised / there;
                index += contribution;
                inputs.add(new Input(indicator.code(), value, normalised, weight, contribution));
            }
        }
        return new Ranked(0, row.code(), row.size(), inputs.isEmpty() ? null : index, there / whole, inputs, missing);
    }

    private static double normalised(Choice choice, Mapping.Indicator indicator, Spread spread, double value) {
        boolean reversed = indicator.direction() == Mapping.Direction.LOWER_IS_MORE_VULNERABLE;
        if (choice.normalisation() == Choice.Normalisation.MIN_MAX) {
            double part = (value - spread.least()) / (spread.most() - spread.least());
            return reversed ? 1 - part : part;
        }
        double distance = (value - spread.mean()) / spread.deviation();
        return reversed ? -distance : distance;
    }
}
