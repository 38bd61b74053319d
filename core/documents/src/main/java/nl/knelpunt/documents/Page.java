package nl.knelpunt.documents;

import java.util.List;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Composition.Block;
import nl.knelpunt.engine.document.Composition.Fact;
import nl.knelpunt.engine.document.Composition.Points;
import nl.knelpunt.engine.document.Composition.Section;
import nl.knelpunt.engine.document.Composition.Table;
import nl.knelpunt.engine.document.Composition.Words;

/** A composition as one page of XHTML: for a screen, or for print with bookmarks, page numbers and embedded fonts. */
final class Page {

    private static final Text CONCEPT = new Text("CONCEPT – geen besluit", "DRAFT – no decision");
    private static final Text DRAFT = new Text("Concept", "Draft");
    private static final Text IN_SHORT = new Text("In het kort", "In short");

    private final Markup out = new Markup();
    private final Composition composition;
    private final HouseStyle style;
    private final String name;

    private Page(Composition composition, HouseStyle style, String name) {
        this.composition = composition;
        this.style = style;
        this.name = name;
    }

    static String html(Composition composition, HouseStyle style, String name) {
        Page page = new Page(composition, style, name);
        page.out.raw("<!DOCTYPE html>\n");
        page.write(false);
        return page.out.toString();
    }

    static String forPrint(Composition composition, HouseStyle style, String name) {
        Page page = new Page(composition, style, name);
        page.write(true);
        return page.out.toString();
    }

    private void write(boolean print) {
        out.raw("<html lang=\"")
                .words(composition.language().toLanguageTag())
                .raw("\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.element("title", heading()).raw("\n");
        out.raw("<meta name=\"description\" content=\"")
                .words(composition.kind() + ", " + name)
                .raw("\"/>\n");
        out.raw("<meta name=\"author\" content=\"").words(name).raw("\"/>\n");
        if (!print) {
            out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        }
        out.raw("<style>")
                .raw(print ? Css.forPrint(style, mark(), footer(), composition.language()) : Css.forScreen(style))
                .raw("</style>\n");
        if (print) {
            bookmarks();
        }
        out.raw("</head>\n<body>\n");
        letterhead();
        out.raw("<main>\n");
        out.raw("<p class=\"kind\">").words(composition.kind()).raw("</p>\n");
        out.raw("<h1 id=\"top\">").words(composition.title()).raw("</h1>\n");
        if (composition.isDraft() && !print) {
            out.raw("<p class=\"concept\">").words(say(CONCEPT)).raw("</p>\n");
        }
        facts();
        for (int i = 0; i < composition.sections().size(); i++) {
            section(composition.sections().get(i), i + 1);
        }
        out.raw("</main>\n</body>\n</html>\n");
    }

    private String heading() {
        return (composition.isDraft() ? say(DRAFT) : composition.number()) + ": " + composition.kind() + " – "
                + composition.title();
    }

    private String mark() {
        return composition.isDraft() ? say(CONCEPT) : "";
    }

    private String say(Text text) {
        return text.in(composition.language());
    }

    private String footer() {
        return name + (composition.isDraft() ? "" : " · " + composition.number());
    }

    private void bookmarks() {
        out.raw("<bookmarks>\n<bookmark name=\"").words(composition.title()).raw("\" href=\"#top\">\n");
        for (int i = 0; i < composition.sections().size(); i++) {
            out.raw("<bookmark name=\"")
                    .words(number(i + 1) + composition.sections().get(i).heading())
                    .raw("\" href=\"#s" + (i + 1) + "\"/>\n");
        }
        out.raw("</bookmark>\n</bookmarks>\n");
    }

    private static String number(int section) {
        return section + ". ";
    }

    private void letterhead() {
        out.raw("<header>\n");
        if (style.logo() != null) {
            out.raw("<img class=\"logo\" src=\"" + style.logo() + "\" alt=\"")
                    .words(name)
                    .raw("\"/>\n");
        }
        out.raw("<p class=\"name\">").words(name).raw("</p>\n");
        if (!style.sender().isEmpty()) {
            out.raw("<p class=\"sender\">").words(style.sender()).raw("</p>\n");
        }
        out.raw("</header>\n");
    }

    private void facts() {
        out.raw("<table class=\"facts\">\n<caption>").words(say(IN_SHORT)).raw("</caption>\n<tbody>\n");
        for (Fact fact : composition.facts()) {
            out.raw("<tr><th scope=\"row\">")
                    .words(fact.name())
                    .raw("</th><td>")
                    .lines(fact.value())
                    .raw("</td></tr>\n");
        }
        out.raw("</tbody>\n</table>\n");
    }

    private void section(Section section, int number) {
        out.raw("<section>\n<h2 id=\"s" + number + "\">")
                .words(number(number) + section.heading())
                .raw("</h2>\n");
        section.blocks().forEach(this::block);
        out.raw("</section>\n");
    }

    private void block(Block block) {
        if (block instanceof Words words) {
            out.paragraphs(words.text());
        } else if (block instanceof Points points) {
            out.raw("<ul>\n");
            points.items().forEach(item -> out.raw("<li>").lines(item).raw("</li>\n"));
            out.raw("</ul>\n");
        } else if (block instanceof Table table) {
            table(table);
        }
    }

    private void table(Table table) {
        out.raw("<table>\n").element("caption", table.caption()).raw("\n<thead>\n<tr>");
        table.head().forEach(h -> out.raw("<th scope=\"col\">").words(h).raw("</th>"));
        out.raw("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.raw("<tr>");
            row.forEach(cell -> out.raw("<td>").lines(cell).raw("</td>"));
            out.raw("</tr>\n");
        }
        out.raw("</tbody>\n</table>\n");
    }
}
