package nl.knelpunt.municipality;

import java.util.Set;
import nl.knelpunt.support.testing.PluginContract;

class PluginTest extends PluginContract {

    @Override
    protected Set<String> organs() {
        return Set.of("BURGEMEESTER", "COLLEGE");
    }

    @Override
    protected Set<String> formats() {
        return Set.of("signalen-json", "stuf-zkn-xml", "zgw-zaak-json");
    }
}
