package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium at the console, as one person's window. It keeps what went wrong in it until {@link #nothingWentWrong()} is asked. */
final class Browser implements AutoCloseable {

    static final int WIDE = 1280;
    static final int NARROW = 320;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int HEIGHT = 900;
    private static final int MOST_TABS = 80;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Notes every violation of the policy before any script of the page runs. */
    private static final String WATCH = "window.kpViolations = [];"
            + "addEventListener('securitypolicyviolation', e => window.kpViolations.push("
            + "e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber));";

    /** The screen has what it shows, and nothing is being asked any more. */
    private static final String SETTLED = "const screen = document.querySelector('main > *');"
            + "if (!screen || document.querySelector('.kp-waiting, [aria-busy=true]')) return false;"
            + "if (screen.isUpdatePending || 'ready' in screen && !screen.ready && !screen.failure) return false;"
            + "const count = performance.getEntriesByType('resource').length;"
            + "if (window.kpCount !== count) { window.kpCount = count; window.kpSince = performance.now(); }"
            + "return performance.now() - window.kpSince > 400;";

    private final String address;
    private final Path profile;
    private final ChromeDriver driver;

    private Browser(String address, Path profile, ChromeDriver driver) {
        this.address = address;
        this.profile = profile;
        this.driver = driver;
    }

