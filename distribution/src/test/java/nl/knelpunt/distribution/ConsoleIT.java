package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.knelpunt.engine.event.EventType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The console in a browser, at the demo's region. Every screen of its route table is visited by somebody of every role. */
@ExtendWith(DemoForScreens.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    /** Of each role people of the demo, in the order in which they are asked: the first who has something to see visits. */
    private static final Map<String, List<String>> PEOPLE = people();

    /** Who visits what is for everybody. */
    private static final List<String> FIRST_AND_LAST = List.of("CASE_DIRECTOR", "SUPPORT");

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    private static Map<String, List<String>> people() {
        Map<String, List<String>> people = new LinkedHashMap<>();
        people.put("CASE_DIRECTOR", List.of("bureau.casusregisseur"));
        people.put("WORKER", List.of("politie-noord-holland.worker", "wieringersluis.college", "duinrade.college"));
        people.put(
                "STEERING_MEMBER",
                List.of("wieringersluis.stuurgroep", "politie-noord-holland.stuurgroep", "zaanmeer.stuurgroep"));
        people.put("ANALYST", List.of("bureau.analist"));
        people.put("PRIVACY_OFFICER", List.of("bureau.privacy-officer"));
        people.put("COORDINATING_FG", List.of("bureau.fg"));
        people.put("RAC_MEMBER", List.of("bureau.rac"));
        people.put("CONTACT_POINT", List.of("bureau.contactpunt"));
        people.put("ADMIN", List.of("bureau.admin"));
        people.put("SUPPORT", List.of("bureau.support"));
        return people;
    }

    private Platform platform;
    private Browser browser;

    @BeforeAll
    void start(Platform demo) {
        platform = demo;
        ScreenData.makeWhatIsMissing(platform);
        browser = Browser.at(platform.address());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @TestFactory
    Stream<DynamicNode> everyScreenIsForEverybodyWhoMayGoThere() {
        browser.goHome();
        JsonNode routes = browser.evaluate("routes.js", "m.routes.map(r => ({ path: r.path, roles: r.roles ?? [] }))");
        assertTrue(routes.size() > 3, routes::toString);
        List<DynamicNode> screens = new ArrayList<>();
        for (JsonNode route : routes) {
            TreeSet<String> roles = new TreeSet<>();
            route.path("roles").forEach(r -> roles.add(r.asText()));
            List<String> visitors = roles.isEmpty()
                    ? FIRST_AND_LAST
                    : PEOPLE.keySet().stream().filter(roles::contains).toList();
            String path = route.path("path").asText();
            screens.add(dynamicContainer(
                    path, visitors.stream().map(r -> dynamicTest(r, () -> visit(path, r, r.equals(visitors.get(0)))))));
        }
        return screens.stream();
    }

    private void visit(String path, String role, boolean closely) {
        Map.Entry<String, String> visit = PEOPLE.get(role).stream()
                .flatMap(a -> address(path, platform.as(a)).map(address -> Map.entry(a, address)).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody of " + role + " has something to see at " + path));
        String account = visit.getKey();
        String address = visit.getValue();
        browser.width(Browser.WIDE).as(platform.token(account)).in("nl").goTo(address);
        assertEquals(1, browser.driver().findElements(By.cssSelector("h1")).size(), "one heading of the page");
        assertFalse(browser.text("h1").isBlank());
        browser.nothingWentWrong();
        if (closely) {
            browser.isAccessible();
            browser.width(Browser.NARROW).in("en").goTo(address);
            browser.doesNotScrollSideways();
            browser.isAccessible();
            browser.nothingWentWrong();
        }
    }

    /** With ids of what this person may see. */
    private static Optional<String> address(String path, Person person) {
        Matcher parameter = PARAMETER.matcher(path);
        StringBuilder address = new StringBuilder();
        while (parameter.find()) {
            Optional<String> id = ScreenData.id(parameter.group(1), person);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            parameter.appendReplacement(address, id.get());
        }
        return Optional.of(parameter.appendTail(address).toString());
    }

    @Test
    void somebodySignsInReadsTheOtherLanguageAndSignsOut() {
        try (Browser own = Browser.at(platform.address())) {
            own.goHome();
            own.isAccessible();
            own.find("button[type=submit]").click();
            assertTrue(own.find("[data-summary]").getText().contains("Vul uw naam in."));
            own.signIn("bureau.casusregisseur", platform.password());
            assertEquals("Mijn werk", own.text("h1"));
            assertEquals("nl", own.driver().findElement(By.tagName("html")).getAttribute("lang"));
            own.press("EN").click();
            assertEquals("My work", own.text("h1"));
            assertEquals("en", own.driver().findElement(By.tagName("html")).getAttribute("lang"));
            own.goTo("/signalen");
            assertEquals("Signals", own.text("h1"), "the choice is kept, and so is the session");
            own.find(".kp-who > button").click();
            own.press("Sign out").click();
            own.find("#wachtwoord");
            own.goHome();
            assertFalse(own.text("body").contains("Signals"));
            own.nothingWentWrong();
        }
    }

    @Test
    void whoseSessionEndedSignsInAgainAndGoesOnWhereTheyWere() {
        try (Browser own = Browser.at(platform.address())) {
            own.signIn("bureau.casusregisseur", platform.password()).goTo("/signalen");
            Object token = own.driver().executeScript("return sessionStorage.getItem('kp-session')");
            assertEquals(204, signOut(String.valueOf(token)));
            own.find("#filter-wacht").click();
            own.find("dialog #wachtwoord").sendKeys(platform.password(), Keys.ENTER);
            own.settle();
            assertTrue(own.driver().getCurrentUrl().endsWith("/signalen?wacht=ja"), own.driver()::getCurrentUrl);
            assertEquals("true", own.find("#filter-wacht").getDomProperty("checked"));
            assertTrue(own.text(".kp-card__foot").contains("Gefilterd: alleen wat op mij wacht"));
        }
    }

    private int signOut(String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.address() + "/v1/session"))
                .header("Authorization", "Bearer " + token)
                .DELETE()
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everythingIsReachedByKeyboardAlone() {
        try (Browser own = Browser.at(platform.address())) {
            own.goHome();
            own.find("#naam").sendKeys("bureau.casusregisseur", Keys.TAB, platform.password(), Keys.ENTER);
            own.settle();
            own.keys("g", "k").settle();
            assertEquals("Knelpunten", own.text("h1"));
            assertEquals("h1", own.focused().getTagName(), "the heading has the focus, so that it is read out");
            own.tabTo("Veilige kleine zeehavens").keys(Keys.ENTER).settle();
            assertEquals("Veilige kleine zeehavens", own.text("h1"));
            own.keys(Keys.chord(Keys.ALT, "w"));
            assertTrue(own.isWithin(own.focused(), ".kp-guard"), "to the Wgs-wacht");
            own.keys(Keys.F6);
            assertTrue(own.isWithin(own.focused(), ".kp-bar"), "to the next region");
            own.keys(Keys.chord(Keys.CONTROL, "k"));
            own.focused().sendKeys("signalen", Keys.ENTER);
            own.settle();
            assertEquals("Signalen", own.text("h1"));
            own.keys("?");
            assertTrue(own.find("dialog").getText().contains("Ctrl K"));
            own.keys(Keys.ESCAPE);
            assertTrue(own.driver().findElements(By.cssSelector("dialog")).isEmpty());
            own.goTo("/signalen").keys(Keys.TAB);
            assertEquals("Naar de inhoud", own.focused().getText());
            own.keys(Keys.ENTER);
            assertEquals("inhoud", own.focused().getDomProperty("id"));
            own.nothingWentWrong();
        }
    }

    @Test
    void whateverHappensHasItsWords() {
        browser.goHome();
        JsonNode texts = browser.evaluate("texts/events.js", "m.default");
        assertEquals(
                List.of(),
                Stream.of(EventType.values())
                        .map(EventType::text)
                        .filter(type -> !texts.has(type.replace("nl.knelpunt.", "")))
                        .toList());
    }

    @Test
    void whatHappensElsewhereShowsWithoutAskingAnew() {
        try (Browser own = Browser.at(platform.address())) {
            own.as(platform.token("wieringersluis.college")).goTo("/signalen");
            assertFalse(own.text("main").contains("nieuws gebeurd"));
            platform.as("wieringersluis.college")
                    .post("/v1/signals", Map.of("title", "Een boot zonder naam"))
                    .is(201);
            own.press("Toon").click();
            own.settle();
            assertTrue(own.text("table").contains("Een boot zonder naam"), own.text("table"));
        }
    }

    @Test
    void theServerSendsThePolicyAndKeepsFilesByTheirDigest() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> page = get(client, "/", "text/html");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'sha256-"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        for (String header : List.of(
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Resource-Policy",
                "Permissions-Policy",
                "Referrer-Policy",
                "Strict-Transport-Security",
                "X-Content-Type-Options",
                "X-Frame-Options")) {
            assertTrue(page.headers().firstValue(header).isPresent(), header);
        }
        assertEquals(Optional.of("no-cache"), page.headers().firstValue("Cache-Control"));
        Matcher script =
                Pattern.compile("src=\"(/static/[0-9a-f]{16}/app/main.js)\"").matcher(page.body());
        assertTrue(script.find(), page.body());
        HttpResponse<String> main = get(client, script.group(1), "*/*");
        assertEquals(200, main.statusCode());
        assertEquals(
                Optional.of("public, max-age=31536000, immutable"),
                main.headers().firstValue("Cache-Control"));
        assertEquals(200, get(client, "/signalen", "text/html").statusCode(), "an address of a person is the page");
        for (String nothing : List.of(
                "/static/0123456789abcdef/app/main.js",
                script.group(1).replace("main.js", "none.js"),
                script.group(1).replace("main.js", "..%2f..%2fMETA-INF/MANIFEST.MF"),
                "/favicon.ico",
                "/v2/signals")) {
            assertTrue(get(client, nothing, "*/*").statusCode() >= 400, nothing);
        }
        assertEquals(404, get(client, "/v1/nothing", "text/html").statusCode(), "the API answers for itself");
    }

    private HttpResponse<String> get(HttpClient client, String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.address() + path))
                .header("Accept", accept)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
