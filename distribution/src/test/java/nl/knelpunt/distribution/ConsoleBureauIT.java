package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What the steering group, the admin and who oversees do in the browser. */
@ExtendWith(DemoForScreens.class)
class ConsoleBureauIT {

    private static final String MEMBER = "duinrade.stuurgroep";
    private static final String SIGNATURES = "META-INF/.*\\.(SF|RSA|DSA|EC)";

    private Platform platform;
    private Browser browser;

    @BeforeEach
    void open(Platform demo) {
        platform = demo;
        browser = Browser.at(platform.address());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Browser as(String account) {
        return browser.as(platform.token(account)).in("nl");
    }

    private JsonNode submitted() {
        return platform.as(MEMBER).get("/v1/knelpunten").items().stream()
                .filter(k -> k.path("state").asText().equals("SUBMITTED"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMemberReadsAProposalAndVotesWithAReasonThatNamesNobody() {
        String id = submitted().path("id").asText();
        as(MEMBER).goTo("/stuurgroep");
        assertTrue(browser.text("#open").contains("uw stem ontbreekt"), browser.text("#open"));
        browser.press("Lees en stem").click();
        browser.settle();
        assertTrue(browser.driver().getCurrentUrl().contains("/stuurgroep/voorstel/" + id));
        for (String part : new String[] {"kern", "afbakening", "gronden", "deelnemers", "fasen", "doelen"}) {
            assertFalse(browser.text("#" + part).isBlank(), part);
        }
        browser.press("Stem").click();
        assertTrue(browser.find("[data-summary]").getText().contains("Vul in waarom u zo stemt."));

        browser.find("#stem-0").click();
        browser.find("#stem-reden").sendKeys("Akkoord, ook namens meneer met BSN 999990019.");
        browser.press("Stem").click();
        String refusal = browser.find("#wgs-wacht").getText();
        assertTrue(refusal.contains("regel G15") && refusal.contains("Wat u kunt doen"), refusal);
        assertTrue(votes(id).isEmpty(), "a refused vote is no vote");

        browser.find("#stem-reden").clear();
        browser.find("#stem-reden").sendKeys("De afbakening is scherp.");
        browser.press("Stem").click();
        browser.until("the vote stands", () -> votes(id).equals("FOR De afbakening is scherp."));
        browser.until("it is said", () -> browser.text("#uw-stem").contains("Uw stem staat"));
        browser.isAccessible();
    }

    private String votes(String knelpunt) {
        for (JsonNode vote :
                platform.as(MEMBER).get("/v1/knelpunten/" + knelpunt).body().at("/motions/0/votes")) {
            if (vote.path("participant").asText().equals("duinrade")) {
                return vote.path("choice").asText() + " " + vote.path("reason").asText();
            }
        }
        return "";
    }

    @Test
    void whoReadsTheLogSaysWhyAndSeesThatTheChainIsWholeAndWhoWasRefused() {
        as("bureau.privacy-officer").goTo("/logboek?uitkomst=REFUSED&van=2025-01-01");
        browser.until("the chain is checked", () -> browser.text(".kp-chain").contains("De keten klopt"));
        assertTrue(browser.text("#regels").contains("Pas dan wordt het logboek gelezen"));
        browser.press("Toon").click();
        assertTrue(browser.find("[data-summary]").getText().contains("Vul in waarom u kijkt."));
        browser.find("#log-aanleiding").sendKeys("Steekproef");
        browser.press("Toon").click();
        WebElement line = browser.find("#regels td[data-label=Regel] a");
        assertTrue(browser.text("#regels").contains("geweigerd G"), browser.text("#regels"));
        line.click();
        assertTrue(browser.find("#details").getText().contains("sluit aan"));
        browser.isAccessible();

        browser.goTo("/logboek");
        browser.find("#log-aanleiding").sendKeys("Wie keek er");
        browser.press("Toon").click();
        browser.until(
                "looking is a line too", () -> browser.text("#regels").contains("doel: controle op rechtmatigheid"));
        assertTrue(browser.text("#regels").contains("Saskia Terpstra"), "people have names");
    }

    @Test
    void anAdminStagesAJarReadsThePlanAndWatchesTheSwapWithoutALoss(@TempDir Path folder) throws IOException {
        TestSigner signer = new TestSigner("Makers");
        Path jar = signer.sign(unsigned(platform.home().resolve("plugins/nl.knelpunt.province.jar"), folder));
        as("bureau.admin").goTo("/modules");
        stage(jar);
        String refusal = browser.find("dialog .kp-notice").getText();
        assertTrue(refusal.contains("Vertrouw de ondertekenaar daarvoor"), refusal);

        browser.goTo("/modules/sleutels");
        browser.press("Vertrouw een sleutel").click();
        browser.find("#certificaat").sendKeys(signer.certificate());
        browser.find("#soort-province").click();
        within("dialog", "Vertrouw een sleutel").click();
        browser.until("it is trusted", () -> browser.text("#sleutels").contains("Makers"));

        browser.goTo("/modules");
        Path receipt = Files.writeString(
                folder.resolve("other.tck.json"),
                "{\"tck\": \"1.0\", \"sha256\": \"" + "0".repeat(64) + "\", \"passed\": [\"everything\"]}");
        stage(jar, receipt);
        browser.until(
                "a receipt of another jar is refused",
                () -> browser.text("dialog").contains("het TCK-bewijs is van een andere jar"));

        browser.goTo("/modules");
        stage(jar);
        browser.find("#wissel-hoe-0");
        within("dialog", "Maak het plan").click();
        String plan = browser.find("#plan").getText();
        assertTrue(plan.contains("Geen nieuwe soorten gegevens") && plan.contains("Raakt geen andere module"), plan);
        assertTrue(plan.contains("De module heeft geen TCK-bewijs"), plan);
        browser.isAccessible();
        browser.press("Voer uit").click();
        within("dialog", "Voer uit").click();
        String swap = browser.find(".kp-swap").getText();
        assertTrue(swap.contains("Wissel bezig: Provincie"), swap);
        browser.until("nothing is lost", () -> browser.text(".kp-swap").contains("klopt: niets kwijt"));
        browser.until(
                "it has drained",
                () -> browser.driver().findElements(By.cssSelector(".kp-swap .kp-button--danger")).stream()
                        .anyMatch(WebElement::isDisplayed));
        browser.isAccessible();
        browser.find(".kp-swap .kp-button--danger").click();
        within("dialog", browser.find("dialog h2").getText()).click();
        browser.until(
                "what ran before runs again",
                () -> platform.as("bureau.admin")
                                .get("/v1/modules/province")
                                .body()
                                .at("/swap/operation")
                                .asText()
                                .equals("PHASE_IN")
                        && platform.as("bureau.admin")
                                        .get("/v1/modules/province/swaps")
                                        .items()
                                        .size()
                                >= 3);
    }

    private void stage(Path jar) {
        stage(jar, null);
    }

    /** @param receipt of the TCK; null for none */
    private void stage(Path jar, Path receipt) {
        browser.press("Module toevoegen").click();
        browser.find("#jar").sendKeys(jar.toString());
        if (receipt != null) {
            browser.find("#bewijs").sendKeys(receipt.toString());
            browser.isAccessible();
        }
        within("dialog", "Zet klaar").click();
    }

    private WebElement within(String css, String words) {
        browser.until(
                "there is " + words + " in " + css,
                () -> browser.driver().findElements(By.cssSelector(css + " button")).stream()
                        .anyMatch(b -> b.isDisplayed() && b.getText().strip().equals(words)));
        return browser.driver().findElements(By.cssSelector(css + " button")).stream()
                .filter(b -> b.isDisplayed() && b.getText().strip().equals(words))
                .findFirst()
                .orElseThrow();
    }

    /** The same content without who signed it. */
    private static Path unsigned(Path jar, Path folder) throws IOException {
        Path copy = folder.resolve("province.jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (!entry.getName().matches(SIGNATURES)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
        }
        return copy;
    }

    @Test
    void theTourTellsWhatThereIsForMyRole() {
        as(MEMBER).goTo("/");
        browser.press("Begin").click();
        assertTrue(browser.find("dialog").getText().contains("U beslist namens uw organisatie."));
        while (browser.driver().findElements(By.cssSelector("dialog button")).stream()
                .anyMatch(b -> b.getText().strip().equals("Verder"))) {
            browser.isAccessible();
            within("dialog", "Verder").click();
        }
        within("dialog", "Klaar").click();
        assertEquals(0, browser.driver().findElements(By.cssSelector("dialog")).size());
        browser.goTo("/");
        assertFalse(browser.text("main").contains("Nieuw hier?"), "it is offered once");
    }
}
