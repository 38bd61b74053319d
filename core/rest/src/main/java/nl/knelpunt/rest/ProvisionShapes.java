package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.rest.DatumShapes.DatumView;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of results that leave. Field names are those of the engine, since refusals name fields by them. */
final class ProvisionShapes {

    private ProvisionShapes() {}

    record RecipientBody(
            @Mandatory Recipient.Type type,

            @JsonPropertyDescription("id; only of a PARTICIPANT")
            String participant,

            @JsonPropertyDescription("of all others; feedback is found again by it")
            String name,

            @JsonPropertyDescription(
                    "whether a THIRD_PARTY is a private one, or a private participant of an OTHER_VERBAND receives it too;"
                            + " true when absent")
            Boolean privateParty,

            @JsonPropertyDescription("for what a THIRD_PARTY needs it")
            Recipient.Interest interest,

            @JsonPropertyDescription("only of an OTHER_VERBAND")
            Recipient.Verband verband,

            @JsonPropertyDescription("way of article 1.10 Bgs; only of an OTHER_VERBAND")
            Recipient.Mode mode) {

        static RecipientBody of(Recipient recipient) {
            if (recipient instanceof Recipient.OwnParticipant own) {
                return new RecipientBody(Recipient.Type.PARTICIPANT, own.participant(), null, null, null, null, null);
            }
            if (recipient instanceof Recipient.ThirdParty third) {
                return new RecipientBody(
                        Recipient.Type.THIRD_PARTY,
                        null,
                        third.name(),
                        third.isPrivate(),
                        third.interest(),
                        null,
                        null);
            }
            if (recipient instanceof Recipient.OtherVerband other) {
                return new RecipientBody(
                        Recipient.Type.OTHER_VERBAND,
                        null,
                        other.name(),
                        other.reachesPrivate(),
                        null,
                        other.verband(),
                        other.mode());
            }
            return new RecipientBody(Recipient.Type.OTHER_RIEC, null, recipient.name(), null, null, null, null);
        }

        Recipient engine() {
            FieldErrors errors = new FieldErrors();
            boolean ownParticipant = type == Recipient.Type.PARTICIPANT;
            needed(errors, "participant", ownParticipant, participant);
            needed(errors, "name", !ownParticipant, name);
            fits(
                    errors,
                    "privateParty",
                    type == Recipient.Type.THIRD_PARTY || type == Recipient.Type.OTHER_VERBAND,
                    privateParty);
            fits(errors, "interest", type == Recipient.Type.THIRD_PARTY, interest);
            fits(errors, "verband", type == Recipient.Type.OTHER_VERBAND, verband);
            fits(errors, "mode", type == Recipient.Type.OTHER_VERBAND, mode);
            errors.throwIfAny();
            return switch (type) {
                case PARTICIPANT -> new Recipient.OwnParticipant(participant);
                // Not said is the stricter of the two.
                case THIRD_PARTY -> new Recipient.ThirdParty(name, !Boolean.FALSE.equals(privateParty), interest);
                case OTHER_RIEC -> new Recipient.OtherRiec(name);
                case OTHER_VERBAND ->
                    new Recipient.OtherVerband(name, verband, mode, !Boolean.FALSE.equals(privateParty));
            };
        }

        private static void needed(FieldErrors errors, String field, boolean belongs, String value) {
            if (belongs && (value == null || value.isBlank())) {
                errors.add("recipient." + field, "Dit veld is nodig.", "This field is needed.");
            }
            fits(errors, field, belongs, value);
        }

        private static void fits(FieldErrors errors, String field, boolean belongs, Object value) {
            if (!belongs && value != null) {
                errors.add(
                        "recipient." + field,
                        "Dit hoort niet bij deze soort ontvanger.",
                        "This does not belong with this type of recipient.");
            }
        }
    }

