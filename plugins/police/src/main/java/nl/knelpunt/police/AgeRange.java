package nl.knelpunt.police;

import java.math.BigDecimal;

/** An age in years, never more precise than needed to tell one suspect from another. */
record AgeRange(int from, int to) {

    private static final int[] BOUNDS = {0, 12, 18, 25, 35, 45, 55, 65, 150};

    /** The range of a known age; null when it is no age. */
    static AgeRange around(BigDecimal age) {
        for (int i = 1; age != null && i < BOUNDS.length; i++) {
            if (age.intValue() >= BOUNDS[i - 1] && age.intValue() < BOUNDS[i]) {
                return new AgeRange(BOUNDS[i - 1], BOUNDS[i] - 1);
            }
        }
        return null;
    }

    /** An estimate as it was made; one side is enough. */
    static AgeRange between(BigDecimal from, BigDecimal to) {
        if (from == null || to == null || from.compareTo(to) >= 0) {
            return around(from == null ? to : from);
        }
        return new AgeRange(from.intValue(), to.intValue());
    }

    String inWords() {
        if (from == 0) {
            return "jonger dan " + (to + 1) + " jaar";
        }
        return to >= 149 ? from + " jaar of ouder" : from + " tot en met " + to + " jaar";
    }
}
