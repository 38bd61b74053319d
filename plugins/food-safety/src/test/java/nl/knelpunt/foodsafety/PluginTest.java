package nl.knelpunt.foodsafety;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("NVWA");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("inspecties-csv");
    }
}
