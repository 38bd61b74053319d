package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command, as an admin meets it. */
@Timeout(300)
class CommandIT {

    private static final String ADMIN_PASSWORD = "lange-brug-aan-het-water";

    private static final Path REPORT = Path.of("../plugins/municipality/src/test/resources/melding.json");

    @TempDir
    private Path folder;

    private static void oneLine(String expected, Installation.Outcome outcome) {
        assertAll(
                () -> assertEquals(1, outcome.exit(), outcome::out),
                () -> assertEquals(1, outcome.out().strip().lines().count(), outcome::out),
                () -> assertTrue(outcome.out().contains(expected), outcome::out));
    }

    @Nested
    @DisplayName("Asked about itself")
    class Itself {

        @Test
        void tellsItsVersion() {
            var outcome = Installation.in(folder).runPlain("--version");

            assertEquals(
                    "knelpunt " + System.getProperty("knelpunt.version"),
                    outcome.out().strip());
            assertEquals(0, outcome.exit());
        }

        @Test
        void explainsEveryCommandThatItNames() {
            var installation = Installation.in(folder);
            var overview = installation.runPlain("--help");

            assertEquals(0, overview.exit());
            for (var command : List.of(
                    "start",
                    "stop",
                    "status",
                    "send",
                    "try",
                    "log verify",
                    "backup",
                    "restore",
                    "accounts add",
                    "accounts list",
                    "accounts qualify",
                    "accounts withdraw",
                    "log show",
                    "log export",
                    "secrecy",
                    "may",
                    "rules",
                    "policy show",
                    "policy set")) {
                assertTrue(overview.out().contains("  " + command + " "), overview::out);
                var words = new ArrayList<>(List.of(command.split(" ")));
                words.add("--help");
                var help = installation.runPlain(words.toArray(String[]::new));
                assertEquals(0, help.exit(), help::out);
                assertTrue(help.out().startsWith("Usage: knelpunt " + command), help::out);
                assertTrue(help.out().contains("--data"), help::out);
            }
        }

        @Test
        void refusesWhatItDoesNotKnow() {
            var installation = Installation.in(folder);

            assertEquals(2, installation.runPlain("stat").exit());
            assertEquals(2, installation.run("status", "--nonsense").exit());
            assertEquals(2, installation.run("start", "--port", "many").exit());
        }

        @Test
        void worksThroughALink() throws IOException {
            var installation = Installation.in(folder);
            var link = Files.createSymbolicLink(
                    folder.resolve("knelpunt-link"), installation.home().resolve("bin/knelpunt"));
            var process = new ProcessBuilder(link.toString(), "--version").start();

            assertTrue(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .startsWith("knelpunt "));
        }
    }

    @Nested
    @DisplayName("Java")
    class Java {

