package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.dossier.Abuse;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheet;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.text.Kind;

/**
 * The free texts that an act brings in: titles, observations, reasons, notes, and whatever else may hold any words. In names and
 * numbers in fields of their own only a BSN is out of place.
 */
final class Texts {

    /**
     * @param field path of the text
     * @param text never blank
     * @param kinds of find that do not belong in it
     */
    record Said(String field, String text, Set<Kind> kinds) {}

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    /** Values that are names: of people, firms, places. */
    private static final Set<String> NAMES = Set.of(
            "naam",
            "voornaam",
            "voornamen",
            "achternaam",
            "geslachtsnaam",
            "voorvoegsel",
            "tussenvoegsel",
            "alias",
            "handelsnaam",
            "adres",
            "straat",
            "woonplaats",
            "geboorteplaats");

    /** A name may be "Duits" and a vehicle has a plate, but a BSN is a datum of its own, or it is shown unmasked. */
    private static final Set<Kind> IN_A_NAME = EnumSet.of(Kind.BSN);

    private static final Set<Kind> IN_ANOTHER_VALUE = EnumSet.of(Kind.BSN, Kind.NATIONALITY, Kind.SPECIAL);

    /** What is said of a nationality names it. */
    private static final Set<Kind> OF_A_NATIONALITY = EnumSet.complementOf(EnumSet.of(Kind.NATIONALITY));

    private static final Set<Kind> NOT_A_TELEPHONE = EnumSet.complementOf(EnumSet.of(Kind.TELEPHONE));

    private static final Set<Act> SUPPLYING = EnumSet.of(
            Act.ADD_DRAFT_DATUM, Act.REPORT_SIGNAL, Act.SHARE_DATUM, Act.CORRECT_DATUM, Act.PROPOSE_CORRECTION);

    /** Only the value is new. */
    private static final Set<Act> CORRECTING = EnumSet.of(Act.CORRECT_DATUM, Act.PROPOSE_CORRECTION);

    /** Of these the value is what it is: a name, a number, an address. */
    private static final Set<DataCategory> VALUES = EnumSet.of(
            DataCategory.IDENTIFICATION,
            DataCategory.CONTACT,
            DataCategory.BSN,
            DataCategory.VEHICLE,
            DataCategory.CADASTRAL,
            DataCategory.COMPANY,
            DataCategory.NATIONALITY,
            DataCategory.SPECIAL);

    /** What is said of a datum goes when the datum goes; and a datum is no text. */
    private static final Set<Act> GOES_WITH_ITS_DATUM = EnumSet.of(
            Act.SHARE_DATUM,
            Act.CORRECT_DATUM,
            Act.GRADE_DATUM,
            Act.REUSE_DATUM,
            Act.REVEAL_BSN,
            Act.BLOCK_DATUM,
            Act.REPORT_ERROR,
            Act.HOLD_DATUM);

    private static final SignalContent EMPTY = SignalContent.draft(null);

    private final List<Said> said = new ArrayList<>();

    private Texts() {}

    /** Whether the texts of the act stay with a knelpunt or a meeting, so that they name persons only by reference. */
    static boolean nameByReference(Facts facts) {
        return (facts.knelpunt() != null
                        || facts.asked() instanceof Asked.Proposing
                        || facts.papers().meeting() != null)
                && !GOES_WITH_ITS_DATUM.contains(facts.act());
    }

    /** What stands in a knelpunt itself: its proposal, votes, decisions, plan and evaluations. */
    static List<String> standingIn(Knelpunt knelpunt) {
        Texts texts = new Texts();
        texts.proposal(knelpunt.proposal());
        knelpunt.motions().forEach(m -> m.votes().forEach(v -> texts.add("reason", v.reason())));
        knelpunt.phases().forEach(p -> texts.add("necessity", p.necessity()));
        texts.plan(knelpunt.plan());
        knelpunt.evaluations().forEach(e -> {
            texts.add("findings", e.findings());
            texts.grounds("renewedGrounds.", e.renewedGrounds());
            if (e.answers() != null) {
                texts.evaluation(e.answers());
            }
        });
        return texts.said.stream().map(Said::text).toList();
    }

    /** What is new. */
    static List<Said> of(Facts facts) {
        return of(facts, facts.signal() == null ? EMPTY : facts.signal().content());
    }

    /** Also what stands in a draft already: its writer may confirm that too. */
    static List<Said> whole(Facts facts) {
        return of(facts, EMPTY);
    }

