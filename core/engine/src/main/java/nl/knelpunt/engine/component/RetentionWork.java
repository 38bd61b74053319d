package nl.knelpunt.engine.component;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.engine.port.DatumRepository;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.DossierPart;
import nl.knelpunt.engine.retention.RetentionRun;
import nl.knelpunt.engine.signal.Signal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Destroys what is to be destroyed: data after their last day (Wgs 1.8(7); G39) and what stands on destruction lists. Looks every
 * minute, so that nothing stays because it came a moment too late; once a night, as soon as the day begins in the Netherlands or
 * the platform is there again, it looks at everything, removes old backups and every trace that the database still has.
 */
@Component(service = TimedWork.class)
public final class RetentionWork implements TimedWork {

    private static final System.Logger LOG = System.getLogger(RetentionWork.class.getName());
    private static final String LAST_NIGHT = "retention.night";
    private static final int AT_ONCE = 100;

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;
    private final Backups backups;
    private final Rewriting rewriting;

    @Activate
    public RetentionWork(
            @Reference Gate gate,
            @Reference Store store,
            @Reference DomainClock clock,
            @Reference Backups backups,
            @Reference Rewriting rewriting) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
        this.backups = backups;
        this.rewriting = rewriting;
    }

    /** What one run comes to. */
    private static final class Tally {

        private final Map<UUID, Map<String, Integer>> destroyed = new HashMap<>();
        private final List<UUID> lists = new ArrayList<>();

        void count(Datum datum) {
            destroyed.computeIfAbsent(datum.dossier(), d -> new TreeMap<>()).merge(kind(datum), 1, Integer::sum);
        }
    }

    @Override
    public void doDue() {
        LocalDate today = Facts.day(clock.now());
        boolean nightly = store.transact(t -> t.settings()
                .get(LAST_NIGHT)
                .map(LocalDate::parse)
                .map(today::isAfter)
                .orElse(true));
        Map<UUID, Integer> planned = nightly ? store.transact(t -> planned(t, today)) : Map.of();
        Tally tally = new Tally();
        expire(today, tally);
        store.transact(t -> t.destructions().toExecute(today, AT_ONCE)).forEach(list -> execute(list, tally));
        if (nightly) {
            int removed = removeOldBackups();
            record(today, true, planned, tally, removed);
            rewriting.ask();
        } else if (!tally.destroyed.isEmpty() || !tally.lists.isEmpty()) {
            record(today, false, planned, tally, 0);
        }
    }

    private static Map<UUID, Integer> planned(Transaction transaction, LocalDate today) {
        return transaction.data().countDue(today).stream()
                .collect(Collectors.toMap(
                        DatumRepository.Count::dossier,
                        DatumRepository.Count::number,
                        Integer::sum,
                        LinkedHashMap::new));
    }

    // After five years

    /** Part of what is due, by dossier. */
    private record Due(Map<UUID, List<UUID>> ofKnelpunten, Map<UUID, List<UUID>> ofSignals, UUID last, int number) {}

    private void expire(LocalDate today, Tally tally) {
        Due due;
        UUID after = null;
        do {
            UUID from = after;
            due = store.transact(t -> due(t, today, from));
            due.ofKnelpunten.forEach((dossier, data) -> expire(Act.EXPIRE_DATUM, dossier, data, tally));
            due.ofSignals.forEach((dossier, data) -> expire(Act.EXPIRE_SIGNAL_DATUM, dossier, data, tally));
            after = due.last;
        } while (due.number == AT_ONCE);
    }

    private static Due due(Transaction transaction, LocalDate today, UUID after) {
        List<Datum> data = transaction.data().due(today, after, AT_ONCE);
        Due due = new Due(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                data.isEmpty() ? null : data.get(data.size() - 1).id(),
                data.size());
        data.forEach(d -> {
            boolean ofSignal = transaction.knelpunten().find(d.dossier()).isEmpty();
            (ofSignal ? due.ofSignals : due.ofKnelpunten)
                    .computeIfAbsent(d.dossier(), dossier -> new ArrayList<>())
                    .add(d.id());
        });
        return due;
    }

    /** Data of one dossier together, so that the log has one record for each data subject. */
    private void expire(Act act, UUID dossier, List<UUID> data, Tally tally) {
        byThePlatform(
                act,
                dossier,
                (t, facts) -> facts.withData(
                        data.stream().flatMap(id -> t.data().find(id).stream()).toList()),
                (t, facts) -> {
                    facts.data().forEach(d -> t.data().destroy(d.id()));
                    return new Done(dossier, Done.DESTROYED, 1);
                },
                facts -> facts.data().forEach(tally::count));
    }

    // By list

    private void execute(DestructionList list, Tally tally) {
        boolean more = true;
        while (more) {
            more = destroyListed(list.id(), tally);
        }
        boolean over = byThePlatform(
                Act.EXECUTE_DESTRUCTION,
                list.id(),
                RetentionWork::withItsSignals,
                RetentionWork.this::finish,
                facts -> {});
        if (over) {
            tally.lists.add(list.id());
        }
    }

    /** Some of the data; false when there are no more, or it may not be done any more. */
    private boolean destroyListed(UUID list, Tally tally) {
        LocalDate today = Facts.day(clock.now());
        List<Datum> some = store.transact(
                t -> t.destructions().find(list).map(l -> listed(t, l, today)).orElse(List.of()));
        if (some.isEmpty()) {
            return false;
        }
        return byThePlatform(
                Act.DESTROY_LISTED,
                list,
                (t, facts) -> {
                    DestructionList now = facts.papers().destruction();
                    return now == null
                            ? facts
                            : facts.withData(listed(t, now, facts.today()))
                                    .withSubjects(Subjects.of(t.data().subjectsOf(now.dossier())));
                },
                (t, facts) -> {
                    DestructionList now = facts.papers().destruction();
                    for (Datum datum : facts.data()) {
                        t.data().destroy(datum.id());
                        now = now.counting(kind(datum), 1);
                    }
                    t.destructions().update(now);
                    return new Done(now.id(), now.state().name(), now.version() + 1);
                },
                facts -> facts.data().forEach(tally::count));
    }

    private static List<Datum> listed(Transaction transaction, DestructionList list, LocalDate today) {
        if (!list.whole()) {
            return list.data().stream()
                    .flatMap(id -> transaction.data().find(id).stream())
                    .filter(d ->
                            d.dossier().equals(list.dossier()) && !d.marks().isHeldOn(today))
                    .limit(AT_ONCE)
                    .toList();
        }
        return transaction.data().notHeldOf(list.dossier(), today, AT_ONCE);
    }

    /** The log has a record for each data subject of the signals that end with a dossier. */
    private static Facts withItsSignals(Transaction transaction, Facts facts) {
        DestructionList list = facts.papers().destruction();
        if (list == null || !list.whole()) {
            return facts;
        }
        List<Datum> data = Links.dataThatEndWith(transaction, list.dossier());
        return facts.withData(data)
                .withSubjects(Subjects.of(data.stream()
                        .map(Datum::dossier)
                        .distinct()
                        .flatMap(signal -> transaction.data().subjectsOf(signal).stream())
                        .toList()));
    }

    private Done finish(Transaction transaction, Facts facts) {
        DestructionList list = facts.papers().destruction();
        if (list.whole()) {
            list = destroyTheRest(transaction, facts, list);
        }
        transaction.destructions().update(list.executedAt(facts.now()));
        if (list.whole()) {
            // Nothing is left for another list of it.
            UUID whole = list.id();
            transaction.destructions().openOf(list.dossier()).stream()
                    .filter(other -> !other.id().equals(whole))
                    .forEach(other -> transaction.destructions().update(other.executedAt(facts.now())));
        }
        return new Done(list.id(), Done.DESTROYED, list.version() + 1);
    }

    /** What a closed knelpunt still has beside its data: its signals and its texts. Of held data the hold is all that is left. */
    private DestructionList destroyTheRest(Transaction transaction, Facts facts, DestructionList list) {
        UUID dossier = list.dossier();
        Knelpunt closed = facts.knelpunt();
        LocalDate yesterday = facts.today().minusDays(1);
        for (Datum held : transaction.data().ofDossier(dossier)) {
            if (held.destroyBy() == null || held.destroyBy().isAfter(yesterday)) {
                transaction.data().update(held.destroyBy(yesterday));
            }
        }
        List<UUID> ending = transaction.signals().linkedTo(dossier).stream()
                .filter(signal -> signal.links().size() == 1)
                .map(Signal::id)
                .toList();
        Links.destroyed(transaction, facts, dossier);
        for (UUID signal : ending) {
            transaction.confirmations().forget(signal);
            transaction.requests().forget(signal);
        }
        DestructionList counted = list.counting("SIGNAL", ending.size());
        for (DossierPart part : DossierPart.values()) {
            counted = counted.counting(part.name(), part.destroy(transaction, dossier));
        }
        counted = counted.counting("PROVISION", transaction.provisions().destroyUnprovided(dossier));
        transaction.knelpunten().update(closed.withoutTexts());
        transaction.confirmations().forget(dossier);
        transaction.reminders().forget(dossier);
        transaction.requests().forget(dossier);
        return counted;
    }

    private static String kind(Datum datum) {
        return Objects.toString(datum.category(), "OTHER");
    }

    // The record of it

    private void record(LocalDate today, boolean nightly, Map<UUID, Integer> planned, Tally tally, int removed) {
        UUID id = Ids.next();
        byThePlatform(
                Act.RECORD_RETENTION,
                null,
                Gate.Asking.NOTHING,
                (t, facts) -> {
                    t.destructions()
                            .insert(new RetentionRun(
                                    id,
                                    facts.now(),
                                    today,
                                    nightly,
                                    planned,
                                    tally.destroyed,
                                    tally.lists,
                                    t.data().countHeldPastTerm(today),
                                    removed));
                    if (nightly) {
                        t.settings().put(LAST_NIGHT, today.toString());
                    }
                    return new Done(id, "RECORDED", 1);
                },
                facts -> {});
    }

    private int removeOldBackups() {
        int days = store.transact(t -> t.policies().current().periods().keepBackupsDays());
        try {
            return backups.removeOlderThan(Duration.ofDays(days));
        } catch (UnavailableException e) {
            LOG.log(System.Logger.Level.WARNING, "Old backups could not be removed: {0}", e.getMessage());
            return 0;
        }
    }

    private interface Afterwards {

        void with(Facts facts);
    }

    /** @return whether it was done */
    private boolean byThePlatform(Act act, UUID object, Gate.Asking asking, Gate.Change work, Afterwards afterwards) {
        Facts[] done = {null};
        boolean isDone = ByThePlatform.does(gate, act, object, asking, (t, facts) -> {
            Done result = work.apply(t, facts);
            done[0] = facts;
            return result;
        });
        if (isDone) {
            afterwards.with(done[0]);
        }
        return isDone;
    }
}
