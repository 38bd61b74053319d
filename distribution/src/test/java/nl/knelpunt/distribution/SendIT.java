package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code knelpunt send} to a running installation. */
class SendIT {

    private static final String POLICE = "politie-noord-holland";
    private static final String TOWN = "wieringersluis";

    @TempDir
    Path folder;

    @Test
    void filesAreSentAndWhatIsRefusedSaysWhy() throws IOException {
        Path incident = Files.writeString(folder.resolve("incident.xml"), StoryIT.message("incident.xml"));
        Path report = Files.writeString(folder.resolve("report.json"), StoryIT.message("report.json"));
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<nibrs:Submission");
        try (Platform platform = new Platform(folder).withAdmin().start()) {
            platform.appoint(POLICE + ".connection", POLICE, null, "CONNECTION")
                    .appoint(POLICE + ".worker", POLICE, "POLITIE", "WORKER");
            Map<String, String> asConnection = Map.of("KNELPUNT_TOKEN", platform.token(POLICE + ".connection"));

            Platform.Result sent = platform.run(asConnection, "send", POLICE, incident.toString())
                    .ok();
            assertTrue(sent.out().matches("(?s).*incident\\.xml: draft [0-9a-f-]{36}.*"), sent.out());
            Platform.Result again = platform.run(asConnection, "send", POLICE, incident.toString())
                    .ok();
            assertTrue(again.out().contains("1 of them known already"), again.out());
            assertEquals(
                    1,
                    platform.as(POLICE + ".worker").get("/v1/signals").items().size());

            Platform.Result unread = platform.run(asConnection, "send", POLICE, broken.toString());
            assertEquals(1, unread.code(), unread.out());
            assertTrue(unread.out().contains("broken.xml: refused"), unread.out());

            Platform.Result notTheirs = platform.run(asConnection, "send", TOWN, report.toString());
            assertEquals(1, notTheirs.code(), notTheirs.out());
            assertTrue(notTheirs.out().contains("G41"), notTheirs.out());
        }
    }
}
