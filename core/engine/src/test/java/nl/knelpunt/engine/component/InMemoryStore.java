package nl.knelpunt.engine.component;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.analysis.Export;
import nl.knelpunt.engine.analysis.Selection;
import nl.knelpunt.engine.closure.ClosingReport;
import nl.knelpunt.engine.closure.Lesson;
import nl.knelpunt.engine.consultation.CaseMeeting;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.dossier.ExactIdentifier;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.event.Event;
import nl.knelpunt.engine.gate.Change;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.engine.lifecycle.CaseMeetingState;
import nl.knelpunt.engine.lifecycle.CorrectionState;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.MeetingState;
import nl.knelpunt.engine.lifecycle.ProvisionState;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.lifecycle.RequestState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.oversight.DutyDone;
import nl.knelpunt.engine.oversight.LegalDuty;
import nl.knelpunt.engine.oversight.LogChain;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogReading;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.PolicyChange;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.plan.CapacityTotal;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Pledge;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.port.AccountRepository;
import nl.knelpunt.engine.port.AnalysisRepository;
import nl.knelpunt.engine.port.BarrierModelRepository;
import nl.knelpunt.engine.port.CaseMeetingRepository;
import nl.knelpunt.engine.port.ChangeRepository;
import nl.knelpunt.engine.port.ClosureRepository;
import nl.knelpunt.engine.port.ConfirmationRepository;
import nl.knelpunt.engine.port.CorrectionRepository;
import nl.knelpunt.engine.port.DataRequestRepository;
import nl.knelpunt.engine.port.DatumRepository;
import nl.knelpunt.engine.port.DestructionRepository;
import nl.knelpunt.engine.port.DocumentRepository;
import nl.knelpunt.engine.port.DutyRepository;
import nl.knelpunt.engine.port.EventRepository;
import nl.knelpunt.engine.port.HelpRepository;
import nl.knelpunt.engine.port.InformationRepository;
import nl.knelpunt.engine.port.InterventionRepository;
import nl.knelpunt.engine.port.InvolvementRepository;
import nl.knelpunt.engine.port.KnelpuntRepository;
import nl.knelpunt.engine.port.LogRepository;
import nl.knelpunt.engine.port.LogVerifier;
import nl.knelpunt.engine.port.MandateRepository;
import nl.knelpunt.engine.port.MeetingRepository;
import nl.knelpunt.engine.port.NoticeRepository;
import nl.knelpunt.engine.port.PaperRepository;
import nl.knelpunt.engine.port.PledgeRepository;
import nl.knelpunt.engine.port.PolicyRepository;
import nl.knelpunt.engine.port.ProvisionRepository;
import nl.knelpunt.engine.port.RacAdviceRepository;
import nl.knelpunt.engine.port.RacRequestRepository;
import nl.knelpunt.engine.port.ReceiverRepository;
import nl.knelpunt.engine.port.ReminderRepository;
import nl.knelpunt.engine.port.ReportRepository;
import nl.knelpunt.engine.port.RequestRepository;
import nl.knelpunt.engine.port.RightsRequestRepository;
import nl.knelpunt.engine.port.ScanRepository;
import nl.knelpunt.engine.port.SelectionRepository;
import nl.knelpunt.engine.port.SettingRepository;
import nl.knelpunt.engine.port.SignalOutcomeRepository;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.SubscriptionRepository;
import nl.knelpunt.engine.port.TaskSheetRepository;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.report.AnnualReport;
import nl.knelpunt.engine.report.Count;
import nl.knelpunt.engine.report.Figure;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.ProvisionFilter;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.RetentionRun;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.Information;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Origin;
import nl.knelpunt.engine.scan.Outcome;
import nl.knelpunt.engine.scan.OwnArea;
import nl.knelpunt.engine.scan.Ranking;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.Receiver;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.SignalFilter;
import nl.knelpunt.engine.signal.SignalOutcome;
import nl.knelpunt.engine.steering.Mandate;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Paper;

/** A store that forgets. Works never overlap, and one that throws leaves nothing behind. */
final class InMemoryStore implements Store, LogVerifier {

    /** In the order of their making, as a database compares them: Java compares UUIDs signed. */
    private static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

