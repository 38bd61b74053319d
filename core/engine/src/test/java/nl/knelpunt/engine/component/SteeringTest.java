package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.call;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.steering.Mandates;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The steering group meets, decides by quorum and majority, and everything says who decided for whom. */
class SteeringTest {

    private final House house = new House();

    private static String invalid(Executable act) {
        return assertThrows(InvalidException.class, act).field();
    }

    private static Call onBehalf(Participant participant, Account account) {
        return call(new Caller.Mandated(account.id(), participant.id()));
    }

    private UUID mandate(Account member, Account holder, Act... acts) {
        return house.mandates
                .register(
                        by(member),
                        new Mandates.NewMandate(
                                member.participant(),
                                holder.id(),
                                Set.of(acts),
                                World.TODAY,
                                World.TODAY.plusDays(30),
                                "M-2026-4"))
                .id();
    }

    private UUID onAgenda(UUID meeting, Meeting.ItemKind kind, UUID knelpunt) {
        return house.meetings
                .putOnAgenda(by(house.director), meeting, new Meetings.NewItem(kind, knelpunt, "haven", null))
                .id();
    }

    private Meeting see(UUID meeting) {
        return house.meetings.see(by(house.mayor), meeting).meeting();
    }

    private void steers(double quorum, double majority, int least, boolean consensus, boolean inMeetings) {
        Policy now = Policy.DEFAULT;
        house.store.decides(new Policy(
                2,
                quorum,
                majority,
                now.draftDays(),
                now.recognitions(),
                now.fiod(),
                null,
                Set.of(),
                now.periods(),
                now.limits(),
                new Policy.Steering(least, consensus, inMeetings),
                Policy.Help.OFF));
    }

    // Mandates

