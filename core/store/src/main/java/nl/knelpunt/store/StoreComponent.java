package nl.knelpunt.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.engine.port.Keys;
import nl.knelpunt.engine.port.LogVerifier;
import nl.knelpunt.engine.port.Store;
import nl.knelpunt.engine.port.Traces;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The store in the data folder. The database opens on the writer's thread while the rest of the platform starts; who comes
 * earlier waits. A folder that can't be used now is no reason not to start: health says so, and every call tries again.
 */
@Component(
        immediate = true,
        service = {Store.class, Keys.class, Backups.class, Traces.class, LogVerifier.class, HealthCheck.class})
public final class StoreComponent implements Store, Keys, Backups, Traces, LogVerifier, HealthCheck {

    static final String DATA = "knelpunt.data";

    private final Keyring keyring;
    private final Writer writer;
    private final BackupMaker backups;
    private final LogCheck log;

    @Activate
    public StoreComponent(BundleContext context) {
        this(data(context), () -> NativeLibrary.prepare(context));
    }

    private StoreComponent(Path data, Runnable beforeOpening) {
        this(data, new Database(data.resolve("knelpunt.db")), Clock.systemUTC(), beforeOpening);
    }

    StoreComponent(Path data, Database database, Clock clock) {
        this(data, database, clock, () -> {});
    }

    private StoreComponent(Path data, Database database, Clock clock, Runnable beforeOpening) {
        Path keys = data.resolve("keys");
        keyring = new Keyring(keys);
        writer = new Writer(database, keyring, beforeOpening);
        backups = new BackupMaker(database, keys, data.resolve("backup"), clock);
        log = new LogCheck(database, keyring, writer);
        writer.start();
    }

    private static Path data(BundleContext context) {
        String data = context.getProperty(DATA);
        if (data == null) {
            throw new IllegalStateException("The framework property " + DATA + " names no data folder");
        }
        return Path.of(data).toAbsolutePath();
    }

    @Deactivate
    public void stop() {
        writer.stop();
    }

    /** Works that were handed in and not begun. */
    int waiting() {
        return writer.waiting();
    }

    @Override
    public <R> R transact(Function<Transaction, R> work) {
        return writer.transact(work);
    }

    @Override
    public byte[] keyed(String purpose, byte[] data) {
        writer.awaitOpen();
        return keyring.keyed(purpose, data);
    }

    @Override
    public Backup make() {
        writer.awaitOpen();
        return backups.make();
    }

    @Override
    public Contents contents() {
        writer.awaitOpen();
        return backups.contents();
    }

    @Override
    public int removeOlderThan(Duration age) {
        return backups.removeOlderThan(age);
    }

    @Override
    public void remove() {
        writer.removeTraces();
    }

    @Override
    public Verification verifyLog() {
        return log.verify();
    }

    /** {@inheritDoc} Opening may take a while, and is no fault. */
    @Override
    public String name() {
        return writer.isOpening() ? "starting" : "store";
    }

    @Override
    public Optional<Text> problem() {
        return writer.problem();
    }
}
