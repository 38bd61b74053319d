package nl.knelpunt.engine.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A duty of the calendar was done.
 *
 * @param id UUIDv7
 * @param on day on which it was
 * @param forDay day on which it was due; null when it was not due
 * @param evidence reference or address of what shows it; no personal data
 * @param failures whether something was found that must be checked again; only of an audit
 */
public record DutyDone(
        UUID id,
        LegalDuty duty,
        LocalDate on,
        LocalDate forDay,
        String evidence,
        boolean failures,
        UUID person,
        Instant at) {}
