package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Somebody at the console, in a browser of their own, who has signed in by the form. What is pressed is named by its text's key. */
final class Seat implements AutoCloseable {

    private static final int TRIES = 5;
    /** Later than any browser of the others would be: as long as they live one story. */
    private static final String MOVED = "{ const real = Date, by = %d; globalThis.Date = class extends real {"
            + " constructor(...a) { if (a.length) super(...a); else super(real.now() + by); }"
            + " static now() { return real.now() + by; } }; }";

    private final Browser browser;
    private final Hands hands;
    private final String language;
    private final boolean narrow;
    private final Map<String, JsonNode> texts = new HashMap<>();

    Seat(Platform platform, String account, Hands hands, String language, int width) {
        this.hands = hands;
        this.language = language;
        this.narrow = width < 700;
        browser = Browser.at(platform.address()).width(width);
        browser.goHome().in(language).goHome();
        type("naam", account);
        type("wachtwoord", platform.password());
        press("app", "signIn");
        browser.until(
                account + " is in",
                () -> !scope().equals("body")
                        || !driver().findElements(By.cssSelector(".kp-frame h1"))
                                .isEmpty());
        if (!scope().equals("body")) {
            press("app", "secrecyAgree");
        }
        settle();
    }

    Browser browser() {
        return browser;
    }

    private ChromeDriver driver() {
        return browser.driver();
    }

    /** What the console says under this key in the language of this seat. */
    String says(String file, String key, Object... values) {
        JsonNode all = texts.computeIfAbsent(file, f -> browser.evaluate("texts/" + f + ".js", "m.default"));
        assertTrue(all.has(key), () -> "texts/" + file + ".js has no " + key);
        String words = all.path(key).path(language.equals("nl") ? 0 : 1).asText();
        for (int i = 0; i < values.length; i += 2) {
            words = words.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
        }
        return words;
    }

    Seat press(String file, String key, Object... values) {
        return pressWords(says(file, key, values));
    }

    Seat pressWords(String words) {
        with(words, control(words), e -> hands.press(driver(), e));
        return this;
    }

    /** The first button or link with these words in the dialog that is open, or else on the page. */
    private Finder control(String words) {
        return scope -> driver().findElements(By.cssSelector(scope + " button, " + scope + " a")).stream()
                .filter(e -> e.isDisplayed() && firstLine(e).equals(words))
                .toList();
    }

    /** Without the counter that an entry of the menu has. */
    private static String firstLine(WebElement element) {
        return element.getText().strip().lines().findFirst().orElse("");
    }

    private Finder field(String id) {
        return scope -> driver().findElements(By.cssSelector(scope + " #" + id)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    private interface Finder {
        List<WebElement> in(String scope);
    }

    /** Does it to the first that is found, anew when the page was drawn anew meanwhile. */
    private void with(String what, Finder finder, Consumer<WebElement> act) {
        for (int i = 1; ; i++) {
            try {
                browser.until(what + " is there", () -> !finder.in(scope()).isEmpty());
                act.accept(finder.in(scope()).get(0));
                return;
            } catch (StaleElementReferenceException | ElementClickInterceptedException | IndexOutOfBoundsException e) {
                // Drawn anew meanwhile, or under a notice that goes by itself.
                if (i == TRIES) {
                    throw e;
                }
                browser.settle();
            }
        }
    }

    private String scope() {
        return driver().findElements(By.cssSelector("dialog[open]")).isEmpty() ? "body" : "dialog[open]:last-of-type";
    }

    Seat type(String id, String words) {
        with(id, field(id), e -> hands.type(driver(), e, words));
        return this;
    }

    Seat choose(String id, String value) {
        with(id, field(id), e -> {
            browser.until(
                    id + " has " + value,
                    () -> !e.findElements(By.cssSelector("option[value='" + value + "']"))
                            .isEmpty());
            hands.choose(driver(), e, value);
        });
        return this;
    }

    /** The choice of which the words begin so. */
    Seat chooseWords(String id, String begin) {
        with(
                id,
                field(id),
                e -> hands.choose(
                        driver(),
                        e,
                        e.findElements(By.cssSelector("option")).stream()
                                .filter(o -> o.getText().startsWith(begin))
                                .findFirst()
                                .orElseThrow()
                                .getDomProperty("value")));
        return this;
    }

    Seat check(String id) {
        with(id, field(id), e -> hands.check(driver(), e));
        return this;
    }

    Seat date(String id, LocalDate day) {
        with(id, field(id), e -> hands.date(driver(), e, day));
        return this;
    }

    /** By an entry of the menu. */
    Seat menu(String key) {
        if (narrow) {
            press("app", "menu");
        }
        return press("menu", key).settle();
    }

    /** By an address, such as that of a bookmark. */
    Seat open(String path) {
        browser.goTo(path);
        return this;
    }

    Seat settle() {
        browser.settle();
        return this;
    }

    /** Until the page, or the dialog that is open, says this. */
    Seat reads(String words) {
        browser.until("it says: " + words, () -> browser.text(scope()).contains(words));
        return this;
    }

    Seat titled(String words) {
        browser.until("the title is " + words, () -> browser.text("main h1").equals(words));
        return settle();
    }

    /** The dialog was answered. */
    Seat done() {
        browser.until("the dialog is done", () -> scope().equals("body"));
        return settle();
    }

    /** No violation of axe, nothing that went wrong, and on a narrow screen nothing to the side. */
    Seat looksRight() {
        settle();
        browser.isAccessible();
        if (narrow) {
            browser.doesNotScrollSideways();
        }
        return nothingWentWrong();
    }

    Seat nothingWentWrong() {
        browser.nothingWentWrong();
        return this;
    }

    /** As time goes on: the browser's clock is later, from the next page on. */
    Seat later(Duration by) {
        driver().executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", MOVED.formatted(by.toMillis())));
        return this;
    }

    @Override
    public void close() {
        browser.close();
    }
}
