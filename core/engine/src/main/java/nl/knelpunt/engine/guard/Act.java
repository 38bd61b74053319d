package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.Act.Concerns.ANALYSIS;
import static nl.knelpunt.engine.guard.Act.Concerns.CASE_MEETING;
import static nl.knelpunt.engine.guard.Act.Concerns.CORRECTION;
import static nl.knelpunt.engine.guard.Act.Concerns.DATA_REQUEST;
import static nl.knelpunt.engine.guard.Act.Concerns.DESTRUCTION;
import static nl.knelpunt.engine.guard.Act.Concerns.INTERVENTION;
import static nl.knelpunt.engine.guard.Act.Concerns.KNELPUNT;
import static nl.knelpunt.engine.guard.Act.Concerns.MEETING;
import static nl.knelpunt.engine.guard.Act.Concerns.NOTICE;
import static nl.knelpunt.engine.guard.Act.Concerns.PARTICIPANT;
import static nl.knelpunt.engine.guard.Act.Concerns.PLATFORM;
import static nl.knelpunt.engine.guard.Act.Concerns.PROVISION;
import static nl.knelpunt.engine.guard.Act.Concerns.RAC_REQUEST;
import static nl.knelpunt.engine.guard.Act.Concerns.REQUEST;
import static nl.knelpunt.engine.guard.Act.Concerns.SIGNAL;
import static nl.knelpunt.engine.guard.Moment.ACCESS;
import static nl.knelpunt.engine.guard.Moment.ADMINISTER;
import static nl.knelpunt.engine.guard.Moment.ASSESSMENT;
import static nl.knelpunt.engine.guard.Moment.CLOSURE;
import static nl.knelpunt.engine.guard.Moment.CONFIGURE;
import static nl.knelpunt.engine.guard.Moment.DESIGNATION;
import static nl.knelpunt.engine.guard.Moment.EVALUATE;
import static nl.knelpunt.engine.guard.Moment.INGEST;
import static nl.knelpunt.engine.guard.Moment.INTERVENE;
import static nl.knelpunt.engine.guard.Moment.LOG;
import static nl.knelpunt.engine.guard.Moment.PLAN;
import static nl.knelpunt.engine.guard.Moment.PROLONGATION;
import static nl.knelpunt.engine.guard.Moment.PROVIDE_RESULT;
import static nl.knelpunt.engine.guard.Moment.RECOGNITION;
import static nl.knelpunt.engine.guard.Moment.RETAIN;
import static nl.knelpunt.engine.guard.Moment.RIGHTS;
import static nl.knelpunt.engine.guard.Moment.SHARE;
import static nl.knelpunt.engine.guard.Moment.STEER;
import static nl.knelpunt.engine.identity.Role.ADMIN;
import static nl.knelpunt.engine.identity.Role.ANALYST;
import static nl.knelpunt.engine.identity.Role.CASE_DIRECTOR;
import static nl.knelpunt.engine.identity.Role.CONNECTION;
import static nl.knelpunt.engine.identity.Role.CONTACT_POINT;
import static nl.knelpunt.engine.identity.Role.COORDINATING_FG;
import static nl.knelpunt.engine.identity.Role.PRIVACY_OFFICER;
import static nl.knelpunt.engine.identity.Role.RAC_MEMBER;
import static nl.knelpunt.engine.identity.Role.STEERING_MEMBER;
import static nl.knelpunt.engine.identity.Role.WORKER;

import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.identity.Role;

/**
 * Every act of processing that there is: what it concerns, at which moment the rules look at it, and who may do it. In which
 * state it may be done stands in {@link nl.knelpunt.engine.lifecycle.Lifecycle}.
 */
