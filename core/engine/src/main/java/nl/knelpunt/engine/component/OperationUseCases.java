package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.oversight.Operations;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.engine.port.LogVerifier;
import nl.knelpunt.engine.port.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class OperationUseCases implements Operations {

    private static final int MOST_BEFORE = 1_000;

    private static final Set<String> MODULES = EnumSet.range(Act.SEE_MODULES, Act.DISTRUST_SIGNER).stream()
            .map(Act::name)
            .collect(Collectors.toSet());

    private final Gate gate;
    private final Store store;
    private final Backups backups;
    private final LogVerifier log;
    private final PlatformClock clock;
    private final Terms terms;

    @Activate
    public OperationUseCases(
            @Reference Gate gate,
            @Reference Store store,
            @Reference Backups backups,
            @Reference LogVerifier log,
            @Reference PlatformClock clock,
            @Reference Terms terms) {
        this.gate = gate;
        this.store = store;
        this.backups = backups;
        this.log = log;
        this.clock = clock;
        this.terms = terms;
    }

    /** Walked after the act was permitted and logged, so that work goes on meanwhile; its own record is among those that are read. */
    @Override
    public Verification verifyLog(Call call) {
        gate.read(call, Act.VERIFY_LOG, null, (t, facts, judge) -> null);
        return log.verifyLog();
    }

    /** The copy is made after the act was permitted and logged, so that it holds the record of its own making. */
    @Override
    public Backups.Backup backUp(Call call) {
        gate.read(call, Act.BACK_UP, null, (t, facts, judge) -> null);
        return backups.make();
    }

    @Override
    public Backups.Contents contents(Call call) {
        gate.admit(call, Act.BACK_UP, null, NOTHING);
        return backups.contents();
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public boolean isDemo() {
        return clock.isDemo();
    }

    @Override
    public void beginDemoAt(Call call, Instant start) {
        requireDemo();
        Duration kept = store.transact(t -> {
            // Modules come before, and the platform looks around by itself: part of the installation, not of what
            // happens in it.
            if (!t.log().after(0, MOST_BEFORE).stream()
                    .allMatch(r -> MODULES.contains(r.act()) || r.actor().equals(Actor.PLATFORM.logName()))) {
                throw new InvalidException(
                        "start",
                        new Text("Er is al iets gebeurd in deze demo.", "Something was done in this demo already."));
            }
            return clock.keep(t, start);
        });
        clock.move(kept);
    }

    @Override
    public Instant moveClock(Call call, Instant to) {
        requireDemo();
        UUID id = Ids.next();
        Duration[] kept = {null};
        gate.change(call, Act.MOVE_CLOCK, null, NOTHING, (t, facts) -> {
            if (!to.isAfter(facts.now())) {
                throw new InvalidException(
                        "to", new Text("De demoklok kan alleen vooruit.", "The demo clock can be moved forward only."));
            }
            kept[0] = clock.keep(t, to);
            return new Done(id, "MOVED", 1);
        });
        if (kept[0] != null) {
            clock.move(kept[0]);
        }
        terms.end();
        return clock.now();
    }

    private void requireDemo() {
        if (!clock.isDemo()) {
            throw new InvalidException(
                    "to",
                    new Text(
                            "De klok kan alleen in een demo worden verzet.", "The clock can be moved in a demo only."));
        }
    }
}
