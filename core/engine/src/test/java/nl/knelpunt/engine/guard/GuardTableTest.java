package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.World.*;
import static nl.knelpunt.engine.guard.Scene.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.ObjectType;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.signal.Manifestation;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.WpgClass;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The guard as a table: what somebody does, and what the guard says of it. Rule by rule, in the order of the law digest. Of a
 * refusal all rules are given, in their order, each with the field that it is about.
 */
class GuardTableTest {

    /** The rules that have to be here; G43 is said by the gate, when the log can't be written. */
    private static final Set<String> RULES = Set.of(
            "G01", "G02", "G03", "G04", "G05", "G06", "G07", "G08", "G09", "G11", "G12", "G13", "G14", "G16", "G17",
            "G18", "G19", "G20", "G21", "G22", "G23", "G24", "G28", "G36", "G37", "G41", "G42", "G48", "G51");

    private record Row(String rule, String act, Scene scene, List<String> refusal) {}

    private final List<Row> table = new ArrayList<>();
    private String rule;

    private void rule(String id) {
        rule = id;
    }

    private void permitted(String act, Scene scene) {
        table.add(new Row(rule, act, scene, List.of()));
    }

    private void refused(String act, Scene scene, String... findings) {
        table.add(new Row(rule, act, scene, List.of(findings)));
    }

    GuardTableTest() {
        party();
        observationAndCriteria();
        forbiddenData();
        phases();
        circle();
        recognitionAndAssessment();
        designation();
        term();
        involved();
        policeData();
        planAndInterventions();
        access();
        source();
        frozen();
    }

    private void party() {
        rule("G01");
        permitted("a police officer delivers a message", delivering(OFFICER));
        permitted("the connection of the police delivers a message", delivering(connection(POLICE)));
        permitted("a mayor's worker drafts a signal", drafting(MAYORS_WORKER));
        permitted("a tax inspector reports a signal", reporting(TAX_INSPECTOR));
        refused(
                "the connection of a party without exchange delivers a message",
                delivering(connection(PARTY)),
                "G01 participant");
        refused("somebody of a party without exchange drafts a signal", drafting(PARTYS_WORKER), "G01 participant");
        refused(
                "a police officer reports for the mayor",
                reporting(OFFICER).with("signal.content.organ", Organ.BURGEMEESTER),
                "G01 organ");
        refused(
                "a mayor's worker reports for the college of the same municipality",
                reporting(MAYORS_WORKER).with("signal.content.organ", Organ.COLLEGE),
                "G01 organ");
        refused(
                "a mayor's worker reports from a task of the college",
                reporting(MAYORS_WORKER).with("signal.content.task", "woningwet"),
                "G01 task");
        refused("nobody says for which organ", reporting(MAYORS_WORKER).without("signal.content.organ"), "G01 organ");
        permitted("a mayor's worker shares from a task of the mayor", sharing(MAYORS_WORKER, DataCategory.PERMITS));
        refused(
                "a mayor's worker shares from a task of the college",
                sharing(MAYORS_WORKER, DataCategory.PERMITS).with("data.0.source.task", "woningwet"),
                "G01 task");
        refused(
                "a mayor's worker shares from no task",
                sharing(MAYORS_WORKER, DataCategory.PERMITS).without("data.0.source.task"),
                "G01 task");
        refused(
                "the plan has a party without exchange carry out an intervention",
                planningIntervention().involving(WIERINGERSLUIS, PARTY).with("asked.participant", PARTY),
                "G01 participant");
        refused(
                "a worker whose participant is no participant any more shares",
                sharing(MAYORS_WORKER, DataCategory.PERMITS).with("actor.participant.organs", Set.of()),
                "G01 participant");

        rule("G02");
        permitted("recognition is asked of a participant", askingRecognition(CASE_DIRECTOR, WIERINGERSLUIS));
        refused(
                "recognition is asked of a party without exchange",
                askingRecognition(CASE_DIRECTOR, PARTY),
                "G02 participant");
        refused(
                "recognition is asked of somebody unknown in this region",
                askingRecognition(CASE_DIRECTOR, null),
                "G02 participant");
        permitted("a proposal involves the police", proposing());
        refused(
                "a proposal involves a party without exchange",
                proposing().with("asked.proposal.involved.0", new Proposal.Involved(PARTY.id(), "voorlichting")),
                "G02 involved[0].participant");
        refused(
                "a proposal is amended to involve somebody unknown in this region",
                amending().with("asked.proposal.involved.0", new Proposal.Involved("elders", "?")),
                "G02 involved[0].participant");
        refused(
                "the steering group designates a proposal that involves a party without exchange",
                designating().involving(POLICE, PARTY),
                "G02 involved[1].participant");
        refused("somebody of a party without exchange lists signals", listing(Act.LIST_SIGNALS, PARTYS_WORKER), "G02");
        refused(
                "somebody of a party without exchange lists knelpunten",
                listing(Act.LIST_KNELPUNTEN, PARTYS_WORKER),
                "G02");
        refused(
                "somebody reads a knelpunt whose participant is no participant any more",
                seeingKnelpunt(OFFICER).with("actor.participant.organs", Set.of()),
                "G02");
        refused(
                "somebody reads the data whose participant is no participant any more",
                seeingData(OFFICER).with("actor.participant.organs", Set.of()),
                "G02");
    }

