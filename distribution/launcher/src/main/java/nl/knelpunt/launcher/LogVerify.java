package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** {@code knelpunt log verify}. */
final class LogVerify {

    private LogVerify() {}

    static int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "log verify takes no words, only options");
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            var verification = verify(api);
            Main.OUT.println(asked.has("json") ? Json.line(verification) : text(verification));
            return isWhole(verification) ? Main.DONE : Main.NOT_DONE;
        });
    }

    static JsonNode verify(Api api) throws Failure, InterruptedException {
        return api.post("/v1/log/verification", Json.object()).orFail();
    }

    static boolean isWhole(JsonNode verification) {
        return verification.path("whole").asBoolean();
    }

    static String text(JsonNode verification) {
        var records = verification.path("records").asLong();
        return isWhole(verification)
                ? "The processing log is whole: " + records + " records."
                : "The processing log is BROKEN at record "
                        + verification.path("firstBroken").asText("?") + ": "
                        + verification.path("reason").asText() + " (" + records + " records)";
    }
}
