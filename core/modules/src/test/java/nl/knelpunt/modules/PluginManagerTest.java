package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.HealthCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** The bundle as it is, beside the engine's, in a framework that boots as the launcher boots it. */
class PluginManagerTest {

    @TempDir
    Path temporary;

    private Path folder;
    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void make() throws Exception {
        folder = Files.createDirectory(temporary.resolve("plugins"));
        properties.put("knelpunt.plugins", folder.toString());
        properties.put("knelpunt.data", temporary.resolve("data").toString());
    }

    @Test
    void whenHealthSaysThatAllIsWellThePluginsAreInstalled() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        PluginJar.customs().write(folder.resolve("customs.jar"));
        Files.writeString(folder.resolve("broken.jar"), "broken");
        try (LogLines log = new LogLines();
                TestFramework framework = boot()) {
            await(() -> isWell(framework));

            assertEquals(List.of("customs", "police"), kinds(framework));
            assertTrue(log.once("Plugin jar broken.jar is not used"), log::toString);
        }
    }

    @Test
    void aJarThatComesOrGoesIsNoticed() throws Exception {
        try (LogLines log = new LogLines();
                TestFramework framework = boot()) {
            await(() -> isWell(framework));
            assertEquals(List.of(), kinds(framework));

            PluginJar.police().write(folder.resolve("police.jar"));
            await(() -> kinds(framework).equals(List.of("police")));

            Files.delete(folder.resolve("police.jar"));
            await(() -> framework.pluginBundles().isEmpty());
            await(() -> log.once("is taken away"));
            assertEquals(List.of(), kinds(framework));
        }
    }

    @Test
    void thePluginsGoWithTheRouterAndComeBackWithIt() throws Exception {
        PluginJar.police().write(folder.resolve("police.jar"));
        try (LogLines log = new LogLines();
                TestFramework framework = boot()) {
            await(() -> isWell(framework));
            Bundle engine =
                    framework.context().getServiceReference(Router.class).getBundle();

            engine.stop();
            assertEquals(List.of(), framework.pluginBundles(), log::toString);

            engine.start();
            await(() -> isWell(framework));
            assertEquals(List.of("police"), kinds(framework));
        }
    }

    @Test
    void withoutAPluginsFolderAllIsWellAndNothingRuns() throws Exception {
        properties.remove("knelpunt.plugins");
        try (LogLines log = new LogLines();
                TestFramework framework = boot()) {
            await(() -> isWell(framework));

            assertEquals(List.of(), framework.pluginBundles());
            assertTrue(log.once("No plugins"), log::toString);
        }
    }

    private TestFramework boot() throws Exception {
        TestFramework framework = new TestFramework(temporary.resolve("felix"), properties);
        for (String library : List.of("jackson-annotations", "jackson-core", "jackson-databind", "asm")) {
            framework.install(TestFramework.jarOnClassPath(library)).start();
        }
        framework.install(TestFramework.homeOf(Router.class)).start();
        framework.install(TestFramework.homeOf(PluginManager.class)).start();
        return framework.start();
    }

    private static boolean isWell(TestFramework framework) {
        return framework.services(HealthCheck.class).stream()
                .anyMatch(check ->
                        check.name().equals("modules") && check.problem().isEmpty());
    }

    private static List<String> kinds(TestFramework framework) {
        Router router = framework.service(Router.class);
        return router == null
                ? List.of()
                : router.activeKinds().stream().sorted().toList();
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "Not reached");
            LockSupport.parkNanos(1_000_000);
        }
    }
}