    private static List<Said> of(Facts facts, SignalContent before) {
        Texts texts = new Texts();
        texts.asked(facts, before);
        if (facts.act() == Act.REPORT_SIGNAL && facts.signal() != null) {
            texts.content(facts.signal().content(), EMPTY);
        }
        if (SUPPLYING.contains(facts.act())) {
            for (Datum datum : facts.data()) {
                texts.value(datum);
                if (!CORRECTING.contains(facts.act())) {
                    texts.source(datum);
                }
            }
        }
        return texts.said;
    }

    private void asked(Facts facts, SignalContent before) {
        Asked asked = facts.asked();
        if (asked instanceof Asked.Drafting drafting) {
            content(drafting.content(), EMPTY);
        } else if (asked instanceof Asked.Completing completing && facts.signal() != null) {
            // What was there already is looked at when it is reported.
            content(completing.content(), before);
        } else if (asked instanceof Asked.Recognising recognising && recognising.observation() != null) {
            add("observation.what", recognising.observation().what());
            place(recognising.observation().place(), null);
            add("observation.reference", recognising.observation().reference());
        } else if (asked instanceof Asked.Regrading regrading) {
            add("restriction", restriction(regrading.grading()));
        } else if (asked instanceof Asked.About about && about.newSubject() != null) {
            add("newSubject.circleReason", about.newSubject().circleReason());
        } else if (asked instanceof Asked.Weighing weighing) {
            factors(weighing.factors());
        } else if (asked instanceof Asked.Deciding deciding) {
            add("reason", deciding.reason());
        } else if (asked instanceof Asked.OnItem on) {
            add("reason", on.reason());
        } else if (asked instanceof Asked.Entering entering) {
            for (int i = 0; i < entering.votes().size(); i++) {
                add("votes[" + i + "].reason", entering.votes().get(i).reason());
            }
        } else if (asked instanceof Asked.Stating stating) {
            stating.texts().forEach(this::add);
        } else if (asked instanceof Asked.OnAgenda agenda) {
            agenda.texts().forEach(this::add);
        } else if (asked instanceof Asked.Mandating mandating) {
            add("reference", mandating.reference());
        } else if (asked instanceof Asked.Proposing proposing) {
            proposal(proposing.proposal());
        } else if (asked instanceof Asked.Involving involving) {
            add("task", involving.task());
            add("reason", involving.reason());
        } else if (asked instanceof Asked.Opening opening) {
            add("necessity", opening.necessity());
        } else if (asked instanceof Asked.Planning planning) {
            plan(planning.plan());
        } else if (asked instanceof Asked.Intervening intervening) {
            intervention(intervening.intervention());
        } else if (asked instanceof Asked.CarryingOut carryingOut) {
            add("report", carryingOut.report());
            add("effect", carryingOut.effect());
        } else if (asked instanceof Asked.Releasing releasing) {
            sheet(releasing.content());
        } else if (asked instanceof Asked.Evaluating evaluating) {
            add("findings", evaluating.findings());
            grounds("renewedGrounds.", evaluating.renewedGrounds());
            evaluation(evaluating.answers());
        } else if (asked instanceof Asked.Marking marking) {
            add(marking.field(), marking.text());
        } else if (asked instanceof Asked.Holding holding) {
            add("reason", holding.reason());
        } else if (asked instanceof Asked.Reusing reusing) {
            add("necessity", reusing.necessity());
        } else if (asked instanceof Asked.Changing changing) {
            add("deviation", changing.deviation());
        } else if (asked instanceof Asked.Revealing revealing) {
            add("necessity", revealing.necessity());
        } else if (asked instanceof Asked.ReadingLog reading) {
            add("reason", reading.reason());
        } else if (asked instanceof Asked.Preparing preparing) {
            provision(preparing.content(), facts.papers().provision());
        } else if (asked instanceof Asked.ReportingClosure reporting) {
            closing(reporting);
        } else if (asked instanceof Asked.Saying saying) {
            add(saying.field(), saying.text());
        } else if (asked instanceof Asked.Writing writing) {
            writing.sections().byField().forEach((field, text) -> add("sections." + field, text));
        } else if (asked instanceof Asked.Taking taking) {
            model(taking.model());
        } else if (asked instanceof Asked.Answering answering) {
            add("text", answering.decision().text());
        }
    }

