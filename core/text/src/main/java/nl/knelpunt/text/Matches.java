package nl.knelpunt.text;

import java.util.Arrays;
import java.util.BitSet;

/** Where entries of the word lists stand in one text, in words. */
final class Matches {

    /** Of each word, pairs of a list and the word after the entry that begins here. */
    private final int[][] entries;

    private final BitSet[] starts;

    Matches(int words, int lists) {
        entries = new int[words][];
        starts = new BitSet[lists];
    }

    void add(int list, int start, int end) {
        int[] here = entries[start];
        int length = here == null ? 0 : here.length;
        here = here == null ? new int[2] : Arrays.copyOf(here, length + 2);
        here[length] = list;
        here[length + 1] = end;
        entries[start] = here;
        if (starts[list] == null) {
            starts[list] = new BitSet(entries.length);
        }
        starts[list].set(start);
    }

    /** The words at which an entry of one of these lists begins. */
    BitSet starts(int[] lists) {
        BitSet all = new BitSet(entries.length);
        for (int list : lists) {
            if (starts[list] != null) {
                all.or(starts[list]);
            }
        }
        return all;
    }

    boolean starts(int list, int word) {
        return starts[list] != null && starts[list].get(word);
    }

    /** The word after the longest entry of these lists that begins at this one and ends before {@code limit}, or -1. */
    int end(int[] lists, int word, int limit) {
        int longest = -1;
        for (int i = 0; entries[word] != null && i < entries[word].length; i += 2) {
            int end = entries[word][i + 1];
            if (end > longest && end < limit && contains(lists, entries[word][i])) {
                longest = end;
            }
        }
        return longest;
    }

    private static boolean contains(int[] lists, int list) {
        for (int one : lists) {
            if (one == list) {
                return true;
            }
        }
        return false;
    }
}
