package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.module.Attribute;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Leftover;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.Signer;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.ModuleRuntime;
import nl.knelpunt.engine.port.ModuleRuntime.Examined;
import nl.knelpunt.engine.port.ModuleRuntime.Resolved;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@Component(configurationPid = ModuleUseCases.PID)
@Designate(ocd = ModuleUseCases.Settings.class)
public final class ModuleUseCases implements Modules {

    static final String PID = "nl.knelpunt.engine.modules";
    private static final int MOST_SWAPS = 100;
    private static final int MOST_PLANS = 100;
    private static final int SHOWN_OF_A_FINGERPRINT = 16;

    private static final Text NO_RECEIPT = new Text(
            "De module heeft geen TCK-bewijs, en dat is hier verplicht. Vraag het bij wie de module maakte (NAAM.tck.json) en zet"
                    + " de module daarmee klaar.",
            "The module has no receipt of the TCK, which is required here. Ask its maker for it (NAME.tck.json), and stage the"
                    + " module with it.");

    private static final Text UNPROVEN = new Text(
            "De module heeft geen TCK-bewijs: wie haar maakte, toont niet dat zij alle proeven doorstond. De proef van dit"
                    + " platform doorstond zij wel.",
            "The module has no receipt of the TCK: its maker does not show that it passed all checks. It did pass the trial of"
                    + " this platform.");

    @ObjectClassDefinition(name = "Swapping modules")
    @interface Settings {

        @AttributeDefinition(description = "Administrators that must stand behind a swap: 1, or 2 for four eyes")
        String administrators() default "1";

        @AttributeDefinition(
                description =
                        "A module without a receipt of the TCK: shown (a plan warns of it) or required (it is refused)")
        String receipts() default "shown";
    }

    private final Gate gate;
    private final ModuleRuntime runtime;
    private final CallMeter meter;
    private volatile boolean fourEyes;
    private volatile boolean receiptRequired;

    @Activate
    public ModuleUseCases(
            Settings settings, @Reference Gate gate, @Reference ModuleRuntime runtime, @Reference CallMeter meter) {
        this(gate, runtime, meter, false);
        change(settings);
    }

    ModuleUseCases(Gate gate, ModuleRuntime runtime, CallMeter meter, boolean fourEyes) {
        this.gate = gate;
        this.runtime = runtime;
        this.meter = meter;
        this.fourEyes = fourEyes;
    }

    /** What can't be read asks for the more, not the less. */
    @Modified
    void change(Settings settings) {
        fourEyes = !settings.administrators().strip().equals("1");
        receiptRequired = !settings.receipts().strip().equals("shown");
    }

    @Override
    public List<Status> list(Call call) {
        Map<String, Integer> inside = runtime.inside();
        List<Leftover> left = runtime.left();
        return gate.read(call, Act.SEE_MODULES, null, (t, facts, judge) -> {
            List<StagedModule> staged = t.modules().staged();
            Map<String, Module> modules = new TreeMap<>();
            staged.forEach(s -> modules.put(s.kind(), Module.of(s.kind())));
            t.modules().list().forEach(m -> modules.put(m.kind(), m));
            return modules.values().stream()
                    .map(m -> new Status(
                            m,
                            staged.stream()
                                    .filter(s -> s.kind().equals(m.kind()))
                                    .toList(),
                            runtime.serving(m.kind()),
                            inside.getOrDefault(m.kind(), 0),
                            meter.health(m.kind()),
                            t.modules().swaps(m.kind(), 1).stream()
                                    .map(this::counted)
                                    .findFirst(),
                            left.stream().filter(l -> l.kind().equals(m.kind())).toList()))
                    .toList();
        });
    }

    @Override
    public List<StagedModule> staged(Call call) {
        return gate.read(
                call, Act.SEE_MODULES, null, (t, facts, judge) -> t.modules().staged());
    }

