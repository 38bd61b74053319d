package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** A signal in the browser: from the form or the file to the weighing, with the guard reading along. */
@ExtendWith(DemoForScreens.class)
class ConsoleSignalIT {

    private static final String WORKER = "wieringersluis.college";

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

    private String draft(String title) {
        return platform.as(WORKER)
                .post("/v1/signals", Map.of("title", title))
                .is(201)
                .text("id");
    }

    private JsonNode signal(String id) {
        return platform.as(WORKER).get("/v1/signals/" + id).is(200).body();
    }

    private void type(String field, String words) {
        browser.find("#veld-" + field).clear();
        browser.find("#veld-" + field).sendKeys(words);
    }

    private void choose(String field, String value) {
        new Select(browser.find("#veld-" + field)).selectByValue(value);
    }

    @Test
    void whatMayNotBeInATextIsFoundWhileTypingAndTakenOutWithTheRestSaved() {
        String id = draft("Verbroken zegel");
        browser.goTo("/signalen/" + id);
        type("observation-what", "De bestuurder met de Franse nationaliteit toonde een contract.");
        type("observation-observedBy", "Toezicht haven");
        String mark = browser.find("#veld-observation-what-message mark").getText();
        assertTrue(mark.contains("Franse") || mark.contains("nationaliteit"), mark);
        assertTrue(browser.text("#veld-observation-what-message").contains("Regel G08, Bgs 1.9"));
        browser.until(
                "the rest is saved",
                () -> signal(id).at("/observation/observedBy").asText().equals("Toezicht haven"));
        assertTrue(signal(id).at("/observation/what").isMissingNode(), "what was found is not stored");
        browser.isAccessible();
        while (!browser.driver()
                .findElements(By.cssSelector("#veld-observation-what-message button"))
                .isEmpty()) {
            browser.press("Haal weg").click();
            browser.until(
                    "it is looked at anew",
                    () -> browser.text(".kp-saved").startsWith("Bewaard")
                            || browser.text("#veld-observation-what-message").contains("Gevonden"));
        }
        browser.until(
                "the text is saved without it",
                () -> signal(id).at("/observation/what").asText().startsWith("De bestuurder met"));
        assertFalse(signal(id).at("/observation/what").asText().contains("Franse"));
    }

    @Test
    void aDraftIsCompletedReportedRecognisedAndTheRefusalsSayWhatToDo() {
        String id = draft("Nachtelijke lossing aan kade 6");
        browser.goTo("/signalen/" + id);
        assertEquals("Signaal aanvullen", browser.text("h1"));
        browser.press("Dien in").click();
        browser.find("#wacht-indienen");
        assertTrue(browser.text("#wacht-indienen").contains("Wat u kunt doen"));
        assertTrue(browser.text("#veld-criteria-necessity-message").contains("Regel G05"));
        browser.isAccessible();

        type("observation-date", "");
        browser.driver()
                .executeScript("const d = document.querySelector('#veld-observation-date'); d.value = '2026-11-20';"
                        + "d.dispatchEvent(new Event('input'))");
        choose("organ", "COLLEGE");
        choose("task", "verordening");
        type("observation-what", "Om drie uur in de nacht laadden twee bestelbussen dozen uit een kotter.");
        type("observation-place-description", "Kade 6");
        choose("observation-place-municipality", "GM9001");
        type("observation-observedBy", "Toezichthouder haven");
        choose("manifestation", "DRUGS");
        type("criteria-indications", "De lossing staat niet op de laadlijst en is de derde in vier weken.");
        type("criteria-manifestation", "Dit past bij invoer van verdovende middelen door een kleine haven.");
        type("criteria-necessity", "De gemeente ziet de kade, de politie het vaartuig.");
        type("criteria-jointApproach", "Toezicht op de haven en opsporing liggen bij verschillende deelnemers.");
        type("criteria-region", "De haven ligt in een gemeente van dit RIEC.");
        choose("grading-source", "B");
        choose("grading-information", "2");
        browser.find("#veld-qualityTested").click();
        browser.find("#veld-lawfullyHeld").click();
        browser.until(
                "the guard has no objection left",
                () -> browser.text(".kp-guard").contains("U kunt dit signaal indienen"));
        browser.press("Dien in").click();
        browser.until("it is reported", () -> signal(id).path("state").asText().equals("REPORTED"));
        browser.settle();
        assertEquals("Nachtelijke lossing aan kade 6", browser.text("h1"));
        browser.isAccessible();

        browser.as(platform.token("bureau.casusregisseur")).goTo("/signalen/" + id);
        browser.press("Vraag herkenning …").click();
        new Select(browser.find("#vraag-aan")).selectByVisibleText("Politie, eenheid Noord-Holland");
        browser.press("Vraag").click();
        browser.until("it is asked", () -> signal(id).path("state").asText().equals("ASKED"));

        browser.as(platform.token("politie-noord-holland.worker")).goTo("/signalen/" + id);
        browser.press("Beantwoord de vraag …").click();
        browser.find("#herkend-0").click();
        browser.press("Stuur antwoord").click();
        assertTrue(browser.find("dialog .kp-guard").getText().contains("Wat u kunt doen"), "without an observation");
        browser.find("#eigen-wat").sendKeys("Een surveillance-eenheid zag dezelfde kotter lossen.");
        browser.driver()
                .executeScript("const d = document.querySelector('#eigen-date'); d.value = '2026-11-19';"
                        + "d.dispatchEvent(new Event('input'))");
        browser.find("#eigen-place").sendKeys("Kade 6");
        new Select(browser.find("#eigen-task")).selectByValue("politiewet-3");
        browser.find("#eigen-reference").sendKeys("PL1100-2026-1");
        browser.press("Stuur antwoord").click();
        browser.until(
                "it is recognised", () -> signal(id).path("state").asText().equals("RECOGNISED"));
    }

