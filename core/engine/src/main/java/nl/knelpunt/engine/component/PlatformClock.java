package nl.knelpunt.engine.component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The real time, in a demo shifted by an offset that is kept in the store. */
@Component(service = {DomainClock.class, PlatformClock.class})
public final class PlatformClock implements DomainClock {

    private static final String OFFSET = "demo.clock.offset";

    private final boolean demo;
    private final Clock real;
    private volatile Duration offset;

    @Activate
    public PlatformClock(BundleContext context, @Reference Store store) {
        this("true".equals(context.getProperty("knelpunt.demo")), Clock.systemUTC(), store);
    }

    PlatformClock(boolean demo, Clock real, Store store) {
        this.demo = demo;
        this.real = real;
        this.offset = demo
                ? store.transact(
                        t -> t.settings().get(OFFSET).map(Duration::parse).orElse(Duration.ZERO))
                : Duration.ZERO;
    }

    @Override
    public Instant now() {
        return real.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    boolean isDemo() {
        return demo;
    }

    /** Keeps the offset in the transaction of the act that sets it; it counts from {@link #move}, once that is durable. */
    Duration keep(Transaction transaction, Instant to) {
        Duration kept = Duration.between(real.instant(), to);
        transaction.settings().put(OFFSET, kept.toString());
        return kept;
    }

    void move(Duration kept) {
        offset = kept;
    }
}
