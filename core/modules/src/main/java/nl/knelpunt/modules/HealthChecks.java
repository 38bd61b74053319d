package nl.knelpunt.modules;

import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import nl.knelpunt.engine.module.ModuleHealth;
import nl.knelpunt.engine.module.Modules;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * A Felix Health Check for each kind of participant, for whoever runs such checks in the framework. What is judged, and how, is
 * what {@code /v1/health} tells. For one thread; the checks themselves for any.
 */
final class HealthChecks {

    static final String TAG = "module";

    private final BundleContext context;
    private final Function<String, Optional<Modules.Status>> served;
    private final Map<String, ServiceRegistration<HealthCheck>> registered = new TreeMap<>();

    /** @param served how a kind is served now; empty when it is none any more */
    HealthChecks(BundleContext context, Function<String, Optional<Modules.Status>> served) {
        this.context = context;
        this.served = served;
    }

    /** Has one for each of these and for no other. */
    void follow(Set<String> kinds) {
        registered.entrySet().removeIf(entry -> {
            boolean isGone = !kinds.contains(entry.getKey());
            if (isGone) {
                entry.getValue().unregister();
            }
            return isGone;
        });
        kinds.forEach(kind -> registered.computeIfAbsent(kind, this::register));
    }

    private ServiceRegistration<HealthCheck> register(String kind) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, "Module of " + kind);
        properties.put(HealthCheck.TAGS, new String[] {TAG, kind});
        return context.registerService(HealthCheck.class, () -> look(kind), properties);
    }

    private Result look(String kind) {
        FormattingResultLog log = new FormattingResultLog();
        Optional<Modules.Status> status = served.apply(kind);
        if (status.isEmpty()) {
            log.info("Nothing is meant to run.");
            return new Result(log);
        }
        ModuleHealth judged = ModuleHealth.of(status.get());
        Modules.Health health = status.get().health();
        log.info(
                "Started: {}, satisfied: {}, in it now: {}",
                status.get().runs().isPresent(),
                judged.isSatisfied(),
                status.get().inside());
        log.info(
                "{} calls, {} failed by its own fault, median {} ms, 95 % within {} ms",
                health.calls(), health.errors(), health.p50(), health.p95());
        status.get().swap().ifPresent(swap -> log.info("Swap under way: {}", swap.step()));
        switch (judged.status()) {
            case OK -> log.info("It works.");
            case WARN -> log.warn("{}", judged.message().en());
            case CRITICAL -> log.critical("{}", judged.message().en());
        }
        return new Result(log);
    }
}
