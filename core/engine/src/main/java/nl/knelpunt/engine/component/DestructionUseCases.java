package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.retention.Certificate;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.DestructionLists;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Destruction lists, from their making to their certificate. What they order is done by {@link RetentionWork}. */
@Component
public final class DestructionUseCases implements DestructionLists {

    private final Gate gate;

    @Activate
    public DestructionUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done make(Call call, UUID knelpunt, List<UUID> data, String reason) {
        check(data, reason);
        UUID id = Ids.next();
        return gate.change(
                call,
                Act.MAKE_DESTRUCTION_LIST,
                knelpunt,
                (t, facts) -> facts.asking(new Asked.Saying("reason", reason)),
                (t, facts) -> {
                    Knelpunt about = facts.knelpunt();
                    boolean over = about.state() == KnelpuntState.CLOSED || about.state() == KnelpuntState.REJECTED;
                    if (data.isEmpty() && !over) {
                        throw new InvalidException(
                                "data",
                                new Text(
                                        "Noem de gegevens die niet meer nodig zijn. Alles tegelijk kan pas na de afsluiting.",
                                        "Name the data that are no longer necessary. Everything at once is possible after the closure."));
                    }
                    requireThere(t, knelpunt, data);
                    DestructionList made = new DestructionList(
                            id,
                            knelpunt,
                            about.activity(),
                            1,
                            DestructionState.DRAFT,
                            data.isEmpty(),
                            data,
                            reason,
                            null,
                            facts.now(),
                            facts.actor().account().id(),
                            null,
                            List.of(),
                            Map.of(),
                            null);
                    t.destructions().insert(made);
                    return new Done(id, made.state().name(), made.version());
                });
    }

    private static void check(List<UUID> data, String reason) {
        Checks.filled("reason", reason);
        Checks.text("reason", reason, Checks.TEXT);
        if (data.size() > MOST_DATA) {
            throw new InvalidException(
                    "data",
                    new Text(
                            "Zet ten hoogste " + MOST_DATA + " gegevens op een lijst.",
                            "Put at most " + MOST_DATA + " data on one list."));
        }
    }

    private static void requireThere(Transaction transaction, UUID knelpunt, List<UUID> data) {
        for (int i = 0; i < data.size(); i++) {
            UUID one = data.get(i);
            boolean there = one != null
                    && transaction
                            .data()
                            .find(one)
                            .map(d -> d.dossier().equals(knelpunt))
                            .orElse(false);
            if (!there) {
                throw notThere("data[" + i + "]");
            }
        }
    }

    private static InvalidException notThere(String field) {
        return new InvalidException(
                field,
                new Text(
                        "Dit gegeven is er niet in dit handhavingsknelpunt.",
                        "There is no such datum in this knelpunt."));
    }

    @Override
    public Done amend(Call call, UUID list, List<UUID> data, String reason) {
        check(data, reason);
        return change(call, Act.AMEND_DESTRUCTION_LIST, list, new Asked.Saying("reason", reason), (t, facts) -> {
            DestructionList now = facts.papers().destruction();
            if (data.isEmpty() != now.whole()) {
                throw new InvalidException(
                        "data",
                        new Text(
                                "Een lijst van alles en een lijst van gegevens zijn verschillende lijsten.",
                                "A list of everything and a list of data are different lists."));
            }
            requireThere(t, now.dossier(), data);
            return now.saying(data, reason);
        });
    }

    @Override
    public Done submit(Call call, UUID list) {
        return change(
                call,
                Act.SUBMIT_DESTRUCTION_LIST,
                list,
                new Asked.Nothing(),
                (t, facts) -> facts.papers().destruction().in(DestructionState.IN_REVIEW));
    }

    @Override
    public Done review(Call call, UUID list, boolean approved, String reason) {
        Checks.text("reason", reason, Checks.TEXT);
        if (!approved) {
            Checks.filled("reason", reason);
        }
        String said = approved ? null : reason;
        return change(
                call,
                Act.REVIEW_DESTRUCTION_LIST,
                list,
                new Asked.Saying("reason", said),
                (t, facts) -> facts.papers()
                        .destruction()
                        .with(new DestructionList.Review(facts.actor().account().id(), facts.now(), approved, said)));
    }

    @Override
    public Done keep(Call call, UUID list, UUID datum, Marks.Hold.Ground ground, String reason, LocalDate until) {
        Checks.required("datum", datum);
        Checks.text("reason", reason, Checks.TEXT);
        Gate.Asking asking = (t, facts) -> listed(t, facts.asking(new Asked.Holding(ground, reason)), datum);
        return change(call, Act.KEEP_LISTED, list, asking, (t, facts) -> {
            DestructionList now = facts.papers().destruction();
            Datum kept = facts.data().stream().findFirst().orElseThrow(() -> notThere("datum"));
            Marks.Hold hold = hold(facts, ground, reason, until);
            t.data().update(kept.with(kept.marks().with(hold)));
            return now.with(new DestructionList.Kept(datum, ground, hold.until(), hold.person(), hold.at()));
        });
    }

