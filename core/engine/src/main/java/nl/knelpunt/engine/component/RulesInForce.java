package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.guard.Rules;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.UnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rule set of today: the law's rules under this RIEC's policy, with those of the active plugins. Made anew when one changes. */
@Component(service = RulesInForce.class)
public final class RulesInForce {

    private final Router router;
    private volatile Made made;

    private record Made(LocalDate day, Policy policy, List<PluginDescriptor> plugins, RuleSet rules) {}

    @Activate
    public RulesInForce(@Reference Router router) {
        this.router = router;
    }

    /**
     * @throws UnavailableException on a day before the law came into force: nothing may be processed
     */
    RuleSet on(LocalDate day, Policy policy) {
        if (day.isBefore(Rules.LAW_IN_FORCE)) {
            throw new UnavailableException(
                    new Text(
                            "De klok staat op een dag waarop de Wgs nog niet gold. Zet de klok goed.",
                            "The clock stands at a day before the Wgs came into force. Set the clock right."),
                    null);
        }
        List<PluginDescriptor> plugins = router.active();
        Made last = made;
        if (last == null || !last.day.equals(day) || !last.policy.equals(policy) || !last.plugins.equals(plugins)) {
            last = new Made(day, policy, plugins, RuleSet.of(day, policy));
            made = last;
        }
        return last.rules;
    }
}
