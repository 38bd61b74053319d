package nl.knelpunt.engine.scan;

import java.util.List;
import nl.knelpunt.api.Text;

/** A table that is refused, with everything that is wrong and where. Quotes nothing of it. */
public final class UnfitTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Faults that are told at once. */
    public static final int MOST = 50;

    private final transient List<Fault> faults;

    /**
     * @param line from 1; 0 for the table as a whole
     * @param column from 1; 0 for the line as a whole
     */
    public record Fault(long line, int column, Text reason) {}

    public UnfitTableException(List<Fault> faults) {
        super("The table is refused for " + faults.size() + " reasons");
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
