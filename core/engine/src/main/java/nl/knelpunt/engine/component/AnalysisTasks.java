package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.task.Task;
import org.osgi.service.component.annotations.Component;

/** Analyses that are to be written wait for the analysts; those that are to be tested for who did not write them. */
@Component(service = TaskSource.class)
public final class AnalysisTasks implements TaskSource {

    private static final Text ASKED =
            new Text("Schrijf de gevraagde analyse.", "Write the analysis that was asked for.");
    private static final Text DRAFT =
            new Text("Maak de analyse af en bied haar ter toetsing aan.", "Finish the analysis and submit it.");
    private static final Text TO_TEST =
            new Text("Toets de kwaliteit van de analyse.", "Test the quality of the analysis.");

    @Override
    public List<Task> waiting(Transaction transaction, Facts facts) {
        boolean writes = facts.actor().roles().contains(Role.ANALYST);
        boolean tests = writes || facts.actor().roles().contains(Role.CASE_DIRECTOR);
        List<Task> tasks = new ArrayList<>();
        if (writes) {
            transaction
                    .analyses()
                    .in(EnumSet.of(AnalysisState.ASKED, AnalysisState.DRAFT), MOST)
                    .forEach(a -> tasks.add(new Task(
                            Act.WRITE_ANALYSIS, a.id(), a.state() == AnalysisState.ASKED ? ASKED : DRAFT, due(a))));
        }
        if (tests) {
            transaction.analyses().in(EnumSet.of(AnalysisState.SUBMITTED), MOST).stream()
                    .filter(a -> !facts.actor().account().id().equals(a.writer()))
                    .forEach(a -> tasks.add(new Task(Act.TEST_ANALYSIS, a.id(), TO_TEST, due(a))));
        }
        return tasks;
    }

    private static LocalDate due(Analysis analysis) {
        return analysis.question() == null ? null : analysis.question().due();
    }
}
