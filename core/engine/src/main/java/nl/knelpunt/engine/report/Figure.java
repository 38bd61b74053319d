package nl.knelpunt.engine.report;

import java.util.function.Function;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.RightsRequest;

/** What is counted in a year, and by what it is divided. The constants' names stand in the store. */
public enum Figure {
    SIGNALS_REPORTED(Section.SIGNALS, "gemeld", "reported", Figure::manifestation),
    SIGNALS_RECOGNISED(Section.SIGNALS, "herkend door een andere deelnemer", "recognised by another participant"),
    SIGNALS_TAKEN_UP(Section.SIGNALS, "in behandeling genomen", "taken up"),
    SIGNALS_NOT_TAKEN_UP(Section.SIGNALS, "niet in behandeling genomen en vernietigd", "not taken up and destroyed"),
    SIGNALS_WITHDRAWN(Section.SIGNALS, "ingetrokken en vernietigd", "withdrawn and destroyed"),

    PROPOSED(Section.KNELPUNTEN, "voorgesteld", "proposed", Figure::activity),
    DESIGNATED(Section.KNELPUNTEN, "aangewezen", "designated", Figure::manifestation),
    REJECTED(Section.KNELPUNTEN, "niet aangewezen", "not designated"),
    PROLONGED(Section.KNELPUNTEN, "verlengd", "prolonged"),
    CLOSED(Section.KNELPUNTEN, "afgesloten", "closed"),

    PHASES_OPENED(Section.DATA, "fasen geopend", "phases opened", Figure::phase),
    DATA_SUPPLIED(
            Section.DATA, "gegevens verstrekt door deelnemers", "data supplied by participants", Figure::category),
    DATA_REUSED(Section.DATA, "gegevens hergebruikt in een ander dossier", "data reused in another dossier"),
    DATA_BLOCKED(Section.DATA, "gegevens geblokkeerd door de bronhouder", "data blocked by their supplier"),
    DATA_DOUBTED(Section.DATA, "gegevens als onjuist gemeld", "data reported wrong"),
    DATA_CORRECTED(Section.DATA, "gegevens verbeterd", "data corrected"),
    DATA_DESTROYED(Section.DATA, "gegevens vernietigd", "data destroyed", Figure::destroyed),

    INTERVENTIONS_PLANNED(Section.INTERVENTIONS, "voorgesteld", "proposed", Figure::intervention),
    INTERVENTIONS_DONE(Section.INTERVENTIONS, "uitgevoerd", "carried out", Figure::intervention),
    INTERVENTIONS_STOPPED(Section.INTERVENTIONS, "gestopt", "stopped", Figure::intervention),
    EFFECTS(Section.INTERVENTIONS, "waargenomen effecten", "observed effects", Figure::effect),

    PROVISIONS(Section.RESULTS, "resultaten verstrekt", "results provided", Figure::recipient),
    OBJECTIONS(
            Section.RESULTS,
            "bezwaren van deelnemers tegen een verstrekking",
            "objections of participants to a provision"),
    FEEDBACK(Section.RESULTS, "terugkoppelingen", "feedback given", Figure::followedUp),
    FEEDBACK_OVERDUE(Section.RESULTS, "terugkoppeling te laat bij het opmaken", "feedback overdue when this was made"),

    REQUESTS(Section.RIGHTS, "verzoeken van betrokkenen", "requests of data subjects", Figure::request),
    REQUESTS_DECIDED(Section.RIGHTS, "beslissingen", "decisions", Figure::granted),
    REQUESTS_TERM(Section.RIGHTS, "beslissingen en de termijn", "decisions and the term", Figure::inTime),
    REQUESTS_EXTENDED(Section.RIGHTS, "termijnen verlengd", "terms extended"),

