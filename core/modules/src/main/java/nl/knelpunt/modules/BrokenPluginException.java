package nl.knelpunt.modules;

import java.util.List;
import nl.knelpunt.api.Text;

/** A jar that is no plugin that this platform can run, with every reason that was found, as sentences. */
final class BrokenPluginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    BrokenPluginException(List<String> reasons) {
        this(String.join("; ", reasons));
    }

    BrokenPluginException(String reason) {
        this(reason, reason);
    }

    BrokenPluginException(String nl, String en) {
        super(en);
        reason = new Text(nl, en);
    }

    Text reason() {
        return reason;
    }
}
