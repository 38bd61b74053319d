package nl.knelpunt.uwv;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("UWV");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("suwi-inkomsten-xml");
    }
}
