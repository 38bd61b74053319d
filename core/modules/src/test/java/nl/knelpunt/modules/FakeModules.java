package nl.knelpunt.modules;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.module.Configuration;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModulePlan;
import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.port.ModuleRuntime.Examined;

/** What is to run, in memory: what the engine keeps in its store, without its law. Survives a keeper, as a store does. */
final class FakeModules implements ModuleSteps {

    final Map<String, Module> modules = new TreeMap<>();
    final Map<UUID, Swap> swaps = new HashMap<>();
    final Map<String, StagedModule> staged = new HashMap<>();
    final Map<String, String> taken = new TreeMap<>();
    Modules.Health health = new Modules.Health(0, 0, 0, 0);
    Recent recent = new Recent(0, 0);
    boolean installed;

    /** Kinds of which everybody was told. */
    final List<String> told = new CopyOnWriteArrayList<>();

    private final Clock clock;

    FakeModules(Clock clock) {
        this.clock = clock;
    }

    /** A staged jar. */
    StagedModule stage(Examiner examiner, InputStream jar) throws IOException {
        return stage(examiner, jar, null);
    }

    /** A staged jar with its receipt, if any. */
    StagedModule stage(Examiner examiner, InputStream jar, byte[] receipt) throws IOException {
        Examined found = examiner.examine(jar);
        String tck;
        try {
            tck = receipt == null
                    ? null
                    : TckReceipt.version(receipt, found.descriptor().digest());
        } catch (BrokenPluginException e) {
            throw Examiner.refused(e);
        }
        StagedModule module = new StagedModule(
                found.descriptor().digest(),
                found.descriptor().id(),
                found.descriptor().version(),
                found.descriptor().kind(),
                found.fingerprint(),
                found.schema(),
                found.canGoBack(),
                "test",
                clock.instant(),
                tck);
        staged.merge(module.digest(), module, (known, again) -> again.tck() == null ? known : again);
        return module;
    }

    static Generation generation(StagedModule staged, Map<String, List<String>> values) {
        return new Generation(staged.digest(), new Configuration(staged.schema(), values));
    }

    /** @param to null for nothing */
    Swap begin(String kind, Swap.Operation operation, Generation to) {
        Module module = modules.getOrDefault(kind, Module.of(kind));
        Swap swap = new Swap(
                UUID.randomUUID(),
                kind,
                "plan",
                operation,
                module.active(),
                to,
                List.of(new Swap.Passed(Swap.Step.APPROVED, clock.instant())),
                null,
                null,
                "test",
                List.of());
        swaps.put(swap.id(), swap);
        modules.put(kind, module.swapping(swap.id()));
        return swap;
    }

    @Override
    public synchronized List<Module> wanted() {
        return List.copyOf(modules.values());
    }

    @Override
    public synchronized StagedModule staged(String digest) {
        return Optional.ofNullable(staged.get(digest)).orElseThrow();
    }

    @Override
    public synchronized Swap swap(UUID id) {
        return swaps.get(id);
    }

    @Override
    public synchronized Swap step(UUID id, Swap.Step step, Swap.Counters counters, Text reason) {
        Swap before = swaps.get(id);
        if (before.step().isEnd()) {
            return before;
        }
        Swap swap = before.at(step, clock.instant(), counters, reason);
        swaps.put(id, swap);
        Module module = modules.get(swap.kind());
        modules.put(
                swap.kind(),
                switch (step) {
                    case APPROVED, CANDIDATE, DRAINED -> module;
                    case SWITCHED -> module.running(swap.to());
                    case DONE, ABORTED -> module.swapping(null);
                    case ROLLED_BACK -> module.backFrom(swap.to(), swap.from()).swapping(null);
                });
        return swap;
    }

    @Override
    public synchronized void cutOff(String kind, Text reason) {
        modules.put(
                kind,
                modules.get(kind)
                        .swapping(null)
                        .quarantined(new Module.Quarantine(reason, "platform", Instant.now(clock))));
    }

    @Override
    public void tell(String kind, Generation serves) {
        told.add(serves == null ? kind + " gone" : kind);
    }

    @Override
    public Swap.Counters counters(String kind) {
        return new Swap.Counters(health.calls(), health.calls() - health.errors(), health.errors(), 0);
    }

    @Override
    public Modules.Health health(String kind) {
        return health;
    }

    @Override
    public Recent recent(String kind) {
        return recent;
    }

    @Override
    public void countAnew(String kind, long generation) {
        health = new Modules.Health(0, 0, 0, 0);
        recent = new Recent(0, 0);
    }

    @Override
    public synchronized Map<String, String> taken() {
        return Map.copyOf(taken);
    }

    @Override
    public synchronized void take(String name, String digest) {
        taken.put(name, digest);
    }

    @Override
    public synchronized void letGo(String name) {
        taken.remove(name);
    }

    @Override
    public boolean isInstalled() {
        return installed;
    }

    @Override
    public void installed() {
        installed = true;
    }

    List<Swap.Step> passed(UUID swap) {
        List<Swap.Step> steps = new ArrayList<>();
        swap(swap).passed().forEach(p -> steps.add(p.step()));
        return steps;
    }

    /** A plan of which nothing stands in the way. */
    static ModulePlan possible(String digest, Modules.Wanted wanted) {
        return new ModulePlan(
                digest,
                wanted.kind(),
                1,
                wanted.operation(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                "maintenance",
                null,
                List.of());
    }
}
