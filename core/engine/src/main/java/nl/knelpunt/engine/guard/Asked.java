package nl.knelpunt.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.steering.Meeting;

/** What an act asks beside what is known: the caller's own words, still to be judged. */
public sealed interface Asked {

    /** The participant on behalf of or towards which is acted, null for none. */
    default Participant towards() {
        return null;
    }

    /** Nothing beside the act itself. */
    record Nothing() implements Asked {}

    /** On behalf of or towards a participant; null when it is not in this region. */
    record Towards(Participant participant) implements Asked {

        @Override
        public Participant towards() {
            return participant;
        }
    }

    /** A draft by hand, on behalf of a participant; null when it is not in this region. */
    record Drafting(Participant participant, SignalContent content) implements Asked {

        @Override
        public Participant towards() {
            return participant;
        }
    }

    /** A draft as it is to become. */
    record Completing(SignalContent content) implements Asked {}

    /** A new subject that comes with a datum; null when the subject is known. */
    record About(Subject newSubject) implements Asked {}

    record Recognising(Recognition.OwnObservation observation) implements Asked {}

    /**
     * Help with recognising, as the participant can have it now.
     *
     * @param byPerson how often this person asked it today
     * @param byParticipant how often all of its participant did
     * @param offered whether the participant's module compares own subjects
     * @param listed whether the participant laid a list of them ready
     */
    record Helping(int byPerson, int byParticipant, boolean offered, boolean listed) implements Asked {}

    /** The question that a participant did not answer in time. */
    record Expiring(String participant) implements Asked {}

    /** How the reporter evaluates its signal from now on, and what may be done with it. */
    record Regrading(Grading grading) implements Asked {}

    record Weighing(Assessment.Factors factors) implements Asked {}

    /** A decision or vote with its reason. */
    record Deciding(String reason) implements Asked {}

    /** Votes that were cast outside the platform, and of each whether its person may decide for that participant. */
    record Entering(List<Motion.Vote> votes, List<Boolean> entitled) implements Asked {

        public Entering {
            votes = List.copyOf(votes);
            entitled = List.copyOf(entitled);
        }
    }

    /** An item of an agenda, null when there is no such one, with a vote's reason or null. */
    record OnItem(Meeting.Item item, String reason) implements Asked {}

    /**
     * Something is put on the agenda of a meeting.
     *
     * @param knelpunt that it is about, null for other business
     * @param texts by field
     */
    record OnAgenda(UUID knelpunt, Map<String, String> texts) implements Asked {}

    /** Texts that go with the act, each by the field as whoever says it calls it. */
    record Stating(Map<String, String> texts) implements Asked {}

    /** A mandate that a participant gives or withdraws; null when there is no such one. */
    record Mandating(Participant participant, String reference) implements Asked {

        @Override
        public Participant towards() {
            return participant;
        }
    }

    record Proposing(Proposal proposal) implements Asked {}

    /**
     * A change of who is involved.
     *
     * @param participant who joins, null when it is not in this region; null also of who leaves
     * @param joins whether somebody joins
     */
    record Involving(Participant participant, boolean joins, String task, String reason) implements Asked {}

    /**
     * Opening a phase.
     *
     * @param participants for whom; empty for everybody involved
     */
    record Opening(int phase, String necessity, Set<String> participants) implements Asked {

        public Opening {
            participants = Set.copyOf(participants);
        }

        /** For everybody involved. */
        public Opening(int phase, String necessity) {
            this(phase, necessity, Set.of());
        }
    }

    record Planning(ActionPlan plan) implements Asked {}

    /** An intervention by a participant; the type is null when no active plugin of that participant knows it. */
    record Intervening(Participant participant, Organ organ, InterventionType type, Plans.NewIntervention intervention)
            implements Asked {}

    /** Carrying out, and what came of it. */
    record CarryingOut(String report, String effect) implements Asked {}

    /**
     * A task for a party without data exchange.
     *
     * @param content null when only is asked whether one may
     * @param betraying fields in which stands what is a datum of the knelpunt
     */
    record Releasing(TaskSheet.Content content, List<String> betraying) implements Asked {

        public Releasing {
            betraying = List.copyOf(betraying);
        }
    }

    record Evaluating(String findings, Grounds renewedGrounds, Evaluation.Answers answers) implements Asked {}

    /** What is said before a closure. */
    record ReportingClosure(String summary, List<ClosingReport.Waived> waived, List<Lesson.Content> lessons)
            implements Asked {}

    record Preparing(Provision.Content content) implements Asked {}

    /**
     * A text that goes with the act: a ground, a motivation, a feedback.
     *
     * @param field as whoever says it calls it
     * @param text null when nothing is said
     */
    record Saying(String field, String text) implements Asked {}

    /** Seeing a BSN unmasked, and why that is necessary. */
    record Revealing(String necessity) implements Asked {}

    record Analysing(AnalysisMethod method) implements Asked {}

    /** An analysis as it is to become. */
    record Writing(Analysis.Sections sections) implements Asked {}

    /** A barrier model that is taken in. */
    record Taking(BarrierModel model) implements Asked {}

    /**
     * What is said of a datum: its supplier's weighty reason, or what is wrong with it.
     *
     * @param field as whoever says it calls it
     */
    record Marking(String field, String text) implements Asked {}

    /** Keeping data that would be destroyed; ground and reason may be missing. */
    record Holding(Marks.Hold.Ground ground, String reason) implements Asked {}

    /**
     * Taking a datum over from another dossier, where the actor may see it.
     *
     * @param from the knelpunt that it comes from
     * @param subject to whom the datum goes in this dossier, null when it is not known there
     * @param necessity why this dossier needs it
     */
    record Reusing(Knelpunt from, Subject subject, String necessity) implements Asked {}

    /** The decision on a request of a data subject. */
    record Answering(RightsRequest.Decision decision) implements Asked {}

    /**
     * A change of what the platform may process.
     *
     * @param deviation why it is done against or without the RAC's advice; null when it isn't
     * @param reportedTo to whom the deviation was reported: {@code RAC}, {@code COORDINATING_FG}
     */
    record Changing(String deviation, List<String> reportedTo) implements Asked {

        public Changing {
            reportedTo = List.copyOf(reportedTo);
        }
    }

    /**
     * Another generation of a plugin.
     *
     * @param wider whether something would be processed that is not processed now
     * @param deviation why it is done against or without the RAC's advice; null when it isn't
     * @param reportedTo to whom the deviation was reported: {@code RAC}, {@code COORDINATING_FG}
     */
    record Swapping(boolean wider, String deviation, List<String> reportedTo) implements Asked {

        public Swapping {
            reportedTo = List.copyOf(reportedTo);
        }
    }

    /** Reading the log; null when no purpose of Wgs 1.8(4) was given. */
    record ReadingLog(LogPurpose purpose, String reason) implements Asked {}
}
