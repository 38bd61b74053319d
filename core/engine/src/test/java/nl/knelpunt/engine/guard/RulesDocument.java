package nl.knelpunt.engine.guard;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Organ;

/** The rules, the matrix, the obligations and the acts as a page for people, made of the code and nothing else. */
final class RulesDocument {

    private static final Set<Act> ALL = EnumSet.allOf(Act.class);

    private final Locale language;
    private final StringBuilder page = new StringBuilder();

    private RulesDocument(Locale language) {
        this.language = language;
    }

    static String in(Locale language) {
        return new RulesDocument(language).write();
    }

    private String say(String nl, String en) {
        return new Text(nl, en).in(language);
    }

    private String write() {
        boolean dutch = language.getLanguage().equals("nl");
        line(say("# De regels van de Wgs-wacht", "# The rules of the Wgs guard"));
        line("");
        line(dutch ? "[English](rules.en.md)" : "[Nederlands](rules.md)");
        line("");
        line(
                say(
                        "Gemaakt uit de code; de build faalt als deze pagina iets anders zegt. Versie " + Rules.VERSION
                                + ", voor het laatst naast de wet gelegd op " + Rules.DATE
                                + ". **Geen jurist heeft de regels nog getoetst.** Wat op uw installatie geldt, met haar beleid en"
                                + " met de [regels van de modules](sector-rules.md), zeggen `knelpunt rules` en `GET /v1/rules`.",
                        "Made of the code; the build fails when this page says anything else. Version " + Rules.VERSION
                                + ", last held against the law on " + Rules.DATE
                                + ". **No jurist has checked the rules yet.** What holds on your installation, with its policy and"
                                + " with the [rules of the modules](sector-rules.md), is told by `knelpunt rules` and `GET /v1/rules`."));
        rules();
        matrix();
        fiod();
        obligations();
        acts();
        return page.toString();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private void title(String nl, String en) {
        line("");
        line("## " + say(nl, en));
        line("");
    }

    private void row(List<String> cells) {
        line(cells.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void head(String... cells) {
        row(List.of(cells));
        line("|" + "---|".repeat(cells.length));
    }

    // Rules

    private void rules() {
        title("Regels", "Rules");
        line(say(
                "In de volgorde waarin de wacht ze langsgaat. Wie " + accessRules()
                        + " overtreedt, hoort die regel alleen: hij mag niet weten wat er is. Anders noemt een weigering alle"
                        + " regels die zijn overtreden. Wat tussen accolades staat, wordt in een weigering ingevuld. Een regel"
                        + " van de *werkwijze* staat niet in de wet; staat er \"kan uit\" bij, dan mag een RIEC zonder (G47).",
                "In the order in which the guard goes through them. Who breaks " + accessRules()
                        + " hears that rule alone: they may not know what there is. Otherwise a refusal names all rules that are"
                        + " broken. What stands between braces is filled in a refusal. A rule of the *working method* is not in"
                        + " the law; where \"can be off\" stands beside it, a RIEC may do without (G47)."));
        line("");
        head(
                say("regel", "rule"),
                say("soort", "kind"),
                say("grond", "ground"),
                say("wat de wacht zegt", "what the guard says"),
                say("wat u kunt doen", "what you can do"),
                say("bij", "at"));
        for (Rule rule : Rules.all()) {
            row(List.of(
                    rule.id(),
                    kind(rule),
                    rule.article(),
                    rule.message().in(language),
                    rule.remedy().in(language),
                    rule.acts().isEmpty()
                            ? say("elke handeling; de poort zegt het", "every act; the gate says it")
                            : at(rule.acts())));
        }
    }

    private String accessRules() {
        List<String> ids = Rules.ACCESS.stream().map(Rule::id).toList();
        return String.join(", ", ids.subList(0, ids.size() - 1)) + say(" of ", " or ") + ids.get(ids.size() - 1);
    }

    private String kind(Rule rule) {
        String kind = rule.kind() == Rule.Kind.STATUTORY ? say("wet", "law") : say("werkwijze", "working method");
        return Policy.SWITCHABLE.contains(rule.id()) ? kind + say(", kan uit", ", can be off") : kind;
    }

    /** A moment where a rule looks at all of its acts, else the acts. */
    private String at(Set<Act> acts) {
        if (acts.equals(ALL)) {
            return say("elke handeling", "every act");
        }
        Set<Act.Concerns> about = Arrays.stream(Act.Concerns.values())
                .filter(c -> ALL.stream().filter(a -> a.concerns() == c).allMatch(acts::contains))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.Concerns.class)));
        if (acts.stream().allMatch(a -> about.contains(a.concerns()))) {
            return say("elke handeling aan: ", "every act on: ") + labels(about, this::label);
        }
        Set<Moment> without = EnumSet.noneOf(Moment.class);
        ALL.stream().filter(a -> !acts.contains(a)).map(Act::moment).forEach(without::add);
        Set<Act> rest = ALL.stream().filter(a -> without.contains(a.moment())).collect(Collectors.toSet());
        if (without.size() <= 2 && rest.stream().noneMatch(acts::contains)) {
            return say("elke handeling, behalve: ", "every act, except: ") + labels(without, Moment::label);
        }
        return Arrays.stream(Moment.values())
                .map(m -> at(m, acts))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private Text label(Act.Concerns concerns) {
        return switch (concerns) {
            case PLATFORM -> new Text("het platform", "the platform");
            case PARTICIPANT -> new Text("een deelnemer", "a participant");
            case SIGNAL -> new Text("een signaal", "a signal");
            case KNELPUNT -> new Text("een handhavingsknelpunt", "a knelpunt");
            case INTERVENTION -> new Text("een interventie", "an intervention");
            case CASE_MEETING -> new Text("een bijeenkomst van een casusoverleg", "a meeting of a case consultation");
            case PROVISION -> new Text("een verstrekking", "a provision");
            case REQUEST -> new Text("een verzoek", "a request");
            case DESTRUCTION -> new Text("een vernietigingslijst", "a destruction list");
            case DATA_REQUEST -> new Text("een informatieverzoek", "a request for data");
            case CORRECTION -> new Text("een voorstel tot verbetering", "a proposal to correct");
            case NOTICE -> new Text("een kennisgeving", "a notice");
            case ANALYSIS -> new Text("een analyse", "an analysis");
            case MEETING -> new Text("een vergadering", "a meeting");
            case RAC_REQUEST -> new Text("een vraag aan de RAC", "a question to the RAC");
        };
    }

    private String at(Moment moment, Set<Act> acts) {
        Set<Act> all = ALL.stream().filter(a -> a.moment() == moment).collect(toActs());
        Set<Act> some = acts.stream().filter(a -> a.moment() == moment).collect(toActs());
        return some.equals(all) && all.size() > 1
                ? say("alles bij ", "all of ") + moment.label().in(language)
                : labels(some, Act::label);
    }

    private static Collector<Act, ?, Set<Act>> toActs() {
        return Collectors.toCollection(() -> EnumSet.noneOf(Act.class));
    }

    private <T> String labels(Collection<T> of, Function<T, Text> label) {
        return of.stream().map(t -> label.apply(t).in(language)).collect(Collectors.joining(", "));
    }

    // Matrix

    private void matrix() {
        title("Wie verstrekt wat in welke fase", "Who supplies what in which phase");
        line(say(
                "De tabel van artikel 2.15 Bgs (Wgs 2.22 en 2.23, zesde lid). Een cijfer is de fase waarin dat orgaan die"
                        + " categorie mag verstrekken. In een signaal past wat in fase 1 mag. Fase 2 en 3 vragen elk een eigen"
                        + " besluit, en fase 3 kan nooit bij een scan.",
                "The table of article 2.15 Bgs (Wgs 2.22 and 2.23(6)). A figure is the phase in which that organ may supply that"
                        + " category. A signal holds what phase 1 allows. Phases 2 and 3 each need a decision of their own, and"
                        + " phase 3 is never possible for a scan."));
        line("");
        head(Stream.concat(
                        Stream.of(say("categorie", "category")),
                        Arrays.stream(Organ.values()).map(o -> o == Organ.FIOD ? o + "*" : o.name()))
                .toArray(String[]::new));
        for (var category : DataCategory.values()) {
            row(Stream.concat(
                            Stream.of(category.label().in(language)),
                            Arrays.stream(Organ.values()).map(o -> phase(category, o, Policy.DEFAULT)))
                    .toList());
        }
        line("");
        line(say("\\* Zoals een RIEC de wet leest, zie hierna.", "\\* As a RIEC reads the law, see below."));
    }

    private static String phase(DataCategory category, Organ organ, Policy policy) {
        for (int phase = 1; phase <= 3; phase++) {
            if (PhaseMatrix.allows(category, organ, phase, policy)) {
                return String.valueOf(phase);
            }
        }
        return "–";
    }

    private void fiod() {
        line("");
        line(say(
                "Of de FIOD een deel van de rijksbelastingdienst is, zegt de wet niet duidelijk. Het beleid van het RIEC kiest"
                        + " (`fiod`); zonder keuze geldt `" + Policy.DEFAULT.fiod() + "`.",
                "Whether the FIOD is a part of the rijksbelastingdienst the law does not say clearly. The policy of the RIEC"
                        + " chooses (`fiod`); without a choice `" + Policy.DEFAULT.fiod() + "` holds."));
        line("");
        var categories = Arrays.stream(DataCategory.values())
                .filter(c -> Arrays.stream(Policy.Fiod.values())
                                .map(f -> phase(c, Organ.FIOD, reading(f)))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        head(Stream.concat(
                        Stream.of("`fiod`"),
                        categories.stream().map(c -> c.label().in(language)))
                .toArray(String[]::new));
        for (Policy.Fiod fiod : Policy.Fiod.values()) {
            row(Stream.concat(
                            Stream.of("`" + fiod + "`"),
                            categories.stream().map(c -> phase(c, Organ.FIOD, reading(fiod))))
                    .toList());
        }
    }

    private static Policy reading(Policy.Fiod fiod) {
        Policy policy = Policy.DEFAULT;
        return new Policy(
                policy.version(),
                policy.quorum(),
                policy.majority(),
                policy.draftDays(),
                policy.recognitions(),
                fiod,
                policy.automatedAnalysisDecree(),
                policy.switchedOff(),
                policy.periods(),
                policy.limits(),
                policy.steering(),
                policy.help());
    }

    // Obligations and acts

    private void obligations() {
        title("Verplichtingen bij een toestemming", "Obligations with a permit");
        head(say("verplichting", "obligation"), say("wanneer", "when"), say("bij", "at"));
        for (Duties.Duty duty : Duties.ALL) {
            row(List.of(
                    duty.obligation().label().in(language),
                    duty.condition().in(language),
                    labels(EnumSet.copyOf(duty.acts()), Act::label)));
        }
    }

    private void acts() {
        title("Handelingen", "Acts");
        line(say(
                "Elke handeling die er is, en wie haar mag doen. `knelpunt may HANDELING` en `POST /v1/decisions` vragen of u haar"
                        + " nu mag doen. Waar geen rol staat, doet het platform het zelf, of hoort het bij aan- en afmelden; naar"
                        + " die handelingen valt niets te vragen. Geheimhouding bevestigen doet iedereen voor zichzelf.",
                "Every act that there is, and who may do it. `knelpunt may ACT` and `POST /v1/decisions` ask whether you may do"
                        + " it now. Where no role stands, the platform does it itself or it belongs to signing in and out; there"
                        + " is nothing to ask about those. Acknowledging secrecy is for everybody, of themselves."));
        line("");
        head(say("handeling", "act"), say("wat", "what"), say("moment", "moment"), say("rollen", "roles"));
        for (Act act : Act.values()) {
            String roles = act.roles().stream()
                    .sorted()
                    .map(Role::name)
                    .map(r -> "`" + r + "`")
                    .collect(Collectors.joining(", "));
            row(List.of(
                    "`" + act + "`",
                    act.label().in(language),
                    act.moment().label().in(language),
                    roles.isEmpty() ? "–" : roles));
        }
    }
}