    @Test
    void whoHoldsAMandateVotesForThatParticipantAndTheVoteSaysSo() {
        UUID knelpunt = house.submitted();
        UUID mandate = mandate(house.policeMember, house.mayor, Act.VOTE_DESIGNATION);
        house.knelpunten.vote(
                onBehalf(House.POLICE, house.mayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "afgesproken");
        house.knelpunten.vote(by(house.mayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, "te vroeg");
        List<Motion.Vote> votes =
                house.store.knelpunt(knelpunt).motions().get(0).votes();
        assertEquals(
                List.of(House.POLICE.id(), House.MUNICIPALITY.id()),
                votes.stream().map(Motion.Vote::participant).toList());
        assertEquals(mandate, votes.get(0).mandate());
        assertNull(votes.get(1).mandate());
        assertEquals(house.mayor.id(), votes.get(0).person());
        assertEquals(
                House.POLICE.id(),
                house.store.log().stream()
                        .filter(r -> r.act().equals(Act.VOTE_DESIGNATION.name()))
                        .findFirst()
                        .orElseThrow()
                        .participant(),
                "the log says for whom");
    }

    @Test
    void aWorkerWithAMandateCanReadAndVoteWithoutBeingAMember() {
        UUID knelpunt = house.submitted();
        Call call = onBehalf(House.POLICE, house.officer);
        assertEquals(List.of("G41"), refused(() -> house.knelpunten.see(call, knelpunt)));
        mandate(house.policeMember, house.officer, Act.VOTE_DESIGNATION);
        house.knelpunten.see(call, knelpunt);
        house.knelpunten.vote(call, knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        assertEquals(
                List.of("G20"),
                refused(() -> house.knelpunten.vote(
                        by(house.officer), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig")),
                "without saying for whom there is no mandate");
    }

    private List<UUID> listed(Call call) {
        return house.knelpunten.list(call, Activity.KNELPUNT, null, 50).items().stream()
                .map(k -> k.knelpunt().id())
                .toList();
    }

    /** LAW 1.8(5): for each case what it needs; a mandate to weigh or to answer is about signals and results. */
    @Test
    void aMandateThatDecidesOnNoKnelpuntShowsNone() {
        UUID knelpunt = house.submitted();
        UUID meeting = house.meeting();
        Call instead = onBehalf(House.POLICE, house.neighboursWorker);
        for (Act act : List.of(Act.DECIDE_ASSESSMENT, Act.ANSWER_PROVISION)) {
            mandate(house.policeMember, house.neighboursWorker, act);
        }
        for (Executable reading : List.<Executable>of(
                () -> listed(instead),
                () -> house.knelpunten.see(instead, knelpunt),
                () -> house.documents.preview(instead, knelpunt, Document.Kind.DESIGNATION, Document.Format.HTML),
                () -> house.meetings.list(instead, null, 10),
                () -> house.meetings.see(instead, meeting))) {
            assertEquals(List.of("G41"), refused(reading));
        }
    }

    @Test
    void underAMandateAKnelpuntIsReadWhileItsHolderCanDecideOnIt() {
        UUID submitted = house.submitted();
        UUID designated = house.designated();
        Call instead = onBehalf(House.POLICE, house.neighboursWorker);
        mandate(house.policeMember, house.neighboursWorker, Act.VOTE_DESIGNATION);
        assertEquals(List.of(submitted), listed(instead));
        assertEquals(List.of("G24"), refused(() -> house.knelpunten.see(instead, designated)));
        house.votes(submitted, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.designate(by(house.mayor), submitted);
        assertEquals(List.of(), listed(instead), "it was decided on");
        mandate(house.policeMember, house.neighboursWorker, Act.VOTE_CLOSURE);
        assertEquals(Set.of(submitted, designated), Set.copyOf(listed(instead)), "another mandate, other work");
    }

    /** Wgs 2.23(6): a phase is opened by those involved. */
    @Test
    void underAMandateToOpenPhasesOnlyTheDossiersOfThatParticipantAreRead() {
        UUID involved = house.designated();
        mandate(house.policeMember, house.mayorsWorker, Act.OPEN_PHASE);
        assertEquals(List.of(involved), listed(onBehalf(House.POLICE, house.mayorsWorker)));
        mandate(house.neighbouringMayor, house.mayorsWorker, Act.OPEN_PHASE);
        assertEquals(List.of(), listed(onBehalf(House.NEIGHBOUR, house.mayorsWorker)));
    }

    /** A mandate to weigh is no window on all that a participant knows. */
    @Test
    void whoWeighsByAMandateSeesASignalWhileItIsWeighedOnly() {
        mandate(house.policeMember, house.neighboursWorker, Act.DECIDE_ASSESSMENT);
        Call instead = onBehalf(House.POLICE, house.neighboursWorker);
        UUID signal = house.recognised();
        for (UUID other : List.of(house.reported(), house.asked(), signal)) {
            assertEquals(List.of("G41"), refused(() -> house.signals.see(instead, other)));
        }
        house.signals.prepareAssessment(by(house.director), signal, World.FACTORS);
        assertFalse(house.signals.see(instead, signal).data().isEmpty());
        house.signals.decideAssessment(instead, signal, true, null, "past bij het doel");
        house.signals.decideAssessment(by(house.mayor), signal, true, null, "past bij het doel");
        assertEquals(List.of("G41"), refused(() -> house.signals.see(instead, signal)));
    }

    @Test
    void aMandateCoversItsActsForItsDaysOnlyAndNeverTheBureau() {
        UUID knelpunt = house.submitted();
        UUID mandate = mandate(house.policeMember, house.mayor, Act.VOTE_CLOSURE);
        Call call = onBehalf(House.POLICE, house.mayor);
        Executable vote =
                () -> house.knelpunten.vote(call, knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        assertEquals(List.of("G41"), refused(vote), "another act");
        mandate(house.policeMember, house.mayor, Act.VOTE_DESIGNATION);
        house.passes(Duration.ofDays(31));
        assertEquals(List.of("G41"), refused(vote), "it ended");
        house.passes(Duration.ofDays(-40));
        assertEquals(List.of("G41"), refused(vote), "it had not begun");
        house.passes(Duration.ofDays(9));
        house.mandates.withdraw(by(house.policeMember), mandate);
        house.mandates.list(by(house.mayor), null, 10).items().forEach(m -> {
            if (m.mandate().withdrawn() == null) {
                house.mandates.withdraw(by(house.policeMember), m.mandate().id());
            }
        });
        assertEquals(List.of("G41"), refused(vote), "it was withdrawn");
        assertEquals("holder", invalid(() -> mandate(house.policeMember, house.director, Act.VOTE_DESIGNATION)));
    }

    @Test
    void aMandateIsGivenAndWithdrawnByTheParticipantItself() {
        UUID mandate = mandate(house.policeMember, house.mayor, Act.VOTE_CLOSURE);
        Mandates.NewMandate ofOthers = new Mandates.NewMandate(
                House.POLICE.id(),
                house.mayor.id(),
                Set.of(Act.VOTE_CLOSURE),
                World.TODAY,
                World.TODAY.plusDays(1),
                "x");
        assertEquals(List.of("G41"), refused(() -> house.mandates.register(by(house.mayor), ofOthers)));
        assertEquals(List.of("G41"), refused(() -> house.mandates.withdraw(by(house.mayor), mandate)));
        assertEquals(
                List.of("G41"),
                refused(() -> house.mandates.withdraw(by(house.policeMember), UUID.randomUUID())),
                "what is not there answers the same");
        assertEquals(List.of("G41"), refused(() -> house.mandates.register(by(house.director), ofOthers)));
    }

    @Test
    void whatAMandateSaysIsLookedAt() {
        Executable noActs = () -> mandate(house.policeMember, house.mayor);
        Executable sharing = () -> mandate(house.policeMember, house.mayor, Act.SHARE_DATUM);
        assertEquals("acts", invalid(noActs));
        assertEquals("acts", invalid(sharing));
        assertEquals(
                "until",
                invalid(() -> house.mandates.register(
                        by(house.policeMember),
                        new Mandates.NewMandate(
                                House.POLICE.id(),
                                house.mayor.id(),
                                Set.of(Act.VOTE_CLOSURE),
                                World.TODAY,
                                World.TODAY.minusDays(1),
                                "x"))));
    }

    @Test
    void anAssessmentUnderAMandateSaysSoToo() {
        UUID signal = house.weighed();
        UUID mandate = mandate(house.policeMember, house.mayor, Act.DECIDE_ASSESSMENT);
        house.signals.decideAssessment(onBehalf(House.POLICE, house.mayor), signal, true, "past");
        assertEquals(
                mandate.toString(),
                house.store
                        .signal(signal)
                        .orElseThrow()
                        .assessment()
                        .decisions()
                        .get(0)
                        .mandate());
    }

    @Test
    void aPhaseUnderAMandateSaysSoToo() {
        UUID knelpunt = house.designated();
        UUID mandate = mandate(house.policeMember, house.neighbouringMayor, Act.OPEN_PHASE);
        house.knelpunten.openPhase(onBehalf(House.POLICE, house.neighbouringMayor), knelpunt, 2, "nodig");
        assertEquals(mandate, house.store.knelpunt(knelpunt).phases().get(1).mandate());
        assertEquals(
                House.POLICE.id(),
                house.store.knelpunt(knelpunt).phases().get(1).participant());
    }

    @Test
    void whoDecidesForWhomTodayIsSeenInOnePlace() {
        UUID mandate = mandate(house.policeMember, house.officer, Act.VOTE_CLOSURE);
        Mandates.Group group = house.mandates.group(by(house.policeMember));
        Mandates.Seat police = group.seats().stream()
                .filter(s -> s.participant().equals(House.POLICE.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(3, group.seats().size(), "a party without exchange has no seat");
        assertEquals(
                List.of(house.policeMember.id()),
                police.members().stream().map(Mandates.Somebody::account).toList());
        assertEquals(mandate, police.mandates().get(0).mandate().id());
        assertTrue(group.own().stream().anyMatch(s -> s.account().equals(house.officer.id())));
        house.passes(Duration.ofDays(40));
        assertEquals(
                List.of(),
                house.mandates.group(by(house.director)).seats().stream()
                        .flatMap(s -> s.mandates().stream())
                        .toList());
        assertEquals(List.of("G41"), refused(() -> house.mandates.group(by(house.officer))));
    }

    // Meetings

    @Test
    void aDecisionIsNotedAtTheMeetingOnWhoseAgendaItStands() {
        UUID knelpunt = house.submitted();
        UUID meeting = house.meeting();
        onAgenda(meeting, Meeting.ItemKind.DESIGNATION, knelpunt);
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.ABSTAIN);
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.knelpunten.designate(by(house.policeMember), knelpunt)),
                "members vote while they read for it, but it is decided at the meeting");
        house.meetingBegins(meeting);
        house.knelpunten.designate(by(house.policeMember), knelpunt);
        Meeting.Conclusion conclusion = see(meeting).items().get(0).conclusion();
        assertEquals(Meeting.Outcome.ADOPTED, conclusion.outcome());
        assertEquals(2, conclusion.count().represented());
        assertEquals(1, conclusion.count().blank());
        Motion motion = house.store.knelpunt(knelpunt).motions().get(0);
        assertEquals(meeting, motion.conclusion().meeting());
        assertEquals(house.policeMember.id(), motion.conclusion().person());
    }

    @Test
    void whatIsSentBackIsNotedWithItsReason() {
        UUID knelpunt = house.submitted();
        UUID meeting = house.meeting();
        onAgenda(meeting, Meeting.ItemKind.DESIGNATION, knelpunt);
        house.meetingBegins(meeting);
        house.knelpunten.sendBack(by(house.mayor), knelpunt, "eerst de afbakening");
        Meeting.Conclusion conclusion = see(meeting).items().get(0).conclusion();
        assertEquals(Meeting.Outcome.SENT_BACK, conclusion.outcome());
        assertEquals("eerst de afbakening", conclusion.reason());
    }

    @Test
    void whoIsAtTheMeetingMakesTheQuorumWithoutVoting() {
        UUID knelpunt = house.submitted();
        UUID meeting = house.meeting();
        onAgenda(meeting, Meeting.ItemKind.DESIGNATION, knelpunt);
        house.knelpunten.vote(by(house.mayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        house.meetingBegins(meeting);
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.designate(by(house.mayor), knelpunt)));
        house.meetings.recordAttendance(
                by(house.director),
                meeting,
                new Meeting.Attendance(
                        House.NEIGHBOUR.id(), Meeting.Presence.PRESENT, house.neighbouringMayor.id(), null));
        house.knelpunten.designate(by(house.mayor), knelpunt);
        assertEquals(2, see(meeting).items().get(0).conclusion().count().represented());
    }

    @Test
    void aTieIsNoMajority() {
        UUID knelpunt = house.submitted();
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.AGAINST);
        house.knelpunten.designate(by(house.mayor), knelpunt);
        assertEquals(KnelpuntState.REJECTED, house.store.knelpunt(knelpunt).state());
    }

    @Test
    void byPolicyOneVoteAgainstIsEnough() {
        steers(0.5, 0.5, 0, true, false);
        UUID knelpunt = house.submitted();
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.vote(
                by(house.neighbouringMayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, "te groot");
        house.knelpunten.designate(by(house.mayor), knelpunt);
        assertEquals(KnelpuntState.REJECTED, house.store.knelpunt(knelpunt).state());
    }

    @Test
    void byPolicyTheMajorityIsQualified() {
        steers(0.5, 0.7, 0, false, false);
        UUID knelpunt = house.submitted();
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.knelpunten.vote(
                by(house.neighbouringMayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.AGAINST, "te groot");
        house.knelpunten.designate(by(house.mayor), knelpunt);
        assertEquals(KnelpuntState.REJECTED, house.store.knelpunt(knelpunt).state());
    }

    @Test
    void byPolicyTheQuorumIsANumber() {
        steers(0, 0.5, 3, false, false);
        UUID knelpunt = house.submitted();
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        assertEquals(List.of("G20"), refused(() -> house.knelpunten.designate(by(house.mayor), knelpunt)));
        house.knelpunten.vote(
                by(house.neighbouringMayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.ABSTAIN, "onbekend");
        house.knelpunten.designate(by(house.mayor), knelpunt);
        assertEquals(KnelpuntState.DESIGNATED, house.store.knelpunt(knelpunt).state());
    }

    @Test
    void byPolicyIsDecidedOnlyOnWhatStandsOnAnAgenda() {
        steers(0.5, 0.5, 0, false, true);
        UUID knelpunt = house.submitted();
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.knelpunten.vote(
                        by(house.mayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig")));
        UUID meeting = house.meeting();
        onAgenda(meeting, Meeting.ItemKind.DESIGNATION, knelpunt);
        house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
        house.meetingBegins(meeting);
        house.knelpunten.designate(by(house.mayor), knelpunt);
        assertEquals(KnelpuntState.DESIGNATED, house.store.knelpunt(knelpunt).state());
    }

    @Test
    void otherBusinessIsVotedOnAndConcludedAtTheMeeting() {
        UUID meeting = house.meeting();
        UUID item = house.otherItem(meeting);
        house.meetingBegins(meeting);
        house.meetings.vote(by(house.policeMember), meeting, item, Motion.Choice.FOR, "goed plan");
        assertEquals(List.of("G20"), refused(() -> house.meetings.conclude(by(house.mayor), meeting, item)));
        house.meetings.vote(by(house.mayor), meeting, item, Motion.Choice.FOR, "goed plan");
        assertEquals(
                List.of("G20"),
                refused(() -> house.meetings.vote(by(house.director), meeting, item, Motion.Choice.FOR, "goed plan")),
                "the bureau doesn't vote");
        house.meetings.conclude(by(house.mayor), meeting, item);
        assertEquals(
                Meeting.Outcome.ADOPTED,
                see(meeting).items().get(0).conclusion().outcome());
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.meetings.vote(by(house.mayor), meeting, item, Motion.Choice.AGAINST, "toch niet")));
        assertEquals(
                "item", invalid(() -> house.meetings.takeOffAgenda(by(house.director), meeting, UUID.randomUUID())));
    }

    /** Else it would be over before anybody came, and what was decided binds those who did not. */
    @Test
    void beforeAMeetingBeginsNothingIsVotedOnDecidedOrEndedThere() {
        UUID meeting = house.meeting();
        UUID item = house.otherItem(meeting);
        Executable vote = () -> house.meetings.vote(by(house.mayor), meeting, item, Motion.Choice.FOR, "goed plan");
        house.passes(Duration.ofDays(7).minusSeconds(1));
        assertFalse(house.meetings.see(by(house.mayor), meeting).begun());
        for (Executable early : List.<Executable>of(
                vote,
                () -> house.meetings.conclude(by(house.mayor), meeting, item),
                () -> house.meetings.hold(by(house.director), meeting))) {
            assertTrue(refused(early).contains(Finding.STATE));
        }
        house.passes(Duration.ofSeconds(1));
        assertTrue(house.meetings.see(by(house.mayor), meeting).begun());
        assertDoesNotThrow(vote);
    }

    @Test
    void aMeetingThatComesForwardCanBeginThen() {
        UUID meeting = house.meeting();
        house.meetings.change(
                by(house.director),
                meeting,
                plan -> new Meeting.Plan(plan.form(), house.now, plan.place(), plan.chair()));
        house.meetings.hold(by(house.director), meeting);
        assertEquals(MeetingState.HELD, see(meeting).state());
    }

    @Test
    void aRoundInWritingIsUnderWayUntilItsVotesMustBeIn() {
        UUID round = house.meetings
                .plan(
                        by(house.director),
                        new Meeting.Plan(Meeting.Form.WRITTEN, house.now.plus(Duration.ofDays(7)), null, null))
                .id();
        UUID item = house.otherItem(round);
        house.meetings.vote(by(house.policeMember), round, item, Motion.Choice.FOR, "goed plan");
        house.meetings.vote(by(house.mayor), round, item, Motion.Choice.FOR, "goed plan");
        house.meetings.conclude(by(house.mayor), round, item);
        assertEquals(
                Meeting.Outcome.ADOPTED, see(round).items().get(0).conclusion().outcome());
    }

    @Test
    void onADesignationIsVotedAtTheKnelpuntItself() {
        UUID meeting = house.meeting();
        UUID item = onAgenda(meeting, Meeting.ItemKind.DESIGNATION, house.submitted());
        house.meetingBegins(meeting);
        assertEquals(
                "item", invalid(() -> house.meetings.vote(by(house.mayor), meeting, item, Motion.Choice.FOR, "nodig")));
    }

    @Test
    void somethingStandsOnOneAgendaAtATimeAndInItsState() {
        UUID knelpunt = house.submitted();
        UUID meeting = house.meeting();
        onAgenda(meeting, Meeting.ItemKind.DESIGNATION, knelpunt);
        assertEquals("knelpunt", invalid(() -> onAgenda(house.meeting(), Meeting.ItemKind.DESIGNATION, knelpunt)));
        assertEquals("knelpunt", invalid(() -> onAgenda(meeting, Meeting.ItemKind.CLOSURE, knelpunt)));
        assertEquals("knelpunt", invalid(() -> onAgenda(meeting, Meeting.ItemKind.CLOSURE, UUID.randomUUID())));
        assertEquals("knelpunt", invalid(() -> onAgenda(meeting, Meeting.ItemKind.CLOSURE, null)));
        house.meetingBegins(meeting);
        house.meetings.hold(by(house.director), meeting);
        assertEquals(
                Meeting.Outcome.DEFERRED,
                see(meeting).items().get(0).conclusion().outcome());
        onAgenda(house.meeting(), Meeting.ItemKind.DESIGNATION, knelpunt);
    }

    @Test
    void whoRepresentsAParticipantIsItsMemberOrHasItsMandate() {
        UUID meeting = house.meeting();
        Meeting.Attendance mayorForPolice =
                new Meeting.Attendance(House.POLICE.id(), Meeting.Presence.REPRESENTED, house.mayor.id(), null);
        assertEquals(
                "person", invalid(() -> house.meetings.recordAttendance(by(house.director), meeting, mayorForPolice)));
        UUID mandate = mandate(house.policeMember, house.mayor, Act.VOTE_ITEM);
        house.meetings.recordAttendance(by(house.director), meeting, mayorForPolice);
        assertEquals(mandate, see(meeting).attendance().get(0).mandate());
        assertEquals(
                "participant",
                invalid(() -> house.meetings.recordAttendance(
                        by(house.director),
                        meeting,
                        new Meeting.Attendance(World.PARTY.id(), Meeting.Presence.ABSENT, null, null))));
    }

    @Test
    void minutesAreADraftUntilTheChairOrALaterMeetingFixesThem() {
        UUID meeting = house.meeting();
        house.meetingBegins(meeting);
        house.meetings.hold(by(house.director), meeting);
        assertEquals("text", invalid(() -> house.meetings.fixMinutes(by(house.mayor), meeting, null)));
        house.meetings.writeMinutes(by(house.director), meeting, "kort");
        house.meetings.writeMinutes(by(house.director), meeting, "besproken en besloten");
        assertEquals(List.of("G20"), refused(() -> house.meetings.fixMinutes(by(house.director), meeting, null)));
        assertEquals("meeting", invalid(() -> house.meetings.fixMinutes(by(house.policeMember), meeting, null)));
        assertEquals("meeting", invalid(() -> house.meetings.fixMinutes(by(house.policeMember), meeting, meeting)));
        house.passes(Duration.ofDays(14));
        UUID next = house.meeting();
        assertEquals(
                "meeting",
                invalid(() -> house.meetings.fixMinutes(by(house.policeMember), meeting, next)),
                "it has not begun");
        house.passes(Duration.ofDays(7));
        house.meetings.fixMinutes(by(house.policeMember), meeting, next);
        Meeting fixed = see(meeting);
        assertEquals(MeetingState.FIXED, fixed.state());
        assertEquals(next, fixed.minutes().fixed().meeting());
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> house.meetings.writeMinutes(by(house.director), meeting, "toch anders")));
    }

    @Test
    void theMeetingIsForTheGroupAndTheBureau() {
        UUID meeting = house.meeting();
        for (Account account : List.of(house.officer, house.analyst, house.racMember)) {
            assertEquals(List.of("G41"), refused(() -> house.meetings.see(by(account), meeting)));
            assertEquals(
                    List.of("G41"),
                    refused(() -> house.meetings.see(by(account), UUID.randomUUID())),
                    "as what is not there");
        }
        assertEquals(List.of("G41"), refused(() -> house.meetings.hold(by(house.mayor), meeting)));
        assertEquals(
                1, house.meetings.list(by(house.policeMember), null, 10).items().size());
        house.meetings.cancel(by(house.director), meeting, "sneeuw");
        assertTrue(see(meeting).state() == MeetingState.CANCELLED);
    }

    @Test
    void aMeetingHasAPlaceAndAMemberInTheChair() {
        Meeting.Plan noPlace = new Meeting.Plan(Meeting.Form.MEETING, house.now, " ", null);
        Meeting.Plan bureauChairs = new Meeting.Plan(Meeting.Form.WRITTEN, house.now, null, house.director.id());
        assertEquals("place", invalid(() -> house.meetings.plan(by(house.director), noPlace)));
        assertEquals("chair", invalid(() -> house.meetings.plan(by(house.director), bureauChairs)));
    }

    @Test
    void whatWasWrittenOfAMeetingStaysWhenItIsCancelled() {
        UUID meeting = house.meeting();
        house.meetings.writeMinutes(by(house.director), meeting, "ter voorbereiding gesproken");
        house.meetings.cancel(by(house.director), meeting, "sneeuw");
        assertEquals(
                "ter voorbereiding gesproken\n\nsneeuw", see(meeting).minutes().text());
    }

    // Tasks

    private List<String> tasks(Account account) {
        return house.tasks.list(by(account), null, 50).tasks().stream()
                .map(w -> w.task().act() + " until " + w.task().due())
                .toList();
    }

    @Test
    void whatIsOnTheAgendaWaitsForAVoteUntilTheMeeting() {
        UUID knelpunt = house.submitted();
        assertTrue(tasks(house.mayor).contains("VOTE_DESIGNATION until null"));
        UUID meeting = house.meeting();
        String until = " until " + World.TODAY.plusDays(7);
        onAgenda(meeting, Meeting.ItemKind.DESIGNATION, knelpunt);
        UUID item = house.otherItem(meeting);
        assertTrue(tasks(house.mayor).containsAll(List.of("VOTE_DESIGNATION" + until, "VOTE_ITEM" + until)));
        house.meetingBegins(meeting);
        house.meetings.vote(by(house.mayor), meeting, item, Motion.Choice.FOR, "goed plan");
        house.knelpunten.vote(by(house.mayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        assertEquals(List.of(), tasks(house.mayor));
        assertTrue(tasks(house.policeMember).contains("VOTE_ITEM" + until), "others still have to");
    }

    @Test
    void whereThePolicyAsksForAnAgendaAVoteWaitsOnlyOnceItStandsThere() {
        steers(0.5, 0.5, 0, false, true);
        UUID knelpunt = house.submitted();
        onAgenda(house.meeting(), Meeting.ItemKind.DESIGNATION, knelpunt);
        assertTrue(tasks(house.mayor).contains("VOTE_DESIGNATION until " + World.TODAY.plusDays(7)));
    }

    @Test
    void minutesWaitForTheBureauAndThenForTheChair() {
        UUID meeting = house.meeting();
        house.meetingBegins(meeting);
        house.meetings.hold(by(house.director), meeting);
        String until = " until " + World.TODAY.plusDays(21);
        assertTrue(tasks(house.director).contains("WRITE_MINUTES" + until));
        assertFalse(tasks(house.mayor).contains("FIX_MINUTES" + until));
        house.meetings.writeMinutes(by(house.director), meeting, "besproken");
        assertTrue(tasks(house.mayor).contains("FIX_MINUTES" + until));
        assertFalse(tasks(house.policeMember).contains("FIX_MINUTES" + until));
        house.meetings.fixMinutes(by(house.mayor), meeting, null);
        assertFalse(tasks(house.mayor).contains("FIX_MINUTES" + until));
    }

    @Test
    void aMandateThatEndsWaitsForItsParticipant() {
        mandate(house.policeMember, house.mayor, Act.VOTE_CLOSURE);
        assertTrue(tasks(house.policeMember).contains("LIST_MANDATES until " + World.TODAY.plusDays(30)));
        assertEquals(List.of(), tasks(house.mayor));
    }
}
