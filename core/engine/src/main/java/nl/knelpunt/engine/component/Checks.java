package nl.knelpunt.engine.component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.ExactIdentifier;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Sbi;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Periods;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.HandlingCode;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.text.Invisible;

/** Sizes and shapes of what callers give, whatever the law says of it. What may be left out may be null here. */
final class Checks {

    /** Characters of a name, title or reference. */
    static final int LINE = 200;
    /** Characters of a question or an answer to it. */
    static final int MESSAGE = 2_000;
    /** Characters of a text. */
    static final int TEXT = 10_000;
    /** Items of a list within one proposal. */
    static final int ITEMS = 500;

    /** Conditions of one intervention. */
    static final int CONDITIONS = 50;

    private static final Text FILL_IN = new Text("Vul dit in.", "Fill this in.");
    /** An order in council is published in the Staatsblad. */
    private static final Pattern DECREE = Pattern.compile("Stb\\. \\d{4}, \\d{1,4}");

    /** Of an indicator. */
    private static final double LARGEST = 1e12;

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;

    private Checks() {}

    /** Of a title, name or reference, which stands in lists beside others. */
    static void line(String field, String value) {
        line(field, value, LINE);
    }

    static void line(String field, String value, int most) {
        text(field, value, most);
        seen(field, value, Invisible.inLine(value));
    }

