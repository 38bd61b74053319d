package nl.knelpunt.prosecution;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("OM");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("rechtspraak-ecli");
    }
}
