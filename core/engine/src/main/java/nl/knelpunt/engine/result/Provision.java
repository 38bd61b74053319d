package nl.knelpunt.engine.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.ProvisionState;

/**
 * A result of joint processing that leaves: to a participant, a third party, another RIEC or another samenwerkingsverband (Wgs
 * 1.7, 2.20).
 *
 * @param id UUIDv7
 * @param knelpunt the activity that it comes from
 * @param version counts changes, from 1
 * @param prepared when the bureau prepared it as it reads now
 * @param content what, to whom, on what ground
 * @param round in which participants are asked for their answer, null until they were asked
 * @param answers of participants to this content, the last of each counts
 * @param test by the RAC of this content, null until tested
 * @param withdrawal null unless the bureau gave it up
 * @param provided when it left, null until then
 * @param feedbackDue last day on which the recipient owes feedback (Wgs 1.7(4)), null until provided
 * @param feedback of the recipient, null until given
 * @param restrictions that the recipient confirmed to keep to what suppliers restrict (H3); null when nothing was restricted
 */
public record Provision(
        UUID id,
        UUID knelpunt,
        long version,
        Instant prepared,
        Content content,
        Round round,
        List<Answer> answers,
        Test test,
        Withdrawal withdrawal,
        Instant provided,
        LocalDate feedbackDue,
        Feedback feedback,
        Confirmation restrictions)
        implements Versioned {

    public Provision {
        answers = List.copyOf(answers);
    }

    public static Provision prepared(UUID id, UUID knelpunt, Instant at, Content content) {
        return new Provision(id, knelpunt, 1, at, content, null, List.of(), null, null, null, null, null, null);
    }

    public ProvisionState state() {
        if (feedback != null) {
            return ProvisionState.FED_BACK;
        }
        if (provided != null) {
            return ProvisionState.PROVIDED;
        }
        if (withdrawal != null) {
            return ProvisionState.WITHDRAWN;
        }
        if (content.recipient() instanceof Recipient.ThirdParty && isObjectedTo()) {
            return ProvisionState.STOPPED;
        }
        return round == null ? ProvisionState.PREPARED : ProvisionState.ASKED;
    }

    /** What the result is (Bgs 1.8). */
    public enum Kind {
        /** A first suspicion of unlawful activities, with what it rests on (Wgs 1.1). */
        STEERING_INFORMATION,
        INTERVENTION_ADVICE,
        OTHER
    }

    /**
     * @param recipient to whom
     * @param kind of result
     * @param description what is provided; no personal data, which come from {@code data} alone
     * @param text the result itself in words, as the recipient reads it; no personal data. Null when the data say it all
     * @param qualityTested factual correctness and quality were tested (Bgs 1.8)
     * @param informationBase on what information it rests (Bgs 1.8)
     * @param legalBasis on which it may be provided
     * @param necessity why the recipient needs it for its task
     * @param task the recipient's compatible task, interest or duty
     * @param data ids of the data that the result rests on
     */
    public record Content(
            Recipient recipient,
            Kind kind,
            String description,
            String text,
            boolean qualityTested,
            String informationBase,
            String legalBasis,
            String necessity,
            String task,
            List<UUID> data) {

        public Content {
            data = data == null ? List.of() : List.copyOf(data);
        }

        /** For who may see no data. */
        public Content withoutData() {
            return new Content(
                    recipient,
                    kind,
                    description,
                    text,
                    qualityTested,
                    informationBase,
                    legalBasis,
                    necessity,
                    task,
                    List.of());
        }
    }

    /**
     * Participants are asked whether they consent or object (Wgs 1.7(1)-(3)). Who is silent neither consents nor objects.
     *
     * @param asked ids of the participants
     * @param until last day for their answer
     */
    public record Round(List<String> asked, LocalDate until, UUID person, Instant at) {

        public Round {
            asked = List.copyOf(asked);
        }
    }

    /** The bureau gives it up before it went. */
    public record Withdrawal(String reason, UUID person, Instant at) {}

    /**
     * A participant consents or objects (Wgs 1.7(1)-(3)).
     *
     * @param participant for which was answered
     * @param ground of an objection, stored minimally; null with consent
     */
    public record Answer(String participant, boolean consents, String ground, UUID person, Instant at) {

        public Answer withoutGround() {
            return new Answer(participant, consents, null, person, at);
        }
    }

    /**
     * The RAC tested the provision for lawfulness (Wgs 1.7(2)).
     *
     * @param advice id of the advice in the register
     * @param lawful whether it found the provision lawful
     */
    public record Test(UUID advice, boolean lawful, UUID person, Instant at) {}

    /**
     * @param followedUp whether the recipient did something with it
     * @param text what came of it, or why nothing did; no personal data
     * @param date on which the recipient said so
     * @param document reference of the letter or message of a recipient without account; null when it said so itself
     */
    public record Feedback(boolean followedUp, String text, LocalDate date, String document, UUID person, Instant at) {}

    /** Who recorded that the recipient confirmed it, and when. */
    public record Confirmation(UUID person, Instant at) {}

    /** Null when this participant did not answer. */
    public Answer answerOf(String participant) {
        for (int i = answers.size() - 1; i >= 0; i--) {
            if (answers.get(i).participant().equals(participant)) {
                return answers.get(i);
            }
        }
        return null;
    }

    public boolean hasConsentOf(String participant) {
        Answer answer = answerOf(participant);
        return answer != null && answer.consents();
    }

    public boolean isObjectedTo() {
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).consents()) {
                return true;
            }
        }
        return false;
    }

    /** Whether participants were asked, and everybody answered or had the time to. */
    public boolean isRoundOverOn(LocalDate day) {
        return round != null && (day.isAfter(round.until()) || unanswered().isEmpty());
    }

    /** Those that were asked and did not answer. */
    public List<String> unanswered() {
        return round == null
                ? List.of()
                : round.asked().stream().filter(p -> answerOf(p) == null).toList();
    }

    public boolean isOverdueOn(LocalDate day) {
        return feedbackDue != null && feedback == null && day.isAfter(feedbackDue);
    }

    /** Whoever answered or tested did so of what it said before: with another content it begins anew. */
    public Provision with(Content changed, Instant at) {
        return changed.equals(content)
                ? this
                : new Provision(
                        id, knelpunt, version, at, changed, null, List.of(), null, null, null, null, null, null);
    }

    public Provision with(Round opened) {
        return but(opened, answers, test, withdrawal, provided, feedbackDue, feedback);
    }

    public Provision with(Answer answer) {
        List<Answer> all = new ArrayList<>(answers);
        all.removeIf(a -> a.participant().equals(answer.participant()));
        all.add(answer);
        return but(round, all, test, withdrawal, provided, feedbackDue, feedback);
    }

    public Provision with(Test tested) {
        return but(round, answers, tested, withdrawal, provided, feedbackDue, feedback);
    }

    public Provision with(Withdrawal given) {
        return but(round, answers, test, given, provided, feedbackDue, feedback);
    }

    public Provision with(Feedback given) {
        return but(round, answers, test, withdrawal, provided, feedbackDue, given);
    }

    /**
     * Feedback is due within a year (Wgs 1.7(4)).
     *
     * @param confirmed null when nothing is restricted
     */
    public Provision providedOn(Instant at, LocalDate day, Confirmation confirmed) {
        return new Provision(
                id,
                knelpunt,
                version,
                prepared,
                content,
                round,
                answers,
                test,
                withdrawal,
                at,
                day.plusYears(1),
                feedback,
                confirmed);
    }

    /** As somebody may see it. */
    public Provision shownWith(Content shown, List<Answer> shownAnswers) {
        return new Provision(
                id,
                knelpunt,
                version,
                prepared,
                shown,
                round,
                shownAnswers,
                test,
                withdrawal,
                provided,
                feedbackDue,
                feedback,
                restrictions);
    }

    private Provision but(
            Round aRound,
            List<Answer> all,
            Test aTest,
            Withdrawal aWithdrawal,
            Instant at,
            LocalDate due,
            Feedback given) {
        return new Provision(
                id,
                knelpunt,
                version,
                prepared,
                content,
                aRound,
                all,
                aTest,
                aWithdrawal,
                at,
                due,
                given,
                restrictions);
    }
}
