package nl.knelpunt.api.adapter;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A concrete observation (Bgs 2.16(1)(a)) as far as the message says it. Every part may be null; a worker fills in what is
 * missing.
 *
 * @param what what was observed, at most 4,000 characters
 * @param date the day, in the Netherlands
 * @param time the time of day, in the Netherlands
 * @param place where
 * @param observedBy the unit or function that observed; never a complainant
 */
public record Observation(String what, LocalDate date, LocalTime time, Place place, String observedBy) {

    /** Without the texts, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "Observation[" + date + "]";
    }
}