    /** With the datum, when it stands on the list. */
    private static Facts listed(Transaction transaction, Facts facts, UUID datum) {
        DestructionList now = facts.papers().destruction();
        return now == null
                ? facts
                : withSubjects(transaction, facts)
                        .withData(transaction.data().find(datum).stream()
                                .filter(d -> d.dossier().equals(now.dossier()))
                                .filter(d -> now.whole() || now.data().contains(d.id()))
                                .toList());
    }

    /** A hold ends by itself, at the latest when it is to be looked at again. */
    static Marks.Hold hold(Facts facts, Marks.Hold.Ground ground, String reason, LocalDate until) {
        LocalDate longest = facts.today().plusMonths(facts.policy().periods().reviewHoldsMonths());
        LocalDate last = until == null ? longest : until;
        if (last.isBefore(facts.today()) || last.isAfter(longest)) {
            throw new InvalidException(
                    "until",
                    new Text(
                            "Kies een dag vanaf vandaag tot en met " + longest
                                    + ". Is het dan nog nodig, schort dan opnieuw op.",
                            "Choose a day from today to " + longest
                                    + ". If it is still necessary then, hold it anew."));
        }
        return new Marks.Hold(ground, reason, facts.actor().account().id(), facts.now(), last);
    }

    @Override
    public ShownList see(Call call, UUID list, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.SEE_DESTRUCTION_LIST, list, (t, facts, judge) -> {
            DestructionList seen = facts.papers().destruction();
            List<UUID> page = page(t, seen, after, limit);
            List<Datum> data =
                    page.stream().flatMap(id -> t.data().find(id).stream()).toList();
            Facts about = withSubjects(t, facts);
            data.forEach(d -> judge.note(about, d));
            return new ShownList(
                    seen,
                    data.stream()
                            .map(d -> new Item(
                                    d.id(),
                                    Objects.toString(d.category(), null),
                                    d.supplier(),
                                    d.destroyBy(),
                                    d.marks().isHeldOn(facts.today())
                                            ? d.marks().hold()
                                            : null))
                            .toList(),
                    page.size() < limit ? null : page.get(limit - 1));
        });
    }

    /** Of the list as it was made: what is gone since leaves a gap in its page, and never ends the list. */
    private static List<UUID> page(Transaction transaction, DestructionList list, UUID after, int limit) {
        return list.whole()
                ? transaction.data().ofDossier(list.dossier(), after, limit).stream()
                        .map(Datum::id)
                        .toList()
                : list.data().stream()
                        .sorted(Comparator.comparing(UUID::toString))
                        .filter(id -> after == null || id.toString().compareTo(after.toString()) > 0)
                        .limit(limit)
                        .toList();
    }

    /** The log has a record for each data subject. */
    private static Facts withSubjects(Transaction transaction, Facts facts) {
        return facts.withSubjects(Subjects.of(
                transaction.data().subjectsOf(facts.papers().destruction().dossier())));
    }

    @Override
    public Page<DestructionList> list(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_DESTRUCTION_LISTS, null, (t, facts, judge) -> {
            List<DestructionList> found = t.destructions().list(after, limit);
            return new Page<>(
                    found, found.size() < limit ? null : found.get(limit - 1).id());
        });
    }

    @Override
    public Certificate certificate(Call call, UUID list) {
        return gate.read(call, Act.SEE_DESTRUCTION_LIST, list, (t, facts, judge) -> {
            DestructionList seen = facts.papers().destruction();
            if (seen.state() != DestructionState.EXECUTED) {
                throw new InvalidException(
                        "state",
                        new Text(
                                "Deze lijst is nog niet uitgevoerd, dus er is nog geen verklaring van vernietiging.",
                                "This list was not executed yet, so there is no certificate of destruction."));
            }
            return Certificate.of(seen);
        });
    }

    private Done change(
            Call call, Act act, UUID list, Asked asked, BiFunction<Transaction, Facts, DestructionList> change) {
        return change(call, act, list, (t, facts) -> facts.asking(asked), change);
    }

    private Done change(
            Call call, Act act, UUID list, Gate.Asking asking, BiFunction<Transaction, Facts, DestructionList> change) {
        return gate.change(call, act, list, asking, (t, facts) -> {
            DestructionList changed = change.apply(t, facts);
            t.destructions().update(changed);
            return new Done(changed.id(), changed.state().name(), changed.version() + 1);
        });
    }
}