    /** The test is skipped, and reported so, where there is no Chromium. */
    static void assumeThereIsOne() {
        assumeTrue(
                onPath("chromium").isPresent() && onPath("chromedriver").isPresent(),
                "There is no chromium with chromedriver on this machine");
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser at(String address) {
        assumeThereIsOne();
        try {
            Path profile = Files.createTempDirectory("knelpunt-browser");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(onPath("chromium").orElseThrow().toFile());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=nl",
                    "--user-data-dir=" + profile);
            LoggingPreferences logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            logs.enable(LogType.PERFORMANCE, Level.ALL);
            options.setCapability("goog:loggingPrefs", logs);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(onPath("chromedriver").orElseThrow().toFile())
                    .usingAnyFreePort()
                    .withSilent(true)
                    .build();
            Browser browser = new Browser(address, profile, new ChromeDriver(service, options));
            browser.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
            browser.width(WIDE);
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChromeDriver driver() {
        return driver;
    }

    Browser width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** Signs in by the form, as a person does. */
    Browser signIn(String name, String password) {
        driver.get(address + "/");
        find("#naam").sendKeys(name);
        find("#wachtwoord").sendKeys(password);
        find("button[type=submit]").click();
        return settle();
    }

    /** Is somebody who signed in elsewhere; from the next page on. */
    Browser as(String token) {
        driver.get(address + "/v1/health");
        driver.executeScript("sessionStorage.setItem('kp-session', arguments[0])", token);
        return this;
    }

    /** {@code nl} or {@code en}. */
    Browser in(String language) {
        driver.executeScript("localStorage.setItem('kp-language', arguments[0])", language);
        return this;
    }

    /** The first page, of whoever is signed in. */
    Browser goHome() {
        driver.get(address + "/");
        find("h1");
        return this;
    }

    Browser goTo(String path) {
        driver.get(address + path);
        return settle();
    }

    /** Waits until the screen has what it shows. */
    Browser settle() {
        driver.executeScript("window.kpCount = -1");
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "The screen at " + driver.getCurrentUrl() + " does not settle: " + text("body"))
                .until(d -> Boolean.TRUE.equals(driver.executeScript(SETTLED)));
        return this;
    }

    /** Waits until something holds, here or at the server. */
    void until(String what, BooleanSupplier holds) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "Not so: " + what + "; at " + driver.getCurrentUrl() + ": " + text("body"))
                .until(d -> holds.getAsBoolean());
    }

    /** The first element, as soon as it is there. */
    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "No " + css + " at " + driver.getCurrentUrl() + ": " + text("body"))
                .until(d -> d.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** The button or link with these words, as soon as it is there. */
    WebElement press(String words) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "No \"" + words + "\" to press at " + driver.getCurrentUrl() + ": " + text("body"))
                .until(d -> d.findElements(By.cssSelector("button, a")).stream()
                        .filter(e -> e.isDisplayed() && e.getText().strip().equals(words))
                        .findFirst()
                        .orElse(null));
    }

    /** Presses keys one after another, wherever the focus is. */
    Browser keys(CharSequence... keys) {
        for (CharSequence key : keys) {
            focused().sendKeys(key);
        }
        return this;
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Goes from control to control until the focus is on one with these words. */
    Browser tabTo(String words) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (focused().getText().strip().equals(words)) {
                return this;
            }
            keys(Keys.TAB);
        }
        throw new AssertionError("\"" + words + "\" is not reached by the Tab key at " + driver.getCurrentUrl());
    }

    boolean isWithin(WebElement element, String css) {
        return Boolean.TRUE.equals(
                driver.executeScript("return arguments[0].closest(arguments[1]) !== null", element, css));
    }

    /** What a person reads there; empty when it is not there. */
    String text(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .collect(Collectors.joining("\n"));
    }

    /** Of a module that the console serves, by its path, such as {@code routes.js}. */
    JsonNode evaluate(String module, String expression) {
        Object found = driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "const base = document.querySelector('meta[name=kp-base]').content;"
                        + "import(base + arguments[0]).then(m => done(JSON.stringify(" + expression
                        + ")), e => done(null));",
                module);
        try {
            return JSON.readTree(String.valueOf(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No violation of WCAG 2.2 AA, and none of best practices. */
    void isAccessible() {
        // What the bar at the top covers is not what is too small.
        driver.executeScript("scrollTo(0, 0)");
        Results results = new AxeBuilder().withTags(RULES).analyze(driver);
        assertTrue(!results.isErrored(), () -> "axe: " + results.getErrorMessage());
        List<String> found = results.getViolations().stream().map(this::told).toList();
        assertTrue(found.isEmpty(), () -> driver.getCurrentUrl() + "\n" + String.join("\n", found));
    }

    private String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + "\n"
                + rule.getNodes().stream()
                        .limit(5)
                        .map(n -> "    " + n.getHtml() + " "
                                + n.getFailureSummary().replace('\n', ' '))
                        .collect(Collectors.joining("\n"));
    }

    /** Nothing is wider than the window. */
    void doesNotScrollSideways() {
        Object wide =
                driver.executeScript("const wide = innerWidth; return document.documentElement.scrollWidth <= wide ? ''"
                        + " : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1)"
                        + ".slice(0, 5).map(e => e.outerHTML.slice(0, 200)).join('\\n') || 'wider'");
        assertEquals("", wide, () -> driver.getCurrentUrl() + " is wider than the window");
    }

    /** Since this was last asked: no report of the policy, no error in the console, and nobody else was asked for anything. */
    void nothingWentWrong() {
        List<String> wrong = new ArrayList<>();
        Object violations =
                driver.executeScript("const all = window.kpViolations; window.kpViolations = []; return all");
        if (violations instanceof List<?> list) {
            list.forEach(v -> wrong.add("policy: " + v));
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                wrong.add("console: " + entry.getMessage());
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            String url = requested(entry.getMessage());
            if (!url.isEmpty()
                    && !url.startsWith(address + "/")
                    && !url.startsWith("blob:" + address)
                    && !url.startsWith("blob:null/")) {
                wrong.add("asked elsewhere: " + url);
            }
        }
        assertTrue(wrong.isEmpty(), () -> driver.getCurrentUrl() + "\n" + String.join("\n", wrong));
    }

    private static String requested(String event) {
        try {
            JsonNode message = JSON.readTree(event).path("message");
            String url = message.path("method").asText().equals("Network.requestWillBeSent")
                    ? message.at("/params/request/url").asText()
                    : "";
            return url.isEmpty()
                            || url.startsWith("data:")
                            || URI.create(url).getScheme().startsWith("chrome")
                    ? ""
                    : url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as a picture, from its top. */
    byte[] picture(int highest) {
        int width = ((Number) driver.executeScript("return innerWidth")).intValue();
        int height = ((Number) driver.executeScript("return document.documentElement.scrollHeight")).intValue();
        // As high as it is, so that it has no scroll bar.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "clip",
                                Map.of(
                                        "x",
                                        0,
                                        "y",
                                        0,
                                        "width",
                                        width,
                                        "height",
                                        Math.min(height, highest),
                                        "scale",
                                        1)))
                .get("data");
        width(width);
        return Base64.getDecoder().decode(String.valueOf(picture));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            // Chromium is still putting things away; the folder is a temporary one.
        }
    }
}