    private void observationAndCriteria() {
        rule("G03");
        permitted("a police officer reports a complete signal", reporting(OFFICER));
        permitted("it was observed today", reporting(OFFICER).with("signal.content.observation.date", TODAY));
        refused(
                "what was observed is not said",
                reporting(OFFICER).with("signal.content.observation.what", "  "),
                "G03 observation.what");
        refused(
                "when it was observed is not said",
                reporting(OFFICER).without("signal.content.observation.date"),
                "G03 observation.date");
        refused(
                "it is to be observed tomorrow",
                reporting(OFFICER).with("signal.content.observation.date", TODAY.plusDays(1)),
                "G03 observation.date");
        refused(
                "where it was observed is not said",
                reporting(OFFICER)
                        .without("signal.content.observation.place.description")
                        .without("signal.content.observation.place.town")
                        .without("signal.content.observation.place.postcode"),
                "G03 observation.place");
        refused(
                "who observed it is not said",
                reporting(OFFICER).without("signal.content.observation.observedBy"),
                "G03 observation.observedBy");
        refused(
                "in which task it was observed is not said",
                reporting(OFFICER).without("signal.content.task"),
                "G01 task",
                "G03 task");

        rule("G04");
        permitted(
                "a designated manifestation with its decision and publication",
                reporting(OFFICER)
                        .with("signal.content.manifestation", Manifestation.DESIGNATED)
                        .with("signal.content.manifestationDecision", "besluit van 3 maart 2026")
                        .with("signal.content.manifestationPublication", "https://riec.example/vorm"));
        refused("no manifestation", reporting(OFFICER).without("signal.content.manifestation"), "G04 manifestation");
        refused(
                "a designated manifestation without decision and publication",
                reporting(OFFICER).with("signal.content.manifestation", Manifestation.DESIGNATED),
                "G04 manifestationDecision",
                "G04 manifestationPublication");
        refused(
                "of a designated manifestation is not said where on the internet it was published",
                reporting(OFFICER)
                        .with("signal.content.manifestation", Manifestation.DESIGNATED)
                        .with("signal.content.manifestationDecision", "besluit van 3 maart 2026")
                        .with("signal.content.manifestationPublication", "in de krant"),
                "G04 manifestationPublication");

        rule("G05");
        permitted("all criteria are explained and the quality was tested", reporting(MAYORS_WORKER));
        refused(
                "a is not explained",
                reporting(OFFICER).without("signal.content.criteria.indications"),
                "G05 criteria.indications");
        refused(
                "b is not explained",
                reporting(OFFICER).with("signal.content.criteria.manifestation", ""),
                "G05 criteria.manifestation");
        refused(
                "c is not explained",
                reporting(OFFICER).without("signal.content.criteria.necessity"),
                "G05 criteria.necessity");
        refused(
                "d is not explained",
                reporting(OFFICER).without("signal.content.criteria.jointApproach"),
                "G05 criteria.jointApproach");
        refused(
                "e is not explained",
                reporting(OFFICER).without("signal.content.criteria.region"),
                "G05 criteria.region");
        refused(
                "the factual correctness was not tested",
                reporting(OFFICER).with("signal.content.qualityTested", false),
                "G05 qualityTested");

        rule("G06");
        permitted(
                "it was observed in another municipality of the region",
                reporting(OFFICER).with("signal.content.observation.place.municipality", "GM9002"));
        refused(
                "it was observed outside the region",
                reporting(OFFICER).with("signal.content.observation.place.municipality", "GM9099"),
                "G06 observation.place.municipality");
        refused(
                "the municipality is not said",
                reporting(OFFICER).without("signal.content.observation.place.municipality"),
                "G06 observation.place.municipality");
        refused(
                "no place at all",
                reporting(OFFICER).without("signal.content.observation.place"),
                "G03 observation.place",
                "G06 observation.place.municipality");

        rule("G07");
        permitted("a supplier declares that the data are lawfully held", sharing(OFFICER, DataCategory.VEHICLE));
        refused(
                "a reporter does not declare it",
                reporting(OFFICER).with("signal.content.lawfullyHeld", false),
                "G07 lawfullyHeld");
        refused(
                "a supplier does not declare it",
                sharing(OFFICER, DataCategory.VEHICLE).with("data.0.source.lawfullyHeld", false),
                "G07 lawfullyHeld");

        rule("every reason");
        refused(
                "a designated knelpunt is amended to involve a party without exchange",
                amending()
                        .inState(KnelpuntState.DESIGNATED)
                        .with("asked.proposal.involved.0", new Proposal.Involved(PARTY.id(), "voorlichting")),
                "G02 involved[0].participant",
                "STATE state");
        refused(
                "a signal as an adapter left it, reported as it is",
                reporting(OFFICER)
                        .with("signal.content", SignalContent.draft(null))
                        .withData(),
                "G01 organ",
                "G03 observation.what",
                "G03 observation.date",
                "G03 observation.place",
                "G03 observation.observedBy",
                "G03 task",
                "G04 manifestation",
                "G05 criteria.indications",
                "G05 criteria.manifestation",
                "G05 criteria.necessity",
                "G05 criteria.jointApproach",
                "G05 criteria.region",
                "G05 qualityTested",
                "G06 observation.place.municipality",
                "G07 lawfullyHeld");
        refused(
                "phase-3 police data without agreement, about a stranger, before there is an activity",
                sharing(OFFICER, DataCategory.POLICE_9_10, 3)
                        .inState(KnelpuntState.PROPOSED)
                        .without("data.0.source.police")
                        .with("data.0.subject", UUID.randomUUID())
                        .with("data.0.source.lawfullyHeld", false),
                "G23",
                "G13 phase",
                "G14 subject",
                "G28 police.wpgClass",
                "G28 police.agreement",
                "G07 lawfullyHeld");
    }

    private void forbiddenData() {
        rule("G08");
        permitted(
                "nationality with the reason why identification can't do without",
                sharing(OFFICER, DataCategory.NATIONALITY).with("data.0.source.unavoidable", "twee naamgenoten"));
        permitted(
                "the same in a draft",
                adding(OFFICER, DataCategory.NATIONALITY).with("data.0.source.unavoidable", "twee naamgenoten"));
        refused("nationality in a draft", adding(OFFICER, DataCategory.NATIONALITY), "G08 unavoidable");
        refused(
                "nationality in a message",
                delivering(OFFICER).withData(signalDatum(OFFICER, DataCategory.NATIONALITY)),
                "G08 unavoidable");
        refused(
                "nationality in a signal that is reported",
                reporting(OFFICER).with("data.0.category", DataCategory.NATIONALITY),
                "G08 unavoidable");
        refused(
                "nationality is shared with an empty reason",
                sharing(OFFICER, DataCategory.NATIONALITY).with("data.0.source.unavoidable", " "),
                "G08 unavoidable");
        refused(
                "nationality that got in is not shown",
                seeingDatum(ANALYST, OFFICER, DataCategory.NATIONALITY, 1),
                "G08 unavoidable");

        rule("G09");
        permitted("identifying data in a draft", adding(OFFICER, DataCategory.IDENTIFICATION));
        refused("health in a draft", adding(OFFICER, DataCategory.SPECIAL), "G09 category");
        refused(
                "ethnicity in a message",
                delivering(OFFICER).withData(signalDatum(OFFICER, DataCategory.SPECIAL)),
                "G09 category");
        refused(
                "religion in a signal that is reported",
                reporting(OFFICER).with("data.0.category", DataCategory.SPECIAL),
                "G09 category");
        refused("a trade union is shared", sharing(OFFICER, DataCategory.SPECIAL), "G09 category");
        refused(
                "a special category that got in is not shown",
                seeingDatum(ANALYST, OFFICER, DataCategory.SPECIAL, 1),
                "G09 category");
    }

