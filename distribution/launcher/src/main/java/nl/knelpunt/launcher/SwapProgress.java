package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells of each step of a swap as it is taken, until the new one serves on probation, or until its end. */
final class SwapProgress {

    private static final long BETWEEN_MILLIS = 200;

    private final Api api;
    private final boolean asJson;
    private final Until until;

    /** When enough was told. */
    enum Until {
        BEGUN,
        PROBATION,
        END
    }

    /** @param asJson only what is there when enough was told */
    SwapProgress(Api api, boolean asJson, Until until) {
        this.api = api;
        this.asJson = asJson;
        this.until = until;
    }

    /** @return the exit code */
    int of(JsonNode begun) throws Failure, InterruptedException {
        var swap = begun;
        var told = tell(swap, 0);
        while (!isEnough(swap)) {
            Thread.sleep(BETWEEN_MILLIS);
            swap = api.get("/v1/module-swaps/" + swap.path("id").asText()).orFail();
            told = tell(swap, told);
        }
        if (asJson) {
            Main.OUT.println(Json.line(swap));
        } else if (swap.has("counters")) {
            var counted = swap.path("counters");
            Main.OUT.println("Messages: accepted " + counted.path("accepted").asText() + " = delivered "
                    + counted.path("delivered").asText() + " + refused "
                    + counted.path("refused").asText() + " + waiting "
                    + counted.path("waiting").asText() + ".");
        }
        var step = swap.path("step").asText();
        if (step.equals("ABORTED") || step.equals("ROLLED_BACK")) {
            throw new Failure("The swap came to nothing, and what ran before serves on: "
                    + swap.path("reason").path(Texts.language()).asText("the log of the server says why") + ".");
        }
        return Main.DONE;
    }

    private boolean isEnough(JsonNode swap) {
        return swap.path("ended").asBoolean()
                || until == Until.BEGUN
                || until == Until.PROBATION && swap.path("step").asText().equals("DRAINED");
    }

    private int tell(JsonNode swap, int told) {
        var passed = swap.path("passed");
        for (int i = told; i < passed.size() && !asJson; i++) {
            var at = passed.path(i).path("at").asText();
            var step = passed.path(i).path("step").asText();
            Main.OUT.println(at.substring(Math.min(11, at.length()), Math.min(23, at.length()))
                            .replace("Z", "") + "  " + ModuleTexts.step(step, swap));
        }
        return passed.size();
    }
}