    record NewProvision(
            @Mandatory RecipientBody recipient,
            @Mandatory Provision.Kind kind,

            @JsonPropertyDescription("what is provided; no personal data, which come from the data alone")
            String description,

            @JsonPropertyDescription("the result itself in words, as the recipient reads it; no personal data")
            String text,

            @JsonPropertyDescription("factual correctness and quality were tested")
            boolean qualityTested,

            @JsonPropertyDescription("on what information it rests")
            String informationBase,

            @JsonPropertyDescription("on which it may be provided")
            String legalBasis,

            @JsonPropertyDescription("why the recipient needs it")
            String necessity,

            @JsonPropertyDescription("the recipient's compatible task, interest or duty")
            String task,

            @JsonPropertyDescription("ids of the data of the knelpunt that it rests on; you must see each of them now")
            List<UUID> data) {

        static NewProvision of(Provision.Content content) {
            return new NewProvision(
                    RecipientBody.of(content.recipient()),
                    content.kind(),
                    content.description(),
                    content.text(),
                    content.qualityTested(),
                    content.informationBase(),
                    content.legalBasis(),
                    content.necessity(),
                    content.task(),
                    content.data());
        }

        Provision.Content engine() {
            return new Provision.Content(
                    recipient.engine(),
                    kind,
                    description,
                    text,
                    qualityTested,
                    informationBase,
                    legalBasis,
                    necessity,
                    task,
                    data);
        }
    }

    record NewAnswer(
            @Mandatory @JsonPropertyDescription("false is an objection")
            Boolean consents,

            @JsonPropertyDescription("of an objection, in a few words")
            String ground) {}

    record NewTest(
            @JsonPropertyDescription(
                    "id of an advice in the register on this provision or its kind; instead of the rest")
            UUID advice,

            @JsonPropertyDescription("of a new advice, as the committee numbers it")
            String reference,

            @JsonPropertyDescription("of a new advice: what was put before it; no personal data")
            String about,

            @JsonPropertyDescription("of a new advice") LocalDate date,

            @JsonPropertyDescription("of a new advice: whether it found the provision lawful")
            Boolean lawful) {

        Provisions.NewTest engine() {
            return new Provisions.NewTest(advice, reference, about, date, lawful);
        }
    }

    record NewWithdrawal(
            @Mandatory @JsonPropertyDescription("why it does not go; no personal data")
            String reason) {}

    record NewFeedback(
            @Mandatory Boolean followedUp,

            @Mandatory @JsonPropertyDescription("what came of it, or why nothing did; no personal data")
            String text,

            @JsonPropertyDescription("on which the recipient said so; today when absent. Needed of one without account")
            LocalDate date,

            @JsonPropertyDescription("reference of the recipient's letter or message; needed of one without account")
            String document) {

        Provisions.NewFeedback engine() {
            return new Provisions.NewFeedback(followedUp, text, date, document);
        }
    }

    /** What is absent does not matter. */
    record ProvisionSearch(
            @JsonPropertyDescription(
                    "name of the recipient, or id of the participant; its own for people of a participant")
            String recipient,

            Recipient.Type recipientType,
            Provision.Kind kind,
            ProvisionState state,
            UUID knelpunt,

            @JsonPropertyDescription("first day on which it left")
            LocalDate providedFrom,

            @JsonPropertyDescription("last day on which it left")
            LocalDate providedUntil,

            @JsonPropertyDescription("whether the feedback is overdue")
            Boolean overdue) {

        ProvisionFilter engine() {
            return new ProvisionFilter(
                    recipient == null ? null : new Recipient.OtherRiec(recipient).key(),
                    recipientType,
                    kind,
                    state,
                    knelpunt,
                    providedFrom,
                    providedUntil,
                    overdue);
        }
    }

    record ProvisionAnswerView(String participant, boolean consents, String ground, UUID person, Instant at) {}

    record ProvisionTestView(
            @JsonPropertyDescription("id of the advice in the register")
            UUID advice,

            boolean lawful,
            UUID person,
            Instant at) {}

    record FeedbackView(boolean followedUp, String text, LocalDate date, String document, UUID person, Instant at) {}

    record RoundView(
            @JsonPropertyDescription("ids of the participants")
            List<String> asked,

            @JsonPropertyDescription("of those, who did not answer")
            List<String> silent,

            @JsonPropertyDescription("last day for an answer")
            LocalDate until,

            UUID person,
            Instant at) {}

    record WithdrawalView(String reason, UUID person, Instant at) {}

