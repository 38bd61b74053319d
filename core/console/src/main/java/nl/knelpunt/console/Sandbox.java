package nl.knelpunt.console;

import java.nio.charset.StandardCharsets;

/**
 * The page of the frame in which a module's script is asked what to say of a datum: without an origin, so that it has nothing of who
 * reads, and with a policy that lets it load nothing and reach nobody. Only our own page may hold it.
 *
 * @param html as it is sent
 * @param policy its Content-Security-Policy
 */
record Sandbox(byte[] html, String policy) {

    /** Below the digest of all files, beside them. */
    static final String PLACE = "sandbox";

    private static final String SCRIPT = "sandbox/frame.js";

    static Sandbox of(Assets assets) {
        String script = new String(assets.files().get(SCRIPT).bytes(), StandardCharsets.UTF_8);
        String html = "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<title>Knelpunt</title>\n"
                + "<script type=\"module\">" + script + "</script>\n</head>\n<body></body>\n</html>\n";
        String policy = String.join(
                "; ",
                "sandbox allow-scripts",
                "default-src 'none'",
                // A module's script has no address of its own, so it comes in by one that only this frame knows.
                "script-src 'sha256-" + Sha256.base64(script) + "' blob:",
                "worker-src blob:",
                "form-action 'none'",
                "base-uri 'none'",
                "frame-ancestors 'self'");
        return new Sandbox(html.getBytes(StandardCharsets.UTF_8), policy);
    }
}
