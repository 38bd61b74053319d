package nl.knelpunt.immigration;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("IND");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("controlebezoeken-csv");
    }
}
