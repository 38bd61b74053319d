package nl.knelpunt.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.event.Subscriptions;
import nl.knelpunt.engine.gate.InvalidException;

/**
 * An address to deliver at: https, so that only who has the certificate of that name hears anything; or plain http on this very
 * machine, for what stands in front of a network.
 */
record Target(URI uri, boolean onThisMachine) {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[(::1|(0{1,4}:){7}0{0,3}1)]",
            Pattern.CASE_INSENSITIVE);
    private static final int LAST_PORT = 65_535;

    /**
     * @throws InvalidException what is wrong with it
     */
    static Target of(String url) {
        if (url == null
                || url.length() > Subscriptions.LONGEST_URL
                || !PRINTABLE.matcher(url).matches()) {
            throw invalid(
                    "Geef een adres van hoogstens " + Subscriptions.LONGEST_URL + " tekens, zonder spaties.",
                    "Give an address of at most " + Subscriptions.LONGEST_URL + " characters, without spaces.");
        }
        URI uri = parsed(url);
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw invalid("Dit is geen volledig adres.", "This is no complete address.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw invalid(
                    "Laat naam en wachtwoord, en alles na een #, uit het adres.",
                    "Leave name and password, and all after a #, out of the address.");
        }
        boolean here = LOOPBACK.matcher(uri.getHost()).matches();
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(here && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw invalid(
                    "Het adres moet met https beginnen; http kan alleen naar deze machine zelf.",
                    "The address must begin with https; http is possible to this machine itself only.");
        }
        return new Target(uri, here);
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw invalid("Dit is geen geldig adres.", "This is no valid address.");
        }
    }

    private static InvalidException invalid(String nl, String en) {
        return new InvalidException("url", new Text(nl, en));
    }

    /** As the network knows it: an IPv6 address without its brackets. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
