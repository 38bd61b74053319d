package nl.knelpunt.modules;

import java.util.List;

/** A jar that is no plugin that this platform can run, with every reason that was found, as sentences. */
final class BrokenPluginException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenPluginException(List<String> reasons) {
        super(String.join("; ", reasons));
    }

    BrokenPluginException(String reason) {
        super(reason);
    }
}
