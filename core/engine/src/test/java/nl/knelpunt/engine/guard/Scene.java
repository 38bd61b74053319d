package nl.knelpunt.engine.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.dossier.WjsgArticle;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.engine.lifecycle.CaseMeetingState;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.lifecycle.InterventionState;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.steering.Meeting;

/**
 * An act in its circumstances. Each begins as an act that is permitted; a test says what is different, by the path of the value
 * in the facts.
 */
record Scene(Facts facts) {

    /** The person whom the signal is about. */
    static final Subject SUSPECT = World.person("Joris Kademan", World.SIGNAL);

    static final Subject IN_HIS_CIRCLE = World.inTheCircleOf(SUSPECT, "Femke Kademan", "beheert zijn loods");

    private static final Policy WITH_HELP = Policy.DEFAULT.with(Policy.Help.OFF.restingOn("RAC-2026-7"));

    private static final RuleSet RULES = RuleSet.of(World.TODAY, Policy.DEFAULT);
    private static final LocalDate DESIGNATED = LocalDate.of(2026, 1, 12);

    List<String> findings() {
        return Guard.decide(facts).refusals().stream()
                .map(f -> f.field() == null ? f.rule() : f.rule() + " " + f.field())
                .toList();
    }

    Set<String> rules() {
        return Guard.decide(facts).refusals().stream().map(Finding::rule).collect(Collectors.toSet());
    }

    // What may be different

    Scene with(String path, Object value) {
        return new Scene(Copy.with(facts, path, value));
    }

    Scene without(String path) {
        return with(path, null);
    }

    Scene under(Policy policy) {
        return with("rules", RuleSet.of(World.TODAY, policy));
    }

    Scene by(Actor actor) {
        return with("actor", actor);
    }

    Scene at(Instant now) {
        return with("now", now).with("today", now.atZone(Facts.NETHERLANDS).toLocalDate());
    }

    Scene on(LocalDate day) {
        return at(day.atTime(12, 0).atZone(Facts.NETHERLANDS).toInstant());
    }

