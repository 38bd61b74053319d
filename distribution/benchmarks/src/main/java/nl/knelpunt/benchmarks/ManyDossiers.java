package nl.knelpunt.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.store.StoreComponent;
import org.osgi.framework.BundleContext;

/**
 * Two hundred knelpunten over which ten thousand, a hundred thousand and a million data are spread, one of them with 5,000 data:
 * how long the lists and the dossiers take over HTTP, log records included, on a whole server with a heap of 512 MiB.
 *
 * <p>Arguments: folder of the installation; a data folder with the demo's data that no server uses, to which is added; then,
 * when not those three, the numbers of data, growing.
 */
public final class ManyDossiers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KNELPUNTEN = 200;
    private static final int LARGE = 5_000;
    private static final int AT_ONCE = 2_000;
    private static final int DATA_PER_SUBJECT = 25;
    private static final int CALLS = 300;
    private static final int WARM_UP = 150;
    private static final int WHOLES = 20;
    private static final int CALLERS = 8;
    private static final int PAGE = 100;
    private static final String WORKER = "wieringersluis.college";
    private static final List<Supply> SUPPLIES = List.of(
            new Supply("politie-noord-holland", Organ.POLITIE, "politiewet-3", DataCategory.VEHICLE),
            new Supply("wieringersluis", Organ.COLLEGE, "verordening", DataCategory.SUPERVISION),
            new Supply("haarveen", Organ.COLLEGE, "verordening", DataCategory.COMPANY),
            new Supply("zaanmeer", Organ.COLLEGE, "verordening", DataCategory.CADASTRAL));

    private record Supply(String supplier, Organ organ, String task, DataCategory category) {}

    private record Filled(UUID knelpunt, List<UUID> subjects) {}

    private final Path home;
    private final Path data;
    private final Random random = new Random(5);
    private final List<Filled> dossiers = new ArrayList<>();
    private int stored;

    private ManyDossiers(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int[] numbers = args.length > 2
                ? Arrays.stream(args).skip(2).mapToInt(Integer::parseInt).toArray()
                : new int[] {10_000, 100_000, 1_000_000};
        ManyDossiers many = new ManyDossiers(Path.of(args[0]), Path.of(args[1]));
        System.out.printf(
                "%s, %d processors, server with 512 MiB heap%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        for (int number : numbers) {
            many.fill(number);
            many.measure();
        }
        System.exit(0);
    }

    private void fill(int number) throws IOException {
        StoreComponent store = new StoreComponent((BundleContext) Proxy.newProxyInstance(
                ManyDossiers.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, values) -> method.getName().equals("getProperty") && values[0].equals("knelpunt.data")
                        ? data.toString()
                        : null));
        long begin = System.nanoTime();
        if (dossiers.isEmpty()) {
            store.transact(t -> {
                for (int i = 0; i < KNELPUNTEN; i++) {
                    dossiers.add(knelpunt(t));
                }
                return null;
            });
            add(store, LARGE, 1);
        }
        add(store, number - stored, KNELPUNTEN);
        store.stop();
        System.out.printf(
                "%n%,d data over %d knelpunten, one with %,d; database %,d MiB; filled in %d s%n",
                stored,
                KNELPUNTEN,
                LARGE,
                Files.size(data.resolve("knelpunt.db")) >> 20,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    /** @param among the first dossier, or all but it */
    private void add(StoreComponent store, int number, int among) {
        for (int done = 0; done < number; done += AT_ONCE) {
            int some = Math.min(AT_ONCE, number - done);
            store.transact(t -> {
                for (int i = 0; i < some; i++) {
                    Filled dossier = dossiers.get(among == 1 ? 0 : 1 + stored % (KNELPUNTEN - 1));
                    datum(t, dossier, stored);
                    stored++;
                }
                return null;
            });
        }
    }

    private Filled knelpunt(Transaction t) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Instant created = Instant.now().minus(Duration.ofDays(40));
        Term term = Term.yearFrom(today.minusDays(30));
        Knelpunt knelpunt = Knelpunt.proposed(
                        Ids.next(),
                        created,
                        new Proposal(
                                Activity.KNELPUNT,
                                null,
                                "Loodsen aan het water",
                                ObjectType.BRANCH,
                                "verhuur van loodsen zonder naam",
                                new Scope("de verhuurders", "de omwonenden", null, List.of("68.20")),
                                Set.of(Manifestation.DRUGS),
                                new Grounds(
                                        "samen nodig", "niet meer dan nodig", "alleen lukte niet", "tekort", "groot"),
                                List.of(),
                                SUPPLIES.stream()
                                        .map(s -> new Proposal.Involved(s.supplier(), Set.of(), "eigen taak"))
                                        .toList(),
                                List.of(),
                                List.of(),
                                null))
                .in(KnelpuntState.DESIGNATED)
                .with(term)
                .with(new PhaseDecision(1, "aangewezen", "wieringersluis", Ids.next(), created));
        t.knelpunten().insert(knelpunt);
        return new Filled(knelpunt.id(), new ArrayList<>());
    }

    private void datum(Transaction t, Filled dossier, int number) {
        List<UUID> subjects = dossier.subjects();
        if (number % DATA_PER_SUBJECT == 0 || subjects.isEmpty()) {
            Subject subject = new Subject(Ids.next(), dossier.knelpunt(), SubjectKind.PERSON, null, null, Ids.next());
            t.data().insert(subject);
            subjects.add(subject.id());
        }
        Supply supply = SUPPLIES.get(number % SUPPLIES.size());
        UUID subject = subjects.get(random.nextInt(subjects.size()));
        Instant at = Instant.now().minus(Duration.ofDays(10));
        Datum datum = new Datum(
                Ids.next(),
                dossier.knelpunt(),
                subject,
                supply.category(),
                "omschrijving",
                "Waarde nummer " + number,
                new Source(
                        supply.supplier(),
                        supply.organ(),
                        supply.task(),
                        "Wgs 2.23",
                        true,
                        supply.organ() == Organ.POLITIE
                                ? new PoliceBasis(WpgClass.ARTICLE_8, "overeenstemming van 1 mei")
                                : null,
                        null,
                        null,
                        null),
                1,
                Set.of(),
                at,
                LocalDate.now(ZoneOffset.UTC).plusYears(4),
                Marks.NONE);
        t.data().insert(datum);
        t.log()
                .append(new LogRecord(
                        0,
                        at,
                        UUID.randomUUID(),
                        "benchmark",
                        "connection:" + supply.supplier(),
                        supply.supplier(),
                        "SHARE_DATUM",
                        dossier.knelpunt(),
                        subject,
                        List.of(datum.id()),
                        LogRecord.Result.PERMITTED,
                        List.of(),
                        "benchmark",
                        null,
                        null,
                        null));
    }

    private void measure() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        command("start", "--demo", "--port", Integer.toString(port), "--data", data.toString());
        try {
            new Calls(URI.create("http://127.0.0.1:" + port)).measure();
        } finally {
            command("stop", "--data", data.toString());
        }
    }

    private void command(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(home.resolve("bin/knelpunt").toString()));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("knelpunt " + words[0] + " failed; see " + data.resolve("log"));
        }
    }

    private final class Calls {

        private final HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        private final URI address;
        private final String token;

        Calls(URI address) throws Exception {
            this.address = address;
            HttpRequest signIn = HttpRequest.newBuilder(address.resolve("/v1/session"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of(
                            "name",
                            WORKER,
                            "password",
                            Files.readString(data.resolve("demo-password")).strip()))))
                    .build();
            token = send(signIn).get("token").asText();
        }

        void measure() throws Exception {
            System.out.printf(
                    "%-44s %10s %10s %10s %10s%n", "milliseconds", "p50", "p95", "p99", CALLERS + " callers p95");
            row("list of knelpunten, 100", () -> get("/v1/knelpunten?limit=100"));
            row("list of signals, 100", () -> get("/v1/signals?limit=100"));
            row("first page of a dossier, 100", () -> get(page(any())));
            row("first page of the large one, 100", () -> get(page(dossiers.get(0))));
            List<Long> wholes = new ArrayList<>();
            whole();
            for (int i = 0; i < WHOLES; i++) {
                wholes.add(timed(this::whole));
            }
            print("whole dossier of " + LARGE + ", page after page", wholes, List.of());
        }

        private Filled any() {
            return dossiers.get(1 + random.nextInt(KNELPUNTEN - 1));
        }

        private String page(Filled dossier) {
            return "/v1/knelpunten/" + dossier.knelpunt() + "/data?limit=" + PAGE;
        }

        private JsonNode whole() throws Exception {
            String next = page(dossiers.get(0));
            int seen = 0;
            JsonNode page = null;
            while (next != null) {
                page = get(next);
                seen += page.get("items").size();
                next = page.at("/links/next").asText(null);
            }
            if (seen != LARGE) {
                throw new IllegalStateException("Of " + LARGE + " data only " + seen + " were shown");
            }
            return page;
        }

        private void row(String name, Callable<JsonNode> call) throws Exception {
            for (int i = 0; i < WARM_UP; i++) {
                call.call();
            }
            List<Long> alone = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                alone.add(timed(call));
            }
            ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
            List<Long> together = new ArrayList<>();
            try {
                List<Callable<Long>> calls = new ArrayList<>();
                for (int i = 0; i < CALLS; i++) {
                    calls.add(() -> timed(call));
                }
                for (Future<Long> one : pool.invokeAll(calls)) {
                    together.add(one.get());
                }
            } finally {
                pool.shutdownNow();
            }
            print(name, alone, together);
        }

        private long timed(Callable<JsonNode> call) throws Exception {
            long begin = System.nanoTime();
            call.call();
            return System.nanoTime() - begin;
        }

        private void print(String name, List<Long> alone, List<Long> together) {
            System.out.printf(
                    "%-44s %10.1f %10.1f %10.1f %10s%n",
                    name,
                    at(alone, 0.5),
                    at(alone, 0.95),
                    at(alone, 0.99),
                    together.isEmpty() ? "" : String.format("%.1f", at(together, 0.95)));
        }

        private double at(List<Long> times, double part) {
            List<Long> sorted = times.stream().sorted().toList();
            return sorted.get((int) Math.round(part * (sorted.size() - 1))) / 1e6;
        }

        private JsonNode get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(address.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + token)
                    .GET()
                    .build());
        }

        private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Answered " + answer.statusCode() + " "
                        + body.path("title").asText());
            }
            return body;
        }
    }
}
