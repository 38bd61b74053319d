package nl.knelpunt.engine.steering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;

/**
 * A meeting of the steering group, or a round in writing, with its agenda, who represents whom, and its minutes.
 *
 * @param id UUIDv7
 * @param state see {@link nl.knelpunt.engine.lifecycle.Lifecycle}
 * @param version counts changes, from 1
 * @param created when it was planned
 * @param plan when, where, in which form
 * @param items on the agenda, in order
 * @param attendance one per participant
 * @param minutes never null
 */
public record Meeting(
        UUID id,
        MeetingState state,
        long version,
        Instant created,
        Plan plan,
        List<Item> items,
        List<Attendance> attendance,
        Minutes minutes)
        implements Versioned {

    public enum Form {
        MEETING("vergadering", "meeting"),
        WRITTEN("schriftelijke ronde", "round in writing");

        private final Text label;

        Form(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * @param form in a room or in writing
     * @param starts when it begins; in writing: when the votes must be in
     * @param place where, null in writing
     * @param chair account of the member that chairs, null while that is open
     */
    public record Plan(Form form, Instant starts, String place, UUID chair) {}

    /** What an item asks. Of those with a motion the votes stand with the knelpunt, of the others here. */
    public enum ItemKind {
        DESIGNATION("aanwijzing", "designation", Motion.Kind.DESIGNATE),
        PROLONGATION("verlenging", "prolongation", Motion.Kind.PROLONG),
        CLOSURE("afsluiting", "closure", Motion.Kind.CLOSE),
        PHASE("fase openen", "opening a phase", null),
        INVOLVEMENT("betrokken deelnemers", "participants involved", Motion.Kind.INVOLVE),
        OTHER("overig", "other business", null);

        private final Text label;
        private final Motion.Kind motion;

        ItemKind(String nl, String en, Motion.Kind motion) {
            this.label = new Text(nl, en);
            this.motion = motion;
        }

        public Text label() {
            return label;
        }

        /** Of the knelpunt; null when the item has its own. */
        public Motion.Kind motion() {
            return motion;
        }

        public static ItemKind of(Motion.Kind motion) {
            return switch (motion) {
                case DESIGNATE -> DESIGNATION;
                case PROLONG -> PROLONGATION;
                case CLOSE -> CLOSURE;
                case INVOLVE -> INVOLVEMENT;
            };
        }
    }

    /** What became of an item. */
    public enum Outcome {
        ADOPTED("aangenomen", "adopted"),
        REJECTED("verworpen", "rejected"),
        SENT_BACK("teruggestuurd", "sent back"),
        /** The meeting ended without a decision on it. */
        DEFERRED("aangehouden", "deferred");

        private final Text label;

        Outcome(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * @param id UUIDv7
     * @param kind what is asked
     * @param knelpunt that it is about; null only for other business
     * @param title a few words without personal data; null once the knelpunt was destroyed
     * @param explanation null when there is none
     * @param votes of an item that has its own
     * @param conclusion null while it is open
     */
    public record Item(
            UUID id,
            ItemKind kind,
            UUID knelpunt,
            String title,
            String explanation,
            List<Motion.Vote> votes,
            Conclusion conclusion) {

        public Item {
            votes = List.copyOf(votes);
        }

        public boolean isOpen() {
            return conclusion == null;
        }

        /** One vote per participant: the last one counts. */
        public Item with(Motion.Vote vote) {
            List<Motion.Vote> all = new ArrayList<>(votes);
            all.removeIf(v -> v.participant().equals(vote.participant()));
            all.add(vote);
            return new Item(id, kind, knelpunt, title, explanation, all, conclusion);
        }

        /** Who voted what, and what became of it: that stays of a knelpunt that was destroyed. */
        Item withoutTexts() {
            return new Item(
                    id,
                    kind,
                    knelpunt,
                    null,
                    null,
                    votes.stream().map(Motion.Vote::withoutReason).toList(),
                    conclusion == null
                            ? null
                            : new Conclusion(conclusion.outcome(), conclusion.count(), null, conclusion.at()));
        }

        /** Whether its texts are there, or were destroyed with its knelpunt. */
        boolean hasTexts() {
            return title != null;
        }

        public Item concluded(Conclusion how) {
            return new Item(id, kind, knelpunt, title, explanation, votes, how);
        }
    }

    /**
     * @param outcome what became of it
     * @param count of the votes, null when none was needed
     * @param reason for sending back, else null
     * @param at when
     */
    public record Conclusion(Outcome outcome, Count count, String reason, Instant at) {}

    public enum Presence {
        PRESENT("aanwezig", "present"),
        /** Somebody of another participant represents it, or takes part under a mandate. */
        REPRESENTED("vertegenwoordigd", "represented"),
        ABSENT("afwezig", "absent");

        private final Text label;

        Presence(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * @param participant for which
     * @param presence whether it is there
     * @param person account of who is there for it, null when absent
     * @param mandate under which, null when its own appointed member is there
     */
    public record Attendance(String participant, Presence presence, UUID person, UUID mandate) {}

    /**
     * @param text null as long as nobody wrote them
     * @param fixed null while they are a draft
     */
    public record Minutes(String text, Fixing fixed) {

        public static final Minutes NONE = new Minutes(null, null);
    }

    /**
     * @param person account of the member that fixed them
     * @param at when
     * @param meeting at which later meeting, null when the chair did it
     */
    public record Fixing(UUID person, Instant at, UUID meeting) {}

    public Meeting {
        items = List.copyOf(items);
        attendance = List.copyOf(attendance);
        minutes = minutes == null ? Minutes.NONE : minutes;
    }

    public static Meeting planned(UUID id, Instant at, Plan plan) {
        return new Meeting(id, MeetingState.PLANNED, 1, at, plan, List.of(), List.of(), Minutes.NONE);
    }

    /** A round in writing is under way from when it was planned. */
    public boolean hasBegunAt(Instant now) {
        return plan.form() == Form.WRITTEN || !now.isBefore(plan.starts());
    }

    public Optional<Item> item(UUID item) {
        return items.stream().filter(i -> i.id().equals(item)).findFirst();
    }

    /** How many of the region's participants are here, those that voted counted once with them. */
    public int represented(Region region, List<Motion.Vote> votes) {
        // Asked by the guard, so without an iterator.
        int represented = 0;
        for (int i = 0; i < votes.size(); i++) {
            if (isSeated(region, votes.get(i).participant())) {
                represented++;
            }
        }
        for (int i = 0; i < attendance.size(); i++) {
            Attendance there = attendance.get(i);
            if (there.presence() != Presence.ABSENT
                    && isSeated(region, there.participant())
                    && !hasVoted(votes, there.participant())) {
                represented++;
            }
        }
        return represented;
    }

    private static boolean isSeated(Region region, String id) {
        Participant participant = region.find(id);
        return participant != null && participant.isDesignated();
    }

    private static boolean hasVoted(List<Motion.Vote> votes, String participant) {
        for (int i = 0; i < votes.size(); i++) {
            if (votes.get(i).participant().equals(participant)) {
                return true;
            }
        }
        return false;
    }

    public Meeting in(MeetingState next) {
        return new Meeting(id, next, version, created, plan, items, attendance, minutes);
    }

    public Meeting with(Plan changed) {
        return new Meeting(id, state, version, created, changed, items, attendance, minutes);
    }

    public Meeting with(Item added) {
        List<Item> all = new ArrayList<>(items);
        all.add(added);
        return withItems(all);
    }

    public Meeting changing(Predicate<Item> which, UnaryOperator<Item> change) {
        return withItems(
                items.stream().map(i -> which.test(i) ? change.apply(i) : i).toList());
    }

    public Meeting without(UUID item) {
        return withItems(items.stream().filter(i -> !i.id().equals(item)).toList());
    }

    private Meeting withItems(List<Item> changed) {
        return new Meeting(id, state, version, created, plan, changed, attendance, minutes);
    }

    /** In the place of what was noted of the same participant. */
    public Meeting with(Attendance noted) {
        List<Attendance> all = new ArrayList<>(attendance);
        all.removeIf(a -> a.participant().equals(noted.participant()));
        all.add(noted);
        return new Meeting(id, state, version, created, plan, items, all, minutes);
    }

    public Meeting with(Minutes written) {
        return new Meeting(id, state, version, created, plan, items, attendance, written);
    }

    /**
     * Without what was said of a knelpunt that was destroyed. The minutes tell of every knelpunt on the agenda, so their text goes with
     * the last of them.
     */
    public Meeting withoutTextsOf(UUID knelpunt) {
        Meeting bare = changing(i -> knelpunt.equals(i.knelpunt()), Item::withoutTexts);
        return bare.items.stream().anyMatch(i -> i.knelpunt() != null && i.hasTexts())
                ? bare
                : bare.with(new Minutes(null, minutes.fixed()));
    }

    /** How many items about a knelpunt still have their texts. */
    public int itemsWithTextsOf(UUID knelpunt) {
        return (int) items.stream()
                .filter(i -> knelpunt.equals(i.knelpunt()) && i.hasTexts())
                .count();
    }
}
