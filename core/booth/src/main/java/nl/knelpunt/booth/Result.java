package nl.knelpunt.booth;

import java.util.List;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalDraft;

/**
 * What came of one call.
 *
 * @param drafts in the order of the message; empty unless {@link End#READ}
 * @param unreadable what the adapter or its limits say of the message; null unless {@link End#UNREADABLE}. Written by the
 *     adapter, so of any length and content
 * @param failure class of what was thrown, plain letters; null unless something was. Never its text, which may quote the message
 * @param allocated bytes in the course of the call, known only when {@link End#OUT_OF_MEMORY}, otherwise 0
 */
public record Result(End end, List<SignalDraft> drafts, MessageException unreadable, String failure, long allocated) {

    public enum End {
        /** The adapter returned normally and all that it handed over is here. */
        READ,
        /** The message is wrong, or holds too much. */
        UNREADABLE,
        /** The adapter threw something that it may not throw, or handed over something that is no draft. */
        FAILED,
        OUT_OF_MEMORY,
        /** The adapter worked longer than it may and was cut off; its thread may go on for ever. */
        STUCK
    }

    public Result {
        drafts = List.copyOf(drafts);
    }

    /** Without content. */
    @Override
    public String toString() {
        return end + (failure == null ? "" : " " + failure);
    }
}