    RAC_ADVICES(Section.OVERSIGHT, "adviezen van de RAC", "advices of the RAC", Figure::advice),
    RAC_TESTS(Section.OVERSIGHT, "verstrekkingen getoetst door de RAC", "provisions tested by the RAC", Figure::lawful),
    RAC_DEVIATIONS(Section.OVERSIGHT, "afwijkingen van een advies van de RAC", "deviations from an advice of the RAC"),
    POLICY_CHANGES(Section.OVERSIGHT, "wijzigingen van het beleid", "changes of the policy");

    /** Of the report, in its order. */
    public enum Section {
        SIGNALS("Signalen", "Signals"),
        KNELPUNTEN("Handhavingsknelpunten, casusoverleggen en scans", "Knelpunten, case consultations and scans"),
        DATA("Gegevens", "Data"),
        INTERVENTIONS("Interventies", "Interventions"),
        RESULTS("Resultaten en terugkoppeling", "Results and feedback"),
        RIGHTS("Rechten van betrokkenen", "Rights of data subjects"),
        OVERSIGHT("Toezicht", "Oversight");

        private final Text label;

        Section(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    private final Section section;
    private final Text label;
    private final Function<String, Text> detail;

    Figure(Section section, String nl, String en) {
        this(section, nl, en, null);
    }

    Figure(Section section, String nl, String en, Function<String, Text> detail) {
        this.section = section;
        this.label = new Text(nl, en);
        this.detail = detail;
    }

    public Section section() {
        return section;
    }

    public Text label() {
        return label;
    }

    /** Whether it is divided into parts. */
    public boolean isDivided() {
        return detail != null;
    }

    /** What a part is called; its code where this version does not know it any more. */
    public Text label(String part) {
        try {
            return detail.apply(part);
        } catch (IllegalArgumentException e) {
            return new Text(part, part);
        }
    }

    private static Text manifestation(String part) {
        return Manifestation.valueOf(part).label();
    }

    private static Text activity(String part) {
        return Activity.valueOf(part).label();
    }

    private static Text category(String part) {
        return DataCategory.valueOf(part).label();
    }

    private static Text recipient(String part) {
        return Recipient.Type.valueOf(part).label();
    }

    private static Text request(String part) {
        return RightsRequest.Kind.valueOf(part).label();
    }

    private static Text advice(String part) {
        return RacAdvice.Outcome.valueOf(part).label();
    }

    private static Text phase(String part) {
        return new Text("fase " + part, "phase " + part);
    }

    private static Text destroyed(String part) {
        return switch (part) {
            case "TERM" -> new Text("aan het einde van de termijn", "at the end of the term");
            case "LIST" -> new Text("volgens een vernietigingslijst", "by a destruction list");
            case "REQUEST" -> new Text("op verzoek van de betrokkene", "at the data subject's request");
            default -> new Text("door de bronhouder", "by their supplier");
        };
    }

    private static Text intervention(String part) {
        return switch (part) {
            case "REPRESSION" -> new Text("repressie", "repression");
            case "PREVENTION" -> new Text("preventie", "prevention");
            case "PERSPECTIVE" -> new Text("perspectief", "perspective");
            case "INVESTIGATION" -> new Text("opsporing", "investigation");
            case "RESILIENCE" -> new Text("weerbaarheid", "resilience");
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static Text effect(String part) {
        return part.equals("INTENDED_EFFECT")
                ? new Text("beoogd", "intended")
                : part.equals("UNINTENDED_EFFECT") ? new Text("niet beoogd", "not intended") : new Text(part, part);
    }

    private static Text followedUp(String part) {
        return yes(part) ? new Text("opgevolgd", "followed up") : new Text("niet opgevolgd", "not followed up");
    }

    private static Text granted(String part) {
        return yes(part) ? new Text("toegewezen", "granted") : new Text("afgewezen", "refused");
    }

    private static Text inTime(String part) {
        return yes(part) ? new Text("binnen de termijn", "in time") : new Text("te laat", "late");
    }

    private static Text lawful(String part) {
        return yes(part) ? new Text("rechtmatig", "lawful") : new Text("niet rechtmatig", "not lawful");
    }

    private static boolean yes(String part) {
        return part.equals("true");
    }
}
