package nl.knelpunt.province;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("PROVINCIE");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("toezicht-csv");
    }
}
