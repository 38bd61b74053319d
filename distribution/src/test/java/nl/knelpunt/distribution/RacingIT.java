package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People who change the same thing at the same moment, each in a session and at a connection of their own: who comes too late is told
 * what changed, and nothing of anybody is lost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacingIT {

    private static final String POLICE = "politie-noord-holland";
    private static final String SECOND_DIRECTOR = "bureau.tweede-casusregisseur";
    private static final String SECOND_COLLEGE = "wieringersluis.collega";
    private static final int WRITERS = 8;
    private static final int CHANGES_EACH = 5;
    /** Of one change; each lost try is a win of another writer. */
    private static final int TRIES = WRITERS * CHANGES_EACH * 2;

    /** What somebody read, and the version of it. */
    private record Seen(String text, String etag) {}

    private interface Reading {

        Seen by(Person person);
    }

    private interface Writing {

        Person.Answer by(Person person, String text, String etag);
    }

    /**
     * A thing that two people may change, by its text.
     *
     * @param act of a change
     * @param field that changes
     * @param participant that is named as who did it; null for the bureau
     */
    private record Shared(
            String name,
            String one,
            String other,
            String act,
            String field,
            String participant,
            String role,
            Reading reading,
            Writing writing) {

        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    static Path folder;

    private Platform platform;
    private Person director;

    @BeforeAll
    void start() {
        platform = new Platform(folder).start("--demo");
        director = platform.as("bureau.casusregisseur");
        appoint(SECOND_DIRECTOR, "zaanmeer", null, "CASE_DIRECTOR");
        appoint(SECOND_COLLEGE, "wieringersluis", "COLLEGE", "WORKER");
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    private void appoint(String name, String participant, String organ, String role) {
        Map<String, Object> account = new HashMap<>(Map.of(
                "name",
                name,
                "displayName",
                name,
                "participant",
                participant,
                "roles",
                List.of(role),
                "screened",
                true,
                "trainedUntil",
                Platform.TRAINED,
                "password",
                platform.password()));
        if (organ != null) {
            account.put("organ", organ);
        }
        platform.as("bureau.admin").post("/v1/accounts", account).is(201);
    }

    List<Shared> shared() {
        return List.of(proposal(), intervention(), datum(), minutes());
    }

    private Shared proposal() {
        Person cop = platform.as(POLICE + ".worker");
        Person college = platform.as("wieringersluis.college");
        LocalDate today = today();
        String signal = TakenUp.signal(
                director,
                new TakenUp.Colleague(cop, POLICE, "POLITIE"),
                new TakenUp.Colleague(college, "wieringersluis", "COLLEGE"),
                Map.of("description", "Oosterkade", "municipality", "GM9001"),
                today,
                null);
        String proposal = "/v1/knelpunten/"
                + director.post(
                                "/v1/knelpunten",
                                Proposals.completed(Map.of(
                                        "title", "Twee mensen, één voorstel",
                                        "objectType", "AREA",
                                        "description", "Begin.",
                                        "signals", List.of(signal))))
                        .isIn("PROPOSED")
                        .id();
        return new Shared(
                "a proposal",
                "bureau.casusregisseur",
                SECOND_DIRECTOR,
                "AMEND_PROPOSAL",
                "description",
                null,
                "CASE_DIRECTOR",
                person -> seen(person.get(proposal), "description"),
                (person, text, etag) -> person.patch(proposal, Map.of("description", text), etag));
    }

    private Shared intervention() {
        String knelpunt = designated();
        director.put(
                        knelpunt + "/plan",
                        Map.of("goal", "Rust", "qualityTested", true, "informationBase", "De signalen"))
                .is(200);
        String intervention = "/v1/interventions/"
                + director.post(
                                knelpunt + "/interventions",
                                Map.of(
                                        "participant", POLICE,
                                        "organ", "POLITIE",
                                        "type", "pol-zichtbaar-toezicht",
                                        "description", "Begin."))
                        .isIn("PROPOSED")
                        .id();
        return new Shared(
                "an intervention",
                "bureau.casusregisseur",
                SECOND_DIRECTOR,
                "AMEND_INTERVENTION",
                "description",
                null,
                "CASE_DIRECTOR",
                person -> seen(person.get(intervention), "description"),
                (person, text, etag) -> person.patch(intervention, Map.of("description", text), etag));
    }

    private Shared datum() {
        String knelpunt = designated();
        String id = platform.as("wieringersluis.college")
                .post(
                        knelpunt + "/data",
                        Map.of(
                                "newSubject",
                                Map.of("kind", "OBJECT"),
                                "category",
                                "SUPERVISION",
                                "field",
                                "bezoek",
                                "content",
                                "Begin.",
                                "task",
                                "omgevingsrecht",
                                "basis",
                                "Artikel 2.22 Wgs",
                                "phase",
                                1,
                                "lawfullyHeld",
                                true))
                .is(201)
                .id();
        return new Shared(
                "a datum",
                "wieringersluis.college",
                SECOND_COLLEGE,
                "CORRECT_DATUM",
                "content",
                "wieringersluis",
                "WORKER",
                person -> {
                    JsonNode found = find(person, knelpunt, id);
                    return new Seen(
                            found.path("content").asText(),
                            "\"" + found.path("version").asLong() + "\"");
                },
                (person, text, etag) ->
                        person.put(knelpunt + "/data/" + id, Map.of("content", text), "If-Match", etag));
    }

    private Shared minutes() {
        String meeting = "/v1/meetings/"
                + director.post(
                                "/v1/meetings",
                                Map.of(
                                        "form",
                                        "MEETING",
                                        "starts",
                                        now().plusSeconds(60).toString(),
                                        "place",
                                        "Stadhuis",
                                        "chair",
                                        platform.as("wieringersluis.stuurgroep")
                                                .get("/v1/session")
                                                .is(200)
                                                .id()))
                        .is(201)
                        .id();
        platform.as("bureau.admin")
                .post("/v1/demo/clock", Map.of("forward", "PT1H"))
                .is(200);
        director.post(meeting + "/end").isIn("HELD");
        director.put(meeting + "/minutes", Map.of("text", "Begin.")).is(200);
        return new Shared(
                "the minutes of a meeting",
                "bureau.casusregisseur",
                SECOND_DIRECTOR,
                "WRITE_MINUTES",
                "minutes.text",
                null,
                "CASE_DIRECTOR",
                person -> seen(person.get(meeting), "minutes/text"),
                (person, text, etag) -> person.put(meeting + "/minutes", Map.of("text", text), "If-Match", etag));
    }

    private String designated() {
        return director.get("/v1/knelpunten").items().stream()
                .filter(k -> k.path("state").asText().equals("DESIGNATED"))
                .filter(k -> !k.path("expired").asBoolean())
                .filter(k -> k.path("involved").toString().contains("wieringersluis"))
                .map(k -> k.path("href").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode find(Person person, String knelpunt, String id) {
        String page = knelpunt + "/data?limit=100";
        while (page != null) {
            Person.Answer answer = person.get(page).is(200);
            for (JsonNode datum : answer.items()) {
                if (datum.path("id").asText().equals(id)) {
                    return datum;
                }
            }
            page = answer.at("links/next").asText(null);
        }
        throw new AssertionError("The datum is not there");
    }

    private static Seen seen(Person.Answer answer, String field) {
        return new Seen(answer.is(200).text(field), answer.etag());
    }

    private Instant now() {
        return Instant.parse(
                platform.as("bureau.admin").get("/v1/demo/clock").is(200).text("now"));
    }

    private LocalDate today() {
        return now().atZone(ZoneId.of("Europe/Amsterdam")).toLocalDate();
    }

    @ParameterizedTest
    @MethodSource("shared")
    void ofTwoChangesToWhatBothReadOneIsMadeAndTheOtherIsToldOfIt(Shared thing) throws Exception {
        Person one = platform.elsewhere(thing.one());
        Person other = platform.elsewhere(thing.other());
        Seen before = thing.reading().by(one);
        assertEquals(before, thing.reading().by(other), "both see the same");
        Instant start = now();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Person.Answer> answers = atOnce(List.of(
                () -> after(together, () -> thing.writing().by(one, before.text() + " (wens een)", before.etag())),
                () -> after(together, () -> thing.writing().by(other, before.text() + " (wens twee)", before.etag()))));

        List<Integer> statuses =
                answers.stream().map(Person.Answer::status).sorted().toList();
        assertEquals(List.of(200, 412), statuses, answers::toString);
        boolean oneWon = answers.get(0).status() == 200;
        Person loser = oneWon ? other : one;
        Person.Answer won = answers.get(oneWon ? 0 : 1);
        Person.Answer late = answers.get(oneWon ? 1 : 0);
        JsonNode changes = late.at("changes");
        assertEquals(1, changes.size(), late.body()::toPrettyString);
        JsonNode change = changes.get(0);
        assertEquals(thing.act(), change.path("act").asText());
        assertTrue(change.path("fields").toString().contains("\"" + thing.field() + "\""), change::toPrettyString);
        assertEquals(thing.participant(), change.path("participant").asText(null));
        assertEquals("[\"" + thing.role() + "\"]", change.path("roles").toString());
        Instant at = Instant.parse(change.path("at").asText());
        assertFalse(at.isBefore(start) || at.isAfter(now()), "when");
        assertFalse(late.body().toString().contains("wens"), "what changed, never what it says");
        assertEquals(change.path("version").asLong(), late.at("currentVersion").asLong());
        assertEquals(won.etag(), late.etag());

        Seen again = thing.reading().by(loser);
        assertEquals(late.etag(), again.etag());
        assertNotEquals(before.text(), again.text());
        thing.writing()
                .by(loser, again.text() + (oneWon ? " (wens twee)" : " (wens een)"), again.etag())
                .is(200);
        String after = thing.reading().by(one).text();
        assertTrue(
                after.startsWith(before.text()) && after.contains("(wens een)") && after.contains("(wens twee)"),
                after);
    }

    @ParameterizedTest
    @MethodSource("shared")
    void howManyEverChangeItTogetherEveryChangeIsInTheEnd(Shared thing) throws Exception {
        long version = version(thing.reading().by(platform.as(thing.one())));
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Person person = platform.elsewhere(writer % 2 == 0 ? thing.one() : thing.other());
            int number = writer;
            writers.add(() -> after(together, () -> {
                int late = 0;
                for (int change = 0; change < CHANGES_EACH; change++) {
                    late += write(thing, person, mark(number, change));
                }
                return late;
            }));
        }
        int late = atOnce(writers).stream().mapToInt(Integer::intValue).sum();

        Seen after = thing.reading().by(platform.as(thing.one()));
        List<String> lost = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int change = 0; change < CHANGES_EACH; change++) {
                String mark = mark(writer, change);
                if (after.text().split(Pattern.quote(mark), -1).length != 2) {
                    lost.add(mark);
                }
            }
        }
        assertEquals(List.of(), lost, after::text);
        assertEquals(version + WRITERS * CHANGES_EACH, version(after), "each change once, and nothing else");
        assertTrue(late > 0, "nobody met anybody, so nothing was tried");
    }

    /** Reads, changes and writes until it is written; says how often somebody else was first. */
    private static int write(Shared thing, Person person, String mark) {
        for (int late = 0; late < TRIES; late++) {
            Seen seen = thing.reading().by(person);
            Person.Answer answer = thing.writing().by(person, seen.text() + mark, seen.etag());
            if (answer.status() == 200) {
                return late;
            }
            assertFalse(answer.is(412).at("changes").isEmpty(), "who is late hears why");
        }
        throw new AssertionError("Others were first " + TRIES + " times");
    }

    private static String mark(int writer, int change) {
        return " (" + (char) ('a' + writer) + (char) ('a' + change) + ")";
    }

    private static long version(Seen seen) {
        return Long.parseLong(seen.etag().replace("\"", ""));
    }

    private static <T> T after(CyclicBarrier together, Callable<T> work) throws Exception {
        together.await();
        return work.call();
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(works)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
