package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.steering.Mandate;
import nl.knelpunt.engine.steering.Mandates;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import nl.knelpunt.engine.steering.OutsideDecisions;
import nl.knelpunt.engine.steering.Paper;
import nl.knelpunt.rest.KnelpuntShapes.MotionView.VoteView;
import nl.knelpunt.rest.Shapes.Links;
import nl.knelpunt.rest.TextShapes.ReadableView;

/** The JSON of the steering group. */
final class SteeringShapes {

    private SteeringShapes() {}

    // In

    record MeetingPlan(
            @Mandatory Meeting.Form form,

            @Mandatory @JsonPropertyDescription("when it begins; in writing: when the votes must be in")
            Instant starts,

            @JsonPropertyDescription("needed for a meeting") String place,

            @JsonPropertyDescription("account of the member that chairs")
            UUID chair) {

        static MeetingPlan of(Meeting.Plan plan) {
            return new MeetingPlan(plan.form(), plan.starts(), plan.place(), plan.chair());
        }

        Meeting.Plan engine() {
            return new Meeting.Plan(form, starts, place, chair);
        }
    }

    record NewItem(
            @Mandatory Meeting.ItemKind kind,

            @JsonPropertyDescription("what it is about; absent for other business")
            UUID knelpunt,

            @Mandatory String title,
            String explanation) {

        Meetings.NewItem engine() {
            return new Meetings.NewItem(kind, knelpunt, title, explanation);
        }
    }

    record AttendanceBody(
            @Mandatory String participant,
            @Mandatory Meeting.Presence presence,

            @JsonPropertyDescription("account of who is there; needed unless absent")
            UUID person) {

        Meeting.Attendance engine() {
            return new Meeting.Attendance(participant, presence, person, null);
        }
    }

    record ItemVote(
            @Mandatory Motion.Choice choice, @Mandatory String reason) {}

    record NewCancellation(@Mandatory String reason) {}

    record MinutesBody(@Mandatory String text) {}

    record MinutesFixing(
            @JsonPropertyDescription("id of the later meeting at which it was done; absent when the chair does it")
            UUID meeting) {}

    record NewMandate(
            @Mandatory @JsonPropertyDescription("id of the participant that gives it: your own")
            String participant,

            @Mandatory @JsonPropertyDescription("account of who may decide")
            UUID holder,

            @Mandatory @JsonPropertyDescription("by which it may decide")
            List<Act> acts,

            @Mandatory @JsonPropertyDescription("first day") LocalDate from,
            @Mandatory @JsonPropertyDescription("last day") LocalDate until,

            @Mandatory @JsonPropertyDescription("of the paper in which it was given")
            String reference) {

        Mandates.NewMandate engine() {
            return new Mandates.NewMandate(participant, holder, Set.copyOf(acts), from, until, reference);
        }
    }

    record OutsideVotes(
            @Mandatory Motion.Kind motion,

            @Mandatory @JsonPropertyDescription("id of the paper in which it is written")
            UUID paper,

            @Mandatory @JsonPropertyDescription("day of the decision")
            LocalDate decided,

            @Mandatory List<OutsideVote> votes) {

        List<OutsideDecisions.CastVote> engine() {
            return votes.stream()
                    .map(v -> new OutsideDecisions.CastVote(v.participant(), v.person(), v.choice(), v.reason()))
                    .toList();
        }
    }

    record OutsideVote(
            @Mandatory @JsonPropertyDescription("for which was voted")
            String participant,

            @Mandatory @JsonPropertyDescription("account of who voted")
            UUID person,

            @Mandatory Motion.Choice choice,
            @Mandatory String reason) {}

    // Out

    record MeetingView(
            UUID id,
            MeetingState state,
            String stateLabel,
            long version,
            Meeting.Form form,
            String formLabel,
            Instant starts,

            @JsonPropertyDescription("whether votes can be cast and concluded at it now; not in a list")
            Boolean begun,

            String place,
            UUID chair,
            List<ItemView> items,
            List<AttendanceView> attendance,
            MinutesView minutes,

            @JsonPropertyDescription("texts that refer to a datum or subject, as you may read them; not in a list")
            List<ReadableView> readable,

            String href) {

        static MeetingView of(Meetings.ShownMeeting shown, Locale language) {
            return of(shown.meeting(), shown.begun(), ReadableView.all(shown.readable(), language), language);
        }

        static MeetingView of(Meeting meeting, Locale language) {
            return of(meeting, null, null, language);
        }

        private static MeetingView of(Meeting meeting, Boolean begun, List<ReadableView> readable, Locale language) {
            Meeting.Plan plan = meeting.plan();
            return new MeetingView(
                    meeting.id(),
                    meeting.state(),
                    meeting.state().label().in(language),
                    meeting.version(),
                    plan.form(),
                    plan.form().label().in(language),
                    plan.starts(),
                    begun,
                    plan.place(),
                    plan.chair(),
                    meeting.items().stream()
                            .map(i -> ItemView.of(meeting, i, language))
                            .toList(),
                    meeting.attendance().stream()
                            .map(a -> AttendanceView.of(a, language))
                            .toList(),
                    MinutesView.of(meeting.minutes()),
                    readable,
                    SteeringResource.href(meeting.id()));
        }
    }

