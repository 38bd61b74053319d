package nl.knelpunt.engine.port;

import org.osgi.annotation.versioning.ProviderType;

/** The repositories, within one transaction. Valid only during the work that got it, on its thread. */
@ProviderType
public interface Transaction {

    SignalRepository signals();

    SignalOutcomeRepository signalOutcomes();

    KnelpuntRepository knelpunten();

    DatumRepository data();

    AccountRepository accounts();

    LogRepository log();

    SettingRepository settings();

    RequestRepository requests();

    PolicyRepository policies();

    ConfirmationRepository confirmations();

    RacAdviceRepository advices();

    RacRequestRepository racRequests();

    ReportRepository reports();

    DutyRepository duties();

    InformationRepository information();

    ProvisionRepository provisions();

    RightsRequestRepository rightsRequests();

    InterventionRepository interventions();

    PledgeRepository pledges();

    TaskSheetRepository taskSheets();

    ScanRepository scans();

    CaseMeetingRepository caseMeetings();

    EventRepository events();

    SubscriptionRepository subscriptions();

    DataRequestRepository dataRequests();

    CorrectionRepository corrections();

    NoticeRepository notices();

    ReceiverRepository receivers();

    AnalysisRepository analyses();

    SelectionRepository selections();

    BarrierModelRepository barrierModels();

    MandateRepository mandates();

    MeetingRepository meetings();

    PaperRepository papers();

    DocumentRepository documents();

    ModuleRepository modules();

    InvolvementRepository involvements();

    ChangeRepository changes();

    ReminderRepository reminders();

    ClosureRepository closures();

    DestructionRepository destructions();

    HelpRepository help();
}
