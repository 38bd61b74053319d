package nl.knelpunt.engine.component;

import java.util.List;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.oversight.PolicyChange;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class PolicyUseCases implements Policies {

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;
    private final RulesInForce rules;

    @Activate
    public PolicyUseCases(
            @Reference Gate gate, @Reference Store store, @Reference DomainClock clock, @Reference RulesInForce rules) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    public Done change(Call call, Wanted wanted) {
        Checks.text("deviation", wanted.deviation(), Checks.TEXT);
        return gate.change(
                call,
                Act.CHANGE_POLICY,
                wanted.advice(),
                (t, facts) -> facts.withPapers(facts.papers().with(advice(t, wanted)))
                        .asking(new Asked.Changing(wanted.deviation(), wanted.reportedTo())),
                (t, facts) -> change(t, facts, call.version(), wanted));
    }

    private static RacAdvice advice(Transaction transaction, Wanted wanted) {
        return wanted.advice() == null
                ? null
                : transaction.advices().find(wanted.advice()).orElse(null);
    }

    private static Done change(Transaction transaction, Facts facts, Long seen, Wanted wanted) {
        Policy now = transaction.policies().current();
        if (seen != null && seen != now.version()) {
            throw new StaleException(now.version());
        }
        Policy changed =
                restingOn(facts.papers().advice(), now, wanted.change().apply(Values.of(now)), now.version() + 1);
        transaction.advices().update(facts.papers().advice().usedAt(facts.now()));
        transaction
                .policies()
                .put(new PolicyChange(
                        changed,
                        wanted.advice(),
                        wanted.deviation(),
                        wanted.reportedTo(),
                        facts.actor().logName(),
                        facts.now()));
        return new Done(wanted.advice(), "CHANGED", changed.version());
    }

    /** Recognition help rests on the advice by which it came on; a later change of something else leaves that as it is. */
    private static Policy restingOn(RacAdvice advice, Policy now, Values wanted, long version) {
        Policy changed = Checks.policy(wanted, version);
        String reference = now.help().isOn() ? now.help().reference() : advice.reference();
        return Boolean.TRUE.equals(wanted.help().on())
                ? changed.with(changed.help().restingOn(reference))
                : changed;
    }

    @Override
    public Policy current() {
        return store.transact(t -> t.policies().current());
    }

    @Override
    public List<PolicyChange> changes() {
        return store.transact(t -> t.policies().changes());
    }

    @Override
    public RuleSet rules() {
        return rules.on(clock.now().atZone(Facts.NETHERLANDS).toLocalDate(), current());
    }
}
