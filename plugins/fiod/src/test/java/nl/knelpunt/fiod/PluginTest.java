package nl.knelpunt.fiod;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("FIOD");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("goaml-5");
    }
}
