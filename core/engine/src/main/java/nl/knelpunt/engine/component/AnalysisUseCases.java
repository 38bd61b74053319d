package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.Analyses;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.ShownAnalysis;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.text.FilledText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class AnalysisUseCases implements Analyses {

    private final Gate gate;

    @Activate
    public AnalysisUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done ask(Call call, UUID knelpunt, String question, LocalDate due) {
        Checks.filled("question", question);
        Checks.text("question", question, Checks.TEXT);
        return gate.change(
                call,
                Act.ASK_ANALYSIS,
                knelpunt,
                (t, facts) -> withOpen(t, facts).asking(new Asked.Saying("question", question)),
                (t, facts) -> {
                    notBefore(due, facts);
                    return insert(
                            t,
                            facts,
                            AnalysisState.ASKED,
                            new Analysis.Question(question, due, person(facts), facts.now()));
                });
    }

    private static void notBefore(LocalDate due, Facts facts) {
        if (due != null && due.isBefore(facts.today())) {
            throw new InvalidException(
                    "due", new Text("Kies een dag die nog komt.", "Choose a day that is still to come."));
        }
    }

    @Override
    public Done begin(Call call, UUID knelpunt) {
        return gate.change(
                call,
                Act.BEGIN_ANALYSIS,
                knelpunt,
                AnalysisUseCases::withOpen,
                (t, facts) -> insert(t, facts, AnalysisState.DRAFT, null));
    }

    /** With the analysis that is open, when there is one. */
    private static Facts withOpen(Transaction transaction, Facts facts) {
        return facts.knelpunt() == null
                ? facts
                : transaction
                        .analyses()
                        .last(facts.knelpunt().id())
                        .filter(a -> a.state().isOpen())
                        .map(a -> facts.withPapers(facts.papers().with(a)))
                        .orElse(facts);
    }

    private static Done insert(Transaction t, Facts facts, AnalysisState state, Analysis.Question question) {
        Optional<Analysis> before = t.analyses().last(facts.knelpunt().id());
        Analysis analysis = new Analysis(
                Ids.next(),
                facts.knelpunt().id(),
                before.map(Analysis::number).orElse(0) + 1,
                1,
                state,
                question,
                before.map(Analysis::sections).orElse(Analysis.Sections.NONE),
                state == AnalysisState.DRAFT ? person(facts) : null,
                List.of(new Analysis.Move(state, person(facts), facts.now(), null)));
        t.analyses().insert(analysis);
        return new Done(analysis.id(), state.name(), analysis.version());
    }

    @Override
    public Done write(Call call, UUID analysis, UnaryOperator<Analysis.Sections> change) {
        return gate.change(
                call,
                Act.WRITE_ANALYSIS,
                analysis,
                (t, facts) -> facts.papers().analysis() == null
                        ? facts
                        : facts.asking(new Asked.Writing(
                                checked(change.apply(facts.papers().analysis().sections())))),
                (t, facts) -> update(
                        t,
                        facts.papers()
                                .analysis()
                                .written(((Asked.Writing) facts.asked()).sections(), person(facts), facts.now())));
    }

    private static Analysis.Sections checked(Analysis.Sections sections) {
        sections.byField().forEach((field, text) -> Checks.text("sections." + field, text, Analysis.MOST_CHARACTERS));
        return sections;
    }

    @Override
    public Done submit(Call call, UUID analysis) {
        return gate.change(call, Act.SUBMIT_ANALYSIS, analysis, Gate.Asking.NOTHING, (t, facts) -> {
            Analysis draft = facts.papers().analysis();
            draft.sections().missing().stream()
                    .findFirst()
                    .ifPresent(field -> Checks.filled("sections." + field, null));
            return update(t, draft.in(AnalysisState.SUBMITTED, person(facts), facts.now(), null));
        });
    }

    @Override
    public Done test(Call call, UUID analysis, boolean isGood, String remarks) {
        if (!isGood) {
            Checks.filled("remarks", remarks);
        }
        Checks.text("remarks", remarks, Checks.TEXT);
        return gate.change(
                call,
                Act.TEST_ANALYSIS,
                analysis,
                (t, facts) -> facts.asking(new Asked.Saying("remarks", remarks)),
                (t, facts) -> update(
                        t,
                        facts.papers()
                                .analysis()
                                .in(
                                        isGood ? AnalysisState.FINAL : AnalysisState.DRAFT,
                                        person(facts),
                                        facts.now(),
                                        remarks)));
    }

    @Override
    public Done discard(Call call, UUID analysis) {
        return gate.change(call, Act.DISCARD_ANALYSIS, analysis, Gate.Asking.NOTHING, (t, facts) -> {
            t.analyses().destroy(analysis);
            // Who hears of it can only look at the knelpunt.
            return new Done(
                    facts.papers().analysis().knelpunt(),
                    Done.DESTROYED,
                    facts.papers().analysis().version());
        });
    }

    @Override
    public ShownAnalysis see(Call call, UUID analysis) {
        return gate.read(call, Act.SEE_ANALYSIS, analysis, (t, facts, judge) -> {
            Analysis found = facts.papers().analysis();
            Referred referred = Referred.reading(t, facts, judge);
            Map<String, FilledText> sections = new LinkedHashMap<>();
            found.sections().byField().forEach((field, text) -> {
                if (text != null) {
                    sections.put(field, referred.fill(text));
                }
            });
            String question = found.question() == null ? null : found.question().text();
            return new ShownAnalysis(found, referred.fill(question), sections);
        });
    }

    @Override
    public Page<Analysis> list(Call call, UUID knelpunt, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.LIST_ANALYSES,
                knelpunt,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.analyses().ofKnelpunt(knelpunt, from, most),
                        Analysis::id,
                        found -> judge.permits(facts.as(Act.SEE_ANALYSIS)
                                        .withPapers(facts.papers().with(found)))
                                ? Optional.of(found)
                                : Optional.empty()));
    }

    private static Done update(Transaction transaction, Analysis analysis) {
        transaction.analyses().update(analysis);
        return new Done(analysis.id(), analysis.state().name(), analysis.version() + 1);
    }

    private static UUID person(Facts facts) {
        return facts.actor().account().id();
    }
}
