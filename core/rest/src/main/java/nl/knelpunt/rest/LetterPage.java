package nl.knelpunt.rest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequests.Letter;
import nl.knelpunt.engine.rights.RightsRequests.ToldDatum;

/** The letter of answer to a data subject, for the contact point to address and sign. */
final class LetterPage {

    private final Letter letter;
    private final Locale language;
    private final DateTimeFormatter day;

    private LetterPage(Letter letter, Locale language) {
        this.letter = letter;
        this.language = language;
        this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", language);
    }

    static String of(Letter letter, Locale language) {
        return new LetterPage(letter, language).page();
    }

    private String page() {
        RightsRequest request = letter.request();
        RightsRequest.Decision decision = request.decision();
        String kind = request.kind().label().in(language);
        Html page = new Html(language, say("Besluit op uw verzoek om " + kind, "Decision on your request for " + kind));
        page.list(List.of(
                say("Kenmerk: ", "Reference: ") + (request.reference() == null ? "-" : request.reference()),
                say("Ontvangen: ", "Received: ") + day.format(request.receivedOn()),
                say("Datum besluit: ", "Date of the decision: ")
                        + day.format(decision.at().atZone(Facts.NETHERLANDS).toLocalDate())));
        page.text(say(
                "U heeft " + letter.riec() + " gevraagd om " + kind + " (" + article()
                        + "). Het contactpunt beslist namens"
                        + " alle deelnemers, na overleg met de deelnemers die het aangaat (artikelen 1.1 en 1.2 Bgs).",
                "You asked " + letter.riec() + " for " + kind + " (" + article()
                        + "). The contact point decides on behalf of"
                        + " all participants, after consulting those concerned (articles 1.1 and 1.2 Bgs)."));
        page.heading(say("Besluit", "Decision"))
                .text(
                        decision.granted()
                                ? say("Uw verzoek is toegewezen.", "Your request is granted.")
                                : say("Uw verzoek is afgewezen.", "Your request is refused."))
                .text(decision.text());
        grounds(page);
        told(page);
        page.heading(say("Wat u kunt doen", "What you can do"));
        letter.remedies().forEach(remedy -> page.text(remedy.in(language)));
        return page.end();
    }

    private String article() {
        return letter.request().kind().article().in(language);
    }

    private void grounds(Html page) {
        if (letter.request().decision().granted()) {
            return;
        }
        page.heading(say("Waarom", "Why"));
        if (letter.grounds().isEmpty()) {
            page.text(
                    say(
                            "De wet staat een uitzondering toe (artikel 41 UAVG). Welke, kan niet worden gezegd zonder het doel ervan te"
                                    + " schaden.",
                            "The law allows an exception (article 41 UAVG). Which one can't be said without harming its purpose."));
        } else {
            page.text(say(
                    "De wet staat een uitzondering toe als dat nodig is voor:",
                    "The law allows an exception where that is necessary for:"));
            page.list(letter.grounds().stream()
                    .map(g -> g.label().in(language)
                            + say(" (artikel 41, eerste lid, onder ", " (article 41(1)(")
                            + g.letter()
                            + say(", UAVG)", ") UAVG)"))
                    .toList());
        }
        page.text(say(
                "Vervalt de uitzondering, dan hoort u dat (artikel 1.2, derde lid, Bgs).",
                "When the exception lapses you will hear of it (article 1.2(3) Bgs)."));
    }

    private void told(Html page) {
        RightsRequest request = letter.request();
        if (!request.decision().granted() || request.kind() != RightsRequest.Kind.ACCESS) {
            return;
        }
        page.heading(say("Wat er over u bekend is", "What is known about you"));
        page.text(say(
                "De gegevens worden verwerkt om georganiseerde criminaliteit te bestrijden (artikel 2.17 Wgs).",
                "The data are processed to fight organised crime (article 2.17 Wgs)."));
        if (letter.told().isEmpty()) {
            page.text(say("Er is niets over u bekend.", "Nothing is known about you."));
        } else {
            page.table(
                    say("Gegevens", "Data"),
                    List.of(
                            say("Soort", "Kind"),
                            say("Wat", "What"),
                            say("Gegeven", "Datum"),
                            say("Afkomstig van", "Supplied by"),
                            say("Sinds", "Since"),
                            say("Wordt uiterlijk vernietigd op", "Is destroyed at the latest on")),
                    letter.told().stream().map(this::row).toList());
        }
        if (!letter.recipients().isEmpty()) {
            page.text(say(
                            "Resultaten die hierop berusten zijn verstrekt aan:",
                            "Results that rest on it were given to:"))
                    .list(letter.recipients());
        }
    }

    private List<String> row(ToldDatum datum) {
        return List.of(
                datum.category().label().in(language),
                datum.field() == null ? "" : datum.field(),
                datum.content() == null ? "" : datum.content(),
                datum.supplier(),
                format(datum.since()),
                format(datum.destroyBy()));
    }

    private String format(LocalDate date) {
        return date == null ? "" : day.format(date);
    }

    private String say(String nl, String en) {
        return new Text(nl, en).in(language);
    }
}
