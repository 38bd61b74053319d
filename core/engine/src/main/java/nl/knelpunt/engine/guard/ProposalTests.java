package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.guard.Fault.blank;

import java.util.List;
import java.util.Map;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.ProposalPart;

/** What a proposal holds beside what the rules ask of it: a matter of order, not of law. */
final class ProposalTests {

    private ProposalTests() {}

    /** What the working method asks of a proposal beside the law, before it is put on the agenda. */
    static Fault lacking(Facts facts) {
        Proposal proposal = facts.knelpunt().proposal();
        Fault fault = lacking(ProposalPart.DESCRIPTION, proposal.description(), null);
        fault = lacking(ProposalPart.SERIOUSNESS, proposal.grounds().seriousness(), fault);
        for (int i = 0; i < proposal.involved().size(); i++) {
            Proposal.Involved involved = proposal.involved().get(i);
            if (involved.tasks().isEmpty()) {
                fault = missing(ProposalPart.TASKS, "involved[" + i + "].tasks", fault);
            }
            if (blank(involved.task())) {
                fault = missing(ProposalPart.TASKS, "involved[" + i + "].task", fault);
            }
        }
        fault = phasesLacking(proposal.foreseenPhases(), fault);
        fault = goalsLacking(proposal.goals(), fault);
        return lacking(ProposalPart.DISPLACEMENT, proposal.displacement(), fault);
    }

    /** Phase 1 opens with the designation, so that is always foreseen. */
    private static Fault phasesLacking(List<Proposal.ForeseenPhase> phases, Fault before) {
        Fault fault = phases.stream().anyMatch(p -> p.phase() == 1)
                ? before
                : missing(ProposalPart.PHASES, "foreseenPhases", before);
        for (int i = 0; i < phases.size(); i++) {
            if (blank(phases.get(i).reason())) {
                fault = missing(ProposalPart.PHASES, "foreseenPhases[" + i + "].reason", fault);
            }
        }
        return fault;
    }

    private static Fault goalsLacking(List<Goal> goals, Fault before) {
        Fault fault = goals.isEmpty() ? missing(ProposalPart.GOALS, "goals", before) : before;
        for (int i = 0; i < goals.size(); i++) {
            if (blank(goals.get(i).text())) {
                fault = missing(ProposalPart.GOALS, "goals[" + i + "].text", fault);
            }
            if (goals.get(i).indicators().stream().noneMatch(Goal.Indicator::isMeasurable)) {
                fault = missing(ProposalPart.GOALS, "goals[" + i + "].indicators", fault);
            }
        }
        return fault;
    }

    private static Fault lacking(ProposalPart part, String text, Fault before) {
        return blank(text) ? missing(part, part.field(), before) : before;
    }

    private static Fault missing(ProposalPart part, String field, Fault before) {
        return Fault.at(field, () -> Map.of("deel", part.label()), before);
    }
}
