package nl.knelpunt.engine.component;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Caller;
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
    public Swap step(UUID id, Swap.Step step, Swap.Counters counters, String reason) {
        byThePlatform(id, Act.STEP_SWAP, id, (t, facts) -> {
            Swap before = t.modules().swap(id).orElseThrow();
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
    public void countAnew(String kind) {
        meter.restart(kind);
    }

    @Override
    public void cutOff(String kind, String reason) {
        byThePlatform(UUID.randomUUID(), Act.CUT_OFF_MODULE, null, (t, facts) -> cutOff(t, facts.now(), kind, reason));
    }

    private static Done cutOff(Transaction t, java.time.Instant at, String kind, String reason) {
        Module module = t.modules().find(kind).orElseThrow();
        t.modules().put(module.quarantined(new Module.Quarantine(reason, "platform", at)));
        return new Done(ModuleNotes.idOf(kind), "QUARANTINED", module.version() + 1)
                .noting(ModuleNotes.of(t, kind, module.active()) + ": " + reason);
    }

    private void byThePlatform(UUID trace, Act act, UUID object, Gate.Change work) {
        gate.change(new Call(new Caller.Platform(), trace, "platform"), act, object, Gate.Asking.NOTHING, work);
    }
}
