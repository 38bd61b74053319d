package nl.knelpunt.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.analysis.Analyses;
import nl.knelpunt.engine.analysis.BarrierModels;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Knelpunten;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.oversight.Operations;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.Plans;
import nl.knelpunt.engine.plan.TaskSheets;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.engine.port.Regions;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.engine.scan.Scans;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.Signals;
import nl.knelpunt.engine.steering.Meetings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Fills an empty demo once, in a thread of its own: accounts first, then eighteen months of story up to now. */
@Component(service = {})
public final class Seeder {

    /** Written last, so that a story that broke off is known by its absence. */
    private static final String SEEDED = "demo.seeded";

    private static final System.Logger LOG = System.getLogger(Seeder.class.getName());
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter DUTCH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.forLanguageTag("nl"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final int MONTHS = 18;
    private static final Duration PLUGINS_AT_MOST = Duration.ofSeconds(60);
    private static final long STOP_MILLIS = 10_000;

    private static final Text BROKEN_OFF = new Text(
            "Het vullen van deze demo is de vorige keer halverwege gestopt, of er is iets gedaan voordat het begon."
                    + " Stop de server, gooi de map met demogegevens weg en start opnieuw.",
            "The filling of this demo broke off the last time, or something was done before it began. Stop the server,"
                    + " throw the folder with demo data away and start again.");
    private static final Text FAILED = new Text(
            "Het vullen van de demo is mislukt; zie data/log. Stop de server, gooi de map met demogegevens weg en start"
                    + " opnieuw.",
            "Filling the demo failed; see data/log. Stop the server, throw the folder with demo data away and start"
                    + " again.");
    private static final Text NO_PLUGINS = new Text(
            "De demo heeft de modules van politie en gemeente nodig. Zet ze in de map plugins en start opnieuw.",
            "The demo needs the modules of police and municipality. Put them into the folder plugins and start again.");

    private final Path data;
    private final Progress progress;
    private final Store store;
    private final Accounts accounts;
    private final Operations operations;
    private final Regions regions;
    private final Router router;
    private final UseCases useCases;
    private final Thread thread = new Thread(this::run, "knelpunt-demo");
    private volatile boolean stopped;

    @Activate
    public Seeder(
            BundleContext context,
            @Reference Progress progress,
            @Reference Store store,
            @Reference Accounts accounts,
            @Reference Operations operations,
            @Reference Regions regions,
            @Reference Router router,
            @Reference Messages messages,
            @Reference Signals signals,
            @Reference Knelpunten knelpunten,
            @Reference Data dossierData,
            @Reference Plans plans,
            @Reference Capacities capacities,
            @Reference TaskSheets taskSheets,
            @Reference Meetings meetings,
            @Reference Provisions provisions,
            @Reference Scans scans,
            @Reference RightsRequests rightsRequests,
            @Reference Analyses analyses,
            @Reference BarrierModels barrierModels) {
        this.data = Path.of(context.getProperty("knelpunt.data"));
        this.progress = progress;
        this.store = store;
        this.accounts = accounts;
        this.operations = operations;
        this.regions = regions;
        this.router = router;
        this.useCases = new UseCases(
                messages,
                signals,
                knelpunten,
                dossierData,
                plans,
                capacities,
                taskSheets,
                meetings,
                provisions,
                scans,
                rightsRequests,
                analyses,
                barrierModels);
        thread.setDaemon(true);
        thread.start();
    }

    /** Between two scenes; what is not told by then is never told. */
    @Deactivate
    public void stop() throws InterruptedException {
        stopped = true;
        thread.join(STOP_MILLIS);
    }

    private void run() {
        try {
            if (store.transact(t -> t.settings().get(SEEDED)).isEmpty()) {
                fill();
            }
            progress.complete();
        } catch (Stopped e) {
            LOG.log(System.Logger.Level.INFO, "The server stops while the demo is being filled");
        } catch (Unfit e) {
            progress.failed(e.reason);
        } catch (UnavailableException e) {
            progress.failed(e.reason());
        } catch (RuntimeException | Error e) {
            // Whatever it was, health must say that nothing more is to be waited for.
            if (!stopped) {
                LOG.log(System.Logger.Level.ERROR, "The demo could not be filled", e);
            }
            progress.failed(FAILED);
        }
    }

    private void fill() {
        Region region = regions.current();
        Cast cast = new Cast(region);
        cast.missing().ifPresent(participant -> {
            throw new Unfit(new Text(
                    "De demo speelt in de regio van de meegeleverde conf/region.json; daarin ontbreekt " + participant
                            + ".",
                    "The demo plays in the region of the conf/region.json that came along; it lacks " + participant
                            + "."));
        });
        awaitPlugins();
        Instant now = Instant.now();
        beginAt(now.atZone(NETHERLANDS)
                .minusMonths(MONTHS)
                .with(LocalTime.of(8, 0))
                .toInstant());
        progress.working("De demo krijgt zijn accounts.", "The demo gets its accounts.");
        cast.appoint(accounts, Password.in(data));
        Chronicle chronicle = new Chronicle(now.atZone(NETHERLANDS).toLocalDate());
        Stage stage = new Stage(chronicle, cast, useCases);
        SeaPort.tell(stage);
        Airport.tell(stage);
        BusinessParks.tell(stage);
        Everyday.tell(stage);
        Bureau.tell(stage);
        Caller admin = new Caller.Person(cast.account(Cast.ADMIN));
        chronicle.play(moment -> operations.moveClock(call(admin), moment), day -> {
            if (stopped) {
                throw new Stopped();
            }
            progress.working("De demo vertelt zijn verhaal: " + day + ".", "The demo tells its story: " + day + ".");
        });
        operations.moveClock(call(admin), Instant.now());
        store.transact(t -> {
            t.settings().put(SEEDED, now.toString());
            return null;
        });
        LOG.log(
                System.Logger.Level.INFO,
                "The demo was filled in {0} ms",
                Duration.between(now, Instant.now()).toMillis());
    }

    private void beginAt(Instant start) {
        try {
            operations.beginDemoAt(call(new Caller.Maintenance()), start);
        } catch (InvalidException e) {
            throw new Unfit(BROKEN_OFF);
        }
    }

    private void awaitPlugins() {
        progress.working("De demo wacht op de modules.", "The demo waits for the modules.");
        long until = System.nanoTime() + PLUGINS_AT_MOST.toNanos();
        while (!router.activeKinds().containsAll(Set.of("police", "municipality"))) {
            if (stopped) {
                throw new Stopped();
            }
            if (System.nanoTime() > until) {
                throw new Unfit(NO_PLUGINS);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new Stopped();
            }
        }
    }

    static Call call(Caller caller) {
        return new Call(caller, UUID.randomUUID(), "demo");
    }

    /** What people do. */
    record UseCases(
            Messages messages,
            Signals signals,
            Knelpunten knelpunten,
            Data data,
            Plans plans,
            Capacities capacities,
            TaskSheets taskSheets,
            Meetings meetings,
            Provisions provisions,
            Scans scans,
            RightsRequests rightsRequests,
            Analyses analyses,
            BarrierModels barrierModels) {}

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        Unfit(Text reason) {
            super(reason.en());
            this.reason = reason;
        }
    }
}
