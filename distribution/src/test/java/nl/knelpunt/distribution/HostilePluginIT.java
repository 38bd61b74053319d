package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.knelpunt.hostile.HarmlessAdapter;
import nl.knelpunt.hostile.HostileAdapter;
import nl.knelpunt.naughty.NaughtyAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A plugin of the customs that wants to go round everything, beside those of police and municipalities, in the real distribution.
 * What stops what, and what nothing within one Java machine stops, is the table of {@code docs/admin/trust.md}.
 */
class HostilePluginIT {

    private static final String CUSTOMS = TestPlugin.PARTICIPANT;
    private static final String POLICE = "politie-noord-holland";

    /**
     * What it tries, as a class of {@code nl.knelpunt.hostile}.
     *
     * @param refusedFor one of the things for which its jar is refused
     * @param holds whether it is stopped also where the jar was not looked into: by the framework, the booth or Java itself
     */
    private record Tried(String refusedFor, boolean holds) {}

    private static final Map<String, Tried> ATTEMPTS = new LinkedHashMap<>();

    static {
        ATTEMPTS.put("OwnContext", new Tried("java.lang.reflect.Method", true));
        ATTEMPTS.put("OtherBundles", new Tried("java.lang.reflect.Method", true));
        ATTEMPTS.put("ContextOfTheApi", new Tried("nl.knelpunt.hostile.HostileAdapter", true));
        ATTEMPTS.put("ClassesByName", new Tried("java.lang.StackWalker", true));
        ATTEMPTS.put("FieldsOfWhatItHolds", new Tried("java.lang.reflect.Field", true));
        ATTEMPTS.put("CallersOnTheStack", new Tried("java.lang.StackWalker", true));
        ATTEMPTS.put("SinkFromAThread", new Tried("java.lang.Thread", true));
        ATTEMPTS.put("SinkOfAnEarlierCall", new Tried("nl.knelpunt.hostile.HostileAdapter", true));
        ATTEMPTS.put("HandlerFactory", new Tried("java.net.URL", true));
        ATTEMPTS.put("AttachesToItself", new Tried("java.lang.ProcessHandle", true));
        ATTEMPTS.put("Deserialises", new Tried("java.io.ObjectInputStream", true));
        ATTEMPTS.put("BundleByLocation", new Tried("java.lang.reflect.Method", true));
        ATTEMPTS.put("Wiring", new Tried("java.lang.reflect.Method", true));
        ATTEMPTS.put("HandsOfJava", new Tried("java.beans.Expression", true));
        ATTEMPTS.put("ReadsTheDatabase", new Tried("java.nio.file.Files", false));
        ATTEMPTS.put("ReadsTheKeys", new Tried("java.io.File", false));
        ATTEMPTS.put("OpensASocket", new Tried("java.net.Socket", false));
        ATTEMPTS.put("ChangesAProperty", new Tried("java.lang.System.setProperty", false));
        ATTEMPTS.put("ChangesTheLog", new Tried("java.lang.Class.forName", false));
        ATTEMPTS.put("ReadsTheEnvironment", new Tried("java.lang.System.getenv", false));
        ATTEMPTS.put("StartsAThread", new Tried("java.lang.Thread", false));
        ATTEMPTS.put("SeesOtherThreads", new Tried("java.lang.Thread", false));
        ATTEMPTS.put("RunsAProgram", new Tried("java.lang.ProcessBuilder", false));
        ATTEMPTS.put("UsesUnsafe", new Tried("java.lang.reflect.Field", false));
        ATTEMPTS.put("FindsTheManagement", new Tried("java.lang.management.ManagementFactory", false));
        ATTEMPTS.put("StopsThePlatform", new Tried("java.lang.System.exit", false));
        ATTEMPTS.put("HaltsThePlatform", new Tried("java.lang.Runtime", false));
    }

    /** Java itself stops these, since the framework's module gives nothing to a plugin; not a mistake in the attempt. */
    private static final Set<String> AT_THE_FRAMEWORK =
            Set.of("OwnContext", "OtherBundles", "ContextOfTheApi", "BundleByLocation", "Wiring");

    /** Not made where nothing would stop them: they would end the server, and they would be right. */
    private static final List<String> FATAL = List.of("StopsThePlatform", "HaltsThePlatform");

    @TempDir
    Path folder;

