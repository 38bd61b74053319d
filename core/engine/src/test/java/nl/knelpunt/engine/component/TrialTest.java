package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.TriedException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.LegalDuty;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.Operations;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.oversight.RacRequests;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.InformationRegister;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.scan.Choice;
import nl.knelpunt.engine.scan.Codes;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.DataRequests;
import nl.knelpunt.engine.steering.Mandates;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import nl.knelpunt.engine.steering.OutsideDecisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** May I? Every act can be tried: it is judged as if it were done, the question is logged, and nothing else happens. */
class TrialTest {

    /** Done by {@code core/identity}, and tried there. */
    private static final Set<Act> OF_ACCOUNTS =
            EnumSet.of(Act.ADD_ACCOUNT, Act.SEE_ACCOUNTS, Act.SEE_PEOPLE, Act.WITHDRAW_ACCOUNT, Act.QUALIFY_ACCOUNT);

    /** Done in {@code core/webhooks}. */
    private static final Set<Act> OF_SUBSCRIPTIONS = EnumSet.of(Act.SUBSCRIBE, Act.SEE_SUBSCRIPTIONS, Act.UNSUBSCRIBE);

    private static final Selections.NewSelection ALL =
            new Selections.NewSelection("alles", false, Selection.Filter.ALL);

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBVjCB/aADAgECAggbZWq542T8/DAKBggqhkjOPQQDAjAgMR4wHAYDVQQDExVQ
            b2xpdGllIE5vb3JkLUhvbGxhbmQwHhcNMjYxMTI1MjI1MTEzWhcNMjkxMTI0MjI1
            MTEzWjAgMR4wHAYDVQQDExVQb2xpdGllIE5vb3JkLUhvbGxhbmQwWTATBgcqhkjO
            PQIBBggqhkjOPQMBBwNCAAQXexmG0MI01oGcBGVh5RSS6j7ScTwKqjHIQ621mt6u
            aJIMBMCxsEb6cfZUceLfHpArlN4qtgra36S9Mjw2N7SYoyEwHzAdBgNVHQ4EFgQU
            IK/rxdXZMVn7XXMuLYbirWsshw0wCgYIKoZIzj0EAwIDSAAwRQIgRzBpe7EdmXF+
            ktxrwFzH1GmRwUHPtYGe3Ea+lcVy7F4CIQCOgQwlY8uCqkcpWRB9KsJmgv+qLHRn
            hsRvZxcaKV9Z0Q==
            -----END CERTIFICATE-----
            """;

    interface Doing {
        void act(Stage stage, Call call, UUID object) throws Exception;
    }

    /**
     * An act that would be permitted.
     *
     * @param before brings the story so far that it can be done; gives what it concerns
     * @param who may do it
     */
    record Case(Function<Stage, UUID> before, Function<Stage, Account> who, Doing doing) {}

    /** A house with all that people can do in it. */
    static final class Stage {

        final House house = new House();
        final UUID linkable = house.takenUp();
        final Account admin = house.appoint("ad", House.MUNICIPALITY, null, Role.ADMIN);
        final Account member = house.appoint("rachel", House.MUNICIPALITY, null, Role.RAC_MEMBER);
        final Account privacyOfficer = house.appoint("pia", House.POLICE, null, Role.PRIVACY_OFFICER);
        final Policies policies =
                new PolicyUseCases(house.gate, house.store, () -> house.now, new RulesInForce(house.router));
        final Advices advices = new AdviceUseCases(house.gate);
        final PlatformClock clock = new PlatformClock(true, Clock.fixed(house.now, ZoneOffset.UTC), house.store);
        final Operations operations = new OperationUseCases(
                house.gate,
                house.store,
                new Backups() {
                    @Override
                    public Backup make() {
                        return new Backup(Path.of("backup"), contents());
                    }

                    @Override
                    public Contents contents() {
                        return new Contents(Map.of(), 0, "");
                    }

                    @Override
                    public int removeOlderThan(java.time.Duration age) {
                        return 0;
                    }
                },
                house.store,
                clock,
                house.terms);

        UUID selection(UUID knelpunt) {
            return house.store.transact(t -> t.selections()
                    .ofKnelpunt(knelpunt, house.analyst.id(), null, 1)
                    .get(0)
                    .id());
        }

        UUID withSelection() {
            UUID knelpunt = house.designated();
            house.selections.keep(by(house.analyst), knelpunt, ALL);
            return knelpunt;
        }

        UUID submittedAnalysis() {
            UUID analysis = house.writtenAnalysis(house.designated());
            house.analyses.submit(by(house.analyst), analysis);
            return analysis;
        }

        final ImaginaryJars jars = new ImaginaryJars();
        final ModuleUseCases modules = new ModuleUseCases(house.gate, jars, house.meter, false);
        final SwapSteps steps = new SwapSteps(house.gate, house.store, house.meter);
        String plan;

        /** A module of the police lies ready. */
        UUID staged() {
            house.store.transact(t -> {
                t.modules()
                        .put(new Signer(ImaginaryJars.SIGNER, "CN=P", "", Set.of("police"), "test", house.now, null));
                return null;
            });
            stage("1.0.0 VEHICLE");
            return null;
        }

        String stage(String jar) {
            try {
                return modules.stage(by(admin), jar(jar)).digest();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        UUID plannedSwap() {
            staged();
            plan = modules.plan(by(admin), wanted(stage("1.0.0 VEHICLE"))).digest();
            return null;
        }

        /** A second version runs in the place of a first. */
        UUID swapped() {
            staged();
            for (String version : List.of("1.0.0 VEHICLE", "1.0.1 VEHICLE")) {
                String next = modules.plan(by(admin), wanted(stage(version))).digest();
                UUID swap = modules.apply(by(admin), next).id();
                steps.step(swap, Swap.Step.SWITCHED, null, null);
                steps.step(swap, Swap.Step.DONE, null, null);
            }
            return null;
        }

        static InputStream jar(String jar) {
            return new ByteArrayInputStream(jar.getBytes(StandardCharsets.UTF_8));
        }

        static Modules.Wanted wanted(String digest) {
            return new Modules.Wanted("police", digest, null, Map.of(), null, null, List.of());
        }

        static final RacRequest.Content QUESTION =
                new RacRequest.Content(RacAdvice.Matter.ONE_CHANGE, "proef", "mag dit?", List.of());
        static final RacRequests.NewAnswer ANSWER = new RacRequests.NewAnswer(
                "3", LocalDate.of(2026, 5, 1), RacAdvice.Outcome.POSITIVE, "past bij het doel", null);

        final ReportUseCases reports = new ReportUseCases(house.gate, house.press);
        final DutyUseCases duties = new DutyUseCases(house.gate);
        final InformationUseCases information = new InformationUseCases(house.gate);
        final RacUseCases rac = new RacUseCases(house.gate);

        UUID question() {
            return rac.draft(by(house.director), QUESTION).id();
        }

        UUID sent() {
            return rac.send(by(house.director), question()).id();
        }

        UUID advised() {
            return rac.advise(by(member), sent(), ANSWER).id();
        }

        UUID advice() {
            return advices.register(
                            by(member),
                            new Advices.NewAdvice(
                                    "1",
                                    "proef",
                                    LocalDate.of(2026, 5, 1),
                                    RacAdvice.Outcome.POSITIVE,
                                    null,
                                    null,
                                    null))
                    .id();
        }

        UUID evaluated() {
            UUID knelpunt = house.evaluated();
            house.nearsItsEnd(knelpunt);
            house.votes(knelpunt, Motion.Kind.PROLONG, Motion.Choice.FOR, Motion.Choice.FOR);
            return knelpunt;
        }

        UUID closed() {
            UUID knelpunt = house.designated();
            house.closes(knelpunt);
            return knelpunt;
        }

        UUID lesson() {
            closed();
            return house.closures
                    .lessons(by(house.director), new Closures.Wanted(null, null, null, null, null, null), null, 1)
                    .items()
                    .get(0)
                    .id();
        }

        UUID draftList() {
            return house.destructions
                    .make(by(house.director), closed(), List.of(), "klaar")
                    .id();
        }

        UUID submittedList() {
            UUID list = draftList();
            house.destructions.submit(by(house.director), list);
            return list;
        }

        UUID listed(UUID list) {
            return house.store.transact(t -> t.data()
                    .ofDossier(t.destructions().find(list).orElseThrow().dossier())
                    .get(0)
                    .id());
        }

        UUID toClose() {
            UUID knelpunt = house.designated();
            house.evaluates(knelpunt, Evaluation.Recommendation.CLOSE);
            house.reportsClosure(knelpunt);
            house.votes(knelpunt, Motion.Kind.CLOSE, Motion.Choice.FOR, Motion.Choice.FOR);
            return knelpunt;
        }

        UUID votedOn() {
            UUID knelpunt = house.submitted();
            house.votes(knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, Motion.Choice.FOR);
            return knelpunt;
        }

        UUID meeting() {
            return house.caseMeetings
                    .plan(
                            by(house.director),
                            house.designated(Activity.CASE_CONSULTATION),
                            World.TODAY,
                            List.of("afspraken"))
                    .id();
        }

        UUID heldMeeting() {
            UUID meeting = meeting();
            house.caseMeetings.hold(by(house.director), meeting, minutes());
            agreement = house.caseMeetings
                    .see(by(house.director), meeting)
                    .meeting()
                    .agreements()
                    .get(0)
                    .id();
            return meeting;
        }

        static CaseMeetings.Minutes minutes() {
            return new CaseMeetings.Minutes(
                    World.TODAY,
                    List.of(House.POLICE.id()),
                    List.of(new CaseMeetings.NewAgreement(House.POLICE.id(), "nalopen", World.TODAY)));
        }

        static Mapping.Content mapping() {
            return new Mapping.Content(
                    "x",
                    Codes.SBI,
                    "sbi",
                    "n",
                    ';',
                    true,
                    Set.of(),
                    List.of(new Mapping.Indicator("A", "a", "a", "%", Mapping.Direction.HIGHER_IS_MORE_VULNERABLE)));
        }

        UUID pledged() {
            UUID knelpunt = house.planned();
            pledge = house.capacities
                    .pledge(by(house.mayorsWorker), knelpunt, HUNDRED_HOURS)
                    .id();
            return knelpunt;
        }

        UUID withSheet() {
            UUID knelpunt = house.planned();
            sheet = house.taskSheets
                    .release(by(house.director), knelpunt, SHEET)
                    .id();
            return knelpunt;
        }

        /** A designated knelpunt, of which somebody will do something with a datum of the police. */
        UUID withDatum() {
            UUID knelpunt = house.designated();
            datum = house.store.dataOf(knelpunt).get(0).id();
            return knelpunt;
        }

        UUID withBsn() {
            UUID knelpunt = house.designated();
            UUID person = house.store.subjectsOf(knelpunt).get(0).id();
            datum = house.knelpunten
                    .share(by(house.officer), knelpunt, House.datum(person, null, DataCategory.BSN, "999990019", 1))
                    .id();
            return knelpunt;
        }

        UUID withHold() {
            UUID knelpunt = withDatum();
            house.data.hold(by(house.director), knelpunt, datum, Marks.Hold.Ground.LEGAL_CLAIM, "beroep");
            return knelpunt;
        }

        /** Another one, into which the datum can be taken over. */
        UUID besideDatum() {
            withDatum();
            return house.designated();
        }

        UUID prepared() {
            return house.prepared(house.designated());
        }

        UUID provided() {
            UUID provision = prepared();
            house.provisions.provide(by(house.director), provision);
            return provision;
        }

        /** About somebody of whom the police supplied the name. */
        UUID requested() {
            UUID signal = house.draft();
            house.signals.addDatum(
                    by(house.officer),
                    signal,
                    House.datum(
                            null,
                            new NewDatum.NewSubject(SubjectKind.PERSON, null, null),
                            DataCategory.IDENTIFICATION,
                            "Sjoerd Kademan",
                            1));
            house.designatedOn(signal);
            return house.rights
                    .register(by(house.contactPoint), RightsTest.asked(RightsRequest.Kind.ACCESS, HIM))
                    .id();
        }

        UUID consulted() {
            UUID request = requested();
            house.rights.answer(by(house.officer), request, NONE_OF_IT);
            return request;
        }

        /** The police asked the mayor for data. */
        UUID withRequest() {
            return house.requested(house.designated());
        }

        UUID withQuestion() {
            UUID request = withRequest();
            house.dataRequests.askBack(by(house.mayorsWorker), request, "welk jaar?");
            return request;
        }

        /** The mayor shared what was asked. */
        UUID withSupply() {
            UUID knelpunt = house.designated();
            datum = house.permit(knelpunt);
            return house.requested(knelpunt);
        }

        UUID withError() {
            UUID knelpunt = withDatum();
            house.data.reportError(by(house.mayorsWorker), knelpunt, datum, "verwisseld");
            return knelpunt;
        }

        /** The mayor proposed another plate. */
        UUID withProposal() {
            UUID knelpunt = withDatum();
            return house.corrections
                    .propose(by(house.mayorsWorker), knelpunt, datum, "99-XX-66", "verwisseld")
                    .id();
        }

        /** The mayor saw a plate that was corrected since. */
        UUID withNotice() {
            UUID knelpunt = withDatum();
            house.knelpunten.data(by(house.mayorsWorker), knelpunt, null, 10);
            house.data.correct(by(house.officer), knelpunt, datum, "99-XX-66");
            return house.corrections
                    .notices(by(house.mayorsWorker), true, null, 10)
                    .items()
                    .get(0)
                    .id();
        }

        UUID intervention;

        UUID decided() {
            UUID request = consulted();
            return house.rights
                    .decide(by(house.contactPoint), request, true, "u krijgt inzage")
                    .id();
        }

        UUID met() {
            UUID meeting = house.meeting();
            item = house.otherItem(meeting);
            house.meetingBegins(meeting);
            return meeting;
        }

        UUID metAndVoted() {
            UUID meeting = met();
            house.meetings.vote(by(house.policeMember), meeting, item, Motion.Choice.FOR, "goed plan");
            house.meetings.vote(by(house.mayor), meeting, item, Motion.Choice.FOR, "goed plan");
            return meeting;
        }

        UUID minuted() {
            UUID meeting = met();
            house.meetings.writeMinutes(by(house.director), meeting, "besproken");
            house.meetings.hold(by(house.director), meeting);
            return meeting;
        }

        UUID mandated() {
            return house.mandates
                    .register(by(house.policeMember), mandate(house))
                    .id();
        }

        /** The mayor voted for the police, under a mandate. */
        UUID withPaper() {
            mandated();
            UUID knelpunt = house.submitted();
            paper = house.outside
                    .addPaper(by(house.director), knelpunt, OutsideDecisionsTest.PDF)
                    .id();
            return knelpunt;
        }

        UUID item;
        UUID paper;
        UUID pledge;
        UUID agreement;
        UUID set;
        UUID sheet;
        UUID datum;
    }

    private static final Capacities.NewPledge HUNDRED_HOURS =
            new Capacities.NewPledge(null, World.TODAY, World.TODAY.plusMonths(3), 100, 2);
    private static final TaskSheet.Content SHEET = new TaskSheet.Content(
            "Platform Veilig Ondernemen", "de kade", "voorlichten", "het bureau", null, null, null);

    private static final Identifier HIM = new Identifier(DataCategory.IDENTIFICATION, null, "Sjoerd Kademan");

    private static final RightsRequest.Finding NONE_OF_IT = new RightsRequest.Finding(null, null, false, List.of());

    static final Map<Act, Case> CASES = new EnumMap<>(Act.class);

    private static void can(Act act, Function<Stage, UUID> before, Function<Stage, Account> who, Doing doing) {
        CASES.put(act, new Case(before, who, doing));
    }

    private static Mandates.NewMandate mandate(House house) {
        return new Mandates.NewMandate(
                House.POLICE.id(),
                house.mayor.id(),
                Set.of(Act.VOTE_DESIGNATION),
                World.TODAY,
                World.TODAY.plusDays(60),
                "P-2026-7");
    }

    private static UUID nothing(Stage stage) {
        return null;
    }

    static {
        Function<Stage, Account> officer = s -> s.house.officer;
        Function<Stage, Account> municipal = s -> s.house.mayorsWorker;
        Function<Stage, Account> director = s -> s.house.director;
        Function<Stage, Account> steering = s -> s.house.policeMember;

        can(
                Act.DELIVER_MESSAGE,
                TrialTest::nothing,
                officer,
                (s, c, o) -> s.house.messages.deliver(c, House.POLICE.id(), House.message("a 99-XX-99")));
        can(
                Act.DRAFT_SIGNAL,
                TrialTest::nothing,
                officer,
                (s, c, o) -> s.house.signals.draft(c, House.POLICE.id(), World.content(Organ.POLITIE)));
        can(
                Act.COMPLETE_DRAFT,
                s -> s.house.draft(),
                officer,
                (s, c, o) -> s.house.signals.complete(c, o, content -> Copy.with(content, "title", "anders")));
        can(
                Act.ADD_DRAFT_DATUM,
                s -> s.house.draft(),
                officer,
                (s, c, o) -> s.house.signals.addDatum(c, o, House.plate("88-XX-88")));
        can(
                Act.REMOVE_DRAFT_DATUM,
                s -> s.house.draft(),
                officer,
                (s, c, o) -> s.house.signals.removeDatum(
                        c, o, s.house.store.dataOf(o).get(0).id()));
        can(Act.DISCARD_DRAFT, s -> s.house.draft(), officer, (s, c, o) -> s.house.signals.discard(c, o));
        can(Act.REPORT_SIGNAL, s -> s.house.draft(), officer, (s, c, o) -> s.house.signals.report(c, o));
        can(Act.LIST_TASKS, s -> s.house.draft(), officer, (s, c, o) -> s.house.tasks.list(c, null, 10));
        can(Act.LIST_SIGNALS, s -> s.house.draft(), officer, (s, c, o) -> s.house.signals.list(c, null, 10));
        can(Act.SEE_SIGNAL, s -> s.house.draft(), officer, (s, c, o) -> s.house.signals.see(c, o));
        can(
                Act.ASK_RECOGNITION,
                s -> s.house.reported(),
                director,
                (s, c, o) -> s.house.signals.askRecognition(c, o, House.MUNICIPALITY.id()));
        can(
                Act.ANSWER_RECOGNITION,
                s -> s.house.asked(),
                municipal,
                (s, c, o) -> s.house.signals.recognise(c, o, House.ownObservation()));
        can(
                Act.WITHDRAW_RECOGNITION,
                s -> s.house.recognised(),
                municipal,
                (s, c, o) -> s.house.signals.withdrawRecognition(c, o));
        can(
                Act.HELP_RECOGNITION,
                s -> {
                    s.house.helps();
                    return s.house.asked();
                },
                municipal,
                (s, c, o) -> s.house.ask(c, o));
        can(
                Act.TAKE_RECOGNITION_KEY,
                s -> {
                    s.house.helps();
                    return null;
                },
                s -> s.house.mayor,
                (s, c, o) -> s.house.help.key(c, House.MUNICIPALITY.id()));
        can(
                Act.GRADE_SIGNAL,
                s -> s.house.reported(),
                officer,
                (s, c, o) -> s.house.signals.grade(c, o, World.GRADING));
        can(
                Act.COMPARE_SIGNALS,
                s -> s.house.reported(),
                officer,
                (s, c, o) -> s.house.comparisons.onIdentifiers(c, o, null, 10));
        can(Act.LIST_OUTCOMES, s -> s.house.takenUp(), officer, (s, c, o) -> s.house.outcomes.list(c, null, null, 10));
        can(Act.LINK_SIGNAL, s -> s.house.designated(), director, (s, c, o) -> s.house.signals.link(c, o, s.linkable));
        can(Act.WITHDRAW_SIGNAL, s -> s.house.asked(), officer, (s, c, o) -> s.house.signals.withdraw(c, o));
        can(
                Act.PREPARE_ASSESSMENT,
                s -> s.house.recognised(),
                director,
                (s, c, o) -> s.house.signals.prepareAssessment(c, o, World.FACTORS));
        can(
                Act.DECIDE_ASSESSMENT,
                s -> s.house.weighed(),
                officer,
                (s, c, o) -> s.house.signals.decideAssessment(c, o, false, "past niet"));
        can(
                Act.PROPOSE,
                s -> s.house.takenUp(),
                director,
                (s, c, o) -> s.house.knelpunten.propose(c, House.proposal(o)));
        can(
                Act.AMEND_PROPOSAL,
                s -> s.house.proposed(),
                director,
                (s, c, o) -> s.house.knelpunten.amend(c, o, proposal -> Copy.with(proposal, "title", "anders")));
        can(
                Act.LIST_KNELPUNTEN,
                s -> s.house.proposed(),
                officer,
                (s, c, o) -> s.house.knelpunten.list(c, Activity.KNELPUNT, null, 10));
        can(Act.SEE_KNELPUNT, s -> s.house.proposed(), officer, (s, c, o) -> s.house.knelpunten.see(c, o));
        can(Act.SUBMIT_PROPOSAL, s -> s.house.proposed(), director, (s, c, o) -> s.house.knelpunten.submit(c, o));
        can(
                Act.SEND_BACK,
                s -> s.house.submitted(),
                steering,
                (s, c, o) -> s.house.knelpunten.sendBack(c, o, "eerst de afbakening"));
        can(
                Act.VOTE_DESIGNATION,
                s -> s.house.submitted(),
                steering,
                (s, c, o) -> s.house.knelpunten.vote(c, o, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig"));
        can(Act.DESIGNATE, Stage::votedOn, steering, (s, c, o) -> s.house.knelpunten.designate(c, o));
        can(
                Act.PROPOSE_INVOLVEMENT,
                s -> s.house.designated(),
                director,
                (s, c, o) -> s.house.involvements.propose(c, o, House.neighbourJoins()));
        can(
                Act.VOTE_INVOLVEMENT,
                s -> s.house.joining(),
                steering,
                (s, c, o) -> s.house.knelpunten.vote(c, o, Motion.Kind.INVOLVE, Motion.Choice.FOR, "eens"));
        can(Act.DECIDE_INVOLVEMENT, s -> s.house.joining(), steering, (s, c, o) -> s.house.involvements.decide(c, o));
        can(
                Act.LEAVE_KNELPUNT,
                s -> s.house.designated(),
                steering,
                (s, c, o) -> s.house.involvements.leave(c, o, "geen taak meer"));
        can(
                Act.OPEN_PHASE,
                s -> s.house.designated(),
                steering,
                (s, c, o) -> s.house.knelpunten.openPhase(c, o, 2, "nodig"));
        can(
                Act.SHARE_DATUM,
                s -> s.house.designated(),
                officer,
                (s, c, o) -> s.house.knelpunten.share(
                        c, o, House.plateOf(s.house.store.subjectsOf(o).get(0).id(), "77-XX-77")));
        can(Act.SEE_DATA, s -> s.house.designated(), officer, (s, c, o) -> s.house.knelpunten.data(c, o, null, 10));
        can(
                Act.ANALYSE,
                Stage::withDatum,
                s -> s.house.analyst,
                (s, c, o) -> s.house.data.analyse(
                        c, o, new Data.Selection(AnalysisMethod.BY_A_PERSON, null, null), null, 10));
        can(
                Act.REVEAL_BSN,
                Stage::withBsn,
                municipal,
                (s, c, o) -> s.house.data.reveal(c, o, s.datum, "twee naamgenoten"));
        can(
                Act.BLOCK_DATUM,
                Stage::withDatum,
                officer,
                (s, c, o) -> s.house.data.block(c, o, s.datum, "lopend onderzoek"));
        can(
                Act.REPORT_ERROR,
                Stage::withDatum,
                municipal,
                (s, c, o) -> s.house.data.reportError(c, o, s.datum, "verwisseld"));
        can(Act.CORRECT_DATUM, Stage::withDatum, officer, (s, c, o) -> s.house.data.correct(c, o, s.datum, "99-XX-66"));
        can(Act.GRADE_DATUM, Stage::withDatum, officer, (s, c, o) -> s.house.data.grade(c, o, s.datum, World.GRADING));
        can(Act.DESTROY_DATUM, Stage::withDatum, officer, (s, c, o) -> s.house.data.destroy(c, o, s.datum));
        can(
                Act.HOLD_DATUM,
                Stage::withDatum,
                director,
                (s, c, o) -> s.house.data.hold(c, o, s.datum, Marks.Hold.Ground.LEGAL_RULE, "Archiefwet"));
        can(Act.LIFT_HOLD, Stage::withHold, director, (s, c, o) -> s.house.data.liftHold(c, o, s.datum));
        can(
                Act.REUSE_DATUM,
                Stage::besideDatum,
                officer,
                (s, c, o) -> s.house.data.reuse(
                        c, o, s.datum, s.house.store.subjectsOf(o).get(0).id(), "zelfde bus"));
        can(
                Act.REJECT_ERROR,
                Stage::withError,
                officer,
                (s, c, o) -> s.house.data.rejectError(c, o, s.datum, "nagekeken"));
        can(Act.SEE_RECEIVERS, Stage::withDatum, director, (s, c, o) -> s.house.corrections.receivers(c, o, s.datum));
        can(Act.SEE_OWN_DATA, Stage::withDatum, officer, (s, c, o) -> s.house.data.own(c, false, null, 10));
        can(
                Act.CLOSE_PHASE,
                s -> s.house.designated(),
                steering,
                (s, c, o) -> s.house.knelpunten.closePhase(c, o, 2, "gezien", true));
        can(
                Act.REQUEST_DATA,
                s -> s.house.designated(),
                officer,
                (s, c, o) ->
                        s.house.dataRequests.make(c, o, s.house.wanted(s.house.subject(o), DataCategory.PERMITS, 1)));
        can(
                Act.LIST_DATA_REQUESTS,
                s -> s.house.designated(),
                officer,
                (s, c, o) -> s.house.dataRequests.list(c, o, new DataRequests.Filter(false, false), null, 10));
        can(Act.SEE_DATA_REQUEST, Stage::withRequest, municipal, (s, c, o) -> s.house.dataRequests.see(c, o));
        can(
                Act.SUPPLY_REQUESTED,
                Stage::withSupply,
                municipal,
                (s, c, o) -> s.house.dataRequests.supply(c, o, List.of(s.datum)));
        can(
                Act.REFUSE_REQUESTED,
                Stage::withRequest,
                municipal,
                (s, c, o) -> s.house.dataRequests.refuse(c, o, DataRequest.Ground.NOTHING_HELD));
        can(Act.ASK_BACK, Stage::withRequest, municipal, (s, c, o) -> s.house.dataRequests.askBack(c, o, "welk jaar?"));
        can(
                Act.ANSWER_BACK,
                Stage::withQuestion,
                officer,
                (s, c, o) -> s.house.dataRequests.answerBack(c, o, "dit jaar"));
        can(Act.WITHDRAW_DATA_REQUEST, Stage::withRequest, officer, (s, c, o) -> s.house.dataRequests.withdraw(c, o));
        can(
                Act.PROPOSE_CORRECTION,
                Stage::withDatum,
                municipal,
                (s, c, o) -> s.house.corrections.propose(c, o, s.datum, "99-XX-66", "verwisseld"));
        can(
                Act.LIST_CORRECTIONS,
                Stage::withProposal,
                officer,
                (s, c, o) -> s.house.corrections.list(c, true, null, 10));
        can(Act.SEE_CORRECTION, Stage::withProposal, director, (s, c, o) -> s.house.corrections.see(c, o));
        can(Act.ACCEPT_CORRECTION, Stage::withProposal, officer, (s, c, o) -> s.house.corrections.accept(c, o));
        can(
                Act.DECLINE_CORRECTION,
                Stage::withProposal,
                officer,
                (s, c, o) -> s.house.corrections.decline(c, o, "klopt wel"));
        can(Act.WITHDRAW_CORRECTION, Stage::withProposal, municipal, (s, c, o) -> s.house.corrections.withdraw(c, o));
        can(
                Act.LIST_NOTICES,
                Stage::withNotice,
                municipal,
                (s, c, o) -> s.house.corrections.notices(c, true, null, 10));
        can(Act.TAKE_NOTE, Stage::withNotice, municipal, (s, c, o) -> s.house.corrections.acknowledge(c, o));
        can(
                Act.PLAN_MEETING,
                TrialTest::nothing,
                director,
                (s, c, o) -> s.house.meetings.plan(
                        c, new Meeting.Plan(Meeting.Form.WRITTEN, s.house.now, null, s.house.mayor.id())));
        can(Act.LIST_MEETINGS, Stage::met, steering, (s, c, o) -> s.house.meetings.list(c, null, 10));
        can(Act.SEE_MEETING, Stage::met, steering, (s, c, o) -> s.house.meetings.see(c, o));
        can(
                Act.CHANGE_MEETING,
                Stage::met,
                director,
                (s, c, o) -> s.house.meetings.change(c, o, plan -> Copy.with(plan, "place", "Haarveen")));
        can(
                Act.PUT_ON_AGENDA,
                Stage::met,
                director,
                (s, c, o) -> s.house.meetings.putOnAgenda(
                        c, o, new Meetings.NewItem(Meeting.ItemKind.OTHER, null, "jaarplan", null)));
        can(Act.TAKE_OFF_AGENDA, Stage::met, director, (s, c, o) -> s.house.meetings.takeOffAgenda(c, o, s.item));
        can(
                Act.RECORD_ATTENDANCE,
                Stage::met,
                director,
                (s, c, o) -> s.house.meetings.recordAttendance(
                        c,
                        o,
                        new Meeting.Attendance(
                                House.POLICE.id(), Meeting.Presence.PRESENT, s.house.policeMember.id(), null)));
        can(
                Act.VOTE_ITEM,
                Stage::met,
                steering,
                (s, c, o) -> s.house.meetings.vote(c, o, s.item, Motion.Choice.FOR, "goed plan"));
        can(Act.CONCLUDE_ITEM, Stage::metAndVoted, steering, (s, c, o) -> s.house.meetings.conclude(c, o, s.item));
        can(Act.HOLD_MEETING, Stage::met, director, (s, c, o) -> s.house.meetings.hold(c, o));
        can(Act.CANCEL_MEETING, Stage::met, director, (s, c, o) -> s.house.meetings.cancel(c, o, "sneeuw"));
        can(Act.WRITE_MINUTES, Stage::met, director, (s, c, o) -> s.house.meetings.writeMinutes(c, o, "besproken"));
        can(Act.FIX_MINUTES, Stage::minuted, s -> s.house.mayor, (s, c, o) -> s.house.meetings.fixMinutes(c, o, null));
        can(
                Act.REGISTER_MANDATE,
                TrialTest::nothing,
                steering,
                (s, c, o) -> s.house.mandates.register(c, mandate(s.house)));
        can(Act.WITHDRAW_MANDATE, Stage::mandated, steering, (s, c, o) -> s.house.mandates.withdraw(c, o));
        can(Act.SEE_STEERING_GROUP, Stage::mandated, steering, (s, c, o) -> s.house.mandates.group(c));
        can(Act.LIST_MANDATES, Stage::mandated, steering, (s, c, o) -> s.house.mandates.list(c, null, 10));
        can(
                Act.PREVIEW_DOCUMENT,
                s -> s.house.submitted(),
                steering,
                (s, c, o) -> s.house.documents.preview(c, o, Document.Kind.PROPOSAL, Document.Format.HTML));
        can(
                Act.ISSUE_DOCUMENT,
                s -> s.house.designated(),
                director,
                (s, c, o) -> s.house.documents.issue(c, o, Document.Kind.DESIGNATION));
        can(Act.SEE_DOCUMENT, s -> s.house.designated(), steering, (s, c, o) -> s.house.documents.list(c, o, null, 10));
        can(
                Act.ADD_PAPER,
                s -> s.house.submitted(),
                director,
                (s, c, o) -> s.house.outside.addPaper(c, o, OutsideDecisionsTest.PDF));
        can(Act.SEE_PAPER, Stage::withPaper, director, (s, c, o) -> s.house.outside.paper(c, o, s.paper));
        can(
                Act.ENTER_VOTES,
                Stage::withPaper,
                director,
                (s, c, o) -> s.house.outside.enterVotes(
                        c,
                        o,
                        Motion.Kind.DESIGNATE,
                        s.paper,
                        World.TODAY,
                        List.of(new OutsideDecisions.CastVote(
                                House.POLICE.id(), s.house.mayor.id(), Motion.Choice.FOR, "zie besluit"))));
        Recipient neighbour = new Recipient.OwnParticipant(House.NEIGHBOUR.id());
        can(
                Act.PREPARE_PROVISION,
                Stage::withDatum,
                director,
                (s, c, o) -> s.house.provisions.prepare(c, o, House.advice(neighbour, s.datum)));
        can(
                Act.LIST_PROVISIONS,
                s -> s.house.designated(),
                director,
                (s, c, o) -> s.house.provisions.list(c, o, null, 10));
        can(Act.SEE_PROVISION, Stage::prepared, director, (s, c, o) -> s.house.provisions.see(c, o));
        can(Act.ANSWER_PROVISION, Stage::prepared, officer, (s, c, o) -> s.house.provisions.answer(c, o, true, null));
        can(
                Act.TEST_PROVISION,
                Stage::prepared,
                s -> s.house.racMember,
                (s, c, o) -> s.house.provisions.test(
                        c, o, new Provisions.NewTest(null, "2", "verstrekking", LocalDate.of(2026, 5, 1), true)));
        can(Act.PROVIDE, Stage::prepared, director, (s, c, o) -> s.house.provisions.provide(c, o));
        can(
                Act.GIVE_FEEDBACK,
                Stage::provided,
                s -> s.house.neighboursWorker,
                (s, c, o) -> s.house.provisions.giveFeedback(
                        c, o, new Provisions.NewFeedback(true, "nagekeken", null, null)));
        can(
                Act.REGISTER_REQUEST,
                TrialTest::nothing,
                s -> s.house.contactPoint,
                (s, c, o) -> s.house.rights.register(c, RightsTest.asked(RightsRequest.Kind.ACCESS, HIM)));
        can(Act.LIST_REQUESTS, Stage::requested, officer, (s, c, o) -> s.house.rights.list(c, null, 10));
        can(Act.SEE_REQUEST, Stage::requested, officer, (s, c, o) -> s.house.rights.see(c, o));
        can(Act.ANSWER_CONSULTATION, Stage::requested, officer, (s, c, o) -> s.house.rights.answer(c, o, NONE_OF_IT));
        can(
                Act.DECIDE_REQUEST,
                Stage::consulted,
                s -> s.house.contactPoint,
                (s, c, o) -> s.house.rights.decide(c, o, true, "u krijgt inzage"));
        can(
                Act.WRITE_PLAN,
                s -> s.house.designated(),
                director,
                (s, c, o) -> s.house.plans.write(c, o, new ActionPlan("rust", true, "signalen")));
        can(Act.SEE_PLAN, s -> s.house.planned(), director, (s, c, o) -> s.house.plans.see(c, o));
        can(
                Act.PLAN_INTERVENTION,
                s -> s.house.planned(),
                director,
                (s, c, o) -> s.house.plans.propose(c, o, House.closeBuilding()));
        can(
                Act.SEE_INTERVENTION,
                s -> s.house.proposedIntervention(s.house.planned()),
                municipal,
                (s, c, o) -> s.house.plans.seeIntervention(c, o));
        can(
                Act.AMEND_INTERVENTION,
                s -> s.house.proposedIntervention(s.house.planned()),
                director,
                (s, c, o) -> s.house.plans.amend(c, o, i -> i));
        can(
                Act.WITHDRAW_INTERVENTION,
                s -> s.house.proposedIntervention(s.house.planned()),
                director,
                (s, c, o) -> s.house.plans.withdraw(c, o, "anders"));
        can(
                Act.AGREE_INTERVENTION,
                s -> s.house.proposedIntervention(s.house.planned()),
                municipal,
                (s, c, o) -> s.house.plans.agree(c, o, null));
        can(
                Act.KEEP_UP_INTERVENTION,
                s -> s.house.agreedIntervention(s.house.planned()),
                municipal,
                (s, c, o) -> s.house.plans.keepUp(c, o, House.conditionMet()));
        can(
                Act.START_INTERVENTION,
                s -> {
                    UUID intervention = s.house.agreedIntervention(s.house.planned());
                    s.house.plans.keepUp(by(s.house.mayorsWorker), intervention, House.conditionMet());
                    return intervention;
                },
                municipal,
                (s, c, o) -> s.house.plans.start(c, o));
        can(
                Act.CARRY_OUT_INTERVENTION,
                s -> s.house.startedIntervention(s.house.planned()),
                municipal,
                (s, c, o) -> s.house.plans.carryOut(c, o, House.closed()));
        can(
                Act.STOP_INTERVENTION,
                s -> s.house.startedIntervention(s.house.planned()),
                municipal,
                (s, c, o) -> s.house.plans.stop(c, o, "geen capaciteit"));
        can(
                Act.REPORT_RESULT,
                s -> s.house.doneIntervention(s.house.planned()),
                municipal,
                (s, c, o) -> s.house.plans.report(
                        c, o, new Plans.NewOutcome(Intervention.Outcome.Kind.RESULT, World.TODAY, "dicht")));
        can(
                Act.OBSERVE_EFFECT,
                s -> s.house.doneIntervention(s.house.planned()),
                municipal,
                (s, c, o) -> s.house.plans.report(
                        c,
                        o,
                        new Plans.NewOutcome(Intervention.Outcome.Kind.UNINTENDED_EFFECT, World.TODAY, "verplaatst")));
        can(
                Act.PLAN_CASE_MEETING,
                s -> s.house.designated(Activity.CASE_CONSULTATION),
                director,
                (s, c, o) -> s.house.caseMeetings.plan(c, o, World.TODAY, List.of("x")));
        can(
                Act.LIST_CASE_MEETINGS,
                s -> s.house.designated(Activity.CASE_CONSULTATION),
                director,
                (s, c, o) -> s.house.caseMeetings.list(c, o, null, 10));
        can(
                Act.CONVERT_CONSULTATION,
                s -> s.house.designated(Activity.CASE_CONSULTATION),
                director,
                (s, c, o) -> s.house.caseMeetings.convert(c, o, "de kade"));
        can(Act.SEE_CASE_MEETING, Stage::meeting, director, (s, c, o) -> s.house.caseMeetings.see(c, o));
        can(
                Act.AMEND_CASE_MEETING,
                Stage::meeting,
                director,
                (s, c, o) -> s.house.caseMeetings.amend(c, o, World.TODAY, List.of("x")));
        can(
                Act.CANCEL_CASE_MEETING,
                Stage::meeting,
                director,
                (s, c, o) -> s.house.caseMeetings.cancel(c, o, "niemand kan"));
        can(
                Act.HOLD_CASE_MEETING,
                Stage::meeting,
                director,
                (s, c, o) -> s.house.caseMeetings.hold(c, o, Stage.minutes()));
        can(
                Act.SETTLE_AGREEMENT,
                Stage::heldMeeting,
                director,
                (s, c, o) -> s.house.caseMeetings.settle(c, o, s.agreement, "gedaan"));
        can(
                Act.WRITE_MAPPING,
                s -> null,
                s -> s.house.analyst,
                (s, c, o) -> s.house.scans.writeMapping(c, Stage.mapping()));
        can(Act.LIST_MAPPINGS, s -> null, director, (s, c, o) -> s.house.scans.mappings(c, null, 10));
        can(
                Act.IMPORT_AREAS,
                s -> null,
                s -> s.house.analyst,
                (s, c, o) -> s.house.scans.importAreas(c, List.of(new Scans.NewArea("P1", "Park", World.HARBOUR))));
        can(Act.LIST_AREAS, s -> null, director, (s, c, o) -> s.house.scans.areas(c, null, 10));
        can(
                Act.IMPORT_DATA_SET,
                s -> {
                    s.set = s.house.mapping();
                    return s.house.designatedScan();
                },
                s -> s.house.analyst,
                (s, c, o) -> s.house.scans.importSet(
                        c, o, new Scans.NewSet(s.set, "x", "y", World.TODAY), House.branches()));
        can(
                Act.RANK_AREAS,
                s -> {
                    UUID scan = s.house.designatedScan();
                    s.set = s.house.dataSet(scan);
                    return scan;
                },
                s -> s.house.analyst,
                (s, c, o) -> s.house.scans.rank(
                        c, o, new Choice(s.set, Map.of("OMZET", 1.0), Choice.Normalisation.MIN_MAX, 0.5)));
        can(Act.SEE_SCAN, s -> s.house.designatedScan(), director, (s, c, o) -> s.house.scans.sets(c, o, null, 10));
        can(
                Act.PROPOSE_FROM_SCAN,
                s -> {
                    UUID scan = s.house.designatedScan();
                    s.set = s.house.compared(scan);
                    return scan;
                },
                director,
                (s, c, o) -> s.house.scans.propose(c, o, new Scans.NewProposal(s.set, List.of("45"), "x", "y")));
        can(
                Act.PLEDGE_CAPACITY,
                s -> s.house.planned(),
                municipal,
                (s, c, o) -> s.house.capacities.pledge(c, o, HUNDRED_HOURS));
        can(
                Act.USE_CAPACITY,
                Stage::pledged,
                municipal,
                (s, c, o) -> s.house.capacities.use(c, o, s.pledge, World.TODAY, 8));
        can(Act.WITHDRAW_CAPACITY, Stage::pledged, municipal, (s, c, o) -> s.house.capacities.withdraw(c, o, s.pledge));
        can(Act.SEE_CAPACITY, s -> null, director, (s, c, o) -> s.house.capacities.overview(c, null, 10));
        can(
                Act.RELEASE_TASK_SHEET,
                s -> s.house.planned(),
                director,
                (s, c, o) -> s.house.taskSheets.release(c, o, SHEET));
        can(
                Act.LIST_TASK_SHEETS,
                s -> s.house.planned(),
                director,
                (s, c, o) -> s.house.taskSheets.list(c, o, null, 10));
        can(Act.SEE_TASK_SHEET, Stage::withSheet, director, (s, c, o) -> s.house.taskSheets.see(c, o, s.sheet));
        can(
                Act.EVALUATE_KNELPUNT,
                s -> s.house.designated(),
                director,
                (s, c, o) ->
                        s.house.knelpunten.evaluate(c, o, s.house.evaluation(o, Evaluation.Recommendation.PROLONG)));
        can(
                Act.VOTE_PROLONGATION,
                s -> s.house.evaluated(),
                steering,
                (s, c, o) -> s.house.knelpunten.vote(c, o, Motion.Kind.PROLONG, Motion.Choice.FOR, "nodig"));
        can(Act.PROLONG, Stage::evaluated, steering, (s, c, o) -> s.house.knelpunten.prolong(c, o));
        can(
                Act.VOTE_CLOSURE,
                s -> s.house.designated(),
                steering,
                (s, c, o) -> s.house.knelpunten.vote(c, o, Motion.Kind.CLOSE, Motion.Choice.FOR, "klaar"));
        can(
                Act.WRITE_CLOSING_REPORT,
                s -> s.house.designated(),
                director,
                (s, c, o) -> s.house.closures.write(c, o, new Closures.NewReport("klaar", null, null)));
        can(Act.SEE_CLOSING_REPORT, s -> s.house.designated(), director, (s, c, o) -> s.house.closures.see(c, o));
        can(
                Act.SEARCH_LESSONS,
                TrialTest::nothing,
                s -> s.privacyOfficer,
                (s, c, o) ->
                        s.house.closures.lessons(c, new Closures.Wanted(null, null, null, null, null, null), null, 10));
        can(Act.WITHDRAW_LESSON, Stage::lesson, director, (s, c, o) -> s.house.closures.withdraw(c, o));
        can(
                Act.MAKE_DESTRUCTION_LIST,
                Stage::closed,
                director,
                (s, c, o) -> s.house.destructions.make(c, o, List.of(), "klaar"));
        can(
                Act.AMEND_DESTRUCTION_LIST,
                Stage::draftList,
                director,
                (s, c, o) -> s.house.destructions.amend(c, o, List.of(), "anders"));
        can(Act.SUBMIT_DESTRUCTION_LIST, Stage::draftList, director, (s, c, o) -> s.house.destructions.submit(c, o));
        can(
                Act.REVIEW_DESTRUCTION_LIST,
                Stage::submittedList,
                s -> s.privacyOfficer,
                (s, c, o) -> s.house.destructions.review(c, o, true, null));
        can(
                Act.KEEP_LISTED,
                Stage::submittedList,
                s -> s.privacyOfficer,
                (s, c, o) ->
                        s.house.destructions.keep(c, o, s.listed(o), Marks.Hold.Ground.LEGAL_CLAIM, "beroep", null));
        can(
                Act.LIST_DESTRUCTION_LISTS,
                TrialTest::nothing,
                director,
                (s, c, o) -> s.house.destructions.list(c, null, 10));
        can(
                Act.SEE_DESTRUCTION_LIST,
                Stage::draftList,
                director,
                (s, c, o) -> s.house.destructions.see(c, o, null, 10));
        can(Act.SEE_RETENTION, TrialTest::nothing, director, (s, c, o) -> s.house.retention.dryRun(c, null));
        can(Act.CLOSE, Stage::toClose, steering, (s, c, o) -> s.house.knelpunten.close(c, o));
        can(
                Act.REGISTER_ADVICE,
                TrialTest::nothing,
                s -> s.member,
                (s, c, o) -> s.advices.register(
                        c,
                        new Advices.NewAdvice(
                                "2", "proef", LocalDate.of(2026, 5, 1), RacAdvice.Outcome.NEGATIVE, null, null, null)));
        can(
                Act.SEARCH_PROVISIONS,
                Stage::prepared,
                director,
                (s, c, o) -> s.house.provisions.search(c, ProvisionFilter.ALL, null, 10));
        can(Act.AMEND_PROVISION, Stage::prepared, director, (s, c, o) -> s.house.provisions.amend(c, o, p -> p));
        can(Act.ASK_PROVISION, Stage::prepared, director, (s, c, o) -> s.house.provisions.ask(c, o));
        can(Act.WITHDRAW_PROVISION, Stage::prepared, director, (s, c, o) -> s.house.provisions.withdraw(c, o, "nee"));
        can(Act.SEE_REPORTS, TrialTest::nothing, director, (s, c, o) -> s.reports.list(c));
        can(Act.WRITE_REPORT, TrialTest::nothing, director, (s, c, o) -> s.reports.write(c, 2026, x -> x));
        can(Act.FIX_REPORT, TrialTest::nothing, s -> s.privacyOfficer, (s, c, o) -> s.reports.fix(c, 2025));
        can(Act.SEE_DUTIES, TrialTest::nothing, director, (s, c, o) -> s.duties.see(c));
        can(
                Act.FULFIL_DUTY,
                TrialTest::nothing,
                s -> s.privacyOfficer,
                (s, c, o) -> s.duties.fulfil(c, LegalDuty.DPIA_REVIEW, LocalDate.of(2026, 5, 1), "DPIA 4", false));
        can(Act.SEE_INFORMATION, s -> s.house.designated(), director, (s, c, o) -> s.information.see(c, o));
        can(
                Act.RECORD_INFORMATION,
                s -> s.house.designated(),
                director,
                (s, c, o) -> s.information.record(
                        c, o, new InformationRegister.NewInformation(World.TODAY, "brief", null, null, null, null)));
        can(
                Act.EXTEND_REQUEST,
                Stage::requested,
                s -> s.house.contactPoint,
                (s, c, o) -> s.house.rights.extend(c, o, "veel dossiers"));
        can(
                Act.TAKE_OVER_REQUEST,
                Stage::requested,
                officer,
                (s, c, o) -> s.house.rights.takeOver(c, o, s.house.today()));
        can(Act.WRITE_LETTER, Stage::decided, s -> s.house.contactPoint, (s, c, o) -> s.house.rights.letter(c, o));
        can(Act.DRAFT_RAC_REQUEST, TrialTest::nothing, director, (s, c, o) -> s.rac.draft(c, Stage.QUESTION));
        can(Act.AMEND_RAC_REQUEST, Stage::question, director, (s, c, o) -> s.rac.amend(c, o, q -> q));
        can(Act.SEND_RAC_REQUEST, Stage::question, director, (s, c, o) -> s.rac.send(c, o));
        can(Act.WITHDRAW_RAC_REQUEST, Stage::question, director, (s, c, o) -> s.rac.withdraw(c, o));
        can(Act.LIST_RAC_REQUESTS, Stage::question, director, (s, c, o) -> s.rac.list(c, null, null, 10));
        can(Act.SEE_RAC_REQUEST, Stage::question, director, (s, c, o) -> s.rac.see(c, o));
        can(Act.ADVISE, Stage::sent, s -> s.member, (s, c, o) -> s.rac.advise(c, o, Stage.ANSWER));
        can(Act.FOLLOW_UP_ADVICE, Stage::advised, director, (s, c, o) -> s.rac.followUp(c, o, true, null, List.of()));
        can(Act.LIST_ADVICES, Stage::advice, s -> s.privacyOfficer, (s, c, o) -> s.advices.list(c, null, 10));
        can(
                Act.CHANGE_POLICY,
                Stage::advice,
                s -> s.admin,
                (s, c, o) -> s.policies.change(c, new Policies.Wanted(v -> v, o, null, List.of())));
        can(
                Act.READ_LOG,
                s -> s.house.draft(),
                s -> s.privacyOfficer,
                (s, c, o) -> new LogUseCases(s.house.gate).read(c, LogPurpose.SECURITY, "proef", LogFilter.ALL, 0, 10));
        can(Act.FOLLOW_EVENTS, s -> s.house.reported(), officer, (s, c, o) -> s.house.events.list(c, null, 10));
        analysing(Act.KEEP_SELECTION, (s, c, o) -> s.house.selections.keep(c, o, ALL));
        can(
                Act.CHANGE_SELECTION,
                s -> s.withSelection(),
                s -> s.house.analyst,
                (s, c, o) -> s.house.selections.replace(c, o, s.selection(o), ALL));
        can(
                Act.REMOVE_SELECTION,
                s -> s.withSelection(),
                s -> s.house.analyst,
                (s, c, o) -> s.house.selections.remove(c, o, s.selection(o)));
        analysing(Act.LIST_SELECTIONS, (s, c, o) -> s.house.selections.list(c, o, null, 10));
        analysing(
                Act.EXPORT_SELECTION,
                (s, c, o) -> s.house.selections.export(
                        c, o, new Selections.Over(null, null), Export.Format.CSV, "overleg", false));
        analysing(Act.LIST_EXPORTS, (s, c, o) -> s.house.selections.exports(c, o, null, 10));
        can(
                Act.ASK_ANALYSIS,
                s -> s.house.designated(),
                s -> s.house.director,
                (s, c, o) -> s.house.analyses.ask(c, o, "Hoe komt dit?", null));
        analysing(Act.BEGIN_ANALYSIS, (s, c, o) -> s.house.analyses.begin(c, o));
        can(
                Act.WRITE_ANALYSIS,
                s -> s.house.writtenAnalysis(s.house.designated()),
                s -> s.house.analyst,
                (s, c, o) -> s.house.analyses.write(c, o, text -> text));
        can(
                Act.SUBMIT_ANALYSIS,
                s -> s.house.writtenAnalysis(s.house.designated()),
                s -> s.house.analyst,
                (s, c, o) -> s.house.analyses.submit(c, o));
        can(
                Act.TEST_ANALYSIS,
                s -> s.submittedAnalysis(),
                s -> s.house.director,
                (s, c, o) -> s.house.analyses.test(c, o, true, null));
        can(
                Act.DISCARD_ANALYSIS,
                s -> s.house.writtenAnalysis(s.house.designated()),
                s -> s.house.analyst,
                (s, c, o) -> s.house.analyses.discard(c, o));
        can(Act.LIST_ANALYSES, s -> s.house.designated(), officer, (s, c, o) -> s.house.analyses.list(c, o, null, 10));
        can(
                Act.SEE_ANALYSIS,
                s -> s.house.finalAnalysis(s.house.designated()),
                officer,
                (s, c, o) -> s.house.analyses.see(c, o));
        can(
                Act.TAKE_BARRIER_MODEL,
                TrialTest::nothing,
                s -> s.admin,
                (s, c, o) -> s.house.barriers.take(c, World.MODEL));
        analysing(
                Act.USE_BARRIER_MODEL,
                (s, c, o) -> s.house.barriers.use(c, o, World.MODEL.code(), World.MODEL.version()));
        analysing(Act.DROP_BARRIER_MODEL, (s, c, o) -> s.house.barriers.drop(c, o, World.MODEL.code()));
        can(Act.SEE_BARRIERS, s -> s.house.designated(), officer, (s, c, o) -> s.house.barriers.matrices(c, o));
        can(Act.BACK_UP, TrialTest::nothing, s -> s.admin, (s, c, o) -> s.operations.backUp(c));
        can(Act.VERIFY_LOG, s -> s.house.draft(), s -> s.privacyOfficer, (s, c, o) -> s.operations.verifyLog(c));
        can(
                Act.MOVE_CLOCK,
                TrialTest::nothing,
                s -> s.admin,
                (s, c, o) -> s.operations.moveClock(c, s.operations.now().plusSeconds(60)));
        can(Act.SEE_MODULES, Stage::staged, s -> s.admin, (s, c, o) -> s.modules.list(c));
        can(Act.STAGE_MODULE, Stage::staged, s -> s.admin, (s, c, o) -> s.modules.stage(c, Stage.jar("2.0.0 VEHICLE")));
        can(
                Act.PLAN_SWAP,
                Stage::staged,
                s -> s.admin,
                (s, c, o) -> s.modules.plan(
                        c, Stage.wanted(s.jars.known.keySet().iterator().next())));
        can(
                Act.APPROVE_SWAP,
                Stage::plannedSwap,
                s -> s.house.appoint("second", House.MUNICIPALITY, null, Role.ADMIN),
                (s, c, o) -> s.modules.approve(c, s.plan));
        can(Act.BEGIN_SWAP, Stage::plannedSwap, s -> s.admin, (s, c, o) -> s.modules.apply(c, s.plan));
        can(Act.ROLL_BACK_MODULE, Stage::swapped, s -> s.admin, (s, c, o) -> s.modules.rollBack(c, "police", null));
        can(
                Act.QUARANTINE_MODULE,
                Stage::swapped,
                s -> s.admin,
                (s, c, o) -> s.modules.quarantine(c, "police", "te veel fouten"));
        can(Act.RELEASE_MODULE, Stage::swapped, s -> s.admin, (s, c, o) -> s.modules.release(c, "police"));
        can(
                Act.TRUST_SIGNER,
                TrialTest::nothing,
                s -> s.admin,
                (s, c, o) -> s.modules.trust(c, CERTIFICATE, Set.of("police")));
        can(Act.DISTRUST_SIGNER, Stage::staged, s -> s.admin, (s, c, o) -> s.modules.distrust(c, ImaginaryJars.SIGNER));
    }

    private static void analysing(Act act, Doing doing) {
        can(act, s -> s.house.designated(), s -> s.house.analyst, doing);
    }

    static Stream<Act> acts() {
        return CASES.keySet().stream();
    }

    private static Call trial(Account account) {
        return Call.trial(new Caller.Person(account.id()), UUID.randomUUID(), "192.0.2.7");
    }

    private static LogRecord last(House house) {
        return house.store.log().get(house.store.log().size() - 1);
    }

    @Test
    void everyActThatPeopleCanDoIsTriedHere() {
        Set<Act> forPeople = Arrays.stream(Act.values())
                .filter(a -> !a.roles().isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
        forPeople.removeAll(OF_ACCOUNTS);
        forPeople.removeAll(OF_SUBSCRIPTIONS);
        // Never done by itself: it judges what somebody who follows is told.
        forPeople.remove(Act.HEAR_OF_SIGNAL);
        assertEquals(forPeople, CASES.keySet());
    }

    @ParameterizedTest
    @MethodSource("acts")
    void whatWouldBePermittedIsToldAndNotDone(Act act) {
        Case tried = CASES.get(act);
        Stage stage = new Stage();
        House house = stage.house;
        UUID object = tried.before.apply(stage);
        Account who = tried.who.apply(stage);
        List<Object> before = house.store.content();
        int records = house.store.log().size();
        var time = stage.operations.now();

        TriedException told = assertThrows(TriedException.class, () -> tried.doing.act(stage, trial(who), object));

        assertEquals(List.of(), told.decision().refusals());
        assertEquals(act, told.act());
        assertEquals(before, house.store.content(), "nothing was done");
        assertEquals(time, stage.operations.now());
        assertEquals(records + 1, house.store.log().size(), "but that it was asked is known");
        assertEquals(LogRecord.Result.WOULD_BE_PERMITTED, last(house).result());
        assertEquals(act.name(), last(house).act());
        assertEquals(who.id().toString(), last(house).actor());
        assertEquals(List.of(), last(house).data());
        assertDoesNotThrow(() -> tried.doing.act(stage, by(who), object), "the truth was told");
    }

    @ParameterizedTest
    @MethodSource("acts")
    void aboutSomebodyElseNothingIsTold(Act act) {
        Case tried = CASES.get(act);
        Stage stage = new Stage();
        House house = stage.house;
        UUID object = tried.before.apply(stage);
        Account who = tried.who.apply(stage);
        List<Object> before = house.store.content();
        Caller other = new Caller.SomebodyElse(new Caller.Person(who.id()));

        TriedException told = assertThrows(
                TriedException.class,
                () -> tried.doing.act(stage, Call.trial(other, UUID.randomUUID(), "192.0.2.7"), object));

        assertEquals(List.of("G41"), told.decision().rules());
        assertEquals(before, house.store.content());
        assertEquals(LogRecord.Result.WOULD_BE_REFUSED, last(house).result());
        assertEquals(who.id().toString(), last(house).actor(), "who asked");
    }

    @ParameterizedTest
    @MethodSource("acts")
    void whoMayNotKnowIsToldTheSameAsWhenDoingIt(Act act) {
        Case tried = CASES.get(act);
        Stage stage = new Stage();
        House house = stage.house;
        Account support = house.appoint("suus", House.MUNICIPALITY, null, Role.SUPPORT);
        UUID object = tried.before.apply(stage);
        List<Object> before = house.store.content();

        TriedException told = assertThrows(TriedException.class, () -> tried.doing.act(stage, trial(support), object));

        RefusedException refused =
                assertThrows(RefusedException.class, () -> tried.doing.act(stage, by(support), object));
        assertEquals(refused.findings(), told.decision().refusals());
        assertEquals(before, house.store.content());
    }

    @Test
    void everyReasonIsToldAsTheActWouldTellIt() {
        House house = new House();
        UUID knelpunt = house.designated();
        UUID subject = house.store.subjectsOf(knelpunt).get(0).id();
        var wrong = House.datum(subject, null, DataCategory.POLICE_9_10, "art. 9", 3);
        List<Object> before = house.store.content();

        TriedException told = assertThrows(
                TriedException.class, () -> house.knelpunten.share(trial(house.mayorsWorker), knelpunt, wrong));

        RefusedException refused = assertThrows(
                RefusedException.class, () -> house.knelpunten.share(by(house.mayorsWorker), knelpunt, wrong));
        assertTrue(told.decision().rules().size() > 1, told.decision().rules().toString());
        assertEquals(refused.findings(), told.decision().refusals());
        assertEquals(before, house.store.content());
        assertEquals(
                told.decision().rules(),
                house.store.log().get(house.store.log().size() - 2).rules());
    }

    @Test
    void whatDoesNotExistAndWhatOneMayNotSeeAreToldAlike() {
        House house = new House();
        UUID draft = house.draft();
        List<Finding> hidden = assertThrows(
                        TriedException.class, () -> house.signals.see(trial(house.neighboursWorker), draft))
                .decision()
                .refusals();
        List<Finding> missing = assertThrows(
                        TriedException.class, () -> house.signals.see(trial(house.neighboursWorker), UUID.randomUUID()))
                .decision()
                .refusals();
        assertEquals(missing, hidden);
    }

    @Test
    void inputWithoutSenseIsRefusedAsByTheActItself() {
        House house = new House();
        UUID draft = house.draft();
        int records = house.store.log().size();
        assertThrows(
                InvalidException.class,
                () -> house.signals.complete(trial(house.officer), draft, c -> Copy.with(c, "title", "x".repeat(201))));
        assertThrows(InvalidException.class, () -> house.signals.list(trial(house.officer), null, 0));
        assertEquals(records, house.store.log().size(), "nothing was judged");
    }

    @Test
    void whatCannotBeLoggedIsNotTold() {
        House house = new House();
        UUID draft = house.draft();
        List<Object> before = house.store.content();
        house.store.fillTheLog();
        assertThrows(UnavailableException.class, () -> house.signals.report(trial(house.officer), draft));
        assertThrows(UnavailableException.class, () -> house.signals.see(trial(house.officer), draft));
        assertEquals(before, house.store.content());
    }

    @Test
    void aTrialOfReadingShowsNoDatum() {
        House house = new House();
        UUID knelpunt = house.designated();
        List<ShownDatum> shown = new java.util.ArrayList<>();
        assertThrows(
                TriedException.class,
                () -> shown.addAll(house.knelpunten
                        .data(trial(house.officer), knelpunt, null, 10)
                        .items()));
        assertEquals(List.of(), shown);
        assertEquals(null, last(house).subject());
    }
}
