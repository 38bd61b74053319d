package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.knelpunt.engine.gate.Page;

/**
 * Pages of what may be seen. Where the next one begins is always something that was shown, and a page is only short at the end:
 * otherwise paging tells that there is more, and its id when it was made.
 */
final class Pages {

    private Pages() {}

    /** Part of a list in order of id; as the stores give it. */
    interface Look<F> {

        List<F> after(UUID id, int limit);
    }

    /** @param show empty for what may not be seen */
    static <F, S> Page<S> fill(
            UUID after, int limit, Look<F> look, Function<F, UUID> id, Function<F, Optional<S>> show) {
        List<S> items = new ArrayList<>();
        UUID from = after;
        while (true) {
            List<F> found = look.after(from, limit);
            for (F one : found) {
                from = id.apply(one);
                Optional<S> shown = show.apply(one);
                shown.ifPresent(items::add);
                if (items.size() == limit) {
                    return new Page<>(items, from);
                }
            }
            if (found.size() < limit) {
                return new Page<>(items, null);
            }
        }
    }
}
