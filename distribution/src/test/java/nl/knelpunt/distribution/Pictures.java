package nl.knelpunt.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The pictures of {@code docs/images}, taken at the demo, each by somebody whose screen it is; those of the network and of drawing an area are taken by hand. No test, so only when it is asked for:
 * {@code LANGUAGE=nl mvn verify -pl distribution -am -Dit.test=Pictures -Dknelpunt.pictures=...}; dates are shown in the language of the system.
 */
@ExtendWith(DemoForScreens.class)
class Pictures {

    private static final String HARBOUR = "wieringersluis";
    private static final int WIDE = 1440;
    private static final int HIGHEST = 1800;

    private Platform platform;
    private Browser browser;
    private Path folder;

    @Test
    void take(Platform demo) throws IOException {
        platform = demo;
        folder = Files.createDirectories(Path.of(System.getProperty("knelpunt.pictures", "target/pictures")));
        ScreenData.makeWhatIsMissing(platform);
        String director = "bureau.casusregisseur";
        String worker = HARBOUR + ".college";
        String member = HARBOUR + ".stuurgroep";
        String port = knelpunt(k -> k.path("title").asText().equals("Veilige kleine zeehavens"));
        try (Browser opened = Browser.at(platform.address())) {
            browser = opened;
            picture("mijn-werk", director, "/");
            picture("signalen", director, "/signalen");
            picture("signaal", worker, "/signalen/" + first(worker, "/v1/signals?state=DRAFT"));
            picture("signaal-nieuw", worker, "/signalen/nieuw");
            picture("knelpunt", director, "/knelpunten/" + port);
            picture("stuurgroep", member, "/stuurgroep");
            picture(
                    "voorstel",
                    member,
                    "/stuurgroep/voorstel/"
                            + knelpunt(k -> k.path("state").asText().equals("SUBMITTED")));
            picture("vergadering", director, "/stuurgroep/" + first(director, "/v1/meetings"));
            picture(
                    "analyse-tekst",
                    "bureau.analist",
                    "/analyses/"
                            + ScreenData.id("analysis", platform.as("bureau.analist"))
                                    .orElseThrow());
            picture(
                    "interventie",
                    director,
                    "/interventies/"
                            + ScreenData.id("intervention", platform.as(director))
                                    .orElseThrow());
            picture("casusoverleg", director, "/casusoverleg/" + first(director, "/v1/case-consultations"));
            picture("scan", director, "/scans/" + first(director, "/v1/scans"));
            picture(
                    "resultaat",
                    director,
                    "/resultaten/"
                            + ScreenData.id("provision", platform.as(director)).orElseThrow());
            picture(
                    "verzoek",
                    "bureau.contactpunt",
                    "/verzoeken/" + first("bureau.contactpunt", "/v1/rights-requests"));
            picture("bewaren", director, "/bewaren");
            picture("jaarverslag", "bureau.fg", "/jaarverslag");
            picture("kalender", director, "/kalender");
            picture("rac", "bureau.rac", "/rac");
            picture("modules", "bureau.admin", "/modules");
            picture("module", "bureau.admin", "/modules/police");
            browser.width(WIDE)
                    .as(platform.token("bureau.privacy-officer"))
                    .in("nl")
                    .goTo("/logboek");
            browser.find("#log-aanleiding").sendKeys("Controle van het kwartaal");
            browser.press("Toon").click();
            Files.write(folder.resolve("logboek.png"), browser.settle().picture(HIGHEST));
            picture("hulp", worker, "/hulp");
            browser.width(Browser.NARROW).goTo("/knelpunten/" + port);
            Files.write(folder.resolve("knelpunt-320px.png"), browser.picture(HIGHEST));
        }
    }

    private void picture(String name, String account, String path) throws IOException {
        browser.width(WIDE).as(platform.token(account)).in("nl").goTo(path);
        Files.write(folder.resolve(name + ".png"), browser.picture(HIGHEST));
    }

    private String first(String account, String list) {
        return platform.as(account).get(list).items().get(0).path("id").asText();
    }

    private String knelpunt(Predicate<JsonNode> wanted) {
        List<JsonNode> all =
                platform.as("bureau.casusregisseur").get("/v1/knelpunten").items();
        return all.stream().filter(wanted).findFirst().orElseThrow().path("id").asText();
    }
}
