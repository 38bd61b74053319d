package nl.knelpunt.engine.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.RacRequestState;

/**
 * A question that the bureau puts before the legality advisory committee: a new or changed kind of processing (G47), a provision
 * to a third party (G33). About nobody.
 *
 * @param id UUIDv7
 * @param version counts changes, from 1
 * @param made when it was first written
 * @param content what is asked
 * @param person who wrote it
 * @param sent when it was put before the committee, null until then
 * @param advice id of the answer in the register, null until there is one
 * @param followUp what the bureau did with the advice, null until it did
 * @param withdrawn when the bureau gave it up, null when it didn't
 */
public record RacRequest(
        UUID id,
        long version,
        Instant made,
        Content content,
        UUID person,
        Instant sent,
        UUID advice,
        FollowUp followUp,
        Instant withdrawn)
        implements Versioned {

    /**
     * @param matter for which the advice is to count
     * @param title a line; no personal data
     * @param question what the committee is to say; no personal data
     * @param papers references of what goes with it, such as a DPIA; at most 100
     */
    public record Content(RacAdvice.Matter matter, String title, String question, List<String> papers) {

        public Content {
            Objects.requireNonNull(matter, "matter");
            papers = papers == null ? List.of() : List.copyOf(papers);
        }
    }

    /**
     * @param followed or deviated from
     * @param reasons why it was deviated from, or how conditions are met
     * @param reportedTo to whom a deviation was reported: {@code RAC}, {@code COORDINATING_FG}
     */
    public record FollowUp(boolean followed, String reasons, List<String> reportedTo, UUID person, Instant at) {

        public FollowUp {
            reportedTo = List.copyOf(reportedTo);
        }
    }

    public static RacRequest draft(UUID id, Instant at, Content content, UUID person) {
        return new RacRequest(id, 1, at, content, person, null, null, null, null);
    }

    public RacRequestState state() {
        if (withdrawn != null) {
            return RacRequestState.WITHDRAWN;
        }
        if (followUp != null) {
            return followUp.followed() ? RacRequestState.FOLLOWED : RacRequestState.DEVIATED;
        }
        if (advice != null) {
            return RacRequestState.ADVISED;
        }
        return sent == null ? RacRequestState.DRAFT : RacRequestState.SENT;
    }

    public RacRequest with(Content changed) {
        return new RacRequest(id, version, made, changed, person, sent, advice, followUp, withdrawn);
    }

    public RacRequest sentAt(Instant at) {
        return new RacRequest(id, version, made, content, person, at, advice, followUp, withdrawn);
    }

    public RacRequest advisedBy(UUID given) {
        return new RacRequest(id, version, made, content, person, sent, given, followUp, withdrawn);
    }

    public RacRequest with(FollowUp given) {
        return new RacRequest(id, version, made, content, person, sent, advice, given, withdrawn);
    }

    public RacRequest withdrawnAt(Instant at) {
        return new RacRequest(id, version, made, content, person, sent, advice, followUp, at);
    }

    /** As it stands after it was written. */
    public RacRequest nextVersion() {
        return new RacRequest(id, version + 1, made, content, person, sent, advice, followUp, withdrawn);
    }
}
