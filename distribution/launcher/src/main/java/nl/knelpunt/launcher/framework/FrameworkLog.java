package nl.knelpunt.launcher.framework;

import java.util.logging.Level;
import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Leads the framework's own messages into the log; by itself it prints them. */
final class FrameworkLog extends Logger {

    private static final java.util.logging.Logger LOG =
            java.util.logging.Logger.getLogger("org.apache.felix.framework");

    @Override
    protected void doLog(Bundle bundle, ServiceReference reference, int level, String message, Throwable thrown) {
        doLog(level, (bundle == null ? "" : bundle.getSymbolicName() + ": ") + message, thrown);
    }

    @Override
    protected void doLog(int level, String message, Throwable thrown) {
        LOG.log(
                switch (level) {
                    case LOG_ERROR -> Level.SEVERE;
                    case LOG_WARNING -> Level.WARNING;
                    case LOG_INFO -> Level.INFO;
                    default -> Level.FINE;
                },
                message,
                thrown);
    }
}
