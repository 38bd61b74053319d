package nl.knelpunt.engine.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The report of a year (Wgs 1.12), fit to be published: figures without personal data, and what the bureau writes with them.
 *
 * @param version counts changes, from 1
 * @param texts of the bureau
 * @param figures as they were fixed; null while it is a draft, of which they are counted anew each time
 * @param person who wrote it last
 * @param changed when
 */
public record AnnualReport(int year, long version, Texts texts, List<Shown> figures, UUID person, Instant changed) {

    public AnnualReport {
        figures = figures == null ? null : List.copyOf(figures);
    }

    /**
     * No personal data; each may be null.
     *
     * @param introduction what this RIEC is and does
     * @param effectiveness what the feedback of recipients tells of what was reached
     * @param safeguards audit, training, advices, and what came of them
     * @param improvements what is done otherwise from now on
     */
    public record Texts(String introduction, String effectiveness, String safeguards, String improvements) {

        public static final Texts NONE = new Texts(null, null, null, null);
    }

    /** By which acts on it are logged. */
    public static UUID id(int year) {
        return UUID.nameUUIDFromBytes(("annual report " + year).getBytes(StandardCharsets.UTF_8));
    }

    public boolean isFixed() {
        return figures != null;
    }
}
