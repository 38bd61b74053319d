package nl.knelpunt.engine.gate;

import java.util.List;
import java.util.UUID;

/**
 * A part of a list.
 *
 * @param items in order
 * @param next where the next page begins (to be given as {@code after}), null at the end
 */
public record Page<T>(List<T> items, UUID next) {

    /** Items asked for at once. */
    public static final int MOST = 100;

    public Page {
        items = List.copyOf(items);
    }
}
