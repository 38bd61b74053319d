package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The workbench of an analyst and the maps, in the browser. */
@ExtendWith(DemoForScreens.class)
class ConsoleAnalysisIT {

    private static final String ANALYST = "bureau.analist";
    private static final String DIRECTOR = "bureau.casusregisseur";
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
    private static final String TABLES = "?netwerk=tabel&kaart=tabel&tijdlijn=tabel";

    private Platform platform;
    private Browser browser;
    private String port;

    @BeforeEach
    void open(Platform demo) {
        platform = demo;
        browser = Browser.at(platform.address());
        port = platform.as(ANALYST).get("/v1/knelpunten").items().stream()
                .filter(k -> k.path("title").asText().equals("Veilige kleine zeehavens"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Browser as(String account) {
        return browser.as(platform.token(account)).in("nl");
    }

    private Browser bench(String query) {
        return browser.goTo("/knelpunten/" + port + "/analyse" + query);
    }

    private String picks() {
        return browser.text(".kp-selection__picks").replaceAll("\\s+", " ");
    }

    private WebElement box(String card, String words) {
        browser.until(
                words + " can be picked in " + card,
                () -> !browser.driver().findElements(boxes(card, words)).isEmpty());
        return browser.driver().findElements(boxes(card, words)).get(0);
    }

    private static By boxes(String card, String words) {
        return By.cssSelector("#" + card + " input[type=checkbox][aria-label*='" + words + "']");
    }

    @Test
    void whatIsPickedInOneViewIsPickedInAllAndStandsInTheAddress() {
        as(ANALYST);
        bench(TABLES);
        box("netwerk", "Kotter WS 99").click();
        browser.until("it has a letter", () -> picks().startsWith("A Kotter WS 99"));
        assertTrue(browser.text("#kaart .is-selected").contains("52.9378, 5.0388"), browser.text("#kaart"));
        assertTrue(browser.text("#tijdlijn .is-selected").contains("zonder laadlijst"), browser.text("#tijdlijn"));
        String rests = browser.text("#herkomst");
        assertTrue(rests.contains("Gemeente Wieringersluis") && rests.contains("fase 1"), rests);
        assertTrue(browser.driver().getCurrentUrl().contains("gekozen="));

        box("tijdlijn", "Waarneming: Het hek").click();
        browser.until("the second is B", () -> picks().contains("B Waarneming"));
        browser.isAccessible();

        String address = browser.driver().getCurrentUrl();
        browser.goTo(address.substring(platform.address().length()).replace("netwerk=tabel", "netwerk=beeld"));
        assertTrue(picks().contains("A Kotter WS 99"), "a bookmark keeps the picks");
        browser.until(
                "the picture says what is picked",
                () -> browser.find(".kp-network__canvas")
                        .getAttribute("aria-label")
                        .contains("A Kotter WS 99"));
        browser.press("Wis keuze").click();
        browser.until("nothing is picked", () -> picks().isBlank());
        browser.nothingWentWrong();
    }

    @Test
    void everyPictureIsWalkedThroughByKeys() {
        as(ANALYST);
        bench("?netwerk=beeld&kaart=beeld&tijdlijn=beeld");
        for (String picture : List.of(".kp-network__canvas", ".kp-map", ".kp-timeline")) {
            browser.until(
                    picture + " is drawn",
                    () ->
                            browser
                                    .driver()
                                    .findElements(By.cssSelector(picture + " canvas, " + picture + " svg"))
                                    .stream()
                                    .anyMatch(WebElement::isDisplayed));
            browser.driver().executeScript("document.querySelector(arguments[0]).focus()", picture);
            browser.keys(Keys.HOME, Keys.ARROW_RIGHT, Keys.ENTER);
            browser.until("Enter picks in " + picture, () -> !picks().isBlank());
            String said = browser.driver()
                    .findElements(By.cssSelector(picture + " ~ [role=status], kp-network > [role=status]"))
                    .get(0)
                    .getAttribute("textContent");
            assertFalse(said.isBlank(), "what the cursor is at is said");
            browser.press("Wis keuze").click();
            browser.until("nothing is picked", () -> picks().isBlank());
        }
        browser.isAccessible();
        browser.width(Browser.NARROW).in("en");
        bench("?netwerk=beeld&kaart=beeld&tijdlijn=beeld");
        browser.doesNotScrollSideways();
        bench("");
        browser.find("#netwerk kp-long-table");
        browser.doesNotScrollSideways();
        browser.isAccessible();
        browser.nothingWentWrong();
    }

    @Test
    void aFilterAndAKeptSelectionNarrowAllThreeAndTheWindowIsTwoFields() {
        as(ANALYST);
        bench(TABLES + "&bron=duinrade");
        assertFalse(browser.text("#netwerk").contains("Kotter WS 99"), "only what this supplier supplied");
        assertTrue(browser.text("#netwerk").contains("Vishandel De Lege Mand"));
        browser.press("Bewaar selectie").click();
        browser.find("#selectie-naam").sendKeys("Wat de badplaats leverde");
        browser.driver()
                .findElement(By.cssSelector("dialog button[type=submit]"))
                .click();
        browser.until("it is kept", () -> browser.driver().getCurrentUrl().contains("selectie="));
        browser.settle();
        assertFalse(browser.text("#netwerk").contains("Kotter WS 99"), "the selection says the same");
        browser.press("Gooi selectie weg").click();
        browser.driver()
                .findElement(By.cssSelector("dialog button[type=submit]"))
                .click();
        browser.until("it is gone", () -> !browser.driver().getCurrentUrl().contains("selectie="));
        browser.settle();
        assertTrue(browser.text("#netwerk").contains("Kotter WS 99"));
        String before = browser.text(".kp-selection [role=status]");
        bench(TABLES + "&van=2020-01-01&tot=2020-12-31");
        assertTrue(browser.text(".kp-selection [role=status]").startsWith("0 gebeurtenissen"), before);
        assertEquals("2020-01-01", browser.find("#venster-van").getDomProperty("value"));
    }

    @Test
    void anExportAsksForItsPurposeAndStandsInTheList() {
        as(ANALYST);
        bench(TABLES);
        browser.find("#kaart .kp-card__head button").click();
        browser.find("dialog button[type=submit]").click();
        assertTrue(browser.find("[data-summary]").getText().contains("Vul in waarvoor het nodig is."));
        browser.find("#export-doel").sendKeys("Bespreking met de deelnemers van de kade");
        browser.find("#export-beperking").click();
        browser.find("dialog button[type=submit]").click();
        browser.until(
                "it is in the list",
                () -> browser.text("#exports").contains("Bespreking met de deelnemers van de kade"));
        assertTrue(browser.text("#exports").contains("Kaart (GeoJSON)"));
    }

    @Test
    void theMatrixShowsWhoCouldDoSomethingAndDoesNot() {
        as("wieringersluis.college");
        bench("");
        assertTrue(browser.text("main").contains("ziet alleen de analist"), "no data for others");
        assertTrue(browser.driver().findElements(By.cssSelector("kp-network")).isEmpty());
        browser.find("#barrieres .is-gap button").click();
        assertTrue(browser.find("dialog").getText().contains("Wat deze deelnemer kan doen"));
        browser.isAccessible();
        browser.nothingWentWrong();
    }

    @Test
    void anAnalysisIsWrittenByReferenceAndTestedBySomebodyElse() {
        as(ANALYST);
        bench("");
        browser.press("Schrijf bevinding").click();
        type("#deel-size", "De lossingen gaan uit van Dirk Havenstra.");
        browser.until(
                "a name is held back, with the reference to write",
                () -> browser.text("#tekst").contains("{"));
        type("#deel-size", "Het gaat om ");
        browser.find("#verwijs-naar").sendKeys("Dirk Havenstra");
        browser.find("#verwijs-in").sendKeys("Omvang");
        browser.press("Zet erin").click();
        browser.until("it reads well", () -> browser.text("#tekst").contains("Dirk Havenstra"));
        browser.isAccessible();
        type("#deel-seriousness", Keys.DELETE.toString());
        submit();
        assertTrue(browser.find("[data-summary]").getText().contains("Vul in: Ernst."));
        for (String part : List.of("seriousness", "causes", "patterns", "vulnerabilities", "conclusions")) {
            type("#deel-" + part, "Toezicht in de nacht ontbreekt.");
        }
        submit();
        browser.until("it is submitted", () -> browser.text(".kp-badges").contains("ter toetsing"));
        String path =
                browser.driver().getCurrentUrl().substring(platform.address().length());
        as(DIRECTOR).goTo(path);
        browser.press("Toets de kwaliteit").click();
        browser.find("#toets-oordeel-0").click();
        browser.find("dialog button[type=submit]").click();
        browser.until("it stands", () -> browser.text("#verloop").contains("staat vast"));
        assertTrue(browser.text("#tekst").contains("Dirk Havenstra")
                || browser.text("#tekst").contains("een betrokkene"));
        browser.width(Browser.NARROW).in("en").goTo(path);
        browser.doesNotScrollSideways();
        browser.isAccessible();
    }

    @Test
    void aCaseDirectorDrawsAnAreaByTypingItsCorners() {
        String proposal = platform.as(DIRECTOR)
                .post(
                        "/v1/knelpunten",
                        Map.of("title", "Een kade zonder omtrek", "objectType", "AREA", "description", "De kade."))
                .is(201)
                .id();
        as(DIRECTOR).goTo("/knelpunten/" + proposal);
        browser.press("Teken of wijzig").click();
        browser.find("kp-area-editor .leaflet-container");
        browser.isAccessible();
        corners("52,93", "5,03", "52,94", "5,05", "52,93", "5,05", "52,94", "5,03");
        browser.find("dialog button[type=submit]").click();
        browser.until(
                "a crossing is told", () -> browser.text("#gebied-tekenen").contains("snijdt of raakt zichzelf"));

        type("#hoek-0-1-lat", "52,93");
        type("#hoek-0-2-lat", "52,94");
        type("#hoek-0-3-lon", "2,03");
        type("#hoek-0-3-lat", "48,94");
        browser.find("dialog button[type=submit]").click();
        browser.until(
                "a corner abroad is told at that corner",
                () -> browser.text("#hoek-0-3-lat-fout, #hoek-0-3-fout").contains("ligt niet in Nederland"));
        browser.isAccessible();
        type("#hoek-0-3-lon", "5,03");
        type("#hoek-0-3-lat", "52,94");
        browser.find("#afbakening-wel").sendKeys("De kade en de loodsen");
        browser.find("dialog button[type=submit]").click();
        browser.until(
                "it is on the map",
                () -> browser.text("#afbakening kp-place-map").contains("Wel"));
        JsonNode area =
                platform.as(DIRECTOR).get("/v1/knelpunten/" + proposal).body().at("/scope/area");
        assertEquals(5, area.at("/coordinates/0").size(), area::toString);
        browser.width(Browser.NARROW).in("en").goTo("/knelpunten/" + proposal);
        browser.doesNotScrollSideways();
        browser.press("Draw or change").click();
        browser.find("kp-area-editor .leaflet-container");
        browser.doesNotScrollSideways();
        browser.isAccessible();
    }

    /** At the top of the page, above what was typed. */
    private void submit() {
        browser.driver().executeScript("scrollTo(0, 0)");
        browser.press("Bied aan ter toetsing").click();
    }

    /** Latitude and longitude by turns. */
    private void corners(String... degrees) {
        for (int i = 0; i < degrees.length / 2; i++) {
            browser.press("Hoek erbij").click();
            type("#hoek-0-" + i + "-lat", degrees[2 * i]);
            type("#hoek-0-" + i + "-lon", degrees[2 * i + 1]);
        }
    }

    private void type(String css, String text) {
        browser.find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    @Test
    void whoVotesSeesTheAreaOnTheMap() {
        JsonNode proposal = platform.as("duinrade.stuurgroep").get("/v1/knelpunten").items().stream()
                .filter(k -> k.at("/scope/area").isObject())
                .findFirst()
                .orElseThrow();
        as("duinrade.stuurgroep")
                .goTo("/stuurgroep/voorstel/" + proposal.path("id").asText());
        browser.until(
                "the area is named",
                () -> browser.text("#afbakening kp-place-map").contains("Wel"));
        browser.isAccessible();
        browser.nothingWentWrong();
    }

    @Test
    void aConfiguredSourceOfTilesIsTheOneOtherHostThatThePolicyKnows() throws Exception {
        Path configuration = platform.home().resolve("conf/nl.knelpunt.console.cfg");
        String before = Files.readString(configuration);
        AtomicInteger asked = new AtomicInteger();
        HttpServer tiles = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tiles.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, PIXEL.length);
            exchange.getResponseBody().write(PIXEL);
            exchange.close();
        });
        tiles.start();
        String host = "http://127.0.0.1:" + tiles.getAddress().getPort();
        try {
            Files.writeString(
                    configuration,
                    before.replaceAll("(?m)^tiles *=.*$", "tiles = " + host + "/{z}/{x}/{y}.png")
                            .replaceAll("(?m)^tilesCredit *=.*$", "tilesCredit = Kadaster <b>BRT</b>"));
            browser.until("the policy knows it", () -> policy().contains("img-src 'self' " + host + ";"));
            as(DIRECTOR).goTo("/knelpunten/" + port);
            browser.until("tiles are asked for", () -> asked.get() > 0);
            browser.until(
                    "whose they are is text", () -> browser.text(".kp-map").contains("Kadaster <b>BRT</b>"));
            assertTrue(
                    browser.driver()
                            .findElements(By.cssSelector(".kp-land path"))
                            .isEmpty(),
                    "no sketch under tiles");
            assertEquals("[]", String.valueOf(browser.driver().executeScript("return window.kpViolations")));
        } finally {
            Files.writeString(configuration, before);
            browser.until("it is as before", () -> policy().contains("img-src 'self';"));
            tiles.stop(0);
        }
    }

    private String policy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(platform.address() + "/"))
                    .header("Accept", "text/html")
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("");
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
