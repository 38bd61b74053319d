package nl.knelpunt.engine.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.knelpunt.engine.steering.Paper;
import org.osgi.annotation.versioning.ProviderType;

/** Papers from outside, with their bytes. */
@ProviderType
public interface PaperRepository {

    Optional<Paper> find(UUID id);

    /** Empty when there is no such paper, or its bytes were destroyed. */
    Optional<byte[]> content(UUID id);

    void insert(Paper paper, byte[] content);

    /** Of one knelpunt, also those whose bytes are gone. */
    List<Paper> ofKnelpunt(UUID knelpunt, UUID after, int limit);

    /** Papers that still have their bytes after their last day. */
    List<Paper> past(LocalDate day, int limit);

    void destroyContent(UUID id);
}
