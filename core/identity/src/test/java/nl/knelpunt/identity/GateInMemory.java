package nl.knelpunt.identity;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.event.Heard;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.TriedException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Decision;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;

/** A gate that lets everything through but what it is told to refuse, and the store behind it. */
final class GateInMemory implements Gate, Store {

    private static final RuleSet RULES = RuleSet.of(LocalDate.of(2026, 3, 2), Policy.DEFAULT);

    record Entry(Act act, Caller caller, boolean permitted) {}

    final AccountsInMemory accounts = new AccountsInMemory();
    final List<Entry> log = new ArrayList<>();
    final Set<Act> refused = new HashSet<>();
    int transactions;

    private final Region region;

    GateInMemory(Region region) {
        this.region = region;
    }

    @Override
    public void admit(Call call, Act act, UUID object, Asking asking) {
        guard(call, act);
    }

    @Override
    public Done change(Call call, Act act, UUID object, Asking asking, Change work) {
        guard(call, act);
        endTrial(call, act);
        log.add(new Entry(act, call.caller(), true));
        return work.apply(transaction(), asking.ask(transaction(), facts(call, act)));
    }

    @Override
    public <R> R read(Call call, Act act, UUID object, Asking asking, Reading<R> work) {
        guard(call, act);
        endTrial(call, act);
        log.add(new Entry(act, call.caller(), true));
        return work.apply(transaction(), asking.ask(transaction(), facts(call, act)), null);
    }

    @Override
    public void failed(Call call, Act act, UUID object) {
        throw new AssertionError("Identity calls no modules");
    }

    @Override
    public Heard hear(Call call, long position, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void awaitNews(long news, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> R transact(Function<Transaction, R> work) {
        transactions++;
        return work.apply(transaction());
    }

    private void guard(Call call, Act act) {
        if (refused.contains(act)) {
            log.add(new Entry(act, call.caller(), false));
            Text text = new Text("niet bevoegd", "not authorised");
            throw new RefusedException(List.of(new Finding("G41", "art. 1.8 Wgs", text, text, null)));
        }
    }

    private static void endTrial(Call call, Act act) {
        if (call.isTrial()) {
            throw new TriedException(act, new Decision(List.of(), Set.of(), RULES.version(), false), RULES);
        }
    }

    private Facts facts(Call call, Act act) {
        return Facts.of(
                act,
                call.caller() instanceof Caller.Person person
                        ? accounts.find(person.account())
                                .map(a -> new Actor(a.id().toString(), a, null, a.roles()))
                                .orElse(Actor.UNKNOWN)
                        : Actor.UNKNOWN,
                Instant.EPOCH,
                region,
                Set.of(),
                RULES);
    }

    private Transaction transaction() {
        return (Transaction) Proxy.newProxyInstance(
                Transaction.class.getClassLoader(), new Class<?>[] {Transaction.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("accounts")) {
                        return accounts;
                    }
                    throw new AssertionError("Identity touches only accounts, not " + method.getName());
                });
    }
}
