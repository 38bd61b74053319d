package nl.knelpunt.modules;

import java.util.List;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;

/** A jar that is no plugin that this platform can run, with every reason that was found, as sentences without their full stops. */
final class BrokenPluginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** @param reasons at least one */
    BrokenPluginException(List<Text> reasons) {
        this(
                reasons.stream().map(Text::nl).collect(Collectors.joining("; ")),
                reasons.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    BrokenPluginException(String nl, String en) {
        super(en);
        reason = new Text(nl, en);
    }

    static BrokenPluginException notSound(Exception e) {
        return new BrokenPluginException(
                "het is geen gave jar; " + saidBy(e), "it is not a sound jar file: " + e.getMessage());
    }

    /** What Java or the framework said, which is in English, as a quotation in a Dutch sentence. */
    static String saidBy(Throwable e) {
        String said = e instanceof RuntimeException || e instanceof Error || e.getMessage() == null
                ? e.toString()
                : e.getMessage();
        return "Java zegt \"" + said.replace('"', '\'') + "\"";
    }

    Text reason() {
        return reason;
    }
}
