package nl.knelpunt.engine.component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Composition.Block;
import nl.knelpunt.engine.document.Composition.Fact;
import nl.knelpunt.engine.document.Composition.Points;
import nl.knelpunt.engine.document.Composition.Section;
import nl.knelpunt.engine.document.Composition.Table;
import nl.knelpunt.engine.document.Composition.Words;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plan.Intervention;
import nl.knelpunt.engine.plan.Mix;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.port.Transaction;

/** Writes out what a document says, from the records of its knelpunt. */
final class Writer {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final String NONE = "–";

    private final Transaction transaction;
    private final Region region;
    private final Knelpunt knelpunt;
    private final LocalDate today;
    private final UnaryOperator<String> words;
    private final List<Section> sections = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    /** @param words what a reader reads for a text, whose references are still to be filled */
    Writer(Transaction transaction, Facts looking, UnaryOperator<String> words) {
        this.transaction = transaction;
        this.region = looking.region();
        this.knelpunt = looking.knelpunt();
        this.today = looking.today();
        this.words = words;
    }

    /** @param number null for a draft */
    Composition write(Document.Kind kind, String number) {
        if (number != null) {
            fact("Nummer", number);
        }
        fact("Regio", region.name());
        switch (kind) {
            case PROPOSAL -> proposal();
            case DESIGNATION -> decision(decided(Motion.Kind.DESIGNATE, true), 0, "wijst het volgende aan: ");
            case REJECTION -> decision(decided(Motion.Kind.DESIGNATE, false), 0, "wijst het volgende voorstel af: ");
            case PROLONGATION -> prolongation(number == null);
            case CLOSURE -> decision(decided(Motion.Kind.CLOSE, true), 0, "sluit af: ");
            case PLAN -> plan();
            case EVALUATION -> evaluation();
        }
        String activity = knelpunt.activity().label().nl();
        return new Composition(
                kind.label().nl() + " " + activity, filled(knelpunt.proposal().title()), number, facts, sections);
    }

    // What a decision says

    /** Each prolongation has a document of its own; a draft is of the last one. */
    private void prolongation(boolean isDraft) {
        List<Motion> all = decided(Motion.Kind.PROLONG, true);
        int issued = isDraft ? all.size() : transaction.documents().count(knelpunt.id(), Document.Kind.PROLONGATION);
        int one = Math.min(issued, all.size() - 1);
        decision(all.subList(one, one + 1), one + 1, "verlengt de termijn van: ");
    }

    /**
     * @param decided the last of which it tells
     * @param term which one began with it
     */
    private void decision(List<Motion> decided, int term, String verb) {
        Motion motion = decided.get(decided.size() - 1);
        Motion.Kind kind = motion.kind();
        fact("Besluit van", day(motion.concluded()));
        if (motion.outside() != null) {
            fact(
                    "Genomen",
                    "buiten het platform, op " + DAY.format(motion.outside().decided()));
        } else if (motion.conclusion() != null && motion.conclusion().meeting() != null) {
            transaction
                    .meetings()
                    .find(motion.conclusion().meeting())
                    .ifPresent(m -> fact(
                            "Genomen",
                            m.plan().form().label().nl() + " van "
                                    + day(m.plan().starts())));
        }
        if (term < knelpunt.terms().size() && kind != Motion.Kind.CLOSE) {
            Term began = knelpunt.terms().get(term);
            fact("Termijn", DAY.format(began.first()) + " tot en met " + DAY.format(began.last()));
        }
        section(
                "Besluit",
                new Words("De stuurgroep van " + region.name() + " " + verb
                        + knelpunt.activity().label().nl() + " “"
                        + filled(knelpunt.proposal().title()) + "”."));
        if (kind == Motion.Kind.DESIGNATE) {
            object();
            grounds("Gronden", knelpunt.proposal().grounds());
            participants();
            phases();
            goals();
        } else {
            knelpunt.evaluations().stream()
                    .filter(e -> !e.at().isAfter(motion.concluded()))
                    .reduce((a, b) -> b)
                    .ifPresent(this::evaluated);
            if (kind == Motion.Kind.PROLONG) {
                participants();
            }
        }
        votes(motion);
        section(
                "Rechtsgrond",
                new Words(
                        "Artikelen 2.17, 2.18 en 2.23 van de Wet gegevensverwerking door samenwerkingsverbanden; artikel 2.16"
                                + " van het Besluit gegevensverwerking door samenwerkingsverbanden."));
    }

