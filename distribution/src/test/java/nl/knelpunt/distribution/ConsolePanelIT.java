package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import nl.knelpunt.gallery.GoodAdapter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What a module says of a datum of its participant: it comes and goes with the module, and its script reaches nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsolePanelIT {

    private static final Path SHIPPED = Path.of("../plugins/customs/src/main/resources/knelpunt/panels");
    private static final String WORKER = ModuleJar.PARTICIPANT + ".worker";

    /** Each way out ends well when it is open. LISTENER hears whoever asks it, and lets everybody read the answer. */
    private static final String WAYS = """
            export default async ({ content: CONTENT }) => {
              const within = (what) => Promise.race([what, new Promise((done, fail) => setTimeout(fail, 500))]);
              const request = (done, fail) => {
                const r = new XMLHttpRequest();
                r.onload = done;
                r.onerror = fail;
                r.open('GET', LISTENER + 'xhr?' + CONTENT);
                r.send();
              };
              const nested = (done, fail) => {
                const code = `fetch('${LISTENER}nested').then(() => postMessage('open'))`;
                new Worker(URL.createObjectURL(new Blob([code]))).onmessage = done;
              };
              const ways = {
                fetch: () => fetch(LISTENER + 'fetch?' + CONTENT),
                blind: () => fetch(LISTENER + 'blind?' + CONTENT, { mode: 'no-cors' }),
                xhr: () => new Promise(request),
                stream: () => new Promise((done, fail) => { const s = new EventSource(LISTENER + 'stream'); s.onopen = done; s.onerror = fail; }),
                module: () => import(LISTENER + 'module.js?' + CONTENT),
                script: () => importScripts(LISTENER + 'script.js'),
                data: () => import('data:text/javascript,export default 1'),
                nested: () => new Promise(nested),
                eval: () => new Function('return 1')(),
                api: () => fetch(HOME + '/v1/health'),
                database: () => new Promise((done, fail) => { const r = indexedDB.open('a'); r.onsuccess = done; r.onerror = fail; }),
                caches: () => caches.open('a'),
                page: () => document.body.tagName,
                session: () => sessionStorage.length,
              };
              const rows = [];
              for (const [name, way] of Object.entries(ways)) {
                try {
                  await within(way());
                  rows.push([name, 'open']);
                } catch {
                  rows.push([name, 'shut']);
                }
              }
              return [{ table: { columns: ['way', 'is'], rows } }];
            };
            """;

    /** The same frame without its policy, held by a page of somebody else: what it shows open is what the policy shuts. */
    private static final String WITHOUT_POLICY = """
            <!doctype html><title>waiting</title><script type="module">
            const frame = document.createElement('iframe');
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => {
              if (data.ready) {
                port1.postMessage({ script: SCRIPT, datum: { content: 'a' }, language: 'nl' });
              } else {
                document.title = 'said ' + data.said;
              }
            };
            frame.sandbox.add('allow-scripts');
            frame.onload = () => frame.contentWindow.postMessage(null, '*', [port2]);
            frame.src = '/frame';
            document.body.append(frame);
            </script><body></body>
            """;

    @TempDir
    static Path folder;

    private static Customs customs;
    private static Browser browser;
    private static String signal;

    @BeforeAll
    static void start() throws Exception {
        Browser.assumeThereIsOne();
        customs = Customs.in(
                folder, GoodAdapter.class, "probationMessages=1\nprobationSeconds=1\nprobationMostSeconds=2\n");
        Person worker = customs.platform.as(WORKER);
        Person.Answer draft = worker.post("/v1/signals", Map.of("title", "Container op de kade"))
                .is(201);
        signal = draft.id();
        worker.post(
                        "/v1/signals/" + signal + "/data",
                        Map.of(
                                "newSubject", Map.of("kind", "OBJECT"),
                                "category", "IDENTIFICATION",
                                "field", "containernummer",
                                "content", "CSQU3054383",
                                "lawfullyHeld", true),
                        "If-Match",
                        draft.etag())
                .is(201);
        browser = Browser.at(customs.platform.address())
                .as(customs.platform.token(WORKER))
                .in("nl");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (customs != null) {
            customs.platform.close();
        }
    }

    @AfterEach
    void away() {
        assertEquals(0, browser.driver().findElements(By.cssSelector("iframe")).size(), "nothing stays of the frame");
    }

    private static ModuleJar jar(String version, String script) throws IOException {
        return new ModuleJar(GoodAdapter.class, version)
                .file(
                        "knelpunt/panels/container.json",
                        Files.readString(SHIPPED.resolve("container.json"))
                                .replaceAll(",\\s*\\{ \"category\": \"BUSINESS_RELATIONS\"[^}]*}", ""))
                .file("knelpunt/panels/container.js", script);
    }

    private static void swap(String version, String script) throws Exception {
        customs.awaitEnd(customs.begin(jar(version, script).write(folder.resolve(version + ".jar"), customs.key)));
    }

    private static void look() {
        browser.goTo("/signalen/" + signal);
        browser.press("Meer").click();
        browser.find("dialog h2");
    }

    @Test
    @Order(1)
    void itComesWithTheModuleInADialogThatIsOpenWithAQuietNotice() throws Exception {
        assertEquals(
                List.of(),
                customs.platform.as(WORKER).get("/v1/datum-panels").is(200).items());
        look();

        swap("2.0.0", Files.readString(SHIPPED.resolve("container.js")));

        browser.until("the panel is there", () -> browser.text(".kp-says").contains("Het controlecijfer klopt."));
        String said = browser.text(".kp-says");
        assertTrue(
                said.startsWith(
                        "Douane: Containernummer uitgelegd\nDit zegt de module van deze deelnemer over dit gegeven."),
                said);
        assertTrue(said.contains("CSQ") && said.contains("U: vrachtcontainer") && said.contains("305438"), said);
        assertTrue(browser.text("body").contains("Een module is veranderd. Wat u typte, staat er nog."));
        browser.isAccessible();
        browser.width(Browser.NARROW).doesNotScrollSideways();
        browser.width(Browser.WIDE).nothingWentWrong();
    }

    @Test
    @Order(2)
    void itsScriptReachesNothing() throws Exception {
        try (Listener listener = Listener.start()) {
            String ways = WAYS.replace("LISTENER", "'" + listener.address() + "'")
                    .replace("${'" + listener.address() + "'}", listener.address())
                    .replace("HOME", "'" + customs.platform.address() + "'");
            swap("3.0.0", ways);
            look();
            browser.find(".kp-says table");
            Map<String, String> fromThePanel = new TreeMap<>();
            for (WebElement row : browser.driver().findElements(By.cssSelector(".kp-says tbody tr"))) {
                List<WebElement> cells = row.findElements(By.cssSelector("td"));
                fromThePanel.put(
                        cells.get(0).getText().strip(), cells.get(1).getText().strip());
            }
            Map<String, String> shut = new TreeMap<>(fromThePanel);
            shut.replaceAll((way, is) -> "shut");
            assertEquals(shut, fromThePanel);
            assertEquals(14, shut.size());
            assertEquals(List.of(), listener.heard());

            String frame = Files.readString(Path.of("../core/console/src/main/resources/console/sandbox/frame.js"));
            listener.page("/frame", "<!doctype html><script type=\"module\">" + frame + "</script>");
            listener.page("/page", WITHOUT_POLICY.replace("SCRIPT", new ObjectMapper().writeValueAsString(ways)));
            browser.driver().get(listener.address() + "page");
            browser.until("it answers", () -> browser.driver().getTitle().startsWith("said ["));
            String without = browser.driver().getTitle();
            for (String way : List.of("fetch", "blind", "xhr", "stream", "module", "script", "data", "eval")) {
                assertTrue(without.contains("[\"" + way + "\",\"open\"]"), way + " is shut by the policy: " + without);
            }
            browser.goTo("/");
        }
    }

    @Test
    @Order(3)
    void oneThatNeverEndsFailsFloodsOrAnswersNonsenseHoldsNothingUp() throws Exception {
        int patch = 0;
        for (String script : List.of(
                "export default () => { for (;;) {} };",
                "export default () => { throw new Error('no'); };",
                "throw new Error('no'); export default () => [];",
                "export default () => [{ html: '<b>' }];",
                "export default () => [{ text: 'a'.repeat(2000) }];",
                "export default () => new Array(1e6).fill({ text: 'a' });",
                "export default () => new Promise(() => {});",
                "export default () => { for (;;) { self.postMessage('a'.repeat(1e6)); } };",
                "this is no script; export default")) {
            swap("4.0." + patch++, script);
            look();
            // As long as nothing holds it up a page does this every 50 ms.
            browser.driver()
                    .executeScript(
                            "window.kpGap = 0; let last = performance.now(); window.kpBeat = setInterval(() => {"
                                    + " const now = performance.now(); window.kpGap = Math.max(window.kpGap, now - last); last = now; }, 50)");
            browser.until(
                    "it says so: " + script,
                    () -> browser.text(".kp-says").contains("De module kon hier niets over zeggen."));
            double gap = ((Number) browser.driver().executeScript("clearInterval(window.kpBeat); return window.kpGap"))
                    .doubleValue();
            // What never ends goes on for three seconds: a page that waits for it would have stood still for as long.
            assertTrue(gap < 2000, () -> script + " held the page up for " + gap + " ms");
        }
    }

    @Test
    @Order(4)
    void whatItSaysIsShownAsText() throws Exception {
        swap(
                "5.0.0",
                "export default () => [{ text: '<img src=x onerror=alert(1)> <kp-app></kp-app>' }, { pairs: [['<i>', '<b>']] }];");
        look();
        browser.until("it is text", () -> browser.text(".kp-says").contains("<img src=x onerror=alert(1)>"));
        assertEquals(
                0,
                browser.driver()
                        .findElements(By.cssSelector(".kp-says img, .kp-says kp-app, .kp-says b"))
                        .size());
    }

    @Test
    @Order(5)
    void itGoesWithTheModuleAndComesBackInTheLanguageOfThePage() throws Exception {
        look();
        browser.find(".kp-says");
        customs.awaitEnd(
                customs.begin(new ModuleJar(GoodAdapter.class, "6.0.0").write(folder.resolve("6.jar"), customs.key)));
        browser.until("the panel is gone", () -> browser.text(".kp-says").isEmpty());
        assertEquals("containernummer", browser.text("dialog h2"), "the dialog stays");

        swap("7.0.0", Files.readString(SHIPPED.resolve("container.js")));
        browser.until("it is back", () -> browser.text(".kp-says").contains("Het controlecijfer klopt."));
        browser.evaluate("app/language.js", "m.setLanguage('en')");
        browser.until("it is English", () -> browser.text(".kp-says").contains("The check digit is right."));

        JsonNode plan = customs.admin()
                .post("/v1/modules/" + ModuleJar.KIND + "/removal", Map.of("data", "FREEZE"))
                .is(201)
                .body();
        customs.awaitEnd(customs.apply(plan));
        browser.until("the module is taken out", () -> browser.text(".kp-says").isEmpty());
    }

    /** Somebody elsewhere who lets everybody read what he answers. */
    private record Listener(HttpServer server, List<String> heard, Map<String, String> pages) implements AutoCloseable {

        static Listener start() throws IOException {
            Listener listener = new Listener(
                    HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0),
                    new CopyOnWriteArrayList<>(),
                    new ConcurrentHashMap<>());
            listener.server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                String page = listener.pages.get(path);
                if (page == null) {
                    listener.heard.add(path);
                }
                String type =
                        page != null ? "text/html" : path.endsWith(".js") ? "text/javascript" : "text/event-stream";
                exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
                exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
                byte[] body = (page == null ? "\n\n" : page).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            listener.server.setExecutor(Executors.newCachedThreadPool());
            listener.server.start();
            return listener;
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        void page(String path, String html) {
            pages.put(path, html);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
