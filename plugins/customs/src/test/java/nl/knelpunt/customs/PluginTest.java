package nl.knelpunt.customs;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("DOUANE");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("wco-dms", "baplie");
    }
}