    @Override
    public List<StagedModule> staged(Call call, Set<String> digests) {
        return gate.read(
                call,
                Act.SEE_MODULES,
                null,
                (t, facts, judge) -> digests.stream()
                        .map(t.modules()::staged)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public StagedModule stage(Call call, InputStream jar, byte[] receipt) throws IOException {
        gate.admit(call, Act.STAGE_MODULE, null, NOTHING);
        Examined found = tried(call, Act.STAGE_MODULE, () -> runtime.examine(jar));
        StagedModule[] staged = {null};
        boolean kept = false;
        try {
            tried(call, Act.STAGE_MODULE, () -> {
                String tck = receipt == null
                        ? null
                        : runtime.receipt(receipt, found.descriptor().digest());
                tryOut(call, found, tck);
                return gate.change(call, Act.STAGE_MODULE, null, NOTHING, (t, facts) -> {
                    staged[0] = stage(t, facts, found, tck);
                    return new Done(idOf(staged[0].digest()), "STAGED", 1)
                            .noting(ModuleNotes.of(
                                    t, staged[0].kind(), new Generation(staged[0].digest(), Configuration.NONE)));
                });
            });
            kept = true;
        } finally {
            if (!kept) {
                runtime.discard(found.descriptor().digest());
            }
        }
        return staged[0];
    }

    /** Nothing of it runs before its signer is known. */
    private void tryOut(Call call, Examined found, String tck) {
        if (call.isTrial()) {
            return;
        }
        String digest = found.descriptor().digest();
        boolean isNew = gate.read(call, Act.SEE_MODULES, null, (t, facts, judge) -> {
            checkStageable(t, found, tck);
            return t.modules().staged(digest).isEmpty();
        });
        List<Text> wrong = isNew ? runtime.tryOut(digest) : List.of();
        if (!wrong.isEmpty()) {
            throw new ModuleRefusedException(wrong);
        }
    }

    private StagedModule stage(Transaction t, Facts facts, Examined found, String tck) {
        var plugin = found.descriptor();
        var known = t.modules().staged(plugin.digest());
        if (known.isPresent()) {
            return tck == null ? known.get() : withReceipt(t, known.get(), tck);
        }
        checkStageable(t, found, tck);
        StagedModule staged = new StagedModule(
                plugin.digest(),
                plugin.id(),
                plugin.version(),
                plugin.kind(),
                found.fingerprint(),
                found.schema(),
                found.canGoBack(),
                facts.actor().logName(),
                facts.now(),
                tck);
        t.modules().insert(staged);
        return staged;
    }

    /** It came after the jar did. */
    private static StagedModule withReceipt(Transaction t, StagedModule known, String tck) {
        StagedModule proven = known.withTck(tck);
        t.modules().forget(known.digest());
        t.modules().insert(proven);
        return proven;
    }

    private void checkStageable(Transaction t, Examined found, String tck) {
        var plugin = found.descriptor();
        boolean trusted = t.modules()
                .signer(found.fingerprint())
                .filter(s -> s.mayProvide(plugin.kind()))
                .isPresent();
        if (!trusted) {
            throw refused(
                    "De module is ondertekend door " + named(found) + ", en die mag hier geen module voor \""
                            + plugin.kind() + "\" leveren. Vertrouw de ondertekenaar daarvoor, of neem een andere"
                            + " module.",
                    "The module is signed by " + named(found) + ", who may not provide a module for \"" + plugin.kind()
                            + "\" here. Trust that signer for it, or take another module.");
        }
        if (tck == null && asksReceipt(t) && t.modules().staged(plugin.digest()).isEmpty()) {
            throw new ModuleRefusedException(List.of(NO_RECEIPT));
        }
        t.modules()
                .sameVersion(plugin.id(), plugin.version())
                .filter(other -> !other.digest().equals(plugin.digest()) && !isUnfinished(plugin.version()))
                .ifPresent(other -> {
                    throw refused(
                            "Van " + plugin.id() + " is versie " + plugin.version()
                                    + " al bekend met een andere inhoud. Geef een andere inhoud een ander versienummer.",
                            "Of " + plugin.id() + " the version " + plugin.version()
                                    + " is known with other content. Give other content another version.");
                });
    }

    /** What an installation begins with was tried when it was built. */
    private boolean asksReceipt(Transaction t) {
        return receiptRequired && SwapSteps.isInstalled(t);
    }

    /** What is still being made has many contents. */
    private static boolean isUnfinished(String version) {
        return org.osgi.framework.Version.parseVersion(version).getQualifier().equals("SNAPSHOT");
    }

    private static String named(Examined found) {
        return found.signer() + " (" + found.fingerprint().substring(0, SHOWN_OF_A_FINGERPRINT) + "…)";
    }

    @Override
    public List<Attribute> attributes(Call call, String digest) {
        gate.read(
                call,
                Act.SEE_MODULES,
                null,
                (t, facts, judge) -> t.modules().staged(digest).orElseThrow(ModuleUseCases::notStaged));
        return runtime.attributes(digest);
    }

    private static InvalidException notStaged() {
        return new InvalidException(
                "digest",
                new Text(
                        "Deze module staat niet klaar. Zet haar eerst klaar.",
                        "This module is not staged. Stage it first."));
    }

    @Override
    public ModulePlan plan(Call call, Wanted wanted) {
        Checks.text("deviation", wanted.deviation(), Checks.TEXT);
        gate.admit(call, Act.PLAN_SWAP, null, NOTHING);
        // Outside of the transaction: it may take a while.
        Resolved resolved =
                wanted.digest() == null ? new Resolved(List.of(), List.of()) : runtime.resolve(wanted.digest());
        List<Attribute> attributes = wanted.digest() == null ? List.of() : runtime.attributes(wanted.digest());
        ModulePlan[] made = {null};
        gate.change(call, Act.PLAN_SWAP, null, NOTHING, (t, facts) -> {
            made[0] = plan(t, facts, wanted, resolved, attributes);
            t.modules().put(made[0]);
            return new Done(idOf(made[0].digest()), "PLANNED", 1)
                    .noting(ModuleNotes.of(t, wanted.kind(), made[0].to()) + ", plan " + made[0].digest());
        });
        return made[0];
    }

    private ModulePlan plan(Transaction t, Facts facts, Wanted wanted, Resolved resolved, List<Attribute> attributes) {
        if (Arrays.stream(Organ.values()).noneMatch(o -> o.kind().equals(wanted.kind()))) {
            throw new InvalidException(
                    "kind", new Text("Deze soort deelnemer is er niet.", "There is no such kind of participant."));
        }
        Module module = t.modules().find(wanted.kind()).orElse(Module.of(wanted.kind()));
        Generation from = module.active();
        // What ran last is what is known and configured, also when nothing runs now.
        Generation last = from != null || module.before().isEmpty()
                ? from
                : module.before().get(0);
        StagedModule staged = wanted.digest() == null ? null : staged(t, wanted);
        List<ModulePlan.Refusal> refusals = new ArrayList<>(resolved.refusals());
        Generation to = staged == null
                ? null
                : new Generation(staged.digest(), configuration(wanted, last, staged, attributes, refusals));
        StagedModule running =
                from == null ? null : t.modules().staged(from.digest()).orElse(null);
        refusals.addAll(refusals(t, module, running, staged, from, to));
        List<Text> warnings = new ArrayList<>();
        if (staged != null
                && staged.tck() == null
                && (from == null || !from.digest().equals(staged.digest()))) {
            if (asksReceipt(t)) {
                refusals.add(new ModulePlan.Refusal(NO_RECEIPT, null));
            } else {
                warnings.add(UNPROVEN);
            }
        }
        ModulePlan plan = new ModulePlan(
                "",
                wanted.kind(),
                module.version(),
                Objects.requireNonNullElse(wanted.operation(), Swap.Operation.PHASE_IN),
                from,
                to,
                resolved.touched(),
                to == null
                        ? List.of()
                        : Widening.of(
                                last == null ? null : descriptor(last.digest()),
                                Objects.requireNonNull(descriptor(to.digest()), "staged")),
                changes(from, to),
                frozen(facts, wanted.kind(), to),
                from == null || running == null || staged == null || staged.canGoBack(),
                refusals,
                warnings,
                wanted.advice(),
                wanted.deviation(),
                wanted.reportedTo() == null ? List.of() : wanted.reportedTo(),
                facts.actor().logName(),
                facts.now(),
                List.of());
        return withDigest(plan);
    }

    private static StagedModule staged(Transaction t, Wanted wanted) {
        StagedModule staged = t.modules().staged(wanted.digest()).orElseThrow(ModuleUseCases::notStaged);
        if (!staged.kind().equals(wanted.kind())) {
            throw new InvalidException(
                    "digest",
                    new Text(
                            "Deze module is voor \"" + staged.kind() + "\".",
                            "This module is for \"" + staged.kind() + "\"."));
        }
        return staged;
    }

    private nl.knelpunt.engine.plugin.PluginDescriptor descriptor(String digest) {
        return runtime.examined(digest).map(Examined::descriptor).orElse(null);
    }

    private static List<ModulePlan.Refusal> refusals(
            Transaction t, Module module, StagedModule running, StagedModule staged, Generation from, Generation to) {
        List<ModulePlan.Refusal> refusals = new ArrayList<>();
        if (underWay(t, module).filter(s -> s.step() != Swap.Step.DRAINED).isPresent()) {
            refusals.add(refusal(
                    "Er loopt al een wissel voor \"" + module.kind() + "\". Wacht tot die klaar is.",
                    "A swap for \"" + module.kind() + "\" is under way. Wait until it is over."));
        }
        if (Objects.equals(from, to) && module.quarantine() == null) {
            refusals.add(refusal("Dit draait al.", "This runs already."));
        }
        if (running != null && staged != null && isOlder(staged, running) && !running.canGoBack()) {
            refusals.add(refusal(
                    "Versie " + running.version()
                            + " heeft gegevens omgezet en zegt dat een oudere versie daar niet mee" + " kan werken.",
                    "Version " + running.version()
                            + " converted data and says that an older version can't work with them."));
        }
        return refusals;
    }

    private static boolean isOlder(StagedModule one, StagedModule other) {
        return one.id().equals(other.id())
                && org.osgi.framework.Version.parseVersion(one.version())
                                .compareTo(org.osgi.framework.Version.parseVersion(other.version()))
                        < 0;
    }

    private static Optional<Swap> underWay(Transaction t, Module module) {
        return module.swap() == null ? Optional.empty() : t.modules().swap(module.swap());
    }

    /** The new one is on probation only: another swap ends that. */
    private void endProbation(Transaction t, Facts facts, Module module) {
        underWay(t, module)
                .ifPresent(
                        s -> t.modules().put(s.at(Swap.Step.DONE, facts.now(), meter.counters(module.kind()), null)));
    }

    private Configuration configuration(
            Wanted wanted,
            Generation last,
            StagedModule staged,
            List<Attribute> attributes,
            List<ModulePlan.Refusal> refusals) {
        Map<String, List<String>> values = new TreeMap<>();
        if (last != null) {
            try {
                values.putAll(runtime.migrate(last.configuration(), last.digest(), staged.digest())
                        .values());
            } catch (ModuleRefusedException e) {
                e.reasons().forEach(reason -> refusals.add(new ModulePlan.Refusal(reason, null)));
            }
        }
        Map<String, Attribute> known = attributes.stream().collect(Collectors.toMap(Attribute::id, a -> a));
        if (wanted.configuration() != null) {
            wanted.configuration().forEach((name, value) -> {
                Attribute attribute = known.get(name);
                if (attribute == null) {
                    throw new InvalidException(
                            "configuration." + name,
                            new Text("Deze instelling kent de module niet.", "The module knows no such setting."));
                }
                Settable.check(attribute, value);
                if (value.isEmpty()) {
                    values.remove(name);
                } else {
                    values.put(name, value);
                }
            });
        }
        attributes.stream()
                .filter(a -> Settable.lacks(a, values))
                .forEach(a -> refusals.add(refusal(
                        "De module heeft een waarde nodig voor \"" + a.name().nl() + "\" (" + a.id() + ").",
                        "The module needs a value for \"" + a.name().en() + "\" (" + a.id() + ").")));
        return new Configuration(staged.schema(), values);
    }

    /** Names only: a value may be a secret. */
    private static List<String> changes(Generation from, Generation to) {
        Map<String, List<String>> before =
                from == null ? Map.of() : from.configuration().values();
        Map<String, List<String>> after =
                to == null ? Map.of() : to.configuration().values();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(n -> Objects.equals(before.get(n), after.get(n)));
        return List.copyOf(names);
    }

    private static List<Text> frozen(Facts facts, String kind, Generation to) {
        if (to != null) {
            return List.of();
        }
        return facts.region().participants().values().stream()
                .filter(p -> p.kind().equals(kind))
                .map(p -> new Text("Gegevens van " + p.name() + " (G51)", "Data of " + p.name() + " (G51)"))
                .toList();
    }

    private static ModulePlan withDigest(ModulePlan p) {
        String all = String.join(
                "\n",
                p.kind(),
                Long.toString(p.module()),
                p.operation().name(),
                text(p.from()),
                text(p.to()),
                p.touched().toString(),
                p.newly().toString(),
                p.changes().toString(),
                p.frozen().toString(),
                Boolean.toString(p.canGoBack()),
                p.refusals().toString(),
                p.warnings().toString(),
                String.valueOf(p.advice()),
                String.valueOf(p.deviation()),
                p.reportedTo().toString(),
                p.by());
        return p.known(sha256(all.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Generation generation) {
        return generation == null
                ? "nothing"
                : generation.digest() + " " + generation.configuration().schema() + " "
                        + generation.configuration().values();
    }

    @Override
    public ModulePlan plan(Call call, String digest) {
        return gate.read(call, Act.SEE_MODULES, null, (t, facts, judge) -> known(t, digest));
    }

    @Override
    public List<ModulePlan> plans(Call call) {
        return gate.read(
                call,
                Act.SEE_MODULES,
                null,
                (t, facts, judge) -> t.modules().plans(MOST_PLANS).stream()
                        .filter(plan -> plan.refusals().isEmpty() && isCurrent(t, plan))
                        .toList());
    }

    private static ModulePlan known(Transaction t, String digest) {
        return t.modules()
                .plan(digest)
                .orElseThrow(
                        () -> new InvalidException("plan", new Text("Dit plan is er niet.", "There is no such plan.")));
    }

    @Override
    public Done approve(Call call, String digest) {
        return tried(
                call,
                Act.APPROVE_SWAP,
                () -> gate.change(call, Act.APPROVE_SWAP, null, NOTHING, (t, facts) -> {
                    ModulePlan plan = known(t, digest);
                    if (plan.by().equals(facts.actor().logName())) {
                        throw refused(
                                "U maakte dit plan zelf. Een andere beheerder keurt het goed.",
                                "You made this plan yourself. Another administrator approves it.");
                    }
                    ModulePlan approved = plan.approvedBy(facts.actor().logName());
                    t.modules().put(approved);
                    return new Done(
                                    idOf(digest),
                                    "APPROVED",
                                    1 + approved.approvers().size())
                            .noting("plan " + digest);
                }));
    }

    @Override
    public Swap apply(Call call, String digest) {
        UUID id = Ids.next();
        Swap[] begun = {null};
        Done done = tried(
                call,
                Act.BEGIN_SWAP,
                () -> gate.change(
                        call,
                        Act.BEGIN_SWAP,
                        null,
                        (t, facts) -> {
                            ModulePlan plan = known(t, digest);
                            return facts.withPapers(facts.papers()
                                            .with(
                                                    plan.advice() == null
                                                            ? null
                                                            : t.advices()
                                                                    .find(plan.advice())
                                                                    .orElse(null)))
                                    .asking(new Asked.Swapping(isNew(t, plan), plan.deviation(), plan.reportedTo()));
                        },
                        (t, facts) -> {
                            ModulePlan plan = known(t, digest);
                            checkReady(t, plan);
                            if (((Asked.Swapping) facts.asked()).wider()) {
                                t.advices().update(facts.papers().advice().usedAt(facts.now()));
                            }
                            begun[0] = begin(t, facts, id, plan, plan.operation());
                            return new Done(id, "APPROVED", 1).noting(ModuleNotes.of(t, begun[0]));
                        }));
        runtime.wake();
        // Of a repeat under the same key nothing is begun again.
        return begun[0] != null
                ? counted(begun[0])
                : swap(new Call(call.caller(), call.trace(), call.origin()), done.id());
    }

    /** The first plugins of an installation are what it was installed with; after that, what is wider is new. */
    private static boolean isNew(Transaction t, ModulePlan plan) {
        // Of a plan that is past, what was new then says nothing now; the work itself refuses it.
        return !plan.newly().isEmpty() && SwapSteps.isInstalled(t) && isCurrent(t, plan);
    }

    private static boolean isCurrent(Transaction t, ModulePlan plan) {
        return t.modules().find(plan.kind()).map(Module::version).orElse(1L) == plan.module();
    }

    private void checkReady(Transaction t, ModulePlan plan) {
        if (!plan.refusals().isEmpty()) {
            throw new ModuleRefusedException(
                    plan.refusals().stream().map(ModulePlan.Refusal::reason).toList());
        }
        if (fourEyes && plan.approvers().isEmpty() && SwapSteps.isInstalled(t)) {
            throw refused(
                    "Een tweede beheerder moet dit plan eerst goedkeuren.",
                    "A second administrator must approve this plan first.");
        }
        if (!isCurrent(t, plan)) {
            throw refused(
                    "Sinds dit plan is er iets veranderd. Maak een nieuw plan.",
                    "Something changed since this plan. Make a new plan.");
        }
    }

    private Swap begin(Transaction t, Facts facts, UUID id, ModulePlan plan, Swap.Operation operation) {
        Module module = t.modules().find(plan.kind()).orElse(Module.of(plan.kind()));
        endProbation(t, facts, module);
        Swap swap = new Swap(
                id,
                plan.kind(),
                plan.digest(),
                operation,
                module.quarantine() == null ? plan.from() : null,
                plan.to(),
                List.of(new Swap.Passed(Swap.Step.APPROVED, facts.now())),
                null,
                null,
                facts.actor().logName(),
                plan.approvers());
        t.modules().put(swap);
        t.modules().put(module.swapping(id));
        return swap;
    }

    @Override
    public Swap rollBack(Call call, String kind, String digest) {
        UUID id = Ids.next();
        Swap[] begun = {null};
        Done done = tried(
                call,
                Act.ROLL_BACK_MODULE,
                () -> gate.change(call, Act.ROLL_BACK_MODULE, null, NOTHING, (t, facts) -> {
                    begun[0] = rollBack(t, facts, id, kind, digest);
                    return new Done(id, "APPROVED", 1).noting(ModuleNotes.of(t, begun[0]));
                }));
        runtime.wake();
        // Of a repeat under the same key nothing is begun again.
        return begun[0] != null
                ? counted(begun[0])
                : swap(new Call(call.caller(), call.trace(), call.origin()), done.id());
    }

    /** What ran before was planned and approved then. */
    private Swap rollBack(Transaction t, Facts facts, UUID id, String kind, String digest) {
        Module module = existing(t, kind);
        Generation to = module.before().stream()
                .filter(g -> digest == null || g.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> refused(
                        "Er is geen eerdere versie bewaard om naar terug te gaan.",
                        "No earlier version is kept to go back to."));
        StagedModule running = module.active() == null
                ? null
                : t.modules().staged(module.active().digest()).orElse(null);
        StagedModule older = t.modules().staged(to.digest()).orElse(null);
        List<ModulePlan.Refusal> refusals = refusals(t, module, running, older, module.active(), to);
        if (!refusals.isEmpty()) {
            throw new ModuleRefusedException(
                    refusals.stream().map(ModulePlan.Refusal::reason).toList());
        }
        endProbation(t, facts, module);
        Swap swap = new Swap(
                id,
                kind,
                "",
                Swap.Operation.PHASE_IN,
                module.active(),
                to,
                List.of(new Swap.Passed(Swap.Step.APPROVED, facts.now())),
                null,
                null,
                facts.actor().logName(),
                List.of());
        t.modules().put(swap);
        t.modules().put(module.swapping(id));
        return swap;
    }

    private static Module existing(Transaction t, String kind) {
        return t.modules()
                .find(kind)
                .orElseThrow(() -> new InvalidException(
                        "kind",
                        new Text(
                                "Voor deze soort deelnemer was er nog geen module.",
                                "There was no module for this kind of participant yet.")));
    }

    @Override
    public Swap swap(Call call, UUID id) {
        return gate.read(
                call,
                Act.SEE_MODULES,
                null,
                (t, facts, judge) -> t.modules()
                        .swap(id)
                        .map(this::counted)
                        .orElseThrow(() -> new InvalidException(
                                "swap", new Text("Deze wissel is er niet.", "There is no such swap."))));
    }

    @Override
    public List<Swap> swaps(Call call, String kind) {
        return gate.read(
                call,
                Act.SEE_MODULES,
                null,
                (t, facts, judge) -> t.modules().swaps(kind, MOST_SWAPS).stream()
                        .map(this::counted)
                        .toList());
    }

    /** Of one under way they are counted so far. */
    private Swap counted(Swap swap) {
        return swap.step().isEnd() ? swap : swap.counting(meter.counters(swap.kind()));
    }

    @Override
    public Done quarantine(Call call, String kind, String reason) {
        Checks.text("reason", reason, Checks.TEXT);
        Done done = gate.change(
                call,
                Act.QUARANTINE_MODULE,
                null,
                (t, facts) -> facts.asking(new Asked.Saying("reason", reason)),
                (t, facts) -> {
                    Module module = existing(t, kind);
                    Text told = new Text(reason, reason);
                    underWay(t, module).ifPresent(s -> t.modules().put(giveUp(s, facts.now(), told)));
                    t.modules()
                            .put(module.swapping(null)
                                    .quarantined(new Module.Quarantine(
                                            told, facts.actor().logName(), facts.now())));
                    return changed(t, module, "QUARANTINED");
                });
        runtime.wake();
        return done;
    }

    /** Before the switch it comes to nothing; after it, it is over. */
    private Swap giveUp(Swap swap, Instant at, Text reason) {
        return swap.hasSwitched()
                ? swap.at(Swap.Step.DONE, at, meter.counters(swap.kind()), null)
                : swap.at(Swap.Step.ABORTED, at, null, reason);
    }

    @Override
    public Done release(Call call, String kind) {
        Done done = gate.change(call, Act.RELEASE_MODULE, null, NOTHING, (t, facts) -> {
            Module module = existing(t, kind);
            t.modules().put(module.quarantined(null));
            return changed(t, module, "RELEASED");
        });
        runtime.wake();
        return done;
    }

    private static Done changed(Transaction t, Module module, String state) {
        return new Done(ModuleNotes.idOf(module.kind()), state, module.version() + 1)
                .noting(ModuleNotes.of(t, module.kind(), module.active()));
    }

    @Override
    public List<Signer> signers(Call call) {
        return gate.read(
                call, Act.SEE_MODULES, null, (t, facts, judge) -> t.modules().signers());
    }

    @Override
    public Signer trust(Call call, String certificate, Set<String> kinds) {
        Set<String> known = Arrays.stream(Organ.values()).map(Organ::kind).collect(Collectors.toSet());
        if (kinds.isEmpty() || !known.containsAll(kinds)) {
            throw new InvalidException(
                    "kinds",
                    new Text(
                            "Noem een of meer van: " + String.join(", ", new TreeSet<>(known)) + ".",
                            "Name one or more of: " + String.join(", ", new TreeSet<>(known)) + "."));
        }
        X509Certificate parsed = certificate(certificate);
        Signer[] trusted = {null};
        gate.change(call, Act.TRUST_SIGNER, null, NOTHING, (t, facts) -> {
            trusted[0] =
                    signer(parsed, certificate.strip(), kinds, facts.actor().logName(), facts.now());
            t.modules().put(trusted[0]);
            return new Done(idOf(trusted[0].fingerprint()), "TRUSTED", 1)
                    .noting(trusted[0].name() + " " + trusted[0].fingerprint() + " for "
                            + String.join(", ", new TreeSet<>(kinds)));
        });
        return trusted[0];
    }

    private static X509Certificate certificate(String pem) {
        Checks.text("certificate", pem, Checks.TEXT);
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            Objects.requireNonNullElse(pem, "").getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new InvalidException(
                    "certificate",
                    new Text(
                            "Hier hoort een certificaat in PEM-vorm, zoals modules keygen het toont.",
                            "A certificate in PEM form belongs here, as modules keygen shows it."));
        }
    }

    private static Signer signer(X509Certificate certificate, String pem, Set<String> kinds, String by, Instant at) {
        try {
            return new Signer(
                    sha256(certificate.getEncoded()),
                    certificate.getSubjectX500Principal().getName(),
                    pem,
                    kinds,
                    by,
                    at,
                    null);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("A certificate that was read can be written", e);
        }
    }

    @Override
    public Done distrust(Call call, String fingerprint) {
        return gate.change(call, Act.DISTRUST_SIGNER, null, NOTHING, (t, facts) -> {
            Signer signer = t.modules()
                    .signer(fingerprint)
                    .orElseThrow(() -> new InvalidException(
                            "signer",
                            new Text("Deze ondertekenaar is hier niet bekend.", "This signer is not known here.")));
            t.modules().put(signer.withdrawnAt(facts.now()));
            return new Done(idOf(fingerprint), "DISTRUSTED", 1).noting(signer.name() + " " + fingerprint);
        });
    }

    private interface Work<R, E extends Exception> {

        R done() throws E;
    }

    /** What can't be done was tried all the same, and the log says so. */
    private <R, E extends Exception> R tried(Call call, Act act, Work<R, E> work) throws E {
        try {
            return work.done();
        } catch (ModuleRefusedException e) {
            gate.failed(call, act, null);
            throw e;
        }
    }

    private static ModulePlan.Refusal refusal(String nl, String en) {
        return new ModulePlan.Refusal(new Text(nl, en), null);
    }

    private static ModuleRefusedException refused(String nl, String en) {
        return new ModuleRefusedException(List.of(new Text(nl, en)));
    }

    /** Stands for a digest where the log wants an id. */
    private static UUID idOf(String digest) {
        return UUID.nameUUIDFromBytes(digest.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
