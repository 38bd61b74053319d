package nl.knelpunt.engine.analysis;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Dated facts, as far as one analyst may see them.
 *
 * @param facts in order of time
 * @param frozen data that the analyst may know of and that nobody sees now: left out
 */
public record Timeline(List<DatedFact> facts, int frozen) {

    public Timeline {
        facts = List.copyOf(facts);
    }

    /**
     * @param time null when only the day is known
     * @param text what was observed, or the value of the datum
     */
    public record DatedFact(LocalDate date, LocalTime time, String text, Element source) {

        /** Without the text, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "DatedFact[" + source + "]";
        }
    }
}
