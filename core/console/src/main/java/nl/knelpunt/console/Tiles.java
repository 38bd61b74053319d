package nl.knelpunt.console;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where the background of maps comes from.
 *
 * @param template an address with {@code {z}}, {@code {x}} and {@code {y}}; empty for maps without a background
 * @param credit whose it is, as it stands on the map
 */
record Tiles(String template, String credit) {

    static final Tiles NONE = new Tiles("", "");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    /** @throws IllegalArgumentException the template can't be used; the message says why */
    static Tiles of(String template, String credit) {
        if (template == null || template.isBlank()) {
            return NONE;
        }
        if (!(template.contains("{z}") && template.contains("{x}") && template.contains("{y}"))) {
            throw new IllegalArgumentException("the address of tiles needs {z}, {x} and {y}");
        }
        Tiles tiles = new Tiles(template.strip(), credit == null ? "" : credit.strip());
        URI uri = tiles.uri();
        if (!("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                || uri.getAuthority() == null
                || !HOST.matcher(uri.getAuthority()).matches()) {
            throw new IllegalArgumentException("the address of tiles has to begin with https:// and a host");
        }
        return tiles;
    }

    /** The one origin beside ours that a page may ask for pictures; empty when there is none. */
    String origin() {
        return template.isEmpty() ? "" : uri().getScheme() + "://" + uri().getAuthority();
    }

    private URI uri() {
        return URI.create(template.replace('{', '0').replace('}', '0'));
    }
}