    /** What is stored under an id, of whatever kind; null when there is nothing. */
    Object stored(UUID id) {
        return byId().map(all -> all.get(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** In the place of what is stored under its id. */
    void replace(UUID id, Object with) {
        byId().filter(all -> all.containsKey(id)).forEach(all -> all.put(id, with));
    }

    private Stream<Map<UUID, Object>> byId() {
        return Arrays.stream(State.class.getDeclaredFields())
                .filter(f -> Map.class.isAssignableFrom(f.getType())
                        && f.getGenericType().getTypeName().startsWith("java.util.Map<java.util.UUID, nl.knelpunt"))
                .map(f -> {
                    try {
                        @SuppressWarnings("unchecked")
                        Map<UUID, Object> all = (Map<UUID, Object>) f.get(state);
                        return all;
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    List<Change> changesOf(UUID object) {
        return state.changes.getOrDefault(object, List.of());
    }

    private static final class State {

        final Map<UUID, SignalOutcome> signalOutcomes = new TreeMap<>(BY_ID);
        final Map<UUID, Signal> signals = new TreeMap<>(BY_ID);
        final Map<UUID, Knelpunt> knelpunten = new TreeMap<>(BY_ID);
        final Map<UUID, Datum> data = new TreeMap<>(BY_ID);
        final Map<UUID, Provision> provisions = new TreeMap<>(BY_ID);
        final Map<UUID, Intervention> interventions = new TreeMap<>(BY_ID);
        final Map<UUID, CaseMeeting> caseMeetings = new TreeMap<>(BY_ID);
        final Map<UUID, Mapping> mappings = new TreeMap<>(BY_ID);
        final Map<String, OwnArea> ownAreas = new TreeMap<>();
        final Map<UUID, DataSet> sets = new TreeMap<>(BY_ID);
        final Map<UUID, List<DataSet.Row>> rows = new HashMap<>();
        final Map<UUID, Outcome> outcomes = new TreeMap<>(BY_ID);
        final Map<UUID, List<Ranking.Ranked>> ranked = new HashMap<>();
        final Map<UUID, Origin> origins = new HashMap<>();
        final Map<UUID, Pledge> pledges = new TreeMap<>(BY_ID);
        final Map<UUID, TaskSheet> taskSheets = new TreeMap<>(BY_ID);
        final Map<UUID, RightsRequest> rightsRequests = new TreeMap<>(BY_ID);
        final Map<UUID, Involvement> involvements = new TreeMap<>(BY_ID);
        final Map<UUID, List<Change>> changes = new HashMap<>();
        final Map<UUID, Subject> subjects = new LinkedHashMap<>();
        final Map<UUID, Account> accounts = new LinkedHashMap<>();
        final Map<List<Object>, SignalRepository.Earlier> messages = new HashMap<>();
        final Map<List<String>, RequestRepository.Earlier> requests = new HashMap<>();
        final Map<UUID, DataRequest> dataRequests = new TreeMap<>(BY_ID);
        final Map<UUID, CorrectionProposal> corrections = new TreeMap<>(BY_ID);
        final Map<UUID, CorrectionNotice> notices = new TreeMap<>(BY_ID);
        final Map<UUID, Map<String, Instant>> receivers = new HashMap<>();
        final Map<List<String>, Instant> requestedAt = new HashMap<>();
        final Map<UUID, Set<String>> confirmations = new HashMap<>();
        final Map<String, String> settings = new HashMap<>();
        final List<LogRecord> log = new ArrayList<>();
        final List<Event> events = new ArrayList<>();
        final Map<UUID, RacAdvice> advices = new TreeMap<>(BY_ID);
        final Map<UUID, Mandate> mandates = new TreeMap<>(BY_ID);
        final Map<UUID, Meeting> meetings = new TreeMap<>(BY_ID);
        final Map<UUID, Paper> papers = new TreeMap<>(BY_ID);
        final Map<UUID, Document> documents = new TreeMap<>(BY_ID);
        final Map<List<Object>, byte[]> documentContents = new HashMap<>();
        final Map<UUID, String> dossierNames = new HashMap<>();
        final Map<String, Long> series = new HashMap<>();
        final Map<UUID, byte[]> paperContents = new HashMap<>();
        final Map<List<Object>, Long> tally = new HashMap<>();
        final Map<Integer, AnnualReport> reports = new HashMap<>();
        final List<DutyDone> duties = new ArrayList<>();
        final List<Information> information = new ArrayList<>();
        final Map<UUID, RacRequest> racRequests = new TreeMap<>(BY_ID);
        final Set<List<Object>> reminders = new HashSet<>();
        final List<List<Object>> help = new ArrayList<>();
        final Map<UUID, ClosingReport> closingReports = new TreeMap<>(BY_ID);
        final Map<UUID, Lesson> lessons = new TreeMap<>(BY_ID);
        final Map<UUID, DestructionList> destructions = new TreeMap<>(BY_ID);
        final Map<UUID, RetentionRun> runs = new TreeMap<>(BY_ID);
        final List<PolicyChange> policies = new ArrayList<>();
        final Map<UUID, LogReading> readings = new HashMap<>();
        InMemoryModules modules = new InMemoryModules();

        final Map<UUID, Analysis> analyses = new TreeMap<>(BY_ID);
        final Map<UUID, Selection> selections = new TreeMap<>(BY_ID);
        final Map<UUID, Export> exports = new TreeMap<>(BY_ID);
        final List<BarrierModel> barrierModels = new ArrayList<>();
        final Map<UUID, Map<String, BarrierModel>> barrierUse = new HashMap<>();

        State copy() {
            State copy = new State();
            copy.analyses.putAll(analyses);
            copy.selections.putAll(selections);
            copy.exports.putAll(exports);
            copy.barrierModels.addAll(barrierModels);
            barrierUse.forEach((k, used) -> copy.barrierUse.put(k, new TreeMap<>(used)));
            copy.signals.putAll(signals);
            copy.signalOutcomes.putAll(signalOutcomes);
            copy.knelpunten.putAll(knelpunten);
            copy.data.putAll(data);
            copy.provisions.putAll(provisions);
            copy.interventions.putAll(interventions);
            copy.caseMeetings.putAll(caseMeetings);
            copy.mappings.putAll(mappings);
            copy.ownAreas.putAll(ownAreas);
            copy.sets.putAll(sets);
            copy.rows.putAll(rows);
            copy.outcomes.putAll(outcomes);
            copy.ranked.putAll(ranked);
            copy.origins.putAll(origins);
            copy.pledges.putAll(pledges);
            copy.taskSheets.putAll(taskSheets);
            copy.rightsRequests.putAll(rightsRequests);
            copy.involvements.putAll(involvements);
            changes.forEach((object, all) -> copy.changes.put(object, new ArrayList<>(all)));
            copy.subjects.putAll(subjects);
            copy.accounts.putAll(accounts);
            copy.messages.putAll(messages);
            copy.requests.putAll(requests);
            copy.requestedAt.putAll(requestedAt);
            copy.dataRequests.putAll(dataRequests);
            copy.corrections.putAll(corrections);
            copy.notices.putAll(notices);
            receivers.forEach((datum, who) -> copy.receivers.put(datum, new TreeMap<>(who)));
            copy.settings.putAll(settings);
            copy.confirmations.putAll(confirmations);
            copy.log.addAll(log);
            copy.events.addAll(events);
            copy.advices.putAll(advices);
            copy.mandates.putAll(mandates);
            copy.meetings.putAll(meetings);
            copy.papers.putAll(papers);
            copy.documents.putAll(documents);
            copy.documentContents.putAll(documentContents);
            copy.dossierNames.putAll(dossierNames);
            copy.series.putAll(series);
            copy.paperContents.putAll(paperContents);
            copy.racRequests.putAll(racRequests);
            copy.tally.putAll(tally);
            copy.reports.putAll(reports);
            copy.duties.addAll(duties);
            copy.information.addAll(information);
            copy.reminders.addAll(reminders);
            copy.help.addAll(help);
            copy.closingReports.putAll(closingReports);
            copy.lessons.putAll(lessons);
            copy.destructions.putAll(destructions);
            copy.runs.putAll(runs);
            copy.policies.addAll(policies);
            copy.readings.putAll(readings);
            copy.modules = modules.copy();
            return copy;
        }
    }

    private State state = new State();
    private boolean busy;
    private boolean logIsFull;

    @Override
    public synchronized <R> R transact(Function<Transaction, R> work) {
        if (busy) {
            throw new IllegalStateException("A work may not call transact again");
        }
        State before = state.copy();
        busy = true;
        boolean done = false;
        try {
            R result = work.apply(new InMemory());
            done = true;
            return result;
        } finally {
            busy = false;
            if (!done) {
                state = before;
            }
        }
    }

    @Override
    public Verification verifyLog() {
        long sequence = 0;
        String hash = LogChain.START;
        for (LogRecord entry : state.log) {
            String fault = LogChain.faultOf(entry, sequence, hash);
            if (fault != null) {
                return new Verification(sequence + 1, sequence + 1, fault);
            }
            sequence = entry.sequence();
            hash = entry.hash();
        }
        return new Verification(sequence, null, null);
    }

    synchronized boolean isBusy() {
        return busy;
    }

    /** From now on no record can be written. */
    void fillTheLog() {
        logIsFull = true;
    }

    void decides(Policy policy) {
        transact(t -> {
            t.policies().put(new PolicyChange(policy, null, null, List.of(), "test", Instant.EPOCH));
            return null;
        });
    }

    List<LogRecord> log() {
        return List.copyOf(state.log);
    }

    List<Event> events() {
        return List.copyOf(state.events);
    }

    List<Datum> dataOf(UUID dossier) {
        return transact(t -> t.data().ofDossier(dossier));
    }

    List<Subject> subjectsOf(UUID dossier) {
        return transact(t -> t.data().subjectsOf(dossier));
    }

    Optional<Signal> signal(UUID id) {
        return transact(t -> t.signals().find(id));
    }

    Knelpunt knelpunt(UUID id) {
        return transact(t -> t.knelpunten().find(id)).orElseThrow();
    }

    /** Everything but the log, to compare before with after. */
    Intervention intervention(UUID id) {
        return state.interventions.get(id);
    }

    List<Object> content() {
        State now = state.copy();
        return List.of(
                now.signals,
                now.signalOutcomes,
                now.knelpunten,
                now.data,
                now.provisions,
                now.interventions,
                now.pledges,
                now.taskSheets,
                now.involvements,
                now.rightsRequests,
                now.subjects,
                now.accounts,
                now.messages,
                now.requests,
                now.dataRequests,
                now.corrections,
                now.notices,
                now.receivers,
                now.settings,
                now.events,
                now.confirmations,
                now.advices,
                now.mandates,
                now.meetings,
                now.papers,
                now.documents,
                now.series,
                now.paperContents.keySet(),
                now.racRequests,
                now.tally,
                now.reports,
                now.duties,
                now.information,
                now.policies,
                now.reminders,
                now.help,
                now.closingReports,
                now.lessons,
                now.destructions,
                now.runs,
                now.readings,
                now.caseMeetings,
                now.mappings,
                now.ownAreas,
                now.sets,
                now.rows,
                now.outcomes,
                now.ranked,
                now.origins,
                now.modules.content());
    }

    /** What goes with a datum. */
    private void forget(UUID datum) {
        state.corrections.values().removeIf(c -> c.datum().equals(datum));
        state.receivers.remove(datum);
        state.changes.remove(datum);
    }

    private static <T> List<T> page(Map<UUID, T> all, UUID after, int limit, Predicate<T> wanted) {
        return all.entrySet().stream()
                .filter(e -> after == null || BY_ID.compare(e.getKey(), after) > 0)
                .map(Map.Entry::getValue)
                .filter(wanted)
                .limit(limit)
                .toList();
    }

    private static void checkVersion(long given, Long stored) {
        if (stored == null || stored != given) {
            throw new StaleException(stored == null ? 0 : stored);
        }
    }

    private final class InMemory implements Transaction {

        @Override
        public SignalRepository signals() {
            return new Signals();
        }

        @Override
        public SignalOutcomeRepository signalOutcomes() {
            return new SignalOutcomes();
        }

        @Override
        public KnelpuntRepository knelpunten() {
            return new Knelpunten();
        }

        @Override
        public DatumRepository data() {
            return new Data();
        }

        @Override
        public AccountRepository accounts() {
            return new Accounts();
        }

        @Override
        public AnalysisRepository analyses() {
            return new Analyses();
        }

        @Override
        public SelectionRepository selections() {
            return new SelectionsKept();
        }

        @Override
        public BarrierModelRepository barrierModels() {
            return new Models();
        }

        @Override
        public LogRepository log() {
            return new Log();
        }

        @Override
        public SettingRepository settings() {
            return new Settings();
        }

        @Override
        public RequestRepository requests() {
            return new Requests();
        }

        @Override
        public ConfirmationRepository confirmations() {
            return new Confirmations();
        }

        @Override
        public PolicyRepository policies() {
            return new Policies();
        }

        @Override
        public ProvisionRepository provisions() {
            return new Provisions();
        }

        @Override
        public InterventionRepository interventions() {
            return new Interventions();
        }

        @Override
        public ScanRepository scans() {
            return new Scans();
        }

        @Override
        public CaseMeetingRepository caseMeetings() {
            return new CaseMeetings();
        }

        @Override
        public PledgeRepository pledges() {
            return new Pledges();
        }

        @Override
        public TaskSheetRepository taskSheets() {
            return new TaskSheets();
        }

        @Override
        public RightsRequestRepository rightsRequests() {
            return new RightsRequests();
        }

        @Override
        public RacAdviceRepository advices() {
            return new Advices();
        }

        @Override
        public nl.knelpunt.engine.port.ModuleRepository modules() {
            return state.modules;
        }

        @Override
        public ReportRepository reports() {
            return new Reports();
        }

        @Override
        public DutyRepository duties() {
            return new DutiesDone();
        }

        @Override
        public InformationRepository information() {
            return new InformationRecords();
        }

        @Override
        public RacRequestRepository racRequests() {
            return new RacRequests();
        }

        @Override
        public EventRepository events() {
            return new Events();
        }

        @Override
        public ChangeRepository changes() {
            return new Changes();
        }

        @Override
        public ClosureRepository closures() {
            return new Closures();
        }

        @Override
        public DestructionRepository destructions() {
            return new Destructions();
        }

        @Override
        public InvolvementRepository involvements() {
            return new Involvements();
        }

        @Override
        public ReminderRepository reminders() {
            return new Reminders();
        }

        @Override
        public HelpRepository help() {
            return new Help();
        }

        @Override
        public SubscriptionRepository subscriptions() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataRequestRepository dataRequests() {
            return new DataRequests();
        }

        @Override
        public CorrectionRepository corrections() {
            return new Corrections();
        }

        @Override
        public NoticeRepository notices() {
            return new Notices();
        }

        @Override
        public ReceiverRepository receivers() {
            return new Receivers();
        }

        @Override
        public MandateRepository mandates() {
            return new Mandates();
        }

        @Override
        public MeetingRepository meetings() {
            return new Meetings();
        }

        @Override
        public PaperRepository papers() {
            return new Papers();
        }

        @Override
        public DocumentRepository documents() {
            return new Documents();
        }
    }

    private final class DataRequests implements DataRequestRepository {

        @Override
        public int destroyOf(UUID knelpunt) {
            int before = state.dataRequests.size();
            state.dataRequests.values().removeIf(x -> x.knelpunt().equals(knelpunt));
            return before - state.dataRequests.size();
        }

        @Override
        public Optional<DataRequest> find(UUID id) {
            return Optional.ofNullable(state.dataRequests.get(id));
        }

        @Override
        public void insert(DataRequest request) {
            state.dataRequests.put(request.id(), request);
        }

        @Override
        public void update(DataRequest request) {
            checkVersion(
                    request.version(),
                    find(request.id()).map(DataRequest::version).orElse(null));
            state.dataRequests.put(request.id(), request.at(request.version() + 1));
        }

        @Override
        public List<DataRequest> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
            return page(state.dataRequests, after, limit, r -> r.knelpunt().equals(knelpunt));
        }

        @Override
        public List<DataRequest> askedOf(String holder, DataRequestState in, int limit) {
            return page(
                    state.dataRequests, null, limit, r -> r.wanted().holder().equals(holder) && r.state() == in);
        }

        @Override
        public List<DataRequest> askedBy(String asker, DataRequestState in, int limit) {
            return page(state.dataRequests, null, limit, r -> r.asker().equals(asker) && r.state() == in);
        }

        @Override
        public List<DataRequest> due(LocalDate today, int limit) {
            return page(
                    state.dataRequests,
                    null,
                    limit,
                    r -> r.isOpen() && r.wanted().until().isBefore(today));
        }
    }

    private final class Corrections implements CorrectionRepository {

        @Override
        public Optional<CorrectionProposal> find(UUID id) {
            return Optional.ofNullable(state.corrections.get(id));
        }

        @Override
        public void insert(CorrectionProposal proposal) {
            state.corrections.put(proposal.id(), proposal);
        }

        @Override
        public void update(CorrectionProposal proposal) {
            checkVersion(
                    proposal.version(),
                    find(proposal.id()).map(CorrectionProposal::version).orElse(null));
            state.corrections.put(proposal.id(), proposal.at(proposal.version() + 1));
        }

        @Override
        public List<CorrectionProposal> list(String participant, boolean open, UUID after, int limit) {
            return page(
                    state.corrections,
                    after,
                    limit,
                    c -> (participant == null || participant.equals(c.owner()) || participant.equals(c.proposer()))
                            && (!open || c.state() == CorrectionState.PROPOSED));
        }

        @Override
        public List<CorrectionProposal> toDecide(String owner, int limit) {
            return page(
                    state.corrections,
                    null,
                    limit,
                    c -> owner.equals(c.owner()) && c.state() == CorrectionState.PROPOSED);
        }
    }

    private final class Notices implements NoticeRepository {

        @Override
        public Optional<CorrectionNotice> find(UUID id) {
            return Optional.ofNullable(state.notices.get(id));
        }

        @Override
        public void insert(CorrectionNotice notice) {
            state.notices.put(notice.id(), notice);
        }

        @Override
        public void update(CorrectionNotice notice) {
            state.notices.replace(notice.id(), notice);
        }

        @Override
        public List<CorrectionNotice> of(String participant, boolean open, UUID after, int limit) {
            return page(
                    state.notices,
                    after,
                    limit,
                    n -> n.participant().equals(participant) && (!open || n.acknowledgement() == null));
        }

        @Override
        public void forgetBefore(boolean noted, Instant moment) {
            state.notices.values().removeIf(n -> (n.acknowledgement() != null) == noted && n.at().isBefore(moment));
        }
    }

    private final class Receivers implements ReceiverRepository {

        @Override
        public void note(String participant, UUID dossier, Collection<UUID> data, Instant at) {
            data.forEach(d ->
                    state.receivers.computeIfAbsent(d, id -> new TreeMap<>()).putIfAbsent(participant, at));
        }

        @Override
        public List<Receiver> of(UUID datum) {
            return state.receivers.getOrDefault(datum, Map.of()).entrySet().stream()
                    .map(e -> new Receiver(e.getKey(), e.getValue()))
                    .toList();
        }
    }

    private final class Mandates implements MandateRepository {

        @Override
        public Optional<Mandate> find(UUID id) {
            return Optional.ofNullable(state.mandates.get(id));
        }

        @Override
        public void insert(Mandate mandate) {
            state.mandates.put(mandate.id(), mandate);
        }

        @Override
        public void update(Mandate mandate) {
            checkVersion(
                    mandate.version(), find(mandate.id()).map(Mandate::version).orElse(null));
            state.mandates.put(mandate.id(), Copy.with(mandate, "version", mandate.version() + 1));
        }

        @Override
        public List<Mandate> of(String participant, UUID holder) {
            return state.mandates.values().stream()
                    .filter(m ->
                            m.participant().equals(participant) && m.holder().equals(holder))
                    .toList();
        }

        @Override
        public List<Mandate> standingOf(String participant) {
            return state.mandates.values().stream()
                    .filter(m -> m.participant().equals(participant) && m.withdrawn() == null)
                    .toList();
        }

        @Override
        public List<Mandate> list(UUID after, int limit) {
            return page(state.mandates, after, limit, m -> true);
        }
    }

    private final class Meetings implements MeetingRepository {

        @Override
        public Optional<Meeting> find(UUID id) {
            return Optional.ofNullable(state.meetings.get(id));
        }

        @Override
        public void insert(Meeting meeting) {
            state.meetings.put(meeting.id(), meeting);
        }

        @Override
        public void update(Meeting meeting) {
            checkVersion(
                    meeting.version(), find(meeting.id()).map(Meeting::version).orElse(null));
            state.meetings.put(meeting.id(), Copy.with(meeting, "version", meeting.version() + 1));
        }

        @Override
        public Optional<Meeting> withOpenItem(UUID knelpunt, Meeting.ItemKind kind) {
            return state.meetings.values().stream()
                    .filter(m -> m.items().stream()
                            .anyMatch(i -> i.isOpen() && i.kind() == kind && knelpunt.equals(i.knelpunt())))
                    .findFirst();
        }

        @Override
        public List<Meeting> withItem(UUID knelpunt, Meeting.ItemKind kind) {
            return state.meetings.values().stream()
                    .filter(m -> m.items().stream().anyMatch(i -> i.kind() == kind && knelpunt.equals(i.knelpunt())))
                    .toList();
        }

        @Override
        public List<Meeting> in(MeetingState wanted) {
            return state.meetings.values().stream()
                    .filter(m -> m.state() == wanted)
                    .sorted(Comparator.comparing(m -> m.plan().starts()))
                    .toList();
        }

        @Override
        public List<Meeting> list(UUID after, int limit) {
            return page(state.meetings, after, limit, m -> true);
        }
    }

    private final class Documents implements DocumentRepository {

        @Override
        public int destroyContentOf(UUID knelpunt) {
            List<Document> there = page(
                    state.documents,
                    null,
                    Integer.MAX_VALUE,
                    d -> d.knelpunt().equals(knelpunt)
                            && content(d.id(), Document.Format.PDF).isPresent());
            there.forEach(d -> {
                state.documents.put(d.id(), d.withoutTitle());
                state.documentContents.keySet().removeIf(k -> k.get(0).equals(d.id()));
            });
            return there.size();
        }

        @Override
        public Optional<Document> find(UUID id) {
            return Optional.ofNullable(state.documents.get(id));
        }

        @Override
        public Optional<byte[]> content(UUID id, Document.Format format) {
            return Optional.ofNullable(state.documentContents.get(List.of(id, format)));
        }

        @Override
        public void insert(Document document, byte[] pdf, byte[] html) {
            state.documents.put(document.id(), document);
            state.documentContents.put(List.of(document.id(), Document.Format.PDF), pdf);
            state.documentContents.put(List.of(document.id(), Document.Format.HTML), html);
        }

        @Override
        public List<Document> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
            return page(state.documents, after, limit, d -> d.knelpunt().equals(knelpunt));
        }

        @Override
        public int count(UUID knelpunt, Document.Kind kind) {
            return (int) state.documents.values().stream()
                    .filter(d -> d.knelpunt().equals(knelpunt) && d.kind() == kind)
                    .count();
        }

        @Override
        public int count(UUID knelpunt, String letter) {
            return (int) state.documents.values().stream()
                    .filter(d ->
                            d.knelpunt().equals(knelpunt) && d.kind().letter().equals(letter))
                    .count();
        }

        @Override
        public Optional<String> nameOf(UUID dossier) {
            return Optional.ofNullable(state.dossierNames.get(dossier));
        }

        @Override
        public void name(UUID dossier, String name) {
            state.dossierNames.put(dossier, name);
        }

        @Override
        public long last(String series) {
            return state.series.getOrDefault(series, 0L);
        }

        @Override
        public void setLast(String series, long number) {
            state.series.put(series, number);
        }
    }

    private final class Papers implements PaperRepository {

        @Override
        public Optional<Paper> find(UUID id) {
            return Optional.ofNullable(state.papers.get(id));
        }

        @Override
        public Optional<byte[]> content(UUID id) {
            return Optional.ofNullable(state.paperContents.get(id));
        }

        @Override
        public void insert(Paper paper, byte[] content) {
            state.papers.put(paper.id(), paper);
            state.paperContents.put(paper.id(), content);
        }

        @Override
        public List<Paper> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
            return page(state.papers, after, limit, p -> p.knelpunt().equals(knelpunt));
        }

        @Override
        public List<Paper> past(LocalDate day, int limit) {
            return page(
                    state.papers,
                    null,
                    limit,
                    p -> state.paperContents.containsKey(p.id())
                            && p.destroyBy().isBefore(day));
        }

        @Override
        public void destroyContent(UUID id) {
            state.paperContents.remove(id);
        }
    }

    private final class SignalOutcomes implements SignalOutcomeRepository {

        @Override
        public void insert(SignalOutcome outcome) {
            state.signalOutcomes.put(outcome.id(), outcome);
        }

        @Override
        public List<SignalOutcome> ofReporter(String reporter, UUID signal, UUID after, int limit) {
            return page(
                    state.signalOutcomes,
                    after,
                    limit,
                    o -> o.reporter().equals(reporter) && (signal == null || signal.equals(o.signal())));
        }
    }

    private final class Signals implements SignalRepository {

        @Override
        public Optional<Signal> find(UUID id) {
            return Optional.ofNullable(state.signals.get(id));
        }

        @Override
        public void insert(Signal signal) {
            state.signals.put(signal.id(), signal);
        }

        @Override
        public void update(Signal signal) {
            checkVersion(
                    signal.version(), find(signal.id()).map(Signal::version).orElse(null));
            state.signals.put(signal.id(), Copy.with(signal, "version", signal.version() + 1));
        }

        @Override
        public void destroy(UUID id) {
            state.signals.remove(id);
            state.data.values().stream().filter(d -> d.dossier().equals(id)).forEach(d -> forget(d.id()));
            state.data.values().removeIf(d -> d.dossier().equals(id));
            state.subjects.values().removeIf(s -> s.dossier().equals(id));
            state.confirmations.remove(id);
        }

        @Override
        public List<Signal> ofParticipant(String participant, SignalFilter filter, UUID after, int limit) {
            return page(
                    state.signals,
                    after,
                    limit,
                    s -> s.knownTo().contains(participant)
                            && (filter.state() == null || filter.state() == s.stateTo(participant))
                            && (!filter.waiting() || s.waitsFor(participant) != null)
                            && fits(s, filter));
        }

        @Override
        public List<Signal> reported(SignalFilter filter, UUID after, int limit) {
            return page(
                    state.signals,
                    after,
                    limit,
                    s -> s.state() != SignalState.DRAFT
                            && (filter.state() == null || filter.state() == s.state())
                            && (!filter.waiting() || s.waitsForBureau())
                            && fits(s, filter));
        }

        private static boolean fits(Signal signal, SignalFilter filter) {
            SignalContent content = signal.content();
            Place place = content.observation().place();
            return (filter.reporter() == null || filter.reporter().equals(signal.reporter()))
                    && (filter.from() == null || !signal.received().isBefore(filter.from()))
                    && (filter.until() == null || signal.received().isBefore(filter.until()))
                    && (filter.manifestation() == null || filter.manifestation() == content.manifestation())
                    && (filter.municipality() == null
                            || place != null && filter.municipality().equals(place.municipality()))
                    && (filter.knelpunt() == null || signal.isLinkedTo(filter.knelpunt()));
        }

        @Override
        public List<Signal> sharing(UUID signal, String participant, UUID after, int limit) {
            Set<String> own = identifiers(signal);
            return page(
                    state.signals,
                    after,
                    limit,
                    s -> !s.id().equals(signal)
                            && isKnown(s, participant)
                            && !Collections.disjoint(own, identifiers(s.id())));
        }

        private Set<String> identifiers(UUID signal) {
            return state.data.values().stream()
                    .filter(d -> d.dossier().equals(signal))
                    .map(ExactIdentifier::of)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        private static boolean isKnown(Signal signal, String participant) {
            return signal.state() != SignalState.DRAFT
                    && (participant == null || signal.knownTo().contains(participant));
        }

        @Override
        public List<Signal> within(Area.Bounds box, String participant, UUID after, int limit) {
            return page(state.signals, after, limit, s -> {
                Place place = s.content().observation().place();
                return isKnown(s, participant)
                        && place != null
                        && place.longitude() != null
                        && place.longitude() >= box.west()
                        && place.longitude() <= box.east()
                        && place.latitude() >= box.south()
                        && place.latitude() <= box.north();
            });
        }

        @Override
        public List<Signal> linkedTo(UUID knelpunt) {
            return page(state.signals, null, Integer.MAX_VALUE, s -> s.isLinkedTo(knelpunt));
        }

        @Override
        public List<Signal> unansweredSince(Instant asked, UUID after, int limit) {
            return page(
                    state.signals,
                    after,
                    limit,
                    s -> s.open().anyMatch(r -> r.asked().isBefore(asked)));
        }

        @Override
        public List<Signal> receivedBefore(Instant received, UUID after, int limit) {
            return page(state.signals, after, limit, s -> s.received().isBefore(received));
        }

        @Override
        public List<Signal> draftsBefore(Instant received, int limit) {
            return page(
                    state.signals,
                    null,
                    limit,
                    s -> s.state() == SignalState.DRAFT && s.received().isBefore(received));
        }

        @Override
        public Optional<Earlier> ofMessage(String participant, byte[] keyedMessageId) {
            return Optional.ofNullable(state.messages.get(List.of(participant, ByteBuffer.wrap(keyedMessageId))));
        }

        @Override
        public void rememberMessage(String participant, byte[] keyedMessageId, Earlier message) {
            state.messages.put(List.of(participant, ByteBuffer.wrap(keyedMessageId)), message);
        }
    }

    private final class Analyses implements AnalysisRepository {

        @Override
        public Optional<Analysis> find(UUID id) {
            return Optional.ofNullable(state.analyses.get(id));
        }

        @Override
        public void insert(Analysis analysis) {
            state.analyses.put(analysis.id(), analysis);
        }

        @Override
        public void update(Analysis analysis) {
            checkVersion(
                    analysis.version(),
                    find(analysis.id()).map(Analysis::version).orElse(null));
            state.analyses.put(analysis.id(), Copy.with(analysis, "version", analysis.version() + 1));
        }

        @Override
        public void destroy(UUID id) {
            state.analyses.remove(id);
        }

        @Override
        public Optional<Analysis> last(UUID knelpunt) {
            return state.analyses.values().stream()
                    .filter(a -> a.knelpunt().equals(knelpunt))
                    .reduce((before, after) -> after);
        }

        @Override
        public List<Analysis> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
            return page(state.analyses, after, limit, a -> a.knelpunt().equals(knelpunt));
        }

        @Override
        public List<Analysis> in(Set<AnalysisState> states, int limit) {
            return page(state.analyses, null, limit, a -> states.contains(a.state()));
        }
    }

    private final class SelectionsKept implements SelectionRepository {

        @Override
        public int destroyOf(UUID knelpunt) {
            int before = state.selections.size();
            state.selections.values().removeIf(x -> x.knelpunt().equals(knelpunt));
            return before - state.selections.size();
        }

        @Override
        public int destroyExportsOf(UUID knelpunt) {
            int before = state.exports.size();
            state.exports.values().removeIf(x -> x.knelpunt().equals(knelpunt));
            return before - state.exports.size();
        }

        @Override
        public Optional<Selection> find(UUID id) {
            return Optional.ofNullable(state.selections.get(id));
        }

        @Override
        public void insert(Selection selection) {
            state.selections.put(selection.id(), selection);
        }

        @Override
        public void update(Selection selection) {
            checkVersion(
                    selection.version(),
                    find(selection.id()).map(Selection::version).orElse(null));
            state.selections.put(selection.id(), Copy.with(selection, "version", selection.version() + 1));
        }

        @Override
        public void remove(UUID id) {
            state.selections.remove(id);
        }

        @Override
        public List<Selection> ofKnelpunt(UUID knelpunt, UUID owner, UUID after, int limit) {
            return page(
                    state.selections,
                    after,
                    limit,
                    s -> s.knelpunt().equals(knelpunt)
                            && (s.shared() || s.owner().equals(owner)));
        }

        @Override
        public int count(UUID knelpunt) {
            return page(
                            state.selections,
                            null,
                            Integer.MAX_VALUE,
                            s -> s.knelpunt().equals(knelpunt))
                    .size();
        }

        @Override
        public void insert(Export export) {
            state.exports.put(export.id(), export);
        }

        @Override
        public List<Export> exportsOf(UUID knelpunt, UUID after, int limit) {
            return page(state.exports, after, limit, e -> e.knelpunt().equals(knelpunt));
        }
    }

    private final class Models implements BarrierModelRepository {

        @Override
        public Optional<BarrierModel> find(String code, String version) {
            return state.barrierModels.stream()
                    .filter(m -> m.code().equals(code) && m.version().equals(version))
                    .findFirst();
        }

        @Override
        public void insert(BarrierModel model, Instant at) {
            state.barrierModels.add(0, model);
        }

        @Override
        public List<BarrierModel> all() {
            return state.barrierModels.stream()
                    .sorted(Comparator.comparing(BarrierModel::code))
                    .toList();
        }

        @Override
        public List<BarrierModel> usedBy(UUID knelpunt) {
            return List.copyOf(state.barrierUse.getOrDefault(knelpunt, Map.of()).values());
        }

        @Override
        public void use(UUID knelpunt, BarrierModel model) {
            state.barrierUse.computeIfAbsent(knelpunt, k -> new TreeMap<>()).put(model.code(), model);
        }

        @Override
        public void drop(UUID knelpunt, String code) {
            state.barrierUse.getOrDefault(knelpunt, new TreeMap<>()).remove(code);
        }
    }

    private final class Knelpunten implements KnelpuntRepository {

        @Override
        public Optional<Knelpunt> find(UUID id) {
            return Optional.ofNullable(state.knelpunten.get(id));
        }

        @Override
        public void insert(Knelpunt knelpunt) {
            state.knelpunten.put(knelpunt.id(), knelpunt);
        }

        @Override
        public void update(Knelpunt knelpunt) {
            checkVersion(
                    knelpunt.version(),
                    find(knelpunt.id()).map(Knelpunt::version).orElse(null));
            state.knelpunten.put(knelpunt.id(), Copy.with(knelpunt, "version", knelpunt.version() + 1));
        }

        @Override
        public List<Knelpunt> list(UUID after, int limit) {
            return page(state.knelpunten, after, limit, k -> true);
        }

        @Override
        public List<Knelpunt> voting(int limit) {
            return page(state.knelpunten, null, limit, k -> k.motions().stream().anyMatch(Motion::isOpen));
        }

        @Override
        public List<Knelpunt> endingBy(LocalDate day, int limit) {
            return page(
                    state.knelpunten,
                    null,
                    limit,
                    k -> k.state() == KnelpuntState.DESIGNATED
                            && k.wholeTerm()
                                    .map(term -> !term.last().isAfter(day))
                                    .orElse(true));
        }
    }

    private final class Changes implements ChangeRepository {

        @Override
        public void add(UUID object, Change change) {
            List<Change> all = state.changes.computeIfAbsent(object, o -> new ArrayList<>());
            if (all.stream().anyMatch(c -> c.version() == change.version())) {
                throw new IllegalStateException("A version is made once");
            }
            all.add(change);
        }

        @Override
        public List<Change> after(UUID object, long version, int limit) {
            return state.changes.getOrDefault(object, List.of()).stream()
                    .filter(c -> c.version() > version)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void forget(UUID object) {
            state.changes.remove(object);
        }
    }

    private final class Closures implements ClosureRepository {

        @Override
        public Optional<ClosingReport> report(UUID knelpunt) {
            return Optional.ofNullable(state.closingReports.get(knelpunt));
        }

        @Override
        public void put(ClosingReport report) {
            state.closingReports.put(report.knelpunt(), report);
        }

        @Override
        public boolean destroyReport(UUID knelpunt) {
            return state.closingReports.remove(knelpunt) != null;
        }

        @Override
        public void insert(Lesson lesson) {
            state.lessons.put(lesson.id(), lesson);
        }

        @Override
        public List<Lesson> find(nl.knelpunt.engine.closure.Closures.Wanted wanted, UUID after, int limit) {
            return page(
                    state.lessons,
                    after,
                    limit,
                    l -> wanted.words() == null || l.content().text().contains(wanted.words()));
        }

        @Override
        public boolean destroyLesson(UUID id) {
            return state.lessons.remove(id) != null;
        }
    }

    private final class Destructions implements DestructionRepository {

        @Override
        public List<DestructionList> openOf(UUID dossier) {
            return page(
                    state.destructions,
                    null,
                    Integer.MAX_VALUE,
                    l -> l.dossier().equals(dossier) && !l.state().isOver());
        }

        @Override
        public Optional<DestructionList> find(UUID id) {
            return Optional.ofNullable(state.destructions.get(id));
        }

        @Override
        public void insert(DestructionList list) {
            state.destructions.put(list.id(), list);
        }

        @Override
        public void update(DestructionList list) {
            checkVersion(
                    list.version(),
                    find(list.id()).map(DestructionList::version).orElse(null));
            state.destructions.put(list.id(), Copy.with(list, "version", list.version() + 1));
        }

        @Override
        public List<DestructionList> list(UUID after, int limit) {
            return page(state.destructions, after, limit, l -> true);
        }

        @Override
        public List<DestructionList> open(int limit) {
            return page(state.destructions, null, limit, l -> !l.state().isOver());
        }

        @Override
        public List<DestructionList> toExecute(LocalDate day, int limit) {
            return page(state.destructions, null, limit, l -> l.isToBeExecutedOn(day));
        }

        @Override
        public void insert(RetentionRun run) {
            state.runs.put(run.id(), run);
        }

        @Override
        public List<RetentionRun> runs(UUID before, int limit) {
            List<RetentionRun> all = new ArrayList<>(state.runs.values());
            java.util.Collections.reverse(all);
            return all.stream()
                    .filter(r -> before == null || BY_ID.compare(r.id(), before) < 0)
                    .limit(limit)
                    .toList();
        }
    }

    private final class Involvements implements InvolvementRepository {

        @Override
        public void insert(Involvement involvement) {
            state.involvements.put(involvement.id(), involvement);
        }

        @Override
        public void update(Involvement involvement) {
            state.involvements.put(involvement.id(), involvement);
        }

        @Override
        public Optional<Involvement> open(UUID knelpunt) {
            return state.involvements.values().stream()
                    .filter(i -> i.knelpunt().equals(knelpunt) && i.outcome() == Involvement.Outcome.OPEN)
                    .findFirst();
        }

        @Override
        public List<Involvement> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
            return page(state.involvements, after, limit, i -> i.knelpunt().equals(knelpunt));
        }
    }

    private final class Help implements HelpRepository {

        @Override
        public int byPerson(LocalDate day, UUID account) {
            return (int) state.help.stream()
                    .filter(h -> h.get(0).equals(day) && h.get(2).equals(account))
                    .count();
        }

        @Override
        public int byParticipant(LocalDate day, String participant) {
            return (int) state.help.stream()
                    .filter(h -> h.get(0).equals(day) && h.get(1).equals(participant))
                    .count();
        }

        @Override
        public void count(LocalDate day, String participant, UUID account) {
            state.help.removeIf(h -> ((LocalDate) h.get(0)).isBefore(day));
            state.help.add(List.of(day, participant, account));
        }
    }

    private final class Reminders implements ReminderRepository {

        @Override
        public boolean wasSent(UUID object, String what) {
            return state.reminders.contains(List.of(object, what));
        }

        @Override
        public void sent(UUID object, String what, Instant at) {
            if (!state.reminders.add(List.of(object, what))) {
                throw new IllegalStateException("sent twice");
            }
        }

        @Override
        public void forget(UUID object) {
            state.reminders.removeIf(r -> r.get(0).equals(object));
        }
    }

    private final class Provisions implements ProvisionRepository {

        @Override
        public Optional<Provision> find(UUID id) {
            return Optional.ofNullable(state.provisions.get(id));
        }

        @Override
        public void insert(Provision provision) {
            state.provisions.put(provision.id(), provision);
        }

        @Override
        public void update(Provision provision) {
            checkVersion(
                    provision.version(),
                    find(provision.id()).map(Provision::version).orElse(null));
            state.provisions.put(provision.id(), Copy.with(provision, "version", provision.version() + 1));
        }

        @Override
        public List<Provision> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
            return page(state.provisions, after, limit, p -> p.knelpunt().equals(knelpunt));
        }

        @Override
        public int destroyUnprovided(UUID knelpunt) {
            int before = state.provisions.size();
            state.provisions.values().removeIf(p -> p.knelpunt().equals(knelpunt) && p.provided() == null);
            return before - state.provisions.size();
        }

        @Override
        public Optional<Provision> overdue(Recipient recipient, LocalDate day) {
            return state.provisions.values().stream()
                    .filter(p -> p.content().recipient().key().equals(recipient.key()) && p.isOverdueOn(day))
                    .min(Comparator.comparing(Provision::feedbackDue));
        }

        @Override
        public List<Provision> search(ProvisionFilter filter, LocalDate today, UUID after, int limit) {
            return page(state.provisions, after, limit, p -> matches(filter, today, p));
        }

        private static boolean matches(ProvisionFilter filter, LocalDate today, Provision p) {
            LocalDate left = p.provided() == null
                    ? null
                    : p.provided().atZone(Facts.NETHERLANDS).toLocalDate();
            return is(filter.recipient(), p.content().recipient().key())
                    && is(filter.recipientType(), p.content().recipient().type())
                    && is(filter.kind(), p.content().kind())
                    && is(filter.state(), p.state())
                    && is(filter.knelpunt(), p.knelpunt())
                    && (filter.providedFrom() == null || left != null && !left.isBefore(filter.providedFrom()))
                    && (filter.providedUntil() == null || left != null && !left.isAfter(filter.providedUntil()))
                    && is(filter.overdue(), p.isOverdueOn(today));
        }

        private static boolean is(Object wanted, Object found) {
            return wanted == null || wanted.equals(found);
        }

        @Override
        public List<Provision> asking(String participant, int limit) {
            return inRound(Integer.MAX_VALUE).stream()
                    .filter(p -> p.unanswered().contains(participant))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Provision> inRound(int limit) {
            return state.provisions.values().stream()
                    .filter(p -> p.state() == ProvisionState.ASKED)
                    .sorted(Comparator.comparing(p -> p.round().until()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Provision> feedbackDue(String recipient, LocalDate day, int limit) {
            return state.provisions.values().stream()
                    .filter(p -> p.isOverdueOn(day.plusDays(1))
                            && (recipient == null
                                    || recipient.equals(p.content().recipient().key())))
                    .sorted(Comparator.comparing(Provision::feedbackDue))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Provision> restingOn(UUID datum) {
            return state.provisions.values().stream()
                    .filter(p -> p.content().data().contains(datum))
                    .toList();
        }
    }

    private final class Interventions implements InterventionRepository {

        @Override
        public Optional<Intervention> find(UUID id) {
            return Optional.ofNullable(state.interventions.get(id));
        }

        @Override
        public void insert(Intervention intervention) {
            state.interventions.put(intervention.id(), intervention);
        }

        @Override
        public void update(Intervention intervention) {
            checkVersion(
                    intervention.version(),
                    find(intervention.id()).map(Intervention::version).orElse(null));
            state.interventions.put(intervention.id(), intervention.at(intervention.version() + 1));
        }

        @Override
        public List<Intervention> ofKnelpunt(UUID knelpunt) {
            return page(
                    state.interventions,
                    null,
                    Integer.MAX_VALUE,
                    i -> i.knelpunt().equals(knelpunt));
        }

        @Override
        public List<Intervention> waiting(String participant, int limit) {
            return state.interventions.values().stream()
                    .filter(i -> i.content().participant().equals(participant))
                    .filter(i -> i.state().isOpen() || i.owesReport())
                    .sorted(Comparator.comparing(
                            i -> i.planning().until(), Comparator.nullsLast(Comparator.naturalOrder())))
                    .limit(limit)
                    .toList();
        }
    }

    private final class CaseMeetings implements CaseMeetingRepository {

        @Override
        public int destroyOf(UUID consultation) {
            int before = state.caseMeetings.size();
            state.caseMeetings.values().removeIf(x -> x.consultation().equals(consultation));
            return before - state.caseMeetings.size();
        }

        @Override
        public Optional<CaseMeeting> find(UUID id) {
            return Optional.ofNullable(state.caseMeetings.get(id));
        }

        @Override
        public void insert(CaseMeeting meeting) {
            state.caseMeetings.put(meeting.id(), meeting);
        }

        @Override
        public void update(CaseMeeting meeting) {
            checkVersion(
                    meeting.version(),
                    find(meeting.id()).map(CaseMeeting::version).orElse(null));
            state.caseMeetings.put(meeting.id(), meeting.at(meeting.version() + 1));
        }

        @Override
        public List<CaseMeeting> ofConsultation(UUID consultation, UUID after, int limit) {
            return page(state.caseMeetings, after, limit, m -> m.consultation().equals(consultation));
        }

        @Override
        public List<CaseMeeting> owing(String participant, int limit) {
            return page(
                    state.caseMeetings,
                    null,
                    limit,
                    m -> m.agreements().stream()
                            .anyMatch(a -> a.participant().equals(participant) && a.done() == null));
        }

        @Override
        public List<CaseMeeting> planned(int limit) {
            return page(state.caseMeetings, null, limit, m -> m.state() == CaseMeetingState.PLANNED);
        }
    }

    private final class Scans implements ScanRepository {

        @Override
        public int destroySetsOf(UUID scan) {
            List<DataSet> there = sets(scan, null, Integer.MAX_VALUE);
            there.forEach(set -> {
                state.sets.remove(set.id());
                state.rows.remove(set.id());
            });
            return there.size();
        }

        @Override
        public int destroyOutcomesOf(UUID scan) {
            List<Outcome> there = outcomes(scan, null, Integer.MAX_VALUE);
            there.forEach(outcome -> {
                state.outcomes.remove(outcome.id());
                state.ranked.remove(outcome.id());
            });
            return there.size();
        }

        @Override
        public boolean destroyOrigin(UUID proposal) {
            return state.origins.remove(proposal) != null;
        }

        @Override
        public Optional<Mapping> mapping(UUID id) {
            return Optional.ofNullable(state.mappings.get(id));
        }

        @Override
        public void insert(Mapping mapping) {
            state.mappings.put(mapping.id(), mapping);
        }

        @Override
        public void update(Mapping mapping) {
            checkVersion(
                    mapping.version(),
                    mapping(mapping.id()).map(Mapping::version).orElse(null));
            state.mappings.put(mapping.id(), mapping.at(mapping.version() + 1));
        }

        @Override
        public List<Mapping> mappings(UUID after, int limit) {
            return page(state.mappings, after, limit, m -> true);
        }

        @Override
        public void put(OwnArea area) {
            state.ownAreas.put(area.code(), area);
        }

        @Override
        public Optional<OwnArea> area(String code) {
            return Optional.ofNullable(state.ownAreas.get(code));
        }

        @Override
        public List<OwnArea> areas(String after, int limit) {
            return state.ownAreas.values().stream()
                    .filter(a -> after == null || a.code().compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void insert(DataSet set, List<DataSet.Row> rows) {
            state.sets.put(set.id(), set);
            state.rows.put(set.id(), List.copyOf(rows));
        }

        @Override
        public Optional<DataSet> set(UUID id) {
            return Optional.ofNullable(state.sets.get(id));
        }

        @Override
        public int newestVersion(UUID scan, String name) {
            return state.sets.values().stream()
                    .filter(s -> s.scan().equals(scan) && s.name().equals(name))
                    .mapToInt(DataSet::version)
                    .max()
                    .orElse(0);
        }

        @Override
        public List<DataSet> sets(UUID scan, UUID after, int limit) {
            return page(state.sets, after, limit, s -> s.scan().equals(scan));
        }

        @Override
        public int countSets(UUID scan) {
            return sets(scan, null, Integer.MAX_VALUE).size();
        }

        @Override
        public List<DataSet.Row> rows(UUID set) {
            return state.rows.get(set);
        }

        @Override
        public void insert(Outcome outcome, List<Ranking.Ranked> areas) {
            state.outcomes.put(outcome.id(), outcome);
            state.ranked.put(outcome.id(), List.copyOf(areas));
        }

        @Override
        public Optional<Outcome> outcome(UUID id) {
            return Optional.ofNullable(state.outcomes.get(id));
        }

        @Override
        public List<Outcome> outcomes(UUID scan, UUID after, int limit) {
            return page(state.outcomes, after, limit, o -> o.scan().equals(scan));
        }

        @Override
        public int countOutcomes(UUID scan) {
            return outcomes(scan, null, Integer.MAX_VALUE).size();
        }

        @Override
        public List<Ranking.Ranked> ranked(UUID outcome, int place, int limit) {
            return state.ranked.get(outcome).stream().skip(place).limit(limit).toList();
        }

        @Override
        public Optional<Ranking.Ranked> ranked(UUID outcome, String code) {
            return state.ranked.get(outcome).stream()
                    .filter(r -> r.code().equals(code))
                    .findFirst();
        }

        @Override
        public void insert(Origin origin) {
            state.origins.put(origin.proposal(), origin);
        }

        @Override
        public Optional<Origin> origin(UUID proposal) {
            return Optional.ofNullable(state.origins.get(proposal));
        }
    }

    private final class Pledges implements PledgeRepository {

        @Override
        public Optional<Pledge> find(UUID id) {
            return Optional.ofNullable(state.pledges.get(id));
        }

        @Override
        public void insert(Pledge pledge) {
            state.pledges.put(pledge.id(), pledge);
        }

        @Override
        public void update(Pledge pledge) {
            state.pledges.put(pledge.id(), pledge);
        }

        @Override
        public List<Pledge> ofKnelpunt(UUID knelpunt) {
            return page(
                    state.pledges, null, Integer.MAX_VALUE, p -> p.knelpunt().equals(knelpunt));
        }

        @Override
        public List<CapacityTotal> totals(UUID knelpunt) {
            Map<String, CapacityTotal> totals = new TreeMap<>();
            for (Pledge pledge : ofKnelpunt(knelpunt)) {
                totals.merge(
                        pledge.participant(),
                        new CapacityTotal(
                                pledge.participant(),
                                pledge.hoursThatStand(),
                                pledge.hoursUsed(),
                                pledge.peopleThatStand()),
                        (a, b) -> new CapacityTotal(
                                a.participant(), a.hours() + b.hours(), a.used() + b.used(), a.people() + b.people()));
            }
            return List.copyOf(totals.values());
        }

        @Override
        public List<UUID> knelpunten(UUID after, int limit) {
            return state.pledges.values().stream()
                    .map(Pledge::knelpunt)
                    .distinct()
                    .sorted(BY_ID)
                    .filter(k -> after == null || BY_ID.compare(k, after) > 0)
                    .limit(limit)
                    .toList();
        }
    }

    private final class TaskSheets implements TaskSheetRepository {

        @Override
        public int destroyOf(UUID knelpunt) {
            List<TaskSheet> there = ofKnelpunt(knelpunt, null, Integer.MAX_VALUE);
            there.forEach(s -> state.taskSheets.put(
                    s.id(), new TaskSheet(s.id(), s.knelpunt(), s.number(), null, s.person(), s.released())));
            return there.size();
        }

        @Override
        public Optional<TaskSheet> find(UUID id) {
            return Optional.ofNullable(state.taskSheets.get(id)).filter(s -> s.content() != null);
        }

        @Override
        public void insert(TaskSheet sheet) {
            state.taskSheets.put(sheet.id(), sheet);
        }

        @Override
        public int numbered(int year) {
            return (int) state.taskSheets.values().stream()
                    .filter(s -> s.number().startsWith(year + "-"))
                    .count();
        }

        @Override
        public List<TaskSheet> ofKnelpunt(UUID knelpunt, UUID after, int limit) {
            return page(state.taskSheets, after, limit, s -> s.knelpunt().equals(knelpunt) && s.content() != null);
        }

        @Override
        public List<TaskSheet> newest(UUID knelpunt, int limit) {
            List<TaskSheet> all = ofKnelpunt(knelpunt, null, Integer.MAX_VALUE);
            return all.subList(Math.max(0, all.size() - limit), all.size());
        }
    }

    private final class RightsRequests implements RightsRequestRepository {

        @Override
        public Optional<RightsRequest> find(UUID id) {
            return Optional.ofNullable(state.rightsRequests.get(id));
        }

        @Override
        public void insert(RightsRequest request) {
            state.rightsRequests.put(request.id(), request);
        }

        @Override
        public void update(RightsRequest request) {
            checkVersion(
                    request.version(),
                    find(request.id()).map(RightsRequest::version).orElse(null));
            state.rightsRequests.put(request.id(), Copy.with(request, "version", request.version() + 1));
        }

        @Override
        public List<RightsRequest> list(UUID after, int limit) {
            return page(state.rightsRequests, after, limit, r -> true);
        }

        @Override
        public List<RightsRequest> toBeDecidedAnew(int limit) {
            return page(state.rightsRequests, null, limit, RightsRequest::isToBeDecidedAnew);
        }

        @Override
        public List<RightsRequest> toBeRechecked(String participant, LocalDate day, int limit) {
            return page(
                    state.rightsRequests,
                    null,
                    limit,
                    r -> r.state() == RequestState.REFUSED
                            && r.consultationOf(participant) != null
                            && r.consultationOf(participant).recheckBy() != null
                            && !r.consultationOf(participant).recheckBy().isAfter(day));
        }

        @Override
        public List<RightsRequest> toBeMended(String participant, int limit) {
            return page(
                    state.rightsRequests,
                    null,
                    limit,
                    r -> r.state() == RequestState.GRANTED
                            && r.kind().freezes()
                            && r.consultationOf(participant) != null);
        }

        @Override
        public List<RightsRequest> toBeForgotten(LocalDate day, int limit) {
            return page(
                    state.rightsRequests,
                    null,
                    limit,
                    r -> !r.forgotten() && r.forgetOn() != null && !r.forgetOn().isAfter(day));
        }

        @Override
        public List<RightsRequest> consulting(String participant, UUID after, int limit) {
            return page(state.rightsRequests, after, limit, r -> r.consultationOf(participant) != null);
        }

        @Override
        public List<RightsRequest> undecided(int limit) {
            return page(state.rightsRequests, null, limit, r -> r.decision() == null);
        }

        @Override
        public List<RightsRequest> awaiting(String participant, int limit) {
            return page(
                    state.rightsRequests,
                    null,
                    limit,
                    r -> r.consultationOf(participant) != null
                            && r.consultationOf(participant).answered() == null);
        }
    }

    private final class Confirmations implements ConfirmationRepository {

        @Override
        public Set<String> of(UUID object) {
            return Set.copyOf(state.confirmations.getOrDefault(object, Set.of()));
        }

        @Override
        public void add(UUID object, String digest, String actor, Instant at) {
            Set<String> all = new HashSet<>(of(object));
            all.add(digest);
            state.confirmations.put(object, all);
        }

        @Override
        public void forget(UUID object) {
            state.confirmations.remove(object);
        }
    }

    private final class Policies implements PolicyRepository {

        @Override
        public Policy current() {
            return state.policies.isEmpty()
                    ? Policy.DEFAULT
                    : state.policies.get(state.policies.size() - 1).policy();
        }

        @Override
        public void put(PolicyChange change) {
            state.policies.add(change);
        }

        @Override
        public List<PolicyChange> changes() {
            List<PolicyChange> changes = new ArrayList<>(state.policies);
            Collections.reverse(changes);
            return changes;
        }
    }

    private final class Advices implements RacAdviceRepository {

        @Override
        public Optional<RacAdvice> find(UUID id) {
            return Optional.ofNullable(state.advices.get(id));
        }

        @Override
        public void insert(RacAdvice advice) {
            state.advices.put(advice.id(), advice);
        }

        @Override
        public void update(RacAdvice advice) {
            state.advices.put(advice.id(), advice);
        }

        @Override
        public List<RacAdvice> list(UUID after, int limit) {
            return page(state.advices, after, limit, a -> true);
        }
    }

    private final class Reports implements ReportRepository {

        @Override
        public void count(int year, Figure figure, String part, long more) {
            state.tally.merge(List.of(year, figure, part), more, Long::sum);
        }

        @Override
        public List<Count> counts(int year) {
            return state.tally.entrySet().stream()
                    .filter(e -> e.getKey().get(0).equals(year))
                    .map(e -> new Count(
                            (Figure) e.getKey().get(1), (String) e.getKey().get(2), e.getValue()))
                    .toList();
        }

        @Override
        public Optional<AnnualReport> find(int year) {
            return Optional.ofNullable(state.reports.get(year));
        }

        @Override
        public void put(AnnualReport report) {
            state.reports.put(report.year(), report);
        }

        @Override
        public List<Integer> years() {
            return Stream.concat(
                            state.tally.keySet().stream().map(k -> (Integer) k.get(0)), state.reports.keySet().stream())
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private final class DutiesDone implements DutyRepository {

        @Override
        public void insert(DutyDone done) {
            state.duties.add(done);
        }

        @Override
        public Optional<DutyDone> last(LegalDuty duty) {
            return state.duties.stream().filter(d -> d.duty() == duty).max(Comparator.comparing(DutyDone::on));
        }
    }

    private final class InformationRecords implements InformationRepository {

        @Override
        public void update(Information information) {
            state.information.replaceAll(i -> i.id().equals(information.id()) ? information : i);
        }

        @Override
        public void insert(Information information) {
            state.information.add(0, information);
        }

        @Override
        public List<Information> ofKnelpunt(UUID knelpunt) {
            return state.information.stream()
                    .filter(i -> i.knelpunt().equals(knelpunt))
                    .toList();
        }

        @Override
        public List<UUID> missing(int limit) {
            return state.knelpunten.values().stream()
                    .filter(k -> k.state() == KnelpuntState.DESIGNATED || k.state() == KnelpuntState.CLOSED)
                    .map(Knelpunt::id)
                    .filter(k -> ofKnelpunt(k).isEmpty())
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Information> toBeReviewed(LocalDate day, int limit) {
            return state.information.stream()
                    .filter(i -> i.equals(ofKnelpunt(i.knelpunt()).get(0)))
                    .filter(i -> i.reviewBy() != null && !i.reviewBy().isAfter(day))
                    .limit(limit)
                    .toList();
        }
    }

    private final class RacRequests implements RacRequestRepository {

        @Override
        public Optional<RacRequest> find(UUID id) {
            return Optional.ofNullable(state.racRequests.get(id));
        }

        @Override
        public void insert(RacRequest request) {
            state.racRequests.put(request.id(), request);
        }

        @Override
        public void update(RacRequest request) {
            checkVersion(
                    request.version(),
                    find(request.id()).map(RacRequest::version).orElse(null));
            state.racRequests.put(request.id(), request.nextVersion());
        }

        @Override
        public List<RacRequest> list(RacRequestState wanted, UUID after, int limit) {
            return page(state.racRequests, after, limit, r -> wanted == null || r.state() == wanted);
        }
    }

    private final class Data implements DatumRepository {

        @Override
        public Optional<Datum> find(UUID id) {
            return Optional.ofNullable(state.data.get(id));
        }

        @Override
        public List<Datum> ofDossier(UUID dossier) {
            return ofDossier(dossier, null, Integer.MAX_VALUE);
        }

        @Override
        public List<Datum> ofDossier(UUID dossier, UUID after, int limit) {
            return page(state.data, after, limit, d -> d.dossier().equals(dossier));
        }

        @Override
        public void insert(Datum datum) {
            state.data.put(datum.id(), datum);
        }

        @Override
        public List<Datum> ofDossier(UUID dossier, DatumFilter filter, UUID after, int limit) {
            return page(state.data, after, limit, d -> d.dossier().equals(dossier) && filter.takes(d));
        }

        @Override
        public List<Datum> ofSupplier(String supplier, boolean wrong, UUID after, int limit) {
            return page(
                    state.data,
                    after,
                    limit,
                    d -> supplier.equals(d.supplier())
                            && state.knelpunten.containsKey(d.dossier())
                            && (!wrong || d.marks().error() != null));
        }

        @Override
        public void endPhase(UUID dossier, int phase, LocalDate lastDay) {
            state.data.replaceAll((id, d) -> d.dossier().equals(dossier)
                            && d.phase() == phase
                            && d.destroyBy().isAfter(lastDay)
                    ? Copy.with(Copy.with(d, "destroyBy", lastDay), "version", d.version() + 1)
                    : d);
        }

        @Override
        public Optional<Subject> subject(UUID id) {
            return Optional.ofNullable(state.subjects.get(id));
        }

        @Override
        public void update(Datum datum) {
            checkVersion(datum.version(), find(datum.id()).map(Datum::version).orElse(null));
            state.data.put(datum.id(), Copy.with(datum, "version", datum.version() + 1));
        }

        @Override
        public List<Datum> ofDossier(UUID dossier, DataCategory category) {
            return ofDossier(dossier).stream()
                    .filter(d -> d.category() == category)
                    .toList();
        }

        @Override
        public List<Datum> copiesOf(UUID id) {
            return page(
                    state.data,
                    null,
                    Integer.MAX_VALUE,
                    d -> id.equals(d.marks().reusedFrom()));
        }

        @Override
        public List<Datum> due(LocalDate today, UUID after, int limit) {
            return page(state.data, after, limit, d -> isDue(d, today));
        }

        private static boolean isDue(Datum datum, LocalDate day) {
            return datum.destroyBy() != null
                    && datum.destroyBy().isBefore(day)
                    && !datum.marks().isHeldOn(day);
        }

        private List<Count> counts(Predicate<Datum> which) {
            Map<List<Object>, Count> counts = new LinkedHashMap<>();
            state.data.values().stream()
                    .filter(which)
                    .forEach(d -> counts.merge(
                            java.util.Arrays.asList(d.dossier(), d.category()),
                            new Count(d.dossier(), d.category(), 1),
                            (a, b) -> new Count(a.dossier(), a.category(), a.number() + b.number())));
            return List.copyOf(counts.values());
        }

        @Override
        public List<Count> countDue(LocalDate day) {
            return counts(d -> isDue(d, day));
        }

        @Override
        public List<UUID> dueOf(UUID dossier, LocalDate day, int limit) {
            return page(state.data, null, limit, d -> d.dossier().equals(dossier) && isDue(d, day)).stream()
                    .map(Datum::id)
                    .toList();
        }

        @Override
        public List<Count> count(UUID dossier) {
            return counts(d -> d.dossier().equals(dossier));
        }

        @Override
        public List<Datum> notHeldOf(UUID dossier, LocalDate day, int limit) {
            return page(
                    state.data,
                    null,
                    limit,
                    d -> d.dossier().equals(dossier) && !d.marks().isHeldOn(day));
        }

        @Override
        public int countHeldPastTerm(LocalDate day) {
            return heldPastTerm(day, Integer.MAX_VALUE).size();
        }

        @Override
        public List<Datum> heldPastTerm(LocalDate day, int limit) {
            return page(
                    state.data,
                    null,
                    limit,
                    d -> d.marks().isHeldOn(day) && d.destroyBy().isBefore(day));
        }

        @Override
        public List<Datum> holdsEndingBy(LocalDate day, int limit) {
            return page(
                    state.data,
                    null,
                    limit,
                    d -> d.marks().hold() != null
                            && (d.marks().hold().until() == null
                                    || !d.marks().hold().until().isAfter(day)));
        }

        @Override
        public void destroy(UUID id) {
            forget(id);
            Datum gone = state.data.remove(id);
            Subject next = gone == null ? null : state.subjects.get(gone.subject());
            while (next != null && isUnknown(next.id())) {
                state.subjects.remove(next.id());
                next = next.circleOf() == null ? null : state.subjects.get(next.circleOf());
            }
        }

        private boolean isUnknown(UUID subject) {
            return state.data.values().stream().noneMatch(d -> subject.equals(d.subject()))
                    && state.subjects.values().stream().noneMatch(s -> subject.equals(s.circleOf()));
        }

        @Override
        public List<Subject> subjectsOf(UUID dossier) {
            return state.subjects.values().stream()
                    .filter(s -> s.dossier().equals(dossier))
                    .toList();
        }

        @Override
        public void insert(Subject subject) {
            state.subjects.put(subject.id(), subject);
        }

        @Override
        public List<Datum> about(UUID subject) {
            return page(state.data, null, Integer.MAX_VALUE, d -> subject.equals(d.subject()));
        }

        @Override
        public List<Subject> identifiedBy(Identifier identifier) {
            return outsideDrafts()
                    .filter(s -> about(s.id()).stream().anyMatch(identifier::isSaidBy))
                    .toList();
        }

        @Override
        public List<Subject> withPseudonym(UUID pseudonym) {
            return outsideDrafts().filter(s -> pseudonym.equals(s.pseudonym())).toList();
        }

        private Stream<Subject> outsideDrafts() {
            return state.subjects.values().stream().filter(s -> {
                Signal signal = state.signals.get(s.dossier());
                return signal == null || signal.state() != SignalState.DRAFT;
            });
        }
    }

    private final class Accounts implements AccountRepository {

        @Override
        public Optional<Account> find(UUID id) {
            return Optional.ofNullable(state.accounts.get(id));
        }

        @Override
        public Optional<Account> named(String name) {
            return list().stream().filter(a -> a.name().equals(name)).findFirst();
        }

        @Override
        public void insert(Account account, String passwordHash) {
            state.accounts.put(account.id(), account);
        }

        @Override
        public List<Account> list() {
            return List.copyOf(state.accounts.values());
        }

        @Override
        public Optional<String> passwordHash(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void insertSession(byte[] tokenHash, UUID account, Instant expires) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<UUID> session(byte[] tokenHash, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteSession(byte[] tokenHash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void update(Account account) {
            state.accounts.replace(account.id(), account);
        }

        @Override
        public void deleteSessionsOf(UUID account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteSessionsExpiredBefore(Instant moment) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Log implements LogRepository {

        @Override
        public void append(LogRecord entry) {
            if (logIsFull) {
                throw new UnavailableException(new Text("De schijf is vol.", "The disk is full."), null);
            }
            LogRecord last = state.log.isEmpty() ? null : state.log.get(state.log.size() - 1);
            state.log.add(LogChain.chain(
                    entry, last == null ? 0 : last.sequence(), last == null ? LogChain.START : last.hash()));
        }

        @Override
        public List<LogRecord> after(long sequence, int limit) {
            return state.log.stream()
                    .filter(r -> r.sequence() > sequence)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Found find(LogFilter filter, long after, int limit) {
            List<LogRecord> found = state.log.stream()
                    .filter(r -> r.sequence() > after && filter.matches(r))
                    .limit(limit)
                    .toList();
            return new Found(
                    found, found.size() < limit ? null : found.get(limit - 1).sequence());
        }

        @Override
        public void insert(LogReading reading) {
            state.readings.put(reading.id(), reading);
        }

        @Override
        public Optional<LogReading> reading(UUID id) {
            return Optional.ofNullable(state.readings.get(id));
        }
    }

    private final class Events implements EventRepository {

        @Override
        public void append(Event event) {
            state.events.add(Copy.with(event, "sequence", last() + 1));
        }

        @Override
        public List<Event> after(long sequence, int limit) {
            return state.events.stream()
                    .filter(e -> e.sequence() > sequence)
                    .limit(limit)
                    .toList();
        }

        @Override
        public OptionalLong sequenceOf(UUID id) {
            return state.events.stream()
                    .filter(e -> e.id().equals(id))
                    .mapToLong(Event::sequence)
                    .findFirst();
        }

        @Override
        public long first() {
            return state.events.isEmpty() ? 0 : state.events.get(0).sequence();
        }

        @Override
        public long last() {
            return state.events.isEmpty()
                    ? 0
                    : state.events.get(state.events.size() - 1).sequence();
        }

        @Override
        public void forgetBefore(Instant moment) {
            long last = last();
            state.events.removeIf(e -> e.at().isBefore(moment) && e.sequence() < last);
        }
    }

    private final class Settings implements SettingRepository {

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(state.settings.get(name));
        }

        @Override
        public void put(String name, String value) {
            state.settings.put(name, value);
        }
    }

    private final class Requests implements RequestRepository {

        @Override
        public Optional<Earlier> earlier(String caller, String act, String idempotencyKey) {
            return Optional.ofNullable(state.requests.get(List.of(caller, act, idempotencyKey)));
        }

        @Override
        public void remember(String caller, String act, String idempotencyKey, String digest, Done done, Instant at) {
            state.requests.put(List.of(caller, act, idempotencyKey), new Earlier(done, digest));
            state.requestedAt.put(List.of(caller, act, idempotencyKey), at);
        }

        @Override
        public void forget(UUID object) {
            state.requests.keySet().removeIf(k -> k.get(1).endsWith(" " + object));
        }

        @Override
        public void forgetBefore(Instant moment) {
            state.requests.keySet().removeIf(k -> state.requestedAt.get(k).isBefore(moment));
        }
    }
}
