package nl.knelpunt.marechaussee;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("KMAR");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("paxlst");
    }
}
