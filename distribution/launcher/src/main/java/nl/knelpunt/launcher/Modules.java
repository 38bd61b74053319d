package nl.knelpunt.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code knelpunt modules}: what runs for each participant, and how it is exchanged. Needs no network. */
final class Modules {

    private static final String ALL = "/v1/modules";
    private static final String PLANS = "/v1/module-plans";
    private static final String STAGED = "/v1/staged-modules";
    private static final String SIGNERS = "/v1/module-signers";
    private static final String JAR = "application/java-archive";
    private static final String SECRET = "KNELPUNT_SECRET";
    private static final String DIGEST = "[0-9a-f]{64}";
    private static final int SHOWN = 12;
    private static final Set<String> YES = Set.of("yes", "ja");

    private Modules() {}

    static int list(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        asked.words(0, 0, "modules list takes no words, only options");
        return at(asked, api -> {
            var modules = api.get(ALL).orFail();
            Main.OUT.println(asked.has("json") ? Json.line(modules) : ModuleTexts.list(modules));
            return Main.DONE;
        });
    }

    static int stage(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var jars = new ArrayList<Path>();
        for (var word : asked.words(1, Integer.MAX_VALUE, "modules stage takes at least one jar")) {
            jars.add(file(word));
        }
        var receipt = asked.path("receipt");
        if (receipt.isPresent() && jars.size() > 1) {
            throw new WronglyAsked("--receipt is of one jar; beside several jars theirs are found by their names");
        }
        return at(asked, api -> {
            var result = Main.DONE;
            var all = Json.object().putArray("items");
            for (var jar : jars) {
                var answer =
                        stage(api, jar, receipt.isPresent() ? file(receipt.get().toString()) : Receipt.beside(jar));
                if (!answer.isDone()) {
                    result = Main.NOT_DONE;
                }
                if (asked.has("json")) {
                    var one = all.addObject().put("file", jar.toString()).put("status", answer.status());
                    one.set("answer", answer.body());
                } else {
                    Main.OUT.println(jar.getFileName() + ": "
                            + (answer.isDone() ? ModuleTexts.staged(answer.body()) : "refused. " + answer.problem()));
                }
            }
            if (asked.has("json")) {
                Main.OUT.println(Json.line(all));
            }
            return result;
        });
    }

    /** @param receipt of the TCK; where there is no such file there is none */
    private static Api.Answer stage(Api api, Path jar, Path receipt) throws Failure, InterruptedException, IOException {
        var body = BodyPublishers.ofFile(jar);
        return Files.isRegularFile(receipt)
                ? api.post(STAGED, JAR, body, "Tck-Receipt", Receipt.encoded(receipt))
                : api.post(STAGED, JAR, body);
    }

    static int plan(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var word = asked.words(1, 1, "modules plan takes a jar, the digest of one, or a kind of participant")
                .get(0);
        var changes = settings(asked);
        return at(asked, api -> {
            var module = module(api, word);
            var plan = Json.object()
                    .put("kind", module.path("kind").asText())
                    .put("digest", module.path("digest").asText())
                    .put("operation", asked.has("replace") ? "REPLACE" : "PHASE_IN");
            if (!changes.isEmpty()) {
                plan.set("configuration", changes);
            }
            asked.value("advice").ifPresent(a -> plan.put("advice", a));
            asked.value("deviation").ifPresent(d -> plan.put("deviation", d));
            if (asked.has("reported-to")) {
                var reported = plan.putArray("reportedTo");
                asked.values("reported-to").forEach(r -> reported.add(Asked.constant(r)));
            }
            return tell(asked, api.post(PLANS + detail(asked), plan).orFail());
        });
    }

    private static int tell(Asked asked, JsonNode plan) {
        Main.OUT.println(asked.has("json") ? Json.line(plan) : ModuleTexts.plan(plan));
        return plan.path("possible").asBoolean() ? Main.DONE : Main.NOT_DONE;
    }

    private static String detail(Asked asked) {
        return asked.has("detail") ? "?detail=true" : "";
    }

    /** A jar is staged; a digest is looked up, and may be shortened; of a kind it is what runs. */
    private static JsonNode module(Api api, String word) throws Failure, InterruptedException, IOException {
        if (Files.isRegularFile(Asked.absolute(word))) {
            return stage(api, Asked.absolute(word), Receipt.beside(Asked.absolute(word)))
                    .orFail();
        }
        for (var module : api.get(ALL).orFail().path("items")) {
            if (module.path("kind").asText().equals(word)) {
                if (!module.has("wanted")) {
                    throw new Failure("Nothing runs for \"" + word + "\". Name a jar or a digest.");
                }
                return Json.object()
                        .put("kind", word)
                        .put("digest", module.path("wanted").path("digest").asText());
            }
        }
        return known(api, word);
    }