    @Test
    void everyAttemptIsRefusedByNameBeforeAnythingOfItRuns() throws Exception {
        Platform platform = withCustoms();
        for (String attempt : ATTEMPTS.keySet()) {
            TestPlugin.write(
                    platform.home().resolve("plugins").resolve(attempt + ".jar"),
                    HarmlessAdapter.class,
                    "1.0.0",
                    List.of("HarmlessAdapter", "Attempt", attempt, attempt + "$*"));
        }
        try (platform) {
            platform.start();
            appoint(platform);
            for (Map.Entry<String, Tried> attempt : ATTEMPTS.entrySet()) {
                String jar = attempt.getKey() + ".jar";
                Platform.until(jar + " is refused", () -> refusal(platform, jar) != null);
                String line = refusal(platform, jar);
                assertTrue(
                        line.contains("nl/knelpunt/hostile/" + attempt.getKey() + ".class: uses "
                                + attempt.getValue().refusedFor() + ", which a plugin can't"),
                        line);
            }

            platform.as(CUSTOMS + ".connection")
                    .deliver(CUSTOMS, "text/plain", "x")
                    .refusedBy("G51");
            othersGoOn(platform);
            JsonNode folder = check(platform, "plugins");
            assertEquals("warn", folder.path("status").asText());
            assertTrue(folder.path("message").asText().contains("StopsThePlatform.jar"));
            assertEquals(200, platform.health(), "the platform itself is well");
            String status = platform.run("status").ok().out();
            assertTrue(status.contains("plugins: ") && status.contains("HaltsThePlatform.jar"), status);
        }
    }

    @Test
    void whereTheJarWasNotLookedIntoTheOtherWallsHoldWhatTheyClaimAndNoMore() throws Exception {
        Platform platform = withCustoms();
        takeTheCheckOut(platform.home().resolve("bundles/nl.knelpunt.modules.jar"));
        TestPlugin.write(platform.home().resolve("plugins/hostile.jar"), HostileAdapter.class, "1.0.0", List.of("*"));
        try (platform) {
            platform.start();
            appoint(platform);
            Platform.until("the customs' plugin serves", () -> kinds(platform).contains("customs"));
            Person customs = platform.as(CUSTOMS + ".connection");
            assertEquals("got a sink to keep", attempt(customs, "KeepsItsSink"));

            List<String> wrong = new ArrayList<>();
            for (Map.Entry<String, Tried> attempt : ATTEMPTS.entrySet()) {
                if (FATAL.contains(attempt.getKey())) {
                    continue;
                }
                String told = switch (attempt.getKey()) {
                    case "ReadsTheDatabase", "ReadsTheKeys" -> " " + platform.data();
                    case "OpensASocket" -> " " + URI.create(platform.address()).getPort();
                    default -> "";
                };
                String outcome = attempt(customs, attempt.getKey() + told);
                boolean isStopped = outcome.equals("stopped by java.lang.IllegalAccessException")
                        || outcome.startsWith("stopped by ") && !AT_THE_FRAMEWORK.contains(attempt.getKey());
                if (isStopped != attempt.getValue().holds()) {
                    wrong.add(attempt.getKey() + ": " + outcome);
                }
            }
            assertEquals(List.of(), wrong);

            othersGoOn(platform);
            assertEquals(200, platform.health());
            assertEquals(
                    List.of(),
                    platform.as(CUSTOMS + ".worker").get("/v1/signals").items(),
                    "nothing was kept");
        }
        assertEquals(
                ATTEMPTS.size() - FATAL.size() + 1,
                failedDeliveries(platform),
                "each attempt is an act that was permitted and failed");
    }

