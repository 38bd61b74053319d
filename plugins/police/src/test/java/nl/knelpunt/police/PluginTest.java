package nl.knelpunt.police;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("POLITIE");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("nibrs-xml", "bestuurlijke-rapportage-json");
    }
}