    private List<Motion> decided(Motion.Kind kind, boolean adopted) {
        return knelpunt.motions().stream()
                .filter(m -> m.kind() == kind && !m.isOpen() && m.adopted() == adopted)
                .toList();
    }

    private void votes(Motion motion) {
        List<List<String>> rows = motion.votes().stream()
                .map(v -> List.of(nameOf(v.participant()), choice(v.choice()), capacity(v), filled(v.reason())))
                .toList();
        Motion counted = motion.among(region);
        section(
                "Stemming",
                new Words(counted.count(Motion.Choice.FOR) + " voor, " + counted.count(Motion.Choice.AGAINST)
                        + " tegen, " + counted.count(Motion.Choice.ABSTAIN) + " blanco."),
                new Table("Stemmen per deelnemer", List.of("Deelnemer", "Stem", "Door", "Reden"), rows));
    }

    private String capacity(Motion.Vote vote) {
        return vote.mandate() == null
                ? "het eigen lid"
                : transaction
                        .mandates()
                        .find(vote.mandate())
                        .map(m -> "gemandateerde, " + m.reference())
                        .orElse("gemandateerde");
    }

    private static String choice(Motion.Choice choice) {
        return switch (choice) {
            case FOR -> "voor";
            case AGAINST -> "tegen";
            case ABSTAIN -> "blanco";
        };
    }

    // What is proposed

    private void proposal() {
        fact("Status", knelpunt.state().label().nl());
        object();
        grounds("Gronden", knelpunt.proposal().grounds());
        participants();
        phases();
        goals();
        Proposal proposal = knelpunt.proposal();
        if (proposal.abuse() != null) {
            section(
                    "Misstand",
                    new Table(
                            "Misstand die een scan mogelijk maakt",
                            List.of("Sector of voorziening", "Misstand"),
                            List.of(List.of(
                                    filled(proposal.abuse().sector()),
                                    filled(proposal.abuse().description())))));
        }
        if (isFilled(proposal.displacement())) {
            section("Verplaatsing", new Words(filled(proposal.displacement())));
        }
        section(
                "Signalen",
                new Words("Het voorstel steunt op " + proposal.signals().size() + " gewogen signalen."));
    }

    private void object() {
        Proposal proposal = knelpunt.proposal();
        if (proposal.objectType() != null) {
            fact("Gaat over", proposal.objectType().label().nl());
        }
        List<String> manifestations = proposal.manifestations().stream()
                .sorted()
                .map(Manifestation::label)
                .map(Text::nl)
                .toList();
        section(
                "Omschrijving",
                new Words(filled(proposal.description())),
                manifestations.isEmpty() ? null : new Points(manifestations));
        section(
                "Afbakening",
                new Table(
                        "Wat er wel en niet bij hoort",
                        List.of("Wel", "Niet"),
                        List.of(List.of(
                                filled(proposal.scope().in()),
                                filled(proposal.scope().out())))),
                proposal.scope().branches().isEmpty()
                        ? null
                        : new Words("Branches (SBI): "
                                + String.join(", ", proposal.scope().branches())));
    }

    private void grounds(String heading, Grounds grounds) {
        section(
                heading,
                new Table(
                        "Waarom dit nodig is",
                        List.of("Grond", "Onderbouwing"),
                        List.of(
                                List.of("Handhavingstekort", filled(grounds.deficit())),
                                List.of("Ernst en omvang", filled(grounds.seriousness())),
                                List.of("Noodzaak", filled(grounds.necessity())),
                                List.of("Evenredigheid", filled(grounds.proportionality())),
                                List.of("Subsidiariteit", filled(grounds.subsidiarity())))));
    }

