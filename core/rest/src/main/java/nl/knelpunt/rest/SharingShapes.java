package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.lifecycle.CorrectionState;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.Receiver;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of requests for data, corrections, and who received what. */
final class SharingShapes {

    private SharingShapes() {}

    record NewDataRequest(
            @Mandatory @JsonPropertyDescription("participant that is asked")
            String holder,

            @Mandatory DataCategory category,

            @Mandatory @JsonPropertyDescription("whom or what the data are about, a subject of this knelpunt")
            UUID subject,

            @Mandatory @JsonPropertyDescription("1, 2 or 3; the phase must be open for you and for the holder")
            Integer phase,

            @Mandatory @JsonPropertyDescription("why this knelpunt needs the data")
            String necessity,

            @Mandatory @JsonPropertyDescription("last day on which they are useful, within the term")
            LocalDate until) {

        DataRequest.Wanted engine() {
            return new DataRequest.Wanted(holder, category, subject, phase, necessity, until);
        }

        @Override
        public String toString() {
            return "NewDataRequest";
        }
    }

    record EntryView(
            @JsonPropertyDescription("a question of the holder; else an answer")
            boolean byHolder,

            String text,
            UUID person,
            Instant at) {

        static EntryView of(DataRequest.Entry entry) {
            return new EntryView(entry.byHolder(), entry.text(), entry.person(), entry.at());
        }
    }

    record RefusalView(
            @JsonPropertyDescription("why; only the holder sees it")
            DataRequest.Ground ground,

            BilingualText groundLabel,
            Instant at) {

        static RefusalView of(DataRequest.Refusal refusal) {
            if (refusal == null) {
                return null;
            }
            DataRequest.Ground ground = refusal.ground();
            return new RefusalView(ground, ground == null ? null : BilingualText.of(ground.label()), refusal.at());
        }
    }

    record DataRequestView(
            UUID id,
            UUID knelpunt,
            DataRequestState state,
            BilingualText stateLabel,
            long version,

            @JsonPropertyDescription("participant that asks; absent for the bureau")
            String asker,

            UUID person,
            Instant made,
            String holder,
            DataCategory category,
            BilingualText categoryLabel,
            UUID subject,
            int phase,
            String necessity,
            LocalDate until,

            @JsonPropertyDescription("questions of the holder and the answers to them")
            List<EntryView> thread,

            @JsonPropertyDescription("ids of the data that were supplied; some may be destroyed since")
            List<UUID> data,

            @JsonPropertyDescription("the holder does not supply; absent otherwise")
            RefusalView refusal,

            @JsonPropertyDescription("when it was withdrawn or expired; absent otherwise")
            Instant ended,

            String href) {

        static DataRequestView of(DataRequest request) {
            DataRequest.Wanted wanted = request.wanted();
            return new DataRequestView(
                    request.id(),
                    request.knelpunt(),
                    request.state(),
                    BilingualText.of(request.state().label()),
                    request.version(),
                    participant(request.asker()),
                    request.person(),
                    request.made(),
                    wanted.holder(),
                    wanted.category(),
                    BilingualText.of(wanted.category().label()),
                    wanted.subject(),
                    wanted.phase(),
                    wanted.necessity(),
                    wanted.until(),
                    request.thread().stream().map(EntryView::of).toList(),
                    request.data(),
                    RefusalView.of(request.refusal()),
                    request.ended() == null ? null : request.ended().at(),
                    SharingResource.request(request.id()));
        }

        @Override
        public String toString() {
            return "DataRequestView[" + id + "]";
        }
    }

    /** Null for the bureau. */
    private static String participant(String id) {
        return id.equals(Receiver.BUREAU) ? null : id;
    }

    record DataRequestList(List<DataRequestView> items, Links links) {}

    record NewSupply(
            @Mandatory
            @JsonPropertyDescription("ids of data that you shared in the knelpunt and that answer the request")
            List<UUID> data) {}

    record NewRefusal(@Mandatory DataRequest.Ground ground) {}

