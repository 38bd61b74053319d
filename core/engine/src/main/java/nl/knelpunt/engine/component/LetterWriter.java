package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Composition.Block;
import nl.knelpunt.engine.document.Composition.Fact;
import nl.knelpunt.engine.document.Composition.Points;
import nl.knelpunt.engine.document.Composition.Section;
import nl.knelpunt.engine.document.Composition.Table;
import nl.knelpunt.engine.document.Composition.Words;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequests.Letter;
import nl.knelpunt.engine.rights.RightsRequests.ToldDatum;

/** The letter of answer to a data subject, for the contact point to address and sign. */
final class LetterWriter {

    private final Letter letter;
    private final RightsRequest request;
    private final Locale language;
    private final DateTimeFormatter day;
    private final List<Section> sections = new ArrayList<>();

    private LetterWriter(Letter letter, Locale language) {
        this.letter = letter;
        this.request = letter.request();
        this.language = language;
        this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", language);
    }

    static Composition written(Letter letter, Locale language) {
        return new LetterWriter(letter, language).write();
    }

    private Composition write() {
        RightsRequest.Decision decision = request.decision();
        String kind = request.kind().label().in(language);
        String reference = request.reference() == null ? request.id().toString() : request.reference();
        add(
                say("Uw verzoek", "Your request"),
                words(
                        "U heeft " + letter.riec() + " gevraagd om " + kind + " ("
                                + request.kind().article().nl()
                                + "). Het contactpunt beslist namens alle deelnemers, na overleg met de deelnemers die het aangaat"
                                + " (artikelen 1.1 en 1.2 Bgs).",
                        "You asked " + letter.riec() + " for " + kind + " ("
                                + request.kind().article().en()
                                + "). The contact point decides on behalf of all participants, after consulting those concerned"
                                + " (articles 1.1 and 1.2 Bgs)."));
        if (letter.handler() != null) {
            add(
                    say("Wie beslist", "Who decides"),
                    words(
                            letter.handler()
                                    + " heeft de behandeling overgenomen van het contactpunt (artikel 1.2, vierde lid, Bgs).",
                            letter.handler() + " took the request over from the contact point (article 1.2(4) Bgs)."));
        }
        add(
                say("Besluit", "Decision"),
                decision.granted()
                        ? words("Uw verzoek is toegewezen.", "Your request is granted.")
                        : words("Uw verzoek is afgewezen.", "Your request is refused."),
                new Words(decision.text()));
        if (!decision.granted()) {
            grounds();
        } else if (request.kind() == RightsRequest.Kind.ACCESS) {
            told();
        }
        add(
                say("Wat u kunt doen", "What you can do"),
                letter.remedies().stream()
                        .map(remedy -> (Block) new Words(remedy.in(language)))
                        .toList());
        return new Composition(
                say("Brief aan betrokkene", "Letter to a data subject"),
                say("Besluit op uw verzoek om " + kind, "Decision on your request for " + kind),
                reference,
                List.of(
                        new Fact(say("Kenmerk", "Reference"), reference),
                        new Fact(say("Ontvangen", "Received"), day.format(request.receivedOn())),
                        new Fact(
                                say("Datum besluit", "Date of the decision"),
                                day.format(decision.at().atZone(Facts.NETHERLANDS)))),
                sections,
                language);
    }

    private void grounds() {
        Words lapse = words(
                "Vervalt de uitzondering, dan hoort u dat (artikel 1.2, derde lid, Bgs).",
                "When the exception lapses you will hear of it (article 1.2(3) Bgs).");
        String heading = say("Waarom", "Why");
        if (letter.grounds().isEmpty()) {
            add(
                    heading,
                    words(
                            "De wet staat een uitzondering toe (artikel 41 UAVG). Welke, kan niet worden gezegd zonder het doel"
                                    + " ervan te schaden.",
                            "The law allows an exception (article 41 UAVG). Which one can't be said without harming its"
                                    + " purpose."),
                    lapse);
            return;
        }
        add(
                heading,
                words(
                        "De wet staat een uitzondering toe als dat nodig is voor:",
                        "The law allows an exception where that is necessary for:"),
                new Points(letter.grounds().stream()
                        .map(g -> g.label().in(language)
                                + say(" (artikel 41, eerste lid, onder ", " (article 41(1)(")
                                + g.letter()
                                + say(", UAVG)", ") UAVG)"))
                        .toList()),
                lapse);
    }

    private void told() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(words(
                "De gegevens worden verwerkt om georganiseerde criminaliteit te bestrijden (artikel 2.17 Wgs).",
                "The data are processed to fight organised crime (article 2.17 Wgs)."));
        if (letter.told().isEmpty()) {
            blocks.add(words("Er is niets over u bekend.", "Nothing is known about you."));
        } else {
            blocks.add(new Table(
                    say("Gegevens", "Data"),
                    List.of(
                            say("Soort", "Kind"),
                            say("Wat", "What"),
                            say("Gegeven", "Datum"),
                            say("Afkomstig van", "Supplied by"),
                            say("Sinds", "Since"),
                            say("Wordt uiterlijk vernietigd op", "Is destroyed at the latest on")),
                    letter.told().stream().map(this::row).toList()));
        }
        if (!letter.recipients().isEmpty()) {
            blocks.add(words(
                    "Resultaten die hierop berusten zijn verstrekt aan:", "Results that rest on it were given to:"));
            blocks.add(new Points(letter.recipients()));
        }
        add(say("Wat er over u bekend is", "What is known about you"), blocks);
    }

    private List<String> row(ToldDatum datum) {
        return List.of(
                datum.category().label().in(language),
                datum.field() == null ? "" : datum.field(),
                datum.content() == null ? "" : datum.content(),
                datum.supplier(),
                day(datum.since()),
                day(datum.destroyBy()));
    }

    private String day(LocalDate date) {
        return date == null ? "" : day.format(date);
    }

    private void add(String heading, Block... blocks) {
        add(heading, List.of(blocks));
    }

    private void add(String heading, List<Block> blocks) {
        sections.add(new Section(heading, blocks));
    }

    private Words words(String nl, String en) {
        return new Words(say(nl, en));
    }

    private String say(String nl, String en) {
        return new Text(nl, en).in(language);
    }
}
