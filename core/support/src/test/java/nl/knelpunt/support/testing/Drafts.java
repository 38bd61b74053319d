package nl.knelpunt.support.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;

/** What comes out of an adapter, for tests to look through. */
public final class Drafts {

    public static final String MARK = "MERKTEKEN";

    private Drafts() {}

    public static List<SignalDraft> of(SignalAdapter adapter, byte[] message) throws MessageException, IOException {
        List<SignalDraft> drafts = new ArrayList<>();
        adapter.read(new ByteArrayInputStream(message), drafts::add);
        return drafts;
    }

    public static List<SignalDraft> of(SignalAdapter adapter, String message) throws MessageException, IOException {
        return of(adapter, message.getBytes(StandardCharsets.UTF_8));
    }

    /** Of each subject its values, as {@code field=content}. */
    public static List<String> subjects(SignalDraft draft) {
        return draft.subjects().stream()
                .map(subject -> subject.kind() + ": "
                        + subject.data().stream()
                                .map(v -> v.category() + " " + v.field() + "=" + v.content())
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    /** Every value inside, since toString keeps them to itself. */
    public static String content(Object value) {
        if (value instanceof Record) {
            StringBuilder all = new StringBuilder();
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    all.append(content(component.getAccessor().invoke(value)));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
            return all.toString();
        }
        if (value instanceof Iterable<?> items) {
            StringBuilder all = new StringBuilder();
            items.forEach(item -> all.append(content(item)));
            return all.toString();
        }
        return value + "\n";
    }

    /**
     * Puts a mark in the place of each value in turn, and says of which it comes out: the allow-list as it works, not as it was meant.
     *
     * @param value its first group is the name, its second the value
     */
    public static Set<String> through(SignalAdapter adapter, String message, Pattern value) throws IOException {
        Set<String> through = new TreeSet<>();
        Matcher found = value.matcher(message);
        while (found.find()) {
            String marked = message.substring(0, found.start(2)) + MARK + message.substring(found.end(2));
            try {
                if (content(of(adapter, marked)).contains(MARK)) {
                    through.add(found.group(1));
                }
            } catch (MessageException e) {
                if ((e.getMessage() + e.where() + e.reason()).contains(MARK)) {
                    throw new AssertionError("An error quotes " + found.group(1));
                }
            }
        }
        return through;
    }
}