    record RestrictionsConfirmed(UUID person, Instant at) {

        static RestrictionsConfirmed of(Provision.Confirmation confirmation) {
            return confirmation == null ? null : new RestrictionsConfirmed(confirmation.person(), confirmation.at());
        }
    }

    record ProvisionView(
            UUID id,
            UUID knelpunt,
            ProvisionState state,

            @JsonPropertyDescription("the state, as people call it")
            BilingualText stateLabel,

            long version,

            @JsonPropertyDescription("when it was prepared as it reads now")
            Instant prepared,

            RecipientBody recipient,
            Provision.Kind kind,
            String description,
            String text,
            boolean qualityTested,
            String informationBase,
            String legalBasis,
            String necessity,
            String task,

            @JsonPropertyDescription("that it rests on and that you may see now; never in a list")
            List<DatumView> data,

            @JsonPropertyDescription("ids of data that it rested on and that were destroyed since")
            List<UUID> destroyed,

            @JsonPropertyDescription("earliest last day of the data shown")
            LocalDate destroyBy,

            @JsonPropertyDescription("in which participants are asked for their answer")
            RoundView round,

            @JsonPropertyDescription("of participants, the last of each; why one objects is not shown to all")
            List<ProvisionAnswerView> answers,

            ProvisionTestView test,

            @JsonPropertyDescription("why the bureau gave it up")
            WithdrawalView withdrawal,

            Instant provided,

            @JsonPropertyDescription(
                    "who recorded that the recipient confirmed to keep to what suppliers restrict (H3), and when")
            RestrictionsConfirmed restrictionsConfirmed,

            @JsonPropertyDescription("last day on which the recipient owes feedback")
            LocalDate feedbackDue,

            FeedbackView feedback,

            @JsonPropertyDescription("of whoever hands it on")
            List<Obligation> obligations,

            @JsonPropertyDescription("to be handed to the recipient with the result")
            List<String> notices,

            String href) {

        static ProvisionView of(Provisions.ShownProvision shown, Locale language) {
            Provision provision = shown.provision();
            Provision.Content content = provision.content();
            Provision.Test test = provision.test();
            Provision.Feedback feedback = provision.feedback();
            Provision.Round round = provision.round();
            Provision.Withdrawal withdrawal = provision.withdrawal();
            return new ProvisionView(
                    provision.id(),
                    provision.knelpunt(),
                    provision.state(),
                    BilingualText.of(provision.state().label()),
                    provision.version(),
                    provision.prepared(),
                    RecipientBody.of(content.recipient()),
                    content.kind(),
                    content.description(),
                    content.text(),
                    content.qualityTested(),
                    content.informationBase(),
                    content.legalBasis(),
                    content.necessity(),
                    content.task(),
                    DatumView.all(shown.data(), language),
                    shown.destroyed(),
                    shown.destroyBy(),
                    round == null
                            ? null
                            : new RoundView(
                                    round.asked(), provision.unanswered(), round.until(), round.person(), round.at()),
                    provision.answers().stream()
                            .map(a -> new ProvisionAnswerView(
                                    a.participant(), a.consents(), a.ground(), a.person(), a.at()))
                            .toList(),
                    test == null ? null : new ProvisionTestView(test.advice(), test.lawful(), test.person(), test.at()),
                    withdrawal == null
                            ? null
                            : new WithdrawalView(withdrawal.reason(), withdrawal.person(), withdrawal.at()),
                    provision.provided(),
                    RestrictionsConfirmed.of(provision.restrictions()),
                    provision.feedbackDue(),
                    feedback == null
                            ? null
                            : new FeedbackView(
                                    feedback.followedUp(),
                                    feedback.text(),
                                    feedback.date(),
                                    feedback.document(),
                                    feedback.person(),
                                    feedback.at()),
                    shown.obligations().stream().sorted().toList(),
                    shown.notices().stream().map(n -> n.in(language)).toList(),
                    ProvisionResource.href(provision.id()));
        }

        @Override
        public String toString() {
            return "ProvisionView[" + id + "]";
        }
    }

    record ProvisionList(List<ProvisionView> items, Links links) {}
}
