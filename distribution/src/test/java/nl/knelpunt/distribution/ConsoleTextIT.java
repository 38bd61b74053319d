package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** What people type: whatever it holds it shows as text, and none of it is lost. */
@ExtendWith(DemoForScreens.class)
class ConsoleTextIT {

    private static final String WORKER = "wieringersluis.college";
    private static final String POLICE = "politie-noord-holland";

    /** Markup, templates, quotes, marks that turn the direction of writing, and a word that is too long for a line. */
    private static final String HOSTILE =
            "<b>vet</b><img src=x onerror=\"document.title='kaas'\"><script>document.title='kaas'</script>"
                    + "<a href=\"javascript:document.title='kaas'\">klik</a> ${7*7} {{7*7}} \"'`&amp; "
                    + "\u200F\u2067שלום\u2069\u200E مرحبا ";

    /** A title holds no marks that can't be seen. */
    private static final String TITLE = HOSTILE.replaceAll("\\p{Cf}", "").strip();

    private static final int LONG = 10_000;

    private Platform platform;
    private Browser browser;

    @BeforeEach
    void open(Platform demo) {
        platform = demo;
        browser = Browser.at(platform.address()).as(platform.token(WORKER)).in("nl");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private static String filled(int length) {
        StringBuilder text = new StringBuilder(HOSTILE);
        while (text.length() < length) {
            text.append("Rioolwaterzuiveringsinstallatie".repeat(20))
                    .append(' ')
                    .append(HOSTILE);
        }
        return text.substring(0, length);
    }

    /** As a draft, by a message of a system. */
    private String delivered(String text) {
        String message = JsonNodeFactory.instance
                .objectNode()
                .put("signal_id", "S-" + text.length())
                .put("source", "Toezichthouder haven")
                .put("text", text)
                .put("incident_date_start", "2026-01-01T03:10:00+02:00")
                .set(
                        "category",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("sub_category", "/signals/v1/public/terms/categories/overig/sub_categories/haven"))
                .toString();
        return platform.as("wieringersluis.connection")
                .deliver("wieringersluis", "application/json", message)
                .is(201)
                .text("signals/0/id");
    }

    /** On this page: as text, with nothing of it done, and nothing to the side of a narrow screen. */
    private void showsAsText(String path) {
        browser.width(Browser.NARROW).goTo(path);
        assertTrue(
                browser.text("main").contains("<script>document.title='kaas'</script>"),
                () -> path + " does not show it");
        assertTrue(
                browser.driver()
                        .findElements(By.cssSelector("main b, main img, main script, main a[href^='javascript:']"))
                        .isEmpty(),
                path);
        assertNotEquals("kaas", browser.driver().getTitle(), path);
        browser.doesNotScrollSideways();
        browser.nothingWentWrong();
    }

    @Test
    void whateverATextHoldsItShowsAsTextEverywhere() {
        Person director = platform.as("bureau.casusregisseur");
        Person worker = platform.as(WORKER);
        Map<String, Object> there = Map.of("description", "Kade 12", "municipality", "GM9001");
        TakenUp.Colleague harbour = new TakenUp.Colleague(worker, "wieringersluis", "COLLEGE");
        TakenUp.Colleague cop = new TakenUp.Colleague(platform.as(POLICE + ".worker"), POLICE, "POLITIE");

        String draft = delivered(filled(LONG));
        worker.patch("/v1/signals/" + draft, Map.of("title", TITLE, "criteria", Map.of("indications", filled(2000))))
                .is(200);
        browser.width(Browser.NARROW).goTo("/signalen/" + draft);
        String what = String.valueOf(browser.find("#veld-observation-what").getDomProperty("value"));
        assertTrue(what.startsWith(filled(3900)) && what.endsWith("[ingekort]"), what);
        browser.doesNotScrollSideways();
        showsAsText("/signalen?stand=DRAFT");

        String signal = TakenUp.signal(director, harbour, cop, there, LocalDate.now(), null);
        Map<String, Object> texts = Proposals.completed(Map.of(
                "title", TITLE,
                "objectType", "GROUP",
                "description", filled(LONG),
                "scope", Map.of("in", filled(3000), "out", filled(3000)),
                "manifestations", List.of("DRUGS"),
                "grounds",
                        Map.of(
                                "necessity", filled(3000),
                                "proportionality", filled(3000),
                                "subsidiarity", filled(3000),
                                "deficit", filled(3000)),
                "signals", List.of(signal),
                "involved", List.of(Map.of("participant", "wieringersluis", "task", filled(400)))));
        String knelpunt = director.post("/v1/knelpunten", texts).is(201).id();
        director.post("/v1/knelpunten/" + knelpunt + "/submission").isIn("SUBMITTED");

        browser.as(platform.token("bureau.casusregisseur"));
        for (String path : List.of(
                "/", "/knelpunten", "/knelpunten/" + knelpunt, "/stuurgroep", "/stuurgroep/voorstel/" + knelpunt)) {
            showsAsText(path);
        }
        browser.goTo("/knelpunten/" + knelpunt + "/voorstel");
        assertEquals(filled(3000), browser.find("#veld-scope-in").getDomProperty("value"));
        browser.doesNotScrollSideways();
        browser.nothingWentWrong();
    }

    @Test
    void nothingTypedInAProposalIsLostByAReloadAnEndedSessionOrSomebodyElse() throws Exception {
        String knelpunt = platform.as("bureau.casusregisseur")
                .post("/v1/knelpunten", Map.of("title", "Boten zonder naam", "objectType", "GROUP"))
                .is(201)
                .id();
        try (Browser own = Browser.at(platform.address())) {
            own.signIn("bureau.casusregisseur", platform.password()).goTo("/knelpunten/" + knelpunt + "/voorstel");

            own.find("#veld-description").sendKeys("Er varen boten zonder naam.");
            own.until("it is saved", () -> own.text(".kp-saved").startsWith("Bewaard om"));
            own.goTo("/knelpunten/" + knelpunt + "/voorstel");
            assertEquals(
                    "Er varen boten zonder naam.", own.find("#veld-description").getDomProperty("value"), "a reload");

            Object token = own.driver().executeScript("return sessionStorage.getItem('kp-session')");
            HttpRequest out = HttpRequest.newBuilder(URI.create(platform.address() + "/v1/session"))
                    .header("Authorization", "Bearer " + token)
                    .DELETE()
                    .build();
            assertEquals(
                    204,
                    HttpClient.newHttpClient()
                            .send(out, BodyHandlers.discarding())
                            .statusCode());
            own.find("#veld-scope-in").sendKeys("Wie er vaart.");
            own.find("dialog #wachtwoord").sendKeys(platform.password());
            own.find("dialog button[type=submit]").click();
            own.until("it is saved after all", () -> scope(knelpunt, "in").equals("Wie er vaart."));

            platform.as("bureau.casusregisseur")
                    .patch("/v1/knelpunten/" + knelpunt, Map.of("scope", Map.of("out", "De woorden van een ander.")));
            own.find("#veld-scope-out").sendKeys("Mijn woorden.");
            String compared = own.find("dialog").getText();
            assertTrue(compared.contains("Mijn woorden.") && compared.contains("De woorden van een ander."), compared);
            own.press("Bewaar mijn tekst").click();
            own.until("mine is saved", () -> scope(knelpunt, "out").equals("Mijn woorden."));
        }
    }

    private String scope(String knelpunt, String part) {
        return platform.as("bureau.casusregisseur")
                .get("/v1/knelpunten/" + knelpunt)
                .is(200)
                .text("scope/" + part);
    }

    @Test
    void whatIsTypedInADialogStaysWhenTheSessionEnds() throws Exception {
        try (Browser own = Browser.at(platform.address())) {
            own.signIn("bureau.casusregisseur", platform.password()).goTo("/stuurgroep");
            own.press("Plan een vergadering").click();
            own.find("#verg-plaats").sendKeys("Stadhuis van Wieringersluis");
            Object token = own.driver().executeScript("return sessionStorage.getItem('kp-session')");
            HttpRequest out = HttpRequest.newBuilder(URI.create(platform.address() + "/v1/session"))
                    .header("Authorization", "Bearer " + token)
                    .DELETE()
                    .build();
            HttpClient.newHttpClient().send(out, BodyHandlers.discarding());
            own.find("dialog button[type=submit]").click();
            own.find("dialog #wachtwoord").sendKeys(platform.password());
            own.driver()
                    .findElements(By.cssSelector("dialog"))
                    .get(1)
                    .findElement(By.cssSelector("button[type=submit]"))
                    .click();
            own.until("the meeting is planned", () -> own.text("main").contains("Stadhuis van Wieringersluis"));
        }
    }
}
