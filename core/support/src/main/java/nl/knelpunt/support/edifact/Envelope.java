package nl.knelpunt.support.edifact;

import java.io.IOException;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.support.internal.Reasons;

/** Whether the segments of an interchange stand as ISO 9735 has them: UNB, groups, messages and their counts, UNZ. */
final class Envelope {

    private enum State {
        BEFORE,
        INTERCHANGE,
        GROUP,
        MESSAGE,
        CLOSED
    }

    interface Elements {
        String value(int element) throws MessageException, IOException;
    }

    private State state = State.BEFORE;
    private boolean inGroup;
    private String interchange;
    private String group;
    private String message;
    private long segments;
    private long messages;
    private long messagesOfGroup;
    private long groups;

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** What is wrong with this segment at this place; null when nothing is. */
    Text follow(String segment, Elements of) throws MessageException, IOException {
        if (state == State.CLOSED || state == State.BEFORE != segment.equals("UNB")) {
            return Reasons.EDIFACT_ENVELOPE;
        }
        segments++;
        return switch (segment) {
            case "UNB" -> {
                interchange = of.value(5);
                yield to(State.INTERCHANGE, true);
            }
            case "UNG" -> {
                group = of.value(5);
                inGroup = true;
                messagesOfGroup = 0;
                groups++;
                yield to(State.GROUP, state == State.INTERCHANGE);
            }
            case "UNH" -> {
                message = of.value(1);
                segments = 1;
                messages++;
                messagesOfGroup++;
                yield to(State.MESSAGE, state == State.INTERCHANGE || state == State.GROUP);
            }
            case "UNT" -> {
                boolean right = state == State.MESSAGE && isCount(of.value(1), segments) && same(message, of.value(2));
                yield to(inGroup ? State.GROUP : State.INTERCHANGE, right);
            }
            case "UNE" -> {
                boolean right =
                        state == State.GROUP && isCount(of.value(1), messagesOfGroup) && same(group, of.value(2));
                inGroup = false;
                yield to(State.INTERCHANGE, right);
            }
            case "UNZ" -> {
                boolean right = state == State.INTERCHANGE
                        && isCount(of.value(1), groups > 0 ? groups : messages)
                        && same(interchange, of.value(2));
                yield to(State.CLOSED, right);
            }
            default -> to(state, state == State.MESSAGE);
        };
    }

    private Text to(State next, boolean right) {
        state = next;
        return right ? null : Reasons.EDIFACT_ENVELOPE;
    }

    private static boolean isCount(String text, long count) {
        return text != null && text.matches("\\d{1,10}") && Long.parseLong(text) == count;
    }

    private static boolean same(String opened, String closed) {
        return opened == null ? closed == null : opened.equals(closed);
    }
}