    private void content(SignalContent content, SignalContent before) {
        added("title", content.title(), before.title());
        added(
                "observation.what",
                content.observation().what(),
                before.observation().what());
        added(
                "observation.observedBy",
                content.observation().observedBy(),
                before.observation().observedBy());
        place(content.observation().place(), before.observation().place());
        added("manifestationDecision", content.manifestationDecision(), before.manifestationDecision());
        added("manifestationPublication", content.manifestationPublication(), before.manifestationPublication());
        added("police.agreement", agreement(content.police()), agreement(before.police()));
        added("grading.restriction", restriction(content.grading()), restriction(before.grading()));
        Criteria criteria = content.criteria();
        Criteria old = before.criteria();
        added("criteria.indications", criteria.indications(), old.indications());
        added("criteria.manifestation", criteria.manifestation(), old.manifestation());
        added("criteria.necessity", criteria.necessity(), old.necessity());
        added("criteria.jointApproach", criteria.jointApproach(), old.jointApproach());
        added("criteria.region", criteria.region(), old.region());
    }

    private static String restriction(Grading grading) {
        return grading == null ? null : grading.restriction();
    }

    private void place(Place place, Place before) {
        added("observation.place.description", of(place, Place::description), of(before, Place::description));
        added("observation.place.postcode", of(place, Place::postcode), of(before, Place::postcode));
        added("observation.place.town", of(place, Place::town), of(before, Place::town));
        added("observation.place.municipality", of(place, Place::municipality), of(before, Place::municipality));
    }

    private static <T> String of(T whole, Function<T, String> part) {
        return whole == null ? null : part.apply(whole);
    }

    private static String agreement(PoliceBasis police) {
        return police == null ? null : police.agreement();
    }

    private void value(Datum datum) {
        if (!VALUES.contains(datum.category())) {
            add("content", datum.content());
        } else if (datum.category() != DataCategory.BSN) {
            add("content", datum.content(), kindsInValue(datum));
        }
    }

    private static Set<Kind> kindsInValue(Datum datum) {
        if (datum.category() == DataCategory.NATIONALITY) {
            return OF_A_NATIONALITY;
        }
        boolean isName =
                datum.field() != null && NAMES.contains(datum.field().strip().toLowerCase(Locale.ROOT));
        return isName ? IN_A_NAME : IN_ANOTHER_VALUE;
    }

    /** What its supplier says of a datum. */
    private void source(Datum datum) {
        Set<Kind> kinds = datum.category() == DataCategory.NATIONALITY ? OF_A_NATIONALITY : ALL;
        add("field", datum.field(), kinds);
        add("basis", datum.source().basis(), kinds);
        add("police.agreement", agreement(datum.source().police()), kinds);
        add("grading.restriction", restriction(datum.source().grading()), kinds);
        add("unavoidable", datum.source().unavoidable(), kinds);
        BibobBasis bibob = datum.source().bibob();
        add("bibob.how", bibob == null ? null : bibob.how(), kinds);
    }

    private void factors(Assessment.Factors factors) {
        add("purpose", factors.purpose());
        add("type", factors.type());
        add("extent", factors.extent());
        add("weight", factors.weight());
        add("connection", factors.connection());
    }

    private void proposal(Proposal proposal) {
        add("title", proposal.title());
        add("description", proposal.description());
        add("scope.in", proposal.scope().in());
        add("scope.out", proposal.scope().out());
        grounds("grounds.", proposal.grounds());
        Abuse abuse = proposal.abuse();
        if (abuse != null) {
            add("abuse.sector", abuse.sector());
            add("abuse.description", abuse.description());
        }
        for (int i = 0; i < proposal.involved().size(); i++) {
            add("involved[" + i + "].task", proposal.involved().get(i).task());
        }
        for (int i = 0; i < proposal.foreseenPhases().size(); i++) {
            add(
                    "foreseenPhases[" + i + "].reason",
                    proposal.foreseenPhases().get(i).reason());
        }
        for (int i = 0; i < proposal.goals().size(); i++) {
            goal("goals[" + i + "].", proposal.goals().get(i));
        }
        add("displacement", proposal.displacement());
    }

    private void goal(String path, Goal goal) {
        add(path + "text", goal.text());
        for (int i = 0; i < goal.indicators().size(); i++) {
            Goal.Indicator indicator = goal.indicators().get(i);
            String at = path + "indicators[" + i + "].";
            add(at + "name", indicator.name());
            add(at + "unit", indicator.unit());
            add(at + "method", indicator.method());
        }
    }

