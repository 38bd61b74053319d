package nl.knelpunt.engine.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;
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
 * @param reference of the letter at the contact point; null once it was forgotten
 * @param wish what is asked, in words; no personal data. Null when the kind says it all
 * @param identity how the contact point made sure who asks
 * @param subjects pseudonyms of the data subject, one for each dossier that knows the person; none once it was forgotten
 * @param identified whether each of them was found by what one person alone has; otherwise they are possibly the data subject
 * @param consultBy last day for the participants' answers
 * @param consultations of the participants that supplied data about the person
 * @param extension of the term, null without
 * @param takeover null while the contact point handles it
 * @param decision null until decided
 * @param forgetOn day on which what ties it to a person goes, null until decided
 * @param forgotten whether that is gone
 */
public record RightsRequest(
        UUID id,
        long version,
        Instant received,
        Kind kind,
        String reference,
        String wish,
        Identity identity,
        List<UUID> subjects,
        boolean identified,
        LocalDate consultBy,
        List<Consultation> consultations,
        Extension extension,
        Takeover takeover,
        Decision decision,
        LocalDate forgetOn,
        boolean forgotten)
        implements Versioned {

    /** A participant looks anew at an exception after so long (Bgs 1.2(3)). */
    private static final int RECHECK_YEARS = 1;

    private static final int MONTHS = 1;
    private static final int MORE_MONTHS = 2;

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

    /**
     * Whether what was found is only possibly about who asks: a name or an address is somebody else's too, also when one dossier
     * alone knows it, and dossiers don't know of each other whether they are about the same person. Then people of the participants
     * say which of their data are about who asks, and nothing else counts (AVG 12(6)).
     */
    public boolean isAmbiguous() {
        return !identified && !subjects.isEmpty();
    }

    /** Day in the Netherlands on which it was received. */
    public LocalDate receivedOn() {
        return received.atZone(Facts.NETHERLANDS).toLocalDate();
    }

    /** Last day on which the data subject must have an answer, or hear that it takes longer (AVG 12(3)). */
    public LocalDate firstTerm() {
        return receivedOn().plusMonths(MONTHS);
    }

    /** Last day on which the data subject must have an answer: a month after receipt, or three (AVG 12(3)). */
    public LocalDate due() {
        return extension == null ? firstTerm() : receivedOn().plusMonths(MONTHS + MORE_MONTHS);
    }

    /** Whether no exception stands in the way of what was refused. */
    public boolean isToBeDecidedAnew() {
        return state() == RequestState.REFUSED && consultations.stream().noneMatch(Consultation::objects);
    }

    public enum Kind {
        ACCESS("inzage", "access", "artikel 15 AVG", "article 15 GDPR"),
        RECTIFICATION("rectificatie", "rectification", "artikel 16 AVG", "article 16 GDPR"),
        ERASURE("gegevenswissing", "erasure", "artikel 17 AVG", "article 17 GDPR"),
        RESTRICTION("beperking van de verwerking", "restriction of processing", "artikel 18 AVG", "article 18 GDPR"),
        OBJECTION("bezwaar tegen de verwerking", "objection to processing", "artikel 21 AVG", "article 21 GDPR"),
        INFORMATION("informatie", "information", "artikel 14 AVG", "article 14 GDPR");

        private final Text label;
        private final Text article;

        Kind(String nl, String en, String articleNl, String articleEn) {
            this.label = new Text(nl, en);
            this.article = new Text(articleNl, articleEn);
        }

        public Text label() {
            return label;
        }

        public Text article() {
            return article;
        }

        /** Whether granting it takes the data away. */
        public boolean destroys() {
            return this == ERASURE || this == OBJECTION;
        }

        /** Whether granting it freezes the data, until their supplier mends them or for good. */
        public boolean freezes() {
            return this == RECTIFICATION || this == RESTRICTION;
        }
    }

    /** How the contact point made sure who asks (AVG 12(6)). */
    public enum Check {
        /** A document of identity was shown; no copy was kept. */
        DOCUMENT_SHOWN("identiteitsbewijs getoond", "document of identity shown"),
        /** An electronic means of identification, such as DigiD. */
        ELECTRONIC("elektronisch middel, zoals DigiD", "electronic means, such as DigiD"),
        /** Questions that the person alone can answer. */
        QUESTIONS("controlevragen", "questions that only the person can answer"),
        /** Somebody authorised, whose authority and identity were checked. */
        REPRESENTATIVE("gemachtigde, met machtiging", "representative, with authority");

        private final Text label;

        Check(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /** @param person of the contact point who checked */
    public record Identity(Check how, UUID person, Instant at) {}

    /** The term is longer by two months (AVG 12(3)); the data subject was told why within the first. */
    public record Extension(String reasons, UUID person, Instant at) {}

    /**
     * Another participant handles it instead of the contact point, and the data subject was told (Bgs 1.2(4)).
     *
     * @param participant that handles it from then on
     * @param toldOn day on which the data subject was told
     */
    public record Takeover(String participant, LocalDate toldOn, UUID person, Instant at) {}

    public boolean isHandledBy(String participant) {
        return takeover != null && takeover.participant().equals(participant);
    }

    /** Why a participant finds that a right is restricted (UAVG 41(1)). */
    public enum Restriction {
        NATIONAL_SECURITY('a', "de nationale veiligheid", "national security"),
        DEFENCE('b', "de landsverdediging", "defence"),
        PUBLIC_SECURITY('c', "de openbare veiligheid", "public security"),
        CRIMINAL_OFFENCES(
                'd',
                "de voorkoming, het onderzoek, de opsporing en de vervolging van strafbare feiten",
                "the prevention, investigation, detection and prosecution of criminal offences"),
        PUBLIC_INTEREST(
                'e', "een belangrijke doelstelling van algemeen belang", "an important objective of public interest"),
        INDEPENDENCE_OF_THE_JUDICIARY(
                'f',
                "de onafhankelijkheid van de rechter en gerechtelijke procedures",
                "the independence of the judiciary and judicial proceedings"),
        PROFESSIONAL_ETHICS(
                'g', "de beroepscodes van gereglementeerde beroepen", "the ethics of regulated professions"),
        SUPERVISION('h', "een taak op het gebied van toezicht", "a task of supervision"),
        RIGHTS_OF_OTHERS(
                'i',
                "de bescherming van de betrokkene of van de rechten en vrijheden van anderen",
                "the protection of the data subject or of the rights and freedoms of others"),
        CIVIL_CLAIMS('j', "de inning van civielrechtelijke vorderingen", "the enforcement of civil law claims");

        private final char letter;
        private final Text label;

        Restriction(char letter, String nl, String en) {
            this.letter = letter;
            this.label = new Text(nl, en);
        }

        /** Of UAVG 41(1). */
        public char letter() {
            return letter;
        }

        public Text label() {
            return label;
        }
    }

    /**
     * @param participant that is asked
     * @param answered null until it did
     * @param exception that it finds; null when it finds none
     * @param motivation weighs the factors of UAVG 41(2); null without exception
     * @param mayTell whether the data subject may be told of the exception
     * @param data of its own that the request is about, when not all that it supplied about the person: those that are wrong, or
     *     are to go; of an ambiguous request, those that are about who asks. Once data were frozen or destroyed, those
     * @param lapsed when it reported that the exception lapsed (Bgs 1.2(3)), null until then
     */
    public record Consultation(
            String participant,
            Instant answered,
            UUID person,
            Restriction exception,
            String motivation,
            boolean mayTell,
            List<UUID> data,
            Instant lapsed) {

        public Consultation {
            data = data == null ? List.of() : List.copyOf(data);
        }

        public static Consultation open(String participant) {
            return new Consultation(participant, null, null, null, null, false, List.of(), null);
        }

        /** With what the participant finds now; without exception, one that stood has lapsed (Bgs 1.2(3)). */
        public Consultation answered(Finding found, UUID by, Instant at) {
            return found.exception() == null && objects()
                    ? new Consultation(participant, answered, person, exception, motivation, mayTell, found.data(), at)
                    : new Consultation(
                            participant,
                            at,
                            by,
                            found.exception(),
                            found.exception() == null ? null : found.motivation(),
                            found.mayTell(),
                            found.data(),
                            null);
        }

        public Consultation carriedOutOn(List<UUID> touched) {
            return new Consultation(participant, answered, person, exception, motivation, mayTell, touched, lapsed);
        }

        /** Day by which an exception that stands is looked at anew; null without one. */
        public LocalDate recheckBy() {
            return objects() ? answered.atZone(Facts.NETHERLANDS).toLocalDate().plusYears(RECHECK_YEARS) : null;
        }

        /** Without what ties it to a person. */
        Consultation forgotten() {
            return new Consultation(participant, answered, person, exception, null, mayTell, List.of(), lapsed);
        }

        /** Whether it stands in the way of granting the request. */
        public boolean objects() {
            return exception != null && lapsed == null;
        }
    }

    /**
     * What a participant answers; see {@link Consultation}.
     *
     * @param data null when it does not say; empty for none, of an ambiguous request
     */
    public record Finding(Restriction exception, String motivation, boolean mayTell, List<UUID> data) {

        public static final Finding NONE = new Finding(null, null, false, null);

        public Finding {
            data = data == null ? null : List.copyOf(data);
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
        return but(
                reference,
                wish,
                List.of(),
                consultations.stream()
                        .filter(c -> c.participant().equals(participant))
                        .toList(),
                extension,
                takeover,
                decision,
                forgetOn,
                forgotten);
    }

    public RightsRequest with(Consultation answer) {
        List<Consultation> all = new ArrayList<>(consultations);
        all.replaceAll(c -> c.participant().equals(answer.participant()) ? answer : c);
        return but(reference, wish, subjects, all, extension, takeover, decision, forgetOn, forgotten);
    }

    public RightsRequest with(Extension given) {
        return but(reference, wish, subjects, consultations, given, takeover, decision, forgetOn, forgotten);
    }

    public RightsRequest with(Takeover taken) {
        return but(reference, wish, subjects, consultations, extension, taken, decision, forgetOn, forgotten);
    }

    /** @param forgetting day on which what ties it to a person goes */
    public RightsRequest with(Decision decided, LocalDate forgetting) {
        return but(reference, wish, subjects, consultations, extension, takeover, decided, forgetting, forgotten);
    }

    /** Without what ties it to a person: that there was such a request, and what became of it, stays. */
    public RightsRequest forget() {
        return but(
                null,
                null,
                List.of(),
                consultations.stream().map(Consultation::forgotten).toList(),
                extension == null ? null : new Extension(null, extension.person(), extension.at()),
                takeover,
                decision == null ? null : new Decision(decision.granted(), null, decision.person(), decision.at()),
                forgetOn,
                true);
    }

    /** As it stands after it was written. */
    public RightsRequest nextVersion() {
        return new RightsRequest(
                id,
                version + 1,
                received,
                kind,
                reference,
                wish,
                identity,
                subjects,
                identified,
                consultBy,
                consultations,
                extension,
                takeover,
                decision,
                forgetOn,
                forgotten);
    }

    private RightsRequest but(
            String aReference,
            String aWish,
            List<UUID> persons,
            List<Consultation> consulted,
            Extension anExtension,
            Takeover taken,
            Decision decided,
            LocalDate forgetting,
            boolean gone) {
        return new RightsRequest(
                id,
                version,
                received,
                kind,
                aReference,
                aWish,
                identity,
                persons,
                identified,
                consultBy,
                consulted,
                anExtension,
                taken,
                decided,
                forgetting,
                gone);
    }
}
