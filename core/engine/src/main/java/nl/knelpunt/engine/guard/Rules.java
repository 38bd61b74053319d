package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.Act.*;
import static nl.knelpunt.engine.guard.Rule.Kind.POLICY;
import static nl.knelpunt.engine.guard.Rule.Kind.STATUTORY;
import static nl.knelpunt.engine.guard.Trait.BIBOB;
import static nl.knelpunt.engine.guard.Trait.BSN;
import static nl.knelpunt.engine.guard.Trait.ERROR;
import static nl.knelpunt.engine.guard.Trait.FOUND_IN_TEXT;
import static nl.knelpunt.engine.guard.Trait.GRADED;
import static nl.knelpunt.engine.guard.Trait.IMMIGRATION;
import static nl.knelpunt.engine.guard.Trait.NATIONALITY;
import static nl.knelpunt.engine.guard.Trait.PARTY;
import static nl.knelpunt.engine.guard.Trait.PHASE_2;
import static nl.knelpunt.engine.guard.Trait.PHASE_3;
import static nl.knelpunt.engine.guard.Trait.POLICE;
import static nl.knelpunt.engine.guard.Trait.PROSECUTION;
import static nl.knelpunt.engine.guard.Trait.SEXUAL_BEHAVIOUR;
import static nl.knelpunt.engine.guard.Trait.SPECIAL_CATEGORY;
import static nl.knelpunt.engine.guard.Trait.VETO;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;

/**
 * The rules of the guard, in the order in which the law is gone through: may it be logged, may this person know of it, is the
 * party a participant, is the time right, may these data come from there in this phase, does their source agree, are the records
 * complete, may the result leave, how long is it kept. The Dutch messages are the law digest's own.
 */
public final class Rules {

    /** Of this list; every decision and log record names it. */
    public static final String VERSION = "2026.2";

    /** Day on which this list was last held against the law. */
    public static final LocalDate DATE = LocalDate.of(2026, 11, 25);

    /** Wgs and Bgs came into force (Bgs 4.1). Before that day nothing may be processed at all. */
    public static final LocalDate LAW_IN_FORCE = LocalDate.of(2025, 3, 1);

    private static final Set<Act> ON_A_DOSSIER = acts(a -> a.concerns() != Act.Concerns.PLATFORM);
    private static final Set<Act> ON_A_KNELPUNT = acts(a -> EnumSet.of(
                    Act.Concerns.KNELPUNT,
                    Act.Concerns.INTERVENTION,
                    Act.Concerns.CASE_MEETING,
                    Act.Concerns.ANALYSIS,
                    Act.Concerns.PROVISION)
            .contains(a.concerns()));
    private static final Set<Act> PROCESSING = acts(a -> a.moment() != Moment.ADMINISTER);

    /** Processing together, for which there must be an activity whose term runs. */
    private static final Set<Act> IN_AN_ACTIVITY = EnumSet.of(
            SHARE_DATUM,
            LINK_SIGNAL,
            REUSE_DATUM,
            REQUEST_DATA,
            SUPPLY_REQUESTED,
            ASK_BACK,
            ANSWER_BACK,
            SEE_DATA,
            ANALYSE,
            KEEP_SELECTION,
            CHANGE_SELECTION,
            EXPORT_SELECTION,
            ASK_ANALYSIS,
            BEGIN_ANALYSIS,
            WRITE_ANALYSIS,
            USE_BARRIER_MODEL,
            REVEAL_BSN,
            OPEN_PHASE,
            WRITE_PLAN,
            PLAN_INTERVENTION,
            AMEND_INTERVENTION,
            AGREE_INTERVENTION,
            KEEP_UP_INTERVENTION,
            START_INTERVENTION,
            CARRY_OUT_INTERVENTION,
            PLEDGE_CAPACITY,
            RELEASE_TASK_SHEET,
            PLAN_CASE_MEETING,
            AMEND_CASE_MEETING,
            HOLD_CASE_MEETING,
            CONVERT_CONSULTATION,
            IMPORT_DATA_SET,
            RANK_AREAS,
            PROPOSE_FROM_SCAN,
            PREPARE_PROVISION,
            AMEND_PROVISION,
            ASK_PROVISION,
            PROVIDE);
    /** Looking at data of a knelpunt. */
    private static final Set<Act> LOOKING = EnumSet.of(SEE_DATA, ANALYSE, REVEAL_BSN);
    /** Somebody writes a text, or supplies a datum that is one. */
    private static final Set<Act> TELLING = EnumSet.of(
            DRAFT_SIGNAL,
            COMPLETE_DRAFT,
            ADD_DRAFT_DATUM,
            REPORT_SIGNAL,
            ANSWER_RECOGNITION,
            GRADE_SIGNAL,
            PREPARE_ASSESSMENT,
            DECIDE_ASSESSMENT,
            PROPOSE,
            AMEND_PROPOSAL,
            SEND_BACK,
            VOTE_DESIGNATION,
            VOTE_PROLONGATION,
            VOTE_CLOSURE,
            PROPOSE_INVOLVEMENT,
            VOTE_INVOLVEMENT,
            LEAVE_KNELPUNT,
            OPEN_PHASE,
            CLOSE_PHASE,
            REQUEST_DATA,
            ASK_BACK,
            ANSWER_BACK,
            PROPOSE_CORRECTION,
            DECLINE_CORRECTION,
            REJECT_ERROR,
            SHARE_DATUM,
            CORRECT_DATUM,
            GRADE_DATUM,
            BLOCK_DATUM,
            REPORT_ERROR,
            HOLD_DATUM,
            KEEP_LISTED,
            MAKE_DESTRUCTION_LIST,
            AMEND_DESTRUCTION_LIST,
            REVIEW_DESTRUCTION_LIST,
            WRITE_CLOSING_REPORT,
            REUSE_DATUM,
            WRITE_PLAN,
            PLAN_INTERVENTION,
            AMEND_INTERVENTION,
            WITHDRAW_INTERVENTION,
            CARRY_OUT_INTERVENTION,
            STOP_INTERVENTION,
            REPORT_RESULT,
            OBSERVE_EFFECT,
            RELEASE_TASK_SHEET,
            PLAN_CASE_MEETING,
            AMEND_CASE_MEETING,
            CANCEL_CASE_MEETING,
            HOLD_CASE_MEETING,
            SETTLE_AGREEMENT,
            CONVERT_CONSULTATION,
            WRITE_MAPPING,
            IMPORT_AREAS,
            IMPORT_DATA_SET,
            PROPOSE_FROM_SCAN,
            EVALUATE_KNELPUNT,
            PREPARE_PROVISION,
            AMEND_PROVISION,
            WITHDRAW_PROVISION,
            ANSWER_PROVISION,
            TEST_PROVISION,
            REGISTER_ADVICE,
            WRITE_REPORT,
            FULFIL_DUTY,
            RECORD_INFORMATION,
            DRAFT_RAC_REQUEST,
            AMEND_RAC_REQUEST,
            ADVISE,
            FOLLOW_UP_ADVICE,
            CHANGE_POLICY,
            GIVE_FEEDBACK,
            REGISTER_REQUEST,
            EXTEND_REQUEST,
            ANSWER_CONSULTATION,
            DECIDE_REQUEST,
            ENTER_VOTES,
            PLAN_MEETING,
            CHANGE_MEETING,
            PUT_ON_AGENDA,
            VOTE_ITEM,
            CANCEL_MEETING,
            WRITE_MINUTES,
            REGISTER_MANDATE,
            REVEAL_BSN,
            KEEP_SELECTION,
            CHANGE_SELECTION,
            EXPORT_SELECTION,
            ASK_ANALYSIS,
            WRITE_ANALYSIS,
            TEST_ANALYSIS,
            TAKE_BARRIER_MODEL,
            READ_LOG);
    /** The same without drafts, which may still be unfinished. */
    private static final Set<Act> WHOLE =
            acts(a -> TELLING.contains(a) && a != DRAFT_SIGNAL && a != COMPLETE_DRAFT && a != ADD_DRAFT_DATUM);
    /** Of these the text says what was observed. */
    private static final Set<Act> OBSERVING = EnumSet.of(REPORT_SIGNAL, ANSWER_RECOGNITION);

