package nl.knelpunt.rest;

import java.util.List;
import java.util.Locale;

/** A page of plain, accessible HTML: headings in order, tables with their heads, no script and no style. Everything said is escaped. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    Html(Locale language, String title) {
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(title))
                .append("</title>\n</head>\n<body>\n<main>\n");
        element("h1", title);
    }

    Html heading(String text) {
        return element("h2", text);
    }

    /** Each line that is not blank is a paragraph of its own. Nothing for null. */
    Html text(String text) {
        if (text != null) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> element("p", line.strip()));
        }
        return this;
    }

    Html list(List<String> items) {
        if (!items.isEmpty()) {
            page.append("<ul>\n");
            items.forEach(item -> element("li", item));
            page.append("</ul>\n");
        }
        return this;
    }

    /** @param rows each as long as the head; the first cell is the head of its row */
    Html table(String caption, List<String> head, List<List<String>> rows) {
        page.append("<table>\n<caption>").append(escaped(caption)).append("</caption>\n<thead>\n<tr>");
        head.forEach(
                cell -> page.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        page.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : rows) {
            page.append("<tr><th scope=\"row\">").append(escaped(row.get(0))).append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n");
        return this;
    }

    String end() {
        page.append("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private Html element(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    private static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
