package nl.knelpunt.engine.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Characters that nobody sees, but that change what is seen: they turn letters around or hide between them. With one of them a
 * title looks like another title in a list, and a text reads otherwise than it is looked through. Letters, accents, digits and
 * signs of all scripts are seen.
 */
public final class Invisible {

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int EMOJI_FOLLOWS = 0xFE0F;

    /** In which no letter is joined to the next, so that a joiner only hides. */
    private static final Set<UnicodeScript> UNJOINED =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.COMMON);

    private Invisible() {}

    /**
     * Of what stands on one line among others: a title, a name, a reference.
     *
     * @param line may be null
     * @return place of the first one, from 0; -1 where there is none
     */
    public static int inLine(String line) {
        return first(line, at -> {
            int point = line.codePointAt(at);
            return turns(point) || hides(point) || joins(point) && !isJoined(line, at);
        });
    }

    /**
     * Of a text in paragraphs of its own: what only says in which direction words run, or where they may break, can't reach outside
     * it, and comes along with what people paste. What writes letters backwards, or writes in letters that have no shape, is for
     * nothing but hiding.
     *
     * @param text may be null
     * @return place of the first one, from 0; -1 where there is none
     */
    public static int inText(String text) {
        return first(text, at -> {
            int point = text.codePointAt(at);
            return point == 0x202D || point == 0x202E || isTag(point);
        });
    }

    /** As Unicode numbers the one at this place: {@code U+202E}. */
    public static String name(String text, int at) {
        return String.format("U+%04X", text.codePointAt(at));
    }

    private static int first(String text, IntPredicate isOne) {
        int length = text == null ? 0 : text.length();
        for (int at = 0; at < length; at += Character.charCount(text.codePointAt(at))) {
            if (isOne.test(at)) {
                return at;
            }
        }
        return -1;
    }

    /** The marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9). */
    private static boolean turns(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || point >= 0x202A && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069;
    }

    /** Spaces of no width, hyphens and fillers that aren't written, notes between lines, and what is no character for people. */
    private static boolean hides(int point) {
        return switch (point) {
            case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x3164, 0xFEFF, 0xFFA0 -> true;
            case '\t', '\n', '\r' -> false;
            default ->
                Character.isISOControl(point)
                        || point >= 0x2060 && point <= 0x2064
                        || point >= 0x206A && point <= 0x206F
                        || point >= 0xFFF9 && point <= 0xFFFB
                        || isTag(point);
        };
    }

    private static boolean isTag(int point) {
        return point >= 0xE0000 && point <= 0xE007F;
    }

    private static boolean joins(int point) {
        return point == JOINER || point == NON_JOINER;
    }

    /** Persian and the scripts of India spell with joiners, and so do signs made of others, such as a family. */
    private static boolean isJoined(String text, int at) {
        if (at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        return switch (Character.getType(before)) {
            case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL -> text.codePointAt(at) == JOINER;
            default -> before == EMOJI_FOLLOWS || !UNJOINED.contains(UnicodeScript.of(before)) && !joins(before);
        };
    }
}
