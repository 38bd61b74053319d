package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.time.LocalDate;
import java.util.List;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.steering.Paper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Destroys the bytes of papers after their last day (Wgs 1.8(7)). What is known of the paper stays: its digest, and which
 * decision rests on it.
 */
@Component
public final class PaperTerms implements TimedWork {

    private static final int AT_ONCE = 20;

    private final Gate gate;
    private final Store store;
    private final DomainClock clock;

    @Activate
    public PaperTerms(@Reference Gate gate, @Reference Store store, @Reference DomainClock clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void doDue() {
        LocalDate today = Facts.day(clock.now());
        List<Paper> past;
        long destroyed;
        do {
            past = store.transact(t -> t.papers().past(today, AT_ONCE));
            destroyed = past.stream().filter(this::destroy).count();
        } while (past.size() == AT_ONCE && destroyed > 0);
    }

    private boolean destroy(Paper paper) {
        return ByThePlatform.does(gate, Act.EXPIRE_PAPER, paper.knelpunt(), NOTHING, (t, facts) -> {
            t.papers().destroyContent(paper.id());
            return new Done(paper.id(), Done.DESTROYED, 1);
        });
    }
}
