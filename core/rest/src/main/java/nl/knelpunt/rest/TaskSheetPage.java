package nl.knelpunt.rest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.plan.TaskSheet;

/** A task sheet as a page to print or send: nothing but what is on the sheet, no script, no style from elsewhere. */
final class TaskSheetPage {

    private static final Text TITLE = new Text("Taakblad", "Task sheet");
    private static final Text PARTY = new Text("Voor", "For");
    private static final Text DESCRIPTION = new Text("Waar het om gaat", "What it is about");
    private static final Text ASKED = new Text("Wat wij u vragen", "What we ask of you");
    private static final Text DAYS = new Text("Wanneer", "When");
    private static final Text FROM = new Text("vanaf", "from");
    private static final Text UNTIL = new Text("tot en met", "until");
    private static final Text CONTACT = new Text("Vragen", "Questions");
    private static final Text RELEASED = new Text("Vrijgegeven op", "Released on");
    private static final Text NO_DATA = new Text(
            "Dit blad bevat geen gegevens over personen of bedrijven. U hoeft niets te melden aan het RIEC over wie u ziet.",
            "This sheet holds no data on persons or companies. You need not tell the RIEC whom you see.");

    private TaskSheetPage() {}

    static String of(TaskSheet sheet, String riec, Locale language) {
        TaskSheet.Content content = sheet.content();
        StringBuilder page = new StringBuilder(2_000);
        String title = TITLE.in(language) + " " + sheet.number();
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.getLanguage())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title></head><body><main>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n<p>")
                .append(escaped(riec))
                .append("</p>\n");
        part(page, PARTY.in(language), content.party());
        part(page, DESCRIPTION.in(language), content.description());
        part(page, ASKED.in(language), content.asked());
        if (content.from() != null || content.until() != null) {
            part(page, DAYS.in(language), days(content, language));
        }
        part(page, CONTACT.in(language), content.contact());
        page.append("<footer><p>")
                .append(escaped(NO_DATA.in(language)))
                .append("</p><p>")
                .append(escaped(RELEASED.in(language)))
                .append(' ')
                .append(day(sheet.released().atZone(Facts.NETHERLANDS).toLocalDate(), language))
                .append("</p></footer>\n</main></body></html>\n");
        return page.toString();
    }

    private static String days(TaskSheet.Content content, Locale language) {
        StringBuilder days = new StringBuilder();
        if (content.from() != null) {
            days.append(FROM.in(language)).append(' ').append(day(content.from(), language));
        }
        if (content.until() != null) {
            days.append(days.isEmpty() ? "" : " ")
                    .append(UNTIL.in(language))
                    .append(' ')
                    .append(day(content.until(), language));
        }
        return days.toString();
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(day);
    }

    private static void part(StringBuilder page, String heading, String text) {
        page.append("<h2>").append(escaped(heading)).append("</h2>\n");
        for (String paragraph : text.strip().split("\\R+")) {
            page.append("<p>").append(escaped(paragraph)).append("</p>\n");
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
