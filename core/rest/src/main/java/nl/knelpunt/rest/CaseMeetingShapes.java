package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.CaseMeetingState;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;
import nl.knelpunt.rest.TextShapes.ReadableView;

/** The JSON of meetings of case consultations. */
final class CaseMeetingShapes {

    private CaseMeetingShapes() {}

    record CaseMeetingBody(
            @Mandatory LocalDate date,

            @Mandatory @JsonPropertyDescription("what is talked about, in order")
            List<String> agenda) {}

    record NewAgreementBody(
            @Mandatory @JsonPropertyDescription("that does it")
            String participant,

            @Mandatory @JsonPropertyDescription("names persons by reference only")
            String text,

            @Mandatory @JsonPropertyDescription("last day") LocalDate due) {}

    record MinutesBody(
            @Mandatory LocalDate date,

            @Mandatory @JsonPropertyDescription("participants that were there")
            List<String> present,

            List<NewAgreementBody> agreements) {

        CaseMeetings.Minutes engine() {
            return new CaseMeetings.Minutes(
                    date,
                    present,
                    agreements == null
                            ? List.of()
                            : agreements.stream()
                                    .map(a -> new CaseMeetings.NewAgreement(a.participant(), a.text(), a.due()))
                                    .toList());
        }
    }

    record SettlementBody(
            @Mandatory @JsonPropertyDescription("what came of it")
            String text) {}

    record NewTitle(
            @Mandatory @JsonPropertyDescription("of the proposal")
            String title) {}

    record AgreementView(UUID id, String participant, String text, LocalDate due, SettlementView done) {

        record SettlementView(String text, UUID person, Instant at) {}

        static AgreementView of(CaseMeeting.Agreement agreement) {
            CaseMeeting.Settlement done = agreement.done();
            return new AgreementView(
                    agreement.id(),
                    agreement.participant(),
                    agreement.text(),
                    agreement.due(),
                    done == null ? null : new SettlementView(done.text(), done.person(), done.at()));
        }
    }

    record CaseMeetingView(
            UUID id,
            UUID consultation,
            long version,
            CaseMeetingState state,
            BilingualText stateName,
            LocalDate date,
            List<String> agenda,
            List<String> present,
            List<AgreementView> agreements,

            @JsonPropertyDescription("why it was cancelled; absent of one that was not")
            String cancelled,

            @JsonPropertyDescription("what you may do with it now")
            Set<Act> next,

            @JsonPropertyDescription("texts that refer to a datum or subject, as you may read them")
            List<ReadableView> readable,

            String href) {

        static CaseMeetingView of(CaseMeetings.ShownMeeting shown, Locale language) {
            CaseMeeting meeting = shown.meeting();
            return new CaseMeetingView(
                    meeting.id(),
                    meeting.consultation(),
                    meeting.version(),
                    meeting.state(),
                    BilingualText.of(meeting.state().label()),
                    meeting.date(),
                    meeting.agenda(),
                    meeting.present(),
                    meeting.agreements().stream().map(AgreementView::of).toList(),
                    meeting.cancelled(),
                    shown.next(),
                    ReadableView.all(shown.readable(), language),
                    CaseMeetingResource.href(meeting.id()));
        }
    }

    record CaseMeetingList(List<CaseMeetingView> items, Links links) {}
}