    private void participants() {
        List<List<String>> rows = knelpunt.proposal().involved().stream()
                .map(i -> List.of(nameOf(i.participant()), filled(i.task())))
                .toList();
        section(
                "Betrokken deelnemers",
                new Table("Deelnemers en hun bijdrage", List.of("Deelnemer", "Bijdrage"), rows));
    }

    private void phases() {
        if (!knelpunt.proposal().foreseenPhases().isEmpty()) {
            section(
                    "Voorziene fasen",
                    new Table(
                            "Fasen van gegevensdeling",
                            List.of("Fase", "Waarom"),
                            knelpunt.proposal().foreseenPhases().stream()
                                    .map(p -> List.of(String.valueOf(p.phase()), filled(p.reason())))
                                    .toList()));
        }
    }

    private void goals() {
        List<Goal> goals = knelpunt.proposal().goals();
        if (!goals.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            for (Goal goal : goals) {
                if (goal.indicators().isEmpty()) {
                    rows.add(List.of(filled(goal.text()), NONE, NONE, NONE));
                }
                goal.indicators()
                        .forEach(i -> rows.add(List.of(
                                filled(goal.text()),
                                filled(i.name()),
                                number(i.baseline(), i.unit()),
                                number(i.target(), i.unit()))));
            }
            section(
                    "Doelen",
                    new Table(
                            "Doelen en waaraan dat te zien is",
                            List.of("Doel", "Indicator", "Nu", "Aan het eind"),
                            rows));
        }
    }