        @Test
        void saysThatItIsTooOld() throws IOException {
            var old = Files.createDirectories(folder.resolve("java-11/bin"));
            Files.createFile(
                    old.resolve("java"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.writeString(folder.resolve("java-11/release"), "JAVA_VERSION=\"11.0.2\"\n");

            var outcome = Installation.in(folder)
                    .with("JAVA_HOME", folder.resolve("java-11").toString())
                    .runPlain("--version");

            oneLine("Java 17", outcome);
        }

        @Test
        void saysThatItIsNotThere() {
            var outcome = Installation.in(folder)
                    .with("JAVA_HOME", folder.resolve("nowhere").toString())
                    .runPlain("--version");

            oneLine("JAVA_HOME", outcome);
        }
    }

    @Nested
    @DisplayName("The server's life")
    class Life {

        @Test
        void startsAnswersTellsItsStatusAndStops() throws IOException {
            try (var installation = Installation.in(folder)) {
                var stopped = installation.run("status");
                assertEquals(3, stopped.exit(), stopped::out);

                var server = installation.start();
                assertEquals(
                        "pass", server.anonymous().get("/v1/health").expect(200).text("/status"));

                var status = installation.run("status", "--json");
                assertEquals(0, status.exit(), status::out);
                assertEquals("running", Server.json(status.out()).path("state").asText());
                assertEquals(
                        server.address(),
                        Server.json(status.out()).path("address").asText());

                var again = installation.run("start");
                assertEquals(0, again.exit(), again::out);
                assertTrue(again.out().contains(server.address()), again::out);

                var stop = installation.run("stop");
                assertEquals(0, stop.exit(), stop::out);
                assertFalse(server.isRunning());
                assertFalse(Files.exists(installation.data().resolve("run/pid")));
                assertEquals(3, installation.run("status").exit());
                assertEquals(0, installation.run("stop").exit());
            }
        }

        @Test
        void letsGoOfTheTerminal() throws IOException, InterruptedException {
            try (var installation = Installation.in(folder)) {
                var start = new ProcessBuilder(
                                installation.home().resolve("bin/knelpunt").toString(),
                                "start",
                                "--port",
                                "0",
                                "--data",
                                installation.data().toString())
                        .redirectErrorStream(true)
                        .start();

                // Ends only when nobody holds the other end any more.
                var printed = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertEquals(0, start.waitFor(), printed);
                assertEquals(0, installation.run("status").exit());
            }
        }

        @Test
        void inTheForegroundStopsCleanlyWhenInterrupted() throws IOException, InterruptedException {
            try (var installation = Installation.in(folder)) {
                var output = folder.resolve("foreground.txt");
                var process = installation.spawn(output, "start", "--port", "0", "--foreground");
                awaitAddress(installation, process, output);

                new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor();

                // 128 + SIGINT: ended by the signal, after everything was stopped.
                assertEquals(130, process.waitFor());
                assertFalse(Files.exists(installation.data().resolve("run/pid")));
            }
        }

        private static void awaitAddress(Installation installation, Process process, Path output)
                throws IOException, InterruptedException {
            var address = installation.data().resolve("run/address");
            while (!Files.exists(address)) {
                if (!process.isAlive()) {
                    throw new AssertionError(Files.readString(output));
                }
                Thread.onSpinWait();
            }
        }

        @Test
        void survivesItsOwnAbruptEnd() {
            try (var installation = Installation.in(folder)) {
                installation.start().kill();
                assertEquals(3, installation.run("status").exit());

                var server = installation.start();

                server.anonymous().get("/v1/health").expect(200);
            }
        }

        @Test
        void worksOnWhenTheInstallationIsBuiltAnew() throws IOException {
            try (var installation = Installation.copiedTo(folder)) {
                var server = installation.start();

                for (var part : List.of("lib", "bundles")) {
                    try (var files = Files.walk(installation.home().resolve(part))) {
                        for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                            Files.writeString(file, "no jar any more");
                        }
                    }
                }
                server.anonymous().get("/v1/openapi.json").expect(200);
                server.anonymous()
                        .post("/v1/session", "{'name': 'nobody', 'password': 'whatever-it-is'}")
                        .expect(401);
                server.process().destroy();
                server.awaitEnd();

                assertFalse(Files.exists(installation.data().resolve("run/pid")));
            }
        }

        @Test
        void doesNotStopAProcessThatOnlyHasTheSameNumber() throws IOException {
            var installation = Installation.in(folder);
            Files.createDirectories(installation.data().resolve("run"));
            Files.writeString(
                    installation.data().resolve("run/pid"),
                    ProcessHandle.current().pid() + " 1000000 SERVER\n");

            var outcome = installation.run("stop");

            assertEquals(0, outcome.exit());
            assertTrue(outcome.out().contains("does not run"), outcome::out);
        }
    }

    @Nested
    @DisplayName("One clear line")
    class OneClearLine {

        @Test
        void forAPortThatIsTaken() throws IOException {
            try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var port = String.valueOf(other.getLocalPort());

                oneLine("Port " + port, Installation.in(folder).run("start", "--port", port));
            }
        }

