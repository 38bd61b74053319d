package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.rights.RightsRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes away what ties a request to a person, some time after it was decided: that is needed no longer (AVG 5(1)(e)). */
@Component(service = TimedWork.class)
public final class RequestForgetting implements TimedWork {

    private static final int AT_ONCE = 100;

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;

    @Activate
    public RequestForgetting(@Reference Gate gate, @Reference Store store, @Reference DomainClock clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void doDue() {
        LocalDate today = Facts.day(clock.now());
        List<UUID> due;
        long forgotten;
        do {
            due = store.transact(t -> t.rightsRequests().toBeForgotten(today, AT_ONCE).stream()
                    .map(RightsRequest::id)
                    .toList());
            forgotten = due.stream().filter(this::forget).count();
        } while (due.size() == AT_ONCE && forgotten > 0);
    }

    private boolean forget(UUID request) {
        return ByThePlatform.does(gate, Act.FORGET_REQUEST, request, Gate.Asking.NOTHING, (t, facts) -> {
            RightsRequest forgotten = facts.papers().request().forget();
            t.rightsRequests().update(forgotten);
            return new Done(request, forgotten.state().name(), forgotten.version() + 1);
        });
    }
}