    /** The plugin of a participant's kind is taken away. */
    Scene withoutModuleOf(Participant participant) {
        return with(
                "activeKinds",
                facts.activeKinds().stream()
                        .filter(k -> !k.equals(participant.kind()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Scene involving(Participant... involved) {
        return with(
                "knelpunt.proposal.involved",
                World.proposal(List.of(), List.of(involved)).involved());
    }

    Scene inState(SignalState state) {
        return with("signal.state", state);
    }

    Scene inState(KnelpuntState state) {
        return with("knelpunt.state", state);
    }

    /** What the act concerns does not exist. */
    Scene ofNothing() {
        return new Scene(facts.withSignal(null, Subjects.NONE)
                .withKnelpunt(null, Subjects.NONE)
                .withBundled(List.of()));
    }

    Scene withData(Datum... data) {
        return new Scene(facts.withData(List.of(data)));
    }

    Scene withPhases(int... opened) {
        List<PhaseDecision> phases = new ArrayList<>();
        for (int phase : opened) {
            phases.add(new PhaseDecision(phase, "nodig", World.POLICE.id(), World.id("member"), World.NOW));
        }
        return with("knelpunt.phases", phases);
    }

    /** Votes for, of so many participants, on the open motion. */
    Scene withVotesOf(Motion.Kind kind, int participants) {
        return with("knelpunt.motions", List.of(votes(kind, participants)));
    }

    // Signals

    static Signal signal(Participant reporter, Organ organ, SignalState state) {
        boolean reported = state != SignalState.DRAFT;
        List<Recognition> recognitions = new ArrayList<>();
        Participant other = reporter.equals(World.WIERINGERSLUIS) ? World.POLICE : World.WIERINGERSLUIS;
        if (state == SignalState.ASKED) {
            recognitions.add(Recognition.open(other.id(), World.NOW));
        } else if (state.compareTo(SignalState.ASKED) > 0) {
            recognitions.add(recognition(other));
        }
        SignalContent content = World.content(organ);
        return new Signal(
                World.SIGNAL,
                reporter.id(),
                state,
                1,
                World.NOW,
                reported ? World.NOW : null,
                content,
                recognitions,
                state.compareTo(SignalState.WEIGHED) >= 0
                        ? new Assessment(World.FACTORS, World.id("director"), World.NOW, List.of(), null, null)
                        : null);
    }

    static Recognition recognition(Participant by) {
        return new Recognition(
                by.id(),
                World.NOW,
                Recognition.Outcome.RECOGNISED,
                World.id("recogniser"),
                by.organs().iterator().next(),
                World.NOW,
                observation());
    }

    static Recognition.OwnObservation observation() {
        return new Recognition.OwnObservation(
                "dezelfde busjes",
                LocalDate.of(2026, 5, 1),
                new Place("loods 3", null, null, null, null, null),
                "openbare-orde",
                "Z-2026-114");
    }

    /** A datum in the signal, as its reporter stamps it. */
    static Datum signalDatum(Actor reporter, DataCategory category) {
        Organ organ = reporter.account().organ();
        return datum(
                SUSPECT,
                reporter.participant(),
                organ,
                category,
                0,
                World.content(organ).police());
    }

    private static Scene of(Act act, Actor actor) {
        return new Scene(Facts.of(act, actor, World.NOW, World.REGION, World.KINDS, RULES));
    }

    private Scene asking(Asked asked) {
        return new Scene(facts.asking(asked));
    }

    private Scene about(Signal signal) {
        return new Scene(facts.withSignal(signal, Subjects.of(List.of(SUSPECT, IN_HIS_CIRCLE))));
    }

    private static Scene onSignal(Act act, Actor actor, Participant reporter, SignalState state) {
        Organ organ = reporter.organs().stream().sorted().findFirst().orElse(Organ.POLITIE);
        return of(act, actor).about(signal(reporter, organ, state));
    }

    static Scene delivering(Actor actor) {
        return of(Act.DELIVER_MESSAGE, actor).asking(new Asked.Towards(actor.participant()));
    }

    static Scene drafting(Actor actor) {
        return of(Act.DRAFT_SIGNAL, actor).asking(new Asked.Drafting(actor.participant(), EMPTY_CONTENT));
    }

    /** A worker reports the complete signal of its own participant, with one datum. */
    static Scene reporting(Actor actor) {
        Organ organ = actor.account().organ();
        return of(Act.REPORT_SIGNAL, actor)
                .about(signal(actor.participant(), organ, SignalState.DRAFT))
                .withData(signalDatum(actor, DataCategory.IDENTIFICATION));
    }

    static Scene onOwnDraft(Act act, Actor actor) {
        return of(act, actor).about(signal(actor.participant(), actor.account().organ(), SignalState.DRAFT));
    }

    static Scene adding(Actor actor, DataCategory category) {
        return onOwnDraft(Act.ADD_DRAFT_DATUM, actor)
                .asking(new Asked.About(null))
                .withData(signalDatum(actor, category));
    }

    /** Somebody reads a signal of the police. */
    static Scene seeingSignal(Actor actor, SignalState state) {
        return onSignal(Act.SEE_SIGNAL, actor, World.POLICE, state);
    }

    /** A participant's system hears of a signal of the police. */
    static Scene hearingOf(Actor actor, SignalState state) {
        return onSignal(Act.HEAR_OF_SIGNAL, actor, World.POLICE, state);
    }

    static Scene askingRecognition(Actor actor, Participant towards) {
        return onSignal(Act.ASK_RECOGNITION, actor, World.POLICE, SignalState.REPORTED)
                .asking(new Asked.Towards(towards));
    }

    static Scene askingRecognitionOf(Participant reporter, Participant towards) {
        return onSignal(Act.ASK_RECOGNITION, World.CASE_DIRECTOR, reporter, SignalState.REPORTED)
                .asking(new Asked.Towards(towards));
    }

    /** Wieringersluis recognises a signal of the police. */
    static Scene recognising() {
        return onSignal(Act.ANSWER_RECOGNITION, World.MAYORS_WORKER, World.POLICE, SignalState.ASKED)
                .asking(new Asked.Recognising(observation()));
    }

    /** Wieringersluis asks help with a signal of the police, since the RAC advised on that. */
    static Scene helping() {
        return onSignal(Act.HELP_RECOGNITION, World.MAYORS_WORKER, World.POLICE, SignalState.ASKED)
                .asking(new Asked.Helping(0, 0, true, true))
                .under(WITH_HELP);
    }

    /** A member of the steering group takes the key of its participant. */
    static Scene takingKey(Participant participant) {
        return of(Act.TAKE_RECOGNITION_KEY, World.steeringMember(World.POLICE))
                .asking(new Asked.Towards(participant))
                .under(WITH_HELP);
    }

    static Scene notRecognising() {
        return recognising().asking(new Asked.Nothing());
    }

    /** Wieringersluis takes its recognition of a signal of the police back. */
    static Scene withdrawingRecognition() {
        return onSignal(Act.WITHDRAW_RECOGNITION, World.MAYORS_WORKER, World.POLICE, SignalState.RECOGNISED);
    }

    /** Wieringersluis was asked two months ago, and did not answer. */
    static Scene expiringRecognition() {
        Signal asked = signal(World.POLICE, Organ.POLITIE, SignalState.ASKED)
                .with(Recognition.open(World.WIERINGERSLUIS.id(), World.NOW.minus(Duration.ofDays(60))));
        return of(Act.EXPIRE_RECOGNITION, Actor.PLATFORM)
                .about(asked)
                .asking(new Asked.Expiring(World.WIERINGERSLUIS.id()));
    }

    /** A signal of the police that came in more than five years ago. */
    static Scene expiringSignal() {
        return onSignal(Act.EXPIRE_SIGNAL, Actor.PLATFORM, World.POLICE, SignalState.TAKEN_UP)
                .with("signal.received", World.NOW.minus(Duration.ofDays(6 * 365)));
    }

    static Scene grading() {
        return onSignal(Act.GRADE_SIGNAL, World.OFFICER, World.POLICE, SignalState.REPORTED)
                .asking(new Asked.Regrading(World.GRADING));
    }

    static Scene comparing() {
        return onSignal(Act.COMPARE_SIGNALS, World.OFFICER, World.POLICE, SignalState.REPORTED);
    }

    static Scene linking() {
        return onKnelpunt(Act.LINK_SIGNAL, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED);
    }

    static Scene withdrawing() {
        return onSignal(Act.WITHDRAW_SIGNAL, World.OFFICER, World.POLICE, SignalState.ASKED);
    }

    static Scene preparingAssessment() {
        return onSignal(Act.PREPARE_ASSESSMENT, World.CASE_DIRECTOR, World.POLICE, SignalState.RECOGNISED)
                .asking(new Asked.Weighing(World.FACTORS));
    }

    static Scene decidingAssessment(Actor actor) {
        return onSignal(Act.DECIDE_ASSESSMENT, actor, World.POLICE, SignalState.WEIGHED)
                .asking(new Asked.Deciding("de criteria zijn vervuld"));
    }

    // Knelpunten

    /** A knelpunt that involves every participant, designated four months ago. */
    static Knelpunt knelpunt(KnelpuntState state) {
        Knelpunt proposed = Knelpunt.proposed(
                World.KNELPUNT, World.NOW, World.proposal(List.of(World.SIGNAL), World.REGION.designated()));
        if (Set.of(KnelpuntState.PROPOSED, KnelpuntState.SUBMITTED, KnelpuntState.REJECTED)
                .contains(state)) {
            return proposed.in(state);
        }
        return proposed.in(state)
                .with(votes(Motion.Kind.DESIGNATE, 8).concludedAs(true, World.NOW, null))
                .with(Term.yearFrom(DESIGNATED))
                .with(new PhaseDecision(1, "nodig", World.POLICE.id(), World.id("member"), World.NOW))
                .with(new ActionPlan("de keten doorbreken", true, "signalen en analyse van 2 mei"));
    }

    private static Motion votes(Motion.Kind kind, int participants) {
        Motion motion = Motion.open(kind);
        for (Participant participant : World.REGION.designated().subList(0, participants)) {
            motion = motion.with(new Motion.Vote(
                    participant.id(), World.id(participant.id()), null, Motion.Choice.FOR, "eens", World.NOW));
        }
        return motion;
    }

    /** Who the knelpunt is about: came with its signal. */
    static final Subject KNOWN = World.person("Joris Kademan", World.KNELPUNT);

    static final Subject KNOWN_COMPANY =
            World.subject("Kademan Koelhuizen", World.KNELPUNT, SubjectKind.LEGAL_PERSON, null, null);
    static final Subject KNOWN_CIRCLE = World.inTheCircleOf(KNOWN, "Femke Kademan", "beheert zijn loods");
    static final Subject KNOWN_SHED = World.subject("loods 3", World.KNELPUNT, SubjectKind.OBJECT, null, null);

    private static Scene onKnelpunt(Act act, Actor actor, KnelpuntState state) {
        Scene scene = of(act, actor);
        return new Scene(scene.facts
                .withKnelpunt(knelpunt(state), Subjects.of(List.of(KNOWN, KNOWN_COMPANY, KNOWN_CIRCLE, KNOWN_SHED)))
                .withBundled(List.of(signal(World.POLICE, Organ.POLITIE, SignalState.TAKEN_UP))));
    }

    static Scene proposing() {
        return of(Act.PROPOSE, World.CASE_DIRECTOR)
                .asking(new Asked.Proposing(World.proposal(List.of(World.SIGNAL), List.of(World.POLICE))));
    }

    static Scene amending() {
        return onKnelpunt(Act.AMEND_PROPOSAL, World.CASE_DIRECTOR, KnelpuntState.PROPOSED)
                .asking(new Asked.Proposing(World.proposal(List.of(World.SIGNAL), List.of(World.POLICE))));
    }

    static Scene submitting() {
        return onKnelpunt(Act.SUBMIT_PROPOSAL, World.CASE_DIRECTOR, KnelpuntState.PROPOSED);
    }

    static Scene sendingBack() {
        return onKnelpunt(Act.SEND_BACK, World.steeringMember(World.POLICE), KnelpuntState.SUBMITTED)
                .asking(new Asked.Deciding("eerst de afbakening"));
    }

    static Scene votingOnDesignation() {
        return onKnelpunt(Act.VOTE_DESIGNATION, World.steeringMember(World.POLICE), KnelpuntState.SUBMITTED)
                .asking(new Asked.Deciding("nodig"));
    }

    static Scene designating() {
        return onKnelpunt(Act.DESIGNATE, World.steeringMember(World.POLICE), KnelpuntState.SUBMITTED)
                .withVotesOf(Motion.Kind.DESIGNATE, 7);
    }

    static Scene seeingKnelpunt(Actor actor) {
        return onKnelpunt(Act.SEE_KNELPUNT, actor, KnelpuntState.DESIGNATED);
    }

    static Scene proposingInvolvement(Participant joining) {
        return onKnelpunt(Act.PROPOSE_INVOLVEMENT, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED)
                .asking(new Asked.Involving(joining, true, "toezicht", "de loodsen liggen daar"));
    }

    static Scene votingOnInvolvement() {
        return onKnelpunt(Act.VOTE_INVOLVEMENT, World.steeringMember(World.POLICE), KnelpuntState.DESIGNATED)
                .withVotesOf(Motion.Kind.INVOLVE, 0)
                .asking(new Asked.Deciding("eens"));
    }

    static Scene decidingInvolvement() {
        return onKnelpunt(Act.DECIDE_INVOLVEMENT, World.steeringMember(World.POLICE), KnelpuntState.DESIGNATED)
                .withVotesOf(Motion.Kind.INVOLVE, 7);
    }

    static Scene leaving(Actor actor) {
        return onKnelpunt(Act.LEAVE_KNELPUNT, actor, KnelpuntState.DESIGNATED)
                .asking(new Asked.Involving(null, false, null, "geen taak meer"));
    }

    static Scene openingPhase(int phase) {
        return onKnelpunt(Act.OPEN_PHASE, World.steeringMember(World.POLICE), KnelpuntState.DESIGNATED)
                .asking(new Asked.Opening(phase, "de keten is anders niet te zien"));
    }

    /** A worker shares a datum about somebody known, with the police basis that police data need. */
    static Scene sharing(Actor actor, DataCategory category, int phase) {
        return onKnelpunt(Act.SHARE_DATUM, actor, KnelpuntState.DESIGNATED)
                .asking(new Asked.About(null))
                .withData(sharedDatum(actor, category, phase));
    }

    static Scene sharing(Actor actor, DataCategory category) {
        return sharing(actor, category, 1);
    }

    static Datum sharedDatum(Actor actor, DataCategory category, int phase) {
        Organ organ = actor.account().organ();
        return datum(KNOWN, actor.participant(), organ, category, phase, basis(organ, category));
    }

    private static PoliceBasis basis(Organ organ, DataCategory category) {
        if (category == DataCategory.POLICE_9_10) {
            return World.agreed(WpgClass.ARTICLE_9);
        }
        return World.isPolice(organ) || category == DataCategory.POLICE_8_13 ? World.agreed(WpgClass.ARTICLE_8) : null;
    }

    /** Sharing something about somebody who is new in the dossier. */
    Scene aboutNew(Subject subject) {
        return asking(new Asked.About(subject)).with("data.0.subject", subject.id());
    }

    Scene about(Subject subject) {
        return with("data.0.subject", subject.id());
    }

    /** The data of a knelpunt are read as a whole. */
    static Scene seeingData(Actor actor) {
        return onKnelpunt(Act.SEE_DATA, actor, KnelpuntState.DESIGNATED);
    }

    /** One datum, supplied by somebody else, is looked at. */
    static Scene seeingDatum(Actor actor, Actor supplier, DataCategory category, int phase) {
        return seeingData(actor).withData(sharedDatum(supplier, category, phase));
    }

    static Scene writingPlan() {
        return onKnelpunt(Act.WRITE_PLAN, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED)
                .asking(new Asked.Planning(new ActionPlan("de keten doorbreken", true, "de analyse van 2 mei")));
    }

    private static final Plans.NewIntervention CLOSING = new Plans.NewIntervention(
            World.WIERINGERSLUIS.id(), Organ.BURGEMEESTER, World.CLOSE_BUILDING.code(), "loods 3 sluiten", null);

    private static final Asked INTERVENING =
            new Asked.Intervening(World.WIERINGERSLUIS, Organ.BURGEMEESTER, World.CLOSE_BUILDING, CLOSING);

    static Scene planningIntervention() {
        return onKnelpunt(Act.PLAN_INTERVENTION, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED)
                .asking(INTERVENING);
    }

    /** Closing a building by the mayor of Wieringersluis, all conditions met. */
    static Intervention intervention(InterventionState state) {
        Text text = new Text("tekst", "text");
        return Intervention.proposed(
                        World.id("intervention"),
                        World.KNELPUNT,
                        new Intervention.Content(
                                World.CLOSE_BUILDING.code(),
                                World.CLOSE_BUILDING.name(),
                                World.CLOSE_BUILDING.category(),
                                new Intervention.Basis("Opiumwet 13b", "2026-01-01", false),
                                World.WIERINGERSLUIS.id(),
                                Organ.BURGEMEESTER,
                                "loods 3 sluiten",
                                null,
                                text,
                                text,
                                null),
                        new Intervention.Planning(null, null),
                        List.of(new Intervention.Condition(text, true, World.id("worker"), World.NOW)),
                        World.id("director"),
                        World.NOW)
                .to(state, World.id("worker"), World.NOW, null);
    }

    static Scene onIntervention(Act act, Actor actor, InterventionState state) {
        return onKnelpunt(act, actor, KnelpuntState.DESIGNATED).with("papers.intervention", intervention(state));
    }

    static Scene amendingIntervention() {
        return onIntervention(Act.AMEND_INTERVENTION, World.CASE_DIRECTOR, InterventionState.PROPOSED)
                .asking(INTERVENING);
    }

    static Scene agreeing(Actor actor) {
        return onIntervention(Act.AGREE_INTERVENTION, actor, InterventionState.PROPOSED);
    }

    static Scene starting(Actor actor) {
        return onIntervention(Act.START_INTERVENTION, actor, InterventionState.AGREED);
    }

    static Scene carryingOut(Actor actor) {
        return onIntervention(Act.CARRY_OUT_INTERVENTION, actor, InterventionState.UNDER_WAY)
                .asking(new Asked.CarryingOut("gesloten", "rustiger"));
    }

    static Scene stopping(Actor actor) {
        return onIntervention(Act.STOP_INTERVENTION, actor, InterventionState.UNDER_WAY)
                .asking(new Asked.Saying("reason", "niet meer nodig"));
    }

    static Scene reportingResult(Actor actor) {
        return onIntervention(Act.REPORT_RESULT, actor, InterventionState.DONE)
                .asking(new Asked.Saying("text", "dicht"));
    }

    static Scene observing(Actor actor) {
        return onIntervention(Act.OBSERVE_EFFECT, actor, InterventionState.DONE)
                .asking(new Asked.Saying("text", "verplaatst naar de buren"));
    }

    static Scene seeingPlan(Actor actor) {
        return onKnelpunt(Act.SEE_PLAN, actor, KnelpuntState.DESIGNATED);
    }

    static Scene pledging(Actor actor) {
        return onKnelpunt(Act.PLEDGE_CAPACITY, actor, KnelpuntState.DESIGNATED);
    }

    /** An act on a knelpunt that was designated. */
    static Scene onDesignated(Act act, Actor actor) {
        return onKnelpunt(act, actor, KnelpuntState.DESIGNATED);
    }

    static Scene inConsultation(Act act) {
        return onDesignated(act, World.CASE_DIRECTOR).with("knelpunt.proposal.activity", Activity.CASE_CONSULTATION);
    }

    static Scene inScan(Act act, Actor actor) {
        return onDesignated(act, actor).with("knelpunt.proposal.activity", Activity.SCAN);
    }

    /** By the case director. */
    static Scene onCaseMeeting(Act act, CaseMeetingState state) {
        return inConsultation(act)
                .with(
                        "papers.caseMeeting",
                        new CaseMeeting(
                                World.id("meeting"),
                                World.KNELPUNT,
                                1,
                                state,
                                World.TODAY,
                                List.of("afspraken"),
                                List.of(),
                                List.of(),
                                World.id("director"),
                                World.NOW,
                                null));
    }

    static Scene releasingSheet() {
        return releasing(List.of());
    }

    /** A field of it says what is a datum. */
    static Scene releasingSheet(String betraying) {
        return releasing(List.of(betraying));
    }

    private static Scene releasing(List<String> betraying) {
        return onKnelpunt(Act.RELEASE_TASK_SHEET, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED)
                .asking(new Asked.Releasing(
                        new TaskSheet.Content(
                                "Platform Veilig Ondernemen", "de kade", "voorlichten", "het bureau", null, null, null),
                        betraying));
    }

    static Scene evaluating() {
        return onKnelpunt(Act.EVALUATE_KNELPUNT, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED);
    }

    /** The platform tells of a term. */
    static Scene telling(Act act) {
        return onKnelpunt(act, Actor.PLATFORM, KnelpuntState.DESIGNATED);
    }

    static Scene votingOnProlongation() {
        return onKnelpunt(Act.VOTE_PROLONGATION, World.steeringMember(World.POLICE), KnelpuntState.DESIGNATED)
                .evaluated()
                .asking(new Asked.Deciding("nog nodig"));
    }

    static Scene prolonging() {
        return onKnelpunt(Act.PROLONG, World.steeringMember(World.POLICE), KnelpuntState.DESIGNATED)
                .evaluated()
                .withVotesOf(Motion.Kind.PROLONG, 7);
    }

    private Scene evaluated() {
        return with(
                "knelpunt.evaluations",
                List.of(new Evaluation(
                        false,
                        "minder laden",
                        Evaluation.Recommendation.PROLONG,
                        World.GROUNDS,
                        World.id("director"),
                        World.NOW)));
    }

    static Scene votingOnClosure() {
        return onKnelpunt(Act.VOTE_CLOSURE, World.steeringMember(World.POLICE), KnelpuntState.DESIGNATED)
                .asking(new Asked.Deciding("doel bereikt"));
    }

    static Scene closing() {
        return onKnelpunt(Act.CLOSE, World.steeringMember(World.POLICE), KnelpuntState.DESIGNATED)
                .withVotesOf(Motion.Kind.CLOSE, 7);
    }

    /** The bureau enters a vote that the police's own member cast outside. */
    static Scene enteringVotes() {
        return onKnelpunt(Act.ENTER_VOTES, World.CASE_DIRECTOR, KnelpuntState.SUBMITTED)
                .asking(new Asked.Entering(
                        List.of(new Motion.Vote(
                                World.POLICE.id(), World.id("member"), null, Motion.Choice.FOR, "eens", World.NOW)),
                        List.of(true)));
    }

    static Scene onPapers(Act act) {
        return onKnelpunt(act, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED);
    }

    /** With one item of its own votes, on which the first so many participants voted for. */
    static Meeting meeting(MeetingState state, int votes) {
        Meeting.Item item = new Meeting.Item(
                World.id("item"),
                Meeting.ItemKind.OTHER,
                null,
                "werkplan",
                null,
                votes(Motion.Kind.DESIGNATE, votes).votes(),
                null);
        return Meeting.planned(
                        World.id("meeting"),
                        World.NOW,
                        new Meeting.Plan(Meeting.Form.MEETING, World.NOW, "Wieringersluis", null))
                .with(item)
                .in(state);
    }

    static Scene onMeeting(Act act, Actor actor) {
        Meeting meeting = meeting(MeetingState.PLANNED, 8);
        Scene scene = of(act, actor).with("papers.meeting", meeting);
        return switch (act) {
            case VOTE_ITEM -> scene.asking(new Asked.OnItem(meeting.items().get(0), "eens"));
            case CONCLUDE_ITEM, TAKE_OFF_AGENDA ->
                scene.asking(new Asked.OnItem(meeting.items().get(0), null));
            default -> scene;
        };
    }

    static Scene listing(Act act, Actor actor) {
        return of(act, actor);
    }

    // What a case may name

    /** As an adapter leaves it. */
    static final SignalContent EMPTY_CONTENT = SignalContent.draft(null);

    static final InterventionType OUTSIDE_ITS_TASKS =
            World.interventionType("x", Organ.BURGEMEESTER, "woningwet", InterventionType.Category.PREVENTION);
    static final Manifestation TRAFFICKING = Manifestation.HUMAN_TRAFFICKING;
    static final OriginFlag TAX_FLAG = OriginFlag.TAX;
    static final OriginFlag CRIMINAL_FLAG = OriginFlag.CRIMINAL;
    static final OriginFlag SPECIAL_FLAG = OriginFlag.SPECIAL;
    static final OriginFlag SECRECY_FLAG = OriginFlag.PROFESSIONAL_SECRECY;
    static final Abuse ABUSE = new Abuse("zorg", "aanbieders zonder personeel");
    static final BibobBasis BIBOB =
            new BibobBasis(World.TODAY.minusYears(1), World.POLICE.id(), "leest het advies mee");
    static final Marks VETOED = Marks.NONE.with(new Marks.Veto("lopend onderzoek", World.id("member"), World.NOW));
    static final Marks DOUBTED =
            Marks.NONE.with(new Marks.ErrorReport(World.POLICE.id(), World.id("olga"), "ander huisnummer", World.NOW));
    static final Marks HELD =
            Marks.NONE.with(new Marks.Hold(Marks.Hold.Ground.LEGAL_RULE, "archief", World.id("carla"), World.NOW));
    static final Subject SUSPECTED_SHED = World.subject("loods 9", World.SIGNAL, SubjectKind.OBJECT, null, null);
    /** In the circle of a place: of nobody. */
    static final Subject NEIGHBOUR_OF_A_SHED = newSubject(SubjectKind.PERSON, KNOWN_SHED.id(), "woont naast de loods");

    // What is said and done with a datum afterwards

    private static Scene onDatum(Act act, Actor actor, Actor supplier, DataCategory category) {
        return onKnelpunt(act, actor, KnelpuntState.DESIGNATED).withData(sharedDatum(supplier, category, 1));
    }

    static Scene analysing(Actor supplier, DataCategory category) {
        return onDatum(Act.ANALYSE, World.ANALYST, supplier, category)
                .asking(new Asked.Analysing(AnalysisMethod.BY_A_PERSON));
    }

    static final Selection SELECTION = new Selection(
            World.id("selection"),
            World.KNELPUNT,
            1,
            "loods 3",
            World.id("account anna"),
            false,
            Selection.Filter.ALL,
            World.NOW);

    /** On an analysis that somebody else wrote. */
    static Scene onAnalysis(Act act, Actor actor, AnalysisState state) {
        return onDesignated(act, actor)
                .with(
                        "papers.analysis",
                        new Analysis(
                                World.id("analysis"),
                                World.KNELPUNT,
                                1,
                                1,
                                state,
                                null,
                                Analysis.Sections.NONE,
                                World.id("account somebody"),
                                List.of()));
    }

    static Scene revealing(Actor actor, DataCategory category) {
        return onDatum(Act.REVEAL_BSN, actor, World.MAYORS_WORKER, category)
                .asking(new Asked.Revealing("om naamgenoten uit elkaar te houden"));
    }

    /** Somebody reports a datum of the mayor as wrong. */
    static Scene doubting(Actor actor) {
        return onDatum(Act.REPORT_ERROR, actor, World.MAYORS_WORKER, DataCategory.PERMITS);
    }

    static Scene liftingHold() {
        return onDatum(Act.LIFT_HOLD, World.CASE_DIRECTOR, World.MAYORS_WORKER, DataCategory.PERMITS)
                .with("data.0.marks", HELD);
    }

    /** The mayor's worker disposes of a datum of its own. */
    static Scene disposing(Act act) {
        return onDatum(act, World.MAYORS_WORKER, World.MAYORS_WORKER, DataCategory.PERMITS);
    }

    static Scene gradingDatum() {
        return disposing(Act.GRADE_DATUM).asking(new Asked.Regrading(World.GRADING));
    }

    static Scene holding() {
        return onDatum(Act.HOLD_DATUM, World.CASE_DIRECTOR, World.MAYORS_WORKER, DataCategory.PERMITS)
                .asking(new Asked.Holding(Marks.Hold.Ground.LEGAL_CLAIM, "beroep tegen de sluiting"));
    }

    static Scene expiring() {
        return onDatum(Act.EXPIRE_DATUM, Actor.PLATFORM, World.MAYORS_WORKER, DataCategory.PERMITS)
                .on(World.TODAY.plusYears(5).plusDays(1));
    }

    /** The platform destroys a datum of the signal, five years later. */
    static Scene expiringInSignal() {
        return onSignal(Act.EXPIRE_SIGNAL_DATUM, Actor.PLATFORM, World.POLICE, SignalState.TAKEN_UP)
                .withData(signalDatum(World.OFFICER, DataCategory.VEHICLE))
                .on(World.TODAY.plusYears(5).plusDays(1));
    }

    /** A datum of the signal is looked at. */
    static Scene seeingSignalDatum(Actor actor) {
        return seeingSignal(actor, SignalState.REPORTED).withData(signalDatum(World.OFFICER, DataCategory.VEHICLE));
    }

    /** A datum comes from another knelpunt that the actor may see. */
    static Scene reusing(Actor actor, Actor supplier, DataCategory category) {
        return onDatum(Act.REUSE_DATUM, actor, supplier, category)
                .asking(new Asked.Reusing(knelpunt(KnelpuntState.DESIGNATED), KNOWN, "dezelfde loods, andere haven"));
    }

    // What participants ask of each other about data

    static Scene closingPhase() {
        return onKnelpunt(Act.CLOSE_PHASE, World.steeringMember(World.POLICE), KnelpuntState.DESIGNATED)
                .asking(new Asked.Saying("reason", "de keten is gezien"));
    }

    /** The police asks the mayor for a datum about somebody known, as if it were supplied. */
    static Scene requesting(DataCategory category) {
        return onDatum(Act.REQUEST_DATA, World.OFFICER, World.MAYORS_WORKER, category)
                .asking(new Asked.Saying("necessity", "zonder is de loods niet te duiden"));
    }

    static Scene listingDataRequests() {
        return onKnelpunt(Act.LIST_DATA_REQUESTS, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED);
    }

    static final DataRequest REQUESTED = new DataRequest(
            World.id("request"),
            World.KNELPUNT,
            1,
            World.POLICE.id(),
            World.id("olga"),
            World.NOW,
            new DataRequest.Wanted(
                    World.WIERINGERSLUIS.id(),
                    DataCategory.PERMITS,
                    KNOWN.id(),
                    1,
                    "zonder is de loods niet te duiden",
                    World.TODAY.plusMonths(1)),
            List.of(),
            List.of(),
            null,
            null);

    /** Of the police to the mayor. */
    static Scene onDataRequest(Act act, Actor actor) {
        Scene scene = onKnelpunt(act, actor, KnelpuntState.DESIGNATED);
        return new Scene(scene.facts.withPapers(Papers.NONE.with(REQUESTED)));
    }

    static Scene rejectingError() {
        return disposing(Act.REJECT_ERROR)
                .with("data.0.marks", DOUBTED)
                .asking(new Asked.Marking("reason", "nagekeken in het archief"));
    }

    /** The police proposes to correct a datum of the mayor. */
    static Scene proposingCorrection() {
        return onDatum(Act.PROPOSE_CORRECTION, World.OFFICER, World.MAYORS_WORKER, DataCategory.PERMITS)
                .asking(new Asked.Saying("reason", "ander huisnummer"));
    }

    static final CorrectionProposal BETTER = new CorrectionProposal(
            World.id("proposal"),
            World.KNELPUNT,
            World.id("datum"),
            1,
            World.WIERINGERSLUIS.id(),
            World.id("bram"),
            World.POLICE.id(),
            World.NOW,
            false,
            "99-XX-66",
            "verwisseld",
            null,
            null);

    /** The mayor proposed to correct a datum of the police. */
    static Scene onCorrection(Act act, Actor actor) {
        Scene scene = onDatum(act, actor, World.OFFICER, DataCategory.VEHICLE);
        return new Scene(scene.facts.withPapers(Papers.NONE.with(BETTER)));
    }

    // Results that leave

    static final Recipient TO_FOOD = new Recipient.OwnParticipant(World.FOOD.id());
    static final Recipient TO_THE_PARTY = new Recipient.OwnParticipant(World.PARTY.id());
    static final Recipient TO_AN_AUTHORITY =
            new Recipient.ThirdParty("Inspectie Leefomgeving", false, Recipient.Interest.PUBLIC_TASK);
    static final Recipient TO_A_BANK = new Recipient.ThirdParty("Bank", true, Recipient.Interest.LEGITIMATE_INTEREST);
    static final Recipient TO_A_BANK_BY_DUTY = new Recipient.ThirdParty("Bank", true, Recipient.Interest.LEGAL_DUTY);
    static final Recipient TO_A_BANK_AS_IF_PUBLIC =
            new Recipient.ThirdParty("Bank", true, Recipient.Interest.PUBLIC_TASK);
    static final Recipient TO_SOMEBODY_WITHOUT_INTEREST = new Recipient.ThirdParty("Iemand", false, null);
    static final Recipient TO_ANOTHER_RIEC = new Recipient.OtherRiec("RIEC Limburg");
    static final Recipient TO_ZVH_HIT =
            new Recipient.OtherVerband("ZVH", Recipient.Verband.ZVH, Recipient.Mode.HIT_NO_HIT);
    static final Recipient TO_ZVH_ALIGN =
            new Recipient.OtherVerband("ZVH", Recipient.Verband.ZVH, Recipient.Mode.ALIGN_INTERVENTIONS);
    static final Recipient TO_PRIVATE_PARTICIPANT_OF_FEC =
            new Recipient.OtherVerband("FEC", Recipient.Verband.FEC, Recipient.Mode.ALIGN_INTERVENTIONS, true);
    static final Recipient TO_FEC_ALIGN =
            new Recipient.OtherVerband("FEC", Recipient.Verband.FEC, Recipient.Mode.ALIGN_INTERVENTIONS);
    static final Recipient TO_ICOV_ALIGN =
            new Recipient.OtherVerband("iCOV", Recipient.Verband.ICOV, Recipient.Mode.ALIGN_INTERVENTIONS);
    static final Recipient TO_ICOV_REPORT =
            new Recipient.OtherVerband("iCOV", Recipient.Verband.ICOV, Recipient.Mode.ICOV_REPORT);
    static final Recipient TO_FEC_REPORT =
            new Recipient.OtherVerband("FEC", Recipient.Verband.FEC, Recipient.Mode.ICOV_REPORT);
    static final Recipient TO_FEC_PARTICIPANTS =
            new Recipient.OtherVerband("FEC", Recipient.Verband.FEC, Recipient.Mode.WHICH_PARTICIPANTS);
    static final Recipient TO_SOME_VERBAND =
            new Recipient.OtherVerband("Ander", Recipient.Verband.OTHER, Recipient.Mode.HIT_NO_HIT);
    static final Recipient TO_ZVH_SOMEHOW = new Recipient.OtherVerband("ZVH", Recipient.Verband.ZVH, null);

    static final Provision.Answer POLICE_OBJECT = answer(World.POLICE, false);
    static final Provision.Answer POLICE_CONSENT = answer(World.POLICE, true);
    static final Provision.Answer MUNICIPALITY_CONSENTS = answer(World.WIERINGERSLUIS, true);
    static final Provision.Answer MUNICIPALITY_OBJECTS = answer(World.WIERINGERSLUIS, false);
    static final Provision.Answer UWV_OBJECTS = answer(World.UWV, false);
    static final Provision.Test NOT_LAWFUL = new Provision.Test(World.id("advice"), false, World.id("rosa"), World.NOW);

    private static Provision.Answer answer(Participant participant, boolean consents) {
        return new Provision.Answer(
                participant.id(), consents, consents ? null : "lopend onderzoek", World.id("member"), World.NOW);
    }

    /** In which nobody answered, and whose time has passed. */
    static final Provision.Round ROUND = new Provision.Round(
            List.of(World.POLICE.id(), World.WIERINGERSLUIS.id()),
            World.TODAY.minusDays(1),
            World.id("carla"),
            World.NOW);

    /** An intervention advice on a datum of the municipality, with all that a third party would need. */
    static Provision provision(Recipient recipient) {
        return new Provision(
                World.id("provision"),
                World.KNELPUNT,
                1,
                World.NOW,
                new Provision.Content(
                        recipient,
                        Provision.Kind.INTERVENTION_ADVICE,
                        "de vergunning van de loods nalopen",
                        null,
                        true,
                        "de analyse van 2 mei",
                        "Omgevingswet 18.2",
                        "zonder dit advies blijft de overtreding onbekend",
                        "toezicht op de loods",
                        List.of(World.id("datum"))),
                recipient instanceof Recipient.ThirdParty ? ROUND : null,
                List.of(),
                new Provision.Test(World.id("advice"), true, World.id("rosa"), World.NOW),
                null,
                null,
                null,
                null,
                null);
    }

    static final Provision OVERDUE = provision(TO_FOOD).providedOn(World.NOW, World.TODAY.minusYears(2), null);

    private static Scene onProvision(Act act, Actor actor, Recipient recipient) {
        Scene scene = onKnelpunt(act, actor, KnelpuntState.DESIGNATED);
        return new Scene(scene.facts.withPapers(Papers.NONE.with(provision(recipient), null)))
                .withData(sharedDatum(World.MAYORS_WORKER, DataCategory.PERMITS, 1));
    }

    static Scene providing(Recipient recipient) {
        return onProvision(Act.PROVIDE, World.CASE_DIRECTOR, recipient);
    }

    static Scene listingProvisions() {
        return onKnelpunt(Act.LIST_PROVISIONS, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED);
    }

    static Scene preparingProvision() {
        return onKnelpunt(Act.PREPARE_PROVISION, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED);
    }

    static Scene onProvision(Act act, Actor actor) {
        return onProvision(act, actor, TO_FOOD);
    }

    // Oversight

    static final RightsRequest.Consultation NO_OBJECTION = new RightsRequest.Consultation(
            World.POLICE.id(), World.NOW, World.id("member"), null, null, false, List.of(), null);
    static final RightsRequest.Consultation EXCEPTION = new RightsRequest.Consultation(
            World.POLICE.id(),
            World.NOW,
            World.id("member"),
            RightsRequest.Restriction.CRIMINAL_OFFENCES,
            "lopend onderzoek",
            false,
            List.of(),
            null);
    static final RightsRequest.Consultation LAPSED_EXCEPTION = new RightsRequest.Consultation(
            World.POLICE.id(),
            World.NOW,
            World.id("member"),
            RightsRequest.Restriction.CRIMINAL_OFFENCES,
            "lopend onderzoek",
            false,
            List.of(),
            World.NOW);
    static final RightsRequest.Consultation STILL_OPEN = RightsRequest.Consultation.open(World.POLICE.id());

    private static Scene onRequest(Act act, Actor actor, RightsRequest.Consultation consultation) {
        Scene scene = of(act, actor);
        return new Scene(scene.facts.withPapers(Papers.NONE.with(new RightsRequest(
                World.id("request"),
                1,
                World.NOW,
                RightsRequest.Kind.ACCESS,
                "C-2026-7",
                null,
                new RightsRequest.Identity(RightsRequest.Check.DOCUMENT_SHOWN, World.id("cor"), World.NOW),
                List.of(World.id("pseudonym")),
                true,
                World.TODAY.plusDays(14),
                List.of(consultation),
                null,
                null,
                null,
                null,
                false))));
    }

    static Scene onRequest(Act act, Actor actor) {
        return onRequest(act, actor, STILL_OPEN);
    }

    static Scene granting(Actor actor) {
        return onRequest(Act.DECIDE_REQUEST, actor, NO_OBJECTION)
                .asking(new Asked.Answering(
                        new RightsRequest.Decision(true, "u krijgt inzage", World.id("cor"), World.NOW)));
    }

    static Scene changingPolicy() {
        Scene scene = of(Act.CHANGE_POLICY, World.ADMIN);
        return new Scene(scene.facts.withPapers(Papers.NONE.with(advice(true))))
                .asking(new Asked.Changing(null, List.of()));
    }

    private static RacAdvice advice(boolean positive) {
        return new RacAdvice(
                World.id("advice"),
                "RAC-2026-3",
                "een hoger quorum",
                World.TODAY,
                positive ? RacAdvice.Outcome.POSITIVE : RacAdvice.Outcome.NEGATIVE,
                null,
                null,
                RacAdvice.Matter.ONE_CHANGE,
                null,
                null,
                World.id("rosa"),
                World.NOW);
    }

    static RacRequest racRequest() {
        return RacRequest.draft(
                World.id("question"),
                World.NOW,
                new RacRequest.Content(RacAdvice.Matter.ONE_CHANGE, "een hoger quorum", "mag dit?", List.of("DPIA 3")),
                World.id("carla"));
    }

    static Scene onRacRequest(Act act, Actor actor, RacRequest request) {
        return new Scene(of(act, actor).facts.withPapers(Papers.NONE.with(request)));
    }

    static Scene informing(Act act) {
        return onKnelpunt(act, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED);
    }

    static Scene reportingClosure() {
        return onKnelpunt(Act.WRITE_CLOSING_REPORT, World.CASE_DIRECTOR, KnelpuntState.DESIGNATED)
                .asking(new Asked.ReportingClosure("klaar", List.of(), List.of()));
    }

    static Scene listingForDestruction() {
        return onKnelpunt(Act.MAKE_DESTRUCTION_LIST, World.CASE_DIRECTOR, KnelpuntState.CLOSED)
                .asking(new Asked.Saying("reason", "niet meer nodig"));
    }

    /** A list that carla made, on its day, by who may do the act. */
    static Scene onDestruction(Act act, DestructionState state) {
        DestructionList list = new DestructionList(
                World.id("list"),
                World.id("knelpunt"),
                Activity.KNELPUNT,
                1,
                state,
                true,
                List.of(),
                "niet meer nodig",
                World.TODAY.minusDays(1),
                World.NOW,
                World.CASE_DIRECTOR.account().id(),
                null,
                List.of(),
                Map.of(),
                null);
        Actor actor = act.roles().isEmpty()
                ? Actor.PLATFORM
                : act == Act.REVIEW_DESTRUCTION_LIST || act == Act.KEEP_LISTED
                        ? World.PRIVACY_OFFICER
                        : World.CASE_DIRECTOR;
        return new Scene(of(act, actor).facts.withPapers(Papers.NONE.with(list)))
                .asking(
                        act == Act.KEEP_LISTED
                                ? new Asked.Holding(Marks.Hold.Ground.LEGAL_CLAIM, "beroep")
                                : new Asked.Saying("reason", "klaar"));
    }

    static Scene readingLog(Actor actor) {
        return of(Act.READ_LOG, actor).asking(new Asked.ReadingLog(LogPurpose.LAWFULNESS, "steekproef van mei"));
    }

    // Data

    private static Datum datum(
            Subject subject, Participant supplier, Organ organ, DataCategory category, int phase, PoliceBasis police) {
        return new Datum(
                World.id("datum"),
                subject.dossier(),
                subject.id(),
                category,
                "veld",
                "waarde",
                new Source(
                        supplier.id(),
                        organ,
                        World.taskOf(organ),
                        "Wgs 2.23(1)",
                        true,
                        police,
                        organ == Organ.OM ? WjsgArticle.ARTICLE_39FA : null,
                        null,
                        null),
                phase,
                Set.of(),
                World.NOW,
                World.TODAY.plusYears(5),
                Marks.NONE);
    }

    /** Somebody new in the dossier. */
    static Subject newSubject(SubjectKind kind, UUID circleOf, String reason) {
        return World.subject("Nadia Nieuwkoop", World.KNELPUNT, kind, circleOf, reason);
    }
}
