package nl.knelpunt.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One file of the console, as it is sent. Safe for use by several threads. */
final class Asset {

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "json", "application/json",
            "md", "text/markdown; charset=utf-8",
            "woff2", "font/woff2");

    private final String type;
    private final byte[] bytes;
    private volatile byte[] compressed;

    /** @param path its ending tells what type it is */
    Asset(String path, byte[] bytes) {
        this(bytes, TYPES.get(ending(path)));
    }

    Asset(byte[] bytes, String type) {
        this.type = type;
        this.bytes = bytes;
    }

    /** Whether files of this name are sent at all. */
    static boolean isSent(String path) {
        return TYPES.containsKey(ending(path));
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether it gets smaller by it. */
    boolean isCompressible() {
        return !type.equals("font/woff2") && !type.equals("image/png");
    }

    /** Compressed once, when somebody first asks. */
    byte[] gzip() {
        byte[] made = compressed;
        if (made == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            made = out.toByteArray();
            compressed = made;
        }
        return made;
    }
}
