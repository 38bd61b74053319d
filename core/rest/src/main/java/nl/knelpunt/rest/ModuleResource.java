package nl.knelpunt.rest;

import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.rest.ModuleShapes.ConfigurationView;
import nl.knelpunt.rest.ModuleShapes.Fate;
import nl.knelpunt.rest.ModuleShapes.ModuleList;
import nl.knelpunt.rest.ModuleShapes.ModulePlanList;
import nl.knelpunt.rest.ModuleShapes.ModulePlanView;
import nl.knelpunt.rest.ModuleShapes.ModuleView;
import nl.knelpunt.rest.ModuleShapes.NewConfiguration;
import nl.knelpunt.rest.ModuleShapes.NewModulePlan;
import nl.knelpunt.rest.ModuleShapes.NewQuarantine;
import nl.knelpunt.rest.ModuleShapes.NewRemovalPlan;
import nl.knelpunt.rest.ModuleShapes.NewRollback;
import nl.knelpunt.rest.ModuleShapes.NewSigner;
import nl.knelpunt.rest.ModuleShapes.SettingBody;
import nl.knelpunt.rest.ModuleShapes.SignerList;
import nl.knelpunt.rest.ModuleShapes.SignerView;
import nl.knelpunt.rest.ModuleShapes.StagedModuleList;
import nl.knelpunt.rest.ModuleShapes.StagedModuleView;
import nl.knelpunt.rest.ModuleShapes.SwapList;
import nl.knelpunt.rest.ModuleShapes.SwapView;
import nl.knelpunt.rest.Shapes.Changed;

/** Modules, as an administrator handles them. */
final class ModuleResource {

    /** Of a jar, as the engine has it too. */
    static final long MOST_BYTES = 64L << 20;

    /** Small beside the jar, so that the jar itself can be the body. */
    static final String RECEIPT = "Tck-Receipt";

    static final int LONGEST_RECEIPT = 6_000;

    private static final String MODULES = RouteTable.BASE + "/modules";

    private final UseCases use;
    private final long mostBytes;

    ModuleResource(UseCases use) {
        this(use, MOST_BYTES);
    }

    ModuleResource(UseCases use, long mostBytes) {
        this.use = use;
        this.mostBytes = mostBytes;
    }

    static String href(UUID swap) {
        return RouteTable.BASE + "/module-swaps/" + swap;
    }

    static String planHref(String digest) {
        return RouteTable.BASE + "/module-plans/" + digest;
    }

    private static String kind(Exchange exchange) {
        return exchange.path("kind");
    }

    private static String href(Exchange exchange) {
        return MODULES + "/" + kind(exchange);
    }

    Answer list(Exchange exchange) {
        return Answer.of(new ModuleList(
                use.modules().list(exchange.call()).stream().map(ModuleView::of).toList()));
    }

    Answer see(Exchange exchange) {
        Modules.Status status = one(exchange, exchange.call());
        return Answer.of(ModuleView.of(status)).at(status.module().version());
    }

    private Modules.Status one(Exchange exchange, Call call) {
        return use.modules().list(call).stream()
                .filter(s -> s.module().kind().equals(kind(exchange)))
                .findFirst()
                .orElseThrow(() -> BadRequestException.of(
                        "kind",
                        "Voor deze soort deelnemer is er nog geen module.",
                        "There is no module for this kind of participant yet."));
    }

    Answer configuration(Exchange exchange) {
        Modules.Status status = running(exchange, exchange.call());
        String digest = status.module().active().digest();
        return Answer.of(ConfigurationView.of(status, use.modules().attributes(exchange.call(), digest)))
                .at(status.module().version());
    }

    private Modules.Status running(Exchange exchange, Call call) {
        Modules.Status status = one(exchange, call);
        if (status.module().active() == null) {
            throw BadRequestException.of(
                    "kind",
                    "Voor deze soort deelnemer draait nu geen module.",
                    "No module runs for this kind of participant now.");
        }
        return status;
    }

