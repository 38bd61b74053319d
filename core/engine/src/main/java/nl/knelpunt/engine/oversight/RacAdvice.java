package nl.knelpunt.engine.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An advice of the legality advisory committee (Wgs 1.8(6), Bgs 1.13), as one of its members registered it.
 *
 * @param id UUIDv7
 * @param reference of the advice, as the committee numbers it
 * @param about what was put before it; no personal data
 * @param date of the advice
 * @param positive whether it advises in favour
 * @param person who registered it
 * @param at when
 */
public record RacAdvice(
        UUID id, String reference, String about, LocalDate date, boolean positive, UUID person, Instant at) {}