    private static JsonNode known(Api api, String word) throws Failure, InterruptedException {
        var found = new ArrayList<JsonNode>();
        for (var staged : api.get(STAGED).orFail().path("items")) {
            if (word.length() >= 6 && staged.path("digest").asText().startsWith(word)) {
                found.add(staged);
            }
        }
        if (found.size() != 1) {
            throw new Failure(
                    found.isEmpty()
                            ? word
                                    + " is no file, no kind of participant and no digest of a staged module. See: knelpunt"
                                    + " modules list"
                            : "More than one staged module begins with " + word + ". Give more of the digest.");
        }
        return found.get(0);
    }

    /** Secrets are asked for: a command line can be read by others. */
    private static ArrayNode settings(Asked asked) throws WronglyAsked, Failure {
        var values = new java.util.TreeMap<String, List<String>>();
        for (var setting : asked.values("set")) {
            var at = setting.indexOf('=');
            if (at < 1) {
                throw new WronglyAsked("--set is NAME=VALUE");
            }
            values.computeIfAbsent(setting.substring(0, at), n -> new ArrayList<>())
                    .add(setting.substring(at + 1));
        }
        for (var name : asked.values("secret")) {
            values.put(name, List.of(Passwords.known(name, SECRET)));
        }
        for (var name : asked.values("reset")) {
            values.put(name, List.of());
        }
        var all = Json.object().putArray("settings");
        values.forEach((name, given) -> {
            var each = all.addObject().put("name", name).putArray("values");
            given.forEach(each::add);
        });
        return all;
    }

    static int configuration(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var kind = asked.words(1, 1, "modules configuration takes a kind of participant")
                .get(0);
        return at(asked, api -> {
            var now = api.get(ALL + "/" + Send.encoded(kind) + "/configuration").orFail();
            Main.OUT.println(asked.has("json") ? Json.line(now) : ModuleTexts.configuration(now));
            return Main.DONE;
        });
    }

    static int approve(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var plan = planned(asked, "approve");
        return at(asked, api -> {
            var seen = api.get(PLANS + "/" + plan + detail(asked)).orFail();
            var approved =
                    api.post(PLANS + "/" + plan + "/approval", Json.object()).orFail();
            Main.OUT.println(
                    asked.has("json")
                            ? Json.line(approved)
                            : ModuleTexts.plan(seen) + "\nApproved. Carry it out with: knelpunt modules apply " + plan);
            return Main.DONE;
        });
    }

    private static String planned(Asked asked, String verb) throws WronglyAsked {
        var plan = asked.words(1, 1, "modules " + verb + " takes the digest of a plan")
                .get(0);
        if (!plan.matches(DIGEST)) {
            throw new WronglyAsked("\"" + plan + "\" is not the digest of a plan, as knelpunt modules plan shows it");
        }
        return plan;
    }

    static int apply(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var plan = planned(asked, "apply");
        return at(asked, api -> follow(asked, api, begin(api, plan)));
    }

    private static JsonNode begin(Api api, String plan) throws Failure, InterruptedException {
        return api.post(PLANS + "/" + plan + "/swap", Json.object()).orFail();
    }

    private static int follow(Asked asked, Api api, JsonNode begun) throws Failure, InterruptedException {
        var until = asked.has("no-wait")
                ? SwapProgress.Until.BEGUN
                : asked.has("wait") ? SwapProgress.Until.END : SwapProgress.Until.PROBATION;
        return new SwapProgress(api, asked.has("json"), until).of(begun);
    }

    static int rollBack(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var kind = kind(asked, "rollback");
        return at(asked, api -> {
            var body = Json.object();
            if (asked.has("to")) {
                body.put(
                        "digest",
                        known(api, asked.required("to")).path("digest").asText());
            }
            return follow(asked, api, api.post(path(kind, "rollback"), body).orFail());
        });
    }

    static int quarantine(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var kind = kind(asked, "quarantine");
        var reason = Json.object().put("reason", asked.required("reason"));
        return at(
                asked,
                api -> done(
                        asked,
                        api.post(path(kind, "quarantine"), reason),
                        "No message goes to the module of \"" + kind + "\" until: knelpunt modules release " + kind));
    }

    static int release(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var kind = kind(asked, "release");
        return at(
                asked,
                api -> done(
                        asked,
                        api.post(path(kind, "release"), Json.object()),
                        "The module of \"" + kind + "\" takes messages again."));
    }

