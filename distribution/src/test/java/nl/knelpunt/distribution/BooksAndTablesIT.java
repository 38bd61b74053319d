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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What a participant's people decide of their own files: which columns of a table are what, and who of the books comes along. */
class BooksAndTablesIT {

    private static final String TAX = "belastingdienst";
    private static final String INSPECTORATE = "arbeidsinspectie";

    private static final String TABLE = """
            nr;dag;firma;kvk;gevonden;nationaliteit
            X-1;2026-05-03;Loodsen BV;90001234;Zes mensen aan het werk zonder vergunning.;Ruritaans
            """;
    private static final String MAPPING = """
            {
              "separator": ";",
              "dates": "yyyy-MM-dd",
              "messageId": "{nr}",
              "observation": { "what": ["Bevinding: {gevonden}"], "date": "dag", "observedBy": "Arbeidsinspectie" },
              "subjects": [
                { "kind": "LEGAL_PERSON", "data": [{ "category": "COMPANY", "field": "kvk-nummer", "column": "kvk", "as": "KVK" }] }
              ]
            }
            """;

    @TempDir
    static Path folder;

    private static Platform platform;

    @BeforeAll
    static void start() throws IOException {
        platform = new Platform(folder);
        Path region = platform.home().resolve("conf/region.json");
        Files.writeString(region, Files.readString(region).replace("\"participants\": [", """
                        "participants": [
                          {"id": "belastingdienst", "name": "Belastingdienst", "kind": "tax", "organs": ["BELASTINGDIENST"]},
                          {"id": "arbeidsinspectie", "name": "Arbeidsinspectie", "kind": "labour-inspectorate", "organs": ["NLA"]},
                        """));
        platform.withAdmin().start();
        platform.appoint(TAX + ".worker", TAX, "BELASTINGDIENST", "WORKER")
                .appoint(TAX + ".connection", TAX, null, "CONNECTION")
                .appoint(INSPECTORATE + ".worker", INSPECTORATE, "NLA", "WORKER")
                .appoint(INSPECTORATE + ".connection", INSPECTORATE, null, "CONNECTION");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Person.Answer deliver() {
        return platform.as(INSPECTORATE + ".connection").deliver(INSPECTORATE, "text/csv", TABLE);
    }

    private static Platform.Result configured(String mapping) {
        Map<String, String> admin = Map.of("KNELPUNT_TOKEN", platform.token(Platform.ADMIN));
        Platform.Result plan = platform.run(
                        admin, "modules", "plan", "labour-inspectorate", "--set", "mapping=" + mapping, "--lang", "en")
                .ok();
        String digest = plan.out().strip().replaceAll("(?s).*modules apply (\\w+).*", "$1");
        return platform.run(admin, "modules", "apply", digest, "--lang", "en");
    }

    @Test
    void anAdministratorChangesTheMappingOfARunningServer() {
        assertTrue(deliver().is(422).text("where").contains("Bedrijfsnaam"));

        configured(MAPPING).ok();
        String draft = deliver().is(201).text("signals/0/id");
        JsonNode signal = platform.as(INSPECTORATE + ".worker")
                .get("/v1/signals/" + draft)
                .is(200)
                .body();
        assertEquals("2026-05-03", signal.at("/observation/date").asText());
        assertEquals("90001234", signal.at("/data/0/content").asText());

        Platform.Result wrong = configured(MAPPING.replace("\"KVK\"", "\"KVKX\""));
        assertEquals(1, wrong.code(), wrong.out());
        assertTrue(wrong.out().contains("mapping, $.subjects[0].data[0].as, line 7, column"), wrong.out());
        assertEquals(1, deliver().is(201).body().path("repeated").asInt(), "it goes on as it was");
    }

    @Test
    void aWorkerPicksOnTheCommandLineWhoComesAlong() throws IOException {
        Path books = Files.writeString(folder.resolve("books.xaf"), books());
        Map<String, String> asConnection = Map.of("KNELPUNT_TOKEN", platform.token(TAX + ".connection"));

        Platform.Result sent = platform.run(
                        asConnection, "send", TAX, books.toString(), "--pick", "2002", "--progress", "--lang", "en")
                .ok();
        assertEquals(
                List.of("Transport Zaanmeer"), relations(sent.out().replaceAll("(?s).*draft ([0-9a-f-]{36}).*", "$1")));

        Platform.Result unknown =
                platform.run(asConnection, "send", TAX, books.toString(), "--pick", "9999", "--lang", "en");
        assertEquals(1, unknown.code(), unknown.out());
        assertTrue(unknown.out().contains("is not in this audit file"), unknown.out());
    }

    @Test
    void aWorkerPicksOnTheScreenWhoComesAlong() throws IOException {
        Path books = Files.writeString(folder.resolve("administratie.xaf"), books().replace("ADM1", "ADM2"));
        try (Browser browser = Browser.at(platform.address())
                .as(platform.token(TAX + ".worker"))
                .in("nl")) {
            browser.width(Browser.NARROW).goTo("/signalen/bestand");
            browser.driver().findElement(By.id("bestand")).sendKeys(books.toString());
            browser.find("[id^=zoek-]").sendKeys("transport");
            browser.until(
                    "one is left",
                    () -> browser.driver()
                                    .findElements(By.cssSelector("[id^=kies-][type=checkbox]"))
                                    .size()
                            == 1);
            assertFalse(browser.text("main").contains("VROEGERE NAAM"), "what is in the history is nobody");
            browser.find("[id^=kies-][type=checkbox]").click();
            browser.isAccessible();
            browser.doesNotScrollSideways();
            browser.press("Lever aan met 1 gekozen").click();
            browser.press("Vul aan").click();
            browser.settle();
            String draft = browser.driver().getCurrentUrl().replaceAll(".*/", "");
            assertEquals(List.of("Transport Zaanmeer"), relations(draft));
            browser.nothingWentWrong();
        }
    }

    /** As the participant's own test has them, of which nothing was picked yet. */
    private static String books() throws IOException {
        return Files.readString(Path.of("../plugins/tax/src/test/resources/auditfile.xaf"))
                .replaceFirst("<\\?knelpunt-kies [^?]*\\?>\n", "");
    }

    /** Names of all that a draft is about but the one whose books these are. */
    private static List<String> relations(String draft) {
        List<String> names = new java.util.ArrayList<>();
        platform.as(TAX + ".worker")
                .get("/v1/signals/" + draft)
                .is(200)
                .body()
                .path("data")
                .forEach(datum -> {
                    if (datum.path("field").asText().equals("naam")) {
                        names.add(datum.path("content").asText());
                    }
                });
        names.remove("Autoverhuur Haarveen B.V.");
        return names;
    }
}
