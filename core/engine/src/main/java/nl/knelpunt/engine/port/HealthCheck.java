package nl.knelpunt.engine.port;

import java.util.Optional;
import nl.knelpunt.api.Text;
import org.osgi.annotation.versioning.ConsumerType;

/** Something that must be well for the platform to work. Registered as a service; asked often, so answered at once. */
@ConsumerType
public interface HealthCheck {

    /** Short name, lower case, such as {@code store}. {@code starting} means: not yet, wait. */
    String name();

    /** What is wrong and what to do; empty when all is well. No personal data. */
    Optional<Text> problem();

    /** What somebody should look at although the platform works; empty when there is nothing. No personal data. */
    default Optional<Text> concern() {
        return Optional.empty();
    }
}
