package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.signal.Grading;

/** What is said to the recipient of a result with it. */
final class Notices {

    private static final Text SECRECY = new Text(
            "U bent verplicht tot geheimhouding (artikel 1.11 Wgs; voor politiegegevens ook artikel 7 Wpg). Verstrek dit"
                    + " alleen verder als een wettelijk voorschrift dat toestaat.",
            "You are bound to secrecy (article 1.11 Wgs; for police data article 7 Wpg as well). Provide this further only"
                    + " where a legal rule allows it.");

    private static final DateTimeFormatter DUTCH =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Notices() {}

    /** @param data that go with it */
    static List<Text> of(Provision provision, Set<Obligation> obligations, List<ShownDatum> data) {
        List<Text> notices = new ArrayList<>();
        if (obligations.contains(Obligation.SHOW_SECRECY)) {
            notices.add(SECRECY);
        }
        if (obligations.contains(Obligation.STATE_INFORMATION_BASE)) {
            String base = provision.content().informationBase();
            notices.add(new Text(
                    "Dit resultaat berust op: " + base + " (artikel 1.8 Bgs)",
                    "This result rests on: " + base + " (article 1.8 Bgs)"));
        }
        data.stream()
                .map(d -> d.datum().source())
                .filter(s -> s.grading() != null && !s.grading().handling().isEmpty())
                .flatMap(Notices::handling)
                .distinct()
                .forEach(notices::add);
        if (provision.feedbackDue() != null) {
            notices.add(feedback(provision.feedbackDue()));
        }
        return notices;
    }

    /** What a supplier lets be done with what it supplied. */
    private static Stream<Text> handling(Source source) {
        Grading grading = source.grading();
        String restriction = grading.restriction() == null ? "" : ": " + grading.restriction();
        return grading.handling().stream()
                .sorted()
                .map(code -> new Text(
                        code + " (" + source.supplier() + "): " + code.label().nl() + restriction,
                        code + " (" + source.supplier() + "): " + code.label().en() + restriction));
    }

    private static Text feedback(LocalDate due) {
        return new Text(
                "Koppel uiterlijk op " + DUTCH.format(due)
                        + " terug wat u met dit resultaat heeft gedaan, of waarom niets (artikel 1.7, vierde lid, Wgs).",
                "Give feedback by " + ENGLISH.format(due)
                        + " on what you did with this result, or why nothing (article 1.7(4) Wgs).");
    }
}