    /** A datum comes into a dossier. */
    private static final Set<Act> SUPPLYING = EnumSet.of(REPORT_SIGNAL, SHARE_DATUM, REUSE_DATUM);

    /** An intervention is moved. */
    private static final Set<Act> EXECUTING = EnumSet.of(
            AGREE_INTERVENTION,
            KEEP_UP_INTERVENTION,
            START_INTERVENTION,
            CARRY_OUT_INTERVENTION,
            STOP_INTERVENTION,
            REPORT_RESULT);

    /** What is to be done is said. */
    private static final Set<Act> PROPOSING_INTERVENTIONS = EnumSet.of(PLAN_INTERVENTION, AMEND_INTERVENTION);

    private static final Set<Act> DESIGNATING = EnumSet.of(SUBMIT_PROPOSAL, VOTE_DESIGNATION, DESIGNATE);
    private static final Set<Act> PROLONGING = EnumSet.of(VOTE_PROLONGATION, PROLONG);
    private static final Set<Act> INVOLVING = EnumSet.of(PROPOSE_INVOLVEMENT, VOTE_INVOLVEMENT, DECIDE_INVOLVEMENT);

    /** G43 has no test: the gate says it when the record can't be written. */
    static final Rule LOGGABLE = rule(
            "G43",
            STATUTORY,
            "Wgs 1.8(4); Bgs 1.12",
            "De handeling kan niet worden gelogd en is daarom geweigerd.",
            "The act can't be logged and is therefore refused.",
            "Probeer het later opnieuw. Blijft dit zo, waarschuw dan de beheerder.",
            "Try again later. If it stays so, tell the administrator.");

    /** Whoever breaks one of these may not know what exists: they are told alone. */
    static final List<Rule> ACCESS = List.of(
            rule(
                    "G41",
                    STATUTORY,
                    "Wgs 1.8(2), 1.8(5); Bgs 1.11, 1.17",
                    "U bent niet geautoriseerd voor dit dossier (artikel 1.8, tweede lid, Wgs).",
                    "You are not authorised for this dossier (article 1.8(2) Wgs).",
                    "Vraag uw organisatie of het RIEC-bureau om autorisatie als u dit voor uw taak nodig heeft.",
                    "Ask your organisation or the RIEC bureau for authorisation if your task needs it.",
                    on(EnumSet.allOf(Act.class), AccessTests::authorised)),
            rule(
                    "G24",
                    STATUTORY,
                    "Wgs 2.23(5), 1.8(5)",
                    "Uw organisatie is niet bij deze activiteit betrokken (artikel 2.23, vijfde lid, Wgs).",
                    "Your organisation is not involved in this activity (article 2.23(5) Wgs).",
                    "Vraag de casusregisseur of uw organisatie betrokken moet worden.",
                    "Ask the case director whether your organisation should be involved.",
                    on(ON_A_KNELPUNT, AccessTests::involved)),
            rule(
                    "G42",
                    STATUTORY,
                    "Wgs 1.8(2)(c); AVG 28",
                    "Uw rol is systeemondersteuning; dossierinhoud is afgeschermd.",
                    "Your role is system support; the content of dossiers is shielded.",
                    "Laat iemand die voor de verwerking is aangewezen dit doen.",
                    "Let somebody do this who is appointed for the processing.",
                    on(ON_A_DOSSIER, AccessTests::noContentForSupport)));

