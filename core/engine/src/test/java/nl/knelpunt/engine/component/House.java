package nl.knelpunt.engine.component;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.recognition.IdentifierKind;
import nl.knelpunt.api.recognition.OwnSubjectSink;
import nl.knelpunt.api.recognition.OwnSubjects;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.analysis.Analyses;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.BarrierModels;
import nl.knelpunt.engine.analysis.Selections;
import nl.knelpunt.engine.closure.Closures;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.consultation.CaseMeetings;
import nl.knelpunt.engine.document.Documents;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.dossier.Involvements;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheets;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.retention.Retention;
import nl.knelpunt.engine.rights.InformationRegister;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.engine.scan.Choice;
import nl.knelpunt.engine.scan.Codes;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.scan.Table;
import nl.knelpunt.engine.sharing.Corrections;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.signal.Comparisons;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.RecognitionHelp;
import nl.knelpunt.engine.signal.SignalOutcomes;
import nl.knelpunt.engine.signal.Signals;
import nl.knelpunt.engine.steering.Mandates;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import nl.knelpunt.engine.steering.OutsideDecisions;
import nl.knelpunt.engine.task.Task;
import nl.knelpunt.engine.task.Tasks;
import nl.knelpunt.engine.text.TextScanner;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/**
 * The use cases of one RIEC with three participants, as they are wired in a running installation, but with a store that
 * forgets and a clock that is set.
 */
final class House {

    static final Participant POLICE = World.POLICE;
    static final Participant MUNICIPALITY = World.WIERINGERSLUIS;
    static final Participant NEIGHBOUR = World.HAARVEEN;

    /** What a message of the police looks like here: one line per signal, an id and a number plate. */
    static final String FORMAT = "lines";

    private static final Set<Act> SHARING =
            EnumSet.of(Act.SUPPLY_REQUESTED, Act.ANSWER_BACK, Act.CORRECT_DATUM, Act.ACCEPT_CORRECTION, Act.TAKE_NOTE);

    /** With adapters; who tests those that never end takes less. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final InMemoryStore store = new InMemoryStore();
    final RouterComponent router = new RouterComponent();
    Instant now = World.NOW;
    /** Finds nothing, until a test says otherwise. */
    TextScanner scanner = text -> List.of();

    Region region = new Region(
            "noord-holland",
            "RIEC Noord-Holland",
            Map.of("GM9001", "Wieringersluis"),
            List.of(POLICE, MUNICIPALITY, NEIGHBOUR, World.PARTY));

    final GateComponent gate = new GateComponent(
            store,
            () -> now,
            () -> region,
            new RulesInForce(router),
            router,
            text -> scanner.scan(text),
            House::digest);
    final Signals signals = new SignalUseCases(gate);
    final CallMeter meter = new CallMeter();
    final AdapterCalls adapterCalls;
    final Messages messages;
    /** What participants laid ready: a kind and an identifier on each line. */
    final Map<String, String> lists = new HashMap<>();

