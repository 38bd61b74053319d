package nl.knelpunt.engine.port;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Small facts of the installation itself, such as the offset of the demo clock. */
@ProviderType
public interface SettingRepository {

    Optional<String> get(String name);

    void put(String name, String value);
}
