package nl.knelpunt.console;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one page of the console. It holds no script but the import map, whose digest stands in the policy, and nothing about
 * anybody: what it shows comes over the API afterwards.
 *
 * @param html as it is sent
 * @param policy its Content-Security-Policy
 */
record Page(byte[] html, String policy) {

    private static final Map<String, String> IMPORTS = imports();
    private static final List<String> STYLES =
            List.of("css/tokens.css", "css/utrecht.css", "css/base.css", "css/kit.css", "css/app.css");
    private static final List<String> FONTS =
            List.of("fonts/source-sans-3-latin-400-normal.woff2", "fonts/source-sans-3-latin-600-normal.woff2");

    private static Map<String, String> imports() {
        Map<String, String> imports = new LinkedHashMap<>();
        imports.put("lit", "lib/lit/index.js");
        imports.put("lit/directives/", "lib/lit-html/directives/");
        imports.put("lit-html", "lib/lit-html/lit-html.js");
        imports.put("lit-html/", "lib/lit-html/");
        imports.put("lit-element/lit-element.js", "lib/lit-element/lit-element.js");
        imports.put("@lit/reactive-element", "lib/lit__reactive-element/reactive-element.js");
        imports.put("leaflet", "lib/leaflet/dist/leaflet-src.esm.js");
        imports.put("cytoscape", "lib/cytoscape/dist/cytoscape.esm.min.mjs");
        for (String part : List.of("dispatch", "force", "quadtree", "timer")) {
            imports.put("d3-" + part, "lib/d3-" + part + "/dist/d3-" + part + ".min.js");
        }
        return imports;
    }

    static Page of(Assets assets, Tiles tiles) {
        String base = ConsoleServlet.STATIC + assets.digest() + "/";
        String map = IMPORTS.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + base + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
        String head = Stream.of(
                        FONTS.stream()
                                .map(f -> "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\""
                                        + base + f + "\">"),
                        Stream.concat(STYLES.stream(), assets.named("css/screens/", ".css").stream())
                                .map(s -> "<link rel=\"stylesheet\" href=\"" + base + s + "\">"),
                        Stream.of("<link rel=\"stylesheet\" media=\"print\" href=\"" + base + "css/print.css\">"),
                        Stream.of("<script type=\"importmap\">" + map + "</script>"),
                        Stream.of(
                                        assets.named("app/", ".js").stream(),
                                        assets.named("kit/", ".js").stream(),
                                        Stream.of(
                                                "routes.js",
                                                "lib/lit-html/lit-html.js",
                                                "lib/lit-element/lit-element.js",
                                                "lib/lit__reactive-element/reactive-element.js"))
                                .flatMap(s -> s)
                                .map(s -> "<link rel=\"modulepreload\" href=\"" + base + s + "\">"),
                        Stream.of("<script type=\"module\" src=\"" + base + "app/main.js\"></script>"))
                .flatMap(s -> s)
                .collect(Collectors.joining("\n"));
        String html = """
                <!doctype html>
                <html lang="nl">
                <head>
                <meta charset="utf-8">
                <title>Knelpunt</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="description" content="Knelpunt: samen werken aan handhavingsknelpunten, binnen de Wgs.">
                <meta name="robots" content="noindex">
                <meta name="kp-base" content="%s">
                <meta name="kp-tiles" content="%s">
                <meta name="kp-tiles-credit" content="%s">
                <link rel="icon" type="image/svg+xml" href="%sicon.svg">
                %s
                </head>
                <body>
                <kp-app></kp-app>
                <noscript><main><h1>Knelpunt</h1><p>Zet JavaScript aan om Knelpunt te gebruiken. Turn on JavaScript to use Knelpunt.</p></main></noscript>
                </body>
                </html>
                """.formatted(base, escaped(tiles.template()), escaped(tiles.credit()), base, head);
        return new Page(html.getBytes(StandardCharsets.UTF_8), policy(map, tiles));
    }

    private static String policy(String map, Tiles tiles) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'sha256-" + Sha256.base64(map) + "'",
                "style-src 'self'",
                "font-src 'self'",
                "img-src 'self'" + (tiles.origin().isEmpty() ? "" : " " + tiles.origin()),
                "connect-src 'self'",
                "frame-src 'self'",
                "form-action 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
