package nl.knelpunt.engine.module;

import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.plugin.Plugin;
import org.osgi.annotation.versioning.ProviderType;

/** The core of what every plugin must do, tried on one that takes no calls yet. Bounded in time and memory. */
@ProviderType
public interface SelfTest {

    /**
     * Lets each of its adapters read nothing, and what is no message: it must say where it is wrong, in both languages, or find
     * no signal in it.
     *
     * @return what it did wrong, each a sentence of its own; empty when nothing
     */
    List<Text> of(Plugin plugin);
}
