package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.oversight.DutyDone;
import nl.knelpunt.engine.oversight.LegalDuties;
import nl.knelpunt.engine.oversight.LegalDuty;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.ProvisionFilter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class DutyUseCases implements LegalDuties {

    /** Training is to be refreshed so long before it counts no more. */
    static final int DAYS_BEFORE = 60;

    private static final int MOST_OVERDUE = 1000;

    private final Gate gate;

    @Activate
    public DutyUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Calendar see(Call call) {
        ProvisionFilter overdue = new ProvisionFilter(null, null, null, null, null, null, null, true);
        return gate.read(
                call,
                Act.SEE_DUTIES,
                null,
                (t, facts, judge) -> new Calendar(
                        entries(t, facts.today()),
                        training(t, facts.today().plusDays(DAYS_BEFORE)),
                        t.provisions()
                                .search(overdue, facts.today(), null, MOST_OVERDUE)
                                .size()));
    }

    static List<Entry> entries(Transaction transaction, LocalDate today) {
        DutyDone audit = transaction.duties().last(LegalDuty.AUDIT).orElse(null);
        return Arrays.stream(LegalDuty.values())
                .map(duty -> {
                    DutyDone last = transaction.duties().last(duty).orElse(null);
                    LocalDate next = duty.next(last, audit);
                    return new Entry(duty, next, next != null && today.isAfter(next), last);
                })
                .toList();
    }

    /** Whose training counts no longer than to a day. */
    static List<Training> training(Transaction transaction, LocalDate until) {
        return transaction.accounts().list().stream()
                .filter(a -> a.active() && a.isPerson() && isToBeTrained(a, until))
                .map(a -> new Training(a.id(), a.trainedUntil()))
                .sorted(Comparator.comparing(Training::trainedUntil, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static boolean isToBeTrained(Account account, LocalDate until) {
        return account.trainedUntil() == null || !account.trainedUntil().isAfter(until);
    }

    @Override
    public Done fulfil(Call call, LegalDuty duty, LocalDate on, String evidence, boolean failures) {
        Checks.required("duty", duty);
        Checks.required("on", on);
        Checks.filled("evidence", evidence);
        Checks.text("evidence", evidence, Checks.TEXT);
        if (failures && duty != LegalDuty.AUDIT) {
            throw new InvalidException(
                    "failures", new Text("Dit hoort alleen bij een audit.", "This belongs only with an audit."));
        }
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.FULFIL_DUTY,
                null,
                (t, facts) -> facts.asking(new Asked.Saying("evidence", evidence)),
                (t, facts) -> {
                    Checks.notAfter("on", on, facts.today());
                    t.duties().insert(done(t, facts, id, duty, on, evidence, failures));
                    return new Done(id, "DONE", 1);
                });
    }

    private static DutyDone done(
            Transaction transaction,
            Facts facts,
            UUID id,
            LegalDuty duty,
            LocalDate on,
            String evidence,
            boolean failures) {
        LocalDate due = duty.next(
                transaction.duties().last(duty).orElse(null),
                transaction.duties().last(LegalDuty.AUDIT).orElse(null));
        return new DutyDone(
                id,
                duty,
                on,
                due == null ? on : due,
                evidence,
                failures,
                facts.actor().account().id(),
                facts.now());
    }
}