    /** What is not named has its default again, but for a secret: who changes another setting doesn't know it. */
    Answer configure(Exchange exchange) throws IOException {
        NewConfiguration body = exchange.body(NewConfiguration.class);
        Call call = plain(exchange);
        if (call.isTrial()) {
            return planned(exchange, wanted(kind(exchange), null, Map.of(), null))
                    .withStatus(200);
        }
        Modules.Status status = running(exchange, call);
        exchange.checkVersion(status.module().version());
        String digest = status.module().active().digest();
        Map<String, List<String>> changes = new TreeMap<>(SettingBody.engine(body.settings()));
        Configuration now = status.module().active().configuration();
        var secret = new HashSet<String>();
        for (Attribute attribute : use.modules().attributes(call, digest)) {
            if (attribute.secret()) {
                secret.add(attribute.id());
            }
        }
        now.values().keySet().stream()
                .filter(name -> !secret.contains(name))
                .forEach(name -> changes.putIfAbsent(name, List.of()));
        return planned(exchange, wanted(kind(exchange), digest, changes, null)).withStatus(200);
    }

    Answer remove(Exchange exchange) throws IOException {
        NewRemovalPlan body = exchange.body(NewRemovalPlan.class);
        if (body.data() != Fate.FREEZE && !exchange.call().isTrial()) {
            throw BadRequestException.of(
                    "data",
                    "Zeg wat er met de gegevens van deze deelnemers gebeurt: FREEZE. Dan blijven ze bewaard, en niemand ziet of"
                            + " gebruikt ze tot er weer een module is. De termijnen om te vernietigen lopen door.",
                    "Say what happens to the data of these participants: FREEZE. Then they are kept, and nobody sees or uses them"
                            + " until there is a module again. The terms of destruction run on.");
        }
        return planned(exchange, wanted(kind(exchange), null, Map.of(), body.operation()));
    }

    private static Modules.Wanted wanted(
            String kind, String digest, Map<String, List<String>> configuration, Swap.Operation operation) {
        return new Modules.Wanted(kind, digest, operation, configuration, null, null, List.of());
    }

    Answer rollBack(Exchange exchange) throws IOException {
        NewRollback body = exchange.body(NewRollback.class);
        return begun(exchange, use.modules().rollBack(exchange.call(), kind(exchange), body.digest()));
    }

    Answer quarantine(Exchange exchange) throws IOException {
        NewQuarantine body = exchange.body(NewQuarantine.class);
        return done(exchange, use.modules().quarantine(exchange.call(), kind(exchange), body.reason()));
    }

    Answer release(Exchange exchange) {
        return done(exchange, use.modules().release(exchange.call(), kind(exchange)));
    }

    private static Answer done(Exchange exchange, Done done) {
        return Answer.created(Changed.of(done, href(exchange))).at(done.version());
    }

    Answer swaps(Exchange exchange) {
        Call call = exchange.call();
        List<Swap> swaps = use.modules().swaps(call, kind(exchange));
        Function<String, StagedModule> known = known(call, swaps.stream().flatMap(ModuleResource::generations));
        return Answer.of(
                new SwapList(swaps.stream().map(s -> SwapView.of(s, known)).toList()));
    }

    Answer staged(Exchange exchange) {
        return Answer.of(new StagedModuleList(use.modules().staged(exchange.call()).stream()
                .map(StagedModuleView::of)
                .toList()));
    }

    Answer stage(Exchange exchange) throws IOException {
        Call call = plain(exchange);
        if (!call.isTrial()) {
            exchange.checkType();
            if (exchange.request().getContentLengthLong() > mostBytes) {
                throw ProblemException.tooLarge(mostBytes);
            }
        }
        CountedStream jar =
                new CountedStream(new SteadyStream(exchange.request().getInputStream(), System::nanoTime), mostBytes);
        try {
            return Answer.created(StagedModuleView.of(use.modules().stage(call, jar, receipt(exchange))));
        } catch (ModuleRefusedException e) {
            // The jar itself is wrong, not the moment.
            throw jar.isTooLarge() ? ProblemException.tooLarge(mostBytes) : ProblemException.unfitModule(e.reasons());
        } catch (IOException e) {
            if (jar.isTooLarge()) {
                throw ProblemException.tooLarge(mostBytes);
            }
            throw e;
        }
    }

