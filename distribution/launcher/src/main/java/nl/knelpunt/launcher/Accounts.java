package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** {@code knelpunt accounts}. */
final class Accounts {

    private Accounts() {}

    static int add(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var name = asked.words(1, 1, "accounts add takes one name").get(0);
        var account = Json.object()
                .put("name", name)
                .put("displayName", asked.value("display-name").orElse(name))
                .put("participant", asked.required("participant"))
                .put("screened", asked.has("screened"));
        asked.value("organ").ifPresent(o -> account.put("organ", Asked.constant(o)));
        asked.value("trained-until").ifPresent(d -> account.put("trainedUntil", d));
        var roles = account.putArray("roles");
        asked.values("role").forEach(r -> roles.add(Asked.constant(r)));
        if (roles.isEmpty()) {
            throw new WronglyAsked("--role is missing");
        }
        account.put("password", Passwords.chosen(name, "KNELPUNT_NEW_PASSWORD"));
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            var added = api.post("/v1/accounts", account).orFail();
            Main.OUT.println(asked.has("json") ? Json.line(added) : "Account " + name + " is there.");
            return Main.DONE;
        });
    }

    static int list(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "accounts list takes no words, only options");
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            var list = api.get("/v1/accounts").orFail();
            if (asked.has("json")) {
                Main.OUT.println(Json.line(list));
                return Main.DONE;
            }
            for (var account : list.path("items")) {
                var roles = new ArrayList<String>();
                account.path("roles").forEach(r -> roles.add(r.asText().toLowerCase(Locale.ROOT)));
                Main.OUT.printf(
                        "%-40s %-28s %-14s %s%s%n",
                        account.path("name").asText(),
                        account.path("participant").asText(),
                        account.path("organ").asText(""),
                        String.join(", ", roles),
                        account.path("active").asBoolean(true) ? "" : " (not active)");
            }
            return Main.DONE;
        });
    }

    static int withdraw(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var name = asked.words(1, 1, "accounts withdraw takes one name").get(0);
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            var account = named(api, name);
            if (account.path("active").asBoolean()) {
                api.post("/v1/accounts/" + account.path("id").asText() + "/withdrawal", Json.object())
                        .orFail();
            }
            Main.OUT.println(
                    "Account " + name + " is withdrawn: its sessions have ended, and it can do nothing any more.");
            return Main.DONE;
        });
    }

    /** What is not named stays as it was. */
    static int qualify(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var name = asked.words(1, 1, "accounts qualify takes one name").get(0);
        var home = Home.current();
        return Reach.either(home, asked.data(home), api -> {
            var account = named(api, name);
            if (asked.has("screened") && asked.has("not-screened")) {
                throw new WronglyAsked("--screened and --not-screened exclude each other");
            }
            boolean screened = asked.has("screened")
                    || !asked.has("not-screened") && account.path("screened").asBoolean();
            var qualification = Json.object().put("screened", screened);
            asked.value("trained-until")
                    .or(() -> Optional.ofNullable(account.path("trainedUntil").asText(null)))
                    .ifPresent(until -> qualification.put("trainedUntil", until));
            api.put("/v1/accounts/" + account.path("id").asText() + "/qualification", qualification)
                    .orFail();
            Main.OUT.println("Account " + name + " is "
                    + (screened ? "screened" : "not screened") + ", trained until "
                    + qualification.path("trainedUntil").asText("-") + ".");
            return Main.DONE;
        });
    }

    private static JsonNode named(Api api, String name) throws Failure, InterruptedException {
        for (var account : api.get("/v1/accounts").orFail().path("items")) {
            if (account.path("name").asText().equals(name)) {
                return account;
            }
        }
        throw new Failure("There is no account " + name + ". See which there are: knelpunt accounts list");
    }
}