    final RecognitionHelp help;
    final Comparisons comparisons = new ComparisonUseCases(gate, new FlatMap());
    final SignalOutcomes outcomes = new OutcomeUseCases(gate);
    final Knelpunten knelpunten = new KnelpuntUseCases(gate, new FlatMap());
    final Plans plans = new PlanUseCases(gate, router);
    final Capacities capacities = new CapacityUseCases(gate);
    final CaseMeetings caseMeetings = new CaseMeetingUseCases(gate);
    final Scans scans = new ScanUseCases(gate, new FlatMap());
    final Involvements involvements = new InvolvementUseCases(gate);
    final Provisions provisions = new ProvisionUseCases(gate);
    final Meetings meetings = new MeetingUseCases(gate);
    final Mandates mandates = new MandateUseCases(gate);
    final OutsideDecisions outside = new OutsideUseCases(gate);
    final PlainPress press = new PlainPress();
    final TaskSheets taskSheets = new TaskSheetUseCases(gate, press);
    final Documents documents = new DocumentUseCases(gate, press);
    final InformationRegister information = new InformationUseCases(gate);
    final RightsRequests rights = new RightsUseCases(gate, press);
    final Data data = new DatumUseCases(gate);
    final DataRequestUseCases dataRequests = new DataRequestUseCases(gate, store, () -> now);
    final Corrections corrections = new CorrectionUseCases(gate);
    final Analyses analyses = new AnalysisUseCases(gate);
    final Selections selections = new SelectionUseCases(gate, new FlatMap());
    final BarrierModels barriers = new BarrierUseCases(gate, store, router, () -> List.of(World.MODEL));
    final Tasks tasks = new TaskUseCases(
            gate,
            List.of(
                    new SignalTasks(),
                    new VoteTasks(),
                    new SteeringTasks(),
                    new PlanTasks(),
                    new CaseMeetingTasks(),
                    new ProvisionTasks(),
                    new RightsTasks(),
                    new TermTasks(),
                    new DestructionTasks(),
                    new SharingTasks(),
                    new AnalysisTasks(),
                    new RacTasks(),
                    new OversightTasks()));
    final ClosureUseCases closures = new ClosureUseCases(gate);
    final DestructionUseCases destructions = new DestructionUseCases(gate);
    final Retention retention = new RetentionUseCases(gate);
    int tracesRemoved;
    final RetentionWork retentionWork = new RetentionWork(
            gate, store, () -> now, new NoBackups(), new Rewriting(() -> tracesRemoved++, Runnable::run, () -> {}));
    final Terms terms = new Terms(
            gate,
            store,
            () -> now,
            List.of(
                    new TermReminders(gate, store, () -> now),
                    retentionWork,
                    new SignalTerms(gate, store, () -> now),
                    dataRequests));
    final EventUseCases events = new EventUseCases("7", "", "", gate, store, () -> now, () -> region);

    final Account officer = appoint("olga", POLICE, Organ.POLITIE, Role.WORKER);
    final Account mayorsWorker = appoint("bram", MUNICIPALITY, Organ.BURGEMEESTER, Role.WORKER);
    final Account neighboursWorker = appoint("wim", NEIGHBOUR, Organ.COLLEGE, Role.WORKER);
    final Account director = appoint("carla", MUNICIPALITY, null, Role.CASE_DIRECTOR);
    final Account analyst = appoint("anna", NEIGHBOUR, null, Role.ANALYST);
    final Account policeMember = appoint("pieter", POLICE, null, Role.STEERING_MEMBER);
    final Account mayor = appoint("marijke", MUNICIPALITY, null, Role.STEERING_MEMBER);
    final Account neighbouringMayor = appoint("nico", NEIGHBOUR, null, Role.STEERING_MEMBER);
    final Account racMember = appoint("rosa", POLICE, null, Role.RAC_MEMBER);
    final Account contactPoint = appoint("cor", MUNICIPALITY, null, Role.CONTACT_POINT);

    final Plugin policePlugin = plugin(
            POLICE,
            1,
            List.of(),
            new Plugin.Adapter(FORMAT, List.of("text/lines"), List.of("lines"), House::readLines));
    final Plugin municipalPlugin = plugin(MUNICIPALITY, 1, List.of(World.CLOSE_BUILDING));

    House() {
        this(PATIENCE);
    }

    /** @param patience with adapters */
    House(Duration patience) {
        adapterCalls = new AdapterCalls(patience, 2, router);
        help = new HelpUseCases(gate, router, this::list, adapterCalls, House::digest);
        messages = new MessageUseCases(gate, store, router, () -> region, House::digest, adapterCalls, meter);
        // Terms end when a test says so.
        terms.stop();
        router.bind(policePlugin);
        router.bind(municipalPlugin);
    }

