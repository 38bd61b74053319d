package nl.knelpunt.engine.component;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.RacAdvice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class AdviceUseCases implements Advices {

    private final Gate gate;

    @Activate
    public AdviceUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done register(Call call, NewAdvice advice) {
        Checks.filled("reference", advice.reference());
        Checks.filled("about", advice.about());
        Checks.required("date", advice.date());
        Checks.text("reference", advice.reference(), Checks.LINE);
        Checks.text("about", advice.about(), Checks.TEXT);
        Gate.Asking asking = (t, facts) -> facts.asking(new Asked.Advising(advice.reference(), advice.about()));
        return gate.change(call, Act.REGISTER_ADVICE, null, asking, (t, facts) -> {
            Checks.notAfter("date", advice.date(), facts.today());
            RacAdvice registered = new RacAdvice(
                    Ids.next(),
                    advice.reference(),
                    advice.about(),
                    advice.date(),
                    advice.positive(),
                    facts.actor().account().id(),
                    facts.now());
            t.advices().insert(registered);
            return new Done(registered.id(), "REGISTERED", 1);
        });
    }

    @Override
    public Page<RacAdvice> list(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_ADVICES, null, (t, facts, judge) -> {
            List<RacAdvice> found = t.advices().list(after, limit);
            return new Page<>(
                    found, found.size() < limit ? null : found.get(limit - 1).id());
        });
    }
}
