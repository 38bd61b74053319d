package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following what happens, at the assembled distribution: each hears what it may know of, and a crash loses nothing. */
class EventsIT {

    private static final String WORKER = "wieringersluis.college";
    private static final String OTHER = "zaanmeer.college";
    private static final String DIRECTOR = "bureau.casusregisseur";
    private static final String SYSTEM = "wieringersluis.koppeling";

    @TempDir
    Path folder;

    private Platform start() {
        return new Platform(folder)
                .withAdmin()
                .start()
                .appoint(WORKER, "wieringersluis", "COLLEGE", "WORKER")
                .appoint(OTHER, "zaanmeer", "COLLEGE", "WORKER")
                .appoint(DIRECTOR, "zaanmeer", null, "CASE_DIRECTOR")
                .appoint(SYSTEM, "wieringersluis", null, "CONNECTION");
    }

    private static void until(String what, List<String> expected, Follower follower) {
        Platform.until(what, () -> follower.told().size() >= expected.size());
        assertEquals(expected, follower.told(), what);
    }

    private static List<String> page(Platform platform, String name) {
        return platform.as(name).get("/v1/events?limit=100").items().stream()
                .map(Follower::told)
                .toList();
    }

    @Test
    void eachHearsWhatItMayKnowOfAndGoesOnWhereItWas() {
        try (Platform platform = start();
                Follower worker = Follower.follow(platform, WORKER, null);
                Follower director = Follower.follow(platform, DIRECTOR, null);
                Follower other = Follower.follow(platform, OTHER, null)) {
            String first = Reports.report(platform.as(WORKER), "Kade een");
            until(
                    "its own participant hears all",
                    List.of("signal.drafted " + first, "signal.reported " + first),
                    worker);
            until("the bureau hears that it was reported", List.of("signal.reported " + first), director);

            platform.as(DIRECTOR)
                    .post("/v1/signals/" + first + "/recognition-requests", Map.of("participant", "zaanmeer"))
                    .is(201);
            until("who is asked hears of it from then on", List.of("signal.recognition-requested " + first), other);
            JsonNode event = other.heard().get(0);
            assertEquals("1.0", event.path("specversion").asText());
            assertEquals(
                    "urn:nld:riec-noord-holland:systeem:knelpunt",
                    event.path("source").asText());
            assertEquals("/v1/signals/" + first, event.path("dataref").asText());
            assertFalse(event.has("data"));
            platform.as(OTHER).get(event.path("dataref").asText()).is(200);

            // The connection breaks; meanwhile something happens.
            String last =
                    director.heard().get(director.heard().size() - 1).path("id").asText();
            director.close();
            String second = Reports.report(platform.as(WORKER), "Kade twee");
            try (Follower again = Follower.follow(platform, DIRECTOR, last)) {
                List<String> missed = director.told().size() == 1
                        ? List.of("signal.recognition-requested " + first, "signal.reported " + second)
                        : List.of("signal.reported " + second);
                until("what was missed is told", missed, again);
            }
            assertEquals(
                    List.of(
                            "signal.reported " + first,
                            "signal.recognition-requested " + first,
                            "signal.reported " + second),
                    page(platform, DIRECTOR));
            // Of what was before it was asked, too: that is how the signal shows itself.
            assertEquals(
                    List.of("signal.reported " + first, "signal.recognition-requested " + first),
                    page(platform, OTHER));
            assertEquals(List.of("signal.recognition-requested " + first), other.told());
            platform.as(DIRECTOR).get("/v1/events?after=" + UUID.randomUUID()).is(410);

            String account = platform.as(Platform.ADMIN).get("/v1/accounts").items().stream()
                    .filter(a -> a.path("name").asText().equals(WORKER))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            platform.as(Platform.ADMIN)
                    .post("/v1/accounts/" + account + "/withdrawal")
                    .is(200);
            Platform.until("the stream of who was withdrawn ends", worker::isOver);
            assertFalse(other.isOver());
        }
    }

    @Test
    void aSubscriberMissesNothingWhenItIsIllAndWhenTheServerIsKilled() {
        try (Platform platform = start();
                Subscriber subscriber = new Subscriber()) {
            Person admin = platform.as(Platform.ADMIN);
            String account = admin.get("/v1/accounts").items().stream()
                    .filter(a -> a.path("name").asText().equals(SYSTEM))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            admin.post("/v1/subscriptions", Map.of("account", account, "url", "http://zaken.example"))
                    .is(400);
            Person.Answer made = admin.post("/v1/subscriptions", Map.of("account", account, "url", subscriber.url()))
                    .is(201);
            subscriber.knows(made.text("secret"));
            platform.as(WORKER)
                    .post("/v1/subscriptions", Map.of("account", account, "url", subscriber.url()))
                    .refusedBy("G41");

            List<String> expected = new ArrayList<>();
            expected.addAll(report(platform, "Kade een"));
            arrives(expected, subscriber);

            // It is ill for a while.
            subscriber.is(Subscriber.Mood.ANSWERS_500);
            int before = subscriber.calls();
            expected.addAll(report(platform, "Kade twee"));
            Platform.until("it is tried again", () -> subscriber.calls() >= before + 3);
            JsonNode troubled = admin.get("/v1/subscriptions").items().get(0);
            assertEquals("HTTP 500", troubled.at("/trouble/reason").asText());
            assertFalse(troubled.path("failing").asBoolean(), "not yet");
            assertFalse(troubled.has("secret"));
            subscriber.is(Subscriber.Mood.TAKES_IT);
            arrives(expected, subscriber);

            // The server is killed between the commit and the delivery, and in the middle of one.
            subscriber.is(Subscriber.Mood.HANGS);
            int hanging = subscriber.calls();
            expected.addAll(report(platform, "Kade drie"));
            Platform.until("a delivery is under way", () -> subscriber.calls() > hanging);
            expected.addAll(report(platform, "Kade vier"));
            platform.kill();
            subscriber.is(Subscriber.Mood.TAKES_IT);
            assertNotEquals(expected, subscriber.told());
            platform.start();
            arrives(expected, subscriber);
            assertEquals(expected, page(platform, SYSTEM), "in the order in which it happened");
            assertEquals(List.of(), subscriber.wrong(), "every call was signed");
            Platform.until(
                    "all is well again",
                    () -> !platform.as(Platform.ADMIN)
                            .get("/v1/subscriptions")
                            .items()
                            .get(0)
                            .has("trouble"));
            assertEquals(200, platform.health());

            platform.as(Platform.ADMIN).delete("/v1/subscriptions/" + made.id()).is(200);
            int calls = subscriber.calls();
            Follower follower = Follower.follow(platform, SYSTEM, null);
            List<String> afterwards = report(platform, "Kade vijf");
            until("a stream tells it all the same", afterwards, follower);
            follower.close();
            assertEquals(calls, subscriber.calls());
            assertTrue(platform.as(Platform.ADMIN)
                    .post("/v1/log/verification")
                    .is(200)
                    .at("whole")
                    .asBoolean());
        }
    }

    private static List<String> report(Platform platform, String title) {
        String signal = Reports.report(platform.as(WORKER), title);
        return List.of("signal.drafted " + signal, "signal.reported " + signal);
    }

    private static void arrives(List<String> expected, Subscriber subscriber) {
        Platform.until("all arrived", () -> subscriber.told().size() >= expected.size());
        assertEquals(expected, subscriber.told());
    }
}