    /** Null when there is none. */
    private static byte[] receipt(Exchange exchange) {
        String given = exchange.request().getHeader(RECEIPT);
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            if (given.length() <= LONGEST_RECEIPT) {
                return Base64.getDecoder().decode(given.strip());
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw BadRequestException.of(
                RECEIPT,
                "Hier hoort het TCK-bewijs van deze jar (NAAM.tck.json) in base64, hooguit " + LONGEST_RECEIPT
                        + " tekens.",
                "The receipt of the TCK for this jar (NAME.tck.json) belongs here in base64, at most " + LONGEST_RECEIPT
                        + " characters.");
    }

    Answer plan(Exchange exchange) throws IOException {
        return planned(exchange, exchange.body(NewModulePlan.class).engine());
    }

    private Answer planned(Exchange exchange, Modules.Wanted wanted) {
        Call call = plain(exchange);
        ModulePlan plan = use.modules().plan(call, wanted);
        return Answer.created(ModulePlanView.of(plan, known(call, generations(plan)), exchange.flag("detail")))
                .with("Location", planHref(plan.digest()));
    }

    Answer seePlan(Exchange exchange) {
        Call call = exchange.call();
        ModulePlan plan = use.modules().plan(call, exchange.path("plan"));
        return Answer.of(ModulePlanView.of(plan, known(call, generations(plan)), exchange.flag("detail")))
                .at(1 + plan.approvers().size());
    }

    Answer plans(Exchange exchange) {
        Call call = exchange.call();
        List<ModulePlan> plans = use.modules().plans(call);
        Function<String, StagedModule> known = known(call, plans.stream().flatMap(ModuleResource::generations));
        return Answer.of(new ModulePlanList(plans.stream()
                .map(plan -> ModulePlanView.of(plan, known, false))
                .toList()));
    }

    Answer approve(Exchange exchange) {
        String plan = exchange.path("plan");
        return Answer.created(Changed.of(use.modules().approve(exchange.call(), plan), planHref(plan)));
    }

    Answer apply(Exchange exchange) {
        return begun(exchange, use.modules().apply(exchange.call(), exchange.path("plan")));
    }

    private Answer begun(Exchange exchange, Swap swap) {
        return Answer.created(SwapView.of(swap, known(exchange.call(), generations(swap))))
                .with("Location", href(swap.id()));
    }

    Answer swap(Exchange exchange) {
        Call call = exchange.call();
        Swap swap = use.modules().swap(call, exchange.id("swap"));
        return Answer.of(SwapView.of(swap, known(call, generations(swap))))
                .at(swap.passed().size());
    }

    Answer signers(Exchange exchange) {
        return Answer.of(new SignerList(use.modules().signers(exchange.call()).stream()
                .map(SignerView::of)
                .toList()));
    }

    Answer trust(Exchange exchange) throws IOException {
        NewSigner body = exchange.body(NewSigner.class);
        return Answer.created(
                SignerView.of(use.modules().trust(plain(exchange), body.certificate(), new HashSet<>(body.kinds()))));
    }

    Answer distrust(Exchange exchange) {
        Done done = use.modules().distrust(exchange.call(), exchange.path("fingerprint"));
        return Answer.created(Changed.of(done, RouteTable.BASE + "/module-signers"));
    }

    private static Stream<Generation> generations(Swap swap) {
        return Stream.of(swap.from(), swap.to());
    }

    private static Stream<Generation> generations(ModulePlan plan) {
        return Stream.of(plan.from(), plan.to());
    }

    /** Names for digests. Of these only: in the years of an installation many are staged. */
    private Function<String, StagedModule> known(Call call, Stream<Generation> generations) {
        Set<String> digests =
                generations.filter(Objects::nonNull).map(Generation::digest).collect(Collectors.toSet());
        return use.modules().staged(plain(call), digests).stream()
                .collect(Collectors.toMap(StagedModule::digest, m -> m))::get;
    }

    /** Doing the same again is the same, so an Idempotency-Key adds nothing. */
    private static Call plain(Exchange exchange) {
        return plain(exchange.call());
    }

    private static Call plain(Call call) {
        return call.isTrial() ? call : new Call(call.caller(), call.trace(), call.origin());
    }
}
