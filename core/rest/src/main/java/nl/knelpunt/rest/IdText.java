package nl.knelpunt.rest;

import java.util.UUID;

final class IdText {

    private static final int LENGTH = 36;

    private IdText() {}

    /** Null when it is not an id in its one usual form. */
    static UUID parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** An id that can't be one stands for nothing, as any unknown id does: the engine then answers both alike. */
    static UUID orUnknown(String text) {
        UUID id = parse(text);
        return id == null ? UUID.randomUUID() : id;
    }
}
