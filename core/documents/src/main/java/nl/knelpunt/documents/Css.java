package nl.knelpunt.documents;

import java.util.Locale;
import nl.knelpunt.api.Text;

/** The looks of a document, from the colour of the house style. */
final class Css {

    private static final String BOTH = """
            body { font-family: 'Liberation Sans', Arial, Helvetica, sans-serif; color: #1a1a1a; line-height: 1.45; }
            h1, h2, .name, .kind { color: %1$s; }
            h1 { line-height: 1.2; }
            .kind { font-weight: bold; margin-bottom: 0; }
            header { border-bottom: 2pt solid %1$s; padding-bottom: 6pt; margin-bottom: 14pt; }
            .name { font-weight: bold; margin: 0; }
            .sender { margin: 0; }
            table { border-collapse: collapse; width: 100%%; margin: 6pt 0 10pt 0; }
            caption { text-align: left; font-weight: bold; padding-bottom: 3pt; }
            th, td { border: 0.5pt solid #767676; padding: 3pt 5pt; text-align: left; vertical-align: top;
                overflow-wrap: break-word; word-wrap: break-word; }
            thead th { background-color: #eeeeee; }
            .facts th { width: 9em; font-weight: bold; }
            """;

    private static final String SCREEN = """
            body { max-width: 50em; margin: 0 auto; padding: 1em; }
            .logo { max-height: 4em; }
            .concept { border: 3px solid #a3150c; color: #a3150c; font-weight: bold; font-size: 1.4em; padding: 0.3em 0.6em; }
            table { overflow-wrap: anywhere; }
            @media print { body { max-width: none; } }
            """;

    private static final String PRINT = """
            @page { size: A4; margin: 22mm 20mm 22mm 20mm;
                @top-right { content: '%2$s'; color: #a3150c; font-family: 'Liberation Sans'; font-size: 20pt; font-weight: bold; }
                @bottom-left { content: '%3$s'; font-family: 'Liberation Sans'; font-size: 8pt; color: #444444; }
                @bottom-right { content: '%4$s ' counter(page) ' %5$s ' counter(pages);
                    font-family: 'Liberation Sans'; font-size: 8pt; color: #444444; } }
            body { font-size: 10pt; }
            h1 { font-size: 18pt; margin: 2pt 0 10pt 0; }
            h2 { font-size: 12.5pt; margin: 14pt 0 4pt 0; page-break-after: avoid; }
            p { margin: 0 0 6pt 0; }
            tr { page-break-inside: avoid; }
            table { table-layout: fixed; -fs-table-paginate: paginate; }
            .logo { height: 16mm; }
            .name { font-size: 11pt; }
            .sender { font-size: 8.5pt; }
            """;

    private static final Text PAGE = new Text("Pagina", "Page");
    private static final Text OF = new Text("van", "of");

    private Css() {}

    static String forScreen(HouseStyle style) {
        return String.format(BOTH, style.colour()) + SCREEN;
    }

    /**
     * @param mark of a draft on every page, or nothing
     * @param footer on every page
     * @param language of the words around the page numbers
     */
    static String forPrint(HouseStyle style, String mark, String footer, Locale language) {
        return String.format(BOTH, style.colour())
                + String.format(PRINT, "", string(mark), string(footer), PAGE.in(language), OF.in(language));
    }

    /** Within quotes, and within an element. */
    private static String string(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == ',' || c == '.') {
                out.appendCodePoint(c);
            } else if (c > ' ' && c < 0x2fff) {
                out.append(String.format("\\%06x", c));
            }
        });
        return out.toString();
    }
}