    static int remove(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var kind = kind(asked, "remove");
        return at(asked, api -> {
            var body = Json.object();
            if (!asked.has("freeze") && !asked.has("plan-only")) {
                ask(kind);
            }
            body.put("data", "FREEZE");
            if (asked.has("replace")) {
                body.put("operation", "REPLACE");
            }
            var plan = api.post(path(kind, "removal"), body).orFail();
            if (asked.has("plan-only") || !plan.path("possible").asBoolean()) {
                return tell(asked, plan);
            }
            if (!asked.has("json")) {
                Main.OUT.println(ModuleTexts.plan(plan));
            }
            return follow(asked, api, begin(api, plan.path("digest").asText()));
        });
    }

    private static void ask(String kind) throws Failure {
        var console = System.console();
        if (console == null) {
            throw new Failure("Say what happens to the data of these participants: --freeze. Then they are kept, and"
                    + " nobody sees or uses them until a module for \"" + kind + "\" runs again (G51).");
        }
        var answer = console.readLine(
                "%s",
                Texts.say(
                        "De gegevens van deze deelnemers worden bevroren: ze blijven bewaard en niemand ziet of gebruikt ze tot"
                                + " er weer een module is. Typ ja als dat mag: ",
                        "The data of these participants are frozen: they are kept, and nobody sees or uses them until there is a"
                                + " module again. Type yes if that may be: "));
        if (answer == null || !YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new Failure("Nothing was done.");
        }
    }

    /** Without a certificate: who is trusted now. */
    static int trust(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException {
        var words = asked.words(0, 1, "modules trust takes one certificate");
        if (asked.has("withdraw")) {
            var fingerprint = asked.required("withdraw");
            return at(
                    asked,
                    api -> done(
                            asked,
                            api.post(SIGNERS + "/" + Send.encoded(fingerprint) + "/withdrawal", Json.object()),
                            "No new module of " + fingerprint + " is staged; what runs goes on."));
        }
        if (words.isEmpty()) {
            return at(asked, api -> {
                var signers = api.get(SIGNERS).orFail();
                Main.OUT.println(asked.has("json") ? Json.line(signers) : ModuleTexts.signers(signers));
                return Main.DONE;
            });
        }
        var kinds = asked.values("for");
        if (kinds.isEmpty()) {
            throw new WronglyAsked("--for is missing");
        }
        ObjectNode body = Json.object().put("certificate", certificate(file(words.get(0))));
        var all = body.putArray("kinds");
        kinds.forEach(k -> List.of(k.split(",")).forEach(all::add));
        return at(asked, api -> {
            var signer = api.post(SIGNERS, body).orFail();
            Main.OUT.println(
                    asked.has("json")
                            ? Json.line(signer)
                            : signer.path("name").asText() + " ("
                                    + signer.path("fingerprint").asText() + ") may provide modules for "
                                    + ModuleTexts.joined(signer.path("kinds")) + ".");
            return Main.DONE;
        });
    }

    /** Of a text in which it stands somewhere, such as what keygen printed. */
    private static String certificate(Path file) throws Failure, IOException {
        if (Files.size(file) > 1 << 16) {
            throw new Failure(file + " is too large for a certificate.");
        }
        var text = Files.readString(file);
        var from = text.indexOf("-----BEGIN CERTIFICATE-----");
        var end = "-----END CERTIFICATE-----";
        var to = text.indexOf(end, Math.max(from, 0));
        if (from < 0 || to < 0) {
            throw new Failure(file + " holds no certificate in PEM form, as knelpunt modules keygen shows it.");
        }
        return text.substring(from, to + end.length());
    }

    private static Path file(String word) throws Failure {
        var file = Asked.absolute(word);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Failure(file + " is not a file that can be read.");
        }
        return file;
    }

    private static String kind(Asked asked, String verb) throws WronglyAsked {
        return asked.words(1, 1, "modules " + verb + " takes a kind of participant, such as police")
                .get(0);
    }

    private static String path(String kind, String act) {
        return ALL + "/" + Send.encoded(kind) + "/" + act;
    }

    private static int done(Asked asked, Api.Answer answer, String told) throws Failure {
        var body = answer.orFail();
        Main.OUT.println(asked.has("json") ? Json.line(body) : told);
        return Main.DONE;
    }

    private static int at(Asked asked, Reach.Task task)
            throws Failure, WronglyAsked, IOException, InterruptedException {
        var home = Home.current();
        return Reach.either(home, asked.data(home), task);
    }

    static String brief(JsonNode digest) {
        var text = digest.asText("");
        return text.substring(0, Math.min(SHOWN, text.length()));
    }
}
