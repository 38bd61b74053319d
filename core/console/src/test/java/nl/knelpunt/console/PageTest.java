package nl.knelpunt.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Path ROOT = Path.of("src/main/resources/console");

    private static Assets own() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(ROOT)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(ROOT.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Assets.of(files);
    }

    private static String html(Page page) {
        return new String(page.html(), StandardCharsets.UTF_8);
    }

    @Test
    void theOneScriptInThePageIsTheOneThatThePolicyAllows() {
        Page page = Page.of(own(), Tiles.NONE);
        Matcher scripts =
                Pattern.compile("<script(?![^>]*src=)[^>]*>([^<]*)</script>").matcher(html(page));
        assertTrue(scripts.find());
        assertTrue(page.policy().contains("'sha256-" + Sha256.base64(scripts.group(1)) + "'"), page.policy());
        assertFalse(scripts.find(), "a second script");
    }

    @Test
    void thePolicyAllowsNothingUnsafeAndOnlyTheTilesOfSomebodyElse() {
        assertFalse(Page.of(own(), Tiles.NONE).policy().contains("unsafe"));
        assertFalse(Page.of(own(), Tiles.NONE).policy().contains("http"));
        Page page = Page.of(own(), Tiles.of("https://tiles.example/brt/{z}/{x}/{y}.png", "Kadaster \"BRT\" <b>"));
        assertTrue(page.policy().contains("img-src 'self' https://tiles.example;"), page.policy());
        assertTrue(html(page).contains("content=\"Kadaster &quot;BRT&quot; &lt;b>\""), html(page));
    }

    @Test
    void theFrameForModulesHasNoOriginLoadsNothingAndIsHeldByOurPageAlone() {
        Sandbox sandbox = Sandbox.of(own());
        String html = new String(sandbox.html(), StandardCharsets.UTF_8);
        Matcher scripts =
                Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL).matcher(html);
        assertTrue(scripts.find());
        assertEquals(
                "sandbox allow-scripts; default-src 'none'; script-src 'sha256-" + Sha256.base64(scripts.group(1))
                        + "' blob:; worker-src blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
                sandbox.policy());
        assertFalse(scripts.find(), "a second script");
        assertTrue(Page.of(own(), Tiles.NONE).policy().contains("frame-src 'self';"));
    }

    @Test
    void tilesThatCouldAddAnythingElseToThePolicyAreRefused() {
        for (String template : new String[] {
            "https://tiles.example/{z}/{x}",
            "javascript:{z}{x}{y}",
            "https://tiles.example;script-src *;/{z}/{x}/{y}",
            "https://a b/{z}/{x}/{y}",
            "https://*/{z}/{x}/{y}"
        }) {
            assertThrows(IllegalArgumentException.class, () -> Tiles.of(template, ""), template);
        }
    }

    @Test
    void everyFileThatThePageNamesIsThere() {
        Assets assets = own();
        String base = ConsoleServlet.STATIC + assets.digest() + "/";
        Matcher named =
                Pattern.compile("(?:href|src)=\"" + base + "([^\"]+)\"").matcher(html(Page.of(assets, Tiles.NONE)));
        int count = 0;
        while (named.find()) {
            count++;
            String path = named.group(1);
            assertTrue(path.startsWith("lib/") || assets.files().containsKey(path), path);
        }
        assertTrue(count > 20, "files: " + count);
    }

    @Test
    void aChangeOfAnyFileGivesAllOfThemANewAddress() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("a.js", new byte[] {1, 2});
        files.put("b.js", new byte[] {3});
        String before = Assets.of(files).digest();
        assertEquals(before, Assets.of(files).digest());
        files.put("a.js", new byte[] {1});
        files.put("b.js", new byte[] {2, 3});
        assertNotEquals(before, Assets.of(files).digest(), "a byte that moves from one file to the next");
    }

    @Test
    void whatIsSentCompressedIsTheSame() throws IOException {
        Asset asset = own().files().get("css/tokens.css");
        assertTrue(asset.isCompressible());
        assertTrue(asset.gzip().length < asset.bytes().length / 2);
        assertArrayEquals(asset.bytes(), new GZIPInputStream(new ByteArrayInputStream(asset.gzip())).readAllBytes());
        assertFalse(
                own().files().get("fonts/source-sans-3-latin-400-normal.woff2").isCompressible());
    }

    @Test
    void onlyFilesOfKnownTypesAreSent() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("notes.txt", new byte[0]);
        files.put("Some.class", new byte[0]);
        files.put("a.js", new byte[0]);
        assertEquals("[a.js]", Assets.of(files).files().keySet().toString());
    }

    @Test
    void noStyleAttributeAndNoHandlerInMarkupStandsInATemplate() throws IOException {
        Pattern forbidden = Pattern.compile("<[^>]*\\s(style|on[a-z]+)=|unsafeHTML|innerHTML|\\beval\\(|new Function");
        try (Stream<Path> sources = Files.walk(ROOT)) {
            for (Path source : sources.filter(f -> f.toString().endsWith(".js")).toList()) {
                Matcher found = forbidden.matcher(Files.readString(source));
                assertFalse(found.find(), () -> source + ": " + found.group());
            }
        }
    }
}
