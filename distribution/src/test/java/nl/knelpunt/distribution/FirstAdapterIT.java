package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages for integrators, followed to the letter: from an empty folder to a plugin of one's own, tested, signed and swapped in, and its signal reported; then
 * each way for messages to come in. Maven runs as the page says, with a repository of its own, so that nothing of ours comes from elsewhere than the distribution.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class FirstAdapterIT {

    private static final Path PAGES = Path.of("../docs/integrators");
    private static final long PATIENCE_MINUTES = 15;
    private static final int FEWER_LINES_THAN = 150;

    /** What Maven says when it can't get at what it is made of: there is no network, and nobody fetched it before. */
    private static final List<String> NO_MAVEN =
            List.of("Could not transfer artifact", "No plugin found for prefix", "Unknown host");

    @TempDir
    private Path folder;

    private Installation installation;

    @Test
    void fromAnEmptyFolderToASignalAndEachWayForMessagesToComeIn() throws Exception {
        installation = Installation.copiedTo(folder);
        Files.createSymbolicLink(
                installation.home().resolve("sdk"),
                Path.of(System.getProperty("knelpunt.home")).resolve("sdk"));
        Path work = Files.createDirectories(folder.resolve("work"));

        RunnablePage first = RunnablePage.of(PAGES.resolve("first-plugin.md"));
        follow(first, work);
        assertTrue(first.linesToWrite() < FEWER_LINES_THAN, "lines to write by hand: " + first.linesToWrite());
        assertTrue(Files.exists(work.resolve("omgevingsdienst/target/omgevingsdienst-1.0.0.tck.json")));

        follow(RunnablePage.of(PAGES.resolve("sources.md")), work.resolve("omgevingsdienst"));
    }

    @AfterEach
    void stop() throws IOException {
        installation.runPlain("stop");
        Files.deleteIfExists(installation.home().resolve("sdk"));
    }

    private void follow(RunnablePage page, Path where) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("script.sh"),
                page.script().replace("/opt/knelpunt", installation.home().toString()));
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(printed.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") && !name.equals("MAVEN_OPTS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LANG", "en_GB.UTF-8");
        builder.environment().put("KNELPUNT", installation.home().toString());
        builder.environment()
                .put("PATH", maven() + ":" + installation.home().resolve("bin") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String all = Files.readString(printed);
        Assumptions.assumeFalse(
                process.exitValue() != 0 && NO_MAVEN.stream().anyMatch(all::contains),
                "Maven can't reach what it is made of");
        assertEquals(0, process.exitValue(), all);
        assertEquals(List.of(), page.missing(all));
    }

    /** A folder with a {@code mvn} that finds first what the build around this test fetched already. */
    private Path maven() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("settings.xml"), """
                <settings>
                  <profiles><profile>
                    <id>built</id>
                    <repositories><repository>
                      <id>built</id><url>file://%1$s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases><snapshots><enabled>false</enabled></snapshots>
                    </repository></repositories>
                    <pluginRepositories><pluginRepository>
                      <id>built</id><url>file://%1$s</url>
                      <releases><checksumPolicy>ignore</checksumPolicy></releases><snapshots><enabled>false</enabled></snapshots>
                    </pluginRepository></pluginRepositories>
                  </profile></profiles>
                  <activeProfiles><activeProfile>built</activeProfile></activeProfiles>
                </settings>
                """.formatted(System.getProperty("maven.repository")));
        Path bin = Files.createDirectories(folder.resolve("maven"));
        Path mvn = Files.writeString(bin.resolve("mvn"), """
                #!/bin/sh
                exec "%s/bin/mvn" -B -ntp -gs "%s" -Dmaven.repo.local="%s" "$@"
                """.formatted(
                        System.getProperty("maven.home"), settings, folder.resolve("repository")));
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin;
    }
}
