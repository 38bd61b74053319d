package nl.knelpunt.engine.signal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;

/**
 * What became of a signal, as its reporter hears it. Holds references and codes only, so that it outlives the signal.
 *
 * @param id UUIDv7
 * @param signal reference of the signal, perhaps gone
 * @param reporter participant that reported it, and that alone hears this
 * @param kind what became of it
 * @param reason why, as a code; null where the kind says it all
 * @param notMet criteria that the participants found not met; only of a signal that was not taken up
 * @param knelpunt that it is about; null for none
 * @param at when
 */
public record SignalOutcome(
        UUID id,
        UUID signal,
        String reporter,
        Kind kind,
        Reason reason,
        Set<Criterion> notMet,
        UUID knelpunt,
        Instant at) {

    public enum Kind {
        RECOGNISED("herkend door een andere deelnemer", "recognised by another participant", false),
        NOT_RECOGNISED(
                "nog door niemand herkend: geen vraag staat meer open",
                "recognised by nobody so far: no question is open any more",
                false),
        TAKEN_UP("in behandeling genomen", "taken up", false),
        NOT_TAKEN_UP("niet in behandeling genomen en vernietigd", "not taken up, and destroyed", true),
        WITHDRAWN("ingetrokken en vernietigd", "withdrawn, and destroyed", true),
        LAPSED("het concept is vervallen en vernietigd", "the draft lapsed, and was destroyed", true),
        KNELPUNT_DESIGNATED("er is een activiteit mee vastgesteld", "an activity was decided on with it", false),
        KNELPUNT_REJECTED(
                "een voorstel ermee is afgewezen; het signaal blijft in behandeling",
                "a proposal with it was rejected; the signal stays taken up",
                false),
        LINKED("gekoppeld aan een lopende activiteit", "linked to a running activity", false),
        KNELPUNT_CLOSED("de activiteit is afgesloten", "the activity was closed", false),
        DESTROYED("vernietigd", "destroyed", true);

        private final Text label;
        private final boolean last;

        Kind(String nl, String en, boolean last) {
            this.label = new Text(nl, en);
            this.last = last;
        }

        public Text label() {
            return label;
        }

        /** Whether the signal is gone with it. */
        public boolean isLast() {
            return last;
        }
    }

    public enum Reason {
        CRITERIA_NOT_MET("de criteria zijn niet vervuld", "the criteria are not met"),
        NOT_REPORTED_IN_TIME("niet op tijd gemeld", "not reported in time"),
        FIVE_YEARS("de bewaartermijn van vijf jaar is om", "the term of five years is over"),
        ACTIVITY_ENDED(
                "vernietigd met de activiteit waar het bij hoorde", "destroyed with the activity that it belonged to");

        private final Text label;

        Reason(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    public SignalOutcome {
        notMet = notMet == null ? Set.of() : Set.copyOf(notMet);
    }
}
