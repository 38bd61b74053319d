package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.Count;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class MeetingUseCases implements Meetings {

    private static final int MOST_ITEMS = 200;

    private final Gate gate;

    @Activate
    public MeetingUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done plan(Call call, Meeting.Plan plan) {
        check(plan);
        return gate.change(
                call,
                Act.PLAN_MEETING,
                null,
                (t, facts) -> facts.asking(stating("place", plan.place())),
                (t, facts) -> {
                    checkChair(t, facts, plan);
                    Meeting meeting = Meeting.planned(Ids.next(), facts.now(), plan);
                    t.meetings().insert(meeting);
                    return new Done(meeting.id(), meeting.state().name(), meeting.version());
                });
    }

    @Override
    public Done change(Call call, UUID meeting, UnaryOperator<Meeting.Plan> change) {
        // Before the change is applied: what is wrong with it may not tell a stranger that the meeting exists.
        gate.admit(call, Act.CHANGE_MEETING, meeting, NOTHING);
        return gate.change(
                call,
                Act.CHANGE_MEETING,
                meeting,
                (t, facts) -> facts.papers().meeting() == null
                        ? facts
                        : facts.asking(stating(
                                "place",
                                change.apply(facts.papers().meeting().plan()).place())),
                (t, facts) -> {
                    Meeting before = facts.papers().meeting();
                    Meeting.Plan plan = change.apply(before.plan());
                    check(plan);
                    checkChair(t, facts, plan);
                    return update(t, before.with(plan));
                });
    }

    private static Asked.Stating stating(String field, String text) {
        Map<String, String> texts = new HashMap<>();
        texts.put(field, text);
        return new Asked.Stating(texts);
    }

    private static void check(Meeting.Plan plan) {
        Checks.required("form", plan.form());
        Checks.required("starts", plan.starts());
        Checks.moment("starts", plan.starts());
        Checks.line("place", plan.place());
        if (plan.form() == Meeting.Form.MEETING) {
            Checks.filled("place", plan.place());
        }
    }

    private static void checkChair(Transaction transaction, Facts facts, Meeting.Plan plan) {
        boolean can = plan.chair() == null
                || transaction
                        .accounts()
                        .find(plan.chair())
                        .filter(a -> Representation.of(
                                        transaction,
                                        facts.region(),
                                        a.participant(),
                                        a.id(),
                                        Act.FIX_MINUTES,
                                        facts.today())
                                .isEntitled())
                        .isPresent();
        if (!can) {
            throw new InvalidException(
                    "chair", new Text("Kies een lid van de stuurgroep.", "Choose a member of the steering group."));
        }
    }

    @Override
    public Done putOnAgenda(Call call, UUID meeting, NewItem item) {
        Checks.required("kind", item.kind());
        Checks.filled("title", item.title());
        Checks.line("title", item.title());
        Checks.text("explanation", item.explanation(), Checks.TEXT);
        if (item.kind() == Meeting.ItemKind.OTHER) {
            if (item.knelpunt() != null) {
                throw new InvalidException(
                        "knelpunt",
                        new Text("Dit hoort niet bij een overig punt.", "This does not belong with other business."));
            }
        } else {
            Checks.required("knelpunt", item.knelpunt());
        }
        UUID id = Ids.next();
        Map<String, String> texts = new HashMap<>();
        texts.put("title", item.title());
        texts.put("explanation", item.explanation());
        return gate.change(
                call,
                Act.PUT_ON_AGENDA,
                meeting,
                (t, facts) -> facts.asking(new Asked.OnAgenda(item.knelpunt(), texts)),
                (t, facts) -> {
                    Meeting before = facts.papers().meeting();
                    if (before.items().size() >= MOST_ITEMS) {
                        throw new InvalidException(
                                "kind",
                                new Text(
                                        "Er staan al " + MOST_ITEMS + " punten op deze agenda.",
                                        "There are " + MOST_ITEMS + " items on this agenda already."));
                    }
                    checkSubject(t, item);
                    Done done = update(
                            t,
                            before.with(new Meeting.Item(
                                    id,
                                    item.kind(),
                                    item.knelpunt(),
                                    item.title(),
                                    item.explanation(),
                                    List.of(),
                                    null)));
                    return new Done(id, done.state(), done.version());
                });
    }

    private static void checkSubject(Transaction transaction, NewItem item) {
        if (item.knelpunt() == null) {
            return;
        }
        Optional<Knelpunt> knelpunt = transaction.knelpunten().find(item.knelpunt());
        if (knelpunt.isEmpty()) {
            throw new InvalidException("knelpunt", new Text("Dit is er niet.", "There is no such one."));
        }
        KnelpuntState wanted =
                item.kind() == Meeting.ItemKind.DESIGNATION ? KnelpuntState.SUBMITTED : KnelpuntState.DESIGNATED;
        if (knelpunt.get().state() != wanted) {
            throw new InvalidException(
                    "knelpunt",
                    new Text(
                            "Dit kan op de agenda bij de status: "
                                    + wanted.label().nl() + ".",
                            "This can be put on the agenda in the state: "
                                    + wanted.label().en() + "."));
        }
        if (transaction.meetings().withOpenItem(item.knelpunt(), item.kind()).isPresent()) {
            throw new InvalidException(
                    "knelpunt",
                    new Text(
                            "Dit staat al op de agenda van een vergadering. Haal het daar eerst af.",
                            "This stands on the agenda of a meeting already. Take it off there first."));
        }
    }

    @Override
    public Done takeOffAgenda(Call call, UUID meeting, UUID item) {
        return gate.change(call, Act.TAKE_OFF_AGENDA, meeting, onItem(item, null), (t, facts) -> {
            Meeting.Item there = there(facts);
            if (!there.votes().isEmpty()) {
                throw new InvalidException(
                        "item",
                        new Text(
                                "Over dit punt is al gestemd. Sluit de vergadering om het aan te houden.",
                                "This item was voted on already. End the meeting to defer it."));
            }
            return update(t, facts.papers().meeting().without(there.id()));
        });
    }

    @Override
    public Done recordAttendance(Call call, UUID meeting, Meeting.Attendance attendance) {
        Checks.required("participant", attendance.participant());
        Checks.required("presence", attendance.presence());
        boolean absent = attendance.presence() == Meeting.Presence.ABSENT;
        if (!absent) {
            Checks.required("person", attendance.person());
        }
        return gate.change(call, Act.RECORD_ATTENDANCE, meeting, NOTHING, (t, facts) -> {
            Meeting before = facts.papers().meeting();
            Participant participant = facts.region().find(attendance.participant());
            if (participant == null || !participant.isDesignated()) {
                throw new InvalidException(
                        "participant",
                        new Text(
                                "Deze deelnemer heeft geen zetel in de stuurgroep.",
                                "This participant has no seat in the steering group."));
            }
            Representation representation = absent
                    ? new Representation(true, null)
                    : Representation.of(
                            t,
                            facts.region(),
                            participant.id(),
                            attendance.person(),
                            Act.VOTE_ITEM,
                            before.plan().starts().atZone(Facts.NETHERLANDS).toLocalDate());
            if (!representation.isEntitled()) {
                throw new InvalidException(
                        "person",
                        new Text(
                                "Deze persoon is geen lid voor deze deelnemer en heeft op die dag ook geen mandaat om te stemmen.",
                                "This person is no member for this participant, and has no mandate to vote on that day."));
            }
            return update(
                    t,
                    before.with(new Meeting.Attendance(
                            participant.id(),
                            attendance.presence(),
                            absent ? null : attendance.person(),
                            representation.mandate())));
        });
    }

    @Override
    public Done vote(Call call, UUID meeting, UUID item, Motion.Choice choice, String reason) {
        Checks.required("choice", choice);
        Checks.text("reason", reason, Checks.TEXT);
        return gate.change(call, Act.VOTE_ITEM, meeting, onItem(item, reason == null ? "" : reason), (t, facts) -> {
            Meeting.Item there = withVotesOfItsOwn(facts);
            Motion.Vote vote = new Motion.Vote(
                    facts.actor().participant().id(),
                    facts.actor().account().id(),
                    facts.actor().mandate(),
                    choice,
                    reason,
                    facts.now());
            return update(t, facts.papers().meeting().changing(i -> i.id().equals(there.id()), i -> i.with(vote)));
        });
    }

    @Override
    public Done conclude(Call call, UUID meeting, UUID item) {
        return gate.change(call, Act.CONCLUDE_ITEM, meeting, onItem(item, null), (t, facts) -> {
            Meeting.Item there = withVotesOfItsOwn(facts);
            Meeting before = facts.papers().meeting();
            List<Motion.Vote> counted = there.votes().stream()
                    .filter(v -> Motion.represented(facts.region(), List.of(v)) == 1)
                    .toList();
            Count count = Count.of(before.represented(facts.region(), counted), counted);
            Meeting.Outcome outcome =
                    count.isAdopted(facts.policy()) ? Meeting.Outcome.ADOPTED : Meeting.Outcome.REJECTED;
            return update(
                    t,
                    before.changing(
                            i -> i.id().equals(there.id()),
                            i -> i.concluded(new Meeting.Conclusion(outcome, count, null, facts.now()))));
        });
    }

    private static Gate.Asking onItem(UUID item, String reason) {
        return (t, facts) -> facts.asking(new Asked.OnItem(
                facts.papers().meeting() == null
                        ? null
                        : facts.papers().meeting().item(item).orElse(null),
                reason));
    }

    private static Meeting.Item there(Facts facts) {
        Meeting.Item item = ((Asked.OnItem) facts.asked()).item();
        if (item == null) {
            throw new InvalidException(
                    "item",
                    new Text("Dit punt staat niet op deze agenda.", "This item does not stand on this agenda."));
        }
        return item;
    }

    private static Meeting.Item withVotesOfItsOwn(Facts facts) {
        Meeting.Item item = there(facts);
        if (item.kind().motion() != null) {
            throw new InvalidException(
                    "item",
                    new Text(
                            "Over dit punt wordt bij het handhavingsknelpunt zelf gestemd en besloten.",
                            "On this item is voted and decided at the knelpunt itself."));
        }
        return item;
    }

    @Override
    public Done hold(Call call, UUID meeting) {
        return gate.change(
                call, Act.HOLD_MEETING, meeting, NOTHING, (t, facts) -> update(t, ended(facts, MeetingState.HELD)));
    }

    @Override
    public Done cancel(Call call, UUID meeting, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        return gate.change(
                call,
                Act.CANCEL_MEETING,
                meeting,
                (t, facts) -> facts.asking(stating("reason", reason)),
                (t, facts) -> update(t, ended(facts, MeetingState.CANCELLED).with(cancelled(facts, reason))));
    }

    /** What was written before stays before it. */
    private static Meeting.Minutes cancelled(Facts facts, String reason) {
        String before = facts.papers().meeting().minutes().text();
        return new Meeting.Minutes(before == null ? reason : before + "\n\n" + reason, null);
    }

    /** What is open may go on the agenda of another meeting. */
    private static Meeting ended(Facts facts, MeetingState state) {
        Meeting.Conclusion deferred = new Meeting.Conclusion(Meeting.Outcome.DEFERRED, null, null, facts.now());
        return facts.papers()
                .meeting()
                .changing(Meeting.Item::isOpen, i -> i.concluded(deferred))
                .in(state);
    }

    @Override
    public Done writeMinutes(Call call, UUID meeting, String text) {
        Checks.filled("text", text);
        Checks.text("text", text, Checks.TEXT);
        return gate.change(
                call,
                Act.WRITE_MINUTES,
                meeting,
                (t, facts) -> facts.asking(stating("text", text)),
                (t, facts) -> update(t, facts.papers().meeting().with(new Meeting.Minutes(text, null))));
    }

    @Override
    public Done fixMinutes(Call call, UUID meeting, UUID at) {
        return gate.change(call, Act.FIX_MINUTES, meeting, NOTHING, (t, facts) -> {
            Meeting before = facts.papers().meeting();
            if (before.minutes().text() == null) {
                throw new InvalidException(
                        "text",
                        new Text(
                                "Er zijn nog geen notulen. Vraag het bureau ze te schrijven.",
                                "There are no minutes yet. Ask the bureau to write them."));
            }
            UUID person = facts.actor().account().id();
            if (at == null) {
                if (!person.equals(before.plan().chair())) {
                    throw new InvalidException(
                            "meeting",
                            new Text(
                                    "Alleen de voorzitter stelt notulen vast buiten een vergadering. Noem de latere vergadering waarin dat is gebeurd.",
                                    "Only the chair fixes minutes outside a meeting. Name the later meeting at which it was done."));
                }
            } else {
                checkLater(t, before, at, facts.now());
            }
            return update(
                    t,
                    before.with(new Meeting.Minutes(
                                    before.minutes().text(), new Meeting.Fixing(person, facts.now(), at)))
                            .in(MeetingState.FIXED));
        });
    }

    private static void checkLater(Transaction transaction, Meeting before, UUID at, Instant now) {
        Instant starts = before.plan().starts();
        boolean later = transaction
                .meetings()
                .find(at)
                .filter(m -> m.plan().starts().isAfter(starts) && m.state() != MeetingState.CANCELLED)
                .filter(m -> !m.plan().starts().isAfter(now))
                .isPresent();
        if (!later) {
            throw new InvalidException(
                    "meeting",
                    new Text(
                            "Noem een vergadering die later is dan deze en die al is begonnen.",
                            "Name a meeting that is later than this one and that has begun."));
        }
    }

    @Override
    public ShownMeeting see(Call call, UUID meeting) {
        return gate.read(call, Act.SEE_MEETING, meeting, (t, facts, judge) -> {
            Meeting seen = facts.papers().meeting();
            return new ShownMeeting(
                    seen, seen.hasBegunAt(facts.now()), readable(seen).by(t, facts, judge));
        });
    }

    private static Readable readable(Meeting meeting) {
        Readable readable = new Readable()
                .with("place", meeting.plan().place())
                .with("minutes.text", meeting.minutes().text());
        for (int i = 0; i < meeting.items().size(); i++) {
            Meeting.Item item = meeting.items().get(i);
            String path = "items[" + i + "].";
            readable.with(path + "title", item.title()).with(path + "explanation", item.explanation());
            for (int j = 0; j < item.votes().size(); j++) {
                readable.with(
                        path + "votes[" + j + "].reason", item.votes().get(j).reason());
            }
        }
        return readable;
    }

    @Override
    public Page<Meeting> list(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_MEETINGS,
                null,
                (t, facts, judge) -> Pages.fill(after, limit, t.meetings()::list, Meeting::id, m -> {
                    Facts about =
                            facts.as(Act.SEE_MEETING).withPapers(facts.papers().with(m));
                    return judge.permits(about) ? Optional.of(m) : Optional.empty();
                }));
    }

    private static Done update(Transaction transaction, Meeting meeting) {
        transaction.meetings().update(meeting);
        return new Done(meeting.id(), meeting.state().name(), meeting.version() + 1);
    }
}
