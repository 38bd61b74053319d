package nl.knelpunt.api.adapter;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An adapter of tables, whose columns differ from source to source. Which column is what stands in a mapping. The plugin brings
 * one; an administrator may put another in its place, as a file of the installation, and a call then gets that one.
 */
@ConsumerType
public interface MappedAdapter extends SignalAdapter {

    /**
     * As {@link #read(InputStream, DraftSink)}, by the administrator's mapping instead of the plugin's own.
     *
     * @param mapping JSON as {@code docs/integrator/mapping.md} describes it
     * @throws MessageException the message or the mapping can't be read; for the mapping, its place begins with
     *     {@value #MAPPING}
     */
    void read(InputStream message, InputStream mapping, DraftSink drafts) throws MessageException, IOException;

    /** With this word begins the place of an error in the mapping. */
    String MAPPING = "mapping";
}
