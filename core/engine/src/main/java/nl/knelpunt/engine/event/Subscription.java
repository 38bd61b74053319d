package nl.knelpunt.engine.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A participant's system that wants to be called when something happens.
 *
 * @param id UUIDv7
 * @param account the connection account as which it hears
 * @param participant of that account
 * @param url to which is delivered
 * @param types names of the events that it wants; empty for all
 * @param registered by the real clock
 * @param position sequence of the last event that was delivered, or passed over because it may not hear of it
 * @param missed events were forgotten before they were delivered: it has to begin anew
 * @param trouble what is wrong since the last delivery that succeeded; null when nothing is
 */
public record Subscription(
        UUID id,
        UUID account,
        String participant,
        String url,
        Set<String> types,
        Instant registered,
        long position,
        boolean missed,
        Trouble trouble) {

    /** After so long in vain it counts as failing. It is tried on, but somebody should look. */
    public static final Duration FAILING_AFTER = Duration.ofDays(1);

    /**
     * @param since the first try in vain, by the real clock
     * @param tries in vain since then, at least 1
     * @param reason short, such as {@code HTTP 500}; nothing that the other side said
     */
    public record Trouble(Instant since, int tries, String reason) {}

    public Subscription {
        types = Set.copyOf(types);
    }

    public boolean wants(EventType type) {
        return types.isEmpty() || types.contains(type.text());
    }

    public boolean isFailing(Instant now) {
        return trouble != null && !now.isBefore(trouble.since().plus(FAILING_AFTER));
    }

    public Subscription at(long reached) {
        return new Subscription(id, account, participant, url, types, registered, reached, missed, trouble);
    }

    public Subscription with(Trouble now) {
        return new Subscription(id, account, participant, url, types, registered, position, missed, now);
    }

    public Subscription havingMissed() {
        return new Subscription(id, account, participant, url, types, registered, position, true, trouble);
    }

    /** Without the address, which may hold what only its owner should know. */
    @Override
    public String toString() {
        return "Subscription[" + id + ", " + participant + "]";
    }
}
