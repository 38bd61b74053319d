package nl.knelpunt.engine.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacAdvice.Matter;
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
        Checks.filled("about", advice.about());
        Checks.text("about", advice.about(), Checks.TEXT);
        Checks.required("date", advice.date());
        check(advice.reference(), advice.outcome(), advice.reasons(), advice.conditions());
        Matter matter = advice.matter() == null ? Matter.ONE_CHANGE : advice.matter();
        check("matter.", matter);
        Map<String, String> said = said(advice.reference(), advice.reasons(), advice.conditions());
        said.put("about", advice.about());
        return gate.change(
                call, Act.REGISTER_ADVICE, null, (t, facts) -> facts.asking(new Asked.Stating(said)), (t, facts) -> {
                    Checks.notAfter("date", advice.date(), facts.today());
                    RacAdvice registered = new RacAdvice(
                            Ids.next(),
                            advice.reference(),
                            advice.about(),
                            advice.date(),
                            advice.outcome(),
                            advice.reasons(),
                            advice.conditions(),
                            matter,
                            null,
                            null,
                            facts.actor().account().id(),
                            facts.now());
                    t.advices().insert(registered);
                    return new Done(registered.id(), "REGISTERED", 1);
                });
    }

    /** What an advice says, however it came. */
    static void check(String reference, RacAdvice.Outcome outcome, String reasons, String conditions) {
        Checks.filled("reference", reference);
        Checks.line("reference", reference);
        Checks.required("outcome", outcome);
        Checks.text("reasons", reasons, Checks.TEXT);
        Checks.text("conditions", conditions, Checks.TEXT);
        if (outcome == RacAdvice.Outcome.WITH_CONDITIONS) {
            Checks.filled("conditions", conditions);
        } else if (conditions != null && !conditions.isBlank()) {
            throw new InvalidException(
                    "conditions",
                    new Text(
                            "Voorwaarden horen alleen bij een advies onder voorwaarden.",
                            "Conditions belong only with an advice with conditions."));
        }
    }

    static Map<String, String> said(String reference, String reasons, String conditions) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("reference", reference);
        said.put("reasons", reasons);
        said.put("conditions", conditions);
        return said;
    }

    /** Whether it says all that its kind asks. */
    static void check(String path, Matter matter) {
        if (matter.of() == Matter.Of.PROVISION) {
            Checks.required(path + "provision", matter.provision());
        }
        if (matter.of() == Matter.Of.PROVISIONS) {
            Checks.required(path + "recipient", matter.recipient());
        }
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
