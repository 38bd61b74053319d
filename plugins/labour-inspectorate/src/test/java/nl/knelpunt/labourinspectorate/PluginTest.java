package nl.knelpunt.labourinspectorate;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("NLA");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("inspecties-csv");
    }
}
