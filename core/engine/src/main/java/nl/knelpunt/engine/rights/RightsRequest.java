package nl.knelpunt.engine.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
        Decision decision) {

    public RightsRequest {
        subjects = List.copyOf(subjects);
        consultations = List.copyOf(consultations);
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

    public RightsRequest with(Consultation answer) {
        List<Consultation> all = new ArrayList<>(consultations);
        all.replaceAll(c -> c.participant().equals(answer.participant()) ? answer : c);
        return new RightsRequest(id, version, received, kind, reference, subjects, all, decision);
    }

    public RightsRequest with(Decision decided) {
        return new RightsRequest(id, version, received, kind, reference, subjects, consultations, decided);
    }
}