    record ItemView(
            UUID id,
            Meeting.ItemKind kind,
            String kindLabel,

            @JsonPropertyDescription("what it is about; absent for other business")
            UUID knelpunt,

            String title,
            String explanation,

            @JsonPropertyDescription("of an item that has its own votes; others stand with the knelpunt")
            List<VoteView> votes,

            @JsonPropertyDescription("where to vote on it") String votesHref,

            @JsonPropertyDescription("absent while it is open")
            ItemConclusion conclusion) {

        static ItemView of(Meeting meeting, Meeting.Item item, Locale language) {
            return new ItemView(
                    item.id(),
                    item.kind(),
                    item.kind().label().in(language),
                    item.knelpunt(),
                    item.title(),
                    item.explanation(),
                    item.votes().stream().map(VoteView::of).toList(),
                    item.kind().motion() == null
                            ? SteeringResource.href(meeting.id()) + "/items/" + item.id() + "/votes"
                            : KnelpuntResource.href(item.knelpunt()) + "/votes",
                    item.conclusion() == null ? null : ItemConclusion.of(item.conclusion(), language));
        }
    }

    record ItemConclusion(
            Meeting.Outcome outcome,
            String outcomeLabel,
            CountView count,

            @JsonPropertyDescription("why it was sent back") String reason,

            Instant at) {

        record CountView(
                @JsonPropertyDescription("participants that voted or were at the meeting")
                int represented,

                int inFavour,
                int against,
                int blank) {}

        static ItemConclusion of(Meeting.Conclusion conclusion, Locale language) {
            return new ItemConclusion(
                    conclusion.outcome(),
                    conclusion.outcome().label().in(language),
                    conclusion.count() == null
                            ? null
                            : new CountView(
                                    conclusion.count().represented(),
                                    conclusion.count().inFavour(),
                                    conclusion.count().against(),
                                    conclusion.count().blank()),
                    conclusion.reason(),
                    conclusion.at());
        }
    }

    record AttendanceView(
            String participant,
            Meeting.Presence presence,
            String presenceLabel,
            UUID person,

            @JsonPropertyDescription("under which the person is there; absent for its own appointed member")
            UUID mandate) {

        static AttendanceView of(Meeting.Attendance attendance, Locale language) {
            return new AttendanceView(
                    attendance.participant(),
                    attendance.presence(),
                    attendance.presence().label().in(language),
                    attendance.person(),
                    attendance.mandate());
        }
    }

    record MinutesView(
            String text,

            @JsonPropertyDescription("absent while they are a draft")
            FixingView fixed) {

        record FixingView(UUID person, Instant at, UUID meeting) {}

        static MinutesView of(Meeting.Minutes minutes) {
            Meeting.Fixing fixed = minutes.fixed();
            return minutes.text() == null
                    ? null
                    : new MinutesView(
                            minutes.text(),
                            fixed == null ? null : new FixingView(fixed.person(), fixed.at(), fixed.meeting()));
        }
    }

    record MeetingList(List<MeetingView> items, Links links) {}

    record MandateView(
            UUID id,
            long version,
            String participant,
            UUID holder,
            String holderName,
            List<Act> acts,
            LocalDate from,
            LocalDate until,
            String reference,

            @JsonPropertyDescription("whether it can be used today")
            boolean holds,

            UUID registeredBy,
            Instant registered,

            @JsonPropertyDescription("absent while it stands")
            Instant withdrawn) {

        static MandateView of(Mandates.ShownMandate shown) {
            Mandate mandate = shown.mandate();
            return new MandateView(
                    mandate.id(),
                    mandate.version(),
                    mandate.participant(),
                    mandate.holder(),
                    shown.holderName(),
                    mandate.acts().stream().sorted().toList(),
                    mandate.from(),
                    mandate.until(),
                    mandate.reference(),
                    shown.holds(),
                    mandate.registeredBy(),
                    mandate.registered(),
                    mandate.withdrawn() == null ? null : mandate.withdrawn().at());
        }
    }

    record GroupView(
            List<SeatView> seats,

            @JsonPropertyDescription("others of your participant to whom it may give a mandate; empty for the bureau")
            List<SomebodyView> own) {

        static GroupView of(Mandates.Group group) {
            return new GroupView(
                    group.seats().stream().map(SeatView::of).toList(),
                    group.own().stream().map(SomebodyView::of).toList());
        }
    }

    record SeatView(
            String participant,
            List<SomebodyView> members,

            @JsonPropertyDescription("that it gave and that hold today")
            List<MandateView> mandates) {

        static SeatView of(Mandates.Seat seat) {
            return new SeatView(
                    seat.participant(),
                    seat.members().stream().map(SomebodyView::of).toList(),
                    seat.mandates().stream().map(MandateView::of).toList());
        }
    }

    record SomebodyView(UUID account, String name) {

        static SomebodyView of(Mandates.Somebody somebody) {
            return new SomebodyView(somebody.account(), somebody.name());
        }
    }

    record MandateList(List<MandateView> items, Links links) {}

    record PaperView(
            UUID id,
            int size,

            @JsonPropertyDescription("SHA-256 of its bytes") String digest,

            UUID person,
            Instant added,

            @JsonPropertyDescription("last day on which its bytes are kept")
            LocalDate destroyBy,

            String href) {

        static PaperView of(Paper paper) {
            return new PaperView(
                    paper.id(),
                    paper.size(),
                    paper.digest(),
                    paper.person(),
                    paper.added(),
                    paper.destroyBy(),
                    KnelpuntResource.href(paper.knelpunt()) + "/papers/" + paper.id());
        }
    }

    record PaperList(List<PaperView> items, Links links) {}
}
