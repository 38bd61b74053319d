package nl.knelpunt.api.recognition;

import java.io.IOException;
import java.io.InputStream;
import nl.knelpunt.api.adapter.MessageException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads the list of a participant's own subjects, for recognition help. Registered as a Declarative Service; a plugin offers at
 * most one.
 *
 * <p>It is read anew for each question that a person of the participant asks about one signal, and hands over what identifies each
 * subject. It is told neither what is sought nor what was found, and nothing that it hands over is kept (Wgs 1.8(5)).
 *
 * <p>Called as an adapter is: by several threads at once, so without state, and only under a lease.
 */
@ConsumerType
public interface OwnSubjects {

    /**
     * @param list the bytes of the participant's own file, bounded in size by the platform; not to be closed or kept
     * @param subjects takes what was read
     * @throws MessageException the list can't be read: says where and why, without quoting it
     * @throws IOException passed on from {@code list}
     */
    void read(InputStream list, OwnSubjectSink subjects) throws MessageException, IOException;
}