    private void grounds(String path, Grounds grounds) {
        if (grounds != null) {
            add(path + "necessity", grounds.necessity());
            add(path + "proportionality", grounds.proportionality());
            add(path + "subsidiarity", grounds.subsidiarity());
            add(path + "deficit", grounds.deficit());
            add(path + "seriousness", grounds.seriousness());
        }
    }

    private void evaluation(Evaluation.Answers answers) {
        for (int i = 0; i < answers.goals().size(); i++) {
            add("goals[" + i + "].explanation", answers.goals().get(i).explanation());
        }
        for (int i = 0; i < answers.effects().size(); i++) {
            add("effects[" + i + "].text", answers.effects().get(i).text());
        }
        add("displacement", answers.displacement());
        add("sideEffects", answers.sideEffects());
        add("dataQuality", answers.dataQuality());
    }

    private void closing(Asked.ReportingClosure report) {
        add("summary", report.summary());
        for (int i = 0; i < report.waived().size(); i++) {
            add("waived[" + i + "].reason", report.waived().get(i).reason());
        }
        for (int i = 0; i < report.lessons().size(); i++) {
            add("lessons[" + i + "].text", report.lessons().get(i).text());
            add("lessons[" + i + "].barrierStep", report.lessons().get(i).barrierStep());
        }
    }

    private void plan(ActionPlan plan) {
        add("goal", plan.goal());
        add("informationBase", plan.informationBase());
        for (InterventionType.Category category : InterventionType.Category.values()) {
            add("emptyBecause." + category, plan.emptyBecause().get(category));
        }
    }

    private void intervention(Plans.NewIntervention intervention) {
        add("description", intervention.description());
        add("publicDescription", intervention.publicDescription());
        add("basis", intervention.basis());
        add("basisVersion", intervention.basisVersion());
        add("expectedEffect", intervention.expectedEffect());
        add("sideEffect", intervention.sideEffect());
        List<String> conditions = intervention.conditions() == null ? List.of() : intervention.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            add("conditions[" + i + "]", conditions.get(i));
        }
    }

    private void sheet(TaskSheet.Content content) {
        add("party", content.party());
        add("description", content.description());
        add("asked", content.asked());
        // Whom to call is a telephone number on purpose.
        add("contact", content.contact(), NOT_A_TELEPHONE);
    }

    /** @param before null when it is new */
    private void provision(Provision.Content content, Provision before) {
        Provision.Content old = before == null ? null : before.content();
        added(
                "recipient.name",
                content.recipient().name(),
                old == null ? null : old.recipient().name());
        added("description", content.description(), of(old, Provision.Content::description));
        added("text", content.text(), of(old, Provision.Content::text));
        added("informationBase", content.informationBase(), of(old, Provision.Content::informationBase));
        added("legalBasis", content.legalBasis(), of(old, Provision.Content::legalBasis));
        added("necessity", content.necessity(), of(old, Provision.Content::necessity));
        added("task", content.task(), of(old, Provision.Content::task));
    }

    private void model(BarrierModel model) {
        add("name", model.name());
        add("source", model.source());
        for (int i = 0; i < model.steps().size(); i++) {
            String path = "steps[" + i + "].";
            BarrierModel.Step step = model.steps().get(i);
            add(path + "name", step.name());
            each(path + "occasions", step.occasions());
            each(path + "signals", step.signals());
            each(
                    path + "providers",
                    step.providers().stream().map(BarrierModel.Provider::who).toList());
            each(path + "partners", step.partners());
            each(
                    path + "barriers",
                    step.barriers().stream().map(BarrierModel.Barrier::how).toList());
        }
    }

    private void each(String path, List<Text> texts) {
        for (int i = 0; i < texts.size(); i++) {
            add(path + "[" + i + "]", texts.get(i));
        }
    }

    private void add(String path, Text text) {
        if (text != null) {
            add(path + ".nl", text.nl());
            add(path + ".en", text.en());
        }
    }

    private void added(String field, String text, String before) {
        if (!Objects.equals(text, before)) {
            add(field, text);
        }
    }

    private void add(String field, String text) {
        add(field, text, ALL);
    }

    private void add(String field, String text, Set<Kind> kinds) {
        if (text != null && !text.isBlank()) {
            said.add(new Said(field, text, kinds));
        }
    }
}
