package nl.knelpunt.engine.component;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.knelpunt.engine.module.Generation;
import nl.knelpunt.engine.module.Swap;
import nl.knelpunt.engine.port.Transaction;

/** What the log says of an act on a plugin: which jar came in the place of which, by whose leave, and what became of the calls. */
final class ModuleNotes {

    private ModuleNotes() {}

    /** Stands for a kind where the log wants an id. */
    static UUID idOf(String kind) {
        return UUID.nameUUIDFromBytes(("module " + kind).getBytes(StandardCharsets.UTF_8));
    }

    static String of(Transaction t, String kind, Generation generation) {
        return kind + " " + of(t, generation);
    }

    static String of(Transaction t, Swap swap) {
        StringBuilder note = new StringBuilder(swap.kind())
                .append(": ")
                .append(of(t, swap.from()))
                .append(" to ")
                .append(of(t, swap.to()))
                .append(", plan ")
                .append(swap.plan())
                .append(", by ")
                .append(swap.by());
        if (!swap.approvers().isEmpty()) {
            note.append(", approved by ").append(String.join(" and ", swap.approvers()));
        }
        if (swap.counters() != null) {
            note.append(", accepted ")
                    .append(swap.counters().accepted())
                    .append(" = delivered ")
                    .append(swap.counters().delivered())
                    .append(" + refused ")
                    .append(swap.counters().refused())
                    .append(" + waiting ")
                    .append(swap.counters().waiting());
        }
        if (swap.reason() != null) {
            note.append(", because ").append(swap.reason().en());
        }
        return note.toString();
    }

    private static String of(Transaction t, Generation generation) {
        if (generation == null) {
            return "nothing";
        }
        return t.modules()
                        .staged(generation.digest())
                        .map(m -> m.id() + " " + m.version() + " ")
                        .orElse("")
                + generation.digest();
    }
}