    @Test
    void whoIsSecondSeesBothVersionsAndLosesNothing() {
        String id = draft("Eerste titel");
        browser.goTo("/signalen/" + id);
        platform.as(WORKER).patch("/v1/signals/" + id, Map.of("title", "Titel van een ander"));
        type("title", "Mijn titel");
        String compared = browser.find("dialog").getText();
        assertTrue(compared.contains("Mijn titel") && compared.contains("Titel van een ander"), compared);
        browser.isAccessible();
        browser.press("Bewaar mijn tekst").click();
        browser.until("mine is saved", () -> signal(id).path("title").asText().equals("Mijn titel"));
    }

    @Test
    void whatWasTypedIsStillThereAfterAReload() {
        String id = draft("Een boot");
        browser.goTo("/signalen/" + id);
        type("criteria-necessity", "De gemeente ziet niet wie er vaart.");
        browser.until("it is saved", () -> browser.text(".kp-saved").startsWith("Bewaard om"));
        browser.goTo("/signalen/" + id);
        assertEquals(
                "De gemeente ziet niet wie er vaart.",
                browser.driver().findElement(By.id("veld-criteria-necessity")).getDomProperty("value"));
    }

    @Test
    void aFormOfTheModuleBecomesADraftWithItsData() {
        browser.goTo("/signalen/nieuw");
        List<JsonNode> forms = platform.as(WORKER).get("/v1/signal-forms").items().stream()
                .filter(f -> f.path("participantKind").asText().equals("municipality"))
                .toList();
        assertFalse(forms.isEmpty());
        browser.press("Begin").click();
        browser.find("form");
        browser.isAccessible();
        browser.press("Maak concept").click();
        assertTrue(browser.find("[data-summary]").getText().contains("Vul in:"));
        JsonNode schema = forms.get(0).path("schema");
        for (JsonNode required : schema.path("required")) {
            answer(required.asText(), schema.path("properties").path(required.asText()));
        }
        browser.press("Maak concept").click();
        browser.find("#veld-observation-what");
        assertTrue(browser.driver().getCurrentUrl().matches(".*/signalen/[0-9a-f-]{36}"));
    }

