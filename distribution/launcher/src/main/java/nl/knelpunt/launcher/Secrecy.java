package nl.knelpunt.launcher;

import java.io.IOException;
import java.util.Set;

/** {@code knelpunt secrecy}: reads and acknowledges the duty of secrecy, without which nothing can be processed (G49). */
final class Secrecy {

    static final String HOW = "Read and acknowledge it with: knelpunt secrecy";

    private static final String PATH = "/v1/session/secrecy";
    private static final Set<String> YES = Set.of("yes", "ja");

    private Secrecy() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "secrecy takes no words, only options");
        return Reach.running(asked.data(Home.current()), api -> {
            var secrecy = api.get(PATH).orFail();
            Main.OUT.println(secrecy.path("text").path(Texts.language()).asText());
            Main.OUT.println();
            if (secrecy.hasNonNull("acknowledged")) {
                Main.OUT.println(Texts.say("U bevestigde dit op ", "You acknowledged this on ")
                        + secrecy.path("acknowledged").asText() + ".");
                return Main.DONE;
            }
            if (!asked.has("yes") && !confirmed()) {
                throw new Failure("Nothing was acknowledged.");
            }
            api.post(PATH, Json.object()).orFail();
            Main.OUT.println(Texts.say("Bevestigd.", "Acknowledged."));
            return Main.DONE;
        });
    }

    private static boolean confirmed() throws Failure {
        var console = System.console();
        if (console == null) {
            throw new Failure("There is no terminal to ask. Read the text, and then: knelpunt secrecy --yes");
        }
        var answer =
                console.readLine("%s", Texts.say("Typ ja om dit te bevestigen: ", "Type yes to acknowledge this: "));
        return answer != null && YES.contains(answer.strip().toLowerCase(java.util.Locale.ROOT));
    }
}
