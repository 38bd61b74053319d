package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** How often recognition help was asked on a day, so that nobody asks it too often. About which signal is not kept. */
@ProviderType
public interface HelpRepository {

    int byPerson(LocalDate day, UUID account);

    int byParticipant(LocalDate day, String participant);

    /** Counts one more, and forgets the days before. */
    void count(LocalDate day, String participant, UUID account);
}
