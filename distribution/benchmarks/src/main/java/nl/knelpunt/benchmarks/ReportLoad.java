package nl.knelpunt.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Signals made and reported over HTTP on a demo, each answer durable before it comes, and each seen once: requests per second and how
 * long they take.
 *
 * <p>Arguments: address on this machine, file with the demo's password, connections (at most 64), seconds (at most 600).
 */
public final class ReportLoad {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTICIPANT = "wieringersluis";
    private static final String WORKER = "wieringersluis.college";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private String token;

    private ReportLoad(URI address) {
        this.address = address;
    }

    private record Times(List<Long> make, List<Long> report, List<Long> see) {}

    public static void main(String[] args) throws Exception {
        URI address = URI.create(args[0]);
        if (!List.of("127.0.0.1", "localhost").contains(address.getHost())) {
            throw new IllegalArgumentException("The load is for a server on this machine");
        }
        int connections = Math.min(64, Integer.parseInt(args[2]));
        int seconds = Math.min(600, Integer.parseInt(args[3]));
        ReportLoad load = new ReportLoad(address);
        load.token = load.post(
                        "/v1/session",
                        Map.of(
                                "name",
                                WORKER,
                                "password",
                                Files.readString(Path.of(args[1])).strip()))
                .get("token")
                .asText();
        load.run(connections, Math.min(5, seconds));
        long begin = System.nanoTime();
        Times times = load.run(connections, seconds);
        double took = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%n%s, %d processors, %d connections, %d s%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), connections, seconds);
        System.out.printf("%-8s %10s %10s %10s %10s%n", "", "per second", "p50 ms", "p95 ms", "p99 ms");
        print("make", times.make, took);
        print("report", times.report, took);
        print("see", times.see, took);
    }

    private static void print(String name, List<Long> nanos, double seconds) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%-8s %10.0f %10.2f %10.2f %10.2f%n",
                name, sorted.size() / seconds, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static double at(List<Long> sorted, double part) {
        return sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
    }

    private Times run(int connections, int seconds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Callable<Times>> callers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                callers.add(() -> call(end));
            }
            Times all = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (Future<Times> one : pool.invokeAll(callers)) {
                all.make.addAll(one.get().make);
                all.report.addAll(one.get().report);
                all.see.addAll(one.get().see);
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private Times call(long end) throws Exception {
        Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            String id = post("/v1/signals", signal()).get("id").asText();
            long made = System.nanoTime();
            post("/v1/signals/" + id + "/report", null);
            long reported = System.nanoTime();
            send(request("/v1/signals/" + id).GET());
            times.make.add(made - begin);
            times.report.add(reported - made);
            times.see.add(System.nanoTime() - reported);
        }
        return times;
    }

    private static Map<String, Object> signal() {
        return Map.of(
                "participant",
                PARTICIPANT,
                "title",
                "Loods aan de haven",
                "organ",
                "COLLEGE",
                "task",
                "verordening",
                "observation",
                Map.of(
                        "what",
                        "In de loods stonden tien vaten zonder opschrift.",
                        "date",
                        LocalDate.now().minusDays(1).toString(),
                        "observedBy",
                        "Toezicht",
                        "place",
                        Map.of("description", "Havenweg 1", "municipality", "GM9001")),
                "manifestation",
                "DRUGS",
                "criteria",
                Map.of(
                        "indications", "a",
                        "manifestation", "b",
                        "necessity", "c",
                        "jointApproach", "d",
                        "region", "e"),
                "qualityTested",
                true,
                "lawfullyHeld",
                true);
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("Answered " + answer.statusCode() + ": " + JSON.readTree(answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
