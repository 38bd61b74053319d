package nl.knelpunt.benchmarks.screens;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * How long the page is busy at once while an analyst moves over a network of 2,000 nodes, a map of 5,000 places, a timeline of 10,000
 * events and a table of as many rows: the longest task of each, as the browser's own observer of long tasks (50 ms and more) tells it.
 *
 * <p>Arguments: folder of the installation; a data folder with the demo's data that no server uses, to which is added. Needs chromium
 * with chromedriver on the path.
 */
public final class Fluid {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROUNDS = 20;
    private static final String WATCH = "window.kpTasks = [];"
            + "new PerformanceObserver(list => window.kpTasks.push(...list.getEntries().map(e => e.duration)))"
            + ".observe({ type: 'longtask', buffered: true });";

    private record Row(String what, List<Double> tasks) {}

    private final ChromeDriver driver;
    private final String address;
    private final List<Row> rows = new ArrayList<>();

    private Fluid(ChromeDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Path data = Path.of(args[1]);
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        UUID knelpunt = Crowd.into(data);
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        command(home, data, "start", "--demo", "--port", Integer.toString(port), "--data", data.toString());
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1400,1000");
        ChromeDriver driver = new ChromeDriver(options);
        try {
            Fluid fluid = new Fluid(driver, "http://127.0.0.1:" + port);
            fluid.signIn(Files.readString(data.resolve("demo-password")).strip());
            fluid.measure(knelpunt);
            System.exit(fluid.print(driver.getCapabilities().getBrowserVersion()));
        } finally {
            driver.quit();
            command(home, data, "stop", "--data", data.toString());
        }
    }

    private static void command(Path home, Path data, String... words) throws IOException, InterruptedException {
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

    private void signIn(String password) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        JSON.writeValueAsBytes(Map.of("name", "bureau.analist", "password", password))))
                .build();
        String token = JSON.readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .get("token")
                .asText();
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        driver.get(address + "/v1/health");
        driver.executeScript("sessionStorage.setItem('kp-session', arguments[0])", token);
        driver.executeScript("localStorage.setItem('kp-language', 'nl')");
    }

    private void measure(UUID knelpunt) throws InterruptedException {
        String path = address + "/knelpunten/" + knelpunt + "/analyse";
        driver.get(path + "?netwerk=beeld&kaart=tabel&tijdlijn=tabel");
        until(() -> shown(".kp-network__canvas[aria-busy=false] canvas"));
        take("network: load, arrange and draw");
        pan("network: pan", ".kp-network__canvas");
        keys("network: zoom in and out", ".kp-network__canvas", "+", "-");
        pick("network: pick", "#netwerk", ".kp-network__canvas");

        driver.get(path + "?netwerk=tabel&kaart=beeld&tijdlijn=tabel");
        until(() -> shown(".kp-map canvas"));
        take("map: load and draw");
        pan("map: pan", ".kp-map");
        keys("map: zoom in and out", ".kp-map", "+", "-");
        pick("map: pick", "#kaart", ".kp-map");

        driver.get(path + "?netwerk=tabel&kaart=tabel&tijdlijn=beeld");
        until(() -> shown(".kp-timeline svg"));
        take("timeline: load and draw");
        scroll("timeline: scroll the page");

        driver.get(path + "?netwerk=tabel&kaart=tabel&tijdlijn=tabel");
        until(() -> shown("#tijdlijn .kp-pages"));
        take("tables: load and draw");
        scroll("tables: scroll the page");
        for (int i = 0; i < ROUNDS; i++) {
            driver.executeScript("document.querySelector('#tijdlijn .kp-pages button:last-of-type').click()");
            Thread.sleep(100);
        }
        take("table of " + Crowd.FACTS + ": page after page");
    }

    private boolean shown(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The screen did not come");
            }
            Thread.sleep(200);
        }
        Thread.sleep(2_000);
    }

    private void pan(String what, String css) throws InterruptedException {
        WebElement picture = middle(css);
        for (int i = 0; i < ROUNDS; i++) {
            int way = i % 2 == 0 ? 1 : -1;
            new Actions(driver)
                    .moveToElement(picture, -100 * way, 0)
                    .clickAndHold()
                    .moveByOffset(70 * way, 25)
                    .moveByOffset(70 * way, -15)
                    .moveByOffset(60 * way, 10)
                    .release()
                    .perform();
        }
        Thread.sleep(500);
        take(what);
    }

    private void keys(String what, String css, String... keys) throws InterruptedException {
        WebElement picture = middle(css);
        driver.executeScript("arguments[0].focus()", picture);
        for (int i = 0; i < ROUNDS / 2; i++) {
            for (String key : keys) {
                new Actions(driver).sendKeys(key).perform();
                Thread.sleep(350);
            }
        }
        take(what);
    }

    private void pick(String what, String card, String css) throws InterruptedException {
        WebElement picture = middle(css);
        driver.executeScript("arguments[0].focus()", picture);
        for (int i = 0; i < 5; i++) {
            new Actions(driver)
                    .sendKeys(org.openqa.selenium.Keys.ARROW_RIGHT, org.openqa.selenium.Keys.ENTER)
                    .perform();
            Thread.sleep(400);
        }
        if (!shown(".kp-chip")) {
            throw new IllegalStateException("Nothing was picked in " + card);
        }
        take(what);
    }

    private void scroll(String what) throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            driver.executeScript("scrollBy(0, " + (i < ROUNDS / 2 ? 400 : -400) + ")");
            Thread.sleep(60);
        }
        take(what);
    }

    private WebElement middle(String css) {
        WebElement picture = driver.findElement(By.cssSelector(css));
        driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", picture);
        return picture;
    }

    private void take(String what) throws InterruptedException {
        Thread.sleep(300);
        Object found = driver.executeScript("const all = window.kpTasks; window.kpTasks = []; return all");
        rows.add(new Row(
                what,
                ((List<?>) found).stream().map(d -> ((Number) d).doubleValue()).toList()));
    }

    /** @return exit status: 1 when a task while moving was too long */
    private int print(String browser) {
        System.out.printf(
                "Chromium %s, %d processors; a network of %,d nodes, %,d places, %,d events and rows%n%n",
                browser, Runtime.getRuntime().availableProcessors(), Crowd.NODES, Crowd.PLACES, Crowd.FACTS);
        System.out.printf("%-40s %14s %14s%n", "milliseconds", "longest task", "tasks over 50");
        boolean reached = true;
        for (Row row : rows) {
            double longest = row.tasks().stream().mapToDouble(d -> d).max().orElse(0);
            System.out.printf(
                    "%-40s %14s %14d%n",
                    row.what(),
                    row.tasks().isEmpty() ? "under 50" : "%.0f".formatted(longest),
                    row.tasks().size());
            reached &= row.what().contains("load") || longest <= MOST_MILLIS;
        }
        System.out.printf("%n%s   no task over %d ms while moving%n", reached ? "reached" : "missed ", MOST_MILLIS);
        return reached ? 0 : 1;
    }
}
