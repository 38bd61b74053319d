package nl.knelpunt.engine.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.RequestState;

/**
 * A request of a data subject (Bgs 1.1-1.3, AVG 12-22). Holds no name: the contact point keeps the letter.
 *
 * @param id UUIDv7
 * @param version counts changes, from 1
 * @param received at the contact point
 * @param kind what is asked
 * @param reference of the letter at the contact point
 * @param subjects pseudonyms of the data subject, one for each dossier that knows the person
 * @param consultations of the participants that supplied data about the person
 * @param decision null until decided
 */
public record RightsRequest(
        UUID id,
        long version,
        Instant received,
        Kind kind,
        String reference,
        List<UUID> subjects,
        List<Consultation> consultations,
        Decision decision)
        implements Versioned {

    public RightsRequest {
        subjects = List.copyOf(subjects);
        consultations = List.copyOf(consultations);
    }

    public RequestState state() {
        if (decision == null) {
            return RequestState.OPEN;
        }
        return decision.granted() ? RequestState.GRANTED : RequestState.REFUSED;
    }

    /** Last day on which the data subject must have an answer: a month after receipt (AVG 12(3)). */
    public LocalDate due() {
        return received.atZone(Facts.NETHERLANDS).toLocalDate().plusMonths(1);
    }

    public enum Kind {
        ACCESS,
        RECTIFICATION,
        ERASURE,
        RESTRICTION,
        OBJECTION
    }

    /** Why a participant finds that a right is restricted (UAVG 41(1)). */
    public enum Restriction {
        NATIONAL_SECURITY,
        DEFENCE,
        PUBLIC_SECURITY,
        CRIMINAL_OFFENCES,
        PUBLIC_INTEREST,
        INDEPENDENCE_OF_THE_JUDICIARY,
        PROFESSIONAL_ETHICS,
        SUPERVISION,
        RIGHTS_OF_OTHERS,
        CIVIL_CLAIMS
    }

    /**
     * @param participant that is asked
     * @param answered null until it did
     * @param exception that it finds; null when it finds none
     * @param motivation weighs the factors of UAVG 41(2); null without exception
     * @param lapsed when it reported that the exception lapsed (Bgs 1.2(3)), null until then
     */
    public record Consultation(
            String participant,
            Instant answered,
            UUID person,
            Restriction exception,
            String motivation,
            Instant lapsed) {

        public static Consultation open(String participant) {
            return new Consultation(participant, null, null, null, null, null);
        }

        /** With what the participant finds now; without exception, one that stood has lapsed (Bgs 1.2(3)). */
        public Consultation answered(Restriction found, String why, UUID by, Instant at) {
            return found == null && objects()
                    ? new Consultation(participant, answered, person, exception, motivation, at)
                    : new Consultation(participant, at, by, found, found == null ? null : why, null);
        }

        /** Whether it stands in the way of granting the request. */
        public boolean objects() {
            return exception != null && lapsed == null;
        }
    }

    /**
     * @param granted or refused
     * @param text of the answer; no personal data beyond the reference
     */
    public record Decision(boolean granted, String text, UUID person, Instant at) {}

    /** Null when this participant is not consulted. */
    public Consultation consultationOf(String participant) {
        for (int i = 0; i < consultations.size(); i++) {
            if (consultations.get(i).participant().equals(participant)) {
                return consultations.get(i);
            }
        }
        return null;
    }

    /** As one participant may see it: its own consultation, and nobody's pseudonym. */
    public RightsRequest forParticipant(String participant) {
        return new RightsRequest(
                id,
                version,
                received,
                kind,
                reference,
                List.of(),
                consultations.stream()
                        .filter(c -> c.participant().equals(participant))
                        .toList(),
                decision);
    }

    public RightsRequest with(Consultation answer) {
        List<Consultation> all = new ArrayList<>(consultations);
        all.replaceAll(c -> c.participant().equals(answer.participant()) ? answer : c);
        return new RightsRequest(id, version, received, kind, reference, subjects, all, decision);
    }

    public RightsRequest with(Decision decided) {
        return new RightsRequest(id, version, received, kind, reference, subjects, consultations, decided);
    }
}