    private String number(Double value, String unit) {
        return value == null ? NONE : String.format(DUTCH, "%s %s", plain(value), unit == null ? "" : filled(unit));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value).replace('.', ',');
    }

    // Plan

    private void plan() {
        fact("Stand van", DAY.format(today));
        section("Doel", new Words(filled(knelpunt.plan().goal())));
        goals();
        section("Waarop dit berust", new Words(filled(knelpunt.plan().informationBase())));
        List<Intervention> interventions = transaction.interventions().ofKnelpunt(knelpunt.id());
        for (Mix.Part part : Mix.of(knelpunt.plan(), interventions).parts()) {
            List<Intervention> own = interventions.stream()
                    .filter(i -> i.content().category() == part.category())
                    .toList();
            section(
                    category(part.category()),
                    own.isEmpty()
                            ? new Words(
                                    part.emptyBecause() == null
                                            ? "Hierin is niets voorzien."
                                            : "Hierin is niets voorzien: " + filled(part.emptyBecause()))
                            : interventions(own));
        }
    }

    private Table interventions(List<Intervention> own) {
        return new Table(
                "Interventies",
                List.of("Wat", "Door", "Bevoegdheid", "Tot", "Stand"),
                own.stream()
                        .map(i -> List.of(
                                i.content().name().nl() + ": "
                                        + filled(i.content().description()),
                                nameOf(i.content().participant()),
                                i.content().basis() == null
                                        ? NONE
                                        : i.content().basis().text(),
                                i.planning() == null || i.planning().until() == null
                                        ? NONE
                                        : DAY.format(i.planning().until()),
                                i.state().label().nl()))
                        .toList());
    }

    private static String category(InterventionType.Category category) {
        return switch (category) {
            case REPRESSION -> "Repressie";
            case PREVENTION -> "Preventie";
            case PERSPECTIVE -> "Perspectief";
            case INVESTIGATION -> "Opsporing";
            case RESILIENCE -> "Weerbaarheid";
        };
    }

    // Evaluation

    private void evaluation() {
        Evaluation last = knelpunt.evaluations().get(knelpunt.evaluations().size() - 1);
        fact("Vastgelegd op", day(last.at()));
        evaluated(last);
        goals();
        List<List<String>> outcomes = transaction.interventions().ofKnelpunt(knelpunt.id()).stream()
                .sorted(Comparator.comparing(Intervention::id))
                .flatMap(i -> i.outcomes().stream()
                        .map(o -> List.of(
                                i.content().name().nl(),
                                switch (o.kind()) {
                                    case RESULT -> "resultaat";
                                    case INTENDED_EFFECT -> "bedoeld effect";
                                    case UNINTENDED_EFFECT -> "onbedoeld effect";
                                },
                                o.date() == null ? NONE : DAY.format(o.date()),
                                filled(o.text()))))
                .toList();
        if (!outcomes.isEmpty()) {
            section(
                    "Resultaten en effecten",
                    new Table(
                            "Wat de interventies opleverden", List.of("Interventie", "Soort", "Op", "Wat"), outcomes));
        }
    }

    private void evaluated(Evaluation evaluation) {
        section(
                "Evaluatie",
                new Words(
                        evaluation.goalReached()
                                ? "Het doel is bereikt."
                                : "Het doel is niet of niet helemaal bereikt."),
                new Words(filled(evaluation.findings())),
                new Words(
                        evaluation.recommendation() == Evaluation.Recommendation.PROLONG
                                ? "Advies: verlengen."
                                : "Advies: afsluiten."));
        answers(evaluation.answers());
        if (evaluation.renewedGrounds() != null) {
            grounds("Nieuwe onderbouwing", evaluation.renewedGrounds());
        }
    }

    private void answers(Evaluation.Answers answers) {
        if (!answers.goals().isEmpty()) {
            section(
                    "Per doel",
                    new Table(
                            "In hoeverre elk doel is bereikt",
                            List.of("Doel", "Bereikt", "Gemeten", "Toelichting"),
                            answers.goals().stream().map(this::goalReached).toList()));
        }
        if (!answers.effects().isEmpty()) {
            List<Intervention> planned = transaction.interventions().ofKnelpunt(knelpunt.id());
            section(
                    "Wat interventies teweegbrachten",
                    new Table(
                            "Wat interventies teweegbrachten",
                            List.of("Interventie", "Effect"),
                            answers.effects().stream()
                                    .map(e -> List.of(
                                            planned.stream()
                                                    .filter(i -> i.id().equals(e.intervention()))
                                                    .findFirst()
                                                    .map(i -> i.content().name().nl())
                                                    .orElse(NONE),
                                            filled(e.text())))
                                    .toList()));
        }
        told("Waarheen het zich verplaatste", answers.displacement());
        told("Neveneffecten", answers.sideEffects());
        told("Hoe goed de gegevens zijn", answers.dataQuality());
    }

    private List<String> goalReached(Evaluation.GoalResult result) {
        Goal goal = knelpunt.proposal().goals().stream()
                .filter(g -> g.id().equals(result.goal()))
                .findFirst()
                .orElse(new Goal(result.goal(), null, List.of()));
        List<String> measured = new ArrayList<>();
        for (Goal.Indicator indicator : goal.indicators()) {
            result.measured().stream()
                    .filter(m -> m.indicator().equals(indicator.id()))
                    .forEach(m -> measured.add(filled(indicator.name()) + ": " + number(m.value(), indicator.unit())));
        }
        return List.of(
                filled(goal.text()),
                switch (result.outcome()) {
                    case REACHED -> "ja";
                    case PARTLY -> "deels";
                    case NOT -> "nee";
                },
                measured.isEmpty() ? NONE : String.join("; ", measured),
                filled(result.explanation()));
    }

    private void told(String heading, String text) {
        if (isFilled(text)) {
            section(heading, new Words(filled(text)));
        }
    }

    // Words

    private void section(String heading, Block... blocks) {
        List<Block> there = new ArrayList<>();
        for (Block block : blocks) {
            if (Objects.nonNull(block)) {
                there.add(block);
            }
        }
        sections.add(new Section(heading, there));
    }

    private void fact(String name, String value) {
        facts.add(new Fact(name, value));
    }

    private String filled(String text) {
        return isFilled(text) ? words.apply(text) : NONE;
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    private String nameOf(String id) {
        Participant participant = region.find(id);
        return participant == null ? id : participant.name();
    }

    private static String day(Instant moment) {
        return DAY.format(moment.atZone(Facts.NETHERLANDS));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
