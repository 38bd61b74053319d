package nl.knelpunt.engine.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A task without data, for a party that takes part without exchange (G02): it has no account, a person hands it over. Kept as
 * it was released.
 *
 * @param id UUIDv7
 * @param knelpunt from which it comes; not told to the party
 * @param number within the RIEC, such as {@code 2026-7}
 * @param content what is on it
 * @param person who released it
 * @param released when
 */
public record TaskSheet(UUID id, UUID knelpunt, String number, Content content, UUID person, Instant released) {

    /**
     * @param party to whom
     * @param description what is going on, for everybody to know
     * @param asked what is asked of the party
     * @param contact whom it can ask
     * @param from first day, null while open
     * @param until last day, null while open
     * @param intervention that it is part of, null for none; not told to the party
     */
    public record Content(
            String party,
            String description,
            String asked,
            String contact,
            LocalDate from,
            LocalDate until,
            UUID intervention) {}
}
