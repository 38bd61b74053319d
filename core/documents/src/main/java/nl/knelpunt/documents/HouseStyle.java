package nl.knelpunt.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import nl.knelpunt.engine.participant.Region;

/**
 * How the documents of a RIEC look.
 *
 * @param prefix of its numbers; empty: made from the region
 * @param name of the RIEC as it stands on documents; empty: made from the region
 * @param colour of headings and lines, {@code #rrggbb}
 * @param logo as a data URI, null when there is none
 * @param sender lines under the name, such as an address; may be empty
 */
record HouseStyle(String prefix, String name, String colour, String logo, String sender) {

    static final String DEFAULT_COLOUR = "#1f3a5f";

    private static final int MOST_LOGO_BYTES = 500_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    static HouseStyle of(PressComponent.Settings settings) {
        String colour = settings.colour().strip().toLowerCase(Locale.ROOT);
        return new HouseStyle(
                settings.prefix().strip(),
                settings.name().strip(),
                colour.matches("#[0-9a-f]{6}") ? colour : DEFAULT_COLOUR,
                logo(settings.logo().strip()),
                settings.sender().strip());
    }

    /** A logo that can't be read leaves a document without one: it is issued all the same. */
    private static String logo(String path) {
        if (path.isEmpty()) {
            return null;
        }
        try {
            Path file = Path.of(path);
            if (Files.size(file) > MOST_LOGO_BYTES) {
                throw new IOException("larger than " + MOST_LOGO_BYTES + " bytes");
            }
            byte[] bytes = Files.readAllBytes(file);
            if (!startsWith(bytes, PNG)) {
                throw new IOException("no PNG");
            }
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes);
        } catch (IOException | RuntimeException e) {
            System.getLogger(HouseStyle.class.getName())
                    .log(System.Logger.Level.WARNING, "The logo of the documents can''t be used: {0}", e.getMessage());
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || bytes[i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    String nameFor(Region region) {
        return name.isEmpty() ? (region.name().startsWith("RIEC") ? "" : "RIEC ") + region.name() : name;
    }

    /** The first letters of the region's parts, such as NH of noord-holland. */
    String prefixFor(Region region) {
        if (!prefix.isEmpty()) {
            return prefix;
        }
        StringBuilder letters = new StringBuilder();
        for (String part : region.id().split("-")) {
            if (!part.isEmpty()) {
                letters.append(Character.toUpperCase(part.charAt(0)));
            }
        }
        return letters.toString();
    }
}
