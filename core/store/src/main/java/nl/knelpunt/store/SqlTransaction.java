package nl.knelpunt.store;

import nl.knelpunt.engine.port.AccountRepository;
import nl.knelpunt.engine.port.AnalysisRepository;
import nl.knelpunt.engine.port.BarrierModelRepository;
import nl.knelpunt.engine.port.CaseMeetingRepository;
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
import nl.knelpunt.engine.port.KnelpuntRepository;
import nl.knelpunt.engine.port.MandateRepository;
import nl.knelpunt.engine.port.MeetingRepository;
import nl.knelpunt.engine.port.ModuleRepository;
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
import nl.knelpunt.engine.port.SubscriptionRepository;
import nl.knelpunt.engine.port.TaskSheetRepository;
import nl.knelpunt.engine.port.Transaction;

/** What one work sees; closed when the work is over. */
final class SqlTransaction implements Transaction {

    private final Repositories repositories;
    private boolean over;

    SqlTransaction(Repositories repositories) {
        this.repositories = repositories;
    }

    /** The repositories of one connection. */
    record Repositories(
            Signals signals,
            SignalOutcomes signalOutcomes,
            Knelpunten knelpunten,
            Data data,
            Accounts accounts,
            ProcessingLog log,
            Settings settings,
            Requests requests,
            Policies policies,
            Confirmations confirmations,
            RacAdvices advices,
            RacRequests racRequests,
            Reports reports,
            LegalDuties duties,
            InformationRegister information,
            Provisions provisions,
            RightsRequests rightsRequests,
            Interventions interventions,
            Pledges pledges,
            TaskSheets taskSheets,
            Scans scans,
            CaseMeetings caseMeetings,
            Events events,
            Subscriptions subscriptions,
            DataRequests dataRequests,
            Corrections corrections,
            Notices notices,
            Receivers receivers,
            Analyses analyses,
            Selections selections,
            BarrierModels barrierModels,
            Modules modules,
            Involvements involvements,
            Changes changes,
            Reminders reminders,
            Closures closures,
            Destructions destructions,
            Mandates mandates,
            Meetings meetings,
            Papers papers,
            IssuedDocuments documents,
            RecognitionHelp help) {

        static Repositories on(Sql sql, ProcessingLog log, Keyring keys) {
            Corrections corrections = new Corrections(sql);
            Receivers receivers = new Receivers(sql);
            Data data = new Data(sql, corrections, receivers, keys);
            return new Repositories(
                    new Signals(sql, data),
                    new SignalOutcomes(sql),
                    new Knelpunten(sql),
                    data,
                    new Accounts(sql),
                    log,
                    new Settings(sql),
                    new Requests(sql),
                    new Policies(sql),
                    new Confirmations(sql),
                    new RacAdvices(sql),
                    new RacRequests(sql),
                    new Reports(sql),
                    new LegalDuties(sql),
                    new InformationRegister(sql),
                    new Provisions(sql),
                    new RightsRequests(sql),
                    new Interventions(sql),
                    new Pledges(sql),
                    new TaskSheets(sql),
                    new Scans(sql),
                    new CaseMeetings(sql),
                    new Events(sql),
                    new Subscriptions(sql),
                    new DataRequests(sql),
                    corrections,
                    new Notices(sql),
                    receivers,
                    new Analyses(sql),
                    new Selections(sql),
                    new BarrierModels(sql),
                    new Modules(sql, keys),
                    new Involvements(sql),
                    new Changes(sql),
                    new Reminders(sql),
                    new Closures(sql),
                    new Destructions(sql),
                    new Mandates(sql),
                    new Meetings(sql),
                    new Papers(sql),
                    new IssuedDocuments(sql),
                    new RecognitionHelp(sql));
        }
    }

    void end() {
        over = true;
    }

    @Override
    public SignalRepository signals() {
        return current().signals();
    }

    @Override
    public SignalOutcomeRepository signalOutcomes() {
        return current().signalOutcomes();
    }

    @Override
    public KnelpuntRepository knelpunten() {
        return current().knelpunten();
    }

    @Override
    public DatumRepository data() {
        return current().data();
    }

    @Override
    public AccountRepository accounts() {
        return current().accounts();
    }

    @Override
    public ProcessingLog log() {
        return current().log();
    }

    @Override
    public SettingRepository settings() {
        return current().settings();
    }

    @Override
    public RequestRepository requests() {
        return current().requests();
    }

    @Override
    public PolicyRepository policies() {
        return current().policies();
    }

    @Override
    public RacAdviceRepository advices() {
        return current().advices();
    }

    @Override
    public RacRequestRepository racRequests() {
        return current().racRequests();
    }

    @Override
    public ReportRepository reports() {
        return current().reports();
    }

    @Override
    public DutyRepository duties() {
        return current().duties();
    }

    @Override
    public InformationRepository information() {
        return current().information();
    }

    @Override
    public ProvisionRepository provisions() {
        return current().provisions();
    }

    @Override
    public RightsRequestRepository rightsRequests() {
        return current().rightsRequests();
    }

    @Override
    public ConfirmationRepository confirmations() {
        return current().confirmations();
    }

    @Override
    public InterventionRepository interventions() {
        return current().interventions();
    }

    @Override
    public PledgeRepository pledges() {
        return current().pledges();
    }

    @Override
    public ScanRepository scans() {
        return current().scans();
    }

    @Override
    public CaseMeetingRepository caseMeetings() {
        return current().caseMeetings();
    }

    @Override
    public TaskSheetRepository taskSheets() {
        return current().taskSheets();
    }

    @Override
    public EventRepository events() {
        return current().events();
    }

    @Override
    public SubscriptionRepository subscriptions() {
        return current().subscriptions();
    }

    @Override
    public DataRequestRepository dataRequests() {
        return current().dataRequests();
    }

    @Override
    public CorrectionRepository corrections() {
        return current().corrections();
    }

    @Override
    public NoticeRepository notices() {
        return current().notices();
    }

    @Override
    public ReceiverRepository receivers() {
        return current().receivers();
    }

    @Override
    public AnalysisRepository analyses() {
        return current().analyses();
    }

    @Override
    public SelectionRepository selections() {
        return current().selections();
    }

    @Override
    public BarrierModelRepository barrierModels() {
        return current().barrierModels();
    }

    @Override
    public MandateRepository mandates() {
        return current().mandates();
    }

    @Override
    public MeetingRepository meetings() {
        return current().meetings();
    }

    @Override
    public PaperRepository papers() {
        return current().papers();
    }

    @Override
    public ModuleRepository modules() {
        return current().modules();
    }

    @Override
    public Changes changes() {
        return current().changes();
    }

    @Override
    public Involvements involvements() {
        return current().involvements();
    }

    @Override
    public ReminderRepository reminders() {
        return current().reminders();
    }

    @Override
    public ClosureRepository closures() {
        return current().closures();
    }

    @Override
    public DestructionRepository destructions() {
        return current().destructions();
    }

    @Override
    public DocumentRepository documents() {
        return current().documents();
    }

    @Override
    public HelpRepository help() {
        return current().help();
    }

    private Repositories current() {
        if (over) {
            throw new IllegalStateException("This transaction is over");
        }
        return repositories;
    }
}
