package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.Rule;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.guard.Rules;
import nl.knelpunt.engine.guard.SectorRules;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.UnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rule set of today: the law's rules under this RIEC's policy, with those of the active plugins. Made anew when one changes. */
@Component(service = RulesInForce.class)
public final class RulesInForce {

    private static final System.Logger LOG = System.getLogger(RulesInForce.class.getName());

    /** Digits of a jar's digest in the version of the rules. */
    private static final int DIGITS = 8;

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
        return on(day, policy, router.active());
    }

    /**
     * @param plugins that are active, as the caller sees them: whoever also asks which data are frozen asks it of the same list
     * @throws UnavailableException on a day before the law came into force: nothing may be processed
     */
    RuleSet on(LocalDate day, Policy policy, List<PluginDescriptor> plugins) {
        if (day.isBefore(Rules.LAW_IN_FORCE)) {
            throw new UnavailableException(
                    new Text(
                            "De klok staat op een dag waarop de Wgs nog niet gold. Zet de klok goed.",
                            "The clock stands at a day before the Wgs came into force. Set the clock right."),
                    null);
        }
        Made last = made;
        if (last == null || !last.day.equals(day) || !last.policy.equals(policy) || !last.plugins.equals(plugins)) {
            RuleSet rules = RuleSet.of(day, policy, compiled(plugins, day), version(plugins));
            if (!rules.sector().isEmpty()
                    && (last == null || !last.rules.version().equals(rules.version()))) {
                // Log records name the version, which may be a digest: this says of what.
                LOG.log(
                        System.Logger.Level.INFO,
                        "Rule set {0} has the rules of: {1}",
                        rules.version(),
                        rules.sector());
            }
            last = new Made(day, policy, plugins, rules);
            made = last;
        }
        return last.rules;
    }

    private static List<Rule> compiled(List<PluginDescriptor> plugins, LocalDate day) {
        return plugins.stream()
                .flatMap(p -> SectorRules.compile(p.kind(), p.rules(), day).stream())
                .toList();
    }

    /** Of a jar that was built anew under the same version the digest tells. */
    private static String version(List<PluginDescriptor> plugins) {
        return plugins.stream()
                .filter(p -> !p.rules().isEmpty())
                .map(p -> p.kind() + " " + p.version() + "@" + p.digest().substring(0, DIGITS))
                .collect(Collectors.joining(","));
    }
}
