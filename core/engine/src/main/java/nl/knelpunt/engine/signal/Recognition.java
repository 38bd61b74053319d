package nl.knelpunt.engine.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.engine.participant.Organ;

/**
 * A named participant that was asked whether it recognises a signal, and its answer.
 *
 * @param participant who was asked
 * @param asked when
 * @param outcome never null
 * @param person who answered, null while open
 * @param organ for which that person answered, null while open
 * @param answered when, null while open
 * @param observation the participant's own observation, only when recognised (G16)
 */
public record Recognition(
        String participant,
        Instant asked,
        Outcome outcome,
        UUID person,
        Organ organ,
        Instant answered,
        OwnObservation observation) {

    public enum Outcome {
        OPEN("gevraagd", "asked"),
        RECOGNISED("herkend", "recognised"),
        NOT_RECOGNISED("niet herkend", "not recognised"),
        /** It took its recognition back. */
        WITHDRAWN("ingetrokken", "withdrawn"),
        /** It did not answer in time. */
        EXPIRED("verlopen", "expired");

        private final Text label;

        Outcome(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * @param what was observed, never blank
     * @param date when
     * @param place where
     * @param task code of the statutory task in which it was observed
     * @param reference in the participant's own system, never blank
     */
    public record OwnObservation(String what, LocalDate date, Place place, String task, String reference) {

        /** Without the texts, so that a log or an exception can't hold them. */
        @Override
        public String toString() {
            return "OwnObservation[" + date + "]";
        }
    }

    /** As it is shown while the recogniser's module is away (G51). */
    public Recognition withoutObservation() {
        return new Recognition(participant, asked, outcome, person, organ, answered, null);
    }

    /** The question is over, and nothing of an answer is kept. */
    public Recognition endedAs(Outcome how, UUID by, Organ organOfBy, Instant at) {
        return new Recognition(participant, asked, how, by, organOfBy, at, null);
    }

    public static Recognition open(String participant, Instant asked) {
        return new Recognition(participant, asked, Outcome.OPEN, null, null, null, null);
    }
}
