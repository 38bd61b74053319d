package nl.knelpunt.console;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Hands out the console: its one page at every address that a person can be at, and its files below {@value #STATIC}. Takes what
 * the API does not: that servlet has longer patterns of its own.
 */
@Component(service = Servlet.class, configurationPid = "nl.knelpunt.console", property = "service.ranking:Integer=1")
@HttpWhiteboardServletPattern("/")
@Designate(ocd = ConsoleServlet.Settings.class)
public final class ConsoleServlet extends HttpServlet {

    @ObjectClassDefinition(name = "Screens")
    @interface Settings {

        @AttributeDefinition(
                description =
                        "Where the background of maps comes from: an address with {z}, {x} and {y} (Web Mercator). Its"
                                + " host is the only other one that a browser asks. Maps have no background when empty")
        String tiles() default "";

        @AttributeDefinition(description = "Whose that background is, as it stands on the map")
        String tilesCredit() default "";

        @AttributeDefinition(
                description =
                        "For who works on the screens: a folder whose files go before those of the bundle, read anew"
                                + " with every page. Empty otherwise")
        String folder() default "";
    }

    /** Below it come the digest of all files, and the path of one. */
    static final String STATIC = "/static/";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ConsoleServlet.class.getName());
    private static final String YEAR = "public, max-age=31536000, immutable";

    private record Version(Assets assets, Page page, Sandbox sandbox) {}

    private final transient Assets shipped;
    private final transient Tiles tiles;
    private final transient Path folder;
    private transient volatile Version current;

    @Activate
    public ConsoleServlet(BundleContext context, Settings settings) throws IOException {
        this(
                Assets.of(context.getBundle()),
                tiles(settings),
                settings.folder().isBlank() ? null : Path.of(settings.folder().strip()));
    }

    /** @param folder null for none */
    ConsoleServlet(Assets shipped, Tiles tiles, Path folder) throws IOException {
        this.shipped = shipped;
        this.tiles = tiles;
        this.folder = folder;
        this.current = version();
    }

    private static Tiles tiles(Settings settings) {
        try {
            return Tiles.of(settings.tiles(), settings.tilesCredit());
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "Maps have no background: {0}", e.getMessage());
            return Tiles.NONE;
        }
    }

    private Version version() throws IOException {
        Assets assets = folder == null ? shipped : shipped.with(folder);
        return new Version(assets, Page.of(assets, tiles), Sandbox.of(assets));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String path = request.getRequestURI();
        if (!reads) {
            response.setHeader("Allow", "GET, HEAD");
            problem(
                    response,
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "Hier kunt u alleen lezen. / You can only read here.");
        } else if (path.startsWith(STATIC)) {
            file(path.substring(STATIC.length()), request, response);
        } else if (path.equals("/") || isPlace(path) && wantsPage(request)) {
            page(request, response);
        } else {
            problem(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "Dit adres bestaat niet. Alle adressen van de API staan in /v1/openapi.json. / This address does not exist.");
        }
    }

    /** Whether a person can be there; files have a dot in their names, and places don't. */
    private static boolean isPlace(String path) {
        return path.indexOf('.') < 0;
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (folder != null) {
            current = version();
        }
        Page page = current.page();
        headers(response);
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader("Cache-Control", "no-cache");
        send(new Asset(page.html(), "text/html; charset=utf-8"), request, response);
    }

    private void file(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Assets assets = current.assets();
        String root = assets.digest() + "/";
        if (path.equals(root + Sandbox.PLACE)) {
            sandbox(request, response);
            return;
        }
        Asset asset = path.startsWith(root) ? assets.files().get(path.substring(root.length())) : null;
        if (asset == null) {
            problem(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "Dit bestand is er niet meer. Laad de bladzijde opnieuw. / This file is gone. Load the page anew.");
            return;
        }
        headers(response);
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", YEAR);
        send(asset, request, response);
    }

    private void sandbox(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Sandbox sandbox = current.sandbox();
        headers(response);
        response.setHeader("Content-Security-Policy", sandbox.policy());
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Cache-Control", YEAR);
        send(new Asset(sandbox.html(), "text/html; charset=utf-8"), request, response);
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(asset.type());
        byte[] body = asset.bytes();
        if (asset.isCompressible()) {
            response.setHeader("Vary", "Accept-Encoding");
            String accepted = request.getHeader("Accept-Encoding");
            if (accepted != null && accepted.contains("gzip")) {
                response.setHeader("Content-Encoding", "gzip");
                body = asset.gzip();
            }
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static void problem(HttpServletResponse response, int status, String detail) throws IOException {
        headers(response);
        response.setStatus(status);
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        byte[] body = ("{\"type\":\"about:blank\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
    }
}