    private void phases() {
        rule("G11");
        permitted("the IND shares a residence status", sharing(worker(Organ.IND), DataCategory.RESIDENCE_STATUS));
        refused("the police share a residence status", sharing(OFFICER, DataCategory.RESIDENCE_STATUS), "G11 category");
        permitted("the police share financial data", sharing(OFFICER, DataCategory.FINANCIAL));
        refused(
                "the tax service shares financial data",
                sharing(TAX_INSPECTOR, DataCategory.FINANCIAL),
                "G11 category");
        refused("customs share financial data", sharing(CUSTOMS_OFFICER, DataCategory.FINANCIAL), "G11 category");
        refused("the FIOD shares income", sharing(FIOD_WORKER, DataCategory.INCOME), "G11 category");
        refused(
                "the FIOD shares fiscal data in phase 2",
                sharing(FIOD_WORKER, DataCategory.FISCAL, 2).withPhases(1, 2),
                "G11 category");
        permitted(
                "the college shares fiscal data in phase 2",
                sharing(COLLEGES_WORKER, DataCategory.FISCAL, 2).withPhases(1, 2));
        refused("fiscal data are called phase 1", sharing(TAX_INSPECTOR, DataCategory.FISCAL, 1), "G11 category");
        refused(
                "fiscal data of the tax service in a signal",
                reporting(TAX_INSPECTOR).with("data.0.category", DataCategory.FISCAL),
                "G11 category");
        refused(
                "judicial data in a signal of the prosecution",
                reporting(PROSECUTOR).with("data.0.category", DataCategory.JUDICIAL),
                "G11 category");
        refused(
                "police data of phase 2 in a signal of the police",
                reporting(OFFICER).with("data.0.category", DataCategory.POLICE_8_13),
                "G11 category");
        refused(
                "a signal of the police rests on article 9 Wpg",
                reporting(OFFICER)
                        .with("signal.content.police", agreed(WpgClass.ARTICLE_9))
                        .with("data.0.source.police", agreed(WpgClass.ARTICLE_9)),
                "G11 category",
                "G11 police.wpgClass");
        refused(
                "one datum of a signal falls under article 10(1)(a) Wpg",
                reporting(OFFICER).with("data.0.source.police", agreed(WpgClass.ARTICLE_10_1_A)),
                "G11 category");
        refused(
                "data under article 9 Wpg are called identifying data",
                sharing(OFFICER, DataCategory.IDENTIFICATION).with("data.0.source.police", agreed(WpgClass.ARTICLE_9)),
                "G11 category");
        refused(
                "a datum from a wrong source that got in is not shown",
                seeingDatum(ANALYST, TAX_INSPECTOR, DataCategory.FINANCIAL, 1),
                "G11 category");

        rule("G12");
        permitted(
                "phase-2 data after the decision",
                sharing(TAX_INSPECTOR, DataCategory.FISCAL, 2).withPhases(1, 2));
        refused("phase-2 data before it", sharing(TAX_INSPECTOR, DataCategory.FISCAL, 2), "G12 phase");
        refused(
                "phase-2 data are not shown before it",
                seeingDatum(OFFICER, TAX_INSPECTOR, DataCategory.FISCAL, 2),
                "G12 phase");
        permitted("phase 2 is opened with its necessity", openingPhase(2));
        refused(
                "phase 2 is opened without its necessity",
                openingPhase(2).with("asked.necessity", " "),
                "G12 necessity");

        rule("G13");
        permitted(
                "phase-3 data after both decisions",
                sharing(OFFICER, DataCategory.POLICE_9_10, 3).withPhases(1, 2, 3));
        refused(
                "phase-3 data without an open phase 3",
                sharing(OFFICER, DataCategory.POLICE_9_10, 3).withPhases(1, 2),
                "G13 phase");
        refused("phase-3 data without an open phase 2", sharing(OFFICER, DataCategory.POLICE_9_10, 3), "G13 phase");
        refused(
                "phase-3 data are not shown without an open phase 2",
                seeingDatum(ANALYST, OFFICER, DataCategory.POLICE_9_10, 3).withPhases(1, 3),
                "G13 phase");
        permitted("phase 3 is opened after phase 2", openingPhase(3).withPhases(1, 2));
        refused("phase 3 is opened before phase 2", openingPhase(3), "G13 phase");
        refused(
                "phase 3 is opened without its own necessity",
                openingPhase(3).withPhases(1, 2).without("asked.necessity"),
                "G13 necessity");
    }