    private void answer(String name, JsonNode question) {
        String css = "#vraag-" + name;
        if (question.has("enum")) {
            new Select(browser.find(css)).selectByIndex(1);
        } else if (question.path("format").asText().equals("date")) {
            browser.driver()
                    .executeScript(
                            "const d = document.querySelector(arguments[0]); d.value = '2026-11-20';"
                                    + "d.dispatchEvent(new Event('input'))",
                            css);
        } else {
            browser.find(css).sendKeys("Een deur stond open.");
        }
    }

    @Test
    void whoIsAskedMayCompareTheSignalWithItsOwnListOnceThatIsOn() throws IOException {
        Person neighbour = platform.as("haarveen.college");
        String id = neighbour
                .post("/v1/signals", Reports.complete("Busjes bij de loods"))
                .is(201)
                .id();
        neighbour
                .post(
                        "/v1/signals/" + id + "/data",
                        Map.of(
                                "newSubject", Map.of("kind", "OBJECT"),
                                "category", "VEHICLE",
                                "field", "kenteken",
                                "content", "66-XX-66"))
                .is(201);
        neighbour.post("/v1/signals/" + id + "/report").is(200);
        neighbour
                .post("/v1/signals/" + id + "/recognition-requests", Map.of("participant", "wieringersluis"))
                .is(201);
        browser.width(Browser.NARROW).goTo("/signalen/" + id);
        browser.press("Vergelijk met onze lijst …").click();
        browser.press("Vergelijk").click();
        browser.until(
                "the guard refuses", () -> browser.text("dialog .kp-guard").contains("G47"));
        browser.isAccessible();
        browser.doesNotScrollSideways();

        String advice = platform.as("bureau.rac")
                .post(
                        "/v1/rac-advices",
                        Map.of("reference", "RAC-7", "about", "hulp", "date", "2026-01-12", "outcome", "POSITIVE"))
                .is(201)
                .id();
        platform.as("bureau.admin")
                .patch("/v1/policy", Map.of("recognitionHelp", Map.of("on", true), "advice", advice))
                .is(200);
        Path own = Files.createDirectories(
                platform.data().resolveSibling("own-subjects").resolve("wieringersluis"));
        Files.writeString(own.resolve("subjects.csv"), "soort;kenmerk\nkenteken;66xx66\n");
        browser.press("Vergelijk").click();
        browser.until("the answer is there", () -> browser.text("dialog").contains("Het ene kenmerk komt bij u voor."));
        assertTrue(browser.text("dialog").contains("kentekens: 1 van 1"), browser.text("dialog"));
        browser.isAccessible();
        browser.doesNotScrollSideways();
        browser.press("Klaar").click();
        assertEquals("ASKED", signal(id).path("state").asText(), "recognising stays an act of its own");
    }

    @Test
    void aViewThatSomebodyKeepsIsThereUntilItIsLetGoAndIsNobodyElses() {
        String kept = "/signalen?stand=RECOGNISED&vorm=DRUGS";
        browser.goTo(kept);
        browser.press("Bewaar deze weergave").click();
        browser.goTo("/signalen").find(".kp-chip a").click();
        browser.settle();
        assertTrue(browser.driver().getCurrentUrl().endsWith(kept), browser.driver()::getCurrentUrl);
        assertEquals("page", browser.find(".kp-chip a").getAttribute("aria-current"));
        browser.isAccessible();

        browser.as(platform.token("haarveen.college")).goTo("/signalen");
        assertTrue(browser.driver().findElements(By.cssSelector(".kp-chip")).isEmpty());

        browser.as(platform.token(WORKER))
                .goTo("/signalen")
                .find(".kp-chip button")
                .click();
        assertTrue(browser.driver().findElements(By.cssSelector(".kp-chip")).isEmpty());
        browser.nothingWentWrong();
    }

    @Test
    void aFileIsReadIntoDrafts() {
        Path message = Path.of("src/test/resources/nl/knelpunt/distribution/report.json")
                .toAbsolutePath();
        browser.goTo("/signalen/bestand");
        browser.driver().findElement(By.id("bestand")).sendKeys(message.toString());
        browser.press("Vul aan").click();
        browser.settle();
        assertEquals("Signaal aanvullen", browser.text("h1"));
        browser.nothingWentWrong();
    }
}