    private Optional<InputStream> list(String participant) {
        return Optional.ofNullable(lists.get(participant))
                .map(list -> new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
    }

    /** The RAC advised on recognition help, and the municipality laid a list ready. */
    void helps() {
        store.decides(Policy.DEFAULT.with(Policy.Help.OFF.restingOn("RAC-2026-7")));
        lists.putIfAbsent(MUNICIPALITY.id(), "kenteken 99-XX-99");
    }

    List<RecognitionHelp.Found> ask(Account account, UUID signal) {
        return ask(by(account), signal);
    }

    List<RecognitionHelp.Found> ask(Call call, UUID signal) {
        try {
            return help.ask(call, signal);
        } catch (MessageException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void readSubjects(InputStream list, OwnSubjectSink subjects) throws IOException, MessageException {
        int number = 0;
        for (String line :
                new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
            number++;
            String[] words = line.split(" ");
            MessageException wrong =
                    new MessageException("line " + number, new Text("Die soort is er niet.", "There is no such kind."));
            if (words[0].equals("hash")) {
                if (!subjects.acceptHash(words[1], HexFormat.of().parseHex(words[2]))) {
                    throw wrong;
                }
            } else {
                subjects.accept(IdentifierKind.ofCode(words[0]).orElseThrow(() -> wrong), words[1]);
            }
        }
    }

    private static final class NoBackups implements Backups {

        @Override
        public Backup make() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Contents contents() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int removeOlderThan(Duration age) {
            return 0;
        }
    }

    /** The report without which nothing is closed. */
    void reportsClosure(UUID knelpunt) {
        informs(knelpunt);
        reportsClosureOnly(knelpunt);
    }

    void reportsClosureOnly(UUID knelpunt) {
        closures.write(
                by(director),
                knelpunt,
                new Closures.NewReport("het laden is gestopt", List.of(), List.of(lesson("Vroeg sluiten werkt."))));
    }

    /** The persons concerned hear that their data are processed. */
    void informs(UUID knelpunt) {
        information.record(
                by(director),
                knelpunt,
                new InformationRegister.NewInformation(
                        now.atZone(Facts.NETHERLANDS).toLocalDate(),
                        "brief van het contactpunt",
                        null,
                        null,
                        null,
                        null));
    }

    static Lesson.Content lesson(String text) {
        return new Lesson.Content(true, null, null, null, null, text);
    }

    /** The steering group closes it. */
    void closes(UUID knelpunt) {
        reportsClosure(knelpunt);
        votes(knelpunt, Motion.Kind.CLOSE, Motion.Choice.FOR, Motion.Choice.FOR);
        knelpunten.close(by(mayor), knelpunt);
    }

    /** What waits for somebody, the most urgent first. */
    List<Task> tasks(Account account) {
        return tasks.list(by(account), null, 100).tasks().stream()
                .map(Tasks.Waiting::task)
                .toList();
    }

    static byte[] digest(String purpose, byte[] data) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(purpose.getBytes(StandardCharsets.UTF_8));
            return sha.digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    // People

    Account appoint(String name, Participant participant, Organ organ, Role... roles) {
        return keep(World.account(name, participant, organ, roles));
    }

    /** Also in the place of who was there with the same id. */
    Account keep(Account account) {
        store.transact(t -> {
            t.accounts().insert(account, "-");
            return null;
        });
        return account;
    }

    static Call by(Account account) {
        return call(new Caller.Person(account.id()));
    }

    static Call call(Caller caller) {
        return new Call(caller, UUID.randomUUID(), "192.0.2.7");
    }

    // Plugins

    static Plugin plugin(
            Participant participant, long generation, List<InterventionType> types, Plugin.Adapter... adapters) {
        return plugin(participant, generation, "0.1.0", types, List.of(), adapters);
    }

    /** A plugin with rules of its sector. */
    static Plugin plugin(
            Participant participant,
            long generation,
            String version,
            List<InterventionType> types,
            List<SectorRule> rules,
            Plugin.Adapter... adapters) {
        PluginDescriptor descriptor = new PluginDescriptor(
                "nl.knelpunt." + participant.kind(),
                version,
                "0".repeat(64),
                participant.kind(),
                new Text(participant.kind() + " (nl)", participant.kind()),
                participant.organs(),
                Set.of(),
                Set.of(),
                types,
                rules);
        return new Plugin() {
            @Override
            public PluginDescriptor descriptor() {
                return descriptor;
            }

            @Override
            public long generation() {
                return generation;
            }

            @Override
            public List<Adapter> adapters() {
                return List.of(adapters);
            }

            @Override
            public Optional<OwnSubjects> ownSubjects() {
                return Optional.of(House::readSubjects);
            }
        };
    }

    static Plugin.Adapter adapter(SignalAdapter reader) {
        return new Plugin.Adapter(FORMAT, List.of("text/lines"), List.of("lines"), reader);
    }

    private static void readLines(java.io.InputStream message, nl.knelpunt.api.adapter.DraftSink drafts)
            throws IOException, MessageException {
        String text = new String(message.readAllBytes(), StandardCharsets.UTF_8);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] words = line.split(" ");
            if (words.length != 2) {
                throw new MessageException(
                        "line " + number, new Text("Twee woorden verwacht.", "Two words were expected."));
            }
            drafts.accept(draft(words[0].equals("-") ? null : words[0], words[1]));
        }
    }

    static SignalDraft draft(String messageId, String plate) {
        return new SignalDraft(
                messageId,
                new Observation("Nachtelijk laden", LocalDate.of(2026, 5, 4), null, null, "haventeam"),
                List.of(new Subject(SubjectKind.PERSON, List.of(new Value(DataCategory.VEHICLE, "kenteken", plate)))));
    }

    Messages.Delivered deliver(Account account, String text) throws MessageException, IOException {
        return messages.deliver(by(account), account.participant(), message(text));
    }

    static Messages.Message message(String text) {
        return new Messages.Message(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text/lines", null, null);
    }

    // The story, up to a point

    /** A draft of the police with one datum about one person. */
    UUID draft() {
        UUID signal = signals.draft(by(officer), POLICE.id(), World.content(Organ.POLITIE))
                .id();
        signals.addDatum(by(officer), signal, plate("99-XX-99"));
        return signal;
    }

    UUID reported() {
        UUID signal = draft();
        signals.report(by(officer), signal);
        return signal;
    }

    /** The municipality was asked. */
    UUID asked() {
        UUID signal = reported();
        signals.askRecognition(by(director), signal, MUNICIPALITY.id());
        return signal;
    }

    UUID recognised() {
        UUID signal = asked();
        signals.recognise(by(mayorsWorker), signal, ownObservation());
        return signal;
    }

    UUID weighed() {
        UUID signal = recognised();
        signals.prepareAssessment(by(director), signal, World.FACTORS);
        return signal;
    }

    /** A draft goes the whole way until it is taken up. */
    UUID takenUp(UUID signal) {
        signals.report(by(officer), signal);
        signals.askRecognition(by(director), signal, MUNICIPALITY.id());
        signals.recognise(by(mayorsWorker), signal, ownObservation());
        signals.prepareAssessment(by(director), signal, World.FACTORS);
        signals.decideAssessment(by(officer), signal, true, "past");
        signals.decideAssessment(by(mayorsWorker), signal, true, "past");
        return signal;
    }

    UUID takenUp() {
        UUID signal = weighed();
        signals.decideAssessment(by(officer), signal, true, "past");
        signals.decideAssessment(by(mayorsWorker), signal, true, "past");
        return signal;
    }

    /** A proposal that involves police and municipality. */
    UUID proposed() {
        return proposedOn(takenUp());
    }

    private UUID proposedOn(UUID signal) {
        return knelpunten.propose(by(director), proposal(signal)).id();
    }

    /** On a draft of the police. */
    UUID designatedOn(UUID draft) {
        return designated(proposedOn(takenUp(draft)));
    }

    static Proposal proposal(UUID signal) {
        return World.proposal(List.of(signal), List.of(POLICE, MUNICIPALITY));
    }

    UUID designated() {
        return designated(proposed());
    }

    UUID designated(Activity activity) {
        return designated(knelpunten
                .propose(by(director), Copy.with(proposal(takenUp()), "activity", activity))
                .id());
    }

    /** Of business parks and branches. */
    UUID designatedScan() {
        Proposal proposal = Copy.with(proposal(takenUp()), "activity", Activity.SCAN);
        return designated(knelpunten
                .propose(
                        by(director),
                        Copy.with(proposal, "abuse", new Abuse("bedrijventerreinen", "verhuur zonder namen")))
                .id());
    }

    /** Of branches with one indicator. */
    UUID mapping() {
        return scans.writeMapping(
                        by(analyst),
                        new Mapping.Content(
                                "branches",
                                Codes.SBI,
                                "sbi",
                                "bedrijven",
                                ';',
                                true,
                                Set.of(),
                                List.of(new Mapping.Indicator(
                                        "OMZET",
                                        "omzet",
                                        "contante omzet",
                                        "%",
                                        Mapping.Direction.HIGHER_IS_MORE_VULNERABLE))))
                .id();
    }

    /** Two branches. */
    static Table.Source branches() {
        Iterator<List<String>> rows = List.of(
                        List.of("sbi", "bedrijven", "omzet"), List.of("45", "30", "60"), List.of("49.41", "20", "10"))
                .iterator();
        return separator -> new Table() {

            @Override
            public List<String> next() {
                return rows.hasNext() ? rows.next() : null;
            }

            @Override
            public long line() {
                return 1;
            }
        };
    }

    UUID dataSet(UUID scan) {
        try {
            return scans.importSet(
                            by(analyst),
                            scan,
                            new Scans.NewSet(mapping(), "branches", "onderzoek", World.TODAY),
                            branches())
                    .id();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    UUID compared(UUID scan) {
        return scans.rank(
                        by(analyst),
                        scan,
                        new Choice(dataSet(scan), Map.of("OMZET", 1.0), Choice.Normalisation.MIN_MAX, 0.5))
                .id();
    }

    /** Ready for the agenda. */
    UUID submitted() {
        return submitted(proposed());
    }

    UUID submitted(UUID knelpunt) {
        knelpunten.submit(by(director), knelpunt);
        return knelpunt;
    }

    private UUID designated(UUID knelpunt) {
        knelpunten.submit(by(director), knelpunt);
        knelpunten.vote(by(policeMember), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        knelpunten.vote(by(mayor), knelpunt, Motion.Kind.DESIGNATE, Motion.Choice.FOR, "nodig");
        knelpunten.designate(by(policeMember), knelpunt);
        return knelpunt;
    }

    /** A meeting a week ahead, chaired by the mayor. */
    UUID meeting() {
        return meetings.plan(
                        by(director),
                        new Meeting.Plan(
                                Meeting.Form.MEETING, now.plus(Duration.ofDays(7)), "Wieringersluis", mayor.id()))
                .id();
    }

    void meetingBegins(UUID meeting) {
        now = meetings.see(by(director), meeting).meeting().plan().starts();
    }

    /** Something that asks nothing of a knelpunt. */
    UUID otherItem(UUID meeting) {
        return meetings.putOnAgenda(
                        by(director),
                        meeting,
                        new Meetings.NewItem(Meeting.ItemKind.OTHER, null, "werkplan", "zie de bijlage"))
                .id();
    }

    /** A knelpunt with this signal, which was taken up. */
    UUID designatedWith(UUID signal) {
        return designated(proposedOn(signal));
    }

    UUID planned() {
        UUID knelpunt = designated();
        plans.write(by(director), knelpunt, new ActionPlan("de keten doorbreken", true, "signalen van mei"));
        return knelpunt;
    }

    /** A draft with every section. */
    UUID writtenAnalysis(UUID knelpunt) {
        UUID analysis = analyses.begin(by(analyst), knelpunt).id();
        analyses.write(
                by(analyst),
                analysis,
                s -> new Analysis.Sections("ernstig", "drie havens", "leegstand", "bij nacht", "verhuur", "sluiten"));
        return analysis;
    }

    UUID finalAnalysis(UUID knelpunt) {
        UUID analysis = writtenAnalysis(knelpunt);
        analyses.submit(by(analyst), analysis);
        analyses.test(by(director), analysis, true, null);
        return analysis;
    }

    /** Closing a building is proposed in a plan. */
    UUID proposedIntervention(UUID knelpunt) {
        return plans.propose(by(director), knelpunt, closeBuilding()).id();
    }

    /** Closing a building is proposed at a step of a barrier model. */
    UUID barred(UUID knelpunt, String model, String step) {
        return plans.propose(
                        by(director),
                        knelpunt,
                        Copy.with(closeBuilding(), "barrier", new Intervention.Barrier(model, step)))
                .id();
    }

    UUID agreedIntervention(UUID knelpunt) {
        UUID intervention = proposedIntervention(knelpunt);
        plans.agree(by(mayorsWorker), intervention, null);
        return intervention;
    }

    /** Its condition is met, and it is under way. */
    UUID startedIntervention(UUID knelpunt) {
        UUID intervention = agreedIntervention(knelpunt);
        plans.keepUp(by(mayorsWorker), intervention, conditionMet());
        plans.start(by(mayorsWorker), intervention);
        return intervention;
    }

    UUID doneIntervention(UUID knelpunt) {
        UUID intervention = startedIntervention(knelpunt);
        plans.carryOut(by(mayorsWorker), intervention, closed());
        return intervention;
    }

    static Plans.Progress conditionMet() {
        return new Plans.Progress(new Intervention.Planning(null, null), null, Map.of(1, true));
    }

    static Plans.NewExecution closed() {
        return new Plans.NewExecution(World.TODAY, "gesloten", null);
    }

    UUID evaluated() {
        UUID knelpunt = designated();
        evaluates(knelpunt, Evaluation.Recommendation.PROLONG);
        return knelpunt;
    }

    /** The first day on which may be decided that another year follows. */
    void nearsItsEnd(UUID knelpunt) {
        itBecomes(store.knelpunt(knelpunt).wholeTerm().orElseThrow().prolongedFrom());
    }

    /** One more year, as soon as that may be decided. */
    void evaluatedAndProlonged(UUID knelpunt) {
        nearsItsEnd(knelpunt);
        evaluates(knelpunt, Evaluation.Recommendation.PROLONG);
        votes(knelpunt, Motion.Kind.PROLONG, Motion.Choice.FOR, Motion.Choice.FOR);
        knelpunten.prolong(by(mayor), knelpunt);
    }

    void evaluates(UUID knelpunt, Evaluation.Recommendation recommendation) {
        knelpunten.evaluate(by(director), knelpunt, evaluation(knelpunt, recommendation));
    }

    /** Of each goal that it was reached in part. */
    Knelpunten.NewEvaluation evaluation(UUID knelpunt, Evaluation.Recommendation recommendation) {
        List<Evaluation.GoalResult> goals = store.knelpunt(knelpunt).proposal().goals().stream()
                .map(g -> new Evaluation.GoalResult(g.id(), Evaluation.Outcome.PARTLY, "minder laden", List.of()))
                .toList();
        return new Knelpunten.NewEvaluation(
                false,
                "minder laden",
                recommendation,
                recommendation == Evaluation.Recommendation.PROLONG ? World.GROUNDS : null,
                new Evaluation.Answers(goals, List.of(), null, null, null));
    }

    void votes(UUID knelpunt, Motion.Kind kind, Motion.Choice ofPolice, Motion.Choice ofMayor) {
        knelpunten.vote(by(policeMember), knelpunt, kind, ofPolice, "overwogen");
        knelpunten.vote(by(mayor), knelpunt, kind, ofMayor, "overwogen");
    }

    /** What waits for somebody in sharing data. */
    List<Act> sharingTasks(Account account) {
        return tasks.list(by(account), null, 100).tasks().stream()
                .map(w -> w.task().act())
                .filter(SHARING::contains)
                .toList();
    }

    /** By somebody who has seen a version of what is changed. */
    static Call seen(Account account, long version) {
        return new Call(new Caller.Person(account.id()), UUID.randomUUID(), "192.0.2.7", null, version);
    }

    /** The police asks the mayor for permits of whom the knelpunt is about. */
    UUID requested(UUID knelpunt) {
        return dataRequests
                .make(by(officer), knelpunt, wanted(subject(knelpunt), DataCategory.PERMITS, 1))
                .id();
    }

    DataRequest.Wanted wanted(UUID subject, DataCategory category, int phase) {
        return new DataRequest.Wanted(
                MUNICIPALITY.id(), category, subject, phase, "nodig om de loods te duiden", today().plusMonths(1));
    }

    LocalDate today() {
        return now.atZone(Facts.NETHERLANDS).toLocalDate();
    }

    /** Whom a knelpunt is about. */
    UUID subject(UUID knelpunt) {
        return store.subjectsOf(knelpunt).get(0).id();
    }

    /** The mayor shares one about the same. */
    UUID permit(UUID knelpunt) {
        NewDatum datum = datum(subject(knelpunt), null, DataCategory.PERMITS, "ingetrokken", 1);
        return knelpunten
                .share(by(mayorsWorker), knelpunt, Copy.with(Copy.with(datum, "task", "opiumwet-13b"), "police", null))
                .id();
    }

    /** The neighbouring municipality is to join. */
    static Involvements.NewInvolvement neighbourJoins() {
        return new Involvements.NewInvolvement(
                Involvement.Change.JOIN,
                NEIGHBOUR.id(),
                Set.of("omgevingsrecht"),
                "toezicht op de loodsen",
                "de loodsen liggen daar");
    }

    /** It is asked, and voted on. */
    UUID joining() {
        UUID knelpunt = planned();
        involvements.propose(by(director), knelpunt, neighbourJoins());
        votes(knelpunt, Motion.Kind.INVOLVE, Motion.Choice.FOR, Motion.Choice.FOR);
        return knelpunt;
    }

    static Plans.NewIntervention closeBuilding() {
        return new Plans.NewIntervention(
                MUNICIPALITY.id(), Organ.BURGEMEESTER, World.CLOSE_BUILDING.code(), "loods 3 sluiten", null);
    }

    static Recognition.OwnObservation ownObservation() {
        return ownObservation("openbare-orde");
    }

    static Recognition.OwnObservation neighboursObservation() {
        return ownObservation("gemeentewet");
    }

    /** In one of the tasks of whoever recognises. */
    private static Recognition.OwnObservation ownObservation(String task) {
        return new Recognition.OwnObservation(
                "dezelfde busjes",
                LocalDate.of(2026, 5, 2),
                new Place("loods 3", null, null, null, null, null),
                task,
                "Z-2026-114");
    }

    /** A datum of the police about somebody new. */
    static NewDatum plate(String plate) {
        return datum(null, new NewDatum.NewSubject(SubjectKind.PERSON, null, null), DataCategory.VEHICLE, plate, 1);
    }

    /** A datum of the police about somebody known. */
    static NewDatum plateOf(UUID subject, String plate) {
        return datum(subject, null, DataCategory.VEHICLE, plate, 1);
    }

    static NewDatum datum(
            UUID subject, NewDatum.NewSubject newSubject, DataCategory category, String content, int phase) {
        return new NewDatum(
                subject,
                newSubject,
                category,
                "kenteken",
                content,
                "politiewet-3",
                "Wgs 2.23(4)",
                phase,
                true,
                World.agreed(
                        category == DataCategory.POLICE_9_10
                                ? nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_9
                                : nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_8),
                null,
                null,
                false,
                null);
    }

    /** An advice that has all that a third party would need. */
    static Provision.Content advice(Recipient recipient, UUID... data) {
        return new Provision.Content(
                recipient,
                Provision.Kind.INTERVENTION_ADVICE,
                "de loods nalopen",
                null,
                true,
                "signalen van mei",
                "Omgevingswet 18.2",
                "zonder dit advies blijft het onbekend",
                "toezicht",
                List.of(data));
    }

    /** To the neighbouring municipality, which is not involved, on all data of the knelpunt. */
    UUID prepared(UUID knelpunt) {
        return prepared(knelpunt, new Recipient.OwnParticipant(NEIGHBOUR.id()));
    }

    UUID prepared(UUID knelpunt, Recipient recipient) {
        UUID[] data = store.dataOf(knelpunt).stream().map(Datum::id).toArray(UUID[]::new);
        return provisions
                .prepare(by(director), knelpunt, advice(recipient, data))
                .id();
    }

    /** Every participant was asked about a provision, and has nothing against it. */
    void roundIsOver(UUID provision) {
        provisions.ask(by(director), provision);
        for (Account member : List.of(policeMember, mayor, neighbouringMayor)) {
            provisions.answer(by(member), provision, true, null);
        }
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    void itBecomes(LocalDate day) {
        now = day.atTime(9, 0).atZone(Facts.NETHERLANDS).toInstant();
    }

    List<String> valuesOf(UUID dossier) {
        return store.dataOf(dossier).stream().map(Datum::content).toList();
    }

    /** The rules that refuse, in order. */
    static List<String> refused(Executable act) {
        return Assertions.assertThrows(RefusedException.class, act).findings().stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }
}
