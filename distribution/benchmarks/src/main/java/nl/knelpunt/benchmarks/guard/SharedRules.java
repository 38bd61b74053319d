package nl.knelpunt.benchmarks.guard;

import static nl.knelpunt.benchmarks.guard.Condition.all;
import static nl.knelpunt.benchmarks.guard.Condition.any;
import static nl.knelpunt.benchmarks.guard.Condition.atMost;
import static nl.knelpunt.benchmarks.guard.Condition.has;
import static nl.knelpunt.benchmarks.guard.Condition.hasAny;
import static nl.knelpunt.benchmarks.guard.Condition.hasNumber;
import static nl.knelpunt.benchmarks.guard.Condition.is;
import static nl.knelpunt.benchmarks.guard.Condition.isNumber;
import static nl.knelpunt.benchmarks.guard.Condition.isTrue;
import static nl.knelpunt.benchmarks.guard.Condition.not;
import static nl.knelpunt.benchmarks.guard.Condition.present;
import static nl.knelpunt.benchmarks.guard.Condition.same;
import static nl.knelpunt.engine.guard.Act.ASK_RECOGNITION;
import static nl.knelpunt.engine.guard.Act.REPORT_SIGNAL;
import static nl.knelpunt.engine.guard.Act.SEE_DATA;
import static nl.knelpunt.engine.guard.Act.SEE_KNELPUNT;
import static nl.knelpunt.engine.guard.Act.SEE_SIGNAL;
import static nl.knelpunt.engine.guard.Act.SHARE_DATUM;
import static nl.knelpunt.engine.guard.Act.VOTE_CLOSURE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.engine.guard.Act;

/** The rules of the guard that all engines can express, on the acts that are put to them, over {@link Attributes}. */
final class SharedRules {

    /** The acts, those that come most first. */
    static final List<Act> ACTS =
            List.of(SEE_DATA, SHARE_DATUM, REPORT_SIGNAL, SEE_SIGNAL, SEE_KNELPUNT, ASK_RECOGNITION, VOTE_CLOSURE);

    /** @param required an act that doesn't meet it is refused */
    record SharedRule(String id, Set<Act> acts, Condition required) {}

    private static final Condition FOR_THE_BUREAU = hasAny("roles", "CASE_DIRECTOR", "ANALYST");
    private static final Condition NOT_OF_TAX = not(is("organ", "BELASTINGDIENST", "DOUANE", "FIOD"));
    private static final Condition INVESTIGATES = is("organ", "POLITIE", "KMAR", "FIOD", "NLA", "NVWA");
    private static final Condition PHASE_ONE = any(isNumber("phase", 1), isNumber("phase", 0));
    private static final String[] PHASE_THREE_CLASSES = {"ARTICLE_9", "ARTICLE_10_1_A", "ARTICLE_10_1_C"};
    private static final String[] NEVER = {"ARTICLE_10_1_B", "ARTICLE_12", "ARTICLE_14"};