public enum Act {
    DELIVER_MESSAGE(PARTICIPANT, INGEST, "bericht aanleveren", "deliver a message", WORKER, CONNECTION),
    DRAFT_SIGNAL(PARTICIPANT, INGEST, "concept maken", "make a draft", WORKER),
    COMPLETE_DRAFT(SIGNAL, INGEST, "concept aanvullen", "complete a draft", WORKER),
    ADD_DRAFT_DATUM(SIGNAL, INGEST, "gegeven toevoegen", "add a datum", WORKER),
    REMOVE_DRAFT_DATUM(SIGNAL, RETAIN, "gegeven weghalen", "remove a datum", WORKER),
    DISCARD_DRAFT(SIGNAL, RETAIN, "concept weggooien", "discard a draft", WORKER),
    REPORT_SIGNAL(SIGNAL, INGEST, "signaal melden", "report a signal", WORKER),
    LIST_SIGNALS(PLATFORM, ACCESS, "signalen opsommen", "list signals", WORKER, STEERING_MEMBER, CASE_DIRECTOR),
    SEE_SIGNAL(SIGNAL, ACCESS, "signaal inzien", "see a signal", WORKER, STEERING_MEMBER, CASE_DIRECTOR),
    ASK_RECOGNITION(SIGNAL, RECOGNITION, "herkenning vragen", "ask for recognition", WORKER, CASE_DIRECTOR),
    ANSWER_RECOGNITION(SIGNAL, RECOGNITION, "herkenning beantwoorden", "answer on recognition", WORKER),
    WITHDRAW_RECOGNITION(SIGNAL, RECOGNITION, "herkenning intrekken", "withdraw a recognition", WORKER),
    HELP_RECOGNITION(SIGNAL, RECOGNITION, "herkenningshulp vragen", "ask for recognition help", WORKER),
    TAKE_RECOGNITION_KEY(
            PARTICIPANT,
            RECOGNITION,
            "sleutel voor de eigen lijst halen",
            "take the key for the own list",
            STEERING_MEMBER),
    GRADE_SIGNAL(SIGNAL, INGEST, "signaal waarderen", "grade a signal", WORKER),
    COMPARE_SIGNALS(SIGNAL, ACCESS, "signalen naast elkaar leggen", "put signals side by side", WORKER, CASE_DIRECTOR),
    LIST_OUTCOMES(PLATFORM, ACCESS, "afloop van signalen inzien", "see what became of signals", WORKER, CONNECTION),
    WITHDRAW_SIGNAL(SIGNAL, RETAIN, "signaal intrekken", "withdraw a signal", WORKER),
    PREPARE_ASSESSMENT(SIGNAL, ASSESSMENT, "weging voorbereiden", "prepare the assessment", CASE_DIRECTOR),
    DECIDE_ASSESSMENT(SIGNAL, ASSESSMENT, "over weging beslissen", "decide on the assessment", WORKER, STEERING_MEMBER),
    PROPOSE(PLATFORM, DESIGNATION, "handhavingsknelpunt voorstellen", "propose a knelpunt", CASE_DIRECTOR),
    AMEND_PROPOSAL(KNELPUNT, DESIGNATION, "voorstel wijzigen", "amend a proposal", CASE_DIRECTOR),
    SUBMIT_PROPOSAL(KNELPUNT, DESIGNATION, "voorstel indienen", "submit a proposal", CASE_DIRECTOR),
    SEND_BACK(KNELPUNT, DESIGNATION, "voorstel terugsturen", "send a proposal back", STEERING_MEMBER),
    LIST_KNELPUNTEN(
            PLATFORM,
            ACCESS,
            "handhavingsknelpunten opsommen",
            "list knelpunten",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    SEE_KNELPUNT(
            KNELPUNT,
            ACCESS,
            "handhavingsknelpunt inzien",
            "see a knelpunt",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    VOTE_DESIGNATION(KNELPUNT, DESIGNATION, "stemmen over aanwijzing", "vote on designation", STEERING_MEMBER),
    DESIGNATE(KNELPUNT, DESIGNATION, "aanwijzen", "designate", STEERING_MEMBER),
    LINK_SIGNAL(KNELPUNT, SHARE, "signaal koppelen", "link a signal", CASE_DIRECTOR),
    PROPOSE_INVOLVEMENT(KNELPUNT, SHARE, "andere deelnemers voorstellen", "propose who is involved", CASE_DIRECTOR),
    VOTE_INVOLVEMENT(KNELPUNT, SHARE, "stemmen over betrokken deelnemers", "vote on who is involved", STEERING_MEMBER),
    DECIDE_INVOLVEMENT(
            KNELPUNT, SHARE, "over betrokken deelnemers beslissen", "decide who is involved", STEERING_MEMBER),
    LEAVE_KNELPUNT(KNELPUNT, SHARE, "als deelnemer vertrekken", "leave as a participant involved", STEERING_MEMBER),
    OPEN_PHASE(KNELPUNT, SHARE, "fase openen", "open a phase", STEERING_MEMBER),
    SHARE_DATUM(KNELPUNT, SHARE, "gegeven delen", "share a datum", WORKER),
    SEE_DATA(KNELPUNT, ACCESS, "gegevens inzien", "see data", WORKER, CASE_DIRECTOR, ANALYST),
    WRITE_PLAN(KNELPUNT, PLAN, "plan van aanpak schrijven", "write the action plan", CASE_DIRECTOR),
    SEE_PLAN(
            KNELPUNT,
            ACCESS,
            "plan van aanpak inzien",
            "see the action plan",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    PLAN_INTERVENTION(KNELPUNT, INTERVENE, "interventie voorstellen", "propose an intervention", CASE_DIRECTOR),
    SEE_INTERVENTION(
            INTERVENTION,
            ACCESS,
            "interventie inzien",
            "see an intervention",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    AMEND_INTERVENTION(
            INTERVENTION, INTERVENE, "interventie anders voorstellen", "amend an intervention", CASE_DIRECTOR),
    WITHDRAW_INTERVENTION(
            INTERVENTION,
            INTERVENE,
            "voorstel voor interventie terugnemen",
            "withdraw a proposed intervention",
            CASE_DIRECTOR),
    AGREE_INTERVENTION(INTERVENTION, INTERVENE, "interventie toezeggen", "agree to an intervention", WORKER),
    KEEP_UP_INTERVENTION(INTERVENTION, INTERVENE, "interventie bijhouden", "keep up an intervention", WORKER),
    START_INTERVENTION(INTERVENTION, INTERVENE, "interventie beginnen", "start an intervention", WORKER),
    CARRY_OUT_INTERVENTION(INTERVENTION, INTERVENE, "interventie uitvoeren", "carry out an intervention", WORKER),
    STOP_INTERVENTION(INTERVENTION, INTERVENE, "interventie stoppen", "stop an intervention", WORKER),
    REPORT_RESULT(
            INTERVENTION, EVALUATE, "resultaat van interventie melden", "report an intervention's result", WORKER),
    OBSERVE_EFFECT(
            INTERVENTION,
            EVALUATE,
            "effect van interventie melden",
            "report an intervention's effect",
            WORKER,
            CASE_DIRECTOR,
            ANALYST),
    PLEDGE_CAPACITY(KNELPUNT, PLAN, "capaciteit toezeggen", "pledge capacity", WORKER, STEERING_MEMBER),
    USE_CAPACITY(KNELPUNT, INTERVENE, "ingezette capaciteit melden", "report capacity that was used", WORKER),
    WITHDRAW_CAPACITY(
            KNELPUNT, PLAN, "toegezegde capaciteit intrekken", "withdraw pledged capacity", WORKER, STEERING_MEMBER),
    SEE_CAPACITY(
            PLATFORM, ACCESS, "overzicht van capaciteit inzien", "see capacity of all", STEERING_MEMBER, CASE_DIRECTOR),
    RELEASE_TASK_SHEET(
            KNELPUNT,
            INTERVENE,
            "taakblad voor een partij zonder gegevens vrijgeven",
            "release a task sheet for a party without data",
            CASE_DIRECTOR),
    LIST_TASK_SHEETS(
            KNELPUNT,
            ACCESS,
            "taakbladen opsommen",
            "list task sheets",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    SEE_TASK_SHEET(
            KNELPUNT, ACCESS, "taakblad inzien", "see a task sheet", WORKER, STEERING_MEMBER, CASE_DIRECTOR, ANALYST),
    EVALUATE_KNELPUNT(KNELPUNT, EVALUATE, "evalueren", "evaluate", CASE_DIRECTOR),
    VOTE_PROLONGATION(KNELPUNT, PROLONGATION, "stemmen over verlenging", "vote on prolongation", STEERING_MEMBER),
    PROLONG(KNELPUNT, PROLONGATION, "verlengen", "prolong", STEERING_MEMBER),
    VOTE_CLOSURE(KNELPUNT, CLOSURE, "stemmen over afsluiting", "vote on closure", STEERING_MEMBER),
    CLOSE(KNELPUNT, CLOSURE, "afsluiten", "close", STEERING_MEMBER),

    ANALYSE(KNELPUNT, Moment.ANALYSE, "gegevens analyseren", "analyse data", ANALYST),
    KEEP_SELECTION(KNELPUNT, Moment.ANALYSE, "selectie bewaren", "keep a selection", ANALYST),
    CHANGE_SELECTION(KNELPUNT, Moment.ANALYSE, "selectie wijzigen", "change a selection", ANALYST),
    REMOVE_SELECTION(KNELPUNT, Moment.ANALYSE, "selectie weggooien", "remove a selection", ANALYST),
    LIST_SELECTIONS(KNELPUNT, ACCESS, "selecties opsommen", "list selections", ANALYST),
    EXPORT_SELECTION(KNELPUNT, Moment.ANALYSE, "selectie exporteren", "export a selection", ANALYST),
    LIST_EXPORTS(KNELPUNT, ACCESS, "exports opsommen", "list exports", ANALYST, CASE_DIRECTOR),
    ASK_ANALYSIS(KNELPUNT, Moment.ANALYSE, "analyse vragen", "ask for an analysis", CASE_DIRECTOR),
    BEGIN_ANALYSIS(KNELPUNT, Moment.ANALYSE, "analyse beginnen", "begin an analysis", ANALYST),
    WRITE_ANALYSIS(ANALYSIS, Moment.ANALYSE, "analyse schrijven", "write an analysis", ANALYST),
    SUBMIT_ANALYSIS(ANALYSIS, Moment.ANALYSE, "analyse ter toetsing aanbieden", "submit an analysis", ANALYST),
    TEST_ANALYSIS(
            ANALYSIS,
            Moment.ANALYSE,
            "kwaliteit van een analyse toetsen",
            "test the quality of an analysis",
            CASE_DIRECTOR,
            ANALYST),
    DISCARD_ANALYSIS(ANALYSIS, RETAIN, "analyse weggooien", "discard an analysis", CASE_DIRECTOR, ANALYST),
    LIST_ANALYSES(
            KNELPUNT, ACCESS, "analyses opsommen", "list analyses", WORKER, STEERING_MEMBER, CASE_DIRECTOR, ANALYST),
    SEE_ANALYSIS(
            ANALYSIS, ACCESS, "analyse inzien", "see an analysis", WORKER, STEERING_MEMBER, CASE_DIRECTOR, ANALYST),
    TAKE_BARRIER_MODEL(PLATFORM, ADMINISTER, "barrièremodel opnemen", "take in a barrier model", ADMIN, ANALYST),
    USE_BARRIER_MODEL(KNELPUNT, PLAN, "barrièremodel kiezen", "choose a barrier model", ANALYST),
    DROP_BARRIER_MODEL(KNELPUNT, PLAN, "barrièremodel loslaten", "drop a barrier model", ANALYST),
    SEE_BARRIERS(
            KNELPUNT,
            ACCESS,
            "barrières en leemten inzien",
            "see barriers and gaps",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    REVEAL_BSN(KNELPUNT, ACCESS, "BSN onverhuld inzien", "see a BSN unmasked", WORKER, ANALYST),
    BLOCK_DATUM(KNELPUNT, SHARE, "gegeven blokkeren", "block a datum", WORKER),
    REPORT_ERROR(KNELPUNT, SHARE, "onjuist gegeven melden", "report a wrong datum", WORKER, CASE_DIRECTOR, ANALYST),
    CORRECT_DATUM(KNELPUNT, SHARE, "gegeven verbeteren", "correct a datum", WORKER),
    GRADE_DATUM(KNELPUNT, SHARE, "gegeven waarderen", "grade a datum", WORKER),
    DESTROY_DATUM(KNELPUNT, RETAIN, "gegeven vernietigen", "destroy a datum", WORKER),
    HOLD_DATUM(KNELPUNT, RETAIN, "vernietiging opschorten", "hold a datum against destruction", CASE_DIRECTOR),
    LIFT_HOLD(KNELPUNT, RETAIN, "opschorting opheffen", "lift a hold", CASE_DIRECTOR),
    REUSE_DATUM(KNELPUNT, SHARE, "gegeven hergebruiken", "reuse a datum", WORKER, CASE_DIRECTOR),
    REJECT_ERROR(KNELPUNT, SHARE, "foutmelding afwijzen", "reject the report of an error", WORKER),
    SEE_RECEIVERS(KNELPUNT, ACCESS, "ontvangers inzien", "see who received a datum", WORKER, CASE_DIRECTOR),
    SEE_OWN_DATA(PLATFORM, ACCESS, "eigen gegevens inzien", "see own data", WORKER),
    CLOSE_PHASE(KNELPUNT, RETAIN, "fase sluiten", "close a phase", STEERING_MEMBER),

    REQUEST_DATA(KNELPUNT, SHARE, "gegevens vragen", "request data", WORKER, CASE_DIRECTOR, ANALYST),
    LIST_DATA_REQUESTS(
            KNELPUNT, ACCESS, "informatieverzoeken opsommen", "list requests for data", WORKER, CASE_DIRECTOR, ANALYST),
    SEE_DATA_REQUEST(
            DATA_REQUEST, ACCESS, "informatieverzoek inzien", "see a request for data", WORKER, CASE_DIRECTOR, ANALYST),
    SUPPLY_REQUESTED(DATA_REQUEST, SHARE, "gevraagde gegevens leveren", "supply what was requested", WORKER),
    REFUSE_REQUESTED(DATA_REQUEST, SHARE, "gevraagde gegevens niet leveren", "not supply what was requested", WORKER),
    ASK_BACK(DATA_REQUEST, SHARE, "vraag terug stellen", "ask back", WORKER),
    ANSWER_BACK(DATA_REQUEST, SHARE, "vraag terug beantwoorden", "answer back", WORKER, CASE_DIRECTOR, ANALYST),
    WITHDRAW_DATA_REQUEST(
            DATA_REQUEST,
            SHARE,
            "informatieverzoek intrekken",
            "withdraw a request for data",
            WORKER,
            CASE_DIRECTOR,
            ANALYST),
    EXPIRE_DATA_REQUEST(DATA_REQUEST, SHARE, "informatieverzoek laten verlopen", "let a request for data expire"),

    PROPOSE_CORRECTION(KNELPUNT, SHARE, "verbetering voorstellen", "propose a correction", WORKER),
    LIST_CORRECTIONS(
            PLATFORM, ACCESS, "voorstellen tot verbetering opsommen", "list corrections", WORKER, CASE_DIRECTOR),
    SEE_CORRECTION(CORRECTION, ACCESS, "voorstel tot verbetering inzien", "see a correction", WORKER, CASE_DIRECTOR),
    ACCEPT_CORRECTION(CORRECTION, SHARE, "verbetering overnemen", "accept a correction", WORKER),
    DECLINE_CORRECTION(CORRECTION, SHARE, "verbetering afwijzen", "decline a correction", WORKER),
    WITHDRAW_CORRECTION(CORRECTION, SHARE, "voorstel tot verbetering intrekken", "withdraw a correction", WORKER),
    LIST_NOTICES(
            PLATFORM,
            ACCESS,
            "kennisgevingen van verbetering opsommen",
            "list notices of corrections",
            WORKER,
            CASE_DIRECTOR,
            ANALYST),
    TAKE_NOTE(NOTICE, ACCESS, "kennisnemen van een verbetering", "take note of a correction", WORKER, CASE_DIRECTOR),

    ENTER_VOTES(
            KNELPUNT,
            STEER,
            "buiten het platform uitgebrachte stemmen invoeren",
            "enter votes that were cast outside the platform",
            CASE_DIRECTOR),
    ADD_PAPER(KNELPUNT, STEER, "stuk toevoegen", "add a paper", CASE_DIRECTOR),
    SEE_PAPER(KNELPUNT, ACCESS, "stuk inzien", "see a paper", CASE_DIRECTOR, STEERING_MEMBER),

    PREVIEW_DOCUMENT(
            KNELPUNT,
            ACCESS,
            "document in concept inzien",
            "see a draft of a document",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    ISSUE_DOCUMENT(KNELPUNT, STEER, "document uitgeven", "issue a document", CASE_DIRECTOR),
    SEE_DOCUMENT(
            KNELPUNT,
            ACCESS,
            "uitgegeven document inzien",
            "see an issued document",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    PLAN_MEETING(PLATFORM, STEER, "stuurgroepvergadering plannen", "plan a meeting", CASE_DIRECTOR),
    LIST_MEETINGS(PLATFORM, ACCESS, "vergaderingen opsommen", "list meetings", STEERING_MEMBER, CASE_DIRECTOR),
    SEE_MEETING(MEETING, ACCESS, "vergadering inzien", "see a meeting", STEERING_MEMBER, CASE_DIRECTOR),
    CHANGE_MEETING(MEETING, STEER, "vergadering wijzigen", "change a meeting", CASE_DIRECTOR),
    PUT_ON_AGENDA(MEETING, STEER, "op de agenda zetten", "put on the agenda", CASE_DIRECTOR),
    TAKE_OFF_AGENDA(MEETING, STEER, "van de agenda halen", "take off the agenda", CASE_DIRECTOR),
    RECORD_ATTENDANCE(MEETING, STEER, "aanwezigheid vastleggen", "record attendance", CASE_DIRECTOR),
    VOTE_ITEM(MEETING, STEER, "stemmen over een agendapunt", "vote on an item of the agenda", STEERING_MEMBER),
    CONCLUDE_ITEM(MEETING, STEER, "agendapunt afronden", "conclude an item of the agenda", STEERING_MEMBER),
    HOLD_MEETING(MEETING, STEER, "vergadering sluiten", "end a meeting", CASE_DIRECTOR),
    CANCEL_MEETING(MEETING, STEER, "vergadering afgelasten", "cancel a meeting", CASE_DIRECTOR),
    WRITE_MINUTES(MEETING, STEER, "notulen schrijven", "write the minutes", CASE_DIRECTOR),
    FIX_MINUTES(MEETING, STEER, "notulen vaststellen", "fix the minutes", STEERING_MEMBER),
    REGISTER_MANDATE(PARTICIPANT, STEER, "mandaat inschrijven", "register a mandate", STEERING_MEMBER),
    WITHDRAW_MANDATE(PARTICIPANT, STEER, "mandaat intrekken", "withdraw a mandate", STEERING_MEMBER),
    SEE_STEERING_GROUP(
            PLATFORM,
            ACCESS,
            "stuurgroep inzien",
            "see the steering group",
            STEERING_MEMBER,
            CASE_DIRECTOR,
            PRIVACY_OFFICER,
            COORDINATING_FG),
    LIST_MANDATES(
            PLATFORM,
            ACCESS,
            "mandaten opsommen",
            "list mandates",
            STEERING_MEMBER,
            CASE_DIRECTOR,
            PRIVACY_OFFICER,
            COORDINATING_FG),

    PREPARE_PROVISION(KNELPUNT, PROVIDE_RESULT, "verstrekking voorbereiden", "prepare a provision", CASE_DIRECTOR),
    LIST_PROVISIONS(
            KNELPUNT,
            ACCESS,
            "verstrekkingen opsommen",
            "list provisions",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            RAC_MEMBER),
    SEE_PROVISION(
            PROVISION,
            ACCESS,
            "verstrekking inzien",
            "see a provision",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            RAC_MEMBER),
    SEARCH_PROVISIONS(
            PLATFORM,
            ACCESS,
            "register van verstrekkingen doorzoeken",
            "search the register of provisions",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            RAC_MEMBER),
    AMEND_PROVISION(PROVISION, PROVIDE_RESULT, "verstrekking wijzigen", "amend a provision", CASE_DIRECTOR),
    ASK_PROVISION(
            PROVISION,
            PROVIDE_RESULT,
            "deelnemers om instemming of bezwaar vragen",
            "ask participants for consent or objection",
            CASE_DIRECTOR),
    WITHDRAW_PROVISION(PROVISION, RETAIN, "verstrekking intrekken", "withdraw a provision", CASE_DIRECTOR),
    ANSWER_PROVISION(
            PROVISION, PROVIDE_RESULT, "instemmen of bezwaar maken", "consent or object", WORKER, STEERING_MEMBER),
    TEST_PROVISION(PROVISION, PROVIDE_RESULT, "verstrekking op rechtmatigheid toetsen", "test a provision", RAC_MEMBER),
    PROVIDE(PROVISION, PROVIDE_RESULT, "resultaat verstrekken", "provide a result", CASE_DIRECTOR),
    GIVE_FEEDBACK(PROVISION, EVALUATE, "terugkoppeling geven", "give feedback", WORKER, CASE_DIRECTOR),

    REGISTER_REQUEST(PLATFORM, RIGHTS, "verzoek van betrokkene inschrijven", "register a request", CONTACT_POINT),
    LIST_REQUESTS(PLATFORM, RIGHTS, "verzoeken opsommen", "list requests", CONTACT_POINT, WORKER),
    SEE_REQUEST(REQUEST, RIGHTS, "verzoek inzien", "see a request", CONTACT_POINT, WORKER),
    ANSWER_CONSULTATION(REQUEST, RIGHTS, "raadpleging beantwoorden", "answer a consultation", WORKER),
    DECIDE_REQUEST(REQUEST, RIGHTS, "op verzoek beslissen", "decide on a request", CONTACT_POINT, WORKER),

    WRITE_CLOSING_REPORT(KNELPUNT, CLOSURE, "afsluitverslag schrijven", "write the closing report", CASE_DIRECTOR),
    SEE_CLOSING_REPORT(
            KNELPUNT,
            ACCESS,
            "afsluitverslag inzien",
            "see the closing report",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    SEARCH_LESSONS(
            PLATFORM,
            ACCESS,
            "lessen zoeken",
            "search lessons",
            CASE_DIRECTOR,
            ANALYST,
            PRIVACY_OFFICER,
            COORDINATING_FG,
            RAC_MEMBER,
            CONTACT_POINT,
            ADMIN),
    WITHDRAW_LESSON(PLATFORM, RETAIN, "les intrekken", "withdraw a lesson", CASE_DIRECTOR, PRIVACY_OFFICER),
    MAKE_DESTRUCTION_LIST(KNELPUNT, RETAIN, "vernietigingslijst maken", "make a destruction list", CASE_DIRECTOR),
    AMEND_DESTRUCTION_LIST(
            DESTRUCTION, RETAIN, "vernietigingslijst wijzigen", "amend a destruction list", CASE_DIRECTOR),
    SUBMIT_DESTRUCTION_LIST(
            DESTRUCTION, RETAIN, "vernietigingslijst indienen", "submit a destruction list", CASE_DIRECTOR),
    REVIEW_DESTRUCTION_LIST(
            DESTRUCTION,
            RETAIN,
            "vernietigingslijst beoordelen",
            "review a destruction list",
            CASE_DIRECTOR,
            PRIVACY_OFFICER),
    KEEP_LISTED(
            DESTRUCTION,
            RETAIN,
            "gegeven van de vernietigingslijst bewaren",
            "keep a listed datum",
            CASE_DIRECTOR,
            PRIVACY_OFFICER),
    LIST_DESTRUCTION_LISTS(
            PLATFORM,
            ACCESS,
            "vernietigingslijsten opsommen",
            "list destruction lists",
            CASE_DIRECTOR,
            PRIVACY_OFFICER,
            COORDINATING_FG),
    SEE_DESTRUCTION_LIST(
            DESTRUCTION,
            ACCESS,
            "vernietigingslijst inzien",
            "see a destruction list",
            CASE_DIRECTOR,
            PRIVACY_OFFICER,
            COORDINATING_FG),
    DESTROY_LISTED(DESTRUCTION, RETAIN, "gegevens van een vernietigingslijst vernietigen", "destroy listed data"),
    EXECUTE_DESTRUCTION(DESTRUCTION, RETAIN, "vernietigingslijst uitvoeren", "execute a destruction list"),
    RECORD_RETENTION(PLATFORM, RETAIN, "vernietiging vastleggen", "record what was destroyed"),
    SEE_RETENTION(
            PLATFORM,
            ACCESS,
            "vernietiging inzien",
            "see what is destroyed",
            CASE_DIRECTOR,
            PRIVACY_OFFICER,
            COORDINATING_FG),
    EXPIRE_PAPER(KNELPUNT, RETAIN, "stuk na zijn termijn vernietigen", "destroy a paper after its term"),
    EXPIRE_RECOGNITION(SIGNAL, RETAIN, "vraag om herkenning laten verlopen", "let a question for recognition expire"),
    EXPIRE_SIGNAL(SIGNAL, RETAIN, "signaal na zijn termijn vernietigen", "destroy a signal after its term"),
    REMIND_OF_TERM(KNELPUNT, EVALUATE, "aan het einde van de termijn herinneren", "remind of the end of the term"),
    PASS_TERM(KNELPUNT, EVALUATE, "termijn laten verstrijken", "let the term pass"),
    EXTEND_REQUEST(
            REQUEST, RIGHTS, "termijn van verzoek verlengen", "extend the term of a request", CONTACT_POINT, WORKER),
    TAKE_OVER_REQUEST(REQUEST, RIGHTS, "verzoek overnemen", "take over a request", WORKER),
    WRITE_LETTER(REQUEST, RIGHTS, "antwoordbrief opmaken", "write the letter of answer", CONTACT_POINT, WORKER),
    FORGET_REQUEST(
            REQUEST,
            RETAIN,
            "wat een verzoek met een persoon verbindt vernietigen",
            "destroy what ties a request to a person"),

    LAPSE_DRAFT(SIGNAL, RETAIN, "concept laten vervallen", "let a draft lapse"),
    EXPIRE_DATUM(KNELPUNT, RETAIN, "gegeven na zijn termijn vernietigen", "destroy a datum after its term"),
    EXPIRE_SIGNAL_DATUM(
            SIGNAL,
            RETAIN,
            "gegeven van een signaal na zijn termijn vernietigen",
            "destroy a datum of a signal after its term"),

    SIGN_IN(PLATFORM, ADMINISTER, "aanmelden", "sign in"),
    FAIL_SIGN_IN(PLATFORM, ADMINISTER, "mislukte aanmelding", "failed sign-in"),
    SIGN_OUT(PLATFORM, ADMINISTER, "afmelden", "sign out"),
    ADD_ACCOUNT(PLATFORM, ADMINISTER, "account toevoegen", "add an account", ADMIN),
    SEE_ACCOUNTS(PLATFORM, ADMINISTER, "accounts inzien", "see accounts", ADMIN),
    SEE_PEOPLE(
            PLATFORM,
            ACCESS,
            "namen van mensen inzien",
            "see the names of people",
            ADMIN,
            PRIVACY_OFFICER,
            COORDINATING_FG,
            RAC_MEMBER),
    WITHDRAW_ACCOUNT(PLATFORM, ADMINISTER, "aanwijzing intrekken", "withdraw an appointment", ADMIN),
    QUALIFY_ACCOUNT(PLATFORM, ADMINISTER, "screening of opleiding bijwerken", "renew a screening or a training", ADMIN),
    ACKNOWLEDGE_SECRECY(PLATFORM, ADMINISTER, "geheimhouding bevestigen", "acknowledge secrecy"),
    REGISTER_ADVICE(PLATFORM, CONFIGURE, "advies van de RAC inschrijven", "register an advice of the RAC", RAC_MEMBER),
    PLAN_CASE_MEETING(KNELPUNT, PLAN, "casusoverleg plannen", "plan a meeting of a case", CASE_DIRECTOR),
    LIST_CASE_MEETINGS(
            KNELPUNT, ACCESS, "bijeenkomsten opsommen", "list meetings of a case", WORKER, CASE_DIRECTOR, ANALYST),
    SEE_CASE_MEETING(
            CASE_MEETING, ACCESS, "bijeenkomst inzien", "see a meeting of a case", WORKER, CASE_DIRECTOR, ANALYST),
    AMEND_CASE_MEETING(CASE_MEETING, PLAN, "bijeenkomst anders plannen", "amend a meeting of a case", CASE_DIRECTOR),
    CANCEL_CASE_MEETING(CASE_MEETING, PLAN, "bijeenkomst afgelasten", "cancel a meeting of a case", CASE_DIRECTOR),
    HOLD_CASE_MEETING(
            CASE_MEETING, PLAN, "bijeenkomst en afspraken vastleggen", "record a meeting of a case", CASE_DIRECTOR),
    SETTLE_AGREEMENT(CASE_MEETING, INTERVENE, "afspraak afdoen", "settle an agreement", WORKER, CASE_DIRECTOR),
    CONVERT_CONSULTATION(
            KNELPUNT,
            DESIGNATION,
            "handhavingsknelpunt voorstellen na casusoverleg",
            "propose a knelpunt after a case consultation",
            CASE_DIRECTOR),
    WRITE_MAPPING(PLATFORM, CONFIGURE, "koppeling van kolommen schrijven", "write a mapping", ANALYST, ADMIN),
    LIST_MAPPINGS(PLATFORM, CONFIGURE, "koppelingen opsommen", "list mappings", ANALYST, CASE_DIRECTOR, ADMIN),
    IMPORT_AREAS(PLATFORM, CONFIGURE, "eigen gebieden inlezen", "import own areas", ANALYST, ADMIN),
    LIST_AREAS(
            PLATFORM,
            CONFIGURE,
            "eigen gebieden opsommen",
            "list own areas",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST,
            ADMIN),
    IMPORT_DATA_SET(KNELPUNT, Moment.ANALYSE, "gebiedsgegevens inlezen", "import data on areas", ANALYST),
    RANK_AREAS(KNELPUNT, Moment.ANALYSE, "gebieden of branches vergelijken", "compare areas or branches", ANALYST),
    SEE_SCAN(
            KNELPUNT,
            ACCESS,
            "uitkomsten van een scan inzien",
            "see outcomes of a scan",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST),
    PROPOSE_FROM_SCAN(
            KNELPUNT,
            DESIGNATION,
            "handhavingsknelpunt voorstellen na een scan",
            "propose a knelpunt after a scan",
            CASE_DIRECTOR),
    LIST_ADVICES(
            PLATFORM,
            CONFIGURE,
            "adviezen van de RAC opsommen",
            "list advices of the RAC",
            RAC_MEMBER,
            COORDINATING_FG,
            PRIVACY_OFFICER,
            CASE_DIRECTOR,
            ADMIN),
    SEE_REPORTS(
            PLATFORM,
            ACCESS,
            "jaarverslagen inzien",
            "see annual reports",
            CASE_DIRECTOR,
            ANALYST,
            STEERING_MEMBER,
            PRIVACY_OFFICER,
            COORDINATING_FG,
            RAC_MEMBER,
            ADMIN),
    WRITE_REPORT(
            PLATFORM, EVALUATE, "jaarverslag schrijven", "write the annual report", CASE_DIRECTOR, PRIVACY_OFFICER),
    FIX_REPORT(PLATFORM, EVALUATE, "jaarverslag vaststellen", "fix the annual report", PRIVACY_OFFICER),
    SEE_DUTIES(
            PLATFORM,
            ACCESS,
            "kalender van wettelijke plichten inzien",
            "see the calendar of legal duties",
            CASE_DIRECTOR,
            CONTACT_POINT,
            PRIVACY_OFFICER,
            COORDINATING_FG,
            RAC_MEMBER,
            ADMIN),
    FULFIL_DUTY(
            PLATFORM,
            CONFIGURE,
            "wettelijke plicht afvinken",
            "record a legal duty as done",
            PRIVACY_OFFICER,
            COORDINATING_FG,
            ADMIN),
    RECORD_INFORMATION(
            KNELPUNT,
            RIGHTS,
            "informeren van betrokkenen vastleggen",
            "record the informing of data subjects",
            CASE_DIRECTOR),
    SEE_INFORMATION(
            KNELPUNT,
            ACCESS,
            "informeren van betrokkenen inzien",
            "see the informing of data subjects",
            CASE_DIRECTOR,
            WORKER,
            STEERING_MEMBER,
            RAC_MEMBER),
    DRAFT_RAC_REQUEST(
            PLATFORM,
            CONFIGURE,
            "vraag aan de RAC opstellen",
            "draft a question to the RAC",
            CASE_DIRECTOR,
            PRIVACY_OFFICER),
    AMEND_RAC_REQUEST(
            RAC_REQUEST,
            CONFIGURE,
            "vraag aan de RAC wijzigen",
            "amend a question to the RAC",
            CASE_DIRECTOR,
            PRIVACY_OFFICER),
    SEND_RAC_REQUEST(
            RAC_REQUEST,
            CONFIGURE,
            "vraag aan de RAC voorleggen",
            "put a question before the RAC",
            CASE_DIRECTOR,
            PRIVACY_OFFICER),
    WITHDRAW_RAC_REQUEST(
            RAC_REQUEST,
            CONFIGURE,
            "vraag aan de RAC intrekken",
            "withdraw a question to the RAC",
            CASE_DIRECTOR,
            PRIVACY_OFFICER),
    ADVISE(RAC_REQUEST, CONFIGURE, "als RAC adviseren", "advise as the RAC", RAC_MEMBER),
    FOLLOW_UP_ADVICE(
            RAC_REQUEST,
            CONFIGURE,
            "advies van de RAC opvolgen of ervan afwijken",
            "follow an advice of the RAC or deviate from it",
            CASE_DIRECTOR,
            PRIVACY_OFFICER),
    LIST_RAC_REQUESTS(
            PLATFORM,
            CONFIGURE,
            "vragen aan de RAC opsommen",
            "list questions to the RAC",
            RAC_MEMBER,
            COORDINATING_FG,
            PRIVACY_OFFICER,
            CASE_DIRECTOR),
    SEE_RAC_REQUEST(
            RAC_REQUEST,
            CONFIGURE,
            "vraag aan de RAC inzien",
            "see a question to the RAC",
            RAC_MEMBER,
            COORDINATING_FG,
            PRIVACY_OFFICER,
            CASE_DIRECTOR),
    FOLLOW_EVENTS(
            PLATFORM,
            ACCESS,
            "gebeurtenissen volgen",
            "follow events",
            WORKER,
            STEERING_MEMBER,
            CONNECTION,
            CASE_DIRECTOR,
            ANALYST,
            PRIVACY_OFFICER,
            COORDINATING_FG,
            RAC_MEMBER,
            CONTACT_POINT,
            ADMIN),
    LIST_TASKS(
            PLATFORM,
            ACCESS,
            "taken opsommen",
            "list tasks",
            WORKER,
            STEERING_MEMBER,
            CASE_DIRECTOR,
            ANALYST,
            PRIVACY_OFFICER,
            COORDINATING_FG,
            RAC_MEMBER,
            CONTACT_POINT,
            ADMIN),
    HEAR_OF_SIGNAL(SIGNAL, ACCESS, "van een eigen signaal horen", "hear of an own signal", CONNECTION),
    SUBSCRIBE(PLATFORM, ADMINISTER, "abonnement inschrijven", "register a subscription", ADMIN),
    SEE_SUBSCRIPTIONS(PLATFORM, ADMINISTER, "abonnementen inzien", "see subscriptions", ADMIN),
    UNSUBSCRIBE(PLATFORM, ADMINISTER, "abonnement beëindigen", "end a subscription", ADMIN),
    CHANGE_POLICY(PLATFORM, CONFIGURE, "beleid wijzigen", "change the policy", ADMIN),
    READ_LOG(PLATFORM, LOG, "logboek inzien", "read the log", PRIVACY_OFFICER, COORDINATING_FG, RAC_MEMBER, ADMIN),
    BACK_UP(PLATFORM, ADMINISTER, "back-up maken", "make a backup", ADMIN),
    VERIFY_LOG(PLATFORM, ADMINISTER, "logboek controleren", "verify the log", PRIVACY_OFFICER, COORDINATING_FG, ADMIN),
    MOVE_CLOCK(PLATFORM, ADMINISTER, "demoklok vooruitzetten", "move the demo clock", ADMIN),

    SEE_MODULES(PLATFORM, ADMINISTER, "modules inzien", "see modules", ADMIN, PRIVACY_OFFICER, COORDINATING_FG),
    STAGE_MODULE(PLATFORM, ADMINISTER, "module klaarzetten", "stage a module", ADMIN),
    PLAN_SWAP(PLATFORM, ADMINISTER, "wissel van een module plannen", "plan the swap of a module", ADMIN),
    APPROVE_SWAP(PLATFORM, ADMINISTER, "plan voor een wissel goedkeuren", "approve the plan of a swap", ADMIN),
    BEGIN_SWAP(PLATFORM, CONFIGURE, "module wisselen", "swap a module", ADMIN),
    ROLL_BACK_MODULE(PLATFORM, ADMINISTER, "module terugzetten", "roll a module back", ADMIN),
    STEP_SWAP(PLATFORM, ADMINISTER, "stap van een wissel", "step of a swap"),
    QUARANTINE_MODULE(PLATFORM, ADMINISTER, "module in quarantaine zetten", "quarantine a module", ADMIN),
    CUT_OFF_MODULE(PLATFORM, ADMINISTER, "module afsluiten", "cut a module off"),
    TELL_OF_MODULE(PLATFORM, ADMINISTER, "melden dat een module anders is", "tell that a module is another"),
    RELEASE_MODULE(PLATFORM, ADMINISTER, "module vrijgeven", "release a module", ADMIN),
    TRUST_SIGNER(PLATFORM, ADMINISTER, "ondertekenaar vertrouwen", "trust a signer", ADMIN),
    DISTRUST_SIGNER(PLATFORM, ADMINISTER, "vertrouwen in ondertekenaar intrekken", "distrust a signer", ADMIN);

    /** What an act is about: which facts the gate loads. */
    public enum Concerns {
        PLATFORM,
        PARTICIPANT,
        SIGNAL,
        KNELPUNT,
        INTERVENTION,
        CASE_MEETING,
        PROVISION,
        REQUEST,
        DATA_REQUEST,
        CORRECTION,
        NOTICE,
        ANALYSIS,
        MEETING,
        RAC_REQUEST,
        DESTRUCTION
    }

    private final Concerns concerns;
    private final Moment moment;
    private final Text label;
    private final Set<Role> roles;
    private final Role[] asArray;

    Act(Concerns concerns, Moment moment, String nl, String en, Role... roles) {
        this.concerns = concerns;
        this.moment = moment;
        this.label = new Text(nl, en);
        this.roles = Set.of(roles);
        this.asArray = roles;
    }

    public Concerns concerns() {
        return concerns;
    }

    public Moment moment() {
        return moment;
    }

    public Text label() {
        return label;
    }

    /** Any one of these is needed; empty: the platform itself, or nobody in particular. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether nobody does it but the platform itself, as far as nothing else is said of it. */
    boolean isThePlatforms() {
        return asArray.length == 0;
    }

    /** Whether any of somebody's roles is among them. */
    boolean isFor(Set<Role> held) {
        for (int i = 0; i < asArray.length; i++) {
            if (held.contains(asArray[i])) {
                return true;
            }
        }
        return false;
    }
}
