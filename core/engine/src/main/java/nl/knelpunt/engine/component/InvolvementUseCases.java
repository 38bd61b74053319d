package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Involvement;
import nl.knelpunt.engine.dossier.Involvements;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class InvolvementUseCases implements Involvements {

    private final Gate gate;

    @Activate
    public InvolvementUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done propose(Call call, UUID knelpunt, NewInvolvement asked) {
        Checks.required("change", asked.change());
        Checks.filled("participant", asked.participant());
        Checks.filled("reason", asked.reason());
        Checks.text("reason", asked.reason(), NewDatum.MOST_CHARACTERS);
        Checks.text("task", asked.task(), Checks.TEXT);
        boolean joins = asked.change() == Involvement.Change.JOIN;
        return gate.change(
                call,
                Act.PROPOSE_INVOLVEMENT,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Involving(
                        facts.region().find(asked.participant()), joins, asked.task(), asked.reason())),
                (t, facts) -> {
                    check(facts, asked);
                    t.involvements()
                            .open(knelpunt)
                            .ifPresent(open -> t.involvements()
                                    .update(open.concludedAs(Involvement.Outcome.REPLACED, facts.now())));
                    Involvement involvement = new Involvement(
                            Ids.next(),
                            knelpunt,
                            asked.change(),
                            asked.participant(),
                            joins ? asked.tasks() : Set.of(),
                            joins ? asked.task() : null,
                            asked.reason(),
                            facts.actor().account().id(),
                            facts.now(),
                            Involvement.Outcome.OPEN,
                            null);
                    t.involvements().insert(involvement);
                    // Votes were given on the change before.
                    Done done = update(t, facts.knelpunt().with(Motion.open(Motion.Kind.INVOLVE)));
                    return new Done(involvement.id(), done.state(), done.version());
                });
    }

    private static void check(Facts facts, NewInvolvement asked) {
        Knelpunt knelpunt = facts.knelpunt();
        boolean involved = knelpunt.involves(asked.participant());
        if (asked.change() == Involvement.Change.LEAVE) {
            if (!involved) {
                throw new InvalidException(
                        "participant",
                        new Text("Deze deelnemer is niet betrokken.", "This participant is not involved."));
            }
            if (knelpunt.proposal().involved().size() == 1) {
                throw new InvalidException(
                        "participant",
                        new Text(
                                "Dit is de enige deelnemer die nog betrokken is. Laat de stuurgroep afsluiten.",
                                "This is the only participant that is still involved. Let the steering group close it."));
            }
            return;
        }
        if (involved) {
            throw new InvalidException(
                    "participant",
                    new Text("Deze deelnemer is al betrokken.", "This participant is involved already."));
        }
        Participant participant = facts.region().find(asked.participant());
        Set<String> tasks = asked.tasks() == null ? Set.of() : asked.tasks();
        Checks.required("tasks", tasks.isEmpty() ? null : tasks);
        Checks.tasks("tasks", tasks, participant);
        Checks.filled("task", asked.task());
    }

    @Override
    public Done decide(Call call, UUID knelpunt) {
        return gate.change(
                call,
                Act.DECIDE_INVOLVEMENT,
                knelpunt,
                (t, facts) -> t.involvements()
                        .open(knelpunt)
                        .map(open -> facts.asking(new Asked.Involving(
                                facts.region().find(open.participant()),
                                open.change() == Involvement.Change.JOIN,
                                open.task(),
                                open.reason())))
                        .orElse(facts),
                (t, facts) -> {
                    Motion motion =
                            facts.knelpunt().openMotion(Motion.Kind.INVOLVE).orElseThrow();
                    Motion decided = Agenda.conclude(t, facts, motion);
                    boolean adopted = decided.adopted();
                    Knelpunt concluded = facts.knelpunt().with(decided);
                    Involvement open = t.involvements().open(knelpunt).orElseThrow();
                    t.involvements()
                            .update(open.concludedAs(
                                    adopted ? Involvement.Outcome.ADOPTED : Involvement.Outcome.DECLINED, facts.now()));
                    return update(t, adopted ? changed(facts, concluded, open) : concluded);
                });
    }

    @Override
    public Done leave(Call call, UUID knelpunt, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, NewDatum.MOST_CHARACTERS);
        return gate.change(
                call,
                Act.LEAVE_KNELPUNT,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Involving(null, false, null, reason)),
                (t, facts) -> {
                    Involvement departure = new Involvement(
                            Ids.next(),
                            knelpunt,
                            Involvement.Change.LEAVE,
                            facts.actor().participant().id(),
                            Set.of(),
                            null,
                            reason,
                            facts.actor().account().id(),
                            facts.now(),
                            Involvement.Outcome.LEFT,
                            facts.now());
                    t.involvements().insert(departure);
                    return update(t, changed(facts, facts.knelpunt(), departure));
                });
    }

    @Override
    public Page<Involvement> list(Call call, UUID knelpunt, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.SEE_KNELPUNT,
                knelpunt,
                NOTHING,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.involvements().ofKnelpunt(knelpunt, from, most),
                        Involvement::id,
                        java.util.Optional::of));
    }

    private static Knelpunt changed(Facts facts, Knelpunt knelpunt, Involvement change) {
        Knelpunt changed = knelpunt.with(knelpunt.proposal()
                .withInvolved(change.applied(knelpunt.proposal().involved())));
        return change.change() == Involvement.Change.JOIN
                ? changed
                : changed.withoutInPhases(
                        change.participant(),
                        new PhaseDecision.Closing(
                                change.reason(),
                                false,
                                facts.actor().participant().id(),
                                facts.actor().account().id(),
                                facts.actor().mandate(),
                                facts.now()));
    }

    private static Done update(Transaction transaction, Knelpunt knelpunt) {
        transaction.knelpunten().update(knelpunt);
        return new Done(knelpunt.id(), knelpunt.state().name(), knelpunt.version() + 1);
    }
}
