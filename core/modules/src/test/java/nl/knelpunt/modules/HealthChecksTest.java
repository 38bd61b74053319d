package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.Modules;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs Felix Health Checks in the framework sees each module as {@code /v1/health} does. */
class HealthChecksTest {

    private static final Generation RUNS = new Generation("a".repeat(64), Configuration.NONE);
    private static final Module POLICE = new Module("police", 1, RUNS, List.of(), null, null);

    @TempDir
    Path temporary;

    private final Map<String, Modules.Status> served = new TreeMap<>();
    private TestFramework framework;
    private HealthChecks checks;
    private HealthCheckExecutor executor;

    @BeforeEach
    void start() throws Exception {
        framework = new TestFramework(temporary.resolve("felix"), Map.of()).start();
        framework
                .install(TestFramework.jarOnClassPath("org.apache.felix.configadmin"))
                .start();
        framework
                .install(TestFramework.jarOnClassPath("org.apache.felix.healthcheck.core"))
                .start();
        // Of all, since the framework itself, which gives the API here, is taken for nobody's user.
        executor = (HealthCheckExecutor) framework
                .context()
                .getService(framework.context().getAllServiceReferences(HealthCheckExecutor.class.getName(), null)[0]);
        checks = new HealthChecks(framework.context(), kind -> Optional.ofNullable(served.get(kind)));
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    private static Modules.Status status(Module module, Generation runs, long calls, long errors) {
        return new Modules.Status(
                module,
                List.of(),
                Optional.ofNullable(runs),
                2,
                new Modules.Health(calls, errors, 7, 40),
                Optional.empty(),
                List.of());
    }

    private Result only(String tag) {
        List<HealthCheckExecutionResult> results = executor.execute(HealthCheckSelector.tags(tag));
        assertEquals(1, results.size(), results::toString);
        return results.get(0).getHealthCheckResult();
    }

    private Result police(Modules.Status status) {
        served.put("police", status);
        checks.follow(Set.of());
        checks.follow(Set.of("police"));
        return only("police");
    }

    @Test
    void oneThatServesWellIsOkWithItsFigures() {
        Result result = police(status(POLICE, RUNS, 200, 1));
        assertEquals(Result.Status.OK, result.getStatus());
        assertTrue(result.toString().contains("200 calls, 1 failed by its own fault, median 7 ms, 95 % within 40 ms"));
        assertTrue(result.toString().contains("in it now: 2"));
    }

    @Test
    void oneThatFailsTooOftenIsAWarning() {
        Result result = police(status(POLICE, RUNS, 100, 10));
        assertEquals(Result.Status.WARN, result.getStatus());
        assertTrue(result.toString().contains("10 % fail"), result::toString);
    }

    @Test
    void oneThatDoesNotServeOrIsInQuarantineIsCritical() {
        assertEquals(Result.Status.CRITICAL, police(status(POLICE, null, 0, 0)).getStatus());
        Module held =
                POLICE.quarantined(new Module.Quarantine(new Text("te traag", "too slow"), "platform", Instant.EPOCH));
        Result result = police(status(held, null, 0, 0));
        assertEquals(Result.Status.CRITICAL, result.getStatus());
        assertTrue(result.toString().contains("too slow"), result::toString);
    }

    @Test
    void eachKindHasOneForAsLongAsItIsKnown() {
        served.put("police", status(POLICE, RUNS, 0, 0));
        checks.follow(Set.of("police", "customs"));
        assertEquals(
                2, executor.execute(HealthCheckSelector.tags(HealthChecks.TAG)).size());
        assertEquals(Result.Status.OK, only("customs").getStatus(), "nothing is meant to run there");
        checks.follow(Set.of("police"));
        assertEquals(
                1, executor.execute(HealthCheckSelector.tags(HealthChecks.TAG)).size());
        checks.follow(Set.of());
        assertEquals(List.of(), executor.execute(HealthCheckSelector.tags(HealthChecks.TAG)));
    }
}
