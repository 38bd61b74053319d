package nl.knelpunt.documents;

/** XHTML, written so that words can't become markup. */
final class Markup {

    private final StringBuilder out = new StringBuilder(16_384);

    /** Markup of our own, as it is. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Words: escaped, without what XML or a font can't carry. */
    Markup words(String text) {
        text.codePoints().forEach(this::word);
        return this;
    }

    private void word(int c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t', '\r' -> out.append(' ');
            default -> {
                boolean carried =
                        c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0) && !isSurrogate(c) && !isDirection(c);
                if (carried && c <= 0xfffd) {
                    out.append((char) c);
                } else if (carried && c >= 0x10000) {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** What turns the order of words around could make a document read otherwise than it says. */
    private static boolean isDirection(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    Markup element(String name, String text) {
        return raw("<" + name + ">").words(text).raw("</" + name + ">");
    }

    /** Paragraphs at empty lines, breaks at single ones. */
    Markup paragraphs(String text) {
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            raw("<p>");
            lines(paragraph);
            raw("</p>\n");
        }
        return this;
    }

    Markup lines(String text) {
        String[] lines = text.strip().split("\\R");
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                raw("<br/>");
            }
            words(lines[i]);
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