    private void circle() {
        Subject stranger = newSubject(SubjectKind.PERSON, null, null);
        Subject sister = newSubject(SubjectKind.PERSON, KNOWN.id(), "zijn zuster woont in het pand");
        rule("G14");
        permitted("about the person of the signal", sharing(OFFICER, DataCategory.VEHICLE));
        permitted(
                "about somebody in the direct circle, with the reason",
                sharing(OFFICER, DataCategory.VEHICLE).aboutNew(sister));
        permitted(
                "about the director of the company of the signal",
                sharing(OFFICER, DataCategory.VEHICLE)
                        .aboutNew(newSubject(SubjectKind.PERSON, KNOWN_COMPANY.id(), "bestuurder")));
        permitted(
                "about a place that is new",
                sharing(OFFICER, DataCategory.CADASTRAL).aboutNew(newSubject(SubjectKind.OBJECT, null, null)));
        refused("about a stranger", sharing(OFFICER, DataCategory.VEHICLE).aboutNew(stranger), "G14 subject");
        refused(
                "about a company that is no subject",
                sharing(OFFICER, DataCategory.COMPANY).aboutNew(newSubject(SubjectKind.LEGAL_PERSON, null, null)),
                "G14 subject");
        refused(
                "about somebody in the circle of the circle",
                sharing(OFFICER, DataCategory.VEHICLE)
                        .aboutNew(newSubject(SubjectKind.PERSON, KNOWN_CIRCLE.id(), "haar buurvrouw")),
                "G14 subject");
        refused(
                "about an inhabitant of a place",
                sharing(OFFICER, DataCategory.HOUSING)
                        .aboutNew(newSubject(SubjectKind.PERSON, KNOWN_SHED.id(), "woont naast de loods")),
                "G14 subject");
        refused(
                "the link is not explained",
                sharing(OFFICER, DataCategory.VEHICLE).aboutNew(newSubject(SubjectKind.PERSON, KNOWN.id(), " ")),
                "G14 subject");
        refused(
                "the link leads to nobody in this dossier",
                sharing(OFFICER, DataCategory.VEHICLE)
                        .aboutNew(newSubject(SubjectKind.PERSON, UUID.randomUUID(), "zijn zuster")),
                "G14 subject");
        refused(
                "about nobody in this dossier",
                sharing(OFFICER, DataCategory.VEHICLE).with("data.0.subject", UUID.randomUUID()),
                "G14 subject");
        permitted(
                "in a draft a new person is a subject of the signal",
                adding(OFFICER, DataCategory.VEHICLE).aboutNew(newSubject(SubjectKind.PERSON, null, null)));
        refused(
                "in a draft somebody in the circle of the circle",
                adding(OFFICER, DataCategory.VEHICLE)
                        .aboutNew(newSubject(SubjectKind.PERSON, IN_HIS_CIRCLE.id(), "haar buurvrouw")),
                "G14 subject");
        refused(
                "a signal is reported with somebody in the circle of a place",
                reporting(OFFICER)
                        .with(
                                "subjects",
                                Subjects.of(List.of(
                                        Scene.KNOWN_SHED,
                                        newSubject(SubjectKind.PERSON, KNOWN_SHED.id(), "woont naast de loods"))))
                        .with(
                                "data.0.subject",
                                newSubject(SubjectKind.PERSON, null, null).id()),
                "G14 subject");
        refused(
                "somebody outside the circle is not shown",
                seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1).with("data.0.subject", UUID.randomUUID()),
                "G14 subject");
    }

    private void recognitionAndAssessment() {
        rule("G16");
        permitted("a municipality recognises a signal of the police", recognising());
        refused(
                "the police are asked to recognise their own signal",
                askingRecognition(CASE_DIRECTOR, POLICE),
                "G16 participant");
        refused(
                "customs are asked about a signal of the tax service",
                askingRecognitionOf(TAX, CUSTOMS),
                "G16 participant");
        refused(
                "the tax service is asked about a signal of customs",
                askingRecognitionOf(CUSTOMS, TAX),
                "G16 participant");
        permitted("the FIOD is asked about a signal of the tax service", askingRecognitionOf(TAX, FIOD));
        permitted(
                "another municipality is asked about a signal of a municipality",
                askingRecognitionOf(WIERINGERSLUIS, HAARVEEN));
        refused(
                "the municipality is asked about the signal of its own mayor",
                askingRecognitionOf(WIERINGERSLUIS, WIERINGERSLUIS),
                "G16 participant");
        refused(
                "customs recognise a signal of the tax service",
                recognising()
                        .by(CUSTOMS_OFFICER)
                        .with("signal.reporter", TAX.id())
                        .with("signal.recognitions", List.of(Recognition.open(CUSTOMS.id(), NOW))),
                "G16 participant");
        refused(
                "the college recognises the signal of its own mayor",
                recognising()
                        .by(COLLEGES_WORKER)
                        .with("signal.reporter", WIERINGERSLUIS.id())
                        .with("signal.recognitions", List.of(Recognition.open(WIERINGERSLUIS.id(), NOW))),
                "G16 participant");
        refused(
                "it recognises without an observation",
                recognising().without("asked.observation"),
                "G16 observation.what",
                "G16 observation.date",
                "G16 observation.reference");
        refused(
                "it recognises by an observation of tomorrow",
                recognising().with("asked.observation.date", TODAY.plusDays(1)),
                "G16 observation.date");
        refused(
                "it recognises without a reference in its own system",
                recognising().with("asked.observation.reference", ""),
                "G16 observation.reference");
        permitted("it does not recognise, which needs no observation", notRecognising());
        refused(
                "a signal that nobody recognised is put to the vote",
                votingOnDesignation().with("bundled.0.recognitions", List.of()),
                "G16 signals");
        refused(
                "a signal that was not recognised by who was asked is designated on",
                designating().with("bundled.0.recognitions.0.outcome", Recognition.Outcome.NOT_RECOGNISED),
                "G16 signals");
        refused(
                "a signal of the tax service that customs alone recognised is designated on",
                designating()
                        .with("bundled.0.reporter", TAX.id())
                        .with("bundled.0.recognitions", List.of(recognition(CUSTOMS))),
                "G16 signals");

        rule("G17");
        permitted("the bureau prepares a complete assessment", preparingAssessment());
        permitted("the reporter decides, with its reason", decidingAssessment(OFFICER));
        permitted("who recognised decides, with its reason", decidingAssessment(MAYORS_WORKER));
        refused(
                "it does not say how the signal fits the purpose",
                preparingAssessment().without("asked.factors.purpose"),
                "G17 purpose");
        refused(
                "none of the four factors was weighed",
                preparingAssessment()
                        .without("asked.factors.type")
                        .without("asked.factors.extent")
                        .with("asked.factors.weight", "")
                        .without("asked.factors.connection"),
                "G17 type",
                "G17 extent",
                "G17 weight",
                "G17 connection");
        refused(
                "a participant decides without a reason",
                decidingAssessment(OFFICER).without("asked.reason"),
                "G17 reason");
        refused(
                "a signal that was not taken up is designated on",
                designating().with("bundled.0.state", SignalState.WEIGHED),
                "G17 signals");
        refused(
                "a signal that is gone is put to the vote",
                votingOnDesignation().with("bundled", List.of()),
                "G17 signals");
        refused(
                "a knelpunt without any signal is designated",
                designating().with("knelpunt.proposal.signals", List.of()).with("bundled", List.of()),
                "G17 signals");
    }

    private void designation() {
        rule("G18");
        permitted("a delimited proposal is put to the vote", votingOnDesignation());
        permitted(
                "a branch needs no area on the map",
                votingOnDesignation()
                        .with("knelpunt.proposal.objectType", ObjectType.BRANCH)
                        .without("knelpunt.proposal.scope.area"));
        refused(
                "it does not say what is in",
                votingOnDesignation().without("knelpunt.proposal.scope.in"),
                "G18 scope.in");
        refused(
                "it does not say what is out",
                designating().with("knelpunt.proposal.scope.out", "  "),
                "G18 scope.out");
        refused(
                "an area without its place on the map",
                designating().without("knelpunt.proposal.scope.area"),
                "G18 scope.area");
        refused("it is nothing the law knows", designating().without("knelpunt.proposal.objectType"), "G18 objectType");
        refused("without a title", designating().without("knelpunt.proposal.title"), "G18 title");
        refused(
                "it names no manifestation",
                designating().with("knelpunt.proposal.manifestations", Set.of()),
                "G18 manifestations");
        refused("it involves nobody", designating().involving(), "G18 involved");

        rule("G19");
        permitted("a proposal with all its grounds", designating());
        refused(
                "necessity is not argued",
                votingOnDesignation().without("knelpunt.proposal.grounds.necessity"),
                "G19 grounds.necessity");
        refused(
                "proportionality is not argued",
                designating().without("knelpunt.proposal.grounds.proportionality"),
                "G19 grounds.proportionality");
        refused(
                "subsidiarity is not argued",
                designating().with("knelpunt.proposal.grounds.subsidiarity", ""),
                "G19 grounds.subsidiarity");
        refused(
                "the enforcement deficit is not argued",
                designating().without("knelpunt.proposal.grounds.deficit"),
                "G19 grounds.deficit");
        refused(
                "a prolongation is not argued anew",
                prolonging().without("knelpunt.evaluations.0.renewedGrounds.necessity"),
                "G19 renewedGrounds.necessity");

        rule("G20");
        permitted("a member concludes, seven of thirteen participants have voted", designating());
        permitted("a member closes, seven of thirteen have voted", closing());
        refused("six of thirteen are no quorum", designating().withVotesOf(Motion.Kind.DESIGNATE, 6), "G20 votes");
        refused("six of thirteen can't prolong", prolonging().withVotesOf(Motion.Kind.PROLONG, 6), "G20 votes");
        refused("six of thirteen can't close", closing().withVotesOf(Motion.Kind.CLOSE, 6), "G20 votes");
        refused(
                "nobody has voted, where the policy asks for no quorum",
                closing().under(Copy.with(Policy.DEFAULT, "quorum", 0.0)).with("knelpunt.motions", List.of()),
                "G20 votes");
        permitted(
                "five of thirteen where the policy asks for more than a third",
                designating().under(Copy.with(Policy.DEFAULT, "quorum", 0.34)).withVotesOf(Motion.Kind.DESIGNATE, 5));
        refused(
                "votes on another question do not count",
                designating().withVotesOf(Motion.Kind.CLOSE, 13),
                "G20 votes");
        refused("the case director who proposed it designates", designating().by(CASE_DIRECTOR), "G20 role");
        refused("an analyst closes", closing().by(ANALYST), "G20 role");
        refused(
                "a worker of an involved participant votes",
                votingOnDesignation().by(OFFICER),
                "G20 role");
        refused(
                "a case director who sits in the steering group as well votes",
                votingOnDesignation().by(person("both", POLICE, null, Role.STEERING_MEMBER, Role.CASE_DIRECTOR)),
                "G20 role");
        refused("a vote without a reason", votingOnDesignation().with("asked.reason", " "), "G20 reason");
        refused("a vote on closure without a reason", votingOnClosure().without("asked.reason"), "G20 reason");
    }

    private void term() {
        // Designated on 12 January 2026: its last day is 11 January 2027
        LocalDate last = LocalDate.of(2027, 1, 11);
        rule("G21");
        permitted(
                "shared on the last day", sharing(OFFICER, DataCategory.VEHICLE).on(last));
        refused(
                "shared on the day after",
                sharing(OFFICER, DataCategory.VEHICLE).on(last.plusDays(1)),
                "G21 term");
        refused("a worker reads the data on the day after", seeingData(OFFICER).on(last.plusDays(1)), "G21 term");
        permitted("an analyst reads them, to evaluate", seeingData(ANALYST).on(last.plusDays(1)));
        permitted(
                "the case director reads them, to evaluate",
                seeingData(CASE_DIRECTOR).on(last.plusDays(1)));
        permitted("the knelpunt itself stays readable", seeingKnelpunt(OFFICER).on(last.plusDays(1)));
        refused("a phase is opened", openingPhase(2).on(last.plusDays(1)), "G21 term");
        refused("a plan is written", writingPlan().on(last.plusDays(1)), "G21 term");
        refused("an intervention is planned", planningIntervention().on(last.plusDays(1)), "G21 term");
        refused("an intervention is carried out", carryingOut(MAYORS_WORKER).on(last.plusDays(1)), "G21 term");
        permitted("prolonged on the last day", prolonging().on(last));
        refused("prolonged on the day after", prolonging().on(last.plusDays(1)), "G21 term");
        refused("prolongation is voted on", votingOnProlongation().on(last.plusDays(1)), "G21 term");
        permitted("evaluated", evaluating().on(last.plusDays(1)));
        permitted("closure is voted on", votingOnClosure().on(last.plusDays(1)));
        permitted("closed", closing().on(last.plusDays(1)));

        rule("G22");
        permitted("evaluated with the advice to prolong", prolonging());
        refused(
                "not evaluated",
                prolonging().with("knelpunt.evaluations", List.of()),
                "G19 renewedGrounds.necessity",
                "G19 renewedGrounds.proportionality",
                "G19 renewedGrounds.subsidiarity",
                "G19 renewedGrounds.deficit",
                "G22 evaluations");
        refused(
                "evaluated with the advice to close",
                prolonging().with("knelpunt.evaluations.0.recommendation", Evaluation.Recommendation.CLOSE),
                "G22 evaluations");
        refused(
                "prolongation is voted on against the advice",
                votingOnProlongation().with("knelpunt.evaluations.0.recommendation", Evaluation.Recommendation.CLOSE),
                "G22 evaluations");
        permitted("closing asks for no evaluation with that advice", closing());

        rule("G23");
        permitted("shared when designated", sharing(OFFICER, DataCategory.VEHICLE));
        for (Scene early : List.of(
                sharing(OFFICER, DataCategory.VEHICLE),
                seeingData(OFFICER),
                openingPhase(2),
                writingPlan(),
                planningIntervention(),
                carryingOut(MAYORS_WORKER))) {
            refused(
                    early.facts().act() + " while it is only proposed",
                    early.inState(KnelpuntState.PROPOSED).with("knelpunt.terms", List.of()),
                    "G23");
        }
    }

    private void involved() {
        rule("G24");
        permitted(
                "a worker of an involved participant reads",
                seeingKnelpunt(OFFICER).involving(POLICE));
        refused("a worker of another reads", seeingKnelpunt(STRANGER).involving(POLICE), "G24");
        refused(
                "a worker of another reads what does not exist",
                seeingKnelpunt(STRANGER).ofNothing(),
                "G24");
        refused("a worker of another reads the data", seeingData(STRANGER).involving(POLICE), "G24");
        refused(
                "a worker of another shares",
                sharing(STRANGER, DataCategory.VEHICLE).involving(POLICE),
                "G24");
        refused(
                "a worker of another shares what could never be shared",
                sharing(STRANGER, DataCategory.SPECIAL, 3).involving(POLICE).with("data.0.source.lawfullyHeld", false),
                "G24");
        permitted(
                "a member of the steering group reads the proposal",
                seeingKnelpunt(steeringMember(HAARVEEN)).involving(POLICE));
        permitted(
                "the bureau reads, whoever appointed it",
                seeingKnelpunt(CASE_DIRECTOR).involving(POLICE));
        refused(
                "the case director reads what does not exist",
                seeingKnelpunt(CASE_DIRECTOR).ofNothing(),
                "G24");
        refused("a member votes on what does not exist", votingOnDesignation().ofNothing(), "G24");
    }

    private void policeData() {
        rule("G28");
        permitted("the police report under article 8 with the agreement", reporting(OFFICER));
        permitted(
                "the marechaussee reports under article 13 with the agreement",
                reporting(MARSHAL)
                        .with("signal.content.police", agreed(WpgClass.ARTICLE_13))
                        .with("data.0.source.police", agreed(WpgClass.ARTICLE_13)));
        refused(
                "the police report without class and agreement",
                reporting(OFFICER).without("signal.content.police").without("data.0.source.police"),
                "G28 police.wpgClass",
                "G28 police.agreement");
        refused(
                "the police report without the agreement",
                reporting(OFFICER)
                        .with("signal.content.police", new PoliceBasis(WpgClass.ARTICLE_8, " "))
                        .with("data.0.source.police", new PoliceBasis(WpgClass.ARTICLE_8, " ")),
                "G28 police.agreement");
        refused(
                "the police share without the class",
                sharing(OFFICER, DataCategory.VEHICLE).without("data.0.source.police.wpgClass"),
                "G28 police.wpgClass");
        refused(
                "the police report without class and agreement, with no data about anybody",
                reporting(OFFICER).without("signal.content.police").withData(),
                "G28 police.wpgClass",
                "G28 police.agreement");
        refused(
                "article 14: removed, kept for complaints only",
                sharing(OFFICER, DataCategory.VEHICLE).with("data.0.source.police", agreed(WpgClass.ARTICLE_14)),
                "G28 police.wpgClass");
        refused(
                "article 14 in a signal",
                reporting(OFFICER)
                        .with("signal.content.police", agreed(WpgClass.ARTICLE_14))
                        .with("data.0.source.police", agreed(WpgClass.ARTICLE_14)),
                "G28 police.wpgClass");
        for (WpgClass never : List.of(WpgClass.ARTICLE_10_1_B, WpgClass.ARTICLE_12)) {
            refused(
                    never + " is shared",
                    sharing(OFFICER, DataCategory.VEHICLE).with("data.0.source.police", agreed(never)),
                    "G13 police.wpgClass",
                    "G28 police.wpgClass");
            refused(
                    never + " is shared in phase 3",
                    sharing(OFFICER, DataCategory.POLICE_9_10, 3)
                            .withPhases(1, 2, 3)
                            .with("data.0.source.police", agreed(never)),
                    "G13 police.wpgClass",
                    "G28 police.wpgClass");
            refused(
                    never + " is called data of a municipality",
                    sharing(MAYORS_WORKER, DataCategory.VEHICLE).with("data.0.source.police", agreed(never)),
                    "G13 police.wpgClass",
                    "G28 police.wpgClass");
            refused(
                    never + " in a signal",
                    reporting(OFFICER)
                            .with("signal.content.police", agreed(never))
                            .with("data.0.source.police", agreed(never)),
                    "G13 police.wpgClass",
                    "G28 police.wpgClass");
            refused(
                    never + " in a signal without data about anybody",
                    reporting(OFFICER)
                            .with("signal.content.police", agreed(never))
                            .withData(),
                    "G13 police.wpgClass",
                    "G28 police.wpgClass");
            refused(
                    never + " of one datum in a signal",
                    reporting(OFFICER).with("data.0.source.police", agreed(never)),
                    "G13 police.wpgClass",
                    "G28 police.wpgClass");
            refused(
                    never + " that got in is not shown",
                    seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1).with("data.0.source.police", agreed(never)),
                    "G13 police.wpgClass",
                    "G28 police.wpgClass");
        }
        refused(
                "article 14 is called data of a municipality",
                sharing(MAYORS_WORKER, DataCategory.VEHICLE).with("data.0.source.police", agreed(WpgClass.ARTICLE_14)),
                "G28 police.wpgClass");
        permitted(
                "police data under article 8 in phase 2",
                sharing(OFFICER, DataCategory.POLICE_8_13, 2).withPhases(1, 2));
        refused(
                "police data of phase 3 under article 8",
                sharing(OFFICER, DataCategory.POLICE_9_10, 3)
                        .withPhases(1, 2, 3)
                        .with("data.0.source.police", agreed(WpgClass.ARTICLE_8)),
                "G28 police.wpgClass");
        refused(
                "a municipality supplies police data: the wrong source, beside the sector rule",
                sharing(MAYORS_WORKER, DataCategory.POLICE_8_13, 2)
                        .withPhases(1, 2)
                        .without("data.0.source.police"),
                "G11 category",
                "G28 police.wpgClass",
                "G28 police.agreement");
        permitted("a municipality needs no class for its own data", sharing(MAYORS_WORKER, DataCategory.VEHICLE));
    }

    private void planAndInterventions() {
        rule("G36");
        permitted("a plan on tested information", writingPlan());
        refused("the quality was not tested", writingPlan().with("asked.qualityTested", false), "G36 qualityTested");
        refused(
                "the plan does not say on what it rests",
                writingPlan().with("asked.informationBase", " "),
                "G36 informationBase");
        refused(
                "an intervention is planned before the plan was tested",
                planningIntervention().without("knelpunt.plan"),
                "G36 qualityTested",
                "G36 informationBase");

        rule("G37");
        permitted("the mayor will close a building", planningIntervention());
        permitted("the mayor's worker reports that it was closed", carryingOut(MAYORS_WORKER));
        refused(
                "the college will use a power of the mayor",
                planningIntervention().with("asked.organ", Organ.COLLEGE),
                "G37 organ");
        refused(
                "the police will use a power of the mayor",
                planningIntervention().with("asked.participant", POLICE),
                "G37 organ");
        refused(
                "the power is no task for which the organ takes part",
                planningIntervention()
                        .with(
                                "asked.type",
                                interventionType(
                                        "x", Organ.BURGEMEESTER, "woningwet", InterventionType.Category.PREVENTION)),
                "G37 organ");
        refused("no plugin knows the type", planningIntervention().without("asked.type"), "G37 type");
        refused("by a participant that is not involved", planningIntervention().involving(POLICE), "G37 participant");
        refused(
                "by somebody unknown in this region",
                planningIntervention().without("asked.participant"),
                "G37 participant");
        refused("the police report what the mayor did", carryingOut(OFFICER), "G37 participant");
        refused("the college reports what the mayor did", carryingOut(COLLEGES_WORKER), "G37 participant");
        refused(
                "what is not in the plan is carried out",
                carryingOut(MAYORS_WORKER).without("asked.intervention"),
                "G37 participant");
    }

    private void access() {
        rule("G41");
        permitted("a screened and trained worker", drafting(OFFICER));
        refused("an appointment that was withdrawn", drafting(OFFICER).with("actor.account.active", false), "G41");
        refused("not screened", drafting(OFFICER).with("actor.account.screened", false), "G41");
        refused("never trained", drafting(OFFICER).without("actor.account.trainedUntil"), "G41");
        permitted("on the last day of the training", drafting(OFFICER).with("actor.account.trainedUntil", TODAY));
        refused(
                "trained until yesterday",
                drafting(OFFICER).with("actor.account.trainedUntil", TODAY.minusDays(1)),
                "G41");
        permitted(
                "a participant's system needs no training",
                delivering(person("koppeling", POLICE, null, Role.CONNECTION)).without("actor.account.trainedUntil"));
        refused("whose participant left the region", drafting(OFFICER).without("actor.participant"), "G41");
        refused(
                "a bureau person appointed by a party without exchange reads",
                seeingKnelpunt(person("liesbeth", PARTY, null, Role.ANALYST)),
                "G41");
        refused("a case director drafts a signal", drafting(CASE_DIRECTOR), "G41");
        refused("a connection drafts a signal", drafting(connection(POLICE)), "G41");
        refused(
                "the police deliver for a municipality",
                delivering(OFFICER).with("asked.participant", WIERINGERSLUIS),
                "G41");
        refused("for somebody unknown in this region", delivering(OFFICER).without("asked.participant"), "G41");
        refused("a privacy officer reads a signal", seeingSignal(PRIVACY_OFFICER, SignalState.REPORTED), "G41");

        permitted("the reporter reads its draft", seeingSignal(OFFICER, SignalState.DRAFT));
        refused("the bureau reads a draft", seeingSignal(CASE_DIRECTOR, SignalState.DRAFT), "G41");
        refused("somebody reads another's draft", seeingSignal(MAYORS_WORKER, SignalState.DRAFT), "G41");
        permitted("the bureau reads a reported signal", seeingSignal(CASE_DIRECTOR, SignalState.REPORTED));
        refused("somebody who was not asked reads it", seeingSignal(MAYORS_WORKER, SignalState.REPORTED), "G41");
        permitted("who is asked reads it", seeingSignal(MAYORS_WORKER, SignalState.ASKED));
        refused("the neighbours of who is asked", seeingSignal(NEIGHBOURS_WORKER, SignalState.ASKED), "G41");
        refused(
                "who did not recognise it lost sight of it",
                seeingSignal(MAYORS_WORKER, SignalState.RECOGNISED)
                        .with("signal.recognitions.0.outcome", Recognition.Outcome.NOT_RECOGNISED),
                "G41");
        permitted("who recognised it keeps sight", seeingSignal(MAYORS_WORKER, SignalState.WEIGHED));
        refused(
                "who never answered lost sight of it when it was weighed",
                seeingSignal(MAYORS_WORKER, SignalState.WEIGHED)
                        .with("signal.recognitions.0.outcome", Recognition.Outcome.OPEN),
                "G41");
        refused(
                "who never answered can't answer when it was weighed",
                recognising().inState(SignalState.WEIGHED),
                "G41");
        refused("who was not asked answers", recognising().by(NEIGHBOURS_WORKER), "G41");
        refused(
                "who was not asked answers on what does not exist",
                recognising().ofNothing(),
                "G41");
        refused("another withdraws a signal", withdrawing().by(MAYORS_WORKER), "G41");
        permitted("its reporter withdraws it", withdrawing());
        refused("somebody decides who neither reported nor recognised", decidingAssessment(NEIGHBOURS_WORKER), "G41");
        refused("the case director decides", decidingAssessment(CASE_DIRECTOR), "G41");
        refused("a worker asks for recognition of another's signal", askingRecognition(NEIGHBOURS_WORKER, FOOD), "G41");

        Actor workerAndAnalyst = person("dubbel", POLICE, Organ.POLITIE, Role.WORKER, Role.ANALYST);
        refused(
                "an analyst who is a worker too shares for the police",
                sharing(workerAndAnalyst, DataCategory.VEHICLE),
                "G41");
        refused("the same drafts a signal for the police", drafting(workerAndAnalyst), "G41");
        refused(
                "an analyst who sits in the steering group opens a phase",
                openingPhase(2).by(person("dubbel", POLICE, null, Role.STEERING_MEMBER, Role.ANALYST)),
                "G41");
        refused("the platform reads", seeingSignal(Actor.PLATFORM, SignalState.REPORTED), "G41");
        refused("somebody unproven signs in", listing(Act.SIGN_IN, Actor.UNKNOWN), "G41");
        permitted("somebody unproven fails to sign in", listing(Act.FAIL_SIGN_IN, Actor.UNKNOWN));
        permitted("a worker signs in", listing(Act.SIGN_IN, OFFICER));
        refused(
                "whose appointment was withdrawn signs in",
                listing(Act.SIGN_IN, OFFICER).with("actor.account.active", false),
                "G41");
        permitted("the same signs out", listing(Act.SIGN_OUT, OFFICER).with("actor.account.active", false));
        refused("a worker is said to have failed to sign in", listing(Act.FAIL_SIGN_IN, OFFICER), "G41");
        permitted(
                "a draft lapses by the platform",
                onOwnDraft(Act.LAPSE_DRAFT, OFFICER).by(Actor.PLATFORM));
        refused("a draft lapses by a person", onOwnDraft(Act.LAPSE_DRAFT, OFFICER), "G41");
        refused(
                "a draft lapses that is gone",
                onOwnDraft(Act.LAPSE_DRAFT, OFFICER).by(Actor.PLATFORM).ofNothing(),
                "G41");

        rule("G42");
        permitted("an admin makes a backup", listing(Act.BACK_UP, ADMIN));
        refused("an admin reads a signal", seeingSignal(ADMIN, SignalState.REPORTED), "G42");
        refused("support reads a knelpunt", seeingKnelpunt(SUPPORT), "G42");
        refused("support reads what does not exist", seeingKnelpunt(SUPPORT).ofNothing(), "G42");
        refused("an admin reads data", seeingData(ADMIN), "G42");
        refused(
                "an admin shares a datum",
                sharing(OFFICER, DataCategory.VEHICLE).by(ADMIN),
                "G42");
        refused("an admin delivers a message for its own participant", delivering(ADMIN), "G42");
        refused("the command line on a stopped installation reads", seeingKnelpunt(Actor.MAINTENANCE), "G42");
    }

    private void source() {
        rule("G48");
        permitted("with source, category, basis and dates", sharing(OFFICER, DataCategory.VEHICLE));
        permitted(
                "a draft still without a basis",
                adding(OFFICER, DataCategory.VEHICLE).without("data.0.source.basis"));
        refused(
                "without a category",
                sharing(OFFICER, DataCategory.VEHICLE).without("data.0.category"),
                "G48 category");
        refused(
                "without a basis",
                sharing(OFFICER, DataCategory.VEHICLE).with("data.0.source.basis", " "),
                "G48 basis");
        refused(
                "it does not say what the value is",
                sharing(OFFICER, DataCategory.VEHICLE).without("data.0.field"),
                "G48 field");
        refused(
                "without the day of its destruction",
                sharing(OFFICER, DataCategory.VEHICLE).without("data.0.destroyBy"),
                "G48 supplier");
        refused(
                "without the day of first processing",
                sharing(OFFICER, DataCategory.VEHICLE).without("data.0.firstProcessed"),
                "G48 supplier");
        refused(
                "a draft gets a datum without a category",
                adding(OFFICER, DataCategory.VEHICLE).without("data.0.category"),
                "G48 category");
        refused(
                "a signal is reported with a datum without a basis",
                reporting(OFFICER).without("data.0.source.basis"),
                "G48 basis");
    }

    private void frozen() {
        rule("G51");
        permitted("the supplier's module is there", seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1));
        refused(
                "the supplier's module is away: not shown",
                seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1).withoutModuleOf(POLICE),
                "G51");
        permitted(
                "another's module is away",
                seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1).withoutModuleOf(WIERINGERSLUIS));
        refused(
                "a datum of who left the region",
                seeingDatum(ANALYST, OFFICER, DataCategory.VEHICLE, 1).with("data.0.source.supplier", "opgeheven"),
                "G51");
        refused("the supplier shares", sharing(OFFICER, DataCategory.VEHICLE).withoutModuleOf(POLICE), "G51");
        refused("a message is delivered", delivering(OFFICER).withoutModuleOf(POLICE), "G51");
        refused("a signal is drafted", drafting(OFFICER).withoutModuleOf(POLICE), "G51");
        refused("a signal is reported", reporting(OFFICER).withoutModuleOf(POLICE), "G51");
        refused(
                "recognition is asked of a signal of the police",
                askingRecognition(CASE_DIRECTOR, WIERINGERSLUIS).withoutModuleOf(POLICE),
                "G51");
        refused("a signal of the police is recognised", recognising().withoutModuleOf(POLICE), "G51");
        refused(
                "an intervention of the municipality is planned",
                planningIntervention().withoutModuleOf(WIERINGERSLUIS),
                "G51");
        permitted("the knelpunt stays readable", seeingKnelpunt(OFFICER).with("activeKinds", Set.of()));
        permitted("a signal can be withdrawn", withdrawing().with("activeKinds", Set.of()));
        permitted(
                "a draft can be thrown away",
                onOwnDraft(Act.DISCARD_DRAFT, OFFICER).with("activeKinds", Set.of()));
        permitted(
                "a draft lapses",
                onOwnDraft(Act.LAPSE_DRAFT, OFFICER).by(Actor.PLATFORM).with("activeKinds", Set.of()));
    }

    @TestFactory
    Stream<DynamicTest> theGuardSays() {
        return table.stream()
                .map(row -> dynamicTest(
                        row.rule + ": " + row.act + " -> " + (row.refusal.isEmpty() ? "permitted" : row.refusal),
                        () -> assertEquals(row.refusal, row.scene.findings())));
    }

    @Test
    void everyRuleHasAnActThatItAloneRefusesAndOneThatItPermits() {
        Set<String> alone = new HashSet<>();
        Set<String> permits = new HashSet<>();
        for (Row row : table) {
            Set<String> rules = row.refusal.stream().map(f -> f.split(" ")[0]).collect(Collectors.toSet());
            if (rules.equals(Set.of(row.rule))) {
                alone.add(row.rule);
            } else if (rules.isEmpty()) {
                permits.add(row.rule);
            }
        }
        assertEquals(RULES, alone);
        assertTrue(permits.containsAll(RULES), () -> "no permitted act under " + minus(RULES, permits));
    }

    @Test
    void theListOfRulesIsTheLaws() {
        Set<String> known = Rules.all().stream().map(Rule::id).collect(Collectors.toSet());
        Set<String> expected =
                IntStream.rangeClosed(1, 51).mapToObj(i -> "G%02d".formatted(i)).collect(Collectors.toSet());
        assertEquals(expected, known);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }
}
