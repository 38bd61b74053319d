package nl.knelpunt.engine.component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Module;
import nl.knelpunt.engine.module.ModuleSteps;
import nl.knelpunt.engine.module.Modules;
import nl.knelpunt.engine.module.StagedModule;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what is to run in step with what became of it. */
@Component
public final class SwapSteps implements ModuleSteps {

    private static final String INSTALLED = "modules.installed";

    private final Gate gate;
    private final Store store;
    private final CallMeter meter;

    @Activate
    public SwapSteps(@Reference Gate gate, @Reference Store store, @Reference CallMeter meter) {
        this.gate = gate;
        this.store = store;
        this.meter = meter;
    }

    @Override
    public List<Module> wanted() {
        return store.transact(t -> t.modules().list());
    }

    @Override
    public StagedModule staged(String digest) {
        return store.transact(t -> t.modules().staged(digest)).orElseThrow();
    }

    @Override
    public Swap swap(UUID id) {
        return store.transact(t -> t.modules().swap(id)).orElseThrow();
    }

    @Override
    public Swap step(UUID id, Swap.Step step, Swap.Counters counters, Text reason) {
        byThePlatform(id, Act.STEP_SWAP, id, (t, facts) -> {
            Swap before = t.modules().swap(id).orElseThrow();
            if (before.step().isEnd()) {
                return new Done(id, before.step().name(), before.passed().size()).noting(ModuleNotes.of(t, before));
            }
            Swap swap = before.at(step, facts.now(), counters, reason);
            t.modules().put(swap);
            Module module = t.modules().find(swap.kind()).orElseThrow();
            Module after = after(module, swap);
            if (!after.equals(module)) {
                t.modules().put(after);
            }
            return new Done(id, step.name(), swap.passed().size()).noting(ModuleNotes.of(t, swap));
        });
        return swap(id);
    }

    private static Module after(Module module, Swap swap) {
        return switch (swap.step()) {
            case APPROVED, CANDIDATE, DRAINED -> module;
            case SWITCHED -> module.running(swap.to());
            case DONE, ABORTED -> module.swapping(null);
            case ROLLED_BACK -> module.backFrom(swap.to(), swap.from()).swapping(null);
        };
    }

    @Override
    public Swap.Counters counters(String kind) {
        return meter.counters(kind);
    }

    @Override
    public Modules.Health health(String kind) {
        return meter.health(kind);
    }

    @Override
    public void countAnew(String kind, long generation) {
        meter.restart(kind, generation);
    }

    @Override
    public void cutOff(String kind, Text reason) {
        byThePlatform(UUID.randomUUID(), Act.CUT_OFF_MODULE, null, (t, facts) -> cutOff(t, facts.now(), kind, reason));
    }

    private Done cutOff(Transaction t, java.time.Instant at, String kind, Text reason) {
        Module module = t.modules().find(kind).orElseThrow();
        Optional.ofNullable(module.swap())
                .flatMap(t.modules()::swap)
                .ifPresent(s -> t.modules().put(s.at(Swap.Step.DONE, at, meter.counters(kind), reason)));
        t.modules().put(module.swapping(null).quarantined(new Module.Quarantine(reason, "platform", at)));
        return new Done(ModuleNotes.idOf(kind), "QUARANTINED", module.version() + 1)
                .noting(ModuleNotes.of(t, kind, module.active()) + ": " + reason.en());
    }

    @Override
    public void tell(String kind, Generation serves) {
        byThePlatform(
                UUID.randomUUID(),
                Act.TELL_OF_MODULE,
                null,
                (t, facts) -> new Done(ModuleNotes.idOf(kind), serves == null ? "GONE" : "SERVES", 1)
                        .noting(ModuleNotes.of(t, kind, serves)));
    }

    @Override
    public Recent recent(String kind) {
        return meter.recent(kind);
    }

    @Override
    public Map<String, String> taken() {
        return store.transact(t -> t.modules().taken().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> t.modules().taken(name).orElseThrow(), (a, b) -> b, TreeMap::new)));
    }

    @Override
    public void take(String name, String digest) {
        store.transact(t -> {
            t.modules().take(name, digest);
            return null;
        });
    }

    @Override
    public void letGo(String name) {
        store.transact(t -> {
            t.modules().letGo(name);
            return null;
        });
    }

    @Override
    public boolean isInstalled() {
        return store.transact(SwapSteps::isInstalled);
    }

    static boolean isInstalled(Transaction t) {
        return t.settings().get(INSTALLED).isPresent();
    }

    @Override
    public void installed() {
        store.transact(t -> {
            t.settings().put(INSTALLED, "true");
            return null;
        });
    }

    private void byThePlatform(UUID trace, Act act, UUID object, Gate.Change work) {
        gate.change(new Call(new Caller.Platform(), trace, "platform"), act, object, Gate.Asking.NOTHING, work);
    }
}
