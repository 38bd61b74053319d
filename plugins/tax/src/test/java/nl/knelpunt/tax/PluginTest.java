package nl.knelpunt.tax;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("BELASTINGDIENST");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("xaf-3.2");
    }
}
