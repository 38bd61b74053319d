package nl.knelpunt.engine.oversight;

import java.time.Instant;
import java.util.UUID;

/**
 * Which records of the log are wanted; null where it doesn't matter.
 *
 * @param subject pseudonym of the data subject
 * @param rule id of a rule that refused
 * @param from first moment
 * @param to first moment after it
 */
public record LogFilter(
        String actor,
        String participant,
        String act,
        UUID object,
        UUID subject,
        LogRecord.Result result,
        String rule,
        Instant from,
        Instant to) {

    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null, null, null, null);

    public boolean matches(LogRecord entry) {
        return (actor == null || actor.equals(entry.actor()))
                && (participant == null || participant.equals(entry.participant()))
                && (act == null || act.equals(entry.act()))
                && (object == null || object.equals(entry.object()))
                && (subject == null || subject.equals(entry.subject()))
                && (result == null || result == entry.result())
                && (rule == null || entry.rules().contains(rule))
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to));
    }
}