    @ParameterizedTest
    @CsvSource({"trust.md, **lukt**", "trust.en.md, **works**"})
    void theAdministratorReadsTheSame(String page, String works) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/admin", page));
        for (Map.Entry<String, Tried> attempt : ATTEMPTS.entrySet()) {
            List<String> rows = lines.stream()
                    .filter(line -> line.startsWith("|") && line.contains("`" + attempt.getKey() + "`"))
                    .toList();
            assertEquals(1, rows.size(), attempt.getKey());
            assertEquals(attempt.getValue().holds(), !rows.get(0).endsWith("| " + works + " |"), rows.get(0));
        }
    }

    @Test
    void whateverAnAdapterDoesWithWhatItMayUseHarmsNobodyElse() throws Exception {
        Platform platform = withCustoms().with("KNELPUNT_JAVA_OPTS", "-Xmx160m");
        Path jar = platform.home().resolve("plugins/naughty.jar");
        naughty(jar, "1.0.0");
        try (platform) {
            platform.start();
            appoint(platform);
            Platform.until("the customs' plugin serves", () -> kinds(platform).contains("customs"));
            Person customs = platform.as(CUSTOMS + ".connection");
            Person worker = platform.as(CUSTOMS + ".worker");

            for (String deed : List.of("throw", "overflow", "spam", "nothing", "pollute", "shout", "forge", "?")) {
                Person.Answer answer =
                        customs.deliver(CUSTOMS, "text/plain", deed).is(422);
                assertFalse(answer.text("where").isBlank(), deed);
                assertFalse(answer.toString().contains("Kademan"), deed);
            }
            assertEquals(List.of(), worker.get("/v1/signals").items());
            othersGoOn(platform);

            // It fills the memory, while the police deliver.
            List<Integer> others = during(
                    platform,
                    () -> customs.deliver(CUSTOMS, "text/plain", "fill").is(422));
            assertEquals(
                    List.of(), others.stream().filter(status -> status != 201).toList(), others::toString);
            gone(platform, "filled the memory");

            // Another build takes its place; it spins for ever, while the police deliver.
            naughty(jar, "1.0.1");
            Platform.until(
                    "the customs' plugin serves again", () -> kinds(platform).contains("customs"));
            customs.deliver(CUSTOMS, "text/plain", "behave").is(201);
            mayTake(platform, 5);
            others = during(platform, () -> {
                Person.Answer cutOff =
                        customs.deliver(CUSTOMS, "text/plain", "spin").is(503);
                assertTrue(cutOff.text("detail").contains("te lang"), cutOff.toString());
                assertTrue(cutOff.at("refusals").isMissingNode(), cutOff.toString());
            });
            assertEquals(
                    List.of(), others.stream().filter(status -> status != 201).toList(), others::toString);
            gone(platform, "was not ready after 5 s");
            assertTrue(check(platform, "adapters").path("message").asText().endsWith("herstart."));
            assertEquals(
                    "G51",
                    worker.get("/v1/signals").items().get(0).at("/frozen/rule").asText());

            // Over a restart it stays away, until its jar does.
            mayTake(platform, 60);
            platform.stop();
            platform.start();
            assertFalse(kinds(platform).contains("customs"));
            assertEquals("warn", check(platform, "modules").path("status").asText());
            Path away = Files.move(jar, folder.resolve("naughty.jar"));
            Platform.until(
                    "it is not missed any more",
                    () -> check(platform, "modules").path("status").asText().equals("pass"));
            Files.move(away, jar);
            Platform.until("it serves again", () -> kinds(platform).contains("customs"));
            platform.as(CUSTOMS + ".connection")
                    .deliver(CUSTOMS, "text/plain", "behave")
                    .is(201);
        }
        assertEquals(10, failedDeliveries(platform));
        String log = platform.log();
        assertFalse(log.contains("Kademan") || log.contains("All is lost") || log.contains("xxxxxxxxxx"));
        assertTrue(log.contains("Adapter naughty of test.customs failed with java.lang.StackOverflowError"));
    }

    // The platform

    private Platform withCustoms() throws IOException {
        Platform platform = new Platform(folder);
        Files.delete(platform.plugin("customs"));
        Path region = platform.home().resolve("conf/region.json");
        Files.writeString(
                region,
                Files.readString(region)
                        .replace(
                                "\"participants\": [",
                                "\"participants\": [{\"id\": \"" + CUSTOMS
                                        + "\", \"name\": \"Douane\", \"kind\": \"customs\", \"organs\": [\"DOUANE\"]},"));
        return platform.withAdmin();
    }

    private static void appoint(Platform platform) {
        platform.appoint(CUSTOMS + ".connection", CUSTOMS, null, "CONNECTION")
                .appoint(CUSTOMS + ".worker", CUSTOMS, "DOUANE", "WORKER")
                .appoint(POLICE + ".connection", POLICE, null, "CONNECTION");
    }

    private static void naughty(Path jar, String version) throws Exception {
        TestPlugin.write(jar, NaughtyAdapter.class, version, List.of("*"));
    }

    /** Changes the file of the running server, by way of a mistake, so that it is seen when each has arrived. */
    private static void mayTake(Platform platform, int seconds) throws IOException {
        Path file = platform.home().resolve("conf/nl.knelpunt.engine.adapters.cfg");
        Files.writeString(file, "seconds = soon\n");
        Platform.until(
                "the mistake is told",
                () -> check(platform, "adapters").path("status").asText().equals("fail"));
        Files.writeString(file, "seconds = " + seconds + "\n");
        Platform.until(
                "it is well again",
                () -> !check(platform, "adapters").path("status").asText().equals("fail"));
    }

    private static void othersGoOn(Platform platform) {
        platform.as(POLICE + ".connection")
                .deliver(POLICE, "application/xml", StoryIT.message("incident.xml"))
                .is(201);
    }

    /** The statuses that the police hear in the meantime. */
    private static List<Integer> during(Platform platform, Runnable deed) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService police = Executors.newSingleThreadExecutor();
        try {
            Person connection = platform.elsewhere(POLICE + ".connection");
            Future<List<Integer>> heard = police.submit(() -> {
                List<Integer> statuses = new ArrayList<>();
                do {
                    statuses.add(connection
                            .deliver(POLICE, "application/xml", StoryIT.message("incident.xml"))
                            .status());
                } while (!over.get());
                return statuses;
            });
            try {
                deed.run();
            } finally {
                over.set(true);
            }
            return heard.get();
        } finally {
            police.shutdownNow();
        }
    }

    private static void gone(Platform platform, String why) {
        Platform.until("it is taken out", () -> !kinds(platform).contains("customs"));
        platform.as(CUSTOMS + ".connection")
                .deliver(CUSTOMS, "text/plain", "behave")
                .is(503);
        Platform.until(
                "health says so",
                () -> check(platform, "modules").path("message").asText().contains("quarantaine"));
        String status = platform.run("status").ok().out();
        assertTrue(status.contains("customs") && status.contains(why), status);
        Platform.until("the log says why", () -> platform.log().contains(why));
        assertTrue(platform.log().contains("The plugin of \"customs\" is in quarantine: "));
        othersGoOn(platform);
    }

    private static String attempt(Person customs, String what) {
        Person.Answer answer = customs.deliver(CUSTOMS, "text/plain", what).is(422);
        assertEquals(what.split(" ")[0], answer.text("where"));
        return answer.text("detail");
    }

    private static List<String> kinds(Platform platform) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode participant :
                platform.as(Platform.ADMIN).get("/v1/participants").body().path("items")) {
            if (participant.path("connected").asBoolean()) {
                kinds.add(participant.path("kind").asText());
            }
        }
        return kinds;
    }

    private static JsonNode check(Platform platform, String name) {
        for (JsonNode check : platform.nobody().get("/v1/health").body().path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("Health says nothing of " + name);
    }

    private static String refusal(Platform platform, String jar) {
        return platform.log()
                .lines()
                .filter(line -> line.contains("Plugin jar " + jar + " is not used: "))
                .findFirst()
                .orElse(null);
    }

    /** In the processing log of the stopped platform. */
    private static int failedDeliveries(Platform platform) throws SQLException {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + platform.data().resolve("knelpunt.db"));
                Statement statement = database.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(*) from processing_log where act = 'DELIVER_MESSAGE'"
                                + " and result = 'FAILED' and participant = '" + CUSTOMS + "'")) {
            count.next();
            return count.getInt(1);
        }
    }

    // A hole

    /** As if the check let everything pass, in this copy of the platform; the product has no such switch. */
    private static void takeTheCheckOut(Path modules) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(modules)) {
            Path check = jar.getPath("nl/knelpunt/modules/JarCheck.class");
            ClassReader reader = new ClassReader(Files.readAllBytes(check));
            ClassWriter writer = new ClassWriter(0);
            int[] taken = {0};
            reader.accept(
                    new ClassVisitor(Opcodes.ASM9, writer) {
                        @Override
                        public MethodVisitor visitMethod(
                                int access, String name, String type, String signature, String[] exceptions) {
                            MethodVisitor method = super.visitMethod(access, name, type, signature, exceptions);
                            if (!name.equals("check")) {
                                return method;
                            }
                            taken[0]++;
                            method.visitCode();
                            method.visitInsn(Opcodes.RETURN);
                            method.visitMaxs(0, 2);
                            method.visitEnd();
                            return null;
                        }
                    },
                    0);
            assertEquals(1, taken[0], "there is one check");
            Files.write(check, writer.toByteArray(), StandardOpenOption.TRUNCATE_EXISTING);
        }
    }
}
