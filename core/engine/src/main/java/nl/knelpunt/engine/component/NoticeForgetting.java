package nl.knelpunt.engine.component;

import java.time.Duration;
import java.time.Instant;
import nl.knelpunt.engine.port.DomainClock;
import nl.knelpunt.engine.port.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Forgets notices of corrections that somebody took note of, and in the end also the others: they hold references only. */
@Component(service = TimedWork.class, configurationPid = NoticeForgetting.PID)
@Designate(ocd = NoticeForgetting.Settings.class)
public final class NoticeForgetting implements TimedWork {

    static final String PID = "nl.knelpunt.engine.notices";

    @ObjectClassDefinition(name = "Notices of corrections")
    @interface Settings {

        @AttributeDefinition(description = "Days that a notice is kept of which somebody took note", min = "1")
        int days() default 90;

        @AttributeDefinition(description = "Days that a notice is kept of which nobody took note", min = "1")
        int openDays() default 1826;
    }

    private record Kept(Duration noted, Duration open) {

        static Kept of(int days, int openDays) {
            return new Kept(Duration.ofDays(Math.max(1, days)), Duration.ofDays(Math.max(1, openDays)));
        }
    }

    private final Store store;
    private final DomainClock clock;
    private volatile Kept kept;

    @Activate
    public NoticeForgetting(Settings settings, @Reference Store store, @Reference DomainClock clock) {
        this(settings.days(), settings.openDays(), store, clock);
    }

    NoticeForgetting(int days, int openDays, Store store, DomainClock clock) {
        this.kept = Kept.of(days, openDays);
        this.store = store;
        this.clock = clock;
    }

    @Modified
    void change(Settings settings) {
        kept = Kept.of(settings.days(), settings.openDays());
    }

    @Override
    public void doDue() {
        Instant now = clock.now();
        Kept times = kept;
        store.transact(t -> {
            t.notices().forgetBefore(true, now.minus(times.noted));
            t.notices().forgetBefore(false, now.minus(times.open));
            return null;
        });
    }
}
