package nl.knelpunt.engine.scan;

import java.io.IOException;
import java.util.List;

/** A table that is read once, from its heading to its end. */
public interface Table {

    /** Where the table comes from, to be opened when it is known what stands between its columns. */
    interface Source {

        /** @throws UnfitTableException it is no text */
        Table open(char separator) throws IOException;
    }

    /**
     * The cells of the next row; null at the end.
     *
     * @throws UnfitTableException it can't be read further
     */
    List<String> next() throws IOException;

    /** Number of the line on which the row began that was read last, from 1. */
    long line();
}
