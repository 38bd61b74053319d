package nl.knelpunt.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Short lists of codes in one column, with a space between them. */
final class Words {

    private Words() {}

    static String text(Collection<?> codes) {
        for (Object code : codes) {
            String word = code.toString();
            if (word.isEmpty() || word.indexOf(' ') >= 0) {
                throw new IllegalArgumentException("A code has no spaces and is not empty");
            }
        }
        return codes.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    static String text(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    static <E extends Enum<E>> Set<E> constants(Class<E> type, String text) {
        Set<E> all = EnumSet.noneOf(type);
        for (String word : list(text)) {
            all.add(Enum.valueOf(type, word));
        }
        return all;
    }
}
