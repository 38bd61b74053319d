package nl.knelpunt.engine.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.Lifecycle;
import nl.knelpunt.engine.lifecycle.State;
import nl.knelpunt.engine.lifecycle.Table;

/** The lifecycle as a page for people, with its diagrams: made of the tables, the acts and the rules, and of nothing else. */
final class LifecycleDocument {

    /** These look at every act on a dossier; naming them in each row would say nothing. */
    private static final Set<String> EVERYWHERE = Set.of("G41", "G42", "G43", "G24", "G49");

    private final Locale language;
    private final StringBuilder page = new StringBuilder();

    private LifecycleDocument(Locale language) {
        this.language = language;
    }

    static String in(Locale language) {
        return new LifecycleDocument(language).write();
    }

    private String write() {
        boolean dutch = language.getLanguage().equals("nl");
        line(say("# De levensloop", "# The lifecycle"));
        line("");
        line(dutch ? "[English](lifecycle.en.md)" : "[Nederlands](lifecycle.md)");
        line("");
        line(say(
                "Gemaakt uit de code; de build faalt als deze pagina iets anders zegt. Een handeling die in een tabel staat,"
                        + " kan alleen in de status die ervoor staat; in een andere status weigert de wacht haar en noemt"
                        + " de statussen waarin het wel kan. Bij de regels staat wat daarnaast nodig is: ze staan in"
                        + " [de regels van de Wgs-wacht](rules.md). Bij elke handeling kijkt de wacht ook of u haar mag doen"
                        + " en of zij kan worden gelogd (" + everywhere() + ").",
                "Made of the code; the build fails when this page says anything else. An act that stands in a table can be done"
                        + " in the state before it only; in another state the guard refuses it and names the states in which"
                        + " it can be done. The rules say what is needed besides: they stand in"
                        + " [the rules of the Wgs guard](rules.en.md). At every act the guard also looks whether you may do it"
                        + " and whether it can be logged (" + everywhere() + ")."));
        Lifecycle.ALL.forEach(this::table);
        inEveryState();
        return page.toString();
    }

    private static String everywhere() {
        return EVERYWHERE.stream().sorted().collect(Collectors.joining(", "));
    }

    private <S extends Enum<S> & State> void table(Table<S> table) {
        String name = say(table.name());
        title(name.substring(0, 1).toUpperCase(language) + name.substring(1));
        diagram(table);
        line("");
        head(
                say("status", "state"),
                say("handeling", "act"),
                say("wie", "who"),
                say("regels", "rules"),
                say("daarna", "next"));
        for (Act birth : table.births()) {
            row("–", act(birth), who(birth), rules(birth), say(table.first().label()));
        }
        for (S state : table.states()) {
            table.steps().stream().filter(s -> s.from() == state).forEach(this::step);
        }
    }

    private <S extends Enum<S> & State> void diagram(Table<S> table) {
        line("```mermaid");
        line("stateDiagram-v2");
        for (S state : table.states()) {
            line("    state \"" + say(state.label()) + "\" as " + state.name());
        }
        table.births().forEach(birth -> line("    [*] --> " + table.first().name() + " : " + say(birth.label())));
        for (S state : table.states()) {
            table.steps().stream().filter(s -> s.from() == state).forEach(step -> {
                if (step.destroys()) {
                    line("    " + state.name() + " --> [*] : " + say(step.act().label()));
                }
                step.to().stream()
                        .filter(to -> to != state)
                        .sorted()
                        .forEach(to -> line("    " + state.name() + " --> " + to.name() + " : "
                                + say(step.act().label())));
            });
        }
        line("```");
    }

    private <S extends Enum<S> & State> void step(Table.Step<S> step) {
        Stream<String> states = step.to().stream().sorted().map(s -> say(s.label()));
        Stream<String> end = step.destroys() ? Stream.of(say("vernietigd", "destroyed")) : Stream.of();
        String next = Stream.concat(states, end).collect(Collectors.joining(say(" of ", " or ")));
        row(say(step.from().label()), act(step.act()), who(step.act()), rules(step.act()), next);
    }

    private String act(Act act) {
        return say(act.label()) + " `" + act + "`";
    }

    private String who(Act act) {
        return act.roles().isEmpty()
                ? say("het platform zelf", "the platform itself")
                : act.roles().stream()
                        .sorted()
                        .map(Role::name)
                        .map(r -> "`" + r + "`")
                        .collect(Collectors.joining(", "));
    }

    private static String rules(Act act) {
        String rules = Rules.all().stream()
                .filter(r -> r.acts().contains(act) && !EVERYWHERE.contains(r.id()))
                .map(Rule::id)
                .sorted()
                .collect(Collectors.joining(", "));
        return rules.isEmpty() ? "–" : rules;
    }

    private void inEveryState() {
        title(say("In elke status", "In every state"));
        line(say(
                "Deze handelingen staan in geen tabel: de status doet er niet toe.",
                "These acts stand in no table: the state does not matter."));
        line("");
        head(say("handeling", "act"), say("wie", "who"), say("regels", "rules"));
        Arrays.stream(Act.values())
                .filter(a -> a.concerns() != Act.Concerns.PLATFORM && a.concerns() != Act.Concerns.PARTICIPANT)
                .filter(a -> Lifecycle.ALL.stream()
                        .noneMatch(t -> t.binds(a) || t.births().contains(a)))
                .forEach(a -> row(act(a), who(a), rules(a)));
    }

    private void title(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void head(String... cells) {
        row(cells);
        line("|" + "---|".repeat(cells.length));
    }

    private void row(String... cells) {
        line(List.of(cells).stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private String say(String nl, String en) {
        return say(new Text(nl, en));
    }

    private String say(Text text) {
        return text.in(language);
    }
}
