package nl.knelpunt.engine.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line of the processing log (Wgs 1.8(4), Bgs 1.12): who did what, when, from where, to whose data, with which result.
 * Holds references, never content, so destroying data never breaks the chain.
 *
 * @param sequence from 1, without gaps; 0 before it is appended
 * @param at moment of the act
 * @param trace id of the request
 * @param origin network address or place
 * @param actor account id, {@code connection:<participant>}, {@code maintenance} or {@code platform}
 * @param participant that the actor acts for, null for none
 * @param act name of the act
 * @param object id of what it concerned, as asked; null for none
 * @param subject pseudonym of the data subject, null where no person's data were touched
 * @param data ids of the data that were touched or shown
 * @param result permitted, refused or failed; or what it would have been, when that was only asked
 * @param rules ids of the rules that refused
 * @param ruleSet version of the rules that were applied
 * @param note of an act on the installation itself: what it was done with, such as digests and counters; else null
 * @param previous hash of the record before, hex; null before it is appended
 * @param hash of this record, hex; null before it is appended
 */
public record LogRecord(
        long sequence,
        Instant at,
        UUID trace,
        String origin,
        String actor,
        String participant,
        String act,
        UUID object,
        UUID subject,
        List<UUID> data,
        Result result,
        List<String> rules,
        String ruleSet,
        String note,
        String previous,
        String hash) {

    public enum Result {
        PERMITTED,
        REFUSED,
        FAILED,
        WOULD_BE_PERMITTED,
        WOULD_BE_REFUSED
    }

    public LogRecord {
        data = List.copyOf(data);
        rules = List.copyOf(rules);
    }

    LogRecord chained(long number, String before, String own) {
        return new LogRecord(
                number,
                at,
                trace,
                origin,
                actor,
                participant,
                act,
                object,
                subject,
                data,
                result,
                rules,
                ruleSet,
                note,
                before,
                own);
    }
}
