package nl.knelpunt.rest;

import java.util.List;
import java.util.Map;
import nl.knelpunt.api.Text;

/** Ends a request with a problem that HTTP has a status for. Nothing was done. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Text detail;
    private final transient Map<String, String> headers;

    private ProblemException(int status, Map<String, String> headers, String nl, String en) {
        super(en, null, false, false);
        this.status = status;
        this.detail = new Text(nl, en);
        this.headers = headers;
    }

    static ProblemException notSignedIn() {
        return new ProblemException(
                401,
                Map.of("WWW-Authenticate", "Bearer"),
                "U bent niet aangemeld, of uw aanmelding is verlopen. Meld u aan met POST /v1/session en stuur het token mee in de"
                        + " header Authorization.",
                "You are not signed in, or your session has ended. Sign in with POST /v1/session and send the token in the"
                        + " Authorization header.");
    }

    static ProblemException wrongNameOrPassword() {
        return new ProblemException(
                401,
                Map.of("WWW-Authenticate", "Bearer"),
                "Naam en wachtwoord horen niet bij elkaar, of er waren te veel pogingen. Probeer het later opnieuw of vraag uw"
                        + " beheerder om hulp.",
                "Name and password don't belong together, or there were too many tries. Try again later or ask your admin for"
                        + " help.");
    }

    static ProblemException unknownPath() {
        return new ProblemException(
                404,
                Map.of(),
                "Dit adres bestaat niet. Alle adressen staan in /v1/openapi.json.",
                "This address does not exist. All addresses are in /v1/openapi.json.");
    }

    static ProblemException unknownForm() {
        return new ProblemException(
                404,
                Map.of(),
                "Dit formulier is er niet. Welke er nu zijn, staat in /v1/signal-forms.",
                "There is no such form. Which there are now is in /v1/signal-forms.");
    }

    static ProblemException unknownPanel() {
        return new ProblemException(
                404,
                Map.of(),
                "Dit paneel is er niet. Welke er nu zijn, staat in /v1/datum-panels.",
                "There is no such panel. Which there are now is in /v1/datum-panels.");
    }

    static ProblemException unknownMethod(String allow) {
        return new ProblemException(
                405,
                Map.of("Allow", allow),
                "Dit adres kent deze methode niet. Wel: " + allow + ".",
                "This address does not know this method. It knows: " + allow + ".");
    }

    static ProblemException tooLarge(long mostBytes) {
        return new ProblemException(
                413,
                Map.of("Connection", "close"),
                "Er is te veel gestuurd. Hier past hoogstens " + mostBytes + " bytes. Er is niets bewaard.",
                "Too much was sent. At most " + mostBytes + " bytes fit here. Nothing was kept.");
    }

    /** @param reasons each a sentence of its own */
    static ProblemException unfitModule(List<Text> reasons) {
        Text all = together(reasons);
        return new ProblemException(422, Map.of(), all.nl(), all.en());
    }

    static Text together(List<Text> sentences) {
        return new Text(
                String.join(" ", sentences.stream().map(Text::nl).toList()),
                String.join(" ", sentences.stream().map(Text::en).toList()));
    }

    static ProblemException unknownMediaType(String wanted) {
        return new ProblemException(
                415,
                wanted.startsWith("application/merge-patch")
                        ? Map.of("Accept-Patch", wanted)
                        : Map.of("Accept", wanted),
                "De inhoud moet van deze soort zijn: " + wanted + ".",
                "The content must be of this type: " + wanted + ".");
    }

    static ProblemException versionRequired() {
        return new ProblemException(
                428,
                Map.of(),
                "Stuur in de header If-Match de ETag mee van wat u gelezen hebt, zodat u niemands wijziging overschrijft.",
                "Send in the If-Match header the ETag of what you have read, so that you overwrite nobody's change.");
    }

    static ProblemException starting() {
        return new ProblemException(
                503,
                Map.of("Retry-After", "1"),
                "Het platform start op. Probeer het zo opnieuw.",
                "The platform is starting. Try again in a moment.");
    }

    static ProblemException busy() {
        return new ProblemException(
                503,
                Map.of("Retry-After", "5", "Connection", "close"),
                "Er wordt nu te veel tegelijk gestuurd. Er is niets bewaard. Probeer het zo opnieuw.",
                "Too much is being sent at once. Nothing was kept. Try again in a moment.");
    }

    static ProblemException tooManyStreams() {
        return new ProblemException(
                503,
                Map.of("Retry-After", "30"),
                "Er staan al te veel stromen van gebeurtenissen open. Sluit er een, of probeer het later opnieuw.",
                "Too many streams of events are open already. Close one, or try again later.");
    }

    static ProblemException forgotten() {
        return new ProblemException(
                410,
                Map.of(),
                "Deze gebeurtenis is niet bewaard, dus u kunt iets gemist hebben. Lees eerst uw overzichten opnieuw en begin"
                        + " dan zonder Last-Event-ID en zonder after.",
                "This event is not kept, so you may have missed something. Read your lists anew first, and then begin without"
                        + " Last-Event-ID and without after.");
    }

    int status() {
        return status;
    }

    Text detail() {
        return detail;
    }

    Map<String, String> headers() {
        return headers;
    }
}
