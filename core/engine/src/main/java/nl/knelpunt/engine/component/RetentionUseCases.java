package nl.knelpunt.engine.component;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.port.DatumRepository;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.Retention;
import nl.knelpunt.engine.retention.RetentionRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What would be destroyed, and what was. */
@Component
public final class RetentionUseCases implements Retention {

    private static final int MOST = 500;

    private final Gate gate;

    @Activate
    public RetentionUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public DryRun dryRun(Call call, LocalDate on) {
        return gate.read(call, Act.SEE_RETENTION, null, (t, facts, judge) -> {
            LocalDate day = on == null ? facts.today() : on;
            if (day.isBefore(facts.today())) {
                throw new InvalidException(
                        "on",
                        new Text(
                                "Die dag is geweest. Kies vandaag of een latere dag.",
                                "That day has been. Choose today or a later day."));
            }
            List<Going> going = new ArrayList<>(byTerm(t, day));
            t.destructions().toExecute(day, MOST).forEach(list -> going.add(byList(t, list, day)));
            List<Held> held = t.data().heldPastTerm(day, MOST_REFERENCES).stream()
                    .map(d -> new Held(
                            d.dossier(),
                            d.id(),
                            d.marks().hold().ground(),
                            d.marks().hold().until()))
                    .toList();
            return new DryRun(day, going, held, drafts(t, facts, day));
        });
    }

    private static List<Going> byTerm(Transaction transaction, LocalDate day) {
        Map<UUID, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (DatumRepository.Count count : transaction.data().countDue(day)) {
            counts.computeIfAbsent(count.dossier(), d -> new TreeMap<>())
                    .merge(String.valueOf(count.category()), count.number(), Integer::sum);
        }
        return counts.entrySet().stream()
                .map(e -> new Going(
                        e.getKey(),
                        Why.TERM,
                        null,
                        e.getValue(),
                        transaction.data().dueOf(e.getKey(), day, MOST_REFERENCES)))
                .toList();
    }

    /** Held data too, if the hold ends; they are counted with what is held. */
    private static Going byList(Transaction transaction, DestructionList list, LocalDate day) {
        Map<String, Integer> categories = new TreeMap<>();
        List<UUID> data;
        if (list.whole()) {
            transaction
                    .data()
                    .count(list.dossier())
                    .forEach(c -> categories.merge(String.valueOf(c.category()), c.number(), Integer::sum));
            data = transaction.data().notHeldOf(list.dossier(), day, MOST_REFERENCES).stream()
                    .map(d -> d.id())
                    .toList();
        } else {
            List<Datum> named = RetentionWork.named(transaction, list, day).toList();
            named.forEach(d -> categories.merge(String.valueOf(d.category()), 1, Integer::sum));
            data = named.stream().map(Datum::id).limit(MOST_REFERENCES).toList();
        }
        return new Going(
                list.dossier(),
                list.state() == DestructionState.APPROVED ? Why.APPROVED_LIST : Why.OVERDUE_LIST,
                list.id(),
                categories,
                data);
    }

    private static int drafts(Transaction transaction, Facts facts, LocalDate day) {
        ZonedDateTime end = day.plusDays(1).atStartOfDay(Facts.NETHERLANDS);
        return transaction
                .signals()
                .draftsBefore(
                        end.toInstant().minus(Duration.ofDays(facts.policy().draftDays())), MOST)
                .size();
    }

    @Override
    public Page<RetentionRun> runs(Call call, UUID before, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.SEE_RETENTION, null, (t, facts, judge) -> {
            List<RetentionRun> found = t.destructions().runs(before, limit);
            return new Page<>(
                    found, found.size() < limit ? null : found.get(limit - 1).id());
        });
    }
}