    static void text(String field, String value, int most) {
        if (value != null && value.length() > most) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit is te lang: hoogstens " + most + " tekens.",
                            "This is too long: at most " + most + " characters."));
        }
        seen(field, value, Invisible.inText(value));
    }

    /** @param unseen where an invisible character stands, or -1 */
    private static void seen(String field, String value, int unseen) {
        if (unseen >= 0) {
            String which = (unseen + 1) + " (" + Invisible.name(value, unseen) + ")";
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit bevat een teken dat niemand ziet en dat andere tekens verbergt of omdraait: teken "
                                    + which + ". Haal het weg, of typ dit stuk opnieuw.",
                            "This holds a character that nobody sees, and that hides others or turns them around: character "
                                    + which + ". Take it out, or type this part again."));
        }
    }

    static void moment(String field, Instant value) {
        date(field, value == null ? null : value.atZone(Facts.NETHERLANDS).toLocalDate());
    }

    /** So that reckoning with it never leaves the calendar. */
    static void date(String field, LocalDate value) {
        if (value != null && (value.getYear() < EARLIEST || value.getYear() > LATEST)) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit jaar kan niet kloppen: " + EARLIEST + " tot en met " + LATEST + ".",
                            "This year can't be right: " + EARLIEST + " to " + LATEST + "."));
        }
    }

    private static void degrees(String field, Double value, int most) {
        // Also what is no number at all.
        if (value != null && !(Math.abs(value) <= most)) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit zijn geen graden: -" + most + " tot en met " + most + ".",
                            "These are no degrees: -" + most + " to " + most + "."));
        }
    }

    static void content(SignalContent content) {
        line("title", content.title());
        line("task", content.task());
        line("manifestationDecision", content.manifestationDecision());
        text("manifestationPublication", content.manifestationPublication(), TEXT);
        Observation observation = content.observation();
        text("observation.what", observation.what(), NewDatum.MOST_CHARACTERS);
        line("observation.observedBy", observation.observedBy());
        date("observation.date", observation.date());
        place(observation.place());
        Criteria criteria = content.criteria();
        text("criteria.indications", criteria.indications(), TEXT);
        text("criteria.manifestation", criteria.manifestation(), TEXT);
        text("criteria.necessity", criteria.necessity(), TEXT);
        text("criteria.jointApproach", criteria.jointApproach(), TEXT);
        text("criteria.region", criteria.region(), TEXT);
        if (content.police() != null) {
            text("police.agreement", content.police().agreement(), TEXT);
        }
        if (content.grading() != null) {
            grading("grading.", content.grading());
        }
    }

    static void grading(String path, Grading grading) {
        Integer information = grading.information();
        if (information != null && (information < 1 || information > Grading.INFORMATION.size())) {
            throw new InvalidException(path + "information", new Text("Kies 1, 2, 3 of 4.", "Choose 1, 2, 3 or 4."));
        }
        text(path + "restriction", grading.restriction(), TEXT);
        if (grading.has(HandlingCode.H3)) {
            filled(path + "restriction", grading.restriction());
        }
    }

    static void observation(Recognition.OwnObservation observation) {
        text("observation.what", observation.what(), NewDatum.MOST_CHARACTERS);
        date("observation.date", observation.date());
        place(observation.place());
        line("observation.task", observation.task());
        line("observation.reference", observation.reference());
    }

    private static void place(Place place) {
        if (place != null) {
            line("observation.place.description", place.description());
            line("observation.place.postcode", place.postcode());
            line("observation.place.town", place.town());
            line("observation.place.municipality", place.municipality());
            degrees("observation.place.longitude", place.longitude(), 180);
            degrees("observation.place.latitude", place.latitude(), 90);
        }
    }

    /** The value of a datum. */
    static void value(String content) {
        if (content == null || content.isBlank()) {
            throw new InvalidException("content", new Text("Vul de waarde in.", "Fill in the value."));
        }
        text("content", content, NewDatum.MOST_CHARACTERS);
    }

    static void phase(int phase) {
        if (phase < 1 || phase > 3) {
            throw new InvalidException("phase", new Text("Kies fase 1, 2 of 3.", "Choose phase 1, 2 or 3."));
        }
    }

    static void datum(NewDatum datum) {
        value(datum.content());
        line("field", datum.field());
        line("task", datum.task());
        text("basis", datum.basis(), TEXT);
        text("unavoidable", datum.unavoidable(), TEXT);
        if ((datum.subject() == null) == (datum.newSubject() == null)) {
            throw new InvalidException(
                    "subject",
                    new Text(
                            "Noem een bekende betrokkene of beschrijf een nieuwe, niet allebei.",
                            "Name a known subject or describe a new one, not both."));
        }
        if (datum.newSubject() != null) {
            if (datum.newSubject().kind() == null) {
                throw new InvalidException(
                        "newSubject.kind",
                        new Text("Kies persoon, rechtspersoon of object.", "Choose person, legal person or object."));
            }
            text("newSubject.circleReason", datum.newSubject().circleReason(), TEXT);
        }
        if (datum.grading() != null) {
            grading("grading.", datum.grading());
        }
        if (datum.police() != null) {
            text("police.agreement", datum.police().agreement(), TEXT);
        }
    }

    static void factors(Assessment.Factors factors) {
        text("purpose", factors.purpose(), TEXT);
        text("type", factors.type(), TEXT);
        text("extent", factors.extent(), TEXT);
        text("weight", factors.weight(), TEXT);
        text("connection", factors.connection(), TEXT);
    }

    static void proposal(Proposal proposal) {
        line("title", proposal.title());
        text("description", proposal.description(), TEXT);
        text("scope.in", proposal.scope().in(), TEXT);
        text("scope.out", proposal.scope().out(), TEXT);
        if (proposal.abuse() != null) {
            line("abuse.sector", proposal.abuse().sector());
            text("abuse.description", proposal.abuse().description(), TEXT);
        }
        grounds("grounds.", proposal.grounds());
        items("signals", proposal.signals());
        items("involved", proposal.involved());
        for (int i = 0; i < proposal.involved().size(); i++) {
            text("involved[" + i + "].task", proposal.involved().get(i).task(), TEXT);
        }
        items("scope.branches", proposal.scope().branches());
        for (int i = 0; i < proposal.foreseenPhases().size(); i++) {
            Proposal.ForeseenPhase foreseen = proposal.foreseenPhases().get(i);
            text("foreseenPhases[" + i + "].reason", foreseen.reason(), TEXT);
            if (foreseen.phase() < 1 || foreseen.phase() > 3) {
                throw new InvalidException(
                        "foreseenPhases[" + i + "].phase", new Text("Kies fase 1, 2 of 3.", "Choose phase 1, 2 or 3."));
            }
        }
        items(
                "foreseenPhases",
                proposal.foreseenPhases().stream()
                        .map(Proposal.ForeseenPhase::phase)
                        .toList(),
                ITEMS);
        items("goals", proposal.goals(), Goal.MOST);
        for (int i = 0; i < proposal.goals().size(); i++) {
            goal("goals[" + i + "].", proposal.goals().get(i));
        }
        text("displacement", proposal.displacement(), TEXT);
    }

    /** Each branch by its code as the CBS writes it. */
    static Scope branches(Scope scope) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < scope.branches().size(); i++) {
            String field = "scope.branches[" + i + "]";
            codes.add(Sbi.code(scope.branches().get(i))
                    .orElseThrow(() -> new InvalidException(
                            field,
                            new Text(
                                    "Dit is geen code van de SBI 2008, zoals 52 of 52.10.",
                                    "This is no code of the SBI 2008, such as 52 or 52.10."))));
        }
        items("scope.branches", codes);
        return scope.withBranches(codes);
    }

    private static void goal(String path, Goal goal) {
        text(path + "text", goal.text(), TEXT);
        items(path + "indicators", goal.indicators(), Goal.MOST_INDICATORS);
        for (int i = 0; i < goal.indicators().size(); i++) {
            Goal.Indicator indicator = goal.indicators().get(i);
            String at = path + "indicators[" + i + "].";
            line(at + "name", indicator.name());
            line(at + "unit", indicator.unit());
            text(at + "method", indicator.method(), TEXT);
            measure(at + "baseline", indicator.baseline());
            measure(at + "target", indicator.target());
        }
    }

    private static void measure(String field, Double value) {
        // Also what is no number at all.
        if (value != null && !(Math.abs(value) <= LARGEST)) {
            throw new InvalidException(
                    field, new Text("Dit getal is te groot om te meten.", "This number is too large to be measured."));
        }
    }

    /** Each for tasks that the law lists for one of its organs. Whether it is a participant at all is for G02 to say. */
    static void tasks(Proposal proposal, Region region) {
        for (int i = 0; i < proposal.involved().size(); i++) {
            Proposal.Involved involved = proposal.involved().get(i);
            Participant participant = region.find(involved.participant());
            if (participant != null) {
                tasks("involved[" + i + "].tasks", involved.tasks(), participant);
            }
        }
    }

    static void tasks(String field, Set<String> tasks, Participant participant) {
        Set<String> possible = participant.organs().stream()
                .flatMap(organ -> organ.tasks().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!possible.containsAll(tasks)) {
            String all = String.join(", ", possible);
            throw new InvalidException(
                    field,
                    new Text(
                            "Kies uit de wettelijke taken van deze deelnemer: " + all + ".",
                            "Choose from the statutory tasks of this participant: " + all + "."));
        }
    }

    static void grounds(String path, Grounds grounds) {
        text(path + "necessity", grounds.necessity(), TEXT);
        text(path + "proportionality", grounds.proportionality(), TEXT);
        text(path + "subsidiarity", grounds.subsidiarity(), TEXT);
        text(path + "deficit", grounds.deficit(), TEXT);
        text(path + "seriousness", grounds.seriousness(), TEXT);
    }

    static void items(String field, List<?> list) {
        items(field, list, ITEMS);
    }

    static void items(String field, List<?> list, int most) {
        if (list.size() > most) {
            throw new InvalidException(
                    field, new Text("Hoogstens " + most + " stuks.", "At most " + most + " of these."));
        }
        if (list.size() != list.stream().distinct().count()) {
            throw new InvalidException(
                    field, new Text("Noem alles hoogstens één keer.", "Name everything at most once."));
        }
    }

    static void provision(Provision.Content content) {
        required("recipient", content.recipient());
        filled("recipient.name", content.recipient().name());
        line("recipient.name", content.recipient().name());
        required("kind", content.kind());
        text("description", content.description(), TEXT);
        text("text", content.text(), TEXT);
        text("informationBase", content.informationBase(), TEXT);
        text("legalBasis", content.legalBasis(), TEXT);
        text("necessity", content.necessity(), TEXT);
        text("task", content.task(), TEXT);
        items("data", content.data());
    }

    static void plan(ActionPlan plan) {
        text("goal", plan.goal(), TEXT);
        text("informationBase", plan.informationBase(), TEXT);
        plan.emptyBecause().forEach((category, reason) -> text("emptyBecause." + category, reason, TEXT));
    }

    static void intervention(Plans.NewIntervention planned) {
        required("participant", planned.participant());
        required("organ", planned.organ());
        required("type", planned.type());
        text("description", planned.description(), TEXT);
        text("publicDescription", planned.publicDescription(), TEXT);
        line("basis", planned.basis());
        line("basisVersion", planned.basisVersion());
        if (planned.basisVersion() != null && planned.basis() == null) {
            throw new InvalidException("basis", FILL_IN);
        }
        if (planned.basis() != null) {
            filled("basis", planned.basis());
            filled("basisVersion", planned.basisVersion());
        }
        text("expectedEffect", planned.expectedEffect(), TEXT);
        text("sideEffect", planned.sideEffect(), TEXT);
        List<String> conditions = planned.conditions() == null ? List.of() : planned.conditions();
        if (conditions.size() > CONDITIONS) {
            throw new InvalidException(
                    "conditions",
                    new Text("Hoogstens " + CONDITIONS + " voorwaarden.", "At most " + CONDITIONS + " conditions."));
        }
        for (int i = 0; i < conditions.size(); i++) {
            filled("conditions[" + i + "]", conditions.get(i));
            text("conditions[" + i + "]", conditions.get(i), TEXT);
        }
        if (planned.barrier() != null) {
            filled("barrier.model", planned.barrier().model());
            line("barrier.model", planned.barrier().model());
            filled("barrier.step", planned.barrier().step());
            line("barrier.step", planned.barrier().step());
        }
        period("from", planned.from(), "until", planned.until());
    }

    /** Either may be open. */
    static void period(String firstField, LocalDate first, String lastField, LocalDate last) {
        date(firstField, first);
        date(lastField, last);
        if (first != null && last != null && last.isBefore(first)) {
            throw new InvalidException(
                    lastField,
                    new Text(
                            "Deze dag ligt voor de eerste dag. Draai de dagen om.",
                            "This day is before the first day. Change their order."));
        }
    }

    static void sheet(TaskSheet.Content content) {
        filled("party", content.party());
        line("party", content.party());
        text("description", content.description(), TEXT);
        filled("asked", content.asked());
        text("asked", content.asked(), TEXT);
        filled("contact", content.contact());
        line("contact", content.contact());
        period("from", content.from(), "until", content.until());
    }

    static void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidException(
                    field,
                    new Text("Kies " + least + " tot en met " + most + ".", "Choose " + least + " to " + most + "."));
        }
    }

    static void identifiers(List<Identifier> identifiers) {
        if (identifiers.isEmpty() || identifiers.size() > RightsRequests.MOST_IDENTIFIERS) {
            throw new InvalidException(
                    "identifiers",
                    new Text(
                            "Geef 1 tot en met " + RightsRequests.MOST_IDENTIFIERS + " kenmerken van de betrokkene.",
                            "Give 1 to " + RightsRequests.MOST_IDENTIFIERS + " identifiers of the data subject."));
        }
        for (int i = 0; i < identifiers.size(); i++) {
            identifier("identifiers[" + i + "].", identifiers.get(i));
        }
    }

    private static void identifier(String path, Identifier identifier) {
        if (!Identifier.CATEGORIES.contains(identifier.category())) {
            throw new InvalidException(
                    path + "category",
                    new Text(
                            "Zoek op BSN, identificerende gegevens of contactgegevens.",
                            "Search by BSN, identifying data or contact data."));
        }
        line(path + "field", identifier.field());
        if (ExactIdentifier.isShared(identifier.field())) {
            throw new InvalidException(
                    path + "field",
                    new Text(
                            "Hierin lijken mensen op elkaar, dus hiermee zoekt u niemand. Geef een BSN, documentnummer, naam, adres,"
                                    + " telefoonnummer of e-mailadres.",
                            "In this people are alike, so nobody is looked up by it. Give a BSN, number of a document, name,"
                                    + " address, telephone number or e-mail address."));
        }
        text(path + "content", identifier.content(), NewDatum.MOST_CHARACTERS);
        if (identifier.isEmpty()) {
            throw new InvalidException(path + "content", FILL_IN);
        }
    }

    /** The policy of these values, or which of them can't be. */
    static Policy policy(Policies.Values values, long version) {
        part("quorum", values.quorum());
        part("majority", values.majority());
        number("draftDays", values.draftDays(), Policy.MOST_DRAFT_DAYS);
        number("recognitions", values.recognitions(), Policy.MOST_RECOGNITIONS);
        required("fiod", values.fiod());
        String decree = blankIsNone(values.automatedAnalysisDecree());
        if (decree != null && !DECREE.matcher(decree).matches()) {
            throw new InvalidException(
                    "automatedAnalysisDecree",
                    new Text(
                            "Noem het Staatsblad van de AMvB, zoals: Stb. 2030, 1.",
                            "Give the Staatsblad of the order in council, such as: Stb. 2030, 1."));
        }
        Set<String> off = values.switchedOff() == null ? Set.of() : values.switchedOff();
        if (!Policy.SWITCHABLE.containsAll(off)) {
            String switchable = Policy.SWITCHABLE.stream().sorted().collect(Collectors.joining(", "));
            throw new InvalidException(
                    "switchedOff",
                    new Text(
                            "Alleen deze regels kunnen uit: " + switchable + ".",
                            "Only these rules can be switched off: " + switchable + "."));
        }
        return new Policy(
                version,
                values.quorum(),
                values.majority(),
                values.draftDays(),
                values.recognitions(),
                values.fiod(),
                decree,
                off,
                periods(values.periods()),
                limits(values.limits()),
                steering(values.steering()),
                help(values.help()));
    }

    /** Off: on what it rests is not among the values. */
    private static Policy.Help help(Policies.HelpValues values) {
        required("recognitionHelp", values);
        required("recognitionHelp.on", values.on());
        number("recognitionHelp.perPerson", values.perPerson(), Policy.Help.MOST_TIMES);
        number("recognitionHelp.perParticipant", values.perParticipant(), Policy.Help.MOST_TIMES);
        number("recognitionHelp.keyDays", values.keyDays(), Policy.Help.MOST_DAYS);
        required("recognitionHelp.overlapDays", values.overlapDays());
        if (values.overlapDays() < 0 || values.overlapDays() > values.keyDays()) {
            throw new InvalidException(
                    "recognitionHelp.overlapDays",
                    new Text(
                            "Kies 0 tot en met het aantal dagen van een sleutel.",
                            "Choose 0 to the number of days of a key."));
        }
        return new Policy.Help(
                null, values.perPerson(), values.perParticipant(), values.keyDays(), values.overlapDays());
    }

    private static Policy.Steering steering(Policies.SteeringValues values) {
        required("steering", values);
        required("steering.leastRepresented", values.leastRepresented());
        required("steering.consensus", values.consensus());
        required("steering.inMeetings", values.inMeetings());
        int most = Policy.Steering.MOST_REPRESENTED;
        if (values.leastRepresented() < 0 || values.leastRepresented() > most) {
            throw new InvalidException(
                    "steering.leastRepresented",
                    new Text("Kies 0 tot en met " + most + ".", "Choose 0 to " + most + "."));
        }
        return new Policy.Steering(values.leastRepresented(), values.consensus(), values.inMeetings());
    }

    private static Policy.Limits limits(Policies.LimitValues values) {
        required("limits", values);
        number("limits.objectionDays", values.objectionDays(), Policy.Limits.MOST_DAYS);
        number("limits.consultationDays", values.consultationDays(), Policy.Limits.MOST_DAYS);
        number("limits.requestDays", values.requestDays(), Policy.Limits.MOST_REQUEST_DAYS);
        number("limits.smallNumber", values.smallNumber(), Policy.Limits.MOST_SMALL);
        number("limits.recognitionDays", values.recognitionDays(), Policy.Limits.MOST_DAYS);
        number("limits.smallestArea", values.smallestArea(), Policy.Limits.MOST_SMALLEST_AREA);
        return new Policy.Limits(
                values.objectionDays(),
                values.consultationDays(),
                values.requestDays(),
                values.smallNumber(),
                values.recognitionDays(),
                values.smallestArea());
    }

    private static Periods periods(Policies.PeriodValues values) {
        required("periods", values);
        required("periods.reminderDays", values.reminderDays());
        if (values.reminderDays().size() > Periods.MOST_REMINDERS) {
            throw new InvalidException(
                    "periods.reminderDays",
                    new Text(
                            "Kies ten hoogste " + Periods.MOST_REMINDERS + " herinneringen.",
                            "Choose at most " + Periods.MOST_REMINDERS + " reminders."));
        }
        for (int i = 0; i < values.reminderDays().size(); i++) {
            number("periods.reminderDays[" + i + "]", values.reminderDays().get(i), Periods.MOST_REMINDER_DAYS);
        }
        number(
                "periods.destroyAfterClosureDays",
                values.destroyAfterClosureDays(),
                Periods.MOST_DESTROY_AFTER_CLOSURE_DAYS);
        number("periods.reviewHoldsMonths", values.reviewHoldsMonths(), Periods.MOST_MONTHS);
        number("periods.evaluateMonths", values.evaluateMonths(), Periods.MOST_MONTHS);
        number("periods.keepBackupsDays", values.keepBackupsDays(), Periods.MOST_KEEP_BACKUPS_DAYS);
        return new Periods(
                values.reminderDays(),
                values.destroyAfterClosureDays(),
                values.reviewHoldsMonths(),
                values.evaluateMonths(),
                values.keepBackupsDays());
    }

    private static String blankIsNone(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void part(String field, Double value) {
        required(field, value);
        if (!(value >= 0 && value < 1)) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Dit is een deel: vanaf 0 en kleiner dan 1, zoals 0.5.",
                            "This is a part: from 0 and less than 1, such as 0.5."));
        }
    }

    private static void number(String field, Integer value, int most) {
        required(field, value);
        if (value < 1 || value > most) {
            throw new InvalidException(field, new Text("Kies 1 tot en met " + most + ".", "Choose 1 to " + most + "."));
        }
    }

    static void limit(int limit) {
        if (limit < 1 || limit > Page.MOST) {
            throw new InvalidException(
                    "limit", new Text("Kies 1 tot en met " + Page.MOST + ".", "Choose 1 to " + Page.MOST + "."));
        }
    }

    static void required(String field, Object value) {
        if (value == null) {
            throw new InvalidException(field, FILL_IN);
        }
    }

    static void filled(String field, String value) {
        required(field, value == null || value.isBlank() ? null : value);
    }

    static void notBefore(String field, LocalDate day, LocalDate first) {
        if (day.isBefore(first)) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Deze dag is te vroeg: kies " + first + " of later.",
                            "This day is too early: choose " + first + " or later."));
        }
    }

    static void notAfter(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new InvalidException(
                    field,
                    new Text(
                            "Deze dag moet nog komen. Vul een dag in die geweest is.",
                            "This day is still to come. Fill in a day that has been."));
        }
    }
}
