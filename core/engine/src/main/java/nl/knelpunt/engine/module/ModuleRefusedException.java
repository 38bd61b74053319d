package nl.knelpunt.engine.module;

import java.util.List;
import nl.knelpunt.api.Text;

/** A plugin or what is to be done with it can't be. */
public final class ModuleRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Text> reasons;

    /** @param reasons each a sentence of its own, at least one */
    public ModuleRefusedException(List<Text> reasons) {
        super(String.join("; ", reasons.stream().map(Text::en).toList()));
        this.reasons = List.copyOf(reasons);
    }

    public List<Text> reasons() {
        return reasons;
    }
}