    static final List<SharedRule> ALL = List.of(
            rule("G41-role", hasAny("roles", "WORKER", "CASE_DIRECTOR", "ANALYST"), SEE_DATA),
            rule(
                    "G41-role-knelpunt",
                    hasAny("roles", "WORKER", "STEERING_MEMBER", "CASE_DIRECTOR", "ANALYST"),
                    SEE_KNELPUNT),
            rule("G41-role-signal", hasAny("roles", "WORKER", "CASE_DIRECTOR"), SEE_SIGNAL, ASK_RECOGNITION),
            rule("G41-role-worker", hasAny("roles", "WORKER"), SHARE_DATUM, REPORT_SIGNAL),
            rule(
                    "G41-appointed",
                    all(isTrue("active"), isTrue("screened"), atMost("today", "trainedUntil"), present("participant")),
                    ACTS.toArray(Act[]::new)),
            rule("G49", present("secrecyAcknowledged"), ACTS.toArray(Act[]::new)),
            rule("G41-own-draft", all(same("reporter", "participant"), is("signalState", "DRAFT")), REPORT_SIGNAL),
            rule(
                    "G41-need",
                    all(
                            not(is("signalState", "DRAFT")),
                            any(
                                    same("reporter", "participant"),
                                    hasAny("roles", "CASE_DIRECTOR"),
                                    has("recognisedBy", "participant"),
                                    all(is("signalState", "ASKED", "RECOGNISED"), has("openTo", "participant")))),
                    SEE_SIGNAL),
            rule(
                    "G41-need-to-ask",
                    all(
                            not(is("signalState", "DRAFT")),
                            any(same("reporter", "participant"), hasAny("roles", "CASE_DIRECTOR"))),
                    ASK_RECOGNITION),
            rule("G24", any(FOR_THE_BUREAU, has("involved", "participant")), SEE_DATA, SHARE_DATUM, SEE_KNELPUNT),
            rule("G01-G02", present("organs"), SEE_DATA, SHARE_DATUM, REPORT_SIGNAL, SEE_SIGNAL, SEE_KNELPUNT),
            rule(
                    "G01-task",
                    all(has("organs", "organ"), same("organ", "accountOrgan"), has("organTasks", "task")),
                    SHARE_DATUM),
            rule(
                    "G01-task-signal",
                    all(
                            has("organs", "signalOrgan"),
                            same("signalOrgan", "accountOrgan"),
                            has("signalOrganTasks", "signalTask")),
                    REPORT_SIGNAL),
            rule("G23-state", is("state", "DESIGNATED"), SEE_DATA, SHARE_DATUM, VOTE_CLOSURE),
            rule("G21", atMost("today", "termEnd"), SHARE_DATUM),
            rule("G21-read", any(atMost("today", "termEnd"), FOR_THE_BUREAU), SEE_DATA),
            rule(
                    "G08",
                    any(not(is("category", "NATIONALITY")), present("unavoidable")),
                    SEE_DATA,
                    SHARE_DATUM,
                    REPORT_SIGNAL,
                    SEE_SIGNAL),
            rule("G09", not(is("category", "SPECIAL")), SEE_DATA, SHARE_DATUM, REPORT_SIGNAL, SEE_SIGNAL),
            rule("G11", any(not(present("category")), matrix()), SEE_DATA, SHARE_DATUM, REPORT_SIGNAL),
            rule(
                    "G11-class",
                    any(not(is("policeClass", PHASE_THREE_CLASSES)), is("category", "POLICE_9_10")),
                    SEE_DATA,
                    SHARE_DATUM,
                    REPORT_SIGNAL),
            rule("G11-signal", not(is("signalClass", PHASE_THREE_CLASSES)), REPORT_SIGNAL),
            rule("G12", any(not(isNumber("phase", 2)), hasNumber("openPhases", 2)), SEE_DATA, SHARE_DATUM),
            rule(
                    "G13",
                    any(not(isNumber("phase", 3)), all(hasNumber("openPhases", 2), hasNumber("openPhases", 3))),
                    SEE_DATA,
                    SHARE_DATUM),
            rule("G14", circle(), SEE_DATA, SHARE_DATUM, REPORT_SIGNAL),
            rule(
                    "G28",
                    any(
                            not(any(
                                    isTrue("police"),
                                    is("organ", "POLITIE", "KMAR"),
                                    is("category", "POLICE_8_13", "POLICE_9_10"))),
                            all(
                                    present("policeClass", "policeAgreement"),
                                    not(is("policeClass", NEVER)),
                                    any(
                                            not(is("category", "POLICE_8_13")),
                                            is("policeClass", "ARTICLE_8", "ARTICLE_13")),
                                    any(not(is("category", "POLICE_9_10")), is("policeClass", PHASE_THREE_CLASSES)))),
                    SEE_DATA,
                    SHARE_DATUM,
                    REPORT_SIGNAL),
            rule(
                    "G28-signal",
                    any(
                            not(any(isTrue("signalPolice"), is("signalOrgan", "POLITIE", "KMAR"))),
                            all(present("signalClass", "signalAgreement"), not(is("signalClass", NEVER)))),
                    REPORT_SIGNAL),
            rule(
                    "G48",
                    present("category", "field", "supplier", "firstProcessed", "destroyBy", "basis"),
                    SEE_DATA,
                    SHARE_DATUM,
                    REPORT_SIGNAL),
            rule(
                    "G10",
                    any(
                            not(is("category", "SEXUAL_BEHAVIOUR")),
                            all(hasAny("manifestations", "HUMAN_TRAFFICKING"), isTrue("subjectHasCriminalData"))),
                    SHARE_DATUM),
            rule("G15", any(not(is("category", "BSN")), is("subjectKind", "PERSON")), SHARE_DATUM, REPORT_SIGNAL),
            rule(
                    "G29",
                    any(
                            not(any(is("organ", "OM"), is("category", "JUDICIAL"), present("wjsg"))),
                            all(present("wjsg"), is("organ", "OM"))),
                    SEE_DATA,
                    SHARE_DATUM,
                    REPORT_SIGNAL),
            rule("G45", not(present("error")), SEE_DATA),
            rule("G27", any(not(present("veto")), ownDatum()), SEE_DATA),
            rule("G39", atMost("today", "destroyBy"), SEE_DATA, SHARE_DATUM, REPORT_SIGNAL, SEE_SIGNAL),
            rule("G51", has("activeKinds", "supplierKind"), SEE_DATA, SHARE_DATUM, SEE_SIGNAL),
            rule("G51-signal", has("activeKinds", "reporterKind"), REPORT_SIGNAL, ASK_RECOGNITION),
            rule(
                    "G03",
                    all(
                            present("what", "observedBy", "signalTask"),
                            atMost("observedOn", "today"),
                            any(present("description"), present("town"), present("postcode"))),
                    REPORT_SIGNAL),
            rule(
                    "G04",
                    all(
                            present("manifestation"),
                            any(not(is("manifestation", "DESIGNATED")), present("decision", "publication"))),
                    REPORT_SIGNAL),
            rule(
                    "G05",
                    all(
                            present("criterionA", "criterionB", "criterionC", "criterionD", "criterionE"),
                            isTrue("qualityTested")),
                    REPORT_SIGNAL),
            rule("G06", has("municipalities", "municipality"), REPORT_SIGNAL),
            rule("G07", isTrue("lawfullyHeld"), SHARE_DATUM),
            rule("G07-signal", isTrue("signalLawfullyHeld"), REPORT_SIGNAL),
            rule("G02-asked", present("askedOrgans"), ASK_RECOGNITION),
            rule(
                    "G16",
                    all(
                            present("reporterOrgans"),
                            not(same("asked", "reporter")),
                            not(all(
                                    hasAny("askedOrgans", "BELASTINGDIENST", "DOUANE"),
                                    hasAny("reporterOrgans", "BELASTINGDIENST", "DOUANE")))),
                    ASK_RECOGNITION),
            rule("STATE-ask", is("signalState", "REPORTED", "ASKED", "RECOGNISED"), ASK_RECOGNITION),
            rule("G20", all(hasAny("roles", "STEERING_MEMBER"), present("reason")), VOTE_CLOSURE));

