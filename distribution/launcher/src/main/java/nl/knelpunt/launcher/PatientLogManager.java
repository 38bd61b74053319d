package nl.knelpunt.launcher;

import java.util.logging.LogManager;

/** Keeps the log open while the server stops: the standard one closes every handler as soon as a shutdown begins. */
public final class PatientLogManager extends LogManager {

    @Override
    public void reset() {
        // The server closes its own log, as the last thing.
    }
}