        @Test
        void forADataFolderInUse() throws IOException {
            var installation = Installation.in(folder);
            Files.createDirectories(installation.data());
            try (var channel = FileChannel.open(
                            installation.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                assertTrue(lock.isValid());

                oneLine("in use by another process", installation.run("start", "--port", "0"));
            }
        }

        @Test
        void forADataFolderThatCannotBeMade() throws IOException {
            Files.writeString(folder.resolve("data"), "a file");

            oneLine("data folder", Installation.in(folder).run("start", "--port", "0"));
        }

        @Test
        void forADataFolderThatIsReadOnly() throws IOException {
            var installation = Installation.in(folder);
            Files.createDirectory(
                    installation.data(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
            assumeFalse(Files.isWritable(installation.data()), "root may write everywhere");

            oneLine("not writable", installation.run("start", "--port", "0"));
        }

        @Test
        void forDropFoldersThatAnotherServerUses() {
            try (var installation = Installation.in(folder);
                    var other = Installation.in(folder.resolve("other"))) {
                installation.start();

                var beside = installation.runPlain(
                        "start",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("second").toString());
                oneLine("--inbox", beside);
                assertTrue(beside.out().contains(installation.inbox() + " are in use by another server"), beside::out);
                oneLine(
                        "--inbox",
                        other.run(
                                "start",
                                "--port",
                                "0",
                                "--inbox",
                                installation.inbox().toString()));

                installation.run("stop");
                other.start("--inbox", installation.inbox().toString());
            }
        }

        @Test
        void forDropFoldersThatCannotBeMade() throws IOException {
            var file = Files.writeString(folder.resolve("inbox"), "a file");

            oneLine(file.toString(), Installation.in(folder).run("start", "--port", "0"));
        }

        @Test
        void forABrokenConfiguration() throws IOException {
            try (var installation = Installation.copiedTo(folder)) {
                Files.writeString(installation.home().resolve("conf/region.json"), "{\"id\": ");

                var outcome = installation.run("start", "--port", "0");

                assertEquals(1, outcome.exit(), outcome::out);
                assertTrue(outcome.out().contains("region.json"), outcome::out);
                assertTrue(outcome.out().contains("was stopped"), outcome::out);
                assertEquals(3, installation.run("status").exit());
            }
        }

        @Test
        void forABundleThatDoesNotStart() throws IOException {
            try (var installation = Installation.copiedTo(folder)) {
                Files.delete(installation.home().resolve("bundles/nl.knelpunt.engine.jar"));

                var outcome = installation.run("start", "--port", "0");

                oneLine("nl.knelpunt.engine", outcome);
                assertEquals(3, installation.run("status").exit());
            }
        }
    }

    @Nested
    @DisplayName("A demo and a real installation stay apart")
    class Demo {

        @Test
        void aDemoDoesNotTouchRealData() throws IOException {
            var installation = Installation.in(folder);
            Files.createDirectories(installation.data());
            Files.writeString(installation.data().resolve("knelpunt.db"), "real");

            oneLine("no demo's", installation.run("start", "--demo", "--port", "0"));
        }

        @Test
        void aRealStartDoesNotTouchADemo() throws IOException {
            var installation = Installation.in(folder);
            Files.createDirectories(installation.data());
            Files.createFile(installation.data().resolve("demo"));

            oneLine("is a demo's", installation.run("start", "--port", "0"));
        }

        @Test
        void aDemoIsForThisMachineOnly() {
            oneLine("this machine only", Installation.in(folder).run("start", "--demo", "--host", "0.0.0.0"));
        }

        @Test
        void aDemoTellsAtEachStartHowToSignIn() {
            try (var installation = Installation.in(folder)) {
                var first = installation.startDemo();
                var password = first.printed()
                        .lines()
                        .filter(l -> l.startsWith("Password: "))
                        .findFirst()
                        .orElseThrow();
                assertEquals(
                        "bureau.admin",
                        first.signedInToDemo("bureau.admin")
                                .get("/v1/session")
                                .expect(200)
                                .text("/name"));
                installation
                        .with("KNELPUNT_NAME", "wieringersluis.connection")
                        .with("KNELPUNT_PASSWORD", password.substring("Password: ".length()));
                var sent = installation.run("send", "wieringersluis", REPORT.toString(), "--json");
                assertEquals(0, sent.exit(), sent::out);
                assertEquals(
                        "DRAFT",
                        Server.json(sent.out()).at("/0/answer/signals/0/state").asText(),
                        sent::out);
                var elsewhere = installation.run("send", "haarveen", REPORT.toString());
                assertEquals(1, elsewhere.exit(), elsewhere::out);
                assertTrue(elsewhere.out().contains("G41"), elsewhere::out);

                installation.run("stop");

                var second = installation.startDemo();

                assertTrue(second.printed().contains(password), second::printed);
            }
        }
    }

    @Nested
    @DisplayName("On a stopped installation and on a running one")
    class Operations {

        private Installation installation() {
            return Installation.in(folder)
                    .with("KNELPUNT_NEW_PASSWORD", ADMIN_PASSWORD)
                    .with("KNELPUNT_NAME", "bureau.admin")
                    .with("KNELPUNT_PASSWORD", ADMIN_PASSWORD);
        }

        private static Installation.Outcome addAdmin(Installation installation, String name) {
            return installation.run(
                    "accounts",
                    "add",
                    name,
                    "--participant",
                    "politie-noord-holland",
                    "--role",
                    "admin",
                    "--screened",
                    "--trained-until",
                    "2099-12-31");
        }

        @Test
        void theFirstAccountIsMadeWithoutAServer() {
            try (var installation = installation()) {
                var added = addAdmin(installation, "bureau.admin");
                assertEquals(0, added.exit(), added::out);

                var server = installation.start();

                server.signedIn("bureau.admin", ADMIN_PASSWORD)
                        .get("/v1/session")
                        .expect(200);
                assertEquals(0, addAdmin(installation, "bureau.tweede").exit());
                var list = installation.run("accounts", "list");
                assertTrue(list.out().contains("bureau.tweede"), list::out);
            }
        }

        @Test
        void theLogIsVerifiedAndABackupMadeAndRestored() throws IOException {
            try (var installation = installation()) {
                assertEquals(0, addAdmin(installation, "bureau.admin").exit());
                assertEquals(0, installation.run("log", "verify").exit());
                installation.start();
                var verified = installation.run("log", "verify", "--json");
                assertTrue(Server.json(verified.out()).path("whole").asBoolean(), verified::out);
                var backup = folder.resolve("backup").toString();

                var made = installation.run("backup", backup);

                assertEquals(0, made.exit(), made::out);
                assertEquals(1, installation.run("backup", backup).exit(), "never over another backup");
                assertEquals(
                        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(backup))));
                assertEquals(1, installation.run("restore", backup).exit(), "never into a running installation");
                assertEquals(0, installation.run("stop").exit());
                assertEquals(1, installation.run("restore", backup).exit(), "never over other data");

                try (var other = Installation.in(folder.resolve("other"))) {
                    var restored = other.run("restore", backup, "--json");

                    assertEquals(0, restored.exit(), restored::out);
                    var said = Server.json(restored.out());
                    // What was under way of the modules goes on, and leaves its records.
                    said.at("/backup/counts").fields().forEachRemaining(table -> {
                        long now = said.at("/now/counts").path(table.getKey()).asLong();
                        boolean mayGrow = List.of("event", "processing_log").contains(table.getKey());
                        assertTrue(
                                now == table.getValue().asLong()
                                        || mayGrow && now > table.getValue().asLong(),
                                table::toString);
                    });
                    other.start().signedIn("bureau.admin", ADMIN_PASSWORD);
                }

                var forced = installation.run("restore", backup, "--force");
                assertEquals(0, forced.exit(), forced::out);
                try (var beside = Files.newDirectoryStream(folder, "data-before-*")) {
                    assertTrue(Files.exists(beside.iterator().next().resolve("knelpunt.db")));
                }
            }
        }

        @Test
        void sendingNeedsARunningServerAndAFile() throws IOException {
            var installation = installation();
            var message = Files.writeString(folder.resolve("melding.json"), "{}");

            assertTrue(installation
                    .run("send", "wieringersluis", message.toString())
                    .out()
                    .contains("knelpunt start"));
            assertTrue(installation
                    .run(
                            "send",
                            "wieringersluis",
                            folder.resolve("nowhere.json").toString())
                    .out()
                    .contains("nowhere.json"));
        }
    }
}