    record NewQuestion(
            @Mandatory @JsonPropertyDescription("at most 2,000 characters")
            String question) {

        @Override
        public String toString() {
            return "NewQuestion";
        }
    }

    record NewReply(
            @Mandatory @JsonPropertyDescription("at most 2,000 characters")
            String answer) {

        @Override
        public String toString() {
            return "NewReply";
        }
    }

    record NewRejection(
            @Mandatory @JsonPropertyDescription("how you know that the datum is right")
            String reason) {}

    record NewCorrection(
            @JsonPropertyDescription("what the value should be; absent to propose that the datum is destroyed")
            String content,

            @Mandatory @JsonPropertyDescription("why, without the value")
            String reason) {

        @Override
        public String toString() {
            return "NewCorrection";
        }
    }

    record NewDecline(@Mandatory String reason) {}

    record CorrectionDecisionView(
            boolean accepted,
            @JsonPropertyDescription("why not") String reason,
            UUID person,
            Instant at) {

        static CorrectionDecisionView of(CorrectionProposal.Decision decision) {
            return decision == null
                    ? null
                    : new CorrectionDecisionView(
                            decision.accepted(), decision.reason(), decision.person(), decision.at());
        }
    }

    record CorrectionView(
            UUID id,
            UUID knelpunt,
            UUID datum,
            CorrectionState state,
            BilingualText stateLabel,
            long version,
            String proposer,
            UUID person,

            @JsonPropertyDescription("supplier of the datum, that decides")
            String owner,

            Instant made,

            @JsonPropertyDescription("it is proposed to destroy the datum")
            boolean destroy,

            @JsonPropertyDescription("the proposed value, for owner and proposer, until it is decided on")
            String content,

            @JsonPropertyDescription("for owner and proposer")
            String reason,

            CorrectionDecisionView decision,
            Instant withdrawn,
            String href) {

        static CorrectionView of(CorrectionProposal proposal) {
            return new CorrectionView(
                    proposal.id(),
                    proposal.knelpunt(),
                    proposal.datum(),
                    proposal.state(),
                    BilingualText.of(proposal.state().label()),
                    proposal.version(),
                    proposal.proposer(),
                    proposal.person(),
                    proposal.owner(),
                    proposal.made(),
                    proposal.destroy(),
                    proposal.content(),
                    proposal.reason(),
                    CorrectionDecisionView.of(proposal.decision()),
                    proposal.withdrawn(),
                    SharingResource.correction(proposal.id()));
        }

        @Override
        public String toString() {
            return "CorrectionView[" + id + "]";
        }
    }

    record CorrectionList(List<CorrectionView> items, Links links) {}

    record NoticeView(
            UUID id,
            CorrectionNotice.Kind kind,
            BilingualText kindLabel,

            @JsonPropertyDescription("which data, where you received them")
            List<PlaceOfDatum> data,

            @JsonPropertyDescription("only for the bureau: tell the recipient of this provision")
            UUID provision,

            Instant at,

            @JsonPropertyDescription("when somebody took note; absent until then")
            Instant acknowledged) {

        record PlaceOfDatum(
                @JsonPropertyDescription("a knelpunt, or a signal")
                UUID dossier,

                UUID datum) {}

        static NoticeView of(CorrectionNotice notice) {
            return new NoticeView(
                    notice.id(),
                    notice.kind(),
                    BilingualText.of(notice.kind().label()),
                    notice.data().stream()
                            .map(p -> new PlaceOfDatum(p.dossier(), p.datum()))
                            .toList(),
                    notice.provision(),
                    notice.at(),
                    notice.acknowledgement() == null
                            ? null
                            : notice.acknowledgement().at());
        }
    }

    record NoticeList(List<NoticeView> items, Links links) {}

    record ReceiverView(
            @JsonPropertyDescription("absent for the bureau")
            String participant,

            @JsonPropertyDescription("when it was first shown to somebody there")
            Instant first) {

        static ReceiverView of(Receiver receiver) {
            return new ReceiverView(SharingShapes.participant(receiver.participant()), receiver.first());
        }
    }

    record ReceiverList(List<ReceiverView> items) {}
}