    /** What is said to whoever may know of it: every rule that is broken. */
    static final List<Rule> CONTENT = List.of(
            rule(
                    "G49",
                    STATUTORY,
                    "Wgs 1.11; Wpg 7(2); Bpg 4:8",
                    "Bevestig eerst de geheimhoudingsplicht (artikel 1.11 Wgs).",
                    "Acknowledge the duty of secrecy first (article 1.11 Wgs).",
                    "Lees de tekst over geheimhouding en bevestig die; dat hoeft één keer.",
                    "Read the text on secrecy and acknowledge it; once is enough.",
                    on(PROCESSING, AccessTests::secrecyAcknowledged)),
            rule(
                    "G01",
                    STATUTORY,
                    "Wgs 1.3, 2.19; Bgs 2.14",
                    "Uw organisatie is voor deze taak geen deelnemer in de zin van artikel 2.19 Wgs. De handeling is geweigerd.",
                    "For this task your organisation is no participant in the sense of article 2.19 Wgs. The act is refused.",
                    "Kies het orgaan waarvoor u werkt en een taak waarvoor dat orgaan deelneemt.",
                    "Choose the organ that you work for and a task for which that organ takes part.",
                    on(AccessTests.SUPPLYING, PARTY, DataTests::actorTakesPart),
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::reporterTakesPart),
                    on(EnumSet.of(SHARE_DATUM), DataTests::supplierTakesPart),
                    on(PROPOSING_INTERVENTIONS, KnelpuntTests::intervenerTakesPart)),
            rule(
                    "G02",
                    STATUTORY,
                    "Wgs 2.19(3), 1.7(2)",
                    "Deze partij werkt mee zonder gegevensuitwisseling. Delen kan alleen als verstrekking aan een derde (artikel 1.7, tweede lid, Wgs).",
                    "This party takes part without exchange of data. Sharing is possible only as a provision to a third party (article 1.7(2) Wgs).",
                    "Kies deelnemers van dit RIEC; geef andere partijen een taak zonder gegevens.",
                    "Choose participants of this RIEC; give other parties a task without data.",
                    on(AccessTests.RECEIVING, PARTY, DataTests::receiverTakesPart),
                    on(EnumSet.of(ASK_RECOGNITION), SignalTests::askedTakesPart),
                    on(
                            EnumSet.of(PROPOSE, AMEND_PROPOSAL, SUBMIT_PROPOSAL, VOTE_DESIGNATION, DESIGNATE),
                            KnelpuntTests::involvedTakePart),
                    on(EnumSet.of(RELEASE_TASK_SHEET), KnelpuntTests::sheetHoldsNoData),
                    on(EnumSet.of(PROPOSE_INVOLVEMENT, DECIDE_INVOLVEMENT), KnelpuntTests::joiningTakesPart),
                    on(EnumSet.of(PROVIDE), ResultTests::recipientTakesPart)),
            rule(
                    "G23",
                    STATUTORY,
                    "Wgs 2.23(4), 2.18(1)",
                    "Er is nog geen activiteit vastgesteld. Alleen het signaal zelf mag worden verwerkt.",
                    "No activity has been decided on yet. Only the signal itself may be processed.",
                    "Wacht tot de stuurgroep het handhavingsknelpunt heeft aangewezen.",
                    "Wait until the steering group has designated the knelpunt.",
                    on(IN_AN_ACTIVITY, KnelpuntTests::activityDecided)),
            rule(
                    "G21",
                    POLICY,
                    "Werkwijze RIEC",
                    "De termijn van dit handhavingsknelpunt is op {datum} verlopen. Delen kan pas na verlenging.",
                    "The term of this knelpunt ended on {datum}. Sharing is possible only after prolongation.",
                    "Verlengen kon tot en met die dag. Evalueer en sluit het af, of stel een nieuw handhavingsknelpunt voor.",
                    "It could be prolonged up to that day. Evaluate and close it, or propose a new knelpunt.",
                    on(and(IN_AN_ACTIVITY, PROLONGING, INVOLVING), KnelpuntTests::termRuns)),
            rule(
                    "G25",
                    STATUTORY,
                    "Wgs 2.18(1)(c)",
                    "Een scan vereist een misstand in een kwetsbare sector of publieke voorziening (artikel 2.18, eerste lid, onder c, Wgs).",
                    "A scan needs an abuse in a susceptible sector or public facility (article 2.18(1)(c) Wgs).",
                    "Beschrijf in het voorstel de sector of voorziening en de misstand.",
                    "Describe the sector or facility and the abuse in the proposal.",
                    on(DESIGNATING, KnelpuntTests::scanOfAnAbuse)),
            rule(
                    "G26",
                    STATUTORY,
                    "Wgs 1.1, 1.9, 2.18(2)",
                    "Geautomatiseerde gegevensanalyse is voor RIEC's niet aangewezen (artikel 2.18, tweede lid, Wgs). Een analist moet de analyse uitvoeren.",
                    "Automated data analysis is not designated for RIECs (article 2.18(2) Wgs). An analyst must do the analysis.",
                    "Laat een analist kijken, kiezen en concluderen. Scoren, rangschikken en patronen zoeken kan pas als een AMvB dat aanwijst.",
                    "Let an analyst look, choose and conclude. Scoring, ranking and pattern search are possible only once an order in council designates them.",
                    on(EnumSet.of(ANALYSE), KnelpuntTests::analysedByAPerson)),
            rule(
                    "G08",
                    STATUTORY,
                    "Bgs 1.9",
                    "Gegevens over nationaliteit zijn niet toegestaan, behalve als dat voor identificatie onvermijdelijk is (artikel 1.9 Bgs).",
                    "Data on nationality are not allowed, except where identification can't do without (article 1.9 Bgs).",
                    "Laat het gegeven weg, of leg vast waarom identificatie er niet zonder kan.",
                    "Leave it out, or record why identification can't do without.",
                    on(
                            and(
                                    SUPPLYING,
                                    LOOKING,
                                    EnumSet.of(DELIVER_MESSAGE, ADD_DRAFT_DATUM, SEE_SIGNAL, PROVIDE, REQUEST_DATA)),
                            NATIONALITY,
                            DataTests::noNationality),
                    on(TELLING, FOUND_IN_TEXT, TextTests::noNationality)),
            rule(
                    "G09",
                    STATUTORY,
                    "AVG 9(1); Wgs 2.21; Bgs 2.15",
                    "Dit bijzondere persoonsgegeven mag een RIEC niet verwerken (artikel 9 AVG; artikel 2.21 Wgs).",
                    "A RIEC may not process this special category of personal data (article 9 GDPR; article 2.21 Wgs).",
                    "Laat het gegeven weg.",
                    "Leave it out.",
                    on(
                            and(
                                    SUPPLYING,
                                    LOOKING,
                                    EnumSet.of(DELIVER_MESSAGE, ADD_DRAFT_DATUM, SEE_SIGNAL, PROVIDE, REQUEST_DATA)),
                            SPECIAL_CATEGORY,
                            DataTests::noSpecialCategories),
                    on(TELLING, FOUND_IN_TEXT, TextTests::noSpecialCategories)),
            rule(
                    "G10",
                    STATUTORY,
                    "Wgs 2.21(1), 2.22(1)(a)(2); Bgs 2.15",
                    "Gegevens over seksueel gedrag zijn alleen toegestaan bij mensenhandel, illegale prostitutie of uitbuiting, in aanvulling op strafrechtelijke gegevens.",
                    "Data on sexual behaviour are allowed only with human trafficking, illegal prostitution or exploitation, in addition to data of a criminal nature.",
                    "Laat het gegeven weg, of deel eerst de strafrechtelijke gegevens over deze persoon waar het bij hoort.",
                    "Leave it out, or first share the data of a criminal nature on this person that it belongs to.",
                    on(EnumSet.of(SHARE_DATUM, REUSE_DATUM), SEXUAL_BEHAVIOUR, DataTests::sexualBehaviourInItsPlace)),
            rule(
                    "G11",
                    STATUTORY,
                    "Wgs 2.22; Bgs 2.15",
                    "Categorie {c} mag niet door {d} worden verstrekt in fase {f} (artikel 2.15 Bgs).",
                    "Category {c} may not be supplied by {d} in phase {f} (article 2.15 Bgs).",
                    "Laat het gegeven weg, of vraag de deelnemer die het wel mag verstrekken. In een signaal past alleen wat in fase 1 mag.",
                    "Leave it out, or ask the participant that may supply it. A signal holds only what phase 1 allows.",
                    on(and(SUPPLYING, LOOKING, EnumSet.of(REQUEST_DATA)), DataTests::categoryFromAllowedSource),
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::nothingOfPhaseThree)),
            rule(
                    "G12",
                    STATUTORY,
                    "Wgs 2.23(6)(b)",
                    "Fase 2 is niet geopend. Leg eerst de noodzaak vast (artikel 2.23, zesde lid, onder b, Wgs).",
                    "Phase 2 is not open. Record the necessity first (article 2.23(6)(b) Wgs).",
                    "Laat de betrokken deelnemers besluiten dat fase 2 noodzakelijk is.",
                    "Let the participants involved decide that phase 2 is necessary.",
                    on(
                            and(LOOKING, EnumSet.of(SHARE_DATUM, REUSE_DATUM, REQUEST_DATA)),
                            PHASE_2,
                            DataTests::phaseTwoIsOpen),
                    on(EnumSet.of(OPEN_PHASE), KnelpuntTests::phaseTwoIsNecessary)),
            rule(
                    "G13",
                    STATUTORY,
                    "Wgs 2.23(6)(c), 2.22(1)(a)(3)",
                    "Fase 3-gegevens zijn voor deze activiteit niet toegestaan of de noodzaak is niet vastgelegd (artikel 2.23, zesde lid, onder c, Wgs).",
                    "Phase-3 data are not allowed for this activity, or the necessity is not recorded (article 2.23(6)(c) Wgs).",
                    "Open eerst fase 2 en daarna fase 3 met een eigen noodzaakbesluit. Gegevens van artikel 10, eerste lid, onder b, en 12 Wpg kunnen nooit.",
                    "Open phase 2 first and then phase 3 with its own necessity decision. Data under articles 10(1)(b) and 12 Wpg are never possible.",
                    on(
                            and(LOOKING, EnumSet.of(SHARE_DATUM, REUSE_DATUM, REQUEST_DATA)),
                            PHASE_3,
                            DataTests::phaseThreeIsOpen),
                    on(EnumSet.of(OPEN_PHASE), KnelpuntTests::phaseThreeIsNecessary),
                    on(and(SUPPLYING, LOOKING), POLICE, DataTests::nothingNeverListed),
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::nothingNeverListed)),
            rule(
                    "G14",
                    STATUTORY,
                    "Wgs 2.22(1)(a), (b)",
                    "Deze persoon is geen betrokkene en hoort niet tot de directe kring (artikel 2.22 Wgs).",
                    "This person is no subject and does not belong to the direct circle (article 2.22 Wgs).",
                    "Koppel de persoon met reden aan iemand over wie een signaal is ontvangen, of laat het gegeven weg.",
                    "Link the person, with the reason, to somebody about whom a signal was received, or leave it out.",
                    on(and(SUPPLYING, LOOKING, EnumSet.of(ADD_DRAFT_DATUM, REQUEST_DATA)), DataTests::withinTheCircle)),
            rule(
                    "G15",
                    STATUTORY,
                    "Wgs 2.21(1); UAVG 46",
                    "Het BSN mag alleen voor het doel van artikel 2.17 Wgs worden gebruikt.",
                    "The BSN may be used only for the purpose of article 2.17 Wgs.",
                    "Zet een BSN alleen als eigen gegeven bij een persoon, en leg vast waarom u het volledig nodig heeft.",
                    "Put a BSN with a person only, as a datum of its own, and record why you need it whole.",
                    on(and(SUPPLYING, EnumSet.of(ADD_DRAFT_DATUM)), BSN, DataTests::bsnOfAPerson),
                    on(EnumSet.of(REVEAL_BSN), DataTests::bsnForThePurpose),
                    on(TELLING, FOUND_IN_TEXT, TextTests::noBsn)),
            rule(
                    "G28",
                    STATUTORY,
                    "Wpg 20(3), 14(2)",
                    "Zonder overeenstemming met het bevoegd gezag (artikel 20, derde lid, Wpg) en een toegestane Wpg-grondslag kunnen deze gegevens niet worden gedeeld.",
                    "Without the agreement of the competent authority (article 20(3) Wpg) and an allowed ground of the Wpg these data can't be shared.",
                    "Vul in met wie en wanneer overeenstemming is bereikt, en onder welk artikel van de Wpg de gegevens vallen.",
                    "Fill in with whom and when agreement was reached, and under which article of the Wpg the data fall.",
                    on(and(SUPPLYING, LOOKING), POLICE, DataTests::policeDataAgreed),
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::policeFactsAgreed)),
            rule(
                    "G29",
                    STATUTORY,
                    "Wjsg 8b, 39fa, 51ca",
                    "Vermeld artikel 8b, 39fa of 51ca Wjsg; alleen het OM mag deze gegevens verstrekken.",
                    "State article 8b, 39fa or 51ca Wjsg; only the prosecution may supply these data.",
                    "Vul het artikel van de Wjsg in; is uw organisatie niet het OM, laat het gegeven dan weg.",
                    "Fill in the article of the Wjsg; if your organisation is not the prosecution, leave it out.",
                    on(and(SUPPLYING, LOOKING), PROSECUTION, DataTests::prosecutionDataTagged)),
            rule(
                    "G30",
                    STATUTORY,
                    "Bibob 28(1), 28(2)(d), 29",
                    "Bibob-gegevens mogen alleen worden gedeeld ter ondersteuning van toepassing van de Wet Bibob (artikel 28).",
                    "Bibob data may be shared only in support of applying the Wet Bibob (article 28).",
                    "Noem de dag van het advies en welke deelnemer u hoe ondersteunt; gebruik het nergens anders voor, en niet langer dan vijf jaar.",
                    "Give the day of the advice and which participant supports you how; use it for nothing else, and no longer than five years.",
                    on(EnumSet.of(REPORT_SIGNAL, SHARE_DATUM), BIBOB, DataTests::bibobInSupport),
                    on(
                            and(LOOKING, EnumSet.of(SEE_SIGNAL, REUSE_DATUM, PROVIDE)),
                            BIBOB,
                            DataTests::bibobForItsOwnUse)),
            rule(
                    "G31",
                    STATUTORY,
                    "Vw 107(4); Bgs 2.15",
                    "Gezichtsopnames en vingerafdrukken uit de vreemdelingenadministratie zijn uitgesloten.",
                    "Facial images and fingerprints from the aliens' administration are excluded.",
                    "Laat het gegeven weg.",
                    "Leave it out.",
                    on(and(SUPPLYING, EnumSet.of(ADD_DRAFT_DATUM)), IMMIGRATION, DataTests::noBiometricsOfAliens)),
            rule(
                    "G48",
                    STATUTORY,
                    "Wgs 1.7, 2.20; Bgs 1.7, 1.8",
                    "Bron, categorie en grondslag ontbreken; het gegeven wordt niet opgenomen.",
                    "Source, category or basis is missing; the datum is not taken up.",
                    "Vul het genoemde veld in.",
                    "Fill in the field that is named.",
                    on(and(SUPPLYING, LOOKING, EnumSet.of(ADD_DRAFT_DATUM)), DataTests::carriesItsSource),
                    on(WHOLE, FOUND_IN_TEXT, TextTests::noIdentifiers)),
            rule(
                    "G51",
                    POLICY,
                    "Ontwerp",
                    "De module van {deelnemer} is niet actief; dit gegeven is tijdelijk bevroren.",
                    "The module of {deelnemer} is not active; this datum is frozen for now.",
                    "Wacht tot de beheerder de module weer heeft geplaatst.",
                    "Wait until the administrator has put the module back.",
                    on(EnumSet.of(DELIVER_MESSAGE, DRAFT_SIGNAL), SignalTests::delivererIsActive),
                    on(
                            EnumSet.of(REPORT_SIGNAL, ASK_RECOGNITION, ANSWER_RECOGNITION, HELP_RECOGNITION),
                            SignalTests::reporterIsActive),
                    on(
                            and(LOOKING, EnumSet.of(SHARE_DATUM, REUSE_DATUM, SEE_SIGNAL, PROVIDE)),
                            DataTests::supplierIsActive),
                    on(PROPOSING_INTERVENTIONS, KnelpuntTests::intervenerIsActive)),
            rule(
                    "G45",
                    STATUTORY,
                    "Bgs 1.7; AVG 19",
                    "Dit gegeven is als onjuist gemeld en is bevroren tot de bronhouder het herstelt.",
                    "This datum was reported as wrong and is frozen until its source mends it.",
                    "Wacht tot de bronhouder het gegeven heeft verbeterd of vernietigd.",
                    "Wait until its source has corrected or destroyed the datum.",
                    on(and(LOOKING, EnumSet.of(REUSE_DATUM, SEE_SIGNAL, PROVIDE)), ERROR, DataTests::notReportedWrong)),
            rule(
                    "G27",
                    STATUTORY,
                    "Wgs 1.5(1), 1.7(1)",
                    "De bronhouder verzet zich om zwaarwegende redenen tegen verstrekking.",
                    "The source objects to provision for weighty reasons.",
                    "Gebruik het gegeven niet. De bronhouder beslist hier zelf over.",
                    "Do not use the datum. This is for its source to decide.",
                    on(and(LOOKING, EnumSet.of(REUSE_DATUM, SEE_SIGNAL, PROVIDE)), VETO, DataTests::notVetoed),
                    on(EnumSet.of(PROVIDE), ResultTests::noSourceObjects)),
            rule(
                    "G34",
                    STATUTORY,
                    "Wgs 1.7(3), 2.20(2)",
                    "Instemming van {deelnemer} is nodig voordat deze gegevens worden verstrekt.",
                    "Consent of {deelnemer} is needed before these data are provided.",
                    "Vraag de genoemde deelnemer om instemming, of verstrek zonder deze gegevens.",
                    "Ask the participant that is named for its consent, or provide without these data.",
                    on(EnumSet.of(PROVIDE), ResultTests::suppliersConsent),
                    on(EnumSet.of(PROVIDE), GRADED, HandlingTests::mayBeProvided),
                    on(EnumSet.of(ASK_RECOGNITION), SignalTests::reporterAsksItself),
                    on(EnumSet.of(LINK_SIGNAL), HandlingTests::linkedSignalMayBeShown)),
            rule(
                    "G50",
                    STATUTORY,
                    "Wgs 1.8(5)",
                    "Hergebruik in een ander dossier vereist een eigen noodzaakbesluit.",
                    "Reuse in another dossier needs a necessity decision of its own.",
                    "Leg vast waarom dit dossier het gegeven nodig heeft; strafrechtelijke en bijzondere gegevens neemt de bronhouder zelf over.",
                    "Record why this dossier needs the datum; data of a criminal nature and special data are taken over by their source itself.",
                    on(EnumSet.of(REUSE_DATUM), DataTests::reusedOnADecision)),
            rule(
                    "G03",
                    STATUTORY,
                    "Bgs 2.16(1)(a)",
                    "Het signaal bevat geen concrete waarneming uit uw wettelijke taak. Vul wat, waar, wanneer en in welke taak is waargenomen in.",
                    "The signal holds no concrete observation in your statutory task. Fill in what was observed, where, when and in which task.",
                    "Vul het genoemde veld in.",
                    "Fill in the field that is named.",
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::observedConcretely),
                    on(OBSERVING, FOUND_IN_TEXT, TextTests::noAssumptions)),
            rule(
                    "G04",
                    STATUTORY,
                    "Bgs 2.16(1)(b)",
                    "Kies een verschijningsvorm van georganiseerde criminaliteit uit artikel 2.16 Bgs; een aangewezen vorm vereist besluit en publicatie.",
                    "Choose a manifestation of organised crime from article 2.16 Bgs; a designated one needs its decision and publication.",
                    "Kies een verschijningsvorm uit de lijst; geef van een aangewezen vorm het besluit met zijn datum en het webadres van de publicatie.",
                    "Choose a manifestation from the list; of a designated one give the decision with its date and the web address of the publication.",
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::manifestationNamed)),
            rule(
                    "G05",
                    STATUTORY,
                    "Bgs 2.16(2), 1.6(1)",
                    "De toelichting op criterium {x} ontbreekt, of de feitelijke juistheid is niet getoetst (artikelen 1.6 en 2.16 Bgs).",
                    "The explanation of criterion {x} is missing, or the factual correctness was not tested (articles 1.6 and 2.16 Bgs).",
                    "Licht het criterium toe en bevestig dat u de juistheid heeft getoetst.",
                    "Explain the criterion and confirm that you tested the correctness.",
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::criteriaExplained)),
            rule(
                    "G06",
                    STATUTORY,
                    "Bgs 2.16(1)(e), 2.13",
                    "Het signaal ligt buiten het werkgebied van RIEC {r}. Dien het in bij het juiste RIEC.",
                    "The signal lies outside the area of RIEC {r}. Report it to the right RIEC.",
                    "Vul de gemeente van de waarneming in, of meld het bij het RIEC van die gemeente.",
                    "Fill in the municipality of the observation, or report it to the RIEC of that municipality.",
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::liesInTheRegion)),
            rule(
                    "G07",
                    STATUTORY,
                    "Bgs 1.5",
                    "Zonder verklaring dat u de gegevens rechtmatig verwerkt, mogen zij niet worden verstrekt (artikel 1.5 Bgs).",
                    "Without your declaration that you process the data lawfully they may not be supplied (article 1.5 Bgs).",
                    "Ga na of uw organisatie de gegevens rechtmatig heeft, en verklaar dat.",
                    "Check that your organisation holds the data lawfully, and declare it.",
                    on(EnumSet.of(REPORT_SIGNAL), SignalTests::lawfullyHeld),
                    on(EnumSet.of(SHARE_DATUM), DataTests::lawfullyHeld)),
            rule(
                    "G16",
                    POLICY,
                    "Werkwijze RIEC; Wgs 2.23(3)(d), Bgs 2.16(1)(d)",
                    "Een signaal moet door minstens één andere deelnemer worden herkend.",
                    "A signal must be recognised by at least one other participant.",
                    "Een andere deelnemer herkent het met een eigen waarneming: wat, wanneer en het kenmerk in het eigen systeem.",
                    "Another participant recognises it by an observation of its own: what, when and the reference in its own system.",
                    on(
                            EnumSet.of(ASK_RECOGNITION, ANSWER_RECOGNITION, HELP_RECOGNITION),
                            SignalTests::recognisedByAnother),
                    on(and(DESIGNATING, EnumSet.of(LINK_SIGNAL)), KnelpuntTests::signalsRecognised)),
            rule(
                    "G17",
                    STATUTORY,
                    "Wgs 2.23(2), 2.23(3); Bgs 2.16(2)",
                    "De beoordeling van het signaal is niet volledig vastgelegd (artikel 2.23, derde lid, Wgs; artikel 2.16, tweede lid, Bgs).",
                    "The assessment of the signal is not completely recorded (article 2.23(3) Wgs; article 2.16(2) Bgs).",
                    "Vul het genoemde onderdeel van de weging in; bundel alleen signalen die in behandeling zijn genomen.",
                    "Fill in the part of the assessment that is named; bundle only signals that were taken up.",
                    on(EnumSet.of(PREPARE_ASSESSMENT, DECIDE_ASSESSMENT), SignalTests::assessmentRecorded),
                    on(EnumSet.of(LINK_SIGNAL), KnelpuntTests::linkedIsTakenUp),
                    on(DESIGNATING, KnelpuntTests::signalsTakenUp)),
            rule(
                    "G18",
                    STATUTORY,
                    "Wgs 1.1; AVG 5(1)(c); Werkwijze RIEC",
                    "De afbakening is niet compleet: beschrijf wat wel en wat niet tot het handhavingsknelpunt behoort.",
                    "The delimitation is not complete: describe what does and what does not belong to the knelpunt.",
                    "Vul het genoemde onderdeel van het voorstel in.",
                    "Fill in the part of the proposal that is named.",
                    on(DESIGNATING, KnelpuntTests::delimited)),
            rule(
                    "G19",
                    STATUTORY,
                    "Wgs 2.17, 2.23(4); Bgs 2.16(1)(c), (d)",
                    "Onderbouw noodzaak, evenredigheid, subsidiariteit en handhavingstekort voordat u aanwijst.",
                    "Argue necessity, proportionality, subsidiarity and enforcement deficit before you designate.",
                    "Vul het genoemde onderdeel van de onderbouwing in.",
                    "Fill in the part of the grounds that is named.",
                    on(and(DESIGNATING, PROLONGING), KnelpuntTests::argued)),
            rule(
                    "G20",
                    POLICY,
                    "Wgs 1.1, 2.23(4); Werkwijze RIEC",
                    "Alleen de stuurgroep RIEC mag een handhavingsknelpunt aanwijzen, verlengen of afsluiten.",
                    "Only the RIEC steering group may designate, prolong or close a knelpunt.",
                    "Laat de leden van de stuurgroep met reden stemmen, zodat genoeg deelnemers vertegenwoordigd zijn.",
                    "Let the members of the steering group vote with their reasons, so that enough participants are represented.",
                    on(AccessTests.OF_THE_STEERING_GROUP, KnelpuntTests::steeringGroupDecides),
                    on(
                            EnumSet.of(
                                    SEND_BACK,
                                    VOTE_DESIGNATION,
                                    VOTE_PROLONGATION,
                                    VOTE_CLOSURE,
                                    VOTE_INVOLVEMENT,
                                    VOTE_ITEM),
                            KnelpuntTests::voteHasReason),
                    on(EnumSet.of(ENTER_VOTES), KnelpuntTests::votesByWhoDecides)),
            rule(
                    "G22",
                    POLICY,
                    "Werkwijze RIEC; Wgs 1.7(5), 2.17",
                    "Verlengen kan niet zonder jaarlijkse evaluatie en nieuwe onderbouwing.",
                    "Prolongation is not possible without the yearly evaluation and renewed grounds.",
                    "Leg eerst de evaluatie van deze termijn vast, met het advies om te verlengen.",
                    "Record the evaluation of this term first, with the advice to prolong.",
                    on(PROLONGING, KnelpuntTests::evaluatedThisTerm)),
            rule(
                    "G36",
                    STATUTORY,
                    "Bgs 1.8",
                    "Toets eerst juistheid en kwaliteit en vermeld de onderliggende informatie (artikel 1.8 Bgs).",
                    "Test correctness and quality first and state the underlying information (article 1.8 Bgs).",
                    "Bevestig de toets en noem de informatie waarop het plan rust.",
                    "Confirm the test and name the information that the plan rests on.",
                    on(
                            and(PROPOSING_INTERVENTIONS, EnumSet.of(WRITE_PLAN, RELEASE_TASK_SHEET)),
                            KnelpuntTests::qualityTested),
                    on(EnumSet.of(PROVIDE), ResultTests::qualityTested)),
            rule(
                    "G37",
                    STATUTORY,
                    "Wgs 1.3(4), 2.23(7)",
                    "Deze interventie past niet bij een wettelijke bevoegdheid van {deelnemer}.",
                    "This intervention does not fit a statutory power of {deelnemer}.",
                    "Kies een betrokken deelnemer, met een interventietype en het orgaan dat daarvoor bevoegd is.",
                    "Choose an involved participant, with a type of intervention and the organ that has the power.",
                    on(PROPOSING_INTERVENTIONS, KnelpuntTests::withinOwnPower),
                    on(EXECUTING, KnelpuntTests::movedByWhoExecutes)),
            rule(
                    "G33",
                    STATUTORY,
                    "Wgs 1.7(2), 2.23(8)",
                    "Verstrekking aan een derde kan niet: {wat} ontbreekt.",
                    "Provision to a third party is not possible: {wat} is missing.",
                    "Vul aan wat ontbreekt; bij bezwaar van een deelnemer kan de verstrekking niet doorgaan.",
                    "Supply what is missing; where a participant objects the provision can't go on.",
                    on(EnumSet.of(PROVIDE), ResultTests::thirdPartyMayReceive)),
            rule(
                    "G32",
                    STATUTORY,
                    "Wgs 1.5(4), 1.7(6); Bgs 1.10(3)",
                    "Het resultaat berust mede op gegevens van de Belastingdienst en mag niet aan een private partij (artikel 1.7, zesde lid, Wgs).",
                    "The result rests partly on data of the tax administration and may not go to a private party (article 1.7(6) Wgs).",
                    "Maak het resultaat opnieuw zonder die gegevens.",
                    "Make the result anew without those data.",
                    on(EnumSet.of(PROVIDE), ResultTests::noTaxDataToPrivateInterest)),
            rule(
                    "G35",
                    STATUTORY,
                    "Wgs 1.7(8); Bgs 1.10",
                    "Deze uitwisseling met {verband} valt niet onder artikel 1.10 Bgs.",
                    "This exchange with {verband} does not fall under article 1.10 Bgs.",
                    "Kies een van de vier wijzen van artikel 1.10 Bgs, met instemming van de bronhouders en zonder gegevens onder medisch of jeugdgeheim.",
                    "Choose one of the four ways of article 1.10 Bgs, with the sources' consent and without data under medical or youth-care secrecy.",
                    on(EnumSet.of(PROVIDE), ResultTests::withinTheFourWays)),
            rule(
                    "G38",
                    POLICY,
                    "Wgs 1.7(4), 1.7(5), 1.12; Werkwijze RIEC",
                    "De jaarlijkse terugkoppeling op resultaat {id} is te laat. Lever die eerst aan.",
                    "The yearly feedback on result {id} is overdue. Give it first.",
                    "Laat de ontvanger terugkoppelen wat er met het eerdere resultaat is gedaan.",
                    "Let the recipient give feedback on what was done with the earlier result.",
                    on(EnumSet.of(PROVIDE), ResultTests::noFeedbackOverdue)),
            rule(
                    "G39",
                    STATUTORY,
                    "Wgs 1.8(7); Bgs 1.16(2)",
                    "De maximale bewaartermijn van vijf jaar is bereikt. Verlenging is voor een RIEC niet mogelijk.",
                    "The longest term of five years has been reached. Prolongation is not possible for a RIEC.",
                    "Het gegeven wordt vernietigd. Alleen een wettelijk voorschrift of een rechtsvordering kan dat opschorten: noem welke.",
                    "The datum will be destroyed. Only a legal rule or a legal claim can hold that up: say which.",
                    on(
                            and(LOOKING, SUPPLYING, EnumSet.of(SEE_SIGNAL, SEE_OWN_DATA, PROVIDE)),
                            DataTests::withinItsTerm),
                    on(EnumSet.of(HOLD_DATUM, KEEP_LISTED), DataTests::heldOnAGround)),
            rule(
                    "G40",
                    STATUTORY,
                    "Bgs 1.16(1)",
                    "Het signaal is niet in behandeling genomen; de gegevens worden vernietigd.",
                    "The signal was not taken up; the data will be destroyed.",
                    "Bewaar of gebruik hier niets van; meld een nieuw signaal als er nieuwe waarnemingen zijn.",
                    "Keep or use nothing of this; report a new signal when there are new observations.",
                    on(EnumSet.of(HOLD_DATUM, REUSE_DATUM), DataTests::takenUp)),
            rule(
                    "G46",
                    STATUTORY,
                    "Bgs 1.1, 1.2, 1.3; UAVG 41",
                    "Alleen het contactpunt beslist op dit verzoek, na overleg met de betrokken deelnemers.",
                    "Only the contact point decides on this request, after consulting the participants involved.",
                    "Wacht tot elke betrokken deelnemer heeft geantwoord; weigeren kan alleen op een uitzondering die een deelnemer noemt.",
                    "Wait until every participant involved has answered; refusing is possible only on an exception that a participant states.",
                    on(EnumSet.of(DECIDE_REQUEST), OversightTests::decidedAtTheContactPoint)),
            rule(
                    "G47",
                    STATUTORY,
                    "Wgs 1.8(6); Bgs 1.13",
                    "Deze nieuwe verwerkingswijze is nog niet aan de rechtmatigheidsadviescommissie voorgelegd.",
                    "This new way of processing has not yet been put before the legality advisory committee.",
                    "Verwijs naar het advies van de commissie. Wijkt u af van het advies, leg dan vast waarom en meld dat aan de commissie en de coördinerende FG.",
                    "Refer to the committee's advice. If you deviate from it, record why and report that to the committee and the coordinating FG.",
                    on(EnumSet.of(CHANGE_POLICY), OversightTests::racWasInvolved),
                    on(EnumSet.of(HELP_RECOGNITION, TAKE_RECOGNITION_KEY), OversightTests::racKnowsOfTheHelp),
                    on(EnumSet.of(BEGIN_SWAP), OversightTests::racWasInvolvedInWhatIsNew)),
            rule(
                    "G44",
                    STATUTORY,
                    "Wgs 1.8(4)",
                    "Loggegevens mogen alleen voor controle, beveiliging of een gerechtelijke procedure worden ingezien.",
                    "Log data may be looked at only for checks, security or legal proceedings.",
                    "Kies een van deze doelen en schrijf erbij waarom.",
                    "Choose one of these purposes and write why.",
                    on(EnumSet.of(READ_LOG), OversightTests::logForItsPurpose)));

    private Rules() {}

    /** Every rule in the order of evaluation. */
    public static List<Rule> all() {
        return Stream.of(List.of(LOGGABLE), ACCESS, CONTENT)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether somebody writes a text in this act, in which may be found what has to be confirmed. */
    public static boolean bringsText(Act act) {
        return TELLING.contains(act);
    }

    /** The rule with this id. */
    static Rule named(String id) {
        return all().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    private static Rule.Check on(Set<Act> acts, Rule.Test test) {
        return new Rule.Check(acts, test);
    }

    private static Rule.Check on(Set<Act> acts, Trait trait, Rule.Test test) {
        return new Rule.Check(acts, trait, test);
    }

    @SafeVarargs
    private static Set<Act> and(Set<Act>... sets) {
        return Arrays.stream(sets).flatMap(Set::stream).collect(toActs());
    }

    private static Set<Act> acts(Predicate<Act> which) {
        return Arrays.stream(Act.values()).filter(which).collect(toActs());
    }

    private static Collector<Act, ?, Set<Act>> toActs() {
        return Collectors.toCollection(() -> EnumSet.noneOf(Act.class));
    }

    /** What is no rule of the law but said as one: that an act can't be done as things stand. */
    static Rule outOfOrder(String nl, String en, String remedyNl, String remedyEn) {
        return rule(Finding.STATE, POLICY, "Werkwijze RIEC", nl, en, remedyNl, remedyEn);
    }

    private static Rule rule(
            String id,
            Rule.Kind kind,
            String article,
            String nl,
            String en,
            String remedyNl,
            String remedyEn,
            Rule.Check... checks) {
        return new Rule(
                id, kind, article, LAW_IN_FORCE, null, new Text(nl, en), new Text(remedyNl, remedyEn), List.of(checks));
    }
}
