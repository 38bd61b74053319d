package nl.knelpunt.webhooks;

import java.time.Instant;
import java.util.UUID;

/** Brings one event to one address. */
interface Sender {

    /**
     * @param event its id
     * @param at when this is sent
     * @param body the CloudEvent as JSON
     * @param signature of id, time and body
     */
    record Letter(UUID event, Instant at, byte[] body, String signature) {

        @Override
        public String toString() {
            return "Letter[" + event + "]";
        }
    }

    /**
     * @param failure why it was not taken, in short; null when it was
     * @param retryAfterSeconds for which the other side asked, 0 when it didn't
     */
    record Answer(String failure, long retryAfterSeconds) {

        static final Answer TAKEN = new Answer(null, 0);

        static Answer failed(String reason) {
            return new Answer(reason, 0);
        }

        boolean isTaken() {
            return failure == null;
        }
    }

    Answer send(Target target, Letter letter) throws InterruptedException;
}