    private SharedRules() {}

    private static SharedRule rule(String id, Condition required, Act... acts) {
        return new SharedRule(id, EnumSet.copyOf(List.of(acts)), required);
    }

    static List<SharedRule> on(Act act) {
        return ALL.stream().filter(r -> r.acts().contains(act)).toList();
    }

    private static Condition matrix() {
        return any(
                all(
                        is(
                                "category",
                                "IDENTIFICATION",
                                "CONTACT",
                                "BSN",
                                "HOUSING",
                                "VEHICLE",
                                "CADASTRAL",
                                "COMPANY",
                                "BUSINESS_RELATIONS",
                                "SUPERVISION"),
                        PHASE_ONE),
                all(is("category", "FINANCIAL", "INCOME"), PHASE_ONE, NOT_OF_TAX),
                all(is("category", "RESIDENCE_STATUS"), PHASE_ONE, is("organ", "IND")),
                all(
                        is("category", "PERMITS"),
                        PHASE_ONE,
                        is("organ", "BURGEMEESTER", "COLLEGE", "PROVINCIE", "UWV", "NVWA")),
                all(
                        is("category", "FISCAL"),
                        isNumber("phase", 2),
                        is("organ", "BELASTINGDIENST", "DOUANE", "BURGEMEESTER", "COLLEGE")),
                all(is("category", "POLICE_8_13"), isNumber("phase", 2), INVESTIGATES),
                all(is("category", "JUDICIAL"), isNumber("phase", 2), is("organ", "OM")),
                all(is("category", "SEXUAL_BEHAVIOUR"), isNumber("phase", 2)),
                all(is("category", "POLICE_9_10"), isNumber("phase", 3), INVESTIGATES),
                // Of these G08 and G09 say what is to be said.
                is("category", "NATIONALITY", "SPECIAL"));
    }

    private static Condition ownDatum() {
        return all(same("supplier", "participant"), not(FOR_THE_BUREAU));
    }

    private static Condition circle() {
        return any(
                is("subjectKind", "OBJECT"),
                all(present("subjectKind"), not(present("circleOf")), not(isTrue("subjectIsNew"))),
                all(
                        present("circleOf", "circleReason"),
                        is("circleOfKind", "PERSON", "LEGAL_PERSON"),
                        not(present("circleOfCircleOf"))));
    }
}
