package nl.knelpunt.hostile;

import java.io.InputStream;
import nl.knelpunt.api.adapter.DraftSink;

/** One way that a plugin tries. */
interface Attempt {

    /**
     * @param told what the test tells it, such as a folder or a port
     * @return what it got; null when it got nothing
     * @throws Throwable it was stopped
     */
    String make(String told, InputStream message, DraftSink drafts) throws Throwable;
}
