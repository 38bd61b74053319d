package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

    /** Each way out ends well when it is open. */
    private static final String WAYS = """
            const within = (what) => Promise.race([what, new Promise((done, fail) => setTimeout(fail, 400))]);
            const ways = {
              api: () => fetch(HOME + '/v1/health'),
              elsewhere: () => fetch('https://example.org/?' + CONTENT, { mode: 'no-cors' }),
              beacon: () => (navigator.sendBeacon(HOME + '/v1/health', CONTENT) ? true : Promise.reject()),
              socket: () => new Promise((done, fail) => { const s = new WebSocket(HOME.replace('http', 'ws') + '/v1/events'); s.onopen = done; s.onerror = fail; }),
              stream: () => new Promise((done, fail) => { const s = new EventSource(HOME + '/v1/events'); s.onopen = done; s.onerror = fail; }),
              module: () => import(HOME + BASE + 'app/roles.js'),
              database: () => new Promise((done, fail) => { const r = indexedDB.open('a'); r.onsuccess = done; r.onerror = fail; }),
              caches: () => caches.open('a'),
              page: () => document.body.tagName,
              session: () => sessionStorage.length,
              eval: () => new Function('return 1')(),
            };
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
        customs.run(jar(version, script).write(folder.resolve(version + ".jar"), customs.key));
    }

    private static void look() {
        browser.goTo("/signalen/" + signal);
        browser.press("Meer").click();
        browser.find("dialog h2");
    }

    @Test
    @Order(1)
    void itComesWithTheModuleInADialogThatIsOpenWithAQuietNotice() throws Exception {
        look();
        assertEquals("", browser.text(".kp-says"), "the first version has no panel");

        swap("2.0.0", Files.readString(SHIPPED.resolve("container.js")));

        browser.until("the panel is there", () -> browser.text(".kp-says").contains("Het controlecijfer klopt."));
        String said = browser.text(".kp-says");
        assertTrue(said.startsWith("Containernummer ontleed\nDit zegt de module van Douane van dit gegeven."), said);
        assertTrue(said.contains("CSQ") && said.contains("U: vrachtcontainer") && said.contains("305438"), said);
        assertTrue(browser.text("body").contains("Een module is vernieuwd of weggenomen. Wat u typte, staat er nog."));
        browser.isAccessible();
        browser.width(Browser.NARROW).doesNotScrollSideways();
        browser.width(Browser.WIDE).nothingWentWrong();

        browser.in("en");
        look("More");
        browser.until("it is English", () -> browser.text(".kp-says").contains("The check digit is right."));
        browser.in("nl");
    }

    private static void look(String more) {
        browser.goTo("/signalen/" + signal);
        browser.press(more).click();
    }

    @Test
    @Order(2)
    void itsScriptReachesNothingThatThePageReaches() throws Exception {
        swap(
                "3.0.0",
                "export default async ({ content: CONTENT }) => { const HOME = '" + customs.platform.address()
                        + "'; const BASE = '" + base() + "';\n" + WAYS + """
                          const rows = [];
                          for (const [name, way] of Object.entries(ways)) {
                            try { await within(way()); rows.push([name, 'open']); } catch { rows.push([name, 'shut']); }
                          }
                          return [{ table: { columns: ['way', 'is'], rows } }];
                        };
                        """);
        look();
        browser.find(".kp-says table");
        Map<String, String> fromThePanel = new TreeMap<>();
        for (WebElement row : browser.driver().findElements(By.cssSelector(".kp-says tbody tr"))) {
            fromThePanel.put(
                    row.findElements(By.cssSelector("td")).get(0).getText().strip(),
                    row.findElements(By.cssSelector("td")).get(1).getText().strip());
        }
        Map<String, String> shut = new TreeMap<>();
        JsonNode fromThePage = fromThePage();
        fromThePage.fieldNames().forEachRemaining(way -> shut.put(way, "shut"));
        assertEquals(shut, fromThePanel);
        for (String way : new String[] {"api", "beacon", "module", "database", "caches", "page", "session"}) {
            assertEquals("open", fromThePage.path(way).asText(), "or this would prove nothing: " + way);
        }
    }

    private static String base() {
        return (String) browser.driver().executeScript("return document.querySelector('meta[name=kp-base]').content");
    }

    private static JsonNode fromThePage() throws IOException {
        Object found = browser.driver()
                .executeAsyncScript(
                        "const done = arguments[arguments.length - 1]; const HOME = location.origin; const CONTENT = 'a';"
                                + "const BASE = document.querySelector('meta[name=kp-base]').content;\n" + WAYS
                                + "(async () => { const found = {}; for (const [name, way] of Object.entries(ways)) {"
                                + " try { await within(way()); found[name] = 'open'; } catch { found[name] = 'shut'; } }"
                                + " done(JSON.stringify(found)); })();");
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree((String) found);
    }

    @Test
    @Order(3)
    void oneThatNeverEndsFailsOrAnswersNonsenseHoldsNothingUp() throws Exception {
        int patch = 0;
        for (String script : new String[] {
            "export default () => { for (;;) {} };",
            "export default () => { throw new Error('no'); };",
            "throw new Error('no'); export default () => [];",
            "export default () => [{ html: '<b>' }];",
            "export default () => [{ text: 'a'.repeat(2000) }];",
            "export default () => new Promise(() => {});",
            "this is no script; export default"
        }) {
            swap("4.0." + patch++, script);
            look();
            browser.until(
                    "it says so: " + script,
                    () -> browser.text(".kp-says").contains("De module kon hier niets over zeggen."));
            assertEquals(4, ((Number) browser.driver().executeScript("return 2 + 2")).intValue(), "the page answers");
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
    void itGoesWithTheModule() throws Exception {
        look();
        browser.find(".kp-says");
        customs.run(new ModuleJar(GoodAdapter.class, "6.0.0").write(folder.resolve("6.jar"), customs.key));
        browser.until("the panel is gone", () -> browser.text(".kp-says").isEmpty());
        assertEquals("containernummer", browser.text("dialog h2"), "the dialog stays");
    }
}
